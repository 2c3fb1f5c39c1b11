//! What the search needs of the page: its field, its results, and the texts that are only printed.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};
use yew::NodeRef;

use explorer::search::{Kind, Printed};

use super::reveal::focus;
use super::{
    after_ms, all, around, document, element, first, is_focus_here, is_focus_lost, target,
};

/// What is printed of each kind: its entries, and within them what they are called and what they say.
const PRINTED: [(Kind, &str, &str, &str); 4] = [
    (Kind::Source, "#sources > ol > li[id]", "cite", "b, small"),
    (Kind::Check, "#article > ol > li[id]", ".check-record strong", "p:not(.check-head)"),
    (Kind::Change, "#changes li[id]", "", "p:not(.change-cards)"),
    (Kind::Term, "#glossary dl > div[id]", "dt", "dd"),
];

/// The texts that are printed in the page and that the app does not have.
pub(crate) fn printed_texts() -> Vec<Printed> {
    let Some(body) = gloo::utils::document().body() else { return Vec::new() };
    let printed = |(kind, entries, title, parts): (Kind, &str, &'static str, &'static str)| {
        let entries = all(&body, entries);
        entries.map(move |it| {
            let title = if title.is_empty() { String::new() } else { texts(&it, title) };
            Printed { kind, id: it.id(), title, text: texts(&it, parts) }
        })
    };
    PRINTED.into_iter().flat_map(printed).collect()
}

fn texts(of: &Element, selector: &str) -> String {
    all(of, selector).map(|it| text(&it)).collect::<Vec<_>>().join(" ")
}

/// The text of an element without the numbers of its sources at the end.
fn text(of: &Element) -> String {
    let text = of.text_content().unwrap_or_default();
    let end = text.rfind(" [").filter(|_| text.trim_end().ends_with(']'));
    end.and_then(|it| text.get(..it)).unwrap_or(&text).trim().to_owned()
}

/// Calls back when `/` is pressed in the app, or where nothing has the focus, but in no field, until the listener is dropped.
pub(crate) fn on_slash(pressed: impl Fn() + 'static) -> Option<EventListener> {
    let body = document().body()?;
    let options = gloo::events::EventListenerOptions::enable_prevent_default();
    Some(EventListener::new_with_options(&body, "keydown", options, move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        let is_plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        let is_typing = || around(event, "input:not([type=range]), textarea, select").is_some();
        let is_there = || is_focus_lost() || around(event, "#app").is_some();
        if event.key() == "/"
            && is_plain
            && !event.default_prevented()
            && !is_typing()
            && is_there()
        {
            event.prevent_default();
            pressed();
        }
    }))
}

/// Takes the focus to the field; where there is no room for it, what opens the search is pressed, and does that.
pub(crate) fn focus_field(field: &NodeRef) {
    let Some(field) = field.cast::<HtmlElement>() else { return };
    if field.offset_parent().is_some() {
        let _ = field.focus();
    } else if let Some(button) = first(".search-open") {
        let _ = button.focus();
        button.click();
    }
}

/// Takes the focus to the field of the search that is shown.
pub(crate) fn enter_search() {
    if let Some(field) = first("#search-field") {
        let _ = field.focus();
    }
}

/// Takes the focus from a search that is gone to its field, or where there is no room for that to what opens the search. A page around
/// this one keeps it that asked for another view.
pub(crate) fn leave_search() {
    after_ms(0, || {
        if !is_focus_here() {
            return;
        }
        let is_seen = |it: &HtmlElement| it.offset_parent().is_some();
        let active = document().active_element().and_then(|it| it.dyn_into::<HtmlElement>().ok());
        if is_focus_lost() || active.is_some_and(|it| !is_seen(&it)) {
            let mut ways = ["#search-field", ".search-open"].into_iter().filter_map(first);
            if let Some(way) = ways.find(is_seen) {
                focus(&way, true);
            }
        }
    })
    .forget();
}

/// Takes the focus from the field.
pub(crate) fn blur(field: &NodeRef) {
    if let Some(field) = field.cast::<HtmlElement>() {
        let _ = field.blur();
    }
}

/// Whether the field has the focus.
pub(crate) fn has_focus(field: &NodeRef) -> bool {
    let focused = document().active_element();
    focused.is_some() && focused == field.cast::<Element>()
}

/// Whether an event is about the field.
pub(crate) fn is_in_field(event: &Event, field: &NodeRef) -> bool {
    target(event).is_some() && target(event) == field.cast::<Element>()
}

/// The number of the result that an event is about.
pub(crate) fn option_of(event: &Event) -> Option<usize> {
    around(event, "[role=option]")?.id().rsplit('-').next()?.parse().ok()
}

/// Follows a result.
pub(crate) fn click(id: &str) {
    if let Some(it) = element(id).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        it.click();
    }
}

/// Scrolls as little as it takes to see a result.
pub(crate) fn bring_into_view(id: &str) {
    let options = web_sys::ScrollIntoViewOptions::new();
    options.set_block(web_sys::ScrollLogicalPosition::Nearest);
    if let Some(it) = element(id) {
        it.scroll_into_view_with_scroll_into_view_options(&options);
    }
}
