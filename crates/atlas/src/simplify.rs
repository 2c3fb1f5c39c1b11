//! Thins a line to the places that can be seen.

use crate::projection::Geo;

/// A place of a line, and how much of the line's shape hangs on it: below 1, it cannot be seen.
struct Corner {
    place: Geo,
    x: f64,
    y: f64,
    weight: f64,
}

/// The line without the places that cannot be seen, least visible first; `grain` is the side in sheet units of the
/// smallest square that can be seen at a place. The ends stay, and of a closed line a triangle.
///
/// M. Visvalingam, J. D. Whyatt: "Line generalisation by repeated elimination of points", The Cartographic Journal 30
/// (1993). Quadratic in the line's length, which no arc of the world makes felt.
pub(crate) fn thin(line: &[Geo], grain: impl Fn((f64, f64)) -> f64) -> Vec<Geo> {
    let corner = |&place: &Geo| {
        let (x, y) = place.on_sheet();
        Corner { place, x, y, weight: f64::INFINITY }
    };
    let mut corners: Vec<Corner> = line.iter().map(corner).collect();
    let is_closed = line.len() > 2 && line.first() == line.last();
    let least = if is_closed { 4 } else { 2 };
    for at in 1..corners.len() {
        weigh(&mut corners, at, &grain);
    }
    while corners.len() > least {
        let lightest = corners
            .iter()
            .enumerate()
            .min_by(|(_, one), (_, other)| one.weight.total_cmp(&other.weight));
        let Some((at, _)) = lightest.filter(|(_, it)| it.weight < 1.0) else { break };
        corners.remove(at);
        weigh(&mut corners, at - 1, &grain);
        weigh(&mut corners, at, &grain);
    }
    corners.into_iter().map(|it| it.place).collect()
}

/// Weighs a corner by the triangle that it makes with its neighbours; an end of the line has none, and stays as it is.
fn weigh(corners: &mut [Corner], at: usize, grain: impl Fn((f64, f64)) -> f64) {
    let Some([before, it, after]) =
        at.checked_sub(1).and_then(|from| corners.get_mut(from..from + 3))
    else {
        return;
    };
    let triangle =
        ((it.x - before.x) * (after.y - before.y) - (after.x - before.x) * (it.y - before.y)).abs()
            / 2.0;
    it.weight = triangle / grain((it.x, it.y)).powi(2);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Thins a line of whole degrees; one is about 26 units of the sheet.
    fn check(line: &[(i32, i32)], grain: f64, expected: &[(i32, i32)]) {
        let place = |&(lon, lat): &(i32, i32)| Geo { lon: lon.into(), lat: lat.into() };
        let line: Vec<Geo> = line.iter().map(place).collect();
        assert_eq!(thin(&line, |_| grain), expected.iter().map(place).collect::<Vec<_>>());
    }

    #[test]
    fn keeps_what_can_be_seen() {
        let line = [(0, 0), (1, 3), (2, 0), (3, 3), (4, 0)];
        check(&line, 1.0, &line);
    }

    #[test]
    fn drops_what_cannot_be_seen_least_visible_first() {
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

    /// A place may be seen better than its neighbours.
    #[test]
    fn is_finer_where_the_grain_is() {
        let line = [(-20, 0), (-15, 1), (-10, 0), (10, 0), (15, 1), (20, 0)]
            .map(|(lon, lat)| Geo { lon: lon.into(), lat: lat.into() });
        let thinned = thin(&line, |(x, _)| if x < 4800.0 { 1.0 } else { 200.0 });
        assert!(thinned.contains(&line[1]) && !thinned.contains(&line[4]), "{thinned:?}");
    }
}
