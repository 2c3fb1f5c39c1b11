//! What changed from one edition to the next, each thing under the reason that content gives for it.

use std::collections::{BTreeMap, BTreeSet};

use content::{Content, Diagnostic, Diagnostics};
use model::{EntityId, EntityKind, Model, SourceId};
use text::{Alteration, Change, ChangeKind, Changed, Changes};

use crate::changed::{Values, difference, needs_reason};
use crate::{Archive, Record};

/// What is wrong with the reasons that an edition gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReasonProblem {
    /// A reason names a thing that neither edition has.
    Unknown(String),
    /// A reason names a thing that is as it was.
    Unchanged(String),
    /// What stood in the earlier edition is gone, or is said or dated otherwise, and no reason names it.
    Unexplained(Changed),
}

/// What changed from an edition to a later one, which gives its reasons, and what is wrong with these. The order of changes
/// is that of their kinds and of content; what changed without a reason stands among the updates.
#[must_use]
pub fn changes(earlier: &Record, later: &Record, model: &Model) -> (Changes, Vec<ReasonProblem>) {
    let (before, after) = (values(earlier), values(later));
    let (cards, reasons) = (Cards::new(&before, &after, model), reasons(later));
    let mut changes: Vec<Change> = reasons.iter().map(|it| it.change.clone()).collect();
    let (mut others, mut added) = (Vec::new(), Vec::new());
    let mut unexplained = Vec::new();
    for mut changed in difference(&before, &after) {
        if is_new_form(&before, &changed) {
            continue;
        }
        changed.cards = cards.of(&changed.thing);
        changed.source = source(later, &changed.thing);
        match nearest(&reasons, &changed).and_then(|index| changes.get_mut(index)) {
            Some(change) => change.things.push(changed),
            None if needs_reason(&changed) => unexplained.push(changed),
            None if changed.before.is_none() => added.push(changed),
            None => others.push(changed),
        }
    }
    for (change, reason) in changes.iter_mut().zip(&reasons) {
        change.things.extend(unlisted(reason, &change.things, &cards));
    }
    let mut problems = misnamed(&reasons, &before, &after);
    problems.extend(unexplained.iter().cloned().map(ReasonProblem::Unexplained));
    let alone = |it| Change { things: vec![it], ..Change::default() };
    changes.extend(unexplained.into_iter().map(alone));
    changes.sort_by_key(|it| it.kind);
    let (since, since_date) = (earlier.number, earlier.date);
    (Changes { since, since_date, changes, added, others }, problems)
}

/// What changed since the edition before that of the content; none if no edition before it is kept.
#[must_use]
pub fn changes_since(
    archive: &Archive,
    record: &Record,
    model: &Model,
) -> Option<(Changes, Vec<ReasonProblem>)> {
    archive.before(record.number).map(|earlier| changes(earlier, record, model))
}

/// What an edition may say for the first time, as the content before had no place for it.
const FORMS: [&str; 5] = ["standfirst", "check", "link", "reasons_for", "reasons_against"];

/// Whether a thing is new as no edition before had anything of its kind: that is no news.
fn is_new_form(before: &Values, changed: &Changed) -> bool {
    let kind = changed.kind();
    let is_of_kind = |key: &String| {
        let mut parts = key.split('/');
        parts.next() == Some(kind) || parts.nth(1) == Some(kind)
    };
    changed.before.is_none() && FORMS.contains(&kind) && !before.keys().any(is_of_kind)
}

/// A reason of an edition, with the names of what it is given for.
struct Reason {
    of: Vec<String>,
    change: Change,
}

