//! The search: by keyboard alone, by the pointer, with a date and filters, in small windows and frames, and from a disk.

use crate::access::audit;
use crate::case::{Case, cases, js};
use crate::embed::{ONLY, frame};
use crate::keyboard::{focus_complaint, is_focused};
use browser_tests::page::{Page, string};
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![
    by_keyboard_alone,
    back_leads_to_the_results,
    typing_makes_one_entry_of_the_history,
    a_result_in_the_printed_lists_is_a_place_on_the_page,
    an_earlier_date_leaves_out_and_counts,
    filters_narrow_down_and_are_undone,
    one_typing_error_is_mended_and_said,
    an_id_finds_itself.in_chromium(),
    free_text_is_kept_as_it_is,
    nothing_found_says_so_and_examples_find,
    the_number_is_read_out_once,
    all_of_a_kind_is_shown_on_request,
    a_narrow_window_has_a_button,
    the_map_is_as_it_was_after_the_search,
    a_frame_can_be_searched,
    the_one_file_can_be_searched,
    a_search_asks_for_nothing,
    axe_finds_nothing.in_chromium(),
    axe_finds_nothing_in_the_dark.dark().in_chromium(),
];

const DOWN: char = '\u{E015}';
const UP: char = '\u{E013}';
const FIELD: &str = "#search-field";

/// Types a text, key by key.
fn enter(page: &Page, text: &str) -> Outcome {
    text.chars().try_for_each(|it| page.session.press(it))
}

/// Waits until the heading of the results says this.
fn expect_title(page: &Page, title: &str) -> Outcome {
    let says = "title => document.querySelector('.search-title')?.textContent === title";
    page.wait_for(&format!("results with the title {title:?}"), says, &[json!(title)]).map_err(
        |it| format!("{it}; there is {:?}", page.text(".search-title").unwrap_or_default()).into(),
    )
}

/// Opens a search and waits until it has results.
fn open(page: &Page, query: &str) -> Outcome {
    page.open(query)?;
    page.wait("results", "return document.querySelector('.search-title') !== null")
}

fn active(page: &Page) -> Outcome<String> {
    page.attribute(FIELD, "aria-activedescendant")
}

/// The text of the result that keys point to, which alone is marked as selected.
fn expect_active(page: &Page, text: &str) -> Outcome {
    let id = active(page)?;
    let selected = page.attributes("[role=option][aria-selected=true]", "id")?;
    assert_same("selected results", selected, vec![id.clone()])?;
    let shown = page.text(&format!("#{id}"))?;
    ensure(shown.contains(text), || format!("{shown:?} is not {text:?}"))
}

fn by_keyboard_alone(page: &Page) -> Outcome {
    page.open("")?;
    page.focus(".lenses [data-lens=areas]")?;
    page.session.press('/')?;
    ensure(is_focused(page, FIELD)?, || "/ does not lead to the field".into())?;
    assert_same("the slash is typed", page.query()?, "")?;
    assert_same("expanded", page.attribute(FIELD, "aria-expanded")?, "false")?;
    enter(page, "swe")?;
    page.expect("?q=swe", "overview")?;
    expect_title(page, "20 results for “swe”")?;
    assert_same("expanded", page.attribute(FIELD, "aria-expanded")?, "true")?;
    assert_same(
        "the list",
        page.count("#search-results[role=listbox] [role=group] > [role=option]")? > 9,
        true,
    )?;
    page.session.press(DOWN)?;
    expect_active(page, "Sweden")?;
    page.session.press(DOWN)?;
    page.session.press(UP)?;
    expect_active(page, "Sweden")?;
    page.session.press(key::END)?;
    let last = page.attributes("[role=option]", "id")?.pop().unwrap_or_default();
    assert_same("End", active(page)?, last)?;
    page.session.press(key::HOME)?;
    expect_active(page, "Sweden")?;
    if let Some(complaint) = focus_complaint(page)? {
        return Err(complaint.into());
    }
    page.session.press(key::ENTER)?;
    page.expect("?q=swe&partner=swe", "swe")?;
    page.wait("the focus on the card", "return document.activeElement?.id === 'card-title'")?;
    // From the card back to the results, from there to the overview: Escape clears the words first.
    page.focus(FIELD)?;
    enter(page, "d")?;
    page.expect("?q=swed", "overview")?;
    page.session.press(key::ENTER)?;
    page.expect("?q=swed&partner=swe", "swe")?;
    page.session.back()?;
    page.expect("?q=swed", "overview")?;
    page.focus(FIELD)?;
    page.session.press(key::ESCAPE)?;
    page.expect("?q=", "overview")?;
    page.session.press(key::ESCAPE)?;
    page.expect("", "overview")?;
    assert_empty("the page complains", &page.problems()?)
}

