//! Clips lines and rings to the edges of the map, and closes what is left of a ring along the edge.
//!
//! Rings are clipped to one edge after the other, as in I. Sutherland, G. Hodgman: "Reentrant polygon clipping",
//! Communications of the ACM 17 (1974). Unlike there, the pieces are closed between ends that are neighbours on the edge, so
//! that an area that the edge divides becomes separate rings.

use crate::projection::{LonLat, NORTH_DEG, SOUTH_DEG, meridian};
use crate::ring::Ring;

/// An edge of the map. Positions on it are on the map.
#[derive(Clone, Copy)]
enum Edge {
    West,
    East,
    North,
    South,
}

const EDGES: [Edge; 4] = [Edge::West, Edge::East, Edge::North, Edge::South];

impl Edge {
    /// Whether a position is on the map's side of the edge.
    fn contains(self, it: LonLat) -> bool {
        match self {
            Self::West => it.lon >= -180.0,
            Self::East => it.lon <= 180.0,
            Self::North => it.lat <= NORTH_DEG,
            Self::South => it.lat >= SOUTH_DEG,
        }
    }

    /// Where the segment between two positions on different sides of the edge crosses it.
    fn crossing(self, from: LonLat, to: LonLat) -> LonLat {
        match self {
            Self::West => from.meridian_crossing(to, -180.0),
            Self::East => from.meridian_crossing(to, 180.0),
            Self::North => from.parallel_crossing(to, NORTH_DEG),
            Self::South => from.parallel_crossing(to, SOUTH_DEG),
        }
    }

    /// The coordinate, in degrees, that varies along the edge.
    fn along(self, it: LonLat) -> f64 {
        match self {
            Self::West | Self::East => it.lat,
            Self::North | Self::South => it.lon,
        }
    }

    /// The vertices of the edge between two positions on it: a meridian is curved, a parallel is straight.
    fn vertices(self, from: LonLat, to: LonLat) -> Vec<LonLat> {
        match self {
            Self::West | Self::East => meridian(from.lon, from.lat, to.lat),
            Self::North | Self::South => Vec::new(),
        }
    }
}

/// The part of an area on the map; its rings may reach up to one turn beyond the edges.
pub(crate) fn clip_rings(area: &[Ring]) -> Vec<Ring> {
    world_copies(area)
        .flat_map(|area| EDGES.iter().fold(area, |area, edge| clip_rings_at(area, *edge)))
        .collect()
}

/// The parts of a line on the map; the line may reach up to one turn beyond the edges.
pub(crate) fn clip_line(line: &[LonLat]) -> Vec<Vec<LonLat>> {
    let clip = |lines: Vec<Vec<LonLat>>, edge: &Edge| {
        lines.iter().flat_map(|it| clip_line_at(it, *edge)).collect()
    };
    world_copies(&[line.to_vec()]).flat_map(|lines| EDGES.iter().fold(lines, clip)).collect()
}

/// The same lines one turn to the west, in place, and one turn to the east.
fn world_copies(lines: &[Vec<LonLat>]) -> impl Iterator<Item = Vec<Vec<LonLat>>> {
    let shift = |line: &Vec<LonLat>, by: f64| line.iter().map(|it| it.shifted(by)).collect();
    [-360.0, 0.0, 360.0]
        .into_iter()
        .map(move |by| lines.iter().map(|line| shift(line, by)).collect())
}

/// The parts of a line on the map's side of an edge.
fn clip_line_at(line: &[LonLat], edge: Edge) -> Vec<Vec<LonLat>> {
    let mut parts = Vec::new();
    let mut part: Vec<LonLat> =
        line.first().copied().filter(|it| edge.contains(*it)).into_iter().collect();
    for pair in line.windows(2) {
        let [from, to] = pair else { continue };
        match (edge.contains(*from), edge.contains(*to)) {
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

/// The part of an area on the map's side of an edge.
fn clip_rings_at(area: Vec<Ring>, edge: Edge) -> Vec<Ring> {
    let (mut whole, mut parts) = (Vec::new(), Vec::new());
    for mut ring in area {
        match ring.iter().position(|it| !edge.contains(*it)) {
            None => whole.push(ring),
            Some(outside) => {
                ring.rotate_left(outside);
                ring.extend(ring.first().copied());
                parts.extend(clip_line_at(&ring, edge));
            }
        }
    }
    whole.extend(close_along(edge, parts));
    whole
}

/// An end of a part, on the edge.
#[derive(Clone, Copy)]
struct End {
    part: usize,
    is_last: bool,
    along: f64,
}

/// Closes parts of rings along the edge where they end. Of the ends in their order on the edge, the area lies between the
/// first and the second, the third and the fourth, and so on: the even-odd rule.
fn close_along(edge: Edge, parts: Vec<Vec<LonLat>>) -> Vec<Ring> {
    let end = |part, is_last, it: Option<&LonLat>| {
        it.map(|it| End { part, is_last, along: edge.along(*it) })
    };
    let ends = parts.iter().enumerate();
    let ends = ends
        .flat_map(|(at, part)| [end(at, false, part.first()), end(at, true, part.last())])
        .flatten();
    let mut ends: Vec<End> = ends.collect();
    ends.sort_by(|one, other| one.along.total_cmp(&other.along));
    let partner = |part: usize, is_last: bool| {
        let at = ends.iter().position(|it| it.part == part && it.is_last == is_last)?;
        ends.get(at ^ 1).copied()
    };
    let mut parts: Vec<Option<Vec<LonLat>>> = parts.into_iter().map(Some).collect();
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
            append(&mut ring, part, edge);
            entry = partner(at.part, !at.is_last);
        }
        if let (Some(last), Some(first)) = (ring.last().copied(), ring.first().copied()) {
            ring.extend(edge.vertices(last, first));
            rings.push(ring);
        }
    }
    rings
}

/// Extends a ring along the edge to the start of a part, and along the part.
fn append(ring: &mut Ring, part: Vec<LonLat>, edge: Edge) {
    if let (Some(last), Some(next)) = (ring.last().copied(), part.first().copied()) {
        ring.extend(edge.vertices(last, next));
    }
    ring.extend(part);
}
