//! What holds for every text and every search: nothing panics, marks lie at boundaries, and every text finds itself.

use model::Date;
use proptest::prelude::*;

use super::fold::tokens;
use super::*;
use crate::sample::sample;

fn latest() -> Date {
    sample().model.edition.date
}

fn index_of(printed: Vec<Printed>) -> Index<'static> {
    let mut index = Index::new(entries(sample(), printed));
    assert!(index.grow(usize::MAX));
    index
}

fn printed(text: &str) -> Vec<Printed> {
    let id = "term-odd".to_owned();
    vec![Printed { kind: Kind::Term, id, title: String::new(), text: text.to_owned() }]
}

fn finds(index: &Index, typed: &str, is_it: impl Fn(&Entry) -> bool) -> bool {
    let found = index.find(&Query::parse(typed), latest());
    found.hits.iter().any(|it| index.entry(it.entry).is_some_and(&is_it))
}

/// Text of several scripts, with what stands between words.
fn any_text() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        "[a-zA-Z]{1,9}",
        "[àéîõüßæøŁđ’'\\-]{1,6}",
        "[가-힣]{1,4}",
        "[ぁ-んァ-ヴ一-龥]{1,4}",
        "[0-9]{1,4}",
        "\\PC{1,4}",
        "[ .,:;\"“”–]{1,3}",
    ];
    proptest::collection::vec(part, 0..12).prop_map(|it| it.join(" "))
}

proptest! {
    #[test]
    fn marks_lie_at_boundaries(text in any_text(), typed in any_text()) {
        let query = Query::parse(&typed);
        for of in [&query, &Query::parse(&text)] {
            let Marked { text: shown, ranges } = snippet(&text, of);
            let mut end = 0;
            for range in ranges {
                prop_assert!(range.start >= end && range.end > range.start);
                prop_assert!(shown.get(range.clone()).is_some());
                end = range.end;
            }
        }
    }

    #[test]
    fn a_text_finds_itself_by_each_of_its_words(text in any_text()) {
        let index = index_of(printed(&text));
        let is_it = |it: &Entry| it.kind == Kind::Term;
        for token in tokens(&text) {
            let word = &text[token.range.clone()];
            prop_assert!(finds(&index, word, is_it), "{word:?} of {text:?}");
            prop_assert!(!marks(&text, &Query::parse(word)).is_empty(), "{word:?} of {text:?}");
        }
    }

    #[test]
    fn a_text_finds_itself_whole(text in "[a-zA-Z0-9 .\\-’é한国]{1,60}") {
        let index = index_of(printed(&text));
        let is_it = |it: &Entry| it.kind == Kind::Term;
        prop_assert!(tokens(&text).is_empty() || finds(&index, &text, is_it));
        let quoted = ["“", &text, "”"].concat();
        prop_assert!(tokens(&text).is_empty() || finds(&index, &quoted, is_it));
    }

    #[test]
    fn what_was_not_known_is_left_out_and_counted(typed in "[a-z]{1,3}", year in 2021u16..2027) {
        let index = index_of(Vec::new());
        let date = Date::new(year, 6, 1).unwrap();
        let query = Query::parse(&typed);
        let (then, now) = (index.find(&query, date), index.find(&query, latest()));
        for hit in &then.hits {
            prop_assert!(index.entry(hit.entry).unwrap().known <= date);
        }
        let is_counted = |entry| {
            then.later.contains(&entry) || then.hits.iter().any(|it| it.entry == entry)
        };
        if date <= latest() {
            prop_assert!(now.hits.iter().all(|it| is_counted(it.entry)));
        }
    }
}

#[test]
fn every_entry_finds_itself_by_its_words_and_its_id() {
    let index = index_of(Vec::new());
    let far = Date::new(9999, 1, 1).unwrap();
    for at in (0..).take_while(|it| index.entry(*it).is_some()) {
        let entry = index.entry(at).unwrap();
        // What no longer holds is not found any more.
        let words = entry.texts.iter().filter(|it| it.holds_on(far)).map(|it| it.text.to_string());
        for typed in words.chain(entry.names.iter().cloned()) {
            let found = index.find(&Query::parse(&typed), far);
            assert!(found.hits.iter().any(|it| it.entry == at), "{typed:?}");
            assert!(found.corrections.is_empty(), "{typed:?}: {:?}", found.corrections);
        }
    }
}

#[test]
fn one_typing_error_in_a_long_word_is_mended_and_said() {
    let index = index_of(printed("The Hanwhacorp yard"));
    let is_it = |it: &Entry| it.kind == Kind::Term;
    let found = index.find(&Query::parse("yard hanwahcorp"), latest());
    assert_eq!(
        found.corrections,
        [Correction { typed: "hanwahcorp".into(), instead: "hanwhacorp".into() }]
    );
    assert!(finds(&index, "hanwahcorp", is_it) && finds(&index, "hanwahc", is_it));
    assert!(!finds(&index, "yrad", is_it) && !finds(&index, "hnawahcorp", is_it));
}

#[test]
fn an_id_comes_first() {
    let index = index_of(Vec::new());
    for (typed, kind) in
        [("swe", Kind::Country), ("1", Kind::Source), ("partner=swe", Kind::Country)]
    {
        let found = index.find(&Query::parse(typed), latest());
        let first = index.entry(found.hits[0].entry).unwrap();
        assert_eq!(first.kind, kind, "{typed}");
    }
}

#[test]
fn a_verdict_is_found_while_it_holds() {
    let index = index_of(Vec::new());
    let query = Query::parse("\"asked for the other end\"");
    let found_on = |date| {
        let found = index.find(&query, Date::parse(date).unwrap());
        let is_country = |it: &usize| index.entry(*it).is_some_and(|it| it.kind == Kind::Country);
        let hits: Vec<usize> = found.hits.iter().map(|it| it.entry).collect();
        (hits.iter().any(is_country), found.later.iter().any(is_country))
    };
    assert_eq!(found_on("2022-01-01"), (false, true));
    assert_eq!(found_on("2023-12-01"), (true, false));
    assert_eq!(found_on("2026-01-01"), (false, false));
}
