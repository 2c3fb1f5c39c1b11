//! The views that are asked for: by links that are followed, and by a page around this one.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::window;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Element, MouseEvent};

use explorer::address;

use super::reveal::focus;
use super::{MAP_FRAME, after_ms, document, element, target};

/// Calls back with the view that an embedding page asks for, of which `host.js` tells.
pub(crate) fn on_host_request(requested: impl Fn(&str) + 'static) {
    let listener = EventListener::new(&window(), "briefing-select", move |event| {
        if let Some(name) = event.dyn_ref::<CustomEvent>().and_then(|it| it.detail().as_string()) {
            requested(&name);
        }
    });
    listener.forget();
}

/// Calls back with the link to a view that the reader follows in a part of the app.
pub(crate) fn on_link(follow: impl Fn(Followed) + 'static) {
    let Some(app) = element("app") else { return };
    let options = EventListenerOptions::enable_prevent_default();
    let listener = EventListener::new_with_options(&app, "click", options, move |event| {
        if let Some(followed) = followed(event.unchecked_ref()) {
            event.prevent_default();
            follow(followed);
        }
    });
    listener.forget();
}

/// How long it takes at most until what was behind something is there again, in ms.
const BACK_MS: u32 = 100;

/// Calls back when the reader follows a link to a place that is behind what is shown, and then goes there, until the listener is
/// dropped. The link that skips to the card stands before the app.
pub(crate) fn on_place_behind(leave: impl Fn() + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "click", options, move |event| {
        let Some(place) = plain_link(event.unchecked_ref()).and_then(|it| place_of(&it)) else {
            return;
        };
        if place.closest("[data-behind]").is_ok_and(|it| it.is_some()) {
            event.prevent_default();
            leave();
            after_ms(BACK_MS, move || {
                place.scroll_into_view();
                if let Some(place) = place.dyn_ref() {
                    focus(place, true);
                }
            })
            .forget();
        }
    })
}

/// The place on the page that a link leads to; none if it leads to a view.
fn place_of(link: &Element) -> Option<Element> {
    let href = link.get_attribute("href")?;
    let id = href.strip_prefix('#').filter(|it| !address::names_view(it))?;
    element(id)
}

/// The link to a view or a place that is followed by a plain click. One with a modifier key or another button is the browser's.
fn plain_link(event: &MouseEvent) -> Option<Element> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if modified || event.button() != 0 || event.default_prevented() {
        return None;
    }
    target(event)?.closest("a[href^='#']").ok()?
}

/// The view that a plain click on a link asks for.
fn followed(event: &MouseEvent) -> Option<Followed> {
    let link = plain_link(event)?;
    let name = link.get_attribute("href")?.strip_prefix('#')?.to_owned();
    let is_in = |place| link.closest(place).is_ok_and(|it| it.is_some());
    // As are results, and the step of a story.
    let is_in_card = is_in(".card, .answer, .story, .search");
    // The sentence below the map names what has no room on it.
    let is_on_map = is_in(MAP_FRAME) || is_in(".caption");
    let is_step = is_in(".timeline-steps");
    address::names_view(&name).then_some(Followed { name, is_in_card, is_on_map, is_step })
}

/// A link that was followed.
pub(crate) struct Followed {
    /// The name of its view.
    pub(crate) name: String,
    /// Whether it was in the card or in the story, which is about to be replaced.
    pub(crate) is_in_card: bool,
    /// Whether it was on the map, or in the sentence below it.
    pub(crate) is_on_map: bool,
    /// Whether it was a step to another date.
    pub(crate) is_step: bool,
}
