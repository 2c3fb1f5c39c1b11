//! The legend: what the marks mean and how many countries have each. What is chosen dims the rest, by style alone, so that
//! it works without script too.

use explorer::view::Legend;
use text::Messages;
use yew::prelude::*;

use crate::components::{live_text, mark};

/// The legend, with what the outline of countries means that changed.
pub(super) fn legend(
    messages: &'static Messages,
    entries: &[Legend<'static>],
    changed: Option<(&'static str, usize)>,
) -> Html {
    let changed = changed.map(|(meaning, count)| {
        html! {
            <li key="changed">
                <span class="legend-item legend-changed">
                    <span class="swatch" aria-hidden="true"></span>
                    <span>{ meaning }</span>
                    { " " }
                    <span class="legend-count">{ live_text(count.to_string()) }</span>
                </span>
            </li>
        }
    });
    html! {
        <ul class="legend" aria-label={messages.legend_label()}>{ for entries.iter().map(entry) }{ for changed }</ul>
    }
}

fn entry(it: &Legend<'static>) -> Html {
    let name = it.mark.name();
    let id = AttrValue::from(["legend-", name].concat());
    html! {
        <li key={name}>
            <input type="checkbox" id={id.clone()} value={name} autocomplete="off" />
            <label class="legend-item" for={id} data-mark={name}>
                <span class="swatch" data-mark={name} aria-hidden="true"></span>
                { mark(it.mark, false) }
                <span>{ live_text(it.meaning) }</span>
                { " " }
                <span class="legend-count">{ live_text(it.count.to_string()) }</span>
            </label>
        </li>
    }
}
