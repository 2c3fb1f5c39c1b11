//! Embeds that stay with an edition, from a server that has two of them beside the latest.

use super::{
    FRAME, HOSTS, click_in, expect_in_frame, frame, in_frame, is_map_seen, scroll_to, shows,
};
use crate::baseline::show_on;
use crate::case::{Case, cases, js};
use browser_tests::page::Page;
use browser_tests::site::{Answer, Content, Site, closed_sample, response};
use browser_tests::{Outcome, assert_empty, assert_same};
use serde_json::{Value, json};
use std::path::Path;
use std::time::Duration;

pub(crate) const CASES: &[Case] = cases![
    an_embed_stays_with_an_edition,
    an_edition_that_is_not_there_leaves_the_fallback,
    what_is_no_edition_is_the_latest,
    every_host_snippet_stays_with_an_edition.real().in_chromium(),
    a_pinned_copy_says_so,
    a_small_box_shows_the_map_of_a_pinned_copy,
    a_pinned_copy_says_so_on_paper.in_chromium(),
];

/// The editions on the server, beside the latest.
const EDITIONS: [u16; 2] = [2, 5];

/// The path of the copy of an edition.
fn path(edition: u16) -> String {
    format!("/editions/{edition}/aukus-briefing.html")
}

/// The built page, with copies of two editions that give their numbers. `change` is made to host pages.
fn serve(folder: &Path, change: fn(&str) -> String) -> Outcome<Site> {
    let folder = folder.to_owned();
    Site::serve_with(move |asked| {
        let changed = |path: &str, change: &dyn Fn(&str) -> String| {
            let answer = response(path, &folder);
            Answer { body: change(&String::from_utf8_lossy(&answer.body)).into(), ..answer }
        };
        if let Some(edition) = EDITIONS.into_iter().find(|it| path(*it) == asked) {
            let numbered = format!("Edition {edition},");
            return changed("/aukus-briefing.html", &|it| it.replacen("Edition 7,", &numbered, 1));
        }
        if asked.starts_with("/embed/") && asked.ends_with(".html") {
            return changed(asked, &change);
        }
        response(asked, &folder)
    })
}

/// Opens a host page of a server.
fn open(page: &Page, site: &Site, name: &str) -> Outcome {
    page.problems().ok();
    page.session.go(&format!("{}/embed/{name}.html", site.origin()))?;
    frame(page, FRAME)?;
    scroll_to(page, FRAME)
}

fn set(page: &Page, attributes: &Value) -> Outcome {
    page.session.call(js!("set_attributes"), std::slice::from_ref(attributes)).map(drop)
}

/// Waits until a card of an edition is shown in the frame.
fn expect(page: &Page, edition: u16, card: &str) -> Outcome {
    page.wait_for(
        &format!("a frame of edition {edition}"),
        &format!("part => ({})('aukus-briefing').src.includes(part)", js!("frame")),
        &[json!(if edition == 7 { "/aukus-briefing.html".to_owned() } else { path(edition) })],
    )?;
    expect_in_frame(page, FRAME, card)?;
    let said = "() => document.querySelector('.edition-dates').textContent.split(',')[0]";
    let said = in_frame(page, FRAME, said, &[])?;
    assert_same("the edition in the frame", said, json!(format!("Edition {edition}")))
}

fn an_embed_stays_with_an_edition(page: &Page) -> Outcome {
    let site = serve(&Content::Sample.folder()?, |html| {
        html.replacen("<aukus-briefing ", "<aukus-briefing edition=\"2\" ", 1)
    })?;
    open(page, &site, "plain")?;
    expect(page, 2, "overview")?;
    let steps = page.session.run("return history.length", &[])?;
    click_in(page, FRAME, ".map-marker[data-country=swe]")?;
    page.wait(
        "the host to follow",
        "return document.querySelector('aukus-briefing').getAttribute('partner') === 'swe'",
    )?;
    // Changed later it is another page in the frame, with the view as it is.
    for (attribute, edition) in [(json!("5"), 5), (json!(null), 7), (json!("2"), 2)] {
        set(page, &json!({ "edition": attribute }))?;
        expect(page, edition, "swe")?;
    }
    // And it still follows its host.
    set(page, &json!({ "partner": "nor" }))?;
    expect(page, 2, "nor")?;
    assert_same("steps of Back", page.session.run("return history.length", &[])?, steps)?;
    assert_empty("the host page complains", &page.problems()?)
}

fn an_edition_that_is_not_there_leaves_the_fallback(page: &Page) -> Outcome {
    let site = serve(&Content::Sample.folder()?, str::to_owned)?;
    open(page, &site, "plain")?;
    expect_in_frame(page, FRAME, "overview")?;
    set(page, &json!({ "edition": "9" }))?;
    std::thread::sleep(Duration::from_millis(500));
    let is_seen = "return document.querySelector('aukus-briefing a')
        .checkVisibility({ visibilityProperty: true, opacityProperty: true })";
    assert_same("the fallback is seen", page.session.run(is_seen, &[])?, json!(true))?;
    set(page, &json!({ "edition": "2" }))?;
    expect(page, 2, "overview")
}

