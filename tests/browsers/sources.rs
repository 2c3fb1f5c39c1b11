//! From a sentence to its sources: one number at its end, and what that opens.

use crate::case::{Case, cases, js};
use crate::embed::{ONLY, click_in, expect_in_frame, in_frame};
use crate::keyboard::is_focused;
use browser_tests::page::{Page, strings};
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![
    a_sentence_ends_with_one_number,
    a_sentence_of_the_briefing_ends_with_one_number.real().in_chromium(),
    a_click_opens_the_sources_and_a_click_elsewhere_leaves_them,
    enter_opens_the_sources_and_escape_leaves_them,
    tab_goes_through_the_sources_as_if_they_came_after_their_number,
    another_card_closes_the_sources,
    the_sources_are_beside_their_sentence,
    the_sources_are_beside_their_sentence_in_the_briefing.real().in_chromium(),
    in_a_frame_as_high_as_its_page_the_sources_are_in_it,
    in_an_embed_the_list_of_all_sources_is_reached,
    without_a_script_a_number_leads_to_the_list,
    a_word_after_a_sentence_is_explained.in_chromium(),
];

/// The sources that are open.
const OPEN: &str = "body > .sentence-sources";

/// A sentence that rests on three sources.
const EVENT: &str = "?event=2024-06-20-meeting";
const NUMBER: &str = ".card .claims .ref[data-sources='7, 6, 1']";

fn expect_open(page: &Page) -> Outcome {
    page.wait("the sources", &format!("return document.querySelectorAll('{OPEN}').length === 1"))
}

fn expect_closed(page: &Page, has_focus: bool) -> Outcome {
    assert_same("open sources", page.count(OPEN)?, 0)?;
    assert_same("marks of it", page.count("[data-cited], .ref[aria-expanded]")?, 0)?;
    assert_same("the focus on the number", is_focused(page, NUMBER)?, has_focus)?;
    assert_same("card", page.attribute("[data-card]", "data-card")?, "ev-2024-06-20-meeting")
}

/// Puts a view into the frame of the empty page.
fn load(page: &Page, address: &str, card: &str, width: u32, height: u32) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let arguments = [json!(address), json!(width), json!(height)];
    page.session.call_async(js!("load_frame"), &arguments)?;
    expect_in_frame(page, ONLY, card)
}

fn are_glued(page: &Page, views: &[(&str, &str)]) -> Outcome {
    for (view, card) in views {
        load(page, &format!("/{view}#embed=off"), card, 1440, 900)?;
        for width in (320..800).step_by(40).chain([1024, 1440]) {
            let narrow = "width => { document.querySelector('iframe').style.width = `${width}px` }";
            page.session.call(narrow, &[json!(width)])?;
            let loose = in_frame(page, ONLY, js!("loose_numbers"), &[])?;
            assert_empty(&format!("numbers of {view:?}"), &strings(&loose)?)?;
        }
    }
    Ok(())
}

/// A view of each kind in the sample, and its card.
const VIEWS: [(&str, &str); 9] = [
    ("", "overview"),
    ("?pillar=1", "pillar-1"),
    ("?technology=string", "tech-string"),
    ("?partner=nor", "nor"),
    ("?partner=swe", "swe"),
    ("?tie=nor-swe", "nor-swe"),
    (EVENT, "ev-2024-06-20-meeting"),
    ("?statement=lund-2024-06-20", "st-lund-2024-06-20"),
    ("?person=astrid-oe", "p-astrid-oe"),
];

fn a_sentence_ends_with_one_number(page: &Page) -> Outcome {
    are_glued(page, &VIEWS)
}

fn a_sentence_of_the_briefing_ends_with_one_number(page: &Page) -> Outcome {
    are_glued(page, &[("", "overview"), ("?partner=kor", "kor"), ("?pillar=2", "pillar-2")])
}

