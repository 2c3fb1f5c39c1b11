//! The start of the app, and its parts in the page: views to choose from, board, card. Each is taken over from print by
//! itself, so that the browser can do so in a task each. In one task it would be felt on a phone: half of the time goes into
//! compiling functions that are called for the first time.

#[cfg(feature = "csr")]
pub(crate) use self::drawn::Parts;
#[cfg(feature = "csr")]
pub use self::drawn::start;
#[cfg(not(feature = "csr"))]
pub(crate) use self::printed::Parts;
#[cfg(not(feature = "csr"))]
pub use self::printed::start;

#[cfg(feature = "csr")]
mod drawn {
    use gloo::utils::{document, window};
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::{Event, MessageChannel};
    use yew::{AppHandle, BaseComponent, Renderer};

    use crate::components::{Board, BoardProps, Card, CardProps};
    use crate::state::Selection;
    use crate::{App, AppProps, Shown, data};

    /// Starts the app over what is printed of it.
    pub fn start() {
        let briefing = data::briefing();
        soon(|| {
            let view = Shown::of(briefing, &Selection::default());
            soon(|| {
                announce();
                hydrate::<App>("views", AppProps { view });
            });
        });
    }

    /// Tells `boot.js` that the app is about to take the page over as it was printed.
    fn announce() {
        if let Ok(event) = Event::new("briefing-hydrates") {
            let _ = window().dispatch_event(&event);
        }
    }

    /// Takes over what is printed in the element with this id, if there is one.
    fn hydrate<C: BaseComponent>(id: &str, props: C::Properties) -> Option<AppHandle<C>> {
        let root = document().get_element_by_id(id)?;
        Some(Renderer::<C>::with_root_and_props(root, props).hydrate())
    }

    /// Does something in a task of its own. Not by a timer: browsers put those off while a page loads.
    fn soon(act: impl FnOnce() + 'static) {
        let Ok(channel) = MessageChannel::new() else { return act() };
        let act = Closure::once_into_js(act);
        channel.port1().set_onmessage(Some(act.unchecked_ref()));
        let _ = channel.port2().post_message(&JsValue::NULL);
    }

    /// The parts that show what the app's own part has selected.
    pub(crate) struct Parts {
        board: Option<AppHandle<Board>>,
        card: Option<AppHandle<Card>>,
    }

    impl Parts {
        /// Takes over what is printed of them, in a task each, and hands them out; opens what the page was opened for in
        /// one more.
        pub(crate) fn take_over(
            board: BoardProps,
            card: CardProps,
            taken: impl FnOnce(Self) + 'static,
            open: impl FnOnce() + 'static,
        ) {
            soon(|| {
                let card = hydrate::<Card>("opened", card);
                soon(|| {
                    let board = hydrate::<Board>("board", board);
                    taken(Self { board, card });
                    soon(open);
                });
            });
        }

        /// Draws them anew where something has changed.
        pub(crate) fn show(&mut self, board: BoardProps, card: CardProps) {
            if let Some(drawn) = &mut self.board {
                drawn.update(board);
            }
            if let Some(drawn) = &mut self.card {
                drawn.update(card);
            }
        }
    }
}

/// Natively everything is printed, and nothing is drawn.
#[cfg(not(feature = "csr"))]
mod printed {
    use crate::components::{BoardProps, CardProps};

    /// Nothing: only a browser can start the app.
    pub fn start() {}

    pub(crate) struct Parts;

    impl Parts {
        pub(crate) fn take_over(
            _: BoardProps,
            _: CardProps,
            _: impl FnOnce(Self),
            _: impl FnOnce(),
        ) {
        }
        pub(crate) fn show(&mut self, _: BoardProps, _: CardProps) {}
    }
}
