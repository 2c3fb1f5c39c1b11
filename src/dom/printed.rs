//! The printed parts of the page: which others have changed, and sources that are filled in from them.

use wasm_bindgen::JsCast;
use web_sys::Element;

use super::element;

/// Whether a part of the page is not as it was printed, as `boot.js` has found.
#[cfg(feature = "csr")]
pub(crate) fn is_changed(part: &Element) -> bool {
    part.has_attribute("data-anew")
}

/// Fills the sources of the card in from the list of all sources, which is printed in the page.
pub(crate) fn fill_footnotes() {
    // Not from the whole page, which has far more in it than the card.
    let card = element("card");
    let Some(Ok(entries)) = card.map(|it| it.query_selector_all("[data-printed]:empty")) else {
        return;
    };
    for entry in (0..entries.length()).filter_map(|it| entries.item(it)) {
        let entry: Element = entry.unchecked_into();
        if let Some(printed) = entry.get_attribute("data-printed").and_then(|id| element(&id)) {
            entry.set_inner_html(&printed.inner_html());
        }
    }
}
