//! What has been found in an address, and the nearest selection to it.

use model::{Date, EntityId, EntityKind, StepId, When};

use super::entry::find;
use super::key::{AREAS, DISPUTED, FROM_KEY, Key, OFFICIAL};
use super::mend::pairs;
use super::{Misread, Parsed, print};
use crate::{Briefing, Cell, Chosen, Filter, Scope, Search, Selection, Subject, Words};

/// What has been found in an address so far.
pub(super) struct Found<'b> {
    briefing: &'b Briefing,
    is_areas: bool,
    scope: Option<Scope>,
    subject: Option<Subject>,
    date: Option<Option<Date>>,
    from: Option<Date>,
    words: Option<Words>,
    filter: Option<Filter>,
    chosen: Option<Chosen>,
    step: Option<Selection>,
    /// What was found for something.
    keys: Vec<Key>,
    misread: Option<Misread>,
}

impl<'b> Found<'b> {
    pub(super) fn new(briefing: &'b Briefing, misread: Option<Misread>) -> Self {
        Self {
            briefing,
            is_areas: false,
            scope: None,
            subject: None,
            date: None,
            from: None,
            words: None,
            filter: None,
            chosen: None,
            step: None,
            keys: Vec::new(),
            misread,
        }
    }

    /// Takes in a value; the first of two for the same thing counts.
    pub(super) fn take(&mut self, key: Key, value: &str) {
        let is_valid = match key {
            Key::View => self.take_view(value),
            Key::Step => self.take_step(value),
            Key::Entity(kind) => self.take_entity(find(self.briefing, kind, value)),
            Key::Date => self.take_date(value),
            Key::From => self.take_from(value),
            Key::Words => self.take_words(value),
            Key::Filter => self.take_filter(value),
            Key::Chosen => self.take_chosen(value),
        };
        if !is_valid {
            self.miss(Misread::Value(key.name()));
        }
    }

    /// The nearest selection, and what it is without.
    pub(super) fn parsed(mut self) -> Parsed {
        let selection = self.selection();
        let shown = pairs(&print(&self.briefing.model, &selection));
        // The edition's own day goes without saying, and a period says the date as its end.
        let is_shown = |it: &&Key| {
            **it == Key::Date && selection.step.is_none() || shown.iter().any(|(key, _)| key == *it)
        };
        let left_out = self.keys.iter().find(|it| !is_shown(it));
        let misread = self.misread.or(left_out.map(|it| Misread::LeftOut(it.name())));
        Parsed { selection, misread }
    }

    /// Notes what is not shown, if it is the first.
    fn miss(&mut self, what: Misread) {
        self.misread.get_or_insert(what);
    }

    /// A step of the story stands alone.
    fn selection(&mut self) -> Selection {
        if let Some(step) = self.step {
            return step;
        }
        let mut date = self.date.flatten();
        let (scope, subject) = if self.is_areas {
            self.view()
        } else if self.words.is_some() || self.filter.is_some() {
            let search = Search {
                words: self.words.unwrap_or_default(),
                filter: self.filter.unwrap_or_default(),
            };
            (Scope::Search(search), self.subject)
        } else {
            let (from, end) = self.period(date);
            date = end;
            from.map_or_else(|| self.view(), |from| (Scope::Since(from), None))
        };
        Selection { scope, subject, date, chosen: self.chosen.unwrap_or_default(), step: None }
    }

    /// The day since when changes are shown, and the date, whichever way round they were given. Of one day there are none.
    fn period(&mut self, date: Option<Date>) -> (Option<Date>, Option<Date>) {
        let end = date.unwrap_or(self.briefing.model.edition.date);
        match self.from {
            Some(from) if from < end => (Some(from), date),
            Some(from) if from > end => (date, self.selectable(from)),
            Some(_) => {
                self.miss(Misread::LeftOut(FROM_KEY));
                (None, date)
            }
            None => (None, date),
        }
    }

    /// A day as a date to select: the edition's own is the latest.
    fn selectable(&self, day: Date) -> Option<Date> {
        (day < self.briefing.model.edition.date).then_some(day)
    }

