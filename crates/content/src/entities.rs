//! Reads each kind of entry into the model and the catalogue, one function a kind.

mod area;
mod edition;
mod record;
mod source;
mod standing;
mod story;

use std::collections::BTreeSet;

use model::{ArticlePlace, ClaimId, Date, EntityKind, SourceId, Topic};

use crate::document::{self, Document};
use crate::evidence::Evidence;
use crate::fields::{Fields, Problems};
use crate::ids::{Ids, Tables};
use crate::{Content, Names, Shape, about, changes, check, messages};

/// Reads and checks everything. None if there is no edition or there are no messages; that is reported.
pub(crate) fn read(documents: &[Document<'_>], problems: &Problems) -> Option<Content> {
    let all = |kind| document::tables(documents, kind, problems);
    let tables = tables(all);
    let mut reader = Reader {
        ids: Ids::gather(&tables),
        sources_known: Vec::new(),
        claims_known: Vec::new(),
        forecasts: BTreeSet::new(),
    };
    let issuers = tables.sources.iter().map(|it| reader.issuer(it)).collect();
    let mut content = Content {
        shapes: tables.countries.iter().map(shape).collect(),
        names: Names { claims: ids(&tables.claims), sources: ids(&tables.sources) },
        ..Content::default()
    };
    reader.read_evidence(&tables, &mut content);
    reader.read_frame(all, problems, &mut content)?;
    reader.read_entities(&tables, &mut content);
    reader.read_rest(all, problems, &mut content);
    let Content { model, text, print_text, .. } = &content;
    check::whole(model, &text.events, &text.claims, &print_text.glossary, &tables);
    Evidence { model, publishers: &text.publishers, issuers }.check(&tables);
    about::check_forms(&all("term"), text);
    let entries = all("change");
    content.changes = entries.iter().map(|it| finished(it, changes::read)).collect();
    changes::check(&content.changes, &entries);
    Some(content)
}

/// The tables of what has an id.
fn tables<'t, 'a>(all: impl Fn(&'static str) -> Vec<Fields<'t, 'a>>) -> Tables<'t, 'a> {
    let entities = |kind: EntityKind| all(kind.key());
    Tables {
        pillars: entities(EntityKind::Pillar),
        countries: entities(EntityKind::Country),
        technologies: entities(EntityKind::Technology),
        events: entities(EntityKind::Event),
        statements: entities(EntityKind::Statement),
        people: entities(EntityKind::Person),
        claims: all("claim"),
        sources: all("source"),
        checks: all("check"),
        ties: entities(EntityKind::Tie),
    }
}

/// Reads every table into an entry and its texts, and reports the keys that nobody asked for.
fn each<'t, 'a, T, U>(
    tables: &[Fields<'t, 'a>],
    read: impl Fn(&Fields<'t, 'a>) -> (T, U),
) -> (Vec<T>, Vec<U>) {
    tables.iter().map(|fields| finished(fields, &read)).unzip()
}

/// What is read of a table, once the keys that nobody asked for have been reported.
fn finished<'t, 'a, T>(fields: &Fields<'t, 'a>, read: impl Fn(&Fields<'t, 'a>) -> T) -> T {
    let value = read(fields);
    fields.finish();
    value
}

/// Reads the only table of a kind.
fn one<'t, 'a, T>(
    tables: &[Fields<'t, 'a>],
    kind: &str,
    problems: &Problems,
    read: impl Fn(&Fields<'t, 'a>) -> T,
) -> Option<T> {
    if tables.is_empty() {
        problems.report_of("content", format!("no file has a table [{kind}]: add it"));
    }
    for again in tables.iter().skip(1) {
        again.report("", format!("a second [{kind}]: the briefing has one, remove this"));
    }
    tables.first().map(|fields| finished(fields, read))
}

/// Where to find a country in the map data.
fn shape(fields: &Fields<'_, '_>) -> Shape {
    let mut shape = Shape::default();
    if let Some(atlas) = fields.table("atlas") {
        shape.code = atlas.text("code").to_owned();
        shape.name = atlas.text("name").to_owned();
        atlas.finish();
    }
    if let Some(capital) = fields.table("capital") {
        shape.capital_lon_deg = capital.number("lon", -180.0..=180.0);
        shape.capital_lat_deg = capital.number("lat", -90.0..=90.0);
    }
    shape
}

struct Reader<'t> {
    ids: Ids<'t>,
    /// The first day that each source can be of.
    sources_known: Vec<Date>,
    /// The day on which each claim became known.
    claims_known: Vec<Date>,
    /// The claims that are plans or forecasts.
    forecasts: BTreeSet<ClaimId>,
}

impl<'t> Reader<'t> {
    /// Reads the sources and the claims, and keeps when they became known.
    fn read_evidence(&mut self, tables: &Tables<'t, '_>, content: &mut Content) {
        let (model, text) = (&mut content.model, &mut content.text);
        let source_texts;
        (model.sources, source_texts) = each(&tables.sources, |it| self.source(it));
        (text.publishers, content.print_text.sources) = source_texts.into_iter().unzip();
        self.sources_known = model.sources.iter().map(|source| source.date.date).collect();
        (model.claims, text.claims) = each(&tables.claims, |it| self.claim(it));
        self.claims_known = model.claims.iter().map(|claim| claim.known).collect();
        let forecasts = model.claims.iter().enumerate().filter(|(_, claim)| claim.expected);
        self.forecasts = forecasts.filter_map(|(index, _)| ClaimId::from_index(index)).collect();
    }

    /// Reads what the briefing says of itself and as a whole: edition, standfirsts and messages.
    fn read_frame<'a: 't>(
        &self,
        all: impl Fn(&'static str) -> Vec<Fields<'t, 'a>>,
        problems: &Problems,
        content: &mut Content,
    ) -> Option<()> {
        let Content { model, text, print_text, .. } = content;
        (model.edition, model.overview) =
            one(&all("edition"), "edition", problems, |fields| self.edition(fields))?;
        (model.standfirsts, text.standfirsts) = self.standfirsts(&all("standfirst"));
        (text.messages, print_text.messages) =
            one(&all("words"), "words", problems, messages::read)?;
        Some(())
    }

    /// Reads what has an id, and its texts.
    fn read_entities(&self, tables: &Tables<'t, '_>, content: &mut Content) {
        let Content { model, text, print_text, .. } = content;
        let (check_texts, technology_texts);
        (model.checks, check_texts) = each(&tables.checks, |it| self.check(it));
        (text.records, print_text.checks) = check_texts.into_iter().unzip();
        (model.people, text.people) = each(&tables.people, |it| self.person(it));
        (model.pillars, text.pillars) = each(&tables.pillars, |it| self.pillar(it));
        (model.countries, text.countries) = each(&tables.countries, |it| self.country(it));
        (model.ties, text.ties) = each(&tables.ties, |it| self.tie(it));
        (model.technologies, technology_texts) =
            each(&tables.technologies, |it| self.technology(it));
        (text.technologies, print_text.article_terms) = technology_texts.into_iter().unzip();
        (model.events, text.events) = each(&tables.events, |it| self.event(it));
        (model.statements, text.statements) = each(&tables.statements, |it| self.statement(it));
    }

    /// Reads limits, story, glossary, what the briefing says of its makers, and what has moved.
    fn read_rest<'a: 't>(
        &self,
        all: impl Fn(&'static str) -> Vec<Fields<'t, 'a>>,
        problems: &Problems,
        content: &mut Content,
    ) {
        let Content { model, text, print_text, .. } = content;
        (model.limits, text.limits) = each(&all("limit"), |it| self.limit(it));
        (model.terms, text.terms, print_text.glossary) =
            about::glossary(&all("term"), &self.ids.sources);
        (model.steps, text.steps) = each(&all("step"), |it| self.step(it, model));
        print_text.about = one(&all("about"), "about", problems, about::read).unwrap_or_default();
        let moved = all("moved");
        model.moved = moved.iter().filter_map(|it| finished(it, |it| self.moved(it))).collect();
    }

    /// What something is about, the countries first.
    fn topics(&self, fields: &Fields<'t, '_>, key: &'static str) -> Vec<Topic> {
        let kinds = "country, pillar, technology or event";
        let mut topics = fields.resolve(
            key,
            kinds,
            |id| self.ids.topic(id),
            || self.ids.topic_names().collect(),
        );
        topics.sort_unstable();
        topics
    }

    fn first_source(&self, sources: &[SourceId]) -> Option<Date> {
        sources.iter().filter_map(|source| self.sources_known.get(source.index())).min().copied()
    }

    fn claims(&self, fields: &Fields<'t, '_>, key: &'static str) -> Vec<ClaimId> {
        fields.refs(key, &self.ids.claims)
    }

    /// Reports claims that were not yet known on `date`, when what rests on them begins to be said.
    fn known_by(&self, date: Date, claims: &[ClaimId], fields: &Fields<'t, '_>) {
        let known = claims.iter().filter_map(|claim| self.claims_known.get(claim.index()));
        // What could not be read stands as the first day there is; that has been reported.
        if let Some(later) = known.filter(|it| **it > date && date > Date::MIN).max() {
            let message = format!(
                "it is said from {date} on, and rests on a claim that became known on {later}: leave out what came later"
            );
            fields.report("claims", message);
        }
    }

    fn sourced(&self, fields: &Fields<'t, '_>) -> (Vec<ClaimId>, String) {
        (fields.needed_refs("claims", &self.ids.claims), text(fields, "text"))
    }
}

fn text(fields: &Fields<'_, '_>, key: &'static str) -> String {
    fields.text(key).to_owned()
}

fn optional_text(fields: &Fields<'_, '_>, key: &'static str) -> Option<String> {
    fields.optional_text(key).map(str::to_owned)
}

fn texts(fields: &Fields<'_, '_>, key: &'static str) -> Vec<String> {
    fields.texts(key).into_iter().map(|(text, _)| text.to_owned()).collect()
}

/// What a reader must know beside an entry. What editors must know of it is read, so that it may be there, and kept from
/// every page.
fn note(fields: &Fields<'_, '_>) -> Option<String> {
    fields.optional_text("editor_note");
    let note = optional_text(fields, "note");
    check::for_readers("note", note.as_deref(), fields);
    note
}

/// The id of an entry, whose problems have been reported before.
fn known_id(fields: &Fields<'_, '_>) -> String {
    fields.known_text("id").to_owned()
}

/// The ids of the entries of a kind.
fn ids(entries: &[Fields<'_, '_>]) -> Vec<String> {
    entries.iter().map(known_id).collect()
}

/// The name of a capital; where it lies is read with the shape.
fn capital(fields: &Fields<'_, '_>) -> String {
    let Some(capital) = fields.table("capital") else { return String::new() };
    let name = text(&capital, "name");
    capital.known_text("lat");
    capital.known_text("lon");
    capital.finish();
    name
}

/// Places in the article: `title`, or `p2s1` for paragraph 2, sentence 1.
fn article_places(fields: &Fields<'_, '_>) -> Vec<ArticlePlace> {
    let place = |(text, _): (&str, usize)| {
        let place = ArticlePlace::parse(text);
        if place.is_none() {
            let message = format!(
                "`{text}` is no place in the article: write `title`, or `p2s1` for paragraph 2, sentence 1"
            );
            fields.report("article_refs", message);
        }
        place
    };
    fields.texts("article_refs").into_iter().filter_map(place).collect()
}
