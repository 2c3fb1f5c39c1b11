//! Addresses and the views that they name, both ways, and what damage leaves of them.

use model::{Date, EntityId, EntityKind, StepId};
use proptest::prelude::*;

use super::*;
use crate::sample::sample;
use crate::{Cell, Chosen, Filter, MOST_TYPED, Scope, Search, Words};

fn canonical(query: &str) -> String {
    print(&sample().model, &parse(sample(), query).selection)
}

#[track_caller]
fn check(query: &str, expected: &str, is_understood: bool) {
    let parsed = parse(sample(), query);
    let name = print(&sample().model, &parsed.selection);
    assert_eq!((&*name, parsed.is_understood()), (expected, is_understood), "{query}");
}

#[test]
fn every_view_has_a_short_address() {
    check("", "", true);
    check("?", "", true);
    for name in [
        "pillar=2&partner=swe&date=2024-06-20",
        "technology=string&event=2024-06-20-meeting",
        "person=astrid-oe",
        "tie=nor-swe",
        "statement=lund-2024-06-20",
        "view=areas",
        "view=areas&date=2024-06-20",
        "view=areas&technology=string&partner=swe&date=2024-06-20",
    ] {
        check(&format!("?{name}"), name, true);
    }
}

/// What is after `?` or `#`, and the view that it names, a line each.
const ADDRESSES: &str = include_str!("../../../../tests/addresses.txt");

#[test]
fn damage_is_undone() {
    for line in ADDRESSES.lines() {
        let (address, view) = line.split_once(" → ").unwrap();
        check(address, view, true);
        assert!(names_view(address), "{address}");
        assert_eq!(asked(address, "sources"), address);
    }
}

#[test]
fn what_stays_wrong_is_not_guessed() {
    for wrong in ["partner=sw", "partner=sweden-norway", "date=2024-06-2", "pillar=-1", "tie=nor"] {
        check(wrong, "", false);
    }
    check("partner=atlantis.&date=2024-06-20.", "date=2024-06-20", false);
    check("=swe", "", true);
    check("url=https://example.org/?partner=nor", "", true);
    check("utm_source=x;partner=nor", "", true);
}

#[test]
fn other_spellings_give_the_same_view() {
    check("partner=SWE", "partner=swe", true);
    for name in ["fiji-islands", "Fiji%20Islands", "fiji+islands", "Fiji Islands"] {
        check(&format!("?partner={name}"), "partner=fji", true);
    }
    check("?pillar=pillar-2", "pillar=2", true);
    check("?technology=TECH-String", "technology=string", true);
    check("?tie=swe-nor", "tie=nor-swe", true);
    let canonical = "pillar=2&partner=swe&date=2024-06-20";
    check("?date=2024-06-20&partner=swe&pillar=2", canonical, true);
    check("?utm_source=post&fbclid=x&partner=swe&", "partner=swe", true);
}

#[test]
fn what_has_moved_is_found() {
    for name in ["event=2024-06-20-border", "event=ev-2024-06-20-border"] {
        check(name, "event=2024-06-20-meeting", true);
    }
    check("pillar=2&statement=article", "pillar=2&event=2024-06-20-meeting", true);
    check("statement=2024-06-20-border", "", false);
}

#[test]
fn what_is_wrong_gives_the_nearest_view() {
    check("?pillar=3", "", false);
    check("?pillar=3&partner=swe", "partner=swe", false);
    check("?partner=atlantis&date=2024-06-20", "date=2024-06-20", false);
    check("?partner=swe&partner=nor", "partner=swe", true);
    check("?pillar=2&technology=string", "pillar=2", true);
    check("?partner=swe&event=none", "partner=swe", false);
    check("?partner", "", false);
    check("?partner=%FF%00<script>", "", false);
    check("?partner=__proto__", "", false);
}

#[test]
fn a_step_of_the_story_stands_alone() {
    for name in ["story=1", "story=3", "story=7"] {
        check(name, name, true);
    }
    check("story=03&partner=swe&date=2024-06-20&compare=nor,swe", "story=3", true);
    check("partner=swe&story=3", "story=3", true);
    for wrong in ["story=0", "story=9", "story=-1", "story=", "story=three", "story=99999999999"] {
        check(wrong, "", false);
    }
    check("story=9&partner=swe", "partner=swe", false);
    let step = parse(sample(), "story=5").selection;
    let shown = parse(sample(), "pillar=2&partner=swe&date=2024-11-30").selection;
    assert_eq!(step.without_step(), shown);
}

