//! Cards: every kind opens, by address and by a link on the page; every statement in one leads to its source.

use crate::case::{Case, cases, js};
use browser_tests::page::{Page, part, strings};
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};

pub(crate) const CASES: &[Case] = cases![
    every_kind_opens,
    texts_are_shown_letter_by_letter.in_chromium(),
    a_long_list_is_whole_soon,
    every_statement_has_a_source.in_chromium(),
    outgoing_links_are_safe.in_chromium(),
    a_card_names_its_sources.in_chromium(),
    copies_are_not_linked.in_chromium(),
    a_card_leads_to_the_checks_of_the_article,
    a_card_leads_to_what_changed,
    a_card_follows_the_fold,
    an_event_sets_map_and_date,
];

/// A kind of card.
struct Kind {
    name: &'static str,
    query: &'static str,
    /// What a link on the page adds to it: that of an event sets the date.
    day: &'static str,
    card: &'static str,
    /// A page with a link to it, and the link.
    from: &'static str,
    link: &'static str,
}

const KINDS: [Kind; 9] = [
    Kind {
        name: "a pillar",
        query: "?pillar=2",
        day: "",
        card: "pillar-2",
        from: "",
        link: ".card [data-pillar=pillar-2]",
    },
    Kind {
        name: "a technology",
        query: "?technology=string",
        day: "",
        card: "tech-string",
        from: "?pillar=2",
        link: ".card [data-technology=tech-string]",
    },
    Kind {
        name: "a member",
        query: "?partner=nor",
        day: "",
        card: "nor",
        from: "",
        link: ".card [data-country=nor]",
    },
    Kind {
        name: "a prospective partner",
        query: "?partner=swe",
        day: "",
        card: "swe",
        from: "",
        link: ".card [data-country=swe]",
    },
    Kind {
        name: "a country that is mentioned",
        query: "?partner=fji",
        day: "",
        card: "fji",
        from: "",
        link: ".card [data-country=fji]",
    },
    Kind {
        name: "a tie",
        query: "?tie=nor-swe",
        day: "",
        card: "nor-swe",
        from: "?partner=swe",
        link: ".card [data-tie=nor-swe]",
    },
    Kind {
        name: "an event",
        query: "?event=2024-06-20-meeting",
        day: "&date=2024-06-20",
        card: "ev-2024-06-20-meeting",
        from: "?partner=swe",
        link: ".card [data-event=ev-2024-06-20-meeting]",
    },
    Kind {
        name: "a statement",
        query: "?statement=lund-2024-06-20",
        day: "",
        card: "st-lund-2024-06-20",
        from: "?partner=swe",
        link: ".card [data-statement=st-lund-2024-06-20]",
    },
    Kind {
        name: "a person",
        query: "?person=astrid-oe",
        day: "",
        card: "p-astrid-oe",
        from: "?partner=swe",
        link: ".card [data-person=p-astrid-oe]",
    },
];

fn every_kind_opens(page: &Page) -> Outcome {
    for kind in KINDS {
        opens(page, &kind).map_err(|error| format!("{}: {error}", kind.name))?;
    }
    Ok(())
}

fn opens(page: &Page, kind: &Kind) -> Outcome {
    page.open(kind.query)?;
    page.expect(kind.query, kind.card)?;
    let expected = page.shown()?;
    let heading = page.text(".answer h2")?;
    ensure(!heading.trim().is_empty(), || "its heading is empty".into())?;
    ensure(expected.title.starts_with(&heading), || {
        format!("the window's title {:?} does not begin with {heading:?}", expected.title)
    })?;
    assert_empty("the page complains", &page.problems()?)?;
    page.open(kind.from)?;
    unfold(page)?;
    page.click(kind.link)?;
    // A lens's link leads away from the card; any other opens its card in front of the same lens.
    let followed = [kind.query, kind.day].concat();
    page.expect(&followed, kind.card)?;
    let shown = page.shown()?;
    if kind.day.is_empty() {
        shown.same_as(&expected)?;
    } else {
        page.open(&followed)?;
        page.shown()?.same_as(&shown)?;
    }
    assert_empty("the page complains", &page.problems()?)
}

