//! The page around the app: its address, its history, its title and its focus. Nothing here runs natively, and every
//! call gives up quietly where the browser refuses.

mod grid;
mod history;
mod links;
mod number;
mod paint;
mod pointer;
mod printed;
mod reveal;
mod search;
#[cfg(all(target_family = "wasm", feature = "csr"))]
mod startup;
mod story;
mod tick;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlElement, HtmlInputElement, KeyboardEvent};
use yew::NodeRef;

pub(crate) use grid::{
    close_opened_cell, closes_cell, focus_in_grid, grid_place, return_focus_to_grid, toggle_cell,
};
pub(crate) use history::{address, go_back, is_step_written, on_history, write_address};
pub(crate) use links::{on_host_request, on_link, on_place_behind};
pub(crate) use number::{number, px};
pub(crate) use paint::after_paint;
pub(crate) use pointer::{Hold, share_across};
pub(crate) use printed::fill_footnotes;
#[cfg(feature = "csr")]
pub(crate) use printed::is_changed;
pub(crate) use reveal::{
    Reveal, enter_sheet, focus_link, hold_map, is_focus_in_card, judge_answer, leave_period,
    leave_sheet, read_on, reveal, to_head,
};
pub(crate) use search::{
    blur, bring_into_view, click, enter_search, focus_field, has_focus, is_in_field, leave_search,
    on_slash, option_of, printed_texts,
};
#[cfg(all(target_family = "wasm", feature = "csr"))]
pub(crate) use startup::{announce_hydration, catalogue, rows};
pub(crate) use story::{after_ms, enter_story, leave_story, on_arrow, on_interruption};
pub(crate) use tick::{lead_to_comparison, on_tick, return_focus_to_tick};

/// The frame of the map.
const MAP_FRAME: &str = "[data-map-frame]";

/// Which windows are narrow, as the style has it.
const NARROW: &str = "(max-width: 43.75rem)";

/// Whether the page is part of another one, as `host.js` has found.
pub(crate) fn is_embedded() -> bool {
    document_element().has_attribute("data-embedded")
}

/// Whether the reader has zoomed into the page with two fingers. A frame is not told.
pub(crate) fn is_zoomed() -> bool {
    window().visual_viewport().is_some_and(|it| it.scale() > 1.01)
}

/// Whether the window, or the frame that the page is in, is narrow.
pub(crate) fn is_narrow() -> bool {
    matches(NARROW)
}

/// Whether the reader's system asks for less motion.
pub(crate) fn wants_less_motion() -> bool {
    matches("(prefers-reduced-motion: reduce)")
}

/// Whether a media query holds.
fn matches(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|it| it.matches())
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

/// Calls back when Escape is pressed, wherever the focus is, until the listener is dropped. It is taken, so that
/// it leads nowhere else.
pub(crate) fn on_escape(pressed: impl Fn() + 'static) -> EventListener {
    let options = EventListenerOptions::enable_prevent_default();
    EventListener::new_with_options(&document(), "keydown", options, move |event| {
        if is_escape(event) {
            event.prevent_default();
            pressed();
        }
    })
}

/// Calls back when Escape is pressed while the focus is in the app or nowhere, and nothing else has taken it, until the listener
/// is dropped. The window hears of it last.
pub(crate) fn on_outward(pressed: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "keydown", move |event| {
        let is_nowhere = || target(event).is_some_and(|it| !it.matches("body *").unwrap_or(true));
        if is_escape(event) && (around(event, "#app").is_some() || is_nowhere()) {
            pressed();
        }
    })
}

/// Whether an event is a press of Escape that nothing has taken. What is held down counts once.
fn is_escape(event: &Event) -> bool {
    let event: &KeyboardEvent = event.unchecked_ref();
    let is_press = !event.repeat() && !event.is_composing();
    let is_free = is_press && !event.default_prevented();
    // A dialog is closed by the browser, wherever the focus is.
    event.key() == "Escape" && is_free && first("dialog[open]").is_none()
}

