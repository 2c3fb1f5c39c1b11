//! What a search finds, in groups by kind, best first, and what it can be narrowed down to.

use std::collections::BTreeMap;

use model::{CountryId, Date, EntityId, SourceId, TechnologyId};

use super::references::best_first;
use super::{Caveat, Mark, ViewContext};
use crate::search::{Correction, Entry, Hit, Index, Kind, Marked, Place, Query};
use crate::{Briefing, Filter, Scope, Search, Selection, Words, address, search};

/// What a search shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundView<'b> {
    /// The name of the search, as addresses have it.
    pub name: String,
    /// How many results there are, in words; empty where nothing is asked for.
    pub title: String,
    /// That a typing error was mended; else empty.
    pub corrected: String,
    /// The results.
    pub groups: Vec<FoundGroup<'b>>,
    /// What was not known yet, with the search at the latest date.
    pub later: Option<Wider>,
    /// What the filter leaves out, with the search without it.
    pub filtered: Option<Wider>,
    /// What the results can be narrowed down to.
    pub filters: Vec<FilterGroup<'b>>,
    /// Words to try, where nothing is asked for.
    pub examples: Vec<&'b str>,
}

/// A search that finds more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wider {
    /// Its address as a fragment.
    pub href: String,
    /// How many more.
    pub text: String,
}

/// The results of a kind.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundGroup<'b> {
    /// The kind.
    pub kind: Kind,
    /// What it is called.
    pub heading: &'b str,
    /// How many there are.
    pub count: usize,
    /// The first of them.
    pub lines: Vec<FoundLine>,
}

/// A result.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundLine {
    /// Which entry it is of all that are searched.
    pub entry: usize,
    /// Where it leads.
    pub href: String,
    /// How the country that it is about stands, and whether that is unconfirmed.
    pub mark: Option<(Mark, bool)>,
    /// The countries that it is about.
    pub countries: Marked,
    /// What it is: kind, date, what is the exception.
    pub what: Vec<String>,
    /// What it is called; may be empty.
    pub title: Marked,
    /// What it says; may be empty.
    pub text: Marked,
    /// The best source, and how many more there are.
    pub sources: String,
}

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

/// How many results of a kind are shown at once.
const FOUND_AT_ONCE: usize = 5;

/// How many countries, or areas, results can be narrowed down to.
const CHOICES: usize = 8;

/// How many results answer a key: so many groups that they have at least this many. The others follow.
const ANSWER: usize = 10;

/// What a search finds; of the kinds in `whole` all of it, else the first few. An answer to a key has the first groups alone.
#[must_use]
pub fn found<'b>(
    briefing: &'b Briefing,
    selection: &Selection,
    index: &Index,
    whole: &[Kind],
    is_answer: bool,
) -> FoundView<'b> {
    let Scope::Search(search) = selection.scope else { return FoundView::default() };
    let context = Finding { context: ViewContext::new(briefing, *selection), search, index };
    let typed = search.words.as_str();
    let query = Query::parse(typed);
    if query.is_empty() {
        return FoundView { examples: context.examples(), ..FoundView::default() };
    }
    context.view(&query, whole, is_answer)
}

/// The same search with another filter.
#[must_use]
pub fn narrowed(selection: &Selection, filter: Filter) -> Selection {
    match selection.scope {
        Scope::Search(it) => selection.within(Scope::Search(Search { filter, ..it })),
        _ => *selection,
    }
}

/// A search for other words, with the filter of the one that is shown, if one is.
#[must_use]
pub fn searching(selection: &Selection, typed: &str) -> Selection {
    let filter = match selection.scope {
        Scope::Search(it) => it.filter,
        _ => Filter::default(),
    };
    selection.within(Scope::Search(Search { words: Words::new(typed), filter }))
}

struct Finding<'b, 'i> {
    context: ViewContext<'b>,
    search: Search,
    index: &'i Index<'i>,
}