/// The reasons that an edition gives, in the order of content.
fn reasons(record: &Record) -> Vec<Reason> {
    let reason = |number: usize| {
        let value = |field: &str| record.get(&format!("change/{number}/{field}"));
        let owned = |field: &str| value(field).map(str::to_owned);
        let (kind, of) = (value("kind")?, value("of")?.split_whitespace());
        let change = Change {
            // A record of another version may know more kinds; what comes after it counts all the same.
            kind: ChangeKind::ALL.iter().find(|it| it.1 == kind).map(|it| it.0).unwrap_or_default(),
            reason: owned("reason"),
            said: owned("said"),
            record: owned("record"),
            things: Vec::new(),
        };
        Some(Reason { of: of.map(str::to_owned).collect(), change })
    };
    (1..).map_while(reason).collect()
}

fn values(record: &Record) -> Values {
    record.entries().map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

/// Whether a name is that of a key, or of a thing or list that it is in.
fn names(name: &str, key: &str) -> bool {
    key.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a name is that of a thing that changed, of a list that it is in, or of a field of it that is otherwise.
fn is_for(name: &str, changed: &Changed) -> bool {
    let field =
        |it: &Alteration| name.strip_prefix(&*changed.thing) == Some(&format!("/{}", it.field));
    names(name, &changed.thing) || changed.fields.iter().any(field)
}

/// The reason whose name for a thing is the most exact.
fn nearest(reasons: &[Reason], changed: &Changed) -> Option<usize> {
    let exactness = |it: &Reason| {
        let fitting = it.of.iter().filter(|name| is_for(name, changed));
        fitting.map(String::len).max()
    };
    let fitting =
        reasons.iter().enumerate().filter_map(|(index, it)| Some((exactness(it)?, index)));
    fitting.max().map(|it| it.1)
}

/// The names of things that are not there, or are as they were.
fn misnamed(reasons: &[Reason], before: &Values, after: &Values) -> Vec<ReasonProblem> {
    fn part<'a>(values: &'a Values, name: &str) -> Vec<(&'a String, &'a String)> {
        values.iter().filter(|(key, _)| names(name, key)).collect()
    }
    let problem = |name: &String| match (part(before, name), part(after, name)) {
        (was, is) if was.is_empty() && is.is_empty() => Some(ReasonProblem::Unknown(name.clone())),
        (was, is) => (was == is).then(|| ReasonProblem::Unchanged(name.clone())),
    };
    reasons.iter().flat_map(|it| &it.of).filter_map(problem).collect()
}

/// What a reason names of which nothing that counts has changed, such as a link: it is on the cards, too.
fn unlisted(reason: &Reason, listed: &[Changed], cards: &Cards) -> Vec<Changed> {
    let is_listed = |name: &&String| listed.iter().any(|it| is_for(name, it));
    let changed = |name: &String| {
        let thing: Vec<&str> = name.split('/').take(2).collect();
        let thing = thing.join("/");
        Changed { cards: cards.of(&thing), thing, ..Changed::default() }
    };
    let mut changed: Vec<_> = reason.of.iter().filter(|it| !is_listed(it)).map(changed).collect();
    let mut things = BTreeSet::new();
    changed.retain(|it| things.insert(it.thing.clone()));
    changed
}

/// Which source a thing is: its number is its place.
fn source(record: &Record, thing: &str) -> Option<SourceId> {
    let name = thing.strip_prefix("source/")?;
    record.order("source").position(|it| it == name).and_then(SourceId::from_index)
}

/// On which cards a thing stands.
struct Cards<'a> {
    before: &'a Values,
    after: &'a Values,
    by_name: BTreeMap<&'a str, EntityId>,
}

impl<'a> Cards<'a> {
    fn new(before: &'a Values, after: &'a Values, model: &'a Model) -> Self {
        let all = EntityKind::ALL.into_iter().flat_map(|kind| EntityId::all(kind, model));
        let by_name = all.filter_map(|it| Some((it.name(model)?, it))).collect();
        Self { before, after, by_name }
    }

