//! What the page is printed from.

use std::fs;
use std::path::Path;

use aukus_briefing::Print;
use compile::Compiled;
use explorer::Briefing;

use crate::outcome::Outcome;

/// The briefing with what is only printed of it, and the map sheet.
#[derive(Clone, Copy)]
pub(crate) struct PageSource {
    /// The briefing.
    pub(crate) print: Print,
    /// The map sheet: one hidden `svg` of shapes.
    pub(crate) sheet: &'static str,
}

impl PageSource {
    /// Compiles a folder of content for the app that has just been built.
    ///
    /// # Errors
    /// What is wrong with the content or the map data; or that the app was built with another state, as the content may have
    /// changed since.
    pub(crate) fn compile(content: &Path, project: &Path) -> Outcome<Self> {
        let compiled = compile::compile(content, project)?;
        if fs::read(project.join(compile::STATE_FILE))? != compile::state(&compiled.model)? {
            return Err("the content has changed since the app was compiled: build again".into());
        }
        Self::new(compiled)
    }

    /// It is needed as long as the program runs, so its memory is never freed.
    fn new(compiled: Compiled) -> Outcome<Self> {
        let briefing = Briefing::new(compiled.model, compiled.text)
            .ok_or("the texts are not those of the state")?;
        let print = Print {
            briefing: Box::leak(Box::new(briefing)),
            text: Box::leak(Box::new(compiled.print_text)),
        };
        Ok(Self { print, sheet: compiled.sheet.leak() })
    }

    /// The made-up briefing of `tests/content`.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        static SAMPLE: std::sync::OnceLock<PageSource> = std::sync::OnceLock::new();
        *SAMPLE.get_or_init(|| Self::new(compile::sample().unwrap()).unwrap())
    }
}
