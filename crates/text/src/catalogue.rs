//! What is said of each entry, in the lists of the model: the entry with an id there has its texts here.

use model::{
    ClaimId, CorrectionId, CountryId, EventId, LimitId, Model, PersonId, PillarId, SourceId,
    StatementId, TechnologyId, TieId,
};
use serde::{Deserialize, Serialize};

use crate::{Messages, PrintMessages};

/// Everything that the app says in one language. The page carries it as data.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Catalogue {
    /// The messages of the page.
    pub messages: Messages,
    /// Of pillars.
    pub pillars: Vec<PillarText>,
    /// Of countries.
    pub countries: Vec<CountryText>,
    /// In two or three words, what the first claim of each tie says.
    pub ties: Vec<String>,
    /// Of technologies and functions.
    pub technologies: Vec<TechnologyText>,
    /// Of events.
    pub events: Vec<EventText>,
    /// Of statements.
    pub statements: Vec<StatementText>,
    /// Of people.
    pub people: Vec<PersonText>,
    /// Of claims.
    pub claims: Vec<ClaimText>,
    /// Who published each source.
    pub publishers: Vec<String>,
    /// What the record says, for each correction.
    pub records: Vec<String>,
    /// What is missing or unclear, for each limit.
    pub limits: Vec<String>,
}

/// What is printed in one language and never drawn by the app.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrintCatalogue {
    /// The messages.
    pub messages: PrintMessages,
    /// Of sources.
    pub sources: Vec<SourceText>,
    /// Of corrections.
    pub corrections: Vec<CorrectionText>,
}

/// Of one of the two pillars.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PillarText {
    /// "Pillar I".
    pub name: String,
    /// What it is about, in a few words.
    pub subject: String,
    /// Whether others can take part, in a few words.
    pub access_summary: String,
}

/// Of a country.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountryText {
    /// Its name.
    pub name: String,
    /// The name of its capital.
    pub capital: String,
    /// One or two sentences.
    pub summary: String,
    /// What a reader must know beside its lists.
    pub note: Option<String>,
    /// What a reader must know beside each entry of its status history.
    pub status_notes: Vec<Option<String>>,
    /// What exactly the latest source still confirms.
    pub confirmed: Option<String>,
}

/// Of a technology or function.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TechnologyText {
    /// Its full name.
    pub name: String,
    /// A name of one or two words.
    pub short_name: String,
    /// What it is, in plain words: general knowledge, not a claim about AUKUS.
    pub explanation: String,
    /// The article's words for it.
    pub article_terms: Vec<String>,
    /// How the article's words were matched to it.
    pub article_note: String,
    /// What is missing from the public record.
    pub gap: Option<String>,
}

/// Of an event.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventText {
    /// A headline.
    pub title: String,
    /// At most two sentences.
    pub summary: String,
    /// What a reader must know beside it.
    pub note: Option<String>,
}

/// Of a statement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementText {
    /// Who said it.
    pub speaker: String,
    /// Where.
    pub place: String,
    /// What was said.
    pub text: String,
    /// What a reader must know beside it.
    pub note: Option<String>,
}

/// Of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonText {
    /// The name.
    pub name: String,
    /// The office held.
    pub role: String,
    /// The name the article gives instead.
    pub article_name: Option<String>,
    /// What a reader must know beside it.
    pub note: Option<String>,
}

/// Of a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClaimText {
    /// One sentence.
    pub text: String,
    /// What a reader must know beside it.
    pub note: Option<String>,
}

/// Of a source, beyond its publisher.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceText {
    /// Its title.
    pub title: String,
    /// Where it is; none where only a copy was read.
    pub url: Option<String>,
    /// Its language (ISO 639-1), where it is not English.
    pub language: Option<String>,
    /// What a reader must know beside it.
    pub note: Option<String>,
}

/// Of a correction, beyond what the record says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CorrectionText {
    /// What the article says.
    pub article_says: String,
    /// How it is known what is right.
    pub explanation: String,
}

macro_rules! lookups {
    ($catalogue:ident: $($what:literal $one:ident $id:ident $list:ident -> $text:ty = $get:expr),* $(,)?) => {
        impl $catalogue {$(
            #[doc = concat!("The ", $what, " with this id.")]
            #[must_use]
            pub fn $one(&self, id: $id) -> Option<&$text> {
                self.$list.get(id.index()).map($get)
            }
        )*}
    };
}

lookups! { Catalogue:
    "texts of the pillar" pillar PillarId pillars -> PillarText = |it| it,
    "texts of the country" country CountryId countries -> CountryText = |it| it,
    "label of the tie" tie TieId ties -> str = String::as_str,
    "texts of the technology" technology TechnologyId technologies -> TechnologyText = |it| it,
    "texts of the event" event EventId events -> EventText = |it| it,
    "texts of the statement" statement StatementId statements -> StatementText = |it| it,
    "texts of the person" person PersonId people -> PersonText = |it| it,
    "texts of the claim" claim ClaimId claims -> ClaimText = |it| it,
    "publisher of the source" publisher SourceId publishers -> str = String::as_str,
    "record for the correction" record CorrectionId records -> str = String::as_str,
    "text of the limit" limit LimitId limits -> str = String::as_str,
}

lookups! { PrintCatalogue:
    "printed texts of the source" source SourceId sources -> SourceText = |it| it,
    "printed texts of the correction" correction CorrectionId corrections -> CorrectionText = |it| it,
}

impl Catalogue {
    /// Whether it has a text for each entry of the model and for each message, so that nothing it is asked for is missing.
    #[must_use]
    pub fn fits(&self, model: &Model) -> bool {
        let counts = [
            (self.pillars.len(), model.pillars.len()),
            (self.countries.len(), model.countries.len()),
            (self.ties.len(), model.ties.len()),
            (self.technologies.len(), model.technologies.len()),
            (self.events.len(), model.events.len()),
            (self.statements.len(), model.statements.len()),
            (self.people.len(), model.people.len()),
            (self.claims.len(), model.claims.len()),
            (self.publishers.len(), model.sources.len()),
            (self.records.len(), model.corrections.len()),
            (self.limits.len(), model.limits.len()),
        ];
        let histories = model.countries.iter().zip(&self.countries);
        self.messages.is_complete()
            && counts.iter().all(|(texts, entries)| texts == entries)
            && histories.into_iter().all(|(it, text)| it.history.len() == text.status_notes.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::MESSAGES;

    #[test]
    fn a_catalogue_of_another_model_does_not_fit() {
        let messages = Messages::from_fn(str::to_owned);
        let catalogue = Catalogue { messages, ..Catalogue::default() };
        let mut model = Model::default();
        assert!(catalogue.fits(&model));
        model.events.push(model::Event::default());
        assert!(!catalogue.fits(&model));
        assert!(!Catalogue::default().fits(&Model::default()));
        assert_eq!(catalogue.messages.title(), MESSAGES[0].key);
    }
}
