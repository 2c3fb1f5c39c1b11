//! Reads each kind of entry into the model and the catalogue, one function a kind.

use model::{
    ArticlePlace, Claim, ClaimId, Confidence, Confirmation, Correction, CorrectionId, Country,
    CountryId, Date, Edition, EntityKind, Event, EventKind, Group, Hosting, Limit, Mode, Model,
    Person, Pillar, Sheet, Source, SourceId, SourceKind, Statement, Status, StatusEntry,
    Technology, TechnologyGroup, Tie, Topic, Verdict, Verification,
};
use text::{
    Catalogue, ClaimText, CorrectionText, CountryText, EventText, PersonText, PillarText,
    PrintCatalogue, SourceText, StatementText, TechnologyText,
};

use crate::document::{self, Document};
use crate::fields::{Fields, Problems};
use crate::ids::{Ids, Tables};
use crate::{Content, Names, Shape, check, known, messages};

/// The longest quotation, in words.
const QUOTATION_WORDS: usize = 30;

/// Reads and checks everything. None if there is no edition or there are no messages; that is reported.
pub(crate) fn read(documents: &[Document<'_>], problems: &Problems) -> Option<Content> {
    let all = |kind| document::tables(documents, kind, problems);
    let entities = |kind: EntityKind| all(kind.key());
    let tables = Tables {
        pillars: entities(EntityKind::Pillar),
        countries: entities(EntityKind::Country),
        technologies: entities(EntityKind::Technology),
        events: entities(EntityKind::Event),
        statements: entities(EntityKind::Statement),
        people: entities(EntityKind::Person),
        claims: all("claim"),
        sources: all("source"),
        corrections: all("correction"),
        ties: entities(EntityKind::Tie),
    };
    let mut reader =
        Reader { ids: Ids::gather(&tables), sources_known: Vec::new(), claims_known: Vec::new() };
    let (sources, source_texts) = each(&tables.sources, |it| reader.source(it));
    reader.sources_known = sources.iter().map(|source| source.date.date).collect();
    let (claims, claim_texts) = each(&tables.claims, |it| reader.claim(it));
    reader.claims_known = claims.iter().map(|claim| claim.known).collect();
    let (edition, overview) =
        one(&all("edition"), "edition", problems, |fields| reader.edition(fields))?;
    let (messages, print_messages) = one(&all("words"), "words", problems, messages::read)?;
    let (publishers, source_texts) = source_texts.into_iter().unzip();
    let (corrections, correction_texts) = each(&tables.corrections, |it| reader.correction(it));
    let (records, correction_texts): (_, Vec<_>) = correction_texts.into_iter().unzip();
    let (mut people, person_texts) = each(&tables.people, |it| reader.person(it));
    for (person, text) in people.iter_mut().zip(&person_texts) {
        person.name_corrections = name_corrections(text, &corrections, &correction_texts);
    }
    let (pillars, pillar_texts) = each(&tables.pillars, |it| reader.pillar(it));
    let (countries, country_texts) = each(&tables.countries, |it| reader.country(it));
    let (ties, tie_labels) = each(&tables.ties, |it| reader.tie(it));
    let (technologies, technology_texts) = each(&tables.technologies, |it| reader.technology(it));
    let (events, event_texts) = each(&tables.events, |it| reader.event(it));
    let (statements, statement_texts) = each(&tables.statements, |it| reader.statement(it));
    let (limits, limit_texts) = each(&all("limit"), |it| reader.limit(it));
    let model = Model {
        edition,
        pillars,
        countries,
        ties,
        technologies,
        events,
        statements,
        people,
        claims,
        sources,
        corrections,
        limits,
        overview,
        sheet: Sheet::default(),
    };
    check::whole(&model, &event_texts, &tables);
    let text = Catalogue {
        messages,
        pillars: pillar_texts,
        countries: country_texts,
        ties: tie_labels,
        technologies: technology_texts,
        events: event_texts,
        statements: statement_texts,
        people: person_texts,
        claims: claim_texts,
        publishers,
        records,
        limits: limit_texts,
    };
    let print_text = PrintCatalogue {
        messages: print_messages,
        sources: source_texts,
        corrections: correction_texts,
    };
    let shapes = tables.countries.iter().map(shape).collect();
    let names = Names { claims: ids(&tables.claims), sources: ids(&tables.sources) };
    Some(Content { model, text, print_text, shapes, names })
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
}

impl<'t> Reader<'t> {
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

    fn edition(&self, fields: &Fields<'t, '_>) -> (Edition, Vec<ClaimId>) {
        // In a u16 as the model has it; the range says so.
        let number = fields.number("number", 1.0..=f64::from(u16::MAX)) as u16;
        let edition = Edition {
            number,
            date: fields.date("date"),
            latest_source: fields.date("latest_source"),
        };
        (edition, fields.needed_refs("overview", &self.ids.claims))
    }

    /// A short text of fact and the claims that it sums up.
    fn summary(&self, fields: &Fields<'t, '_>, key: &'static str) -> (Vec<ClaimId>, String) {
        let Some(fields) = fields.table(key) else { return Default::default() };
        let summary =
            (fields.needed_refs("claims", &self.ids.claims), fields.text("text").to_owned());
        fields.finish();
        summary
    }

    fn pillar(&self, fields: &Fields<'t, '_>) -> (Pillar, PillarText) {
        let (access_summary, access_text) = self.summary(fields, "access_summary");
        let pillar = Pillar {
            id: known_id(fields),
            access_summary,
            what: self.claims(fields, "what"),
            access: self.claims(fields, "access"),
            progress: self.claims(fields, "progress"),
            obstacles: self.claims(fields, "obstacles"),
        };
        let text = PillarText {
            name: text(fields, "name"),
            subject: text(fields, "subject"),
            access_summary: access_text,
        };
        (pillar, text)
    }

    fn country(&self, fields: &Fields<'t, '_>) -> (Country, CountryText) {
        // Read on its own later, see `shape`.
        fields.table("atlas");
        let (summary, summary_text) = self.summary(fields, "summary");
        let (history, status_notes) = self.history(&fields.tables("status"));
        let confirmation = fields.optional_table("last_confirmed").map(|it| self.confirmation(&it));
        let (last_confirmed, confirmed) = confirmation.unzip();
        let country = Country {
            id: known_id(fields),
            group: fields.choice("group", Group::ALL, Group::Mentioned),
            summary,
            history,
            last_confirmed,
            why: self.claims(fields, "why"),
            strengths: self.claims(fields, "strengths"),
            obstacles: self.claims(fields, "obstacles"),
            mentions: self.claims(fields, "mentions"),
        };
        let text = CountryText {
            name: text(fields, "name"),
            capital: capital(fields),
            summary: summary_text,
            note: optional_text(fields, "note"),
            status_notes,
            confirmed,
        };
        (country, text)
    }

    fn history(&self, entries: &[Fields<'t, '_>]) -> (Vec<StatusEntry>, Vec<Option<String>>) {
        let (history, notes) = each(entries, |fields| self.status(fields));
        let dates = history.iter().map(|entry| entry.from.date);
        check::in_order("status", "from", dates, entries);
        (history, notes)
    }

    fn status(&self, fields: &Fields<'t, '_>) -> (StatusEntry, Option<String>) {
        let choices = Status::ALL.map(|status| (status, status.content_name()));
        let (from, claims) = (fields.when("from"), fields.needed_refs("claims", &self.ids.claims));
        let entry = StatusEntry {
            from,
            known: known::status(from, &claims, &self.claims_known),
            pillar: fields.needed_reference("pillar", &self.ids.pillars).unwrap_or_default(),
            status: fields.choice("status", &choices, Status::Closed),
            claims,
        };
        (entry, optional_text(fields, "note"))
    }

    fn confirmation(&self, fields: &Fields<'t, '_>) -> (Confirmation, String) {
        let claims = fields.needed_refs("claims", &self.ids.claims);
        let confirmation = Confirmation { date: fields.date("date"), claims };
        let note = text(fields, "note");
        fields.finish();
        (confirmation, note)
    }

    fn tie(&self, fields: &Fields<'t, '_>) -> (Tie, String) {
        let id = known_id(fields);
        let country = |code| self.ids.countries.get(code);
        let between: Option<[CountryId; 2]> =
            id.split_once('-').and_then(|(one, other)| Some([country(one)?, country(other)?]));
        let between = between.filter(|[one, other]| one < other).unwrap_or_else(|| {
            let message = format!(
                "`{id}` does not name two countries in the order of partners: write, say, `aus-kor`"
            );
            fields.report("id", message);
            Default::default()
        });
        let claims = fields.needed_refs("claims", &self.ids.claims);
        (Tie { id, between, claims }, text(fields, "label"))
    }

    fn technology(&self, fields: &Fields<'t, '_>) -> (Technology, TechnologyText) {
        let technology = Technology {
            id: known_id(fields),
            group: fields.choice("group", TechnologyGroup::ALL, TechnologyGroup::Technology),
            activity: self.claims(fields, "activity"),
            partner_links: self.claims(fields, "partner_links"),
            see_also: self.claims(fields, "see_also"),
            sources: fields.needed_refs("sources", &self.ids.sources),
        };
        let terms = fields.texts("article_terms");
        let text = TechnologyText {
            name: text(fields, "name"),
            short_name: text(fields, "short_name"),
            explanation: text(fields, "explanation"),
            article_terms: terms.into_iter().map(|(term, _)| term.to_owned()).collect(),
            article_note: text(fields, "article_note"),
            gap: optional_text(fields, "gap"),
        };
        (technology, text)
    }

    fn event(&self, fields: &Fields<'t, '_>) -> (Event, EventText) {
        let (when, expected) = (fields.when("date"), fields.flag("expected", false));
        let sources = fields.needed_refs("sources", &self.ids.sources);
        // What has happened counts from its own day: it is an event, and not the report of one.
        let known =
            if expected { known::fact(when, true, self.first_source(&sources)) } else { when.date };
        let event = Event {
            id: known_id(fields),
            when,
            known,
            kind: fields.choice("kind", EventKind::ALL, EventKind::Milestone),
            about: self.topics(fields, "about"),
            sources,
            claims: self.claims(fields, "claims"),
            expected,
        };
        let text = EventText {
            title: text(fields, "title"),
            summary: text(fields, "summary"),
            note: optional_text(fields, "note"),
        };
        (event, text)
    }

    fn statement(&self, fields: &Fields<'t, '_>) -> (Statement, StatementText) {
        let (when, sources) =
            (fields.when("date"), fields.needed_refs("sources", &self.ids.sources));
        let (mode, said) =
            (fields.choice("mode", Mode::ALL, Mode::Paraphrase), text(fields, "text"));
        let words = said.split_whitespace().count();
        if mode == Mode::Quote && words > QUOTATION_WORDS {
            fields.report("text", format!("a quotation of {words} words: shorten it to {QUOTATION_WORDS}, or give it in own words"));
        }
        let verification =
            |_| fields.choice("verification", Verification::ALL, Verification::Partly);
        let statement = Statement {
            id: known_id(fields),
            who: fields.reference("who", &self.ids.people),
            when,
            known: known::fact(when, false, self.first_source(&sources)),
            mode,
            sources,
            about: self.topics(fields, "about"),
            in_article: fields.flag("in_article", false),
            verification: fields.optional_text("verification").map(verification),
        };
        let text = StatementText {
            speaker: text(fields, "speaker"),
            place: text(fields, "place"),
            text: said,
            note: optional_text(fields, "note"),
        };
        (statement, text)
    }

    fn person(&self, fields: &Fields<'t, '_>) -> (Person, PersonText) {
        // Kept for editors; the page says it by the name that the article gives.
        fields.flag("in_article", false);
        let person = Person {
            id: known_id(fields),
            as_of: fields.when("as_of"),
            country: fields.needed_reference("country", &self.ids.countries).unwrap_or_default(),
            name_sources: fields.refs("name_sources", &self.ids.sources),
            name_corrections: Vec::new(),
            sources: fields.needed_refs("sources", &self.ids.sources),
        };
        let text = PersonText {
            name: text(fields, "name"),
            role: text(fields, "role"),
            article_name: optional_text(fields, "article_name"),
            note: optional_text(fields, "note"),
        };
        (person, text)
    }

    fn claim(&self, fields: &Fields<'t, '_>) -> (Claim, ClaimText) {
        let (when, expected) = (fields.when("date"), fields.flag("expected", false));
        let sources = fields.needed_refs("sources", &self.ids.sources);
        fields.known_text("id");
        let claim = Claim {
            when,
            known: known::fact(when, expected, self.first_source(&sources)),
            about: self.topics(fields, "about"),
            sources,
            confidence: fields.choice("confidence", Confidence::ALL, Confidence::Reported),
            expected,
            interpretation: fields.flag("interpretation", false),
            corrections: fields.refs("corrections", &self.ids.corrections),
            article_places: article_places(fields),
        };
        (claim, ClaimText { text: text(fields, "text"), note: optional_text(fields, "note") })
    }

    /// A source, its publisher, and its other texts.
    fn source(&self, fields: &Fields<'t, '_>) -> (Source, (String, SourceText)) {
        let hosting = fields.choice("hosting", Hosting::ALL, Hosting::Own);
        let url = optional_text(fields, "url");
        check::address(hosting, url.as_deref(), fields);
        fields.known_text("id");
        let source = Source {
            date: fields.when("date"),
            date_shown: fields.flag("date_shown", true),
            title_shown: fields.flag("title_shown", true),
            kind: fields.choice("kind", SourceKind::ALL, SourceKind::News),
            hosting,
        };
        let texts = SourceText {
            title: text(fields, "title"),
            url,
            language: optional_text(fields, "language"),
            note: optional_text(fields, "note"),
        };
        (source, (text(fields, "publisher"), texts))
    }

    /// A correction, what the record says, and its other texts.
    fn correction(&self, fields: &Fields<'t, '_>) -> (Correction, (String, CorrectionText)) {
        let correction = Correction {
            id: known_id(fields),
            article_places: article_places(fields),
            verdict: fields.choice("verdict", Verdict::ALL, Verdict::Imprecise),
            sources: fields.needed_refs("sources", &self.ids.sources),
            claims: self.claims(fields, "claims"),
        };
        let texts = CorrectionText {
            article_says: text(fields, "article_says"),
            explanation: text(fields, "explanation"),
        };
        (correction, (text(fields, "record_says"), texts))
    }

    fn limit(&self, fields: &Fields<'t, '_>) -> (Limit, String) {
        (Limit { about: self.topics(fields, "about") }, text(fields, "text"))
    }
}

fn text(fields: &Fields<'_, '_>, key: &'static str) -> String {
    fields.text(key).to_owned()
}

fn optional_text(fields: &Fields<'_, '_>, key: &'static str) -> Option<String> {
    fields.optional_text(key).map(str::to_owned)
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

/// The corrections that quote the name which the article gives a person.
fn name_corrections(
    person: &PersonText,
    corrections: &[Correction],
    texts: &[CorrectionText],
) -> Vec<CorrectionId> {
    let Some(wrong) = &person.article_name else { return Vec::new() };
    let quotes = |(correction, text): (&Correction, &CorrectionText)| {
        correction.verdict == Verdict::Corrected && text.article_says.contains(wrong)
    };
    let found = corrections.iter().zip(texts).enumerate().filter(|(_, it)| quotes(*it));
    found.filter_map(|(index, _)| CorrectionId::from_index(index)).collect()
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
