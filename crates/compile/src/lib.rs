//! Compiles a folder of content and the map data into what a page is made of: the state that goes into the wasm, the texts
//! that go into the page, and the drawing of the map.

use std::error::Error;
use std::fs;
use std::path::Path;

use atlas::{Atlas, Wanted};
use content::{Content, Diagnostics, Shape};
use edition::{Archive, ReasonProblem, Record};
use model::{CountryId, Date, Model};
use text::{Catalogue, Changes, PrintCatalogue};

pub use content::folder as content_folder;

/// Where the state is written, in the folder of the project, for the app to include.
pub const STATE_FILE: &str = "target/briefing/state.bin";

/// What a page is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Compiled {
    /// The state of the briefing, with the places of its countries on the map sheet.
    pub model: Model,
    /// What the app says.
    pub text: Catalogue,
    /// What is only printed.
    pub print_text: PrintCatalogue,
    /// What the edition says, by key.
    pub record: Record,
    /// The editions that are closed, in the order of their numbers.
    pub closed: Vec<Closed>,
    /// What changed since the edition before; none if no edition before it is kept.
    pub changes: Option<Changes>,
    /// The map sheet: one hidden `svg` of shapes, which the app draws with `use`.
    pub sheet: String,
}

/// An edition that is closed.
#[derive(Clone, Debug, PartialEq)]
pub struct Closed {
    /// Its number.
    pub number: u16,
    /// The day on which it was closed.
    pub date: Date,
    /// What changed since the edition before; none of the first that is kept.
    pub changes: Option<Changes>,
}

/// Compiles a folder of content with the map data of the project in a folder.
///
/// # Errors
/// Every problem of the content with its place, a line each; or what is wrong with the map data.
pub fn compile(content: &Path, project: &Path) -> Result<Compiled, Box<dyn Error>> {
    let archive = Archive::load(content)?;
    let content = content::read(&content::load(content)?)?;
    let record = Record::of(&content);
    let changes = changes(&archive, &record, &content)?;
    let closed = closed(&archive, &content.model);
    let Content { mut model, text, print_text, shapes, .. } = content;
    let map = fs::read_to_string(project.join("assets/map/countries-50m.json"))?;
    let Atlas { svg, sheet } = draw(&map, &model, &shapes)?;
    model.sheet = sheet;
    Ok(Compiled { model, text, print_text, record, closed, changes, sheet: svg })
}

/// What changed since the edition before. While an edition is being written, a reason may still be missing, but none may name
/// what did not change; a test and the closing of an edition ask for all reasons.
fn changes(
    archive: &Archive,
    record: &Record,
    content: &Content,
) -> Result<Option<Changes>, Diagnostics> {
    let Some((changes, mut problems)) = edition::changes_since(archive, record, &content.model)
    else {
        return Ok(None);
    };
    problems.retain(|it| !matches!(it, ReasonProblem::Unexplained(_)));
    if problems.is_empty() {
        Ok(Some(changes))
    } else {
        Err(edition::diagnostics(&problems, content, changes.since))
    }
}

fn closed(archive: &Archive, model: &Model) -> Vec<Closed> {
    let closed = |it: &Record| Closed {
        number: it.number,
        date: it.date,
        changes: edition::changes_since(archive, it, model).map(|it| it.0),
    };
    archive.records.iter().map(closed).collect()
}

/// Compiles the small made-up briefing of `tests/content`, for tests.
///
/// # Errors
/// As [`compile`].
pub fn sample() -> Result<Compiled, Box<dyn Error>> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    compile(&project.join("tests/content"), &project)
}

/// The state as bytes, in postcard's format, which the app reads with serde.
///
/// # Errors
/// None for any model that can be compiled.
pub fn state(model: &Model) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(model)
}

fn draw(map: &str, model: &Model, shapes: &[Shape]) -> Result<Atlas, atlas::Error> {
    let wanted: Vec<Wanted> = model
        .countries
        .iter()
        .zip(shapes)
        .map(|(country, shape)| Wanted {
            id: &country.id,
            code: &shape.code,
            name: &shape.name,
            capital_lon_deg: shape.capital_lon_deg,
            capital_lat_deg: shape.capital_lat_deg,
        })
        .collect();
    let ties: Vec<_> =
        model.ties.iter().map(|tie| tie.between.map(CountryId::index).into()).collect();
    atlas::draw(map, &wanted, &ties)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_is_read_as_it_was_written() {
        let compiled = sample().unwrap();
        let bytes = state(&compiled.model).unwrap();
        assert_eq!(postcard::from_bytes(&bytes), Ok(compiled.model));
    }
}
