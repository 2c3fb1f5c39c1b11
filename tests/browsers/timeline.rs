//! The timeline: its handle by pointer and finger, its field, and whether what is drawn has room and is said.

use crate::case::{Case, cases, js};
use crate::layout::{load, resize};
use browser_tests::page::Page;
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};

pub(crate) const CASES: &[Case] = cases![
    the_timeline_is_dragged_from_event_to_event,
    // Only Chromium's driver has fingers that scroll.
    the_timeline_is_dragged_by_finger.in_chromium(),
    steps_on_the_timeline_are_one_entry,
    a_key_goes_on_from_what_is_not_yet_drawn,
    the_field_of_the_timeline_takes_any_day,
    squares_and_bars_of_the_timeline_lead_to_cards,
    words_on_the_timeline_have_room_or_are_not_seen.real(),
    the_list_says_what_the_timeline_draws,
    the_list_says_what_the_timeline_draws_of_the_briefing.real().in_chromium(),
];

/// The middle of an event's square, in the row of years, where no link is.
pub(crate) fn place(page: &Page, event: &str) -> Outcome<(i64, i64)> {
    page.reach(".timeline-years")?;
    let found = page.session.call(js!("place_of_event"), &[json!(event)])?;
    let at = |index: usize| found.get(index).and_then(Value::as_i64);
    at(0).zip(at(1)).ok_or_else(|| format!("{event} has no square: {found}").into())
}

/// A pointer that presses at the first place, moves to the others, and lets go at the last.
pub(crate) fn drag(page: &Page, kind: &str, places: &[(i64, i64)]) -> Outcome {
    let to = |(x, y): &(i64, i64)| json!({ "type": "pointerMove", "duration": 30, "origin": "viewport", "x": x, "y": y });
    let mut actions: Vec<Value> = places.iter().map(to).collect();
    actions.insert(1, json!({ "type": "pointerDown", "button": 0 }));
    actions.push(json!({ "type": "pointerUp", "button": 0 }));
    let parameters = json!({ "pointerType": kind });
    page.session.perform(&[
        json!({ "type": "pointer", "id": kind, "parameters": parameters, "actions": actions }),
    ])
}

fn the_timeline_is_dragged_from_event_to_event(page: &Page) -> Outcome {
    page.open("?pillar=2")?;
    let (trial, fair) = (place(page, "ev-2025-09-05-trial")?, place(page, "ev-2024-02-10-fair")?);
    // The second place is between two events, nearer to the fair.
    drag(page, "mouse", &[trial, (fair.0 + 8, fair.1), (fair.0 + 4, fair.1 + 60)])?;
    page.expect("?pillar=2&date=2024-02-10", "pillar-2")?;
    assert_same(
        "the range",
        page.attribute(".timeline-range", "aria-valuetext")?,
        "10 February 2024",
    )?;
    // Without a press nothing moves.
    page.session.perform(&[json!({ "type": "pointer", "id": "mouse", "parameters": { "pointerType": "mouse" },
        "actions": [{ "type": "pointerMove", "duration": 30, "origin": "viewport", "x": trial.0, "y": trial.1 }] })])?;
    page.expect("?pillar=2&date=2024-02-10", "pillar-2")?;
    page.session.back()?;
    page.expect("?pillar=2", "pillar-2")?;
    assert_empty("the page complains", &page.problems()?)
}

fn the_timeline_is_dragged_by_finger(page: &Page) -> Outcome {
    page.open("?pillar=2")?;
    let (trial, fair) = (place(page, "ev-2025-09-05-trial")?, place(page, "ev-2024-02-10-fair")?);
    let steps = (1..=8).map(|it| (trial.0 + (fair.0 - trial.0) * it / 8, fair.1));
    let path: Vec<_> = std::iter::once(trial).chain(steps).collect();
    drag(page, "touch", &path)?;
    page.expect("?pillar=2&date=2024-02-10", "pillar-2")?;
    // What goes up the page is the page's.
    let up: Vec<_> = (0..8).map(|it| (trial.0, trial.1 - 20 * it)).collect();
    drag(page, "touch", &up)?;
    page.expect("?pillar=2&date=2024-02-10", "pillar-2")
}

