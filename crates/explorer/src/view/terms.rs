//! Which words of a card the glossary explains: each term at its first use, in the longest of its forms that stands there.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::BTreeSet;

use model::{ClaimId, Model, TermId};
use text::{Catalogue, stands_apart};

use super::{Block, Section, VerdictLine};

/// Where a term stands in a sentence of a card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermPlace<'b> {
    /// The sentence.
    pub sentence: &'b str,
    /// Where in it the term begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
    /// The id of the term.
    pub id: &'b str,
}

/// A part of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SentencePart<'t, 'b> {
    /// What it says.
    pub text: &'t str,
    /// The id of the term that it is, if it is one.
    pub term: Option<&'b str>,
}

/// A sentence in parts, which together are the sentence.
#[must_use]
pub fn parts<'t, 'b>(sentence: &'t str, places: &[TermPlace<'b>]) -> Vec<SentencePart<'t, 'b>> {
    let own = places.iter().filter(|it| it.sentence == sentence);
    let (mut parts, mut rest) = (Vec::new(), 0);
    let mut push = |start, end, term| {
        let text = sentence.get(start..end).unwrap_or_default();
        if !text.is_empty() {
            parts.push(SentencePart { text, term });
        }
    };
    for place in own {
        push(rest, place.start, None);
        push(place.start, place.end, Some(place.id));
        rest = place.end;
    }
    push(rest, sentence.len(), None);
    parts
}

/// Where terms stand in the answers and in sections of a card, in the order in which it is read.
pub(super) fn terms<'c, 'b: 'c>(
    model: &'b Model,
    catalogue: &'b Catalogue,
    verdicts: &[VerdictLine<'b>],
    sections: impl Iterator<Item = &'c Section<'b>>,
) -> Vec<TermPlace<'b>> {
    let mut finder = Finder::new(model, catalogue);
    for verdict in verdicts {
        if let Cow::Borrowed(text) = verdict.text {
            finder.read(text);
        }
    }
    for block in sections.flat_map(|it| &it.blocks) {
        finder.read_block(block);
    }
    finder.places
}

/// Finds terms in one sentence after the other.
struct Finder<'b> {
    model: &'b Model,
    catalogue: &'b Catalogue,
    /// For each byte the forms that begin with it, the longest first.
    forms: Vec<Vec<(&'b str, TermId)>>,
    found: BTreeSet<TermId>,
    places: Vec<TermPlace<'b>>,
}

impl<'b> Finder<'b> {
    fn new(model: &'b Model, catalogue: &'b Catalogue) -> Self {
        let mut forms: Vec<Vec<(&str, TermId)>> = vec![Vec::new(); 256];
        for (id, _) in model.each_term() {
            for form in catalogue.term(id).into_iter().flat_map(|it| &it.form) {
                let first = form.bytes().next().and_then(|it| forms.get_mut(usize::from(it)));
                first.into_iter().for_each(|it| it.push((form, id)));
            }
        }
        forms.iter_mut().for_each(|it| it.sort_by_key(|(form, _)| Reverse(form.len())));
        Self { model, catalogue, forms, found: BTreeSet::new(), places: Vec::new() }
    }

    fn read_block(&mut self, block: &Block<'b>) {
        match block {
            Block::Sourced { text, .. }
            | Block::Definition(text)
            | Block::Note(text)
            | Block::Quote(text) => self.read(text),
            Block::Reasons { lines, .. } => lines.iter().for_each(|it| self.read(it.text)),
            Block::Claims(ids) | Block::Record(ids) => self.read_claims(ids),
            Block::History(lines) => {
                for line in lines {
                    self.read_claims(&line.claims);
                    line.note.into_iter().for_each(|it| self.read(it));
                }
            }
            Block::Ties(lines) => lines.iter().for_each(|it| self.read_claims(&it.claims)),
            Block::Statements(lines) => lines.iter().for_each(|it| self.read(it.text)),
            Block::Limits(texts) => texts.iter().for_each(|it| self.read(it)),
            Block::Matrix(matrix) => {
                let parts = matrix.opened.iter().flat_map(|it| &it.parts);
                parts.for_each(|(_, ids)| self.read_claims(ids));
            }
            _ => {}
        }
    }

    fn read_claims(&mut self, ids: &[ClaimId]) {
        let catalogue = self.catalogue;
        for text in ids.iter().filter_map(|it| catalogue.claim(*it)) {
            self.read(&text.text);
            text.note.iter().for_each(|it| self.read(it));
        }
    }

    /// A term that has been found before still hides those within it.
    fn read(&mut self, sentence: &'b str) {
        let (mut before, mut after) = (b' ', 0);
        for (start, byte) in sentence.bytes().enumerate() {
            // Most words end here; of letters beyond ASCII `at` tells whether a word goes on.
            let begins = !before.is_ascii_alphanumeric() && start >= after;
            before = byte;
            let Some((end, term)) = begins.then(|| self.at(sentence, start, byte)).flatten() else {
                continue;
            };
            after = end;
            if self.found.insert(term)
                && let Some(term) = self.model.term(term)
            {
                self.places.push(TermPlace { sentence, start, end, id: &term.id });
            }
        }
    }

