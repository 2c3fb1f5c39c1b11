//! The buttons of the map: closer, farther, whole view, and the four directions for those who can't drag.

use std::rc::Rc;

use model::Words;
use yew::prelude::*;

use crate::compass::Direction;
use crate::stage::Stage;

/// The buttons, and the list of keys that `?` shows.
pub(super) fn controls(words: &'static Words<'static>, stage: &Rc<Stage>, keys: &NodeRef) -> Html {
    let button = |hook: &'static str, sign: &'static str, name: &'static str, act: fn(&Stage)| {
        let stage = Rc::clone(stage);
        let onclick = Callback::from(move |_: MouseEvent| act(&stage));
        html! {
            <button type="button" class="map-button" data-map={hook} aria-label={name} title={name} {onclick}>
                <span aria-hidden="true">{ sign }</span>
            </button>
        }
    };
    html! {
        <div class="map-controls">
            <div class="map-buttons">
                { button("closer", "+", words.map_zoom_in(), |stage| stage.zoom(true)) }
                { button("farther", "−", words.map_zoom_out(), |stage| stage.zoom(false)) }
                { button("whole", "⤢", words.map_reset(), Stage::go_home) }
            </div>
            <div class="map-buttons">
                { button("west", "←", words.map_west(), |stage| stage.stride(Direction::West.step())) }
                { button("north", "↑", words.map_north(), |stage| stage.stride(Direction::North.step())) }
                { button("south", "↓", words.map_south(), |stage| stage.stride(Direction::South.step())) }
                { button("east", "→", words.map_east(), |stage| stage.stride(Direction::East.step())) }
            </div>
            <details class="map-keys" ref={keys}>
                <summary>{ words.map_keys_title() }</summary>
                <p>{ words.map_keys() }</p>
            </details>
        </div>
    }
}
