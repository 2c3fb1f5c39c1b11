//! Reads what the briefing rests on, and the checks of the article against it.

use model::{Check, CountryId, Hosting, Source, SourceKind, Verdict};
use text::{CheckText, SourceText};

use super::{Reader, article_places, known_id, note, optional_text, text, texts};
use crate::check;
use crate::fields::Fields;

impl<'t> Reader<'t> {
    /// A source, its publisher, and its other texts.
    pub(super) fn source(&self, fields: &Fields<'t, '_>) -> (Source, (String, SourceText)) {
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
            is_withdrawn: fields.flag("withdrawn", false),
            title: text(fields, "title"),
            url,
            language: optional_text(fields, "language"),
            note: note(fields),
        };
        (source, (text(fields, "publisher"), texts))
    }

    /// Whose official or parliamentary source it is.
    pub(super) fn issuer(&self, fields: &Fields<'t, '_>) -> Option<CountryId> {
        fields.reference("country", &self.ids.countries)
    }

    /// A check of the article, what the record says, and its other texts.
    pub(super) fn check(&self, fields: &Fields<'t, '_>) -> (Check, (String, CheckText)) {
        let check = Check {
            id: known_id(fields),
            article_places: article_places(fields),
            verdict: fields.choice("verdict", Verdict::ALL, Verdict::Imprecise),
            sources: fields.needed_refs("sources", &self.ids.sources),
            claims: self.claims(fields, "claims"),
            cards: fields.resolve(
                "cards",
                "entry with a card",
                |id| self.ids.entity(id),
                || self.ids.entity_names().collect(),
            ),
        };
        let texts = CheckText {
            quotes: texts(fields, "quotes"),
            article_says: optional_text(fields, "article_says"),
            explanation: text(fields, "explanation"),
        };
        check::words_of_the_article(fields, &texts);
        fields.optional_text("editor_note");
        (check, (text(fields, "record_says"), texts))
    }
}
