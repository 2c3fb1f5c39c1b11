//! The page around the app: its address, its history, its title and its focus. Nothing here runs natively, and every
//! call gives up quietly where the browser refuses.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, document_element, history, window};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CustomEvent, Element, Event, HtmlElement, KeyboardEvent, MouseEvent, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};

use explorer::{HistoryUpdate, address};

/// What the next card does to be seen. Where the address asks for one, the browser knows where the reader was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reveal {
    /// Nothing.
    No,
    /// It comes into view.
    Scroll,
    /// It takes the focus, whose link is gone with the card before, and comes into view.
    Focus,
}

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

/// Whether the page is part of another one, as `host.js` has found.
pub(crate) fn is_embedded() -> bool {
    document_element().has_attribute("data-embedded")
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
        history().replace_state_with_url(&JsValue::NULL, "", Some(&address))
    };
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

/// Calls back when Escape is pressed, wherever the focus is, until the listener is dropped.
pub(crate) fn on_escape(pressed: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "keydown", move |event| {
        if event.dyn_ref::<KeyboardEvent>().is_some_and(|it| it.key() == "Escape") {
            pressed();
        }
    })
}

/// Whether the reader has zoomed into the page with two fingers. A frame is not told.
pub(crate) fn is_zoomed() -> bool {
    window().visual_viewport().is_some_and(|it| it.scale() > 1.01)
}

/// Sets the title of the document.
pub(crate) fn set_title(title: &str) {
    document().set_title(title);
}

/// Says to the page, to tests and to tools that the app reacts, and shows what the address asked for.
pub(crate) fn set_ready() {
    let root = document_element();
    let _ = root.remove_attribute("data-pending");
    let _ = root.set_attribute("data-ready", "");
}

/// The view that a plain click on a link asks for. A click with a modifier key or another button is the browser's, as is
/// any link elsewhere.
fn followed(event: &MouseEvent) -> Option<Followed> {
    let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if modified || event.button() != 0 || event.default_prevented() {
        return None;
    }
    let link = target(event)?.closest("a[href^='#']").ok()??;
    let name = link.get_attribute("href")?.strip_prefix('#')?.to_owned();
    address::names_view(&name)
        .then_some(Followed { name, is_in_card: link.closest(".card").ok()?.is_some() })
}

/// A link that was followed.
pub(crate) struct Followed {
    /// The name of its view.
    pub(crate) name: String,
    /// Whether it was in the card, which is about to be replaced.
    pub(crate) is_in_card: bool,
}

/// The element with an id.
pub(crate) fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The catalogue of the page's language, as the browser parses it; none if the page has none.
#[cfg(all(target_family = "wasm", feature = "csr"))]
pub(crate) fn catalogue() -> Option<JsValue> {
    let catalogue = element("catalogue")?.text_content()?;
    js_sys::JSON::parse(&catalogue).ok()
}

/// A list of the catalogue, as rows of texts; what is not one reads as empty.
#[cfg(all(target_family = "wasm", feature = "csr"))]
pub(crate) fn rows(catalogue: &JsValue, list: &str) -> Vec<text::Row> {
    let array = |it: JsValue| it.dyn_into::<js_sys::Array>().unwrap_or_default();
    let row = |it| array(it).iter().map(|text| text.as_string()).collect();
    let list = js_sys::Reflect::get(catalogue, &list.into()).unwrap_or_default();
    array(list).iter().map(row).collect()
}

/// Whether a part of the page is not as it was printed, as `boot.js` has found.
#[cfg(feature = "csr")]
pub(crate) fn is_changed(part: &Element) -> bool {
    part.has_attribute("data-anew")
}

/// Tells `boot.js` that the app is about to hydrate the page.
#[cfg(all(target_family = "wasm", feature = "csr"))]
pub(crate) fn announce_hydration() {
    if let Ok(event) = Event::new("briefing-hydrates") {
        let _ = window().dispatch_event(&event);
    }
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

/// Opens or closes a `details` element.
pub(crate) fn toggle_details(details: &yew::NodeRef) {
    if let Some(details) = details.get().and_then(|it| it.dyn_into::<Element>().ok()) {
        let _ = details.toggle_attribute("open");
    }
}

/// How long to wait for a frame, in ms: a page that is out of sight makes none.
const FRAME_MS: u32 = 250;

/// Something to be done after the next paint; dropped before that, it is not done.
pub(crate) struct AfterPaint {
    act: Act,
    _frame: AnimationFrame,
    _timer: Timeout,
}

type Act = Rc<RefCell<Option<Box<dyn FnOnce()>>>>;

impl Drop for AfterPaint {
    fn drop(&mut self) {
        self.act.take();
    }
}

/// Does something once all that has been drawn so far is on the screen.
pub(crate) fn after_paint(act: impl FnOnce() + 'static) -> AfterPaint {
    let act: Act = Rc::new(RefCell::new(Some(Box::new(act))));
    let run = |act: &Act| {
        let act = Rc::clone(act);
        move || {
            if let Some(act) = act.take() {
                act();
            }
        }
    };
    let (painted, waited) = (run(&act), run(&act));
    // A frame's callbacks come before its paint, a timer that they start comes after.
    let frame = request_animation_frame(move |_| {
        Timeout::new(0, painted).forget();
    });
    AfterPaint { act, _frame: frame, _timer: Timeout::new(FRAME_MS, waited) }
}

/// Whether the focus that an event is about is one that the browser shows, as for keys and not for the pointer.
pub(crate) fn shows_focus(event: &Event) -> bool {
    target(event).is_some_and(|it| it.matches(":focus-visible").unwrap_or(false))
}

/// How far below the upper edge of the window a card comes into view, in px.
const REVEAL_PX: f64 = 16.0;

/// Brings the top of a new card into view where it isn't, and takes the focus there.
pub(crate) fn reveal(heading: Option<HtmlElement>, how: Reveal) {
    let Some(heading) = heading.filter(|_| how != Reveal::No) else { return };
    let takes_focus = how == Reveal::Focus;
    let top = heading.get_bounding_client_rect().top();
    let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or(f64::MAX);
    if top < 0.0 || (takes_focus && top > height * 0.8) {
        window().scroll_by_with_x_and_y(0.0, top - REVEAL_PX);
        // A page around this one only as far as it takes.
        let options = ScrollIntoViewOptions::new();
        options.set_block(ScrollLogicalPosition::Nearest);
        heading.scroll_into_view_with_scroll_into_view_options(&options);
    }
    if takes_focus {
        let _ = heading.focus();
    }
}
