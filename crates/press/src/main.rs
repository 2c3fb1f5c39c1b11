//! Prints the page that trunk has built: the app's markup, so that it can be read before any script runs and without one;
//! what stands around the app; the map sheet; the head; and the whole as one file. Trunk runs it after each build; see
//! `Trunk.toml`.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

mod file;
mod head;
mod markup;
mod page;
mod policy;

use file::Bound;

/// The briefing as one file, beside `index.html`.
const FILE: &str = "aukus-briefing.html";

/// What everything here returns.
type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Outcome {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("TRUNK_STAGING_DIR is not set: run `trunk build`, which runs this")?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|it| it == "release");
    print(&folder, is_release)
}

fn print(folder: &Path, is_release: bool) -> Outcome {
    let briefing = aukus_briefing::briefing()
        .ok_or("the compiled briefing cannot be read: run `cargo clean`, then build again")?;
    let index = folder.join("index.html");
    let template = page::with_one_style(&fs::read_to_string(&index)?);
    let site = page::print(&template, &page::slots(briefing, Some(FILE))?)?;
    let site = Bound::find(&site)?.beside();
    if !is_release {
        // While it is being served, trunk puts a script of its own into the page, which a policy would stop.
        return Ok(fs::write(index, site)?);
    }
    let site = policy::with_policy(&site, policy::Of::Site)?;
    fs::write(folder.join("_headers"), policy::headers(&site)?)?;
    fs::write(index, site)?;
    let file = page::print(&template, &page::slots(briefing, None)?)?;
    let file = Bound::find(&file)?.inside(folder)?;
    fs::write(folder.join(FILE), policy::with_policy(&file, policy::Of::File)?)?;
    Ok(())
}
