//! The map: land from the sheet in the page, one shape and one marker for each country of the briefing, and the legend.
//!
//! The shapes are for the pointer; the markers are the same links for keyboard and screen reader, and are HTML laid over
//! the drawing so that they keep their size whatever the map's. Where each stands is in the page's style.

use briefing::{Sheet, Words};
use yew::prelude::*;

use super::link::link;
use crate::data;
use crate::view::{Legend, MapCountry, Mark, View};

/// The map with its legend.
pub(super) fn map(words: &Words, view: &View) -> Html {
    let sheet = data::briefing().map(|it| it.sheet.clone()).unwrap_or_default();
    html! {
        <figure class="map">
            <div class="map-frame">
                { drawing(&sheet, &view.map) }
                <ul class="map-markers" aria-label={words.map_label.to_owned()}>
                    { for view.map.iter().map(marker) }
                </ul>
            </div>
            <figcaption class="legend">
                <ul aria-label={words.legend_label.to_owned()}>{ for view.legend.iter().map(legend) }</ul>
            </figcaption>
        </figure>
    }
}

fn drawing(sheet: &Sheet, countries: &[MapCountry]) -> Html {
    html! {
        <svg class="map-drawing" viewBox={format!("0 0 {} {}", sheet.width, sheet.height)} aria-hidden="true">
            <defs>{ for patterns() }</defs>
            <use class="map-sphere" href="#map-sphere" />
            <use class="map-graticule" href="#map-graticule" />
            <use class="map-land" href="#map-land" />
            { for countries.iter().map(shape) }
            <use class="map-borders" href="#map-borders" />
            { for countries.iter().filter(|it| it.link.current).map(outline) }
        </svg>
    }
}

/// The fills that go with the marks: a pattern each, so that no status depends on colour alone. Sizes in sheet units.
fn patterns() -> [Html; 7] {
    let stripes = |width: &'static str| html! { <path d="M0 0V96" stroke-width={width} /> };
    let dots = |radius: &'static str| html! { <circle cx="48" cy="48" r={radius} /> };
    [
        pattern(
            "participant",
            "0",
            html! { <><rect width="96" height="96" /><circle cx="48" cy="48" r="18" class="fill-hole" /></> },
        ),
        pattern("consultation", "45", stripes("120")),
        pattern("consideration", "135", stripes("80")),
        pattern("interest", "45", dots("26")),
        pattern("linked", "0", stripes("110")),
        pattern("closed", "90", stripes("40")),
        pattern("mentioned", "0", dots("16")),
    ]
}

fn pattern(name: &'static str, angle: &'static str, shape: Html) -> Html {
    html! {
        <pattern id={format!("fill-{name}")} patternUnits="userSpaceOnUse" width="96" height="96" patternTransform={format!("rotate({angle})")}>
            <rect class="fill-ground" width="96" height="96" />
            <g class={format!("fill-{name}")}>{ shape }</g>
        </pattern>
    }
}

fn shape(country: &MapCountry) -> Html {
    let drawn = html! { <use href={format!("#map-{}", country.id)} /> };
    let mut shape = link(&country.link, "map-country", drawn);
    shape.add_attribute("data-status", country.mark.name());
    shape.add_attribute("tabindex", "-1");
    shape.into()
}

fn outline(country: &MapCountry) -> Html {
    html! { <use class="map-outline" href={format!("#map-{}", country.id)} /> }
}

fn marker(country: &MapCountry) -> Html {
    let content = html! {
        <>
            { mark(country.mark) }
            <span class="map-name">{ country.name }</span>
            <span class="map-capital">{ country.capital }</span>
        </>
    };
    let mut marker = link(&country.link, "map-marker", content);
    marker.add_attribute("aria-label", country.announcement.clone());
    html! { <li>{ Html::from(marker) }</li> }
}

/// The mark of a status: the same shape on the map, in the legend and in lists.
pub(super) fn mark(mark: Mark) -> Html {
    html! { <span class="mark" data-mark={mark.name()} aria-hidden="true"></span> }
}

fn legend(legend: &Legend) -> Html {
    html! {
        <li class="legend-item">
            { mark(legend.mark) }
            <span>{ legend.meaning }</span>
            <span class="legend-count">{ legend.count }</span>
        </li>
    }
}
