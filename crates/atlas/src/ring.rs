//! Closes rings, also those round a pole; measures them; melts the rings of many countries into those of one land.

use std::collections::BTreeMap;

use crate::projection::{Geo, meridian};
use crate::topology::{Arc, ArcRing, ArcUse, Node, end, join, start, turns};

/// A closed line: its last place leads to its first.
pub(crate) type Ring = Vec<Geo>;

/// The ring that arcs make.
pub(crate) fn close(ring: &[ArcUse], arcs: &[Arc]) -> Ring {
    let mut line = join(ring, arcs);
    let turn = turns(&line) * 360.0;
    line.pop();
    if turn == 0.0 { line } else { close_at_pole(line, turn) }
}

/// Opens a line that goes round a pole where the map is cut, and leads it along the cut to the pole and back.
fn close_at_pole(line: Vec<Geo>, turn: f64) -> Ring {
    let sheet = |it: &Geo| ((it.lon + 180.0) / 360.0).floor();
    let pole = 90.0_f64.copysign(line.iter().map(|it| it.lat).sum());
    let again = line.iter().map(|it| Geo { lon: it.lon + turn, ..*it });
    let twice: Vec<Geo> = line.iter().copied().chain(again).collect();
    let crossing = twice.windows(2).enumerate().find_map(|(at, pair)| match pair {
        [before, after] if sheet(before) != sheet(after) => {
            let lon = sheet(before).max(sheet(after)) * 360.0 - 180.0;
            Some((at + 1, Geo { lon, lat: between(*before, *after, lon) }))
        }
        _ => None,
    });
    let Some((next, cut)) = crossing else { return line };
    let round = twice.into_iter().skip(next).take(line.len());
    let far = Geo { lon: cut.lon + turn, ..cut };
    let mut ring: Ring = std::iter::once(cut).chain(round).chain([far]).collect();
    ring.extend(meridian(far.lon, cut.lat, pole));
    ring.extend([Geo { lat: pole, ..far }, Geo { lat: pole, ..cut }]);
    ring.extend(meridian(cut.lon, pole, cut.lat));
    ring
}

/// The latitude at which the line from one place to another has a longitude.
fn between(from: Geo, to: Geo, lon: f64) -> f64 {
    from.lat + (to.lat - from.lat) * (lon - from.lon) / (to.lon - from.lon)
}

/// What a ring holds, in square sheet units. The projection keeps areas, so this is the same share of the globe anywhere.
pub(crate) fn area(ring: &[Geo]) -> f64 {
    let points = ring.iter().map(|it| it.on_sheet());
    let nexts = points.clone().cycle().skip(1);
    points.zip(nexts).map(|((x, y), (next_x, next_y))| x * next_y - next_x * y).sum::<f64>().abs()
        / 2.0
}

/// The outline of many countries as one: their rings without the arcs at which two of them meet.
pub(crate) fn melt<'a>(rings: impl IntoIterator<Item = &'a ArcRing>, arcs: &[Arc]) -> Vec<ArcRing> {
    let mut outer: BTreeMap<usize, ArcUse> = BTreeMap::new();
    for it in rings.into_iter().flatten() {
        if outer.remove(&it.arc).is_none() {
            outer.insert(it.arc, *it);
        }
    }
    let mut leaving: BTreeMap<Node, Vec<ArcUse>> = BTreeMap::new();
    for it in outer.into_values() {
        if let Some(node) = start(it, arcs) {
            leaving.entry(node).or_default().push(it);
        }
    }
    let mut melted = Vec::new();
    while let Some(first) = leaving.keys().next().copied() {
        melted.extend(walk(first, &mut leaving, arcs));
    }
    melted
}

/// Takes arcs from node to node until the first is reached again; none if they lead nowhere.
fn walk(first: Node, leaving: &mut BTreeMap<Node, Vec<ArcUse>>, arcs: &[Arc]) -> Option<ArcRing> {
    let (mut ring, mut node) = (ArcRing::new(), first);
    loop {
        let choices = leaving.get_mut(&node)?;
        let next = choices.pop();
        if choices.is_empty() {
            leaving.remove(&node);
        }
        let next = next?;
        ring.push(next);
        node = end(next, arcs)?;
        if node == first {
            return Some(ring);
        }
    }
}