fn steps_on_the_timeline_are_one_entry(page: &Page) -> Outcome {
    page.open("?pillar=2")?;
    page.click(".card [data-country=swe]")?;
    page.expect("?pillar=2&partner=swe", "swe")?;
    for date in ["2025-09-05", "2025-01-15", "2024-11-30"] {
        page.click("[data-step=previous]")?;
        page.expect(&format!("?pillar=2&partner=swe&date={date}"), "swe")?;
    }
    page.session.back()?;
    page.expect("?pillar=2&partner=swe", "swe")?;
    page.session.back()?;
    page.expect("?pillar=2", "pillar-2")
}

/// Picks a day, or types it into the field, as far as the page can tell.
fn set_day(page: &Page, day: &str, is_typed: bool) -> Outcome {
    page.focus(".timeline-day")?;
    let set = "(day, isTyped) => {
        const field = document.querySelector('.timeline-day');
        if (isTyped) field.dispatchEvent(new KeyboardEvent('keydown', { key: '2', bubbles: true }));
        field.value = day;
        field.dispatchEvent(new Event('change', { bubbles: true }));
    }";
    page.session.call(set, &[json!(day), json!(is_typed)]).map(drop)
}

/// On a slow machine the app draws in several tasks, and a key may come between two of them.
fn a_key_goes_on_from_what_is_not_yet_drawn(page: &Page) -> Outcome {
    page.open("?pillar=2")?;
    page.focus(".timeline-range")?;
    page.session.call(js!("moves_while_drawn"), &[])?;
    page.session.press(key::HOME)?;
    page.expect("?pillar=2&date=2022-07-04", "pillar-2")?;
    page.open("?from=2023-05-01&date=2024-06-20")?;
    page.focus(".range-from")?;
    page.session.call(js!("moves_while_drawn"), &[])?;
    page.session.press(key::HOME)?;
    page.wait(
        "the period from the second stop",
        "return location.search === '?from=2022-07-04&date=2024-06-20'",
    )
}

fn the_field_of_the_timeline_takes_any_day(page: &Page) -> Outcome {
    page.open("?pillar=2")?;
    let has = |name| page.attribute(".timeline-day", name);
    assert_same(
        "its days",
        [has("min")?, has("max")?],
        ["2021-03-01".into(), "2026-06-30".to_owned()],
    )?;
    set_day(page, "2024-04-01", false)?;
    page.expect("?pillar=2&date=2024-04-01", "pillar-2")?;
    let shown = "return [document.querySelector('.timeline-day').value]";
    // As while a year is typed, or the field is emptied: what is typed stays until the field is left.
    for no_day in ["0002-04-01", "2027-01-01", ""] {
        set_day(page, no_day, true)?;
        page.expect("?pillar=2&date=2024-04-01", "pillar-2")?;
        assert_same("what is typed", page.list(shown)?, [no_day])?;
        page.focus(".timeline-range")?;
        assert_same("the field that was left", page.list(shown)?, ["2024-04-01"])?;
    }
    // What is entered stays, too, and the browser says why it is no day of the briefing.
    set_day(page, "2027-01-01", true)?;
    page.session.press(key::ENTER)?;
    assert_same("what is entered", page.list(shown)?, ["2027-01-01"])?;
    assert_same("a field that is wrong", page.count(".timeline-day:invalid")?, 1)?;
    page.expect("?pillar=2&date=2024-04-01", "pillar-2")?;
    page.session.press(key::ESCAPE)?;
    page.expect("?pillar=2&date=2024-04-01", "pillar-2")?;
    assert_same("what is given up", page.list(shown)?, ["2024-04-01"])?;
    // A day that is passed on the way to another does not count.
    set_day(page, "2024-01-01", true)?;
    set_day(page, "2024-06-20", true)?;
    page.expect("?pillar=2&date=2024-04-01", "pillar-2")?;
    page.focus(".timeline-range")?;
    page.expect("?pillar=2&date=2024-06-20", "pillar-2")?;
    assert_same("a status", page.text(".timeline-unchanged")?, "No status changed.")?;
    set_day(page, "2026-06-30", true)?;
    page.session.press(key::ENTER)?;
    page.expect("?pillar=2", "pillar-2")?;
    assert_same("the field", page.list(shown)?, ["2026-06-30"])
}

