//! What only shows in the whole, or where two keys must fit together.

use std::collections::BTreeSet;

use model::{Date, Hosting, Model, SourceId, SourceKind};
use text::{CheckText, ClaimText, EventText, TermText};

use crate::fields::Fields;
use crate::ids::Tables;
use crate::known;

/// The longest quotation, in words.
const QUOTATION_WORDS: usize = 30;

/// Checks the whole against itself.
pub(crate) fn whole(
    model: &Model,
    event_texts: &[EventText],
    claim_texts: &[ClaimText],
    glossary: &[TermText],
    tables: &Tables<'_, '_>,
) {
    in_order("event", "date", model.events.iter().map(|event| event.when.date), &tables.events);
    in_order(
        "statement",
        "date",
        model.statements.iter().map(|statement| statement.when.date),
        &tables.statements,
    );
    every_source_is_cited(&cited(model, glossary), &tables.sources);
    expectations_are_followed_up(model, event_texts, &tables.events);
    sources_end_with_the_edition(model, &tables.sources);
    the_article_is_named(model, claim_texts, &tables.claims);
}

/// Reports quotations that are too long together to be only that.
pub(crate) fn quotation(key: &str, quotes: &[&str], fields: &Fields<'_, '_>) {
    let words: usize = quotes.iter().map(|it| it.split_whitespace().count()).sum();
    if words > QUOTATION_WORDS {
        fields.report(key, format!("a quotation of {words} words: shorten it to {QUOTATION_WORDS}, or give it in own words"));
    }
}

/// What a note says of how something was read or searched for, and readers have no use for.
const WORDS_OF_EDITORS: [&str; 11] = [
    "do not link",
    "not linked",
    "cite the publisher",
    "pages read",
    "part read",
    "copy read",
    "readable",
    "page address",
    "the editors",
    "not found",
    "could not be",
];

/// Reports a note that speaks to editors.
pub(crate) fn for_readers(key: &str, note: Option<&str>, fields: &Fields<'_, '_>) {
    let note = note.unwrap_or_default().to_lowercase();
    if let Some(words) = WORDS_OF_EDITORS.into_iter().find(|it| note.contains(it)) {
        let message =
            format!("a note with “{words}” speaks to editors: move that into `editor_note`");
        fields.report(key, message);
    }
}

/// Reports a text that has no room where it is needed.
pub(crate) fn is_short(key: &str, text: &str, most: usize, fields: &Fields<'_, '_>) {
    let length = text.chars().count();
    if length > most {
        fields.report(key, format!("{length} characters, of {most} at most: shorten it"));
    }
}

/// A check says what it checks, if it can in the words of the article.
pub(crate) fn words_of_the_article(fields: &Fields<'_, '_>, text: &CheckText) {
    let quotes: Vec<&str> = text.quotes.iter().map(String::as_str).collect();
    quotation("quotes", &quotes, fields);
    if quotes.is_empty() && text.article_says.is_none() {
        let message = "a check without the article’s words: quote them in `quotes`, or say in `article_says` what they come to";
        fields.report("quotes", message.to_owned());
    }
}

/// Reports each entry that is dated before the one above it. `key` holds the date.
pub(crate) fn in_order(
    what: &str,
    key: &str,
    dates: impl Iterator<Item = Date>,
    entries: &[Fields<'_, '_>],
) {
    let mut latest: Option<Date> = None;
    // A date that could not be read stands as the first there is; that has been reported.
    for (date, entry) in dates.zip(entries).filter(|(date, _)| *date > Date::MIN) {
        if let Some(latest) = latest.filter(|latest| date < *latest) {
            entry.report(
                key,
                format!(
                    "the {what} of {date} stands after one of {latest}: put them in order of date"
                ),
            );
        }
        latest = latest.max(Some(date));
    }
}

