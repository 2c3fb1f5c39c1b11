//! The camera: it flies to what is selected, follows the buttons, and stays on the sheet.

use super::{COUNTRIES, Camera, frame_box, numbers, outside, settle};
use crate::case::{Case, cases, js};
use crate::layout::{load, resize};
use browser_tests::page::{Page, part, strings};
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![
    the_map_flies_to_a_country.moving(),
    a_country_is_shown_with_its_ties,
    the_map_stays_while_the_date_changes,
    closer_is_where_the_marks_are.in_chromium(),
    the_map_frames_what_a_lens_lights.in_chromium(),
    the_map_zooms_by_buttons.in_chromium(),
    the_map_moves_by_buttons.in_chromium(),
    a_flight_is_broken_off_where_it_is.moving(),
    the_map_flies.moving(),
    the_map_jumps_for_less_motion,
];

/// More presses than it takes from one end to the other.
const MANY: usize = 20;

fn the_map_flies_to_a_country(page: &Page) -> Outcome {
    page.open("")?;
    let overview = settle(page)?;
    assert_empty("not on the overview", &outside(page, &COUNTRIES)?)?;
    page.click(".who a[data-country=fji]")?;
    page.expect("?partner=fji", "fji")?;
    let close = settle(page)?;
    ensure(close.width < overview.width / 2.0, || {
        format!("Fiji is shown by {close:?}, the overview by {overview:?}")
    })?;
    assert_empty("not on the view of Fiji", &outside(page, &["fji"])?)?;
    page.click(".breadcrumb [data-close]")?;
    page.expect("", "overview")?;
    assert_same("the camera, back on the overview", settle(page)?, overview)
}

/// Sweden's ties end in Norway and in Peru.
fn a_country_is_shown_with_its_ties(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    settle(page)?;
    assert_empty("not on the view of Sweden", &outside(page, &COUNTRIES)?)?;
    assert_same("buttons to move the whole map", page.count(".map-pan button")?, 4)?;
    let is_seen = "return document.querySelector('.map-pan').checkVisibility()";
    assert_same("they are seen", page.session.run(is_seen, &[])?, json!(false))?;
    press(page, "closer")?;
    press(page, "closer")?;
    assert_same("they are seen on a closer map", page.session.run(is_seen, &[])?, json!(true))
}

/// Another date draws other ties, but frames the same.
fn the_map_stays_while_the_date_changes(page: &Page) -> Outcome {
    for country in COUNTRIES {
        page.open(&format!("?partner={country}"))?;
        let latest = settle(page)?;
        loop {
            let step = "[data-step=previous]:not([aria-disabled])";
            if page.count(step)? == 0 {
                break;
            }
            let to = page.attribute(step, "href")?;
            page.session.run("document.querySelector('[data-step=previous]').click()", &[])?;
            let is_shown = "to => `#${document.documentElement.dataset.view}` === to";
            page.wait_for("the date before", is_shown, &[json!(to)])?;
            let at = format!("the camera on {country} at {to}");
            assert_same(&at, settle(page)?, latest)?;
        }
    }
    Ok(())
}

/// In the middle of the whole map is the Pacific.
fn closer_is_where_the_marks_are(page: &Page) -> Outcome {
    page.open("")?;
    settle(page)?;
    for times in 1..=4 {
        press(page, "closer")?;
        let outside = outside(page, &COUNTRIES)?;
        ensure(outside.len() < COUNTRIES.len(), || {
            format!("{times} times closer nothing is marked")
        })?;
    }
    Ok(())
}

fn the_map_frames_what_a_lens_lights(page: &Page) -> Outcome {
    page.open("?partner=fji")?;
    page.click(".breadcrumb [data-close]")?;
    for (link, query, card) in [
        ("[data-pillar=pillar-1]", "?pillar=1", "pillar-1"),
        ("[data-pillar=pillar-2]", "?pillar=2", "pillar-2"),
        ("[data-technology=tech-string]", "?technology=string", "tech-string"),
    ] {
        page.choose(link)?;
        page.expect(query, card)?;
        settle(page)?;
        // Sweden is not lit by the pillar that is closed to it.
        let lit: &[&str] =
            if card == "pillar-1" { &["nor", "per"] } else { &["nor", "per", "swe"] };
        assert_empty(&format!("lit by {query}, but not in the frame"), &outside(page, lit)?)?;
    }
    Ok(())
}

/// Presses a button of the map, and says where the camera comes to rest.
fn press(page: &Page, button: &str) -> Outcome<Camera> {
    page.click(&format!("[data-map={button}]"))?;
    settle(page)
}

/// Presses a button until it changes nothing any more. It has to change something, and to come to an end.
fn press_to_the_end(page: &Page, button: &str) -> Outcome<Camera> {
    let (mut before, mut presses) = (settle(page)?, 0);
    loop {
        let now = press(page, button)?;
        if now == before {
            ensure(presses > 0, || format!("{button} does nothing at {now:?}"))?;
            return Ok(now);
        }
        (before, presses) = (now, presses + 1);
        ensure(presses < MANY, || format!("after {MANY} presses of {button}, still {now:?}"))?;
    }
}

