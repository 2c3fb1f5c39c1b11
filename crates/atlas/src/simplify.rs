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
