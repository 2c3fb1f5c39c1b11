//! What comes into view, and where the focus goes: to a card, to a sheet, back to the map.

use gloo::utils::{document, document_element, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{
    FocusOptions, HtmlElement, IntersectionObserver, IntersectionObserverEntry,
    ScrollIntoViewOptions, ScrollLogicalPosition,
};
use yew::NodeRef;

use model::EntityKind;

use super::{MAP_FRAME, all, first, is_embedded, is_focus_lost};

/// What the next card does to be seen. Where the address asks for one, the browser knows where the reader was.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Reveal {
    /// Nothing.
    No,
    /// It comes into view.
    Scroll,
    /// It takes the focus, whose link is gone with the card before, and comes into view.
    Focus,
    /// The map stays where its upper edge was in the window, in px, whatever is above it.
    Hold(f64),
}

/// How far below the upper edge of the window a card comes into view, in px.
const REVEAL_PX: f64 = 16.0;

/// Brings the top of a new card into view where it isn't, and takes the focus there.
pub(crate) fn reveal(heading: Option<HtmlElement>, how: Reveal) {
    let Some(heading) = heading.filter(|_| how != Reveal::No) else { return };
    if let Reveal::Hold(top) = how {
        return window().scroll_by_with_x_and_y(0.0, map_top() - top);
    }
    let takes_focus = how == Reveal::Focus;
    let top = heading.get_bounding_client_rect().top();
    let height = window().inner_height().ok().and_then(|it| it.as_f64()).unwrap_or(f64::MAX);
    if top < 0.0 || (takes_focus && top > height * 0.8) {
        scroll_to(&heading);
    }
    if takes_focus {
        let _ = heading.focus();
    }
}

fn scroll_to(heading: &HtmlElement) {
    let top = heading.get_bounding_client_rect().top();
    window().scroll_by_with_x_and_y(0.0, top - REVEAL_PX);
    // A page around this one only as far as it takes.
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    heading.scroll_into_view_with_scroll_into_view_options(&options);
}

/// Whether the focus is in the card, which is about to be replaced.
pub(crate) fn is_focus_in_card() -> bool {
    is_focus_in(".card, .answer")
}

/// Takes the focus from what goes with a period to what leads back to it.
pub(crate) fn leave_period() {
    if let Some(link) =
        first(".timeline-since a").filter(|_| is_focus_in(".range-from, .field-from"))
    {
        focus(&link, true);
    }
}

fn is_focus_in(place: &str) -> bool {
    let active = document().active_element();
    active.is_some_and(|it| it.closest(place).is_ok_and(|it| it.is_some()))
}

/// Keeps the map where it is in the window while another card is drawn.
pub(crate) fn hold_map() -> Reveal {
    Reveal::Hold(map_top())
}

fn map_top() -> f64 {
    first(MAP_FRAME).map_or(0.0, |it| it.get_bounding_client_rect().top())
}

/// How much of the answer counts as all of it.
const IN_SIGHT: f64 = 0.9;

/// Calls back once with whether the answer is on the screen. The browser is asked, which knows of the page around a frame, too.
pub(crate) fn judge_answer(judged: impl FnOnce(bool) + 'static) {
    let Some(answer) = first("#answer .verdict").or_else(|| first("#card-title")) else { return };
    let tell = move |entries: Vec<IntersectionObserverEntry>, observer: IntersectionObserver| {
        observer.disconnect();
        judged(entries.iter().any(|it| it.intersection_ratio() >= IN_SIGHT));
    };
    let tell = Closure::once_into_js(tell);
    if let Ok(observer) = IntersectionObserver::new(tell.unchecked_ref()) {
        observer.observe(&answer);
    }
}

/// Brings the top of the app into view, where it is above the window.
pub(crate) fn to_head() {
    let top = first("#app").map_or(0.0, |it| it.get_bounding_client_rect().top());
    if top < 0.0 {
        window().scroll_by_with_x_and_y(0.0, top);
    }
}

/// Brings the head of the card to the top of the window, and the focus there.
pub(crate) fn read_on() {
    if let Some(heading) = first("#card-title") {
        scroll_to(&heading);
        let _ = heading.focus();
    }
}

/// Takes the focus to the heading of a sheet that has risen. In a frame the page around it may have to scroll.
pub(crate) fn enter_sheet(heading: Option<HtmlElement>) {
    let _ = document_element().set_attribute("data-raised", "");
    if let Some(heading) = heading {
        focus(&heading, !is_embedded());
    }
}

/// Takes the focus from a sheet that is gone to the marker of a country, or to what can be tabbed to on the map.
pub(crate) fn leave_sheet(country: &str) {
    let _ = document_element().remove_attribute("data-raised");
    let marker = [".map-marker[", EntityKind::Country.attribute(), "='", country, "']"].concat();
    for selector in [&marker, ".map-marker[tabindex='0']"] {
        if let Some(marker) = first(selector).filter(|_| is_focus_lost()) {
            focus(&marker, true);
        }
    }
}

/// Takes the focus to one of the links in an element, counted from zero.
pub(crate) fn focus_link(around: &NodeRef, index: usize) {
    let link = around.cast().and_then(|it| all(&it, "a").nth(index));
    if let Some(link) = link.and_then(|it| it.dyn_into().ok()) {
        focus(&link, false);
    }
}

/// Gives an element the focus, and keeps the place of the page in the window, or scrolls to it.
pub(super) fn focus(element: &HtmlElement, keeps_place: bool) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(keeps_place);
    let _ = element.focus_with_options(&options);
}
