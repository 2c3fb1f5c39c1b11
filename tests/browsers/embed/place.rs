//! Where a reader of a post is: an embed leaves the post where it is, and takes its own reader along.

use super::{ONLY, click_in, expect_fit, expect_in_frame, frame, in_frame};
use crate::case::{Case, cases, js};
use browser_tests::page::Page;
use browser_tests::site::{Site, response, without_policy};
use browser_tests::{Outcome, assert_same, ensure};
use serde_json::{Value, json};
use std::time::Duration;

pub(crate) const CASES: &[Case] = cases![
    without_wasm_an_embed_leaves_the_post_alone,
    without_wasm_a_box_shows_the_text,
    a_late_embed_leaves_the_post_alone,
    a_reader_below_an_embed_keeps_the_place,
    a_link_low_in_a_card_leads_to_the_next,
    a_footnote_in_an_embed_opens_its_sources,
    what_the_host_selects_scrolls_nothing,
    a_scroll_that_nobody_asked_for_is_ignored,
];

/// What the frame of a post may do. Not every host sandboxes it.
const SANDBOXES: [Option<&str>; 3] =
    [Some("allow-scripts"), Some("allow-scripts allow-same-origin"), None];

/// How far a post is scrolled, with the frame far below what is seen, or far above.
const PLACES: [(&str, u32); 2] = [("below", 0), ("above", 4000)];

/// Long enough for a page to scroll that is going to.
pub(super) const A_WHILE: Duration = Duration::from_millis(300);

/// Why there is no app.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Lack {
    /// The browser has no WebAssembly.
    Missing,
    /// It has, and refuses to run any.
    Refused,
    /// It is given up before the page is loaded, which is when browsers go to what the address names.
    GivenUpEarly,
}

/// The built page without WebAssembly.
fn without_wasm(page: &Page, lack: Lack) -> Outcome<Site> {
    let first = match lack {
        Lack::Missing => "<script>delete window.WebAssembly;",
        Lack::Refused => "<script>",
        Lack::GivenUpEarly => concat!(
            "<script>delete window.WebAssembly; addEventListener('DOMContentLoaded', () => ",
            "document.documentElement.setAttribute('data-failed', ''), true);"
        ),
    };
    Site::serve_changed(page.folder, move |html| {
        if lack == Lack::Refused {
            html.replacen("'wasm-unsafe-eval'", "", 1)
        } else {
            without_policy(html).replacen("<script>", first, 1)
        }
    })
}

/// Opens a post with a frame in the midst, and returns where its reader is.
fn open_framed(
    page: &Page,
    site: &Site,
    address: &str,
    sandbox: Option<&str>,
    scrolled: u32,
) -> Outcome<Value> {
    page.session.go(&format!("{}/frame", site.origin()))?;
    let mut attributes =
        json!({ "src": address, "style": "display:block;width:100%;height:400px" });
    if let (Some(sandbox), Some(all)) = (sandbox, attributes.as_object_mut()) {
        all.insert("sandbox".to_owned(), json!(sandbox));
    }
    let post = json!({ "above": 60, "below": 60, "scrolled": scrolled });
    page.session.call_async(js!("load_post"), &[json!("iframe"), attributes, post])?;
    place(page)
}

/// The element of `embed.js`.
pub(crate) const EMBED: &str = "aukus-briefing";

/// Opens a post with an embed in the midst that is as high as its page.
fn open_post(page: &Page, scrolled: u32, is_inner: bool) -> Outcome {
    let style = "display:block;min-height:20rem;aspect-ratio:4/3";
    load_post(page, &json!({ "height": "auto", "style": style }), scrolled, is_inner)
}

