//! Cuts lines and rings at the edges of the map. What is left of a ring is closed along the edge.

use crate::projection::{Geo, NORTH_DEG, SOUTH_DEG, meridian};
use crate::ring::Ring;

/// An edge of the map. Places on it are on the map.
#[derive(Clone, Copy)]
enum Edge {
    West,
    East,
    North,
    South,
}

const EDGES: [Edge; 4] = [Edge::West, Edge::East, Edge::North, Edge::South];

impl Edge {
    fn holds(self, it: Geo) -> bool {
        match self {
            Self::West => it.lon >= -180.0,
            Self::East => it.lon <= 180.0,
            Self::North => it.lat <= NORTH_DEG,
            Self::South => it.lat >= SOUTH_DEG,
        }
    }

    /// Where the way from one place to another crosses the edge; asked only of places on different sides of it.
    fn crossing(self, from: Geo, to: Geo) -> Geo {
        let on_meridian = |lon: f64| Geo {
            lon,
            lat: from.lat + (to.lat - from.lat) * (lon - from.lon) / (to.lon - from.lon),
        };
        let on_parallel = |lat: f64| Geo {
            lon: from.lon + (to.lon - from.lon) * (lat - from.lat) / (to.lat - from.lat),
            lat,
        };
        match self {
            Self::West => on_meridian(-180.0),
            Self::East => on_meridian(180.0),
            Self::North => on_parallel(NORTH_DEG),
            Self::South => on_parallel(SOUTH_DEG),
        }
    }

    /// How far along the edge a place on it is.
    fn along(self, it: Geo) -> f64 {
        match self {
            Self::West | Self::East => it.lat,
            Self::North | Self::South => it.lon,
        }
    }

    /// The corners of the edge between two places on it: a meridian is curved, a parallel is straight.
    fn corners(self, from: Geo, to: Geo) -> Vec<Geo> {
        match self {
            Self::West | Self::East => meridian(from.lon, from.lat, to.lat),
            Self::North | Self::South => Vec::new(),
        }
    }
}

/// What the map shows of an area whose rings may go up to one turn beyond its edges.
pub(crate) fn rings(area: &[Ring]) -> Vec<Ring> {
    turned(area)
        .flat_map(|area| EDGES.iter().fold(area, |area, edge| cut_rings(area, *edge)))
        .collect()
}

/// What the map shows of a line that may go up to one turn beyond its edges.
pub(crate) fn lines(line: &[Geo]) -> Vec<Vec<Geo>> {
    let cut = |lines: Vec<Vec<Geo>>, edge: &Edge| {
        lines.iter().flat_map(|it| cut_line(it, *edge)).collect()
    };
    turned(&[line.to_vec()]).flat_map(|lines| EDGES.iter().fold(lines, cut)).collect()
}

/// The same lines by each name of their longitudes under which they may be on the map.
fn turned(lines: &[Vec<Geo>]) -> impl Iterator<Item = Vec<Vec<Geo>>> {
    let turn =
        |line: &Vec<Geo>, by: f64| line.iter().map(|it| Geo { lon: it.lon + by, ..*it }).collect();
    [-360.0, 0.0, 360.0]
        .into_iter()
        .map(move |by| lines.iter().map(|line| turn(line, by)).collect())
}

/// The parts of a line on the map's side of an edge.
fn cut_line(line: &[Geo], edge: Edge) -> Vec<Vec<Geo>> {
    let mut parts = Vec::new();
    let mut part: Vec<Geo> =
        line.first().copied().filter(|it| edge.holds(*it)).into_iter().collect();
    for pair in line.windows(2) {
        let [from, to] = pair else { continue };
        match (edge.holds(*from), edge.holds(*to)) {
            (true, true) => part.push(*to),
            (false, true) => part = vec![edge.crossing(*from, *to), *to],
            (true, false) => {
                part.push(edge.crossing(*from, *to));
                parts.push(std::mem::take(&mut part));
            }
            (false, false) => {}
        }
    }
    parts.push(part);
    parts.retain(|it| it.len() > 1);
    parts
}

fn cut_rings(area: Vec<Ring>, edge: Edge) -> Vec<Ring> {
    let (mut whole, mut parts) = (Vec::new(), Vec::new());
    for mut ring in area {
        match ring.iter().position(|it| !edge.holds(*it)) {
            None => whole.push(ring),
            Some(outside) => {
                ring.rotate_left(outside);
                ring.extend(ring.first().copied());
                parts.extend(cut_line(&ring, edge));
            }
        }
    }
    whole.extend(join(parts, edge));
    whole
}

/// An end of a part, on the edge.
#[derive(Clone, Copy)]
struct End {
    part: usize,
    is_last: bool,
    along: f64,
}

/// Closes parts of rings along the edge where they end. Of the ends on the edge in order, the area lies between the first
/// and the second, the third and the fourth, and so on.
fn join(parts: Vec<Vec<Geo>>, edge: Edge) -> Vec<Ring> {
    let end = |part, is_last, it: Option<&Geo>| {
        it.map(|it| End { part, is_last, along: edge.along(*it) })
    };
    let ends = parts.iter().enumerate();
    let ends = ends
        .flat_map(|(at, part)| [end(at, false, part.first()), end(at, true, part.last())])
        .flatten();
    let mut ends: Vec<End> = ends.collect();
    ends.sort_by(|one, other| one.along.total_cmp(&other.along));
    let across = |part: usize, is_last: bool| {
        let at = ends.iter().position(|it| it.part == part && it.is_last == is_last)?;
        ends.get(at ^ 1).copied()
    };
    let mut parts: Vec<Option<Vec<Geo>>> = parts.into_iter().map(Some).collect();
    let mut rings = Vec::new();
    for first in 0..parts.len() {
        let mut ring = Ring::new();
        let mut entry = Some(End { part: first, is_last: false, along: 0.0 });
        while let Some(at) = entry
            && let Some(mut part) = parts.get_mut(at.part).and_then(Option::take)
        {
            if at.is_last {
                part.reverse();
            }
            follow(&mut ring, part, edge);
            entry = across(at.part, !at.is_last);
        }
        if let (Some(last), Some(first)) = (ring.last().copied(), ring.first().copied()) {
            ring.extend(edge.corners(last, first));
            rings.push(ring);
        }
    }
    rings
}

/// Goes on along the edge from the ring's last place to a part, and along the part.
fn follow(ring: &mut Ring, part: Vec<Geo>, edge: Edge) {
    if let (Some(last), Some(next)) = (ring.last().copied(), part.first().copied()) {
        ring.extend(edge.corners(last, next));
    }
    ring.extend(part);
}
