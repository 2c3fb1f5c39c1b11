//! The parts of the page beside the app's own: card and board. Each is rendered by itself, so that the browser takes it
//! over in a task of its own; all of them in one task would be felt on a phone.

use crate::components::{BoardProps, CardProps};

#[cfg(feature = "csr")]
pub(crate) use self::drawn::Parts;
#[cfg(not(feature = "csr"))]
pub(crate) use self::printed::Parts;

#[cfg(feature = "csr")]
mod drawn {
    use yew::AppHandle;

    use super::{BoardProps, CardProps};
    use crate::browser::{hydrate, soon};
    use crate::components::{Board, Card};

    /// The parts, drawn.
    pub(crate) struct Parts {
        board: Option<AppHandle<Board>>,
        card: Option<AppHandle<Card>>,
    }

    impl Parts {
        /// Takes over what is printed of them, in a task each, and does the rest in one more.
        pub(crate) fn take_over(board: BoardProps, card: CardProps, done: impl FnOnce(Self) + 'static) {
            soon(|| {
                let card = hydrate::<Card>("opened", card);
                soon(|| {
                    let board = hydrate::<Board>("board", board);
                    soon(|| done(Self { board, card }));
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

#[cfg(not(feature = "csr"))]
mod printed {
    use super::{BoardProps, CardProps};

    /// Natively parts are printed, and nothing is drawn.
    pub(crate) struct Parts;

    impl Parts {
        pub(crate) fn take_over(_: BoardProps, _: CardProps, _: impl FnOnce(Self)) {}
        pub(crate) fn show(&mut self, _: BoardProps, _: CardProps) {}
    }
}