/// Opens a post with an embed in the midst that follows its host.
pub(super) fn load_post(page: &Page, more: &Value, scrolled: u32, is_inner: bool) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let mut attributes = json!({ "src": "/aukus-briefing.html", "pillar": "2" });
    if let (Some(all), Some(more)) = (attributes.as_object_mut(), more.as_object()) {
        all.extend(more.clone());
    }
    let post = json!({ "above": 20, "below": 200, "scrolled": scrolled, "isInner": is_inner });
    page.session.call_async(js!("load_post"), &[json!(EMBED), attributes, post]).map(drop)
}

/// Waits until the embed shows a card and has the height of its page.
fn expect_fitted(page: &Page, card: &str) -> Outcome {
    expect_in_frame(page, EMBED, card)?;
    expect_fit(page, EMBED)
}

/// Where the reader of the post is.
pub(super) fn place(page: &Page) -> Outcome<Value> {
    page.session.call(js!("place_in_post"), &[])
}

/// Waits in the frame until a function there returns true.
fn wait_in_frame(page: &Page, what: &str, function: &str, arguments: &[Value]) -> Outcome {
    page.session.enter_frame(&frame(page, ONLY)?)?;
    let waited = page.wait_for(what, function, arguments);
    page.session.leave_frame()?;
    waited
}

/// Waits until the frame shows the text of an entry.
fn expect_text(page: &Page, entry: &str) -> Outcome {
    wait_in_frame(page, &format!("the text of {entry}"), js!("shows_text"), &[json!(entry)])
}

fn without_wasm_an_embed_leaves_the_post_alone(page: &Page) -> Outcome {
    for (lack, sandboxes) in [
        (Lack::Missing, &SANDBOXES[..]),
        (Lack::Refused, &SANDBOXES[..1]),
        (Lack::GivenUpEarly, &SANDBOXES[2..]),
    ] {
        let site = without_wasm(page, lack)?;
        for sandbox in sandboxes {
            for (lies, scrolled) in PLACES {
                stays_without_wasm(page, &site, lack, *sandbox, scrolled).map_err(|error| {
                    format!("{lack:?}, sandbox {sandbox:?}, the frame {lies}: {error}")
                })?;
            }
        }
    }
    Ok(())
}

fn stays_without_wasm(
    page: &Page,
    site: &Site,
    lack: Lack,
    sandbox: Option<&str>,
    scrolled: u32,
) -> Outcome {
    // Browsers go to the decoded name of a place, too.
    let fragment = if sandbox.is_some() { "partner=swe" } else { "partner%3Dswe" };
    let address = format!("/aukus-briefing.html#{fragment}");
    let before = open_framed(page, site, &address, sandbox, scrolled)?;
    if lack == Lack::GivenUpEarly {
        let has_failed = "() => !!document.documentElement?.hasAttribute('data-failed')";
        wait_in_frame(page, "the app to be given up", has_failed, &[])?;
    } else {
        expect_text(page, "partner=swe")?;
    }
    std::thread::sleep(A_WHILE);
    assert_same("the place", place(page)?, before.clone())?;
    page.session.call(js!("send"), &[json!(""), json!("partner=per")])?;
    expect_text(page, "partner=per")?;
    std::thread::sleep(A_WHILE);
    assert_same("the place after a select", place(page)?, before)
}

/// Also a text that is higher than any frame may be.
fn without_wasm_a_box_shows_the_text(page: &Page) -> Outcome {
    let site =
        Site::serve_changed(page.folder, |html| {
            without_policy(html)
                .replacen("<script>", "<script>delete window.WebAssembly;", 1)
                .replacen("<body", "<body style='min-height:30000px'", 1)
        })?;
    page.session.go(&format!("{}/frame", site.origin()))?;
    let attributes = json!({
        "src": "/aukus-briefing.html", "partner": "swe", "height": "box", "style": "display:block;height:400px",
    });
    let post = json!({ "above": 2, "below": 60, "scrolled": 0 });
    page.session.call_async(js!("load_post"), &[json!(EMBED), attributes, post])?;
    let is_shown = "return document.querySelector('aukus-briefing').hasAttribute('data-ready')";
    page.wait("the embed to show its frame", is_shown)?;
    page.session.enter_frame(&frame(page, EMBED)?)?;
    let shown = page.wait_for("the text of Sweden", js!("shows_text"), &[json!("partner=swe")]);
    page.session.leave_frame()?;
    shown?;
    assert_same("what the host asked for", page.attribute(EMBED, "partner")?, "swe".to_owned())
}

