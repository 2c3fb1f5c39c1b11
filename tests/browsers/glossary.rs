//! From a word to what it means: a link to its entry in the glossary, which opens what that says.

use crate::case::{Case, cases, js};
use crate::embed::{ONLY, click_in, expect_in_frame, in_frame};
use crate::keyboard::is_focused;
use browser_tests::page::{Page, strings};
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![
    a_click_opens_what_a_word_means_and_a_click_elsewhere_leaves_it,
    enter_opens_what_a_word_means_and_escape_leaves_it,
    tab_goes_through_what_a_word_means_as_if_it_came_after_it,
    what_a_word_means_has_its_sources.in_chromium(),
    a_word_is_marked_once_on_a_card.real().in_chromium(),
    what_a_word_means_is_beside_its_sentence,
    what_a_word_means_is_beside_its_sentence_in_the_briefing.real().in_chromium(),
    in_an_embed_the_glossary_is_reached,
    without_a_script_a_word_leads_to_the_glossary,
    words_are_explained_on_paper.in_chromium(),
];

/// What is open.
const OPEN: &str = "body > .sentence-sources";

/// A card whose first sentence has a term.
const EVENT: &str = "?event=2024-06-20-meeting";
const CARD: &str = "ev-2024-06-20-meeting";
const TERM: &str = ".card .sourced .term";
const GLOSS: &str = "Thread of spun wool < 2 mm & all that is knotted from it.";

fn open_event(page: &Page) -> Outcome {
    page.open(EVENT)?;
    page.expect(EVENT, CARD)
}

fn expect_open(page: &Page) -> Outcome {
    page.wait(
        "what the word means",
        &format!("return document.querySelectorAll('{OPEN}').length === 1"),
    )
}

fn expect_closed(page: &Page, has_focus: bool) -> Outcome {
    assert_same("open", page.count(OPEN)?, 0)?;
    assert_same("marks of it", page.count("[data-cited], .term[aria-expanded]")?, 0)?;
    assert_same("the focus on the word", is_focused(page, TERM)?, has_focus)?;
    assert_same("the address", page.query()?, EVENT)
}

fn a_click_opens_what_a_word_means_and_a_click_elsewhere_leaves_it(page: &Page) -> Outcome {
    open_event(page)?;
    let sentence = page.text(".card .sourced")?;
    ensure(sentence.starts_with("Norway and Sweden talk about yarn. The meeting"), || {
        format!("the sentence says {sentence:?}")
    })?;
    for elsewhere in [".card-kind", ".sentence-sources-close", TERM] {
        page.click(TERM)?;
        expect_open(page)?;
        assert_same("the word", page.text(&format!("{OPEN} h2"))?, "Yarn")?;
        assert_same("what it means", page.text(&format!("{OPEN} .term-gloss"))?, GLOSS)?;
        let general = page.text(&format!("{OPEN} .term-general"))?;
        assert_same("its note", general, "General knowledge, without a source.")?;
        let named = page.attribute(OPEN, "aria-labelledby")?;
        assert_same("its name", page.text(&format!("#{named}"))?, "Yarn")?;
        assert_same("its sentence", page.count("[data-cited]")?, 1)?;
        page.click(elsewhere)?;
        expect_closed(page, true)?;
    }
    // One thing is open at a time.
    page.click(TERM)?;
    expect_open(page)?;
    page.click(".card .ref")?;
    expect_open(page)?;
    assert_same("sources instead", page.count(&format!("{OPEN} li"))?.min(1), 1)?;
    page.click(TERM)?;
    expect_open(page)?;
    assert_same("no sources", page.count(&format!("{OPEN} li"))?, 0)?;
    assert_empty("the page complains", &page.problems()?)
}

fn enter_opens_what_a_word_means_and_escape_leaves_it(page: &Page) -> Outcome {
    open_event(page)?;
    for _ in 0..2 {
        page.enter(TERM)?;
        expect_open(page)?;
        ensure(is_focused(page, OPEN)?, || "what the word means has no focus".into())?;
        page.session.press(key::ESCAPE)?;
        expect_closed(page, true)?;
    }
    Ok(())
}

fn tab_goes_through_what_a_word_means_as_if_it_came_after_it(page: &Page) -> Outcome {
    open_event(page)?;
    page.click(TERM)?;
    expect_open(page)?;
    page.session.press(key::TAB)?;
    ensure(is_focused(page, OPEN)?, || "Tab does not lead into what the word means".into())?;
    page.session.press_with(key::SHIFT, key::TAB)?;
    expect_closed(page, true)?;
    page.enter(TERM)?;
    expect_open(page)?;
    page.focus(".sentence-sources a[href='#glossary']")?;
    page.session.press(key::TAB)?;
    assert_same("open", page.count(OPEN)?, 0)?;
    ensure(is_focused(page, ".card .ref")?, || "the next stop is not after the word".into())
}

