//! Makes the app's files short, and binds the page into one file that asks for nothing: the app's script inline, its wasm
//! deflated and as text, the icon as a data address. Where modules and requests are forbidden, as on a page from a disk,
//! this still runs.

use std::fs;
use std::path::Path;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use sha2::{Digest as _, Sha256};

use crate::script::{self, Kind};
use crate::{Outcome, names};

/// What the names of the app's files begin with, and the servers' rules for them.
const NAME: &str = "aukus-briefing";

/// Where trunk starts the app.
const START: &str = "<script type=\"module\">";
const END: &str = "</script>";

/// What is told of the app's start: trunk's own event, which tools wait for, or that it failed. A rejected promise alone does
/// not tell the page in every browser.
const TELL: &str = "(
  wasm => dispatchEvent(new CustomEvent('TrunkApplicationStarted', { detail: { wasm } })), reportError);
";

/// Unpacks the wasm; stands between the app's own script and its start.
const UNPACK: &str = "
async function unpacked() {
  const packed = Uint8Array.from(atob(document.getElementById('wasm').textContent), it => it.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).arrayBuffer();
}
";

/// The page as trunk has built it, and where it starts the app.
pub(crate) struct Bound<'a> {
    before: &'a str,
    after: &'a str,
    script: &'a str,
    wasm: &'a str,
}

impl<'a> Bound<'a> {
    /// Finds where a page starts the app.
    pub(crate) fn find(page: &'a str) -> Result<Self, String> {
        let (before, start, after) = around(page, START, END).ok_or("the page starts no app")?;
        let path = |before| around(start, before, "'").map(|(_, path, _)| path);
        let script = path("from './").ok_or("the page does not say where the app's script is")?;
        let wasm = path("module_or_path: './").ok_or("the page does not say where the wasm is")?;
        Ok(Self { before, after, script, wasm })
    }

    /// The page for a server, with the app beside it.
    pub(crate) fn beside(&self) -> String {
        let Self { before, after, script, wasm } = self;
        format!(
            "{before}{START}\nimport init from './{script}';\ninit({{ module_or_path: './{wasm}' }}).then{TELL}{END}{after}"
        )
    }

    /// The page with all that it asks for in it, from the folder that trunk has built.
    pub(crate) fn inside(&self, folder: &Path) -> Outcome<String> {
        let glue = fs::read_to_string(folder.join(self.script))?;
        let (init, glue) =
            script::without_exports(&glue).ok_or("the app's script exports no start")?;
        let wasm = BASE64_STANDARD.encode(deflated(&fs::read(folder.join(self.wasm))?)?);
        let before = with_icon(&without_links(self.before), folder)?;
        let after = without_links(self.after).replacen(
            "</body>",
            &format!("<script type=\"text/plain\" id=\"wasm\">{wasm}</script>\n</body>"),
            1,
        );
        let start = format!("unpacked().then(module_or_path => {init}({{ module_or_path }})).then");
        Ok([&*before, START, &escaped(glue), UNPACK, &start, TELL, END, &after].concat())
    }
}

/// Makes the app's files in the folder that trunk has built as short as they can be, under names that follow from what is in
/// them, and returns the page that asks for these.
pub(crate) fn shortened(page: &str, folder: &Path) -> Outcome<String> {
    let Bound { script, wasm, .. } = Bound::find(page)?;
    let (script_path, wasm_path) = (folder.join(script), folder.join(wasm));
    let (short_script, short_wasm) =
        names::shortened(&fs::read_to_string(&script_path)?, &fs::read(&wasm_path)?)?;
    let short_script = script::short(&short_script, Kind::Module)?;
    let hash = Sha256::new().chain_update(&short_script).chain_update(&short_wasm).finalize();
    let hash: String = hash.iter().take(8).map(|it| format!("{it:02x}")).collect();
    let (new_script, new_wasm) = (format!("{NAME}-{hash}.js"), format!("{NAME}-{hash}_bg.wasm"));
    fs::write(folder.join(&new_script), short_script)?;
    fs::write(folder.join(&new_wasm), short_wasm)?;
    fs::remove_file(script_path)?;
    fs::remove_file(wasm_path)?;
    Ok(page.replace(script, &new_script).replace(wasm, &new_wasm))
}

/// What is before, between and after two marks.
fn around<'a>(text: &'a str, start: &str, end: &str) -> Option<(&'a str, &'a str, &'a str)> {
    let (before, rest) = text.split_once(start)?;
    let (between, after) = rest.split_once(end)?;
    Some((before, between, after))
}

/// A script that an HTML parser leaves alone.
fn escaped(script: &str) -> String {
    script.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

/// Without what makes browsers fetch the app early.
fn without_links(page: &str) -> String {
    let mut rest = page;
    let mut kept = String::with_capacity(page.len());
    while let Some((before, link)) = rest.split_once("<link ") {
        let (attributes, after) = link.split_once('>').unwrap_or((link, ""));
        kept.push_str(before);
        if !attributes.contains("preload") {
            kept.extend(["<link ", attributes, ">"]);
        }
        rest = after;
    }
    kept + rest
}

fn with_icon(page: &str, folder: &Path) -> Outcome<String> {
    let Some((before, name, after)) = around(page, "rel=\"icon\" href=\"./", "\"") else {
        return Ok(page.to_owned());
    };
    let icon = BASE64_STANDARD.encode(fs::read(folder.join(name))?);
    Ok(format!("{before}rel=\"icon\" href=\"data:image/svg+xml;base64,{icon}\"{after}"))
}

fn deflated(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, bytes, &mut packed)?;
    Ok(packed)
}
