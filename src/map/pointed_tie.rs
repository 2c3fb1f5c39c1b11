//! The tie that is pointed at or has the focus, on the map or in the sentence below it: its line stands out, and others step back.

use model::EntityKind;
use web_sys::{Element, Event};
use yew::prelude::*;

use crate::dom;
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

/// Which tie stands out, and what the map and its sentence tell of pointer and focus.
pub(super) struct PointedTie {
    pub(super) pointed: Pointed,
    pub(super) onpointerover: Callback<PointerEvent>,
    pub(super) onpointerleave: Callback<PointerEvent>,
    pub(super) onfocusin: Callback<FocusEvent>,
    pub(super) onfocusout: Callback<FocusEvent>,
}

/// Keeps which tie is pointed at, and which has a focus that is seen. Where the pointer goes, what the focus lets stand out comes
/// back.
#[hook]
pub(super) fn use_pointed_tie(view: &Snapshot) -> PointedTie {
    let (pointed, focused) = (use_state_eq(|| None), use_state_eq(|| None));
    // What is gone from the map does not stand out, whatever the pointer has left.
    let drawn = |id: &&'static str| view.ties.iter().any(|it| it.id == *id);
    let stands_out = pointed.filter(drawn).or(focused.filter(drawn));
    let onpointerover = {
        let (view, pointed) = (view.clone(), pointed.setter());
        Callback::from(move |event: PointerEvent| pointed.set(tie_of(&event, &view)))
    };
    let onfocusin = {
        let (view, focused) = (view.clone(), focused.setter());
        Callback::from(move |event: FocusEvent| {
            focused.set(tie_of(&event, &view).filter(|_| dom::shows_focus(&event)));
        })
    };
    let (pointed, focused) = (pointed.setter(), focused.setter());
    PointedTie {
        pointed: Pointed(stands_out),
        onpointerover,
        onpointerleave: Callback::from(move |_| pointed.set(None)),
        onfocusin,
        onfocusout: Callback::from(move |_| focused.set(None)),
    }
}

/// The tie that an event is about.
fn tie_of(event: &Event, view: &Snapshot) -> Option<&'static str> {
    let target: Element = event.target_dyn_into()?;
    let attribute = EntityKind::Tie.attribute();
    let id = target.closest(&["[", attribute, "]"].concat()).ok()??.get_attribute(attribute)?;
    view.ties.iter().map(|it| it.id).find(|it| *it == id)
}
