//! Selection ⇄ address. Every view has one short canonical name, and every text has a nearest view.
//!
//! `pillar=2&partner=kor&date=2024-05-01`, as the query of an address or as its fragment: at most one key of a scope, at most
//! one of a subject, and `date`. `view=areas` is the scope of all areas, and an area and a country after it are the cell that
//! is opened. The keys are those of [`EntityKind`]; values are the ids of the content without their
//! prefix, and need no escaping. Keys of others (such as a mailing's tracking tags) mean nothing, and their values are not
//! looked into; the canonical name that the app writes is without them, so that what a reader shares names the view alone.
//!
//! What mail and chat programs do to an address is undone. Keys and values are letters, digits and hyphens, so around them
//! everything else is damage, and what else is between `&` and `&` comes after a delimiter. `assets/address.js` does the
//! same before the app is there, and `tests/addresses.txt` holds both to it.

use model::{Date, EntityId, EntityKind, Model, When};
use percent_encoding::percent_decode_str;

use crate::{Briefing, Cell, Scope, Selection, Subject};

/// The key of a scope that is about no entry alone.
pub const VIEW_KEY: &str = "view";

/// The value of its key that stands for all areas.
const AREAS: &str = "areas";

/// The key of the date.
pub const DATE_KEY: &str = "date";

/// The name of the overview as a fragment, which must not be empty: it would name nothing.
pub const OVERVIEW: &str = "overview";

/// What an address means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The nearest valid selection.
    pub selection: Selection,
    /// Whether every value of a known key was valid.
    pub is_understood: bool,
}

/// The keys that name a view, in the order of a canonical name.
pub fn keys() -> impl Iterator<Item = &'static str> {
    [VIEW_KEY].into_iter().chain(EntityKind::ALL.into_iter().map(EntityKind::key)).chain([DATE_KEY])
}

/// The canonical name of a selection; empty for the overview as of today. With `#` before it, it is the link to the view,
/// and its card in the prerendered text has it as its id.
#[must_use]
pub fn print(model: &Model, selection: &Selection) -> String {
    let mut query = String::new();
    let mut push = |key: &str, value: &str| {
        if !query.is_empty() {
            query.push('&');
        }
        query.extend([key, "=", value]);
    };
    let entities = match selection.scope {
        Scope::Areas(cell) => {
            push(VIEW_KEY, AREAS);
            [
                cell.map(|it| EntityId::Technology(it.technology)),
                cell.map(|it| EntityId::Country(it.country)),
            ]
        }
        scope => [scope.entity(), selection.subject.map(Subject::entity)],
    };
    for entity in entities.into_iter().flatten() {
        if let Some(name) = entity.short_name(model) {
            push(entity.kind().key(), name);
        }
    }
    if let Some(date) = selection.date {
        push(DATE_KEY, &date.to_string());
    }
    query
}

/// The name of a selection as a fragment, without its `#`.
#[must_use]
pub fn fragment(model: &Model, selection: &Selection) -> String {
    let name = print(model, selection);
    if name.is_empty() { OVERVIEW.to_owned() } else { name }
}

/// Whether a text names a view, rightly or wrongly; a fragment may name a place on the page instead.
#[must_use]
pub fn names_view(text: &str) -> bool {
    names_overview(text) || !pairs(text).is_empty()
}

/// Whether a text begins with the overview, whatever was put behind it.
fn names_overview(text: &str) -> bool {
    let decoded = decoded(text);
    decoded.split(DELIMITERS).map(plain).find(|it| !it.is_empty()).is_some_and(|it| it == OVERVIEW)
}

/// The text that names the view, of the query and the fragment of an address: the fragment if it can, so that links need no
/// server, else the query. A date alone goes with the view of the query, as does what a browser takes for a fragment after
/// an `&#38;` or `&#x26;` that should have been `&`.
#[must_use]
pub fn asked(query: &str, fragment: &str) -> String {
    let pairs = pairs(fragment);
    let is_date = !pairs.is_empty() && pairs.iter().all(|(key, _)| *key == Key::Date);
    let is_reference =
        ["38;", "x26;", "X26;"].iter().any(|it| fragment.trim_start_matches('0').starts_with(it));
    let is_part = is_date || is_reference;
    if names_overview(fragment) {
        fragment.to_owned()
    } else if is_part {
        [fragment, "&", query].concat()
    } else {
        if pairs.is_empty() { query } else { fragment }.to_owned()
    }
}

