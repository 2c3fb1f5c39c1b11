//! The numbers that style and app share, as style rules: the measures by which the app lays out labels, on which side of its dot a
//! name stands, and where everything on the map is before the app runs. So each is written down once.

use std::fmt::Write as _;

use explorer::inset::Inset;
use explorer::label_layout::{LabelLayout, Marker, Note, TieLabel, WIDE_TARGET_PX};
use explorer::label_placement::{ABOVE_PX, ASIDE_PX, Area, BESIDE_PX, MARKER_PX, SIDES, Side};
use explorer::tie_labels::Edge;
use explorer::view::{MapCountry, Mark, View, view};
use explorer::viewport::{
    Camera, FRAME_ASPECT, NARROW_FRAME_ASPECT, Size, TINY_FRAME_ASPECT, Viewport,
};
use explorer::{Briefing, Selection};
use model::{EntityKind, Point};

/// A frame for which the map is printed: narrower than all in which it is shown so, as what has room there has room in those.
struct Frame {
    /// When it is shown so; empty if no other holds.
    media: &'static str,
    width_px: f64,
    aspect: f64,
    /// What lies over it: at its lower left, and at its lower right.
    over_px: [(f64, f64); 2],
}

/// The frames, those that hold more often first.
const FRAMES: [Frame; 5] = [
    Frame {
        media: "",
        width_px: 500.0,
        aspect: FRAME_ASPECT,
        over_px: [(0.0, 0.0), (110.0, 90.0)],
    },
    Frame {
        media: "screen and (min-width:75.01rem)",
        width_px: 660.0,
        aspect: FRAME_ASPECT,
        over_px: [(450.0, 46.0), (110.0, 90.0)],
    },
    Frame {
        media: "screen and (max-width:60rem)",
        width_px: 660.0,
        aspect: NARROW_FRAME_ASPECT,
        over_px: [(0.0, 0.0), (110.0, 90.0)],
    },
    Frame {
        media: "screen and (max-width:43.75rem)",
        width_px: 388.0,
        aspect: NARROW_FRAME_ASPECT,
        over_px: [(0.0, 0.0); 2],
    },
    Frame {
        media: "screen and (max-width:24rem)",
        width_px: 320.0,
        aspect: TINY_FRAME_ASPECT,
        over_px: [(0.0, 0.0); 2],
    },
];

/// All of them.
pub(crate) fn rules(briefing: &Briefing) -> String {
    let sheet = format!(".map-frame{{--sheet:{}}}", briefing.model.sheet.width);
    let start = view(briefing, &Selection::default());
    let printed = FRAMES.map(|it| in_media(it.media, &printed(briefing, &start, &it))).concat();
    let noted: String = Edge::ALL
        .map(|it| format!(".map-note[data-side=\"{}\"]{{{}}}", it.name(), arrows(it)))
        .concat();
    [measures(), sides(), noted, sheet, printed].concat()
}

/// The arrows of a note at an edge, before and after its words, as custom properties.
fn arrows(edge: Edge) -> &'static str {
    match edge {
        Edge::Left => "--before:\"←\";--after:none",
        Edge::Right => "--before:none;--after:\"→\"",
        Edge::Top => "--before:\"↑\";--after:none",
        Edge::Bottom => "--before:\"↓\";--after:none",
    }
}

/// The measures of the map's frame and of its labels, as custom properties.
fn measures() -> String {
    let px = [
        ("marker", MARKER_PX),
        ("wide-target", WIDE_TARGET_PX),
        ("label-beside", BESIDE_PX),
        ("label-above", ABOVE_PX),
        ("label-aside", ASIDE_PX),
    ];
    let px: String = px.map(|(name, value)| format!("--{name}:{value}px;")).concat();
    format!(
        ":root{{{px}--frame-aspect:{FRAME_ASPECT};--frame-aspect-narrow:{NARROW_FRAME_ASPECT}}}@media(max-width:24rem){{:root{{--frame-aspect-narrow:{TINY_FRAME_ASPECT}}}}}"
    )
}

/// On which side of its dot a name stands.
fn sides() -> String {
    let rule = |side: Side| {
        format!(".map-marker[data-side=\"{}\"] .map-label{{{}}}", side.name(), label_style(side))
    };
    SIDES.into_iter().chain([Side::Nowhere]).map(rule).collect()
}

/// Where a label stands on a side of its marker, as declarations; all of them, as one may replace another.
fn label_style(side: Side) -> String {
    let (beside, above, aside) =
        ("var(--label-beside)", "var(--label-above)", "var(--label-aside)");
    let (left, right, justify) = match side {
        Side::Right => (beside, "auto", "start"),
        Side::Left => ("auto", beside, "end"),
        Side::BelowRight | Side::AboveRight => (aside, "auto", "start"),
        Side::BelowLeft | Side::AboveLeft => ("auto", aside, "end"),
        Side::Below | Side::Above | Side::Nowhere => ("50%", "auto", "center"),
    };
    let (top, bottom) = match side {
        Side::Right | Side::Left => ("50%", "auto"),
        Side::Below | Side::BelowRight | Side::BelowLeft => (above, "auto"),
        Side::Above | Side::AboveRight | Side::AboveLeft | Side::Nowhere => ("auto", above),
    };
    let moved = match side {
        Side::Right | Side::Left => "translateY(-50%)",
        Side::Below | Side::Above | Side::Nowhere => "translateX(-50%)",
        _ => "none",
    };
    let visibility = if side == Side::Nowhere { "hidden" } else { "inherit" };
    format!(
        "left:{left};right:{right};top:{top};bottom:{bottom};transform:{moved};justify-items:{justify};visibility:{visibility}"
    )
}

