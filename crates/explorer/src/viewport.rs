//! Which part of the map sheet is in the frame. Numbers in, numbers out. Lengths are sheet units unless they say `px`.

use std::f64::consts::LN_2;

use model::{Bounds, Point, Sheet};

use crate::inset::Inset;

/// The closest view shows this share of the sheet's width; the coasts are drawn for that.
const CLOSEST_SHARE: f64 = 1.0 / 16.0;
/// The closest view that a selection asks for, so that a small country keeps its neighbours around it.
const NEIGHBOURHOOD: f64 = 1_900.0;
/// The padding around what is framed, as a share of its size.
const PADDING: f64 = 0.2;
/// The same around what takes more than half of the sheet, beyond which there is little to see.
const WIDE_PADDING: f64 = 0.06;
/// However tall a frame is, it shows this share of the sheet's width.
const LEAST_SHARE: f64 = 0.7;
/// A country smaller than this, in px, is not seen for what it is.
const SEEN_PX: f64 = 12.0;
/// What is nearer to the frame's edge than this, as a share of the frame, is as good as out of it.
const EDGE_SHARE: f64 = 0.08;
/// Closer than this, as a factor, the map has somewhere to move, and room for more than names.
const ZOOMED: f64 = 1.5;

/// The size of a sheet, or of the frame that shows part of it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Size {
    /// The size of a sheet, in its units.
    #[must_use]
    pub fn of(sheet: &Sheet) -> Self {
        Self { width: f64::from(sheet.width), height: f64::from(sheet.height) }
    }
}

/// Width over height of the map's frame.
pub const FRAME_ASPECT: f64 = 1.72;
/// The same in a frame of 24rem and less, whose names need the room.
pub const TINY_FRAME_ASPECT: f64 = 1.6;
/// The same on narrow screens.
pub const NARROW_FRAME_ASPECT: f64 = 2.3;

/// A part of the sheet, with the proportions of the frame.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Camera {
    /// Its left edge.
    pub left: f64,
    /// Its top edge.
    pub top: f64,
    /// Its width. Its height follows from the frame.
    pub width: f64,
}

/// What a selection asks the camera to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Framing {
    /// All that belongs to it.
    pub all: Bounds,
    /// What must be seen for what it is; shown alone where it would be too small beside all the rest.
    pub main: Bounds,
    /// What an inset enlarges on the whole map, if there is one.
    pub inset: Option<Inset>,
}

/// The frame through which a part of a sheet is seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The sheet.
    pub sheet: Size,
    /// The frame, in px.
    pub frame_px: Size,
}

impl Viewport {
    /// Width over height of the frame; a frame without height counts as square.
    fn aspect(self) -> f64 {
        if self.frame_px.height > 0.0 { self.frame_px.width / self.frame_px.height } else { 1.0 }
    }

    /// The camera that shows as much of the sheet as fills the frame.
    #[must_use]
    pub fn whole(self) -> Camera {
        let width = self.farthest();
        let (x, y) = (self.sheet.width - width, self.sheet.height - width / self.aspect());
        self.kept(Camera { left: x / 2.0, top: y / 2.0, width })
    }

    /// The camera for a selection: all that belongs to it, or its main part where that would be too small to be seen.
    #[must_use]
    pub fn looking_at(self, it: &Framing) -> Camera {
        let all = self.framing(it.all);
        let is_enlarged = |inset: Inset| inset.encloses(it.main) && inset.is_shown(self, all);
        let scale = if it.inset.is_some_and(is_enlarged) { Inset::SCALE } else { 1.0 };
        let side = f64::from(it.main.width.max(it.main.height));
        let side_px = side / all.width * self.frame_px.width * scale;
        if side_px < SEEN_PX && self.frame_px.width > SEEN_PX { self.framing(it.main) } else { all }
    }

    /// The camera that frames a box with some padding, and with neighbours around what is small.
    #[must_use]
    pub fn framing(self, bounds: Bounds) -> Camera {
        let (width, height) = (f64::from(bounds.width), f64::from(bounds.height));
        let is_wide = width > self.sheet.width / 2.0;
        let padding = if is_wide { WIDE_PADDING } else { PADDING };
        let wanted = (width.max(height * self.aspect()) * (1.0 + 2.0 * padding)).max(NEIGHBOURHOOD);
        let centre = (f64::from(bounds.x) + width / 2.0, f64::from(bounds.y) + height / 2.0);
        let wanted = self.bounded(wanted);
        self.kept(Camera {
            left: centre.0 - wanted / 2.0,
            top: centre.1 - wanted / self.aspect() / 2.0,
            width: wanted,
        })
    }

