//! The slots of `index.html`, each written `{{name}}`, and what is printed there.

use aukus_briefing::camera::{Camera, Lens, Size};
use aukus_briefing::state::Selection;
use aukus_briefing::view::view;
use aukus_briefing::{
    App, AppProps, Board, BoardProps, Card, CardProps, EmbedDialog, EmbedDialogProps, Footer,
    FooterProps, Header, Sections, Shown,
};
use model::Briefing;

use crate::artifact::{FILE, Of};
use crate::escape::escape;
use crate::render::keys;
use crate::render::markup::{fixed, hydratable};
use crate::share::address::Address;
use crate::share::head::head;
use crate::{prose, template};

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
        keys::slot(),
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

/// The page with its slots filled. Every slot must be there, and no other.
pub(crate) fn print(page: &str, slots: &[(&str, String)]) -> Result<String, String> {
    template::filled(page, "index.html, or a script in it,", slots)
}
