//! The date: map, card and address show what was known on it.

use crate::case::{Case, cases};
use browser_tests::page::Page;
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};

pub(crate) const CASES: &[Case] = cases![
    statuses_follow_the_date,
    nobody_but_the_founders_at_first,
    dates_are_kept_within_the_briefing,
    the_range_moves_by_key,
    steps_lead_from_event_to_event,
    an_early_card_leaves_out_what_came_later,
];

/// A country's status on Pillar II on a day.
const STATUSES: [(&str, &str, &str); 10] = [
    ("2024-03-18", "kor", "none"),
    ("2024-04-01", "kor", "interest"),
    ("2024-05-01", "kor", "consideration"),
    ("2024-09-16", "kor", "consideration"),
    ("2024-09-17", "kor", "consultation"),
    ("2026-11-23", "kor", "consultation"),
    ("2024-04-08", "jpn", "consideration"),
    ("2024-09-17", "jpn", "consultation"),
    ("2025-07-16", "jpn", "participant"),
    ("2023-12-31", "nzl", "interest"),
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
        page.open(&format!("{lens}date=2021-09-15"))?;
        let others = page.statuses()?.into_iter().filter(|it| !it.ends_with(" none"));
        let expected = ["aus member", "chn mentioned", "gbr member", "usa member"];
        assert_same(
            &format!("statuses through {lens}"),
            others.collect::<Vec<_>>(),
            expected.to_vec(),
        )?;
    }
    Ok(())
}

fn dates_are_kept_within_the_briefing(page: &Page) -> Outcome {
    page.open("?pillar=2&date=2021-09-14")?;
    page.expect("?pillar=2&date=2021-09-15", "pillar-2")?;
    ensure(!page.text("#app .notice")?.is_empty(), || "no note on a date too early".into())?;
    page.open("?pillar=2&date=2026-11-23")?;
    page.expect("?pillar=2", "pillar-2")?;
    assert_same("the note on the edition's own day", page.text("#app .notice")?, "")?;
    page.open("?pillar=2&date=2026-11-24")?;
    page.expect("?pillar=2", "pillar-2")?;
    ensure(!page.text("#app .notice")?.is_empty(), || "no note on a date too late".into())
}

fn the_range_moves_by_key(page: &Page) -> Outcome {
    page.open("?pillar=2")?;
    let (latest, statuses) = (page.text(".timeline-date")?, page.statuses()?);
    page.focus(".timeline-range")?;
    page.session.press(key::LEFT)?;
    page.expect("?pillar=2&date=2026-05-30", "pillar-2")?;
    assert_same("date", page.text(".timeline-date")?, "30 May 2026")?;
    page.session.press(key::HOME)?;
    page.expect("?pillar=2&date=2021-09-15", "pillar-2")?;
    assert_same("date", page.text(".timeline-date")?, "15 September 2021")?;
    assert_same("Japan at first", page.status("jpn")?, "none")?;
    let spoken = page.attribute(".timeline-range", "aria-valuetext")?;
    assert_same("what the range says", spoken, "15 September 2021")?;
    page.session.press(key::RIGHT)?;
    page.expect("?pillar=2&date=2021-11-22", "pillar-2")?;
    assert_same("date", page.text(".timeline-date")?, "22 November 2021")?;
    page.session.press(key::END)?;
    page.expect("?pillar=2", "pillar-2")?;
    assert_same("date", page.text(".timeline-date")?, &*latest)?;
    assert_same("statuses", page.statuses()?, statuses)?;
    assert_empty("the page complains", &page.problems()?)
}

fn steps_lead_from_event_to_event(page: &Page) -> Outcome {
    page.open("?pillar=2")?;
    assert_same(
        "steps beyond the latest",
        page.count("[data-step=next]:not([aria-disabled])")?,
        0,
    )?;
    page.click("[data-step=previous]")?;
    page.expect("?pillar=2&date=2026-05-30", "pillar-2")?;
    page.click("[data-step=previous]")?;
    page.expect("?pillar=2&date=2026-02-22", "pillar-2")?;
    ensure(page.count(".timeline-events [data-event='ev-2026-02-22-anson']")? == 1, || {
        "the event of 22 February 2026 is not named".into()
    })?;
    page.click("[data-step=next]")?;
    page.expect("?pillar=2&date=2026-05-30", "pillar-2")?;
    page.click("[data-step=latest]")?;
    page.expect("?pillar=2", "pillar-2")?;
    // Between two events: to the nearest on either side.
    page.open("?partner=kor&date=2024-06-15")?;
    page.click("[data-step=previous]")?;
    page.expect("?partner=kor&date=2024-05-10", "kor")?;
    page.open("?partner=kor&date=2024-06-15")?;
    page.click("[data-step=next]")?;
    page.expect("?partner=kor&date=2024-08-05", "kor")?;
    page.open("?date=2021-09-15")?;
    assert_same(
        "steps before the first",
        page.count("[data-step=previous]:not([aria-disabled])")?,
        0,
    )
}

fn an_early_card_leaves_out_what_came_later(page: &Page) -> Outcome {
    let later = ".card [data-event='ev-2024-09-17-third-anniversary']";
    page.open("?partner=kor")?;
    assert_same("South Korea's card links to a later event", page.count(later)?, 1)?;
    let latest = page.shown()?.text;
    page.open("?partner=kor&date=2024-05-01")?;
    assert_same("on 1 May 2024 it links to a later event", page.count(later)?, 0)?;
    let early = page.shown()?.text;
    ensure(early.len() < latest.len(), || "the early card is not shorter than the latest".into())?;
    ensure(!early.contains("in consultation"), || {
        "on 1 May 2024 the card says what happened in September".into()
    })
}
