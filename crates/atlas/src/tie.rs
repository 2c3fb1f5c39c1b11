//! Draws the shortest way between two capitals: a great circle, cut where the map is.

use model::Point;

use crate::projection::Geo;
use crate::{Wanted, clip};

/// Corners of a great circle are at most this far apart: on the sheet, closer than shows.
const STEP_DEG: f64 = 3.0;

/// The parts of the way between the capitals, and a point half-way along the longest of them.
pub(crate) fn tie(one: &Wanted, other: &Wanted) -> (Vec<Vec<Geo>>, Point) {
    let start = Vector::at(one.capital_lon_deg, one.capital_lat_deg);
    let end = Vector::at(other.capital_lon_deg, other.capital_lat_deg);
    let parts = clip::lines(&great_circle(start, end));
    let longest = parts.iter().max_by_key(|part| part.len());
    let middle =
        longest.and_then(|part| part.get(part.len() / 2)).map_or_else(|| start.to_geo(), |it| *it);
    (parts, middle.to_point())
}

/// From place to place, with longitudes that don't jump.
fn great_circle(start: Vector, end: Vector) -> Vec<Geo> {
    let angle = start.dot(end).clamp(-1.0, 1.0).acos();
    let steps = (angle.to_degrees() / STEP_DEG).ceil().max(1.0) as i32;
    let mut line: Vec<Geo> = Vec::new();
    for step in 0..=steps {
        let place = start.towards(end, angle, f64::from(step) / f64::from(steps)).to_geo();
        line.push(line.last().map_or(place, |before| place.beside(*before)));
    }
    line
}

/// A place as a vector from the globe's centre, of length 1.
#[derive(Clone, Copy)]
struct Vector([f64; 3]);

impl Vector {
    fn at(lon_deg: f64, lat_deg: f64) -> Self {
        let (lon, lat) = (lon_deg.to_radians(), lat_deg.to_radians());
        Self([lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()])
    }

    fn dot(self, other: Self) -> f64 {
        self.0.iter().zip(other.0).map(|(one, other)| one * other).sum()
    }

    /// The place a share of the way to another that is `angle` radians off: spherical linear interpolation (K. Shoemake,
    /// "Animating rotation with quaternion curves", 1985).
    fn towards(self, other: Self, angle: f64, share: f64) -> Self {
        let sine = angle.sin();
        if sine.abs() < 1e-9 {
            return self;
        }
        let (here, there) = (((1.0 - share) * angle).sin() / sine, (share * angle).sin() / sine);
        let ([a, b, c], [d, e, f]) = (self.0, other.0);
        Self([a * here + d * there, b * here + e * there, c * here + f * there])
    }

    fn to_geo(self) -> Geo {
        let [x, y, z] = self.0;
        Geo::at(y.atan2(x).to_degrees(), z.clamp(-1.0, 1.0).asin().to_degrees())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon_deg: f64, lat_deg: f64) -> Wanted<'static> {
        Wanted { id: "x", code: "", name: "", capital_lon_deg: lon_deg, capital_lat_deg: lat_deg }
    }

    fn lengths(one: &Wanted, other: &Wanted) -> Vec<usize> {
        tie(one, other).0.iter().map(Vec::len).collect()
    }

    #[test]
    fn goes_by_the_pole_rather_than_round_it() {
        let (parts, middle) = tie(&at(100.0, 60.0), &at(160.0, 60.0));
        let north = parts.concat().iter().map(|it| it.lat).fold(0.0, f64::max);
        // By the tangent rule, tan(lat) = tan(60°) / cos(30°).
        assert!((north - 63.435).abs() < 0.1, "{north}");
        assert_eq!(middle, Geo::at(130.0, 63.4349).to_point());
    }

    #[test]
    fn is_cut_where_the_map_is() {
        let (london, washington) = (at(-0.13, 51.51), at(-77.04, 38.9));
        let (parts, middle) = tie(&london, &washington);
        let edges: Vec<f64> =
            parts.iter().filter_map(|part| part.last().map(|it| it.lon)).collect();
        assert_eq!(parts.len(), 2);
        assert!((edges[0].abs() - 180.0).abs() < 1e-9, "{edges:?}");
        assert!(middle.x > 0 && middle.x < crate::projection::WIDTH);
        assert_eq!(lengths(&at(0.0, 0.0), &at(60.0, 0.0)), [21]);
    }

    #[test]
    fn a_place_and_itself_are_joined_by_a_point() {
        assert_eq!(lengths(&at(10.0, 10.0), &at(10.0, 10.0)), [2]);
    }
}
