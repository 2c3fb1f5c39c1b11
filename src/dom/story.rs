//! What the story needs of the page: keys, the focus, and what stops it from playing on.

use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Timeout;
use gloo::utils::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

use super::reveal::focus;
use super::{all, around, element, first, is_focus_lost};

/// What arrow keys are for something else in.
const USES_ARROWS: &str =
    "input, select, textarea, dialog, [role='dialog'], [contenteditable], [data-map-frame]";

/// Calls back when an arrow key is pressed, with whether it is the one to the right, where nothing else has a use for it, until
/// the listener is dropped.
pub(crate) fn on_arrow(pressed: impl Fn(bool) + 'static) -> EventListener {
    EventListener::new(&window(), "keydown", move |event| {
        let event: &KeyboardEvent = event.unchecked_ref();
        let is_modified =
            event.ctrl_key() || event.meta_key() || event.alt_key() || event.shift_key();
        let is_used = event.default_prevented() || around(event, USES_ARROWS).is_some();
        match &*event.key() {
            _ if is_modified || is_used => {}
            "ArrowLeft" => pressed(false),
            "ArrowRight" => pressed(true),
            _ => {}
        }
    })
}

/// What switches playing on and off by itself.
const PLAY: &str = ".story-play";

/// Whether an event presses what switches playing.
fn switches(event: &Event) -> bool {
    let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
    let is_press = key.is_none_or(|it| it == "Enter" || it == " ");
    is_press && around(event, PLAY).is_some()
}

/// Calls back when the reader presses a key or clicks, but on what switches playing, or the page gets out of sight, until the
/// listeners are dropped. They come before those of the page: what is pressed to begin does not stop it.
pub(crate) fn on_interruption(interrupted: impl Fn() + Clone + 'static) -> [EventListener; 3] {
    let options = EventListenerOptions::run_in_capture_phase();
    let listen = |kind: &'static str| {
        let interrupted = interrupted.clone();
        EventListener::new_with_options(&window(), kind, options, move |event| {
            if !switches(event) {
                interrupted();
            }
        })
    };
    let hidden = {
        let interrupted = interrupted.clone();
        EventListener::new(&document(), "visibilitychange", move |_| {
            if document().hidden() {
                interrupted();
            }
        })
    };
    [listen("keydown"), listen("pointerdown"), hidden]
}

/// Does something after a time, unless it is dropped before.
pub(crate) fn after_ms(ms: u32, act: impl FnOnce() + 'static) -> Timeout {
    Timeout::new(ms, act)
}

/// Takes the focus to the way on, and the reader to the top of the page, where the story is.
pub(crate) fn enter_story() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
    if let Some(next) = first(".story-next") {
        focus(&next, true);
    }
}

/// Takes the focus from a story that is gone to the way into it, once that is there.
pub(crate) fn leave_story() {
    Timeout::new(0, || {
        let Some(app) = element("views").filter(|_| is_focus_lost()) else { return };
        let is_seen = |it: &HtmlElement| it.offset_parent().is_some();
        let mut ways = all(&app, "[data-story]").filter_map(|it| it.dyn_into().ok());
        if let Some(way) = ways.find(is_seen) {
            focus(&way, true);
        }
    })
    .forget();
}
