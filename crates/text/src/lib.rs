//! What the briefing says in one language.
//!
//! A [`Catalogue`] holds the messages of the page and the texts of each entry, asked by the ids of the model; it is data in
//! the page, and what another language replaces. A [`PrintCatalogue`] holds what is only printed. Knows of no browser.

mod about;
mod catalogue;
mod changes;
mod format;
mod heading;
mod messages;
mod row;
mod words;

pub use about::{AboutText, Contact, TermText};
pub use catalogue::{
    ArticleTerms, Catalogue, CheckText, ClaimText, CountryText, EventText, PersonText, PillarText,
    PrintCatalogue, SourceText, StatementText, StatusText, StepText, TechnologyText, TermForms,
};
pub use changes::{Alteration, Aspect, Change, ChangeKind, Changed, Changes};
pub use format::format;
pub use heading::heading;
pub use messages::{MESSAGES, MessageKey, Messages, PRINT_MESSAGES, PrintMessages};
pub use row::Row;
pub use words::stands_apart;