fn what_is_no_edition_is_the_latest(page: &Page) -> Outcome {
    let site = serve(&Content::Sample.folder()?, str::to_owned)?;
    open(page, &site, "plain")?;
    expect_in_frame(page, FRAME, "overview")?;
    site.take_requests();
    let wrong = page.session.call_async(js!("misread_editions"), &[])?;
    assert_empty("editions misread", &browser_tests::page::strings(&wrong)?)?;
    // What the frame was before is loaded anew, and nothing is asked for that is not there.
    expect_in_frame(page, FRAME, "overview")?;
    assert_empty("the host page complains", &page.problems()?)
}

/// A host page with what it frames replaced by edition 2, by the attribute or by the address.
fn pinned(html: &str) -> String {
    html.replace("<aukus-briefing ", "<aukus-briefing edition=\"2\" ")
        .replace("<iframe src=\"../", "<iframe src=\"../editions/2/")
        .replace(
            "{ src: \"../aukus-briefing.html\",",
            "{ src: \"../aukus-briefing.html\", edition: \"2\",",
        )
}

fn every_host_snippet_stays_with_an_edition(page: &Page) -> Outcome {
    let site = serve(&Content::Real.folder()?, pinned)?;
    for (name, card, height) in HOSTS {
        open(page, &site, name)?;
        shows(page, card, height).map_err(|error| format!("{name}.html: {error}"))?;
        let shown = in_frame(page, FRAME, "() => location.pathname", &[])?;
        assert_same(&format!("framed by {name}.html"), shown, json!(path(2)))?;
    }
    Ok(())
}

/// What is seen of the notice of a pinned copy: its text and where its link leads.
const NOTICE: &str = "page => {
    const notice = page.querySelector('.pinned');
    return notice.checkVisibility() ? [notice.textContent.trim(), notice.querySelector('a').href] : [];
}";

/// What the pinned copy of the sample says.
fn notice() -> Value {
    let said = "This copy stays with edition 7 of 30 June 2026. Latest edition";
    json!([said, "https://example.org/briefing/"])
}

fn a_pinned_copy_says_so(page: &Page) -> Outcome {
    let folder = closed_sample()?;
    let page = &Page { site: &Site::serve(&folder)?, folder: &folder, ..*page };
    let here = format!("({NOTICE})(document)");
    page.open("editions/7/aukus-briefing.html#partner=swe")?;
    page.expect("?partner=swe", "swe")?;
    let seen = || page.session.run(&format!("return {here}"), &[]);
    assert_same("alone", seen()?, notice())?;
    page.open("aukus-briefing.html")?;
    assert_same("notices in the latest", page.count(".pinned")?, 0)?;
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let address = json!(format!("{}/editions/7/aukus-briefing.html", page.site.origin()));
    let arguments = [address, json!(390), json!("allow-same-origin")];
    page.session.call_async(js!("load_sandboxed"), &arguments)?;
    let framed = format!("({NOTICE})(document.querySelector('iframe').contentDocument)");
    let seen = page.session.run(&format!("return {framed}"), &[])?;
    assert_same("without script", seen, notice())?;
    open(page, page.site, "iframe")?;
    let pin =
        "document.querySelector('iframe').src = '../editions/7/aukus-briefing.html#partner=swe'";
    page.session.run(pin, &[])?;
    expect_in_frame(page, FRAME, "swe")?;
    let seen = in_frame(page, FRAME, &format!("() => {here}"), &[])?;
    assert_same("in a frame", seen, notice())?;
    assert_empty("the page complains", &page.problems()?)
}

fn a_small_box_shows_the_map_of_a_pinned_copy(page: &Page) -> Outcome {
    let folder = closed_sample()?;
    let page = &Page { site: &Site::serve(&folder)?, folder: &folder, ..*page };
    // Above the map it has two lines more.
    is_map_seen(page, "/editions/7/aukus-briefing.html#partner=swe", 0.55)
}

fn a_pinned_copy_says_so_on_paper(page: &Page) -> Outcome {
    let folder = closed_sample()?;
    let page = &Page { site: &Site::serve(&folder)?, folder: &folder, ..*page };
    page.open("editions/7/aukus-briefing.html")?;
    let on = |media| show_on(page, media);
    on("print")?;
    let seen = page.session.run(&format!("return ({NOTICE})(document)"), &[])?;
    let address = page.list(
        "return [getComputedStyle(document.querySelector('.pinned a'), '::after').content]",
    )?;
    on("")?;
    assert_same("on paper", seen, notice())?;
    assert_same("the address", address, ["\": https://example.org/briefing/\""])
}
