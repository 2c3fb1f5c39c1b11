//! The hand on the map: wheel, mouse and fingers move its camera.

use explorer::viewport::{self, Camera, Size};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, PointerEvent, TouchEvent, WheelEvent};

use super::{MapController, Rest};
use crate::dom;

/// A pointer that moves farther than this drags; one that doesn't clicks.
const DRAG_PX: f64 = 4.0;
/// A turn of the wheel by this many px, in small steps, doubles the zoom.
const WHEEL_PX: f64 = 240.0;
/// Turns of the wheel that follow each other within so many ms are one gesture.
const TURN_MS: f64 = 300.0;

#[derive(Clone, Copy, Default)]
pub(super) enum Gesture {
    #[default]
    None,
    /// A mouse button is down, and was last here.
    Pressed(f64, f64),
    /// The map is being dragged, and was last here.
    Dragged(f64, f64),
    /// Two fingers are down and have not moved.
    Touched(Fingers),
    /// The map follows two fingers, which were last here.
    Pinched(Fingers),
}

/// The middle of two fingers in px of the window, and how far they are apart.
type Fingers = (f64, f64, f64);

impl MapController {
    pub(super) fn listen(self: &Rc<Self>, frame: &HtmlElement) -> Vec<EventListener> {
        let on = |name: &'static str, phase, passive, act: fn(&Rc<Self>, &Event)| {
            let controller = Rc::downgrade(self);
            let options = EventListenerOptions { phase, passive };
            EventListener::new_with_options(frame, name, options, move |event| {
                if let Some(controller) = controller.upgrade() {
                    act(&controller, event);
                }
            })
        };
        use EventListenerPhase::{Bubble, Capture};
        vec![
            on("wheel", Bubble, false, |controller, event| controller.on_wheel(event)),
            on("pointerdown", Bubble, true, |controller, event| controller.on_press(event)),
            on("pointermove", Bubble, true, |controller, event| controller.on_drag(event)),
            on("pointerup", Bubble, true, |controller, _| controller.release(false)),
            on("pointercancel", Bubble, true, |controller, _| controller.release(false)),
            on("click", Capture, false, |controller, event| controller.on_click(event)),
            on("dragstart", Bubble, false, |_, event| event.prevent_default()),
            on("touchstart", Bubble, true, |controller, event| controller.on_touch(event)),
            on("touchmove", Bubble, false, |controller, event| controller.on_pinch(event)),
            on("touchend", Bubble, true, |controller, _| controller.release(true)),
            on("touchcancel", Bubble, true, |controller, _| controller.release(true)),
        ]
    }

    /// Only with Ctrl, which is also what a pinch on a touchpad sends: the page's own wheel stays the page's. So is a pinch on a
    /// page that is zoomed, and one that begins where the map can go no farther.
    fn on_wheel(&self, event: &Event) {
        let event: &WheelEvent = event.unchecked_ref();
        if !event.ctrl_key() || dom::is_zoomed() {
            return;
        }
        let Rest { viewport, camera, .. } = self.rest.get();
        let factor = viewport::zoom_of_turn(-event.delta_y() / WHEEL_PX);
        let at = self.share_at(f64::from(event.client_x()), f64::from(event.client_y()));
        let zoomed = viewport.zoomed(camera, factor, at);
        let now = event.time_stamp();
        if zoomed == camera && now - self.turned_at.get() > TURN_MS {
            return;
        }
        self.turned_at.set(now);
        event.prevent_default();
        self.change(|_, _| zoomed);
    }

    /// Where a point of the window is, in shares of the frame.
    fn share_at(&self, x: f64, y: f64) -> (f64, f64) {
        let frame = self.frame.borrow();
        let Some(bounds) = frame.as_ref().map(|it| it.get_bounding_client_rect()) else {
            return (0.5, 0.5);
        };
        (
            (x - bounds.left()) / bounds.width().max(1.0),
            (y - bounds.top()) / bounds.height().max(1.0),
        )
    }

    fn on_press(&self, event: &Event) {
        let event: &PointerEvent = event.unchecked_ref();
        self.gesture.set(Gesture::None);
        let Rest { viewport, camera, .. } = self.rest.get();
        // Farther out there is little to move, and a press is meant for what it is on.
        let can_move = viewport.is_zoomed(camera);
        if event.pointer_type() == "mouse" && event.button() == 0 && can_move {
            self.gesture
                .set(Gesture::Pressed(f64::from(event.client_x()), f64::from(event.client_y())));
        }
    }

    fn on_drag(&self, event: &Event) {
        let event: &PointerEvent = event.unchecked_ref();
        let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
        match self.gesture.get() {
            Gesture::Pressed(from_x, from_y)
                if viewport::distance((from_x, from_y), (x, y)) > DRAG_PX =>
            {
                if let Some(frame) = self.frame.borrow().as_ref() {
                    let _ = frame.set_pointer_capture(event.pointer_id());
                }
                self.hold();
                self.gesture.set(Gesture::Dragged(x, y));
            }
            Gesture::Dragged(from_x, from_y) => {
                self.follow((from_x - x, from_y - y), 1.0, (0.5, 0.5));
                self.gesture.set(Gesture::Dragged(x, y));
            }
            _ => {}
        }
    }

    /// Follows a gesture: by px, closer by a factor, about a point in shares of the frame.
    fn follow(&self, by_px: (f64, f64), factor: f64, at: (f64, f64)) {
        let camera = self.following(by_px, factor, at);
        self.show(Rest { camera, is_framing: false, ..self.rest.get() });
    }

    fn following(&self, by_px: (f64, f64), factor: f64, at: (f64, f64)) -> Camera {
        let Rest { viewport, camera, .. } = self.rest.get();
        let Size { width, height } = viewport.frame_px;
        let camera = viewport.moved(camera, (by_px.0 / width.max(1.0), by_px.1 / height.max(1.0)));
        viewport.zoomed(camera, factor, at)
    }

    /// A drag must not end in following the link under the pointer.
    fn on_click(&self, event: &Event) {
        if matches!(self.gesture.take(), Gesture::Dragged(..)) {
            event.prevent_default();
            event.stop_propagation();
        }
    }

    /// On a page that is zoomed, fingers move the page.
    fn on_touch(&self, event: &Event) {
        if let Some(fingers) = two_fingers(event.unchecked_ref()).filter(|_| !dom::is_zoomed()) {
            self.gesture.set(Gesture::Touched(fingers));
        }
    }

    /// One finger scrolls the page; two move the map, unless they begin where it can go no farther: then they zoom the page.
    fn on_pinch(&self, event: &Event) {
        let Some(fingers) = two_fingers(event.unchecked_ref()) else { return };
        let gesture = self.gesture.get();
        let (Gesture::Touched(from) | Gesture::Pinched(from)) = gesture else { return };
        let (x, y, apart) = fingers;
        let (by_px, factor) = ((from.0 - x, from.1 - y), apart / from.2.max(1.0));
        let at = self.share_at(x, y);
        if matches!(gesture, Gesture::Touched(_)) && fingers != from {
            let (camera, next) = (self.rest.get().camera, self.following(by_px, factor, at));
            let is_pinch = (apart - from.2).abs() > viewport::distance(by_px, (0.0, 0.0));
            let is_at_limit = if is_pinch { next.width == camera.width } else { next == camera };
            // What cannot be kept from the browser is its own already.
            if is_at_limit || !event.cancelable() {
                return self.gesture.set(Gesture::None);
            }
            self.hold();
        }
        event.prevent_default();
        if fingers != from {
            self.follow(by_px, factor, at);
            self.gesture.set(Gesture::Pinched(fingers));
        }
    }

    /// The gesture has ended: the camera rests where it is. A drag is remembered until its click.
    fn release(&self, is_touch: bool) {
        if matches!(self.gesture.get(), Gesture::Dragged(..) | Gesture::Pinched(..)) {
            self.mark_held(false);
            self.jump(self.rest.get());
        }
        if is_touch || matches!(self.gesture.get(), Gesture::Pressed(..)) {
            self.gesture.set(Gesture::None);
        }
    }
}

/// Where two fingers are.
fn two_fingers(event: &TouchEvent) -> Option<Fingers> {
    let touches = event.touches();
    let finger =
        |index| touches.get(index).map(|it| (f64::from(it.client_x()), f64::from(it.client_y())));
    let (one, other) = (finger(0)?, finger(1)?);
    (touches.length() == 2)
        .then(|| ((one.0 + other.0) / 2.0, (one.1 + other.1) / 2.0, viewport::distance(one, other)))
}