/// Opens every fold of the card.
fn unfold(page: &Page) -> Outcome {
    let script = "for (const it of document.querySelectorAll('.card details')) it.open = true";
    page.session.run(script, &[]).map(drop)
}

/// A link that opens an event shows everything as known on its day; from there a link leads to the latest, and Back to the
/// date that was chosen before.
fn an_event_sets_map_and_date(page: &Page) -> Outcome {
    let (event, card) = ("?event=2024-06-20-meeting", "ev-2024-06-20-meeting");
    let on_its_day = format!("{event}&date=2024-06-20");
    let chosen = "?partner=swe&date=2025-09-05";
    page.open(chosen)?;
    page.expect(chosen, "swe")?;
    unfold(page)?;
    page.click(&format!(".card [data-event={card}]"))?;
    page.expect(&on_its_day, card)?;
    page.click(".card [data-step=event]")?;
    page.expect(event, card)?;
    page.session.back()?;
    page.expect(&on_its_day, card)?;
    page.session.back()?;
    page.expect(chosen, "swe")?;
    // An address says its date itself.
    page.open(event)?;
    page.expect(event, card)?;
    assert_empty("the page complains", &page.problems()?)
}

/// What careless printing would break.
fn texts_are_shown_letter_by_letter(page: &Page) -> Outcome {
    for (query, text) in [
        ("?statement=lund-2024-06-20", "we’d hold the “other” end, if < 2 km long & dry"),
        ("?technology=string", "String & cord"),
        ("?technology=string", "Threads twisted until they are < 2 mm thick and hold a kite."),
        ("?person=astrid-oe", "Astrid Ø. Lund"),
    ] {
        page.open(query)?;
        let shown = page.shown()?.text;
        ensure(shown.contains(text), || format!("{query} shows no {text:?}, but {shown:?}"))?;
        let name = query.trim_start_matches('?');
        let printed = page.text(&format!("[id='{name}']"))?;
        ensure(printed.contains(text), || {
            format!("{query} is printed without {text:?}: {printed:?}")
        })?;
    }
    let titles = ["Yarn Act, §§ 1–9: strings < 2 km", "Sverige vill hålla i andra änden"];
    for (source, title) in [3, 5].into_iter().zip(titles) {
        let listed = page.text(&format!("#source-{source}"))?;
        ensure(listed.contains(title), || format!("source {source} is listed as {listed:?}"))?;
    }
    Ok(())
}

/// Fourteen balls of yarn are more than what is drawn at once.
fn a_long_list_is_whole_soon(page: &Page) -> Outcome {
    page.open("")?;
    page.choose("[data-pillar=pillar-2]")?;
    page.expect("?pillar=2", "pillar-2")?;
    let text = page.shown()?.text;
    let missing: Vec<String> = (1..=14)
        .map(|number| format!("Ball {number} of the shared yarn is "))
        .filter(|ball| text.matches(ball.as_str()).count() != 1)
        .collect();
    assert_empty("not on the card just once", &missing)
}

/// How many views are visited before the page is loaded anew: WebKit lets a page change its address 100 times in 10 s.
const VIEWS_A_LOAD: usize = 80;

/// Follows every link from card to card, and returns the views that are reached so and the checks that cards link to.
pub(crate) fn visit_every_view(page: &Page) -> Outcome<(Vec<String>, Vec<String>)> {
    let mut found = json!({ "known": [""], "visited": 0, "wrong": [], "checks": [] });
    let count = |found: &Value| part(found, "/known").as_array().map_or(0, Vec::len);
    while part(&found, "/visited") != &json!(count(&found)) {
        page.open("")?;
        found = page.session.call_async(js!("visit"), &[found, json!(VIEWS_A_LOAD)])?;
    }
    assert_empty("cards that are not as they should be", &strings(part(&found, "/wrong"))?)?;
    let sorted = |list: &str| -> Outcome<Vec<String>> {
        let mut list = strings(part(&found, list))?;
        list.sort();
        Ok(list)
    };
    Ok((sorted("/known")?, sorted("/checks")?))
}

/// Whether a view is that of a period, a comparison or a step of the story, which no file of the content lists.
pub(crate) fn is_of_tool(view: &str) -> bool {
    ["?from=", "?compare=", "?story="].iter().any(|it| view.starts_with(it))
}