    /// The longest form that begins there, with this byte: its end and its term.
    fn at(&self, sentence: &str, start: usize, first: u8) -> Option<(usize, TermId)> {
        let forms = self.forms.get(usize::from(first))?;
        let rest = sentence.get(start..)?;
        let stands = |form: &str| {
            rest.starts_with(form) && stands_apart(sentence, start, start + form.len())
        };
        let (form, term) = forms.iter().find(|(form, _)| stands(form))?;
        Some((start + form.len(), *term))
    }
}

#[cfg(test)]
mod tests {
    use model::Term;
    use proptest::prelude::*;
    use text::TermForms;

    use super::*;
    use crate::view::card::sentences::{each_card, sentences};

    /// What is found in sentences, with the term in brackets: `a {b}oat`.
    fn marked(terms: &[&[&str]], sentences: &[&str]) -> Vec<String> {
        let of_id = |index: usize| Term { id: format!("g-{index}") };
        let model = Model { terms: (0..terms.len()).map(of_id).collect(), ..Model::default() };
        let forms =
            |it: &&[&str]| TermForms { form: it.iter().map(|it| (*it).to_owned()).collect() };
        let catalogue =
            Catalogue { terms: terms.iter().map(forms).collect(), ..Catalogue::default() };
        let mut finder = Finder::new(&model, &catalogue);
        sentences.iter().for_each(|it| finder.read(it));
        let mark = |it: &SentencePart| match it.term {
            Some(id) => format!("{{{}{}}}", it.text, id.replace("g-", ":")),
            None => it.text.to_owned(),
        };
        sentences.iter().map(|it| parts(it, &finder.places).iter().map(mark).collect()).collect()
    }

    #[test]
    fn a_term_is_marked_at_its_first_use() {
        let found = marked(&[&["boat", "boats"]], &["No boathouse, two boats, a boat.", "A boat."]);
        assert_eq!(found, ["No boathouse, two {boats:0}, a boat.", "A boat."]);
    }

    #[test]
    fn the_longest_form_counts() {
        let terms: [&[&str]; 2] = [&["HMAS"], &["HMAS Stirling"]];
        // Within the longer one the shorter is no use of its own, also where the longer one stands again.
        let found = marked(&terms, &["At HMAS Stirling", "HMAS Stirling, HMAS Perth"]);
        assert_eq!(found, ["At {HMAS Stirling:1}", "HMAS Stirling, {HMAS:0} Perth"]);
    }

    #[test]
    fn signs_and_letters_of_every_script_part_words() {
        let terms: [&[&str]; 4] = [&["2+2"], &["‘no foreign’"], &["P-8"], &["é"]];
        let found = marked(&terms, &["(2+2), a ‘no foreign’ P-8A, P-8’s éé é"]);
        assert_eq!(found, ["({2+2:0}), a {‘no foreign’:1} P-8A, {P-8:2}’s éé {é:3}"]);
    }

    proptest! {
        #[test]
        fn parts_are_the_sentence(terms in prop::collection::vec(prop::collection::vec("[ab é-]{1,3}", 1..3), 0..5), said in prop::collection::vec("[ab é.-]{0,12}", 0..6)) {
            let of_id = |index: usize| Term { id: format!("g-{index}") };
            let model = Model { terms: (0..terms.len()).map(of_id).collect(), ..Model::default() };
            let forms: Vec<TermForms> = terms.iter().map(|it| TermForms { form: it.clone() }).collect();
            let catalogue = Catalogue { terms: forms, ..Catalogue::default() };
            let mut finder = Finder::new(&model, &catalogue);
            said.iter().for_each(|it| finder.read(it));
            let mut found = BTreeSet::new();
            for it in said.iter().collect::<BTreeSet<_>>() {
                let parts = parts(it, &finder.places);
                prop_assert_eq!(&parts.iter().map(|it| it.text).collect::<String>(), it);
                let mut start = 0;
                for part in parts {
                    let end = start + part.text.len();
                    if let Some(id) = part.term {
                        prop_assert!(found.insert(id), "twice: {}", id);
                        prop_assert!(stands_apart(it, start, end));
                        let index: usize = id.trim_start_matches("g-").parse().unwrap();
                        prop_assert!(terms[index].iter().any(|it| it == part.text));
                    }
                    start = end;
                }
            }
        }
    }

    #[test]
    fn each_term_stands_at_most_once_on_a_card() {
        each_card(|briefing, card, what| {
            let verdicts = card.verdicts.iter().map(|it| it.text.to_string());
            let blocks = card.sections.iter().flat_map(|it| &it.blocks);
            let said = verdicts.chain(blocks.flat_map(|it| sentences(briefing, it)));
            let mut found = BTreeSet::new();
            for sentence in said {
                for part in parts(&sentence, &card.terms).iter().filter(|it| it.term.is_some()) {
                    assert!(found.insert(part.term), "{what}: {part:?} twice");
                }
            }
            assert_eq!(found.len(), card.terms.len(), "{what}: one is in no sentence");
        });
    }
}
