//! Prints into the page that trunk has built what the app does not carry: the map sheet, the places of the markers, and
//! the words of the head. Trunk runs it after each build; see `Trunk.toml`.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

mod page;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .ok_or("TRUNK_STAGING_DIR is not set: run `trunk build`, which runs this")?;
    let path = PathBuf::from(folder).join("index.html");
    let briefing = aukus_briefing::briefing()
        .ok_or("the compiled briefing cannot be read: run `cargo clean`, then build again")?;
    let page = page::print(&fs::read_to_string(&path)?, &page::slots(briefing))?;
    Ok(fs::write(&path, page)?)
}
