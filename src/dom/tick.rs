//! The ticks of countries that are compared, and the way to a comparison that is printed below the app.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::{all, around, element, is_focus_lost};

/// Says of the card which tick was pressed last and the view that it asked for, until that is drawn.
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
                let _ = card.set_attribute(TICKED, &[&*id, " ", &to].concat());
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
    let Some(ticked) = card.get_attribute(TICKED) else { return };
    let Some((id, asked)) = ticked.split_once(' ') else { return };
    let ticks = all(&card, &["[data-tick='", id, "']"].concat());
    let mut ticks = ticks.filter_map(|it| it.dyn_into::<HtmlElement>().ok());
    let tick = ticks.find(|it| it.offset_width() > 1);
    let to = tick.as_ref().and_then(|it| it.get_attribute("data-to"));
    // It asks for that still while the rest of an earlier view is drawn.
    if to.as_deref() == Some(asked) {
        return;
    }
    let _ = card.remove_attribute(TICKED);
    if let Some(tick) = tick.filter(|_| is_focus_lost()) {
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
