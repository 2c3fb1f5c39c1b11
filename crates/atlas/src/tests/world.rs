//! Draws the briefing's own map, from the Natural Earth topology in `assets/map`.

use std::sync::LazyLock;

use model::{Bounds, Point};

use super::{lines, path};
use crate::projection::LonLat;
use crate::{Atlas, Wanted, draw, project};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../assets/map/countries-50m.json");

const fn country<'a>(id: &'a str, code: &'a str, name: &'a str, lon: f64, lat: f64) -> Wanted<'a> {
    Wanted { id, code, name, capital_lon_deg: lon, capital_lat_deg: lat }
}

const COUNTRIES: [Wanted; 8] = [
    country("aus", "036", "Australia", 149.13, -35.28),
    country("gbr", "826", "United Kingdom", -0.13, 51.51),
    country("usa", "840", "United States of America", -77.04, 38.9),
    country("jpn", "392", "Japan", 139.69, 35.68),
    country("kor", "410", "South Korea", 126.98, 37.57),
    country("can", "124", "Canada", -75.7, 45.42),
    country("nzl", "554", "New Zealand", 174.78, -41.29),
    country("chn", "156", "China", 116.4, 39.9),
];

/// The largest size of the SVG, as the page carries it whole.
const MAX_BYTES: usize = 80_000;

static JSON: LazyLock<String> = LazyLock::new(|| std::fs::read_to_string(FILE).unwrap());
static WORLD: LazyLock<Atlas> = LazyLock::new(|| draw(&JSON, &COUNTRIES, &[]).unwrap());

fn contains(bounds: Bounds, it: Point) -> bool {
    (0..=bounds.width).contains(&(it.x - bounds.x))
        && (0..=bounds.height).contains(&(it.y - bounds.y))
}

/// Whether a point is inside a path, by the even-odd rule.
fn is_inside(path: &str, it: Point) -> bool {
    let crosses = |from: &Point, to: &Point| {
        let across = f64::from(to.x - from.x) / f64::from(to.y - from.y) * f64::from(it.y - from.y);
        (from.y > it.y) != (to.y > it.y) && f64::from(it.x) < f64::from(from.x) + across
    };
    let rings = lines(path).into_iter().map(|(ring, _)| {
        ring.iter().zip(ring.iter().cycle().skip(1)).filter(|(from, to)| crosses(from, to)).count()
    });
    rings.sum::<usize>() % 2 == 1
}

/// All points of the land, the borders and the countries, line by line.
fn drawn() -> impl Iterator<Item = (&'static str, Vec<Point>)> {
    let ids = ["land", "borders"].into_iter().chain(COUNTRIES.map(|it| it.id));
    ids.flat_map(|id| lines(path(&WORLD, id)).into_iter().map(move |(points, _)| (id, points)))
}

/// Half the width of the map at each height of the sheet.
static HALF_WIDTHS: LazyLock<Vec<f64>> = LazyLock::new(|| {
    let lats = (-6300..=7800).rev().map(|it| f64::from(it) / 100.0);
    let edge: Vec<(f64, f64)> = lats.map(|lat| LonLat { lon: 180.0, lat }.to_sheet()).collect();
    let at = |y: i32| edge.iter().find(|it| it.1 >= f64::from(y)).or(edge.last());
    (0..=WORLD.sheet.height)
        .map(|y| at(y).unwrap().0 - f64::from(WORLD.sheet.width) / 2.0)
        .collect()
});

/// Where a point is between the central meridian, 0, and the left and right edges, -1 and 1; and the same for a sheet unit.
fn across(it: Point) -> (f64, f64) {
    let half = HALF_WIDTHS[usize::try_from(it.y).unwrap()];
    ((f64::from(it.x) - f64::from(WORLD.sheet.width) / 2.0) / half, 1.0 / half)
}

