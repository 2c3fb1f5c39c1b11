//! The comparison of countries: ticks by keyboard alone, its entries of the history, what it keeps, and where it is shown.

use crate::case::{Case, cases, js};
use crate::embed::{ONLY, frame};
use crate::keyboard::{focus_complaint, is_focused, tab_to, type_into_date};
use crate::layout::{load, resize};
use browser_tests::page::Page;
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![
    countries_are_ticked_by_keyboard_alone,
    ticks_make_one_entry_of_the_history,
    a_second_tick_at_once_keeps_the_focus,
    a_tick_moves_no_other.real().in_chromium(),
    what_is_compared_is_kept,
    the_map_and_the_timeline_mark_what_is_compared,
    a_fifth_country_cannot_be_ticked.real(),
    damaged_addresses_of_a_comparison_are_mended.in_chromium(),
    a_comparison_is_reached_from_the_end_of_a_narrow_page,
    a_comparison_is_offered_at_the_top_of_a_narrow_page,
    a_printed_comparison_has_its_sources.in_chromium(),
    to_clear_a_comparison_enters_no_date,
    no_button_of_the_map_covers_its_legend.real().in_chromium(),
];

const IS_COMPARED: &str = "return document.querySelector('#card')?.dataset.card === 'compare'";

const IS_HEADING: &str = "() => document.activeElement?.id === 'card-title'";
const IS_ON_NOR: &str = "() => document.activeElement?.dataset.tick === 'nor'";
const IS_ON_PER: &str = "() => document.activeElement?.dataset.tick === 'per'";

const CLICK: &str = "selector => document.querySelector(selector).click()";

const SWE: &str = "#opened [data-tick='swe']";
/// In the table: above it there is one that a wide window does not show.
const NOR: &str = "#opened table [data-tick='nor']";

/// What is ticked, in the order of the ticks that are seen.
fn ticked(page: &Page) -> Outcome<String> {
    let script = "return [...document.querySelectorAll('[data-tick]:checked')].filter(it => it.offsetWidth > 1).map(it => it.dataset.tick)";
    Ok(page.list(script)?.join(" "))
}

fn countries_are_ticked_by_keyboard_alone(page: &Page) -> Outcome {
    page.open("")?;
    page.focus("#card-title")?;
    tab_to(page, SWE)?;
    page.session.press(' ')?;
    page.expect("?compare=swe", "overview")?;
    ensure(is_focused(page, SWE)?, || "the first tick lost the focus".into())?;
    let hint = page.text(".compare-hint")?;
    ensure(hint.contains("Sweden"), || format!("the line says {hint:?}"))?;
    page.session.press_with(key::SHIFT, key::TAB)?;
    page.focus("#card-title")?;
    tab_to(page, NOR)?;
    page.session.press(' ')?;
    page.expect("?compare=swe,nor", "compare")?;
    page.wait_for("the focus on the tick", IS_ON_NOR, &[])?;
    if let Some(complaint) = focus_complaint(page)? {
        return Err(complaint.into());
    }
    assert_same("the title", page.text("#card-title")?, "Sweden and Norway compared".to_owned())?;
    assert_same("ticks", ticked(page)?, "nor swe".to_owned())?;
    // Unticked, the table is there again, and the focus is where it was.
    page.session.press(' ')?;
    page.expect("?compare=swe", "overview")?;
    page.wait_for("the focus on the tick", IS_ON_NOR, &[])?;
    page.session.press(' ')?;
    page.expect("?compare=swe,nor", "compare")?;
    page.session.press(key::ESCAPE)?;
    page.expect("", "overview")?;
    assert_same("ticks", ticked(page)?, String::new())?;
    assert_empty("the page complains", &page.problems()?)
}

fn ticks_make_one_entry_of_the_history(page: &Page) -> Outcome {
    page.open("?pillar=2")?;
    page.click("[data-lens=overview]")?;
    page.expect("", "overview")?;
    page.click(SWE)?;
    page.expect("?compare=swe", "overview")?;
    page.click(NOR)?;
    page.expect("?compare=swe,nor", "compare")?;
    page.click("#opened [data-tick='per']")?;
    page.expect("?compare=swe,nor,per", "compare")?;
    page.session.back()?;
    page.expect("", "overview").map_err(|error| format!("after Back: {error}"))?;
    assert_same("ticks after Back", ticked(page)?, String::new())?;
    page.session.forward()?;
    page.expect("?compare=swe,nor,per", "compare")?;
    assert_same("ticks after Forward", ticked(page)?, "nor per swe".to_owned())?;
    page.wait_for("the focus on the tick", IS_ON_PER, &[])?;
    page.focus(".compare-clear")?;
    page.session.press(key::ENTER)?;
    page.expect("", "overview").map_err(|error| format!("after Clear: {error}"))?;
    page.wait_for("the focus on the heading", IS_HEADING, &[])?;
    // With one chosen, too, and the ticks that follow keep theirs.
    page.click(SWE)?;
    page.expect("?compare=swe", "overview")?;
    page.focus(".compare-clear")?;
    page.session.press(key::ENTER)?;
    page.expect("", "overview").map_err(|error| format!("after Clear: {error}"))?;
    page.wait_for("the focus on the heading", IS_HEADING, &[])?;
    page.click(SWE)?;
    page.click(NOR)?;
    page.expect("?compare=swe,nor", "compare")?;
    page.wait_for("the focus on the tick", IS_ON_NOR, &[])?;
    assert_empty("the page complains", &page.problems()?)
}

