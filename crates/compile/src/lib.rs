//! Compiles a folder of content and the map data into what a page is made of: the state that goes into the wasm, the texts
//! that go into the page, and the drawing of the map.

use std::error::Error;
use std::fs;
use std::path::Path;

use atlas::{Atlas, Wanted};
use content::{Content, Shape};
use edition::Record;
use model::{CountryId, Model};
use text::{Catalogue, PrintCatalogue};

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
    /// The map sheet: one hidden `svg` of shapes, which the app draws with `use`.
    pub sheet: String,
}

/// Compiles a folder of content with the map data of the project in a folder.
///
/// # Errors
/// Every problem of the content with its place, a line each; or what is wrong with the map data.
pub fn compile(content: &Path, project: &Path) -> Result<Compiled, Box<dyn Error>> {
    let content = content::read(&content::load(content)?)?;
    let record = Record::of(&content);
    let Content { mut model, text, print_text, shapes, names: _ } = content;
    let map = fs::read_to_string(project.join("assets/map/countries-50m.json"))?;
    let Atlas { svg, sheet } = draw(&map, &model, &shapes)?;
    model.sheet = sheet;
    Ok(Compiled { model, text, print_text, record, sheet: svg })
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