#[test]
fn a_cell_needs_an_area_and_a_country() {
    check(
        "technology=string&view=areas&partner=swe",
        "view=areas&technology=string&partner=swe",
        true,
    );
    for part in
        ["technology=string", "partner=swe", "pillar=2&partner=swe", "event=2024-06-20-meeting"]
    {
        check(&format!("view=areas&{part}"), "view=areas", true);
    }
    check("view=areas&technology=string&partner=atlantis", "view=areas", false);
    check("view=map&technology=string&partner=swe", "technology=string&partner=swe", false);
    assert_eq!(fragment(&sample().model, &parse(sample(), "view=areas").selection), "view=areas");
}

#[test]
fn what_is_searched_for_is_taken_as_it_stands() {
    for name in
        ["q=kites", "q=two+kites%3A+%28or+%22three%22%29%2C+%26+more%3F", "q=", "q=K%C3%ADtes%2B"]
    {
        check(&format!("?{name}"), name, true);
    }
    check("q=kites).", "q=kites%29.", true);
    check("q=two%20kites&partner=swe).", "q=two+kites&partner=swe", true);
    check("q=a=b&amp;date=2024-06-20", "q=a%3Db&date=2024-06-20", true);
    check("q=one&q=two", "q=one", true);
    check("q=%FF", "q=%EF%BF%BD", true);
    check("x=1;q=kites", "", true);
    check("q", "", false);
    let filtered = "q=kites&only=swe,string,official,differ";
    check(filtered, filtered, true);
    check("only=differ,official,,tech-string,Sweden&q=kites", filtered, true);
    check("only=swe,atlantis", "q=&only=swe", false);
    let most = "%ED%95%9C".repeat(MOST_TYPED);
    check(&format!("q={most}"), &format!("q={most}"), true);
    check(
        &format!("q={most}%ED%95%9C&date=2024-06-20"),
        &format!("q={most}&date=2024-06-20"),
        true,
    );
}

#[test]
fn what_changed_is_between_two_days() {
    let name = "from=2024-04-01&date=2024-06-20";
    check(name, name, true);
    check("date=2024-04-01&from=2024-06-20", name, true);
    check("from=2024-04-01", "from=2024-04-01", true);
    check("from=2024-04-01&date=2026-06-30", "from=2024-04-01", true);
    check("from=2026-06-30&date=2024-04-01", "from=2024-04-01", true);
    check("from=2024-06-20&date=2024-06-20", "date=2024-06-20", true);
    check("from=1999-01-01", "from=2021-03-01", false);
    check("from=2031-01-01", "", false);
    check("from=soon&date=2024-06-20", "date=2024-06-20", false);
    check("from=2024-04-01&partner=swe&pillar=2", "from=2024-04-01", true);
    check("view=areas&from=2024-04-01", "view=areas", true);
    check("q=kites&from=2024-04-01", "q=kites", true);
    check("view=areas&from=2024-06-20&date=2024-04-01", "view=areas&date=2024-04-01", true);
    check("q=kites&from=2024-04-01&date=2024-04-01", "q=kites&date=2024-04-01", true);
}

#[test]
fn countries_are_compared() {
    for name in
        ["compare=swe,nor", "compare=nor", "partner=nor&compare=swe,nor", "q=kites&compare=swe"]
    {
        check(&format!("?{name}"), name, true);
    }
    let two = "compare=swe,nor";
    for damaged in [
        "compare=swe%2Cnor",
        "compare=swe,nor).",
        "compare=swe,,nor",
        "COMPARE=SWE, NOR",
        "compare=Sweden,norway",
        "compare=swe,nor,swe",
        "compare=swe,nor;per",
    ] {
        check(damaged, two, true);
    }
    check("compare=swe,nor,fji,partner=nor", "partner=nor&compare=swe,nor,fji", true);
    check("compare=swe,atlantis,nor", two, false);
    check("compare=atlantis", "", false);
    check("compare=", "", true);
}

#[test]
fn dates_stay_within_the_briefing() {
    check("?date=2026-06-30", "", true);
    check("?date=2031-01-01", "", false);
    check("?date=1999-01-01", "date=2021-03-01", false);
    check("?date=2024-05", "date=2024-05-01", true);
    check("?date=2024-02-30", "", false);
    check("?date=99999-99-99", "", false);
}

#[test]
fn a_fragment_names_a_view_or_a_place() {
    for view in ["overview", "partner=swe", "x=1&date=2024-05-01", "pillar=", "partner=atlantis"] {
        assert!(names_view(view), "{view}");
    }
    for place in ["", "sources", "source-67", "a=b", "partner", "=swe"] {
        assert!(!names_view(place), "{place}");
    }
}

