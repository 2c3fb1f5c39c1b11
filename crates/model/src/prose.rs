//! The prose of a briefing: its sentences, the names and ids of events, statements and people, and who published the
//! sources. All of it is printed in the page, so the app takes it from there, and carries only what is said of whom and when.

use crate::Briefing;

impl<'a> Briefing<'a> {
    /// Shows `visit` every text of the prose, always in the same order.
    pub fn each_prose(&mut self, visit: &mut dyn FnMut(&mut &'a str)) {
        for it in &mut self.claims {
            visit(&mut it.text);
            it.note.as_mut().map(&mut *visit);
        }
        for it in &mut self.events {
            visit(&mut it.id);
            visit(&mut it.title);
            visit(&mut it.summary);
            it.note.as_mut().map(&mut *visit);
        }
        for it in &mut self.statements {
            visit(&mut it.id);
            visit(&mut it.speaker);
            visit(&mut it.place);
            visit(&mut it.text);
            it.note.as_mut().map(&mut *visit);
        }
        for it in &mut self.people {
            visit(&mut it.id);
            visit(&mut it.name);
            visit(&mut it.role);
            it.note.as_mut().map(&mut *visit);
        }
        for it in &mut self.pillars {
            visit(&mut it.access_summary.text);
        }
        for it in &mut self.countries {
            visit(&mut it.summary.text);
            it.note.as_mut().map(&mut *visit);
            for it in &mut it.history {
                it.note.as_mut().map(&mut *visit);
            }
            if let Some(it) = &mut it.last_confirmed {
                visit(&mut it.note);
            }
        }
        for it in &mut self.technologies {
            visit(&mut it.explanation);
            visit(&mut it.article_note);
            it.gap.as_mut().map(&mut *visit);
        }
        for it in &mut self.corrections {
            visit(&mut it.record_says);
        }
        for it in &mut self.sources {
            visit(&mut it.publisher);
        }
        for it in &mut self.limits {
            visit(&mut it.text);
        }
    }
}