fn a_late_embed_leaves_the_post_alone(page: &Page) -> Outcome {
    let folder = page.folder.to_owned();
    let site = Site::serve_with(move |path| {
        if path.ends_with(".wasm") {
            // Long enough for a slow browser to be asked this and that before.
            std::thread::sleep(Duration::from_millis(2500));
        }
        response(path, &folder)
    })?;
    for (query, card, early) in [("partner=per", "per", "Peru"), ("", "overview", "")] {
        for (lies, scrolled) in PLACES {
            let what = format!("{card}, the frame {lies}");
            let before = open_framed(page, &site, "/#partner=swe", None, scrolled)?;
            let is_there = "() => document.querySelector('.early-head .card-title') !== null";
            wait_in_frame(page, "the text of the view", is_there, &[])?;
            page.session.call(js!("send"), &[json!(""), json!(query)])?;
            let is_shown = "early => (document.querySelector('.early-head .card-title')?.textContent ?? '') === early";
            wait_in_frame(page, "the text asked for", is_shown, &[json!(early)])?;
            std::thread::sleep(A_WHILE);
            assert_same(&format!("{what}, early"), place(page)?, before.clone())?;
            expect_in_frame(page, ONLY, card)?;
            std::thread::sleep(A_WHILE);
            assert_same(&what, place(page)?, before)?;
        }
    }
    Ok(())
}

/// The embed above what is read takes its height, grows and shrinks.
fn a_reader_below_an_embed_keeps_the_place(page: &Page) -> Outcome {
    for is_inner in [false, true] {
        open_post(page, 3025, is_inner)?;
        let before = place(page)?;
        expect_fitted(page, "pillar-2")?;
        for (partner, card) in
            [(json!("nor"), "nor"), (json!("swe"), "swe"), (json!(null), "pillar-2")]
        {
            std::thread::sleep(A_WHILE);
            assert_same(
                &format!("the place before {card}, in a box: {is_inner}"),
                place(page)?,
                before.clone(),
            )?;
            page.session.call(js!("set_attributes"), &[json!({ "partner": partner })])?;
            expect_fitted(page, card)?;
        }
        std::thread::sleep(A_WHILE);
        assert_same(&format!("the place, in a box: {is_inner}"), place(page)?, before)?;
    }
    Ok(())
}

/// Fails unless an element in the embed is in the window of its host.
pub(super) fn expect_seen(page: &Page, selector: &str) -> Outcome {
    // Nothing tells when a page has come to rest.
    std::thread::sleep(A_WHILE * 2);
    let top = "selector => document.querySelector(selector).getBoundingClientRect().top";
    let inside = in_frame(page, EMBED, top, &[json!(selector)])?;
    let seen = "(frame, inside) => { const top = frame.getBoundingClientRect().top + inside;
        return top >= -1 && top < innerHeight - 20 ? null : Math.round(top) }";
    let seen = page.session.call(seen, &[frame(page, EMBED)?, inside])?;
    ensure(seen.is_null(), || format!("{selector} is at {seen} px of the window"))
}

fn a_link_low_in_a_card_leads_to_the_next(page: &Page) -> Outcome {
    for is_inner in [false, true] {
        open_post(page, 500, is_inner)?;
        expect_fitted(page, "pillar-2")?;
        scroll_to_end(page)?;
        in_frame(page, EMBED, js!("lengthen_card"), &[json!("#pillar=2&partner=swe")])?;
        expect_fit(page, EMBED)?;
        scroll_to_end(page)?;
        click_in(page, EMBED, ".card [data-last]")?;
        expect_fitted(page, "swe")?;
        expect_seen(page, "#card-title")
            .map_err(|error| format!("in a box: {is_inner}: {error}"))?;
    }
    Ok(())
}

