//! The parts of the page that the app hydrates one by one, so that the browser can do so in a task each. In one task it would
//! be felt on a phone: half of the time goes into compiling functions that are called for the first time.

#[cfg(feature = "csr")]
pub(crate) use self::client::Islands;
#[cfg(all(feature = "csr", target_family = "wasm"))]
pub(crate) use self::client::{hydrate, post_task};
#[cfg(not(feature = "csr"))]
pub(crate) use self::native::Islands;

use crate::board::BoardProps;
use crate::components::{AnswerProps, CardProps, TimeProps};

/// What each of them shows, in their order on the page.
#[derive(Clone, PartialEq)]
pub(crate) struct Parts {
    /// The head of the card.
    pub(crate) answer: AnswerProps,
    /// The map.
    pub(crate) board: BoardProps,
    /// The card below its head.
    pub(crate) card: CardProps,
    /// The timeline.
    pub(crate) time: TimeProps,
}

#[cfg(feature = "csr")]
mod client {
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use web_sys::MessageChannel;
    use yew::{AppHandle, BaseComponent, Renderer};

    use super::Parts;
    use crate::board::Board;
    use crate::components::{Answer, Card, Time};
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
        answer: Option<AppHandle<Answer>>,
        board: Option<AppHandle<Board>>,
        card: Option<AppHandle<Card>>,
        time: Option<AppHandle<Time>>,
    }

    impl Islands {
        /// Hydrates them in a few tasks and hands them out, then does what is to come after, in one more.
        pub(crate) fn hydrate(
            parts: Parts,
            on_hydrated: impl FnOnce(Self) + 'static,
            after: impl FnOnce() + 'static,
        ) {
            let Parts { answer, board, card, time } = parts;
            post_task(|| {
                let answer = hydrate::<Answer>("answer", answer);
                let card = hydrate::<Card>("opened", card);
                let time = hydrate::<Time>("time", time);
                post_task(|| {
                    let board = hydrate::<Board>("board", board);
                    on_hydrated(Self { answer, board, card, time });
                    post_task(after);
                });
            });
        }

        /// Draws them anew where something has changed. On a slow machine the browser may paint between two of them, so what is
        /// below the map comes before it: its text then need not move while another still stands for it.
        pub(crate) fn update(&mut self, parts: Parts) {
            update(&mut self.answer, parts.answer);
            update(&mut self.card, parts.card);
            update(&mut self.board, parts.board);
            update(&mut self.time, parts.time);
        }
    }

    fn update<C: BaseComponent>(island: &mut Option<AppHandle<C>>, props: C::Properties) {
        if let Some(island) = island {
            island.update(props);
        }
    }
}

/// Natively everything is prerendered, and nothing is hydrated.
#[cfg(not(feature = "csr"))]
mod native {
    use super::Parts;

    pub(crate) struct Islands;

    impl Islands {
        pub(crate) fn hydrate(_: Parts, _: impl FnOnce(Self), _: impl FnOnce()) {}
        pub(crate) fn update(&mut self, _: Parts) {}
    }
}
