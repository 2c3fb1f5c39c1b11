//! The printed parts of the page: which others have changed, and sources that are filled in from them.

#[cfg(feature = "csr")]
use web_sys::Element;

use super::{all, element};

/// Whether a part of the page is not as it was printed, as `boot.js` has found.
#[cfg(feature = "csr")]
pub(crate) fn is_changed(part: &Element) -> bool {
    part.has_attribute("data-anew")
}

/// Fills the sources of the card in from the list of all sources, which is printed in the page.
pub(crate) fn fill_footnotes() {
    // Not from the whole page, which has far more in it than the card.
    let card = element("card");
    for entry in card.iter().flat_map(|it| all(it, "[data-printed]:empty")) {
        if let Some(printed) = entry.get_attribute("data-printed").and_then(|id| element(&id)) {
            entry.set_inner_html(&printed.inner_html());
        }
    }
}
