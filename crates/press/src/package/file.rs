//! Binds the page into one file that asks for nothing: the app's script inline, its wasm deflated and as text, the icon as a
//! data address. Where modules and requests are forbidden, as on a page from a disk, this still runs.

use std::fs;
use std::path::Path;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use lol_html::html_content::ContentType;

use super::app::{App, PRELOADS, REPORT, with_start};
use super::module;
use crate::html;
use crate::outcome::Outcome;

const ICON: &str = "link[rel=icon]";

/// Unpacks the wasm; stands between the app's own script and its start.
const UNPACK: &str = "
async function unpacked() {
  const packed = Uint8Array.from(atob(document.getElementById('wasm').textContent), it => it.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return new Response(stream).arrayBuffer();
}
";

/// The page with all that it asks for in it, from the folder that trunk has built.
pub(crate) fn bound(page: &str, app: &App, folder: &Path) -> Outcome<String> {
    let script = fs::read_to_string(folder.join(&app.script))?;
    let wasm = BASE64_STANDARD.encode(deflated(&fs::read(folder.join(&app.wasm))?)?);
    let page = html::with_elements(page, PRELOADS, |it| {
        it.remove();
        Ok(())
    })?;
    let page = with_icon(&page, folder)?;
    let page = with_start(&page, &start(&script)?)?;
    html::with_elements(&page, "body", |it| {
        let element = format!("<script type=\"text/plain\" id=\"wasm\">{wasm}</script>\n");
        it.append(&element, ContentType::Html);
        Ok(())
    })
}

/// The app's script with its start.
fn start(script: &str) -> Result<String, String> {
    let init = module::default_export(script)?;
    let start = format!("unpacked().then(module_or_path => {init}({{ module_or_path }})).then");
    Ok([script, UNPACK, &start, REPORT].concat())
}

fn with_icon(page: &str, folder: &Path) -> Outcome<String> {
    let href = html::only_element(page, ICON)?.attribute("href").unwrap_or_default().to_owned();
    let name = href.rsplit('/').next().unwrap_or_default();
    let icon = fs::read(folder.join(name)).map_err(|it| format!("the icon `{href}`: {it}"))?;
    let address = format!("data:image/svg+xml;base64,{}", BASE64_STANDARD.encode(icon));
    html::with_elements(page, ICON, |it| Ok(it.set_attribute("href", &address)?))
}

fn deflated(bytes: &[u8]) -> Outcome<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(zopfli::Options::default(), zopfli::Format::Deflate, bytes, &mut packed)?;
    Ok(packed)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::package::app::tests::{PAGE, app};

    #[test]
    fn binds_all_that_the_page_asks_for() {
        let folder = std::env::temp_dir().join(format!("press-file-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("icon-1.svg"), "<svg/>").unwrap();
        fs::write(folder.join("a.js"), "function e(){}export{e as default};").unwrap();
        fs::write(folder.join("a_bg.wasm"), "wasm").unwrap();
        let page = bound(PAGE, &app("a"), &folder).unwrap();
        assert!(!page.contains("./") && !page.contains("preload"), "{page}");
        assert!(page.contains("href=\"data:image/svg+xml;base64,PHN2Zy8+\""), "{page}");
        assert!(page.contains("=> e({ module_or_path })).then("), "{page}");
        let wasm = html::only_element(&page, "#wasm").unwrap();
        assert_eq!(wasm.attribute("type"), Some("text/plain"));
        assert_eq!(BASE64_STANDARD.decode(wasm.text).unwrap(), deflated(b"wasm").unwrap());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn needs_a_start() {
        assert!(start("let a;").is_err());
    }
}