    /// Those of what it is about, in either edition; of a thing that has one, its own.
    fn of(&self, thing: &str) -> Vec<EntityId> {
        let about = format!("{thing}/about");
        let topics = [self.after, self.before].into_iter().filter_map(|it| it.get(&about)).next();
        let own = thing.split('/').nth(1).filter(|_| !thing.starts_with("source/"));
        let is_claim = thing.starts_with("claim/") || thing.starts_with("limit/");
        let about = topics.filter(|_| is_claim).map_or("", String::as_str).split_whitespace();
        let mut cards: Vec<EntityId> =
            own.into_iter().chain(about).filter_map(|it| self.by_name.get(it).copied()).collect();
        let mut seen = BTreeSet::new();
        cards.retain(|it| seen.insert(*it));
        cards
    }
}

/// The problems with their places and what to do.
#[must_use]
pub fn diagnostics(problems: &[ReasonProblem], content: &Content, since: u16) -> Diagnostics {
    let at = |name: &str, message: String| {
        let mut named = content.changes.iter().flat_map(|it| &it.of);
        match named.find(|it| it.0 == name) {
            Some((_, place)) => place.problem(message),
            None => Diagnostic { path: "content".to_owned(), position: None, message },
        }
    };
    let diagnostic = |problem: &ReasonProblem| match problem {
        ReasonProblem::Unknown(name) => {
            at(name, format!("neither edition {since} nor this one has `{name}`: correct it"))
        }
        ReasonProblem::Unchanged(name) => {
            at(name, format!("`{name}` is as edition {since} has it: remove it from `of`"))
        }
        ReasonProblem::Unexplained(changed) => {
            let (thing, became) = (&changed.thing, became(changed));
            at("", format!("`{thing}` {became} since edition {since}: say why in a [[change]]"))
        }
    };
    Diagnostics(problems.iter().map(diagnostic).collect())
}

