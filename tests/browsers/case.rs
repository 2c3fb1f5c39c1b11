//! A trial: what is done, in which browsers, with which content and preferences.

use browser_tests::Outcome;
use browser_tests::engine::{Engine, Motion, Preferences, Scheme};
use browser_tests::page::Page;
use browser_tests::site::Content;

/// A trial, for every browser, on the sample, in light colours and with reduced motion unless it says otherwise.
#[derive(Clone, Copy)]
pub(crate) struct Case {
    pub(crate) name: &'static str,
    pub(crate) run: fn(&Page) -> Outcome,
    pub(crate) content: Content,
    pub(crate) preferences: Preferences,
    /// How many traps it runs into on purpose.
    pub(crate) traps: usize,
    only: Option<Engine>,
}

impl Case {
    pub(crate) const fn new(name: &'static str, run: fn(&Page) -> Outcome) -> Case {
        let preferences = Preferences { scheme: Scheme::Light, motion: Motion::Reduced };
        Case { name, run, content: Content::Sample, preferences, traps: 0, only: None }
    }

    /// The same in dark colours.
    pub(crate) const fn dark(self) -> Case {
        let preferences = Preferences { scheme: Scheme::Dark, ..self.preferences };
        Case { preferences, ..self }
    }

    /// The same with flights of the map.
    pub(crate) const fn moving(self) -> Case {
        let preferences = Preferences { motion: Motion::Full, ..self.preferences };
        Case { preferences, ..self }
    }

    /// The same on the real content.
    pub(crate) const fn real(self) -> Case {
        Case { content: Content::Real, ..self }
    }

    /// The same on the larger sibling of the sample; it is left out where that is not built.
    pub(crate) const fn large(self) -> Case {
        Case { content: Content::Large, ..self }
    }

    /// The same, and it runs into so many traps on purpose.
    pub(crate) const fn with_traps(self, traps: usize) -> Case {
        Case { traps, ..self }
    }

    /// The same in Chromium alone: it tries what does not differ between engines, or what only its driver can do.
    pub(crate) const fn in_chromium(self) -> Case {
        Case { only: Some(Engine::Chromium), ..self }
    }

    pub(crate) fn is_for(&self, engine: Engine) -> bool {
        self.only.is_none_or(|only| only == engine)
    }
}

/// Trials named after the functions that they run, each with what it says otherwise, as `layout_fits.real().in_chromium()`.
macro_rules! cases {
    ($($run:ident $(.$change:ident($($argument:expr)?))*),* $(,)?) => {
        &[$($crate::case::Case::new(stringify!($run), $run)$(.$change($($argument)?))*),*]
    };
}
pub(crate) use cases;

/// The function in a file of `js/`, as its source.
macro_rules! js {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/browsers/js/", $name, ".js"))
    };
}
pub(crate) use js;
