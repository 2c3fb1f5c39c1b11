//! Reads what happened, what was said and by whom, what ties countries, and each statement of fact.

use model::{
    Claim, Confidence, CountryId, Event, EventKind, Mode, Person, Statement, Tie, Verification,
};
use text::{ClaimText, EventText, PersonText, StatementText};

use super::{Reader, article_places, known_id, note, optional_text, text};
use crate::fields::Fields;
use crate::{check, known};

/// The longest short name of an event, in characters: what has room beside a square.
const NAME_CHARACTERS: usize = 28;

impl<'t> Reader<'t> {
    pub(super) fn tie(&self, fields: &Fields<'t, '_>) -> (Tie, String) {
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

    pub(super) fn event(&self, fields: &Fields<'t, '_>) -> (Event, EventText) {
        let (when, expected) = (fields.when("date"), fields.flag("expected", false));
        let sources = fields.needed_refs("sources", &self.ids.sources);
        let known = known::fact(when, expected, self.first_source(&sources));
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
            short_name: short_name(fields),
            summary: text(fields, "summary"),
            note: note(fields),
        };
        (event, text)
    }

    pub(super) fn statement(&self, fields: &Fields<'t, '_>) -> (Statement, StatementText) {
        let (when, sources) =
            (fields.when("date"), fields.needed_refs("sources", &self.ids.sources));
        let (mode, said) =
            (fields.choice("mode", Mode::ALL, Mode::Paraphrase), text(fields, "text"));
        if mode == Mode::Quote {
            check::quotation("text", &[&said], fields);
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
            verification: fields.optional_text("verification").map(verification),
        };
        let text = StatementText {
            speaker: text(fields, "speaker"),
            place: text(fields, "place"),
            text: said,
            note: note(fields),
        };
        (statement, text)
    }

    pub(super) fn person(&self, fields: &Fields<'t, '_>) -> (Person, PersonText) {
        let person = Person {
            id: known_id(fields),
            as_of: fields.when("as_of"),
            country: fields.needed_reference("country", &self.ids.countries).unwrap_or_default(),
            sources: fields.needed_refs("sources", &self.ids.sources),
        };
        let text = PersonText {
            name: text(fields, "name"),
            role: text(fields, "role"),
            note: note(fields),
        };
        (person, text)
    }

    pub(super) fn claim(&self, fields: &Fields<'t, '_>) -> (Claim, ClaimText) {
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
            article_places: article_places(fields),
        };
        (claim, ClaimText { text: text(fields, "text"), note: note(fields) })
    }
}

fn short_name(fields: &Fields<'_, '_>) -> Option<String> {
    let name = optional_text(fields, "short_name");
    check::is_short("short_name", name.as_deref().unwrap_or_default(), NAME_CHARACTERS, fields);
    name
}
