//! Draws the sheet: the outline of the map, its graticule, the land, the borders, and each country that is wanted.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use model::{Bounds, CountryAnchor, Point, Sheet};

use crate::clip;
use crate::detail::Detail;
use crate::path::PathData;
use crate::projection::{Geo, NORTH_DEG, SOUTH_DEG, WIDTH, height, meridian};
use crate::ring::{area, close, melt};
use crate::simplify::thin;
use crate::tie::tie;
use crate::topology::{Arc, ArcRing, Country, Topology};
use crate::{Atlas, Error, Wanted};

/// Of the graticule, in degrees.
const MESH_DEG: usize = 30;
/// The side, in sheet units, of the smallest square by which a meridian may differ from its curve.
const CURVE_GRAIN: f64 = 12.0;

/// Draws a TopoJSON topology whose object `countries` has the countries of the world. Those that are wanted are drawn each
/// by itself, all others as one land. Ties join the capitals of two of them, which are given by their index.
///
/// # Errors
///
/// Says what is wrong with the topology, or which country it lacks.
pub fn draw(
    topology_json: &str,
    wanted: &[Wanted],
    ties: &[(usize, usize)],
) -> Result<Atlas, Error> {
    let topology = Topology::read(topology_json)?;
    let numbers = wanted.iter().map(|it| topology.find(it)).collect::<Result<Vec<_>, _>>()?;
    let drawing = Drawing::new(&topology, &numbers);
    let mut svg = Svg::new();
    svg.path("sphere", &sphere());
    svg.path("graticule", &graticule());
    svg.path("land", &drawing.land(&numbers));
    svg.path("borders", &drawing.borders());
    let mut anchors = Vec::with_capacity(wanted.len());
    for (wanted, number) in wanted.iter().zip(&numbers) {
        let shape = topology.countries.get(*number).and_then(|it| drawing.country(it));
        let shape = shape.ok_or_else(|| Error::NoLand {
            id: wanted.id.to_owned(),
            name: wanted.name.to_owned(),
        })?;
        svg.path(wanted.id, &shape.path);
        anchors.push(CountryAnchor { main: shape.main, capital: capital(wanted)? });
    }
    let ties =
        ties.iter().filter_map(|(one, other)| Some((wanted.get(*one)?, wanted.get(*other)?)));
    let ties = ties.map(|(one, other)| svg.tie(one, other)).collect();
    let sheet = Sheet { width: WIDTH, height: height(), anchors, ties };
    Ok(Atlas { svg: svg.finish(), sheet })
}

fn capital(wanted: &Wanted) -> Result<Point, Error> {
    let Wanted { id, capital_lon_deg: lon_deg, capital_lat_deg: lat_deg, .. } = *wanted;
    let is_on_map = lon_deg.abs() <= 180.0 && (SOUTH_DEG..=NORTH_DEG).contains(&lat_deg);
    if is_on_map {
        Ok(Geo::at(lon_deg, lat_deg).to_point())
    } else {
        Err(Error::NoCapital { id: id.to_owned(), lon_deg, lat_deg })
    }
}

/// The text of the sheet as it grows.
struct Svg(String);

