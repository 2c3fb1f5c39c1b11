//! What is said of each entry, in the lists of the model: the entry with an id there has its texts here.

use model::{
    CheckId, ClaimId, Country, CountryId, EventId, LimitId, Model, PersonId, PillarId, SourceId,
    StandfirstId, StatementId, StatusOwner, StepId, TechnologyId, TermId, TieId,
};

use crate::row::{Row, Texts, texts};
use crate::{AboutText, Messages, PrintMessages, TermText};

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

            /// The texts of each entry of its lists, by name; a text that is all that an entry has goes without.
            #[must_use]
            pub fn to_named(&self) -> Vec<(&'static str, Vec<Vec<(String, String)>>)> {
                vec![$((stringify!($list), self.$list.iter().map(named_texts).collect())),*]
            }

            /// The names of the texts that the entries of each list may have, in the order of a row; those of a list within an
            /// entry once, with `*` for the number.
            #[must_use]
            pub fn layout() -> Vec<(&'static str, Vec<String>)> {
                vec![$((stringify!($list), layout_of::<$text>())),*]
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

fn named_texts<T: Texts>(entry: &T) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    entry.list("", &mut texts);
    texts
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
        /// Of the periods of the standfirst.
        standfirsts: String,
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
        /// What the record says, for each check of the article.
        records: String,
        /// What is missing or unclear, for each limit.
        limits: String,
        /// Of terms of the glossary.
        terms: TermForms,
        /// Of the steps of the story.
        steps: StepText,
    }
}

/// What is printed in one language and never drawn by the app.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PrintCatalogue {
    /// The messages.
    pub messages: PrintMessages,
    /// Of sources.
    pub sources: Vec<SourceText>,
    /// Of checks of the article.
    pub checks: Vec<CheckText>,
    /// What the article calls each technology or function.
    pub article_terms: Vec<ArticleTerms>,
    /// Of terms of the glossary, what they mean.
    pub glossary: Vec<TermText>,
    /// Who makes it, and how.
    pub about: AboutText,
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
    /// Whether others are in it, once it is closed to them.
    closed: Option<String>,
}

/// Of a country.
CountryText {
    /// Its name.
    name: String,
    /// A shorter name, for where there is little room.
    short_name: Option<String>,
    /// The name of its capital.
    capital: String,
    /// One or two sentences.
    summary: String,
    /// What a reader must know beside its lists.
    note: Option<String>,
    /// Of each entry of its status history.
    statuses: Vec<StatusText>,
    /// What speaks for its part in AUKUS.
    reasons_for: Vec<String>,
    /// What speaks against it.
    reasons_against: Vec<String>,
}

/// Of an entry of a status history.
StatusText {
    /// The answer to "is it in?" from then on.
    verdict: String,
    /// What a reader must know beside it.
    note: Option<String>,
}

/// Of a technology or function.
TechnologyText {
    /// Its full name.
    name: String,
    /// A name of one or two words.
    short_name: String,
    /// What it is, in plain words: general knowledge, not a claim about AUKUS.
    explanation: String,
    /// What is missing from the public record.
    gap: Option<String>,
    /// In a few words, what each claim that is named so says.
    details: Vec<String>,
}

/// Of an event.
EventText {
    /// A headline.
    title: String,
    /// A shorter one, for where there is little room.
    short_name: Option<String>,
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

/// Of a term of the glossary.
TermForms {
    /// As it is written in the texts, once for each way.
    form: Vec<String>,
}

/// Of a step of the story.
StepText {
    /// A few words.
    title: String,
    /// One sentence, or two short ones.
    text: String,
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
    /// Whether nothing rests on it any longer; it keeps its number.
    pub is_withdrawn: bool,
}

/// Of a check of the article, beyond what the record says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckText {
    /// What the article says, in its own words and those around them left out.
    pub quotes: Vec<String>,
    /// What the article says, in the briefing's words, where that is not plain from the quotations.
    pub article_says: Option<String>,
    /// How it is known what is right.
    pub explanation: String,
}

/// What the article calls a technology or function.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArticleTerms {
    /// Its words; none where it does not name it.
    pub terms: Vec<String>,
    /// How they were matched to the area.
    pub note: String,
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
    "text of the standfirst" standfirst StandfirstId standfirsts -> str = String::as_str,
    "texts of the pillar" pillar PillarId pillars -> PillarText = |it| it,
    "texts of the country" country CountryId countries -> CountryText = |it| it,
    "label of the tie" tie TieId ties -> str = String::as_str,
    "texts of the technology" technology TechnologyId technologies -> TechnologyText = |it| it,
    "texts of the event" event EventId events -> EventText = |it| it,
    "texts of the statement" statement StatementId statements -> StatementText = |it| it,
    "texts of the person" person PersonId people -> PersonText = |it| it,
    "texts of the claim" claim ClaimId claims -> ClaimText = |it| it,
    "publisher of the source" publisher SourceId publishers -> str = String::as_str,
    "record for the check" record CheckId records -> str = String::as_str,
    "text of the limit" limit LimitId limits -> str = String::as_str,
    "forms of the term" term TermId terms -> TermForms = |it| it,
    "texts of the step" step StepId steps -> StepText = |it| it,
}

