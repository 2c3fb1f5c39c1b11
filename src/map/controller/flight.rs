//! The camera as the page shows it: where it rests, and how it gets there.

use explorer::viewport::Camera;
use web_sys::HtmlElement;

use super::{MapController, Rest};

impl MapController {
    pub(super) fn come_to_rest(&self, rest: Rest) {
        // What lies over the map follows from how close it is, and is measured.
        self.mark_zoomed(rest);
        // First what measures, then what writes.
        self.notify(rest);
        self.show(rest);
    }

    fn notify(&self, rest: Rest) {
        if let Some(on_rest) = self.on_rest.get() {
            on_rest(self, rest);
        }
    }

    /// Says in the page whether the map shows much less than the whole.
    fn mark_zoomed(&self, Rest { viewport, camera, .. }: Rest) {
        let frame = self.frame.borrow();
        if let Some(map) = frame.as_ref().and_then(|it| it.parent_element()) {
            let is_zoomed = viewport.is_zoomed(camera);
            let _ = map.toggle_attribute_with_force("data-zoomed", is_zoomed);
        }
    }

    /// Moves the marker of a country off its capital, by px to the right and down.
    pub(crate) fn nudge(&self, country: &str, (right, down): (f64, f64)) {
        let frame = self.frame.borrow();
        let Some(style) = frame.as_ref().map(HtmlElement::style) else { return };
        for (axis, value) in [("x", right), ("y", down)] {
            let name = ["--nudge-", axis, "-", country].concat();
            let _ = match value.round_ties_even() as i32 {
                0 => style.remove_property(&name).map(drop),
                px => style.set_property(&name, &format!("{px}px")),
            };
        }
    }

    /// Writes the camera into the style, in whole units: finer than a pixel at any zoom.
    pub(super) fn show(&self, rest: Rest) {
        self.rest.set(rest);
        let frame = self.frame.borrow();
        let Some(style) = frame.as_ref().map(HtmlElement::style) else { return };
        let Camera { left, top, width } = rest.camera;
        for (name, value) in [("--left", left), ("--top", top), ("--width", width)] {
            let _ = style.set_property(name, &(value.round_ties_even() as i32).to_string());
        }
    }

    /// While its transitions are suspended the map follows at once, without flying.
    pub(super) fn suspend_transition(&self, is_suspended: bool) {
        if let Some(frame) = self.frame.borrow().as_ref() {
            // Asking for a size makes the browser take in what was written without transitions; else it would fly there.
            let _ = frame.offset_width();
            let _ = frame.toggle_attribute_with_force("data-held", is_suspended);
        }
    }
}
