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
    a_search_is_left_to_where_one_was,
    escape_leaves_the_field_where_nothing_is_searched_for,
    typing_leaves_what_is_behind_out_of_reach.in_chromium(),
    one_typing_error_is_mended_and_said,
    a_short_name_is_mended_and_one_letter_finds_names,
    as_much_is_kept_as_the_field_takes,
    nothing_found_has_ways_on,
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

/// Waits until something is there.
fn expect_there(page: &Page, selector: &str) -> Outcome {
    let is_there = "selector => document.querySelector(selector) !== null";
    page.wait_for(selector, is_there, &[json!(selector)])
}

/// Opens a search and waits until it has results.
fn open(page: &Page, query: &str) -> Outcome {
    page.open(query)?;
    expect_there(page, ".search-title")
}

/// Changes the value of a field as its reader would, with an event.
fn change(page: &Page, field: &str, event: &str, value: &str) -> Outcome {
    let change = "(selector, type, value) => { const field = document.querySelector(selector); field.value = value;
        field.dispatchEvent(new Event(type, { bubbles: true })); }";
    page.session.call(change, &[json!(field), json!(event), json!(value)])?;
    Ok(())
}

/// What is in the field.
fn typed(page: &Page) -> Outcome<String> {
    let value = "return document.getElementById('search-field').value";
    string(&page.session.run(value, &[])?)
}

/// Waits until there are more, or fewer, or as many results as a number.
fn expect_count(page: &Page, relation: &str, count: u64) -> Outcome {
    let script = format!("return document.querySelectorAll('a.found').length {relation} {count}");
    page.wait(&format!("results {relation} {count}"), &script)
}

/// That nothing reaches beyond the edges at the sides.
fn expect_no_sideways(page: &Page, size: (u32, u32)) -> Outcome {
    let room = "return [String(document.documentElement.scrollWidth - document.documentElement.clientWidth)]";
    assert_same(&format!("{size:?}: room to scroll sideways"), page.list(room)?.concat(), "0")
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
    // The rest follows when one has stopped typing.
    expect_there(page, ".found[href^='#source-']")?;
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
    expect_there(page, ".search-title")?;
    assert_same("the results", page.text(".search-found")?, shown)?;
    assert_same("the words", typed(page)?, "string")
}

fn typing_makes_one_entry_of_the_history(page: &Page) -> Outcome {
    page.open("?partner=nor")?;
    // WebKit goes back to no entry in which its reader has clicked nothing.
    page.click(FIELD)?;
    enter(page, "kite")?;
    page.expect("?q=kite", "nor")?;
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
    let later = page.text(".search-way")?;
    ensure(later.contains("not yet known on 1 September 2022"), || later.clone())?;
    let known = page.count("a.found")?;
    page.click(".search-way a")?;
    page.expect("?q=sweden", "overview")?;
    expect_count(page, ">", known)?;
    assert_same("what is left out", page.count(".search-way")?, 0)?;
    // The date can be set beside the results.
    change(page, ".search-date input", "change", "2022-09-01")?;
    page.expect("?q=sweden&date=2022-09-01", "overview")?;
    expect_count(page, "===", known)
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
    ensure(page.text(".search-way")?.contains("left out"), || "not said what is left out".into())?;
    page.session.run(&press, &[])?;
    page.expect("?q=string", "overview")?;
    page.wait_for("all choices", "choices => { const shown = [...document.querySelectorAll('.search-choice')].map(it => it.textContent);
        return JSON.stringify(shown) === JSON.stringify(choices); }", &[json!(before)])
}

fn one_typing_error_is_mended_and_said(page: &Page) -> Outcome {
    open(page, "?q=swedne")?;
    assert_same("what is said", page.text(".search-note")?, "Showing results for “sweden”.")?;
    ensure(page.text(".found")?.contains("Sweden"), || "Sweden is not the first".into())?;
    assert_same("what was typed", page.query()?, "?q=swedne")
}

