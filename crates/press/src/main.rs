//! Prints the page that trunk has built: the app's markup, so that it can be read before any script runs and without one;
//! what stands around the app; the map sheet; the head; and the whole as one file. Beside it, its pictures and what web
//! servers are told. Trunk runs it after each build; see `Trunk.toml`.

use std::error::Error;
use std::path::{Path, PathBuf};
use std::{env, fs};

mod address;
mod colour;
mod file;
mod head;
mod hosting;
mod markup;
mod names;
mod oembed;
mod page;
mod picture;
mod places;
mod policy;
mod script;

use address::Address;
use aukus_briefing::Print;
use explorer::Briefing;
use file::Bound;
use policy::Of;

/// The briefing as one file, beside `index.html`.
const FILE: &str = "aukus-briefing.html";

/// What everything here returns.
type Outcome<T = ()> = Result<T, Box<dyn Error>>;

fn main() -> Outcome {
    let folder = env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or("TRUNK_STAGING_DIR is not set: run `trunk build`, which runs this")?;
    let is_release = env::var("TRUNK_PROFILE").is_ok_and(|it| it == "release");
    // What a full address is for is made in a release only.
    let address = Address::from_environment()?.filter(|_| is_release);
    print(&folder, is_release, address.as_ref())
}

/// What the page is printed from: the briefing, what is only printed of it, and the map sheet.
#[derive(Clone, Copy)]
pub(crate) struct Source {
    pub(crate) print: Print,
    pub(crate) sheet: &'static str,
}

impl Source {
    /// Compiles a folder of content. It is needed as long as the program runs, so its memory is never freed.
    fn compile(content: &Path, project: &Path) -> Outcome<Self> {
        let compiled = compile::compile(content, project)?;
        let briefing = Briefing::new(compiled.model, compiled.catalogue)
            .ok_or("the texts are not those of the state")?;
        let print = Print {
            briefing: Box::leak(Box::new(briefing)),
            catalogue: Box::leak(Box::new(compiled.print)),
        };
        Ok(Self { print, sheet: compiled.sheet.leak() })
    }
}

fn print(folder: &Path, is_release: bool, address: Option<&Address>) -> Outcome {
    let project = Path::new("");
    let source = Source::compile(&compile::content_folder(project), project)?;
    let briefing = source.print.briefing;
    let index = folder.join("index.html");
    let mut template = page::with_lean_styles(&fs::read_to_string(&index)?)?;
    if is_release {
        template = page::with_short_scripts(&template)?;
        template = file::shortened(&template, folder)?;
    }
    let printed =
        |of| -> Outcome<String> { Ok(page::print(&template, &page::slots(source, of, address)?)?) };
    if !is_release {
        // While it is being served nothing lies beside the page that it could lead to, and trunk puts a script of its own
        // into it, which a policy would stop.
        let page = printed(Of::File)?;
        return Ok(fs::write(index, Bound::find(&page)?.beside())?);
    }
    let site = Bound::find(&printed(Of::Site)?)?.beside();
    let site = policy::with_policy(&site, Of::Site)?;
    fs::write(folder.join(picture::TOUCH_ICON), picture::touch_icon()?)?;
    fs::write(folder.join(picture::CARD), picture::card(source)?)?;
    if let Some(address) = address {
        fs::write(folder.join(oembed::NAME), oembed::answer(briefing, address))?;
    }
    tell_servers(folder, policy::carried(&site)?, address.map_or("/", Address::path))?;
    fs::write(index, site)?;
    let file = Bound::find(&printed(Of::File)?)?.inside(folder)?;
    fs::write(folder.join(FILE), policy::with_policy(&file, Of::File)?)?;
    Ok(())
}

/// Writes what web servers are told, for a site in the folder `path` of its host.
fn tell_servers(folder: &Path, policy: &str, path: &str) -> Outcome {
    let snippets = folder.join(hosting::FOLDER);
    fs::create_dir_all(&snippets)?;
    fs::write(folder.join("_headers"), hosting::headers(policy))?;
    fs::write(snippets.join("nginx.conf"), hosting::nginx(policy, path))?;
    Ok(fs::write(snippets.join("Caddyfile"), hosting::caddy(policy, path))?)
}

#[cfg(test)]
mod tests {
    use std::sync::OnceLock;

    use super::*;

    /// The real briefing.
    pub(crate) fn real() -> Source {
        static REAL: OnceLock<Source> = OnceLock::new();
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let compile = || Source::compile(&project.join("assets/content"), &project).unwrap();
        *REAL.get_or_init(compile)
    }
}
