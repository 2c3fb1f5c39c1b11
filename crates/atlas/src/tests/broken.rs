//! Malformed topologies: each gets its own message, and none is drawn, hangs or panics.

use proptest::prelude::*;

use super::wanted;
use crate::draw;

const VALID: &str = r#"{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},
"arcs":[[[140,-10],[20,0],[0,20],[-20,0],[0,-20]],[[-40,0],[20,0]],[[-20,0],[0,10],[-20,0],[0,-10]]],
"objects":{"countries":{"type":"GeometryCollection","geometries":[
{"type":"Polygon","id":"410","properties":{"name":"South Korea"},"arcs":[[0]]},
{"type":"MultiPolygon","id":"408","properties":{"name":"North Korea"},"arcs":[[[1,2]]]},
{"type":"Polygon","id":"410","properties":{"name":"Elsewhere"},"arcs":[[1,2]]}]}}}"#;

/// Checks the message about the valid topology with a part of it replaced.
fn check(part: &str, by: &str, expected: &str) {
    assert!(VALID.contains(part), "nothing to replace: {part}");
    let error = draw(&VALID.replacen(part, by, 1), &[wanted("kor", "410", "South Korea")], &[])
        .unwrap_err();
    assert_eq!(error.to_string(), expected);
}

const FETCH: &str = "copy countries-50m.json from the npm package world-atlas once more";

#[test]
fn accepts_a_valid_topology() {
    assert!(draw(VALID, &[wanted("kor", "410", "South Korea")], &[]).is_ok());
}

#[test]
fn tells_that_it_is_not_json() {
    let expected =
        format!("the map is not JSON: EOF while parsing an object at line 6 column 81; {FETCH}");
    check("]]}]}}}", "]]}]}}", &expected);
}

