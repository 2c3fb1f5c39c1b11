//! Renders components to markup. None of ours waits for anything, so one poll is enough.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

use yew::{BaseComponent, LocalServerRenderer};

/// The markup that the app takes over in the browser.
pub(crate) fn hydratable<C: BaseComponent>(props: C::Properties) -> Result<String, String> {
    poll(LocalServerRenderer::<C>::with_props(props).render())
}

/// Markup that stays as it is.
pub(crate) fn fixed<C: BaseComponent>(props: C::Properties) -> Result<String, String> {
    poll(LocalServerRenderer::<C>::with_props(props).hydratable(false).render())
}

fn poll(rendering: impl Future<Output = String>) -> Result<String, String> {
    match pin!(rendering).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(markup) => Ok(markup),
        Poll::Pending => Err("a component waits for something, so it cannot be printed".into()),
    }
}