fn a_short_name_is_mended_and_one_letter_finds_names(page: &Page) -> Outcome {
    open(page, "?q=swdn")?;
    assert_same("no name", page.count(".search-note")?, 0)?;
    open(page, "?q=swedn")?;
    assert_same("what is said", page.text(".search-note")?, "Showing results for “sweden”.")?;
    open(page, "?q=s")?;
    ensure(page.text(".search-note")?.starts_with("One letter finds names"), || "not said".into())?;
    ensure(page.text(".found")?.contains("Sweden"), || "Sweden is not the first".into())?;
    let unmarked = "return [...document.querySelectorAll('a.found')].filter(it => !it.querySelector('.found-title mark')).map(it => it.textContent)";
    assert_empty("results that are called otherwise", &page.list(unmarked)?)
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
        assert_same(query, self::typed(page)?, typed)?;
    }
    assert_empty("the page complains", &page.problems()?)
}

fn as_much_is_kept_as_the_field_takes(page: &Page) -> Outcome {
    // WebKit goes back to no entry in which its reader has clicked nothing.
    page.open("")?;
    page.click(FIELD)?;
    let most: usize = page.attribute(FIELD, "maxlength")?.parse()?;
    for letter in ["a", "한"] {
        change(page, FIELD, "input", &letter.repeat(most))?;
        expect_title(page, &format!("Nothing found for “{}”", letter.repeat(most)))?;
        assert_same("the field", self::typed(page)?.chars().count(), most)?;
    }
    page.open(&format!("?q={}", "%ED%95%9C".repeat(most + 9)))?;
    page.expect(&format!("?q={}", "%ED%95%9C".repeat(most)), "overview")
}

fn nothing_found_has_ways_on(page: &Page) -> Outcome {
    open(page, "?q=sweden+xyzzy")?;
    expect_title(page, "Nothing found for “sweden xyzzy”")?;
    let way = page.text(".search-way")?;
    ensure(way.starts_with("Without “xyzzy”: "), || way.clone())?;
    page.click(".search-way a")?;
    page.expect("?q=sweden", "overview")?;
    expect_there(page, ".found")?;
    assert_same("the words", typed(page)?, "sweden")?;
    page.session.back()?;
    page.expect("?q=sweden+xyzzy", "overview")?;
    open(page, "?q=sewdenn")?;
    assert_same("what is offered", page.text(".search-way")?, "Did you mean “sweden”?")
}

fn a_search_is_left_to_where_one_was(page: &Page) -> Outcome {
    let (card, results) = ("?partner=nor&date=2024-06-20", "?q=kite&date=2024-06-20");
    for leave in [".search-close", ""] {
        page.open(card)?;
        // WebKit goes back to no entry in which its reader has clicked nothing.
        page.click(FIELD)?;
        enter(page, "kite")?;
        page.expect(results, "nor")?;
        if leave.is_empty() {
            page.session.press(key::ESCAPE)?;
            page.expect("?q=&date=2024-06-20", "nor")?;
            page.session.press(key::ESCAPE)?;
        } else {
            page.click(leave)?;
        }
        page.expect(card, "nor")?;
        assert_same("results", page.count(".found")?, 0)?;
        // One step of the history.
        page.session.back()?;
        let words = if leave.is_empty() { "" } else { "kite" };
        page.expect(&format!("?q={words}&date=2024-06-20"), "overview")?;
        assert_same("the words", typed(page)?, words)?;
        page.session.back()?;
        page.expect(card, "nor")?;
    }
    // Also where something was opened in between, and with the date that is chosen now.
    page.click(FIELD)?;
    enter(page, "kite")?;
    page.expect(results, "nor")?;
    page.click(".found[href*='partner=swe']")?;
    page.expect("?q=kite&partner=swe&date=2024-06-20", "swe")?;
    page.focus(".card a")?;
    page.session.press(key::ESCAPE)?;
    page.expect(results, "nor")?;
    ensure(is_focused(page, FIELD)?, || "the focus is lost on the way to the results".into())?;
    page.click(".found[href*='partner=swe']")?;
    page.expect("?q=kite&partner=swe&date=2024-06-20", "swe")?;
    page.session.back()?;
    page.expect(results, "nor")?;
    change(page, ".search-date input", "change", "2022-09-01")?;
    page.expect("?q=kite&date=2022-09-01", "nor")?;
    page.focus(".search-close")?;
    page.session.press(key::ENTER)?;
    page.expect("?partner=nor&date=2022-09-01", "nor")?;
    page.wait("the focus in the field", "return document.activeElement?.id === 'search-field'")?;
    // The card behind the results is opened like any other.
    enter(page, "norway")?;
    page.expect("?q=norway&date=2022-09-01", "nor")?;
    expect_there(page, ".found[href*='partner=nor']")?;
    page.session.press(key::ENTER)?;
    page.expect("?q=norway&partner=nor&date=2022-09-01", "nor")?;
    page.wait("the focus on the card", CARD_HAS_FOCUS)?;
    // And so is what stays as it is when the results go.
    page.open("?pillar=2&date=2024-06-20")?;
    page.click(FIELD)?;
    enter(page, "pillar ii")?;
    let pillar = "[role=option].found[href*='pillar=2&date']";
    expect_there(page, pillar)?;
    page.click(pillar)?;
    page.expect("?pillar=2&date=2024-06-20", "pillar-2")?;
    page.wait("the focus on the pillar", CARD_HAS_FOCUS)?;
    // And by the link that skips to it.
    page.click(FIELD)?;
    enter(page, "kite")?;
    page.wait("the card to be out of reach", IS_OUT_OF_REACH)?;
    page.focus(".skip-link")?;
    page.session.press(key::ENTER)?;
    page.expect("?pillar=2&date=2024-06-20", "pillar-2")?;
    page.wait("the focus on what is skipped to", CARD_HAS_FOCUS)
}