fn back_leads_to_the_results(page: &Page) -> Outcome {
    open(page, "?q=string&only=swe")?;
    let shown = page.text(".search-found")?;
    page.click(".found[href*='event=']")?;
    page.wait("a card", "return location.search.includes('event=')")?;
    assert_same("results beside a card", page.count(".found")?, 0)?;
    page.session.back()?;
    page.expect("?q=string&only=swe", "overview")?;
    page.wait("results", "return document.querySelector('.search-title') !== null")?;
    assert_same("the results", page.text(".search-found")?, shown)?;
    let typed =
        string(&page.session.run("return document.getElementById('search-field').value", &[])?)?;
    assert_same("the words", typed, "string")
}

fn typing_makes_one_entry_of_the_history(page: &Page) -> Outcome {
    page.open("?partner=nor")?;
    // WebKit goes back to no entry in which its reader has clicked nothing.
    page.click(FIELD)?;
    enter(page, "kite")?;
    page.expect("?q=kite", "overview")?;
    page.session.back()?;
    page.expect("?partner=nor", "nor")?;
    page.session.forward()?;
    page.expect("?q=kite", "overview")
}

fn a_result_in_the_printed_lists_is_a_place_on_the_page(page: &Page) -> Outcome {
    open(page, "?q=%5B8%5D")?;
    assert_same("the first result", page.attribute(".found", "href")?, "#source-8")?;
    page.click(".found")?;
    page.wait("the source", "return document.querySelector(':target')?.id === 'source-8'")
}

fn an_earlier_date_leaves_out_and_counts(page: &Page) -> Outcome {
    open(page, "?q=sweden&date=2022-09-01")?;
    let later = page.text(".search-wider")?;
    ensure(later.contains("not yet known on 1 September 2022"), || later.clone())?;
    let known = page.count(".found")?;
    page.click(".search-wider a")?;
    page.expect("?q=sweden", "overview")?;
    page.wait(
        "more results",
        &format!("return document.querySelectorAll('.found').length > {known}"),
    )?;
    assert_same("what is left out", page.count(".search-wider")?, 0)?;
    // The date can be set beside the results.
    let set =
        "date => { const field = document.querySelector('.search-date input'); field.value = date;
        field.dispatchEvent(new Event('change', { bubbles: true })); }";
    page.session.call(set, &[json!("2022-09-01")])?;
    page.expect("?q=sweden&date=2022-09-01", "overview")?;
    page.wait(
        "fewer results",
        &format!("return document.querySelectorAll('.found').length === {known}"),
    )
}

fn filters_narrow_down_and_are_undone(page: &Page) -> Outcome {
    open(page, "?q=string")?;
    page.focus(FIELD)?;
    page.session.press(key::TAB)?;
    page.session.press(key::TAB)?;
    let is_on_filters = || is_focused(page, ".search-filters *");
    ensure(is_on_filters()?, || "Tab does not lead to the filters".into())?;
    let choices =
        "return [...document.querySelectorAll('.search-choice')].map(it => it.textContent)";
    let before = page.list(choices)?;
    let swe = "[...document.querySelectorAll('.search-choice')].find(it => it.textContent.startsWith('Sweden'))";
    let count = format!("return [{swe}.querySelector('.count').textContent]");
    let count = page.list(&count)?.concat();
    let press = format!("const it = {swe}; it.focus(); it.click()");
    page.session.run(&press, &[])?;
    page.expect("?q=string&only=swe", "overview")?;
    expect_title(page, &format!("{count} results for “string”"))?;
    assert_same(
        "pressed",
        page.list(&format!("return [{swe}.getAttribute('aria-pressed')]"))?.concat(),
        "true",
    )?;
    ensure(is_focused(page, ".search-choice")?, || "the choice lost the focus".into())?;
    ensure(page.text(".search-wider")?.contains("left out"), || {
        "not said what is left out".into()
    })?;
    page.session.run(&press, &[])?;
    page.expect("?q=string", "overview")?;
    page.wait_for("all choices", "choices => { const shown = [...document.querySelectorAll('.search-choice')].map(it => it.textContent);
        return JSON.stringify(shown) === JSON.stringify(choices); }", &[json!(before)])
}

