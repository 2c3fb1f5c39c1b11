//! Lays the globe on the sheet: the Equal Earth projection, centred where the map is cut through no country that matters.

use std::f64::consts::PI;

use model::Point;

/// The meridian in the middle. The map is cut opposite, at 30° W, where there is land only in Greenland and Antarctica.
const CENTRE_DEG: f64 = 150.0;
/// The parallels at which the map is cropped: north of Greenland, and south of the Americas.
pub(crate) const NORTH_DEG: f64 = 84.0;
pub(crate) const SOUTH_DEG: f64 = -57.0;
/// Of the sheet, in its own units: at the map's closest view, a unit is about one pixel.
pub(crate) const WIDTH: i32 = 9600;

/// Meridians are drawn in steps of this; both crops are multiples of it, so that everything along a meridian has the same
/// corners.
const STEP_DEG: f64 = 3.0;

/// A place on the globe, in degrees. Its longitude counts from the centre of the map, and goes on past ±180° where a line
/// does, so that lines have no jumps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Geo {
    pub(crate) lon: f64,
    pub(crate) lat: f64,
}

impl Geo {
    /// The place with a longitude counted from Greenwich; within ±180° of the map's centre.
    pub(crate) fn at(lon_deg: f64, lat_deg: f64) -> Self {
        Self { lon: (lon_deg - CENTRE_DEG + 180.0).rem_euclid(360.0) - 180.0, lat: lat_deg }
    }

    /// The same place, named by the longitude that is nearest to another's.
    pub(crate) fn beside(self, other: Self) -> Self {
        let turns = ((other.lon - self.lon) / 360.0).round();
        Self { lon: self.lon + 360.0 * turns, lat: self.lat }
    }

    /// Where the place is on the sheet, in its units from the top left.
    pub(crate) fn on_sheet(self) -> (f64, f64) {
        let (x, y) = equal_earth(self.lon.to_radians(), self.lat.to_radians());
        let (_, top) = equal_earth(0.0, NORTH_DEG.to_radians());
        (f64::from(WIDTH) / 2.0 + x * scale(), (top - y) * scale())
    }

    /// The same, to the nearest unit.
    pub(crate) fn to_point(self) -> Point {
        self.to_point_on(1)
    }

    /// The same, to the nearest point of a mesh that is so many units wide.
    pub(crate) fn to_point_on(self, mesh: i32) -> Point {
        let (x, y) = self.on_sheet();
        let nearest = |it: f64| (it / f64::from(mesh)).round() as i32 * mesh;
        Point { x: nearest(x), y: nearest(y) }
    }
}

/// Where a place is on the sheet: `(x, y)` in its units from the top left, for degrees east and north.
pub fn project(lon_deg: f64, lat_deg: f64) -> (f64, f64) {
    Geo::at(lon_deg, lat_deg).on_sheet()
}

/// The corners of a meridian that lie between two latitudes.
pub(crate) fn meridian(lon: f64, from: f64, to: f64) -> Vec<Geo> {
    let (low, high) = (from.min(to) / STEP_DEG, from.max(to) / STEP_DEG);
    let steps = low.floor() as i32 + 1..high.ceil() as i32;
    let mut corners: Vec<Geo> =
        steps.map(|step| Geo { lon, lat: f64::from(step) * STEP_DEG }).collect();
    if from > to {
        corners.reverse();
    }
    corners
}

/// Of the sheet, in its own units.
pub(crate) fn height() -> i32 {
    let (_, bottom) = Geo { lon: 0.0, lat: SOUTH_DEG }.on_sheet();
    bottom.round() as i32
}

/// Sheet units for a globe's radius.
fn scale() -> f64 {
    let (half, _) = equal_earth(PI, 0.0);
    f64::from(WIDTH) / 2.0 / half
}

/// Radians to `(x, y)` on a globe of radius 1, y upwards.
///
/// B. Šavrič, T. Patterson, B. Jenny: "The Equal Earth map projection", International Journal of Geographical
/// Information Science 33 (2019), equations 7 to 10.
fn equal_earth(lon: f64, lat: f64) -> (f64, f64) {
    const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];
    let [a1, a2, a3, a4] = A;
    let root = 3.0_f64.sqrt();
    let theta = (root / 2.0 * lat.sin()).asin();
    let square = theta * theta;
    let sixth = square * square * square;
    let slope = 9.0 * a4 * sixth * square + 7.0 * a3 * sixth + 3.0 * a2 * square + a1;
    let x = 2.0 * root * lon * theta.cos() / (3.0 * slope);
    let y = theta * (a4 * sixth * square + a3 * sixth + a2 * square + a1);
    (x, y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(left: (f64, f64), right: (f64, f64)) {
        assert!(
            (left.0 - right.0).abs() < 1e-6 && (left.1 - right.1).abs() < 1e-6,
            "{left:?} is not {right:?}"
        );
    }

    #[test]
    fn agrees_with_the_published_extent() {
        close(equal_earth(0.0, 0.0), (0.0, 0.0));
        close(equal_earth(PI, 0.0), (2.706_629_983, 0.0));
        close(equal_earth(0.0, PI / 2.0), (0.0, 1.317_362_759));
        let ((width, _), (_, height)) = (equal_earth(PI, 0.0), equal_earth(0.0, PI / 2.0));
        assert!((width / height - 2.0546).abs() < 1e-4);
    }

    /// The poles are lines 0.59247 times as long as the equator, by the same paper.
    #[test]
    fn draws_the_poles_as_lines() {
        let ((pole, _), (equator, _)) = (equal_earth(PI, PI / 2.0), equal_earth(PI, 0.0));
        assert!((pole / equator - 0.59247).abs() < 1e-5);
    }

    /// Cells of 1° by 1° have the area of their share of the sphere, wherever they are.
    #[test]
    fn keeps_areas() {
        for lat in [0.0_f64, 30.0, 60.0, 85.0] {
            let step = 1e-4;
            let (west, south) = equal_earth(1.0, lat.to_radians());
            let (east, _) = equal_earth(1.0 + step, lat.to_radians());
            let (_, north) = equal_earth(1.0, lat.to_radians() + step);
            let area = (east - west) * (north - south) / (step * step);
            assert!((area - lat.to_radians().cos()).abs() < 1e-3, "at {lat}: {area}");
        }
    }

    #[test]
    fn lays_the_globe_on_the_sheet() {
        close(project(150.0, NORTH_DEG), (4800.0, 0.0));
        close((project(-30.0, 0.0).0, 0.0), (0.0, 0.0));
        assert!((project(-30.0001, 0.0).0 - 9600.0).abs() < 0.01);
        let [london, canberra, washington] =
            [-0.13, 149.13, -77.04].map(|lon| project(lon, 0.0).0 as i32);
        assert!(0 < london && london < canberra && canberra < washington && washington < 9600);
    }

    #[test]
    fn names_a_place_by_the_nearest_longitude() {
        let (here, there) = (Geo { lon: 179.0, lat: 5.0 }, Geo { lon: -179.0, lat: 6.0 });
        assert_eq!(there.beside(here), Geo { lon: 181.0, lat: 6.0 });
        assert_eq!(here.beside(here), here);
    }
}
