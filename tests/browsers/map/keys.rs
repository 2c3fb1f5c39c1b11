//! The map by key: one stop of Tab, arrows from country to country, and keys for all that buttons do.

use super::{middle, settle};
use crate::case::{Case, cases};
use crate::keyboard::{focus_complaint, is_focused, tab_to};
use browser_tests::page::Page;
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![
    the_map_is_one_tab_stop,
    arrows_walk_over_the_map,
    keys_move_the_camera,
    keys_select_and_close,
    escape_hides_what_the_pointer_brought,
    a_key_lists_the_keys.in_chromium(),
    keys_outside_of_the_map_are_the_pages,
];

const UP: char = '\u{E013}';
const DOWN: char = '\u{E015}';

fn the_map_is_one_tab_stop(page: &Page) -> Outcome {
    for query in ["", "?partner=nor", "?pillar=1"] {
        page.open(query)?;
        assert_same("stops among the markers", page.count(".map-marker[tabindex='0']")?, 1)?;
        let others = "li:not([hidden]) > .map-marker[tabindex='-1']";
        assert_same("markers beside them", page.count(others)?, 2)?;
        tab_to(page, ".map-marker")?;
        page.session.press(key::RIGHT)?;
        assert_same(
            "stops among the markers, after a walk",
            page.count(".map-marker[tabindex='0']")?,
            1,
        )?;
        ensure(is_focused(page, ".map-marker[tabindex='0']")?, || "the focus is no stop".into())?;
        page.session.press(key::TAB)?;
        ensure(is_focused(page, ".map-controls *")?, || {
            format!("Tab from a marker does not lead to the map's buttons (/{query})")
        })?;
        page.session.press_with(key::SHIFT, key::TAB)?;
        ensure(is_focused(page, ".map-marker[tabindex='0']")?, || "there is no way back".into())?;
    }
    // The selected country is where a walk begins.
    page.open("?partner=nor")?;
    assert_same("the stop", page.attribute(".map-marker[tabindex='0']", "data-country")?, "nor")
}

/// Waits until the map says something of the last step.
fn expect_bearing(page: &Page, said: &str) -> Outcome {
    let is_said = "said => document.getElementById('map-bearing').textContent === said";
    page.wait_for(&format!("the map to say {said:?}"), is_said, &[json!(said)])
}

fn arrows_walk_over_the_map(page: &Page) -> Outcome {
    page.open("")?;
    for (arrow, said, to) in
        [(key::RIGHT, "east of Norway", "swe"), (key::LEFT, "west of Sweden", "nor")]
    {
        if !is_focused(page, ".map-marker")? {
            page.focus(".map-marker[data-country=nor]")?;
        }
        page.session.press(arrow)?;
        expect_bearing(page, said)?;
        assert_same(&format!("what is {said}"), page.attribute(":focus", "data-country")?, to)?;
    }
    // A country that is only mentioned is marked while its card is open.
    page.open("?partner=fji")?;
    for (from, arrow, said, to) in [
        ("nor", key::RIGHT, "east of Norway", "swe"),
        // Once more from where something else has taken the focus.
        ("nor", key::RIGHT, "east of Norway", "swe"),
        ("swe", key::LEFT, "west of Sweden", "nor"),
        ("swe", DOWN, "south of Sweden", "fji"),
        ("fji", key::RIGHT, "east of Fiji Islands", "per"),
        ("per", key::LEFT, "west of Peru", "fji"),
        ("fji", UP, "north of Fiji Islands", "swe"),
    ] {
        let marker = format!(".map-marker[data-country={from}]");
        if !is_focused(page, &marker)? {
            page.focus(&marker)?;
        }
        page.session.press(arrow)?;
        expect_bearing(page, said)?;
        assert_same(&format!("what is {said}"), page.attribute(":focus", "data-country")?, to)?;
        settle(page)?;
        assert_same("what is wrong with the focus", focus_complaint(page)?, None)?;
    }
    page.expect("?partner=fji", "fji")?;
    // At the end of the sheet the focus stays.
    page.focus(".map-marker[data-country=per]")?;
    page.session.press(key::RIGHT)?;
    expect_bearing(page, "No further country in this direction.")?;
    assert_same("the focus", page.attribute(":focus", "data-country")?, "per")
}

fn keys_move_the_camera(page: &Page) -> Outcome {
    page.open("?partner=fji")?;
    page.focus(".map-marker[data-country=fji]")?;
    let home = settle(page)?;
    page.session.press('+')?;
    let closer = settle(page)?;
    ensure(closer.width < home.width, || format!("+ leads from {home:?} to {closer:?}"))?;
    page.session.press('-')?;
    let farther = settle(page)?;
    ensure(farther.width > closer.width, || format!("- leads from {closer:?} to {farther:?}"))?;
    for (arrow, name, (right, down)) in [
        (key::LEFT, "left", (-1.0, 0.0)),
        (key::RIGHT, "right", (1.0, 0.0)),
        (UP, "up", (0.0, -1.0)),
        (DOWN, "down", (0.0, 1.0)),
    ] {
        let before = settle(page)?;
        page.session.press_with(key::SHIFT, arrow)?;
        let after = settle(page)?;
        let ahead = (after.left - before.left) * right + (after.top - before.top) * down;
        let aside = (after.left - before.left) * down + (after.top - before.top) * right;
        ensure(ahead > 10.0 && aside.abs() < 1.0 && after.width == before.width, || {
            format!("Shift and {name} lead from {before:?} to {after:?}")
        })?;
    }
    page.session.press('0')?;
    assert_same("the camera after 0", settle(page)?, home)?;
    assert_same("the focus", page.attribute(":focus", "data-country")?, "fji")?;
    page.expect("?partner=fji", "fji")?;
    assert_empty("the page complains", &page.problems()?)
}

