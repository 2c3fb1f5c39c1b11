//! What waits until all that is drawn is on the screen.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::render::{AnimationFrame, request_animation_frame};
use gloo::timers::callback::Timeout;

/// How long to wait for a frame, in ms: a page that is out of sight makes none.
const FRAME_MS: u32 = 250;

/// Something to be done after the next paint; dropped before that, it is not done.
pub(crate) struct AfterPaint {
    act: Act,
    _frame: AnimationFrame,
    _timer: Timeout,
}

type Act = Rc<RefCell<Option<Box<dyn FnOnce()>>>>;

impl Drop for AfterPaint {
    fn drop(&mut self) {
        self.act.take();
    }
}

/// Does something once all that has been drawn so far is on the screen.
pub(crate) fn after_paint(act: impl FnOnce() + 'static) -> AfterPaint {
    let act: Act = Rc::new(RefCell::new(Some(Box::new(act))));
    let run = |act: &Act| {
        let act = Rc::clone(act);
        move || {
            if let Some(act) = act.take() {
                act();
            }
        }
    };
    let (painted, waited) = (run(&act), run(&act));
    // A frame's callbacks come before its paint, a timer that they start comes after.
    let frame = request_animation_frame(move |_| {
        Timeout::new(0, painted).forget();
    });
    AfterPaint { act, _frame: frame, _timer: Timeout::new(FRAME_MS, waited) }
}
