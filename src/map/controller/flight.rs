//! The camera as the page shows it: where it rests, and how it gets there.
//!
//! Everything is drawn where it comes to rest, at once and once. A flight then only moves what is drawn, from where it was
//! seen: the drawing as one layer that is scaled, the markers each as one that keeps its size; the labels of ties come into
//! sight as it lands. Browsers do that without asking the page.

use explorer::flight::{Ground, Place, on_the_way};
use explorer::viewport::Camera;
use model::{EntityKind, Point};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::js_sys::{Array, Object, Reflect};
use web_sys::{Animation, CssStyleDeclaration, Element, SvgElement};

use super::{MapController, Rest};
use crate::dom::{self, number, px};

/// How long a flight takes, in ms.
const FLIGHT_MS: f64 = 700.0;
/// How it starts and lands.
const EASING: &str = "cubic-bezier(0.3, 0, 0.1, 1)";

#[wasm_bindgen]
extern "C" {
    /// An element, whose `animate` takes a description of how; `web_sys` has that among what may change.
    type Animated;

    #[wasm_bindgen(method, catch)]
    fn animate(this: &Animated, frames: &Object, options: &Object) -> Result<Animation, JsValue>;
}

/// A marker on the map, which keeps its size.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark {
    /// The country that it stands for.
    pub(crate) country: &'static str,
    /// Where on the sheet it belongs.
    pub(crate) at: Point,
    /// Where in the frame it rests, in px.
    pub(crate) rest: Place,
}

/// What lies over the drawing and keeps its size, with its place.
pub(crate) struct Placed {
    pub(crate) style: CssStyleDeclaration,
    /// Where on the sheet it belongs.
    pub(crate) at: Point,
    /// By how many px it is moved off there, to the right and down.
    pub(crate) nudge: Place,
}

impl Placed {
    pub(crate) fn new(style: CssStyleDeclaration, at: Point) -> Self {
        Self { style, at, nudge: (0.0, 0.0) }
    }

    /// Writes where that is in the frame, in shares of its width: right on paper, too, and while a window changes.
    fn show(&self, Camera { left, top, width }: Camera) {
        let share = |at: i32, from: f64| (f64::from(at) - from) / width;
        let set = |name, share: f64, nudge: f64| {
            let at = [&*number(thousandths(share * 100.0)), "cqw"].concat();
            let at =
                if nudge == 0.0 { at } else { ["calc(", &at, " + ", &px(nudge), ")"].concat() };
            let _ = self.style.set_property(name, &at);
        };
        set("--across", share(self.at.x, left), self.nudge.0);
        set("--down", share(self.at.y, top), self.nudge.1);
    }
}

/// Finer than a pixel, and short to write.
fn thousandths(value: f64) -> f64 {
    (value * 1000.0).round_ties_even() / 1000.0
}

/// The way to where everything rests.
pub(super) struct Flight {
    from: Ground,
    to: Ground,
    marks: Vec<Mark>,
    /// Where each of them came from.
    starts: Vec<Place>,
    /// Of the drawing, then of the markers and of lists of labels; none where nothing moves.
    animations: Vec<Animation>,
}

impl Flight {
    /// Which share of the way is behind us.
    fn progress(&self) -> f64 {
        let effect = self.animations.first().and_then(Animation::effect);
        effect.and_then(|it| it.get_computed_timing().get_progress()).unwrap_or(1.0)
    }

    /// How the sheet is seen now.
    fn seen(&self) -> Ground {
        self.from.on_the_way(self.to, self.progress())
    }

    /// Where a mark is seen now; one that is new, where it belongs.
    fn place(&self, mark: &Mark, progress: f64) -> Place {
        let known = self.marks.iter().zip(&self.starts).find(|(it, _)| it.country == mark.country);
        let now = known.map(|(it, start)| on_the_way(*start, it.rest, progress));
        now.unwrap_or_else(|| self.from.on_the_way(self.to, progress).place(mark.at))
    }
}

impl Drop for Flight {
    fn drop(&mut self) {
        self.animations.iter().for_each(Animation::cancel);
    }
}

impl MapController {
    /// Flies to where the camera is to rest.
    pub(super) fn fly(&self, rest: Rest) {
        self.draw(rest, !dom::wants_less_motion());
    }

    /// Is there at once.
    pub(super) fn jump(&self, rest: Rest) {
        self.draw(rest, false);
    }

    /// Lays the map out as it comes to rest, then sends it there from where it is seen.
    fn draw(&self, rest: Rest, flies: bool) {
        // What lies over the map follows from how close it is, and is measured.
        self.mark_zoomed(rest);
        // First what measures, then what writes.
        if let Some(on_rest) = self.on_rest.get() {
            on_rest(self, rest);
        }
        let marks = self.marks.take();
        let to = Ground::seen(rest.viewport, rest.camera);
        let before = self.flight.take();
        let from = before.as_ref().map_or(to, Flight::seen);
        let progress = before.as_ref().map_or(1.0, Flight::progress);
        let start =
            |it: &Mark| before.as_ref().map_or(it.rest, |before| before.place(it, progress));
        let starts: Vec<Place> = marks.iter().map(start).collect();
        drop(before);
        self.show(rest);
        let animations =
            if flies && from != to { self.animate(from, to, &marks, &starts) } else { Vec::new() };
        self.flight.replace(Some(Flight { from, to, marks, starts, animations }));
    }