fn one_typing_error_is_mended_and_said(page: &Page) -> Outcome {
    open(page, "?q=swedne")?;
    assert_same("what is said", page.text(".search-corrected")?, "Showing results for “sweden”.")?;
    ensure(page.text(".found")?.contains("Sweden"), || "Sweden is not the first".into())?;
    assert_same("what was typed", page.query()?, "?q=swedne")
}

fn an_id_finds_itself(page: &Page) -> Outcome {
    for (typed, href) in [
        ("tie%3Dnor-swe", "#q=tie%3Dnor-swe&tie=nor-swe"),
        ("ev-2024-06-20-meeting", "#q=ev-2024-06-20-meeting&event=2024-06-20-meeting"),
        ("tech-string", "#technology=string"),
        ("3", "#source-3"),
    ] {
        open(page, &format!("?q={typed}"))?;
        assert_same(typed, page.attribute(".found", "href")?, href)?;
    }
    Ok(())
}

fn free_text_is_kept_as_it_is(page: &Page) -> Outcome {
    for (query, typed) in [
        ("?q=100%25+%26+%22so%22", "100% & \"so\""),
        ("?q=%ED%95%9C%EA%B5%AD", "한국"),
        ("?q=%3Cb%3E", "<b>"),
    ] {
        open(page, query)?;
        let shown = string(
            &page.session.run("return document.getElementById('search-field').value", &[])?,
        )?;
        assert_same(query, shown, typed)?;
    }
    assert_empty("the page complains", &page.problems()?)
}

fn nothing_found_says_so_and_examples_find(page: &Page) -> Outcome {
    open(page, "?q=xyzzy")?;
    expect_title(page, "Nothing found for “xyzzy”")?;
    assert_same("expanded", page.attribute(FIELD, "aria-expanded")?, "false")?;
    page.open("?q=")?;
    page.wait("the hint", "return document.querySelector('.search-about') !== null")?;
    page.click(".search-examples button")?;
    page.expect("?q=Sweden", "overview")?;
    page.wait("results", "return document.querySelector('.found') !== null")
}