impl<'b> Finding<'b, '_> {
    fn date(&self) -> Date {
        self.context.as_of.date()
    }

    fn view(&self, query: &Query, whole: &[Kind], is_answer: bool) -> FoundView<'b> {
        let found = self.index.find(query, self.date());
        let passes = |index: &usize| self.entry(*index).is_some_and(|it| self.passes(it));
        let shown: Vec<Hit> = found.hits.iter().filter(|it| passes(&it.entry)).copied().collect();
        let left_out = found.hits.len() - shown.len();
        let later = found.later.iter().filter(|it| passes(it)).count();
        FoundView {
            name: address::print(self.context.model, &self.context.selection),
            title: self.title(shown.len(), left_out + later),
            corrected: self.corrected(&found.corrections),
            groups: self.groups(&shown, &found.query, whole, is_answer),
            later: self.later(later),
            filtered: self.filtered(left_out),
            filters: self.filters(&found.hits),
            examples: Vec::new(),
        }
    }

    fn entry(&self, index: usize) -> Option<&Entry<'_>> {
        self.index.entry(index)
    }

    fn passes(&self, entry: &Entry) -> bool {
        Passes::of(entry, self.search.filter).all()
    }

    /// Words from the content that find something.
    fn examples(&self) -> Vec<&'b str> {
        let (model, text) = (self.context.model, self.context.text);
        let others = model.each_country().filter(|(_, it)| it.group == model::Group::Prospective);
        let country = others.map(|(id, _)| id).next_back().and_then(|id| text.country(id));
        let area = text.technologies.first().map(|it| &*it.short_name);
        let person = text.people.first().map(|it| &*it.name);
        let tie = text.ties.last().map(String::as_str);
        [country.map(|it| &*it.name), area, person, tie].into_iter().flatten().collect()
    }

    fn title(&self, count: usize, others: usize) -> String {
        let messages = &self.context.text.messages;
        let count_text = count.to_string();
        // They stand in quotes already.
        let words = self.search.words.as_str().replace('"', "");
        let values = [("words", words.trim()), ("count", &*count_text)];
        match count {
            0 if others > 0 => text::format(messages.search_nothing_but(), &values),
            0 => text::format(messages.search_nothing(), &values),
            1 => text::format(messages.search_result_one(), &values),
            _ => text::format(messages.search_results(), &values),
        }
    }

    fn corrected(&self, corrections: &[Correction]) -> String {
        if corrections.is_empty() {
            return String::new();
        }
        let words = search::correct(self.search.words.as_str(), corrections);
        text::format(self.context.text.messages.search_corrected(), &[("words", &*words)])
    }

    fn wider(&self, selection: Selection, text: String) -> Wider {
        let href = ["#", &address::fragment(self.context.model, &selection)].concat();
        Wider { href, text }
    }

    fn later(&self, count: usize) -> Option<Wider> {
        let (count_text, date) = (count.to_string(), self.context.formats.date(self.date()));
        let values = [("count", &*count_text), ("date", &*date)];
        let text = text::format(self.context.text.messages.search_later(), &values);
        (count > 0).then(|| self.wider(self.context.selection.dated(None), text))
    }

    fn filtered(&self, count: usize) -> Option<Wider> {
        let message = self.context.text.messages.search_filtered();
        let text = text::format(message, &[("count", &*count.to_string())]);
        let all = narrowed(&self.context.selection, Filter::default());
        (count > 0).then(|| self.wider(all, text))
    }

    /// The results by kind. What has all words in its title, or is named by its id, comes first.
    fn groups(
        &self,
        hits: &[Hit],
        query: &Query,
        whole: &[Kind],
        is_answer: bool,
    ) -> Vec<FoundGroup<'b>> {
        let mut by_kind: BTreeMap<Kind, Vec<Hit>> = BTreeMap::new();
        for hit in hits {
            if let Some(entry) = self.entry(hit.entry) {
                by_kind.entry(entry.kind).or_default().push(*hit);
            }
        }
        let mut groups: Vec<(Kind, Vec<Hit>)> = by_kind.into_iter().collect();
        groups.sort_by_key(|(kind, hits)| {
            let best = hits.first().copied().unwrap_or_default();
            let is_titled = best.tier > 1 && *kind <= Kind::Event;
            (std::cmp::Reverse((best.score >= search::NAMED, is_titled)), *kind)
        });
        let group = |(kind, hits): (Kind, Vec<Hit>)| {
            let most = if whole.contains(&kind) { usize::MAX } else { FOUND_AT_ONCE };
            let heading = self.heading(kind);
            let lines = hits.iter().take(most);
            let lines = lines.filter_map(|it| self.line(it.entry, query)).collect();
            FoundGroup { kind, heading, count: hits.len(), lines }
        };
        let mut found: Vec<FoundGroup> = Vec::new();
        for it in groups {
            let lines: usize = found.iter().map(|it| it.lines.len()).sum();
            if is_answer && lines >= ANSWER {
                break;
            }
            found.push(group(it));
        }
        found
    }

    fn heading(&self, kind: Kind) -> &'b str {
        let messages = &self.context.text.messages;
        match kind {
            Kind::Country => messages.partners_label(),
            Kind::Pillar => messages.search_pillars(),
            Kind::Area => messages.nav_areas(),
            Kind::Person => messages.section_people(),
            Kind::Tie => messages.section_ties(),
            Kind::Event => messages.section_events(),
            Kind::Statement => messages.section_statements(),
            Kind::Claim => messages.search_facts(),
            Kind::Check => messages.search_checks(),
            Kind::Change => messages.search_changes(),
            Kind::Limit => messages.section_limits(),
            Kind::Term => messages.search_terms(),
            Kind::Source => messages.nav_sources(),
        }
    }

    fn line(&self, index: usize, query: &Query) -> Option<FoundLine> {
        let entry = self.entry(index)?;
        let (title, text) = self.index.shown(index, query, self.date());
        let is_country = entry.kind == Kind::Country;
        let names = entry.countries.iter().filter_map(|it| self.context.text.country(*it));
        let names: Vec<&str> = names.map(|it| &*it.name).collect();
        let countries = if is_country { String::new() } else { names.join(", ") };
        // Of a source, what is said of it beside its title only where that was found.
        let is_said = entry.kind != Kind::Source || !text.ranges.is_empty();
        let text = if is_said { text } else { Marked::default() };
        Some(FoundLine {
            entry: index,
            href: self.href(&entry.place),
            mark: entry.countries.first().and_then(|it| self.mark(*it)),
            countries: Marked::of(&countries, query),
            what: self.what(entry),
            title,
            text,
            sources: self.sources(entry),
        })
    }

    fn href(&self, place: &Place) -> String {
        match place {
            Place::Card(entity) => {
                let shown = self.context.selection.showing(*entity);
                ["#", &address::fragment(self.context.model, &shown)].concat()
            }
            Place::Printed(id) => ["#", id].concat(),
        }
    }

    /// How a country stands towards the pillar that is open.
    fn mark(&self, id: CountryId) -> Option<(Mark, bool)> {
        let standing = self.context.as_of.standing(id, self.context.shading_pillar()?);
        let status = standing.status()?;
        Some((Mark::from(status), self.context.is_dashed(&standing)))
    }

    /// What a result is: its status or its kind, its date, and what is the exception.
    fn what(&self, entry: &Entry) -> Vec<String> {
        let formats = self.context.formats;
        let of_kind = match &entry.place {
            Place::Card(entity) => self.kind(entry.kind, *entity),
            Place::Printed(_) => None,
        };
        let when = entry.when.map(|it| formats.when(it));
        let disputed = entry.is_disputed.then(|| formats.caveat(Caveat::Disputed).to_owned());
        let number = (entry.kind == Kind::Source).then(|| entry.names.first().cloned()).flatten();
        let number = number.map(|it| ["[", &it, "]"].concat());
        let parts = [number, of_kind, when, disputed].into_iter().flatten();
        parts.filter(|it| !it.is_empty()).collect()
    }

    fn kind(&self, kind: Kind, entity: EntityId) -> Option<String> {
        let (model, formats) = (self.context.model, self.context.formats);
        Some(match (kind, entity) {
            (Kind::Country, EntityId::Country(id)) => {
                formats.role(self.context.as_of.role(id)).to_owned()
            }
            (Kind::Area, EntityId::Technology(id)) => {
                formats.technology_group(model.technology(id)?.group).to_owned()
            }
            (Kind::Event, EntityId::Event(id)) => {
                formats.event_kind(model.event(id)?.kind).to_owned()
            }
            (Kind::Statement, EntityId::Statement(id)) => {
                formats.mode(model.statement(id)?.mode).to_owned()
            }
            (Kind::Person, EntityId::Person(_)) => return None,
            // Of a claim, whose card it is on, if that does not follow from its countries.
            (Kind::Claim, EntityId::Country(_)) => return None,
            (Kind::Claim, other) => self.context.entity_link(other)?.name.to_owned(),
            _ => return None,
        })
    }

    fn sources(&self, entry: &Entry) -> String {
        let sources = self.context.as_of.appeared(&entry.sources);
        let Some(best) = best_first(self.context.model, &sources).first().copied() else {
            return String::new();
        };
        let Some(name) = self.source(best) else { return String::new() };
        match sources.len() - 1 {
            _ if entry.kind == Kind::Source => {
                self.context.text.publisher(best).unwrap_or_default().to_owned()
            }
            0 => name,
            more => {
                let values = [("source", &*name), ("count", &*more.to_string())];
                text::format(self.context.text.messages.search_sources(), &values)
            }
        }
    }

    fn source(&self, id: SourceId) -> Option<String> {
        let date = self.context.model.source(id)?.date;
        Some(self.context.formats.source(self.context.text.publisher(id)?, date))
    }

    /// What the results can be narrowed down to. Each choice counts what it would show beside what else is chosen.
    fn filters(&self, hits: &[Hit]) -> Vec<FilterGroup<'b>> {
        let filter = self.search.filter;
        let mut countries: BTreeMap<CountryId, usize> = BTreeMap::new();
        let mut areas: BTreeMap<TechnologyId, usize> = BTreeMap::new();
        let (mut official, mut disputed) = (0, 0);
        for entry in hits.iter().filter_map(|it| self.entry(it.entry)) {
            let it = Passes::of(entry, filter);
            if it.technology && it.official && it.disputed {
                entry.countries.iter().for_each(|id| *countries.entry(*id).or_default() += 1);
            }
            if it.country && it.official && it.disputed {
                entry.areas.iter().for_each(|id| *areas.entry(*id).or_default() += 1);
            }
            official +=
                usize::from(entry.is_official && it.country && it.technology && it.disputed);
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
        let choice = |(id, count)| {
            let is_on = filter.country == Some(id);
            let toggled = Filter { country: (!is_on).then_some(id), ..filter };
            let name = &*self.context.text.country(id)?.name;
            Some(FilterChoice { name, mark: self.mark(id), count, is_on, toggled })
        };
        most(counts, |id| filter.country == Some(id)).into_iter().filter_map(choice).collect()
    }

    fn area_choices(&self, counts: BTreeMap<TechnologyId, usize>) -> Vec<FilterChoice<'b>> {
        let filter = self.search.filter;
        let choice = |(id, count)| {
            let is_on = filter.technology == Some(id);
            let toggled = Filter { technology: (!is_on).then_some(id), ..filter };
            let name = &*self.context.text.technology(id)?.short_name;
            Some(FilterChoice { name, mark: None, count, is_on, toggled })
        };
        most(counts, |id| filter.technology == Some(id)).into_iter().filter_map(choice).collect()
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

