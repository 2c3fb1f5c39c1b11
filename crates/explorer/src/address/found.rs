//! What has been found in an address, and the nearest selection to it.

use model::{Date, EntityId, EntityKind, StepId, When};

use super::entry::find;
use super::key::{AREAS, DISPUTED, Key, OFFICIAL};
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
    pub(super) is_understood: bool,
}

impl<'b> Found<'b> {
    pub(super) fn new(briefing: &'b Briefing, is_understood: bool) -> Self {
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
            is_understood,
        }
    }

    /// Takes in a value; the first of two for the same thing counts.
    pub(super) fn take(&mut self, key: Key, value: &str) {
        match key {
            Key::View => self.take_view(value),
            Key::Step => self.take_step(value),
            Key::Entity(kind) => self.take_entity(find(self.briefing, kind, value)),
            Key::Date => self.take_date(value),
            Key::From => self.take_from(value),
            Key::Words => drop(self.words.get_or_insert(Words::new(value))),
            Key::Filter => self.take_filter(value),
            Key::Chosen => self.take_chosen(value),
        }
    }

    /// A step of the story stands alone.
    pub(super) fn selection(&mut self) -> Selection {
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
                self.is_understood = false;
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

    fn take_view(&mut self, value: &str) {
        let is_areas = value == AREAS;
        self.is_areas |= is_areas;
        self.is_understood &= is_areas;
    }

    fn take_step(&mut self, value: &str) {
        let index = value.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let step = index.and_then(StepId::from_index);
        let shown = step.and_then(|it| Selection::of_step(&self.briefing.model, it));
        self.is_understood &= shown.is_some();
        self.step = self.step.or(shown);
    }

    fn take_entity(&mut self, entity: Option<EntityId>) {
        let Some(entity) = entity else {
            self.is_understood = false;
            return;
        };
        let shown = Selection::default().showing(entity);
        match shown.subject {
            Some(subject) => drop(self.subject.get_or_insert(subject)),
            None => drop(self.scope.get_or_insert(shown.scope)),
        }
    }

    /// The edition's own day means the latest.
    fn take_date(&mut self, value: &str) {
        if let Some(day) = self.day(value) {
            self.date = self.date.or(Some(self.selectable(day)));
        }
    }

    fn take_from(&mut self, value: &str) {
        let day = self.day(value);
        self.from = self.from.or(day);
    }

    /// A day; one outside the briefing means its nearest end.
    fn day(&mut self, value: &str) -> Option<Date> {
        let Some(When { date, .. }) = When::parse(value) else {
            self.is_understood = false;
            return None;
        };
        let latest = self.briefing.model.edition.date;
        let first = self.briefing.model.event_dates().first().copied().unwrap_or(latest);
        self.is_understood &= (first..=latest).contains(&date);
        Some(date.clamp(first.min(latest), latest))
    }

    fn take_chosen(&mut self, value: &str) {
        let mut countries = Vec::new();
        for name in value.split(',').filter(|it| !it.is_empty()) {
            match find(self.briefing, EntityKind::Country, name) {
                Some(EntityId::Country(id)) => countries.push(id),
                _ => self.is_understood = false,
            }
        }
        let chosen: Chosen = countries.iter().copied().collect();
        self.is_understood &= countries.iter().all(|it| chosen.contains(*it));
        self.chosen.get_or_insert(chosen);
    }

    fn take_filter(&mut self, value: &str) {
        let mut filter = Filter::default();
        for name in value.split(',').filter(|it| !it.is_empty()) {
            let found = |kind| find(self.briefing, kind, name);
            match (name, found(EntityKind::Country), found(EntityKind::Technology)) {
                (OFFICIAL, ..) => filter.is_official = true,
                (DISPUTED, ..) => filter.is_disputed = true,
                (_, Some(EntityId::Country(id)), _) => drop(filter.country.get_or_insert(id)),
                (_, _, Some(EntityId::Technology(id))) => drop(filter.technology.get_or_insert(id)),
                _ => self.is_understood = false,
            }
        }
        self.filter.get_or_insert(filter);
    }
}
