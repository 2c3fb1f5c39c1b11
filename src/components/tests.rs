//! The markup of each kind of card, as snapshots, and what is printed around it. To accept a change: `INSTA_UPDATE=always cargo test`, then read the diff.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use yew::LocalServerRenderer;

use crate::{App, AppProps, Board, BoardProps, Card, CardProps, Sections, Shown, link};

/// What the app draws at an address.
fn page(query: &str) -> String {
    let view = shown(query);
    let card = markup::<Card>(CardProps::printed(view.clone()));
    let board = markup::<Board>(BoardProps::printed(view.clone()));
    [markup::<App>(AppProps { view }), board, card].concat()
}

fn shown(query: &str) -> Shown {
    let briefing = crate::briefing();
    Shown::of(briefing, &link::parse(briefing, query).selection)
}

fn markup<C: yew::BaseComponent>(props: C::Properties) -> String {
    let rendering = LocalServerRenderer::<C>::with_props(props).hydratable(false).render();
    match pin!(rendering).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(markup) => markup,
        Poll::Pending => panic!("a component waits for something"),
    }
}

/// The card in it, a tag a line.
fn card(query: &str) -> String {
    let card = markup::<Card>(CardProps::printed(shown(query))).replace("</article>", "");
    let breaks = [
        "<article",
        "<p",
        "<h",
        "<ul",
        "<ol",
        "<li",
        "<dl",
        "<div",
        "<section",
        "<details",
        "<summary",
        "<blockquote",
        "<span class=\"refs\"",
    ];
    breaks.iter().fold(card, |card, tag| card.replace(tag, &format!("\n{tag}")))
}

macro_rules! snapshots {
    ($($name:ident $query:literal)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(card($query));
        }
    )*};
}

snapshots! {
    overview "?date=2024-05-01"
    closed_pillar "?pillar=1&date=2024-05-01"
    open_pillar "?pillar=2&date=2022-04-05"
    technology "?technology=quantum"
    technology_without_public_work "?technology=cyber&date=2024-05-01"
    member "?partner=gbr&date=2022-04-05"
    prospective_partner "?partner=kor&date=2024-05-01"
    mentioned_country "?partner=chn"
    event "?event=2024-05-01-rok-aus-2plus2"
    expected_event "?event=2032-first-virginia"
    quotation "?statement=leaders-2021-09-15"
    paraphrase "?statement=campbell-2024-04-subs"
    person_misnamed_by_the_article "?person=shin-won-sik"
}

#[test]
fn every_address_has_one_card() {
    let queries = [
        "?",
        "?pillar=1",
        "?partner=kor",
        "?partner=nowhere",
        "?date=2021-09-15",
        "?technology=cyber&partner=usa",
    ];
    for query in queries {
        assert_eq!(page(query).matches("data-card=").count(), 1, "{query}");
    }
}

/// The places below the app that its links lead to, views apart.
fn targets(page: &str) -> Vec<&str> {
    let links = page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next());
    links.filter(|it| *it != "overview" && !it.contains('=') && !it.starts_with("map-")).collect()
}

fn ids(page: &str) -> Vec<&str> {
    page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

#[test]
fn every_reference_of_every_card_leads_somewhere() {
    let briefing = crate::briefing();
    let sections = markup::<Sections>(());
    let places = ids(&sections);
    let countries = briefing.countries.iter().map(|it| format!("?partner={}", it.id));
    let events = briefing.events.iter().map(|it| format!("?event={}", it.id));
    let statements = briefing.statements.iter().map(|it| format!("?statement={}", it.id));
    let people = briefing.people.iter().map(|it| format!("?person={}", it.id));
    for query in countries.chain(events).chain(statements).chain(people) {
        let page = page(&query);
        for target in targets(&page) {
            assert!(places.contains(&target), "{query} links to #{target}");
        }
    }
}

#[test]
fn the_printed_text_leaves_nothing_out() {
    let briefing = crate::briefing();
    let sections = markup::<Sections>(());
    let said = |text: &str| sections.contains(&*escaped(text));
    let texts = briefing.claims.iter().map(|it| it.text);
    let texts = texts.chain(briefing.events.iter().map(|it| it.summary));
    let texts = texts.chain(briefing.statements.iter().map(|it| it.text));
    let texts = texts.chain(briefing.corrections.iter().map(|it| it.record_says));
    let texts = texts.chain(briefing.people.iter().map(|it| it.role));
    let texts = texts.chain(briefing.limits.iter().map(|it| it.text));
    for text in texts.chain(briefing.sources.iter().map(|it| it.title)) {
        assert!(said(text), "not printed: {text}");
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn the_printed_links_lead_to_the_printed_text() {
    let sections = markup::<Sections>(());
    let places = ids(&sections);
    let mut once = places.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), places.len(), "an id stands twice");
    let overview = page("?");
    let views = |page: &str| -> Vec<String> {
        let links = page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next());
        links
            .filter(|it| it.contains('=') && !it.contains("date="))
            .map(|it| it.replace("&amp;", "&"))
            .collect()
    };
    let links = [views(&overview), views(&sections)].concat();
    assert!(links.len() > 300, "only {} links", links.len());
    for link in links {
        assert!(places.contains(&&*link), "no text of #{link}");
    }
}
