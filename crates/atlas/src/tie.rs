//! Draws the tie between two capitals: the shorter arc of their great circle, clipped to the map.

use crate::Wanted;
use crate::clip::clip_line;
use crate::projection::LonLat;

/// The greatest distance, in degrees of arc, between vertices of a great circle: at this, it looks curved on the sheet.
const GREAT_CIRCLE_STEP_DEG: f64 = 3.0;

/// The parts on the map of the great circle between two capitals.
pub(crate) fn great_circle_parts(one: &Wanted, other: &Wanted) -> Vec<Vec<LonLat>> {
    let start = UnitVector::from_degrees(one.capital_lon_deg, one.capital_lat_deg);
    let end = UnitVector::from_degrees(other.capital_lon_deg, other.capital_lat_deg);
    clip_line(&great_circle(start, end))
}

/// The shorter arc of the great circle through two positions, both included, with unwrapped longitudes.
fn great_circle(start: UnitVector, end: UnitVector) -> Vec<LonLat> {
    let angle = start.dot(end).clamp(-1.0, 1.0).acos();
    let steps = (angle.to_degrees() / GREAT_CIRCLE_STEP_DEG).ceil().max(1.0) as i32;
    let mut line: Vec<LonLat> = Vec::new();
    for step in 0..=steps {
        let fraction = f64::from(step) / f64::from(steps);
        let position = start.slerp(end, angle, fraction).to_lon_lat();
        line.push(line.last().map_or(position, |before| position.unwrapped_near(*before)));
    }
    line
}

/// A position as the unit vector from the centre of the globe.
#[derive(Clone, Copy)]
struct UnitVector([f64; 3]);

impl UnitVector {
    fn from_degrees(lon_deg: f64, lat_deg: f64) -> Self {
        let (lon, lat) = (lon_deg.to_radians(), lat_deg.to_radians());
        Self([lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()])
    }

    fn dot(self, other: Self) -> f64 {
        self.0.iter().zip(other.0).map(|(one, other)| one * other).sum()
    }

    /// Spherical linear interpolation: the position that divides the arc to another, `angle` radians away, at a fraction
    /// between 0 and 1. For the same or the opposite position, which have no one arc between them, this position itself.
    ///
    /// K. Shoemake: "Animating rotation with quaternion curves", Computer Graphics (SIGGRAPH) 19 (1985).
    fn slerp(self, other: Self, angle: f64, fraction: f64) -> Self {
        let sine = angle.sin();
        if sine.abs() < 1e-9 {
            return self;
        }
        let (here, there) =
            (((1.0 - fraction) * angle).sin() / sine, (fraction * angle).sin() / sine);
        let ([a, b, c], [d, e, f]) = (self.0, other.0);
        Self([a * here + d * there, b * here + e * there, c * here + f * there])
    }

    fn to_lon_lat(self) -> LonLat {
        let [x, y, z] = self.0;
        LonLat::from_degrees(y.atan2(x).to_degrees(), z.clamp(-1.0, 1.0).asin().to_degrees())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lon_deg: f64, lat_deg: f64) -> Wanted<'static> {
        Wanted { id: "x", code: "", name: "", capital_lon_deg: lon_deg, capital_lat_deg: lat_deg }
    }

    fn lengths(one: &Wanted, other: &Wanted) -> Vec<usize> {
        great_circle_parts(one, other).iter().map(Vec::len).collect()
    }

    #[test]
    fn follows_the_great_circle_not_the_parallel() {
        let parts = great_circle_parts(&at(100.0, 60.0), &at(160.0, 60.0));
        let north = parts.concat().iter().map(|it| it.lat).fold(0.0, f64::max);
        // The vertex of a great circle half-way between two points of a parallel: tan(lat) = tan(60°) / cos(30°).
        assert!((north - 63.435).abs() < 0.1, "{north}");
    }

    #[test]
    fn is_clipped_at_the_edge_meridian() {
        let (london, washington) = (at(-0.13, 51.51), at(-77.04, 38.9));
        let parts = great_circle_parts(&london, &washington);
        let edges: Vec<f64> =
            parts.iter().filter_map(|part| part.last().map(|it| it.lon)).collect();
        assert_eq!(parts.len(), 2);
        assert!((edges[0].abs() - 180.0).abs() < 1e-9, "{edges:?}");
        assert_eq!(lengths(&at(0.0, 0.0), &at(60.0, 0.0)), [21]);
    }

    #[test]
    fn a_position_and_itself_are_joined_by_a_point() {
        assert_eq!(lengths(&at(10.0, 10.0), &at(10.0, 10.0)), [2]);
    }
}
