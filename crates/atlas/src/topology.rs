//! Reads a TopoJSON topology: arcs of positions, and the countries that they bound. What is accepted here is sound: every
//! arc lies on the globe and every ring is closed.

use serde::Deserialize;

use crate::projection::Geo;
use crate::{Error, Wanted};

/// The positions of a coast or border, from one end to the other, without jumps in longitude.
pub(crate) type Arc = Vec<Geo>;

/// Arcs that, one after the other, come back to where they began.
pub(crate) type ArcRing = Vec<ArcUse>;

#[derive(Debug)]
pub(crate) struct Topology {
    pub(crate) arcs: Vec<Arc>,
    pub(crate) countries: Vec<Country>,
}

#[derive(Debug)]
pub(crate) struct Country {
    pub(crate) code: String,
    pub(crate) name: String,
    /// Each an outer ring and the holes in it.
    pub(crate) polygons: Vec<Vec<ArcRing>>,
}

/// An arc as part of a ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ArcUse {
    pub(crate) arc: usize,
    pub(crate) reversed: bool,
}

impl Country {
    pub(crate) fn rings(&self) -> impl Iterator<Item = &ArcRing> {
        self.polygons.iter().flatten()
    }
}

impl ArcUse {
    /// The positions of the arc in the order in which the ring passes them.
    pub(crate) fn positions(self, arcs: &[Arc]) -> impl Iterator<Item = Geo> {
        let arc = arcs.get(self.arc).map_or(&[][..], Vec::as_slice);
        let last = arc.len().saturating_sub(1);
        (0..arc.len())
            .filter_map(move |at| arc.get(if self.reversed { last - at } else { at }).copied())
    }
}

