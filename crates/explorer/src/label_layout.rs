//! Label layout: where everything that is written on the map goes for a view and a camera. Lengths in px.

use model::Sheet;

use crate::label_placement::{self, Area, Label, MARKER_PX, Placed, Side};
use crate::view::{MapCountry, View};
use crate::viewport::{Camera, NARROW_FRAME_ASPECT, Size, Viewport};

/// How far the middle of a tie's label keeps from the frame's edges, in px across and down.
pub const TIE_INSET_PX: (f64, f64) = (84.0, 18.0);
/// How far a tie's label is shifted at a time, in px.
pub const TIE_SHIFT_PX: f64 = 32.0;
/// The shifts to try, the best first.
pub const TIE_SHIFTS: [i32; 11] = [0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5];
/// The side of the target of a marker that has room for more.
pub const WIDE_TARGET_PX: f64 = 44.0;
/// How far apart dots must be for wide targets.
const WIDE_TARGET_APART_PX: f64 = WIDE_TARGET_PX + 2.0;
/// The size of the prerendered map: a phone's, as what has room there has room anywhere.
const PRERENDERED_PX: Size = Size { width: 390.0, height: 390.0 / NARROW_FRAME_ASPECT };
/// About what a letter of a prerendered name takes, in px across and down.
const LETTER_PX: (f64, f64) = (7.0, 14.0);
/// Twice the radius that a tie's label keeps from any dot, in px.
const DOT_CLEARANCE_PX: f64 = 26.0;

/// Where nothing is seen, in px from the top left: for countries that are drawn as land.
const NOT_SHOWN_PX: (f64, f64) = (-1e6, -1e6);

/// A width and a height, in px.
pub type SizePx = (f64, f64);

/// What has been measured of the labels, each list in the order of the view's.
#[derive(Clone, Copy, Debug)]
pub struct Measured<'s> {
    /// The names of the countries.
    pub names: &'s [SizePx],
    /// The names of their capitals.
    pub capitals: &'s [SizePx],
    /// The labels of the ties.
    pub ties: &'s [SizePx],
    /// What lies over the map: its legend and its buttons.
    pub taken: &'s [Area],
}

/// Where everything that is written on the map goes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LabelLayout<'b> {
    /// Where the names go, in the order of the countries.
    pub names: Vec<Placed>,
    /// How far each marker is moved off its capital, to the right and down, so that markers are apart.
    pub nudges: Vec<(f64, f64)>,
    /// Whether a wide target has room around each marker.
    pub has_wide_target: Vec<bool>,
    /// By how many steps the label of each tie that has room is shifted.
    ties: Vec<(&'b str, i32)>,
}

impl<'b> LabelLayout<'b> {
    /// Before anything can be measured: where the names go on a map of a usual size.
    #[must_use]
    pub fn prerendered(sheet: &Sheet, view: &View) -> Self {
        let viewport = Viewport { sheet: Size::of(sheet), frame_px: PRERENDERED_PX };
        let camera = viewport.framing(view.framing);
        let dots = capitals(view, viewport, camera);
        let sizes = |text: fn(&MapCountry) -> usize| -> Vec<SizePx> {
            let width = |it| text(it) as f64 * LETTER_PX.0;
            view.map.iter().map(|it| (width(it), LETTER_PX.1)).collect()
        };
        let names = sizes(|it| it.name.chars().count());
        let capitals = sizes(|it| it.capital.chars().count());
        let measured = Measured { names: &names, capitals: &capitals, ties: &[], taken: &[] };
        let frame = (PRERENDERED_PX.width, PRERENDERED_PX.height);
        let names = place_names(measured, view, &dots, &[], frame);
        Self { names, ..Self::default() }.without_capitals()
    }

    /// The layout of a view as a camera shows it.
    #[must_use]
    pub fn of(view: &View<'b>, viewport: Viewport, camera: Camera, measured: Measured) -> Self {
        let frame = (viewport.frame_px.width, viewport.frame_px.height);
        let is_zoomed = viewport.is_zoomed(camera);
        let none = vec![SizePx::default(); measured.capitals.len()];
        let measured = if is_zoomed { measured } else { Measured { capitals: &none, ..measured } };
        let capitals = capitals(view, viewport, camera);
        let dots = label_placement::spread(&capitals, MARKER_PX);
        let nudge =
            |(dot, capital): (&(f64, f64), &(f64, f64))| (dot.0 - capital.0, dot.1 - capital.1);
        let mut layout = Self {
            names: place_names(measured, view, &dots, measured.taken, frame),
            nudges: dots.iter().zip(&capitals).map(nudge).collect(),
            has_wide_target: dots.iter().map(|dot| has_wide_target(*dot, &dots)).collect(),
            ties: Vec::new(),
        };
        layout.place_ties(view, viewport, camera, measured, &dots);
        if is_zoomed { layout } else { layout.without_capitals() }
    }

    /// With names alone, where the map is so far away that capitals say nothing.
    fn without_capitals(mut self) -> Self {
        self.names.iter_mut().for_each(|it| it.is_full = false);
        self
    }

