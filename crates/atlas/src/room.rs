//! Finds the room for a name within a country: the largest box of a name's proportions inside its mainland.

use model::{Bounds, Point};

/// Width over height of a name with its mark.
const ASPECT: f64 = 5.0;
/// Into so many steps the bounds are divided each way to try middles.
const STEPS: u32 = 32;
/// How often a box is made larger or smaller by halves to fit.
const HALVINGS: u32 = 12;

/// A box by its middle and half of its height.
#[derive(Clone, Copy)]
struct Room {
    x: f64,
    y: f64,
    half: f64,
}

impl Room {
    /// Whether the box is inside a ring, given that its middle is: no side of the ring may enter it.
    fn is_clear(self, ring: &[Point]) -> bool {
        sides(ring).all(|(from, to)| !self.meets(from, to))
    }

    /// Whether a segment has a point in the box.
    fn meets(self, from: (f64, f64), to: (f64, f64)) -> bool {
        let (across, down) = (self.half * ASPECT, self.half);
        let (from, to) = ((from.0 - self.x, from.1 - self.y), (to.0 - self.x, to.1 - self.y));
        let is_beside = |one: f64, other: f64, half: f64| {
            (one > half && other > half) || (one < -half && other < -half)
        };
        if is_beside(from.0, to.0, across) || is_beside(from.1, to.1, down) {
            return false;
        }
        // The corners lie on both sides of the line through the segment.
        let (x, y) = (to.0 - from.0, to.1 - from.1);
        let side = (from.1 * x - from.0 * y).abs();
        side <= (across * y).abs() + (down * x).abs()
    }

    /// The largest box about this middle that is inside a ring, and larger than it is.
    fn grown(self, ring: &[Point], most: f64) -> Self {
        let (mut least, mut most) = (self.half, most);
        for _ in 0..HALVINGS {
            let half = (least + most) / 2.0;
            if (Self { half, ..self }).is_clear(ring) {
                least = half;
            } else {
                most = half;
            }
        }
        Self { half: least, ..self }
    }

    fn bounds(self) -> Bounds {
        let (across, down) = (self.half * ASPECT, self.half);
        // Rounded inwards.
        let [left, top] = [self.x - across, self.y - down].map(|it| it.ceil() as i32);
        let [right, bottom] = [self.x + across, self.y + down].map(|it| it.floor() as i32);
        let (width, height) = ((right - left).max(0), (bottom - top).max(0));
        Bounds { x: left, y: top, width, height }
    }
}

/// The largest box of a name's proportions inside a ring; none of a ring without points.
pub(crate) fn largest_room(ring: &[Point]) -> Option<Bounds> {
    let bounds = Bounds::around(ring)?;
    let [x, y, width, height] = [bounds.x, bounds.y, bounds.width, bounds.height].map(f64::from);
    let share = |step: u32| (f64::from(step) + 0.5) / f64::from(STEPS);
    let mut best = None::<Room>;
    for (across, down) in (0..STEPS).flat_map(|down| (0..STEPS).map(move |it| (it, down))) {
        let half = best.map_or(0.0, |it| it.half);
        let tried = Room { x: x + width * share(across), y: y + height * share(down), half };
        if contains(ring, (tried.x, tried.y)) && tried.is_clear(ring) {
            best = Some(tried.grown(ring, height / 2.0));
        }
    }
    Some(best.map_or(Bounds::at(bounds.middle()), Room::bounds))
}

/// Whether a point is inside a ring, by the even-odd rule.
fn contains(ring: &[Point], (x, y): (f64, f64)) -> bool {
    let crosses = |(from, to): &((f64, f64), (f64, f64))| {
        (from.1 > y) != (to.1 > y) && x < from.0 + (to.0 - from.0) / (to.1 - from.1) * (y - from.1)
    };
    sides(ring).filter(crosses).count() % 2 == 1
}

fn sides(ring: &[Point]) -> impl Iterator<Item = ((f64, f64), (f64, f64))> {
    let pair = |it: &Point| (f64::from(it.x), f64::from(it.y));
    let nexts = ring.iter().cycle().skip(1);
    ring.iter().zip(nexts).map(move |(from, to)| (pair(from), pair(to)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn room(ring: &[(i32, i32)]) -> Bounds {
        let ring: Vec<Point> = ring.iter().map(|&(x, y)| Point { x, y }).collect();
        largest_room(&ring).unwrap()
    }

    #[test]
    fn a_box_has_room_for_itself() {
        let room = room(&[(0, 0), (1000, 0), (1000, 200), (0, 200)]);
        assert!(room.width > 900 && room.x >= 0 && room.x + room.width <= 1000, "{room:?}");
        assert!((room.width - 5 * room.height).abs() <= 8, "{room:?}");
    }

    #[test]
    fn the_room_is_where_the_shape_is_wide() {
        // A thin neck and a body.
        let room = room(&[(0, 0), (20, 0), (20, 500), (900, 500), (900, 800), (0, 800)]);
        assert!(room.y >= 500 && room.y + room.height <= 800, "{room:?}");
        assert!(room.x >= 0 && room.x + room.width <= 900, "{room:?}");
    }

    #[test]
    fn a_line_has_a_place_but_no_room() {
        assert_eq!(room(&[(10, 10), (30, 10)]), Bounds::at(Point { x: 20, y: 10 }));
    }
}
