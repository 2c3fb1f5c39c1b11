//! The prose of a briefing: its sentences, the names and ids of events, statements and people, and who published the
//! sources. All of it is printed in the page, so the app takes it from there, and carries only what is said of whom and when.

use crate::Briefing;

impl<'a> Briefing<'a> {
    /// Every text of the prose, always in the same order.
    pub fn prose(&mut self) -> Vec<&mut &'a str> {
        let mut texts = Vec::new();
        for it in &mut self.claims {
            texts.push(&mut it.text);
            texts.extend(&mut it.note);
        }
        for it in &mut self.events {
            texts.extend([&mut it.id, &mut it.title, &mut it.summary]);
            texts.extend(&mut it.note);
        }
        for it in &mut self.statements {
            texts.extend([&mut it.id, &mut it.speaker, &mut it.place, &mut it.text]);
            texts.extend(&mut it.note);
        }
        for it in &mut self.people {
            texts.extend([&mut it.id, &mut it.name, &mut it.role]);
            texts.extend(&mut it.note);
        }
        for it in &mut self.pillars {
            texts.push(&mut it.access_summary.text);
        }
        for it in &mut self.countries {
            texts.push(&mut it.summary.text);
            texts.extend(&mut it.note);
            texts.extend(it.history.iter_mut().flat_map(|it| &mut it.note));
            texts.extend(it.last_confirmed.as_mut().map(|it| &mut it.note));
        }
        for it in &mut self.technologies {
            texts.extend([&mut it.explanation, &mut it.article_note]);
            texts.extend(&mut it.gap);
        }
        for it in &mut self.corrections {
            texts.extend([&mut it.article_says, &mut it.record_says]);
        }
        texts.extend(self.sources.iter_mut().map(|it| &mut it.publisher));
        texts.extend(self.limits.iter_mut().map(|it| &mut it.text));
        texts
    }
}