/// Whether the card has the focus.
const CARD_HAS_FOCUS: &str = "return document.activeElement?.id === 'card-title'";

/// Whether results stand before the card.
const IS_OUT_OF_REACH: &str = "return document.querySelector('.board[data-behind]') !== null";

fn escape_leaves_the_field_where_nothing_is_searched_for(page: &Page) -> Outcome {
    page.open("?partner=nor")?;
    page.focus(".card a")?;
    page.session.press('/')?;
    ensure(is_focused(page, FIELD)?, || "/ does not lead to the field".into())?;
    page.session.press(key::ESCAPE)?;
    ensure(!is_focused(page, FIELD)?, || "Escape does not leave the field".into())?;
    page.expect("?partner=nor", "nor")?;
    page.session.press(key::ESCAPE)?;
    page.expect("", "overview")
}

fn typing_leaves_what_is_behind_out_of_reach(page: &Page) -> Outcome {
    open(page, "?q=string")?;
    page.wait("the card to be out of reach", IS_OUT_OF_REACH)?;
    let watch = "window.changes = 0; new MutationObserver(all => { window.changes += all.length; })
        .observe(document.querySelector('.board'), { subtree: true, attributes: true, childList: true, characterData: true })";
    page.session.run(watch, &[])?;
    for typed in ["strin", "stri", "string kite", "kite"] {
        change(page, FIELD, "input", typed)?;
        page.expect(&format!("?q={}", typed.replace(' ', "+")), "overview")?;
    }
    assert_same("changes behind", page.list("return [String(window.changes)]")?, ["0"])
}

fn nothing_found_says_so_and_examples_find(page: &Page) -> Outcome {
    open(page, "?q=xyzzy")?;
    expect_title(page, "Nothing found for “xyzzy”")?;
    assert_same("expanded", page.attribute(FIELD, "aria-expanded")?, "false")?;
    ensure(page.count(".search-examples button")? > 2, || "no words to try".into())?;
    page.open("?q=")?;
    expect_there(page, ".search-about")?;
    page.click(".search-examples button")?;
    page.expect("?q=Sweden", "overview")?;
    expect_there(page, ".found")
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
    for words in ["s", "st", "str", "stri", "string"] {
        change(page, FIELD, "input", words)?;
    }
    page.expect("?q=string", "overview")?;
    page.wait("the number to be read out", says)?;
    assert_same("what was read out", page.list("return said.filter(Boolean)")?.len(), 1)?;
    assert_same("live regions of the search", page.count(status)?, 1)
}

