//! What a search of the sample shows.

use std::sync::LazyLock;

use model::CountryId;

use super::*;
use crate::sample::sample;
use crate::search::entries;
use crate::view::Formatter;

fn at(typed: &str, date: Option<&str>, filter: Filter) -> FoundView<'static> {
    let search = Search { words: Words::new(typed), filter };
    let selection = Selection::default().within(Scope::Search(search));
    shown(&selection.dated(date.and_then(Date::parse)))
}

fn all(typed: &str) -> FoundView<'static> {
    at(typed, None, Filter::default())
}

fn shown(selection: &Selection) -> FoundView<'static> {
    static INDEX: LazyLock<Index<'static>> = LazyLock::new(|| {
        let mut index = Index::new(entries(sample(), Vec::new()));
        index.grow(usize::MAX);
        index
    });
    found(sample(), selection, &INDEX, &[], Extent::Whole)
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
        let view = all(typed);
        let events = view.groups.iter().find(|it| it.kind == Kind::Event);
        assert!(events.is_some_and(|it| !it.lines.is_empty()), "{typed}: {}", view.title);
    }
    assert_eq!(all("\"kites\"").title.matches('“').count(), 1);
}

#[test]
fn a_result_names_no_source_from_later() {
    for (date, later) in [("2021-03-01", "2024"), ("2024-06-20", "2025")] {
        let view = at("norway", Some(date), Filter::default());
        let lines = view.groups.iter().flat_map(|it| &it.lines);
        let wrong: Vec<_> = lines.map(|it| &it.sources).filter(|it| it.contains(later)).collect();
        assert!(wrong.is_empty(), "{date}: {wrong:?}");
    }
}

#[test]
fn a_country_is_the_first_result_for_its_name() {
    let view = all("sweden");
    let first = &view.groups[0];
    assert_eq!((first.kind, first.heading), (Kind::Country, "Countries"));
    assert_eq!(first.lines[0].href, "#q=sweden&partner=swe");
    let parts: Vec<_> = first.lines[0].title.parts().collect();
    assert_eq!(parts, [("Sweden", true)]);
    assert!(lines(&view) > 1 && view.title.contains("“sweden”"), "{}", view.title);
}

#[test]
fn an_earlier_date_leaves_out_and_counts_what_was_not_known() {
    let (now, then) = (all("swed"), at("swed", Some("2022-09-01"), Filter::default()));
    assert!(now.ways.is_empty());
    let later = &then.ways[0];
    let count = lines(&now) - lines(&then);
    assert_eq!(later.text, format!("{count} more not yet known on 1 September 2022: show"));
    assert_eq!(later.href, "#q=swed");
}

#[test]
fn a_country_is_found_by_the_words_of_its_status() {
    let countries = |typed: &str, date: Option<&str>| {
        let view = at(typed, date, Filter::default());
        let groups = view.groups.into_iter().filter(|it| it.kind == Kind::Country);
        groups.flat_map(|it| it.lines).map(|it| it.href).collect::<Vec<_>>()
    };
    let model = &sample().model;
    let messages = &sample().text.messages;
    for (_, country) in model.each_country() {
        let own = ["partner=", &*country.id].concat();
        for entry in &country.history {
            let typed = format!("\"{}\"", Formatter::new(messages).status(entry.status));
            let is_found =
                |date: &str| countries(&typed, Some(date)).iter().any(|it| it.contains(&own));
            assert!(is_found(&entry.known.to_string()), "{typed}: {own}");
            assert!(!is_found("2000-01-01"), "{typed}: {own}");
        }
    }
}

#[test]
fn a_filter_narrows_down_and_says_what_it_leaves_out() {
    let every = all("string");
    let swe = Filter { country: Some(country("swe")), ..Filter::default() };
    let some = at("string", None, swe);
    let choices = |view: &FoundView<'static>, heading: &str| {
        view.filters.iter().find(|it| it.heading == heading).unwrap().choices.clone()
    };
    let choice = choices(&every, "Country").into_iter().find(|it| it.name == "Sweden").unwrap();
    assert_eq!((choice.count, choice.is_on, choice.toggled), (lines(&some), false, swe));
    // The others are still counted, so that one can change over.
    let others = choices(&some, "Country");
    assert!(others.iter().any(|it| it.name != "Sweden" && it.count > 0));
    let left_out = &some.ways[0];
    assert!(left_out.text.starts_with(&(lines(&every) - lines(&some)).to_string()));
    assert_eq!(left_out.href, "#q=string");
}

