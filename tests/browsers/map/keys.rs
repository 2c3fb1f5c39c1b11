//! The map by key: one stop of Tab, arrows from country to country, and keys for all that buttons do.

use super::{settle, word, words};
use crate::case::{Case, cases};
use crate::keyboard::{focus_complaint, is_focused, tab_to};
use browser_tests::page::Page;
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};

pub(crate) const CASES: &[Case] = cases![
    the_map_is_one_tab_stop,
    arrows_walk_over_the_map,
    keys_move_the_camera,
    keys_select_and_close,
    a_key_lists_the_keys,
    keys_outside_of_the_map_are_the_pages,
];

const UP: char = '\u{E013}';
const DOWN: char = '\u{E015}';

fn the_map_is_one_tab_stop(page: &Page) -> Outcome {
    for query in ["", "?partner=jpn", "?pillar=1"] {
        page.open(query)?;
        assert_same("stops among the markers", page.count(".map-marker[tabindex='0']")?, 1)?;
        assert_same("markers beside them", page.count(".map-marker[tabindex='-1']")?, 7)?;
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
    page.open("?partner=jpn")?;
    assert_same("the stop", page.attribute(".map-marker[tabindex='0']", "data-country")?, "jpn")
}

fn arrows_walk_over_the_map(page: &Page) -> Outcome {
    let words = words()?;
    page.open("")?;
    page.focus(".map-marker[data-country=kor]")?;
    for (arrow, bearing, from, to) in [
        (key::RIGHT, "bearing_east", "kor", "jpn"),
        (key::LEFT, "bearing_west", "jpn", "kor"),
        (key::LEFT, "bearing_west", "kor", "chn"),
        (DOWN, "bearing_south", "jpn", "aus"),
        (key::RIGHT, "bearing_east", "aus", "nzl"),
        (UP, "bearing_north", "nzl", ""),
    ] {
        let marker = format!(".map-marker[data-country={from}]");
        if !is_focused(page, &marker)? {
            page.focus(&marker)?;
        }
        let name = page.text(&format!("{marker} .map-name"))?;
        page.session.press(arrow)?;
        let said = word(&words, bearing)?.replace("{country}", &name);
        let wait =
            format!("return document.getElementById('map-bearing').textContent === '{said}'");
        page.wait(&format!("the map to say {said:?}"), &wait)?;
        let focused = page.attribute(":focus", "data-country")?;
        ensure(focused == to || (to.is_empty() && focused != from), || {
            format!("from {from} it is {focused} that is {said}, not {to}")
        })?;
        settle(page)?;
        assert_same("what is wrong with the focus", focus_complaint(page)?, None)?;
    }
    page.expect("", "overview")?;
    // At the end of the sheet the focus stays.
    page.focus(".map-marker[data-country=usa]")?;
    page.session.press(key::RIGHT)?;
    let said = word(&words, "bearing_none")?;
    page.wait(
        "the end",
        &format!("return document.getElementById('map-bearing').textContent === '{said}'"),
    )?;
    assert_same("the focus", page.attribute(":focus", "data-country")?, "usa")
}

fn keys_move_the_camera(page: &Page) -> Outcome {
    page.open("?partner=kor")?;
    page.focus(".map-marker[data-country=kor]")?;
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
    assert_same("the focus", page.attribute(":focus", "data-country")?, "kor")?;
    page.expect("?partner=kor", "kor")?;
    assert_empty("the page complains", &page.problems()?)
}

fn keys_select_and_close(page: &Page) -> Outcome {
    page.open("?pillar=2")?;
    page.focus(".map-marker[data-country=kor]")?;
    page.session.press(key::RIGHT)?;
    page.session.press(key::ENTER)?;
    page.expect("?pillar=2&partner=jpn", "jpn")?;
    ensure(is_focused(page, ".map-marker[data-country=jpn]")?, || "Enter lost the focus".into())?;
    page.session.press(key::ESCAPE)?;
    page.expect("?pillar=2", "pillar-2")?;
    ensure(is_focused(page, ".map-marker[data-country=jpn]")?, || "Escape lost the focus".into())?;
    settle(page)?;
    assert_same("what is wrong with the focus", focus_complaint(page)?, None)
}

fn a_key_lists_the_keys(page: &Page) -> Outcome {
    page.open("")?;
    assert_same("open lists of keys", page.count(".map-keys[open]")?, 0)?;
    page.focus(".map-marker[data-country=kor]")?;
    for open in [1, 0] {
        page.session.press('?')?;
        let is_so =
            format!("return document.querySelectorAll('.map-keys[open]').length === {open}");
        page.wait(&format!("{open} open lists of keys"), &is_so)?;
        ensure(is_focused(page, ".map-marker")?, || "? moved the focus".into())?;
    }
    Ok(())
}

fn keys_outside_of_the_map_are_the_pages(page: &Page) -> Outcome {
    page.open("?partner=kor")?;
    let home = settle(page)?;
    page.focus(".lenses [data-lens=overview]")?;
    for typed in ['+', '-', '0', '?', key::LEFT, key::ESCAPE] {
        page.session.press(typed)?;
    }
    page.session.press_with(key::SHIFT, key::RIGHT)?;
    ensure(is_focused(page, ".lenses [data-lens=overview]")?, || "the focus moved".into())?;
    assert_same("the camera", settle(page)?, home)?;
    assert_same("open lists of keys", page.count(".map-keys[open]")?, 0)?;
    page.expect("?partner=kor", "kor")
}
