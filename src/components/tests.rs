//! The markup of each kind of card of the sample, as snapshots, and what is prerendered around it. To accept a change:
//! `INSTA_UPDATE=always cargo test --workspace --exclude browser-tests`, then read the diff.

mod editors;
mod frozen;
mod many_columns;
mod sources;

use std::path::Path;
use std::pin::pin;
use std::sync::OnceLock;
use std::task::{Context, Poll, Waker};

use explorer::view::{DataAttribute, Link};
use explorer::{Briefing, address};
use model::{EntityId, EntityKind};
use text::{Changes, Contact, PrintCatalogue};
use yew::LocalServerRenderer;
use yew::prelude::*;

use super::{Card, CardProps, LinkAttributes, Sections, Time, TimeProps};
use crate::board::{Board, BoardProps};
use crate::print::{Print, PrintProps, PrintedEdition};
use crate::{App, AppProps, Snapshot};

/// A briefing with what is printed of it.
type Kept = (Briefing, PrintCatalogue, Option<Changes>);

/// The made-up briefing of `tests/content`.
fn sample() -> Print {
    static SAMPLE: OnceLock<Kept> = OnceLock::new();
    print(SAMPLE.get_or_init(|| kept("tests/content")))
}

/// The briefing of `assets/content`.
fn real() -> Print {
    static REAL: OnceLock<Kept> = OnceLock::new();
    print(REAL.get_or_init(|| kept("assets/content")))
}

/// The briefing of a folder.
fn kept(folder: &str) -> Kept {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let compiled = compile::compile(&project.join(folder), project).unwrap();
    let briefing = Briefing::new(compiled.model, compiled.text).unwrap();
    (briefing, compiled.print_text, compiled.changes)
}

fn print((briefing, text, changes): &'static Kept) -> Print {
    Print { briefing, text, edition: PrintedEdition::default(), changes: changes.as_ref() }
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

/// What is printed below the app.
fn sections(print: Print) -> String {
    markup::<Sections>(PrintProps { print })
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
        "<sup",
        "<tr",
        "<th",
        "<td",
    ];
    breaks.iter().fold(card, |card, tag| card.replace(tag, &format!("\n{tag}")))
}

/// The timeline, a tag a line.
fn timeline(query: &str) -> String {
    let timeline = markup::<Time>(TimeProps::prerendered(snapshot(query)));
    let breaks =
        ["<a", "<svg", "<foreignObject", "<line", "<div class=\"timeline-row", "<li", "<details"];
    breaks.iter().fold(timeline, |it, tag| it.replace(tag, &format!("\n{tag}")))
}

#[test]
fn the_timeline_of_a_country_on_a_date() {
    insta::assert_snapshot!(timeline("?partner=swe&date=2024-06-20"));
}

#[test]
fn the_timeline_at_the_latest() {
    insta::assert_snapshot!(timeline(""));
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
    compared "?compare=swe,nor"
    compared_before_there_was_a_partner "?compare=swe,nor&date=2021-03-01"
    chosen_to_be_compared "?compare=swe"
    areas "?view=areas"
    areas_with_an_opened_cell "?view=areas&technology=string&partner=swe"
    areas_before_there_was_work "?view=areas&technology=knots&partner=swe&date=2021-03-01"
    what_changed "?from=2024-01-01&date=2024-12-31"
    nothing_changed "?from=2021-09-01&date=2021-09-02"
    technology "?technology=string"
    technology_without_public_work "?technology=knots&date=2024-06-20"
    member "?partner=nor&date=2024-06-20"
    prospective_partner "?partner=swe"
    mentioned_country "?partner=fji"
    tie "?tie=nor-swe"
    event "?event=2024-06-20-meeting"
    event_on_its_day "?event=2024-06-20-meeting&date=2024-06-20"
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
    let sections = sections(sample());
    for query in addresses() {
        let page = page(&query);
        let places = [&sections, &page, include_str!("../../index.html")].map(ids).concat();
        for target in targets(&page) {
            assert!(places.contains(&target), "{query} links to #{target}");
        }
    }
}

