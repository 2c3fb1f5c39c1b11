//! What is asked for: words, phrases in quotes, and ids.

use super::fold::{fold, is_character, stem, tokens};

/// What stands around a phrase.
pub(crate) const QUOTES: [char; 4] = ['"', '“', '”', '„'];

/// A search as it was typed, taken apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// What must all be in an entry.
    pub terms: Vec<Term>,
    /// What was typed, as ids are compared.
    pub name: String,
}

/// One thing that must be in an entry: words that follow one another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Term {
    /// As it was typed, with its quotes.
    pub typed: String,
    /// The words; never empty.
    pub words: Vec<Word>,
    /// The same in one word, if they are parts of one.
    pub joined: Option<Word>,
}

/// A word that is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// As it is compared.
    pub folded: String,
    /// Without the ending of a plural.
    pub stem: String,
    /// Whether it may go on: it is the one that is being typed.
    pub is_prefix: bool,
}

/// How a word was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Match {
    /// By its beginning.
    Prefix,
    /// Whole, or in its plural.
    Whole,
}

impl Query {
    /// Reads what was typed.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let mut terms = Vec::new();
        let mut is_quoted = false;
        for part in typed.split(QUOTES) {
            if is_quoted {
                terms.extend(Term::of(part, true));
            } else {
                let separators = |it: char| it.is_whitespace() || matches!(it, ',' | ';' | ':');
                let chunks = part.split(separators).filter(|it| !it.is_empty());
                terms.extend(chunks.filter_map(|it| Term::of(it, false)));
            }
            is_quoted = !is_quoted;
        }
        let goes_on = typed
            .chars()
            .next_back()
            .is_some_and(|it| !it.is_whitespace() && !matches!(it, '"' | '”'));
        if let Some(last) = terms.last_mut().filter(|_| goes_on) {
            last.set_prefix();
        }
        Self { terms, name: name_of(typed) }
    }

    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether one letter is all that is asked for. Of most scripts it says nothing but how a name begins.
    #[must_use]
    pub fn is_initial(&self) -> bool {
        let [Term { words, .. }] = &*self.terms else { return false };
        let [Word { folded, .. }] = &**words else { return false };
        let mut letters = folded.chars();
        let is_letter = letters.next().is_some_and(|it| it.is_alphabetic() && !is_character(it));
        is_letter && letters.next().is_none()
    }

    /// What was typed, without one of its terms.
    #[must_use]
    pub fn without(&self, index: usize) -> String {
        let others = self.terms.iter().enumerate().filter(|(it, _)| *it != index);
        others.map(|(_, it)| &*it.typed).collect::<Vec<_>>().join(" ")
    }
}

/// What was typed as ids are compared: `#source-12`, `source 12` and `[12]` are what `12` is.
#[must_use]
pub(super) fn name_of(typed: &str) -> String {
    let name = typed.trim().trim_start_matches(['#', '?', '[']).trim_end_matches(']');
    let name = fold(name);
    let number = name.strip_prefix("source").map(|it| it.trim_start_matches(['-', ' ']));
    let is_number = |it: &&str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_digit());
    number.filter(is_number).unwrap_or(&name).to_owned()
}

impl Term {
    fn of(text: &str, is_quoted: bool) -> Option<Self> {
        let tokens = tokens(text);
        let of = |folded: &str| Word::new(folded.to_owned());
        let words: Vec<_> =
            tokens.iter().filter(|it| !it.is_joined).map(|it| of(&it.word)).collect();
        let joined = tokens.first().filter(|it| it.is_joined && !is_quoted).map(|it| of(&it.word));
        let mark = if is_quoted { "\"" } else { "" };
        let typed = [mark, text.trim(), mark].concat();
        (!words.is_empty()).then_some(Self { typed, words, joined })
    }

    fn set_prefix(&mut self) {
        for word in self.words.last_mut().into_iter().chain(&mut self.joined) {
            word.is_prefix = true;
        }
    }
}

impl Word {
    /// A whole word.
    #[must_use]
    pub fn new(folded: String) -> Self {
        Self { stem: stem(&folded), folded, is_prefix: false }
    }

    /// Whether a word of a text is the one that is looked for.
    #[must_use]
    pub fn matches(&self, word: &str) -> Option<Match> {
        if word == self.folded || stem(word) == self.stem {
            return Some(Match::Whole);
        }
        (self.is_prefix && word.starts_with(&self.folded)).then_some(Match::Prefix)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms(typed: &str) -> String {
        let word = |it: &Word| [&*it.folded, if it.is_prefix { "*" } else { "" }].concat();
        let term = |it: &Term| it.words.iter().map(word).collect::<Vec<_>>().join("+");
        Query::parse(typed).terms.iter().map(term).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_are_and_and_what_is_in_quotes_is_one() {
        assert_eq!(terms("Hanwha  Austal"), "hanwha austal*");
        assert_eq!(terms("hanwha austal "), "hanwha austal");
        assert_eq!(terms("“joint statement” Korea"), "joint+statement korea*");
        assert_eq!(terms("\"joint statement\""), "joint+statement");
        assert_eq!(terms("\"joint stat"), "joint+stat*");
        assert_eq!(terms("Indo-Pacific"), "indo+pacific*");
        assert_eq!(terms(" , - \"\" ’"), "");
    }

    #[test]
    fn a_term_can_be_left_out() {
        let query = Query::parse("Hanwha, “joint statement” Indo-Pacific");
        assert_eq!(query.without(0), "\"joint statement\" Indo-Pacific");
        assert_eq!(query.without(1), "Hanwha Indo-Pacific");
        assert_eq!(Query::parse(&query.without(9)).terms.len(), 3);
    }

    #[test]
    fn one_letter_is_how_a_name_begins() {
        for typed in ["a", "É", " a ", "я", "“a”"] {
            assert!(Query::parse(typed).is_initial(), "{typed}");
        }
        for typed in ["", "ab", "a b", "7", "한", "日", "ß", "a-b"] {
            assert!(!Query::parse(typed).is_initial(), "{typed}");
        }
    }

    #[test]
    fn a_number_of_a_source_is_a_name() {
        for typed in ["12", " [12] ", "#source-12", "source-12", "Source  12"] {
            assert_eq!(Query::parse(typed).name, "12", "{typed}");
        }
        // Not what else has the word.
        for typed in ["source quantum", "source may 2024", "source", "sources 12"] {
            assert_eq!(Query::parse(typed).name, typed);
        }
        assert_eq!(Query::parse("Tie=AUS-KOR").name, "tie=aus-kor");
    }
}