#[test]
fn a_fragment_counts_more_than_a_query() {
    let view = |query, fragment| canonical(&asked(query, fragment));
    assert_eq!(view("pillar=2&partner=swe", "partner=nor"), "partner=nor");
    assert_eq!(view("partner=swe", "overview"), "");
    assert_eq!(view("partner=swe", "overview&date=2024-06-20"), "date=2024-06-20");
    assert_eq!(view("partner=swe", "sources"), "partner=swe");
    assert_eq!(view("partner=swe", ""), "partner=swe");
    let dated = "partner=swe&date=2024-06-20";
    assert_eq!(view("partner=swe&date=2023-05-01", "date=2024-06-20"), dated);
    for rest in ["38;partner=swe", "038;partner=swe", "x26;partner=swe"] {
        assert_eq!(view("pillar=2&", rest), "pillar=2&partner=swe");
    }
}

#[test]
fn every_view_has_a_fragment_that_is_not_empty() {
    assert_eq!(fragment(&sample().model, &Selection::default()), "overview");
    for overview in ["overview", "overview&", "overview.", "Overview", "/overview", "overview%20)"]
    {
        assert!(names_view(overview), "{overview}");
        assert_eq!(asked("partner=swe", overview), overview);
    }
    assert_eq!(parse(sample(), "overview"), parse(sample(), ""));
    let sweden = parse(sample(), "partner=swe").selection;
    assert_eq!(fragment(&sample().model, &sweden), "partner=swe");
}

#[test]
fn what_is_not_shown_is_said() {
    for (address, misread) in [
        ("partner=swe&date=2024-06-20", None),
        ("partner=atlantis&pillar=7", Some(Misread::Value("partner"))),
        ("partner", Some(Misread::Value("partner"))),
        ("view=map", Some(Misread::Value("view"))),
        ("story=9", Some(Misread::Value("story"))),
        ("date=soon", Some(Misread::Value("date"))),
        ("only=swe,atlantis", Some(Misread::Value("only"))),
        ("compare=swe,nor,atlantis", Some(Misread::Value("compare"))),
        ("date=1999-01-01", Some(Misread::Day)),
        ("from=2031-01-01&date=2024-06-20", Some(Misread::Day)),
        ("from=2024-06-20&date=2024-06-20", Some(Misread::LeftOut("from"))),
        ("from=2024-06-20&date=2024-04-01", None),
        ("from=2024-04-01&partner=swe", Some(Misread::LeftOut("partner"))),
        ("from=2024-04-01&pillar=2", Some(Misread::LeftOut("pillar"))),
        ("from=2024-04-01&compare=swe,nor", None),
        ("q=kites&from=2024-04-01", Some(Misread::LeftOut("from"))),
        ("q=kites&pillar=2", Some(Misread::LeftOut("pillar"))),
        ("view=areas&partner=swe", Some(Misread::LeftOut("partner"))),
        ("view=areas&q=kites", Some(Misread::LeftOut("q"))),
        ("pillar=2&technology=string", Some(Misread::LeftOut("technology"))),
        ("partner=swe&partner=nor", None),
        ("pillar=2&statement=article", None),
        ("story=3&partner=swe&date=2024-06-20", Some(Misread::LeftOut("partner"))),
        ("story=3&date=2024-06-20", Some(Misread::LeftOut("date"))),
        ("date=2026-06-30&compare=", None),
    ] {
        assert_eq!(parse(sample(), address).misread, misread, "{address}");
    }
}

/// Any entry that can be a scope, or can be none.
fn entities(is_scope: bool) -> impl Strategy<Value = Option<EntityId>> {
    let is_wanted = |it: &EntityId| Selection::default().showing(*it).subject.is_none() == is_scope;
    let all = EntityKind::ALL.into_iter().flat_map(|it| EntityId::all(it, &sample().model));
    prop::option::of(prop::sample::select(all.filter(is_wanted).collect::<Vec<_>>()))
}

/// Any view on any day.
fn selections() -> impl Strategy<Value = Selection> {
    let model = &sample().model;
    let cells = model.each_technology().flat_map(|(technology, _)| {
        model.each_country().map(move |(country, _)| Cell { technology, country })
    });
    let cells = prop::option::of(prop::sample::select(cells.collect::<Vec<_>>()));
    let areas = cells.prop_map(|it| Selection::default().within(Scope::Areas(it)));
    let others = (entities(true), entities(false)).prop_map(|(scope, subject)| {
        let entities = [scope, subject].into_iter().flatten();
        entities.fold(Selection::default(), Selection::showing)
    });
    let latest = model.edition.date;
    let since = (0..200_usize, dates()).prop_map(move |(days, date)| {
        let from = std::iter::successors(Some(first_day()), |day| Some(day.next())).nth(days);
        let from = from.filter(|it| *it < date.unwrap_or(latest));
        from.map_or_else(Selection::default, |it| Selection::default().within(Scope::Since(it)))
            .dated(date)
    });
    let views =
        (prop_oneof![1 => areas, 3 => others], dates()).prop_map(|(it, date)| it.dated(date));
    let steps: Vec<StepId> = model.each_step().map(|(id, _)| id).collect();
    let steps =
        prop::sample::select(steps).prop_map(|it| Selection::of_step(&sample().model, it).unwrap());
    let others = (prop_oneof![4 => views, 1 => since], chosen())
        .prop_map(|(it, chosen)| it.choosing(chosen));
    prop_oneof![9 => others, 1 => steps]
}