/// The markup without the links of the words that are explained.
fn without_terms(markup: &str) -> String {
    let (mut text, mut rest) = (String::new(), markup);
    while let Some((before, after)) = rest.split_once(" class=\"term\">") {
        let (word, after) = after.split_once("</a>").unwrap();
        text.extend([before.rsplit_once("<a ").unwrap().0, word]);
        rest = after;
    }
    text + rest
}

#[test]
fn the_printed_text_leaves_nothing_out() {
    let sections = without_terms(&sections(sample()));
    let Print { briefing: Briefing { text, .. }, text: print_text, .. } = sample();
    let mut texts: Vec<&String> = Vec::new();
    for it in &text.pillars {
        texts.extend([&it.name, &it.subject, &it.access_summary]);
    }
    for it in &text.countries {
        texts.extend([&it.name, &it.summary]);
        texts.extend(it.note.iter().chain(&it.reasons_for).chain(&it.reasons_against));
        texts.extend(it.statuses.iter().filter_map(|it| it.note.as_ref()));
    }
    for it in &text.technologies {
        texts.extend([&it.name, &it.explanation]);
        texts.extend(&it.gap);
    }
    for it in &text.events {
        texts.extend([&it.title, &it.summary].into_iter().chain(&it.note));
    }
    for it in &text.statements {
        texts.extend([&it.speaker, &it.place, &it.text].into_iter().chain(&it.note));
    }
    for it in &text.people {
        texts.extend([&it.name, &it.role].into_iter().chain(&it.note));
    }
    for it in &text.claims {
        texts.extend(Some(&it.text).into_iter().chain(&it.note));
    }
    for it in &print_text.sources {
        texts.extend(Some(&it.title).into_iter().chain(&it.url).chain(&it.note));
    }
    for it in &print_text.checks {
        texts.extend(it.quotes.iter().chain(&it.article_says).chain([&it.explanation]));
    }
    for it in &print_text.article_terms {
        texts.extend(it.terms.iter().chain([&it.note]));
    }
    for it in &print_text.glossary {
        texts.extend([&it.term, &it.gloss]);
    }
    let about = &print_text.about;
    texts.extend([&about.makers, &about.errors, &about.licence].into_iter().chain(&about.method));
    texts.extend(text.records.iter().chain(&text.limits).chain(&text.publishers));
    for text in texts {
        assert!(sections.contains(&*escaped(text)), "not printed: {text}");
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What is in the section with this id.
fn section<'a>(sections: &'a str, id: &str) -> &'a str {
    let (_, rest) = sections.split_once(&format!(" id=\"{id}\"")).unwrap();
    rest.split("</section>").next().unwrap()
}

#[test]
fn the_glossary_is_a_list_of_places() {
    let sections = sections(sample());
    let list = section(&sections, "glossary").split_once("<dl>").unwrap().1;
    let terms: Vec<&str> = list.split("</div>").collect();
    let [accord, yarn, "</dl>"] = *terms.as_slice() else { panic!("{terms:?}") };
    assert_eq!(
        accord,
        "<div id=\"g-kite-accord\" tabindex=\"-1\"><dt>kite accord</dt>\
         <dd>What Norway and Peru founded in 2021. <span class=\"refs\">[<a href=\"#source-2\">2</a>]</span></dd>"
    );
    assert!(yarn.ends_with("</dd>") && !yarn.contains("refs"), "{yarn}");
}

#[test]
fn errors_go_to_the_contact_or_else_to_the_publisher() {
    let printed = |contact: &str| {
        let Print { briefing, text, .. } = sample();
        let mut text = text.clone();
        text.about.contact = Contact::parse(contact);
        let print = Print { briefing, text: Box::leak(Box::new(text)), ..sample() };
        section(&markup::<Sections>(PrintProps { print }), "about").to_owned()
    };
    let nobody = sample().messages().about_no_contact();
    assert!(printed("").contains(nobody));
    let known = printed("a@example.org");
    assert!(
        known.contains(">a@example.org</a>") && known.contains("href=\"mailto:a@example.org\"")
    );
    assert!(!known.contains(nobody));
}

