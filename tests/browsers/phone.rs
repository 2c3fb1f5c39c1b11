//! On a phone: the bar, the sheet that a tap on the map raises, and the size of type and targets.

use crate::case::{Case, cases, js};
use crate::embed::place::EMBED;
use crate::embed::{ONLY, expect_fit, expect_in_frame, frame, in_frame as in_embed};
use browser_tests::page::Page;
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};
use std::time::Duration;

pub(crate) const CASES: &[Case] = cases![
    a_tap_raises_the_sheet_and_back_undoes_it,
    the_sheet_is_left_by_key_button_and_swipe,
    from_the_sheet_one_reads_on,
    a_second_tap_replaces_what_the_sheet_shows,
    only_a_tap_on_the_map_raises_the_sheet,
    a_tap_in_an_embed_raises_the_sheet_on_the_map,
    a_tap_in_an_embed_leaves_the_post_alone_and_the_sheet_reads_on,
    a_wide_window_has_no_sheet,
    no_text_on_a_phone_is_small,
    no_text_on_a_phone_is_small_in_the_briefing.real(),
];

/// A phone's window. Not every browser's own can be as narrow.
const WIDTH: u32 = 390;
const HEIGHT: u32 = 844;

const MARKER: &str = ".map-marker[data-country=swe]";
const NO_SHEET: &str = "return document.querySelector('.sheet') === null";
const MAP_TO_TOP: &str = "document.querySelector('#map').scrollIntoView({ behavior: 'instant' })";
const MAP_TOP: &str =
    "return Math.round(document.querySelector('.map-frame').getBoundingClientRect().top)";
const ENTRIES: &str = "return history.length";

/// Opens a view on a phone and does something there.
fn on_phone(page: &Page, view: &str, act: impl Fn() -> Outcome) -> Outcome {
    let address = format!("/{view}#embed=off");
    in_frame(page, &address, HEIGHT, act)
}

fn in_frame(page: &Page, address: &str, height: u32, act: impl Fn() -> Outcome) -> Outcome {
    // Going to the same page again would keep the entries after this one.
    page.session.go("about:blank")?;
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let arguments = [json!(address), json!(WIDTH), json!(height)];
    page.session.call_async(js!("load_frame"), &arguments)?;
    page.session.enter_frame(&frame(page, ONLY)?)?;
    let outcome = page.wait_until_ready().and_then(|()| act());
    page.session.leave_frame()?;
    outcome
}

/// Follows a link as a finger would: no driver but Chromium's has one, and none finds points in every frame.
fn tap(page: &Page, link: &str) -> Outcome {
    let click = "link => document.querySelector(link).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }))";
    page.session.call(click, &[json!(link)]).map(drop)
}

/// Taps on a country with the map at the top of the window, so that its answer is above.
fn raise(page: &Page, country: &str) -> Outcome {
    page.session.run(MAP_TO_TOP, &[])?;
    tap(page, &format!(".map-marker[data-country={country}]"))?;
    page.expect(&format!("?partner={country}"), country)?;
    expect_sheet(page)
}

fn expect_sheet(page: &Page) -> Outcome {
    let is_raised = "return document.activeElement?.closest('.sheet') != null";
    page.wait("the sheet, with the focus in it", is_raised)
}

fn expect_left(page: &Page) -> Outcome {
    page.expect("", "overview")?;
    page.wait("the sheet to go", NO_SHEET)?;
    let is_back = format!("return document.activeElement?.matches('{MARKER}')");
    page.wait("the focus on the marker", &is_back)
}

fn number(page: &Page, script: &str) -> Outcome<i64> {
    page.session.run(script, &[])?.as_i64().ok_or_else(|| "not a number".into())
}

fn a_tap_raises_the_sheet_and_back_undoes_it(page: &Page) -> Outcome {
    on_phone(page, "", || {
        page.session.run(MAP_TO_TOP, &[])?;
        let (entries, top) = (number(page, ENTRIES)?, number(page, MAP_TOP)?);
        raise(page, "swe")?;
        assert_empty("the sheet", &page.call_list(js!("sheet_complaints"), &[json!("Sweden")])?)?;
        assert_same("entries of the history", number(page, ENTRIES)?, entries + 1)?;
        let now = number(page, MAP_TOP)?;
        ensure((now - top).abs() <= 2, || format!("the map went from {top} to {now}"))?;
        page.session.run("history.back()", &[])?;
        expect_left(page)
    })
}

