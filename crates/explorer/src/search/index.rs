//! The words of all texts with where they stand, and what a query finds by them.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use model::Date;

use super::entry::{Entry, EntryText, Kind};
use super::fold::{stem, tokens};
use super::query::{Match, Query, Term, Word, name_of};
use super::snippet::{Marked, snippet};
use super::typo::{self, Length};

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

/// The score of a term that begins a word of a title.
const IN_TITLE: u16 = 8;

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
        self.is_whole()
    }

    /// Whether all entries have been taken in.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.next == self.entries.len()
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
            let best = self.best_of(term, date, query.is_initial());
            scores.iter_mut().zip(best).for_each(|(score, it)| score.add(index, it));
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
            let newest = Reverse(entry.and_then(|it| it.when));
            (Reverse((hit.tier, hit.score)), entry.map(|it| it.kind), newest, hit.entry)
        };
        found.hits.sort_by_cached_key(order);
    }

    /// How well each entry has a term. An initial is that of a title.
    fn best_of(&self, term: &Term, date: Date, is_initial: bool) -> Vec<Best> {
        let mut best = vec![Best::default(); self.entries.len()];
        self.each_with(term, |posting, how| {
            let Some(text) = self.texts.get(posting.text as usize) else { return };
            let is_elsewhere = is_initial && (!text.is_title || posting.place > 0);
            if is_elsewhere || text.until.is_some_and(|it| it <= date) {
                return;
            }
            let score = match (text.is_title, how) {
                (true, Match::Whole) => 12,
                (true, Match::Prefix) => IN_TITLE,
                (false, Match::Whole) => 3,
                (false, Match::Prefix) => 1,
            };
            let Some(best) = best.get_mut(text.entry) else { return };
            best.any = score.max(best.any);
            if text.known <= date {
                best.known = score.max(best.known);
            }
        });
        best
    }

    /// Hands out where a term stands, and how it is found there.
    fn each_with(&self, term: &Term, mut take: impl FnMut(Posting, Match)) {
        if let Some(word) = &term.joined {
            self.each_posting(word, &mut take);
        }
        let [first, others @ ..] = &*term.words else { return };
        if others.is_empty() {
            return self.each_posting(first, take);
        }
        let postings = |word: &Word| {
            let mut postings = Vec::new();
            self.each_posting(word, |posting, how| postings.push((posting, how)));
            postings
        };
        let mut found = postings(first);
        for (distance, word) in (1..).zip(others) {
            let mut next: Vec<_> = postings(word).into_iter().map(|(it, _)| it).collect();
            next.sort_unstable();
            found.retain(|(it, _)| {
                let place = it.place.saturating_add(distance);
                next.binary_search(&Posting { place, ..*it }).is_ok()
            });
        }
        found.into_iter().for_each(|(posting, how)| take(posting, how));
    }

    /// Hands out where a word stands, and how it is found there.
    fn each_posting(&self, word: &Word, mut take: impl FnMut(Posting, Match)) {
        let whole = self.whole(word);
        for posting in whole.iter().filter_map(|it| self.words.get(*it)).flatten() {
            take(*posting, Match::Whole);
        }
        if word.is_prefix {
            let begun = self.beginning(&word.folded).filter(|(it, _)| !whole.contains(it));
            begun.flat_map(|(_, it)| it).for_each(|it| take(*it, Match::Prefix));
        }
    }

    /// The spellings of a word in singular and plural.
    fn whole<'i>(&'i self, word: &'i Word) -> BTreeSet<&'i str> {
        let plurals = self.plurals.get(&*word.stem).into_iter().flatten();
        plurals.map(|it| &**it).chain([&*word.folded, &*word.stem]).collect()
    }

    /// The words of the briefing that begin so, with where they stand.
    fn beginning<'i>(&'i self, with: &str) -> impl Iterator<Item = (&'i str, &'i [Posting])> {
        let from = self.words.range::<str, _>((Bound::Included(with), Bound::Unbounded));
        from.take_while(move |(it, _)| it.starts_with(with))
            .map(|(it, postings)| (&**it, &**postings))
    }

    /// Whether the briefing has a word.
    fn has(&self, word: &Word) -> bool {
        let is_begun = word.is_prefix && self.beginning(&word.folded).next().is_some();
        is_begun || self.whole(word).into_iter().any(|it| self.words.contains_key(it))
    }

    /// The query with words mended that the briefing does not have, by at most one typing error each.
    fn corrected(&self, query: &Query) -> (Query, Vec<Correction>) {
        self.mended(query, |word| self.correction(word))
    }

    /// What is perhaps meant by words that the briefing does not have, as it has some that are spelt nearly so.
    #[must_use]
    pub fn suggested(&self, query: &Query) -> Vec<Correction> {
        self.mended(query, |word| self.suggestion(word)).1
    }

    /// The query with other words for those that the briefing does not have.
    fn mended<'i>(
        &'i self,
        query: &Query,
        instead_of: impl Fn(&Word) -> Option<&'i str>,
    ) -> (Query, Vec<Correction>) {
        let (mut query, mut corrections) = (query.clone(), Vec::new());
        if self.names.contains_key(&query.name) {
            return (query, corrections);
        }
        for term in &mut query.terms {
            if term.joined.as_ref().is_some_and(|it| self.has(it)) {
                continue;
            }
            for word in
                term.words.iter_mut().filter(|it| is_alphabetic(&it.folded) && !self.has(it))
            {
                if let Some(instead) = instead_of(word) {
                    let (typed, instead) = (word.folded.clone(), instead.to_owned());
                    // As if it had been typed rightly.
                    *word = Word { is_prefix: word.is_prefix, ..Word::new(instead.clone()) };
                    corrections.push(Correction { typed, instead });
                }
            }
        }
        (query, corrections)
    }

    /// The word that is meant: of those that differ by one typing error the one that the briefing has most often. A short
    /// word is meant for one of a name that begins as it does.
    fn correction(&self, word: &Word) -> Option<&str> {
        let typed = &*word.folded;
        match typo::length(typed) {
            Length::Short => None,
            Length::OfName => {
                let near =
                    self.beginning(initial(typed)).filter(|(it, _)| typo::is_near(typed, it));
                let near = near.filter(|(_, postings)| self.is_in_name(postings));
                near.max_by_key(|(_, postings)| postings.len()).map(|(it, _)| it)
            }
            Length::Long => {
                let how = |it: &str| {
                    let is_whole = typo::is_near(typed, it);
                    (is_whole || word.is_prefix && typo::begins_near(typed, it)).then_some(is_whole)
                };
                let near = self.words.iter().filter(|(it, _)| is_alphabetic(it));
                let near =
                    near.filter_map(|(it, postings)| Some((how(it)?, postings.len(), &**it)));
                near.max().map(|(_, _, it)| it)
            }
        }
    }

    /// The word that is perhaps meant: the nearest that begins as what was typed does.
    fn suggestion(&self, word: &Word) -> Option<&str> {
        let typed = &*word.folded;
        let most = match typo::length(typed) {
            Length::Short => return None,
            Length::OfName => 1,
            Length::Long => 2,
        };
        let words = self.beginning(initial(typed)).filter(|(it, _)| is_alphabetic(it));
        let near = words.filter_map(|(it, postings)| {
            let distance = typo::distance(typed, it, most)?;
            Some(((distance, !self.is_in_name(postings), Reverse(postings.len())), it))
        });
        near.min().map(|(_, it)| it)
    }

    /// Whether a word stands in what something is called.
    fn is_in_name(&self, postings: &[Posting]) -> bool {
        let mut texts = postings.iter().filter_map(|it| self.texts.get(it.text as usize));
        let is_name = |it: usize| self.entry(it).is_some_and(|it| it.kind <= Kind::Event);
        texts.any(|it| it.is_title && is_name(it.entry))
    }

    /// The title of an entry and the text of it that a result shows: the one that has most of what is looked for.
    #[must_use]
    pub fn shown(&self, index: usize, query: &Query, date: Date) -> (Marked, Marked) {
        let texts = self.entry(index).map_or(&[][..], |it| &it.texts);
        let known = || texts.iter().filter(|it| it.holds_on(date));
        let title = self.title(index, query, known());
        let texts = known().filter(|it| !it.is_title).map(|it| snippet(&it.text, query));
        // The first of equals.
        let mut text = texts.rev().max_by_key(|it| it.ranges.len()).unwrap_or_default();
        // An initial is that of a title.
        if query.is_initial() {
            text.ranges.clear();
        }
        (title, text)
    }

    /// The first title of an entry, and the one that has what is looked for if that has none. That of a tie is its countries.
    fn title<'t>(
        &self,
        index: usize,
        query: &Query,
        texts: impl Iterator<Item = &'t EntryText<'t>>,
    ) -> Marked {
        let mut titles = texts.filter(|it| it.is_title).map(|it| snippet(&it.text, query));
        let first = titles.next().unwrap_or_default();
        let is_tie = self.entry(index).is_some_and(|it| it.kind == Kind::Tie);
        if is_tie || !first.ranges.is_empty() {
            return first;
        }
        match titles.find(|it| !it.ranges.is_empty()) {
            Some(other) => first.followed_by(" – ", &other),
            None => first,
        }
    }
}

fn is_alphabetic(word: &str) -> bool {
    word.chars().all(char::is_alphabetic)
}

/// How a word begins.
fn initial(word: &str) -> &str {
    let end = word.chars().next().map_or(0, char::len_utf8);
    word.get(..end).unwrap_or_default()
}

/// How well an entry has a term: as known on the date, and at any time.
#[derive(Clone, Copy, Debug, Default)]
struct Best {
    known: u16,
    any: u16,
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
    /// Adds what a term finds, if the entry has all terms before it.
    fn add(&mut self, index: usize, Best { known, any }: Best) {
        self.known += usize::from(known > 0 && self.known == index);
        self.any += usize::from(any > 0 && self.any == index);
        self.titles += usize::from(known >= IN_TITLE);
        self.sum += known;
    }

    fn hit(self, entry: usize, terms: usize) -> Hit {
        let is_best = self.is_named || self.titles == terms;
        let named = if self.is_named { NAMED } else { 0 };
        Hit { entry, tier: if is_best { 2 } else { 1 }, score: self.sum.saturating_add(named) }
    }
}
