//! Lays out the labels of the map whenever the camera comes to rest, from their sizes as measured in the page.

use std::rc::Rc;

use explorer::label_layout::{LabelLayout, Marker, Measured, Note, TieLabel};
use explorer::view::{MapCountry, View};
use yew::prelude::*;

use super::controller::{MapController, Mark, Rest};
use crate::snapshot::Snapshot;

/// Where everything goes while the camera rests.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct MapLayout {
    /// Where the camera rests; none until the frame has been measured.
    pub(super) rest: Option<Rest>,
    /// Where the labels go; until then where the style has them.
    pub(super) labels: LabelLayout,
    /// The country that is selected, by its number among those on the map.
    pub(super) selected: Option<usize>,
    /// The ties that are laid out, in their order there.
    pub(super) ties: Vec<&'static str>,
}

impl MapLayout {
    /// Where the name of a tie goes, and its notes. Until the camera rests where the view asks, one that is new goes nowhere; none
    /// before anything is laid out.
    pub(super) fn tie(&self, id: &str) -> Option<(Option<TieLabel>, [Option<Note>; 2])> {
        self.rest?;
        let at = self.index(id);
        let laid_out =
            at.and_then(|at| Some((*self.labels.ties.get(at)?, *self.labels.notes.get(at)?)));
        Some(laid_out.unwrap_or_default())
    }

    /// The number by which a tie goes whose name has no room.
    pub(super) fn number(&self, id: &str) -> Option<usize> {
        Some(self.labels.number(self.index(id)?)?.0)
    }

    fn index(&self, id: &str) -> Option<usize> {
        self.ties.iter().position(|it| *it == id)
    }
}

/// Where everything goes at what is seen, kept up to date by the controller, which gets its frame.
#[hook]
pub(super) fn use_label_layout(
    snapshot: &Snapshot,
    controller: &Rc<MapController>,
    frame: &NodeRef,
) -> MapLayout {
    let layout = use_state_eq(MapLayout::default);
    let latest = use_mut_ref(|| snapshot.clone());
    latest.replace(snapshot.clone());
    use_effect_with((), {
        let (controller, frame, layout) = (Rc::clone(controller), frame.clone(), layout.setter());
        move |()| {
            controller.attach(frame.cast(), move |controller, rest| {
                layout.set(lay_out(controller, rest, &latest.borrow()));
            });
        }
    });
    (*layout).clone()
}

/// Lays out the labels of a view.
fn lay_out(controller: &MapController, rest: Rest, view: &View<'static>) -> MapLayout {
    let of_ties = |selector| {
        if view.ties.is_empty() { Vec::new() } else { controller.sizes(selector) }
    };
    let (ties, notes) = (of_ties(".map-tie"), of_ties(".map-note"));
    let name_sizes = controller.name_sizes(view.map.iter().map(|it| !it.is_land).collect());
    let (names, capitals) = &*name_sizes;
    let taken = controller.taken();
    let measured = Measured { names, capitals, ties: &ties, notes: &notes, taken: &taken };
    let labels = LabelLayout::of(view, rest.viewport, rest.camera, measured);
    controller.set_marks(marks(rest, view, &labels));
    MapLayout {
        rest: Some(rest),
        labels,
        selected: view.map.iter().position(|it| it.link.is_current),
        ties: view.ties.iter().map(|it| it.id).collect(),
    }
}

/// The markers on the map, with where they rest.
fn marks(rest: Rest, view: &View<'static>, labels: &LabelLayout) -> Vec<Mark> {
    let countries = view.map.iter().zip(&labels.markers).filter(|(it, _)| !it.is_land);
    let mark = |(it, marker): (&MapCountry<'static>, &Marker)| {
        let (x, y) = rest.viewport.to_frame_px(rest.camera, marker.at);
        let (right, down) = marker.nudge;
        Mark { country: it.id, at: marker.at, rest: (x + right, y + down) }
    };
    countries.map(mark).collect()
}
