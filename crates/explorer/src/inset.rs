//! The inset: countries that crowd each other on the whole map, drawn larger beside where they are.

use model::{Bounds, Point};

use crate::label_placement::Area;
use crate::tie_labels::crosses;
use crate::view::MapCountry;
use crate::viewport::{Camera, Size, Viewport};

/// Countries whose landmasses are nearer than this, in sheet units, crowd each other: their names have no room on the whole map.
const CROWDED: i32 = 260;
/// A landmass wider or higher than this has room of its own.
const LARGE: i32 = 800;
/// A part of the sheet that is wider or higher than this is too large to be drawn again.
const MOST: i32 = 1_000;
/// The room around the countries, as a part of a hundred of the larger side.
const PADDING_PERCENT: i32 = 14;
/// Between the part that is enlarged and its inset, in sheet units.
const GAP: i32 = 130;
/// An inset narrower than this, in px, has no room for names.
const LEAST_PX: f64 = 130.0;

/// A part of the sheet that is drawn again, larger, where there is room for it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Inset {
    /// The part of the sheet.
    pub part: Bounds,
    /// Where it is drawn, in the same units.
    pub at: Bounds,
}

impl Inset {
    /// How many times larger it is drawn.
    pub const SCALE: f64 = 3.0;

    /// The inset of countries that crowd each other, placed where it hides no other country and the fewest of these lines; none if
    /// there are none, or no room.
    #[must_use]
    pub fn of(map: &[MapCountry], sheet: Size, lines: &[&[Vec<Point>]]) -> Option<Self> {
        let shown = || map.iter().filter(|it| !it.is_land).map(|it| it.anchor.main);
        let small: Vec<Bounds> =
            shown().filter(|it| it.width < LARGE && it.height < LARGE).collect();
        let part = padded(largest_crowd(&small)?);
        let others: Vec<Bounds> = shown().filter(|it| !meet(*it, part, 0)).collect();
        let sheet = Bounds { x: 0, y: 0, width: sheet.width as i32, height: sheet.height as i32 };
        let has_room = |at: &Bounds| {
            encloses(sheet, *at)
                && !meet(*at, part, 0)
                && !others.iter().any(|it| meet(*it, *at, 0))
        };
        let hidden = |at: &Bounds| lines.iter().filter(|it| is_crossed(*at, it)).count();
        let at = places(part).into_iter().filter(has_room).min_by_key(hidden)?;
        Some(Self { part, at })
    }

    /// Whether a box is in the part that is enlarged.
    #[must_use]
    pub fn encloses(self, it: Bounds) -> bool {
        encloses(self.part, it)
    }

    /// Where a point of the part is drawn again.
    #[must_use]
    pub fn enlarged(self, it: Point) -> Point {
        let scale = Self::SCALE as i32;
        Point {
            x: self.at.x + (it.x - self.part.x) * scale,
            y: self.at.y + (it.y - self.part.y) * scale,
        }
    }

    /// The same for a box.
    #[must_use]
    pub fn enlarged_box(self, it: Bounds) -> Bounds {
        let Point { x, y } = self.enlarged(Point { x: it.x, y: it.y });
        let scale = Self::SCALE as i32;
        Bounds { x, y, width: it.width * scale, height: it.height * scale }
    }

    /// Whether a camera shows it: the whole map, with all of the inset in the frame and large enough for names.
    #[must_use]
    pub fn is_shown(self, viewport: Viewport, camera: Camera) -> bool {
        let Area { at, size } = self.area(viewport, camera);
        let frame = (viewport.frame_px.width, viewport.frame_px.height);
        let is_in =
            |at: f64, size: f64, frame: f64| at - size / 2.0 > 1.0 && at + size / 2.0 < frame - 1.0;
        let is_whole = is_in(at.0, size.0, frame.0) && is_in(at.1, size.1, frame.1);
        is_whole && size.0 >= LEAST_PX && !viewport.is_zoomed(camera)
    }

    /// Where it is in the frame, in px.
    #[must_use]
    pub fn area(self, viewport: Viewport, camera: Camera) -> Area {
        crate::label_layout::area_px(self.at, viewport, camera)
    }

    /// The two lines from the part that is enlarged to the inset: from corners of the one to those of the other that face it.
    #[must_use]
    pub fn leaders(self) -> [(Point, Point); 2] {
        let corners = |it: Bounds, is_far: bool| {
            let (right, bottom) = (it.x + it.width, it.y + it.height);
            if self.is_beside() {
                let x = if is_far { right } else { it.x };
                [Point { x, y: it.y }, Point { x, y: bottom }]
            } else {
                let y = if is_far { bottom } else { it.y };
                [Point { x: it.x, y }, Point { x: right, y }]
            }
        };
        let is_after =
            if self.is_beside() { self.at.x > self.part.x } else { self.at.y > self.part.y };
        let [one, other] = corners(self.part, is_after);
        let [to_one, to_other] = corners(self.at, !is_after);
        [(one, to_one), (other, to_other)]
    }

