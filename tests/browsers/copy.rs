//! Text that leaves the page: what is selected, spoken, searched or translated has words that are apart.

use crate::case::{Case, cases, js};
use browser_tests::page::Page;
use browser_tests::{Outcome, assert_empty, assert_same};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![
    words_are_apart,
    words_are_apart_in_the_briefing.real().in_chromium(),
    copied_words_have_their_sources_in_brackets,
];

/// A view of each kind in the sample.
const VIEWS: [&str; 11] = [
    "",
    "?pillar=1",
    "?pillar=2",
    "?technology=string",
    "?partner=nor",
    "?partner=swe",
    "?partner=fji&date=2024-05-01",
    "?tie=nor-swe",
    "?event=2024-06-20-meeting",
    "?statement=lund-2024-06-20",
    "?person=astrid-oe",
];

/// Fails if words touch in a view: in the app, with all of the card unfolded, or in what is printed.
fn are_apart(page: &Page, views: &[&str]) -> Outcome {
    for view in views {
        page.open(view)?;
        page.session
            .run("for (const it of document.querySelectorAll('details')) it.open = true", &[])?;
        page.wait("the card to be whole", "return !document.querySelector('[aria-busy]')")?;
        let touching = page.call_list(js!("touching_words"), &[])?;
        assert_empty(&format!("words that touch at {view:?}"), &touching)?;
    }
    Ok(())
}

fn words_are_apart(page: &Page) -> Outcome {
    are_apart(page, &VIEWS)
}

fn words_are_apart_in_the_briefing(page: &Page) -> Outcome {
    are_apart(page, &["", "?pillar=2", "?partner=kor&date=2024-05-01"])
}

fn copied_words_have_their_sources_in_brackets(page: &Page) -> Outcome {
    page.open("?event=2024-06-20-meeting")?;
    page.expect("?event=2024-06-20-meeting", "ev-2024-06-20-meeting")?;
    // What is folded away is not copied.
    page.reach(".card .claims p:first-child")?;
    let copied = page.call_list(js!("copied"), &[json!(".card .claims p:first-child")])?;
    assert_same(
        "what is copied",
        copied,
        ["Sweden’s Minister of Yarn spoke with Norway about Pillar II on 20 June 2024. [7, 6, 1]"],
    )
}
