//! Words that are found, by the reader or by a link to them, in what is printed of cards that are not open.

use crate::case::{Case, cases, js};
use crate::embed::in_frame;
use browser_tests::engine::Engine;
use browser_tests::page::Page;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};

pub(crate) const CASES: &[Case] = cases![
    a_link_to_words_opens_their_card,
    what_is_found_opens_its_card,
    what_is_found_in_an_embed_opens_its_card,
    what_is_found_in_a_fold_opens_it,
    an_address_that_names_a_view_is_no_find,
];

/// Words of a statement that are on no other card, and its card.
const WORDS: &str = "Guests should bring their own";
const QUERY: &str = "?statement=critic-2025";
const CARD: &str = "st-critic-2025";

/// Whether the engine finds what is hidden. WebKit has learnt it between two builds of one version.
fn finds_hidden(page: &Page) -> Outcome<bool> {
    let asks = "const it = document.createElement('p'); it.hidden = 'until-found'; return it.hidden === 'until-found'";
    Ok(page.session.run(asks, &[])? == json!(true))
}

/// Whether the engine goes back to what its reader did nothing in: WebKit leaves out entries of the history that a page made by
/// itself, as it looks to it when a driver finds.
fn goes_back_to_unused(page: &Page) -> bool {
    page.engine != Engine::Webkit
}

/// The address of words of a page.
fn link_to(page: &Page, query: &str, words: &str) -> String {
    let escaped: String = words.bytes().map(|byte| format!("%{byte:02X}")).collect();
    format!("{}/{query}#:~:text={escaped}", page.site.origin())
}

/// Fails unless the text is out of sight again, takes no room, and the top of the card is in the window.
fn is_hidden_again(page: &Page) -> Outcome {
    let is_hidden = "const text = document.querySelector('.text'), { top } = document.getElementById('opened').getBoundingClientRect();
        return text.offsetHeight === 0 && !text.querySelector('.entry:not([hidden])') && top >= 0 && top < innerHeight";
    page.wait("the text to be hidden again and the card to be in view", is_hidden)
}

fn a_link_to_words_opens_their_card(page: &Page) -> Outcome {
    page.session.go("about:blank")?;
    page.session.go(&link_to(page, "", WORDS))?;
    page.wait_until_ready()?;
    if !finds_hidden(page)? {
        return page.expect("", "overview");
    }
    page.expect(QUERY, CARD)?;
    is_hidden_again(page)?;
    if goes_back_to_unused(page) {
        page.session.back()?;
        page.expect("", "overview")?;
    }
    assert_empty("the page complains", &page.problems()?)
}

/// Has the browser find words. Chromium's driver cannot, so what it does then is imitated.
fn find(page: &Page, words: &str) -> Outcome {
    let found = if page.engine == Engine::Firefox {
        page.session.run("return window.find(arguments[0])", &[json!(words)])?
    } else {
        page.session.call(js!("reveal"), &[json!(words)])?
    };
    assert_same("found", found, Value::Bool(true))
}

fn what_is_found_opens_its_card(page: &Page) -> Outcome {
    if !finds_hidden(page)? {
        return Ok(());
    }
    page.open("?partner=swe&date=2024-06-20")?;
    page.expect("?partner=swe&date=2024-06-20", "swe")?;
    page.session.run("scrollTo(0, 1e6)", &[])?;
    let entries = || page.session.run("return history.length", &[]);
    let before = entries()?.as_u64().unwrap_or_default();
    find(page, WORDS)?;
    page.expect(QUERY, CARD)?;
    assert_same("entries of the history", entries()?, json!(before + 1))?;
    if page.engine == Engine::Firefox {
        is_hidden_again(page)?;
    }
    if !goes_back_to_unused(page) {
        return Ok(());
    }
    page.session.back()?;
    page.expect("?partner=swe&date=2024-06-20", "swe")
}

fn what_is_found_in_an_embed_opens_its_card(page: &Page) -> Outcome {
    if !finds_hidden(page)? {
        return Ok(());
    }
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let wanted = json!({ "src": "/#partner=swe", "width": 640, "height": 600 });
    page.session.call_async(js!("load_embed"), &[wanted])?;
    let entries = || page.session.run("return history.length", &[]);
    let before = entries()?;
    in_frame(page, "iframe", js!("reveal"), &[json!(WORDS)])?;
    let shows = "return document.querySelector('iframe').contentDocument.querySelector('[data-card]').dataset.card === 'st-critic-2025'";
    page.wait("the card", shows)?;
    assert_same("entries of the history", entries()?, before)
}

/// Browsers unfold what they find in a fold of the card. WebKit's `find` does not ask for it.
fn what_is_found_in_a_fold_opens_it(page: &Page) -> Outcome {
    if !finds_hidden(page)? {
        return Ok(());
    }
    page.open("?partner=swe")?;
    page.expect("?partner=swe", "swe")?;
    let words = page.call_list(js!("words_in_a_fold"), &[])?.concat();
    ensure(!words.is_empty(), || "nothing is folded".into())?;
    if page.engine == Engine::Firefox {
        find(page, &words)?;
    } else {
        page.session.post("url", &json!({ "url": link_to(page, "?partner=swe", &words) }))?;
    }
    page.wait("the fold to open", "return document.querySelector('.card details[open]') !== null")?;
    page.expect("?partner=swe", "swe")
}

/// A fragment that names a view leads to its card, and not to where its text is hidden.
fn an_address_that_names_a_view_is_no_find(page: &Page) -> Outcome {
    page.open("#partner=swe")?;
    page.expect("?partner=swe", "swe")?;
    let stays = "return scrollY === 0 && (!('onbeforematch' in document) || !document.querySelector('.entry:not([hidden])'))";
    page.wait("the text to be hidden, and the page to stay at its top", stays)
}
