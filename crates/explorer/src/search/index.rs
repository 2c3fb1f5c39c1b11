//! The words of all texts with where they stand, and what a query finds by them.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use model::Date;

use super::entry::{Entry, EntryText, Kind};
use super::fold::{stem, tokens};
use super::query::{Match, Query, Term, Word, name_of};
use super::snippet::{Marked, marks, snippet};
use super::typo;

/// The words of all entries. It grows entry by entry, so that a browser can do so in several tasks.
#[derive(Debug, Default)]
pub struct Index<'b> {
    entries: Vec<Entry<'b>>,
    texts: Vec<IndexedText>,
    words: BTreeMap<Box<str>, Vec<Posting>>,
    /// By their stem, the words that have another ending than that.
    plurals: BTreeMap<Box<str>, BTreeSet<Box<str>>>,
    names: BTreeMap<String, Vec<usize>>,
    next: usize,
}

/// What must be known of a text beside its words.
#[derive(Clone, Copy, Debug)]
struct IndexedText {
    entry: usize,
    is_title: bool,
    known: Date,
    until: Option<Date>,
}

/// Where a word stands: which text, and which word of that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Posting {
    text: u32,
    place: u16,
}

/// What a query finds.
#[derive(Debug, Default, PartialEq)]
pub struct Found {
    /// The query, with typing errors mended.
    pub query: Query,
    /// What was mended.
    pub corrections: Vec<Correction>,
    /// What was known on the date, best first.
    pub hits: Vec<Hit>,
    /// What was not known yet.
    pub later: Vec<usize>,
}

/// A word with a typing error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// As it was typed, folded.
    pub typed: String,
    /// The word of the briefing that it is taken for.
    pub instead: String,
}

/// An entry that was found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hit {
    /// Its place among the entries.
    pub entry: usize,
    /// How well it fits: 2 by its id or its title, 1 by its texts.
    pub tier: u8,
    /// How well it fits, more finely.
    pub score: u16,
}

/// The score from which on an entry was found by its id.
pub const NAMED: u16 = 1000;

/// What was typed, with its typing errors mended.
#[must_use]
pub fn correct(typed: &str, corrections: &[Correction]) -> String {
    let (mut corrected, mut from) = (String::new(), 0);
    for token in tokens(typed).into_iter().filter(|it| !it.is_joined) {
        if let Some(it) = corrections.iter().find(|it| it.typed == token.word) {
            corrected.push_str(typed.get(from..token.range.start).unwrap_or_default());
            corrected.push_str(&it.instead);
            from = token.range.end;
        }
    }
    corrected.push_str(typed.get(from..).unwrap_or_default());
    corrected.trim().to_owned()
}

impl<'b> Index<'b> {
    /// An index that has yet to grow.
    #[must_use]
    pub fn new(entries: Vec<Entry<'b>>) -> Self {
        Self { entries, ..Self::default() }
    }

    /// Takes in so many further entries. Whether that were all.
    pub fn grow(&mut self, count: usize) -> bool {
        let to = self.next.saturating_add(count).min(self.entries.len());
        for index in self.next..to {
            self.take_in(index);
        }
        self.next = to;
        to == self.entries.len()
    }