/// While the card of the first is still being drawn.
fn a_second_tick_at_once_keeps_the_focus(page: &Page) -> Outcome {
    page.open("")?;
    page.session.call_async(js!("ticks_at_once"), &[json!([SWE, NOR])])?;
    page.expect("?compare=swe,nor", "compare")?;
    page.wait_for("the focus on the tick", IS_ON_NOR, &[])?;
    assert_empty("the page complains", &page.problems()?)
}

/// Or the next press would tick another country.
fn a_tick_moves_no_other(page: &Page) -> Outcome {
    on_pages(page, &[704, 768, 900, 1024, 1280, 1440, 1920], |page| {
        let places = || page.session.call(js!("places_of_ticks"), &[]);
        let before = places()?;
        let count = before.as_array().map_or(0, Vec::len);
        assert_same("how many ticks", count, 7)?;
        // The longest name.
        page.session.call(CLICK, &[json!("#opened table [data-tick='gbr']")])?;
        page.wait("what is to be done", "return document.querySelector('.compare-hint')?.textContent.includes('United Kingdom')")?;
        assert_same("the ticks", places()?, before)
    })
}

fn what_is_compared_is_kept(page: &Page) -> Outcome {
    page.open("?compare=swe,nor")?;
    page.expect("?compare=swe,nor", "compare")?;
    page.click(".timeline-steps [data-step=previous]")?;
    page.wait("another date", "return location.search.includes('date=')")?;
    let query = page.query()?;
    ensure(query.starts_with("?compare=swe,nor&date="), || format!("the date lost it: {query}"))?;
    page.click(".compare thead a")?;
    page.wait(
        "the card of a country",
        "return document.querySelector('#card')?.dataset.card === 'swe'",
    )?;
    page.click(".breadcrumb li:last-child a")?;
    page.expect(&query, "compare")?;
    page.click("[data-lens=areas]")?;
    page.wait("the areas", "return document.querySelector('#card')?.dataset.card === 'areas'")?;
    page.click(".lenses [data-lens=compare]")?;
    page.expect(&query, "compare")?;
    assert_same("the current view", page.text(".lens[aria-current]")?, "Compare".to_owned())?;
    page.click("[data-lens=overview]")?;
    page.wait(
        "the overview",
        "return document.querySelector('#card')?.dataset.card === 'overview'",
    )?;
    let query = page.query()?;
    ensure(query.starts_with("?date="), || format!("Who keeps it: {query}"))
}

fn the_map_and_the_timeline_mark_what_is_compared(page: &Page) -> Outcome {
    page.open("?compare=swe,nor")?;
    let marked = page.attributes(".map-marker[data-compared]", "data-country")?;
    assert_same("marked on the map", marked, vec!["nor".into(), "swe".to_owned()])?;
    ensure(page.count(".map-ground > g > .map-outline")? == 2, || "they are not outlined".into())?;
    let lanes = page.list(
        "return [...document.querySelectorAll('.lane[data-selected]')].map(it => it.textContent)",
    )?;
    ensure(lanes.iter().any(|it| it.contains("Sweden")), || format!("lanes: {lanes:?}"))?;
    let caption = page.text(".caption")?;
    ensure(caption.contains("Sweden and Norway"), || format!("the caption says {caption:?}"))?;
    let outside = "() => { const frame = document.querySelector('[data-map-frame]').getBoundingClientRect();
        return [...document.querySelectorAll('.map-marker[data-compared] .mark')].every(it => { const { left, right, top, bottom } = it.getBoundingClientRect();
            return left >= frame.left && right <= frame.right && top >= frame.top && bottom <= frame.bottom; }); }";
    page.wait_for("both in the frame", outside, &[])
}

fn a_fifth_country_cannot_be_ticked(page: &Page) -> Outcome {
    page.open("?compare=jpn,kor,can,nzl")?;
    page.expect("?compare=jpn,kor,can,nzl", "compare")?;
    let disabled = page.attributes(".compare-tray [data-tick]:disabled", "data-tick")?;
    assert_same("disabled", disabled, vec!["aus".into(), "gbr".into(), "usa".to_owned()])?;
    assert_same("columns", page.count(".compare thead th")?, 4)?;
    page.click(".compare-tray [data-tick='kor']")?;
    page.expect("?compare=jpn,can,nzl", "compare")?;
    assert_same("disabled", page.count("[data-tick]:disabled")?, 0)
}

