//! What the briefing says in one language.
//!
//! A [`Catalogue`] holds the messages of the page and the texts of each entry, asked by the ids of the model; it is data in
//! the page, and what another language replaces. A [`PrintCatalogue`] holds what is only printed. Knows of no browser.

mod catalogue;
mod format;
mod heading;
mod messages;
mod row;

pub use catalogue::{
    Catalogue, ClaimText, CorrectionText, CountryText, EventText, PersonText, PillarText,
    PrintCatalogue, SourceText, StatementText, TechnologyText,
};
pub use format::format;
pub use heading::heading;
pub use messages::{MESSAGES, MessageKey, Messages, PRINT_MESSAGES, PrintMessages};
pub use row::Row;
