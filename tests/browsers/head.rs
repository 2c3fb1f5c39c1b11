//! The head of the page: what browsers, search engines and social networks find there is right, and leads somewhere.

use crate::case::{Case, cases};
use browser_tests::page::Page;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::Value;

pub(crate) const CASES: &[Case] = cases![
    the_head_says_what_the_page_is.in_chromium(),
    the_head_leads_somewhere.in_chromium(),
    the_head_is_of_one_address.in_chromium(),
];

const LINKED_DATA: &str = "script[type='application/ld+json']";

fn meta(page: &Page, name: &str) -> Outcome<Vec<String>> {
    page.attributes(&format!("meta[name='{name}'], meta[property='{name}']"), "content")
}

fn the_head_says_what_the_page_is(page: &Page) -> Outcome {
    page.open("")?;
    let title = page.text("title")?;
    ensure(!title.is_empty(), || "the page has no title".into())?;
    assert_same("languages", page.attributes("html", "lang")?, ["en"])?;
    assert_same("titles for social networks", meta(page, "og:title")?, [&*title])?;
    let described = meta(page, "description")?;
    ensure(described.iter().all(|it| it.len() > 50), || format!("{described:?} is too short"))?;
    assert_same("descriptions", meta(page, "og:description")?, described)?;
    assert_same("colours of the window", meta(page, "theme-color")?.len(), 2)?;
    let data: Value = serde_json::from_str(&page.text(LINKED_DATA)?)?;
    let part = |name: &str| data.get(name).cloned().unwrap_or_default();
    assert_same("type", part("@type"), "Article")?;
    assert_same("headline", part("headline"), &*title)?;
    let is_filled = part("citation").as_array().is_some_and(|it| !it.is_empty());
    ensure(is_filled, || "the linked data has no citation".into())
}

/// What the head names beside the page is there.
fn the_head_leads_somewhere(page: &Page) -> Outcome {
    page.open("")?;
    let mut named = page.attributes("link[href]", "href")?;
    named.extend(page.attributes("meta[content]", "content")?.into_iter().filter(|it| {
        let start = it.split(' ').next().unwrap_or_default();
        start.starts_with(['.', '/'])
    }));
    named.retain(|it| !it.contains("://") && !it.starts_with("data:"));
    ensure(!named.is_empty(), || "the head names nothing".into())?;
    let folder = page.folder;
    named.retain(|it| !folder.join(it.trim_start_matches("./")).is_file());
    assert_empty("named, but not there", &named)
}

/// Where the page's address is known, everything is told of that one; where not, nothing is told of any.
fn the_head_is_of_one_address(page: &Page) -> Outcome {
    page.open("")?;
    let canonical = page.attributes("link[rel=canonical]", "href")?;
    let mut named = [meta(page, "og:image")?, meta(page, "twitter:image")?].concat();
    named.extend(page.attributes("link[type='application/json+oembed']", "href")?);
    assert_same("addresses for social networks", meta(page, "og:url")?, &*canonical)?;
    let Some(address) = canonical.first() else {
        return assert_empty("addresses although that of the page is not known", &named);
    };
    assert_same("addresses in the head", named.len(), 3)?;
    let folder = page.folder;
    let is_there =
        |it: &String| it.strip_prefix(&**address).is_some_and(|name| folder.join(name).is_file());
    named.retain(|it| !is_there(it));
    assert_empty("named, but not there", &named)
}