    /// Places the labels of ties where they have room and cost no country its name.
    fn place_ties(
        &mut self,
        view: &View<'b>,
        viewport: Viewport,
        camera: Camera,
        measured: Measured,
        dots: &[(f64, f64)],
    ) {
        let frame = (viewport.frame_px.width, viewport.frame_px.height);
        let size = (DOT_CLEARANCE_PX, DOT_CLEARANCE_PX);
        let around: Vec<Area> = dots.iter().map(|at| Area { at: *at, size }).collect();
        let mut fixed = measured.taken.to_vec();
        for (tie, size) in view.ties.iter().zip(measured.ties) {
            let (x, y) = inset(viewport.to_frame_px(camera, tie.at), frame);
            let fit = TIE_SHIFTS.into_iter().find_map(|shift| {
                let at = (x, y + f64::from(shift) * TIE_SHIFT_PX);
                let area = Area { at, size: *size };
                let has_room = |taken: &[Area]| label_placement::has_room(frame, area, taken);
                if !has_room(&around) || !has_room(&fixed) {
                    return None;
                }
                let with_tie = [&*fixed, &[area]].concat();
                let names = place_names(measured, view, dots, &with_tie, frame);
                (unplaced(&names) <= unplaced(&self.names)).then_some((shift, with_tie, names))
            });
            if let Some((shift, with_tie, names)) = fit {
                (fixed, self.names) = (with_tie, names);
                self.ties.push((tie.id, shift));
            }
        }
    }

    /// By how many steps the label of a tie is shifted; none where it has no room, or none has been found yet.
    #[must_use]
    pub fn shift(&self, tie: &str) -> Option<i32> {
        Some(self.ties.iter().find(|(id, _)| *id == tie)?.1)
    }
}

fn capitals(view: &View, viewport: Viewport, camera: Camera) -> Vec<(f64, f64)> {
    let dot = |it: &MapCountry| {
        if it.is_land { NOT_SHOWN_PX } else { viewport.to_frame_px(camera, it.anchor.capital) }
    };
    view.map.iter().map(dot).collect()
}

fn has_wide_target((x, y): (f64, f64), dots: &[(f64, f64)]) -> bool {
    let apart = |other: &(f64, f64)| (x - other.0).abs().max((y - other.1).abs());
    dots.iter().map(apart).all(|it| it == 0.0 || it >= WIDE_TARGET_APART_PX)
}

fn inset((x, y): (f64, f64), (width, height): (f64, f64)) -> (f64, f64) {
    let within = |value: f64, inset: f64, whole: f64| value.min(whole - inset).max(inset);
    (within(x, TIE_INSET_PX.0, width), within(y, TIE_INSET_PX.1, height))
}

/// How many names have no room.
fn unplaced(names: &[Placed]) -> usize {
    names.iter().filter(|it| it.side == Side::Nowhere).count()
}

/// Places the names: the selected country first, then by status. `fixed` is in the way.
fn place_names(
    measured: Measured,
    view: &View,
    dots: &[(f64, f64)],
    fixed: &[Area],
    frame: (f64, f64),
) -> Vec<Placed> {
    let sizes = measured.names.iter().zip(measured.capitals);
    let label = |(at, (name, capital)): (_, (&SizePx, &SizePx))| {
        let full = (name.0.max(capital.0), name.1 + capital.1);
        Label { at, full, short: *name }
    };
    let labels = dots.iter().copied().zip(sizes).map(label);
    let rank = |it: &MapCountry| (!it.link.is_current, it.mark);
    let mut ranked: Vec<(usize, Label, _)> = labels
        .zip(&view.map)
        .enumerate()
        .map(|(index, (label, country))| (index, label, rank(country)))
        .collect();
    ranked.sort_by_key(|(_, _, rank)| *rank);
    let in_order: Vec<Label> = ranked.iter().map(|(_, label, _)| *label).collect();
    let mut names = vec![Placed::default(); ranked.len()];
    for ((index, ..), placed) in ranked.iter().zip(label_placement::place(frame, &in_order, fixed))
    {
        if let Some(name) = names.get_mut(*index) {
            *name = placed;
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::sample;
    use crate::view::view;
    use crate::{Selection, address};

    #[test]
    fn the_prerendered_map_names_every_country_of_the_sample_but_land() {
        let view = view(sample(), &Selection::default());
        let layout = LabelLayout::prerendered(&sample().model.sheet, &view);
        assert_eq!(layout.names.len(), sample().model.countries.len());
        let land = view.map.iter().filter(|it| it.is_land).count();
        assert_eq!((unplaced(&layout.names), land), (land, 1));
    }

    #[test]
    fn a_tie_takes_no_country_its_name() {
        let selection = address::parse(sample(), "partner=swe").selection;
        let view = view(sample(), &selection);
        let sheet = Size::of(&sample().model.sheet);
        for width in [320.0, 640.0, 1280.0] {
            let frame_px = Size { width, height: width / 2.0 };
            let viewport = Viewport { sheet, frame_px };
            let camera = viewport.framing(view.framing);
            let names = vec![(70.0, 16.0); view.map.len()];
            let ties = vec![(100.0, 26.0); view.ties.len()];
            let without = Measured { names: &names, capitals: &names, ties: &[], taken: &[] };
            let with = Measured { ties: &ties, ..without };
            let [without, with] =
                [without, with].map(|it| LabelLayout::of(&view, viewport, camera, it));
            assert_eq!(unplaced(&with.names), unplaced(&without.names));
            assert!(view.ties.iter().any(|it| with.shift(it.id).is_some()), "at {width} px");
        }
    }
}
