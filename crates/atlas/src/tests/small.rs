//! Draws maps made by hand, whose topology counts in degrees, and compares each point.

use model::{Bounds, Point};

use super::{lines, path, twice_area, wanted};
use crate::projection::{LonLat, NORTH_DEG, SOUTH_DEG, meridian};
use crate::{Atlas, draw, project};

/// A topology of countries named after their numbers, each with the rings of its polygons.
fn topology(arcs: &str, countries: &[&str]) -> String {
    let country = |(number, polygons): (usize, &&str)| {
        format!(
            r#"{{"type":"MultiPolygon","id":"{number}","properties":{{"name":"N{number}"}},"arcs":{polygons}}}"#
        )
    };
    let countries: Vec<String> = countries.iter().enumerate().map(country).collect();
    format!(
        r#"{{"type":"Topology","transform":{{"scale":[1,1],"translate":[0,0]}},"arcs":{arcs},
            "objects":{{"countries":{{"type":"GeometryCollection","geometries":[{}]}}}}}}"#,
        countries.join(",")
    )
}

/// Draws the first country by itself.
fn drawn(arcs: &str, countries: &[&str]) -> Atlas {
    draw(&topology(arcs, countries), &[wanted("a", "0", "N0")], &[]).unwrap()
}

fn check(arcs: &str, country: &str, expected: &str) {
    assert_same_lines(path(&drawn(arcs, &[country]), "a"), expected);
    assert_same_lines(
        path(&draw(&topology(arcs, &[country]), &[], &[]).unwrap(), "land"),
        expected,
    );
}

/// Compares what two paths draw, however they are written.
#[track_caller]
fn assert_same_lines(found: &str, expected: &str) {
    assert_eq!(lines(found), lines(expected), "{found} is not {expected}");
}

#[test]
fn draws_a_box() {
    let arcs = "[[[140,-10],[20,0],[0,20],[-20,0],[0,-20]]]";
    check(arcs, "[[[0]]]", "M4535 2621l530 0 0-717-530 0z");
    let atlas = drawn(arcs, &["[[[0]]]"]);
    let bounds = Bounds { x: 4535, y: 1904, width: 530, height: 717 };
    assert_eq!(atlas.sheet.anchors[0].main, bounds);
    assert_eq!(atlas.sheet.anchors[0].capital, Point { x: 4800, y: 2263 });
}

#[test]
fn writes_the_sheet_as_a_hidden_drawing() {
    let atlas = drawn("[[[140,-10],[20,0],[0,20],[-20,0],[0,-20]]]", &["[[[0]]]"]);
    let (opening, rest) = atlas.svg.split_once('>').unwrap();
    assert_eq!(
        opening,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0" class="atlas-sheet" aria-hidden="true" focusable="false""#
    );
    let ids: Vec<_> = rest.split("id=\"").skip(1).map(|it| it.split('"').next().unwrap()).collect();
    assert_eq!(ids, ["map-sphere", "map-graticule", "map-land", "map-borders", "map-a"]);
    assert!(rest.starts_with("<defs><path ") && rest.ends_with("/></defs></svg>"));
}

/// A shape across the edge meridian, 30° W, is at both ends of the map, and closed along that meridian.
#[test]
fn clips_a_shape_at_the_edge_meridian() {
    check(
        "[[[-40,0],[20,0],[0,10],[-20,0],[0,-10]]]",
        "[[[0]]]",
        "M0 2263l267 0 33-359-265 0-7 36-15 107-10 108zm9565-359l-265 0 33 359 267 0-3-108-10-108-15-107z",
    );
}

/// The antimeridian is inside the map, whether a position has the longitude 180° or -180°.
#[test]
fn keeps_a_shape_across_the_antimeridian_whole() {
    check(
        "[[[170,0],[10,0],[-350,0],[0,10],[340,0],[0,-10]]]",
        "[[[0]]]",
        "M5333 2263l534 0-8-359-530 0z",
    );
}

#[test]
fn clips_a_shape_at_the_top() {
    check("[[[140,75],[20,0],[0,9],[-20,0],[0,-9]]]", "[[[0]]]", "M4633 0l-5 40 344 0-5-40z");
}

