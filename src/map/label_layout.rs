//! Lays out the labels of the map whenever the camera comes to rest, from their sizes as measured in the page.

use std::rc::Rc;

use explorer::label_layout::{LabelLayout, Measured};
use explorer::view::{MapCountry, View};
use yew::prelude::*;

use super::controller::{MapController, Mark, Rest};
use crate::snapshot::Snapshot;

/// Where everything goes while the camera rests.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct MapLayout {
    /// Where the camera rests; none until the frame has been measured.
    pub(super) rest: Option<Rest>,
    /// Where the labels go.
    pub(super) labels: LabelLayout<'static>,
}

/// Where everything goes at what is seen, kept up to date by the controller, which gets its frame.
#[hook]
pub(super) fn use_label_layout(
    snapshot: &Snapshot,
    controller: &Rc<MapController>,
    frame: &NodeRef,
) -> MapLayout {
    let layout = use_state_eq(|| {
        let labels = LabelLayout::prerendered(&snapshot.briefing().model.sheet, snapshot);
        MapLayout { labels, rest: None }
    });
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

/// Lays out the labels of a view, and moves the markers apart.
fn lay_out(controller: &MapController, rest: Rest, view: &View<'static>) -> MapLayout {
    let ties = if view.ties.is_empty() { Vec::new() } else { controller.sizes(".map-tie") };
    let name_sizes = controller.name_sizes(view.map.iter().map(|it| !it.is_land).collect());
    let (names, capitals) = &*name_sizes;
    let taken = controller.taken();
    let measured = Measured { names, capitals, ties: &ties, taken: &taken };
    let labels = LabelLayout::of(view, rest.viewport, rest.camera, measured);
    for (country, nudge) in view.map.iter().zip(&labels.nudges) {
        controller.nudge(country.id, *nudge);
    }
    controller.set_marks(marks(rest, view, &labels));
    MapLayout { rest: Some(rest), labels }
}

/// The markers on the map, with where they rest.
fn marks(rest: Rest, view: &View<'static>, labels: &LabelLayout) -> Vec<Mark> {
    let place = |at| rest.viewport.to_frame_px(rest.camera, at);
    let countries = view.map.iter().zip(&labels.nudges).filter(|(it, _)| !it.is_land);
    let mark = |(it, nudge): (&MapCountry<'static>, &(f64, f64))| {
        let (at, (x, y)) = (it.anchor.capital, place(it.anchor.capital));
        Mark { country: it.id, at, rest: (x + nudge.0, y + nudge.1) }
    };
    countries.map(mark).collect()
}
