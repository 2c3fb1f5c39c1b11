//! What only shows in the whole, or where two keys must fit together.

use std::collections::BTreeSet;

use model::{Date, Hosting, Model, SourceId};
use text::EventText;

use crate::fields::Fields;
use crate::ids::Tables;
use crate::known;

/// Checks the whole against itself.
pub(crate) fn whole(model: &Model, event_texts: &[EventText], tables: &Tables<'_, '_>) {
    in_order("event", "date", model.events.iter().map(|event| event.when.date), &tables.events);
    in_order(
        "statement",
        "date",
        model.statements.iter().map(|statement| statement.when.date),
        &tables.statements,
    );
    every_source_is_cited(model, &tables.sources);
    expectations_are_followed_up(model, event_texts, &tables.events);
    sources_end_with_the_edition(model, &tables.sources);
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

fn every_source_is_cited(model: &Model, sources: &[Fields<'_, '_>]) {
    let cited = cited(model);
    for (index, fields) in sources.iter().enumerate() {
        if SourceId::from_index(index).is_some_and(|id| !cited.contains(&id)) {
            fields.report(
                "id",
                format!(
                    "nothing cites the source `{}`: cite it, or remove it",
                    fields.known_text("id")
                ),
            );
        }
    }
}

fn cited(model: &Model) -> BTreeSet<SourceId> {
    let claims = model.claims.iter().flat_map(|it| &it.sources);
    let events = model.events.iter().flat_map(|it| &it.sources);
    let statements = model.statements.iter().flat_map(|it| &it.sources);
    let technologies = model.technologies.iter().flat_map(|it| &it.sources);
    let corrections = model.corrections.iter().flat_map(|it| &it.sources);
    let people = model.people.iter().flat_map(|it| it.sources.iter().chain(&it.name_sources));
    claims
        .chain(events)
        .chain(statements)
        .chain(technologies)
        .chain(corrections)
        .chain(people)
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
