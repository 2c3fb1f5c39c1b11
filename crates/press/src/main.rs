//! Prints the page that trunk has built: the app's markup, so that it can be read before any script runs and without one;
//! what stands around the app; the map sheet; the head; and the whole as one file. Beside it, its pictures, what web
//! servers are told, and what they may hand out packed. Trunk runs it after each build; see `Trunk.toml`.

use std::path::{Path, PathBuf};
use std::{env, fs};

mod artifact;
mod escape;
mod html;
mod outcome;
mod package;
mod render;
mod share;
mod shrink;
mod source;
mod template;

use artifact::{Artifact, FILE};
use outcome::Outcome;
use package::app::App;
use package::{file, hosting, packed, policy};
use render::{keys, page, style};
use share::address::Address;
use share::{oembed, picture};
use source::PageSource;

fn main() -> Outcome {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("TRUNK_STAGING_DIR is not set: run `trunk build`, which runs this")?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|it| it == "release");
    // What a full address is for is made in a release only.
    let address = Address::from_environment()?.filter(|_| is_release);
    print(&folder, is_release, address.as_ref())
}

fn print(folder: &Path, is_release: bool, address: Option<&Address>) -> Outcome {
    keys::print(folder)?;
    let project = Path::new("");
    let source = PageSource::compile(&compile::content_folder(project), project)?;
    let index = folder.join("index.html");
    let template = style::with_one_style(&fs::read_to_string(&index)?)?;
    let built = App::of(&template)?;
    let printed =
        |of| -> Outcome<_> { Ok(page::print(&template, &page::slots(source, of, address)?)?) };
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
    hosting::tell(folder, &policy::carried(&site)?, address.map_or("/", Address::path))?;
    fs::write(index, site)?;
    let file = file::bound(&minified(Artifact::File)?, &app, folder)?;
    fs::write(folder.join(FILE), policy::with_policy(&file, Artifact::File)?)?;
    share(folder, source, address)?;
    packed::write_beside(folder)
}

/// Writes what others than readers ask for.
fn share(folder: &Path, source: PageSource, address: Option<&Address>) -> Outcome {
    fs::write(folder.join(picture::TOUCH_ICON), picture::touch_icon()?)?;
    fs::write(folder.join(picture::CARD), picture::card(source)?)?;
    if let Some(address) = address {
        fs::write(folder.join(oembed::NAME), oembed::answer(source.print.briefing, address))?;
    }
    Ok(())
}
