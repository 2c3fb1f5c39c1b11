//! A test case: what is done, in which browsers, in which colours.

use browser_tests::Outcome;
use browser_tests::engine::{Engine, Scheme};
use browser_tests::page::Page;

/// A test case, for every browser in light colours unless it says otherwise.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) run: fn(&Page) -> Outcome,
    pub(crate) scheme: Scheme,
    only: Option<Engine>,
}

impl Case {
    pub(crate) const fn new(name: &'static str, run: fn(&Page) -> Outcome) -> Case {
        Case { name, run, scheme: Scheme::Light, only: None }
    }

    /// The same in dark colours.
    pub(crate) const fn dark(self) -> Case {
        Case { scheme: Scheme::Dark, ..self }
    }

    /// The same in one browser, for what the others' drivers cannot do.
    pub(crate) const fn only(self, engine: Engine) -> Case {
        Case { only: Some(engine), ..self }
    }

    pub(crate) fn is_for(&self, engine: Engine) -> bool {
        self.only.is_none_or(|only| only == engine)
    }
}

/// Cases named after the functions that they run.
macro_rules! cases {
    ($($run:ident),* $(,)?) => { &[$($crate::case::Case::new(stringify!($run), $run)),*] };
}
pub(crate) use cases;
