//! The ticks of countries that are compared, and the way to a comparison that is printed below the app.

use std::cell::RefCell;

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{after_paint, all, around, element, is_focus_lost};

/// Calls back with the view that a tick asks for. The table and the comparison have a tick for the same country, so the focus
/// stays on that when the one gives way to the other.
pub(crate) fn on_tick(ticked: impl Fn(&str) + 'static) {
    let Some(app) = element("app") else { return };
    let waiting = RefCell::new(None);
    let listener = EventListener::new(&app, "change", move |event| {
        let Some(tick) = around(event, "[data-tick]") else { return };
        if let (Some(to), Some(id)) =
            (tick.get_attribute("data-to"), tick.get_attribute("data-tick"))
        {
            ticked(to.trim_start_matches('#'));
            waiting.replace(Some(after_paint(move || return_focus(&id))));
        }
    });
    listener.forget();
}

/// Gives the focus that is lost to the tick of a country that is seen.
fn return_focus(id: &str) {
    let Some(card) = element("opened").filter(|_| is_focus_lost()) else { return };
    let ticks = all(&card, &["[data-tick='", id, "']"].concat());
    let seen = ticks.filter_map(|it| it.dyn_into::<HtmlElement>().ok());
    if let Some(tick) = seen.into_iter().find(|it| it.offset_width() > 1) {
        let _ = tick.focus();
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
