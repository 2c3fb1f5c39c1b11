//! The page under the headers that it asks of its server, and in hosts that take in only what agrees to it (COEP).

use crate::case::{Case, cases};
use crate::embed::{FRAME, expect_in_frame, in_frame};
use browser_tests::engine::Engine;
use browser_tests::headers::{self, Rules};
use browser_tests::page::Page;
use browser_tests::site::{Answer, Site, response};
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![
    the_page_works_under_its_own_headers,
    a_host_under_coep_embeds_the_briefing,
    a_host_under_coep_is_led_on,
    a_host_under_coep_refuses_a_server_without_headers,
];

/// What a host with COEP may say.
const POLICIES: [&str; 2] = ["require-corp", "credentialless"];

/// The embeds of a host, each as the README has it, of the briefing at an address.
const EMBEDS: [&str; 2] = [
    "<aukus-briefing src='{home}/aukus-briefing.html' partner='swe'></aukus-briefing><script src='{home}/embed.js' async></script>",
    "<iframe src='{home}/aukus-briefing.html#partner=swe' title='AUKUS briefing' sandbox='allow-scripts allow-popups allow-popups-to-escape-sandbox'></iframe>",
];

fn the_page_works_under_its_own_headers(page: &Page) -> Outcome {
    let site = headers::serve(page.folder)?;
    let page = Page { site: &site, ..*page };
    page.open("?partner=swe")?;
    page.click(".map-marker[data-country=nor]")?;
    page.expect("?partner=nor", "nor")?;
    page.click(".embed-open")?;
    expect_in_frame(&page, ".embed-stage iframe", "nor")?;
    assert_empty("the page complains", &page.problems()?)?;
    page.session.go(&format!("{}/aukus-briefing.html#partner=swe", site.origin()))?;
    page.wait_until_ready()?;
    assert_same("the one file's card", page.attribute("[data-card]", "data-card")?, "swe")?;
    assert_empty("the one file complains", &page.problems()?)
}

/// A host with COEP on a name of its own, with an embed of the briefing at `home` in it.
fn host(policy: &'static str, embed: &str, home: &str) -> Outcome<String> {
    let embed = embed.replace("{home}", home);
    let body =
        format!("<!doctype html><html lang=en><meta charset=utf-8><title>Host</title>{embed}");
    let isolated = [
        ("Cross-Origin-Embedder-Policy".to_owned(), policy.to_owned()),
        ("Cross-Origin-Opener-Policy".to_owned(), "same-origin".to_owned()),
    ];
    let host = Site::serve_with(move |_| Answer {
        headers: isolated.to_vec(),
        ..Answer::plain("200 OK", "text/html; charset=utf-8", body.clone().into())
    })?;
    Ok(host.origin().replace("127.0.0.1", "localhost"))
}

/// Opens a host with COEP; fails if the browser knows the policy and does not heed it.
fn open_host(page: &Page, policy: &'static str, embed: &str, home: &str) -> Outcome {
    page.session.go(&host(policy, embed, home)?)?;
    let is_isolated = page.session.run("return self.crossOriginIsolated", &[])?;
    assert_same(&format!("isolated by {policy}"), is_isolated, json!(heeds(page.engine, policy)))
}

/// Whether an engine knows a policy: WebKit does not know `credentialless`.
fn heeds(engine: Engine, policy: &str) -> bool {
    policy == "require-corp" || engine != Engine::Webkit
}

fn a_host_under_coep_embeds_the_briefing(page: &Page) -> Outcome {
    let site = headers::serve(page.folder)?;
    for policy in POLICIES {
        for embed in EMBEDS {
            open_host(page, policy, embed, site.origin())?;
            expect_in_frame(page, FRAME, "swe").map_err(|it| format!("{policy}, {embed}: {it}"))?;
        }
    }
    Ok(())
}

/// Cloudflare Pages answers a name with `.html` by leading to the one without.
fn a_host_under_coep_is_led_on(page: &Page) -> Outcome {
    let (folder, rules) = (page.folder.to_owned(), Rules::read(page.folder)?);
    let site = Site::serve_with(move |path| {
        let mut headers = rules.of(path);
        if path == "/aukus-briefing.html" {
            headers.push(("Location".to_owned(), "/aukus-briefing".to_owned()));
            return Answer {
                headers,
                ..Answer::plain("308 Permanent Redirect", "text/html", Vec::new())
            };
        }
        let file = if path == "/aukus-briefing" { "/aukus-briefing.html" } else { path };
        Answer { headers, ..response(file, &folder) }
    })?;
    let [_, embed] = EMBEDS;
    open_host(page, "require-corp", embed, site.origin())?;
    expect_in_frame(page, FRAME, "swe")
}

/// What the headers are for: without them the same hosts show nothing.
fn a_host_under_coep_refuses_a_server_without_headers(page: &Page) -> Outcome {
    for policy in POLICIES.into_iter().filter(|it| heeds(page.engine, it)) {
        let [_, embed] = EMBEDS;
        let site = Site::serve(page.folder)?;
        open_host(page, policy, embed, site.origin())?;
        // A host is loaded once its frames are, or are refused, and the briefing has a card before any script runs.
        page.wait("the host to be loaded", "return document.readyState === 'complete'")?;
        let is_asked = site.take_requests().iter().any(|it| it.path == "/aukus-briefing.html");
        ensure(is_asked, || format!("under {policy} the frame was never asked for"))?;
        let is_there = "() => document.querySelector('[data-card]') !== null";
        let is_there = in_frame(page, FRAME, is_there, &[])?;
        ensure(is_there == json!(false), || format!("under {policy} it is shown all the same"))?;
    }
    Ok(())
}
