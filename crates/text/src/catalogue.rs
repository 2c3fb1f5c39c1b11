//! What is said of each entry, in the lists of the model: the entry with an id there has its texts here.

use model::{
    ClaimId, CorrectionId, CountryId, EventId, LimitId, Model, PersonId, PillarId, SourceId,
    StatementId, TechnologyId, TieId,
};

use crate::row::{Row, Texts, texts};
use crate::{Messages, PrintMessages};

macro_rules! catalogue {
    ($(#[$doc:meta])* $name:ident { $($(#[$list_doc:meta])* $list:ident: $text:ty),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            /// The messages of the page.
            pub messages: Messages,
            $($(#[$list_doc])* pub $list: Vec<$text>),*
        }

        impl $name {
            /// Its lists as rows of texts, by name: the form in which the page carries it.
            #[must_use]
            pub fn to_rows(&self) -> Vec<(&'static str, Vec<Row>)> {
                vec![
                    ("messages", self.messages.0.iter().map(Texts::to_row).collect()),
                    $((stringify!($list), self.$list.iter().map(Texts::to_row).collect())),*
                ]
            }

            /// The names of the texts in a row of each list, as [`to_rows`](Self::to_rows) has them; those of a list within
            /// a row once, with `*` for the number. A row that is one text has one without a name.
            #[must_use]
            pub fn layout() -> Vec<(&'static str, Vec<String>)> {
                vec![
                    ("messages", layout_of::<String>()),
                    $((stringify!($list), layout_of::<$text>())),*
                ]
            }

            /// The catalogue whose lists `rows` gives, by name; `None` if a row does not have the texts that it should.
            pub fn from_rows(mut rows: impl FnMut(&'static str) -> Vec<Row>) -> Option<Self> {
                Some(Self {
                    messages: Messages(read_all(rows("messages"))?),
                    $($list: read_all(rows(stringify!($list)))?),*
                })
            }
        }
    };
}

fn layout_of<T: Texts>() -> Vec<String> {
    let mut layout = Vec::new();
    T::layout("", &mut layout);
    layout
}

fn read_all<T: Texts>(rows: Vec<Row>) -> Option<Vec<T>> {
    rows.into_iter().map(T::from_row).collect()
}

catalogue! {
    /// Everything that the app says in one language. The page carries it as data.
    Catalogue {
        /// Of pillars.
        pillars: PillarText,
        /// Of countries.
        countries: CountryText,
        /// In two or three words, what the first claim of each tie says.
        ties: String,
        /// Of technologies and functions.
        technologies: TechnologyText,
        /// Of events.
        events: EventText,
        /// Of statements.
        statements: StatementText,
        /// Of people.
        people: PersonText,
        /// Of claims.
        claims: ClaimText,
        /// Who published each source.
        publishers: String,
        /// What the record says, for each correction.
        records: String,
        /// What is missing or unclear, for each limit.
        limits: String,
    }
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

texts! {
/// Of one of the two pillars.
PillarText {
    /// "Pillar I".
    name: String,
    /// What it is about, in a few words.
    subject: String,
    /// Whether others can take part, in a few words.
    access_summary: String,
}

/// Of a country.
CountryText {
    /// Its name.
    name: String,
    /// The name of its capital.
    capital: String,
    /// One or two sentences.
    summary: String,
    /// What a reader must know beside its lists.
    note: Option<String>,
    /// What exactly the latest source still confirms.
    confirmed: Option<String>,
    /// What a reader must know beside each entry of its status history.
    status_notes: Vec<Option<String>>,
}

/// Of a technology or function.
TechnologyText {
    /// Its full name.
    name: String,
    /// A name of one or two words.
    short_name: String,
    /// What it is, in plain words: general knowledge, not a claim about AUKUS.
    explanation: String,
    /// How the article's words were matched to it.
    article_note: String,
    /// What is missing from the public record.
    gap: Option<String>,
    /// The article's words for it.
    article_terms: Vec<String>,
}

/// Of an event.
EventText {
    /// A headline.
    title: String,
    /// At most two sentences.
    summary: String,
    /// What a reader must know beside it.
    note: Option<String>,
}

/// Of a statement.
StatementText {
    /// Who said it.
    speaker: String,
    /// Where.
    place: String,
    /// What was said.
    text: String,
    /// What a reader must know beside it.
    note: Option<String>,
}

/// Of a person.
PersonText {
    /// The name.
    name: String,
    /// The office held.
    role: String,
    /// The name the article gives instead.
    article_name: Option<String>,
    /// What a reader must know beside it.
    note: Option<String>,
}

/// Of a claim.
ClaimText {
    /// One sentence.
    text: String,
    /// What a reader must know beside it.
    note: Option<String>,
}
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
        assert_eq!(catalogue.messages.title(), MESSAGES[0].key);
        assert!(catalogue.fits(&Model::default()));
        assert!(!Catalogue::default().fits(&Model::default()));
        let additions: [fn(&mut Model); 11] = [
            |it| it.pillars.push(Default::default()),
            |it| it.countries.push(Default::default()),
            |it| it.ties.push(Default::default()),
            |it| it.technologies.push(Default::default()),
            |it| it.events.push(Default::default()),
            |it| it.statements.push(Default::default()),
            |it| it.people.push(Default::default()),
            |it| it.claims.push(Default::default()),
            |it| it.sources.push(Default::default()),
            |it| it.corrections.push(Default::default()),
            |it| it.limits.push(Default::default()),
        ];
        for add in additions {
            let mut model = Model::default();
            add(&mut model);
            assert!(!catalogue.fits(&model), "{model:?}");
        }
    }

    #[test]
    fn each_status_has_a_note_or_none() {
        let country = model::Country { history: vec![Default::default()], ..Default::default() };
        let model = Model { countries: vec![country], ..Model::default() };
        let fits = |status_notes| {
            let country = CountryText { status_notes, ..CountryText::default() };
            let messages = Messages::from_fn(str::to_owned);
            Catalogue { messages, countries: vec![country], ..Catalogue::default() }.fits(&model)
        };
        assert!(fits(vec![None]));
        assert!(!fits(vec![]) && !fits(vec![None, None]));
    }

    fn read(rows: &[(&'static str, Vec<Row>)]) -> Option<Catalogue> {
        let list = |name| rows.iter().find(|it| it.0 == name).map(|it| it.1.clone());
        Catalogue::from_rows(|name| list(name).unwrap_or_default())
    }

    #[test]
    fn each_text_of_a_row_has_a_name() {
        let layouts: Vec<_> = Catalogue::layout();
        let layout = |list| layouts.iter().find(|it| it.0 == list).unwrap().1.join(" ");
        assert_eq!(layout("countries"), "name capital summary note confirmed status_notes/*");
        assert_eq!((layout("ties"), layout("messages")), (String::new(), String::new()));
    }

    #[test]
    fn rows_hold_all_texts() {
        let country = CountryText {
            name: "Sweden".to_owned(),
            note: Some("< & “”".to_owned()),
            status_notes: vec![None, Some("Once.".to_owned()), None],
            ..CountryText::default()
        };
        let catalogue = Catalogue {
            messages: Messages::from_fn(str::to_owned),
            countries: vec![country, CountryText::default()],
            ties: vec!["Yarn".to_owned()],
            ..Catalogue::default()
        };
        let mut rows = catalogue.to_rows();
        assert_eq!(read(&rows), Some(catalogue));
        for (_, rows) in &mut rows {
            rows.push(vec![None, None, None]);
        }
        assert_eq!(read(&rows), None);
        assert_eq!(read(&[]), Some(Catalogue::default()));
    }
}