/// The nearest selection to any text, with or without a question mark. Never fails; the first of two values for the
/// same thing counts.
#[must_use]
pub fn parse(briefing: &Briefing, query: &str) -> Parsed {
    let query = query.strip_prefix('?').unwrap_or(query);
    let has_bare_key = query.split('&').any(|it| Key::named(it).is_some());
    let mut found = Found {
        is_areas: false,
        briefing,
        scope: None,
        subject: None,
        date: None,
        is_understood: !has_bare_key,
    };
    for (key, value) in pairs(query) {
        match key {
            Key::View => found.take_view(&value),
            Key::Entity(kind) => found.take_entity(find(briefing, kind, &value)),
            Key::Date => found.take_date(&value),
        }
    }
    let (scope, subject) = found.view();
    let selection = Selection { scope, subject, date: found.date.flatten() };
    Parsed { selection, is_understood: found.is_understood }
}

/// What a value is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    View,
    Entity(EntityKind),
    Date,
}

impl Key {
    fn named(name: &str) -> Option<Self> {
        if name == DATE_KEY {
            return Some(Self::Date);
        }
        if name == VIEW_KEY {
            return Some(Self::View);
        }
        EntityKind::ALL.into_iter().find(|it| it.key() == name).map(Self::Entity)
    }
}

/// What ends a value that something else was put behind.
const DELIMITERS: &[char] =
    &['&', ';', '?', '#', '"', '<', '>', '(', ')', '[', ']', '{', '}', '|', ',', '~', '%', '\n'];

/// The known keys in a text and what stands after them, both mended. One whose values are free text would be taken here as
/// it stands, before anything is decoded.
fn pairs(text: &str) -> Vec<(Key, String)> {
    let mut pairs = Vec::new();
    for pair in text.split('&') {
        // What is a key of others ends the pair: its value may be another page's address.
        let decoded = decoded(pair);
        let pieces = decoded.split(DELIMITERS).filter_map(|it| it.split_once('='));
        pairs.extend(
            pieces.map_while(|(key, value)| Some((Key::named(&plain(key))?, plain(value)))),
        );
    }
    pairs
}

/// A text without percent escapes and without those of mail (`=3D`); what is not ASCII is a space. What opens a value in
/// quotes or brackets is left out.
fn decoded(text: &str) -> String {
    let ascii = |byte: u8| if byte.is_ascii() { char::from(byte) } else { ' ' };
    let plain = percent_decode_str(text).map(ascii).collect::<String>().replace("=3D", "=");
    let mut decoded = String::with_capacity(plain.len());
    for letter in plain.chars() {
        let opens = decoded.ends_with('=') && letter != '&' && DELIMITERS.contains(&letter);
        if !opens {
            decoded.push(letter);
        }
    }
    decoded
}

/// The words of a text with hyphens in between, in small letters.
fn plain(text: &str) -> String {
    let is_between = |it: char| !it.is_ascii_alphanumeric() && it != '-';
    let mut plain = String::new();
    for word in text.split(is_between).filter(|it| !it.is_empty()) {
        if !plain.is_empty() {
            plain.push('-');
        }
        plain.push_str(word);
    }
    plain.make_ascii_lowercase();
    plain
}

/// What has been found in an address so far.
struct Found<'b> {
    briefing: &'b Briefing,
    is_areas: bool,
    scope: Option<Scope>,
    subject: Option<Subject>,
    date: Option<Option<Date>>,
    is_understood: bool,
}

impl Found<'_> {
    /// Scope and subject. In the view of all areas an area and a country are the cell that is opened.
    fn view(&self) -> (Scope, Option<Subject>) {
        let scope = self.scope.unwrap_or_default();
        if !self.is_areas {
            return (scope, self.subject);
        }
        let cell = match (scope, self.subject) {
            (Scope::Technology(technology), Some(Subject::Country(country))) => {
                Some(Cell { technology, country })
            }
            _ => None,
        };
        (Scope::Areas(cell), None)
    }

    fn take_view(&mut self, value: &str) {
        let is_areas = value == AREAS;
        self.is_areas |= is_areas;
        self.is_understood &= is_areas;
    }

    fn take_entity(&mut self, entity: Option<EntityId>) {
        let Some(entity) = entity else {
            self.is_understood = false;
            return;
        };
        let shown = Selection::default().showing(entity);
        match shown.subject {
            Some(subject) => drop(self.subject.get_or_insert(subject)),
            None => drop(self.scope.get_or_insert(shown.scope)),
        }
    }

    /// A date outside the briefing means its nearest end; the edition's own day means the latest.
    fn take_date(&mut self, value: &str) {
        let Some(When { date, .. }) = When::parse(value) else {
            self.is_understood = false;
            return;
        };
        let latest = self.briefing.model.edition.date;
        let first = self.briefing.model.event_dates().first().copied().unwrap_or(latest);
        self.is_understood &= (first..=latest).contains(&date);
        self.date = self.date.or(Some((date < latest).then_some(date.max(first))));
    }
}

