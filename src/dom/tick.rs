//! The ticks of countries that are compared, and the way to a comparison that is printed below the app.

use std::cell::RefCell;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{after_ms, all, around, element, first, is_focus_lost};

/// Says of the card which tick was pressed last, until the next card is drawn.
const TICKED: &str = "data-ticked";

/// Calls back with the view that a tick asks for.
pub(crate) fn on_tick(ticked: impl Fn(&str) + 'static) {
    let Some(app) = element("app") else { return };
    let listener = EventListener::new(&app, "change", move |event| {
        let Some(tick) = around(event, "[data-tick]") else { return };
        if let (Some(to), Some(id)) =
            (tick.get_attribute("data-to"), tick.get_attribute("data-tick"))
        {
            if let Some(card) = element("opened") {
                let _ = card.set_attribute(TICKED, &id);
            }
            ticked(to.trim_start_matches('#'));
        }
    });
    listener.forget();
}

/// Gives the focus that is lost to the tick of the country that was ticked, where that is seen now: the table and the comparison
/// have a tick for the same country.
pub(crate) fn return_focus_to_tick() {
    let Some(card) = element("opened") else { return };
    let Some(id) = card.get_attribute(TICKED) else { return };
    let _ = card.remove_attribute(TICKED);
    let ticks = all(&card, &["[data-tick='", &id, "']"].concat());
    let mut seen = ticks.filter_map(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(tick) = seen.find(|it| it.offset_width() > 1).filter(|_| is_focus_lost()) {
        let _ = tick.focus();
    }
}

/// When the focus is looked after once a comparison has been cleared, in ms.
const LOOKED_AFTER_MS: [u32; 4] = [20, 100, 300, 800];

/// Keeps the focus on the page when what clears the comparison goes with it. WebKit loses it now and then where the card has given
/// it to its heading, a while after that is drawn.
pub(crate) fn keep_focus_on_clearing() {
    let Some(app) = element("app") else { return };
    let waiting = RefCell::new(Vec::new());
    let listener = EventListener::new(&app, "click", move |event| {
        if around(event, ".compare-clear").is_some() {
            let timers = LOOKED_AFTER_MS.map(|it| after_ms(it, focus_heading));
            waiting.replace(Vec::from(timers));
        }
    });
    listener.forget();
}

/// Gives the focus that is lost to the heading of the card.
fn focus_heading() {
    if let Some(heading) = first("#card-title").filter(|_| is_focus_lost()) {
        let _ = heading.focus();
    }
}

/// Sets where the way to a comparison leads that is printed below the app.
pub(crate) fn lead_to_comparison(href: &str, is_current: bool) {
    let Some(link) = element("more-compare") else { return };
    let _ = link.set_attribute("href", href);
    let _ = if is_current {
        link.set_attribute("aria-current", "true")
    } else {
        link.remove_attribute("aria-current")
    };
}