fn the_number_is_read_out_once(page: &Page) -> Outcome {
    open(page, "?q=kite")?;
    let status = ".search [role=status]";
    let says = "return document.querySelector('.search [role=status]').textContent === document.querySelector('.search-title').textContent";
    page.wait("the number to be read out", says)?;
    page.session.run("window.said = []; new MutationObserver(() => said.push(document.querySelector('.search [role=status]').textContent))
        .observe(document.querySelector('.search [role=status]'), { childList: true, subtree: true })", &[])?;
    page.focus(FIELD)?;
    page.session.press(key::END)?;
    page.session.run("const field = document.getElementById('search-field');
        for (const words of ['s', 'st', 'str', 'stri', 'string']) { field.value = words; field.dispatchEvent(new InputEvent('input', { bubbles: true })); }", &[])?;
    page.expect("?q=string", "overview")?;
    page.wait("the number to be read out", says)?;
    assert_same("what was read out", page.list("return said.filter(Boolean)")?.len(), 1)?;
    assert_same("live regions of the search", page.count(status)?, 1)
}

fn all_of_a_kind_is_shown_on_request(page: &Page) -> Outcome {
    open(page, "?q=sweden")?;
    let shown = page.count("a.found")?;
    let all = page.text(".found-all")?;
    page.click(".found-all")?;
    page.wait(
        "the rest",
        &format!("return document.querySelectorAll('a.found').length > {shown}"),
    )?;
    ensure(page.count(".found-all")? == 0 || page.text(".found-all")? != all, || {
        "still offered".into()
    })?;
    assert_same("address", page.query()?, "?q=sweden")
}

/// Does something in a frame of a size, as a window of a phone is.
fn in_window(page: &Page, address: &str, size: (u32, u32), act: impl Fn() -> Outcome) -> Outcome {
    page.session.go("about:blank")?;
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let arguments = [json!(address), json!(size.0), json!(size.1)];
    page.session.call_async(js!("load_frame"), &arguments)?;
    page.session.enter_frame(&frame(page, ONLY)?)?;
    let outcome = page.wait_until_ready().and_then(|()| act());
    page.session.leave_frame()?;
    outcome
}

const SIDEWAYS: &str =
    "return [String(document.documentElement.scrollWidth - document.documentElement.clientWidth)]";

fn a_narrow_window_has_a_button(page: &Page) -> Outcome {
    for size in [(390, 844), (320, 480), (768, 900)] {
        in_window(page, "/#embed=off", size, || {
            page.click(".search-open")?;
            page.wait(
                "the focus in the field",
                "return document.activeElement?.id === 'search-field'",
            )?;
            page.session.run("const field = document.activeElement; field.value = 'string'; field.dispatchEvent(new InputEvent('input', { bubbles: true }))", &[])?;
            page.expect("?q=string", "overview")?;
            page.wait("results", "return document.querySelector('.found') !== null")?;
            assert_same(
                &format!("{size:?}: room to scroll sideways"),
                page.list(SIDEWAYS)?.concat(),
                "0",
            )?;
            let is_seen = "const { top, bottom } = document.querySelector('.search-title').getBoundingClientRect(); return top > 0 && bottom < innerHeight";
            page.wait(&format!("{size:?}: the results on the first screen"), is_seen)?;
            page.click(".search-close")?;
            page.expect("", "overview")
        })?;
    }
    Ok(())
}

fn the_map_is_as_it_was_after_the_search(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    let map = "const { x, y, width, height } = document.querySelector('.map-frame').getBoundingClientRect();
        return [x, y, width, height, ...[...document.querySelectorAll('.map-marker')].map(it => it.getAttribute('style'))].map(String)";
    let before = page.list(map)?;
    page.focus(FIELD)?;
    enter(page, "kite")?;
    page.expect("?q=kite", "overview")?;
    let is_unseen = "return !document.querySelector('.map-frame').checkVisibility({ visibilityProperty: true })";
    page.wait("the map to be out of sight", is_unseen)?;
    page.session.back()?;
    page.expect("?partner=swe", "swe")?;
    page.wait_for(
        "the map as it was",
        &format!("before => JSON.stringify((() => {{ {map} }})()) === JSON.stringify(before)"),
        &[json!(before)],
    )
}

fn a_frame_can_be_searched(page: &Page) -> Outcome {
    for size in [(640, 700), (320, 480)] {
        in_window(page, "/#q=string", size, || {
            page.wait("results", "return document.querySelector('.found') !== null")?;
            assert_same(
                &format!("{size:?}: room to scroll sideways"),
                page.list(SIDEWAYS)?.concat(),
                "0",
            )?;
            page.session.run("document.querySelector('.found[href*=\"event=\"]').click()", &[])?;
            page.wait(
                "the card",
                "return /event=/.test(location.hash) && !document.querySelector('.found')",
            )
        })?;
    }
    Ok(())
}

fn the_one_file_can_be_searched(page: &Page) -> Outcome {
    let url = format!("file://{}#q=yarn", page.folder.join("aukus-briefing.html").display());
    page.session.go("about:blank")?;
    page.session.go(&url)?;
    page.wait_until_ready()?;
    page.wait("results", "return document.querySelector('.found') !== null")?;
    page.click(".found[href*='tie=']")?;
    page.wait("the card", "return /^#q=yarn&tie=/.test(location.hash)")?;
    page.session.back()?;
    page.wait(
        "the results",
        "return location.hash === '#q=yarn' && document.querySelector('.found') !== null",
    )?;
    page.session.go("about:blank")
}

fn a_search_asks_for_nothing(page: &Page) -> Outcome {
    page.open("")?;
    page.site.take_requests();
    page.focus(FIELD)?;
    enter(page, "swe")?;
    page.expect("?q=swe", "overview")?;
    page.session.press(key::ENTER)?;
    page.expect("?q=swe&partner=swe", "swe")?;
    let asked: Vec<String> = page.site.take_requests().into_iter().map(|it| it.path).collect();
    let asked: Vec<String> = asked.into_iter().filter(|it| !it.starts_with("/icon")).collect();
    assert_empty("requests", &asked)
}

fn axe_finds_nothing(page: &Page) -> Outcome {
    let scope =
        json!({ "exclude": [".changes", ".checks", ".limits", ".glossary", ".sources", ".about"] });
    for query in ["?q=", "?q=string", "?q=string&only=swe&date=2025-09-05", "?q=xyzzy", "?q=swedne"]
    {
        page.open(query)?;
        page.wait(
            "the search",
            "return document.querySelector('.search-about, .search-title') !== null",
        )?;
        page.focus(FIELD)?;
        page.session.press(DOWN)?;
        assert_empty(query, &audit(page, &scope, &["color-contrast", "target-size"])?)?;
    }
    Ok(())
}

fn axe_finds_nothing_in_the_dark(page: &Page) -> Outcome {
    axe_finds_nothing(page)
}