fn the_map_zooms_by_buttons(page: &Page) -> Outcome {
    page.open("?partner=fji")?;
    let home = settle(page)?;
    let closer = press(page, "closer")?;
    ensure(closer.width < home.width, || format!("closer: from {home:?} to {closer:?}"))?;
    let farther = press(page, "farther")?;
    ensure((farther.width - home.width).abs() <= 2.0, || {
        format!("closer and farther again: from {home:?} to {farther:?}")
    })?;
    let closest = press_to_the_end(page, "closer")?;
    ensure(closest.width > 100.0, || format!("the closest view shows nothing: {closest:?}"))?;
    let farthest = press_to_the_end(page, "farther")?;
    assert_empty("not on the farthest view", &outside(page, &["fji"])?)?;
    ensure(farthest.width > closest.width * 8.0, || format!("{closest:?} to {farthest:?}"))?;
    assert_same("the whole view", press(page, "whole")?, home)?;
    assert_same("the whole view again", press(page, "whole")?, home)?;
    assert_same("buttons", page.count(".map-controls button")?, 7)?;
    assert_empty("the page complains", &page.problems()?)?;
    for (width, least) in [(1440, 30), (390, 24)] {
        load(page, "?partner=fji")?;
        resize(page, width, "100%")?;
        let small = page.call_list(js!("small_buttons"), &[json!(least)])?;
        assert_empty(&format!("buttons smaller than {least} px at {width} px"), &small)?;
    }
    Ok(())
}

fn the_map_moves_by_buttons(page: &Page) -> Outcome {
    page.open("?partner=fji")?;
    let home = settle(page)?;
    for (button, right, down) in
        [("west", -1.0, 0.0), ("east", 1.0, 0.0), ("north", 0.0, -1.0), ("south", 0.0, 1.0)]
    {
        let ahead = |it: Camera| it.left * right + it.top * down;
        assert_same("the whole view", press(page, "whole")?, home)?;
        let moved = press(page, button)?;
        ensure(ahead(moved) > ahead(home) && moved.width == home.width, || {
            format!("{button}: from {home:?} to {moved:?}")
        })?;
        let end = press_to_the_end(page, button)?;
        ensure((end.width - home.width).abs() <= 1.0, || format!("{button} zooms: {end:?}"))?;
        let share = sheet_in_frame(page)?;
        ensure(share > 0.99, || {
            format!("at the end of {button} the frame shows {share} of sheet")
        })?;
    }
    Ok(())
}

/// The share of the frame that the sheet fills.
fn sheet_in_frame(page: &Page) -> Outcome<f64> {
    let script = "const { left, top, right, bottom } = document.querySelector('.map-sphere').getBoundingClientRect();
        return [left, top, right, bottom]";
    let [left, top, right, bottom] = numbers(page, script, &[])?;
    let [x, y, width, height] = frame_box(page)?;
    let across = right.min(x + width) - left.max(x);
    let down = bottom.min(y + height) - top.max(y);
    Ok(across.max(0.0) * down.max(0.0) / (width * height))
}

fn the_map_flies(page: &Page) -> Outcome {
    ensure(flies_on_selecting(page)?, || "the map does not fly at all".into())
}

fn the_map_jumps_for_less_motion(page: &Page) -> Outcome {
    ensure(!flies_on_selecting(page)?, || {
        "the map flies for a reader who asked for less motion".into()
    })
}

/// A flight moves what is drawn and draws nothing, and one that is broken off goes on from where it is.
fn a_flight_is_broken_off_where_it_is(page: &Page) -> Outcome {
    page.open("")?;
    settle(page)?;
    let told = page.session.call_async(js!("breaks_off_a_flight"), &[])?;
    let moved = strings(part(&told, "/moved"))?;
    let late = ["map-ties opacity", "map-notes opacity", "map-scale opacity"];
    let expected = [&["map-drawing transform", "map-marker translate"][..], &late].concat();
    ensure(moved.iter().all(|it| expected.contains(&&**it)) && moved.len() > 1, || {
        format!("what moves is {moved:?}")
    })?;
    let jumps = part(&told, "/jumps").as_array().cloned().unwrap_or_default();
    ensure(
        jumps.len() == 4 && jumps.iter().all(|it| it.as_f64().is_some_and(|it| it < 2.0)),
        || format!("drawing and marker jump by {jumps:?} px"),
    )?;
    settle(page).map(drop)
}

/// Selects a country and looks whether anything moves on the map in the first frames after the camera was sent off.
fn flies_on_selecting(page: &Page) -> Outcome<bool> {
    page.open("")?;
    let overview = settle(page)?;
    let flies = page.session.call_async(js!("flies_on_selecting"), &[json!("fji")])?;
    let rest = settle(page)?;
    ensure(rest.width < overview.width / 2.0, || format!("the camera came to rest at {rest:?}"))?;
    flies.as_bool().ok_or_else(|| flies.to_string().into())
}
