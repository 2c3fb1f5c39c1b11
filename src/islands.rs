//! The parts of the page that the app hydrates one by one, so that the browser can do so in a task each. In one task it would
//! be felt on a phone: half of the time goes into compiling functions that are called for the first time.

#[cfg(feature = "csr")]
pub(crate) use self::client::Islands;
#[cfg(all(feature = "csr", target_family = "wasm"))]
pub(crate) use self::client::{hydrate, post_task};
#[cfg(not(feature = "csr"))]
pub(crate) use self::native::Islands;

#[cfg(feature = "csr")]
mod client {
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::MessageChannel;
    use yew::{AppHandle, BaseComponent, Renderer};

    use crate::board::{Board, BoardProps};
    use crate::components::{Card, CardProps};
    use crate::dom;

    /// Hydrates what is prerendered in the element with this id, if there is one. What is not as it was printed any more is
    /// drawn anew: a node that is not expected would trap.
    pub(crate) fn hydrate<C: BaseComponent>(
        id: &str,
        props: C::Properties,
    ) -> Option<AppHandle<C>> {
        let root = dom::element(id)?;
        let is_printed = !dom::is_changed(&root);
        let renderer = Renderer::<C>::with_root_and_props(root, props);
        Some(if is_printed { renderer.hydrate() } else { renderer.render() })
    }

    /// Does something in a task of its own. Not by a timer: browsers put those off while a page loads.
    pub(crate) fn post_task(act: impl FnOnce() + 'static) {
        let Ok(channel) = MessageChannel::new() else { return act() };
        let act = Closure::once_into_js(act);
        channel.port1().set_onmessage(Some(act.unchecked_ref()));
        let _ = channel.port2().post_message(&JsValue::NULL);
    }

    /// The islands that show what the app has selected.
    pub(crate) struct Islands {
        board: Option<AppHandle<Board>>,
        card: Option<AppHandle<Card>>,
    }

    impl Islands {
        /// Hydrates them in a task each and hands them out, then does what is to come after, in one more.
        pub(crate) fn hydrate(
            board: BoardProps,
            card: CardProps,
            on_hydrated: impl FnOnce(Self) + 'static,
            after: impl FnOnce() + 'static,
        ) {
            post_task(|| {
                let card = hydrate::<Card>("opened", card);
                post_task(|| {
                    let board = hydrate::<Board>("board", board);
                    on_hydrated(Self { board, card });
                    post_task(after);
                });
            });
        }

        /// Draws them anew where something has changed.
        pub(crate) fn update(&mut self, board: BoardProps, card: CardProps) {
            if let Some(island) = &mut self.board {
                island.update(board);
            }
            if let Some(island) = &mut self.card {
                island.update(card);
            }
        }
    }
}

/// Natively everything is prerendered, and nothing is hydrated.
#[cfg(not(feature = "csr"))]
mod native {
    use crate::board::BoardProps;
    use crate::components::CardProps;

    pub(crate) struct Islands;

    impl Islands {
        pub(crate) fn hydrate(_: BoardProps, _: CardProps, _: impl FnOnce(Self), _: impl FnOnce()) {
        }
        pub(crate) fn update(&mut self, _: BoardProps, _: CardProps) {}
    }
}
