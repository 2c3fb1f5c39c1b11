//! The small made-up briefing that tests are made with.

use std::sync::OnceLock;

use crate::Briefing;

/// The briefing of `tests/content`.
pub(crate) fn sample() -> &'static Briefing {
    static SAMPLE: OnceLock<Briefing> = OnceLock::new();
    SAMPLE.get_or_init(|| {
        let compiled = compile::sample().unwrap();
        Briefing::new(compiled.model, compiled.text).unwrap()
    })
}