fn damaged_addresses_of_a_comparison_are_mended(page: &Page) -> Outcome {
    for (address, expected, card) in [
        ("?compare=swe", "?compare=swe", "overview"),
        ("?compare=swe,atlantis", "?compare=swe", "overview"),
        ("?compare=swe,swe,nor", "?compare=swe,nor", "compare"),
        ("?compare=atlantis", "", "overview"),
    ] {
        page.open(address)?;
        page.expect(expected, card).map_err(|it| format!("{address}: {it}"))?;
    }
    Ok(())
}

fn a_comparison_is_reached_from_the_end_of_a_narrow_page(page: &Page) -> Outcome {
    on_narrow_pages(page, compare_on_a_narrow_page)
}

fn a_comparison_is_offered_at_the_top_of_a_narrow_page(page: &Page) -> Outcome {
    on_narrow_pages(page, |page| {
        let way = ".entries [data-lens=compare]";
        let is_seen = "selector => { const way = document.querySelector(selector); return way.checkVisibility() && way.getBoundingClientRect().bottom < innerHeight / 2; }";
        page.wait_for("the way to be on the first screen", is_seen, &[json!(way)])?;
        page.enter(way)?;
        page.wait("the comparison", IS_COMPARED)
    })
}

fn on_narrow_pages(page: &Page, check: impl Fn(&Page) -> Outcome) -> Outcome {
    on_pages(page, &[320, 390], check)
}

fn on_pages(page: &Page, widths: &[u32], check: impl Fn(&Page) -> Outcome) -> Outcome {
    for width in widths {
        page.session.go(&format!("{}/frame", page.site.origin()))?;
        let arguments = [json!("/?date=2024-06-20#embed=off"), json!(width), json!(844)];
        page.session.call_async(js!("load_frame"), &arguments)?;
        page.session.enter_frame(&frame(page, ONLY)?)?;
        let outcome = page.wait_until_ready().and_then(|()| check(page));
        page.session.leave_frame()?;
        outcome.map_err(|it| format!("at {width} px: {it}"))?;
    }
    Ok(())
}

fn compare_on_a_narrow_page(page: &Page) -> Outcome {
    page.session.call(CLICK, &[json!("#more-compare")])?;
    page.wait("the comparison", IS_COMPARED)?;
    let day = page.text(".as-known a")?;
    assert_same("the date", day, "20 June 2024".to_owned())?;
    page.session.call(CLICK, &[json!(".compare-tray [data-tick='swe']")])?;
    page.wait(
        "three columns",
        "return document.querySelectorAll('.compare thead th').length === 3",
    )?;
    let stacked = "const [one, other] = document.querySelectorAll('.compare tbody td');
        return [one.getBoundingClientRect().bottom <= other.getBoundingClientRect().top + 1,
            one.querySelector('.compare-country').checkVisibility(),
            document.documentElement.scrollWidth <= innerWidth].map(String)";
    assert_same(
        "below each other, named, fits",
        page.list(stacked)?.join(" "),
        "true true true".to_owned(),
    )?;
    assert_empty("small targets", &page.call_list(js!("small_targets"), &[])?)
}

fn a_printed_comparison_has_its_sources(page: &Page) -> Outcome {
    page.open("?compare=swe,nor")?;
    let script = "dispatchEvent(new Event('beforeprint'));
        const listed = new Set([...document.querySelectorAll('.view-sources li')].map(it => String(it.value)));
        const cited = [...document.querySelectorAll('.compare .ref')].flatMap(it => it.dataset.sources.split(', '));
        dispatchEvent(new Event('afterprint'));
        return cited.length ? cited.filter(it => !listed.has(it)) : ['nothing is cited'];";
    assert_empty("sources that are not printed", &page.list(script)?)
}

fn to_clear_a_comparison_enters_no_date(page: &Page) -> Outcome {
    for query in ["?compare=swe,nor", "?compare=swe"] {
        page.open(query)?;
        type_into_date(page)?;
        page.click(".compare-clear")?;
        page.expect("", "overview").map_err(|it| format!("from {query}: {it}"))?;
    }
    Ok(())
}

/// Beside what is compared the map is small, and its legend has more than a line.
fn no_button_of_the_map_covers_its_legend(page: &Page) -> Outcome {
    let mut covered = Vec::new();
    for view in ["?compare=jpn,kor", "?partner=jpn"] {
        load(page, view)?;
        for width in [320, 390, 700, 960, 1024, 1200, 1440] {
            for size in ["100%", "125%", "200%"] {
                resize(page, width, size)?;
                let found = page.call_list(js!("covered_legend"), &[])?;
                covered
                    .extend(found.iter().map(|it| format!("{view} at {width} px, {size}: {it}")));
            }
        }
    }
    assert_empty("entries of the legend under a button", &covered)
}
