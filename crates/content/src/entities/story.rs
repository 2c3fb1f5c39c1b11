//! Reads the steps of the story: a sentence, what it rests on, and what is shown beside it.

use model::{Date, EntityId, EntityKind, Model, Step};
use text::StepText;

use super::{Reader, text};
use crate::fields::Fields;

/// The longest sentence of a step, in words: it is set large.
const STEP_WORDS: usize = 25;

/// How many countries can be compared.
const COMPARED: std::ops::RangeInclusive<usize> = 2..=4;

impl<'t> Reader<'t> {
    /// A step of the story; `model` has everything that it can show.
    pub(super) fn step(&self, fields: &Fields<'t, '_>, model: &Model) -> (Step, StepText) {
        let step = Step {
            shows: self.shown(fields),
            compare: fields.refs("compare", &self.ids.countries),
            date: fields.optional_when("date").map(|_| fields.date("date")),
            quote: fields.reference("quote", &self.ids.statements),
            claims: fields.needed_refs("claims", &self.ids.claims),
        };
        let text = StepText { title: text(fields, "title"), text: text(fields, "text") };
        let words = text.text.split_whitespace().count();
        if words > STEP_WORDS {
            let message = format!("{words} words, of {STEP_WORDS} at most: shorten it");
            fields.report("text", message);
        }
        self.check_shown(&step, fields);
        self.check_date(&step, model, fields);
        (step, text)
    }

    /// What is opened beside a step, by the keys and names of addresses.
    fn shown(&self, fields: &Fields<'t, '_>) -> Vec<EntityId> {
        EntityKind::ALL.into_iter().filter_map(|kind| self.shown_of(kind, fields)).collect()
    }

    fn shown_of(&self, kind: EntityKind, fields: &Fields<'t, '_>) -> Option<EntityId> {
        let (key, prefix) = (kind.key(), kind.id_prefix());
        let name = fields.optional_text(key)?;
        let entity = self.ids.entity(&[prefix, name].concat()).filter(|it| it.kind() == kind);
        if entity.is_none() {
            let is_of_kind = |id: &&str| self.ids.entity(id).is_some_and(|it| it.kind() == kind);
            let ids = self.ids.entity_names().filter(is_of_kind);
            let names = ids.filter_map(|id| id.strip_prefix(prefix)).collect();
            fields.report_unknown(key, name, key, names);
        }
        entity
    }

    /// One scope at most and one card within it, or a comparison.
    fn check_shown(&self, step: &Step, fields: &Fields<'t, '_>) {
        let count = |is_scope| step.shows.iter().filter(|it| is_scope_of(**it) == is_scope).count();
        let again = step.shows.last().map_or("", |it| it.kind().key());
        if count(true) > 1 || count(false) > 1 {
            let message =
                "a step shows one pillar or area, and one card within it: remove the rest";
            fields.report(again, message.to_owned());
        }
        if step.compare.is_empty() {
            return;
        }
        if !step.shows.is_empty() {
            let message = format!("a step that compares shows no card: remove `{again}`");
            fields.report("compare", message);
        }
        if !COMPARED.contains(&step.compare.len()) {
            let message = format!("{} countries: compare two to four", step.compare.len());
            fields.report("compare", message);
        }
    }

    /// Nothing is said or shown that was not known yet.
    fn check_date(&self, step: &Step, model: &Model, fields: &Fields<'t, '_>) {
        let edition = model.edition.date;
        // A date that could not be read stands as the first there is; that has been reported.
        let Some(date) = step.date.filter(|it| *it > Date::MIN) else { return };
        if date >= edition {
            let message = format!("the edition is of {edition}: leave the date out");
            return fields.report("date", message);
        }
        if model.event_dates().first().is_some_and(|first| date < *first) {
            return fields.report("date", "before the first event: give a later day".to_owned());
        }
        self.known_by(date, &step.claims, fields);
        let quoted = step.quote.and_then(|it| model.statement(it)).map(|it| ("quote", it.known));
        let shown = step.shows.iter().filter_map(|it| Some((it.kind().key(), known(*it, model)?)));
        for (key, known) in quoted.into_iter().chain(shown).filter(|it| it.1 > date) {
            let message = format!("it became known on {known}, after the step’s own date, {date}");
            fields.report(key, [&*message, ": correct one of them"].concat());
        }
    }
}

/// Whether an entry is what the whole page can be about.
fn is_scope_of(entity: EntityId) -> bool {
    matches!(entity, EntityId::Pillar(_) | EntityId::Technology(_))
}

/// When an entry became known, where that has a day.
fn known(entity: EntityId, model: &Model) -> Option<Date> {
    match entity {
        EntityId::Event(id) => model.event(id).map(|it| it.known),
        EntityId::Statement(id) => model.statement(id).map(|it| it.known),
        _ => None,
    }
}