    /// The camera closer by a factor, with the point at these shares of the frame kept where it is.
    #[must_use]
    pub fn zoomed(self, camera: Camera, factor: f64, at: (f64, f64)) -> Camera {
        let width = self.bounded(camera.width / factor);
        let gain = camera.width - width;
        self.kept(Camera {
            left: camera.left + gain * at.0,
            top: camera.top + gain / self.aspect() * at.1,
            width,
        })
    }

    /// The camera closer by a factor about the middle of the frame; of the whole map, or where nothing marked would be left, about
    /// the mark that has most others around it.
    #[must_use]
    pub fn zoomed_to_marks(self, camera: Camera, factor: f64, marks: &[Point]) -> Camera {
        let about_middle = self.zoomed(camera, factor, (0.5, 0.5));
        let sees = |camera: Camera, it: &Point, edge: f64| {
            let (x, y) = self.share(camera, *it);
            let is_within = |share: f64| (edge..=1.0 - edge).contains(&share);
            is_within(x) && is_within(y)
        };
        // Those away from the edge count first: a mark at the edge of the sheet cannot be.
        let count = |camera: Camera| {
            [EDGE_SHARE, 0.0].map(|edge| marks.iter().filter(|it| sees(camera, it, edge)).count())
        };
        let now = count(about_middle);
        if factor <= 1.0 || (now > [0, 0] && self.is_zoomed(camera)) {
            return about_middle;
        }
        let about = |it: &Point| {
            let (x, y) = (f64::from(it.x), f64::from(it.y));
            let Camera { width, .. } = about_middle;
            self.kept(Camera { left: x - width / 2.0, top: y - width / self.aspect() / 2.0, width })
        };
        let seen = marks.iter().filter(|it| sees(camera, it, 0.0));
        // Of those with as many the first.
        let best = seen.map(about).fold((now, about_middle), |best, camera| {
            let count = count(camera);
            if count > best.0 { (count, camera) } else { best }
        });
        best.1
    }

    /// The camera moved by these shares of what it shows, to the right and down.
    #[must_use]
    pub fn moved(self, camera: Camera, by: (f64, f64)) -> Camera {
        self.kept(Camera {
            left: camera.left + by.0 * camera.width,
            top: camera.top + by.1 * camera.width / self.aspect(),
            ..camera
        })
    }

    /// The camera moved as little as it takes to show a point, away from the frame's edge.
    #[must_use]
    pub fn revealing(self, camera: Camera, point: Point) -> Camera {
        let (x, y) = self.share(camera, point);
        let missing = |share: f64| if share < 0.1 { share - 0.1 } else { (share - 0.9).max(0.0) };
        self.moved(camera, (missing(x), missing(y)))
    }

    /// Where a point of the sheet is in the frame, in shares of its width and height.
    #[must_use]
    pub fn share(self, camera: Camera, point: Point) -> (f64, f64) {
        let (x, y) = (f64::from(point.x) - camera.left, f64::from(point.y) - camera.top);
        (x / camera.width, y * self.aspect() / camera.width)
    }

    /// Where a point of the sheet is in the frame, in px from the top left.
    #[must_use]
    pub fn to_frame_px(self, camera: Camera, point: Point) -> (f64, f64) {
        let (x, y) = self.share(camera, point);
        (x * self.frame_px.width, y * self.frame_px.height)
    }

    /// The point of the sheet at a place in the frame, in px from the top left, in whole units.
    #[must_use]
    pub fn of_frame_px(self, camera: Camera, (x, y): (f64, f64)) -> Point {
        let unit = self.unit(camera);
        let whole = |value: f64| value.round_ties_even() as i32;
        Point { x: whole(camera.left + x * unit), y: whole(camera.top + y * unit) }
    }

    /// How many units of the sheet a px of the frame shows.
    #[must_use]
    pub fn unit(self, camera: Camera) -> f64 {
        camera.width / self.frame_px.width.max(1.0)
    }

    /// How many times closer than the whole sheet a camera is.
    #[must_use]
    pub fn zoom(self, camera: Camera) -> f64 {
        self.farthest() / camera.width
    }

    /// Whether a camera shows a part of the sheet that is much smaller than the whole.
    #[must_use]
    pub fn is_zoomed(self, camera: Camera) -> bool {
        self.zoom(camera) > ZOOMED
    }

