//! What the page is printed from.

use std::path::Path;

use aukus_briefing::Print;
use explorer::Briefing;

use crate::outcome::Outcome;

/// The briefing with what is only printed of it, and the map sheet.
#[derive(Clone, Copy)]
pub(crate) struct Source {
    /// The briefing.
    pub(crate) print: Print,
    /// The map sheet: one hidden `svg` of shapes.
    pub(crate) sheet: &'static str,
}

impl Source {
    /// Compiles a folder of content. It is needed as long as the program runs, so its memory is never freed.
    ///
    /// # Errors
    /// What is wrong with the content or the map data.
    pub(crate) fn compile(content: &Path, project: &Path) -> Outcome<Self> {
        let compiled = compile::compile(content, project)?;
        let briefing = Briefing::new(compiled.model, compiled.catalogue)
            .ok_or("the texts are not those of the state")?;
        let print = Print {
            briefing: Box::leak(Box::new(briefing)),
            catalogue: Box::leak(Box::new(compiled.print)),
        };
        Ok(Self { print, sheet: compiled.sheet.leak() })
    }

    /// The real briefing.
    #[cfg(test)]
    pub(crate) fn real() -> Self {
        static REAL: std::sync::OnceLock<Source> = std::sync::OnceLock::new();
        let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        let compile = || Self::compile(&project.join("assets/content"), &project).unwrap();
        *REAL.get_or_init(compile)
    }
}
