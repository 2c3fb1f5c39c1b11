//! Finds room for a name: the point of an area that is farthest from its edge.

use std::collections::BinaryHeap;

use crate::{Bounds, Point};

/// A square of the sheet, and how far its centre is from the area's edge: negative outside.
struct Cell {
    x: f64,
    y: f64,
    half: f64,
    distance: f64,
}

impl Cell {
    fn new(x: f64, y: f64, half: f64, rings: &[Vec<Point>]) -> Self {
        Self { x, y, half, distance: distance(x, y, rings) }
    }

    /// No point of the square is farther from the edge than this.
    fn most(&self) -> f64 {
        self.distance + self.half * std::f64::consts::SQRT_2
    }

    fn quarters(&self, rings: &[Vec<Point>]) -> [Self; 4] {
        let half = self.half / 2.0;
        let quarter = |right: f64, down: f64| {
            Self::new(self.x + right * half, self.y + down * half, half, rings)
        };
        [quarter(-1.0, -1.0), quarter(1.0, -1.0), quarter(-1.0, 1.0), quarter(1.0, 1.0)]
    }
}

impl Ord for Cell {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.most().total_cmp(&other.most())
    }
}

impl PartialOrd for Cell {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Cell {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Cell {}

/// The point within the bounds, to about a unit, that is deepest in the area that rings hold by the even-odd rule.
///
/// The search of V. Agafonkin's `polylabel`: quarter the most promising square until none can be better.
pub(crate) fn deepest(rings: &[Vec<Point>], within: Bounds) -> Point {
    const FINE_ENOUGH: f64 = 1.0;
    let half = f64::from(within.width.min(within.height).max(2)) / 2.0;
    let (across, down) = (steps(within.width, half), steps(within.height, half));
    let centre = |from: i32, step: i32| f64::from(from) + half * f64::from(2 * step + 1);
    let cells = (0..across).flat_map(|x| (0..down).map(move |y| (x, y)));
    let cells =
        cells.map(|(x, y)| Cell::new(centre(within.x, x), centre(within.y, y), half, rings));
    let mut open: BinaryHeap<Cell> = cells.collect();
    let mut best = (f64::NEG_INFINITY, within.x, within.y);
    while let Some(cell) = open.pop() {
        if cell.most() <= best.0 + FINE_ENOUGH {
            break;
        }
        let (x, y) = (cell.x.round(), cell.y.round());
        let depth = distance(x, y, rings);
        if depth > best.0 {
            best = (depth, x as i32, y as i32);
        }
        if cell.half > FINE_ENOUGH / 2.0 {
            open.extend(cell.quarters(rings));
        }
    }
    Point { x: best.1, y: best.2 }
}

/// How many squares it takes to cover a length; few even for a thread of land across the sheet.
fn steps(length: i32, half: f64) -> i32 {
    ((f64::from(length) / (2.0 * half)).ceil() as i32).clamp(1, 10_000)
}

/// From a point to the nearest edge of an area: negative if the point is outside.
fn distance(x: f64, y: f64, rings: &[Vec<Point>]) -> f64 {
    let (mut is_inside, mut nearest) = (false, f64::INFINITY);
    for ring in rings {
        let nexts = ring.iter().cycle().skip(1);
        for (from, to) in ring.iter().zip(nexts) {
            let ((x1, y1), (x2, y2)) = (to_f64(*from), to_f64(*to));
            if (y1 > y) != (y2 > y) && x < (x2 - x1) * (y - y1) / (y2 - y1) + x1 {
                is_inside = !is_inside;
            }
            nearest = nearest.min(to_segment((x, y), (x1, y1), (x2, y2)));
        }
    }
    if is_inside { nearest.sqrt() } else { -nearest.sqrt() }
}

/// The square of the distance from a point to a segment.
fn to_segment((x, y): (f64, f64), (x1, y1): (f64, f64), (x2, y2): (f64, f64)) -> f64 {
    let (right, down) = (x2 - x1, y2 - y1);
    let length = right * right + down * down;
    let share = if length > 0.0 {
        (((x - x1) * right + (y - y1) * down) / length).clamp(0.0, 1.0)
    } else {
        0.0
    };
    (x - x1 - share * right).powi(2) + (y - y1 - share * down).powi(2)
}

fn to_f64(it: Point) -> (f64, f64) {
    (f64::from(it.x), f64::from(it.y))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(pairs: &[(i32, i32)]) -> Vec<Point> {
        pairs.iter().map(|&(x, y)| Point { x, y }).collect()
    }

    fn check(rings: &[Vec<Point>], expected: (i32, i32)) {
        let within = Bounds::around(rings.iter().flatten()).unwrap();
        let Point { x, y } = deepest(rings, within);
        assert!(
            (x - expected.0).abs() <= 2 && (y - expected.1).abs() <= 2,
            "({x}, {y}) is not {expected:?}"
        );
    }

    #[test]
    fn finds_the_middle_of_a_square() {
        check(&[ring(&[(0, 0), (100, 0), (100, 100), (0, 100)])], (50, 50));
    }

    #[test]
    fn finds_the_thick_end_of_a_club() {
        check(
            &[ring(&[
                (0, 40),
                (400, 40),
                (400, 0),
                (500, 0),
                (500, 100),
                (400, 100),
                (400, 60),
                (0, 60),
            ])],
            (450, 50),
        );
    }

    #[test]
    fn keeps_out_of_a_hole() {
        let outer = ring(&[(0, 0), (300, 0), (300, 100), (0, 100)]);
        let hole = ring(&[(0, 10), (200, 10), (200, 90), (0, 90)]);
        check(&[outer, hole], (250, 50));
    }

    #[test]
    fn copes_with_an_area_of_no_size() {
        check(&[ring(&[(7, 7), (7, 7), (7, 7)])], (7, 7));
    }
}
