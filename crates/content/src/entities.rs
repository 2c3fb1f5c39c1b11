//! Reads each kind of entry into the model, one function a kind.

use model::{
    Briefing, Claim, Confidence, Confirmation, Correction, CorrectionId, Country, Date, Edition,
    Event, EventKind, Group, Hosting, Limit, Mode, Person, Pillar, Sheet, Source, SourceId,
    SourceKind, Statement, Status, StatusEntry, Summary, Technology, TechnologyGroup, Tie, Topic,
    Verdict, Verification,
};

use crate::document::{self, Document};
use crate::fields::{Fields, Problems};
use crate::ids::{Ids, Tables};
use crate::{Content, Shape, check, known, words};

/// The longest quotation, in words.
const QUOTATION_WORDS: usize = 30;

/// Reads and checks everything. None if there is no edition or there are no words; that is reported.
pub(crate) fn read<'a>(documents: &[Document<'a>], problems: &Problems) -> Option<Content<'a>> {
    let all = |kind| document::tables(documents, kind, problems);
    let tables = Tables {
        pillars: all("pillar"),
        countries: all("partner"),
        technologies: all("technology"),
        events: all("event"),
        statements: all("statement"),
        people: all("person"),
        claims: all("claim"),
        sources: all("source"),
        corrections: all("correction"),
        ties: all("tie"),
    };
    let ids = Ids::gather(&tables);
    let mut reader = Reader { ids, sources_known: Vec::new(), claims_known: Vec::new() };
    let sources = each(&tables.sources, |fields| reader.source(fields));
    reader.sources_known = sources.iter().map(|source| source.date.date).collect();
    let claims = each(&tables.claims, |fields| reader.claim(fields));
    reader.claims_known = claims.iter().map(|claim| claim.known).collect();
    let (edition, overview) =
        one(&all("edition"), "edition", problems, |fields| reader.edition(fields))?;
    let (words, printed_words) = one(&all("words"), "words", problems, words::read)?;
    let corrections = each(&tables.corrections, |fields| reader.correction(fields));
    let mut people = each(&tables.people, |fields| reader.person(fields));
    for person in &mut people {
        person.name_corrections = name_corrections(person, &corrections);
    }
    let briefing = Briefing {
        edition,
        words,
        pillars: each(&tables.pillars, |fields| reader.pillar(fields)),
        countries: each(&tables.countries, |fields| reader.country(fields)),
        ties: each(&tables.ties, |fields| reader.tie(fields)),
        technologies: each(&tables.technologies, |fields| reader.technology(fields)),
        events: each(&tables.events, |fields| reader.event(fields)),
        statements: each(&tables.statements, |fields| reader.statement(fields)),
        people,
        claims,
        sources,
        corrections,
        limits: each(&all("limit"), |fields| reader.limit(fields)),
        overview,
        sheet: Sheet::default(),
    };
    check::whole(&briefing, &tables);
    let shapes = tables.countries.iter().map(shape).collect();
    Some(Content { briefing, printed_words, shapes })
}

/// Reads every table and reports the keys that nobody asked for.
fn each<'t, 'a, T>(tables: &[Fields<'t, 'a>], read: impl Fn(&Fields<'t, 'a>) -> T) -> Vec<T> {
    let read = |fields: &Fields<'t, 'a>| {
        let value = read(fields);
        fields.finish();
        value
    };
    tables.iter().map(read).collect()
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
    each(tables.get(..1).unwrap_or_default(), read).into_iter().next()
}

/// Where to find a country in the map data.
fn shape<'a>(fields: &Fields<'_, 'a>) -> Shape<'a> {
    let (mut code, mut name, mut capital_lon_deg, mut capital_lat_deg) = ("", "", 0.0, 0.0);
    if let Some(atlas) = fields.table("atlas") {
        (code, name) = (atlas.text("code"), atlas.text("name"));
        atlas.finish();
    }
    if let Some(capital) = fields.table("capital") {
        (capital_lon_deg, capital_lat_deg) =
            (capital.number("lon", -180.0..=180.0), capital.number("lat", -90.0..=90.0));
    }
    Shape { code, name, capital_lon_deg, capital_lat_deg }
}

