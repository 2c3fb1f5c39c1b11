//! The address of the page, and its history.

use gloo::events::EventListener;
use gloo::utils::{document_element, history, window};
use wasm_bindgen::JsValue;

use explorer::{HistoryUpdate, address};

use super::{element, is_embedded};

/// The text in the address that names the view.
pub(crate) fn address() -> String {
    let query = window().location().search().unwrap_or_default();
    address::asked(query.trim_start_matches('?'), &fragment().unwrap_or_default())
}

fn fragment() -> Option<String> {
    let fragment = window().location().hash().ok()?;
    Some(fragment.strip_prefix('#')?.to_owned())
}

/// Whether the address can have a query. From a disk or in another page only its fragment can change.
fn has_query() -> bool {
    !is_embedded() && window().location().protocol().is_ok_and(|it| it.starts_with("http"))
}

/// Puts the name of a view into the address. The same name keeps the entry, and a place on the page stays in it unless this
/// is a new one. The history of a page that embeds this one is left alone.
pub(crate) fn write_address(name: &str, update: HistoryUpdate) {
    let _ = document_element().set_attribute("data-view", name);
    let Some(address) = address_of(name, update) else { return };
    // Refused in some sandboxed frames: the view is right all the same.
    let _ = if update == HistoryUpdate::Push && !is_embedded() {
        history().push_state_with_url(&JsValue::NULL, "", Some(&address))
    } else {
        // Its state is that of `boot.js` and `history.js`.
        let state = history().state().unwrap_or_default();
        history().replace_state_with_url(&state, "", Some(&address))
    };
}

/// Whether the address has a step of the story, and so an entry of the history.
pub(crate) fn is_step_written() -> bool {
    let view = document_element().get_attribute("data-view");
    view.is_some_and(|it| it.split('=').next() == Some(address::STEP_KEY))
}

/// The address to write for the name of a view; none if the address names it already.
fn address_of(name: &str, update: HistoryUpdate) -> Option<String> {
    let location = window().location();
    let named = fragment().filter(|it| address::names_view(it));
    let query = location.search().unwrap_or_default();
    let is_queried = query.trim_start_matches('?') == name;
    if has_query() {
        let query = if name.is_empty() { String::new() } else { ["?", name].concat() };
        let is_place = |it: &String| update == HistoryUpdate::Replace && element(it).is_some();
        let place = fragment().filter(|it| named.is_none() && is_place(it));
        let place = place.map_or_else(String::new, |it| ["#", &it].concat());
        let address = || [location.pathname().unwrap_or_default(), query, place].concat();
        (named.is_some() || !is_queried).then(address)
    } else {
        let fragment = if name.is_empty() { address::OVERVIEW } else { name };
        let is_named = named.map_or(is_queried, |it| it == fragment);
        // Not a relative address: a page without one of its own takes that for its host's.
        let here = location.href().unwrap_or_default();
        let here = here.split('#').next().unwrap_or_default();
        (!is_named).then(|| [here, "#", fragment].concat())
    }
}

/// Calls back with the view that the address names when the reader goes back or forward or changes it. A fragment that
/// names a place on the page takes the reader there and changes no view.
pub(crate) fn on_history(arrived: impl Fn(&str) + 'static) {
    let listener = EventListener::new(&window(), "popstate", move |_| {
        let names_place = fragment().is_some_and(|it| !it.is_empty() && !address::names_view(&it));
        if has_query() || !names_place {
            arrived(&address());
        }
    });
    listener.forget();
}

/// Goes back in the history. A page that is part of another one has none of its own.
pub(crate) fn go_back() -> bool {
    !is_embedded() && history().back().is_ok()
}