fn squares_and_bars_of_the_timeline_lead_to_cards(page: &Page) -> Outcome {
    page.open("")?;
    page.click(".timeline-squares [data-event=ev-2024-06-20-meeting] rect")?;
    page.expect("?event=2024-06-20-meeting&date=2024-06-20", "ev-2024-06-20-meeting")?;
    assert_same("events that stand out", page.count(".timeline-squares .square-hot")?, 1)?;
    page.click(".lane .lane-name[data-country=swe]")?;
    page.expect("?partner=swe&date=2024-06-20", "swe")?;
    assert_same("lanes that stand out", page.count(".lane[data-selected]")?, 1)?;
    page.open("?pillar=2")?;
    page.click(".lane svg [data-country=swe]")?;
    page.expect("?pillar=2&partner=swe", "swe")?;
    assert_empty("the page complains", &page.problems()?)
}

const WIDTHS: [u32; 6] = [320, 390, 768, 1024, 1440, 1920];

/// How often crowded words are looked at again.
const PATIENCE: usize = 10;

fn words_on_the_timeline_have_room_or_are_not_seen(page: &Page) -> Outcome {
    let mut crowded = Vec::new();
    for view in
        ["", "?partner=jpn", "?date=2024-05-01", "?partner=kor&date=2024-09-17", "?pillar=1"]
    {
        load(page, view)?;
        let large = [(390, "200%"), (1440, "200%")];
        for (width, type_size) in WIDTHS.map(|it| (it, "100%")).into_iter().chain(large) {
            resize(page, width, type_size)?;
            // WebKit lays out what is within a drawing a frame later.
            let mut found = page.call_list(js!("crowded_words"), &[])?;
            for _ in 0..PATIENCE {
                if !found.is_empty() {
                    std::thread::sleep(std::time::Duration::from_millis(50));
                    found = page.call_list(js!("crowded_words"), &[])?;
                }
            }
            let found = found.into_iter();
            crowded.extend(found.map(|it| format!("/{view} at {width} px, {type_size}: {it}")));
        }
    }
    assert_empty("crowded words", &crowded)
}

/// Whatever is drawn and can be followed by a pointer is in the list as well.
fn list_has_all(page: &Page, view: &str) -> Outcome {
    page.open(view)?;
    page.session.run("document.querySelector('.timeline-list').open = true", &[])?;
    for attribute in ["data-country", "data-event"] {
        let drawn = page.attributes(&format!(".timeline-chart [{attribute}]"), attribute)?;
        let listed = page.attributes(&format!(".timeline-list [{attribute}]"), attribute)?;
        ensure(!drawn.is_empty(), || format!("no {attribute} is drawn at {view:?}"))?;
        let missing: Vec<_> = drawn.into_iter().filter(|it| !listed.contains(it)).collect();
        assert_empty(&format!("drawn at {view:?} and not listed"), &missing)?;
    }
    let reachable = ".timeline-chart :is(a, button, input):not([tabindex='-1'])";
    assert_same("stops in what is hidden from screen readers", page.count(reachable)?, 0)
}

fn the_list_says_what_the_timeline_draws(page: &Page) -> Outcome {
    list_has_all(page, "")?;
    list_has_all(page, "?partner=swe&date=2024-06-20")?;
    let said = page.text(".timeline-standings li:last-child")?;
    for words in ["Sweden", "May 2023", "10 February 2024"] {
        ensure(said.contains(words), || format!("{said:?} does not have {words:?}"))?;
    }
    ensure(!said.contains("2025"), || format!("{said:?} says what came later"))
}

fn the_list_says_what_the_timeline_draws_of_the_briefing(page: &Page) -> Outcome {
    list_has_all(page, "")?;
    list_has_all(page, "?date=2024-05-01")
}