/// Any countries to compare.
fn chosen() -> impl Strategy<Value = Chosen> {
    let countries: Vec<_> = sample().model.each_country().map(|(id, _)| id).collect();
    prop::collection::vec(prop::sample::select(countries), 0..6)
        .prop_map(|it| it.into_iter().collect())
}

/// Any search, with or without something that is opened within it.
fn searches() -> impl Strategy<Value = Selection> {
    let model = &sample().model;
    let countries: Vec<_> = model.each_country().map(|(id, _)| id).collect();
    let technologies: Vec<_> = model.each_technology().map(|(id, _)| id).collect();
    let filter = (
        prop::option::of(prop::sample::select(countries)),
        prop::option::of(prop::sample::select(technologies)),
        any::<bool>(),
        any::<bool>(),
    );
    let filter = filter.prop_map(|(country, technology, is_official, is_disputed)| Filter {
        country,
        technology,
        is_official,
        is_disputed,
    });
    (".{0,90}|[가-힣]{0,90}", filter, entities(false), chosen(), dates()).prop_map(
        |(words, filter, subject, chosen, date)| {
            let search = Search { words: Words::new(&words), filter };
            let found = Selection::default().within(Scope::Search(search));
            subject.map_or(found, |it| found.showing(it)).choosing(chosen).dated(date)
        },
    )
}

/// The day of the first event.
fn first_day() -> Date {
    sample().model.event_dates()[0]
}

/// Any day from the first event to the day before the edition.
fn dates() -> impl Strategy<Value = Option<Date>> {
    let days = std::iter::successors(Some(first_day()), |day| Some(day.next()));
    let days: Vec<Date> = days.take_while(|day| *day < sample().model.edition.date).collect();
    prop::option::of(prop::sample::select(days))
}

/// What programs do to a whole address.
const DAMAGES: [fn(&str) -> String; 9] = [
    str::to_owned,
    |it| it.replace('=', "%3D"),
    |it| it.replace('=', "%3D").replace('&', "%26"),
    |it| it.bytes().map(|byte| format!("%{byte:02X}")).collect(),
    |it| it.replace('&', "&amp;"),
    |it| it.replace('&', "&amp;amp;"),
    |it| it.replace('&', "&#038;"),
    |it| it.replace('=', "=3D"),
    str::to_uppercase,
];

/// What programs put before and behind an address.
const BEFORE: [&str; 8] = ["", "/", "!", "?", "!/", "amp;", "%20", "utm_source=x&"];
const BEHIND: [&str; 16] = [
    "",
    ".",
    ")",
    "),",
    "%20",
    "%E2%80%9D",
    "”",
    "’",
    ">",
    "&",
    "/",
    "%0A",
    "?fbclid=x",
    "#:~:text=x",
    "&utm_source=x",
    "](https://example.org)",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn what_is_printed_parses_to_itself(selection in selections()) {
        let parsed = parse(sample(), &print(&sample().model, &selection));
        prop_assert_eq!(parsed, Parsed { selection, misread: None });
    }

    #[test]
    fn a_search_parses_to_itself(selection in searches()) {
        let parsed = parse(sample(), &print(&sample().model, &selection));
        prop_assert_eq!(parsed, Parsed { selection, misread: None });
    }

    #[test]
    fn the_view_survives_damage(
        selection in selections(), damage in prop::sample::select(&DAMAGES[..]), before in prop::sample::select(&BEFORE[..]),
        behind in prop::collection::vec(prop::sample::select(&BEHIND[..]), 0..3),
    ) {
        let name = damage(&print(&sample().model, &selection));
        let parsed = parse(sample(), &[before, &name, &behind.concat()].concat());
        prop_assert_eq!(parsed, Parsed { selection, misread: None });
    }

    #[test]
    fn any_text_has_a_canonical_address(query in any::<String>()) {
        prop_assert_eq!(canonical(&canonical(&query)), canonical(&query));
    }

    #[test]
    fn any_pairs_have_a_canonical_address(
        pairs in prop::collection::vec(
            (
                "view|pillar|technology|partner|tie|event|statement|person|date|from|q|only|compare|story|x",
                "[ -~]{0,12}|areas|swe|swe,nor|2|9|string|2024-05-01",
            ),
            0..6,
        )
    ) {
        let query: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
        let query = query.join("&");
        prop_assert_eq!(canonical(&canonical(&query)), canonical(&query));
    }
}
