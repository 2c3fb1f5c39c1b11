//! The app's files, the script and the wasm, and how a page on a server starts them.

use std::fs;
use std::path::Path;

use lol_html::html_content::Element;
use sha2::{Digest as _, Sha256};

use super::module;
use crate::html;
use crate::outcome::Outcome;

/// What the names of the app's files begin with. The rules for web servers name it too.
const NAME: &str = "aukus-briefing";

/// The element by which a page starts the app.
pub(super) const START: &str = "script[type=module]";

/// The elements by which a page fetches the app early.
pub(super) const PRELOADS: &str = "link[rel=modulepreload], link[rel=preload]";

/// What follows the app's promised start: trunk's own event, which tools wait for, or an event of ours, of which `boot.js`
/// hears, and an error in the console.
pub(super) const REPORT: &str = "(
  wasm => dispatchEvent(new CustomEvent('TrunkApplicationStarted', { detail: { wasm } })),
  error => {
    dispatchEvent(new CustomEvent('briefing-failed', { detail: error }));
    reportError(error);
  });
";

/// The names of the app's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct App {
    /// What stands before the names in their addresses, as trunk is told: `./`.
    base: String,
    pub(crate) script: String,
    pub(crate) wasm: String,
}

impl App {
    /// The app that the page starts, as trunk has built it.
    pub(crate) fn of(page: &str) -> Outcome<Self> {
        let (script, wasm) = module::started(&html::only_element(page, START)?.text)?;
        let in_base = |address: &str| {
            let (base, name) = address.split_at(address.rfind('/').map_or(0, |it| it + 1));
            (base.to_owned(), name.to_owned())
        };
        let ((base, script), (wasm_base, wasm)) = (in_base(&script), in_base(&wasm));
        if base != wasm_base {
            return Err("trunk has put the app's script and its wasm into two folders".into());
        }
        Ok(Self { base, script, wasm })
    }

    /// The app under names that follow from what is in its files, so that they can be cached for ever. Renames the files.
    pub(crate) fn named_by_hash(&self, folder: &Path) -> Outcome<Self> {
        let (script, wasm) = (folder.join(&self.script), folder.join(&self.wasm));
        let hash = Sha256::new().chain_update(fs::read(&script)?).chain_update(fs::read(&wasm)?);
        let hash: String = hash.finalize().iter().take(8).map(|it| format!("{it:02x}")).collect();
        let named = Self {
            base: self.base.clone(),
            script: format!("{NAME}-{hash}.js"),
            wasm: format!("{NAME}-{hash}_bg.wasm"),
        };
        fs::rename(script, folder.join(&named.script))?;
        fs::rename(wasm, folder.join(&named.wasm))?;
        Ok(named)
    }

    /// The page, which trunk has made for the app as `built`, for a server with this app beside it.
    pub(crate) fn beside(&self, page: &str, built: &Self) -> Outcome<String> {
        let Self { base, script, wasm } = self;
        // A script that is missing or damaged then fails the start like a wasm that is.
        let start = format!(
            "\nimport('{base}{script}').then(app => app.default({{ module_or_path: '{base}{wasm}' }})).then{REPORT}"
        );
        let page = with_start(page, &start)?;
        html::with_elements(&page, PRELOADS, |it| {
            Ok(it.set_attribute("href", &self.early(it, built)?)?)
        })
    }

    /// The address that a page preloads, in place of the one of the app as `built`.
    fn early(&self, link: &Element, built: &Self) -> Result<String, String> {
        let href = link.get_attribute("href").unwrap_or_default();
        let name = match href.strip_prefix(built.base.as_str()) {
            Some(name) if name == built.script => &self.script,
            Some(name) if name == built.wasm => &self.wasm,
            _ => return Err(format!("the page preloads `{href}`, which is no file of the app")),
        };
        Ok([&*self.base, name].concat())
    }
}

/// The page with another script that starts the app, by whose id `boot.js` knows it.
pub(super) fn with_start(page: &str, script: &str) -> Outcome<String> {
    let page = html::with_text(page, START, script)?;
    html::with_elements(&page, START, |it| Ok(it.set_attribute("id", "start")?))
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A page as trunk makes it.
    pub(crate) const PAGE: &str = "<head><link rel=\"icon\" href=\"./icon-1.svg\"/><link rel=\"modulepreload\" href=\"./a.js\" crossorigin=\"anonymous\"><link rel=\"preload\" href=\"./a_bg.wasm\" as=\"fetch\"></head><body><script>b()</script>\n<script type=\"module\">\nimport init from './a.js';\nconst wasm = await init({ module_or_path: './a_bg.wasm' });\n</script></body>";

    pub(crate) fn app(name: &str) -> App {
        App { base: "./".into(), script: format!("{name}.js"), wasm: format!("{name}_bg.wasm") }
    }

    #[test]
    fn finds_the_app() {
        assert_eq!(App::of(PAGE).unwrap(), app("a"));
        let elsewhere = App::of(&PAGE.replace("./", "/b/")).unwrap();
        assert_eq!(elsewhere, App { base: "/b/".into(), ..app("a") });
        assert!(App::of("<script>b()</script>").is_err());
    }

    #[test]
    fn starts_the_app_under_another_name() {
        let page = app("c").beside(PAGE, &app("a")).unwrap();
        assert!(!page.contains("./a"), "{page}");
        assert!(page.contains("<script type=\"module\" id=\"start\">"), "{page}");
        assert!(
            page.contains("<link rel=\"preload\" href=\"./c_bg.wasm\" as=\"fetch\">"),
            "{page}"
        );
        assert!(
            page.contains(
                "import('./c.js').then(app => app.default({ module_or_path: './c_bg.wasm' })).then("
            ),
            "{page}"
        );
    }

    #[test]
    fn knows_all_that_is_preloaded() {
        let problem = app("c").beside(PAGE, &app("b")).unwrap_err().to_string();
        assert!(
            problem.ends_with("the page preloads `./a.js`, which is no file of the app"),
            "{problem}"
        );
    }
}
