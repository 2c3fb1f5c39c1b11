//! Resolves rings of arcs to closed rings of positions, also those around a pole; measures rings and dissolves countries.

use std::collections::BTreeMap;

use crate::projection::{LonLat, meridian};
use crate::topology::{
    Arc, ArcRef, ArcRing, Country, Node, Polygon, end, join_arcs, start, winding_number,
};

/// A closed line: its last position leads back to its first.
pub(crate) type Ring = Vec<LonLat>;

/// The positions of a ring of arcs.
pub(crate) fn resolve(ring: &[ArcRef], arcs: &[Arc]) -> Ring {
    let mut line = join_arcs(ring, arcs);
    let turn_deg = winding_number(&line) * 360.0;
    line.pop();
    if turn_deg == 0.0 { line } else { close_at_pole(line, turn_deg) }
}

/// Splits a line around a pole where it crosses the edge meridian, and closes it along that meridian by way of the pole.
fn close_at_pole(line: Vec<LonLat>, turn_deg: f64) -> Ring {
    let world_copy = |it: &LonLat| ((it.lon + 180.0) / 360.0).floor();
    let pole = 90.0_f64.copysign(line.iter().map(|it| it.lat).sum());
    let again = line.iter().map(|it| it.shifted(turn_deg));
    let twice: Vec<LonLat> = line.iter().copied().chain(again).collect();
    let crossing = twice.windows(2).enumerate().find_map(|(at, pair)| match pair {
        [before, after] if world_copy(before) != world_copy(after) => {
            let lon = world_copy(before).max(world_copy(after)) * 360.0 - 180.0;
            Some((at + 1, before.meridian_crossing(*after, lon)))
        }
        _ => None,
    });
    let Some((next, near)) = crossing else { return line };
    let around = twice.into_iter().skip(next).take(line.len());
    let far = near.shifted(turn_deg);
    let mut ring: Ring = std::iter::once(near).chain(around).chain([far]).collect();
    ring.extend(meridian(far.lon, far.lat, pole));
    ring.extend([LonLat { lat: pole, ..far }, LonLat { lat: pole, ..near }]);
    ring.extend(meridian(near.lon, pole, near.lat));
    ring
}

/// The area of a ring on the sheet, in square sheet units, by the shoelace formula. The projection is equal-area, so this is
/// the same share of the globe anywhere.
pub(crate) fn area(ring: &[LonLat]) -> f64 {
    let points = ring.iter().map(|it| it.to_sheet());
    let nexts = points.clone().cycle().skip(1);
    points.zip(nexts).map(|((x, y), (next_x, next_y))| x * next_y - next_x * y).sum::<f64>().abs()
        / 2.0
}

/// The largest landmass of a country: the polygon whose outer ring has the largest area; none if there is no polygon.
pub(crate) fn largest_polygon<'a>(country: &'a Country, arcs: &[Arc]) -> Option<&'a Polygon> {
    let outer_area = |it: &Polygon| it.first().map_or(0.0, |outer| area(&resolve(outer, arcs)));
    let areas = country.polygons.iter().map(|it| (outer_area(it), it));
    areas.max_by(|(one, _), (other, _)| one.total_cmp(other)).map(|(_, it)| it)
}

/// Dissolves countries: returns the outline of their union, made of the arcs that only one of the rings uses.
pub(crate) fn dissolve<'a>(
    rings: impl IntoIterator<Item = &'a ArcRing>,
    arcs: &[Arc],
) -> Vec<ArcRing> {
    let mut unshared: BTreeMap<usize, ArcRef> = BTreeMap::new();
    for it in rings.into_iter().flatten() {
        if unshared.remove(&it.arc).is_none() {
            unshared.insert(it.arc, *it);
        }
    }
    let mut outgoing: BTreeMap<Node, Vec<ArcRef>> = BTreeMap::new();
    for it in unshared.into_values() {
        if let Some(node) = start(it, arcs) {
            outgoing.entry(node).or_default().push(it);
        }
    }
    let mut dissolved = Vec::new();
    while let Some(first) = outgoing.keys().next().copied() {
        dissolved.extend(trace_ring(first, &mut outgoing, arcs));
    }
    dissolved
}

/// Takes arcs from node to node until the first node is reached again; none if they lead nowhere.
fn trace_ring(
    first: Node,
    outgoing: &mut BTreeMap<Node, Vec<ArcRef>>,
    arcs: &[Arc],
) -> Option<ArcRing> {
    let (mut ring, mut node) = (ArcRing::new(), first);
    loop {
        let choices = outgoing.get_mut(&node)?;
        let next = choices.pop();
        if choices.is_empty() {
            outgoing.remove(&node);
        }
        let next = next?;
        ring.push(next);
        node = end(next, arcs)?;
        if node == first {
            return Some(ring);
        }
    }
}