fn became(changed: &Changed) -> String {
    if changed.after.is_none() {
        return "was withdrawn".to_owned();
    }
    let fields: Vec<&str> = changed.fields.iter().map(|it| it.field).collect();
    format!("has another {}", fields.join(" and "))
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::*;

    fn folder(name: &str) -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(name)
    }

    fn content_of(folder: &Path) -> Content {
        content::read(&content::load(folder).unwrap())
            .unwrap_or_else(|problems| panic!("{problems}"))
    }

    /// The sample with an edit of its record, since edition 6.
    fn sample(edit: impl Fn(&mut Record)) -> (Changes, String) {
        let folder = folder("tests/content");
        let content = content_of(&folder);
        let mut record = Record::of(&content);
        edit(&mut record);
        let archive = Archive::load(&folder).unwrap();
        let (changes, problems) = changes_since(&archive, &record, &content.model).unwrap();
        let said = diagnostics(&problems, &content, changes.since).to_string();
        (changes, said.replace(&folder.display().to_string(), "content"))
    }

    fn things(changed: &[Changed]) -> Vec<&str> {
        changed.iter().map(|it| it.thing.as_str()).collect()
    }

    /// A rule that holds whatever the content says: an edition gives its readers the reason of each change.
    #[test]
    fn what_changed_since_the_edition_before_has_its_reason() {
        let folder = folder("assets/content");
        let content = content_of(&folder);
        let archive = Archive::load(&folder).unwrap();
        let since = changes_since(&archive, &Record::of(&content), &content.model);
        let Some((changes, problems)) = since else { return };
        assert!(problems.is_empty(), "{}", diagnostics(&problems, &content, changes.since));
    }

    #[test]
    fn corrections_come_first_and_what_is_new_last() {
        let (changes, problems) = sample(|_| {});
        assert_eq!(problems, "");
        assert_eq!(changes.since, 6);
        let kinds: Vec<&str> = changes.changes.iter().map(|it| it.kind.name()).collect();
        let expected = ["correction", "correction", "correction", "update", "wording", "structure"];
        assert_eq!(kinds, expected);
        let founded = &changes.changes[0];
        assert_eq!(founded.said.as_deref(), Some("the accord was founded on 2 March 2021"));
        assert_eq!(things(&founded.things), ["claim/c-founded"]);
        let fields: Vec<_> = founded.things[0].fields.iter().map(|it| it.field).collect();
        assert_eq!(fields, ["text", "date"]);
        assert!(changes.changes[1].things[0].after.is_none());
        let added =
            ["claim/c-swe-still", "event/ev-2025-09-05-trial", "source/gossip", "source/yearbook"];
        assert_eq!(things(&changes.added), added);
        assert!(changes.added[2].source.is_some());
    }

    #[test]
    fn a_reason_takes_what_it_names() {
        let (changes, _) = sample(|_| {});
        let trial = &changes.changes[3].things;
        let expected =
            ["claim/c-swe-trial", "country/swe", "country/swe/status/pillar-2-2025-09-05"];
        assert_eq!(things(trial), expected);
        // What needs no reason and has none.
        assert_eq!(things(&changes.others), ["claim/c-ball-05"]);
    }

    #[test]
    fn a_change_is_on_the_cards_of_what_it_is_about() {
        let folder = folder("tests/content");
        let model = content_of(&folder).model;
        let (changes, _) = sample(|_| {});
        let numbers = |name: &str| changes.number_of(|it| it.name(&model) == Some(name));
        assert_eq!(numbers("nor"), Some(1));
        assert_eq!(numbers("swe"), Some(2));
        assert_eq!(numbers("tech-knots"), Some(3));
        assert_eq!(numbers("fji"), None);
        assert_eq!(numbers("p-inca-garcia"), None);
    }

    #[track_caller]
    fn check(key: &str, value: &str, expected: &str) {
        let edit = |it: &mut Record| {
            let values = if it.texts.contains_key(key) { &mut it.texts } else { &mut it.state };
            values.insert(key.to_owned(), value.to_owned());
        };
        assert_eq!(sample(edit).1, expected);
    }

    #[test]
    fn a_reworded_claim_needs_a_reason() {
        check(
            "claim/c-knots/text",
            "Otherwise.",
            "content: `claim/c-knots` has another text since edition 6: say why in a [[change]]",
        );
        check(
            "claim/c-knots/date",
            "2026-03",
            "content: `claim/c-knots` has another date since edition 6: say why in a [[change]]",
        );
        check("claim/c-knots/confidence", "official", "");
        check("claim/c-new/text", "New.", "");
    }

    #[test]
    fn a_withdrawn_thing_needs_a_reason() {
        let (_, problems) = sample(|it| {
            it.texts.retain(|key, _| !key.starts_with("tie/nor-per/"));
            it.state.retain(|key, _| !key.starts_with("country/swe/status/pillar-2-2023-05/"));
            it.texts.retain(|key, _| !key.starts_with("country/swe/status/pillar-2-2023-05/"));
        });
        let expected = "content: `country/swe/status/pillar-2-2023-05` was withdrawn since edition 6: say why in a [[change]]
content: `tie/nor-per` was withdrawn since edition 6: say why in a [[change]]";
        assert_eq!(problems, expected);
    }

    #[test]
    fn a_reason_names_what_changed() {
        let founded = "Norway and Peru founded the kite accord on 2 March 2021.";
        let (_, problems) = sample(|it| {
            it.texts.insert("claim/c-founded/text".into(), founded.into());
            it.state.insert("claim/c-founded/date".into(), "2021-03-02".into());
            it.state.insert("claim/c-founded/known".into(), "2021-03-02".into());
            it.state.insert("change/5/of".into(), "claim/c-rian".into());
        });
        let expected = "content/changes.toml:5:7: `claim/c-founded` is as edition 6 has it: remove it from `of`
content: neither edition 6 nor this one has `claim/c-rian`: correct it
content: `claim/c-rain` has another text since edition 6: say why in a [[change]]";
        assert_eq!(problems, expected);
    }
}
