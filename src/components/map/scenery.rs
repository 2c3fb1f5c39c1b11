//! What follows from where the camera rests: the places of names and labels, and how fine the patterns are.

use std::rc::Rc;

use model::{Briefing, Sheet};
use yew::prelude::*;

use crate::app::Shown;
use crate::camera::{Lens, Size};
use crate::labels::{self, Area, Label, Placed, Side};
use crate::stage::{Sight, Sizes, Stage};
use crate::view::{MapCountry, View};

/// How far the middle of a tie's label keeps from the frame's edges, in px across and down. The style sheet keeps the same.
const INSET_PX: (f64, f64) = (84.0, 18.0);
/// How far a tie's label is shifted at a time, in px. The style sheet shifts by the same.
const SHIFT_PX: f64 = 32.0;
/// The shifts to try, the best first.
const SHIFTS: [i32; 7] = [0, 1, -1, 2, -2, 3, -3];
/// How far apart dots are kept, so that the targets on them do not overlap.
const TARGET_PX: f64 = 24.0;
/// How far apart dots must be for targets of 44 px.
const WIDE_PX: f64 = 46.0;
/// The size of the printed map, in px: a phone's, as what has room there has room anywhere.
const PRINTED_PX: Size = Size { width: 390.0, height: 278.0 };
/// About what a letter of a printed name takes, in px across and down.
const LETTER_PX: (f64, f64) = (7.0, 14.0);
/// Twice the radius that a tie's label keeps from any dot, in px.
const DOT_PX: f64 = 26.0;

/// Where everything goes at a sight.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Scenery {
    /// What is seen; none until the frame has been measured.
    pub(super) sight: Option<Sight>,
    /// Where the names go, in the order of the countries.
    pub(super) names: Vec<Placed>,
    /// How far each country's marker is from the others, as the style sheet names it.
    pub(super) rooms: Vec<&'static str>,
    /// By how many steps the label of each tie that has room is shifted.
    ties: Vec<(&'static str, i32)>,
    /// How often the patterns are halved.
    pub(super) detail: u32,
}

