//! The slots of `index.html`, each written `{{name}}`, and what is printed there.

use aukus_briefing::{
    App, AppProps, Board, BoardProps, Card, CardProps, EmbedDialog, EmbedDialogProps, Footer,
    FooterProps, Header, PrintProps, Sections, Snapshot,
};
use explorer::Selection;
use text::Catalogue;

use crate::address::Address;
use crate::head::head;
use crate::markup::{fixed, hydratable};
use crate::policy::Of;
use crate::script::{self, Kind};
use crate::{FILE, Outcome, Source, places};

/// What is printed into each slot of a page; `address` is where the site will be, if that is known.
pub(crate) fn slots(
    source: Source,
    of: Of,
    address: Option<&Address>,
) -> Outcome<Vec<(&'static str, String)>> {
    let Source { print, sheet } = source;
    let messages = &print.catalogue.messages;
    let footer = FooterProps { print, file: (of == Of::Site).then(|| FILE.into()) };
    let dialog = EmbedDialogProps { print, is_site: of == Of::Site };
    let snapshot = Snapshot::of(print.briefing, &Selection::default());
    Ok(vec![
        ("head", head(print, of, address)?),
        ("skip", escape(messages.skip_to_card())),
        ("no-script", escape(messages.no_script())),
        ("places", places::rules(print.briefing)),
        ("header", fixed::<Header>(PrintProps { print })?),
        ("views", hydratable::<App>(AppProps { snapshot: snapshot.clone() })?),
        ("board", hydratable::<Board>(BoardProps::prerendered(snapshot.clone()))?),
        ("card", hydratable::<Card>(CardProps::prerendered(snapshot))?),
        ("footer", fixed::<Footer>(footer)?),
        ("dialog", fixed::<EmbedDialog>(dialog)?),
        ("sheet", sheet.to_owned()),
        ("catalogue", catalogue(&print.briefing.text)?),
        ("sections", fixed::<Sections>(PrintProps { print })?),
    ])
}

/// The catalogue as the text of a script element, which neither an end tag nor a comment in a text may end.
fn catalogue(catalogue: &Catalogue) -> serde_json::Result<String> {
    Ok(serde_json::to_string(catalogue)?.replace('<', "\\u003c"))
}

/// The page with all its styles in one element, and without comments in them: they are for whoever reads the source.
pub(crate) fn with_lean_styles(page: &str) -> Result<String, String> {
    let page = page.replace("</style>\n<style>", "");
    within(&page, "<style>", "</style>", |style| Ok(lean_style(style)))
}

/// The page with its inline scripts made short.
pub(crate) fn with_short_scripts(page: &str) -> Result<String, String> {
    within(page, "<script>", "</script>", |script| script::short(script, Kind::Classic))
}

/// The page with what stands between each two marks changed.
fn within(
    page: &str,
    start: &str,
    end: &str,
    change: impl Fn(&str) -> Result<String, String>,
) -> Result<String, String> {
    let mut parts = page.split(start);
    let mut changed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (inner, rest) = part.split_once(end).unwrap_or((part, ""));
        changed.extend([start, &*change(inner)?, end, rest]);
    }
    Ok(changed)
}

/// Without comments, and without line ends and indents, which mean nothing after a brace or a semicolon.
fn lean_style(style: &str) -> String {
    let mut parts = style.split("/*");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    kept.extend(parts.filter_map(|it| Some(it.split_once("*/")?.1)));
    kept.lines().map(str::trim).collect()
}

/// The page with its slots filled. Every slot must be there, and nothing else may look like one.
pub(crate) fn print(page: &str, slots: &[(&str, String)]) -> Result<String, String> {
    let mut printed = page.to_owned();
    for (name, text) in slots {
        let slot = format!("{{{{{name}}}}}");
        if !printed.contains(&slot) {
            return Err(format!("index.html has no slot {slot}: put it back"));
        }
        printed = printed.replacen(&slot, text, 1);
    }
    // Trunk has slots of its own in the script that it adds while it serves.
    let mut unknown = printed.split("{{").skip(1).filter(|it| !it.starts_with("__TRUNK_"));
    match unknown.next() {
        None => Ok(printed),
        Some(rest) => Err(format!(
            "index.html has an unknown slot {{{{{}",
            rest.chars().take(20).collect::<String>()
        )),
    }
}

/// Text as HTML, also inside a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, expected: Result<&str, &str>) {
        let slots = [("title", escape("A & <b> \"c\""))];
        assert_eq!(print(page, &slots).as_deref().map_err(String::as_str), expected);
    }

    #[test]
    fn fills_every_slot() {
        check("<title>{{title}}</title>", Ok("<title>A &amp; &lt;b> &quot;c&quot;</title>"));
    }

    #[test]
    fn leaves_comments_out() {
        let page = "<style>/* a\n   b */\na { b: c; }\n@media x {\n  d > e,\n  f { g: h; }\n}\n</style>\n<style>i{}</style><script>\n// j\n  k('//l'); // m\n</script>";
        let lean = with_short_scripts(&with_lean_styles(page).unwrap()).unwrap();
        assert_eq!(
            lean,
            "<style>a { b: c; }@media x {d > e,f { g: h; }}i{}</style><script>k(`//l`);</script>"
        );
    }

    #[test]
    fn says_which_slot_is_missing_or_unknown() {
        check("<title></title>", Err("index.html has no slot {{title}}: put it back"));
        check("{{title}} {{__TRUNK_WS__}}", Ok("A &amp; &lt;b> &quot;c&quot; {{__TRUNK_WS__}}"));
        check("{{title}} {{x}}", Err("index.html has an unknown slot {{x}}"));
    }
}
