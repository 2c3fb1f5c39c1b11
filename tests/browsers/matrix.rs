//! The table of areas and countries: its grid by keyboard, its cells, what it is on a narrow window and on paper, and the map
//! that it leaves as it was.

use crate::case::{Case, cases, js};
use crate::keyboard::{focus_complaint, is_focused, tab_to};
use browser_tests::page::Page;
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![
    the_table_is_a_grid_by_keyboard,
    the_table_is_left_and_entered_by_tab,
    an_opened_cell_is_closed_in_every_way,
    space_opens_and_closes_a_cell,
    a_cell_unfolds_below_its_row,
    a_cell_has_an_address_and_back_undoes_it,
    the_map_is_as_it_was_after_the_table,
    the_table_is_a_list_where_there_is_little_room,
    the_table_follows_the_date.in_chromium(),
    the_table_is_in_the_printed_text.in_chromium(),
];

const UP: char = '\u{E013}';
const DOWN: char = '\u{E015}';

const CELL: &str = "[data-cell='string swe']";
const OPENED: &str = "?view=areas&technology=string&partner=swe";

/// Presses a key and says where in the grid the focus is then: row, column, and which link of the cell.
fn press(page: &Page, key: char, expected: &str) -> Outcome {
    page.session.press(key)?;
    let script = "const cell = document.activeElement.closest('[data-at]'), links = [...cell?.querySelectorAll('a') ?? []];
        return [`${cell?.dataset.at} ${Math.max(0, links.indexOf(document.activeElement))}`]";
    assert_same("the place in the grid", page.list(script)?.concat(), expected)?;
    if let Some(complaint) = focus_complaint(page)? {
        return Err(complaint.into());
    }
    assert_same("tab stops", page.count("[data-matrix] [tabindex='0']")?, 1)
}

fn the_table_is_a_grid_by_keyboard(page: &Page) -> Outcome {
    page.open("?view=areas")?;
    page.focus(".skip-link")?;
    tab_to(page, "[data-matrix] *")?;
    // Norway and Peru share a head, in which each has its place.
    for (key, place) in [
        (UP, "0 0 0"),
        (key::RIGHT, "0 1 0"),
        (key::RIGHT, "0 1 1"),
        (key::RIGHT, "0 2 0"),
        (key::RIGHT, "0 2 0"),
        (DOWN, "1 2 0"),
        (key::HOME, "1 0 0"),
        (key::END, "1 2 0"),
        (DOWN, "2 2 0"),
        (DOWN, "2 2 0"),
        (key::LEFT, "2 1 0"),
        (UP, "1 1 0"),
        (key::RIGHT, "1 2 0"),
    ] {
        press(page, key, place)?;
    }
    page.session.press(key::ENTER)?;
    page.expect(OPENED, "areas")?;
    ensure(is_focused(page, CELL)?, || "the opened cell lost the focus".into())?;
    // What is unfolded is read by Tab, and the arrows go on where they were.
    page.session.press(key::TAB)?;
    ensure(is_focused(page, ".matrix-opened .ref")?, || "Tab does not lead to the sources".into())?;
    page.focus(CELL)?;
    page.session.press(key::ESCAPE)?;
    page.expect("?view=areas", "areas")?;
    ensure(is_focused(page, CELL)?, || "the closed cell lost the focus".into())?;
    press(page, key::HOME, "1 0 0")?;
    page.session.press(key::ENTER)?;
    page.expect("?technology=string", "tech-string")?;
    assert_empty("the page complains", &page.problems()?)
}

fn the_table_is_left_and_entered_by_tab(page: &Page) -> Outcome {
    page.open("?view=areas")?;
    page.focus(".skip-link")?;
    tab_to(page, "[data-matrix] *")?;
    page.session.press_with(key::CONTROL, key::END)?;
    ensure(is_focused(page, "[data-cell='knots swe']")?, || "Ctrl and End lead elsewhere".into())?;
    page.session.press(key::TAB)?;
    ensure(!is_focused(page, "[data-matrix] *")?, || "Tab does not leave the table".into())?;
    page.session.press_with(key::SHIFT, key::TAB)?;
    ensure(is_focused(page, "[data-cell='knots swe']")?, || "the place was forgotten".into())?;
    page.session.press_with(key::CONTROL, key::HOME)?;
    ensure(is_focused(page, "[data-at='0 0']")?, || "Ctrl and Home lead elsewhere".into())?;
    page.session.press_with(key::SHIFT, key::TAB)?;
    ensure(!is_focused(page, "[data-matrix] *")?, || "Shift and Tab do not leave it".into())
}