fn swipe(page: &Page) -> Outcome {
    let steps = "const { x, y } = document.querySelector('.sheet-head').getBoundingClientRect();
        return [0, 20, 60].map(down => [[x + 40, y + 10 + down]])";
    let steps = page.session.run(steps, &[])?;
    page.session.call(js!("touch"), &[steps]).map(drop)
}

fn the_sheet_is_left_by_key_button_and_swipe(page: &Page) -> Outcome {
    let ways: [&dyn Fn() -> Outcome; 3] =
        [&|| page.session.press(key::ESCAPE), &|| tap(page, ".sheet-close"), &|| swipe(page)];
    on_phone(page, "", || {
        let entries = number(page, ENTRIES)?;
        for leave in ways {
            raise(page, "swe")?;
            leave()?;
            expect_left(page)?;
        }
        // Whatever has been looked at and left, the way out of the page is no longer.
        assert_same("entries of the history", number(page, ENTRIES)?, entries + 1)
    })
}

fn from_the_sheet_one_reads_on(page: &Page) -> Outcome {
    on_phone(page, "", || {
        raise(page, "swe")?;
        tap(page, ".sheet-on")?;
        page.wait("the sheet to go", NO_SHEET)?;
        let is_read = "const title = document.querySelector('#card-title');
            const { top } = title.getBoundingClientRect();
            return document.activeElement === title && top >= 0 && top < 120";
        page.wait("the head of the card", is_read)?;
        page.expect("?partner=swe", "swe")
    })
}

fn a_second_tap_replaces_what_the_sheet_shows(page: &Page) -> Outcome {
    on_phone(page, "", || {
        raise(page, "swe")?;
        let entries = number(page, ENTRIES)?;
        raise(page, "nor")?;
        let name = page.text(".map-marker[data-country=nor] .map-name")?;
        page.wait("the focus", "return document.activeElement.matches('.sheet-title')")?;
        assert_empty("the sheet", &page.call_list(js!("sheet_complaints"), &[json!(name)])?)?;
        assert_same("sheets", page.count(".sheet")?, 1)?;
        assert_same("entries of the history", number(page, ENTRIES)?, entries)?;
        page.session.run("history.back()", &[])?;
        page.expect("", "overview")?;
        page.wait("the sheet to go", NO_SHEET)
    })
}

/// As long as a browser takes to say what is in sight.
const PAUSE: Duration = Duration::from_millis(500);

fn expect_no_sheet(page: &Page, what: &str) -> Outcome {
    std::thread::sleep(PAUSE);
    assert_same(&format!("sheets after {what}"), page.count(".sheet")?, 0)
}

fn only_a_tap_on_the_map_raises_the_sheet(page: &Page) -> Outcome {
    on_phone(page, "", || {
        page.session.run(MAP_TO_TOP, &[])?;
        tap(page, "[data-who] [data-country=swe]")?;
        page.expect("?partner=swe", "swe")?;
        expect_no_sheet(page, "a selection in the table")?;
        page.session.run("scrollTo({ top: 0, behavior: 'instant' })", &[])?;
        tap(page, ".map-marker[data-country=nor]")?;
        page.expect("?partner=nor", "nor")?;
        expect_no_sheet(page, "a tap with the answer in sight")
    })
}

fn a_wide_window_has_no_sheet(page: &Page) -> Outcome {
    page.open("")?;
    page.session.run("scrollTo({ top: 200, behavior: 'instant' })", &[])?;
    tap(page, MARKER)?;
    page.expect("?partner=swe", "swe")?;
    expect_no_sheet(page, "a click in a wide window")
}

