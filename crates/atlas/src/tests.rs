//! Draws whole maps: small ones made by hand, broken ones, and the world.

mod broken;
mod small;
mod world;

use model::Point;

use crate::{Atlas, Wanted};

/// A country to be drawn, with its capital somewhere on the map.
fn wanted<'a>(id: &'a str, code: &'a str, name: &'a str) -> Wanted<'a> {
    Wanted { id, code, name, capital_lon_deg: 150.0, capital_lat_deg: 0.0 }
}

/// The path data of a path of the sheet.
fn path<'a>(atlas: &'a Atlas, id: &str) -> &'a str {
    let lead = format!(r#"<path id="map-{id}" d=""#);
    let (_, rest) = atlas.svg.split_once(&lead).unwrap_or_else(|| panic!("no {id} on the sheet"));
    rest.split_once('"').unwrap().0
}

/// The points of each line of a path, and whether it is closed: reads what `path` writes.
fn lines(path: &str) -> Vec<(Vec<Point>, bool)> {
    let mut at = Point::default();
    let marked = path.replace('M', "m!");
    let lines = marked.split('m').skip(1).map(|text| match text.strip_prefix('!') {
        Some(text) => {
            at = Point::default();
            line(text, &mut at)
        }
        None => line(text, &mut at),
    });
    lines.collect()
}

/// Reads a line that starts relative to the current point, which it moves.
fn line(text: &str, at: &mut Point) -> (Vec<Point>, bool) {
    let spaced = text.trim_end_matches('z').replace('l', " ").replace('-', " -");
    let numbers: Vec<i32> = spaced.split_whitespace().map(|it| it.parse().unwrap()).collect();
    let step = |pair: &[i32]| {
        *at = Point { x: at.x + pair[0], y: at.y + pair[1] };
        *at
    };
    let points: Vec<Point> = numbers.chunks(2).map(step).collect();
    let is_closed = text.ends_with('z');
    if is_closed {
        *at = points[0];
    }
    (points, is_closed)
}

/// Twice the area of all rings of a path.
fn twice_area(path: &str) -> i64 {
    lines(path).iter().map(|(points, _)| crate::sheet::twice_area(points)).sum()
}

#[test]
fn reads_back_what_it_writes() {
    let expected = [(12, 34), (17, 28), (20, 32)].map(|(x, y)| Point { x, y }).to_vec();
    assert_eq!(
        lines("M12 34l5-6 3 4zm-11-36l0 0"),
        [(expected, true), (vec![Point { x: 1, y: -2 }, Point { x: 1, y: -2 }], false)]
    );
}
