//! The semantic difference of two editions: what a reader would call a change, once for each thing.

use std::collections::{BTreeMap, BTreeSet};

use text::{Alteration, Aspect, Changed};

/// Everything that an edition says, by its keys: `claim/c-founded/text`.
pub(crate) type Values = BTreeMap<String, String>;

/// Whether content has to say why a thing changed: what stood in an edition is gone, or is said or dated otherwise.
#[must_use]
pub(crate) fn needs_reason(changed: &Changed) -> bool {
    let is_gone = changed.before.is_some() && changed.after.is_none();
    let needs = |it: &Alteration| matches!(it.aspect, Text | Date | Status) || it.field == EXPECTED;
    is_gone || changed.fields.iter().any(needs)
}

use Aspect::{Confidence, Date, Note, Sources, Status, Text};

/// Whether something is only expected: not to be so is to have no such field.
const EXPECTED: &str = "expected";

/// What may come and go: that it is not there says something, too.
const COMES_AND_GOES: [&str; 2] = [EXPECTED, "to"];

/// A kind of thing.
struct Kind {
    /// What its keys begin with.
    name: &'static str,
    /// The list of each such thing whose entries these are.
    list: Option<&'static str>,
    /// For what is known by its place or date: by which fields an entry is found again, the surest first. Its name says little,
    /// as another entry or another date changes it.
    found_by: &'static [&'static [&'static str]],
    /// What is said of it.
    shown: &'static [&'static str],
    /// The fields that count; an entry that is a text is its own field, which has no name.
    fields: &'static [(&'static str, Aspect)],
}

/// Everything that counts. What is not in this table is structure: how things are linked, ordered and kept.
#[rustfmt::skip]
const KINDS: &[Kind] = &[
    named("claim", &["text"], &[("text", Text), ("date", Date), (EXPECTED, Confidence), ("confidence", Confidence), ("sources", Sources), ("note", Note)]),
    Kind {
        list: Some("status"),
        shown: &["status", "from"],
        found_by: &[&["pillar", "status", "from"], &["pillar", "status"], &["pillar", "from"]],
        ..named("country", &[], &[("status", Status), ("pillar", Status), ("from", Date), ("verdict", Text), ("note", Note)])
    },
    listed("country", "reasons_for"),
    listed("country", "reasons_against"),
    Kind {
        list: Some("link"),
        ..named("technology", &[], &[("kind", Status), ("countries", Status), ("from", Date), ("to", Date)])
    },
    named("country", &["summary"], &[("summary", Text), ("name", Text), ("group", Status), ("note", Note)]),
    named("pillar", &["access_summary"], &[("access_summary", Text), ("name", Text), ("subject", Text), ("closed/status", Status), ("closed/from", Date), ("closed", Text), ("closed/verdict", Text), ("closed/note", Note)]),
    named("technology", &["name"], &[("name", Text), ("explanation", Text), ("gap", Note)]),
    named("event", &["title"], &[("title", Text), ("summary", Text), ("date", Date), (EXPECTED, Confidence), ("sources", Sources), ("note", Note)]),
    named("statement", &["text"], &[("text", Text), ("speaker", Text), ("place", Text), ("date", Date), ("sources", Sources), ("note", Note)]),
    named("person", &["name"], &[("name", Text), ("role", Text), ("as_of", Date), ("sources", Sources), ("note", Note)]),
    named("tie", &["label"], &[("label", Text)]),
    named("standfirst", &["text"], &[("text", Text)]),
    named("check", &["record_says"], &[("record_says", Text), ("verdict", Status), ("article_says", Text), ("explanation", Text), ("sources", Sources)]),
    named("limit", &["text"], &[("text", Text)]),
    named("source", &["title"], &[("title", Text), ("publisher", Text), ("date", Date)]),
];

const fn named(
    name: &'static str,
    shown: &'static [&'static str],
    fields: &'static [(&'static str, Aspect)],
) -> Kind {
    Kind { name, list: None, found_by: &[], shown, fields }
}

/// A list of texts, each found again by what it says.
const fn listed(name: &'static str, list: &'static str) -> Kind {
    Kind { list: Some(list), found_by: &[&[""]], ..named(name, &[""], &[("", Text)]) }
}

/// The fields of a thing that count.
type Fields<'a> = BTreeMap<&'static str, &'a str>;

/// A thing by its key, as it was and as it is.
type Pair<'a> = (String, Option<Fields<'a>>, Option<Fields<'a>>);

