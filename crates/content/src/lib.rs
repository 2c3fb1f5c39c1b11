//! Reads a folder of content into a checked model and its texts, or says everything that is wrong with it at once.
//!
//! 1. [`load`] takes the files of the folder as text.
//! 2. Each file is parsed as TOML; its tables are sorted by kind, whatever file they stand in.
//! 3. Ids are gathered, so that entries may refer to one another in any order.
//! 4. Each entry is read into model and catalogue; every date on which it became known is worked out.
//! 5. What only shows in the whole is checked: order, sources that nothing cites, the edition.
//!
//! For builds and tests. Nothing here draws, and nothing here reaches the browser.

mod about;
mod changes;
mod check;
mod diagnostic;
mod document;
mod entities;
mod evidence;
mod fields;
mod ids;
mod index;
mod known;
mod load;
mod messages;

#[cfg(test)]
mod tests;

use model::Model;
use text::{Catalogue, PrintCatalogue};

pub use changes::ChangeReason;
pub use diagnostic::{Diagnostic, Diagnostics, Place};
pub use load::{folder, load};

/// A content file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path as messages name it.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// What the content files say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Content {
    /// The state of the briefing, with an empty map sheet.
    pub model: Model,
    /// What the app says.
    pub text: Catalogue,
    /// What is only printed.
    pub print_text: PrintCatalogue,
    /// Where to find the countries in the map data, in the order of `model.countries`.
    pub shapes: Vec<Shape>,
    /// The ids of what is known by its number alone.
    pub names: Names,
    /// Why things changed since the edition before, in the order of content.
    pub changes: Vec<ChangeReason>,
}

/// The ids by which content files name what the model knows by its number alone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// Of the claims, in the order of `model.claims`.
    pub claims: Vec<String>,
    /// Of the sources, in the order of `model.sources`.
    pub sources: Vec<String>,
}

/// Where to find a country in the map data, and its capital.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// The ISO 3166-1 numeric code that the map data gives it.
    pub code: String,
    /// The name that the map data gives it.
    pub name: String,
    /// The longitude of its capital in degrees east.
    pub capital_lon_deg: f64,
    /// The latitude of its capital in degrees north.
    pub capital_lat_deg: f64,
}

/// Reads content files into a briefing.
///
/// # Errors
/// Every problem found, by file and position. Where a file is not TOML, only that is said: the rest would follow from it.
pub fn read(files: &[File]) -> Result<Content, Diagnostics> {
    let problems = fields::Problems::default();
    let documents = document::parse(files, &problems);
    problems.stop_if_any()?;
    let content = entities::read(&documents, &problems);
    problems.stop_if_any()?;
    content.ok_or_else(Diagnostics::default)
}
