//! What the page is printed from.

use std::fs;
use std::path::Path;

use aukus_briefing::{Print, PrintedEdition};
use compile::{Closed, Compiled};
use edition::{Archive, Record, Standing};
use explorer::Briefing;

use crate::contact;
use crate::outcome::Outcome;

/// The briefing with what is only printed of it, and the map sheet.
#[derive(Clone, Copy)]
pub(crate) struct PageSource {
    /// The briefing.
    pub(crate) print: Print,
    /// The map sheet: one hidden `svg` of shapes.
    pub(crate) sheet: &'static str,
    /// The editions that are closed.
    pub(crate) closed: &'static [Closed],
    /// What the edition says.
    pub(crate) record: &'static Record,
}

impl PageSource {
    /// Compiles a folder of content for the app that has just been built.
    ///
    /// # Errors
    /// What is wrong with the content, the map data or the contact that the environment names; that a closed edition was
    /// edited; or that the app was built with another state, as the content may have changed since.
    pub(crate) fn compile(content: &Path, project: &Path) -> Outcome<Self> {
        let mut compiled = compile::compile(content, project)?;
        if fs::read(project.join(compile::STATE_FILE))? != compile::state(&compiled.model)? {
            return Err("the content has changed since the app was compiled: build again".into());
        }
        let about = &mut compiled.print_text.about;
        about.contact = contact::from_environment()?.or(about.contact.take());
        let standing = Archive::load(content)?.standing(&compiled.record)?;
        Self::new(compiled, standing)
    }

    /// It is needed as long as the program runs, so its memory is never freed.
    pub(crate) fn new(compiled: Compiled, standing: Standing) -> Outcome<Self> {
        let briefing = Briefing::new(compiled.model, compiled.text)
            .ok_or("the texts are not those of the state")?;
        let print = Print {
            briefing: Box::leak(Box::new(briefing)),
            text: Box::leak(Box::new(compiled.print_text)),
            edition: PrintedEdition {
                is_open: standing == Standing::Open,
                hash: compiled.record.short_sha256().leak(),
            },
            changes: Box::leak(Box::new(compiled.changes)).as_ref(),
        };
        let record = Box::leak(Box::new(compiled.record));
        let closed = compiled.closed.leak();
        Ok(Self { print, sheet: compiled.sheet.leak(), record, closed })
    }

    /// Whether the edition is closed: its content is frozen, so that a copy can stay with it.
    pub(crate) fn is_closed(self) -> bool {
        !self.print.edition.is_open
    }

    /// The made-up briefing of `tests/content`.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        static SAMPLE: std::sync::OnceLock<PageSource> = std::sync::OnceLock::new();
        *SAMPLE.get_or_init(|| Self::new(compile::sample().unwrap(), Standing::Open).unwrap())
    }

    /// The same with its edition closed.
    #[cfg(test)]
    pub(crate) fn closed_sample() -> Self {
        static SAMPLE: std::sync::OnceLock<PageSource> = std::sync::OnceLock::new();
        *SAMPLE.get_or_init(|| Self::new(compile::sample().unwrap(), Standing::Closed).unwrap())
    }
}