    /// Starts the animations of a flight.
    fn animate(
        &self,
        from: Ground,
        to: Ground,
        marks: &[Mark],
        starts: &[Place],
    ) -> Vec<Animation> {
        let frame = self.frame.borrow();
        let Some(frame) = frame.as_ref() else { return Vec::new() };
        let Ok(Some(drawing)) = frame.query_selector(".map-drawing") else { return Vec::new() };
        let mark = |element: Element| {
            let country = element.get_attribute(EntityKind::Country.attribute())?;
            let (mark, start) = marks.iter().zip(starts).find(|(it, _)| it.country == country)?;
            move_mark(&element, (start.0 - mark.rest.0, start.1 - mark.rest.1))
        };
        let drawing = move_drawing(&drawing, to.moved_to(from)).into_iter();
        let markers = dom::all(frame, ".map-marker").filter_map(mark);
        drawing
            .chain(markers)
            .chain(
                dom::all(frame, ".map-ties, .map-notes, .map-scale")
                    .filter_map(|it| show_late(&it)),
            )
            .collect()
    }

    /// Holds what is seen, in the middle of a flight, too: from here on the map follows a hand.
    pub(super) fn hold(&self) {
        let seen = self.flight.take().map(|it| it.seen());
        let rest = self.rest.get();
        if let Some(seen) = seen {
            self.show(Rest { camera: seen.camera(rest.viewport), ..rest });
        }
        self.mark_held(true);
    }

    /// Says in the page whether the map follows a hand.
    pub(super) fn mark_held(&self, is_held: bool) {
        if let Some(frame) = self.frame.borrow().as_ref() {
            let _ = frame.toggle_attribute_with_force("data-held", is_held);
        }
    }

    /// Is told what is on the map, and where it will rest.
    pub(crate) fn set_marks(&self, marks: Vec<Mark>) {
        self.marks.replace(marks);
    }

    /// Says in the page whether the map shows much less than the whole.
    fn mark_zoomed(&self, Rest { viewport, camera, .. }: Rest) {
        let frame = self.frame.borrow();
        if let Some(map) = frame.as_ref().and_then(|it| it.parent_element()) {
            let is_zoomed = viewport.is_zoomed(camera);
            let _ = map.toggle_attribute_with_force("data-zoomed", is_zoomed);
        }
    }

    /// Is told what keeps its size over the drawing, and puts it where it belongs.
    pub(crate) fn place(&self, placed: Vec<Placed>) {
        let camera = self.rest.get().camera;
        placed.iter().for_each(|it| it.show(camera));
        self.placed.replace(placed);
    }

    /// Shows what a camera sees. Not by its numbers as custom properties of the frame: everything in that would inherit them, and
    /// be styled again.
    pub(super) fn show(&self, rest: Rest) {
        self.rest.set(rest);
        let frame = self.frame.borrow();
        let Some(frame) = frame.as_ref() else { return };
        let Camera { left, top, width } = rest.camera;
        let scale = rest.viewport.sheet.width / width;
        let moved = |by: f64| px(thousandths(-by * scale));
        if let Ok(Some(ground)) = frame.query_selector(".map-ground") {
            let transform =
                ["translate(", &moved(left), ",", &moved(top), ") scale(", &number(scale), ")"];
            let style = ground.unchecked_ref::<SvgElement>().style();
            let _ = style.set_property("transform", &transform.concat());
        }
        // For tests and tools: in whole units of the sheet.
        let camera = [left, top, width].map(|it| (it.round_ties_even() as i32).to_string());
        let _ = frame.set_attribute("data-camera", &camera.join(" "));
        self.placed.borrow().iter().for_each(|it| it.show(rest.camera));
    }
}

/// Lets a property of an element go through values, evenly with everything that starts in the same frame.
fn animate(element: &Element, property: &str, values: &[&str]) -> Option<Animation> {
    let (frames, options) = (Object::new(), Object::new());
    let values: Array = values.iter().map(|it| JsValue::from_str(it)).collect();
    Reflect::set(&frames, &property.into(), &values).ok()?;
    Reflect::set(&options, &"duration".into(), &FLIGHT_MS.into()).ok()?;
    Reflect::set(&options, &"easing".into(), &EASING.into()).ok()?;
    element.unchecked_ref::<Animated>().animate(&frames, &options).ok()
}

/// The drawing, drawn where it rests, comes from where it was seen.
fn move_drawing(drawing: &Element, Ground { scale, shift: (x, y) }: Ground) -> Option<Animation> {
    let from = ["translate(", &px(x), ",", &px(y), ") scale(", &number(scale), ")"].concat();
    animate(drawing, "transform", &[&from, "translate(0,0) scale(1)"])
}

/// A marker comes from so far off.
fn move_mark(mark: &Element, (x, y): Place) -> Option<Animation> {
    animate(mark, "translate", &[&[px(x), px(y)].join(" "), "0px 0px"])
}

/// Labels that say where lines are come into sight once the lines are there, a whole list as one layer.
fn show_late(labels: &Element) -> Option<Animation> {
    animate(labels, "opacity", &["0", "0", "1"])
}
