//! The date: map, card and address show what was known on it.

use crate::case::{Case, cases};
use browser_tests::page::Page;
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};

pub(crate) const CASES: &[Case] = cases![
    statuses_follow_the_date.in_chromium(),
    nobody_but_the_founders_at_first.in_chromium(),
    dates_are_kept_within_the_briefing.in_chromium(),
    the_range_moves_by_key,
    steps_lead_from_event_to_event,
    an_early_card_leaves_out_what_came_later.in_chromium(),
];

/// A country's status on Pillar II on a day.
const STATUSES: [(&str, &str, &str); 12] = [
    ("2023-04-30", "swe", "land"),
    ("2023-05-01", "swe", "interest"),
    ("2024-02-09", "swe", "interest"),
    ("2024-02-10", "swe", "consideration"),
    // On 20 June 2024 it is said to be interested again, which does not take it back a step.
    ("2024-06-20", "swe", "consideration"),
    ("2024-11-29", "swe", "consideration"),
    ("2024-11-30", "swe", "consultation"),
    ("2025-09-04", "swe", "consultation"),
    ("2025-09-05", "swe", "participant"),
    ("2026-06-30", "swe", "participant"),
    ("2021-03-01", "nor", "member"),
    ("2026-06-30", "fji", "land"),
];

fn statuses_follow_the_date(page: &Page) -> Outcome {
    for (date, country, expected) in STATUSES {
        page.open(&format!("?pillar=2&date={date}"))?;
        let what = format!("{country} on {date}");
        assert_same(&what, page.status(country)?, expected)?;
        page.open(&format!("?date={date}"))?;
        assert_same(&format!("{what}, in the overview"), page.status(country)?, expected)?;
    }
    Ok(())
}

fn nobody_but_the_founders_at_first(page: &Page) -> Outcome {
    for lens in ["?", "?pillar=1&", "?pillar=2&"] {
        page.open(&format!("{lens}date=2021-03-01"))?;
        let expected = ["nor member", "per member"];
        assert_same(&format!("statuses through {lens}"), page.statuses()?, expected)?;
    }
    Ok(())
}

fn dates_are_kept_within_the_briefing(page: &Page) -> Outcome {
    page.open("?pillar=2&date=2021-02-28")?;
    page.expect("?pillar=2&date=2021-03-01", "pillar-2")?;
    let range = "This briefing goes from 1 March 2021 to 30 June 2026. This is the nearest view.";
    assert_same("the note on a date too early", page.text("#app .notice")?, range)?;
    page.open("?pillar=2&date=2026-06-30")?;
    page.expect("?pillar=2", "pillar-2")?;
    assert_same("the note on the edition's own day", page.text("#app .notice")?, "")?;
    page.open("?pillar=2&date=2026-07-01")?;
    page.expect("?pillar=2", "pillar-2")?;
    assert_same("the note on a date too late", page.text("#app .notice")?, range)
}

fn the_range_moves_by_key(page: &Page) -> Outcome {
    page.open("?pillar=2")?;
    assert_same("date", page.text(".timeline-date")?, "30 June 2026")?;
    page.focus(".timeline-range")?;
    page.session.press(key::LEFT)?;
    page.expect("?pillar=2&date=2025-09-05", "pillar-2")?;
    assert_same("date", page.text(".timeline-date")?, "5 September 2025")?;
    page.session.press(key::HOME)?;
    page.expect("?pillar=2&date=2021-03-01", "pillar-2")?;
    assert_same("date", page.text(".timeline-date")?, "1 March 2021")?;
    assert_same("Sweden at first", page.status("swe")?, "land")?;
    let spoken = page.attribute(".timeline-range", "aria-valuetext")?;
    assert_same("what the range says", spoken, "1 March 2021")?;
    page.session.press(key::RIGHT)?;
    page.expect("?pillar=2&date=2022-07-04", "pillar-2")?;
    page.session.press(key::RIGHT)?;
    page.expect("?pillar=2&date=2023-05-01", "pillar-2")?;
    assert_same("Sweden in May 2023", page.status("swe")?, "interest")?;
    page.session.press(key::END)?;
    page.expect("?pillar=2", "pillar-2")?;
    assert_same("date", page.text(".timeline-date")?, "30 June 2026")?;
    assert_same("Sweden at last", page.status("swe")?, "participant")?;
    assert_empty("the page complains", &page.problems()?)
}

/// How many steps lead in a direction: one, or none at an end.
fn steps(page: &Page, step: &str) -> Outcome<u64> {
    page.count(&format!("[data-step={step}]:not([aria-disabled])"))
}

fn steps_lead_from_event_to_event(page: &Page) -> Outcome {
    page.open("?pillar=2")?;
    assert_same("steps beyond the latest", steps(page, "next")?, 0)?;
    page.click("[data-step=previous]")?;
    page.expect("?pillar=2&date=2025-09-05", "pillar-2")?;
    let named = page.attributes(".timeline-events [data-event]", "data-event")?;
    assert_same("the event of 5 September 2025", named, ["ev-2025-09-05-trial"])?;
    page.click("[data-step=previous]")?;
    page.expect("?pillar=2&date=2025-01-15", "pillar-2")?;
    page.click("[data-step=next]")?;
    page.expect("?pillar=2&date=2025-09-05", "pillar-2")?;
    page.click("[data-step=latest]")?;
    page.expect("?pillar=2", "pillar-2")?;
    // Between two events: to the nearest on either side.
    page.open("?partner=swe&date=2024-04-01")?;
    page.click("[data-step=previous]")?;
    page.expect("?partner=swe&date=2024-02-10", "swe")?;
    page.open("?partner=swe&date=2024-04-01")?;
    page.click("[data-step=next]")?;
    page.expect("?partner=swe&date=2024-06-20", "swe")?;
    page.open("?date=2021-03-01")?;
    assert_same("steps before the first", steps(page, "previous")?, 0)
}

fn an_early_card_leaves_out_what_came_later(page: &Page) -> Outcome {
    let later = ".card [data-event='ev-2025-09-05-trial']";
    let texts = ["long string trial", "2025"];
    page.open("?partner=swe")?;
    assert_same("Sweden's card links to a later event", page.count(later)?, 1)?;
    let latest = page.shown()?.text;
    ensure(texts.iter().all(|it| latest.contains(it)), || format!("the card says {latest:?}"))?;
    page.open("?partner=swe&date=2024-06-20")?;
    assert_same("on 20 June 2024 it links to a later event", page.count(later)?, 0)?;
    let early = page.shown()?.text;
    ensure(!texts.iter().any(|it| early.contains(it)), || {
        format!("on 20 June 2024 the card says what came later: {early:?}")
    })
}
