//! What changed between two dates: its card, and both handles of the timeline by key, pointer and field.

use crate::case::{Case, cases, js};
use crate::file::alone;
use crate::layout::{WINDOWS, load, resize};
use crate::timeline::{drag, place};
use browser_tests::page::Page;
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};

pub(crate) const CASES: &[Case] = cases![
    what_changed_is_opened_and_left_by_one_link,
    both_handles_move_by_keys_alone,
    a_pointer_takes_the_nearer_handle,
    the_fields_of_a_period_take_days_on_either_side,
    a_period_that_is_none_shows_one_date,
    what_changed_is_said_and_sourced,
    an_event_of_the_period_leads_back_to_it,
    one_file_shows_what_changed,
    what_changed_fits.real(),
    what_changed_is_seen_in_forced_colours.in_chromium(),
];

const PERIOD: &str = "?from=2024-01-01&date=2024-12-31";
const FROM: &str = ".range-from";
const TO: &str = ".timeline-range:not(.range-from)";
const ENTRIES: &str = "return [String(history.length)]";

fn what_changed_is_opened_and_left_by_one_link(page: &Page) -> Outcome {
    page.open("")?;
    // From the stop before the newest change of a status on.
    page.enter("[data-lens=since]")?;
    page.expect("?from=2025-01-15", "since")?;
    let focused = "return [document.activeElement.textContent]";
    assert_same("what has the focus", page.list(focused)?, ["One date again"])?;
    page.session.press(key::ENTER)?;
    page.expect("", "overview")?;
    page.session.back()?;
    page.expect("?from=2025-01-15", "since")?;
    // Escape on the map hides the tip, and then leads outward.
    page.focus(".map-marker[tabindex='0']")?;
    page.session.press(key::ESCAPE)?;
    page.session.press(key::ESCAPE)?;
    page.expect("", "overview")?;
    assert_empty("the page complains", &page.problems()?)
}

fn both_handles_move_by_keys_alone(page: &Page) -> Outcome {
    page.open("?date=2024-11-30")?;
    page.click("[data-lens=since]")?;
    page.expect("?from=2024-06-20&date=2024-11-30", "since")?;
    let entries = page.list(ENTRIES)?;
    let press = |handle: &str, key: char, query: &str| {
        page.focus(handle)?;
        page.session.press(key)?;
        page.expect(query, "since")
    };
    press(FROM, key::LEFT, "?from=2024-02-10&date=2024-11-30")?;
    press(FROM, key::RIGHT, "?from=2024-06-20&date=2024-11-30")?;
    // Neither passes the other.
    press(FROM, key::END, "?from=2024-06-20&date=2024-11-30")?;
    press(TO, key::LEFT, "?from=2024-06-20&date=2024-11-30")?;
    press(TO, key::RIGHT, "?from=2024-06-20&date=2025-01-15")?;
    press(TO, key::HOME, "?from=2024-06-20&date=2024-11-30")?;
    press(FROM, key::HOME, "?from=2021-03-01&date=2024-11-30")?;
    assert_same("the range", page.attribute(FROM, "aria-valuetext")?, "1 March 2021")?;
    assert_same("entries of the history", page.list(ENTRIES)?, entries)?;
    page.session.back()?;
    page.expect("?date=2024-11-30", "overview")?;
    assert_empty("the page complains", &page.problems()?)
}

fn a_pointer_takes_the_nearer_handle(page: &Page) -> Outcome {
    page.open("?from=2024-02-10&date=2025-09-05")?;
    let (fair, meeting) =
        (place(page, "ev-2024-02-10-fair")?, place(page, "ev-2024-06-20-meeting")?);
    let trial = place(page, "ev-2025-09-05-trial")?;
    drag(page, "mouse", &[fair, (meeting.0 - 4, meeting.1), meeting])?;
    page.expect("?from=2024-06-20&date=2025-09-05", "since")?;
    // Beyond the other it stays before it.
    drag(page, "mouse", &[trial, meeting, fair])?;
    page.expect("?from=2024-06-20&date=2024-11-30", "since")?;
    assert_empty("the page complains", &page.problems()?)
}

/// Picks a day in the first field or the second.
fn set_day(page: &Page, field: usize, day: &str) -> Outcome {
    let set = "(index, day) => {
        const field = document.querySelectorAll('.timeline-day')[index];
        field.value = day;
        field.dispatchEvent(new Event('change', { bubbles: true }));
    }";
    page.session.call(set, &[json!(field), json!(day)]).map(drop)
}