/// In a frame as high as its page, of which the reader sees the map and not the answer.
fn a_tap_in_an_embed_raises_the_sheet_on_the_map(page: &Page) -> Outcome {
    let scroll = "const frame = document.querySelector('iframe');
        const map = frame.contentDocument.querySelector('.map-frame').getBoundingClientRect();
        document.body.style.paddingBottom = '3000px';
        scrollTo(0, frame.getBoundingClientRect().top + scrollY + map.top - 20)";
    in_frame(page, "/?#overview&embed=abc", 3000, || {
        let height = "return document.documentElement.scrollHeight";
        page.session.leave_frame()?;
        page.session.run(scroll, &[])?;
        page.session.enter_frame(&frame(page, ONLY)?)?;
        let before = number(page, height)?;
        tap(page, MARKER)?;
        expect_sheet(page)?;
        let is_on_map =
            "const box = selector => document.querySelector(selector).getBoundingClientRect();
            const [sheet, map] = [box('.sheet'), box('#board')];
            return sheet.top > map.top && sheet.top < map.bottom && Math.round(sheet.left) === 0";
        assert_same("on the map", page.session.run(is_on_map, &[])?, Value::Bool(true))?;
        tap(page, ".sheet-close")?;
        page.wait("the sheet to go", NO_SHEET)?;
        page.wait(
            "the overview",
            "return document.querySelector('[data-card=overview]') !== null",
        )?;
        let is_back = format!("return document.activeElement?.matches('{MARKER}')");
        page.wait("the focus on the marker", &is_back)?;
        assert_same("the height of the page", number(page, height)?, before)
    })
}

/// In a post whose frame is as high as its page only the post scrolls.
fn a_tap_in_an_embed_leaves_the_post_alone_and_the_sheet_reads_on(page: &Page) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let attributes = json!({
        "src": "/aukus-briefing.html", "height": "auto", "style": "display:block;width:390px",
    });
    let post = json!({ "above": 20, "below": 200, "scrolled": 700 });
    page.session.call_async(js!("load_post"), &[json!(EMBED), attributes, post])?;
    expect_in_frame(page, EMBED, "overview")?;
    expect_fit(page, EMBED)?;
    let embedded = frame(page, EMBED)?;
    // The frame is of another origin: what is in it is measured there.
    let top_of = |selector: &str| -> Outcome<Value> {
        let top = "selector => document.querySelector(selector).getBoundingClientRect().top";
        in_embed(page, EMBED, top, &[json!(selector)])
    };
    let scroll = "(frame, top) => {
        scrollTo(0, frame.getBoundingClientRect().top + scrollY + top - 10);
        return Math.round(scrollY);
    }";
    let before = page.session.call(scroll, &[embedded.clone(), top_of(".map-frame")?])?;
    page.session.enter_frame(&embedded)?;
    // WebKit lets a frame of another origin take the focus only after a click of a reader, and this is none.
    let is_raised = "return document.querySelector('.sheet') !== null";
    let raised = tap(page, MARKER).and_then(|()| page.wait("the sheet", is_raised));
    page.session.leave_frame()?;
    raised?;
    std::thread::sleep(PAUSE);
    let now = page.session.run("return Math.round(scrollY)", &[])?;
    assert_same("where the post is scrolled to", now, before)?;
    let read = "() => document.querySelector('.sheet-on').click()";
    in_embed(page, EMBED, read, &[])?;
    let is_seen = "(frame, title) => {
        const top = frame.getBoundingClientRect().top + title;
        return top >= 0 && top < 200;
    }";
    page.wait_for("the head of the card", is_seen, &[embedded, top_of("#card-title")?])
}

fn no_text_on_a_phone_is_small(page: &Page) -> Outcome {
    for view in ["", "?partner=swe", "?pillar=2", "?technology=string"] {
        is_large(page, view)?;
    }
    Ok(())
}

fn no_text_on_a_phone_is_small_in_the_briefing(page: &Page) -> Outcome {
    for view in ["", "?partner=kor", "?event=2024-05-01-rok-aus-2plus2"] {
        is_large(page, view)?;
    }
    Ok(())
}

fn is_large(page: &Page, view: &str) -> Outcome {
    on_phone(page, view, || {
        let unfold = "document.querySelectorAll('details').forEach(it => { it.open = true })";
        page.session.run(unfold, &[])?;
        assert_empty(&format!("small text in {view:?}"), &page.call_list(js!("small_text"), &[])?)?;
        assert_empty(
            &format!("small controls in {view:?}"),
            &page.call_list(js!("small_targets"), &[])?,
        )
    })
}
