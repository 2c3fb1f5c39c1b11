//! The markup of each kind of card of the sample, as snapshots, and what is prerendered around it. To accept a change:
//! `INSTA_UPDATE=always cargo test --workspace --exclude browser-tests`, then read the diff.

use std::pin::pin;
use std::sync::OnceLock;
use std::task::{Context, Poll, Waker};

use explorer::view::{DataAttribute, Link};
use explorer::{Briefing, address};
use model::{EntityId, EntityKind};
use text::PrintCatalogue;
use yew::LocalServerRenderer;
use yew::prelude::*;

use super::{Card, CardProps, LinkAttributes, Sections};
use crate::board::{Board, BoardProps};
use crate::print::{Print, PrintProps};
use crate::{App, AppProps, Snapshot};

/// The made-up briefing of `tests/content`.
fn sample() -> Print {
    static SAMPLE: OnceLock<(Briefing, PrintCatalogue)> = OnceLock::new();
    let (briefing, text) = SAMPLE.get_or_init(|| {
        let compiled = compile::sample().unwrap();
        (Briefing::new(compiled.model, compiled.text).unwrap(), compiled.print_text)
    });
    Print { briefing, text }
}

/// What the app draws at an address.
fn page(query: &str) -> String {
    let snapshot = snapshot(query);
    let card = markup::<Card>(CardProps::prerendered(snapshot.clone()));
    let board = markup::<Board>(BoardProps::prerendered(snapshot.clone()));
    [markup::<App>(AppProps { snapshot }), board, card].concat()
}

fn snapshot(query: &str) -> Snapshot {
    let briefing = sample().briefing;
    Snapshot::of(briefing, &address::parse(briefing, query).selection)
}

fn sections() -> String {
    markup::<Sections>(PrintProps { print: sample() })
}

fn markup<C: BaseComponent>(props: C::Properties) -> String {
    let rendering = LocalServerRenderer::<C>::with_props(props).hydratable(false).render();
    match pin!(rendering).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(markup) => markup,
        Poll::Pending => panic!("a component waits for something"),
    }
}

/// The card in it, a tag a line.
fn card(query: &str) -> String {
    let card = markup::<Card>(CardProps::prerendered(snapshot(query))).replace("</article>", "");
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
    overview "?date=2024-06-20"
    closed_pillar "?pillar=1&date=2024-06-20"
    open_pillar "?pillar=2&date=2022-12-31"
    technology "?technology=string"
    technology_without_public_work "?technology=knots&date=2024-06-20"
    member "?partner=nor&date=2024-06-20"
    prospective_partner "?partner=swe"
    mentioned_country "?partner=fji"
    tie "?tie=nor-swe"
    event "?event=2024-06-20-meeting"
    expected_event "?event=2030-third-kite"
    quotation "?statement=lund-2024-06-20"
    paraphrase "?statement=garcia-2025"
    person_misnamed_by_the_article "?person=astrid-oe"
}

#[test]
fn every_address_has_one_card() {
    let queries = [
        "?",
        "?pillar=1",
        "?partner=swe",
        "?partner=nowhere",
        "?date=2021-03-01",
        "?technology=knots&partner=per",
    ];
    for query in queries {
        assert_eq!(page(query).matches("data-card=").count(), 1, "{query}");
    }
}

#[derive(PartialEq, Properties)]
struct LinkProps {
    kind: usize,
}

/// A link that selects an entry of a kind.
#[component]
fn SomeLink(props: &LinkProps) -> Html {
    let kind = EntityKind::ALL[props.kind];
    let link = Link {
        href: "#x".to_owned(),
        attribute: DataAttribute::Entity(kind, "some-id"),
        is_current: false,
    };
    LinkAttributes::default().draw(&link, Html::default())
}

#[test]
fn a_link_has_the_attribute_of_its_kind_and_of_no_other() {
    for (index, kind) in EntityKind::ALL.iter().enumerate() {
        let link = markup::<SomeLink>(LinkProps { kind: index });
        assert!(link.contains(&format!("{}=\"some-id\"", kind.attribute())), "{link}");
        assert_eq!(link.matches("data-").count(), 1, "{link}");
    }
}

/// The addresses of every entry of the sample.
fn addresses() -> impl Iterator<Item = String> {
    let model = &sample().briefing.model;
    let all = EntityKind::ALL.into_iter().flat_map(|kind| EntityId::all(kind, model));
    all.map(|it| address::print(model, &explorer::Selection::default().showing(it)))
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
    let sections = sections();
    let places = ids(&sections);
    for query in addresses() {
        let page = page(&query);
        for target in targets(&page) {
            assert!(places.contains(&target), "{query} links to #{target}");
        }
    }
}

#[test]
fn the_printed_text_leaves_nothing_out() {
    let sections = sections();
    let Print { briefing: Briefing { text, .. }, text: print_text } = sample();
    let mut texts: Vec<&String> = Vec::new();
    for it in &text.pillars {
        texts.extend([&it.name, &it.subject, &it.access_summary]);
    }
    for it in &text.countries {
        texts.extend([&it.name, &it.summary]);
        texts.extend(it.note.iter().chain(&it.confirmed));
        texts.extend(it.status_notes.iter().flatten());
    }
    for it in &text.technologies {
        texts.extend([&it.name, &it.explanation, &it.article_note]);
        texts.extend(it.gap.iter().chain(&it.article_terms));
    }
    for it in &text.events {
        texts.extend([&it.title, &it.summary].into_iter().chain(&it.note));
    }
    for it in &text.statements {
        texts.extend([&it.speaker, &it.place, &it.text].into_iter().chain(&it.note));
    }
    for it in &text.people {
        texts.extend([&it.name, &it.role].into_iter().chain(&it.article_name).chain(&it.note));
    }
    for it in &text.claims {
        texts.extend(Some(&it.text).into_iter().chain(&it.note));
    }
    for it in &print_text.sources {
        texts.extend(Some(&it.title).into_iter().chain(&it.url).chain(&it.note));
    }
    for it in &print_text.corrections {
        texts.extend([&it.article_says, &it.explanation]);
    }
    texts.extend(text.records.iter().chain(&text.limits).chain(&text.publishers));
    for text in texts {
        assert!(sections.contains(&*escaped(text)), "not printed: {text}");
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[test]
fn the_printed_links_lead_to_the_printed_text() {
    let sections = sections();
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
    assert!(links.len() > 20, "only {} links", links.len());
    for link in links {
        assert!(places.contains(&&*link), "no text of #{link}");
    }
}
