//! The markup of each kind of card, as snapshots. To accept a change: `INSTA_UPDATE=always cargo test`, then read the diff.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use yew::LocalServerRenderer;

use crate::{App, AppProps};

/// The page at an address.
fn page(query: &'static str) -> String {
    let renderer = LocalServerRenderer::<App>::with_props(AppProps { query: query.into() });
    let rendering = renderer.hydratable(false).render();
    match pin!(rendering).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(markup) => markup,
        Poll::Pending => panic!("a component waits for something"),
    }
}

/// The card in it, a tag a line.
fn card(query: &'static str) -> String {
    let page = page(query);
    let start = page.find("<article").expect("a card");
    let end = page.find("</article>").expect("an end of it");
    let card = page[start..end].replace("<article", "\n<article");
    let breaks = [
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
fn every_address_has_one_card_one_title_and_its_sources() {
    let briefing = crate::briefing().unwrap();
    let queries = [
        "?",
        "?pillar=1",
        "?partner=kor",
        "?partner=nowhere",
        "?date=2021-09-15",
        "?technology=cyber&partner=usa",
    ];
    for query in queries {
        let page = page(query);
        assert_eq!(page.matches("data-card=").count(), 1, "{query}");
        assert_eq!(page.matches("<h1").count(), 1, "{query}");
        assert_eq!(page.matches("<li id=\"source-").count(), briefing.sources.len(), "{query}");
    }
}

#[test]
fn every_reference_of_every_card_leads_somewhere() {
    let briefing = crate::briefing().unwrap();
    let countries = briefing.countries.iter().map(|it| format!("?partner={}", it.id));
    let events = briefing.events.iter().map(|it| format!("?event={}", it.id));
    let statements = briefing.statements.iter().map(|it| format!("?statement={}", it.id));
    let people = briefing.people.iter().map(|it| format!("?person={}", it.id));
    for query in countries.chain(events).chain(statements).chain(people) {
        let page = page(query.clone().leak());
        for target in page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()) {
            let is_drawing = target.starts_with("map-");
            assert!(
                is_drawing || page.contains(&format!("id=\"{target}\"")),
                "{query} links to #{target}"
            );
        }
    }
}
