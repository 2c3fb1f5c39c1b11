//! The briefing as one file: it opens from a disk, asks for nothing, and does what the site does.

use crate::case::{Case, cases, js};
use browser_tests::page::{Page, string};
use browser_tests::site::{Answer, Site, Trap, report_trap};
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;

pub(crate) const CASES: &[Case] =
    cases![one_file_opens_from_disk, one_file_asks_for_nothing, one_file_is_strict];

const NAME: &str = "aukus-briefing.html";

fn fragment(page: &Page) -> Outcome<String> {
    string(&page.session.run("return location.hash", &[])?)
}

fn expect(page: &Page, hash: &str, card: &str) -> Outcome {
    let arguments = [json!(hash), json!(card)];
    page.wait_for(&format!("{card} at {hash:?}"), js!("shows_at_fragment"), &arguments)
}

/// Reports a trap if the page was loaded anew without being asked to, as it is after a trap: from a disk it cannot tell the
/// server, and the file is tried as it is built, without the collector.
fn report_reload(page: &Page) -> Outcome {
    let script = "return performance.getEntriesByType('navigation')[0]?.type ?? 'none'";
    let navigation = string(&page.session.run(script, &[])?)?;
    if navigation == "reload" {
        let address = string(&page.session.run("return location.href", &[])?)?;
        let text = format!("a page without the collector was loaded anew: {address}");
        report_trap(Trap { engine: Some(page.engine), text });
        return Ok(());
    }
    assert_same("type of navigation", navigation, "navigate")
}

fn one_file_opens_from_disk(page: &Page) -> Outcome {
    // A name as people give them.
    let folder = std::env::temp_dir().join("aukus briefing, Mitschrift für Jörg");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join("briefing (1).html");
    std::fs::copy(page.folder.join(NAME), &file)?;
    let url = format!("file://{}", file.display()).replace(' ', "%20");
    page.session.go(&url)?;
    page.wait_until_ready()?;
    expect(page, "", "overview")?;
    page.click("[data-who] [data-country=swe]")?;
    expect(page, "#partner=swe", "swe")?;
    page.choose("[data-pillar=pillar-2]")?;
    expect(page, "#pillar=2", "pillar-2")?;
    page.click(".map-marker[data-country=nor]")?;
    expect(page, "#pillar=2&partner=nor", "nor")?;
    page.session.back()?;
    expect(page, "#pillar=2", "pillar-2")?;
    page.session.back()?;
    expect(page, "#view=areas", "areas")?;
    page.session.back()?;
    expect(page, "#partner=swe", "swe")?;
    report_reload(page)?;
    page.session.reload()?;
    page.wait_until_ready()?;
    expect(page, "#partner=swe", "swe")?;
    // The sources of a sentence lead to the list of all, and the card stays.
    page.click(".card .ref")?;
    page.click(".sentence-sources a[href='#sources']")?;
    assert_same("the place", fragment(page)?, "#sources")?;
    assert_same("card", page.attribute("[data-card]", "data-card")?, "swe")?;
    // After a trap in a page that was loaded anew the app is given up.
    assert_same("given up", page.count("[data-failed]")?, 0)?;
    page.session.go("about:blank")?;
    page.session.go(&format!("{url}#pillar=2&partner=per&date=2024-06-20"))?;
    page.wait_until_ready()?;
    expect(page, "#pillar=2&partner=per&date=2024-06-20", "per")?;
    let asked = "return performance.getEntriesByType('resource').map(it => it.name)";
    assert_empty("asked for", &page.list(asked)?)?;
    report_reload(page)
}

/// The file alone on a server that remembers what it is asked for.
pub(crate) fn alone(page: &Page) -> Outcome<Site> {
    let file = std::fs::read(page.folder.join(NAME))?;
    Site::serve_with(move |path| match path {
        "/" => Answer::plain("200 OK", "text/html; charset=utf-8", file.clone()),
        _ => Answer::plain("404 Not Found", "text/plain", Vec::new()),
    })
}

fn one_file_asks_for_nothing(page: &Page) -> Outcome {
    let site = alone(page)?;
    page.session.go(&format!("{}/#partner=swe", site.origin()))?;
    page.wait_until_ready()?;
    page.expect("?partner=swe", "swe")?;
    page.choose("[data-technology=tech-string]")?;
    page.expect("?technology=string", "tech-string")?;
    page.click(".card [data-event], .timeline-events a, .card [data-country]")?;
    page.focus(".timeline-range")?;
    std::thread::sleep(std::time::Duration::from_millis(300));
    let asked: Vec<String> = site.take_requests().into_iter().map(|it| it.path).collect();
    assert_same("asked for", asked, ["/"])?;
    assert_same("links to itself", page.count("a[download]")?, 0)
}

fn one_file_is_strict(page: &Page) -> Outcome {
    let site = alone(page)?;
    page.session.go(site.origin())?;
    page.wait_until_ready()?;
    let policy = page.attribute("meta[http-equiv=Content-Security-Policy]", "content")?;
    ensure(policy.starts_with("default-src 'none'; script-src 'sha256-"), || policy.clone())?;
    for weakness in ["'self'", "unsafe-inline", "'unsafe-eval'", "http", "*"] {
        ensure(!policy.contains(weakness), || format!("{weakness} in {policy}"))?;
    }
    let stored = page
        .session
        .run("return [localStorage.length, sessionStorage.length, document.cookie.length]", &[])?;
    assert_same("stored", stored, json!([0, 0, 0]))?;
    report_reload(page)
}
