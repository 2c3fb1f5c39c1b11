//! What is laid over the drawing and keeps its size: the countries' markers with their names, the labels of ties, the
//! tooltip.

use explorer::label_placement::{Placed, Side};
use explorer::view::{Link, MapCountry, MapTie};
use yew::prelude::*;

use crate::components::{LinkAttributes, live_text, mark};

/// Which element describes a marker: how it lies to the one before.
const BEARING: &str = "map-bearing";

/// A country's marker: the link that keyboard and screen reader meet. Of all markers one can be tabbed to.
pub(super) fn marker(
    country: &MapCountry<'static>,
    placed: Placed,
    has_wide_target: Option<bool>,
    is_tab_stop: bool,
) -> Html {
    let content = html! {
        <>
            { mark(country.mark, country.is_unconfirmed) }
            <span class="map-label">
                <span class="map-name">{ country.name }</span>
                { " " }
                <span class="map-capital">{ country.capital }</span>
            </span>
        </>
    };
    let room = has_wide_target.map(|it| if it { "wide" } else { "narrow" });
    let anchor = LinkAttributes {
        status: Some(country.mark.name()),
        side: Some(placed.side.name()),
        is_full: Some(placed.is_full),
        room,
        tab_index: Some(if is_tab_stop { "0" } else { "-1" }),
        label: Some(country.label.clone().into()),
        described_by: Some(BEARING),
        ..LinkAttributes::of_class("map-marker")
    };
    html! { <li key={country.id} hidden={country.is_land}>{ anchor.draw(&country.link, content) }</li> }
}

/// How the focused marker lies to the one before.
pub(super) fn bearing(text: String) -> Html {
    html! { <span id={BEARING} class="visually-hidden">{ live_text(text) }</span> }
}

/// The label of a tie, moved by so many of its heights to where there is room.
pub(super) fn tie(tie: &MapTie<'static>, shift: Option<i32>) -> Html {
    let anchor = LinkAttributes {
        label: Some([&*tie.name, ": ", &*tie.label].concat().into()),
        shift: shift.map(|it| it.to_string().into()),
        side: shift.is_none().then_some(Side::Nowhere.name()),
        ..LinkAttributes::of_class("map-tie")
    };
    html! { <li key={tie.id}>{ anchor.draw(&tie.link, live_text(tie.label.clone())) }</li> }
}

/// The tooltip over a country, or below it: name and status. It may lie over the country, so it is the same link for the
/// pointer; keyboard and screen reader have the marker.
pub(super) fn tooltip(country: &MapCountry<'static>, is_below: bool) -> Html {
    let content = html! {
        <>
            <strong>{ live_text(country.name) }</strong>
            { " " }
            <span>{ mark(country.mark, country.is_unconfirmed) }{ live_text(country.status) }</span>
        </>
    };
    let anchor = LinkAttributes {
        side: Some(if is_below { Side::Below.name() } else { Side::Above.name() }),
        tab_index: Some("-1"),
        is_hidden: true,
        ..LinkAttributes::of_class("map-tip")
    };
    anchor.draw(&Link { is_current: false, ..country.link.clone() }, content)
}
