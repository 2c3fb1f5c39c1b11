//! The browser baseline: what a browser gets that lacks something, and a copy of the page that lacks its scripts.

use crate::case::{Case, cases, js};
use crate::printed::{HeldBack, expect_early, follow, load_early};
use browser_tests::page::Page;
use browser_tests::site::{Answer, Site, without_policy};
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};

pub(crate) const CASES: &[Case] = cases![
    without_newer_style_the_page_is_whole,
    no_rule_needs_has_for_something_else.in_chromium(),
    without_what_the_app_needs_the_text_is_there,
    without_what_the_file_needs_the_text_is_there,
    the_text_is_in_a_saved_copy,
    a_saved_copy_whose_scripts_do_not_run_is_the_text,
    the_hidden_text_is_out_of_reach,
    a_link_to_hidden_text_scrolls_nowhere,
    paper_has_the_text.in_chromium(),
];

/// What some browsers do not know of the style, in words that none knows.
const NEWER_STYLE: [(&str, &str); 6] = [
    (":has(", ":unknown("),
    ("light-dark(", "unknown("),
    ("cqw", "unk"),
    ("cqh", "unk"),
    ("content-visibility:", "unknown:"),
    ("text-wrap:", "unknown:"),
];

fn with_older_style(html: &str) -> String {
    let html = without_policy(html);
    NEWER_STYLE.iter().fold(html, |html, (known, unknown)| html.replace(known, unknown))
}

fn without_newer_style_the_page_is_whole(page: &Page) -> Outcome {
    let older = Page { site: &Site::serve_changed(page.folder, with_older_style)?, ..*page };
    older.open("")?;
    for (theme, colours) in [
        (
            "light",
            ["rgb(253, 252, 249)", "rgb(27, 29, 33)", "rgb(223, 220, 211)", "rgb(28, 61, 94)"],
        ),
        (
            "dark",
            ["rgb(20, 22, 26)", "rgb(236, 234, 228)", "rgb(54, 58, 64)", "rgb(143, 187, 232)"],
        ),
    ] {
        older
            .session
            .run("document.documentElement.dataset.theme = arguments[0]", &[json!(theme)])?;
        let seen = "const style = it => getComputedStyle(document.querySelector(it));
            return [style('body').backgroundColor, style('body').color, style('.map-land').fill,
                style('.legend [data-mark=member] .mark').backgroundColor]";
        assert_same(&format!("colours in {theme}"), older.list(seen)?, colours)?;
    }
    let dead = "return ['.text', '.no-script', '.legend input', '.map-marker', '.embed']
        .filter(it => document.querySelector(it).checkVisibility())";
    assert_empty("seen and of no use", &older.list(dead)?)?;
    older.click("[data-who] [data-country=swe]")?;
    older.expect("?partner=swe", "swe")?;
    assert_empty("the page complains", &older.problems()?)
}

/// One unknown selector in a list drops the whole rule.
fn no_rule_needs_has_for_something_else(page: &Page) -> Outcome {
    page.open("")?;
    assert_empty("lists of selectors", &page.call_list(js!("mixed_selectors"), &[])?)
}

/// Fails unless a page without something that its app needs is the text that was printed, with the entry asked for in view.
fn is_text_without(page: &Page, address: &str, script: &str) -> Outcome {
    let script = format!("<head><script>{script}</script>");
    let site = Site::serve_changed(page.folder, move |html| {
        without_policy(html).replacen("<head>", &script, 1)
    })?;
    for (fragment, entry) in [("", None), ("#partner=swe", Some("partner=swe"))] {
        page.session.go(&format!("{}/frame", site.origin()))?;
        let url = json!(format!("{}/{address}{fragment}", site.origin()));
        page.session.call_async(js!("load_sandboxed"), &[url, json!(1024), Value::Null])?;
        page.wait_for("the text", js!("is_text_shown_in_frame"), &[json!(entry)])?;
    }
    assert_empty("dead", &page.call_list(js!("dead"), &[])?)
}

fn without_what_the_app_needs_the_text_is_there(page: &Page) -> Outcome {
    is_text_without(page, "", "delete window.WebAssembly")?;
    // A browser that does not know all of its instructions.
    let unknown = "WebAssembly.instantiateStreaming = WebAssembly.instantiate = async () => { throw new WebAssembly.CompileError() }";
    is_text_without(page, "", unknown)?;
    is_text_without(page, "", "delete window.TextDecoder")
}

fn without_what_the_file_needs_the_text_is_there(page: &Page) -> Outcome {
    is_text_without(page, "aukus-briefing.html", "delete window.DecompressionStream")?;
    let older = "window.DecompressionStream = class { constructor() { throw new TypeError() } }";
    is_text_without(page, "aukus-briefing.html", older)
}

fn the_text_is_in_a_saved_copy(page: &Page) -> Outcome {
    for address in ["", "?partner=swe", "aukus-briefing.html"] {
        page.open(address)?;
        page.wait("all of the card", "return !document.querySelector('[aria-busy]')")?;
        let copy = page.session.call(js!("saved_copy"), &[])?;
        let copy = copy.as_str().ok_or("there is no copy")?.to_owned();
        // Not with the collector, which is a script.
        let site = Site::serve_with(move |_| {
            Answer::plain("200 OK", "text/html; charset=utf-8", copy.clone().into())
        })?;
        page.session.go(site.origin())?;
        is_text(page).map_err(|error| format!("saved at {address:?}: {error}"))?;
    }
    Ok(())
}