/// Cells that an address opens: one with a link, one of which nothing was found, and one that is not in the table on its date.
const OPENED_BY_ADDRESS: [(&str, &str, bool); 3] = [
    (OPENED, "", true),
    ("?view=areas&technology=knots&partner=nor", "", true),
    (OPENED, "&date=2021-03-01", false),
];

/// The ways to close a cell: a key, and on what it is pressed; the last is a click.
const WAYS: [(&str, char); 6] = [
    ("", key::ESCAPE),
    ("[data-cell][aria-expanded=true]", key::ENTER),
    ("[data-cell][aria-expanded=true]", ' '),
    (".matrix-opened .links a", key::ESCAPE),
    (".matrix-close a", key::ENTER),
    (".matrix-close a", '\0'),
];

fn an_opened_cell_is_closed_in_every_way(page: &Page) -> Outcome {
    for (address, date, is_in_table) in OPENED_BY_ADDRESS {
        for (on, key) in WAYS {
            if !is_in_table && on.starts_with("[data-cell]") {
                continue;
            }
            let what = format!("{address}{date} by {key:?} on {on:?}");
            page.open(&format!("{address}{date}"))?;
            let title = page.text(".matrix-opened h3")?;
            let is_said = page.text("#overview [role=status]")?.contains(&title);
            ensure(is_said, || format!("{what}: {title:?} is not announced"))?;
            if !on.is_empty() {
                page.focus(on)?;
            }
            if key == '\0' {
                page.click(on)?;
            } else {
                page.session.press(key)?;
            }
            page.expect(&format!("?view=areas{date}"), "areas")
                .map_err(|it| format!("{what}: {it}"))?;
            assert_same(&format!("{what}: still open"), page.count(".matrix-opened")?, 0)?;
            page.wait_for(
                "the focus in the table",
                "() => Boolean(document.activeElement?.closest('[data-at]'))",
                &[],
            )
            .map_err(|it| format!("{what}: {it}"))?;
            let stops = page.count("[data-matrix] [tabindex='0']")?;
            assert_same(&format!("{what}: tab stops"), stops, 1)?;
            let is_said = page.text("#overview [role=status]")?.contains(&title);
            ensure(!is_said, || format!("{what}: still announced"))?;
        }
    }
    Ok(())
}

fn space_opens_and_closes_a_cell(page: &Page) -> Outcome {
    page.open("?view=areas")?;
    page.focus(CELL)?;
    page.session.press(' ')?;
    page.expect(OPENED, "areas")?;
    ensure(is_focused(page, CELL)?, || "the opened cell lost the focus".into())?;
    page.session.press(' ')?;
    page.expect("?view=areas", "areas")?;
    ensure(is_focused(page, CELL)?, || "the closed cell lost the focus".into())
}

fn a_cell_unfolds_below_its_row(page: &Page) -> Outcome {
    page.open("?view=areas")?;
    page.click(CELL)?;
    page.expect(OPENED, "areas")?;
    let unfolded = page.text("[data-matrix] tr:has([data-cell='string swe']) + .matrix-opened")?;
    for said in ["long string trial", "longest yarn"] {
        ensure(unfolded.contains(said), || format!("unfolded is {unfolded:?}"))?;
    }
    assert_same("open", page.attributes("[aria-expanded=true]", "data-cell")?, vec!["string swe"])?;
    // One at a time.
    page.click("[data-cell='knots swe']")?;
    page.expect("?view=areas&technology=knots&partner=swe", "areas")?;
    assert_same("open", page.attributes("[aria-expanded=true]", "data-cell")?, vec!["knots swe"])?;
    assert_same("unfolded", page.count(".matrix-opened")?, 1)?;
    page.click("[data-cell='knots swe']")?;
    page.expect("?view=areas", "areas")?;
    assert_same("unfolded", page.count(".matrix-opened")?, 0)?;
    page.click("[data-cell='string nor']")?;
    page.expect("?view=areas&technology=string&partner=nor", "areas")?;
    page.click(".matrix-opened [data-country=per]")?;
    page.expect("?partner=per", "per")
}

