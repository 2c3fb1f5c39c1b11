//! What the results of a search can be narrowed down to.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use model::{CountryId, TechnologyId};

use super::Finding;
use crate::Filter;
use crate::search::{Entry, Hit};
use crate::view::Mark;

/// What results can be narrowed down to, of a kind.
#[derive(Clone, Debug, PartialEq)]
pub struct FilterGroup<'b> {
    /// What it is called.
    pub heading: &'b str,
    /// The choices.
    pub choices: Vec<FilterChoice<'b>>,
}

/// Something that results can be narrowed down to.
#[derive(Clone, Debug, PartialEq)]
pub struct FilterChoice<'b> {
    /// What it is called.
    pub name: &'b str,
    /// How a country stands.
    pub mark: Option<(Mark, bool)>,
    /// How many results it has.
    pub count: usize,
    /// Whether it is chosen.
    pub is_on: bool,
    /// What is chosen after it is pressed.
    pub toggled: Filter,
}

/// How many countries, or areas, results can be narrowed down to.
const CHOICES: usize = 8;

impl<'b> Finding<'b, '_> {
    /// What the results can be narrowed down to. Each choice counts what it would show beside what else is chosen.
    pub(super) fn filters(&self, hits: &[Hit]) -> Vec<FilterGroup<'b>> {
        let filter = self.search.filter;
        let mut countries: BTreeMap<CountryId, usize> = BTreeMap::new();
        let mut areas: BTreeMap<TechnologyId, usize> = BTreeMap::new();
        let (mut official, mut disputed) = (0, 0);
        for entry in hits.iter().filter_map(|it| self.entry(it.entry)) {
            let is_official = self.is_official(entry);
            let it = Passes::of(entry, filter, is_official);
            if it.technology && it.official && it.disputed {
                entry.countries.iter().for_each(|id| *countries.entry(*id).or_default() += 1);
            }
            if it.country && it.official && it.disputed {
                entry.areas.iter().for_each(|id| *areas.entry(*id).or_default() += 1);
            }
            official += usize::from(is_official && it.country && it.technology && it.disputed);
            disputed +=
                usize::from(entry.is_disputed && it.country && it.technology && it.official);
        }
        // What is chosen can be undone.
        filter.country.map(|id| countries.entry(id).or_default());
        filter.technology.map(|id| areas.entry(id).or_default());
        let messages = &self.context.text.messages;
        let groups = [
            (messages.search_country(), self.country_choices(countries)),
            (messages.search_area(), self.area_choices(areas)),
            (messages.search_sourcing(), self.source_choices(official, disputed)),
        ];
        let groups = groups.into_iter().filter(|(_, choices)| !choices.is_empty());
        groups.map(|(heading, choices)| FilterGroup { heading, choices }).collect()
    }

    fn country_choices(&self, counts: BTreeMap<CountryId, usize>) -> Vec<FilterChoice<'b>> {
        let filter = self.search.filter;
        let about = |id| Some((&*self.context.text.country(id)?.name, self.mark(id)));
        choices(counts, filter.country, about, |country| Filter { country, ..filter })
    }

    fn area_choices(&self, counts: BTreeMap<TechnologyId, usize>) -> Vec<FilterChoice<'b>> {
        let filter = self.search.filter;
        let about = |id| Some((&*self.context.text.technology(id)?.short_name, None));
        choices(counts, filter.technology, about, |technology| Filter { technology, ..filter })
    }

    fn source_choices(&self, official: usize, disputed: usize) -> Vec<FilterChoice<'b>> {
        let (messages, filter) = (&self.context.text.messages, self.search.filter);
        let Filter { is_official, is_disputed, .. } = filter;
        let of_official = Filter { is_official: !is_official, ..filter };
        let of_disputed = Filter { is_disputed: !is_disputed, ..filter };
        let choices = [
            (messages.search_official(), official, is_official, of_official),
            (messages.confidence_disputed(), disputed, is_disputed, of_disputed),
        ];
        let choices = choices.into_iter().filter(|(_, count, is_on, _)| *count > 0 || *is_on);
        let choice = |(name, count, is_on, toggled)| FilterChoice {
            name,
            mark: None,
            count,
            is_on,
            toggled,
        };
        choices.map(choice).collect()
    }
}

/// Choices of which one at most is chosen, with the name and the mark of each.
fn choices<'b, Id: Copy + Ord>(
    counts: BTreeMap<Id, usize>,
    chosen: Option<Id>,
    about: impl Fn(Id) -> Option<(&'b str, Option<(Mark, bool)>)>,
    choose: impl Fn(Option<Id>) -> Filter,
) -> Vec<FilterChoice<'b>> {
    let choice = |(id, count)| {
        let is_on = chosen == Some(id);
        let (name, mark) = about(id)?;
        Some(FilterChoice { name, mark, count, is_on, toggled: choose((!is_on).then_some(id)) })
    };
    most(counts, |id| chosen == Some(id)).into_iter().filter_map(choice).collect()
}

/// The choices with most results, and what is chosen, in their own order.
fn most<Id: Copy + Ord>(
    counts: BTreeMap<Id, usize>,
    is_on: impl Fn(Id) -> bool,
) -> Vec<(Id, usize)> {
    let mut sorted: Vec<(Id, usize)> = counts.into_iter().collect();
    sorted.sort_by_key(|(id, count)| (Reverse((is_on(*id), *count)), *id));
    sorted.truncate(CHOICES);
    sorted.sort_by_key(|(id, count)| (Reverse(*count), *id));
    sorted
}

/// Whether an entry passes each part of a filter.
pub(super) struct Passes {
    country: bool,
    technology: bool,
    official: bool,
    disputed: bool,
}

impl Passes {
    pub(super) fn of(entry: &Entry, filter: Filter, is_official: bool) -> Self {
        Self {
            country: filter.country.is_none_or(|it| entry.countries.contains(&it)),
            technology: filter.technology.is_none_or(|it| entry.areas.contains(&it)),
            official: !filter.is_official || is_official,
            disputed: !filter.is_disputed || entry.is_disputed,
        }
    }

    pub(super) fn all(&self) -> bool {
        self.country && self.technology && self.official && self.disputed
    }
}
