//! Projects longitudes and latitudes to the sheet: Equal Earth, with a central meridian that keeps the countries whole.

use std::f64::consts::PI;

use model::Point;

/// The central meridian. The edge meridian opposite, 30° W, crosses land only in Greenland and Antarctica.
const CENTRAL_MERIDIAN_DEG: f64 = 150.0;
/// The parallels at which the map is clipped: north of the northernmost great circle between two countries of the briefing,
/// and far enough south that what lies over the lower edge lies on the sea, but north of Antarctica.
pub(crate) const NORTH_DEG: f64 = 78.0;
pub(crate) const SOUTH_DEG: f64 = -63.0;
/// The width of the sheet, in sheet units: at the map's closest view, a unit is about one pixel.
pub(crate) const WIDTH: i32 = 9600;

/// The distance, in degrees of latitude, between the vertices of a meridian. Both limits of the map are multiples of it, so
/// that whatever follows a meridian has the same vertices.
const MERIDIAN_STEP_DEG: f64 = 3.0;

/// A position on the globe, in degrees. The longitude counts from the central meridian and is unwrapped: it goes on past
/// ±180° where a line does, so that lines have no jumps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LonLat {
    pub(crate) lon: f64,
    pub(crate) lat: f64,
}

impl LonLat {
    /// The position at a longitude counted from Greenwich; the result is within ±180° of the central meridian.
    pub(crate) fn from_degrees(lon_deg: f64, lat_deg: f64) -> Self {
        Self {
            lon: (lon_deg - CENTRAL_MERIDIAN_DEG + 180.0).rem_euclid(360.0) - 180.0,
            lat: lat_deg,
        }
    }

    /// The same position, with the longitude, of those a whole turn apart, that is nearest to another's.
    pub(crate) fn unwrapped_near(self, other: Self) -> Self {
        let turns = ((other.lon - self.lon) / 360.0).round();
        Self { lon: self.lon + 360.0 * turns, lat: self.lat }
    }

    /// The same position on another copy of the world, so many degrees to the east.
    pub(crate) fn shifted(self, by_deg: f64) -> Self {
        Self { lon: self.lon + by_deg, ..self }
    }

    /// Where the segment to another position crosses a meridian, by linear interpolation of the degrees. Meaningful only if
    /// the two longitudes differ.
    pub(crate) fn meridian_crossing(self, to: Self, lon: f64) -> Self {
        Self { lon, lat: self.lat + (to.lat - self.lat) * (lon - self.lon) / (to.lon - self.lon) }
    }

    /// The same for a parallel. Meaningful only if the two latitudes differ.
    pub(crate) fn parallel_crossing(self, to: Self, lat: f64) -> Self {
        Self { lon: self.lon + (to.lon - self.lon) * (lat - self.lat) / (to.lat - self.lat), lat }
    }

    /// The projected position, in sheet units from the top left.
    pub(crate) fn to_sheet(self) -> (f64, f64) {
        let (x, y) = equal_earth(self.lon.to_radians(), self.lat.to_radians());
        let (_, top) = equal_earth(0.0, NORTH_DEG.to_radians());
        (f64::from(WIDTH) / 2.0 + x * scale(), (top - y) * scale())
    }

    /// The projected position, rounded to whole sheet units.
    pub(crate) fn to_point(self) -> Point {
        let (x, y) = self.to_sheet();
        Point { x: x.round() as i32, y: y.round() as i32 }
    }
}

/// Projects a position to the sheet, by the Equal Earth projection with the central meridian 150° E.
///
/// Takes degrees east of Greenwich and degrees north of the equator; returns `(x, y)` in sheet units from the top left. A
/// position north or south of the map's limits gets coordinates beyond the sheet's edges.
#[must_use]
pub fn project(lon_deg: f64, lat_deg: f64) -> (f64, f64) {
    LonLat::from_degrees(lon_deg, lat_deg).to_sheet()
}