/// A copy with its scripts and the marks of their run, where they do not run.
fn a_saved_copy_whose_scripts_do_not_run_is_the_text(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    let copy = "return '<!doctype html>' + document.documentElement.outerHTML";
    let copy = page.session.run(copy, &[])?;
    let copy = copy.as_str().ok_or("there is no copy")?.to_owned();
    let site = Site::serve_changed(page.folder, move |html| {
        if html.contains("<iframe>") { html.to_owned() } else { copy.clone() }
    })?;
    page.session.go(&format!("{}/frame", site.origin()))?;
    let arguments = [json!(format!("{}/", site.origin())), json!(1024), json!("allow-same-origin")];
    page.session.call_async(js!("load_sandboxed"), &arguments)?;
    let seen = "const page = document.querySelector('iframe').contentDocument;
        return ['.text .entry', '.no-script', '.map-controls', '.timeline-range'].filter(it => {
            const { height } = page.querySelector(it).getBoundingClientRect();
            return height > 1;
        })";
    assert_same("what is seen", page.list(seen)?, [".text .entry", ".no-script"])
}

/// Fails unless all of the text is seen, links lead to it, and nothing is there that does not react.
fn is_text(page: &Page) -> Outcome {
    let unseen = "return [...document.querySelectorAll('.text, .entry, .entry p')]
        .filter(it => !it.checkVisibility({ visibilityProperty: true }) || it.getBoundingClientRect().height < 1)
        .map(it => it.outerHTML.slice(0, 80))";
    assert_empty("not seen", &page.list(unseen)?)?;
    ensure(page.count(".entry")? > 20, || "most of the text is missing".into())?;
    let dead = "return [...document.querySelectorAll('button, input:not([type=checkbox])')]
        .filter(it => it.checkVisibility()).map(it => it.outerHTML.slice(0, 80))";
    assert_empty("dead", &page.list(dead)?)?;
    page.click(".map-marker[data-country=per]")?;
    let is_there =
        "const top = document.querySelector('.entry:target')?.getBoundingClientRect().top;
        return location.hash === '#partner=per' && top > -5 && top < innerHeight";
    page.wait("the text of a country", is_there)
}

fn the_hidden_text_is_out_of_reach(page: &Page) -> Outcome {
    page.open("")?;
    let reach = page.call_list(js!("reach_of_hidden_text"), &[])?;
    assert_empty("the hidden text", &reach)?;
    page.focus(".timeline [data-step=latest]")?;
    for _ in 0..40 {
        page.session.press(key::TAB)?;
        let has_focus = "return [document.querySelector('.text').contains(document.activeElement),
            document.querySelector('.changes').contains(document.activeElement)]";
        match page.session.run(has_focus, &[])? {
            it if it == json!([false, true]) => return Ok(()),
            it if it == json!([false, false]) => {}
            _ => return Err("the focus is in the hidden text".into()),
        }
    }
    Err("the focus never comes to what changed".into())
}

fn a_link_to_hidden_text_scrolls_nowhere(page: &Page) -> Outcome {
    let held = HeldBack::serve(page)?;
    load_early(page, &held, "")?;
    follow(page, ".lenses [data-lens=areas]")?;
    expect_early(page, "Outside the two, only Sweden is known to have taken part")?;
    let scrolled = "return document.querySelector('iframe').contentWindow.scrollY";
    assert_same("scrolled by a link", page.session.run(scrolled, &[])?, json!(0))?;
    page.open("aukus-briefing.html#technology=string")?;
    let scrolled = page.session.run("return scrollY", &[])?;
    assert_same("scrolled by an address", scrolled, json!(0))
}

/// Shows the page on another medium, `print`, or on the screen again. What is left out of such an order is forgotten, so it says
/// again that trials are without motion.
pub(crate) fn show_on(page: &Page, media: &str) -> Outcome {
    let still = json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]);
    let wanted = json!({ "media": media, "features": still });
    page.session.devtools("Emulation.setEmulatedMedia", &wanted).map(drop)
}

/// Paper has all of the text, in the colours of paper, whatever the screen has.
fn paper_has_the_text(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    // Printing everything was asked for.
    let ask = "Object.assign(document.documentElement.dataset, { theme: 'dark', printAll: '' })";
    page.session.run(ask, &[])?;
    let on = |media| show_on(page, media);
    on("print")?;
    let unseen = "return [...document.querySelectorAll('.text, .entry, .entry p')]
        .filter(it => !it.checkVisibility() || it.getBoundingClientRect().height < 1)
        .map(it => it.outerHTML.slice(0, 80))";
    let unseen = page.list(unseen)?;
    let accent =
        page.list("return [getComputedStyle(document.querySelector('.timeline-date')).color]")?;
    on("")?;
    assert_empty("not on paper", &unseen)?;
    assert_same("the accent on paper", accent, ["rgb(168, 58, 16)"])
}
