//! What lies over the drawing and keeps its size, with its place on the sheet: markers, names of ties, notes at the edge, the
//! scale of the inset and the tip. The controller writes where that is in the frame, whenever the camera moves.

use explorer::label_layout::{LabelLayout, Marker};
use model::Point;
use web_sys::{CssStyleDeclaration, HtmlElement};

use super::controller::{MapController, Placed};
use crate::dom::number;

/// Puts everything where a layout has it. A tip has the place of its country.
pub(super) fn place(controller: &MapController, layout: &LabelLayout, tip: Option<usize>) {
    let styles =
        |selector| controller.elements(selector).into_iter().map(|it: HtmlElement| it.style());
    let tip = tip.and_then(|it| layout.markers.get(it));
    let markers = styles(".map-marker").zip(&layout.markers);
    let markers = markers.chain(styles(".map-tip").zip(tip));
    let mut placed: Vec<Placed> = markers.map(|(style, it)| placed_marker(style, it)).collect();
    for (style, tie) in styles(".map-tie").zip(&layout.ties) {
        if let Some(it) = tie {
            let (cos, sin) = it.direction;
            let _ = style.set_property("--cos", &number(cos));
            let _ = style.set_property("--sin", &number(sin));
            placed.push(Placed::new(style, it.at));
        }
    }
    if layout.numbers.iter().any(Option::is_some) {
        let numbers = styles(".map-number").zip(&layout.numbers);
        placed.extend(numbers.filter_map(|(style, at)| Some(Placed::new(style, (*at)?))));
    }
    if let Some(inset) = layout.inset {
        let corner = Point { x: inset.at.x, y: inset.at.y };
        placed.extend(styles(".map-scale").map(|it| Placed::new(it, corner)));
    }
    let notes = styles(".map-note").zip(layout.notes.iter().flatten());
    placed.extend(notes.filter_map(|(style, note)| Some(Placed::new(style, note.as_ref()?.at))));
    controller.place(placed);
}

fn placed_marker(style: CssStyleDeclaration, marker: &Marker) -> Placed {
    let (right, down) = marker.nudge;
    let nudge = (right.round_ties_even(), down.round_ties_even());
    Placed { nudge, ..Placed::new(style, marker.at) }
}