/// What a reader would call a change from one edition to another, in the order of the keys of things.
#[must_use]
pub(crate) fn difference(before: &Values, after: &Values) -> Vec<Changed> {
    let mut entries: Vec<Changed> =
        KINDS.iter().flat_map(|it| it.difference(before, after)).collect();
    entries.sort();
    entries
}

impl Kind {
    fn difference(&self, before: &Values, after: &Values) -> Vec<Changed> {
        let (before, after) = (self.things(before), self.things(after));
        let pairs = if self.found_by.is_empty() {
            by_name(before, after)
        } else {
            self.found_again(before, after)
        };
        pairs.into_iter().filter_map(|it| self.changed(it)).collect()
    }

    /// The things of this kind, each by its key.
    fn things<'a>(&self, texts: &'a Values) -> BTreeMap<String, Fields<'a>> {
        let mut things: BTreeMap<String, Fields> = BTreeMap::new();
        for (key, text) in texts {
            let Some((thing, field)) = self.split(key) else { continue };
            if let Some((field, _)) = self.fields.iter().find(|it| it.0 == field) {
                things.entry(thing.to_owned()).or_default().insert(field, text);
            }
        }
        things
    }

    /// A key as that of a thing of this kind, `claim/c-founded` or `country/kor/status/pillar-2-2024`, and a field of it.
    fn split<'k>(&self, key: &'k str) -> Option<(&'k str, &'k str)> {
        let last = if self.list.is_some() { 3 } else { 1 };
        let end = key.match_indices('/').nth(last).map_or(key.len(), |it| it.0);
        let (thing, field) = key.split_at_checked(end)?;
        let mut parts = thing.split('/');
        let is_own = parts.next() == Some(self.name)
            && parts.next().is_some()
            && parts.next() == self.list
            && parts.next().is_some() == self.list.is_some();
        is_own.then(|| (thing, field.strip_prefix('/').unwrap_or_default()))
    }

    /// Pairs what is known by its place or date: as it was with what is the same, or nearly so, now.
    fn found_again<'a>(
        &self,
        before: BTreeMap<String, Fields<'a>>,
        after: BTreeMap<String, Fields<'a>>,
    ) -> Vec<Pair<'a>> {
        let (mut before, mut after) = (Vec::from_iter(before), Vec::from_iter(after));
        let mut pairs = Vec::new();
        for fields in self.found_by {
            let is_same = |(one, was): &(String, Fields), (other, is): &(String, Fields)| {
                owner(one) == owner(other) && fields.iter().all(|it| was.get(it) == is.get(it))
            };
            before.retain(|was| {
                let found = after.iter().position(|is| is_same(was, is));
                let found = found.map(|at| after.remove(at));
                let is_left = found.is_none();
                pairs.extend(found.map(|(thing, is)| (thing, Some(was.1.clone()), Some(is))));
                is_left
            });
        }
        pairs.extend(before.into_iter().map(|(thing, was)| (thing, Some(was), None)));
        pairs.extend(after.into_iter().map(|(thing, is)| (thing, None, Some(is))));
        pairs
    }

    /// None if all that counts is as it was.
    fn changed(&self, (thing, before, after): Pair<'_>) -> Option<Changed> {
        let fields = match (&before, &after) {
            (Some(before), Some(after)) => self.alterations(before, after),
            _ => Vec::new(),
        };
        if before.is_some() && after.is_some() && fields.is_empty() {
            return None;
        }
        let said = |it: Fields| {
            let shown = self.shown.iter().filter_map(|field| it.get(field).copied());
            shown.collect::<Vec<_>>().join(" ")
        };
        let (before, after) = (before.map(said), after.map(said));
        Some(Changed { thing, before, after, fields, ..Changed::default() })
    }

    /// A field that only one edition has is of another form of content and no change; some may come and go.
    fn alterations(&self, before: &Fields, after: &Fields) -> Vec<Alteration> {
        let alteration = |&(field, aspect): &(&'static str, Aspect)| {
            let (was, is) = (before.get(field), after.get(field));
            let is_change =
                was != is && (comes_and_goes(field, aspect) || (was.is_some() && is.is_some()));
            let text = |it: Option<&&str>| it.copied().unwrap_or_default().to_owned();
            is_change.then(|| Alteration { field, aspect, before: text(was), after: text(is) })
        };
        self.fields.iter().filter_map(alteration).collect()
    }
}

