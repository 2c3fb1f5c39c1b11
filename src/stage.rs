//! The frame of the map in the page: its size, the camera as numbers in its style, and the gestures on it. Like `browser`
//! it runs in browsers only, and gives up quietly where one refuses.
//!
//! The camera is not part of the selection: a selection asks for a framing, and a reader may look elsewhere until the next.
//! It moves without drawing anything again: style turns its three numbers into the place of everything on the map, and flies.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use model::{Bounds, Point, Sheet, digits};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, FocusOptions, HtmlElement, PointerEvent, ResizeObserver, TouchEvent, WheelEvent,
};

use crate::camera::{self, Camera, Lens, Size};

/// How much closer a button or key brings the map.
const STEP: f64 = 1.6;
/// The share of the frame that a button or key moves the map.
const STRIDE: f64 = 0.25;
/// A pointer that moves farther than this drags; one that doesn't clicks.
const DRAG_PX: f64 = 4.0;
/// Closer than this the map can be dragged; farther out there is little to move, and a press is meant for what it is on.
const DRAGGABLE: f64 = 1.25;
/// A turn of the wheel by this many px, in small steps, doubles the zoom.
const WHEEL_PX: f64 = 240.0;

/// What the reader sees of the sheet, when the camera has come to rest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Sight {
    pub(crate) lens: Lens,
    pub(crate) camera: Camera,
    /// Whether the camera is where the selection asked for.
    pub(crate) is_home: bool,
}

/// The frame and its camera.
pub(crate) struct Stage {
    frame: RefCell<Option<HtmlElement>>,
    framing: Cell<Bounds>,
    sight: Cell<Sight>,
    gesture: Cell<Gesture>,
    on_rest: OnceCell<OnRest>,
    /// At which width of the frame, in px, and what they are.
    name_sizes: RefCell<(f64, NameSizes)>,
    listeners: RefCell<Vec<EventListener>>,
    observer: RefCell<Option<Observer>>,
}

/// Is told what is seen when the camera comes to rest, before it is shown.
type OnRest = Box<dyn Fn(&Stage, Sight)>;

/// Widths and heights in px.
pub(crate) type Sizes = Vec<(f64, f64)>;

/// The sizes of names, and of capitals.
pub(crate) type NameSizes = Rc<(Sizes, Sizes)>;

/// Watches the frame's size; its closure lives as long.
type Observer = (ResizeObserver, Closure<dyn FnMut()>);

#[derive(Clone, Copy, Default)]
enum Gesture {
    #[default]
    None,
    /// A mouse button is down, and was last here.
    Pressed(f64, f64),
    /// The map is being dragged, and was last here.
    Dragged(f64, f64),
    /// Two fingers are down: their middle, and how far they are apart.
    Pinched(f64, f64, f64),
}

impl Stage {
    pub(crate) fn new(sheet: &Sheet) -> Rc<Self> {
        let sheet = Size { width: f64::from(sheet.width), height: f64::from(sheet.height) };
        let lens = Lens { sheet, frame_px: Size::default() };
        Rc::new(Self {
            frame: RefCell::default(),
            framing: Cell::default(),
            sight: Cell::new(Sight { lens, camera: lens.whole(), is_home: true }),
            gesture: Cell::default(),
            on_rest: OnceCell::new(),
            name_sizes: RefCell::default(),
            listeners: RefCell::default(),
            observer: RefCell::default(),
        })
    }

    /// Gets its frame, and is told once what to do when the camera comes to rest.
    pub(crate) fn attach(
        &self,
        frame: Option<HtmlElement>,
        on_rest: impl Fn(&Self, Sight) + 'static,
    ) {
        *self.frame.borrow_mut() = frame;
        let _ = self.on_rest.set(Box::new(on_rest));
    }

    /// From the first look on: before it nobody knows what to show when the frame changes.
    fn follow_reader(self: &Rc<Self>) {
        let (frame, mut listeners) = (self.frame.borrow(), self.listeners.borrow_mut());
        if let Some(frame) = frame.as_ref().filter(|_| listeners.is_empty()) {
            *listeners = self.listen(frame);
            self.observe(frame);
        }
    }