/// The choices with most results, and what is chosen, in their own order.
fn most<Id: Copy + Ord>(
    counts: BTreeMap<Id, usize>,
    is_on: impl Fn(Id) -> bool,
) -> Vec<(Id, usize)> {
    let mut sorted: Vec<(Id, usize)> = counts.into_iter().collect();
    sorted.sort_by_key(|(id, count)| (std::cmp::Reverse((is_on(*id), *count)), *id));
    sorted.truncate(CHOICES);
    sorted.sort_by_key(|(id, count)| (std::cmp::Reverse(*count), *id));
    sorted
}

/// Whether an entry passes each part of a filter.
struct Passes {
    country: bool,
    technology: bool,
    official: bool,
    disputed: bool,
}

impl Passes {
    fn of(entry: &Entry, filter: Filter) -> Self {
        Self {
            country: filter.country.is_none_or(|it| entry.countries.contains(&it)),
            technology: filter.technology.is_none_or(|it| entry.areas.contains(&it)),
            official: !filter.is_official || entry.is_official,
            disputed: !filter.is_disputed || entry.is_disputed,
        }
    }

    fn all(&self) -> bool {
        self.country && self.technology && self.official && self.disputed
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::sample;
    use crate::search::entries;

    fn at(typed: &str, date: Option<&str>, filter: Filter) -> FoundView<'static> {
        let mut index = Index::new(entries(sample(), Vec::new()));
        index.grow(usize::MAX);
        let search = Search { words: Words::new(typed), filter };
        let selection = Selection::default().within(Scope::Search(search));
        let selection = selection.dated(date.and_then(Date::parse));
        found(sample(), &selection, &index, &[], false)
    }

