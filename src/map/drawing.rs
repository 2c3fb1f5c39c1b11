//! The drawing: land from the sheet in the page, one shape for each country of the briefing, the lines of ties, and the inset.

use explorer::inset::Inset;
use explorer::label_placement::Side;
use explorer::view::{MapCountry, MapTie, View};
use model::{Bounds, Point, Sheet};
use yew::prelude::*;

use super::label_layout::MapLayout;
use super::pointed_tie::Pointed;
use crate::components::LinkAttributes;

/// The size of a pattern in sheet units where the map shows the whole sheet.
const PATTERN: u32 = 49;

/// The drawing. The closer the map, the more often its patterns are halved, so that they keep about their size.
pub(super) fn drawing(sheet: &Sheet, view: &View, layout: &MapLayout, pointed: Pointed) -> Html {
    let detail = layout.rest.map_or(0, |it| it.viewport.detail(it.camera));
    let leaders = layout.labels.leaders.iter().map(|it| line("map-leader", *it));
    html! {
        <svg class="map-drawing" viewBox={format!("0 0 {} {}", sheet.width, sheet.height)} aria-hidden="true">
            <defs>{ for patterns("fill-", PATTERN >> detail.min(5)) }</defs>
            <g class="map-ground">
                <use class="map-sphere" href="#map-sphere" />
                <use class="map-graticule" href="#map-graticule" />
                <use class="map-land" href="#map-land" />
                <g>{ for view.ties.iter().filter(|it| !it.is_shared).map(target) }</g>
                <g>{ for view.map.iter().map(|it| shape(it, "map-country")) }</g>
                <use class="map-borders" href="#map-borders" />
                <g>{ for view.map.iter().filter(|it| is_outlined(it)).map(outline) }</g>
                <g>{ for view.ties.iter().filter(|it| !it.is_shared).map(casing) }</g>
                <g>{ for view.ties.iter().map(|it| tie(it, pointed)) }</g>
                <g>{ for view.inset.map(|it| inset(view, it, side_of_inset(layout))) }</g>
                <g>{ for leaders }</g>
            </g>
        </svg>
    }
}

/// The line of a tie.
fn tie(tie: &MapTie, pointed: Pointed) -> Html {
    let href = ["#map-", tie.id].concat();
    html! { <use key={tie.id} class="map-line" data-shared={tie.is_shared.then_some("")} data-lit={pointed.lit(tie.id)} {href} /> }
}

/// What keeps a line apart from the colours of countries and from other lines.
fn casing(tie: &MapTie) -> Html {
    html! { <use key={tie.id} class="map-casing" href={["#map-", tie.id].concat()} /> }
}

/// What is pressed to select a line, which is too thin for that; under the countries, which it would cover.
fn target(tie: &MapTie) -> Html {
    let anchor =
        LinkAttributes { tab_index: Some("-1"), ..LinkAttributes::of_class("map-line-target") };
    let line = html! { <use href={["#map-", tie.id].concat()} /> };
    html! { <g key={tie.id}>{ anchor.draw(&tie.link, line) }</g> }
}

/// Whether the inset is shown, as the attribute that the style asks; none until it is known, when the style has it as printed.
pub(super) fn side_of_inset(layout: &MapLayout) -> Option<&'static str> {
    let side = if layout.labels.inset.is_some() { "shown" } else { Side::Nowhere.name() };
    layout.rest.map(|_| side)
}

/// A part of the sheet drawn again, larger: the same shapes, with their patterns as large as on the map, a frame around the part
/// and lines from there.
fn inset(view: &View, inset: Inset, side: Option<&'static str>) -> Html {
    let Bounds { x, y, width, height } = inset.at;
    let part = inset.part;
    let size = PATTERN / Inset::SCALE as u32;
    let shown = || view.map.iter().filter(|it| it.is_land || inset.encloses(it.anchor.main));
    let outlined = shown().filter(|it| is_outlined(it));
    html! {
        <g class="map-inset" data-side={side}>
            { for inset.leaders().into_iter().map(|it| line("map-inset-edge", it)) }
            { edge(part) }
            <svg x={x.to_string()} y={y.to_string()} width={width.to_string()} height={height.to_string()}
                viewBox={format!("{} {} {} {}", part.x, part.y, part.width, part.height)}>
                <defs>{ for patterns("inset-", size) }</defs>
                <rect class="map-sphere" x={part.x.to_string()} y={part.y.to_string()}
                    width={part.width.to_string()} height={part.height.to_string()} />
                <use class="map-land" href="#map-land" />
                <g>{ for shown().map(|it| shape(it, "map-twin")) }</g>
                <use class="map-borders" href="#map-borders" />
                <g>{ for outlined.map(outline) }</g>
            </svg>
            { edge(inset.at) }
        </g>
    }
}

fn edge(Bounds { x, y, width, height }: Bounds) -> Html {
    html! {
        <rect class="map-inset-edge" x={x.to_string()} y={y.to_string()}
            width={width.to_string()} height={height.to_string()} />
    }
}

fn line(class: &'static str, (from, to): (Point, Point)) -> Html {
    html! { <path {class} d={format!("M{} {}L{} {}", from.x, from.y, to.x, to.y)} /> }
}

/// The fills that go with the marks: a pattern each, so that no status depends on colour alone.
fn patterns(prefix: &'static str, size: u32) -> [Html; 3] {
    let dot = |radius: &'static str| html! { <circle cx="48" cy="48" r={radius} /> };
    let stripe = html! { <path d="M48 0V96" stroke-width="33" /> };
    let pattern =
        |name, angle, size, shape| pattern([prefix, name].concat(), name, angle, size, shape);
    [
        pattern("participant", "45", size, stripe),
        pattern("consultation", "0", size, dot("17")),
        pattern("consideration", "0", 2 * size, dot("9")),
    ]
}

fn pattern(id: String, name: &'static str, angle: &'static str, size: u32, shape: Html) -> Html {
    let size = size.to_string();
    html! {
        <pattern {id} patternUnits="userSpaceOnUse" width={size.clone()} height={size}
            viewBox="0 0 96 96" patternTransform={["rotate(", angle, ")"].concat()}>
            <rect class="fill-ground" data-ground={name} width="96" height="96" />
            <g data-fill={name}>{ shape }</g>
        </pattern>
    }
}

fn shape(country: &MapCountry, class: &'static str) -> Html {
    let href = ["#map-", country.id].concat();
    if country.is_land {
        return html! { <use class="map-land" {href} /> };
    }
    let drawn = html! { <use {href} /> };
    let anchor = LinkAttributes {
        status: Some(country.mark.name()),
        is_unconfirmed: country.is_unconfirmed,
        tab_index: Some("-1"),
        ..LinkAttributes::of_class(class)
    };
    anchor.draw(&country.link, drawn)
}

/// Whether a country is selected, compared, or changed in the period that is shown.
fn is_outlined(country: &MapCountry) -> bool {
    country.link.is_current || country.is_compared || country.has_changed
}

fn outline(country: &MapCountry) -> Html {
    let class = if country.has_changed { "map-outline map-changed" } else { "map-outline" };
    html! { <use key={country.id} {class} href={["#map-", country.id].concat()} /> }
}
