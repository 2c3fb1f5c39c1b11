//! The map: the drawing, what is laid over it, its buttons, its legend and the sentence below it.
//!
//! The shapes are for the pointer; the markers are the same links for keyboard and screen reader, and are HTML laid over
//! the drawing so that they keep their size. Where each stands is in the page's style as it is printed, and then what the
//! controller writes. This component is drawn again only for another view, a camera at rest, or a move of the
//! focus or the pointer over the map.

mod caption;
mod controller;
mod controls;
mod drawing;
mod label_layout;
mod legend;
mod markers;
mod placing;
mod pointed_tie;
mod roving_focus;

use std::rc::Rc;

use explorer::label_layout::Marker;
use yew::prelude::*;

pub(crate) use self::controller::MapController;
use self::controller::Rest;
use crate::snapshot::Snapshot;

/// What a tooltip needs above its country, in px.
const TOOLTIP_PX: f64 = 76.0;

/// What the map depends on.
#[derive(Clone, Properties)]
pub(crate) struct MapProps {
    /// What is shown.
    pub(crate) snapshot: Snapshot,
    /// Its frame and its camera.
    pub(crate) controller: Rc<MapController>,
    /// Escape was pressed on the map.
    pub(crate) on_close: Callback<()>,
}

impl PartialEq for MapProps {
    fn eq(&self, other: &Self) -> bool {
        self.snapshot == other.snapshot
    }
}

/// The map with its buttons, its legend and its sentence.
#[component]
pub(crate) fn Map(props: &MapProps) -> Html {
    let MapProps { snapshot, controller, .. } = props;
    let briefing = snapshot.briefing();
    let (messages, frame, keys) = (&briefing.text.messages, use_node_ref(), use_node_ref());
    let layout = label_layout::use_label_layout(snapshot, controller, &frame);
    let focus = roving_focus::use_roving_focus(messages, props, layout.selected, &keys);

    let tie = pointed_tie::use_pointed_tie(snapshot);
    let pointed = tie.pointed;

    use_effect_with((layout.labels.clone(), focus.tooltip), {
        let controller = Rc::clone(controller);
        move |(labels, tooltip)| placing::place(&controller, labels, *tooltip)
    });

    let placed = &layout.labels.markers;
    let marker = |(index, it)| markers::marker(it, placed.get(index), index == focus.at);
    let markers = snapshot.map.iter().enumerate().map(marker);
    let ties = snapshot
        .ties
        .iter()
        .map(|it| markers::tie(it, layout.tie(it.id).map(|it| it.0), pointed.lit(it.id)));
    let notes = snapshot.ties.iter().map(|it| {
        let (placed, number) = (layout.tie(it.id).map(|it| it.1), layout.number(it.id));
        markers::notes(it, placed, number, pointed.lit(it.id))
    });
    let tooltip = focus.tooltip.and_then(|index| Some((index, snapshot.map.get(index)?)));
    html! {
        <div class="map-area" onpointerover={tie.onpointerover} onpointerleave={tie.onpointerleave} onfocusin={tie.onfocusin} onfocusout={tie.onfocusout}>
            <div class="map" id="map">
                <div class="map-frame" data-map-frame="" ref={&frame} onkeydown={focus.onkeydown} onpointerover={focus.onpointerover}
                    onpointerleave={focus.onpointerleave} onfocusin={focus.onfocusin} onfocusout={focus.onfocusout}>
                    { drawing::drawing(&briefing.model.sheet, snapshot, &layout, pointed) }
                    <ul class="map-ties" aria-label={messages.section_ties()}>{ for ties }</ul>
                    <ul class="map-notes" aria-hidden="true">{ for notes }</ul>
                    <span class="map-scale" data-side={drawing::side_of_inset(&layout)}>{ messages.map_inset() }</span>
                    <ul class="map-markers" aria-label={messages.map_label()}>{ for markers }</ul>
                    // One child with or without a tooltip, so that its neighbours stay the elements that they are.
                    { tooltip.map(|(index, it)| markers::tooltip(it, is_high(placed.get(index), layout.rest))).unwrap_or_default() }
                    { markers::bearing(focus.bearing) }
                </div>
                { controls::controls(messages, controller, &keys) }
                { legend::legend(messages, &snapshot.legend, snapshot.changed) }
            </div>
            { caption::caption(snapshot, &layout, pointed) }
        </div>
    }
}

/// Whether a marker is so near the top of the frame that a tooltip above it would not fit.
fn is_high(marker: Option<&Marker>, rest: Option<Rest>) -> bool {
    let y_px = |(marker, it): (&Marker, Rest)| {
        it.viewport.to_frame_px(it.camera, marker.at).1 + marker.nudge.1
    };
    marker.zip(rest).is_some_and(|it| y_px(it) < TOOLTIP_PX)
}