#[test]
fn clips_a_shape_at_the_bottom() {
    check("[[[140,-66],[20,0],[-10,10],[-10,-10]]]", "[[[0]]]", "M4936 4262l-136-169-136 169z");
}

#[test]
fn clips_a_shape_at_a_corner() {
    check(
        "[[[-40,70],[20,0],[0,20],[-20,0],[0,-20]]]",
        "[[[0]]]",
        "M1789 0l-84 40-95 46-67 35 181 0 233-121zm5854 0l233 121 181 0-67-35-95-46-84-40z",
    );
}

/// A ring around a pole is closed along the edge meridian, and makes the whole top of the map.
#[test]
fn draws_a_ring_around_a_pole() {
    let arcs = "[[[-180,60],[90,0],[90,0],[90,0],[90,0]]]";
    check(
        arcs,
        "[[[0]]]",
        "M1789 0l-84 40-95 46-102 54-107 59-109 64-108 69 4219 0 3013 0-108-69-109-64-107-59-102-54-95-46-84-40z",
    );
    let eastward = path(&drawn(arcs, &["[[[0]]]"]), "a").to_owned();
    let westward = path(&drawn(arcs, &["[[[-1]]]"]), "a").to_owned();
    assert_eq!(twice_area(&eastward), twice_area(&westward));
    let elsewhere =
        path(&drawn("[[[0,60],[90,0],[90,0],[-270,0],[90,0]]]", &["[[[0]]]"]), "a").to_owned();
    assert_eq!(twice_area(&eastward), twice_area(&elsewhere));
}

#[test]
fn draws_nothing_of_the_antarctic() {
    let arcs = "[[[-180,-70],[90,0],[90,0],[90,0],[90,0]]]";
    assert_same_lines(path(&draw(&topology(arcs, &["[[[0]]]"]), &[], &[]).unwrap(), "land"), "");
}

#[test]
fn draws_a_hole() {
    let arcs =
        "[[[140,-10],[20,0],[0,20],[-20,0],[0,-20]],[[145,-5],[0,10],[10,0],[0,-10],[-10,0]]]";
    check(arcs, "[[[0],[1]]]", "M4535 2621l530 0 0-717-530 0zm132-179l0-359 266 0 0 359z");
}

/// A hole may lie across the edge meridian, too, and then divides the rest.
#[test]
fn clips_a_shape_with_a_hole() {
    let arcs =
        "[[[-50,-20],[40,0],[0,40],[-40,0],[0,-40]],[[-40,-10],[0,20],[20,0],[0,-20],[-20,0]]]";
    let atlas = drawn(arcs, &["[[[0],[1]]]"]);
    let rings = lines(path(&atlas, "a"));
    assert_eq!(rings.len(), 2, "one at each end of the map");
    assert!(rings.iter().all(|(_, is_closed)| *is_closed));
    let (outer, hole) = (drawn(arcs, &["[[[0]]]"]), drawn(arcs, &["[[[1]]]"]));
    let [all, outer, hole] = [&atlas, &outer, &hole].map(|it| twice_area(path(it, "a")));
    // Quantizing, and the vertices along the edge, leave a small difference.
    assert!((all - (outer - hole)).abs() * 1000 < all, "{all} is not {outer} less {hole}");
}

#[test]
fn draws_no_land_for_empty_geometry() {
    for nothing in ["[]", "[[]]", "[[[]]]"] {
        let atlas = draw(&topology("[]", &[nothing]), &[], &[]).unwrap();
        assert_eq!((path(&atlas, "land"), path(&atlas, "borders")), ("", ""));
    }
}

/// Rings without an area are left out.
#[test]
fn draws_no_land_for_shapes_without_area() {
    for arc in ["[[140,0],[0,0]]", "[[140,0],[20,0],[-20,0]]", "[[140,0],[0,0],[0,0],[0,0]]"] {
        let atlas = draw(&topology(&format!("[{arc}]"), &["[[[0]]]"]), &[], &[]).unwrap();
        assert_eq!(path(&atlas, "land"), "", "of {arc}");
    }
}

