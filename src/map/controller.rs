//! The map's frame in the page: its size, the camera as numbers in its style, and the gestures on it. Like `dom` it runs in
//! browsers only, and gives up quietly where one refuses.
//!
//! The camera is not part of the selection: a selection asks for a framing, and a reader may look elsewhere until the next.
//! It moves without drawing anything again: style turns its three numbers into the place of everything on the map, and flies.

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use explorer::label_layout::SizePx;
use explorer::label_placement::{Area, MARKER_PX};
use explorer::viewport::{self, Camera, Size, Viewport};
use gloo::events::{EventListener, EventListenerOptions, EventListenerPhase};
use model::{Bounds, EntityKind, Point, Sheet};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, FocusOptions, HtmlElement, PointerEvent, ResizeObserver, TouchEvent, WheelEvent,
};

use crate::dom;

/// How much closer a button or key brings the map.
const ZOOM_STEP: f64 = 1.6;
/// The share of the frame that a button or key moves the map.
const PAN_SHARE: f64 = 0.25;
/// A pointer that moves farther than this drags; one that doesn't clicks.
const DRAG_PX: f64 = 4.0;
/// A turn of the wheel by this many px, in small steps, doubles the zoom.
const WHEEL_PX: f64 = 240.0;
/// Turns of the wheel that follow each other within so many ms are one gesture.
const TURN_MS: f64 = 300.0;

/// What the reader sees of the sheet while the camera rests.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rest {
    pub(crate) viewport: Viewport,
    pub(crate) camera: Camera,
    /// Whether the camera is where the selection asked for.
    pub(crate) is_framing: bool,
}

/// The frame and its camera.
pub(crate) struct MapController {
    frame: RefCell<Option<HtmlElement>>,
    framing: Cell<Bounds>,
    rest: Cell<Rest>,
    gesture: Cell<Gesture>,
    /// When the map last kept a turn of the wheel from the page.
    turned_at: Cell<f64>,
    on_rest: OnceCell<OnRest>,
    /// Of which countries, at which width of the frame in px, and what they are.
    name_sizes: RefCell<(Vec<bool>, f64, NameSizes)>,
    listeners: RefCell<Vec<EventListener>>,
    observer: RefCell<Option<Observer>>,
}

/// Is told what is seen when the camera comes to rest, before it is shown.
type OnRest = Box<dyn Fn(&MapController, Rest)>;

/// The sizes of names, and of capitals.
pub(crate) type NameSizes = Rc<(Vec<SizePx>, Vec<SizePx>)>;

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
    /// Two fingers are down and have not moved.
    Touched(Fingers),
    /// The map follows two fingers, which were last here.
    Pinched(Fingers),
}

/// The middle of two fingers in px of the window, and how far they are apart.
type Fingers = (f64, f64, f64);

