//! Selection ⇄ address. Every view has one short canonical name, and every text has a nearest view.
//!
//! `pillar=2&partner=kor&date=2024-05-01`, as the query of an address or as its fragment: at most one key of a scope, at most
//! one of a subject, and `date`. The keys are those of [`EntityKind`]; values are the ids of the content without their
//! prefix, and need no escaping. Keys of others (such as a mailing's tracking tags) are left alone.

use model::{Date, EntityId, EntityKind, Model, When};

use crate::{Briefing, Scope, Selection, Subject};

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
    EntityKind::ALL.into_iter().map(EntityKind::key).chain([DATE_KEY])
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
    let entities = [selection.scope.entity(), selection.subject.map(Subject::entity)];
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
    let names_key =
        |pair: &str| pair.split_once('=').is_some_and(|(key, _)| keys().any(|it| it == key));
    text == OVERVIEW || text.split('&').any(names_key)
}

/// The nearest selection to any text, with or without a question mark. Never fails; the first of two values for the
/// same thing counts.
#[must_use]
pub fn parse(briefing: &Briefing, query: &str) -> Parsed {
    let mut found = Found { briefing, scope: None, subject: None, date: None, is_understood: true };
    for pair in query.strip_prefix('?').unwrap_or(query).split('&') {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        found.take(key, value);
    }
    let selection = Selection {
        scope: found.scope.unwrap_or_default(),
        subject: found.subject,
        date: found.date.flatten(),
    };
    Parsed { selection, is_understood: found.is_understood }
}

/// What has been found in an address so far.
struct Found<'b> {
    briefing: &'b Briefing,
    scope: Option<Scope>,
    subject: Option<Subject>,
    date: Option<Option<Date>>,
    is_understood: bool,
}

impl Found<'_> {
    fn take(&mut self, key: &str, value: &str) {
        if key == DATE_KEY {
            self.take_date(value);
        } else if let Some(kind) = EntityKind::ALL.into_iter().find(|it| it.key() == key) {
            self.take_entity(find(self.briefing, kind, value));
        }
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

/// The entry of a kind that a value names, with or without the prefix of its kind, in any case; a country also by its name.
fn find(briefing: &Briefing, kind: EntityKind, value: &str) -> Option<EntityId> {
    let is_named = |it: &EntityId| {
        let names = [it.name(&briefing.model), it.short_name(&briefing.model)];
        names.into_iter().flatten().any(|name| name.eq_ignore_ascii_case(value))
    };
    let by_name = || find_country(briefing, value);
    let found = EntityId::all(kind, &briefing.model).find(is_named);
    if kind == EntityKind::Country { found.or_else(by_name) } else { found }
}

/// A country by its name, with hyphens, or what addresses make of spaces, between words.
fn find_country(briefing: &Briefing, value: &str) -> Option<EntityId> {
    // The longest name is far shorter; a longer value is not worth copying.
    let spaced = (value.len() < 64).then(|| spaced(value))?;
    let is_named = |it: &text::CountryText| it.name.eq_ignore_ascii_case(&spaced);
    let index = briefing.text.countries.iter().position(is_named)?;
    EntityId::from_index(EntityKind::Country, index)
}

/// A value with spaces where an address has something in their stead.
fn spaced(value: &str) -> String {
    value.replace("%20", " ").replace(['+', '-'], " ")
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
        ] {
            check(&format!("?{name}"), name, true);
        }
    }

    #[test]
    fn other_spellings_give_the_same_view() {
        check("partner=SWE", "partner=swe", true);
        for name in ["fiji-islands", "Fiji%20Islands", "fiji+islands", "Fiji Islands"] {
            check(&format!("?partner={name}"), "partner=fji", true);
        }
        check("?pillar=pillar-2", "pillar=2", true);
        check("?technology=TECH-String", "technology=string", true);
        let canonical = "pillar=2&partner=swe&date=2024-06-20";
        check("?date=2024-06-20&partner=swe&pillar=2", canonical, true);
        check("?utm_source=post&fbclid=x&partner=swe&", "partner=swe", true);
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
    fn every_view_has_a_fragment_that_is_not_empty() {
        assert_eq!(fragment(&sample().model, &Selection::default()), "overview");
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

    /// Any day from the first event to the day before the edition.
    fn dates() -> impl Strategy<Value = Option<Date>> {
        let first = sample().model.event_dates()[0];
        let days = std::iter::successors(Some(first), |day| Some(day.next()));
        let days: Vec<Date> = days.take_while(|day| *day < sample().model.edition.date).collect();
        prop::option::of(prop::sample::select(days))
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        #[test]
        fn what_is_printed_parses_to_itself(
            scope in entities(true), subject in entities(false), date in dates(),
        ) {
            let entities = [scope, subject].into_iter().flatten();
            let selection = entities.fold(Selection::default(), Selection::showing).dated(date);
            let parsed = parse(sample(), &print(&sample().model, &selection));
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
                    "pillar|technology|partner|tie|event|statement|person|date|x",
                    "[ -~]{0,12}|swe|2|string|2024-05-01",
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