    fn country(name: &str) -> CountryId {
        sample().model.each_country().find(|(_, it)| it.id == name).unwrap().0
    }

    fn lines(view: &FoundView) -> usize {
        view.groups.iter().map(|it| it.count).sum()
    }

    #[test]
    fn what_happened_on_a_day_is_found_by_its_date() {
        for typed in ["2024-06-20", "20 June 2024", "june 2024"] {
            let view = at(typed, None, Filter::default());
            let events = view.groups.iter().find(|it| it.kind == Kind::Event);
            assert!(events.is_some_and(|it| !it.lines.is_empty()), "{typed}: {}", view.title);
        }
        assert_eq!(at("\"kites\"", None, Filter::default()).title.matches('“').count(), 1);
    }

    #[test]
    fn a_result_names_no_source_from_later() {
        for (date, later) in [("2021-03-01", "2024"), ("2024-06-20", "2025")] {
            let view = at("norway", Some(date), Filter::default());
            let lines = view.groups.iter().flat_map(|it| &it.lines);
            let wrong: Vec<_> =
                lines.map(|it| &it.sources).filter(|it| it.contains(later)).collect();
            assert!(wrong.is_empty(), "{date}: {wrong:?}");
        }
    }

    #[test]
    fn a_country_is_the_first_result_for_its_name() {
        let view = at("sweden", None, Filter::default());
        let first = &view.groups[0];
        assert_eq!((first.kind, first.heading), (Kind::Country, "Countries"));
        assert_eq!(first.lines[0].href, "#q=sweden&partner=swe");
        let parts: Vec<_> = first.lines[0].title.parts().collect();
        assert_eq!(parts, [("Sweden", true)]);
        assert!(lines(&view) > 1 && view.title.contains("“sweden”"), "{}", view.title);
    }

