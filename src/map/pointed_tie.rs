//! The tie that is pointed at or has the focus, on the map or in the sentence below it: its line stands out, and others step back.

use model::EntityKind;
use web_sys::{Element, Event};
use yew::prelude::*;

use crate::snapshot::Snapshot;

/// Which tie that is; none if there is none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Pointed(Option<&'static str>);

impl Pointed {
    /// How a tie is drawn: `on` stands out, `off` steps back.
    pub(super) fn lit(self, tie: &str) -> Option<&'static str> {
        self.0.map(|it| if it == tie { "on" } else { "off" })
    }
}

/// Keeps which tie is pointed at: by each event that says where pointer or focus is, and by each that says that they are gone.
#[hook]
pub(super) fn use_pointed_tie(view: &Snapshot) -> (Pointed, Callback<Event>, Callback<Event>) {
    let pointed = use_state_eq(Pointed::default);
    let (on_point, on_leave) = (
        {
            let (view, pointed) = (view.clone(), pointed.setter());
            Callback::from(move |event: Event| pointed.set(Pointed(tie_of(&event, &view))))
        },
        {
            let pointed = pointed.setter();
            Callback::from(move |_| pointed.set(Pointed::default()))
        },
    );
    // What is gone from the map is not pointed at, whatever the pointer has left.
    let is_drawn = pointed.0.is_none_or(|id| view.ties.iter().any(|it| it.id == id));
    (if is_drawn { *pointed } else { Pointed::default() }, on_point, on_leave)
}

/// The tie that an event is about.
fn tie_of(event: &Event, view: &Snapshot) -> Option<&'static str> {
    let target: Element = event.target_dyn_into()?;
    let attribute = EntityKind::Tie.attribute();
    let id = target.closest(&["[", attribute, "]"].concat()).ok()??.get_attribute(attribute)?;
    view.ties.iter().map(|it| it.id).find(|it| *it == id)
}