lookups! { PrintCatalogue:
    "printed texts of the source" source SourceId sources -> SourceText = |it| it,
    "printed texts of the check" check CheckId checks -> CheckText = |it| it,
    "meaning of the term" term TermId glossary -> TermText = |it| it,
    "article's words for the technology" terms TechnologyId article_terms -> ArticleTerms = |it| it,
}

impl Catalogue {
    /// Whether it has a text for each entry of the model and for each message, so that nothing it is asked for is missing.
    #[must_use]
    pub fn fits(&self, model: &Model) -> bool {
        let counts = [
            (self.standfirsts.len(), model.standfirsts.len()),
            (self.pillars.len(), model.pillars.len()),
            (self.countries.len(), model.countries.len()),
            (self.ties.len(), model.ties.len()),
            (self.technologies.len(), model.technologies.len()),
            (self.events.len(), model.events.len()),
            (self.statements.len(), model.statements.len()),
            (self.people.len(), model.people.len()),
            (self.claims.len(), model.claims.len()),
            (self.publishers.len(), model.sources.len()),
            (self.records.len(), model.checks.len()),
            (self.limits.len(), model.limits.len()),
            (self.terms.len(), model.terms.len()),
            (self.steps.len(), model.steps.len()),
        ];
        let mut technologies = model.technologies.iter().zip(&self.technologies);
        let mut countries = model.countries.iter().zip(&self.countries);
        self.messages.is_complete()
            && counts.iter().all(|(texts, entries)| texts == entries)
            && countries.all(|(country, text)| text.fits(country))
            && technologies.all(|(it, text)| text.details.len() == it.details.len())
    }

    /// The answer to "is it in?" that a status gives.
    #[must_use]
    pub fn verdict(&self, of: StatusOwner) -> Option<&str> {
        match of {
            StatusOwner::Country(id, index) => {
                self.country(id)?.statuses.get(index).map(|it| &*it.verdict)
            }
            StatusOwner::Pillar(id) => self.pillar(id)?.closed.as_deref(),
        }
    }

    /// What a reader must know beside a status.
    #[must_use]
    pub fn status_note(&self, of: StatusOwner) -> Option<&str> {
        match of {
            StatusOwner::Country(id, index) => {
                self.country(id)?.statuses.get(index)?.note.as_deref()
            }
            StatusOwner::Pillar(_) => None,
        }
    }
}

impl CountryText {
    fn fits(&self, country: &Country) -> bool {
        self.statuses.len() == country.history.len()
            && self.reasons_for.len() == country.reasons_for.len()
            && self.reasons_against.len() == country.reasons_against.len()
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
        let additions: [fn(&mut Model); 14] = [
            |it| it.standfirsts.push(Default::default()),
            |it| it.pillars.push(Default::default()),
            |it| it.countries.push(Default::default()),
            |it| it.ties.push(Default::default()),
            |it| it.technologies.push(Default::default()),
            |it| it.events.push(Default::default()),
            |it| it.statements.push(Default::default()),
            |it| it.people.push(Default::default()),
            |it| it.claims.push(Default::default()),
            |it| it.sources.push(Default::default()),
            |it| it.checks.push(Default::default()),
            |it| it.limits.push(Default::default()),
            |it| it.terms.push(Default::default()),
            |it| it.steps.push(Default::default()),
        ];
        for add in additions {
            let mut model = Model::default();
            add(&mut model);
            assert!(!catalogue.fits(&model), "{model:?}");
        }
    }

    #[test]
    fn each_status_has_its_texts() {
        let country = model::Country { history: vec![Default::default()], ..Default::default() };
        let model = Model { countries: vec![country], ..Model::default() };
        let fits = |count| {
            let statuses = vec![StatusText::default(); count];
            let country = CountryText { statuses, ..CountryText::default() };
            let messages = Messages::from_fn(str::to_owned);
            Catalogue { messages, countries: vec![country], ..Catalogue::default() }.fits(&model)
        };
        assert!(fits(1));
        assert!(!fits(0) && !fits(2));
    }

    fn read(rows: &[(&'static str, Vec<Row>)]) -> Option<Catalogue> {
        let list = |name| rows.iter().find(|it| it.0 == name).map(|it| it.1.clone());
        Catalogue::from_rows(|name| list(name).unwrap_or_default())
    }

    #[test]
    fn each_text_has_a_name() {
        let status = StatusText { note: Some("Once.".to_owned()), ..StatusText::default() };
        let country =
            CountryText { statuses: vec![StatusText::default(), status], ..CountryText::default() };
        let catalogue = Catalogue {
            countries: vec![country],
            ties: vec!["Yarn".to_owned()],
            ..Catalogue::default()
        };
        let named = catalogue.to_named();
        let names = |list| {
            let entries = &named.iter().find(|it| it.0 == list).unwrap().1;
            entries.iter().flatten().map(|it| &*it.0).collect::<Vec<_>>().join(" ")
        };
        let of_country =
            "name capital summary statuses/1/verdict statuses/2/verdict statuses/2/note";
        assert_eq!((names("countries"), names("ties")), (of_country.to_owned(), String::new()));
    }

    #[test]
    fn rows_hold_all_texts() {
        let country = CountryText {
            name: "Sweden".to_owned(),
            note: Some("< & “”".to_owned()),
            statuses: vec![
                StatusText::default(),
                StatusText { verdict: "No.".to_owned(), note: Some("Once.".to_owned()) },
            ],
            reasons_against: vec!["It rains.".to_owned()],
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