fn what_a_word_means_has_its_sources(page: &Page) -> Outcome {
    page.open("?pillar=1")?;
    page.expect("?pillar=1", "pillar-1")?;
    page.session
        .run("document.querySelectorAll('.card details').forEach(it => { it.open = true })", &[])?;
    page.click(".card .term[href='#g-kite-accord']")?;
    expect_open(page)?;
    assert_same("a note", page.count(&format!("{OPEN} .term-general"))?, 0)?;
    page.click(&format!("{OPEN} .refs a"))?;
    let is_there = "return document.querySelector('#source-2:target') !== null && !document.querySelector('body > .sentence-sources')";
    page.wait("its source in the list of all", is_there)
}

fn a_word_is_marked_once_on_a_card(page: &Page) -> Outcome {
    let mut count = 0;
    for (view, card) in
        [("?partner=kor", "kor"), ("?pillar=2", "pillar-2"), ("?pillar=1", "pillar-1")]
    {
        page.open(view)?;
        page.expect(view, card)?;
        let marked = page.list("return [...document.querySelectorAll('#answer .term, #opened .term')].map(it => it.hash)")?;
        let once: std::collections::BTreeSet<_> = marked.iter().collect();
        assert_same(&format!("words marked on {card}"), once.len(), marked.len())?;
        count += marked.len();
        let lost = page.list("return [...document.querySelectorAll('.term')].filter(it => !document.querySelector(`.glossary ${it.hash}`) || it.closest('h1, h2, h3, h4, button, a:not(.term)')).map(it => it.outerHTML)")?;
        assert_empty("words that lead nowhere, or stand where none should", &lost)?;
    }
    ensure(count > 10, || format!("only {count} words are marked"))
}

/// Windows and frames, and what their addresses ask for.
const SIZES: [(u32, u32, &str); 5] = [
    (1440, 900, "#embed=off"),
    (390, 844, "#embed=off"),
    (640, 700, ""),
    (320, 480, ""),
    (320, 320, ""),
];

fn are_beside(page: &Page, views: &[(&str, &str)]) -> Outcome {
    for (view, card) in views {
        for (width, height, fragment) in SIZES {
            page.session.go(&format!("{}/frame", page.site.origin()))?;
            let address = format!("/{view}{fragment}");
            let arguments = [json!(address), json!(width), json!(height)];
            page.session.call_async(js!("load_frame"), &arguments)?;
            expect_in_frame(page, ONLY, card)?;
            page.session.enter_frame(&crate::embed::frame(page, ONLY)?)?;
            let wrong = page.session.call_async(js!("misplaced_sources"), &[json!(".card .term")]);
            page.session.leave_frame()?;
            assert_empty(&format!("what words of {view:?} mean"), &strings(&wrong?)?)?;
        }
    }
    Ok(())
}

fn what_a_word_means_is_beside_its_sentence(page: &Page) -> Outcome {
    are_beside(page, &[("?partner=swe", "swe"), (EVENT, CARD)])
}

fn what_a_word_means_is_beside_its_sentence_in_the_briefing(page: &Page) -> Outcome {
    are_beside(page, &[("?partner=kor", "kor")])
}

fn in_an_embed_the_glossary_is_reached(page: &Page) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let arguments = [json!(format!("/{EVENT}")), json!(320), json!(480)];
    page.session.call_async(js!("load_frame"), &arguments)?;
    expect_in_frame(page, ONLY, CARD)?;
    click_in(page, ONLY, TERM)?;
    let is_open = "() => document.querySelector('body > .sentence-sources') !== null";
    assert_same("opened", in_frame(page, ONLY, is_open, &[])?, json!(true))?;
    click_in(page, ONLY, ".sentence-sources a[href='#glossary']")?;
    page.session.enter_frame(&crate::embed::frame(page, ONLY)?)?;
    let is_seen = "() => {
        const { top, height } = document.querySelector('#glossary').getBoundingClientRect();
        return height > 40 && top > -10 && top < innerHeight && !document.querySelector('body > .sentence-sources');
    }";
    let waited = page.wait_for("the glossary", is_seen, &[]);
    page.session.leave_frame()?;
    waited
}

fn without_a_script_a_word_leads_to_the_glossary(page: &Page) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let url = json!(format!("{}/", page.site.origin()));
    page.session
        .call_async(js!("load_sandboxed"), &[url, json!(1024), json!("allow-same-origin")])?;
    for place in [".card", ".entry"] {
        let follow = "place => {
            const page = document.querySelector('iframe').contentDocument;
            page.querySelectorAll('details').forEach(it => { it.open = true });
            page.querySelector(`${place} .term[href='#g-yarn']`).click();
        }";
        page.session.call(follow, &[json!(place)])?;
        let is_there = "() => document.querySelector('iframe').contentDocument.querySelector('.glossary #g-yarn:target') !== null";
        page.wait_for("the entry of the glossary", is_there, &[])?;
    }
    Ok(())
}

fn words_are_explained_on_paper(page: &Page) -> Outcome {
    open_event(page)?;
    page.session.run("dispatchEvent(new Event('beforeprint'))", &[])?;
    let listed = page.list(
        "return [...document.querySelectorAll('.view-sources dl > div')].map(it => it.textContent)",
    )?;
    assert_same("listed", listed, [format!("Yarn{GLOSS}")])?;
    page.session.run("dispatchEvent(new Event('afterprint'))", &[])?;
    assert_same("left", page.count(".view-sources")?, 0)
}
