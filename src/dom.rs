//! The page around the app: its address, its history, its title and its focus. Nothing here runs natively, and every
//! call gives up quietly where the browser refuses.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions};
use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, document_element, history, window};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CustomEvent, Element, Event, FocusOptions, HtmlElement, IntersectionObserver,
    IntersectionObserverEntry, KeyboardEvent, MouseEvent, PointerEvent, ScrollIntoViewOptions,
    ScrollLogicalPosition,
};
use yew::NodeRef;

use explorer::grid_nav::GridPlace;
use explorer::{HistoryUpdate, address};
use model::EntityKind;

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
        // Its state is that of `boot.js` and `history.js`.
        let state = history().state().unwrap_or_default();
        history().replace_state_with_url(&state, "", Some(&address))
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

/// Calls back when Escape is pressed, wherever the focus is, and nothing else has taken it, until the listener is dropped.
pub(crate) fn on_escape(pressed: impl Fn() + 'static) -> EventListener {
    EventListener::new(&window(), "keydown", move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        if event.key() == "Escape" && !event.default_prevented() {
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
    let is_in = |place| link.closest(place).is_ok_and(|it| it.is_some());
    let (is_in_card, is_on_map) = (is_in(".card, .answer"), is_in(MAP_FRAME));
    let is_step = is_in(".timeline-steps");
    address::names_view(&name).then_some(Followed { name, is_in_card, is_on_map, is_step })
}

/// A link that was followed.
pub(crate) struct Followed {
    /// The name of its view.
    pub(crate) name: String,
    /// Whether it was in the card, which is about to be replaced.
    pub(crate) is_in_card: bool,
    /// Whether it was on the map.
    pub(crate) is_on_map: bool,
    /// Whether it was a step to another date.
    pub(crate) is_step: bool,
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

/// The element that matches around what an event is about. Yew listens at the root of a part, so that is all that the event
/// says of who listens.
fn around(event: &Event, selector: &str) -> Option<Element> {
    target(event)?.closest(selector).ok()?
}

/// Whether the sheet that an event is about is scrolled to its top.
pub(crate) fn is_at_top(event: &Event) -> bool {
    around(event, ".sheet").is_some_and(|it| it.scroll_top() <= 0)
}

/// The place in a grid that an event is about: its cell, and which of the links in that.
pub(crate) fn grid_place(event: &Event) -> Option<GridPlace> {
    let cell = around(event, "[data-at]")?;
    let (row, column) = cell
        .get_attribute("data-at")?
        .split_once(' ')
        .map(|(row, column)| (row.parse().ok(), column.parse().ok()))?;
    let link = around(event, "a");
    let is_link = |it: &Element| link.as_ref() == Some(it);
    let item = links_in(&cell).iter().position(is_link).unwrap_or_default();
    Some(GridPlace { row: row?, column: column?, item })
}

/// Moves the focus to a place in the grid that an event is about: to the link there, or to a cell without one.
pub(crate) fn focus_in_grid(event: &Event, to: GridPlace) {
    let selector = format!("[data-at='{} {}']", to.row, to.column);
    let grid = around(event, "[data-matrix]");
    let Some(cell) = grid.and_then(|it| it.query_selector(&selector).ok().flatten()) else {
        return;
    };
    let link = links_in(&cell).into_iter().nth(to.item);
    if let Ok(place) = link.unwrap_or(cell).dyn_into::<HtmlElement>() {
        let _ = place.focus();
    }
}

/// Closes the opened cell of the grid that an event is about, and gives it the focus. Whether there was one.
pub(crate) fn close_opened_cell(event: &Event) -> bool {
    let grid = around(event, "[data-matrix]");
    let opener = grid.and_then(|it| it.query_selector("[aria-expanded=true]").ok().flatten());
    let opener = opener.and_then(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(opener) = &opener {
        let _ = opener.focus();
        opener.click();
    }
    opener.is_some()
}

fn links_in(cell: &Element) -> Vec<Element> {
    let Ok(links) = cell.query_selector_all("a") else { return Vec::new() };
    let links = (0..links.length()).filter_map(|it| links.item(it));
    links.filter_map(|it| it.dyn_into().ok()).collect()
}

/// Gives the card the width of the page, or leaves the map beside it.
pub(crate) fn widen_card(is_wide: bool) {
    if let Some(board) = element("overview") {
        let _ = board.toggle_attribute_with_force("data-wide", is_wide);
    }
}

/// Opens or closes a `details` element.
pub(crate) fn toggle_details(details: &NodeRef) {
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

/// The frame of the map.
const MAP_FRAME: &str = "[data-map-frame]";

/// Whether what a `toggle` event tells of is unfolded.
pub(crate) fn is_unfolded(event: &Event) -> bool {
    target(event).is_some_and(|it| it.has_attribute("open"))
}

/// Unfolds what stands for words that a narrow window has no room for.
pub(crate) fn unfold_where_narrow(fold: &NodeRef) {
    if let Some(fold) = fold.cast::<Element>().filter(|_| is_narrow()) {
        let _ = fold.set_attribute("open", "");
    }
}

/// By how many px a finger may stray that only touches.
const STRAY: u32 = 8;

/// A pointer that an element holds.
pub(crate) struct Hold {
    x: i32,
    y: i32,
    counts: bool,
}

impl Hold {
    /// Takes hold of a pointer that is pressed on an element, but not on a link in it: from then on its moves are the
    /// element's, wherever they lead.
    pub(crate) fn of(event: &PointerEvent, element: &NodeRef) -> Option<Self> {
        let is_free = |it: &Element| it.closest("a").is_ok_and(|it| it.is_none());
        let is_pressed = event.is_primary() && event.button() == 0;
        target(event).filter(|it| is_pressed && is_free(it))?;
        element.cast::<Element>()?.set_pointer_capture(event.pointer_id()).ok()?;
        let counts = event.pointer_type() != "touch";
        Some(Self { x: event.client_x(), y: event.client_y(), counts })
    }

    /// Whether an event of the pointer counts. A finger may be about to scroll: it counts once it goes across, or is lifted
    /// where it was.
    pub(crate) fn counts(&mut self, event: &PointerEvent, element: &NodeRef) -> bool {
        let across = event.client_x().abs_diff(self.x);
        let down = event.client_y().abs_diff(self.y);
        let is_tap = event.type_() == "pointerup" && across.max(down) < STRAY;
        self.counts |= is_tap || across >= STRAY && across > down;
        let is_held = |it: Element| it.has_pointer_capture(event.pointer_id());
        self.counts && element.cast::<Element>().is_some_and(is_held)
    }
}

/// Where across an element a pointer is: 0 at its left edge, 1 at its right edge, and less or more beyond.
pub(crate) fn share_across(event: &PointerEvent, element: &NodeRef) -> Option<f64> {
    let area = element.cast::<Element>()?.get_bounding_client_rect();
    Some((f64::from(event.client_x()) - area.left()) / area.width())
}

/// Which windows are narrow, as the style has it.
const NARROW: &str = "(max-width: 43.75rem)";

/// How much of the answer counts as all of it.
const IN_SIGHT: f64 = 0.9;

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

/// Keeps the map where it is in the window while another card is drawn.
pub(crate) fn hold_map() -> Reveal {
    Reveal::Hold(map_top())
}

fn map_top() -> f64 {
    first(MAP_FRAME).map_or(0.0, |it| it.get_bounding_client_rect().top())
}

fn first(selector: &str) -> Option<HtmlElement> {
    document().query_selector(selector).ok()??.dyn_into().ok()
}

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

/// Goes back in the history. A page that is part of another one has none of its own.
pub(crate) fn go_back() -> bool {
    !is_embedded() && history().back().is_ok()
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
    let is_lost = || document().active_element().is_none_or(|it| it.local_name() == "body");
    let marker = [".map-marker[", EntityKind::Country.attribute(), "='", country, "']"].concat();
    for selector in [&marker, ".map-marker[tabindex='0']"] {
        if let Some(marker) = first(selector).filter(|_| is_lost()) {
            focus(&marker, true);
        }
    }
}

fn focus(element: &HtmlElement, keeps_place: bool) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(keeps_place);
    let _ = element.focus_with_options(&options);
}

/// A number as the browser writes it, which the style reads: formatting of floats is large, and the browser has it.
pub(crate) fn number(value: f64) -> String {
    web_sys::js_sys::Number::from(value)
        .to_string_with_radix(10)
        .map_or_else(|_| String::new(), String::from)
}

/// A length in px as the style reads it.
pub(crate) fn px(length: f64) -> String {
    number(length) + "px"
}

/// The elements in another that match, in document order.
pub(crate) fn all(around: &Element, selector: &str) -> impl Iterator<Item = Element> + use<> {
    let found = around.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |index| found.as_ref()?.item(index)?.dyn_into().ok())
}
