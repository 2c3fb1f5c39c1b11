//! Draws the sheet: the outline of the map, the graticule, the land, the borders, each country that is wanted, the ties.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use model::{Bounds, CountryAnchor, Point, Sheet, TieLine};

use crate::clip::{clip_line, clip_rings};
use crate::detail::Detail;
use crate::path::PathData;
use crate::projection::{LonLat, NORTH_DEG, SOUTH_DEG, WIDTH, height, meridian};
use crate::ring::{dissolve, largest_polygon, resolve};
use crate::room::largest_room;
use crate::simplify::simplify;
use crate::tie::great_circle_parts;
use crate::topology::{Arc, ArcRing, Country, Topology};
use crate::{Atlas, Error, Wanted};

/// The distance between the lines of the graticule, in degrees.
const GRATICULE_STEP_DEG: usize = 30;
/// The tolerance, in sheet units, to which the meridians of the graticule are simplified.
const GRATICULE_TOLERANCE: f64 = 12.0;
/// The tolerance of the points of a tie along which its name is written.
const TIE_TOLERANCE: f64 = 30.0;

/// Draws the map: each country that is wanted as a path of its own, all others dissolved into one land.
///
/// - `topology_json` is the text of a quantized TopoJSON topology whose object `countries` is a collection of the countries
///   of the world, such as `countries-50m.json` of the package world-atlas.
/// - `wanted` are the countries to draw by themselves; anchors come back in this order.
/// - `ties` are pairs of indices into `wanted`: a great circle joins the two capitals. A pair with an index out of range is
///   left out. The lines of ties come back in this order.
///
/// # Errors
///
/// If the topology is malformed, lacks a country that is wanted or has no land of it on the map, or if a capital is not on
/// the map. The message says what to do.
pub fn draw(
    topology_json: &str,
    wanted: &[Wanted],
    ties: &[(usize, usize)],
) -> Result<Atlas, Error> {
    let topology = Topology::read(topology_json)?;
    let indices = wanted.iter().map(|it| topology.find(it)).collect::<Result<Vec<_>, _>>()?;
    let drawing = Drawing::new(&topology, &indices);
    let mut svg = Svg::new();
    svg.path("sphere", &sphere());
    svg.path("graticule", &graticule());
    svg.path("land", &drawing.land(&indices));
    svg.path("borders", &drawing.borders());
    let mut anchors = Vec::with_capacity(wanted.len());
    for (wanted, index) in wanted.iter().zip(&indices) {
        let shape = topology.countries.get(*index).and_then(|it| drawing.country(it));
        let shape = shape.ok_or_else(|| Error::NoLand {
            id: wanted.id.to_owned(),
            name: wanted.name.to_owned(),
        })?;
        svg.path(wanted.id, &shape.path);
        anchors.push(CountryAnchor {
            main: shape.main,
            second: shape.second,
            room: shape.room,
            capital: capital(wanted)?,
        });
    }
    let ties =
        ties.iter().filter_map(|(one, other)| Some((wanted.get(*one)?, wanted.get(*other)?)));
    let ties = ties.map(|(one, other)| svg.tie(one, other)).collect();
    let sheet = Sheet { width: WIDTH, height: height(), anchors, ties };
    Ok(Atlas { svg: svg.finish(), sheet })
}

/// The capital of a country as a point of the sheet.
fn capital(wanted: &Wanted) -> Result<Point, Error> {
    let Wanted { id, capital_lon_deg: lon_deg, capital_lat_deg: lat_deg, .. } = *wanted;
    let is_on_map = lon_deg.abs() <= 180.0 && (SOUTH_DEG..=NORTH_DEG).contains(&lat_deg);
    if is_on_map {
        Ok(LonLat::from_degrees(lon_deg, lat_deg).to_point())
    } else {
        Err(Error::CapitalOffMap { id: id.to_owned(), lon_deg, lat_deg })
    }
}

/// The SVG text as it is written.
struct Svg(String);

