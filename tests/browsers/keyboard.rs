//! By keyboard alone: everything is reached, the focus is seen wherever it is, and a selection does not lose it.

use crate::case::{Case, cases, js};
use browser_tests::page::{Page, string};
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};

pub(crate) const CASES: &[Case] = cases![
    keyboard_alone,
    every_stop_shows_its_focus,
    the_skip_link_leads_to_the_card,
    focus_is_kept,
    focus_is_kept_at_the_ends_of_the_timeline,
    escape_leads_to_the_overview_from_everywhere,
    escape_leaves_what_is_typed_first,
];

/// More stops than any page has before its sources.
const MOST_STOPS: usize = 150;

/// Presses Tab until the focus is on an element that matches.
pub(crate) fn tab_to(page: &Page, selector: &str) -> Outcome {
    for _ in 0..MOST_STOPS {
        page.session.press(key::TAB)?;
        if is_focused(page, selector)? {
            return Ok(());
        }
    }
    Err(format!("{selector} is not reached by Tab").into())
}

pub(crate) fn is_focused(page: &Page, selector: &str) -> Outcome<bool> {
    let script = "return document.activeElement?.matches(arguments[0]) ?? false";
    Ok(page.session.run(script, &[json!(selector)])? == Value::Bool(true))
}

pub(crate) fn focus_complaint(page: &Page) -> Outcome<Option<String>> {
    let complaint = string(&page.session.call(js!("focus_complaint"), &[])?)?;
    Ok(Some(complaint).filter(|it| !it.is_empty()))
}

/// Tabs to an element and checks that the focus is seen there.
fn reach(page: &Page, selector: &str) -> Outcome {
    tab_to(page, selector)?;
    focus_complaint(page)?.map_or(Ok(()), |complaint| Err(complaint.into()))
}

fn keyboard_alone(page: &Page) -> Outcome {
    page.open("")?;
    reach(page, ".lenses [data-lens=areas]")?;
    page.session.press(key::ENTER)?;
    page.expect("?view=areas", "areas")?;
    reach(page, ".matrix [data-pillar=pillar-2]")?;
    page.session.press(key::ENTER)?;
    page.expect("?pillar=2", "pillar-2")?;
    reach(page, ".map-marker")?;
    let country = page.attribute(":focus", "data-country")?;
    page.session.press(key::ENTER)?;
    page.expect(&format!("?pillar=2&partner={country}"), &country)?;
    reach(page, ".timeline a[data-step=previous]")?;
    page.session.press(key::ENTER)?;
    page.expect(&format!("?pillar=2&partner={country}&date=2025-09-05"), &country)?;
    reach(page, ".timeline a[data-step=latest]")?;
    page.session.press(key::ENTER)?;
    page.expect(&format!("?pillar=2&partner={country}"), &country)?;
    reach(page, ".timeline-range")?;
    page.session.press(key::LEFT)?;
    page.expect(&format!("?pillar=2&partner={country}&date=2025-09-05"), &country)?;
    page.session.press(key::RIGHT)?;
    page.expect(&format!("?pillar=2&partner={country}"), &country)?;
    // From the beginning of the page again.
    page.focus(".skip-link")?;
    reach(page, ".breadcrumb [data-close]")?;
    page.session.press(key::ENTER)?;
    page.expect("?pillar=2", "pillar-2")?;
    reach(page, ".card [data-country=swe]")?;
    page.session.press(key::ENTER)?;
    page.expect("?pillar=2&partner=swe", "swe")?;
    reach(page, ".answer a")?;
    assert_empty("the page complains", &page.problems()?)
}

/// From the top of the page to the head of the card at most so many stops.
const MOST_TO_THE_CARD: usize = 12;

/// From the top of the page into the card, stop by stop.
fn every_stop_shows_its_focus(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    let (mut complaints, mut stops) = (Vec::new(), 0);
    for card in [".answer a", ".card a"] {
        while !is_focused(page, card)? {
            ensure(stops < MOST_STOPS, || format!("Tab does not reach {card}"))?;
            page.session.press(key::TAB)?;
            stops += 1;
            complaints.extend(focus_complaint(page)?);
        }
        let is_near = card == ".card a" || stops <= MOST_TO_THE_CARD;
        ensure(is_near, || format!("{stops} stops to the head of the card"))?;
    }
    assert_empty("stops at which the focus is not seen", &complaints)?;
    // Skip link, embedding, three lenses, the date, the head of the card, the map, its buttons and the legend at the least.
    ensure(stops >= 12, || format!("only {stops} stops before the card"))
}

fn the_skip_link_leads_to_the_card(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    reach(page, ".skip-link")?;
    page.session.press(key::ENTER)?;
    page.wait("the card", "return document.querySelector('.answer > h2').matches(':target')")?;
    page.session.press(key::TAB)?;
    ensure(is_focused(page, ".answer *")?, || "Tab after the skip link is not in the card".into())
}