fn in_media(media: &str, rules: &str) -> String {
    if media.is_empty() { rules.to_owned() } else { format!("@media {media}{{{rules}}}") }
}

/// Where the camera is on the overview, and where everything is that the app has not placed.
fn printed(briefing: &Briefing, view: &View, frame: &Frame) -> String {
    let frame_px = Size { width: frame.width_px, height: frame.width_px / frame.aspect };
    let sheet = &briefing.model.sheet;
    let viewport = Viewport { sheet: Size::of(sheet), frame_px };
    let Camera { left, top, width } = viewport.looking_at(&view.framing);
    let mut css = format!(".map-frame{{--left:{left:.0};--top:{top:.0};--width:{width:.0}}}");
    let layout = LabelLayout::printed(sheet, view, frame_px, &taken(frame, frame_px));
    for (country, it) in view.map.iter().zip(&layout.markers) {
        css.push_str(&marker(country, it));
    }
    css.push_str(&inset(layout.inset));
    for (index, it) in layout.ties.iter().enumerate() {
        css.push_str(&tie(index, *it));
    }
    for (index, notes) in layout.notes.iter().enumerate() {
        let each = notes.iter().enumerate();
        each.for_each(|(end, it)| css.push_str(&note(index, end, *it)));
    }
    css
}

fn taken(frame: &Frame, Size { width, height }: Size) -> [Area; 2] {
    let [left, right] = frame.over_px;
    let at = |x: f64, size: (f64, f64)| Area { at: (x, height - size.1 / 2.0), size };
    [at(left.0 / 2.0, left), at(width - right.0 / 2.0, right)]
}

fn place(Point { x, y }: Point) -> String {
    format!("--x:{x};--y:{y}")
}

/// A marker with its name. What the app places itself it writes into the style of each, which counts for more; so places hold for
/// all, as copies that were saved may have lost what was written.
fn marker(country: &MapCountry, it: &Marker) -> String {
    let attribute = EntityKind::Country.attribute();
    let marker = format!(".map-marker[{attribute}={}]", country.id);
    let selector = format!("{marker}:not([data-side])");
    let (right, down) = it.nudge;
    let colours = if it.is_inside && country.mark == Mark::Member {
        "--label-ink:var(--paper);--label-halo:var(--member);--mark-fill:var(--paper)"
    } else {
        "--label-ink:var(--ink);--label-halo:var(--halo);--mark-fill:var(--member)"
    };
    if country.is_land {
        return String::new();
    }
    let (place, label) = (place(it.at), label_style(it.side));
    format!(
        "{marker}{{{place};--nudge-x:{right:.0}px;--nudge-y:{down:.0}px}}{selector}{{{colours}}}{selector} .map-label{{{label}}}"
    )
}

/// Whether the inset is shown, and where it says how much larger it is.
fn inset(it: Option<Inset>) -> String {
    let (display, visibility) =
        if it.is_some() { ("inline", "inherit") } else { ("none", "hidden") };
    let at = it.map_or_else(String::new, |it| place(Point { x: it.at.x, y: it.at.y }));
    format!(
        ".map-inset:not([data-side]){{display:{display}}}.map-scale{{{at}}}.map-scale:not([data-side]){{visibility:{visibility}}}"
    )
}

fn tie(index: usize, it: Option<TieLabel>) -> String {
    let tie = format!(".map-ties li:nth-child({}) .map-tie", index + 1);
    let selector = format!("{tie}:not([data-side])");
    let Some(TieLabel { at, direction: (cos, sin) }) = it else {
        return format!("{selector}{{visibility:hidden}}");
    };
    format!("{tie}{{{};--cos:{cos:.3};--sin:{sin:.3}}}{selector}{{visibility:inherit}}", place(at))
}

fn note(index: usize, end: usize, it: Option<Note>) -> String {
    let of = format!(".map-notes li:nth-child({}) .map-note:nth-child({})", index + 1, end + 1);
    let selector = format!("{of}:not([data-side])");
    let mut css = match it {
        None => format!("{selector}{{visibility:hidden}}"),
        Some(it) => format!("{of}{{{}}}{selector}{{visibility:inherit}}", place(it.at)),
    };
    if let Some(it) = it {
        // Writing to a string cannot fail.
        let _ = write!(css, "{selector}{{{}}}", arrows(it.edge));
    }
    css
}