fn a_click_opens_the_sources_and_a_click_elsewhere_leaves_them(page: &Page) -> Outcome {
    page.open(EVENT)?;
    page.expect(EVENT, "ev-2024-06-20-meeting")?;
    for elsewhere in [".card-kind", ".sentence-sources-close", NUMBER] {
        page.click(NUMBER)?;
        expect_open(page)?;
        let values = "return [...document.querySelectorAll('.sentence-sources li')].map(it => `${it.value}`)";
        assert_same("sources, best first", page.list(values)?, ["7", "6", "1"])?;
        assert_same("its sentence", page.count("[data-cited]")?, 1)?;
        page.click(elsewhere)?;
        expect_closed(page, true)?;
    }
    page.click(NUMBER)?;
    expect_open(page)?;
    // What takes the focus by itself keeps it.
    page.click(".card-title")?;
    expect_closed_by_another(page)?;
    assert_empty("the page complains", &page.problems()?)
}

fn expect_closed_by_another(page: &Page) -> Outcome {
    let is_closed = format!("return !document.querySelector('{OPEN}')");
    page.wait("the sources to be closed", &is_closed)?;
    ensure(!is_focused(page, ".ref")?, || "the number has taken the focus".into())
}

fn enter_opens_the_sources_and_escape_leaves_them(page: &Page) -> Outcome {
    page.open(EVENT)?;
    page.expect(EVENT, "ev-2024-06-20-meeting")?;
    for _ in 0..2 {
        page.enter(NUMBER)?;
        expect_open(page)?;
        ensure(is_focused(page, OPEN)?, || "the sources have no focus".into())?;
        page.session.press(key::ESCAPE)?;
        expect_closed(page, true)?;
    }
    // Opened by the pointer, too.
    page.click(NUMBER)?;
    expect_open(page)?;
    page.session.press(key::ESCAPE)?;
    expect_closed(page, true)?;
    assert_same("the address", page.query()?, EVENT)
}