/// Only what its publisher or an official feed serves is linked, and only on the web.
pub(crate) fn address(hosting: Hosting, url: Option<&str>, fields: &Fields<'_, '_>) {
    match (hosting, url) {
        (Hosting::Copy, Some(_)) => {
            fields.report(
                "url",
                "a copy on somebody else’s site is named, never linked: remove `url`".to_owned(),
            );
        }
        (Hosting::Own | Hosting::Republication, None) => {
            fields.report(
                "url",
                "missing key `url`: say where it was read, or mark it hosting = \"copy\""
                    .to_owned(),
            );
        }
        (_, Some(url)) if !is_web_address(url) => {
            fields.report(
                "url",
                format!("`{url}` is no web address: write https://… without spaces"),
            );
        }
        _ => {}
    }
}

fn is_web_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let is_plain = |character: char| {
        !character.is_whitespace() && !character.is_control() && !"\"<>\\^`{|}".contains(character)
    };
    rest.is_some_and(|rest| rest.contains('.') && rest.chars().all(is_plain))
}

/// One that is withdrawn keeps its place, by which readers know those after it, and nothing rests on it.
fn every_source_is_cited(cited: &BTreeSet<SourceId>, sources: &[Fields<'_, '_>]) {
    for (index, fields) in sources.iter().enumerate() {
        let Some(source) = SourceId::from_index(index) else { continue };
        let id = fields.known_text("id");
        match (cited.contains(&source), fields.flag("withdrawn", false)) {
            (false, false) => fields.report("id", format!("nothing cites the source `{id}`: cite it, or mark it withdrawn = true, as its number stays")),
            (true, true) => fields.report("withdrawn", format!("the withdrawn source `{id}` is cited: cite another, or remove `withdrawn`")),
            _ => {}
        }
    }
}

/// What rests on the article alone says so in its words, or is the article's opinion.
fn the_article_is_named(model: &Model, texts: &[ClaimText], claims: &[Fields<'_, '_>]) {
    let is_article =
        |id: &SourceId| model.source(*id).is_some_and(|source| source.kind == SourceKind::Article);
    for ((claim, text), fields) in model.claims.iter().zip(texts).zip(claims) {
        let rests_on_it = !claim.sources.is_empty() && claim.sources.iter().all(is_article);
        if rests_on_it && !claim.interpretation && !text.text.to_lowercase().contains("the article")
        {
            fields.report(
                "text",
                "rests on the article alone and does not say so: begin, say, “The article says”"
                    .to_owned(),
            );
        }
    }
}

fn cited(model: &Model, glossary: &[TermText]) -> BTreeSet<SourceId> {
    let claims = model.claims.iter().flat_map(|it| &it.sources);
    let events = model.events.iter().flat_map(|it| &it.sources);
    let statements = model.statements.iter().flat_map(|it| &it.sources);
    let technologies = model.technologies.iter().flat_map(|it| &it.sources);
    let checks = model.checks.iter().flat_map(|it| &it.sources);
    let people = model.people.iter().flat_map(|it| &it.sources);
    let terms = glossary.iter().flat_map(|it| &it.sources);
    claims
        .chain(events)
        .chain(statements)
        .chain(technologies)
        .chain(checks)
        .chain(people)
        .chain(terms)
        .copied()
        .collect()
}

fn expectations_are_followed_up(model: &Model, texts: &[EventText], events: &[Fields<'_, '_>]) {
    let edition = model.edition.date;
    for ((event, text), fields) in model.events.iter().zip(texts).zip(events) {
        if event.expected && text.note.is_none() && known::has_passed(event.when, edition) {
            let message = format!(
                "expected for {}, before this edition of {edition}: say in `note` what became of it, or remove `expected`",
                event.when
            );
            fields.report("expected", message);
        }
    }
}

fn sources_end_with_the_edition(model: &Model, sources: &[Fields<'_, '_>]) {
    let latest = model.edition.latest_source;
    for (source, fields) in model.sources.iter().zip(sources) {
        if source.date.date > latest {
            let message = format!(
                "a source of {}, after `latest_source` of the edition, {latest}: correct one of them",
                source.date
            );
            fields.report("date", message);
        }
    }
}
