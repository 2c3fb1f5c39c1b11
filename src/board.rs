//! The map with its sentence, and what answers on it.

use std::rc::Rc;

use yew::prelude::*;

use crate::components::{Sheet, SheetProps, live_text};
use crate::map::{Map, MapController};
use crate::snapshot::Snapshot;

/// What the map depends on.
#[derive(Clone, Properties)]
pub struct BoardProps {
    /// What is shown.
    pub(crate) snapshot: Snapshot,
    /// The map's frame and its camera.
    pub(crate) map: Rc<MapController>,
    /// Whether the sheet with the answer is raised.
    pub(crate) has_sheet: bool,
    /// The answer itself is to be read instead.
    pub(crate) on_read_on: Callback<()>,
    /// The card is to be closed.
    pub(crate) on_close: Callback<()>,
}

impl BoardProps {
    /// To prerender what is shown.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn prerendered(snapshot: Snapshot) -> Self {
        let map = MapController::new(&snapshot.briefing().model.sheet);
        let (on_read_on, on_close) = (Callback::noop(), Callback::noop());
        Self { snapshot, map, has_sheet: false, on_read_on, on_close }
    }
}

impl PartialEq for BoardProps {
    fn eq(&self, other: &Self) -> bool {
        (&self.snapshot, self.has_sheet) == (&other.snapshot, other.has_sheet)
    }
}

/// The map with its sentence, and the sheet over the lower edge of a narrow window.
#[component]
pub fn Board(props: &BoardProps) -> Html {
    let BoardProps { snapshot, map, has_sheet, on_read_on, on_close } = props;
    let sheet = SheetProps {
        snapshot: snapshot.clone(),
        is_raised: *has_sheet,
        on_read_on: on_read_on.clone(),
        on_close: on_close.clone(),
    };
    html! {
        <>
            <Map snapshot={snapshot.clone()} controller={Rc::clone(map)} {on_close} />
            <p class="visually-hidden" role="status">{ live_text(snapshot.announcement.clone()) }</p>
            <Sheet ..sheet />
        </>
    }
}