fn a_cell_has_an_address_and_back_undoes_it(page: &Page) -> Outcome {
    page.open(OPENED)?;
    let direct = page.shown()?;
    page.open("")?;
    page.click("[data-lens=areas]")?;
    page.expect("?view=areas", "areas")?;
    page.click(CELL)?;
    page.expect(OPENED, "areas")?;
    page.shown()?.same_as(&direct)?;
    page.session.back()?;
    page.expect("?view=areas", "areas")?;
    page.session.back()?;
    page.expect("", "overview")?;
    assert_same("wide", page.count("[data-wide]")?, 0)?;
    page.session.forward()?;
    page.session.forward()?;
    page.expect(OPENED, "areas")?;
    page.shown()?.same_as(&direct)
}

/// The boxes of map and names, rounded.
const MAP: &str = "return [...document.querySelectorAll('.map-frame, .map-marker')].map(it => {
    const { left, top, width, height } = it.getBoundingClientRect();
    return [left, top + scrollY, width, height].map(Math.round).join(' ');
})";

fn the_map_is_as_it_was_after_the_table(page: &Page) -> Outcome {
    page.open("")?;
    let before = page.list(MAP)?;
    let seen = "return [...document.querySelectorAll('.map-frame, .map-marker')].filter(it => it.checkVisibility({ visibilityProperty: true })).length === 0";
    page.click("[data-lens=areas]")?;
    page.expect("?view=areas", "areas")?;
    page.wait("the map to be out of sight", seen)?;
    page.click("[data-lens=overview]")?;
    page.expect("", "overview")?;
    assert_same("the map", page.list(MAP)?, before)
}

fn the_table_is_a_list_where_there_is_little_room(page: &Page) -> Outcome {
    for width in [320, 390, 768, 1440] {
        page.session.go(&format!("{}/frame", page.site.origin()))?;
        let address = format!("/{OPENED}#embed=off");
        let arguments = [json!(address), json!(width), json!(844)];
        page.session.call_async(js!("load_frame"), &arguments)?;
        page.session.enter_frame(&crate::embed::frame(page, crate::embed::ONLY)?)?;
        page.wait_until_ready()?;
        let script = "const cell = document.querySelector(arguments[0]), area = cell.closest('tr').querySelector('th');
            return [cell.getBoundingClientRect().top >= area.getBoundingClientRect().bottom - 1,
                cell.querySelector('.matrix-country').checkVisibility(),
                document.querySelector('#card-title').getBoundingClientRect().height > 9,
                document.documentElement.scrollWidth <= innerWidth].join(' ')";
        let found = page.session.run(script, &[json!(CELL)])?;
        page.session.leave_frame()?;
        let expected = if width < 700 { "true true true true" } else { "false false true true" };
        assert_same(&format!("at {width} px below, named, headed, fits"), found, json!(expected))?;
    }
    Ok(())
}

fn the_table_follows_the_date(page: &Page) -> Outcome {
    page.open(&format!("{OPENED}&date=2021-03-01"))?;
    let text = page.card_text()?;
    for said in ["No work of AUKUS is known yet", "links Sweden to this area"] {
        ensure(text.contains(said), || format!("on 1 March 2021 the card says {text:?}"))?;
    }
    let rows = "[data-matrix] tbody [role=rowheader]";
    assert_same("areas that had been named", page.count(rows)?, 1)?;
    page.click("[data-step=latest]")?;
    page.expect(OPENED, "areas")?;
    assert_same("areas", page.count(rows)?, 2)?;
    let text = page.card_text()?;
    ensure(text.contains("only Sweden is known"), || format!("the card says {text:?}"))
}

fn the_table_is_in_the_printed_text(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    let text = page.text("[id='view=areas']")?;
    for said in ["only Sweden is known to have taken part", "Took part", "nothing found"] {
        let is_said = text.contains(said)
            || page.count(&format!("[id='view=areas'] [aria-label='{said}']"))? > 0;
        ensure(is_said, || format!("{said:?} is not printed: {text:?}"))?;
    }
    assert_same("printed", page.count("[id='view=areas']")?, 1)?;
    assert_same(
        "what reacts there",
        page.count("[id='view=areas'] :is([role=grid], [data-cell], [tabindex])")?,
        0,
    )
}