impl Svg {
    fn new() -> Self {
        let svg =
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0" class="atlas-sheet""#;
        Self(format!(r#"{svg} aria-hidden="true" focusable="false"><defs>"#))
    }

    /// Adds a path to be used by its id.
    fn path(&mut self, id: &str, path: &PathData) {
        // Writing to a string cannot fail.
        let _ = write!(self.0, r#"<path id="map-{id}" d="{}"/>"#, path.as_str());
    }

    /// Draws the tie between two countries and returns its line.
    fn tie(&mut self, one: &Wanted, other: &Wanted) -> TieLine {
        let parts = great_circle_parts(one, other);
        let mut path = PathData::default();
        parts.iter().for_each(|it| path.line(&points(it)));
        self.path(&format!("{}-{}", one.id, other.id), &path);
        let sparse = parts.iter().map(|it| points(&simplify(it, |_| TIE_TOLERANCE)));
        TieLine { parts: sparse.collect() }
    }

    fn finish(mut self) -> String {
        self.0.push_str("</defs></svg>");
        self.0
    }
}

/// A country as drawn, with the bounds of its two largest landmasses, and of the room for a name within the first.
struct Shape {
    path: PathData,
    main: Bounds,
    second: Bounds,
    room: Bounds,
}

/// A topology with its level of detail.
struct Drawing<'a> {
    topology: &'a Topology,
    detail: Detail,
    /// The arcs, simplified: once for all rings that share one, so that neighbours still meet.
    arcs: Vec<Arc>,
}

impl<'a> Drawing<'a> {
    fn new(topology: &'a Topology, wanted: &[usize]) -> Self {
        let detail = Detail::new(topology, wanted);
        let arcs = topology.arcs.iter().enumerate();
        let simplified =
            arcs.map(|(index, arc)| simplify(arc, |at| detail.arc_tolerance(index, at)));
        let arcs = simplified.collect();
        Self { topology, detail, arcs }
    }

    /// Whether a ring is large enough to be seen, and has an area still when simplified and rounded.
    fn is_visible(&self, it: &ArcRing) -> bool {
        self.detail.is_visible(it, self.topology) && ring_points(&resolve(it, &self.arcs)).is_some()
    }

    /// The rings of an area, clipped to the map.
    fn area<'r>(&self, rings: impl IntoIterator<Item = &'r ArcRing>) -> Vec<Vec<Point>> {
        let rings: Vec<_> = rings.into_iter().map(|it| resolve(it, &self.arcs)).collect();
        clip_rings(&rings).iter().filter_map(|it| ring_points(it)).collect()
    }

    /// All countries that are not wanted, dissolved into one.
    fn land(&self, wanted: &[usize]) -> PathData {
        let others = self.topology.countries.iter().enumerate();
        let others = others.filter(|(index, _)| !wanted.contains(index));
        let rings = dissolve(others.flat_map(|(_, it)| it.rings()), &self.topology.arcs);
        rings_path(&self.area(rings.iter().filter(|it| self.is_visible(it))))
    }

    /// The arcs that two countries share, each once, except those of rings that are too small to be seen.
    fn borders(&self) -> PathData {
        let mut sides: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (index, country) in self.topology.countries.iter().enumerate() {
            for it in country.rings().filter(|it| self.is_visible(it)).flatten() {
                sides.entry(it.arc).or_default().push(index);
            }
        }
        // A country whose parts meet, as at 180° of longitude, has no border there.
        sides.retain(|_, sides| sides.iter().any(|it| Some(it) != sides.first()));
        let arcs = sides.keys().filter_map(|it| self.arcs.get(*it));
        let lines = arcs.flat_map(|it| clip_line(it)).map(|it| points(&it));
        let mut path = PathData::default();
        for line in lines.filter(|it| it.len() > 1) {
            path.line(&line);
        }
        path
    }

    /// Draws a country by itself; none if its largest landmass, which is drawn however small, is not on the map.
    fn country(&self, country: &Country) -> Option<Shape> {
        let largest = largest_polygon(country, &self.topology.arcs)?;
        let (mut drawn, mut main_pieces) = (Vec::new(), Vec::new());
        for polygon in &country.polygons {
            let Some((outer, holes)) = polygon.split_first() else { continue };
            let is_largest = std::ptr::eq(polygon, largest);
            if is_largest || self.is_visible(outer) {
                let pieces = self.area(
                    std::iter::once(outer).chain(holes.iter().filter(|it| self.is_visible(it))),
                );
                if is_largest {
                    main_pieces.clone_from(&pieces);
                }
                drawn.extend(pieces);
            }
        }
        let mainland = main_pieces.iter().max_by_key(|it| twice_area(it))?;
        let (main, room) = (Bounds::around(mainland)?, largest_room(mainland)?);
        let others = drawn.iter().filter(|it| !main_pieces.contains(it));
        let second = others.max_by_key(|it| twice_area(it)).and_then(Bounds::around);
        let second = second.unwrap_or_default();
        Some(Shape { main, second, room, path: rings_path(&drawn) })
    }
}

/// The outline of the map: the edge meridian on both sides, and the two parallels that limit it.
fn sphere() -> PathData {
    let vertex = |lon, lat| LonLat { lon, lat };
    let mut outline = vec![vertex(-180.0, NORTH_DEG)];
    outline.extend(meridian(-180.0, NORTH_DEG, SOUTH_DEG));
    outline.extend([vertex(-180.0, SOUTH_DEG), vertex(180.0, SOUTH_DEG)]);
    outline.extend(meridian(180.0, SOUTH_DEG, NORTH_DEG));
    outline.push(vertex(180.0, NORTH_DEG));
    rings_path(&[points(&outline)])
}

/// Meridians and parallels, without those that are edges of the map. A parallel is a straight line in this projection.
fn graticule() -> PathData {
    let mut path = PathData::default();
    let degrees = || (-180..180).step_by(GRATICULE_STEP_DEG).map(f64::from);
    for lon in degrees().filter(|it| *it > -180.0) {
        let mut line = vec![LonLat { lon, lat: NORTH_DEG }];
        line.extend(meridian(lon, NORTH_DEG, SOUTH_DEG));
        line.push(LonLat { lon, lat: SOUTH_DEG });
        path.line(&points(&simplify(&line, |_| GRATICULE_TOLERANCE)));
    }
    for lat in degrees().filter(|it| (SOUTH_DEG..NORTH_DEG).contains(it)) {
        path.line(&points(&[LonLat { lon: -180.0, lat }, LonLat { lon: 180.0, lat }]));
    }
    path
}

fn rings_path(rings: &[Vec<Point>]) -> PathData {
    let mut path = PathData::default();
    for ring in rings {
        path.ring(ring);
    }
    path
}

/// Projects a ring, rounded to whole sheet units; none if it then has no area.
fn ring_points(ring: &[LonLat]) -> Option<Vec<Point>> {
    let mut points = points(ring);
    while points.len() > 1 && points.first() == points.last() {
        points.pop();
    }
    (twice_area(&points) > 0).then_some(points)
}

/// Projects a line, rounded to whole sheet units.
fn points(line: &[LonLat]) -> Vec<Point> {
    dedup(line.iter().map(|it| it.to_point()))
}

/// The points, each once where several in a row coincide.
fn dedup(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut points: Vec<Point> = points.collect();
    points.dedup();
    points
}

/// Twice the area of a ring, in square sheet units, by the shoelace formula: an exact whole number.
pub(crate) fn twice_area(ring: &[Point]) -> i64 {
    let cross = |one: &Point, next: &Point| {
        i64::from(one.x) * i64::from(next.y) - i64::from(next.x) * i64::from(one.y)
    };
    let nexts = ring.iter().cycle().skip(1);
    ring.iter().zip(nexts).map(|(one, next)| cross(one, next)).sum::<i64>().abs()
}