    #[test]
    fn an_earlier_date_leaves_out_and_counts_what_was_not_known() {
        let (now, then) = (
            at("swed", None, Filter::default()),
            at("swed", Some("2022-09-01"), Filter::default()),
        );
        assert!(now.later.is_none());
        let later = then.later.unwrap();
        assert!(later.text.contains(
            &(lines(&now) - then.groups.iter().map(|it| it.count).sum::<usize>()).to_string()
        ));
        assert_eq!(later.href, "#q=swed");
    }

    #[test]
    fn a_filter_narrows_down_and_says_what_it_leaves_out() {
        let all = at("string", None, Filter::default());
        let swe = Filter { country: Some(country("swe")), ..Filter::default() };
        let some = at("string", None, swe);
        let choices = |view: &FoundView<'static>, heading: &str| {
            view.filters.iter().find(|it| it.heading == heading).unwrap().choices.clone()
        };
        let choice = choices(&all, "Country").into_iter().find(|it| it.name == "Sweden").unwrap();
        assert_eq!((choice.count, choice.is_on, choice.toggled), (lines(&some), false, swe));
        // The others are still counted, so that one can change over.
        let others = choices(&some, "Country");
        assert!(others.iter().any(|it| it.name != "Sweden" && it.count > 0));
        let left_out = some.filtered.clone().unwrap();
        assert!(left_out.text.starts_with(&(lines(&all) - lines(&some)).to_string()));
        assert_eq!(left_out.href, "#q=string");
    }

    #[test]
    fn without_words_there_are_examples_that_find_something() {
        let view = at(" ", None, Filter::default());
        assert!(view.examples.len() > 2 && view.title.is_empty());
        for example in view.examples {
            assert!(lines(&at(example, None, Filter::default())) > 0, "{example}");
        }
    }

    #[test]
    fn what_is_shown_is_said_in_words() {
        assert!(at("xyzzy", None, Filter::default()).title.starts_with("Nothing found"));
        let nobody = Filter { is_disputed: true, is_official: true, ..Filter::default() };
        let view = at("sweden", None, nobody);
        assert!(lines(&view) > 0 || view.title.starts_with("Nothing shown"), "{}", view.title);
        let view = at("swedne", None, Filter::default());
        assert!(view.corrected.contains("“sweden”"), "{}", view.corrected);
    }
}
