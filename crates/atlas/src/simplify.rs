//! Simplifies a line: removes the vertices whose effective area is within the tolerance (Visvalingam and Whyatt).

use crate::projection::LonLat;

/// A vertex of a line being simplified.
struct Vertex {
    position: LonLat,
    x: f64,
    y: f64,
    /// The effective area divided by the square of the tolerance: below 1, the vertex can go.
    weight: f64,
}

/// The line without the vertices whose effective area, that of the triangle with both neighbours, is less than the square of
/// the tolerance; the smallest go first. The ends stay, and of a closed line a triangle.
///
/// `tolerance` takes a point of the sheet and returns the tolerance there; all in sheet units.
///
/// M. Visvalingam, J. D. Whyatt: "Line generalisation by repeated elimination of points", The Cartographic Journal 30
/// (1993). Takes time quadratic in the line's length; the arcs of the world are short enough for it.
pub(crate) fn simplify(line: &[LonLat], tolerance: impl Fn((f64, f64)) -> f64) -> Vec<LonLat> {
    let vertex = |&position: &LonLat| {
        let (x, y) = position.to_sheet();
        Vertex { position, x, y, weight: f64::INFINITY }
    };
    let mut vertices: Vec<Vertex> = line.iter().map(vertex).collect();
    let is_closed = line.len() > 2 && line.first() == line.last();
    let fewest = if is_closed { 4 } else { 2 };
    for at in 1..vertices.len() {
        weigh(&mut vertices, at, &tolerance);
    }
    while vertices.len() > fewest {
        let lightest = vertices
            .iter()
            .enumerate()
            .min_by(|(_, one), (_, other)| one.weight.total_cmp(&other.weight));
        let Some((at, _)) = lightest.filter(|(_, it)| it.weight < 1.0) else { break };
        vertices.remove(at);
        weigh(&mut vertices, at - 1, &tolerance);
        weigh(&mut vertices, at, &tolerance);
    }
    vertices.into_iter().map(|it| it.position).collect()
}

/// Sets the weight of a vertex from the triangle with its neighbours; an end of the line has none, and keeps its weight.
fn weigh(vertices: &mut [Vertex], at: usize, tolerance: impl Fn((f64, f64)) -> f64) {
    let Some([before, it, after]) =
        at.checked_sub(1).and_then(|from| vertices.get_mut(from..from + 3))
    else {
        return;
    };
    let triangle =
        ((it.x - before.x) * (after.y - before.y) - (after.x - before.x) * (it.y - before.y)).abs()
            / 2.0;
    it.weight = triangle / tolerance((it.x, it.y)).powi(2);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Simplifies a line of whole degrees; one is about 26 sheet units.
    fn check(line: &[(i32, i32)], tolerance: f64, expected: &[(i32, i32)]) {
        let position = |&(lon, lat): &(i32, i32)| LonLat { lon: lon.into(), lat: lat.into() };
        let line: Vec<LonLat> = line.iter().map(position).collect();
        assert_eq!(
            simplify(&line, |_| tolerance),
            expected.iter().map(position).collect::<Vec<_>>()
        );
    }

    #[test]
    fn keeps_vertices_above_the_tolerance() {
        let line = [(0, 0), (1, 3), (2, 0), (3, 3), (4, 0)];
        check(&line, 1.0, &line);
    }

    #[test]
    fn drops_vertices_within_the_tolerance_smallest_area_first() {
        check(
            &[(0, 0), (10, 1), (20, 0), (30, 20), (40, 0)],
            150.0,
            &[(0, 0), (20, 0), (30, 20), (40, 0)],
        );
    }

    #[test]
    fn keeps_the_ends_and_of_a_closed_line_a_triangle() {
        check(&[(0, 0), (1, 1), (2, 0)], 1e6, &[(0, 0), (2, 0)]);
        check(&[(0, 0), (9, 0), (9, 9), (0, 8), (0, 0)], 1e6, &[(0, 0), (9, 0), (9, 9), (0, 0)]);
        check(&[(0, 0), (0, 0)], 1e6, &[(0, 0), (0, 0)]);
        check(&[], 1e6, &[]);
    }

    #[test]
    fn follows_a_tolerance_that_varies_along_the_line() {
        let line = [(-20, 0), (-15, 1), (-10, 0), (10, 0), (15, 1), (20, 0)]
            .map(|(lon, lat)| LonLat { lon: lon.into(), lat: lat.into() });
        let simplified = simplify(&line, |(x, _)| if x < 4800.0 { 1.0 } else { 200.0 });
        assert!(simplified.contains(&line[1]) && !simplified.contains(&line[4]), "{simplified:?}");
    }
}
