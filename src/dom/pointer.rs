//! A pointer that an element holds, and where across an element it is.

use web_sys::{Element, PointerEvent};
use yew::NodeRef;

use super::target;

/// By how many px a finger may stray that only touches.
const STRAY: u32 = 8;

/// A pointer that an element holds.
pub(crate) struct Hold {
    x: i32,
    y: i32,
    counts: bool,
}

impl Hold {
    /// Takes hold of a pointer that is pressed on an element, but not on a link in it: from then on its moves are the
    /// element's, wherever they lead.
    pub(crate) fn of(event: &PointerEvent, element: &NodeRef) -> Option<Self> {
        let is_free = |it: &Element| it.closest("a").is_ok_and(|it| it.is_none());
        let is_pressed = event.is_primary() && event.button() == 0;
        target(event).filter(|it| is_pressed && is_free(it))?;
        element.cast::<Element>()?.set_pointer_capture(event.pointer_id()).ok()?;
        let counts = event.pointer_type() != "touch";
        Some(Self { x: event.client_x(), y: event.client_y(), counts })
    }

    /// Whether an event of the pointer counts. A finger may be about to scroll: it counts once it goes across, or is lifted
    /// where it was.
    pub(crate) fn counts(&mut self, event: &PointerEvent, element: &NodeRef) -> bool {
        let across = event.client_x().abs_diff(self.x);
        let down = event.client_y().abs_diff(self.y);
        let is_tap = event.type_() == "pointerup" && across.max(down) < STRAY;
        self.counts |= is_tap || across >= STRAY && across > down;
        let is_held = |it: Element| it.has_pointer_capture(event.pointer_id());
        self.counts && element.cast::<Element>().is_some_and(is_held)
    }
}

/// Where across an element a pointer is: 0 at its left edge, 1 at its right edge, and less or more beyond.
pub(crate) fn share_across(event: &PointerEvent, element: &NodeRef) -> Option<f64> {
    let area = element.cast::<Element>()?.get_bounding_client_rect();
    Some((f64::from(event.client_x()) - area.left()) / area.width())
}
