//! The drawing: land from the sheet in the page, one shape for each country of the briefing, and the lines of ties.

use explorer::view::{MapCountry, View};
use model::Sheet;
use yew::prelude::*;

use crate::components::LinkAttributes;

/// The size of a pattern in sheet units where the map shows the whole sheet.
const PATTERN: u32 = 96;

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
fn patterns(detail: u32) -> [Html; 7] {
    let stripes = |width: &'static str| html! { <path d="M0 0V96" stroke-width={width} /> };
    let dots = |radius: &'static str| html! { <circle cx="48" cy="48" r={radius} /> };
    let diamond = html! { <><rect width="96" height="96" /><circle cx="48" cy="48" r="18" class="fill-hole" /></> };
    [
        pattern("participant", "0", detail, diamond),
        pattern("consultation", "45", detail, stripes("120")),
        pattern("consideration", "135", detail, stripes("80")),
        pattern("interest", "45", detail, dots("26")),
        pattern("observed", "0", detail, stripes("110")),
        pattern("closed", "90", detail, stripes("40")),
        pattern("mentioned", "0", detail, dots("16")),
    ]
}

fn pattern(name: &'static str, angle: &'static str, detail: u32, shape: Html) -> Html {
    let size = (PATTERN >> detail.min(5)).to_string();
    html! {
        <pattern id={["fill-", name].concat()} patternUnits="userSpaceOnUse" width={size.clone()} height={size}
            viewBox="0 0 96 96" patternTransform={["rotate(", angle, ")"].concat()}>
            <rect class="fill-ground" width="96" height="96" />
            <g data-fill={name}>{ shape }</g>
        </pattern>
    }
}

fn shape(country: &MapCountry) -> Html {
    let drawn = html! { <use href={["#map-", country.id].concat()} /> };
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