/// Brings the end of the embed into view.
fn scroll_to_end(page: &Page) -> Outcome {
    let script = "document.querySelector('aukus-briefing').scrollIntoView({ block: 'end' })";
    page.session.run(script, &[]).map(drop)
}

/// In place: neither the embed nor its host goes anywhere until the list of all sources is asked for.
fn a_footnote_in_an_embed_opens_its_sources(page: &Page) -> Outcome {
    open_post(page, 500, false)?;
    expect_fitted(page, "pillar-2")?;
    in_frame(page, EMBED, js!("lengthen_card"), &[json!("#pillar=2&partner=swe")])?;
    expect_fit(page, EMBED)?;
    // Again, from where it was.
    for _ in 0..2 {
        page.session.run("document.querySelector('aukus-briefing').scrollIntoView()", &[])?;
        let before = place(page)?;
        click_in(page, EMBED, ".card .ref")?;
        expect_seen(page, "body > .sentence-sources")?;
        std::thread::sleep(A_WHILE);
        assert_same("the place", place(page)?, before)?;
        click_in(page, EMBED, ".sentence-sources a[href='#sources']")?;
        expect_seen(page, "#sources:target")?;
    }
    Ok(())
}

/// Also when the last step of the reader has led nowhere.
fn what_the_host_selects_scrolls_nothing(page: &Page) -> Outcome {
    open_post(page, 500, false)?;
    expect_fitted(page, "pillar-2")?;
    in_frame(page, EMBED, js!("lengthen_card"), &[json!("#pillar=2")])?;
    click_in(page, EMBED, ".card [data-last]")?;
    std::thread::sleep(A_WHILE);
    for scrolled in [0, 9000] {
        page.session.run("scrollTo(0, arguments[0])", &[json!(scrolled)])?;
        let before = place(page)?;
        // Not by its canonical name, of which the host is told then.
        let (partner, card) = if scrolled == 0 { ("nor", "nor") } else { ("PER", "per") };
        page.session.call(js!("set_attributes"), &[json!({ "partner": partner })])?;
        expect_fitted(page, card)?;
        std::thread::sleep(A_WHILE);
        assert_same(&format!("the place, from {scrolled} px"), place(page)?, before)?;
    }
    Ok(())
}

fn a_scroll_that_nobody_asked_for_is_ignored(page: &Page) -> Outcome {
    open_post(page, 0, false)?;
    expect_fitted(page, "pillar-2")?;
    let nonce = "frame => new URLSearchParams(new URL(frame.src).hash.slice(1)).get('embed')";
    let nonce = page.session.call(nonce, &[frame(page, EMBED)?])?;
    let scrolled = |query: Value, top: Value| -> Outcome<Value> {
        page.session.run("scrollTo(0, 0)", &[])?;
        in_frame(page, EMBED, js!("ask_for_scroll"), &[nonce.clone(), query, top])?;
        std::thread::sleep(A_WHILE);
        page.session.run("return scrollY > 0", &[])
    };
    assert_same("without a selection", scrolled(json!(null), json!(900))?, json!(false))?;
    for top in [json!(-1), json!(0.5), json!("900"), json!(1e9), json!(null), json!([900])] {
        let what = format!("to {top}");
        assert_same(&what, scrolled(json!("partner=swe"), top)?, json!(false))?;
    }
    std::thread::sleep(Duration::from_secs(1));
    assert_same("late", scrolled(json!(null), json!(900))?, json!(false))?;
    assert_same("with a selection", scrolled(json!("partner=swe"), json!(900))?, json!(true))?;
    assert_same("once more", scrolled(json!(null), json!(900))?, json!(false))
}
