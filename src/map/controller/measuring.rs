//! What the map measures in the page: its frame, the sizes of what is written on it, and what lies over it.

use std::rc::Rc;

use explorer::label_layout::SizePx;
use explorer::label_placement::{Area, MARKER_PX};
use explorer::viewport::{Camera, Size, Viewport};
use model::Point;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, HtmlElement, ResizeObserver};

use super::{MapController, Rest};
use crate::dom;

/// The sizes of names, and of capitals.
pub(crate) type NameSizes = Rc<(Vec<SizePx>, Vec<SizePx>)>;

/// Watches the frame's size; its closure lives as long.
pub(super) type Observer = (ResizeObserver, Closure<dyn FnMut()>);

impl MapController {
    pub(super) fn observe(self: &Rc<Self>, frame: &Element) {
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
        let kept = |viewport: Viewport, camera| viewport.moved(camera, (0.0, 0.0));
        self.jump(if rest.is_framing { self.framed() } else { self.changed(kept) });
    }

    /// The frame as it is now. Asking for it makes the browser lay out the page, so it is asked for only when the frame
    /// may have changed; else the last rest knows it.
    pub(super) fn measured(&self) -> Viewport {
        let frame = self.frame.borrow();
        let (width, height) =
            frame.as_ref().map_or((0, 0), |it| (it.client_width(), it.client_height()));
        let frame_px = Size { width: f64::from(width), height: f64::from(height) };
        Viewport { frame_px, ..self.rest.get().viewport }
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
        let size = |it: &HtmlElement| (f64::from(it.offset_width()), f64::from(it.offset_height()));
        self.elements(selector).iter().map(size).collect()
    }

    /// The elements in the frame that match, in document order.
    pub(crate) fn elements(&self, selector: &str) -> Vec<HtmlElement> {
        let frame = self.frame.borrow();
        let found = frame.iter().flat_map(|it| dom::all(it, selector));
        found.map(JsCast::unchecked_into).collect()
    }

    /// The camera moved up as far as it takes for a point to be clear of legend and buttons.
    pub(super) fn clear_of_what_lies_over_it(
        &self,
        viewport: Viewport,
        camera: Camera,
        at: Point,
    ) -> Camera {
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
}

/// Where an element is within what it is placed in.
fn area(element: &HtmlElement) -> Area {
    let size = (f64::from(element.offset_width()), f64::from(element.offset_height()));
    let corner = (f64::from(element.offset_left()), f64::from(element.offset_top()));
    Area { at: (corner.0 + size.0 / 2.0, corner.1 + size.1 / 2.0), size }
}
