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
const TAKE: &str = "
const [count, done] = arguments;
(async () => {
  const page = document.documentElement.cloneNode(true);
  page.querySelectorAll('script, noscript, link, meta[http-equiv]').forEach(it => it.remove());
  page.removeAttribute('data-ready');
  // Without an icon, browsers ask for one.
  page.querySelector('head').insertAdjacentHTML('beforeend', '<link rel=icon href=data:,>');
  const links = [...document.querySelectorAll('.partners a[data-country]')].slice(0, count);
  const countries = links.map(it => it.dataset.country), cards = [];
  for (const country of countries) {
    document.querySelector(`.partners a[data-country=${country}]`).click();
    await new Promise(wait => setTimeout(wait, 300));
    const card = document.querySelector('[data-card]');
    if (card.dataset.card !== country) return done(null);
    cards.push(card.outerHTML);
  }
  done({ html: page.outerHTML, countries, cards });
})();";

/// What the static page does when a country is clicked.
const SCRIPT: &str = "
addEventListener('click', event => {
  const link = event.target.closest('a[data-country]');
  const card = link && document.querySelector(`template[data-of=${link.dataset.country}]`);
  if (!card) return;
  event.preventDefault();
  for (const it of document.querySelectorAll('a[data-country][aria-current]')) it.removeAttribute('aria-current');
  for (const it of document.querySelectorAll(`a[data-country=${link.dataset.country}]`)) it.setAttribute('aria-current', 'true');
  document.querySelector('[data-card]').replaceWith(card.content.cloneNode(true));
});
document.documentElement.setAttribute('data-ready', '');";

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
    let taken = window.session()?.run_async(TAKE, &[json!(COUNTRIES)])?;
    let countries = strings(part(&taken, "/countries"))?;
    let cards = strings(part(&taken, "/cards"))?;
    ensure(countries.len() == COUNTRIES, || "the page lists too few countries".to_owned())?;
    let templates: String = countries
        .iter()
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