/// The vertices of a meridian strictly between two latitudes, in the order from the one to the other.
pub(crate) fn meridian(lon: f64, from: f64, to: f64) -> Vec<LonLat> {
    let (low, high) = (from.min(to) / MERIDIAN_STEP_DEG, from.max(to) / MERIDIAN_STEP_DEG);
    let steps = low.floor() as i32 + 1..high.ceil() as i32;
    let mut vertices: Vec<LonLat> =
        steps.map(|step| LonLat { lon, lat: f64::from(step) * MERIDIAN_STEP_DEG }).collect();
    if from > to {
        vertices.reverse();
    }
    vertices
}

/// The height of the sheet, in sheet units.
pub(crate) fn height() -> i32 {
    let (_, bottom) = LonLat { lon: 0.0, lat: SOUTH_DEG }.to_sheet();
    bottom.round() as i32
}

/// Sheet units for one radius of the globe.
fn scale() -> f64 {
    let (half, _) = equal_earth(PI, 0.0);
    f64::from(WIDTH) / 2.0 / half
}

/// The Equal Earth projection of a sphere of radius 1: takes radians, returns `(x, y)` in radii, y upwards.
///
/// B. Šavrič, T. Patterson, B. Jenny: "The Equal Earth map projection", International Journal of Geographical
/// Information Science 33 (2019), equations 7 to 10.
fn equal_earth(lon: f64, lat: f64) -> (f64, f64) {
    const A: [f64; 4] = [1.340264, -0.081106, 0.000893, 0.003796];
    let [a1, a2, a3, a4] = A;
    let root = 3.0_f64.sqrt();
    let theta = (root / 2.0 * lat.sin()).asin();
    let theta_2 = theta * theta;
    let theta_6 = theta_2 * theta_2 * theta_2;
    let dy_dtheta = 9.0 * a4 * theta_6 * theta_2 + 7.0 * a3 * theta_6 + 3.0 * a2 * theta_2 + a1;
    let x = 2.0 * root * lon * theta.cos() / (3.0 * dy_dtheta);
    let y = theta * (a4 * theta_6 * theta_2 + a3 * theta_6 + a2 * theta_2 + a1);
    (x, y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_close(left: (f64, f64), right: (f64, f64)) {
        assert!(
            (left.0 - right.0).abs() < 1e-6 && (left.1 - right.1).abs() < 1e-6,
            "{left:?} is not {right:?}"
        );
    }

    #[test]
    fn agrees_with_the_published_extent() {
        assert_close(equal_earth(0.0, 0.0), (0.0, 0.0));
        assert_close(equal_earth(PI, 0.0), (2.706_629_983, 0.0));
        assert_close(equal_earth(0.0, PI / 2.0), (0.0, 1.317_362_759));
        let ((width, _), (_, height)) = (equal_earth(PI, 0.0), equal_earth(0.0, PI / 2.0));
        assert!((width / height - 2.0546).abs() < 1e-4);
    }

    /// The poles are lines 0.59247 times as long as the equator, by the same paper.
    #[test]
    fn draws_the_poles_as_lines() {
        let ((pole, _), (equator, _)) = (equal_earth(PI, PI / 2.0), equal_earth(PI, 0.0));
        assert!((pole / equator - 0.59247).abs() < 1e-5);
    }

    /// An equal-area projection: a small cell has the area that it has on the sphere, at any latitude.
    #[test]
    fn is_equal_area() {
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
    fn projects_to_the_sheet() {
        assert_close(project(150.0, NORTH_DEG), (4800.0, 0.0));
        assert_close((project(-30.0, 0.0).0, 0.0), (0.0, 0.0));
        assert!((project(-30.0001, 0.0).0 - 9600.0).abs() < 0.01);
        let [london, canberra, washington] =
            [-0.13, 149.13, -77.04].map(|lon| project(lon, 0.0).0 as i32);
        assert!(0 < london && london < canberra && canberra < washington && washington < 9600);
    }

    #[test]
    fn unwraps_to_the_nearest_longitude() {
        let (here, there) = (LonLat { lon: 179.0, lat: 5.0 }, LonLat { lon: -179.0, lat: 6.0 });
        assert_eq!(there.unwrapped_near(here), LonLat { lon: 181.0, lat: 6.0 });
        assert_eq!(here.unwrapped_near(here), here);
    }
}
