//! A text as a result shows it: the words that were looked for are marked, and of a long text there is the part with them.

use std::ops::Range;

use super::fold::{Token, tokens};
use super::query::{Query, Term, Word};

/// A text with marked parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marked {
    /// The text.
    pub text: String,
    /// The marked parts, in order, apart from each other, at boundaries of characters.
    pub ranges: Vec<Range<usize>>,
}

/// How long a text is at most, in bytes.
const LONGEST: usize = 260;

/// How much of a long text stands before what is marked first, in bytes.
const BEFORE: usize = 60;

impl Marked {
    /// A text with what is looked for marked.
    #[must_use]
    pub fn of(text: &str, query: &Query) -> Self {
        Self { text: text.to_owned(), ranges: marks(text, query) }
    }

    /// The text with another one behind it.
    pub(super) fn followed_by(mut self, between: &str, other: &Self) -> Self {
        self.text.push_str(between);
        let from = self.text.len();
        self.text.push_str(&other.text);
        self.ranges.extend(other.ranges.iter().map(|it| it.start + from..it.end + from));
        self
    }

    /// The text in parts, each with whether it is marked.
    pub fn parts(&self) -> impl Iterator<Item = (&str, bool)> {
        let ends = self.ranges.iter().flat_map(|it| [(it.start, false), (it.end, true)]);
        let ends = ends.chain([(self.text.len(), false)]);
        let mut from = 0;
        let parts = ends.filter_map(move |(to, is_marked)| {
            let part = self.text.get(from..to)?;
            from = to;
            Some((part, is_marked))
        });
        parts.filter(|(part, _)| !part.is_empty())
    }
}

/// Which parts of a text are what is looked for.
#[must_use]
pub fn marks(text: &str, query: &Query) -> Vec<Range<usize>> {
    let mut tokens = tokens(text);
    if query.is_initial() {
        tokens.retain(|it| it.place == 0);
    }
    let mut found: Vec<_> = query.terms.iter().flat_map(|it| marks_of(it, &tokens)).collect();
    found.sort_by_key(|it| it.start);
    let mut merged: Vec<Range<usize>> = Vec::new();
    for range in found {
        match merged.last_mut() {
            Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
            _ => merged.push(range),
        }
    }
    merged
}

/// A text with what is looked for marked; of a long one the part around the first of it.
#[must_use]
pub(super) fn snippet(text: &str, query: &Query) -> Marked {
    let ranges = marks(text, query);
    if text.len() <= LONGEST {
        return Marked { text: text.to_owned(), ranges };
    }
    let first = ranges.first().map_or(0, |it| it.start);
    let from = if first < LONGEST / 2 { 0 } else { word_start(text, first.saturating_sub(BEFORE)) };
    let to = word_end(text, from.saturating_add(LONGEST));
    let (lead, tail) = (if from > 0 { "… " } else { "" }, if to < text.len() { " …" } else { "" });
    let shift = |at: usize| at + lead.len() - from;
    let inside = ranges.iter().filter(|it| it.start >= from && it.end <= to);
    let ranges = inside.map(|it| shift(it.start)..shift(it.end)).collect();
    Marked { text: [lead, text.get(from..to).unwrap_or_default(), tail].concat(), ranges }
}

fn marks_of(term: &Term, tokens: &[Token]) -> Vec<Range<usize>> {
    let is = |word: &Word, it: &Token| word.matches(&it.word).is_some();
    if let [word] = &*term.words {
        return tokens.iter().filter(|it| is(word, it)).map(|it| it.range.clone()).collect();
    }
    let joined = term.joined.iter();
    let joined = joined.flat_map(|word| tokens.iter().filter(|it| is(word, it)));
    let mut found: Vec<_> = joined.map(|it| it.range.clone()).collect();
    let parts: Vec<&Token> = tokens.iter().filter(|it| !it.is_joined).collect();
    for window in parts.windows(term.words.len()) {
        if term.words.iter().zip(window).all(|(word, it)| is(word, it)) {
            found.extend(window.iter().map(|it| it.range.clone()));
        }
    }
    found
}

/// The first place from `at` on where a word begins.
fn word_start(text: &str, at: usize) -> usize {
    let at = boundary(text, at);
    let space = text[at..].find(char::is_whitespace).filter(|it| *it < BEFORE / 2);
    space.map_or(at, |it| boundary(text, at + it + 1))
}

/// The last place up to `at` where a word ends.
fn word_end(text: &str, at: usize) -> usize {
    if at >= text.len() {
        return text.len();
    }
    let at = boundary(text, at);
    let space = text[..at].rfind(char::is_whitespace);
    space.filter(|it| at - it < BEFORE / 2).unwrap_or(at)
}

/// The first boundary of a character from `at` on.
fn boundary(text: &str, at: usize) -> usize {
    (at..text.len()).find(|it| text.is_char_boundary(*it)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, typed: &str) -> String {
        let marked = snippet(text, &Query::parse(typed));
        let part = |(part, is_marked): (&str, bool)| {
            if is_marked { ["[", part, "]"].concat() } else { part.to_owned() }
        };
        marked.parts().map(part).collect()
    }

    #[test]
    fn what_is_looked_for_is_marked() {
        assert_eq!(
            shown("Hanwha’s stake in Austal", "hanwha stak"),
            "[Hanwha’s] [stake] in Austal"
        );
        assert_eq!(shown("the Indo-Pacific", "indopacific"), "the [Indo-Pacific]");
        assert_eq!(shown("the Indo-Pacific", "pacific"), "the Indo-[Pacific]");
        assert_eq!(
            shown("a joint statement, not joint", "\"joint statement\""),
            "a [joint] [statement], not joint"
        );
        assert_eq!(shown("日本と韓国", "韓国"), "日本と[韓国]");
        assert_eq!(shown("Submarines", "submarine"), "[Submarines]");
    }

    #[test]
    fn of_a_long_text_the_part_with_the_words_is_shown() {
        let text = ["word ".repeat(100), "needle ".to_owned(), "word ".repeat(100)].concat();
        let shown = shown(&text, "needle");
        assert!(shown.starts_with("… word") && shown.ends_with("word …"), "{shown}");
        assert!(shown.contains("[needle]") && shown.len() < LONGEST + 20, "{shown}");
    }
}