fn by_name<'a>(
    mut before: BTreeMap<String, Fields<'a>>,
    mut after: BTreeMap<String, Fields<'a>>,
) -> Vec<Pair<'a>> {
    let things: BTreeSet<String> = before.keys().chain(after.keys()).cloned().collect();
    let pair = |thing: String| {
        let (was, is) = (before.remove(&thing), after.remove(&thing));
        (thing, was, is)
    };
    things.into_iter().map(pair).collect()
}

fn comes_and_goes(field: &str, aspect: Aspect) -> bool {
    aspect == Note || COMES_AND_GOES.contains(&field)
}

/// What an entry of a list belongs to.
fn owner(thing: &str) -> &str {
    thing.rsplit_once('/').map_or("", |it| it.0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn values(list: &[(&str, &str)]) -> Values {
        list.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect()
    }

    /// What became of each thing.
    fn told(before: &Values, after: &Values) -> Vec<String> {
        let tell = |it: Changed| match (it.before, it.after) {
            (None, after) => format!("+ {}: {}", it.thing, after.unwrap()),
            (Some(before), None) => format!("- {}: {before}", it.thing),
            _ => {
                let field = |it: Alteration| format!("{} {}>{}", it.field, it.before, it.after);
                let fields: Vec<String> = it.fields.into_iter().map(field).collect();
                format!("= {}: {}", it.thing, fields.join(", "))
            }
        };
        difference(before, after).into_iter().map(tell).collect()
    }

    #[track_caller]
    fn check(before: &[(&str, &str)], after: &[(&str, &str)], expected: &[&str]) {
        assert_eq!(told(&values(before), &values(after)), expected);
    }

    #[test]
    fn one_entry_for_each_thing() {
        let before = [
            ("claim/c-a/text", "A"),
            ("claim/c-a/date", "2021"),
            ("claim/c-b/text", "B"),
            ("claim/c-c/text", "C"),
            ("source/s/title", "S"),
        ];
        let after = [
            ("claim/c-a/text", "AA"),
            ("claim/c-a/date", "2022"),
            ("claim/c-c/text", "C"),
            ("claim/c-d/text", "D"),
            ("source/s/title", "S"),
            ("source/t/title", "T"),
        ];
        let expected = [
            "= claim/c-a: text A>AA, date 2021>2022",
            "- claim/c-b: B",
            "+ claim/c-d: D",
            "+ source/t: T",
        ];
        check(&before, &after, &expected);
    }

    #[test]
    fn structure_is_no_change() {
        let before =
            [("claim/c-a/text", "A"), ("claim/c-a/about", "kor"), ("message/title/text", "T")];
        let after = [("claim/c-a/text", "A"), ("claim/c-a/about", "jpn"), ("term/t/text", "T")];
        check(&before, &after, &[]);
        check(&before[..1], &[("claim/c-a/text", "A"), ("claim/c-a/date", "2021")], &[]);
    }

    #[test]
    fn a_note_may_come_and_go() {
        let with = [("claim/c/text", "C"), ("claim/c/note", "N")];
        check(&with[..1], &with, &["= claim/c: note >N"]);
        check(&with, &with[..1], &["= claim/c: note N>"]);
    }

    /// A status history, an entry for each status and date.
    fn history(entries: &[(&str, &str)]) -> Values {
        let keys = entries.iter().flat_map(|(status, from)| {
            let key = |field: &str| format!("country/swe/status/pillar-2-{from}/{field}");
            [(key("status"), *status), (key("from"), *from), (key("pillar"), "pillar-2")]
        });
        keys.map(|(key, text)| (key, text.to_owned())).collect()
    }

    #[track_caller]
    fn check_history(before: &[(&str, &str)], after: &[(&str, &str)], expected: &[&str]) {
        assert_eq!(told(&history(before), &history(after)), expected);
    }

    #[test]
    fn a_status_is_found_again_wherever_it_stands() {
        let now = [("interest", "2023"), ("consultation", "2024"), ("participant", "2025")];
        check_history(&now[1..], &now, &["+ country/swe/status/pillar-2-2023: interest 2023"]);
        check_history(&now, &now[..2], &["- country/swe/status/pillar-2-2025: participant 2025"]);
        check_history(
            &[("consultation", "2024"), ("participant", "2025")],
            &[("consultation", "2023"), ("consideration", "2025")],
            &[
                "= country/swe/status/pillar-2-2023: from 2024>2023",
                "= country/swe/status/pillar-2-2025: status participant>consideration",
            ],
        );
    }

    #[test]
    fn what_is_said_elsewhere_than_in_a_text_counts() {
        for (key, before, after) in [
            ("country/swe/status/pillar-2-2024/verdict", "Near.", "Far."),
            ("country/swe/reasons_for/1", "Near.", "Far."),
            ("country/swe/reasons_against/1", "Near.", "Far."),
            ("pillar/pillar-1/closed", "Near.", "Far."),
            ("pillar/pillar-1/closed/from", "2021", "2022"),
            ("technology/t/link/project-swe/kind", "project", "interest"),
            ("technology/t/link/project-swe/to", "2021", "2022"),
            ("check/c/record_says", "Near.", "Far."),
            ("check/c/verdict", "wrong", "right"),
            ("standfirst/2021/text", "Near.", "Far."),
        ] {
            let changed = difference(&values(&[(key, before)]), &values(&[(key, after)]));
            assert!(changed.iter().any(needs_reason), "{key}: {changed:?}");
            let added = difference(&Values::new(), &values(&[(key, after)]));
            assert!(!added.iter().any(needs_reason), "{key}: {added:?}");
        }
        for key in ["claim/c/expected", "event/e/expected"] {
            let text = key.replace("expected", "text").replace("event/e/text", "event/e/title");
            let (with, without) = ([(&*text, "T"), (key, "yes")], [(&*text, "T")]);
            for (before, after) in [(&with[..], &without[..]), (&without, &with)] {
                let changed = difference(&values(before), &values(after));
                assert!(changed.iter().any(needs_reason), "{key}: {changed:?}");
            }
        }
    }

    #[test]
    fn a_reason_is_found_again_wherever_it_stands() {
        let key = "country/swe/reasons_for/1";
        let two = [(key, "A."), ("country/swe/reasons_for/2", "B.")];
        check(&two, &[(key, "B.")], &["- country/swe/reasons_for/1: A."]);
        check(&[(key, "B.")], &two, &["+ country/swe/reasons_for/1: A."]);
    }

    fn any_values() -> impl Strategy<Value = Values> {
        let key = prop_oneof![
            "(claim|event|country|source)/[ab]/(text|title|date|note|summary|about|publisher)",
            "country/[ab]/status/pillar-[12]-202[1-3]/(status|from|pillar|verdict|note)",
            "country/[ab]/reasons_(for|against)/[1-3]",
            "limit/[1-3]/text",
            "words/[ab]",
        ];
        prop::collection::btree_map(key, "[xyz]", 0..24)
    }

    /// A change as it would be from the later edition to the earlier.
    fn swapped(it: Changed) -> Changed {
        let back = |it: Alteration| Alteration { before: it.after, after: it.before, ..it };
        let fields = it.fields.into_iter().map(back).collect();
        Changed { before: it.after, after: it.before, fields, ..it }
    }

    /// Without the names of entries, of which an altered thing has that of the later edition.
    fn without_names(entries: impl IntoIterator<Item = Changed>) -> Vec<Changed> {
        let plain = |mut it: Changed| {
            if it.thing.matches('/').count() > 1 {
                it.thing.truncate(owner(&it.thing).len());
            }
            it
        };
        let mut entries: Vec<Changed> = entries.into_iter().map(plain).collect();
        entries.sort();
        entries
    }

    proptest! {
        #[test]
        fn an_edition_does_not_differ_from_itself(texts in any_values()) {
            prop_assert_eq!(difference(&texts, &texts), []);
        }

        #[test]
        fn added_and_withdrawn_swap_with_the_editions(one in any_values(), other in any_values()) {
            let back = difference(&other, &one).into_iter().map(swapped);
            prop_assert_eq!(without_names(difference(&one, &other)), without_names(back));
        }

        #[test]
        fn from_nothing_everything_is_added(values in any_values()) {
            let added = difference(&Values::new(), &values);
            prop_assert!(added.iter().all(|it| it.before.is_none() && it.fields.is_empty()));
            prop_assert!(!added.iter().any(needs_reason));
        }

        #[test]
        fn each_thing_has_one_entry(one in any_values(), other in any_values()) {
            let changed = difference(&one, &other);
            let named = changed.iter().filter(|it| it.thing.matches('/').count() == 1);
            let things: BTreeSet<&str> = named.clone().map(|it| it.thing.as_str()).collect();
            prop_assert_eq!(things.len(), named.count());
        }
    }
}