#[test]
fn tells_that_it_is_not_a_topology() {
    let say = |why| format!("the map is not a TopoJSON topology of countries: {why}; {FETCH}");
    check(
        r#""arcs":[[[140"#,
        r#""lines":[[[140"#,
        &say("missing field `arcs` at line 6 column 82"),
    );
    check(r#""countries""#, r#""land""#, &say("missing field `countries` at line 6 column 81"));
    let whole = "invalid type: floating point `140.5`, expected i64 at line 2 column 15";
    check("[140,-10]", "[140.5,-10]", &say(whole));
}

#[test]
fn tells_what_is_wrong_with_arcs() {
    check(
        r#""transform""#,
        r#""transformed""#,
        &format!("the map has no `transform`, so its arcs are not quantised; {FETCH}"),
    );
    let short = |arc| format!("arc {arc} of the map has fewer than two positions; {FETCH}");
    check("[[-40,0],[20,0]]", "[]", &short(1));
    check("[[-40,0],[20,0]]", "[[-40,0]]", &short(1));
    let beyond =
        format!("arc 0 of the map goes beyond 180° of longitude or 90° of latitude; {FETCH}");
    check("[140,-10]", "[141,-91]", &beyond);
    check("[140,-10]", "[9223372036854775807,9223372036854775807]", &beyond);
    check("[1,1]", "[1e308,1e308]", &beyond);
}

#[test]
fn tells_what_is_wrong_with_rings() {
    let missing =
        |arc| format!("the map draws South Korea with arc {arc}, but has only 3 arcs; {FETCH}");
    check("[[0]]", "[[3]]", &missing(3));
    check("[[0]]", "[[-4]]", &missing(-4));
    check("[[0]]", "[[-9223372036854775808]]", &missing(i64::MIN));
    check(
        "[[0]]",
        "[[1]]",
        &format!("the map draws South Korea with a ring that is not closed; {FETCH}"),
    );
    let around = "[0,0],[120,0],[-240,0],[120,0],[120,0],[-240,0],[120,0]";
    check(
        "[140,-10],[20,0],[0,20],[-20,0],[0,-20]",
        around,
        &format!(
            "the map draws South Korea with a ring that goes round the globe more than once; {FETCH}"
        ),
    );
}

#[test]
fn tells_which_country_is_unknown_and_which_may_be_meant() {
    let say = |code, name| draw(VALID, &[wanted("kor", code, name)], &[]).unwrap_err().to_string();
    assert_eq!(
        say("410", "South Corea"),
        "kor: the map has no country with code \"410\" and name \"South Corea\"; did you mean code \"410\" and name \
         \"South Korea\", or code \"410\" and name \"Elsewhere\", or code \"408\" and name \"North Korea\"?"
    );
    assert_eq!(
        say("409", "North Korea"),
        "kor: the map has no country with code \"409\" and name \"North Korea\"; did you mean code \"408\" and name \
         \"North Korea\", or code \"410\" and name \"South Korea\"?"
    );
    assert_eq!(
        say("036", "Xyz"),
        "kor: the map has no country with code \"036\" and name \"Xyz\"; take both from `objects.countries` of the file"
    );
}

#[test]
fn tells_which_country_has_no_land() {
    let expected =
        "kor: South Korea has no land on the map, which shows 57° S to 84° N; leave it out";
    check("[[0]]", "[]", expected);
    check("[140,-10]", "[140,-89]", expected);
}

#[test]
fn tells_which_capital_is_not_on_the_map() {
    let korea = wanted("kor", "410", "South Korea");
    for (lon_deg, lat_deg) in [(f64::NAN, 0.0), (127.0, f64::INFINITY), (37.6, 127.0), (200.0, 0.0)]
    {
        let korea = crate::Wanted { capital_lon_deg: lon_deg, capital_lat_deg: lat_deg, ..korea };
        let expected = format!(
            "kor: no place on the map for a capital at longitude {lon_deg}, latitude {lat_deg}; give degrees, east and north"
        );
        assert_eq!(draw(VALID, &[korea], &[]).unwrap_err().to_string(), expected);
    }
}

/// Numbers that a malformed topology might have.
fn number() -> impl Strategy<Value = i64> {
    prop_oneof![-5_i64..5, -400_i64..400, any::<i64>()]
}

fn arc() -> impl Strategy<Value = Vec<(i64, i64)>> {
    prop::collection::vec((-180_i64..180, -90_i64..90), 0..8)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// Any text with a piece of it replaced is drawn or refused.
    #[test]
    fn survives_changed_text(at in 0..VALID.len(), length in 0_usize..12, by in "[-0-9,.e\\[\\]{}\":a-z]{0,6}") {
        let end = (at + length).min(VALID.len());
        let changed = format!("{}{by}{}", &VALID[..at], &VALID[end..]);
        let _ = draw(&changed, &[wanted("kor", "410", "South Korea")], &[]);
    }

    /// Any number replaced by another is drawn or refused.
    #[test]
    fn survives_changed_numbers(at in 0_usize..40, by in number()) {
        let starts = VALID.match_indices(|it: char| it.is_ascii_digit()).map(|(at, _)| at);
        let starts: Vec<usize> = starts.filter(|at| !VALID[..*at].ends_with(|it: char| it.is_ascii_digit())).collect();
        let start = starts[at % starts.len()];
        let length = VALID[start..].find(|it: char| !it.is_ascii_digit()).unwrap();
        let changed = format!("{}{by}{}", &VALID[..start], &VALID[start + length..]);
        let _ = draw(&changed, &[wanted("kor", "410", "South Korea")], &[]);
    }

    /// Of any ring on the globe, only points of the sheet are drawn.
    #[test]
    fn keeps_any_ring_on_the_sheet(positions in arc()) {
        let mut ring = positions.clone();
        ring.extend(positions.first());
        let mut at = (0, 0);
        let deltas: Vec<String> = ring.iter().map(|&(x, y)| {
            let delta = format!("[{},{}]", x - at.0, y - at.1);
            at = (x, y);
            delta
        }).collect();
        let topology = VALID.replacen("[140,-10],[20,0],[0,20],[-20,0],[0,-20]", &deltas.join(","), 1);
        let Ok(atlas) = draw(&topology, &[wanted("kor", "410", "South Korea")], &[]) else { return Ok(()) };
        for (points, is_closed) in super::lines(super::path(&atlas, "kor")) {
            prop_assert!(is_closed && points.len() > 2);
            let (width, height) = (atlas.sheet.width, atlas.sheet.height);
            prop_assert!(points.iter().all(|it| (0..=width).contains(&it.x) && (0..=height).contains(&it.y)));
        }
    }
}