    /// Scope and subject. In the view of all areas an area and a country are the cell that is opened.
    fn view(&self) -> (Scope, Option<Subject>) {
        let scope = self.scope.unwrap_or_default();
        if !self.is_areas {
            return (scope, self.subject);
        }
        let cell = match (scope, self.subject) {
            (Scope::Technology(technology), Some(Subject::Country(country))) => {
                Some(Cell { technology, country })
            }
            _ => None,
        };
        (Scope::Areas(cell), None)
    }

    fn take_view(&mut self, value: &str) -> bool {
        let is_areas = value == AREAS;
        if is_areas {
            self.is_areas = true;
            self.keys.push(Key::View);
        }
        is_areas
    }

    fn take_step(&mut self, value: &str) -> bool {
        let index = value.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let step = index.and_then(StepId::from_index);
        let shown = step.and_then(|it| Selection::of_step(&self.briefing.model, it));
        self.step = self.step.or(shown);
        self.keys.extend(shown.map(|_| Key::Step));
        shown.is_some()
    }

    fn take_words(&mut self, value: &str) -> bool {
        self.words.get_or_insert(Words::new(value));
        self.keys.push(Key::Words);
        true
    }

    fn take_entity(&mut self, entity: Option<EntityId>) -> bool {
        let Some(entity) = entity else { return false };
        // What has moved may be of another kind now.
        self.keys.push(Key::Entity(entity.kind()));
        let shown = Selection::default().showing(entity);
        match shown.subject {
            Some(subject) => drop(self.subject.get_or_insert(subject)),
            None => drop(self.scope.get_or_insert(shown.scope)),
        }
        true
    }

    /// The edition's own day means the latest.
    fn take_date(&mut self, value: &str) -> bool {
        let day = self.day(value);
        self.date = self.date.or(day.map(|it| self.selectable(it)));
        self.keys.extend(day.map(|_| Key::Date));
        day.is_some()
    }

    fn take_from(&mut self, value: &str) -> bool {
        let day = self.day(value);
        self.from = self.from.or(day);
        self.keys.extend(day.map(|_| Key::From));
        day.is_some()
    }

    /// A day; one outside the briefing means its nearest end.
    fn day(&mut self, value: &str) -> Option<Date> {
        let When { date, .. } = When::parse(value)?;
        let latest = self.briefing.model.edition.date;
        let first = self.briefing.model.first_date();
        if !(first..=latest).contains(&date) {
            self.miss(Misread::Day);
        }
        Some(date.clamp(first, latest))
    }

    fn take_chosen(&mut self, value: &str) -> bool {
        let names = value.split(',').filter(|it| !it.is_empty());
        let found = names.map(|it| find(self.briefing, EntityKind::Country, it));
        let found: Vec<Option<EntityId>> = found.collect();
        let countries = found.iter().filter_map(|it| match it {
            Some(EntityId::Country(id)) => Some(*id),
            _ => None,
        });
        let chosen: Chosen = countries.clone().collect();
        self.chosen.get_or_insert(chosen);
        self.keys.extend((!chosen.is_empty()).then_some(Key::Chosen));
        if !countries.into_iter().all(|it| chosen.contains(it)) {
            self.miss(Misread::TooMany);
        }
        found.iter().all(Option::is_some)
    }

    fn take_filter(&mut self, value: &str) -> bool {
        let (mut filter, mut is_valid) = (Filter::default(), true);
        for name in value.split(',').filter(|it| !it.is_empty()) {
            let found = |kind| find(self.briefing, kind, name);
            match (name, found(EntityKind::Country), found(EntityKind::Technology)) {
                (OFFICIAL, ..) => filter.is_official = true,
                (DISPUTED, ..) => filter.is_disputed = true,
                (_, Some(EntityId::Country(id)), _) => drop(filter.country.get_or_insert(id)),
                (_, _, Some(EntityId::Technology(id))) => drop(filter.technology.get_or_insert(id)),
                _ => is_valid = false,
            }
        }
        self.filter.get_or_insert(filter);
        self.keys.extend((filter != Filter::default()).then_some(Key::Filter));
        is_valid
    }
}