/// Whether a point is on an edge of the map.
fn is_on_edge(it: Point) -> bool {
    let (at, unit) = across(it);
    it.y == 0 || it.y == WORLD.sheet.height || at.abs() > 1.0 - 3.0 * unit
}

#[test]
fn places_every_country() {
    assert_eq!(WORLD.sheet.anchors.len(), COUNTRIES.len());
    for (country, anchor) in COUNTRIES.iter().zip(&WORLD.sheet.anchors) {
        let id = country.id;
        let points = lines(path(&WORLD, id)).into_iter().flat_map(|(points, _)| points);
        let bounds = Bounds::around(&points.collect::<Vec<_>>());
        assert!(bounds.is_some_and(|it| contains(it, anchor.capital)), "the capital of {id}");
        let (x, y) = project(country.capital_lon_deg, country.capital_lat_deg);
        assert_eq!(anchor.capital, Point { x: x.round() as i32, y: y.round() as i32 });
    }
}

#[test]
fn stays_on_the_sheet() {
    let sheet = Bounds { x: 0, y: 0, width: WORLD.sheet.width, height: WORLD.sheet.height };
    for (id, points) in drawn() {
        assert!(points.iter().all(|it| contains(sheet, *it)), "{id}");
    }
}

/// A long straight segment would be a line that was not split at the edge meridian.
#[test]
fn has_no_seams() {
    // The border of Canada and the United States along 49° N has 613 units.
    const LONGEST: f64 = 620.0;
    for (id, points) in drawn() {
        let ring = points.iter().zip(points.iter().cycle().skip(1));
        let lines = if id == "borders" { points.len() - 1 } else { points.len() };
        for (from, to) in ring.take(lines) {
            let length = f64::from(to.x - from.x).hypot(f64::from(to.y - from.y));
            let is_edge = is_on_edge(*from) && is_on_edge(*to);
            assert!(length < LONGEST || is_edge, "{id} has a line from {from:?} to {to:?}");
        }
    }
}

/// The file splits countries at the antimeridian; no border shows there.
#[test]
fn hides_the_antimeridian() {
    // The antimeridian is 30° of the 180° from the central meridian to the right edge.
    let is_on = |it: &Point| (across(*it).0 - 30.0 / 180.0).abs() < across(*it).1;
    for (id, points) in drawn().filter(|(id, _)| *id == "borders") {
        assert!(!points.iter().any(is_on), "{id} touches 180°: {points:?}");
    }
    let russia = country("rus", "643", "Russia", 37.62, 55.75);
    let atlas = draw(&JSON, &[russia], &[]).unwrap();
    let main = atlas.sheet.anchors[0].main;
    let (strait, _) = project(-171.0, 66.0);
    assert!(f64::from(main.x + main.width) > strait, "the mainland reaches the Bering Strait");
}

/// South of the northern limit only Greenland is clipped, at both ends of the map; nothing is at the southern limit.
#[test]
fn clips_only_greenland_and_the_far_north() {
    let mut ends = [0, 0];
    let south = project(0.0, 59.7).1;
    let is_at_side = |it: &Point| it.y > 0 && is_on_edge(*it);
    assert!(drawn().all(|(_, points)| points.iter().all(|it| it.y < WORLD.sheet.height)));
    for (id, points) in drawn().filter(|(_, points)| points.iter().any(is_at_side)) {
        assert_eq!(id, "land");
        assert!(points.iter().all(|it| f64::from(it.y) <= south), "{points:?}");
        ends[usize::from(points[0].x > WORLD.sheet.width / 2)] += 1;
    }
    assert_eq!(ends, [1, 1], "parts at the left and at the right");
}