fn tab_goes_through_the_sources_as_if_they_came_after_their_number(page: &Page) -> Outcome {
    page.open(EVENT)?;
    page.expect(EVENT, "ev-2024-06-20-meeting")?;
    page.click(NUMBER)?;
    expect_open(page)?;
    page.session.press(key::TAB)?;
    ensure(is_focused(page, OPEN)?, || "Tab does not lead into the sources".into())?;
    page.session.press_with(key::SHIFT, key::TAB)?;
    expect_closed(page, true)?;
    page.enter(NUMBER)?;
    expect_open(page)?;
    page.focus(".sentence-sources a[href='#sources']")?;
    page.session.press(key::TAB)?;
    expect_closed(page, false)?;
    let is_after = "const it = document.activeElement, number = document.querySelector(arguments[0]);
        return it !== document.body && (number.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
            && it.closest('.card') !== null";
    let is_after = page.session.run(is_after, &[json!(NUMBER)])?;
    assert_same("the next stop is after the number", is_after, json!(true))
}

fn another_card_closes_the_sources(page: &Page) -> Outcome {
    page.open("?partner=nor")?;
    page.expect("?partner=nor", "nor")?;
    page.open(EVENT)?;
    page.expect(EVENT, "ev-2024-06-20-meeting")?;
    page.click(".map-marker[data-country=swe]")?;
    page.wait("Sweden", "return document.querySelector('[data-card]').dataset.card === 'swe'")?;
    page.enter(".card .ref")?;
    expect_open(page)?;
    page.session.back()?;
    page.wait("the event", "return document.querySelector('[data-card]').dataset.card !== 'swe'")?;
    expect_closed_by_another(page)
}

/// Windows and frames, and what their addresses ask for.
const SIZES: [(u32, u32, &str); 7] = [
    (1440, 900, "#embed=off"),
    (1024, 768, "#embed=off"),
    (768, 1024, "#embed=off"),
    (390, 844, "#embed=off"),
    (640, 700, ""),
    (320, 480, ""),
    (320, 320, ""),
];

fn are_beside(page: &Page, views: &[(&str, &str)], links: &str) -> Outcome {
    for (view, card) in views {
        for (width, height, fragment) in SIZES {
            load(page, &format!("/{view}{fragment}"), card, width, height)?;
            let wrong = in_frame_async(page, js!("misplaced_sources"), links)?;
            assert_empty(&format!("the sources of {view:?}"), &wrong)?;
        }
    }
    Ok(())
}

fn in_frame_async(page: &Page, function: &str, links: &str) -> Outcome<Vec<String>> {
    page.session.enter_frame(&crate::embed::frame(page, ONLY)?)?;
    let value = page.session.call_async(function, &[json!(links)]);
    page.session.leave_frame()?;
    strings(&value?)
}

fn the_sources_are_beside_their_sentence(page: &Page) -> Outcome {
    are_beside(page, &[("?partner=swe", "swe")], ".card .ref")?;
    are_beside(page, &[(EVENT, "ev-2024-06-20-meeting")], ".card .ref, .checks .refs a")
}

fn the_sources_are_beside_their_sentence_in_the_briefing(page: &Page) -> Outcome {
    are_beside(page, &[("?partner=kor", "kor")], ".card .ref")
}

fn in_a_frame_as_high_as_its_page_the_sources_are_in_it(page: &Page) -> Outcome {
    for width in [320, 640, 1000] {
        load(page, "/?partner=swe", "swe", width, 600)?;
        let unfold =
            "() => document.querySelectorAll('.card details').forEach(it => { it.open = true })";
        in_frame(page, ONLY, unfold, &[])?;
        let fit = "frame => { frame.style.height = `${frame.contentDocument.documentElement.scrollHeight}px` }";
        page.session.call(fit, &[crate::embed::frame(page, ONLY)?])?;
        let wrong = in_frame_async(page, js!("misplaced_sources"), ".card .ref")?;
        assert_empty(&format!("in a frame {width} px wide"), &wrong)?;
    }
    Ok(())
}

fn in_an_embed_the_list_of_all_sources_is_reached(page: &Page) -> Outcome {
    for (width, height) in [(640, 700), (320, 480)] {
        load(page, "/?partner=swe", "swe", width, height)?;
        click_in(page, ONLY, ".card .ref")?;
        let is_open = "() => document.querySelector('body > .sentence-sources') !== null";
        assert_same("opened", in_frame(page, ONLY, is_open, &[])?, json!(true))?;
        click_in(page, ONLY, ".sentence-sources a[href='#sources']")?;
        page.session.enter_frame(&crate::embed::frame(page, ONLY)?)?;
        let is_seen = "() => {
            const { top, height } = document.querySelector('#sources').getBoundingClientRect();
            return height > 100 && top > -10 && top < innerHeight && !document.querySelector('body > .sentence-sources');
        }";
        let waited = page.wait_for("the list of all sources", is_seen, &[]);
        page.session.leave_frame()?;
        waited?;
    }
    Ok(())
}

fn without_a_script_a_number_leads_to_the_list(page: &Page) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let url = json!(format!("{}/", page.site.origin()));
    page.session
        .call_async(js!("load_sandboxed"), &[url, json!(1024), json!("allow-same-origin")])?;
    let number = "return [document.querySelector('iframe').contentDocument.querySelector('.card .ref').getAttribute('href')]";
    let number = page.list(number)?.concat();
    let follow =
        "document.querySelector('iframe').contentDocument.querySelector('.card .ref').click()";
    page.session.run(follow, &[])?;
    let is_there = "number => document.querySelector('iframe').contentDocument.querySelector(`#sources li${number}:target`) !== null";
    page.wait_for("the source", is_there, &[json!(number)])
}

fn a_word_after_a_sentence_is_explained(page: &Page) -> Outcome {
    page.open("?partner=fji")?;
    page.expect("?partner=fji", "fji")?;
    assert_same("the words", page.text(".card .claims .caveat")?, "One press source")?;
    page.click(".card .claims .ref")?;
    expect_open(page)?;
    let said = page.text(&format!("{OPEN} .caveat-explained"))?;
    assert_same(
        "its explanation",
        said,
        page.text("#sources .caveat-explained[data-caveat=press]")?,
    )?;
    page.open("?partner=swe")?;
    page.expect("?partner=swe", "swe")?;
    let words = page.list("return [...new Set([...document.querySelectorAll('.card .caveat')].map(it => it.textContent))].sort()")?;
    assert_same("words on a card", words, ["Expected", "One press source", "Sources differ"])
}
