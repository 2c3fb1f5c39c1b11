//! The map's frame and its camera: what a selection, a button or a key asks of it. Like `dom` it runs in
//! browsers only, and gives up quietly where one refuses.
//!
//! The camera is not part of the selection: a selection asks for a framing, and a reader may look elsewhere until the next.
//! It moves without drawing anything again: the drawing is scaled and moved, and what keeps its size is put where it belongs.

mod flight;
mod gestures;
mod measuring;

use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use explorer::view::View;
use explorer::viewport::{Camera, Framing, Size, Viewport};
use gloo::events::EventListener;
use model::{EntityKind, Point, Sheet};
use wasm_bindgen::JsCast;
use web_sys::{FocusOptions, HtmlElement};

use self::flight::Flight;
pub(crate) use self::flight::{Mark, Placed};
use self::gestures::Gesture;
use self::measuring::{NameSizes, Observer};

/// How much closer a button or key brings the map.
const ZOOM_STEP: f64 = 1.6;
/// The share of the frame that a button or key moves the map.
const PAN_SHARE: f64 = 0.25;

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
    framing: Cell<Framing>,
    /// Where the countries are that have a marker; of a view of one country, where that is.
    marked: RefCell<Vec<Point>>,
    rest: Cell<Rest>,
    gesture: Cell<Gesture>,
    /// When the map last kept a turn of the wheel from the page.
    turned_at: Cell<f64>,
    on_rest: OnceCell<OnRest>,
    /// Of which countries, at which width of the frame in px, and what they are.
    name_sizes: RefCell<(Vec<bool>, f64, NameSizes)>,
    /// What is on the map, and where it rests.
    marks: RefCell<Vec<Mark>>,
    /// What keeps its size over the drawing.
    placed: RefCell<Vec<Placed>>,
    /// The latest; it may have landed.
    flight: RefCell<Option<Flight>>,
    listeners: RefCell<Vec<EventListener>>,
    observer: RefCell<Option<Observer>>,
}

/// Is told what is seen when the camera comes to rest, before it is shown.
type OnRest = Box<dyn Fn(&MapController, Rest)>;

impl MapController {
    pub(crate) fn new(sheet: &Sheet) -> Rc<Self> {
        let viewport = Viewport { sheet: Size::of(sheet), frame_px: Size::default() };
        Rc::new(Self {
            frame: RefCell::default(),
            framing: Cell::default(),
            marked: RefCell::default(),
            rest: Cell::new(Rest { viewport, camera: viewport.whole(), is_framing: true }),
            gesture: Cell::default(),
            turned_at: Cell::new(f64::NEG_INFINITY),
            on_rest: OnceCell::new(),
            name_sizes: RefCell::default(),
            marks: RefCell::default(),
            placed: RefCell::default(),
            flight: RefCell::default(),
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

    /// Flies to what a selection asks for.
    pub(crate) fn look_at(self: &Rc<Self>, view: &View) {
        self.framing.set(view.framing);
        let has_current = view.map.iter().any(|it| it.link.is_current);
        let marked =
            view.map.iter().filter(|it| !it.is_land && (it.link.is_current || !has_current));
        *self.marked.borrow_mut() = marked.map(|it| it.anchor.capital).collect();
        self.follow_reader();
        let Rest { viewport, .. } = self.rest.get();
        if viewport.frame_px == Size::default() {
            // The first time there is nothing to fly from.
            self.rest.set(Rest { viewport: self.measured(), ..self.rest.get() });
            self.jump(self.framed());
        } else {
            self.reset();
        }
    }

    /// Back to what the selection asked for.
    pub(crate) fn reset(&self) {
        self.fly(self.framed());
    }

    /// What the selection asked for.
    fn framed(&self) -> Rest {
        let Rest { viewport, .. } = self.rest.get();
        Rest { viewport, camera: viewport.looking_at(&self.framing.get()), is_framing: true }
    }

    /// Closer, or farther.
    pub(crate) fn zoom(&self, is_closer: bool) {
        let factor = if is_closer { ZOOM_STEP } else { 1.0 / ZOOM_STEP };
        let marked = self.marked.borrow().clone();
        self.change(|viewport, camera| viewport.zoomed_to_marks(camera, factor, &marked));
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

    fn change(&self, change: impl FnOnce(Viewport, Camera) -> Camera) {
        self.fly(self.changed(change));
    }

    fn changed(&self, change: impl FnOnce(Viewport, Camera) -> Camera) -> Rest {
        let Rest { viewport, camera, .. } = self.rest.get();
        Rest { viewport, camera: change(viewport, camera), is_framing: false }
    }
}