    fn listen(self: &Rc<Self>, frame: &HtmlElement) -> Vec<EventListener> {
        let on = |name: &'static str, phase, passive, act: fn(&Rc<Self>, &Event)| {
            let stage = Rc::downgrade(self);
            let options = EventListenerOptions { phase, passive };
            EventListener::new_with_options(frame, name, options, move |event| {
                if let Some(stage) = stage.upgrade() {
                    act(&stage, event);
                }
            })
        };
        use EventListenerPhase::{Bubble, Capture};
        vec![
            on("wheel", Bubble, false, |stage, event| stage.on_wheel(event)),
            on("pointerdown", Bubble, true, |stage, event| stage.on_press(event)),
            on("pointermove", Bubble, true, |stage, event| stage.on_drag(event)),
            on("pointerup", Bubble, true, |stage, _| stage.release(false)),
            on("pointercancel", Bubble, true, |stage, _| stage.release(false)),
            on("click", Capture, false, |stage, event| stage.on_click(event)),
            on("dragstart", Bubble, false, |_, event| event.prevent_default()),
            on("touchstart", Bubble, true, |stage, event| stage.on_touch(event)),
            on("touchmove", Bubble, false, |stage, event| stage.on_pinch(event)),
            on("touchend", Bubble, true, |stage, _| stage.release(true)),
            on("touchcancel", Bubble, true, |stage, _| stage.release(true)),
        ]
    }

    fn observe(self: &Rc<Self>, frame: &Element) {
        let stage = Rc::downgrade(self);
        let on_resize = Closure::new(move || {
            if let Some(stage) = stage.upgrade() {
                stage.on_resize();
            }
        });
        if let Ok(observer) = ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
            observer.observe(frame);
            *self.observer.borrow_mut() = Some((observer, on_resize));
        }
    }

    /// The frame as it is now. Asking for it makes the browser lay out the page, so it is asked for only when the frame
    /// may have changed; else the last sight knows it.
    fn measured(&self) -> Lens {
        let frame = self.frame.borrow();
        let (width, height) =
            frame.as_ref().map_or((0, 0), |it| (it.client_width(), it.client_height()));
        let frame_px = Size { width: f64::from(width), height: f64::from(height) };
        Lens { frame_px, ..self.sight.get().lens }
    }

    /// Flies to what a selection asks for.
    pub(crate) fn look_at(self: &Rc<Self>, framing: Bounds) {
        self.framing.set(framing);
        self.follow_reader();
        let Sight { lens, .. } = self.sight.get();
        if lens.frame_px == Size::default() {
            // The first time there is nothing to fly from.
            self.hold(true);
            self.sight.set(Sight { lens: self.measured(), ..self.sight.get() });
            self.go_home();
            self.hold(false);
        } else {
            self.go_home();
        }
    }

    /// Back to what the selection asked for.
    pub(crate) fn go_home(&self) {
        let Sight { lens, .. } = self.sight.get();
        self.rest(Sight { lens, camera: lens.framing(self.framing.get()), is_home: true });
    }

    /// Closer, or farther.
    pub(crate) fn zoom(&self, is_closer: bool) {
        let factor = if is_closer { STEP } else { 1.0 / STEP };
        self.change(|lens, camera| lens.zoomed(camera, factor, (0.5, 0.5)));
    }

    /// To a side, by steps to the right and down.
    pub(crate) fn stride(&self, (right, down): (f64, f64)) {
        self.change(|lens, camera| lens.moved(camera, (right * STRIDE, down * STRIDE)));
    }

    /// As little to a side as it takes to show a point.
    pub(crate) fn reveal(&self, point: Point) {
        let Sight { lens, camera, .. } = self.sight.get();
        let revealing = lens.revealing(camera, point);
        if revealing != camera {
            self.change(|_, _| revealing);
        }
    }

    /// Puts the focus on the marker of a country, without scrolling anything.
    pub(crate) fn focus(&self, country: &str) {
        let selector = [".map-marker[data-country='", country, "']"].concat();
        let frame = self.frame.borrow();
        let found = frame.as_ref().and_then(|it| it.query_selector(&selector).ok()?);
        if let Some(marker) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = marker.focus_with_options(&options);
        }
    }

    /// The sizes in px of the names on the map and of their capitals. They follow from the frame's width alone, and asking
    /// makes the browser lay out the page, so they are asked for once a width.
    pub(crate) fn name_sizes(&self) -> NameSizes {
        let width_px = self.sight.get().lens.frame_px.width;
        let mut known = self.name_sizes.borrow_mut();
        if known.0 != width_px {
            *known = (width_px, Rc::new((self.sizes(".map-name"), self.sizes(".map-capital"))));
        }
        Rc::clone(&known.1)
    }

    /// The sizes in px of the elements in the frame that match, in document order.
    pub(crate) fn sizes(&self, selector: &str) -> Sizes {
        let frame = self.frame.borrow();
        let found = frame.as_ref().and_then(|it| it.query_selector_all(selector).ok());
        let size = |node: JsValue| {
            let element: HtmlElement = node.unchecked_into();
            (f64::from(element.offset_width()), f64::from(element.offset_height()))
        };
        found.map_or_else(Vec::new, |list| {
            (0..list.length())
                .filter_map(|index| list.item(index))
                .map(|it| size(it.into()))
                .collect()
        })
    }

    fn change(&self, change: impl FnOnce(Lens, Camera) -> Camera) {
        let Sight { lens, camera, .. } = self.sight.get();
        self.rest(Sight { lens, camera: change(lens, camera), is_home: false });
    }

    fn rest(&self, sight: Sight) {
        // First what measures, then what writes.
        self.tell(sight);
        self.show(sight);
    }

    fn tell(&self, sight: Sight) {
        if let Some(on_rest) = self.on_rest.get() {
            on_rest(self, sight);
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
                px => style.set_property(&name, &[&*digits(px), "px"].concat()),
            };
        }
    }

    /// Writes the camera into the style, in whole units: finer than a pixel at any zoom.
    fn show(&self, sight: Sight) {
        self.sight.set(sight);
        let frame = self.frame.borrow();
        let Some(style) = frame.as_ref().map(HtmlElement::style) else { return };
        let Camera { left, top, width } = sight.camera;
        for (name, value) in [("--left", left), ("--top", top), ("--width", width)] {
            let _ = style.set_property(name, &digits(value.round_ties_even() as i32));
        }
    }

    /// While the map is held it follows at once, without flying.
    fn hold(&self, is_held: bool) {
        if let Some(frame) = self.frame.borrow().as_ref() {
            // Asking for a size makes the browser take in what was written while it was held; else it would fly there.
            let _ = frame.offset_width();
            let _ = frame.toggle_attribute_with_force("data-held", is_held);
        }
    }

    fn on_resize(&self) {
        let sight = self.sight.get();
        let lens = self.measured();
        if lens == sight.lens {
            return;
        }
        self.sight.set(Sight { lens, ..sight });
        self.hold(true);
        if sight.is_home {
            self.go_home();
        } else {
            self.change(|lens, camera| lens.moved(camera, (0.0, 0.0)));
        }
        self.hold(false);
    }

    /// Only with Ctrl, which is also what a pinch on a touchpad sends: the page's own wheel stays the page's.
    fn on_wheel(&self, event: &Event) {
        let event: &WheelEvent = event.unchecked_ref();
        if !event.ctrl_key() {
            return;
        }
        event.prevent_default();
        let factor = camera::zoom_of_turn(-event.delta_y() / WHEEL_PX);
        let at = self.share_at(f64::from(event.client_x()), f64::from(event.client_y()));
        self.change(|lens, camera| lens.zoomed(camera, factor, at));
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
        let Sight { lens, camera, .. } = self.sight.get();
        let can_move = lens.zoom(camera) > DRAGGABLE;
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
                if camera::distance((from_x, from_y), (x, y)) > DRAG_PX =>
            {
                if let Some(frame) = self.frame.borrow().as_ref() {
                    let _ = frame.set_pointer_capture(event.pointer_id());
                }
                self.hold(true);
                self.gesture.set(Gesture::Dragged(x, y));
            }
            Gesture::Dragged(from_x, from_y) => {
                self.follow((from_x - x, from_y - y), 1.0, (0.5, 0.5));
                self.gesture.set(Gesture::Dragged(x, y));
            }
            _ => {}
        }
    }

    /// Moves with a hand: by px, closer by a factor, about a point in shares of the frame.
    fn follow(&self, by_px: (f64, f64), factor: f64, at: (f64, f64)) {
        let Sight { lens, camera, .. } = self.sight.get();
        let Size { width, height } = lens.frame_px;
        let camera = lens.moved(camera, (by_px.0 / width.max(1.0), by_px.1 / height.max(1.0)));
        self.show(Sight { lens, camera: lens.zoomed(camera, factor, at), is_home: false });
    }

    /// A drag must not end in following the link under the pointer.
    fn on_click(&self, event: &Event) {
        if matches!(self.gesture.take(), Gesture::Dragged(..)) {
            event.prevent_default();
            event.stop_propagation();
        }
    }

    fn on_touch(&self, event: &Event) {
        if let Some((x, y, apart)) = two_fingers(event.unchecked_ref()) {
            self.hold(true);
            self.gesture.set(Gesture::Pinched(x, y, apart));
        }
    }

    /// One finger scrolls the page; two move the map.
    fn on_pinch(&self, event: &Event) {
        let (Some((x, y, apart)), Gesture::Pinched(from_x, from_y, from_apart)) =
            (two_fingers(event.unchecked_ref()), self.gesture.get())
        else {
            return;
        };
        event.prevent_default();
        self.follow((from_x - x, from_y - y), apart / from_apart.max(1.0), self.share_at(x, y));
        self.gesture.set(Gesture::Pinched(x, y, apart));
    }

    /// The hand is gone: what it left is where the camera rests. A drag is remembered until its click.
    fn release(&self, is_touch: bool) {
        if matches!(self.gesture.get(), Gesture::Dragged(..) | Gesture::Pinched(..)) {
            self.hold(false);
            self.tell(self.sight.get());
        }
        if is_touch || matches!(self.gesture.get(), Gesture::Pressed(..)) {
            self.gesture.set(Gesture::None);
        }
    }
}

/// The middle of two fingers in px of the window, and how far they are apart.
fn two_fingers(event: &TouchEvent) -> Option<(f64, f64, f64)> {
    let touches = event.touches();
    let finger =
        |index| touches.get(index).map(|it| (f64::from(it.client_x()), f64::from(it.client_y())));
    let (one, other) = (finger(0)?, finger(1)?);
    (touches.length() == 2)
        .then(|| ((one.0 + other.0) / 2.0, (one.1 + other.1) / 2.0, camera::distance(one, other)))
}