fn focus_is_kept(page: &Page) -> Outcome {
    let marker = |country| format!(".map-marker[data-country={country}]");
    let (norway, sweden) = (&*marker("nor"), &*marker("swe"));
    let areas = ".lenses [data-lens=areas]";
    let links = [
        (norway, norway, "?pillar=2&partner=nor", "nor"),
        (sweden, sweden, "?pillar=2&partner=swe", "swe"),
        (areas, areas, "?view=areas", "areas"),
    ];
    page.open("?pillar=2")?;
    for (link, heir, query, card) in links {
        page.enter(link)?;
        page.expect(query, card)?;
        ensure(is_focused(page, heir)?, || format!("{link} lost the focus when it was followed"))?;
    }
    page.open("?pillar=2&partner=swe")?;
    // A link in the card is gone with the card: its successor's heading takes over.
    for (link, query, card) in [
        (".card [data-person=p-astrid-oe]", "?pillar=2&person=astrid-oe", "p-astrid-oe"),
        (".breadcrumb [data-close]", "?pillar=2", "pillar-2"),
        (".breadcrumb [data-lens=overview]", "", "overview"),
    ] {
        page.enter(link)?;
        page.expect(query, card)?;
        let focused = page.attributes(":focus", "id")?;
        assert_same(&format!("the focus after {link}"), focused, vec!["card-title"])?;
    }
    Ok(())
}

/// The step that leads to an end of the timeline stays where it is, or hands the focus on.
fn focus_is_kept_at_the_ends_of_the_timeline(page: &Page) -> Outcome {
    let steps =
        [("?date=2025-09-05", "next", ""), ("?date=2022-07-04", "previous", "?date=2021-03-01")];
    for (from, step, to) in steps {
        page.open(from)?;
        page.enter(&format!("[data-step={step}]"))?;
        page.expect(to, "overview")?;
        let what = format!("elements of the timeline with the focus after the last step {step}");
        assert_same(&what, page.count(".timeline :focus")?, 1)?;
    }
    Ok(())
}

/// The address of a view, what has the focus there, if anything has, and the views to which Escape leads, one after the other.
type Outward = (&'static str, &'static str, &'static [(&'static str, &'static str)]);

const OUTWARD: [Outward; 14] = [
    ("?pillar=2", "", &[("", "overview")]),
    ("?pillar=2", ".card a", &[("", "overview")]),
    ("?technology=string", ".lenses [data-lens=overview]", &[("", "overview")]),
    ("?pillar=2&partner=swe", ".card a", &[("?pillar=2", "pillar-2"), ("", "overview")]),
    ("?statement=lund-2024-06-20", "", &[("", "overview")]),
    ("?event=2024-06-20-meeting", ".timeline-range", &[("", "overview")]),
    ("?view=areas", "", &[("", "overview")]),
    (
        "?view=areas&technology=string&partner=swe",
        "[data-cell][aria-expanded=true]",
        &[("?view=areas", "areas"), ("", "overview")],
    ),
    ("?from=2024-01-01&date=2024-12-31", ".field-from input", &[("?date=2024-12-31", "overview")]),
    ("?from=2024-01-01&date=2024-12-31", ".range-from", &[("?date=2024-12-31", "overview")]),
    ("?compare=swe,nor", "#opened table a", &[("", "overview")]),
    ("?compare=swe", ".compare-clear", &[("", "overview")]),
    (
        "?q=swe&partner=swe",
        ".card a",
        &[("?q=swe", "overview"), ("?q=", "overview"), ("", "overview")],
    ),
    ("?story=3", ".story-next", &[("", "overview")]),
];

fn escape_leads_to_the_overview_from_everywhere(page: &Page) -> Outcome {
    for (query, focus, views) in OUTWARD {
        page.open(query)?;
        if !focus.is_empty() {
            page.focus(focus)?;
        }
        for (at, card) in views {
            let what = |error| format!("from {query} with the focus on {focus:?}: {error}");
            page.session.press(key::ESCAPE)?;
            page.expect(at, card).map_err(what)?;
            let has_focus = "() => document.activeElement !== document.body";
            if !focus.is_empty() {
                page.wait_for("the focus to be kept", has_focus, &[]).map_err(what)?;
            }
        }
    }
    assert_empty("the page complains", &page.problems()?)
}

/// Types into the first date field what is no day that is shown.
pub(crate) fn type_into_date(page: &Page) -> Outcome {
    page.focus(".timeline-day")?;
    page.session.press('0')?;
    page.session.press('4')
}

fn escape_leaves_what_is_typed_first(page: &Page) -> Outcome {
    let query = "?partner=swe&date=2024-06-20";
    page.open(query)?;
    type_into_date(page)?;
    page.session.press(key::ESCAPE)?;
    page.expect(query, "swe")?;
    let value = "return [document.querySelector('.timeline-day').value]";
    assert_same("the field", page.list(value)?, ["2024-06-20"])?;
    page.session.press(key::ESCAPE)?;
    page.expect("?date=2024-06-20", "overview")
}
