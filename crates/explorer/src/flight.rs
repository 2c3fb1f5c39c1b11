//! How the map flies: everything on it moves evenly from where it is seen to where it rests. Lengths in px of the frame.

use model::Point;

use crate::viewport::{Camera, Viewport};

/// A place in the frame, in px from the top left.
pub type Place = (f64, f64);

/// How something lies in the frame: scaled, then moved.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ground {
    /// By how much it is scaled.
    pub scale: f64,
    /// How far it is then moved, to the right and down.
    pub shift: Place,
}

impl Ground {
    /// How the sheet lies in the frame that a camera sees it through.
    #[must_use]
    pub fn seen(viewport: Viewport, camera: Camera) -> Self {
        let scale = viewport.frame_px.width / camera.width;
        Self { scale, shift: (-camera.left * scale, -camera.top * scale) }
    }

    /// The camera that sees the sheet like this.
    #[must_use]
    pub fn camera(self, viewport: Viewport) -> Camera {
        let (left, top) = (-self.shift.0 / self.scale, -self.shift.1 / self.scale);
        Camera { left, top, width: viewport.frame_px.width / self.scale }
    }

    /// Where a point of the sheet is.
    #[must_use]
    pub fn place(self, point: Point) -> Place {
        let along = |at: i32, shift: f64| f64::from(at) * self.scale + shift;
        (along(point.x, self.shift.0), along(point.y, self.shift.1))
    }

    /// What makes of this another: what is drawn here is then seen there.
    #[must_use]
    pub fn moved_to(self, other: Self) -> Self {
        let scale = other.scale / self.scale;
        let along = |here: f64, there: f64| there - scale * here;
        let shift = (along(self.shift.0, other.shift.0), along(self.shift.1, other.shift.1));
        Self { scale, shift }
    }

    /// What is seen on the way to another, after this share of it.
    #[must_use]
    pub fn on_the_way(self, to: Self, progress: f64) -> Self {
        let scale = self.scale + (to.scale - self.scale) * progress;
        Self { scale, shift: on_the_way(self.shift, to.shift, progress) }
    }
}

/// Where something is on its way to a place, after this share of it.
#[must_use]
pub fn on_the_way(from: Place, to: Place, progress: f64) -> Place {
    (from.0 + (to.0 - from.0) * progress, from.1 + (to.1 - from.1) * progress)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::viewport::Size;

    const VIEWPORT: Viewport = Viewport {
        sheet: Size { width: 9_600.0, height: 4_200.0 },
        frame_px: Size { width: 800.0, height: 400.0 },
    };
    const CAMERA: Camera = Camera { left: 3_000.0, top: 1_000.0, width: 2_000.0 };
    const AS_DRAWN: Ground = Ground { scale: 1.0, shift: (0.0, 0.0) };
    const POINT: Point = Point { x: 4_500, y: 1_600 };

    fn is_near(one: Place, other: Place) -> bool {
        (one.0 - other.0).abs() < 1e-9 && (one.1 - other.1).abs() < 1e-9
    }

    #[test]
    fn a_point_is_where_the_viewport_says() {
        let ground = Ground::seen(VIEWPORT, CAMERA);
        assert!(is_near(ground.place(POINT), VIEWPORT.to_frame_px(CAMERA, POINT)));
        let Camera { left, top, width } = ground.camera(VIEWPORT);
        assert!(is_near((left, top), (CAMERA.left, CAMERA.top)));
        assert!((width - CAMERA.width).abs() < 1e-9);
    }

    #[test]
    fn ground_and_marks_stay_together_on_the_way() {
        let (from, to) = (Ground::seen(VIEWPORT, VIEWPORT.whole()), Ground::seen(VIEWPORT, CAMERA));
        let start = to.moved_to(from);
        for progress in [0.0, 0.3, 1.0] {
            // What is drawn at its goal is moved by what the browser makes of the way from there to no move at all.
            let moved = start.on_the_way(AS_DRAWN, progress);
            let (x, y) = to.place(POINT);
            let seen = (x * moved.scale + moved.shift.0, y * moved.scale + moved.shift.1);
            let mark = on_the_way(from.place(POINT), to.place(POINT), progress);
            assert!(is_near(seen, mark), "{progress}");
            assert!(is_near(from.on_the_way(to, progress).place(POINT), mark), "{progress}");
        }
    }
}