fn every_statement_has_a_source(page: &Page) -> Outcome {
    let (mut views, checks) = visit_every_view(page)?;
    for tool in ["?from=", "?compare=", "?story="] {
        let is_visited = views.iter().any(|it| it.starts_with(tool));
        ensure(is_visited, || format!("no view of {tool} is reached"))?;
    }
    views.retain(|it| !is_of_tool(it));
    // The overview, the areas with three cells, and what is in each file of the sample.
    assert_same("views", views.len(), 1 + (1 + 3) + 2 + 2 + 4 + 3 + 9 + 4 + 2)?;
    assert_same("checks that cards link to", checks, ["cor-colour", "cor-length", "cor-name"])
}

fn outgoing_links_are_safe(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    let outgoing = page.attributes("#sources a[href^='https:']", "href")?;
    assert_same("sources with links", outgoing.len(), 11)?;
    let charter = "https://kites.example/charter?part=1&page=2".to_owned();
    ensure(outgoing.contains(&charter), || format!("{charter} is not among {outgoing:?}"))?;
    assert_empty("unsafe links", &page.call_list(js!("unsafe_links"), &[])?)
}

/// A card says of each of its sources what the list of all says.
fn a_card_names_its_sources(page: &Page) -> Outcome {
    for (query, card) in
        [("", "overview"), ("?partner=swe", "swe"), ("?technology=string", "tech-string")]
    {
        page.open(query)?;
        page.expect(query, card)?;
        page.click("[data-footnotes] summary")?;
        page.wait(
            "the sources",
            "return document.querySelector('[data-footnotes] cite') !== null",
        )?;
        let unnamed = page.call_list(js!("unnamed_sources"), &[])?;
        assert_empty(&format!("sources of {query:?} that are not named"), &unnamed)?;
    }
    Ok(())
}

/// Neither is the article that the briefing began from, which came without an address.
fn copies_are_not_linked(page: &Page) -> Outcome {
    page.open("")?;
    let unlinked = page.attributes("#sources li:not(:has(a[href]))", "id")?;
    assert_same("sources without a link", unlinked, ["source-1", "source-6"])?;
    let said = page.text("#source-6")?;
    ensure(said.contains("not linked"), || format!("the copy is listed as {said:?}"))
}

fn a_card_leads_to_the_checks_of_the_article(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    page.click(".card details:has(.card-checks) summary")?;
    page.click(".card-checks a[href='#cor-name']")?;
    page.wait("the check", "return document.querySelector(':target')?.id === 'cor-name'")?;
    page.wait_for("the check to be in view", js!("is_in_view"), &[json!("#cor-name")])?;
    // The card stays open behind the fragment.
    page.expect("?partner=swe", "swe")
}

/// A card that is opened from far below brings itself into view.
fn a_card_leads_to_what_changed(page: &Page) -> Outcome {
    let is_whole = "return document.querySelector('.card:not([aria-busy]) > .changed') !== null";
    page.open("?partner=fji")?;
    page.wait("the whole card", is_whole)?;
    assert_same("links where nothing changed", page.count(".card > .changed a")?, 0)?;
    page.open("?partner=swe")?;
    page.wait("the whole card", is_whole)?;
    assert_same("the link", page.text(".card > .changed a")?, "Changed since edition 6")?;
    page.click(".card > .changed a")?;
    let is_there = "return document.querySelector('#changes #change-2:target') !== null";
    page.wait("the change", is_there)?;
    page.expect("?partner=swe", "swe")?;
    // Another card has a line of its own.
    page.open("?technology=knots")?;
    page.wait("the whole card", is_whole)?;
    let href = page.attribute(".card > .changed a", "href")?;
    assert_same("the link of another card", href, "#change-3")
}

fn a_card_follows_the_fold(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    page.click(".card [data-person=p-astrid-oe]")?;
    page.expect("?person=astrid-oe", "p-astrid-oe")?;
    page.wait_for("the card's heading to be in view", js!("is_in_view"), &[json!(".answer h2")])?;
    let focused = page.attributes(":focus", "id")?;
    assert_same("the focused element", focused, vec!["card-title"])
}