#[test]
fn without_words_there_are_examples_that_find_something() {
    let view = all(" ");
    assert!(view.examples.len() > 2 && view.title.is_empty());
    for example in view.examples {
        assert!(lines(&all(example)) > 0, "{example}");
    }
}

#[test]
fn what_is_shown_is_said_in_words() {
    assert!(all("xyzzy").title.starts_with("Nothing found"));
    let nobody = Filter { country: Some(country("fji")), is_disputed: true, ..Filter::default() };
    let view = at("sweden", None, nobody);
    assert_eq!((lines(&view), &*view.title), (0, "Nothing shown for “sweden”"));
    assert_eq!(view.ways.len(), 1, "{:?}", view.ways);
    assert!(view.ways[0].text.contains("left out") && view.examples.is_empty());
    let view = all("swedne");
    assert!(view.note.contains("“sweden”"), "{}", view.note);
    // What begins so is found, too, as if nothing had been mended.
    for (typed, meant) in [("swedne", "sweden"), ("norwya", "norway"), ("strign", "string")] {
        assert_eq!(lines(&all(typed)), lines(&all(meant)), "{typed}");
    }
    assert!(all("s").note.starts_with("One letter") && all("sw").note.is_empty());
}

#[test]
fn of_several_words_there_is_a_way_to_what_is_found() {
    let way =
        |view: &FoundView, at: usize| (view.ways[at].href.clone(), view.ways[at].text.clone());
    let view = all("sweden xyzzy");
    let count = lines(&all("sweden"));
    let found = ("#q=sweden".to_owned(), format!("Without “xyzzy”: {count} results"));
    assert_eq!((view.ways.len(), way(&view, 0)), (1, found));
    assert!(view.groups.is_empty() && view.examples.is_empty() && view.note.is_empty());
    let only = all("sweden xyzzy plugh");
    let found = ("#q=sweden".to_owned(), format!("Only “sweden”: {count} results"));
    assert_eq!((only.ways.len(), way(&only, 0)), (1, found));
    let apart = all("\"string kite string\"");
    let results = lines(&all("string kite string"));
    assert!(results > 1, "{results}");
    let found =
        ("#q=string+kite+string".into(), format!("Without the quotation marks: {results} results"));
    assert_eq!(way(&apart, 0), found);
}

#[test]
fn what_is_nearly_spelt_so_is_offered() {
    let view = all("sewdenn");
    assert_eq!(view.ways.len(), 1, "{:?}", view.ways);
    assert_eq!(
        view.ways[0],
        Way { href: "#q=sweden".into(), text: "Did you mean “sweden”?".into() }
    );
    assert!(all("sweden").ways.is_empty());
}

#[test]
fn every_way_on_finds_something() {
    let disputed = Filter { is_disputed: true, ..Filter::default() };
    let texts =
        ["sweden xyzzy", "kite sweedne", "a xyzzy b", "\"norway sweden norway\" kite", "xyzzy"];
    for (filter, date) in
        [(Filter::default(), None), (disputed, None), (Filter::default(), Some("2022-09-01"))]
    {
        for typed in texts {
            let view = at(typed, date, filter);
            assert!(
                !view.ways.is_empty() || !view.examples.is_empty() || lines(&view) > 0,
                "{typed}"
            );
            for way in &view.ways {
                let parsed = address::parse(sample(), way.href.trim_start_matches('#'));
                assert!(parsed.is_understood(), "{way:?}");
                assert!(lines(&shown(&parsed.selection)) > 0, "{typed}: {way:?}");
            }
        }
    }
}

#[test]
fn only_what_is_about_one_country_has_its_mark() {
    let mut several = 0;
    for typed in ["sweden", "string", "norway"] {
        let view = all(typed);
        for line in view.groups.iter().flat_map(|it| &it.lines) {
            if line.countries.text.contains(", ") {
                several += 1;
                assert_eq!(line.mark, None, "{line:?}");
            }
        }
        assert!(view.groups.iter().flat_map(|it| &it.lines).any(|it| it.mark.is_some()), "{typed}");
    }
    assert!(several > 0);
}