/// The entry of a kind that a value names, with or without the prefix of its kind; a country also by its name, and a tie
/// with its countries in either order.
fn find(briefing: &Briefing, kind: EntityKind, value: &str) -> Option<EntityId> {
    let named = |value: &str| {
        let is_named = |it: &EntityId| {
            [it.name(&briefing.model), it.short_name(&briefing.model)].contains(&Some(value))
        };
        EntityId::all(kind, &briefing.model).find(is_named)
    };
    named(value)
        .or_else(|| match kind {
            EntityKind::Country => find_country(briefing, value),
            EntityKind::Tie => {
                value.split_once('-').and_then(|(one, other)| named(&[other, "-", one].concat()))
            }
            _ => None,
        })
        .or_else(|| find_moved(briefing, kind, value))
}

/// What stands now for a view that has been published.
fn find_moved(briefing: &Briefing, kind: EntityKind, value: &str) -> Option<EntityId> {
    let name = value.strip_prefix(kind.id_prefix()).unwrap_or(value);
    let is_named = |from: &str| from.split_once('=') == Some((kind.key(), name));
    briefing.model.moved.iter().find(|it| is_named(&it.from)).map(|it| it.to)
}

/// A country by its name.
fn find_country(briefing: &Briefing, value: &str) -> Option<EntityId> {
    let is_named = |it: &text::CountryText| !value.is_empty() && plain(&it.name) == value;
    let index = briefing.text.countries.iter().position(is_named)?;
    EntityId::from_index(EntityKind::Country, index)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sample::sample;

    fn canonical(query: &str) -> String {
        print(&sample().model, &parse(sample(), query).selection)
    }

    #[track_caller]
    fn check(query: &str, expected: &str, is_understood: bool) {
        let parsed = parse(sample(), query);
        let name = print(&sample().model, &parsed.selection);
        assert_eq!((&*name, parsed.is_understood), (expected, is_understood), "{query}");
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
    const ADDRESSES: &str = include_str!("../../../tests/addresses.txt");

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
        for wrong in
            ["partner=sw", "partner=sweden-norway", "date=2024-06-2", "pillar=-1", "tie=nor"]
        {
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
        assert_eq!(
            fragment(&sample().model, &parse(sample(), "view=areas").selection),
            "view=areas"
        );
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
        for view in
            ["overview", "partner=swe", "x=1&date=2024-05-01", "pillar=", "partner=atlantis"]
        {
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
        for overview in
            ["overview", "overview&", "overview.", "Overview", "/overview", "overview%20)"]
        {
            assert!(names_view(overview), "{overview}");
            assert_eq!(asked("partner=swe", overview), overview);
        }
        assert_eq!(parse(sample(), "overview"), parse(sample(), ""));
        let sweden = parse(sample(), "partner=swe").selection;
        assert_eq!(fragment(&sample().model, &sweden), "partner=swe");
    }

    /// Any entry that can be a scope, or can be none.
    fn entities(is_scope: bool) -> impl Strategy<Value = Option<EntityId>> {
        let is_wanted =
            |it: &EntityId| Selection::default().showing(*it).subject.is_none() == is_scope;
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
        (prop_oneof![1 => areas, 3 => others], dates()).prop_map(|(it, date)| it.dated(date))
    }

    /// Any day from the first event to the day before the edition.
    fn dates() -> impl Strategy<Value = Option<Date>> {
        let first = sample().model.event_dates()[0];
        let days = std::iter::successors(Some(first), |day| Some(day.next()));
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
            prop_assert_eq!(parsed, Parsed { selection, is_understood: true });
        }

        #[test]
        fn the_view_survives_damage(
            selection in selections(), damage in prop::sample::select(&DAMAGES[..]), before in prop::sample::select(&BEFORE[..]),
            behind in prop::collection::vec(prop::sample::select(&BEHIND[..]), 0..3),
        ) {
            let name = damage(&print(&sample().model, &selection));
            let parsed = parse(sample(), &[before, &name, &behind.concat()].concat());
            prop_assert_eq!(parsed, Parsed { selection, is_understood: true });
        }

        #[test]
        fn any_text_has_a_canonical_address(query in any::<String>()) {
            prop_assert_eq!(canonical(&canonical(&query)), canonical(&query));
        }

        #[test]
        fn any_pairs_have_a_canonical_address(
            pairs in prop::collection::vec(
                (
                    "view|pillar|technology|partner|tie|event|statement|person|date|x",
                    "[ -~]{0,12}|areas|swe|2|string|2024-05-01",
                ),
                0..6,
            )
        ) {
            let query: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
            let query = query.join("&");
            prop_assert_eq!(canonical(&canonical(&query)), canonical(&query));
        }
    }
}