/// Where a country is large, a name has room in it; the middle of that is where the country is.
#[test]
fn large_countries_have_room() {
    for (country, anchor) in COUNTRIES.iter().zip(&WORLD.sheet.anchors) {
        let (id, room) = (country.id, anchor.room);
        assert!(contains(anchor.main, room.middle()), "the middle of {id}");
        let is_large = ["aus", "usa", "can", "chn"].contains(&id);
        assert_eq!(room.width > 500, is_large, "{id} has {room:?}");
        for (x, y) in [(0, 0), (room.width, 0), (0, room.height), (room.width, room.height)] {
            let corner = Point { x: room.x + x, y: room.y + y };
            assert!(room.width < 9 || is_inside(path(&WORLD, id), corner), "{id}: {corner:?}");
        }
    }
}

#[test]
fn draws_each_border_once() {
    let borders = drawn().filter(|(id, _)| *id == "borders");
    let mut segments: Vec<[(i32, i32); 2]> = borders
        .flat_map(|(_, points)| {
            let ends: Vec<_> = points.iter().map(|it| (it.x, it.y)).collect();
            ends.windows(2).map(|it| [it[0].min(it[1]), it[0].max(it[1])]).collect::<Vec<_>>()
        })
        .collect();
    let count = segments.len();
    segments.sort();
    segments.dedup();
    assert_eq!(segments.len(), count);
}

#[test]
fn closes_every_ring() {
    for id in ["land", "sphere"].into_iter().chain(COUNTRIES.map(|it| it.id)) {
        assert!(
            lines(path(&WORLD, id))
                .iter()
                .all(|(points, is_closed)| *is_closed && points.len() > 2),
            "{id}"
        );
    }
}

#[test]
fn keeps_islands_that_matter() {
    let islands = [
        ("kor", 126.55, 33.38, "Jeju"),
        ("aus", 146.6, -42.0, "Tasmania"),
        ("usa", -155.5, 19.6, "Hawaii"),
        ("jpn", 142.9, 43.4, "Hokkaido"),
        ("gbr", -6.7, 54.6, "Northern Ireland"),
        ("nzl", 175.8, -38.9, "the North Island"),
        ("can", -71.0, 68.5, "Baffin Island"),
        ("chn", 109.7, 19.2, "Hainan"),
    ];
    for (id, lon, lat, name) in islands {
        let (x, y) = project(lon, lat);
        assert!(is_inside(path(&WORLD, id), Point { x: x as i32, y: y as i32 }), "{name}");
    }
}

#[test]
fn stays_within_its_budget() {
    assert!(WORLD.svg.len() <= MAX_BYTES, "{} bytes", WORLD.svg.len());
}

#[test]
fn draws_the_same_twice() {
    assert_eq!(draw(&JSON, &COUNTRIES, &[]).unwrap(), *WORLD);
}

/// Compares the whole sheet with the golden picture. `UPDATE_GOLDEN=1 cargo test -p atlas` draws that anew: look at it
/// before it is committed.
#[test]
fn matches_the_golden_picture() {
    const GOLDEN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/golden/world.svg");
    let picture = picture(&WORLD);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(GOLDEN, &picture).unwrap();
    }
    let golden = std::fs::read_to_string(GOLDEN).unwrap();
    assert!(
        picture == golden,
        "the sheet changed: UPDATE_GOLDEN=1 cargo test -p atlas, and look at {GOLDEN}"
    );
}

fn picture(atlas: &Atlas) -> String {
    let view = format!(r#"viewBox="0 0 {} {}""#, atlas.sheet.width, atlas.sheet.height);
    let shapes: String = COUNTRIES
        .iter()
        .map(|it| format!("<use href='#map-{}' fill='steelblue'/>\n", it.id))
        .collect();
    let drawn = format!(
        "\n<g fill-rule='evenodd' fill='none' stroke-width='4'>\n<use href='#map-sphere' fill='aliceblue'/>\n\
         <use href='#map-graticule' stroke='lightsteelblue'/>\n<use href='#map-land' fill='tan'/>\n{shapes}\
         <use href='#map-borders' stroke='white'/>\n</g></svg>\n"
    );
    let sheet = atlas.svg.replace(r#"width="0" height="0""#, &view).replace("<path", "\n<path");
    sheet.replace("</svg>", &drawn)
}
