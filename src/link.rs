//! Selection ⇄ address. Every view has one short canonical name, and every text has a nearest view.
//!
//! `pillar=2&partner=kor&date=2024-05-01`, as the query of an address or as its fragment: at most one of `pillar`, `technology`; at most one of `partner`, `tie`,
//! `event`, `statement`, `person`; and `date`. Values are the ids of the content without their prefix; they need no escaping.
//! Keys of others (such as a mailing's tracking tags) are left alone.

use model::{
    Briefing, CountryId, Date, EventId, PersonId, PillarId, StatementId, TechnologyId, TieId, When,
};

use crate::state::{Lens, Open, Selection};

/// The keys that name a view.
const KEYS: [&str; 8] =
    ["pillar", "technology", "partner", "tie", "event", "statement", "person", "date"];

/// What an address means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The nearest valid selection.
    pub selection: Selection,
    /// Whether every value of a known key was valid.
    pub understood: bool,
}

/// The canonical name of a selection; empty for the overview as of today. With `#` before it, it is the link to the view,
/// and its card in the printed text has it as its id.
#[must_use]
pub fn print(briefing: &Briefing, selection: &Selection) -> String {
    let mut query = String::new();
    let mut push = |key: &str, value: &str| {
        if !query.is_empty() {
            query.push('&');
        }
        query.extend([key, "=", value]);
    };
    if let Some((key, id)) = lens_pair(briefing, selection.lens) {
        push(key, id);
    }
    if let Some((key, id)) = selection.open.and_then(|open| open_pair(briefing, open)) {
        push(key, id);
    }
    if let Some(date) = selection.date {
        push("date", &date.to_string());
    }
    query
}

fn lens_pair<'b>(briefing: &'b Briefing, lens: Lens) -> Option<(&'static str, &'b str)> {
    match lens {
        Lens::Overview => None,
        Lens::Pillar(id) => Some(("pillar", short(briefing.pillar(id)?.id, "pillar-"))),
        Lens::Technology(id) => Some(("technology", short(briefing.technology(id)?.id, "tech-"))),
    }
}

fn open_pair<'b>(briefing: &'b Briefing, open: Open) -> Option<(&'static str, &'b str)> {
    match open {
        Open::Country(id) => Some(("partner", briefing.country(id)?.id)),
        Open::Event(id) => Some(("event", short(briefing.event(id)?.id, "ev-"))),
        Open::Statement(id) => Some(("statement", short(briefing.statement(id)?.id, "st-"))),
        Open::Person(id) => Some(("person", short(briefing.person(id)?.id, "p-"))),
        Open::Tie(id) => Some(("tie", briefing.tie(id)?.id)),
    }
}

fn short<'a>(id: &'a str, prefix: &str) -> &'a str {
    id.strip_prefix(prefix).unwrap_or(id)
}

/// The name of the overview as a fragment, which must not be empty: it would name nothing.
pub const OVERVIEW: &str = "overview";

/// The name of a selection as a fragment, without its `#`.
#[must_use]
pub fn fragment(briefing: &Briefing, selection: &Selection) -> String {
    let name = print(briefing, selection);
    if name.is_empty() { OVERVIEW.to_owned() } else { name }
}

/// Whether a text names a view, rightly or wrongly; a fragment may name a place on the page instead.
#[must_use]
pub fn names_view(text: &str) -> bool {
    text == OVERVIEW
        || text
            .split('&')
            .any(|pair| pair.split_once('=').is_some_and(|(key, _)| KEYS.contains(&key)))
}

/// The nearest selection to any text, with or without a question mark. Never fails; the first of two values for the
/// same thing counts.
#[must_use]
pub fn parse(briefing: &Briefing, query: &str) -> Parsed {
    let mut found = Found { briefing, lens: None, open: None, date: None, understood: true };
    for pair in query.strip_prefix('?').unwrap_or(query).split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        found.take(key, value);
    }
    let selection = Selection {
        lens: found.lens.unwrap_or_default(),
        open: found.open,
        date: found.date.flatten(),
    };
    Parsed { selection, understood: found.understood }
}

struct Found<'b, 'a> {
    briefing: &'b Briefing<'a>,
    lens: Option<Lens>,
    open: Option<Open>,
    date: Option<Option<Date>>,
    understood: bool,
}

