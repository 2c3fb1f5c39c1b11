//! The buttons of the map: closer, farther, whole view, and the four directions for those who can't drag.

use std::rc::Rc;

use explorer::spatial_nav::Direction;
use text::Messages;
use yew::prelude::*;

use super::controller::MapController;

/// The buttons, and the list of keys that `?` shows.
pub(super) fn controls(
    messages: &'static Messages,
    controller: &Rc<MapController>,
    keys: &NodeRef,
) -> Html {
    // Not in the tab order, in which the map is one stop: on it each has its key.
    let button = |name: &'static str,
                  sign: &'static str,
                  label: &'static str,
                  act: fn(&MapController)| {
        let controller = Rc::clone(controller);
        let onclick = Callback::from(move |_: MouseEvent| act(&controller));
        html! {
            <button type="button" tabindex="-1" class="map-button" data-map={name} aria-label={label} title={label} {onclick}>
                <span aria-hidden="true">{ sign }</span>
            </button>
        }
    };
    html! {
        <div class="map-controls">
            <div class="map-buttons">
                { button("closer", "+", messages.map_zoom_in(), |map| map.zoom(true)) }
                { button("farther", "−", messages.map_zoom_out(), |map| map.zoom(false)) }
                { button("whole", "⤢", messages.map_reset(), MapController::reset) }
            </div>
            <div class="map-buttons map-pan">
                { button("west", "←", messages.map_west(), |map| map.pan(Direction::West.step())) }
                { button("north", "↑", messages.map_north(), |map| map.pan(Direction::North.step())) }
                { button("south", "↓", messages.map_south(), |map| map.pan(Direction::South.step())) }
                { button("east", "→", messages.map_east(), |map| map.pan(Direction::East.step())) }
            </div>
            <details class="map-keys" ref={keys}>
                <summary aria-label={messages.map_keys_title()} title={messages.map_keys_title()}>{ "?" }</summary>
                <p>{ messages.map_keys() }</p>
            </details>
        </div>
    }
}