impl MapController {
    pub(crate) fn new(sheet: &Sheet) -> Rc<Self> {
        let viewport = Viewport { sheet: Size::of(sheet), frame_px: Size::default() };
        Rc::new(Self {
            frame: RefCell::default(),
            framing: Cell::default(),
            rest: Cell::new(Rest { viewport, camera: viewport.whole(), is_framing: true }),
            gesture: Cell::default(),
            turned_at: Cell::new(f64::NEG_INFINITY),
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
        on_rest: impl Fn(&Self, Rest) + 'static,
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

    fn observe(self: &Rc<Self>, frame: &Element) {
        let controller = Rc::downgrade(self);
        let on_resize = Closure::new(move || {
            if let Some(controller) = controller.upgrade() {
                controller.on_resize();
            }
        });
        if let Ok(observer) = ResizeObserver::new(on_resize.as_ref().unchecked_ref()) {
            observer.observe(frame);
            // The reader may want larger or wider type.
            if let Ok(Some(name)) = frame.query_selector(".map-name") {
                observer.observe(&name);
            }
            *self.observer.borrow_mut() = Some((observer, on_resize));
        }
    }

    /// The frame as it is now. Asking for it makes the browser lay out the page, so it is asked for only when the frame
    /// may have changed; else the last rest knows it.
    fn measured(&self) -> Viewport {
        let frame = self.frame.borrow();
        let (width, height) =
            frame.as_ref().map_or((0, 0), |it| (it.client_width(), it.client_height()));
        let frame_px = Size { width: f64::from(width), height: f64::from(height) };
        Viewport { frame_px, ..self.rest.get().viewport }
    }

    /// Flies to what a selection asks for.
    pub(crate) fn look_at(self: &Rc<Self>, framing: Bounds) {
        self.framing.set(framing);
        self.follow_reader();
        let Rest { viewport, .. } = self.rest.get();
        if viewport.frame_px == Size::default() {
            // The first time there is nothing to fly from.
            self.suspend_transition(true);
            self.rest.set(Rest { viewport: self.measured(), ..self.rest.get() });
            self.reset();
            self.suspend_transition(false);
        } else {
            self.reset();
        }
    }

    /// Back to what the selection asked for.
    pub(crate) fn reset(&self) {
        let Rest { viewport, .. } = self.rest.get();
        self.come_to_rest(Rest {
            viewport,
            camera: viewport.framing(self.framing.get()),
            is_framing: true,
        });
    }

    /// Closer, or farther.
    pub(crate) fn zoom(&self, is_closer: bool) {
        let factor = if is_closer { ZOOM_STEP } else { 1.0 / ZOOM_STEP };
        self.change(|viewport, camera| viewport.zoomed(camera, factor, (0.5, 0.5)));
    }

    /// To a side, by steps to the right and down.
    pub(crate) fn pan(&self, (right, down): (f64, f64)) {
        self.change(|viewport, camera| {
            viewport.moved(camera, (right * PAN_SHARE, down * PAN_SHARE))
        });
    }

    /// As little to a side as it takes to show a point.
    pub(crate) fn reveal(&self, point: Point) {
        let Rest { viewport, camera, .. } = self.rest.get();
        let revealing = viewport.revealing(camera, point);
        let revealing = self.clear_of_what_lies_over_it(viewport, revealing, point);
        if revealing != camera {
            self.change(|_, _| revealing);
        }
    }

    /// The camera moved up as far as it takes for a point to be clear of legend and buttons.
    fn clear_of_what_lies_over_it(&self, viewport: Viewport, camera: Camera, at: Point) -> Camera {
        let (x, y) = viewport.to_frame_px(camera, at);
        let covers = |it: &Area| {
            let (across, down) = ((x - it.at.0).abs(), (y - it.at.1).abs());
            across < it.size.0 / 2.0 + MARKER_PX && down < it.size.1 / 2.0 + MARKER_PX
        };
        let over = self.taken().into_iter().filter(covers);
        let missing_px = over.map(|it| y - (it.at.1 - it.size.1 / 2.0 - MARKER_PX));
        match missing_px.reduce(f64::max) {
            Some(px) => viewport.moved(camera, (0.0, px / viewport.frame_px.height)),
            None => camera,
        }
    }

    /// Puts the focus on the marker of a country, without scrolling anything.
    pub(crate) fn focus(&self, country: &str) {
        let selector =
            [".map-marker[", EntityKind::Country.attribute(), "='", country, "']"].concat();
        let frame = self.frame.borrow();
        let found = frame.as_ref().and_then(|it| it.query_selector(&selector).ok()?);
        if let Some(marker) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
            let options = FocusOptions::new();
            options.set_prevent_scroll(true);
            let _ = marker.focus_with_options(&options);
        }
    }

    /// The sizes in px of the names on the map and of their capitals. They follow from the frame's width and from which
    /// countries are shown, and asking makes the browser lay out the page, so they are asked for once for each.
    pub(crate) fn name_sizes(&self, are_shown: Vec<bool>) -> NameSizes {
        let width_px = self.rest.get().viewport.frame_px.width;
        let mut known = self.name_sizes.borrow_mut();
        if known.0 != are_shown || known.1 != width_px {
            let sizes = (self.sizes(".map-name"), self.sizes(".map-capital"));
            *known = (are_shown, width_px, Rc::new(sizes));
        }
        Rc::clone(&known.2)
    }

    /// What lies over the frame: its legend and its buttons, which may also stand below it.
    pub(crate) fn taken(&self) -> Vec<Area> {
        let frame = self.frame.borrow();
        let map = frame.as_ref().and_then(|it| it.parent_element());
        let over = |selector| map.as_ref()?.query_selector(selector).ok()??.dyn_into().ok();
        [".legend", ".map-controls"].into_iter().filter_map(over).map(|it| area(&it)).collect()
    }

    /// The sizes in px of the elements in the frame that match, in document order.
    pub(crate) fn sizes(&self, selector: &str) -> Vec<SizePx> {
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

    fn change(&self, change: impl FnOnce(Viewport, Camera) -> Camera) {
        let Rest { viewport, camera, .. } = self.rest.get();
        self.come_to_rest(Rest { viewport, camera: change(viewport, camera), is_framing: false });
    }

    fn come_to_rest(&self, rest: Rest) {
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
    fn show(&self, rest: Rest) {
        self.rest.set(rest);
        let frame = self.frame.borrow();
        let Some(style) = frame.as_ref().map(HtmlElement::style) else { return };
        let Camera { left, top, width } = rest.camera;
        for (name, value) in [("--left", left), ("--top", top), ("--width", width)] {
            let _ = style.set_property(name, &(value.round_ties_even() as i32).to_string());
        }
    }

    /// While its transitions are suspended the map follows at once, without flying.
    fn suspend_transition(&self, is_suspended: bool) {
        if let Some(frame) = self.frame.borrow().as_ref() {
            // Asking for a size makes the browser take in what was written without transitions; else it would fly there.
            let _ = frame.offset_width();
            let _ = frame.toggle_attribute_with_force("data-held", is_suspended);
        }
    }

    fn on_resize(&self) {
        let rest = self.rest.get();
        let viewport = self.measured();
        let has_new_type = self.sizes(".map-name").first() != self.name_sizes.borrow().2.0.first();
        if viewport == rest.viewport && !has_new_type {
            return;
        }
        if has_new_type {
            self.name_sizes.take();
        }
        self.rest.set(Rest { viewport, ..rest });
        self.suspend_transition(true);
        if rest.is_framing {
            self.reset();
        } else {
            self.change(|viewport, camera| viewport.moved(camera, (0.0, 0.0)));
        }
        self.suspend_transition(false);
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
                self.suspend_transition(true);
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
            self.suspend_transition(true);
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
            self.suspend_transition(false);
            self.come_to_rest(self.rest.get());
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

/// Where an element is within what it is placed in.
fn area(element: &HtmlElement) -> Area {
    let size = (f64::from(element.offset_width()), f64::from(element.offset_height()));
    let corner = (f64::from(element.offset_left()), f64::from(element.offset_top()));
    Area { at: (corner.0 + size.0 / 2.0, corner.1 + size.1 / 2.0), size }
}