impl Scenery {
    /// What is printed, before anything can be measured: where the names go on a map of a usual size.
    fn printed(sheet: &Sheet, view: &View<'static>) -> Self {
        let sheet = Size { width: f64::from(sheet.width), height: f64::from(sheet.height) };
        let lens = Lens { sheet, frame_px: PRINTED_PX };
        let camera = lens.framing(view.framing);
        let dots: Vec<(f64, f64)> =
            view.map.iter().map(|it| lens.on_screen_px(camera, it.place.capital)).collect();
        let sizes = |text: fn(&MapCountry<'static>) -> &'static str| {
            let width = |it| text(it).chars().count() as f64 * LETTER_PX.0;
            view.map.iter().map(|it| (width(it), LETTER_PX.1)).collect()
        };
        let sizes: (Sizes, Sizes) = (sizes(|it| it.name), sizes(|it| it.capital));
        Self {
            names: named(&sizes, view, &dots, &[], (PRINTED_PX.width, PRINTED_PX.height)),
            ..Self::default()
        }
    }

    /// By how many steps the label of a tie is shifted; none where it has no room, or none has been found yet.
    pub(super) fn shift(&self, tie: &str) -> Option<i32> {
        Some(self.ties.iter().find(|(id, _)| *id == tie)?.1)
    }
}

/// Where everything goes at what is seen on the stage, which gets its frame.
#[hook]
pub(super) fn use_scenery(
    briefing: &'static Briefing<'static>,
    view: &Shown,
    stage: &Rc<Stage>,
    frame: &NodeRef,
) -> Scenery {
    let scenery = use_state_eq(|| Scenery::printed(&briefing.sheet, view));
    let latest = use_mut_ref(|| view.clone());
    latest.replace(view.clone());
    use_effect_with((), {
        let (stage, frame, scenery) = (Rc::clone(stage), frame.clone(), scenery.setter());
        move |()| {
            stage.attach(frame.cast(), move |stage, sight| {
                scenery.set(arrange(stage, sight, &latest.borrow()));
            });
        }
    });
    (*scenery).clone()
}

/// Finds places at a sight; what stands there is measured in the page.
fn arrange(stage: &Stage, sight: Sight, view: &View<'static>) -> Scenery {
    let Sight { lens, camera, .. } = sight;
    let frame = (lens.frame_px.width, lens.frame_px.height);
    let capitals: Vec<(f64, f64)> =
        view.map.iter().map(|it| lens.on_screen_px(camera, it.place.capital)).collect();
    let dots = labels::spread(&capitals, TARGET_PX);
    for ((country, capital), dot) in view.map.iter().zip(&capitals).zip(&dots) {
        stage.nudge(country.id, (dot.0 - capital.0, dot.1 - capital.1));
    }
    let rooms = dots.iter().map(|dot| room(*dot, &dots)).collect();
    let around: Vec<Area> =
        dots.iter().map(|at| Area { at: *at, size: (DOT_PX, DOT_PX) }).collect();
    let sizes = if view.ties.is_empty() { Vec::new() } else { stage.sizes(".map-tie") };
    let name_sizes = stage.name_sizes();
    let mut fixed = Vec::new();
    let mut names = named(&name_sizes, view, &dots, &fixed, frame);
    let ties = view.ties.iter().zip(sizes).filter_map(|(tie, size)| {
        let (x, y) = inset(lens.on_screen_px(camera, tie.at), frame);
        let fit = SHIFTS.into_iter().find_map(|shift| {
            let area = Area { at: (x, y + f64::from(shift) * SHIFT_PX), size };
            if [&around, &fixed].iter().any(|it| !labels::has_room(frame, area, it)) {
                return None;
            }
            // The names of countries go before those of ties.
            let mut with = fixed.clone();
            with.push(area);
            let beside = named(&name_sizes, view, &dots, &with, frame);
            (unnamed(&beside) <= unnamed(&names)).then_some((shift, with, beside))
        });
        let (shift, with, beside) = fit?;
        (fixed, names) = (with, beside);
        Some((tie.id, shift))
    });
    let ties = ties.collect();
    let detail = lens.detail(camera);
    Scenery { sight: Some(sight), names, rooms, ties, detail }
}

/// `wide` where a target of 44 px has room around a dot.
fn room((x, y): (f64, f64), dots: &[(f64, f64)]) -> &'static str {
    let apart = |other: &(f64, f64)| (x - other.0).abs().max((y - other.1).abs());
    let is_wide = dots.iter().map(apart).all(|it| it == 0.0 || it >= WIDE_PX);
    if is_wide { "wide" } else { "narrow" }
}

fn inset((x, y): (f64, f64), (width, height): (f64, f64)) -> (f64, f64) {
    let within = |value: f64, inset: f64, whole: f64| value.min(whole - inset).max(inset);
    (within(x, INSET_PX.0, width), within(y, INSET_PX.1, height))
}

/// How many names have no room.
fn unnamed(names: &[Placed]) -> usize {
    names.iter().filter(|it| it.side == Side::Nowhere).count()
}

/// Places the names: the selected country first, then by status.
fn named(
    (names, capitals): &(Sizes, Sizes),
    view: &View,
    dots: &[(f64, f64)],
    fixed: &[Area],
    frame: (f64, f64),
) -> Vec<Placed> {
    let label = |(index, at): (usize, &(f64, f64))| {
        let (name, capital) = (*names.get(index)?, *capitals.get(index)?);
        let full = (name.0.max(capital.0), name.1 + capital.1);
        Some(Label { at: *at, full, short: name })
    };
    let labels: Vec<Label> = dots.iter().enumerate().map_while(label).collect();
    let rank =
        |index: usize| view.map.get(index).map(|it: &MapCountry| (!it.link.current, it.mark));
    let mut order: Vec<usize> = (0..labels.len()).collect();
    order.sort_by_key(|index| rank(*index));
    let in_order: Vec<Label> = order.iter().filter_map(|it| labels.get(*it).copied()).collect();
    let mut names = vec![Placed::default(); labels.len()];
    for (index, placed) in order.into_iter().zip(labels::place(frame, &in_order, fixed)) {
        if let Some(name) = names.get_mut(index) {
            *name = placed;
        }
    }
    names
}
