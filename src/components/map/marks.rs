//! What is laid over the drawing and keeps its size: the countries' markers with their names, the labels of ties, the tip;
//! and below it the legend.

use model::{Words, digits};
use yew::prelude::*;

use crate::components::link::link;
use crate::labels::{Placed, Side};
use crate::view::{Legend, Link, MapCountry, MapTie, Mark};

/// Which element describes a marker: how it lies to the one before.
const BEARING: &str = "map-bearing";

/// The mark of a status: the same shape on the map, in the legend and in lists.
pub(in crate::components) fn mark(mark: Mark) -> Html {
    html! { <span class="mark" data-mark={mark.name()} aria-hidden="true"></span> }
}

/// A country's marker: the link that keyboard and screen reader meet. Of all markers one can be tabbed to.
pub(super) fn marker(
    country: &MapCountry,
    placed: Placed,
    room: &'static str,
    is_tab_stop: bool,
) -> Html {
    let content = html! {
        <>
            { mark(country.mark) }
            <span class="map-label">
                <span class="map-name">{ country.name }</span>
                { " " }
                <span class="map-capital">{ country.capital }</span>
            </span>
        </>
    };
    let marker = link(&country.link, "map-marker", content)
        .with("data-status", country.mark.name())
        .with("data-side", placed.side.name())
        .with("data-full", if placed.is_full { "true" } else { "false" })
        .with("data-room", room)
        .with("tabindex", if is_tab_stop { "0" } else { "-1" })
        .with("aria-label", country.label.clone())
        .with("aria-describedby", BEARING);
    html! { <li key={country.id}>{ Html::from(marker) }</li> }
}

/// How the focused marker lies to the one before.
pub(super) fn bearing(text: String) -> Html {
    html! { <span id={BEARING} class="visually-hidden">{ text }</span> }
}

/// The label of a tie, moved by so many of its heights to where there is room.
pub(super) fn tie(tie: &MapTie, shift: Option<i32>) -> Html {
    let label = link(&tie.link, "map-tie", html! { { tie.label.clone() } })
        .with("aria-label", [&*tie.name, ": ", &*tie.label].concat());
    let label = match shift {
        Some(shift) => label.with("data-shift", digits(shift)),
        None => label.with("data-side", Side::Nowhere.name()),
    };
    html! { <li key={tie.id}>{ Html::from(label) }</li> }
}

/// The tip over a country, or below it: name and status. It may lie over the country, so it is the same link for the pointer; keyboard
/// and screen reader have the marker.
pub(super) fn tip(country: &MapCountry, is_below: bool) -> Html {
    let content = html! {
        <>
            <strong>{ country.name }</strong>
            <span>{ mark(country.mark) }{ country.status }</span>
        </>
    };
    link(&Link { current: false, ..country.link.clone() }, "map-tip", content)
        .with("data-side", if is_below { "below" } else { "above" })
        .with("tabindex", "-1")
        .with("aria-hidden", "true")
        .into()
}

/// The legend: what the marks mean and how many countries have each. What is chosen dims the rest, by style alone, so that
/// it works without script too.
pub(super) fn legend(words: &Words, entries: &[Legend]) -> Html {
    let entry = |it: &Legend| {
        let name = it.mark.name();
        let id = AttrValue::from(["legend-", name].concat());
        html! {
            <li key={name}>
                <input type="checkbox" id={id.clone()} value={name} autocomplete="off" />
                <label class="legend-item" for={id} data-mark={name}>
                    { mark(it.mark) }
                    <span>{ it.meaning }</span>
                    <span class="legend-count">{ digits(it.count) }</span>
                </label>
            </li>
        }
    };
    html! {
        <ul class="legend" aria-label={words.legend_label().to_owned()}>{ for entries.iter().map(entry) }</ul>
    }
}
