//! The map, and below it what it shows in words: date, countries, table.

use std::rc::Rc;

use model::Date;
use yew::prelude::*;

use super::countries::countries;
use super::map::Map;
use super::table::table;
use super::timeline::timeline;
use crate::app::Shown;
use crate::data;
use crate::stage::Stage;

/// What map and lists depend on.
#[derive(Clone, Properties)]
pub struct BoardProps {
    /// What is shown.
    pub(crate) view: Shown,
    /// The map's frame and its camera.
    pub(crate) stage: Rc<Stage>,
    /// The card is to be closed.
    pub(crate) on_close: Callback<()>,
    /// The date control was moved.
    pub(crate) on_slide: Callback<Option<Date>>,
}

impl BoardProps {
    /// To print a view.
    #[cfg(feature = "ssr")]
    #[must_use]
    pub fn printed(view: Shown) -> Self {
        let stage = Stage::new(&data::briefing().sheet);
        Self { view, stage, on_close: Callback::noop(), on_slide: Callback::noop() }
    }
}

impl PartialEq for BoardProps {
    fn eq(&self, other: &Self) -> bool {
        self.view == other.view
    }
}

/// The map with its lists.
#[component]
pub fn Board(props: &BoardProps) -> Html {
    let words = &data::briefing().words;
    let BoardProps { view, stage, on_close, on_slide } = props;
    html! {
        <>
            <Map view={view.clone()} stage={Rc::clone(stage)} {on_close} />
            <p class="caption" role="status">{ view.announcement.clone() }</p>
            { timeline(words, &view.timeline, on_slide) }
            { countries(words, &view.countries) }
            { table(words, &view.table) }
        </>
    }
}
