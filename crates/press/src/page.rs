//! The slots of `index.html`, each written `{{name}}`, and what is printed there.

use aukus_briefing::camera::{Camera, Lens, Size};
use aukus_briefing::state::Selection;
use aukus_briefing::view::view;
use aukus_briefing::{
    App, AppProps, Board, BoardProps, Card, CardProps, EmbedDialog, EmbedDialogProps, Footer,
    FooterProps, Header, Sections, Shown,
};
use model::Briefing;

use crate::FILE;
use crate::address::Address;
use crate::head::head;
use crate::markup::{fixed, hydratable};
use crate::policy::Of;
use crate::prose;
use crate::script::{self, Kind};

/// Width over height of the map's frame, as in its style.
const WIDE: f64 = 2.0;
/// The same on narrow screens.
const NARROW: f64 = 1.4;

/// What is printed into each slot of a page; `address` is where the site will be, if that is known.
pub(crate) fn slots(
    briefing: &'static Briefing<'static>,
    of: Of,
    address: Option<&Address>,
) -> Result<Vec<(&'static str, String)>, String> {
    let words = aukus_briefing::printed_words();
    let footer = FooterProps { file: (of == Of::Site).then(|| FILE.into()) };
    let dialog = EmbedDialogProps { is_site: of == Of::Site };
    let sections = fixed::<Sections>(())?;
    let overview = Shown::of(briefing, &Selection::default());
    Ok(vec![
        ("head", head(briefing, of, address)?),
        ("skip", escape(words.skip_to_card())),
        ("no-script", escape(words.no_script())),
        ("places", [aukus_briefing::PLACES, &cameras(briefing)].concat()),
        ("header", fixed::<Header>(())?),
        ("views", hydratable::<App>(AppProps { view: overview.clone() })?),
        ("board", hydratable::<Board>(BoardProps::printed(overview.clone()))?),
        ("card", hydratable::<Card>(CardProps::printed(overview))?),
        ("footer", fixed::<Footer>(footer)?),
        ("dialog", fixed::<EmbedDialog>(dialog)?),
        ("sheet", aukus_briefing::SHEET.to_owned()),
        ("prose", prose::located(&sections, aukus_briefing::PROSE)),
        ("sections", sections),
    ])
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

/// Where the map looks before the app runs: the overview, in each of the proportions that the style gives its frame.
fn cameras(briefing: &'static Briefing<'static>) -> String {
    let framing = view(briefing, &Selection::default()).framing;
    let (width, height) = (f64::from(briefing.sheet.width), f64::from(briefing.sheet.height));
    let rule = |aspect: f64| {
        let frame_px = Size { width: aspect, height: 1.0 };
        let camera = Lens { sheet: Size { width, height }, frame_px }.framing(framing);
        let Camera { left, top, width } = camera;
        format!(".map-frame{{--left:{left:.0};--top:{top:.0};--width:{width:.0}}}")
    };
    format!("{}@media (max-width:40rem){{{}}}", rule(WIDE), rule(NARROW))
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
