//! The map, and below it what it shows in words: date, countries, table.

use std::rc::Rc;

use model::Date;
use yew::prelude::*;

use crate::components::{countries, live_text, table, timeline};
use crate::map::{Map, MapController};
use crate::snapshot::Snapshot;

/// What map and lists depend on.
#[derive(Clone, Properties)]
pub struct BoardProps {
    /// What is shown.
    pub(crate) snapshot: Snapshot,
    /// The map's frame and its camera.
    pub(crate) map: Rc<MapController>,
    /// The card is to be closed.
    pub(crate) on_close: Callback<()>,
    /// The date control was moved.
    pub(crate) on_date: Callback<Option<Date>>,
}

impl BoardProps {
    /// To prerender what is shown.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn prerendered(snapshot: Snapshot) -> Self {
        let map = MapController::new(&snapshot.briefing().model.sheet);
        Self { snapshot, map, on_close: Callback::noop(), on_date: Callback::noop() }
    }
}

impl PartialEq for BoardProps {
    fn eq(&self, other: &Self) -> bool {
        self.snapshot == other.snapshot
    }
}

/// The map with its lists.
#[component]
pub fn Board(props: &BoardProps) -> Html {
    let BoardProps { snapshot, map, on_close, on_date } = props;
    let messages = &snapshot.briefing().text.messages;
    html! {
        <>
            <Map snapshot={snapshot.clone()} controller={Rc::clone(map)} {on_close} />
            <p class="caption" role="status">{ live_text(snapshot.announcement.clone()) }</p>
            { timeline(messages, &snapshot.timeline, on_date) }
            { countries(messages, &snapshot.countries) }
            { table(messages, &snapshot.table) }
        </>
    }
}
