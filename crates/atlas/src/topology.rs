//! Reads and checks a TopoJSON topology: arcs of positions, and the countries that they bound.
//!
//! The format is that of "The TopoJSON Format Specification". Once read, every arc lies on the globe and every ring is closed.

use serde::Deserialize;

use crate::projection::LonLat;
use crate::{Error, Wanted};

/// The positions of a coast or border from end to end, with unwrapped longitudes.
pub(crate) type Arc = Vec<LonLat>;

/// A ring of arcs, each of which starts where the one before ends.
pub(crate) type ArcRing = Vec<ArcRef>;

/// An outer ring, and the holes in it.
pub(crate) type Polygon = Vec<ArcRing>;

#[derive(Debug)]
pub(crate) struct Topology {
    pub(crate) arcs: Vec<Arc>,
    pub(crate) countries: Vec<Country>,
}

#[derive(Debug)]
pub(crate) struct Country {
    /// ISO 3166-1 numeric; some countries share one.
    pub(crate) code: String,
    pub(crate) name: String,
    pub(crate) polygons: Vec<Polygon>,
}

/// A reference to an arc, as a part of a ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ArcRef {
    /// The index of the arc in the topology.
    pub(crate) arc: usize,
    /// Whether the ring follows the arc from its end to its start.
    pub(crate) reversed: bool,
}

impl Country {
    pub(crate) fn rings(&self) -> impl Iterator<Item = &ArcRing> {
        self.polygons.iter().flatten()
    }
}

impl ArcRef {
    /// The positions of the arc in the ring's direction.
    pub(crate) fn positions(self, arcs: &[Arc]) -> impl Iterator<Item = LonLat> {
        let arc = arcs.get(self.arc).map_or(&[][..], Vec::as_slice);
        let last = arc.len().saturating_sub(1);
        (0..arc.len())
            .filter_map(move |at| arc.get(if self.reversed { last - at } else { at }).copied())
    }
}

impl Topology {
    /// Reads the JSON text of a topology; the error says what is wrong with it.
    pub(crate) fn read(json: &str) -> Result<Self, Error> {
        let file: File = serde_json::from_str(json).map_err(|why| match why.classify() {
            serde_json::error::Category::Data => Error::NotTopology(why),
            _ => Error::NotJson(why),
        })?;
        let transform = file.transform.ok_or(Error::NoTransform)?;
        let arcs = file
            .arcs
            .iter()
            .enumerate()
            .map(|(at, arc)| transform.decode(at, arc))
            .collect::<Result<Vec<_>, _>>()?;
        let countries = file.objects.countries.geometries.into_iter();
        let countries = countries.map(|it| country(it, &arcs)).collect::<Result<_, _>>()?;
        Ok(Self { arcs, countries })
    }

    /// The index of a country. Both code and name must match: Australia shares its code with islands.
    pub(crate) fn find(&self, wanted: &Wanted) -> Result<usize, Error> {
        let matches = |it: &Country| it.code == wanted.code && it.name == wanted.name;
        self.countries.iter().position(matches).ok_or_else(|| Error::UnknownCountry {
            id: wanted.id.to_owned(),
            code: wanted.code.to_owned(),
            name: wanted.name.to_owned(),
            nearest: self.nearest(wanted),
        })
    }

    /// The codes and names of up to three countries with the wanted code or the most similar names (Jaro–Winkler).
    fn nearest(&self, wanted: &Wanted) -> Vec<(String, String)> {
        let similarity = |it: &Country| {
            if it.code == wanted.code { 2.0 } else { strsim::jaro_winkler(&it.name, wanted.name) }
        };
        let mut near: Vec<_> = self
            .countries
            .iter()
            .map(|it| (similarity(it), it))
            .filter(|(similarity, _)| *similarity > 0.8)
            .collect();
        near.sort_by(|(left, _), (right, _)| right.total_cmp(left));
        near.into_iter().take(3).map(|(_, it)| (it.code.clone(), it.name.clone())).collect()
    }
}

#[derive(Deserialize)]
struct File {
    transform: Option<Transform>,
    arcs: Vec<Vec<[i64; 2]>>,
    objects: Objects,
}

#[derive(Deserialize)]
struct Objects {
    countries: Collection,
}

#[derive(Deserialize)]
struct Collection {
    geometries: Vec<Geometry>,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(default)]
    id: String,
    #[serde(default)]
    properties: Properties,
    #[serde(flatten)]
    shape: Shape,
}

#[derive(Default, Deserialize)]
struct Properties {
    #[serde(default)]
    name: String,
}

#[derive(Deserialize)]
#[serde(tag = "type")]
enum Shape {
    Polygon {
        arcs: Vec<Vec<i64>>,
    },
    MultiPolygon {
        arcs: Vec<Vec<Vec<i64>>>,
    },
    /// Points and lines are no countries.
    #[serde(other)]
    Other,
}

/// The quantization of positions: degrees are the whole numbers times `scale`, plus `translate`.
#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

