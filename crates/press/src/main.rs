//! Prints the page that trunk has built: the app's markup, so that it can be read before any script runs and without one;
//! what stands around the app; the map sheet; the head; and the whole as one file. Beside it, its pictures, what web
//! servers are told, and what they may hand out packed. Trunk runs it after each build; see `Trunk.toml`.

use std::path::{Path, PathBuf};
use std::{env, fs};

mod artifact;
mod contact;
mod escape;
mod html;
mod outcome;
mod package;
mod render;
mod share;
mod shrink;
mod source;
mod template;
#[cfg(test)]
mod verified;

use artifact::{Artifact, FILE};
use outcome::Outcome;
use package::app::App;
use package::{editions, file, hosting, packed, policy, sums};
use render::{keys, page, style};
use share::address::Address;
use share::{changes, feed, oembed, picture};
use source::PageSource;

fn main() -> Outcome {
    let folder = named_folder("TRUNK_STAGING_DIR")?;
    editions::take_over(&named_folder("TRUNK_DIST_DIR")?, &folder)?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|it| it == "release");
    // What a full address is for is made in a release only.
    let address = Address::from_environment()?.filter(|_| is_release);
    print(&folder, is_release, address.as_ref())
}

/// A folder that trunk names.
fn named_folder(variable: &str) -> Result<PathBuf, String> {
    env::var_os(variable)
        .map(PathBuf::from)
        .ok_or_else(|| format!("{variable} is not set: run `trunk build`, which runs this"))
}

fn print(folder: &Path, is_release: bool, address: Option<&Address>) -> Outcome {
    keys::print(folder)?;
    let project = Path::new("");
    let source = PageSource::compile(&compile::content_folder(project), project)?;
    let index = folder.join("index.html");
    let template = style::with_one_style(&fs::read_to_string(&index)?)?;
    let built = App::of(&template)?;
    let printed = |of| page::print(&template, source, of, address);
    if !is_release {
        // While it is being served nothing lies beside the page that it could lead to, and trunk puts a script of its own
        // into it, which a policy would stop.
        return Ok(fs::write(index, built.beside(&printed(Artifact::File)?, &built)?)?);
    }
    let minified = |of| shrink::page(&printed(of)?);
    shrink::module(&folder.join(&built.script))?;
    let app = built.named_by_hash(folder)?;
    let site =
        policy::with_policy(&app.beside(&minified(Artifact::Site)?, &built)?, Artifact::Site)?;
    fs::write(index, &site)?;
    let file = |of| policy::with_policy(&file::bound(&minified(of)?, &app, folder)?, of);
    fs::write(folder.join(FILE), file(Artifact::File)?)?;
    if source.is_closed() {
        add_edition(folder, source, &file(Artifact::Edition)?)?;
    }
    let path = address.map_or("/", Address::path);
    hosting::tell(folder, &policy::carried(&site)?, path, &editions::numbers(folder)?)?;
    share(folder, source, address)?;
    sums::write(folder)?;
    packed::write_beside(folder)
}

/// Keeps the edition as it is printed now, unless a copy of it stands already.
fn add_edition(folder: &Path, source: PageSource, page: &str) -> Outcome {
    let number = source.print.briefing.model.edition.number;
    if !editions::add(folder, number, page)? {
        let path = editions::path(number);
        eprintln!(
            "{path} stays as it was made before; if it is not published yet, delete it and build again"
        );
    }
    Ok(())
}

/// Writes what others than readers ask for.
fn share(folder: &Path, source: PageSource, address: Option<&Address>) -> Outcome {
    fs::write(folder.join(picture::TOUCH_ICON), picture::touch_icon()?)?;
    fs::write(folder.join(picture::CARD), picture::card(source)?)?;
    if let Some(changed) = source.print.changes {
        fs::write(folder.join(changes::NAME), changes::data(source.print.briefing, changed)?)?;
    }
    if let Some(address) = address {
        if let Some(feed) = feed::feed(source.print, source.closed, address, folder)? {
            fs::write(folder.join(feed::NAME), feed)?;
        }
        fs::write(folder.join(oembed::NAME), oembed::answer(source.print.briefing, address))?;
    }
    Ok(())
}
