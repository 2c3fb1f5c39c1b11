//! The page to compare with: what the app has drawn, as a static page with a few lines of script.
//!
//! Same style, same shapes, same text. Once more with the cards of a few countries written out beforehand, for selections:
//! it does the least that a page must do for one, mark the links and show the card. It knows no camera, no address, no other
//! selections.

use super::window::Window;
use browser_tests::page::{part, string, strings};
use browser_tests::site::Site;
use browser_tests::{Outcome, ensure};
use serde_json::json;

/// How many countries are selected in turn.
pub(crate) const COUNTRIES: usize = 6;

/// Takes the page as it is drawn, without what draws it, then the cards of the first countries.
const TAKE: &str = include_str!("js/take_page.js");

/// What the static page does when a country is clicked.
const SCRIPT: &str = include_str!("js/bare_page.js");

/// The static page.
pub(crate) struct Bare {
    /// As it is first shown.
    pub(crate) plain: String,
    /// The same, and what can be selected.
    pub(crate) with_cards: String,
    /// The countries whose cards it has.
    pub(crate) countries: Vec<String>,
}

/// Makes it from the app's page.
pub(crate) fn make(ours: &Site) -> Outcome<Bare> {
    let mut window = Window::open()?;
    window.visit(&format!("{}/", ours.origin()))?;
    let taken = window.session()?.call_async(TAKE, &[json!(COUNTRIES)])?;
    let countries = strings(part(&taken, "/countries"))?;
    let cards = strings(part(&taken, "/cards"))?;
    ensure(countries.len() == COUNTRIES, || "the page lists too few countries".to_owned())?;
    let templates = countries.iter().map(String::as_str);
    let templates: String = std::iter::once("overview")
        .chain(templates)
        .zip(cards)
        .map(|(country, card)| format!("<template data-of=\"{country}\">{card}</template>"))
        .collect();
    let page = string(part(&taken, "/html"))?;
    let end = page.rfind("</body>").ok_or("the page has no end")?;
    let (page, rest) = page.split_at(end);
    let whole =
        |cards: &str| format!("<!doctype html>{page}{cards}<script>{SCRIPT}</script>{rest}");
    Ok(Bare { plain: whole(""), with_cards: whole(&templates), countries })
}
