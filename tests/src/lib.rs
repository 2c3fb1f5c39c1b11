//! Drives the built page in real browsers. From the bottom up:
//!
//! 1. [`webdriver`] speaks W3C WebDriver to one session: any browser, no page in particular.
//! 2. [`engine`] starts the three browsers, and stops them.
//! 3. [`site`] serves a built page, and remembers every request and every trap in the wasm.
//! 4. [`headers`] reads what the built page asks of its server, which [`site`] can send.
//! 5. [`page`] is the briefing as a reader meets it: open a view, click, press keys, see what is shown.
//!
//! [`multiply`] and [`large`] make content that has grown, to build pages of.
//!
//! The trials are in `browsers/` (see `README.md`), pictures are taken by `src/bin/shots.rs`. What drives the page
//! reads nothing of the app's source: the attributes that [`page`] relies on are the page's public contract.

pub mod engine;
pub mod headers;
pub mod large;
pub mod multiply;
pub mod page;
pub mod site;
pub mod webdriver;

/// Why something could not be done or was not as expected, in words.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// What everything here returns.
pub type Outcome<T = ()> = Result<T, Failure>;

/// Fails unless `actual` is `expected`; `what` names the thing compared.
#[expect(clippy::needless_pass_by_value, reason = "callers compare what they have just asked for")]
pub fn assert_same<A: PartialEq<B> + std::fmt::Debug, B: std::fmt::Debug>(
    what: &str,
    actual: A,
    expected: B,
) -> Outcome {
    if actual == expected {
        return Ok(());
    }
    Err(format!("{what}:\n  expected {expected:?}\n  but was  {actual:?}").into())
}

/// Fails with `otherwise` unless `condition` holds.
pub fn ensure(condition: bool, otherwise: impl FnOnce() -> String) -> Outcome {
    if condition { Ok(()) } else { Err(otherwise().into()) }
}

/// Fails with the list of what is wrong, a line each, unless it is empty.
pub fn assert_empty(what: &str, wrong: &[String]) -> Outcome {
    ensure(wrong.is_empty(), || format!("{what}:\n  {}", wrong.join("\n  ")))
}
