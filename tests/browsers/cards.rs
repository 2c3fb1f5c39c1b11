//! Cards: every kind opens, by address and by a link on the page; every statement in one leads to its source.

use crate::case::{Case, cases};
use browser_tests::page::{Page, part, strings};
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};

pub(crate) const CASES: &[Case] = cases![
    every_kind_opens,
    every_statement_has_a_source,
    outgoing_links_are_safe,
    a_card_names_its_sources,
    copies_are_not_linked,
    corrected_claims_lead_to_their_corrections,
    a_card_follows_the_fold,
];

/// A kind of card.
struct Kind {
    name: &'static str,
    query: &'static str,
    card: &'static str,
    /// A page with a link to it, and the link.
    from: &'static str,
    link: &'static str,
}

const KINDS: [Kind; 8] = [
    Kind {
        name: "a pillar",
        query: "?pillar=2",
        card: "pillar-2",
        from: "",
        link: ".card [data-pillar=pillar-2]",
    },
    Kind {
        name: "a technology",
        query: "?technology=quantum",
        card: "tech-quantum",
        from: "?pillar=2",
        link: ".lenses [data-technology=tech-quantum]",
    },
    Kind {
        name: "a member",
        query: "?partner=aus",
        card: "aus",
        from: "",
        link: ".card [data-country=aus]",
    },
    Kind {
        name: "a prospective partner",
        query: "?partner=kor",
        card: "kor",
        from: "",
        link: ".card [data-country=kor]",
    },
    Kind {
        name: "a country that is mentioned",
        query: "?partner=chn",
        card: "chn",
        from: "",
        link: ".partners [data-country=chn]",
    },
    Kind {
        name: "an event",
        query: "?event=2024-05-01-rok-aus-2plus2",
        card: "ev-2024-05-01-rok-aus-2plus2",
        from: "?partner=kor",
        link: ".card [data-event=ev-2024-05-01-rok-aus-2plus2]",
    },
    Kind {
        name: "a statement",
        query: "?statement=shin-2024-05-01-welcome",
        card: "st-shin-2024-05-01-welcome",
        from: "?partner=kor",
        link: ".card [data-statement=st-shin-2024-05-01-welcome]",
    },
    Kind {
        name: "a person",
        query: "?person=shin-won-sik",
        card: "p-shin-won-sik",
        from: "?partner=kor",
        link: ".card [data-person=p-shin-won-sik]",
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
    let heading = page.text(".card h2")?;
    ensure(!heading.trim().is_empty(), || "its heading is empty".into())?;
    ensure(expected.title.starts_with(&heading), || {
        format!("the window's title {:?} does not begin with {heading:?}", expected.title)
    })?;
    assert_empty("the page complains", &page.problems()?)?;
    page.open(kind.from)?;
    page.click(kind.link)?;
    // A lens's link leads away from the card; any other opens its card in front of the same lens.
    page.expect(kind.query, kind.card)?;
    page.shown()?.same_as(&expected)?;
    assert_empty("the page complains", &page.problems()?)
}

/// How many views are visited before the page is loaded anew: WebKit lets a page change its address 100 times in 10 s.
const VIEWS_A_LOAD: usize = 80;

/// Visits the next views that links lead to, the date apart, and complains of each card that is not as it should be.
/// Takes and returns what was found until then: the views that are known, how many of them were visited, what is wrong,
/// and the corrections that cards link to.
const VISIT: &str = r##"
const [{ known, visited, wrong, corrections }, limit, done] = arguments;
const isPlain = name => /^#[a-z]+=[^&]+$/.test(name) && !name.startsWith("#date=");
const addTo = (list, it) => { if (!list.includes(it)) list.push(it); };
// A card is busy until all of it is there.
const rendered = async () => {
  do await new Promise(next => setTimeout(next)); while (document.querySelector("[aria-busy]"));
};
const target = link => document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
function look(query) {
  const cards = document.querySelectorAll("[data-card]"), card = cards[0];
  const say = what => wrong.push(`${query || "overview"}: ${what}`);
  if (cards.length !== 1) return say(`${cards.length} cards are open`);
  if (location.search !== query) say(`the address became ${location.search}`);
  if (document.querySelector("#app .notice").textContent) say("its address is called wrong");
  if (!card.querySelector("h2")?.textContent.trim()) say("no heading");
  const short = it => it.textContent.trim().slice(0, 80);
  for (const claim of card.querySelectorAll(".claims > li, .sourced, .said"))
    if (!claim.querySelector("a[href^='#source-']")) say(`no source: ${short(claim)}`);
  for (const link of card.querySelectorAll("a[href^='#']:not([href*='='], [href='#'])"))
    if (!target(link)) say(`leads nowhere: ${link.getAttribute("href")}`);
  for (const section of card.querySelectorAll(".card-section, ul, ol, dl"))
    if (!section.textContent.trim()) say(`empty: ${section.outerHTML.slice(0, 80)}`);
  for (const link of card.querySelectorAll("a"))
    if (!short(link) && !link.ariaLabel) say(`a link without a name: ${link.outerHTML.slice(0, 80)}`);
  for (const link of card.querySelectorAll("a[href^='#cor-']")) addTo(corrections, link.hash.slice(1));
  for (const link of document.querySelectorAll("#app a[href^='#']"))
    if (isPlain(link.getAttribute("href"))) addTo(known, link.getAttribute("href").replace("#", "?"));
}
(async () => {
  const next = known.slice(visited, visited + limit);
  for (const query of next) {
    history.replaceState(null, "", location.pathname + query);
    dispatchEvent(new PopStateEvent("popstate"));
    await rendered();
    look(query);
  }
  done({ known, visited: visited + next.length, wrong: [...wrong, ...window.problems], corrections });
})().catch(error => done({ known, visited: known.length, wrong: [...wrong, String(error)], corrections }));
"##;

fn every_statement_has_a_source(page: &Page) -> Outcome {
    let mut found = json!({ "known": [""], "visited": 0, "wrong": [], "corrections": [] });
    let count = |found: &Value| part(found, "/known").as_array().map_or(0, Vec::len);
    while part(&found, "/visited") != &json!(count(&found)) {
        page.open("")?;
        found = page.session.run_async(VISIT, &[found, json!(VIEWS_A_LOAD)])?;
    }
    assert_empty("cards that are not as they should be", &strings(part(&found, "/wrong"))?)?;
    ensure(count(&found) > 100, || format!("only {} views could be reached", count(&found)))?;
    let mut linked = strings(part(&found, "/corrections"))?;
    let mut corrections = page.attributes("#corrections [id^=cor-]", "id")?;
    linked.sort();
    corrections.sort();
    ensure(!corrections.is_empty(), || "there are no corrections".into())?;
    assert_same("corrections that cards link to", linked, corrections)
}

fn outgoing_links_are_safe(page: &Page) -> Outcome {
    page.open("?partner=kor")?;
    let count = page.count("#sources a[href^='https:'], #sources a[href^='http:']")?;
    ensure(count > 50, || format!("only {count} sources have links"))?;
    let unsafe_links = page.list(
        "return [...document.querySelectorAll('a[href*=\\'//\\']')]
            .filter(it => !(it.relList.contains('noopener') && it.relList.contains('noreferrer')))
            .map(it => it.href)",
    )?;
    assert_empty("outgoing links without rel=\"noopener noreferrer\"", &unsafe_links)?;
    let strange = page.list(
        "return [...document.querySelectorAll('a')].map(it => it.getAttribute('href') ?? 'no href')
            .filter(it => !/^(#|https?:\\/\\/[^/]+\\.[a-z]|(\\.\\/|aukus-briefing\\.html)$)/.test(it))",
    )?;
    assert_empty("links that are neither a view, nor on the page, nor to a site", &strange)
}

/// A card says of each of its sources what the list of all says.
fn a_card_names_its_sources(page: &Page) -> Outcome {
    for query in ["", "?partner=kor", "?technology=quantum"] {
        page.open(query)?;
        page.expect(query, &page.attribute("[data-card]", "data-card")?)?;
        page.click("[data-footnotes] summary")?;
        page.wait(
            "the sources",
            "return document.querySelector('[data-footnotes] cite') !== null",
        )?;
        let unnamed = page.list(
            "const entries = [...document.querySelectorAll('[data-footnotes] li')];
            const wrong = entries.filter(it => {
              const listed = document.getElementById(`source-${it.querySelector('.footnote').dataset.source}`);
              return !listed || it.querySelector('.footnote').textContent !== listed.textContent || !it.querySelector('cite');
            });
            return entries.length ? wrong.map(it => it.textContent) : ['no sources'];",
        )?;
        assert_empty(&format!("sources of {query:?} that are not named"), &unnamed)?;
    }
    Ok(())
}

fn copies_are_not_linked(page: &Page) -> Outcome {
    page.open("")?;
    let copies = "[...document.querySelectorAll('#sources li')]
        .filter(it => it.querySelector('small').textContent.includes('not linked'))";
    let all = page.list(&format!("return {copies}.map(it => it.id)"))?;
    ensure(!all.is_empty(), || "no source is called a copy".into())?;
    let linked = page
        .list(&format!("return {copies}.filter(it => it.querySelector('a')).map(it => it.id)"))?;
    assert_empty("copies that are linked all the same", &linked)?;
    // The article that the briefing began from came without an address.
    let unlinked = page.list(
        "return [...document.querySelectorAll('#sources li:not(#source-1)')]
            .filter(it => !it.querySelector('a[href]')).map(it => it.id)",
    )?;
    assert_same("other sources without a link", unlinked, all)
}

fn corrected_claims_lead_to_their_corrections(page: &Page) -> Outcome {
    page.open("?partner=chn")?;
    let link = ".claims a.tag-correction[href='#cor-ccp-aim']";
    ensure(page.count(link)? > 0, || format!("the card of China has no {link}"))?;
    page.click(link)?;
    page.wait("the correction", "return document.querySelector(':target')?.id === 'cor-ccp-aim'")?;
    page.wait(
        "the correction to be in view",
        "const box = document.querySelector(':target').getBoundingClientRect();
            return box.top >= 0 && box.top < innerHeight",
    )?;
    // The card stays open behind the fragment.
    page.expect("?partner=chn", "chn")
}

/// A card that is opened from far below brings itself into view.
fn a_card_follows_the_fold(page: &Page) -> Outcome {
    page.open("?partner=kor")?;
    let link = ".card [data-person=p-shin-won-sik]";
    page.click(link)?;
    page.expect("?person=shin-won-sik", "p-shin-won-sik")?;
    page.wait(
        "the card's heading to be in view",
        "const box = document.querySelector('.card h2').getBoundingClientRect();
            return box.top >= 0 && box.bottom <= innerHeight",
    )?;
    let focused = page.attributes(":focus", "id")?;
    assert_same("the focused element", focused, vec!["card-title"])
}