fn keys_select_and_close(page: &Page) -> Outcome {
    page.open("?pillar=2")?;
    page.focus(".map-marker[data-country=swe]")?;
    page.session.press(key::LEFT)?;
    page.session.press(key::ENTER)?;
    page.expect("?pillar=2&partner=nor", "nor")?;
    ensure(is_focused(page, ".map-marker[data-country=nor]")?, || "Enter lost the focus".into())?;
    page.session.press(key::ESCAPE)?;
    page.expect("?pillar=2", "pillar-2")?;
    ensure(is_focused(page, ".map-marker[data-country=nor]")?, || "Escape lost the focus".into())?;
    settle(page)?;
    assert_same("what is wrong with the focus", focus_complaint(page)?, None)
}

/// Moves the mouse to a point of the window.
fn hover(page: &Page, (x, y): (i64, i64)) -> Outcome {
    page.session.perform(&[json!({
        "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
        "actions": [{ "type": "pointerMove", "duration": 0, "origin": "viewport", "x": x, "y": y }],
    })])
}

/// Moves the mouse onto a country, and waits for its tooltip.
fn hover_for_tip(page: &Page, country: &str) -> Outcome {
    let at = middle(page, &format!(".map-marker[data-country={country}]"))?;
    // The mouse may be there already.
    for at in [(1, 1), (at.0 - 9, at.1 - 9), at] {
        hover(page, at)?;
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    let is_there = "country => document.querySelector('.map-tip')?.dataset.country === country";
    page.wait_for(&format!("a tip on {country}"), is_there, &[json!(country)])
}

/// Fails if a tip is there, or comes back under a mouse that stands still.
fn expect_no_tip(page: &Page) -> Outcome {
    page.wait("the tip to go", "return document.querySelector('.map-tip') === null")?;
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert_same("tips a moment later", page.count(".map-tip")?, 0)
}

fn escape_hides_what_the_pointer_brought(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    settle(page)?;
    // The focus is elsewhere, or nowhere.
    for focus in [None, Some(".lenses [data-lens=overview]"), Some(".map-marker[data-country=swe]")]
    {
        if let Some(focus) = focus {
            page.focus(focus)?;
        }
        hover_for_tip(page, "swe")
            .map_err(|error| format!("with the focus on {focus:?}: {error}"))?;
        page.session.press(key::ESCAPE)?;
        expect_no_tip(page).map_err(|error| format!("with the focus on {focus:?}: {error}"))?;
        page.expect("?partner=swe", "swe")?;
    }
    // The mouse is on the tip itself.
    hover_for_tip(page, "swe")?;
    let at = middle(page, ".map-tip")?;
    hover(page, at)?;
    assert_same("tips under the mouse", page.count(".map-tip")?, 1)?;
    page.session.press(key::ESCAPE)?;
    expect_no_tip(page)?;
    page.expect("?partner=swe", "swe")?;
    // With none left it closes the card, if the focus is on the map.
    page.focus(".map-marker[data-country=swe]")?;
    page.session.press(key::ESCAPE)?;
    page.expect("", "overview")?;
    // On the whole map Sweden's shape lies under the markers.
    settle(page)?;
    hover_for_tip(page, "per")?;
    assert_empty("the page complains", &page.problems()?)
}

fn a_key_lists_the_keys(page: &Page) -> Outcome {
    page.open("")?;
    assert_same("open lists of keys", page.count(".map-keys[open]")?, 0)?;
    page.focus(".map-marker[data-country=swe]")?;
    for open in [1, 0] {
        page.session.press('?')?;
        let is_so = "count => document.querySelectorAll('.map-keys[open]').length === count";
        page.wait_for(&format!("{open} open lists of keys"), is_so, &[json!(open)])?;
        ensure(is_focused(page, ".map-marker")?, || "? moved the focus".into())?;
    }
    Ok(())
}

fn keys_outside_of_the_map_are_the_pages(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    let home = settle(page)?;
    page.focus(".lenses [data-lens=overview]")?;
    for typed in ['+', '-', '0', '?', key::LEFT] {
        page.session.press(typed)?;
    }
    page.session.press_with(key::SHIFT, key::RIGHT)?;
    ensure(is_focused(page, ".lenses [data-lens=overview]")?, || "the focus moved".into())?;
    assert_same("the camera", settle(page)?, home)?;
    assert_same("open lists of keys", page.count(".map-keys[open]")?, 0)?;
    page.expect("?partner=swe", "swe")
}