    /// Whether it is to the left or right of what it enlarges, and not above or below.
    fn is_beside(self) -> bool {
        self.at.x >= self.part.x + self.part.width || self.at.x + self.at.width <= self.part.x
    }
}

/// The box around the most landmasses that crowd each other, of those that are few enough to be drawn again.
fn largest_crowd(small: &[Bounds]) -> Option<Bounds> {
    let mut left: Vec<Bounds> = small.to_vec();
    let mut best: Option<(usize, Bounds)> = None;
    while let Some(mut crowd) = left.pop() {
        let mut count = 1;
        while let Some(near) = left.iter().position(|it| meet(*it, crowd, CROWDED)) {
            crowd = crowd.with(left.swap_remove(near));
            count += 1;
        }
        let is_drawable = crowd.width <= MOST && crowd.height <= MOST;
        if count > 1 && is_drawable && best.is_none_or(|it| count > it.0) {
            best = Some((count, crowd));
        }
    }
    Some(best?.1)
}

fn padded(it: Bounds) -> Bounds {
    let padding = it.width.max(it.height) * PADDING_PERCENT / 100;
    let Bounds { x, y, width, height } = it;
    let (width, height) = (width + 2 * padding, height + 2 * padding);
    Bounds { x: x - padding, y: y - padding, width, height }
}

/// The places for an inset, the best first: beside what it enlarges, from level to shifted, then below and above.
fn places(part: Bounds) -> Vec<Bounds> {
    let scale = Inset::SCALE as i32;
    let (width, height) = (part.width * scale, part.height * scale);
    let at = |x: i32, y: i32| Bounds { x, y, width, height };
    let levels = [0, -part.height, -2 * part.height, part.height];
    let rights = levels.map(|it| at(part.x + part.width + GAP, part.y + it));
    let lefts = levels.map(|it| at(part.x - GAP - width, part.y + it));
    let shifts = [-part.width, 0, -2 * part.width];
    let belows = shifts.map(|it| at(part.x + it, part.y + part.height + GAP));
    let aboves = shifts.map(|it| at(part.x + it, part.y - GAP - height));
    [&rights[..], &lefts, &belows, &aboves].concat()
}

/// Whether a line comes into a box.
fn is_crossed(it: Bounds, line: &[Vec<Point>]) -> bool {
    let at = |it: &Point| (f64::from(it.x), f64::from(it.y));
    let size = (f64::from(it.width), f64::from(it.height));
    let line: Vec<Vec<_>> = line.iter().map(|part| part.iter().map(at).collect()).collect();
    crosses(&line, &Area { at: at(&it.middle()), size })
}

fn encloses(outer: Bounds, it: Bounds) -> bool {
    it.x >= outer.x
        && it.y >= outer.y
        && it.x + it.width <= outer.x + outer.width
        && it.y + it.height <= outer.y + outer.height
}

/// Whether two boxes are nearer than a distance.
fn meet(one: Bounds, other: Bounds, apart: i32) -> bool {
    one.x < other.x + other.width + apart
        && other.x < one.x + one.width + apart
        && one.y < other.y + other.height + apart
        && other.y < one.y + one.height + apart
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: i32, y: i32) -> Bounds {
        Bounds { x, y, width: 100, height: 100 }
    }

    #[test]
    fn a_crowd_is_what_is_near_one_another() {
        assert_eq!(largest_crowd(&[at(0, 0), at(1_000, 0)]), None);
        assert_eq!(largest_crowd(&[]), None);
        let crowd = largest_crowd(&[at(0, 0), at(3_000, 0), at(200, 0), at(400, 100)]);
        assert_eq!(crowd, Some(Bounds { x: 0, y: 0, width: 500, height: 200 }));
    }

    #[test]
    fn what_is_drawn_again_keeps_its_place_within() {
        let inset = Inset {
            part: at(1_000, 500),
            at: Bounds { x: 2_000, y: 500, width: 300, height: 300 },
        };
        assert_eq!(inset.enlarged(Point { x: 1_050, y: 510 }), Point { x: 2_150, y: 530 });
        let [(from, to), _] = inset.leaders();
        assert_eq!((from, to), (Point { x: 1_100, y: 500 }, Point { x: 2_000, y: 500 }));
    }
}