impl Found<'_, '_> {
    fn take(&mut self, key: &str, value: &str) {
        let briefing = self.briefing;
        match key {
            "pillar" => self.take_lens(
                find(&briefing.pillars, |it| it.id, "pillar-", value)
                    .and_then(PillarId::from_index)
                    .map(Lens::Pillar),
            ),
            "technology" => {
                let found = find(&briefing.technologies, |it| it.id, "tech-", value);
                self.take_lens(found.and_then(TechnologyId::from_index).map(Lens::Technology));
            }
            "partner" => self.take_open(find_country(briefing, value).map(Open::Country)),
            "event" => self.take_open(
                find(&briefing.events, |it| it.id, "ev-", value)
                    .and_then(EventId::from_index)
                    .map(Open::Event),
            ),
            "statement" => {
                let found = find(&briefing.statements, |it| it.id, "st-", value);
                self.take_open(found.and_then(StatementId::from_index).map(Open::Statement));
            }
            "person" => self.take_open(
                find(&briefing.people, |it| it.id, "p-", value)
                    .and_then(PersonId::from_index)
                    .map(Open::Person),
            ),
            "tie" => {
                let found = find(&briefing.ties, |it| it.id, "", value);
                self.take_open(found.and_then(TieId::from_index).map(Open::Tie));
            }
            "date" => self.take_date(value),
            _ => {}
        }
    }

    fn take_lens(&mut self, lens: Option<Lens>) {
        self.understood &= lens.is_some();
        self.lens = self.lens.or(lens);
    }

    fn take_open(&mut self, open: Option<Open>) {
        self.understood &= open.is_some();
        self.open = self.open.or(open);
    }

    /// A date outside the briefing means its nearest end; the edition's own day means the latest.
    fn take_date(&mut self, value: &str) {
        let Some(When { date, .. }) = When::parse(value) else {
            self.understood = false;
            return;
        };
        let latest = self.briefing.edition.date;
        let first = self.briefing.event_dates().first().copied().unwrap_or(latest);
        self.understood &= (first..=latest).contains(&date);
        self.date = self.date.or(Some((date < latest).then_some(date.max(first))));
    }
}

/// The index of the entry whose id is `value`, with or without the prefix of its kind, in any case.
fn find<T>(list: &[T], id: fn(&T) -> &str, prefix: &str, value: &str) -> Option<usize> {
    list.iter().position(|entry| {
        let id = id(entry);
        id.eq_ignore_ascii_case(value) || short(id, prefix).eq_ignore_ascii_case(value)
    })
}

/// A value with spaces where an address has something in their stead.
fn spaced(value: &str) -> String {
    let mut parts = value.split('%');
    let mut spaced = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (space, rest) = part.strip_prefix("20").map_or(("%", part), |rest| (" ", rest));
        spaced.extend([space, rest]);
    }
    spaced.replace(['+', '-'], " ")
}