#[test]
fn without_terms_there_is_no_glossary() {
    let Print { briefing, text, .. } = sample();
    let mut briefing = briefing.clone();
    briefing.model.terms.clear();
    briefing.text.terms.clear();
    let text = PrintCatalogue { glossary: Vec::new(), ..text.clone() };
    let (briefing, text) = (Box::leak(Box::new(briefing)), Box::leak(Box::new(text)));
    let print = Print { briefing, text, ..sample() };
    assert!(!markup::<Sections>(PrintProps { print }).contains("glossary"));
}

#[test]
fn the_printed_links_lead_to_the_printed_text() {
    let sections = sections(sample());
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
            // What a tool shows has no text, and the way to it is not shown without script.
            .filter(|it| !it.starts_with("from=") && !it.starts_with("compare="))
            .map(|it| it.replace("&amp;", "&"))
            .collect()
    };
    let links = [views(&overview), views(&sections)].concat();
    assert!(links.len() > 20, "only {} links", links.len());
    for link in links {
        assert!(places.contains(&&*link), "no text of #{link}");
    }
}

/// The section of what changed, from its beginning to that of the next.
fn changes_of(sections: &str) -> &str {
    let rest = &sections[sections.find("id=\"changes\"").unwrap()..];
    &rest[..rest.find("</section>").unwrap()]
}

#[test]
fn what_changed_is_said_with_its_reason_and_corrections_first() {
    let sections = sections(sample());
    let changes = changes_of(&sections);
    let place = |part: &str| changes.find(part).unwrap_or_else(|| panic!("{part} in {changes}"));
    let parts = [
        "What changed since edition 6</h2>",
        "<div id=\"corrections\" tabindex=\"-1\"><h3>Corrections</h3>",
        "<li id=\"change-1\" tabindex=\"-1\" data-change=\"correction\"><p>Edition 6 said: the accord was founded on 2 March 2021; the record says: its charter was signed on 1 March 2021.</p><p>2 March was the day of the first report.</p>",
        "<span>Before:</span> Norway and Peru founded the kite accord on 2 March 2021.",
        "<span>Now:</span> Norway and Peru founded the kite accord on 1 March 2021.",
        "<span>Before:</span> 2 March 2021",
        "<span>Withdrawn:</span> Sweden flies a kite of its own.",
        "<h3>Updates</h3>",
        "Sweden took part in a trial, &lt; 2 km &amp; dry.",
        "data-change=\"wording\"><p>Rain comes first.</p>",
        "data-change=\"structure\"><p>The balls of yarn",
        "<h3>New</h3>",
        "In March 2026 the yearbook still calls Sweden a guest of both members.",
        "#event=2025-09-05-trial",
        "#source-",
    ];
    assert!(parts.map(place).is_sorted(), "{changes}");
}

#[test]
fn a_card_leads_to_what_changed_on_it() {
    let sections = sections(sample());
    for (card, number) in [("nor", 1), ("swe", 2), ("tech-knots", 3)] {
        let link = format!(
            "<p id=\"changed-{card}\" class=\"changed\"><a href=\"#change-{number}\">Changed since edition 6</a></p>"
        );
        assert!(sections.contains(&link), "{link} in {sections}");
    }
    assert!(
        !sections.contains("id=\"changed-fji\"") && !sections.contains("id=\"changed-overview\"")
    );
}

#[test]
fn without_an_edition_before_nothing_has_changed() {
    let print = Print { changes: None, ..sample() };
    let sections = markup::<Sections>(PrintProps { print });
    let header = markup::<super::Header>(super::HeaderProps { print, pinned: None });
    assert!(!sections.contains("#change") && !sections.contains("\"change"), "{sections}");
    assert!(!header.contains("#changes"), "{header}");
}
