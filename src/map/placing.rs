//! Writes where labels go into the style of each: markers, names of ties, notes at the edge and the tip. The places are on the
//! sheet, so that they stay right while the camera moves.

use explorer::label_layout::{LabelLayout, Marker};
use model::Point;
use web_sys::CssStyleDeclaration;

use super::controller::MapController;
use crate::dom::{number, px};

/// Writes a layout into the page. A tip has the place of its country.
pub(super) fn write(controller: &MapController, layout: &LabelLayout, tip: Option<usize>) {
    for (element, marker) in controller.elements(".map-marker").iter().zip(&layout.markers) {
        place_marker(&element.style(), marker);
    }
    let tip = tip.and_then(|it| layout.markers.get(it));
    for (element, marker) in controller.elements(".map-tip").iter().zip(tip) {
        place_marker(&element.style(), marker);
    }
    for (element, tie) in controller.elements(".map-tie").iter().zip(&layout.ties) {
        if let Some(it) = tie {
            place(&element.style(), it.at);
            let (cos, sin) = it.direction;
            set(&element.style(), "--cos", &number(cos));
            set(&element.style(), "--sin", &number(sin));
        }
    }
    if layout.numbers.iter().any(Option::is_some) {
        place_numbers(controller, layout);
    }
    if let Some(inset) = layout.inset {
        let corner = Point { x: inset.at.x, y: inset.at.y };
        controller.elements(".map-scale").iter().for_each(|it| place(&it.style(), corner));
    }
    for (element, note) in
        controller.elements(".map-note").iter().zip(layout.notes.iter().flatten())
    {
        if let Some(it) = note {
            place(&element.style(), it.at);
        }
    }
}

/// Writes where the numbers of ties go.
fn place_numbers(controller: &MapController, layout: &LabelLayout) {
    for (element, number) in controller.elements(".map-number").iter().zip(&layout.numbers) {
        if let Some(at) = number {
            place(&element.style(), *at);
        }
    }
}

fn place_marker(style: &CssStyleDeclaration, marker: &Marker) {
    place(style, marker.at);
    let (right, down) = marker.nudge;
    for (name, length) in [("--nudge-x", right), ("--nudge-y", down)] {
        set(style, name, &px(length.round_ties_even()));
    }
}

fn place(style: &CssStyleDeclaration, at: Point) {
    set(style, "--x", &at.x.to_string());
    set(style, "--y", &at.y.to_string());
}

fn set(style: &CssStyleDeclaration, name: &str, value: &str) {
    let _ = style.set_property(name, value);
}
