//! Ways on from a search: to what it leaves out, and, where it finds nothing, to searches that find something.

use super::Finding;
use crate::search::{self, Found, QUOTES, Query};
use crate::view::found::narrowed;
use crate::{Filter, Selection, address};

/// A way to another search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Its address as a fragment.
    pub href: String,
    /// What it finds.
    pub text: String,
}

/// How many ways on there are where nothing is found.
const WAYS: usize = 4;

impl<'b> Finding<'b, '_> {
    /// To what was not known on the date.
    pub(super) fn later(&self, count: usize) -> Option<Way> {
        let (count_text, date) = (count.to_string(), self.context.formats.date(self.date()));
        let values = [("count", &*count_text), ("date", &*date)];
        let text = text::format(self.context.text.messages.search_later(), &values);
        (count > 0).then(|| self.way(self.context.selection.dated(None), text))
    }

    /// To what the filter leaves out.
    pub(super) fn filtered(&self, count: usize) -> Option<Way> {
        let message = self.context.text.messages.search_filtered();
        let text = text::format(message, &[("count", &*count.to_string())]);
        let all = narrowed(&self.context.selection, Filter::default());
        (count > 0).then(|| self.way(all, text))
    }

    /// From a search that finds nothing to what was perhaps meant, and to what there is of parts of it.
    pub(super) fn ways_on(&self, found: &Found) -> Vec<Way> {
        let messages = &self.context.text.messages;
        let terms = &found.query.terms;
        let whole = self.meant(&found.query).into_iter().chain(self.unquoted());
        // Of one word there are no parts.
        let parted = terms.iter().enumerate().filter(|_| terms.len() > 1);
        let without = parted.filter_map(|(index, term)| {
            self.part(messages.search_without(), &term.typed, &found.query.without(index))
        });
        let mut ways: Vec<Way> = whole.chain(without).take(WAYS).collect();
        if ways.is_empty() && terms.len() > 2 {
            let only = terms
                .iter()
                .filter_map(|it| self.part(messages.search_only(), &it.typed, &it.typed));
            ways = only.take(WAYS).collect();
        }
        ways
    }

    /// To what is spelt nearly so.
    fn meant(&self, query: &Query) -> Option<Way> {
        let words = search::correct(self.typed(), &self.index.suggested(query));
        (words != self.typed().trim() && self.count(&words) > 0).then(|| {
            let message = self.context.text.messages.search_meant();
            self.way(self.search_for(&words), text::format(message, &[("words", &words)]))
        })
    }

    /// To what has the words of a phrase, but apart.
    fn unquoted(&self) -> Option<Way> {
        let words = self.typed().replace(QUOTES, " ");
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let is_quoted = words != self.typed().split_whitespace().collect::<Vec<_>>().join(" ");
        let message = self.context.text.messages.search_apart();
        is_quoted.then(|| self.part(message, "", &words)).flatten()
    }

    /// To a search for some of the words, if it finds anything.
    fn part(&self, message: &str, named: &str, words: &str) -> Option<Way> {
        let count = self.count(words);
        let messages = &self.context.text.messages;
        let results = match count {
            0 => return None,
            1 => messages.search_count_one().to_owned(),
            _ => text::format(messages.search_count(), &[("count", &*count.to_string())]),
        };
        let named = named.trim_matches('"');
        let values = [("words", named), ("results", &*results)];
        Some(self.way(self.search_for(words), text::format(message, &values)))
    }

    /// How many results other words have, with the same filter and on the same date.
    fn count(&self, words: &str) -> usize {
        let found = self.index.find(&Query::parse(words), self.date());
        let entries = found.hits.iter().filter_map(|it| self.entry(it.entry));
        entries.filter(|it| self.passes(it)).count()
    }

    fn search_for(&self, words: &str) -> Selection {
        super::searching(&self.context.selection, words)
    }

    fn way(&self, selection: Selection, text: String) -> Way {
        let href = ["#", &address::fragment(self.context.model, &selection)].concat();
        Way { href, text }
    }

    /// Words from the content that find something.
    pub(super) fn examples(&self) -> Vec<&'b str> {
        let (model, text) = (self.context.model, self.context.text);
        let others = model.each_country().filter(|(_, it)| it.group == model::Group::Prospective);
        let country = others.map(|(id, _)| id).next_back().and_then(|id| text.country(id));
        let area = text.technologies.first().map(|it| &*it.short_name);
        let person = text.people.first().map(|it| &*it.name);
        let tie = text.ties.last().map(String::as_str);
        [country.map(|it| &*it.name), area, person, tie].into_iter().flatten().collect()
    }
}