impl Svg {
    fn new() -> Self {
        let svg =
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0" class="atlas-sheet""#;
        Self(format!(r#"{svg} aria-hidden="true" focusable="false"><defs>"#))
    }

    fn path(&mut self, id: &str, path: &PathData) {
        // Writing to a string cannot fail.
        let _ = write!(self.0, r#"<path id="map-{id}" d="{}"/>"#, path.as_str());
    }

    /// Draws the tie between two countries and returns a point on it.
    fn tie(&mut self, one: &Wanted, other: &Wanted) -> Point {
        let (parts, middle) = tie(one, other);
        let mut path = PathData::default();
        parts.iter().for_each(|it| path.line(&points(it)));
        self.path(&format!("{}-{}", one.id, other.id), &path);
        middle
    }

    fn finish(mut self) -> String {
        self.0.push_str("</defs></svg>");
        self.0
    }
}

/// A country as drawn.
struct Shape {
    path: PathData,
    main: Bounds,
}

/// A topology with its arcs thinned to what can be seen.
struct Drawing<'a> {
    topology: &'a Topology,
    detail: Detail,
    arcs: Vec<Arc>,
}

impl<'a> Drawing<'a> {
    fn new(topology: &'a Topology, wanted: &[usize]) -> Self {
        let detail = Detail::of(topology, wanted);
        let arcs = topology.arcs.iter().enumerate();
        let arcs = arcs.map(|(number, arc)| thin(arc, |at| detail.grain(number, at))).collect();
        Self { topology, detail, arcs }
    }

    /// Whether what a ring holds can be seen, and is left by the thinning.
    fn shows(&self, it: &ArcRing) -> bool {
        self.detail.shows(it, self.topology) && self.ring(&close(it, &self.arcs)).is_some()
    }

    /// The places of a line as points of the sheet, where they are seen to be, without those that fall together.
    fn points(&self, line: &[Geo]) -> Vec<Point> {
        apart(line.iter().map(|it| it.to_point_on(self.detail.step(it.on_sheet()))))
    }

    /// The same of a ring; none if it holds nothing.
    fn ring(&self, ring: &[Geo]) -> Option<Vec<Point>> {
        let mut points = self.points(ring);
        while points.len() > 1 && points.first() == points.last() {
            points.pop();
        }
        (twice_area(&points) > 0).then_some(points)
    }

    /// What the map shows of an area with these rings.
    fn area<'r>(&self, rings: impl IntoIterator<Item = &'r ArcRing>) -> Vec<Vec<Point>> {
        let rings: Vec<_> = rings.into_iter().map(|it| close(it, &self.arcs)).collect();
        clip::rings(&rings).iter().filter_map(|it| self.ring(it)).collect()
    }

    /// All countries that are not wanted, as one.
    fn land(&self, wanted: &[usize]) -> PathData {
        let others = self.topology.countries.iter().enumerate();
        let others = others.filter(|(number, _)| !wanted.contains(number));
        let rings = melt(others.flat_map(|(_, it)| it.rings()), &self.topology.arcs);
        rings_path(self.area(rings.iter().filter(|it| self.shows(it))))
    }

    /// The arcs at which two countries meet, each once, unless one of them is too small to be seen there.
    fn borders(&self) -> PathData {
        let mut sides: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (number, country) in self.topology.countries.iter().enumerate() {
            for it in country.rings().filter(|it| self.shows(it)).flatten() {
                sides.entry(it.arc).or_default().push(number);
            }
        }
        // A country whose parts meet, as at 180° of longitude, has no border there.
        sides.retain(|_, sides| sides.iter().any(|it| Some(it) != sides.first()));
        let arcs = sides.keys().filter_map(|it| self.arcs.get(*it));
        let lines = arcs.flat_map(|it| clip::lines(it)).map(|it| self.points(&it));
        let mut path = PathData::default();
        path.lines(lines.filter(|it| it.len() > 1).collect());
        path
    }

    /// A country by itself; none if nothing of it is on the map. Its largest landmass is drawn however small.
    fn country(&self, country: &Country) -> Option<Shape> {
        let size =
            |it: &Vec<ArcRing>| it.first().map_or(0.0, |it| area(&close(it, &self.topology.arcs)));
        let largest =
            country.polygons.iter().max_by(|one, other| size(one).total_cmp(&size(other)))?;
        let (mut drawn, mut main) = (Vec::new(), Vec::new());
        for polygon in &country.polygons {
            let Some((outer, holes)) = polygon.split_first() else { continue };
            let is_largest = std::ptr::eq(polygon, largest);
            if is_largest || self.shows(outer) {
                let pieces = self
                    .area(std::iter::once(outer).chain(holes.iter().filter(|it| self.shows(it))));
                if is_largest {
                    main.clone_from(&pieces);
                }
                drawn.extend(pieces);
            }
        }
        let mainland = main.iter().max_by_key(|it| twice_area(it))?;
        Some(Shape { main: Bounds::around(mainland)?, path: rings_path(drawn) })
    }
}

/// The outline of the map: cut along a meridian, cropped along two parallels.
fn sphere() -> PathData {
    let corner = |lon, lat| Geo { lon, lat };
    let mut outline = vec![corner(-180.0, NORTH_DEG)];
    outline.extend(meridian(-180.0, NORTH_DEG, SOUTH_DEG));
    outline.extend([corner(-180.0, SOUTH_DEG), corner(180.0, SOUTH_DEG)]);
    outline.extend(meridian(180.0, SOUTH_DEG, NORTH_DEG));
    outline.push(corner(180.0, NORTH_DEG));
    rings_path(vec![points(&outline)])
}

/// Meridians and parallels, without those that are edges of the map.
fn graticule() -> PathData {
    let mut path = PathData::default();
    let mesh = || (-180..180).step_by(MESH_DEG).map(f64::from);
    for lon in mesh().filter(|it| *it > -180.0) {
        let mut line = vec![Geo { lon, lat: NORTH_DEG }];
        line.extend(meridian(lon, NORTH_DEG, SOUTH_DEG));
        line.push(Geo { lon, lat: SOUTH_DEG });
        path.line(&points(&thin(&line, |_| CURVE_GRAIN)));
    }
    for lat in mesh().filter(|it| (SOUTH_DEG..NORTH_DEG).contains(it)) {
        path.line(&points(&[Geo { lon: -180.0, lat }, Geo { lon: 180.0, lat }]));
    }
    path
}

fn rings_path(rings: Vec<Vec<Point>>) -> PathData {
    let mut path = PathData::default();
    path.rings(rings);
    path
}

/// The places of a line as exact points of the sheet, without those that fall together.
fn points(line: &[Geo]) -> Vec<Point> {
    apart(line.iter().map(|it| it.to_point()))
}

fn apart(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut points: Vec<Point> = points.collect();
    points.dedup();
    points
}

pub(crate) fn twice_area(ring: &[Point]) -> i64 {
    let cross = |one: &Point, next: &Point| {
        i64::from(one.x) * i64::from(next.y) - i64::from(next.x) * i64::from(one.y)
    };
    let nexts = ring.iter().cycle().skip(1);
    ring.iter().zip(nexts).map(|(one, next)| cross(one, next)).sum::<i64>().abs()
}