impl Topology {
    /// Reads the text of a topology.
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
            .map(|(at, arc)| transform.arc(at, arc))
            .collect::<Result<Vec<_>, _>>()?;
        let countries = file.objects.countries.geometries.into_iter();
        let countries = countries.map(|it| country(it, &arcs)).collect::<Result<_, _>>()?;
        Ok(Self { arcs, countries })
    }

    /// The number of the country that is wanted. Both code and name must fit: Australia shares its code with islands.
    pub(crate) fn find(&self, wanted: &Wanted) -> Result<usize, Error> {
        let fits = |it: &Country| it.code == wanted.code && it.name == wanted.name;
        self.countries.iter().position(fits).ok_or_else(|| Error::Unknown {
            id: wanted.id.to_owned(),
            code: wanted.code.to_owned(),
            name: wanted.name.to_owned(),
            nearest: self.nearest(wanted),
        })
    }

    /// The countries with the code that is wanted, and those with the names most like the one that is.
    fn nearest(&self, wanted: &Wanted) -> Vec<(String, String)> {
        let likeness = |it: &Country| {
            if it.code == wanted.code { 2.0 } else { strsim::jaro_winkler(&it.name, wanted.name) }
        };
        let mut near: Vec<_> = self
            .countries
            .iter()
            .map(|it| (likeness(it), it))
            .filter(|(like, _)| *like > 0.8)
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

/// How whole numbers stand for degrees.
#[derive(Deserialize)]
struct Transform {
    scale: [f64; 2],
    translate: [f64; 2],
}

impl Transform {
    /// The positions of an arc: its first is given from the origin, each other from the one before.
    fn arc(&self, arc: usize, steps: &[[i64; 2]]) -> Result<Arc, Error> {
        let mut at = [0_i64; 2];
        let mut positions: Arc = Vec::with_capacity(steps.len());
        for [right, up] in steps {
            let [x, y] = at;
            at = [x.saturating_add(*right), y.saturating_add(*up)];
            let position = self.position(at).ok_or(Error::OffTheGlobe { arc })?;
            positions.push(positions.last().map_or(position, |before| position.beside(*before)));
        }
        if positions.len() < 2 { Err(Error::ShortArc { arc }) } else { Ok(positions) }
    }

    /// The place that a pair of whole numbers stands for, if there is such a place on the globe.
    fn position(&self, [x, y]: [i64; 2]) -> Option<Geo> {
        // Some slack: sums of such fractions miss 180 and 90 by a hair.
        const SLACK_DEG: f64 = 1e-6;
        let ([scale_x, scale_y], [west, south]) = (self.scale, self.translate);
        let (lon, lat) = (x as f64 * scale_x + west, y as f64 * scale_y + south);
        let is_on_globe = lon.abs() <= 180.0 + SLACK_DEG && lat.abs() <= 90.0 + SLACK_DEG;
        is_on_globe.then(|| Geo::at(lon, lat.clamp(-90.0, 90.0)))
    }
}

fn country(geometry: Geometry, arcs: &[Arc]) -> Result<Country, Error> {
    let polygons = match geometry.shape {
        Shape::Polygon { arcs } => vec![arcs],
        Shape::MultiPolygon { arcs } => arcs,
        Shape::Other => Vec::new(),
    };
    let name = geometry.properties.name;
    let ring = |uses: Vec<i64>| ring(&uses, arcs, &name);
    let polygon =
        |rings: Vec<Vec<i64>>| rings.into_iter().filter(|it| !it.is_empty()).map(ring).collect();
    let polygons = polygons.into_iter().map(polygon).collect::<Result<_, _>>()?;
    Ok(Country { code: geometry.id, name, polygons })
}

fn ring(uses: &[i64], arcs: &[Arc], country: &str) -> Result<ArcRing, Error> {
    let missing = |arc| Error::NoSuchArc { country: country.to_owned(), arc, count: arcs.len() };
    let arc_use = |&it: &i64| {
        let (arc, reversed) = if it < 0 { (!it, true) } else { (it, false) };
        let arc =
            usize::try_from(arc).ok().filter(|arc| *arc < arcs.len()).ok_or_else(|| missing(it))?;
        Ok(ArcUse { arc, reversed })
    };
    let ring = uses.iter().map(arc_use).collect::<Result<ArcRing, _>>()?;
    let nexts = ring.iter().cycle().skip(1);
    if !ring.iter().zip(nexts).all(|(one, next)| end(*one, arcs) == start(*next, arcs)) {
        return Err(Error::OpenRing { country: country.to_owned() });
    }
    let line = join(&ring, arcs);
    let is_around_once = line.iter().all(|it| it.lon.abs() <= 540.0) && turns(&line).abs() <= 1.0;
    if is_around_once { Ok(ring) } else { Err(Error::Winding { country: country.to_owned() }) }
}

/// The positions along a ring, from a first within ±180° of longitude to the same place again: by another name of its
/// longitude if the ring goes round a pole.
pub(crate) fn join(ring: &[ArcUse], arcs: &[Arc]) -> Vec<Geo> {
    let mut line: Vec<Geo> = Vec::new();
    for it in ring {
        let origin = Geo { lon: 0.0, lat: 0.0 };
        let before = line.pop();
        let Some(first) = it.positions(arcs).next() else { continue };
        // An arc has no jumps, so all of it moves as its first position does.
        let moved = first.beside(before.unwrap_or(origin)).lon - first.lon;
        line.extend(it.positions(arcs).map(|it| Geo { lon: it.lon + moved, ..it }));
    }
    line
}

/// How often a closed line goes round the globe, eastwards.
pub(crate) fn turns(line: &[Geo]) -> f64 {
    let (Some(first), Some(last)) = (line.first(), line.last()) else { return 0.0 };
    ((last.lon - first.lon) / 360.0).round()
}

/// A place where arcs meet, in millionths of a degree, alike for all names of its longitude.
pub(crate) type Node = (i64, i64);

/// Where a ring enters an arc.
pub(crate) fn start(it: ArcUse, arcs: &[Arc]) -> Option<Node> {
    it.positions(arcs).next().map(node)
}

/// Where a ring leaves an arc.
pub(crate) fn end(it: ArcUse, arcs: &[Arc]) -> Option<Node> {
    start(ArcUse { reversed: !it.reversed, ..it }, arcs)
}

fn node(it: Geo) -> Node {
    let millionths = |degrees: f64| (degrees * 1e6).round() as i64;
    (millionths(it.lon).rem_euclid(360_000_000), millionths(it.lat))
}
