//! The drawing: land from the sheet in the page, one shape for each country of the briefing, and the lines of ties.

use explorer::view::{MapCountry, View};
use model::Sheet;
use yew::prelude::*;

use crate::components::LinkAttributes;

/// The size of a pattern in sheet units where the map shows the whole sheet.
const PATTERN: u32 = 49;

/// The drawing. `detail` halves the patterns that often, so that they keep about their size on a closer map.
pub(super) fn drawing(sheet: &Sheet, view: &View, detail: u32) -> Html {
    html! {
        <svg class="map-drawing" viewBox={format!("0 0 {} {}", sheet.width, sheet.height)} aria-hidden="true">
            <defs>{ for patterns(detail) }</defs>
            <g class="map-ground">
                <use class="map-sphere" href="#map-sphere" />
                <use class="map-graticule" href="#map-graticule" />
                <use class="map-land" href="#map-land" />
                <g>{ for view.map.iter().map(shape) }</g>
                <use class="map-borders" href="#map-borders" />
                <g>{ for view.map.iter().filter(|it| it.link.is_current).map(outline) }</g>
                <g>{ for view.ties.iter().map(|it| html! { <use key={it.id} class="map-line" href={["#map-", it.id].concat()} /> }) }</g>
            </g>
        </svg>
    }
}

/// The fills that go with the marks: a pattern each, so that no status depends on colour alone.
fn patterns(detail: u32) -> [Html; 3] {
    let dot = |radius: &'static str| html! { <circle cx="48" cy="48" r={radius} /> };
    let stripe = html! { <path d="M48 0V96" stroke-width="33" /> };
    [
        pattern("participant", "45", PATTERN >> detail.min(5), stripe),
        pattern("consultation", "0", PATTERN >> detail.min(5), dot("17")),
        pattern("consideration", "0", (2 * PATTERN) >> detail.min(5), dot("9")),
    ]
}

fn pattern(name: &'static str, angle: &'static str, size: u32, shape: Html) -> Html {
    let size = size.to_string();
    html! {
        <pattern id={["fill-", name].concat()} patternUnits="userSpaceOnUse" width={size.clone()} height={size}
            viewBox="0 0 96 96" patternTransform={["rotate(", angle, ")"].concat()}>
            <rect class="fill-ground" data-ground={name} width="96" height="96" />
            <g data-fill={name}>{ shape }</g>
        </pattern>
    }
}

fn shape(country: &MapCountry) -> Html {
    let href = ["#map-", country.id].concat();
    if country.is_land {
        return html! { <use class="map-land" {href} /> };
    }
    let drawn = html! { <use {href} /> };
    let anchor = LinkAttributes {
        status: Some(country.mark.name()),
        is_unconfirmed: country.is_unconfirmed,
        tab_index: Some("-1"),
        ..LinkAttributes::of_class("map-country")
    };
    anchor.draw(&country.link, drawn)
}

fn outline(country: &MapCountry) -> Html {
    html! { <use key={country.id} class="map-outline" href={["#map-", country.id].concat()} /> }
}
