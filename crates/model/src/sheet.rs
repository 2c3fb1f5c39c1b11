//! Where the countries and their ties lie on the map sheet. The shapes themselves are in the page, not here.

use serde::{Deserialize, Serialize};

/// A point on the map sheet, in sheet units from the top left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// To the right.
    pub x: i32,
    /// Downwards.
    pub y: i32,
}

/// A box on the map sheet, in sheet units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    /// The left edge.
    pub x: i32,
    /// The top edge.
    pub y: i32,
    /// The width.
    pub width: i32,
    /// The height.
    pub height: i32,
}

impl Bounds {
    /// The smallest box that holds all the points; none for no point.
    #[must_use]
    pub fn around<'a>(points: impl IntoIterator<Item = &'a Point>) -> Option<Self> {
        points.into_iter().copied().map(Self::at).reduce(Self::with)
    }

    /// Its middle.
    #[must_use]
    pub fn middle(self) -> Point {
        Point { x: self.x + self.width / 2, y: self.y + self.height / 2 }
    }

    /// The empty box at a point.
    #[must_use]
    pub fn at(point: Point) -> Self {
        Self { x: point.x, y: point.y, width: 0, height: 0 }
    }

    /// The box around two boxes.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        let (right, bottom) = (
            (self.x + self.width).max(other.x + other.width),
            (self.y + self.height).max(other.y + other.height),
        );
        Self { x, y, width: right - x, height: bottom - y }
    }
}

/// The size of the map sheet and where the countries lie on it. The shapes themselves are in the page, not here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// Its width in sheet units.
    pub width: i32,
    /// Its height in sheet units.
    pub height: i32,
    /// A place for each country, in the order of `countries`.
    pub anchors: Vec<CountryAnchor>,
    /// The line of each tie, in the order of `ties`.
    pub ties: Vec<TieLine>,
}

/// The line of a tie on the map sheet, with as many points as it takes to write along it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TieLine {
    /// Its parts, from the one country to the other: more than one where it leaves the sheet and comes back.
    pub parts: Vec<Vec<Point>>,
}

/// Where a country lies on the map sheet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountryAnchor {
    /// The box of its main landmass.
    pub main: Bounds,
    /// The box of the largest landmass apart from that; empty if there is none.
    pub second: Bounds,
    /// The largest flat box within that, where a name may stand; its middle is where the country is.
    pub room: Bounds,
    /// Its capital.
    pub capital: Point,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_the_smallest_box_around_points() {
        let points = [(3, -2), (-1, 5), (0, 0)].map(|(x, y)| Point { x, y });
        assert_eq!(Bounds::around(&points), Some(Bounds { x: -1, y: -2, width: 4, height: 7 }));
        let [first, ..] = points;
        assert_eq!(Bounds::around([&first]), Some(Bounds::at(first)));
        assert_eq!(Bounds::around(&[]), None);
    }

    #[test]
    fn bounds_with_others_hold_both() {
        let near = Bounds { x: 0, y: 0, width: 10, height: 4 };
        let far = Bounds { x: 20, y: -5, width: 1, height: 2 };
        let both = Bounds { x: 0, y: -5, width: 21, height: 9 };
        assert_eq!((near.with(far), far.with(near)), (both, both));
        assert_eq!(near.with(Bounds::at(Point { x: 3, y: 3 })), near);
    }
}