    /// An entry.
    #[must_use]
    pub fn entry(&self, index: usize) -> Option<&Entry<'b>> {
        self.entries.get(index)
    }

    fn take_in(&mut self, index: usize) {
        let Some(entry) = self.entries.get(index) else { return };
        for name in &entry.names {
            self.names.entry(name_of(name)).or_default().push(index);
        }
        for text in &entry.texts {
            let Ok(number) = u32::try_from(self.texts.len()) else { return };
            let (known, until) = (text.known.max(entry.known), text.until);
            self.texts.push(IndexedText { entry: index, is_title: text.is_title, known, until });
            for token in tokens(&text.text) {
                let posting = Posting { text: number, place: token.place };
                if let Some(postings) = self.words.get_mut(&*token.word) {
                    postings.push(posting);
                    continue;
                }
                let word: Box<str> = token.word.into();
                let stem = stem(&word);
                if *stem != *word {
                    self.plurals.entry(stem.into()).or_default().insert(word.clone());
                }
                self.words.insert(word, vec![posting]);
            }
        }
    }

    /// What a query finds as known on a date.
    #[must_use]
    pub fn find(&self, query: &Query, date: Date) -> Found {
        let (query, corrections) = self.corrected(query);
        let mut scores = vec![Score::default(); self.entries.len()];
        for (index, term) in query.terms.iter().enumerate() {
            self.add(&mut scores, index, term, date);
        }
        for entry in self.names.get(&query.name).into_iter().flatten() {
            if let Some(score) = scores.get_mut(*entry) {
                score.is_named = true;
            }
        }
        let terms = query.terms.len();
        let mut found = Found { query, corrections, ..Found::default() };
        if terms > 0 {
            self.collect(&scores, terms, date, &mut found);
        }
        found
    }

    fn collect(&self, scores: &[Score], terms: usize, date: Date, found: &mut Found) {
        for (index, score) in scores.iter().enumerate() {
            let is_known = self.entry(index).is_some_and(|it| it.known <= date);
            if is_known && (score.is_named || score.known == terms) {
                found.hits.push(score.hit(index, terms));
            } else if score.is_named || score.any == terms {
                found.later.push(index);
            }
        }
        let order = |hit: &Hit| {
            let entry = self.entry(hit.entry);
            let newest = std::cmp::Reverse(entry.and_then(|it| it.when));
            (std::cmp::Reverse((hit.tier, hit.score)), entry.map(|it| it.kind), newest, hit.entry)
        };
        found.hits.sort_by_cached_key(order);
    }

    /// Adds what a term finds, if the entry has all terms before it.
    fn add(&self, scores: &mut [Score], index: usize, term: &Term, date: Date) {
        let mut best = vec![(0, 0); scores.len()];
        for (text, found) in self.texts_with(term) {
            let Some(text) = self.texts.get(text as usize) else { continue };
            if text.until.is_some_and(|it| it <= date) {
                continue;
            }
            let score = match (text.is_title, found) {
                (true, Match::Whole) => 12,
                (true, Match::Prefix) => 8,
                (false, Match::Whole) => 3,
                (false, Match::Prefix) => 1,
            };
            let Some((known, any)) = best.get_mut(text.entry) else { continue };
            *any = score.max(*any);
            if text.known <= date {
                *known = score.max(*known);
            }
        }
        for (score, (known, any)) in scores.iter_mut().zip(best) {
            score.known += usize::from(known > 0 && score.known == index);
            score.any += usize::from(any > 0 && score.any == index);
            score.titles += usize::from(known >= 8);
            score.sum += known;
        }
    }

    /// The texts that have a term, and how.
    fn texts_with(&self, term: &Term) -> Vec<(u32, Match)> {
        let joined = term.joined.iter().flat_map(|it| self.postings(it));
        let mut found: Vec<_> = joined.map(|(it, how)| (it.text, how)).collect();
        let mut words = term.words.iter();
        let mut first = words.next().map_or_else(Vec::new, |it| self.postings(it));
        for (distance, word) in (1..).zip(words) {
            let mut next: Vec<_> = self.postings(word).into_iter().map(|(it, _)| it).collect();
            next.sort_unstable();
            first.retain(|(it, _)| {
                let place = it.place.saturating_add(distance);
                next.binary_search(&Posting { place, ..*it }).is_ok()
            });
        }
        found.extend(first.into_iter().map(|(it, how)| (it.text, how)));
        found
    }

    /// Where a word stands, and how it is found there.
    fn postings(&self, word: &Word) -> Vec<(Posting, Match)> {
        let with = self.words_for(word);
        let each = with.into_iter().filter_map(|(word, how)| Some((self.words.get(word)?, how)));
        each.flat_map(|(postings, how)| postings.iter().map(move |it| (*it, how))).collect()
    }

    /// The words of the briefing that are a word that is looked for.
    fn words_for<'i>(&'i self, word: &'i Word) -> Vec<(&'i str, Match)> {
        let mut found = BTreeMap::new();
        if word.is_prefix {
            let begin = (Bound::Included(&*word.folded), Bound::Unbounded);
            let from = self.words.range::<str, _>(begin);
            let begun = from.take_while(|(it, _)| it.starts_with(&word.folded));
            found.extend(begun.map(|(it, _)| (&**it, Match::Prefix)));
        }
        let plurals = self.plurals.get(&*word.stem).into_iter().flatten();
        let whole = plurals.map(|it| &**it).chain([&*word.folded, &*word.stem]);
        found.extend(whole.filter(|it| self.words.contains_key(*it)).map(|it| (it, Match::Whole)));
        found.into_iter().collect()
    }

    /// The query with words mended that the briefing does not have, by at most one typing error each.
    fn corrected(&self, query: &Query) -> (Query, Vec<Correction>) {
        let mut query = query.clone();
        let mut corrections = Vec::new();
        if self.names.contains_key(&query.name) {
            return (query, corrections);
        }
        for term in &mut query.terms {
            if term.joined.as_ref().is_some_and(|it| !self.words_for(it).is_empty()) {
                continue;
            }
            for word in &mut term.words {
                if let Some(instead) = self.correction(word) {
                    corrections.push(Correction {
                        typed: word.folded.clone(),
                        instead: instead.to_owned(),
                    });
                    *word = Word::new(instead.to_owned());
                }
            }
        }
        (query, corrections)
    }

    /// The word that is meant: of those that differ by one typing error the one that the briefing has most often.
    fn correction(&self, word: &Word) -> Option<&str> {
        let is_word = |it: &str| it.chars().all(char::is_alphabetic);
        let is_long = word.folded.chars().count() >= typo::SHORTEST && is_word(&word.folded);
        if !is_long || !self.words_for(word).is_empty() {
            return None;
        }
        let how = |it: &str| {
            let is_whole = typo::is_near(&word.folded, it);
            (is_whole || word.is_prefix && typo::begins_near(&word.folded, it)).then_some(is_whole)
        };
        let near = self.words.iter().filter(|(it, _)| is_word(it));
        let near = near.filter_map(|(it, postings)| Some((how(it)?, postings.len(), &**it)));
        near.max().map(|(_, _, it)| it)
    }

    /// The title of an entry and the text of it that a result shows: the one that has most of what is looked for.
    #[must_use]
    pub fn shown(&self, index: usize, query: &Query, date: Date) -> (Marked, Marked) {
        let texts = self.entry(index).map_or(&[][..], |it| &it.texts);
        let known = || texts.iter().filter(|it| it.holds_on(date));
        let rank = |text: &str| marks(text, query).len();
        let title = self.title(index, query, known());
        let best = known().filter(|it| !it.is_title).map(|it| &*it.text);
        // The first of equals.
        let best = best.rev().max_by_key(|it| rank(it)).unwrap_or_default();
        (snippet(&title, query), snippet(best, query))
    }

    /// The first title of an entry, and the one that has what is looked for if that has none. That of a tie is its countries.
    fn title<'t>(
        &self,
        index: usize,
        query: &Query,
        texts: impl Iterator<Item = &'t EntryText<'t>>,
    ) -> String {
        let mut titles = texts.filter(|it| it.is_title).map(|it| &*it.text);
        let first = titles.next().unwrap_or_default();
        let is_tie = self.entry(index).is_some_and(|it| it.kind == Kind::Tie);
        if is_tie || !marks(first, query).is_empty() {
            return first.to_owned();
        }
        let other = titles.find(|it| !marks(it, query).is_empty());
        other.map_or_else(|| first.to_owned(), |it| [first, " – ", it].concat())
    }
}

/// What has been found of an entry.
#[derive(Clone, Copy, Debug, Default)]
struct Score {
    /// How many terms in a row were found in what was known.
    known: usize,
    /// How many were found at all.
    any: usize,
    /// How many are in the title.
    titles: usize,
    sum: u16,
    is_named: bool,
}

impl Score {
    fn hit(self, entry: usize, terms: usize) -> Hit {
        let is_best = self.is_named || self.titles == terms;
        let named = if self.is_named { NAMED } else { 0 };
        Hit { entry, tier: if is_best { 2 } else { 1 }, score: self.sum.saturating_add(named) }
    }
}
