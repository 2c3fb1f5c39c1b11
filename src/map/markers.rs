//! What is laid over the drawing and keeps its size: the countries' markers with their names, the labels of ties, the
//! tooltip.

use explorer::label_layout::{Marker, Note, TieLabel};
use explorer::label_placement::Side;
use explorer::view::{Link, MapCountry, MapTie};
use yew::prelude::*;

use crate::components::{LinkAttributes, live_text, mark};

/// Which element describes a marker: how it lies to the one before.
const BEARING: &str = "map-bearing";

/// A country's marker: the link that keyboard and screen reader meet. Of all markers one can be tabbed to. Until it is placed, the
/// style has it where it is printed.
pub(super) fn marker(
    country: &MapCountry<'static>,
    placed: Option<&Marker>,
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
    let room = placed.map(|it| if it.has_wide_target { "wide" } else { "narrow" });
    let anchor = LinkAttributes {
        status: Some(country.mark.name()),
        side: placed.map(|it| it.side.name()),
        is_full: placed.map(|it| it.is_full),
        is_compared: country.is_compared,
        is_inside: placed.is_some_and(|it| it.is_inside),
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

/// The name of a tie along its line; what several share is no link. Until it is placed, the style has it where it is printed.
pub(super) fn tie(
    tie: &MapTie<'static>,
    placed: Option<Option<TieLabel>>,
    lit: Option<&'static str>,
) -> Html {
    let side = placed.filter(Option::is_none).map(|_| Side::Nowhere.name());
    let side = side.or(placed.map(|_| "along"));
    if tie.is_shared {
        return html! { <li key={tie.id}><span class="map-tie" data-side={side}>{ live_text(tie.label.clone()) }</span></li> };
    }
    let anchor = LinkAttributes {
        label: Some([&*tie.name, ": ", &*tie.label].concat().into()),
        side,
        lit,
        ..LinkAttributes::of_class("map-tie")
    };
    html! { <li key={tie.id}>{ anchor.draw(&tie.link, live_text(tie.label.clone())) }</li> }
}

/// Notes at the edge of the frame to where a tie goes on: to its first country and to its second; and its number where its name has
/// no room. For the pointer: keyboard and screen reader have the tie itself, and the caption.
pub(super) fn notes(
    tie: &MapTie<'static>,
    placed: Option<[Option<Note>; 2]>,
    number: Option<usize>,
    lit: Option<&'static str>,
) -> Html {
    let note = |index: usize, name: &'static str| {
        let side = placed.map(|it| it.get(index).copied().flatten());
        let anchor = LinkAttributes {
            side: side.map(|it| it.map_or(Side::Nowhere.name(), |it| it.edge.name())),
            tab_index: Some("-1"),
            lit,
            ..LinkAttributes::of_class("map-note")
        };
        anchor.draw(&tie.link, live_text(name))
    };
    let [first, second] = tie.ends;
    let anchor = LinkAttributes {
        side: Some(number.map_or(Side::Nowhere.name(), |_| "shown")),
        tab_index: Some("-1"),
        lit,
        ..LinkAttributes::of_class("map-number")
    };
    let number = number.map_or_else(String::new, |it| it.to_string());
    let number = anchor.draw(&tie.link, live_text(number));
    html! { <li key={tie.id}>{ note(0, first) }{ " " }{ note(1, second) }{ " " }{ number }</li> }
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
