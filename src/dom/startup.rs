//! What the app reads of the page, and tells it, when it starts.

use gloo::utils::window;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use super::element;

/// The catalogue of the page's language, as the browser parses it; none if the page has none.
pub(crate) fn catalogue() -> Option<JsValue> {
    let catalogue = element("catalogue")?.text_content()?;
    js_sys::JSON::parse(&catalogue).ok()
}

/// A list of the catalogue, as rows of texts; what is not one reads as empty.
pub(crate) fn rows(catalogue: &JsValue, list: &str) -> Vec<text::Row> {
    let array = |it: JsValue| it.dyn_into::<js_sys::Array>().unwrap_or_default();
    let row = |it| array(it).iter().map(|text| text.as_string()).collect();
    let list = js_sys::Reflect::get(catalogue, &list.into()).unwrap_or_default();
    array(list).iter().map(row).collect()
}

/// Tells `boot.js` that the app is about to hydrate the page.
pub(crate) fn announce_hydration() {
    if let Ok(event) = Event::new("briefing-hydrates") {
        let _ = window().dispatch_event(&event);
    }
}
