//! What holds for every text and every search: nothing panics, marks lie at boundaries, and every text finds itself.

use model::Date;
use proptest::prelude::*;

use super::fold::tokens;
use super::snippet::snippet;
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
            // One letter is how a name begins.
            if Query::parse(word).is_initial() {
                continue;
            }
            prop_assert!(finds(&index, word, is_it), "{word:?} of {text:?}");
            prop_assert!(!marks(&text, &Query::parse(word)).is_empty(), "{word:?} of {text:?}");
        }
    }

    #[test]
    fn a_text_finds_itself_whole(text in "[a-zA-Z0-9 .\\-’é한国]{1,60}") {
        prop_assume!(!Query::parse(&text).is_initial() && !Query::parse(&text).is_empty());
        let index = index_of(printed(&text));
        let is_it = |it: &Entry| it.kind == Kind::Term;
        prop_assert!(finds(&index, &text, is_it));
        let quoted = ["“", &text, "”"].concat();
        prop_assert!(finds(&index, &quoted, is_it));
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
fn a_short_word_is_mended_to_one_of_a_name_that_begins_so() {
    let index = index_of(printed("The yards of Sedwen"));
    let instead = |typed| {
        let found = index.find(&Query::parse(typed), latest());
        found.corrections.into_iter().map(|it| it.instead).collect::<String>()
    };
    for typed in ["swedn", "swden", "sweedn"] {
        assert_eq!(instead(typed), "sweden", "{typed}");
    }
    // No name, another beginning, too short, or a word of the briefing.
    for typed in ["yrads", "wsede", "noy", "norw", "sedwen"] {
        assert_eq!(instead(typed), "", "{typed}");
    }
}

#[test]
fn what_is_nearly_spelt_so_is_suggested() {
    let index = index_of(printed("The Hanwhacorp yard"));
    let suggested = |typed| {
        let suggested = index.suggested(&Query::parse(typed));
        suggested.into_iter().map(|it| it.instead).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(suggested("hnawahcorp"), "hanwhacorp");
    assert_eq!(suggested("yrad sweeedn"), "yard sweden");
    for typed in ["xyzzy", "yard", "yr", "anhwahcorp", "hnawah1corp"] {
        assert_eq!(suggested(typed), "", "{typed}");
    }
}

#[test]
fn one_letter_finds_what_is_called_so() {
    let index = index_of(printed("Sand, a yard"));
    let found = index.find(&Query::parse("s"), latest());
    let title = |it: usize| index.shown(it, &found.query, latest()).0;
    assert!(!found.hits.is_empty());
    for hit in &found.hits {
        let entry = index.entry(hit.entry).unwrap();
        let titles = entry.texts.iter().filter(|it| it.is_title);
        assert!(titles.map(|it| it.text.to_lowercase()).any(|it| it.starts_with('s')), "{entry:?}");
        assert!(!title(hit.entry).ranges.is_empty(), "{entry:?}");
    }
    let first = index.entry(found.hits[0].entry).unwrap();
    assert_eq!(first.kind, Kind::Country);
    // Where a character is a word, and where a number is an id, one is enough.
    assert!(finds(&index_of(printed("日本")), "本", |it| it.kind == Kind::Term));
    assert!(finds(&index, "1", |it| it.kind == Kind::Source));
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

#[test]
fn a_day_and_a_month_are_found_as_they_are_shown() {
    let index = index_of(Vec::new());
    let found = |typed: &str| {
        let hits = index.find(&Query::parse(typed), latest()).hits;
        let mut named: Vec<usize> =
            hits.iter().filter(|it| it.score >= NAMED).map(|it| it.entry).collect();
        named.sort_unstable();
        named
    };
    let day = found("2024-06-20");
    assert!(!day.is_empty());
    for typed in ["20 June 2024", "20 Jun 2024", " 20 june 2024 "] {
        assert_eq!(found(typed), day, "{typed}");
    }
    let month = found("June 2024");
    assert!(day.iter().all(|it| month.contains(it)));
    for typed in ["2024-06", "Jun 2024", "jun 2024"] {
        assert_eq!(found(typed), month, "{typed}");
    }
}