fn all_of_a_kind_is_shown_on_request(page: &Page) -> Outcome {
    open(page, "?q=sweden")?;
    let of_kind = "const group = document.querySelector('.found-all').parentElement;
        return [group.querySelector('.count').textContent, String(group.querySelectorAll('a.found').length)]";
    let counts: Vec<u64> = page.list(of_kind)?.iter().filter_map(|it| it.parse().ok()).collect();
    let [all, few] = *counts else { return Err(format!("{counts:?}").into()) };
    ensure(few < all, || format!("{few} of {all} are all"))?;
    let (shown, offers) = (page.count("a.found")?, page.count(".found-all")?);
    page.click(".found-all")?;
    expect_count(page, "===", shown - few + all)?;
    assert_same("what is still offered", page.count(".found-all")?, offers - 1)?;
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

fn a_narrow_window_has_a_button(page: &Page) -> Outcome {
    for size in [(390, 844), (320, 480), (768, 900)] {
        in_window(page, "/#embed=off", size, || {
            page.click(".search-open")?;
            page.wait(
                "the focus in the field",
                "return document.activeElement?.id === 'search-field'",
            )?;
            change(page, FIELD, "input", "string")?;
            page.expect("?q=string", "overview")?;
            expect_there(page, ".found")?;
            expect_no_sideways(page, size)?;
            let is_seen = "const { top, bottom } = document.querySelector('.search-title').getBoundingClientRect(); return top > 0 && bottom < innerHeight";
            page.wait(&format!("{size:?}: the results on the first screen"), is_seen)?;
            page.click(".search-close")?;
            page.expect("", "overview")?;
            if size.0 == 768 {
                return Ok(());
            }
            page.click(".search-open")?;
            change(page, FIELD, "input", "string")?;
            page.expect("?q=string", "overview")?;
            page.click("#views a[href='#time']")?;
            let is_there = "const { top, bottom } = document.querySelector('.timeline').getBoundingClientRect();
                return !document.querySelector('.found') && top < innerHeight && bottom > 0";
            page.wait("the timeline, from the search", is_there)
        })?;
    }
    Ok(())
}

fn the_map_is_as_it_was_after_the_search(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    let map = "const { x, y, width, height } = document.querySelector('.map-frame').getBoundingClientRect();
        return [x, y, width, height, ...[...document.querySelectorAll('.map-marker')].map(it => it.getAttribute('style'))].map(String)";
    let are_placed = "return [...document.querySelectorAll('.map-marker')].every(it => it.hasAttribute('style'))";
    page.wait("the markers to be placed", are_placed)?;
    let before = page.list(map)?;
    page.focus(FIELD)?;
    enter(page, "kite")?;
    page.expect("?q=kite", "swe")?;
    let is_unseen = "return !document.querySelector('.map-frame').checkVisibility({ visibilityProperty: true })";
    page.wait("the map to be out of sight", is_unseen)?;
    page.session.back()?;
    page.expect("?partner=swe", "swe")?;
    let is_as_before =
        format!("before => JSON.stringify((() => {{ {map} }})()) === JSON.stringify(before)");
    page.wait_for("the map as it was", &is_as_before, &[json!(before)])
        .or_else(|_| assert_same("the map", page.list(map)?, before))
}

fn a_frame_can_be_searched(page: &Page) -> Outcome {
    for size in [(640, 700), (320, 480)] {
        in_window(page, "/#q=string", size, || {
            expect_there(page, ".found")?;
            expect_no_sideways(page, size)?;
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
    expect_there(page, ".found")?;
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
    for query in
        ["?q=", "?q=string", "?q=string&only=swe&date=2025-09-05", "?q=xyzzy", "?q=swedne", "?q=s"]
    {
        page.open(query)?;
        expect_there(page, ".search-about, .search-title")?;
        page.focus(FIELD)?;
        page.session.press(DOWN)?;
        assert_empty(query, &audit(page, &scope, &["color-contrast", "target-size"])?)?;
    }
    Ok(())
}

fn axe_finds_nothing_in_the_dark(page: &Page) -> Outcome {
    axe_finds_nothing(page)
}
