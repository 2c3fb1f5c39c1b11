//! What a search finds, in groups by kind, best first, and what it can be narrowed down to.

mod filters;
mod groups;
mod line;
mod ways;

#[cfg(test)]
mod tests;

use model::Date;

pub use filters::{FilterChoice, FilterGroup};
pub use groups::FoundGroup;
pub use line::FoundLine;
pub use ways::Way;

use super::ViewContext;
use crate::search::{self, Entry, Found, Hit, Index, Kind, QUOTES, Query};
use crate::{Briefing, Filter, Scope, Search, Selection, Words, address};
use filters::Passes;

/// What a search shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundView<'b> {
    /// The name of the search, as addresses have it.
    pub name: String,
    /// How many results there are, in words; empty where nothing is asked for.
    pub title: String,
    /// That something else was looked for than was typed; may be empty.
    pub note: String,
    /// The results.
    pub groups: Vec<FoundGroup<'b>>,
    /// To what was not known on the date, to what the filter leaves out, and on from a search that finds nothing.
    pub ways: Vec<Way>,
    /// What the results can be narrowed down to; empty beside the first groups alone.
    pub filters: Vec<FilterGroup<'b>>,
    /// Words to try, where there is nothing else.
    pub examples: Vec<&'b str>,
}

/// How much of what is found is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// The first groups: what answers a key.
    First,
    /// With what they can be narrowed down to: what answers another filter.
    Narrowed,
    /// All groups.
    Whole,
}

/// What a search finds; of the kinds in `whole` all of it, else the first few.
#[must_use]
pub fn found<'b>(
    briefing: &'b Briefing,
    selection: &Selection,
    index: &Index,
    whole: &[Kind],
    extent: Extent,
) -> FoundView<'b> {
    let Scope::Search(search) = selection.scope else { return FoundView::default() };
    let context = Finding { context: ViewContext::new(briefing, *selection), search, index };
    let typed = search.words.as_str();
    let query = Query::parse(typed);
    if query.is_empty() {
        return FoundView { examples: context.examples(), ..FoundView::default() };
    }
    context.view(&query, whole, extent)
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

    fn typed(&self) -> &str {
        self.search.words.as_str()
    }

    fn view(&self, query: &Query, whole: &[Kind], extent: Extent) -> FoundView<'b> {
        let found = self.index.find(query, self.date());
        let passes = |index: &usize| self.entry(*index).is_some_and(|it| self.passes(it));
        let shown: Vec<Hit> = found.hits.iter().filter(|it| passes(&it.entry)).copied().collect();
        let left_out = found.hits.len() - shown.len();
        let later = found.later.iter().filter(|it| passes(it)).count();
        let is_nothing = shown.is_empty() && left_out + later == 0;
        let mut ways: Vec<Way> =
            self.later(later).into_iter().chain(self.filtered(left_out)).collect();
        // Looked for once nobody types any more.
        let leads_on = is_nothing && extent == Extent::Whole;
        if leads_on {
            ways = self.ways_on(&found);
        }
        FoundView {
            name: address::print(self.context.model, &self.context.selection),
            title: self.title(shown.len(), left_out + later),
            note: if is_nothing { String::new() } else { self.note(&found) },
            groups: self.groups(&shown, &found.query, whole, extent),
            filters: match extent {
                Extent::First => Vec::new(),
                Extent::Narrowed | Extent::Whole => self.filters(&found.hits),
            },
            examples: if leads_on && ways.is_empty() { self.examples() } else { Vec::new() },
            ways,
        }
    }

    fn entry(&self, index: usize) -> Option<&Entry<'_>> {
        self.index.entry(index)
    }

    fn passes(&self, entry: &Entry) -> bool {
        Passes::of(entry, self.search.filter, self.is_official(entry)).all()
    }

    /// Whether an official source had appeared by the date.
    fn is_official(&self, entry: &Entry) -> bool {
        entry.official_from.is_some_and(|it| it <= self.context.as_of.latest_source())
    }

    fn title(&self, count: usize, others: usize) -> String {
        let messages = &self.context.text.messages;
        let count_text = count.to_string();
        // They stand in quotes already.
        let words = self.typed().replace(QUOTES, "");
        let values = [("words", words.trim()), ("count", &*count_text)];
        match count {
            0 if others > 0 => text::format(messages.search_nothing_but(), &values),
            0 => text::format(messages.search_nothing(), &values),
            1 => text::format(messages.search_result_one(), &values),
            _ => text::format(messages.search_results(), &values),
        }
    }

    /// That typing errors were mended, or that one letter finds names alone.
    fn note(&self, found: &Found) -> String {
        let messages = &self.context.text.messages;
        if found.query.is_initial() {
            return messages.search_initial().to_owned();
        }
        if found.corrections.is_empty() {
            return String::new();
        }
        let words = search::correct(self.typed(), &found.corrections);
        text::format(messages.search_corrected(), &[("words", &*words)])
    }
}