    /// How many times closer by two a camera is than the whole sheet, to the nearest whole number.
    #[must_use]
    pub fn detail(self, camera: Camera) -> u32 {
        self.zoom(camera).max(1.0).log2().round() as u32
    }

    /// The width that shows the most of the sheet that fills the frame, so that nothing is seen beyond its edges.
    fn farthest(self) -> f64 {
        let filling = (self.sheet.height * self.aspect()).min(self.sheet.width);
        filling.max(self.sheet.width * LEAST_SHARE)
    }

    fn bounded(self, width: f64) -> f64 {
        // Not `clamp`, which panics on a sheet without width.
        width.max(self.sheet.width * CLOSEST_SHARE).min(self.farthest())
    }

    /// The camera within the sheet, so that nothing is lost; what is wider than the sheet is centred on it.
    fn kept(self, camera: Camera) -> Camera {
        let width = self.bounded(camera.width);
        Camera {
            left: kept(camera.left, width, self.sheet.width),
            top: kept(camera.top, width / self.aspect(), self.sheet.height),
            width,
        }
    }
}

/// How many times closer a turn of a wheel brings the map. Small steps that sum up to 1 double the zoom, to -1 halve it: each
/// is near a power of two, and one there and one back cancel out.
#[must_use]
pub fn zoom_of_turn(turn: f64) -> f64 {
    let gain = turn.clamp(-1.0, 1.0) * LN_2;
    if gain < 0.0 { 1.0 / (1.0 - gain) } else { 1.0 + gain }
}

/// How far apart two points are.
#[must_use]
pub fn distance(one: (f64, f64), other: (f64, f64)) -> f64 {
    let (x, y) = (other.0 - one.0, other.1 - one.1);
    (x * x + y * y).sqrt()
}