/// What the entries refer to.
struct Reader<'a> {
    ids: Ids<'a>,
    /// The first day that each source can be of.
    sources_known: Vec<Date>,
    /// The day on which each claim became known.
    claims_known: Vec<Date>,
}

impl<'a> Reader<'a> {
    /// What something is about, the countries first.
    fn topics(&self, fields: &Fields<'_, 'a>, key: &'static str) -> Vec<Topic> {
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

    fn edition(&self, fields: &Fields<'_, 'a>) -> (Edition, Vec<model::ClaimId>) {
        // In a u16 as the model has it; the range says so.
        let number = fields.number("number", 1.0..=f64::from(u16::MAX)) as u16;
        let edition = Edition {
            number,
            date: fields.date("date"),
            latest_source: fields.date("latest_source"),
        };
        (edition, fields.needed_refs("overview", &self.ids.claims))
    }

    fn summary(&self, fields: Option<Fields<'_, 'a>>) -> Summary<'a> {
        let Some(fields) = fields else { return Summary { text: "", claims: Vec::new() } };
        let summary = Summary {
            text: fields.text("text"),
            claims: fields.needed_refs("claims", &self.ids.claims),
        };
        fields.finish();
        summary
    }

    fn pillar(&self, fields: &Fields<'_, 'a>) -> Pillar<'a> {
        let claims = |key| fields.refs(key, &self.ids.claims);
        Pillar {
            id: fields.known_text("id"),
            name: fields.text("name"),
            subject: fields.text("subject"),
            access_summary: self.summary(fields.table("access_summary")),
            what: claims("what"),
            access: claims("access"),
            progress: claims("progress"),
            obstacles: claims("obstacles"),
        }
    }

    fn country(&self, fields: &Fields<'_, 'a>) -> Country<'a> {
        let claims = |key| fields.refs(key, &self.ids.claims);
        // Read on its own later, see `shape`.
        fields.table("atlas");
        let capital = fields.table("capital").map_or("", |capital| {
            let name = capital.text("name");
            capital.known_text("lat");
            capital.known_text("lon");
            capital.finish();
            name
        });
        Country {
            id: fields.known_text("id"),
            name: fields.text("name"),
            group: fields.choice("group", Group::ALL, Group::Mentioned),
            capital,
            summary: self.summary(fields.table("summary")),
            history: self.history(&fields.tables("status")),
            last_confirmed: fields
                .optional_table("last_confirmed")
                .map(|fields| self.confirmation(&fields)),
            why: claims("why"),
            strengths: claims("strengths"),
            obstacles: claims("obstacles"),
            note: fields.optional_text("note"),
            mentions: claims("mentions"),
        }
    }

    fn history(&self, entries: &[Fields<'_, 'a>]) -> Vec<StatusEntry<'a>> {
        let history = each(entries, |fields| self.status(fields));
        let dates = history.iter().map(|entry| entry.from.date);
        check::in_order("status", "from", dates, entries);
        history
    }

    fn status(&self, fields: &Fields<'_, 'a>) -> StatusEntry<'a> {
        let choices = Status::ALL.map(|status| (status, status.content_name()));
        let (from, claims) = (fields.when("from"), fields.needed_refs("claims", &self.ids.claims));
        StatusEntry {
            from,
            known: known::status(from, &claims, &self.claims_known),
            pillar: fields.needed_reference("pillar", &self.ids.pillars).unwrap_or_default(),
            status: fields.choice("status", &choices, Status::Closed),
            claims,
            note: fields.optional_text("note"),
        }
    }

    fn confirmation(&self, fields: &Fields<'_, 'a>) -> Confirmation<'a> {
        let claims = fields.needed_refs("claims", &self.ids.claims);
        let confirmation =
            Confirmation { date: fields.date("date"), claims, note: fields.text("note") };
        fields.finish();
        confirmation
    }

    fn tie(&self, fields: &Fields<'_, 'a>) -> Tie<'a> {
        let id = fields.known_text("id");
        let country = |code| self.ids.countries.get(code);
        let between =
            id.split_once('-').and_then(|(one, other)| Some([country(one)?, country(other)?]));
        let between = between.filter(|[one, other]| one < other).unwrap_or_else(|| {
            let message = format!(
                "`{id}` does not name two countries in the order of partners: write, say, `aus-kor`"
            );
            fields.report("id", message);
            Default::default()
        });
        let claims = fields.needed_refs("claims", &self.ids.claims);
        Tie { id, between, label: fields.text("label"), claims }
    }

    fn technology(&self, fields: &Fields<'_, 'a>) -> Technology<'a> {
        let claims = |key| fields.refs(key, &self.ids.claims);
        Technology {
            id: fields.known_text("id"),
            name: fields.text("name"),
            short_name: fields.text("short_name"),
            group: fields.choice("group", TechnologyGroup::ALL, TechnologyGroup::Technology),
            explanation: fields.text("explanation"),
            activity: claims("activity"),
            partner_links: claims("partner_links"),
            see_also: claims("see_also"),
            article_terms: texts(fields, "article_terms"),
            article_note: fields.text("article_note"),
            sources: fields.needed_refs("sources", &self.ids.sources),
            gap: fields.optional_text("gap"),
        }
    }

    fn event(&self, fields: &Fields<'_, 'a>) -> Event<'a> {
        let (when, expected) = (fields.when("date"), fields.flag("expected", false));
        let sources = fields.needed_refs("sources", &self.ids.sources);
        // What has happened counts from its own day: it is an event, and not the report of one.
        let known =
            if expected { known::fact(when, true, self.first_source(&sources)) } else { when.date };
        Event {
            id: fields.known_text("id"),
            when,
            known,
            title: fields.text("title"),
            summary: fields.text("summary"),
            kind: fields.choice("kind", EventKind::ALL, EventKind::Milestone),
            about: self.topics(fields, "about"),
            sources,
            claims: fields.refs("claims", &self.ids.claims),
            expected,
            note: fields.optional_text("note"),
        }
    }

    fn statement(&self, fields: &Fields<'_, 'a>) -> Statement<'a> {
        let (when, sources) =
            (fields.when("date"), fields.needed_refs("sources", &self.ids.sources));
        let (mode, text) =
            (fields.choice("mode", Mode::ALL, Mode::Paraphrase), fields.text("text"));
        let words = text.split_whitespace().count();
        if mode == Mode::Quote && words > QUOTATION_WORDS {
            fields.report("text", format!("a quotation of {words} words: shorten it to {QUOTATION_WORDS}, or give it in own words"));
        }
        let verification =
            |()| fields.choice("verification", Verification::ALL, Verification::Partly);
        Statement {
            id: fields.known_text("id"),
            who: fields.reference("who", &self.ids.people),
            speaker: fields.text("speaker"),
            when,
            known: known::fact(when, false, self.first_source(&sources)),
            place: fields.text("place"),
            mode,
            text,
            sources,
            about: self.topics(fields, "about"),
            in_article: fields.flag("in_article", false),
            verification: fields.optional_text("verification").map(|_| ()).map(verification),
            note: fields.optional_text("note"),
        }
    }

    fn person(&self, fields: &Fields<'_, 'a>) -> Person<'a> {
        Person {
            id: fields.known_text("id"),
            name: fields.text("name"),
            role: fields.text("role"),
            as_of: fields.when("as_of"),
            country: fields.needed_reference("country", &self.ids.countries).unwrap_or_default(),
            in_article: fields.flag("in_article", false),
            article_name: fields.optional_text("article_name"),
            name_sources: fields.refs("name_sources", &self.ids.sources),
            name_corrections: Vec::new(),
            sources: fields.needed_refs("sources", &self.ids.sources),
            note: fields.optional_text("note"),
        }
    }

    fn claim(&self, fields: &Fields<'_, 'a>) -> Claim<'a> {
        let (when, expected) = (fields.when("date"), fields.flag("expected", false));
        let sources = fields.needed_refs("sources", &self.ids.sources);
        Claim {
            id: fields.known_text("id"),
            text: fields.text("text"),
            when,
            known: known::fact(when, expected, self.first_source(&sources)),
            about: self.topics(fields, "about"),
            sources,
            confidence: fields.choice("confidence", Confidence::ALL, Confidence::Reported),
            expected,
            interpretation: fields.flag("interpretation", false),
            corrections: fields.refs("corrections", &self.ids.corrections),
            article_refs: article_refs(fields),
            note: fields.optional_text("note"),
        }
    }

    fn source(&self, fields: &Fields<'_, 'a>) -> Source<'a> {
        let hosting = fields.choice("hosting", Hosting::ALL, Hosting::Own);
        let url = fields.optional_text("url");
        check::address(hosting, url, fields);
        Source {
            id: fields.known_text("id"),
            publisher: fields.text("publisher"),
            title: fields.text("title"),
            title_shown: fields.flag("title_shown", true),
            date: fields.when("date"),
            date_shown: fields.flag("date_shown", true),
            url,
            kind: fields.choice("kind", SourceKind::ALL, SourceKind::News),
            hosting,
            language: fields.optional_text("language"),
            note: fields.optional_text("note"),
        }
    }

    fn correction(&self, fields: &Fields<'_, 'a>) -> Correction<'a> {
        Correction {
            id: fields.known_text("id"),
            article_refs: article_refs(fields),
            article_says: fields.text("article_says"),
            record_says: fields.text("record_says"),
            verdict: fields.choice("verdict", Verdict::ALL, Verdict::Imprecise),
            explanation: fields.text("explanation"),
            sources: fields.needed_refs("sources", &self.ids.sources),
            claims: fields.refs("claims", &self.ids.claims),
        }
    }

    fn limit(&self, fields: &Fields<'_, 'a>) -> Limit<'a> {
        Limit { text: fields.text("text"), about: self.topics(fields, "about") }
    }
}

