//! The canonical name of a selection.

use model::{EntityId, Model};

use super::key::{
    AREAS, CHOSEN_KEY, DATE_KEY, DISPUTED, FILTER_KEY, FROM_KEY, OFFICIAL, STEP_KEY, VIEW_KEY,
    WORDS_KEY,
};
use crate::{Filter, Scope, Search, Selection, Subject};

/// The canonical name of a selection; empty for the overview as of today. With `#` before it, it is the link to the view,
/// and its card in the prerendered text has it as its id.
#[must_use]
pub fn print(model: &Model, selection: &Selection) -> String {
    let mut name = Name::default();
    if let Some(step) = selection.step {
        name.push(STEP_KEY, &step.number().to_string());
        return name.0;
    }
    name.push_scope(model, selection.scope);
    for entity in entities(selection).into_iter().flatten() {
        if let Some(value) = entity.short_name(model) {
            name.push(entity.kind().key(), value);
        }
    }
    let chosen = selection.chosen.iter().filter_map(|it| EntityId::Country(it).short_name(model));
    name.push_list(CHOSEN_KEY, &chosen.collect::<Vec<_>>());
    if let Some(date) = selection.date {
        name.push(DATE_KEY, &date.to_string());
    }
    name.0
}

/// The entries that a selection names, in their order.
fn entities(selection: &Selection) -> [Option<EntityId>; 2] {
    match selection.scope {
        Scope::Areas(cell) => [
            cell.map(|it| EntityId::Technology(it.technology)),
            cell.map(|it| EntityId::Country(it.country)),
        ],
        scope => [scope.entity(), selection.subject.map(Subject::entity)],
    }
}

/// A name as far as it is written.
#[derive(Default)]
struct Name(String);

impl Name {
    fn push(&mut self, key: &str, value: &str) {
        let between = if self.0.is_empty() { "" } else { "&" };
        self.0.extend([between, key, "=", value]);
    }

    fn push_list(&mut self, key: &str, values: &[&str]) {
        if !values.is_empty() {
            self.push(key, &values.join(","));
        }
    }

    /// A scope that is about no entry alone.
    fn push_scope(&mut self, model: &Model, scope: Scope) {
        match scope {
            Scope::Areas(_) => self.push(VIEW_KEY, AREAS),
            Scope::Since(from) => self.push(FROM_KEY, &from.to_string()),
            Scope::Search(Search { words, filter }) => {
                let words = form_urlencoded::byte_serialize(words.as_str().as_bytes());
                self.push(WORDS_KEY, &words.collect::<String>());
                self.push_list(FILTER_KEY, &filter_names(model, &filter));
            }
            Scope::Overview | Scope::Pillar(_) | Scope::Technology(_) => {}
        }
    }
}

/// What the results of a search are about, as an address says it.
fn filter_names<'m>(model: &'m Model, filter: &Filter) -> Vec<&'m str> {
    let entities =
        [filter.country.map(EntityId::Country), filter.technology.map(EntityId::Technology)];
    let sources = [(filter.is_official, OFFICIAL), (filter.is_disputed, DISPUTED)];
    let about = entities.into_iter().flatten().filter_map(|it| it.short_name(model));
    about.chain(sources.into_iter().filter_map(|(is_on, name)| is_on.then_some(name))).collect()
}