/// The start of a stretch of `length` kept within a whole.
fn kept(start: f64, length: f64, whole: f64) -> f64 {
    if length >= whole { (whole - length) / 2.0 } else { start.max(0.0).min(whole - length) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const VIEWPORT: Viewport = Viewport {
        sheet: Size { width: 9_600.0, height: 4_200.0 },
        frame_px: Size { width: 800.0, height: 400.0 },
    };

    #[test]
    fn the_sheet_fills_the_frame() {
        assert_eq!(VIEWPORT.whole(), Camera { left: 600.0, top: 0.0, width: 8_400.0 });
        let flat = Viewport { frame_px: Size { width: 600.0, height: 200.0 }, ..VIEWPORT };
        assert_eq!(flat.whole(), Camera { left: 0.0, top: 500.0, width: 9_600.0 });
        // A frame that is taller than any that the page has.
        let tall = Viewport { frame_px: Size { width: 300.0, height: 600.0 }, ..VIEWPORT };
        assert_eq!(tall.whole(), Camera { left: 1_440.0, top: -4_620.0, width: 6_720.0 });
    }

    #[test]
    fn what_would_be_too_small_is_shown_alone() {
        let main = Bounds { x: 4_000, y: 1_000, width: 60, height: 50 };
        let all = main.with(Bounds { x: 8_000, y: 3_000, width: 100, height: 100 });
        let framing = Framing { all, main, inset: None };
        assert_eq!(VIEWPORT.looking_at(&framing), VIEWPORT.framing(main));
        let wide = Viewport { frame_px: Size { width: 1_600.0, height: 800.0 }, ..VIEWPORT };
        assert_eq!(wide.looking_at(&framing), wide.framing(all));
    }

    #[test]
    fn the_whole_map_zooms_to_the_marks() {
        let marks = [(1_500, 600), (4_200, 900), (4_500, 950), (8_000, 900)];
        let marks = marks.map(|(x, y)| Point { x, y });
        let closer = VIEWPORT.zoomed_to_marks(VIEWPORT.whole(), 3.0, &marks);
        let seen = |it: &&Point| {
            let (x, y) = VIEWPORT.share(closer, **it);
            (0.0..1.0).contains(&x) && (0.0..1.0).contains(&y)
        };
        assert_eq!(marks.iter().filter(seen).count(), 2);
        // On a closer map the reader has chosen the middle.
        let again = VIEWPORT.zoomed_to_marks(closer, 1.6, &marks);
        assert_eq!(again, VIEWPORT.zoomed(closer, 1.6, (0.5, 0.5)));
        let farther = VIEWPORT.zoomed_to_marks(closer, 0.5, &marks);
        assert_eq!(farther, VIEWPORT.zoomed(closer, 0.5, (0.5, 0.5)));
        assert_eq!(VIEWPORT.zoomed_to_marks(VIEWPORT.whole(), 2.0, &[]).width, 4_200.0);
    }

    #[test]
    fn zooming_loses_no_country_that_is_shown_alone() {
        for x in [650, 4_000, 8_950] {
            let mark = Point { x, y: 700 };
            let mut camera = VIEWPORT.whole();
            for _ in 0..6 {
                camera = VIEWPORT.zoomed_to_marks(camera, 1.6, &[mark]);
                let (x, y) = VIEWPORT.share(camera, mark);
                assert!((0.0..1.0).contains(&x) && (0.0..1.0).contains(&y), "{mark:?}: {camera:?}");
            }
        }
    }

    #[test]
    fn a_small_country_keeps_its_neighbours_and_a_large_one_fits() {
        let small = VIEWPORT.framing(Bounds { x: 4_200, y: 1_000, width: 100, height: 100 });
        assert_eq!((small.width, small.left), (1_900.0, 3_300.0));
        let large = VIEWPORT.framing(Bounds { x: 6_000, y: 100, width: 2_000, height: 800 });
        assert!(
            large.width > 2_000.0 && large.left < 6_000.0 && large.left + large.width > 8_000.0
        );
        assert_eq!(large.top, 0.0);
    }

    #[test]
    fn zooming_keeps_the_point_under_the_pointer() {
        let start = VIEWPORT.framing(Bounds { x: 4_000, y: 1_500, width: 2_000, height: 500 });
        let point = Point { x: 4_500, y: 1_600 };
        let at = VIEWPORT.share(start, point);
        let closer = VIEWPORT.zoomed(start, 1.5, at);
        let (x, y) = VIEWPORT.share(closer, point);
        assert!((x - at.0).abs() < 1e-9 && (y - at.1).abs() < 1e-9);
        assert!((VIEWPORT.zoom(closer) / VIEWPORT.zoom(start) - 1.5).abs() < 1e-9);
    }

    #[test]
    fn revealing_moves_no_farther_than_needed() {
        let camera = VIEWPORT.framing(Bounds { x: 4_000, y: 1_500, width: 1_000, height: 500 });
        assert_eq!(VIEWPORT.revealing(camera, Point { x: 4_500, y: 1_750 }), camera);
        let (x, _) = VIEWPORT.share(
            VIEWPORT.revealing(camera, Point { x: 9_000, y: 1_750 }),
            Point { x: 9_000, y: 1_750 },
        );
        assert!((x - 0.9).abs() < 1e-9);
    }

    #[test]
    fn the_wheel_doubles_in_small_steps_and_goes_back_as_far() {
        let steps = (0..48).fold(1.0, |zoom, _| zoom * zoom_of_turn(1.0 / 48.0));
        assert!((steps - 2.0_f64).abs() < 0.02, "{steps}");
        assert_eq!(zoom_of_turn(0.0), 1.0);
        for turn in [0.01, 0.3, 1.0, 50.0] {
            assert!((zoom_of_turn(turn) * zoom_of_turn(-turn) - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn detail_is_the_nearest_power_of_two() {
        for (zoom, expected) in [(1.0, 0), (1.41, 0), (1.42, 1), (2.82, 1), (2.84, 2), (16.0, 4)] {
            let whole = VIEWPORT.whole();
            let camera = Camera { width: whole.width / zoom, ..whole };
            assert_eq!(VIEWPORT.detail(camera), expected, "{zoom}");
        }
    }

    proptest! {
        /// Whatever a reader does, the view stays within the sheet and between the farthest and the closest zoom.
        #[test]
        fn nothing_is_lost(
            steps in prop::collection::vec((0.01..100.0_f64, -3.0..3.0_f64, -3.0..3.0_f64), 0..20),
            width in 1.0..3_000.0_f64, height in 0.0..2_000.0_f64,
        ) {
            let viewport = Viewport { frame_px: Size { width, height }, ..VIEWPORT };
            let mut camera = viewport.whole();
            for (factor, x, y) in steps {
                camera = viewport.moved(viewport.zoomed(camera, factor, (x, y)), (x, y));
                prop_assert!(camera.width >= 599.9 && viewport.zoom(camera) >= 0.999);
                prop_assert!(camera.left >= -1e-6 || camera.width > 9_600.0);
                prop_assert!(camera.left + camera.width <= 9_600.0 + 1e-6 || camera.width > 9_600.0);
            }
        }
    }
}