/// The element with an id.
pub(crate) fn element(id: &str) -> Option<Element> {
    document().get_element_by_id(id)
}

fn first(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

fn target(event: &Event) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// The element that matches around what an event is about. Yew listens at the root of a part, so that is all that the event
/// says of who listens.
fn around(event: &Event, selector: &str) -> Option<Element> {
    target(event)?.closest(selector).ok()?
}

/// Whether the sheet that an event is about is scrolled to its top.
pub(crate) fn is_at_top(event: &Event) -> bool {
    around(event, ".sheet").is_some_and(|it| it.scroll_top() <= 0)
}

/// Whether the focus that an event is about is one that the browser shows, as for keys and not for the pointer.
pub(crate) fn shows_focus(event: &Event) -> bool {
    target(event).is_some_and(|it| it.matches(":focus-visible").unwrap_or(false))
}

/// Whether the focus that an event is about goes to what matches.
pub(crate) fn goes_to(event: &FocusEvent, selector: &str) -> bool {
    let to = event.related_target().and_then(|it| it.dyn_into::<Element>().ok());
    to.is_some_and(|it| it.closest(selector).is_ok_and(|it| it.is_some()))
}

/// Gives the field that an event is about the value that is shown again. Whether it had another.
pub(crate) fn undo_typing(event: &Event, shown: &str) -> bool {
    let field = target(event).and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
    let typed = field.filter(|it| it.value() != shown);
    typed.inspect(|it| it.set_value(shown)).is_some()
}

/// Whether what a `toggle` event tells of is unfolded.
pub(crate) fn is_unfolded(event: &Event) -> bool {
    target(event).is_some_and(|it| it.has_attribute("open"))
}

/// Gives the card the width of the page, or leaves the map beside it.
pub(crate) fn widen_card(is_wide: bool) {
    if let Some(board) = element("overview") {
        let _ = board.toggle_attribute_with_force("data-wide", is_wide);
    }
}

/// Makes room for a comparison beside a smaller map, or none.
pub(crate) fn make_room(is_comparison: bool) {
    if let Some(board) = element("overview") {
        let _ = board.toggle_attribute_with_force("data-compared", is_comparison);
    }
}

/// Says which tool the view is shown by, for the style.
pub(crate) fn set_tool(name: Option<&str>) {
    let Some(app) = element("app") else { return };
    let _ = match name {
        Some(name) => app.set_attribute("data-tool", name),
        None => app.remove_attribute("data-tool"),
    };
}

/// Takes map, card and timeline out of reach while something else stands in their place, or gives them back.
pub(crate) fn set_behind(is_behind: bool) {
    if let Some(board) = element("overview") {
        let _ = board.toggle_attribute_with_force("data-behind", is_behind);
    }
}

/// Whether the focus is in this page, and not in one around it.
fn is_focus_here() -> bool {
    document().has_focus().unwrap_or_default()
}

/// Whether nothing has the focus, as when what had it is gone; not where a page around this one has it.
fn is_focus_lost() -> bool {
    is_focus_here() && document().active_element().is_none_or(|it| it.local_name() == "body")
}

/// Opens or closes a `details` element.
pub(crate) fn toggle_details(details: &NodeRef) {
    if let Some(details) = details.get().and_then(|it| it.dyn_into::<Element>().ok()) {
        let _ = details.toggle_attribute("open");
    }
}

/// Unfolds what stands for words that a narrow window has no room for.
pub(crate) fn unfold_where_narrow(fold: &NodeRef) {
    if let Some(fold) = fold.cast::<Element>().filter(|_| is_narrow()) {
        let _ = fold.set_attribute("open", "");
    }
}

/// The elements in another that match, in document order.
pub(crate) fn all(around: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let found = around.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |index| found.as_ref()?.item(index)?.dyn_into().ok())
}
