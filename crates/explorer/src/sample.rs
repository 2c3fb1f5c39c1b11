//! The briefings that tests are made with: the small made-up one, and the real one for what only crowds show.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use crate::Briefing;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn briefing(content: &str) -> Briefing {
    let project = project();
    let compiled = compile::compile(&project.join(content), &project).unwrap();
    Briefing::new(compiled.model, compiled.catalogue).unwrap()
}

/// The small made-up briefing of `tests/content`.
pub(crate) fn sample() -> &'static Briefing {
    static SAMPLE: OnceLock<Briefing> = OnceLock::new();
    SAMPLE.get_or_init(|| briefing("tests/content"))
}
