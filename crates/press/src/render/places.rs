//! The numbers that style and app share, as style rules: where countries and ties are on the map sheet, where the map looks
//! before the app runs, and the measures by which the app lays out labels. So each is written down once.

use std::fmt::Write as _;

use explorer::label_layout::{TIE_INSET_PX, TIE_SHIFT_PX, TIE_SHIFTS, WIDE_TARGET_PX};
use explorer::label_placement::{ABOVE_PX, ASIDE_PX, BESIDE_PX, MARKER_PX};
use explorer::view::view;
use explorer::viewport::{
    Camera, FRAME_ASPECT, NARROW_FRAME_ASPECT, Size, TINY_FRAME_ASPECT, Viewport,
};
use explorer::{Briefing, Selection};
use model::{EntityKind, Point};

/// All of them.
pub(crate) fn rules(briefing: &Briefing) -> String {
    [measures(), anchors(briefing), cameras(briefing)].concat()
}

/// The measures of the map's frame and of its labels, as custom properties.
fn measures() -> String {
    let px = [
        ("marker", MARKER_PX),
        ("wide-target", WIDE_TARGET_PX),
        ("label-beside", BESIDE_PX),
        ("label-above", ABOVE_PX),
        ("label-aside", ASIDE_PX),
        ("tie-inset-x", TIE_INSET_PX.0),
        ("tie-inset-y", TIE_INSET_PX.1),
        ("tie-shift", TIE_SHIFT_PX),
    ];
    let px: String = px.map(|(name, value)| format!("--{name}:{value}px;")).concat();
    let shifts = TIE_SHIFTS.iter().filter(|it| **it != 0);
    let shifts: String =
        shifts.map(|it| format!(".map-tie[data-shift=\"{it}\"]{{--shift:{it}}}")).collect();
    format!(
        ":root{{{px}--frame-aspect:{FRAME_ASPECT};--frame-aspect-narrow:{NARROW_FRAME_ASPECT}}}@media(max-width:24rem){{:root{{--frame-aspect-narrow:{TINY_FRAME_ASPECT}}}}}{shifts}"
    )
}

/// Where countries and ties are on the sheet, in its units.
fn anchors(briefing: &Briefing) -> String {
    let model = &briefing.model;
    let mut css = format!(".map-frame{{--sheet:{}}}", model.sheet.width);
    let mut rule = |kind: EntityKind, id: &str, at: Point| {
        let (attribute, Point { x, y }) = (kind.attribute(), at);
        // Writing to a string cannot fail.
        let _ = write!(css, ".map-frame [{attribute}={id}]{{--x:{x};--y:{y}}}");
    };
    for (country, anchor) in model.countries.iter().zip(&model.sheet.anchors) {
        rule(EntityKind::Country, &country.id, anchor.capital);
    }
    for (tie, at) in model.ties.iter().zip(&model.sheet.ties) {
        rule(EntityKind::Tie, &tie.id, *at);
    }
    // Markers that would lie over one another are moved apart by the app, which writes by how much for each country.
    let attribute = EntityKind::Country.attribute();
    for id in model.countries.iter().map(|it| &it.id) {
        let _ = write!(
            css,
            ".map-frame [{attribute}={id}]{{--nudge-x:var(--nudge-x-{id},0px);--nudge-y:var(--nudge-y-{id},0px)}}"
        );
    }
    css
}

/// Where the map looks before the app runs: the overview, in each of the proportions that the style gives its frame.
fn cameras(briefing: &Briefing) -> String {
    let framing = view(briefing, &Selection::default()).framing;
    let sheet = Size::of(&briefing.model.sheet);
    let rule = |aspect: f64| {
        let viewport = Viewport { sheet, frame_px: Size { width: aspect, height: 1.0 } };
        let Camera { left, top, width } = viewport.framing(framing);
        format!(".map-frame{{--left:{left:.0};--top:{top:.0};--width:{width:.0}}}")
    };
    format!(
        "{}@media (max-width:60rem){{{}}}@media (max-width:24rem){{{}}}",
        rule(FRAME_ASPECT),
        rule(NARROW_FRAME_ASPECT),
        rule(TINY_FRAME_ASPECT)
    )
}
