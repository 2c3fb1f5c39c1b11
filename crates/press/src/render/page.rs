//! The slots of `index.html`, each written `{{name}}`, and what is printed there.

use std::collections::BTreeMap;

use aukus_briefing::{
    App, AppProps, Board, BoardProps, Card, CardProps, EmbedDialog, EmbedDialogProps, Footer,
    FooterProps, Header, PrintProps, Sections, Snapshot,
};
use explorer::Selection;
use text::Catalogue;

use super::markup::{fixed, hydratable};
use super::shape::shape;
use super::{keys, places};
use crate::artifact::{Artifact, FILE};
use crate::escape::{escape, json_in_script};
use crate::outcome::Outcome;
use crate::share::address::Address;
use crate::share::head::head;
use crate::source::PageSource;
use crate::template;

/// What is printed into each slot of a page; `address` is where the site will be, if that is known.
pub(crate) fn slots(
    source: PageSource,
    of: Artifact,
    address: Option<&Address>,
) -> Outcome<Vec<(&'static str, String)>> {
    let PageSource { print, sheet } = source;
    let messages = &print.text.messages;
    let is_site = of == Artifact::Site;
    let footer = FooterProps { print, file: is_site.then(|| FILE.into()) };
    let dialog = EmbedDialogProps { print, is_site };
    let snapshot = Snapshot::of(print.briefing, &Selection::default());
    let views = hydratable::<App>(AppProps { snapshot: snapshot.clone() })?;
    let board = hydratable::<Board>(BoardProps::prerendered(snapshot.clone()))?;
    let card = hydratable::<Card>(CardProps::prerendered(snapshot))?;
    Ok(vec![
        keys::slot(),
        ("head", head(print, of, address)?),
        ("skip", escape(messages.skip_to_card())),
        ("no-script", escape(messages.no_script())),
        ("places", places::rules(print.briefing)),
        ("header", fixed::<Header>(PrintProps { print })?),
        ("views-shape", shape(&views)?.to_string()),
        ("views", views),
        ("board-shape", shape(&board)?.to_string()),
        ("board", board),
        ("card-shape", shape(&card)?.to_string()),
        ("card", card),
        ("footer", fixed::<Footer>(footer)?),
        ("dialog", fixed::<EmbedDialog>(dialog)?),
        ("sheet", sheet.to_owned()),
        ("catalogue", catalogue(&print.briefing.text)?),
        ("sections", fixed::<Sections>(PrintProps { print })?),
    ])
}

/// The catalogue as the text of a script element, once it has been read back as the app reads it.
fn catalogue(catalogue: &Catalogue) -> Outcome<String> {
    let mut lists: BTreeMap<_, _> = catalogue.to_rows().into_iter().collect();
    let json = json_in_script(&lists)?;
    let read = Catalogue::from_rows(|name| lists.remove(name).unwrap_or_default());
    if read.as_ref() == Some(catalogue) {
        Ok(json)
    } else {
        Err("the app would not read the texts as they are: a list must be the last field".into())
    }
}

/// The page with its slots filled. Every slot must be there, and no other.
pub(crate) fn print(page: &str, slots: &[(&str, String)]) -> Result<String, String> {
    template::filled(page, "index.html, or a script in it,", slots)
}