/// Two neighbours, a zigzag between them, and the sea around.
const NEIGHBOURS: &str = "[
    [[150,-10],[1,1],[-2,1],[2,1],[-1,1],[0,1],[3,1],[-3,4],[0,1],[0,1],[0,1],[0,1],[1,1],[-1,1],[0,1],[0,3]],
    [[150,10],[-20,0],[0,-20],[20,0]],
    [[150,-10],[20,0],[0,20],[-20,0]]
]";

#[test]
fn draws_a_border_once_and_alike_on_both_sides() {
    let topology = topology(NEIGHBOURS, &["[[[0,1]]]", "[[[2,-1]]]"]);
    let atlas = draw(&topology, &[wanted("a", "0", "N0"), wanted("b", "1", "N1")], &[]).unwrap();
    let border = lines(path(&atlas, "borders"));
    let [(border, false)] = border.as_slice() else { panic!("one open line: {border:?}") };
    assert!(border.len() > 8, "it is a zigzag still: {border:?}");
    for id in ["a", "b"] {
        let (ring, _) = lines(path(&atlas, id)).remove(0);
        let twice: Vec<Point> = ring.iter().chain(&ring).copied().collect();
        let reverse: Vec<Point> = border.iter().rev().copied().collect();
        let has = |part: &[Point]| twice.windows(part.len()).any(|it| it == part);
        assert!(has(border) || has(&reverse), "{id} has other points along its border: {ring:?}");
    }
}

#[test]
fn dissolves_neighbours_that_are_not_wanted() {
    let topology = topology(NEIGHBOURS, &["[[[0,1]]]", "[[[2,-1]]]"]);
    let atlas = draw(&topology, &[], &[]).unwrap();
    assert_eq!(lines(path(&atlas, "land")).len(), 1);
    assert_eq!(lines(path(&atlas, "borders")).len(), 1);
    let apart = draw(&topology, &[wanted("a", "0", "N0"), wanted("b", "1", "N1")], &[]).unwrap();
    let sum = twice_area(path(&apart, "a")) + twice_area(path(&apart, "b"));
    assert_eq!(twice_area(path(&atlas, "land")), sum);
}

#[test]
fn clips_a_border_at_the_edge_meridian() {
    let arcs =
        "[[[-40,0],[20,0]],[[-20,0],[0,10],[-20,0],[0,-10]],[[-40,0],[0,-10],[20,0],[0,10]]]";
    let atlas = draw(&topology(arcs, &["[[[0,1]]]", "[[[2,-1]]]"]), &[], &[]).unwrap();
    assert_same_lines(path(&atlas, "borders"), "M0 2263l267 0m9066 0l267 0");
}

/// Where two parts of one country meet there is no border.
#[test]
fn draws_no_border_within_a_country() {
    let topology = topology(NEIGHBOURS, &["[[[0,1]],[[2,-1]]]"]);
    assert_same_lines(path(&draw(&topology, &[], &[]).unwrap(), "borders"), "");
}

#[test]
fn outlines_the_map() {
    let atlas = draw(&topology("[]", &[]), &[], &[]).unwrap();
    let sphere = lines(path(&atlas, "sphere")).remove(0).0;
    let round = |(x, y): (f64, f64)| Point { x: x.round() as i32, y: y.round() as i32 };
    assert_eq!(sphere[0], round(project(-30.0, NORTH_DEG)));
    let edge = meridian(-180.0, NORTH_DEG, SOUTH_DEG);
    assert!(edge.iter().all(|it| sphere.contains(&it.to_point())));
    assert!(sphere.contains(&LonLat { lon: 180.0, lat: 0.0 }.to_point()));
    let (width, height) = (atlas.sheet.width, atlas.sheet.height);
    assert_eq!(Bounds::around(&sphere), Some(Bounds { x: 0, y: 0, width, height }));
}

/// Eleven meridians, since the twelfth is the edge, and the parallels from 60° S to 60° N.
#[test]
fn draws_a_graticule() {
    let atlas = draw(&topology("[]", &[]), &[], &[]).unwrap();
    let graticule = lines(path(&atlas, "graticule"));
    assert_eq!(graticule.len(), 11 + 5);
    let is_parallel = |points: &[Point]| points.iter().all(|it| it.y == points[0].y);
    assert_eq!(graticule.iter().filter(|(points, _)| is_parallel(points)).count(), 5);
}
