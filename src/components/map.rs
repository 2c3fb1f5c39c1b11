//! The map: the drawing, what is laid over it, its buttons and its legend.
//!
//! The shapes are for the pointer; the markers are the same links for keyboard and screen reader, and are HTML laid over
//! the drawing so that they keep their size. Where each stands is in the page's style, and follows from the camera that
//! `stage` writes there. This component is drawn again only for another view, a camera at rest, or a walk over the map.

mod controls;
mod drawing;
mod marks;
mod scenery;
mod walk;

use std::rc::Rc;

use yew::prelude::*;

pub(super) use self::marks::mark;
use crate::app::Shown;
use crate::data;
use crate::stage::{Sight, Stage};
use crate::view::MapCountry;

/// What a tip needs above its country, in px.
const TIP_PX: f64 = 76.0;

#[derive(Clone, Properties)]
pub(super) struct MapProps {
    /// What is shown.
    pub(super) view: Shown,
    /// Its frame and its camera.
    pub(super) stage: Rc<Stage>,
    /// Escape was pressed on the map.
    pub(super) on_close: Callback<()>,
}

impl PartialEq for MapProps {
    fn eq(&self, other: &Self) -> bool {
        self.view == other.view
    }
}

/// The map with its buttons and its legend.
#[component]
pub(super) fn Map(props: &MapProps) -> Html {
    let briefing = data::briefing();
    let MapProps { view, stage, .. } = props;
    let (words, frame, keys) = (&briefing.words, use_node_ref(), use_node_ref());
    let scenery = scenery::use_scenery(briefing, view, stage, &frame);
    let walk = walk::use_walk(words, props, &keys);

    let marker = |(index, it)| {
        let placed = scenery.names.get(index).copied().unwrap_or_default();
        let room = scenery.rooms.get(index).copied().unwrap_or_default();
        marks::marker(it, placed, room, index == walk.at)
    };
    let markers = view.map.iter().enumerate().map(marker);
    let ties = view.ties.iter().map(|it| marks::tie(it, scenery.shift(it.id)));
    let tip = walk.tip.and_then(|index| view.map.get(index));
    html! {
        <div class="map">
            <div class="map-frame" ref={&frame} onkeydown={walk.onkeydown} onpointerover={walk.onpointerover}
                onpointerleave={walk.onpointerleave} onfocusin={walk.onfocusin} onfocusout={walk.onfocusout}>
                { drawing::drawing(&briefing.sheet, view, scenery.detail) }
                <ul class="map-ties" aria-label={words.section_ties()}>{ for ties }</ul>
                <ul class="map-markers" aria-label={words.map_label()}>{ for markers }</ul>
                // One child with or without a tip, so that its neighbours stay the elements that they are.
                { tip.map(|it| marks::tip(it, is_high(it, scenery.sight))).unwrap_or_default() }
                { marks::bearing(walk.bearing) }
            </div>
            { controls::controls(words, stage, &keys) }
            { marks::legend(words, &view.legend) }
        </div>
    }
}

/// Whether a country is so near the top of the frame that a tip above it would not fit.
fn is_high(country: &MapCountry, sight: Option<Sight>) -> bool {
    sight.is_some_and(|it| it.lens.on_screen_px(it.camera, country.place.capital).1 < TIP_PX)
}