fn the_fields_of_a_period_take_days_on_either_side(page: &Page) -> Outcome {
    page.open(PERIOD)?;
    let labels = page.list(
        "return [...document.querySelectorAll('.timeline-field > span')].map(it => it.textContent)",
    )?;
    assert_same("the labels", labels, ["What changed since", "Up to"])?;
    set_day(page, 0, "2024-04-01")?;
    page.expect("?from=2024-04-01&date=2024-12-31", "since")?;
    set_day(page, 1, "2024-10-01")?;
    page.expect("?from=2024-04-01&date=2024-10-01", "since")?;
    // Of one day there is no period, and before and after the briefing none.
    let shown = "return [...document.querySelectorAll('.timeline-day')].map(it => it.value)";
    for (field, day) in [(0, "2024-10-01"), (0, "2020-01-01"), (1, "2024-04-01"), (1, "2030-01-01")]
    {
        set_day(page, field, day)?;
        page.expect("?from=2024-04-01&date=2024-10-01", "since")?;
        assert_same("the fields", page.list(shown)?, ["2024-04-01", "2024-10-01"])?;
    }
    // Beyond the other it changes places with it, as in an address.
    for (field, day, period) in [
        (1, "2024-02-10", ["2024-02-10", "2024-04-01"]),
        (0, "2024-10-01", ["2024-04-01", "2024-10-01"]),
    ] {
        set_day(page, field, day)?;
        let [from, to] = period;
        page.expect(&format!("?from={from}&date={to}"), "since")?;
        assert_same("the fields", page.list(shown)?, period)?;
    }
    let said = page.text("#board [role=status]")?;
    ensure(said.contains("after 1 April 2024 and up to 1 October 2024"), || said.clone())?;
    set_day(page, 1, "2026-06-30")?;
    page.expect("?from=2024-04-01", "since")?;
    assert_empty("the page complains", &page.problems()?)
}

fn a_period_that_is_none_shows_one_date(page: &Page) -> Outcome {
    page.open("?from=2024-02-10&date=2024-02-10")?;
    page.expect("?date=2024-02-10", "overview")?;
    // The other way round it is one.
    page.open("?from=2024-11-30&date=2024-02-10")?;
    page.expect("?from=2024-02-10&date=2024-11-30", "since")?;
    page.open("?from=2030-01-01")?;
    page.expect("", "overview")
}

fn what_changed_is_said_and_sourced(page: &Page) -> Outcome {
    page.open("?date=2024-12-31")?;
    page.click("[data-lens=since]")?;
    page.expect("?from=2024-06-20&date=2024-12-31", "since")?;
    let said = page.text("#board [role=status]")?;
    assert_same(
        "the announcement",
        said.split(':').next(),
        Some("What changed after 20 June 2024 and up to 31 December 2024"),
    )?;
    let row = page.text("[data-since] tbody tr")?;
    for words in ["Sweden", "considered", "in consultation", "30 Nov"] {
        ensure(row.contains(words), || format!("{row:?} does not have {words:?}"))?;
    }
    page.click("[data-since] .ref")?;
    assert_same("sources of a status", page.count(".sentence-sources li")? > 0, true)?;
    assert_same("outlined", page.count(".map-changed")? > 0, true)?;
    // The changes of the briefing itself are another thing.
    let link = page.attribute(".card .changed a", "href")?;
    assert_same("the link to them", link, "#changes")?;
    page.open("?from=2021-09-01&date=2021-09-02")?;
    assert_same("the title", page.text("#card-title")?, "Nothing changed")?;
    page.click(".since .links a")?;
    let title = page.text("#card-title")?;
    ensure(title != "Nothing changed", || title.clone())
}

fn an_event_of_the_period_leads_back_to_it(page: &Page) -> Outcome {
    page.open(PERIOD)?;
    page.click(".card [data-event=ev-2024-06-20-meeting]")?;
    page.expect("?event=2024-06-20-meeting&date=2024-06-20", "ev-2024-06-20-meeting")?;
    page.session.back()?;
    page.expect(PERIOD, "since")
}

fn one_file_shows_what_changed(page: &Page) -> Outcome {
    let site = alone(page)?;
    page.session.go(&format!("{}/#from=2024-01-01&date=2024-12-31", site.origin()))?;
    page.wait_until_ready()?;
    page.expect(PERIOD, "since")?;
    page.focus(FROM)?;
    page.session.press(key::RIGHT)?;
    page.expect("?from=2024-02-10&date=2024-12-31", "since")
}

fn what_changed_fits(page: &Page) -> Outcome {
    let mut found = Vec::new();
    for view in
        ["?from=2024-04-01&date=2024-09-30", "?from=2021-09-15", "?from=2021-09-16&date=2021-09-17"]
    {
        load(page, view)?;
        for (width, size) in WINDOWS {
            resize(page, width, size)?;
            let mut misfits = page.call_list(js!("misfits"), &[])?;
            misfits.extend(page.call_list(js!("overlaps"), &[])?);
            found.extend(
                misfits.into_iter().map(|it| format!("/{view} at {width} px, {size}: {it}")),
            );
        }
    }
    assert_empty("what does not fit", &found)
}

fn what_changed_is_seen_in_forced_colours(page: &Page) -> Outcome {
    page.open(PERIOD)?;
    let emulate = |features: Value| {
        page.session.devtools("Emulation.setEmulatedMedia", &json!({ "features": features }))
    };
    emulate(json!([{ "name": "forced-colors", "value": "active" }]))?;
    let style = "return [
        getComputedStyle(document.querySelector('.timeline-period')).borderBlockStartWidth,
        getComputedStyle(document.querySelector('.map-changed')).strokeWidth,
    ]";
    let shown = page.list(style);
    emulate(json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]))?;
    assert_same("period and outline", shown?, ["3px", "3px"])
}