/// A country by its code, or by its name with hyphens, or what addresses make of spaces, between words.
fn find_country(briefing: &Briefing, value: &str) -> Option<CountryId> {
    // The longest name is far shorter; a longer value is not worth copying.
    let spaced = (value.len() < 64).then(|| spaced(value))?;
    let is_named = |name: &str| name.eq_ignore_ascii_case(&spaced);
    let found = briefing
        .countries
        .iter()
        .position(|it| it.id.eq_ignore_ascii_case(value) || is_named(it.name));
    CountryId::from_index(found?)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn briefing() -> &'static Briefing<'static> {
        crate::briefing()
    }

    fn canonical(query: &str) -> String {
        print(briefing(), &parse(briefing(), query).selection)
    }

    #[track_caller]
    fn check(query: &str, expected: &str, understood: bool) {
        let parsed = parse(briefing(), query);
        let expected = expected.trim_start_matches('?');
        assert_eq!(
            (&*print(briefing(), &parsed.selection), parsed.understood),
            (expected, understood),
            "{query}"
        );
    }

    #[test]
    fn every_view_has_a_short_address() {
        check("", "?", true);
        check("?", "?", true);
        check(
            "?pillar=2&partner=kor&date=2024-05-01",
            "?pillar=2&partner=kor&date=2024-05-01",
            true,
        );
        check(
            "?technology=quantum&event=2024-05-01-rok-aus-2plus2",
            "?technology=quantum&event=2024-05-01-rok-aus-2plus2",
            true,
        );
        check("?person=shin-won-sik", "?person=shin-won-sik", true);
        check("?tie=aus-kor", "?tie=aus-kor", true);
        check("?statement=kirby-2023-06", "?statement=kirby-2023-06", true);
    }

    #[test]
    fn other_spellings_give_the_same_view() {
        check("partner=KOR", "?partner=kor", true);
        for name in ["south-korea", "South%20Korea", "south+korea", "South Korea"] {
            check(&format!("?partner={name}"), "?partner=kor", true);
        }
        check("?pillar=pillar-2", "?pillar=2", true);
        check("?technology=TECH-Quantum", "?technology=quantum", true);
        check(
            "?date=2024-05-01&partner=kor&pillar=2",
            "?pillar=2&partner=kor&date=2024-05-01",
            true,
        );
        check("?utm_source=post&fbclid=x&partner=kor&", "?partner=kor", true);
    }

    #[test]
    fn what_is_wrong_gives_the_nearest_view() {
        check("?pillar=3", "?", false);
        check("?pillar=3&partner=kor", "?partner=kor", false);
        check("?partner=atlantis&date=2024-05-01", "?date=2024-05-01", false);
        check("?partner=kor&partner=jpn", "?partner=kor", true);
        check("?partner=kor&event=none", "?partner=kor", false);
        check("?partner", "?", false);
        check("?partner=%FF%00<script>", "?", false);
        check("?partner=__proto__", "?", false);
    }

    #[test]
    fn dates_stay_within_the_briefing() {
        check("?date=2026-11-23", "?", true);
        check("?date=2031-01-01", "?", false);
        check("?date=1999-01-01", "?date=2021-09-15", false);
        check("?date=2024-05", "?date=2024-05-01", true);
        check("?date=2024-02-30", "?", false);
        check("?date=99999-99-99", "?", false);
    }

    #[test]
    fn a_fragment_names_a_view_or_a_place() {
        for view in
            ["overview", "partner=kor", "x=1&date=2024-05-01", "pillar=", "partner=atlantis"]
        {
            assert!(names_view(view), "{view}");
        }
        for place in ["", "sources", "source-67", "a=b", "partner", "=kor"] {
            assert!(!names_view(place), "{place}");
        }
    }

    #[test]
    fn every_view_has_a_fragment_that_is_not_empty() {
        assert_eq!(fragment(briefing(), &Selection::default()), "overview");
        assert_eq!(parse(briefing(), "overview"), parse(briefing(), ""));
        let korea = parse(briefing(), "partner=kor").selection;
        assert_eq!(fragment(briefing(), &korea), "partner=kor");
    }

    fn index(count: usize) -> impl Strategy<Value = usize> {
        0..count
    }

    fn lenses() -> impl Strategy<Value = Lens> {
        let pillar = index(briefing().pillars.len())
            .prop_map(|it| Lens::Pillar(PillarId::from_index(it).unwrap()));
        let technology = index(briefing().technologies.len())
            .prop_map(|it| Lens::Technology(TechnologyId::from_index(it).unwrap()));
        prop_oneof![Just(Lens::Overview), pillar, technology]
    }

    fn opens() -> impl Strategy<Value = Option<Open>> {
        let it = briefing();
        let country = index(it.countries.len())
            .prop_map(|it| Open::Country(CountryId::from_index(it).unwrap()));
        let event =
            index(it.events.len()).prop_map(|it| Open::Event(EventId::from_index(it).unwrap()));
        let statement = index(it.statements.len())
            .prop_map(|it| Open::Statement(StatementId::from_index(it).unwrap()));
        let person =
            index(it.people.len()).prop_map(|it| Open::Person(PersonId::from_index(it).unwrap()));
        let tie = index(it.ties.len()).prop_map(|it| Open::Tie(TieId::from_index(it).unwrap()));
        prop::option::of(prop_oneof![country, event, statement, person, tie])
    }

    /// Any day from the first event to the day before the edition.
    fn dates() -> impl Strategy<Value = Option<Date>> {
        let first = briefing().event_dates()[0];
        let days = std::iter::successors(Some(first), |day| Some(day.next()));
        let days: Vec<Date> = days.take_while(|day| *day < briefing().edition.date).collect();
        prop::option::of(prop::sample::select(days))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        #[test]
        fn what_is_printed_parses_to_itself(lens in lenses(), open in opens(), date in dates()) {
            let selection = Selection { lens, open, date };
            let parsed = parse(briefing(), &print(briefing(), &selection));
            prop_assert_eq!(parsed, Parsed { selection, understood: true });
        }

        #[test]
        fn any_text_has_a_canonical_address(query in any::<String>()) {
            prop_assert_eq!(canonical(&canonical(&query)), canonical(&query));
        }

        #[test]
        fn any_pairs_have_a_canonical_address(
            pairs in prop::collection::vec(("pillar|technology|partner|tie|event|statement|person|date|x", "[ -~]{0,12}|kor|2|quantum|2024-05-01"), 0..6)
        ) {
            let query: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
            let query = query.join("&");
            prop_assert_eq!(canonical(&canonical(&query)), canonical(&query));
        }
    }
}