impl Transform {
    /// Decodes an arc, whose positions are delta-encoded: the first from the origin, each other from the one before.
    fn decode(&self, arc: usize, deltas: &[[i64; 2]]) -> Result<Arc, Error> {
        let mut at = [0_i64; 2];
        let mut positions: Arc = Vec::with_capacity(deltas.len());
        for [dx, dy] in deltas {
            let [x, y] = at;
            at = [x.saturating_add(*dx), y.saturating_add(*dy)];
            let position = self.position(at).ok_or(Error::OutOfRange { arc })?;
            positions
                .push(positions.last().map_or(position, |before| position.unwrapped_near(*before)));
        }
        if positions.len() < 2 { Err(Error::ShortArc { arc }) } else { Ok(positions) }
    }

    /// The position of a pair of quantized coordinates; none beyond ±180° of longitude or ±90° of latitude.
    fn position(&self, [x, y]: [i64; 2]) -> Option<LonLat> {
        // Rounding may miss 180 and 90 by a little.
        const ROUNDING_DEG: f64 = 1e-6;
        let ([scale_x, scale_y], [west, south]) = (self.scale, self.translate);
        let (lon, lat) = (x as f64 * scale_x + west, y as f64 * scale_y + south);
        let is_on_globe = lon.abs() <= 180.0 + ROUNDING_DEG && lat.abs() <= 90.0 + ROUNDING_DEG;
        is_on_globe.then(|| LonLat::from_degrees(lon, lat.clamp(-90.0, 90.0)))
    }
}

/// Resolves a geometry to a country, whose rings it checks.
fn country(geometry: Geometry, arcs: &[Arc]) -> Result<Country, Error> {
    let polygons = match geometry.shape {
        Shape::Polygon { arcs } => vec![arcs],
        Shape::MultiPolygon { arcs } => arcs,
        Shape::Other => Vec::new(),
    };
    let name = geometry.properties.name;
    let ring = |references: Vec<i64>| ring(&references, arcs, &name);
    let polygon =
        |rings: Vec<Vec<i64>>| rings.into_iter().filter(|it| !it.is_empty()).map(ring).collect();
    let polygons = polygons.into_iter().map(polygon).collect::<Result<_, _>>()?;
    Ok(Country { code: geometry.id, name, polygons })
}

/// Reads the arc references of a ring: the ones' complement of an index means that arc, reversed. Checks that the ring is
/// closed and goes around the globe at most once.
fn ring(references: &[i64], arcs: &[Arc], country: &str) -> Result<ArcRing, Error> {
    let missing = |arc| Error::NoSuchArc { country: country.to_owned(), arc, count: arcs.len() };
    let arc_ref = |&it: &i64| {
        let (arc, reversed) = if it < 0 { (!it, true) } else { (it, false) };
        let arc =
            usize::try_from(arc).ok().filter(|arc| *arc < arcs.len()).ok_or_else(|| missing(it))?;
        Ok(ArcRef { arc, reversed })
    };
    let ring = references.iter().map(arc_ref).collect::<Result<ArcRing, _>>()?;
    let nexts = ring.iter().cycle().skip(1);
    if !ring.iter().zip(nexts).all(|(one, next)| end(*one, arcs) == start(*next, arcs)) {
        return Err(Error::OpenRing { country: country.to_owned() });
    }
    let line = join_arcs(&ring, arcs);
    let winds_at_most_once =
        line.iter().all(|it| it.lon.abs() <= 540.0) && winding_number(&line).abs() <= 1.0;
    if winds_at_most_once { Ok(ring) } else { Err(Error::Winding { country: country.to_owned() }) }
}

/// The positions along a ring with unwrapped longitudes. The first is within ±180° of longitude; the last is the first
/// again, or a whole turn away from it if the ring goes around a pole.
pub(crate) fn join_arcs(ring: &[ArcRef], arcs: &[Arc]) -> Vec<LonLat> {
    let mut line: Vec<LonLat> = Vec::new();
    for it in ring {
        let origin = LonLat { lon: 0.0, lat: 0.0 };
        let before = line.pop();
        let Some(first) = it.positions(arcs).next() else { continue };
        // An arc is unwrapped, so all of it shifts as its first position does.
        let shift = first.unwrapped_near(before.unwrap_or(origin)).lon - first.lon;
        line.extend(it.positions(arcs).map(|it| it.shifted(shift)));
    }
    line
}

/// The winding number of a closed line about the globe's axis, eastwards.
pub(crate) fn winding_number(line: &[LonLat]) -> f64 {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return 0.0 };
    ((last.lon - first.lon) / 360.0).round()
}

/// A position where arcs meet: longitude and latitude in millionths of a degree, the longitude wrapped to one turn.
pub(crate) type Node = (i64, i64);

/// The node at which a ring enters an arc.
pub(crate) fn start(it: ArcRef, arcs: &[Arc]) -> Option<Node> {
    it.positions(arcs).next().map(node)
}

/// The node at which a ring leaves an arc.
pub(crate) fn end(it: ArcRef, arcs: &[Arc]) -> Option<Node> {
    start(ArcRef { reversed: !it.reversed, ..it }, arcs)
}

fn node(it: LonLat) -> Node {
    let millionths = |degrees: f64| (degrees * 1e6).round() as i64;
    (millionths(it.lon).rem_euclid(360_000_000), millionths(it.lat))
}