/// The corrections that quote the name which the article gives a person.
fn name_corrections(person: &Person, corrections: &[Correction]) -> Vec<CorrectionId> {
    let Some(wrong) = person.article_name else { return Vec::new() };
    let quotes =
        |it: &Correction| it.verdict == Verdict::Corrected && it.article_says.contains(wrong);
    let found = corrections.iter().enumerate().filter(|(_, it)| quotes(it));
    found.filter_map(|(index, _)| CorrectionId::from_index(index)).collect()
}

fn texts<'a>(fields: &Fields<'_, 'a>, key: &'static str) -> Vec<&'a str> {
    fields.texts(key).into_iter().map(|(text, _)| text).collect()
}

/// Places in the article: `title`, or `p2s1` for paragraph 2, sentence 1.
fn article_refs<'a>(fields: &Fields<'_, 'a>) -> Vec<&'a str> {
    let places = texts(fields, "article_refs");
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_place = |place: &str| {
        let parts = place.strip_prefix('p').and_then(|rest| rest.split_once('s'));
        place == "title"
            || parts
                .is_some_and(|(paragraph, sentence)| is_number(paragraph) && is_number(sentence))
    };
    for place in places.iter().filter(|place| !is_place(place)) {
        let message = format!(
            "`{place}` is no place in the article: write `title`, or `p2s1` for paragraph 2, sentence 1"
        );
        fields.report("article_refs", message);
    }
    places
}
