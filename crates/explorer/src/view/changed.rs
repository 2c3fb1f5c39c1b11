//! What changed since an earlier edition, in the words of the page.

use model::{EntityId, EntityKind, Status, When};
use text::{Aspect, Change, Changed, PrintMessages, format};

use super::{Formatter, NamedLink, ViewContext};
use crate::{Briefing, Selection};

/// How many cards a change leads to.
const MOST_CARDS: usize = 3;

/// What a field said before and says now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Versions {
    /// What was said; none if nothing was.
    pub before: Option<String>,
    /// What is said; none if nothing is.
    pub after: Option<String>,
}

/// What was said of a changed thing and what is: where it is new or gone the whole, else each field that a reader reads.
#[must_use]
pub fn versions(briefing: &Briefing, changed: &Changed) -> Vec<Versions> {
    let formats = Formatter::new(&briefing.text.messages);
    if changed.fields.is_empty() {
        let said = |it: &Option<String>| it.as_deref().map(|it| said(&formats, changed.kind(), it));
        let (before, after) = (said(&changed.before), said(&changed.after));
        let (before, after) =
            (before.filter(|it| !it.is_empty()), after.filter(|it| !it.is_empty()));
        let is_said = before.is_some() || after.is_some();
        return is_said.then_some(Versions { before, after }).into_iter().collect();
    }
    let readable = changed.fields.iter().filter(|it| is_readable(it.aspect));
    let version = |aspect, text: &str| {
        (!text.is_empty()).then(|| match aspect {
            Aspect::Date => date(&formats, text),
            Aspect::Status => status(briefing, &formats, text),
            _ => text.to_owned(),
        })
    };
    let versions = readable.map(|it| Versions {
        before: version(it.aspect, &it.before),
        after: version(it.aspect, &it.after),
    });
    versions.collect()
}

/// "Edition 1 said: …; the record says: …." None for what content says in no such words; its things tell what it was.
#[must_use]
pub fn correction(messages: &PrintMessages, since: u16, change: &Change) -> Option<String> {
    let (said, record) = (change.said.as_deref()?, change.record.as_deref()?);
    let since = since.to_string();
    let values = [("number", &*since), ("said", said), ("record", record)];
    Some(format(messages.change_correction(), &values))
}

/// A change in a few sentences: what was wrong, else what was said and is said now; and why.
#[must_use]
pub fn change_in_short(
    briefing: &Briefing,
    messages: &PrintMessages,
    since: u16,
    change: &Change,
) -> String {
    let line = |it: Versions| match (it.before, it.after) {
        (Some(before), None) => vec![messages.change_withdrawn().to_owned(), before],
        (None, Some(after)) => vec![after],
        (before, after) => {
            let before =
                before.into_iter().flat_map(|it| [messages.change_before().to_owned(), it]);
            let after = after.into_iter().flat_map(|it| [messages.change_now().to_owned(), it]);
            before.chain(after).collect()
        }
    };
    let things = || change.things.iter().flat_map(|it| versions(briefing, it)).flat_map(line);
    let said = match correction(messages, since, change) {
        Some(said) => vec![said],
        None => things().collect(),
    };
    said.into_iter().chain(change.reason.clone()).collect::<Vec<_>>().join(" ")
}

/// Links to the first of the cards that a changed thing stands on.
#[must_use]
pub fn changed_cards<'b>(briefing: &'b Briefing, cards: &[EntityId]) -> Vec<NamedLink<'b>> {
    let context = ViewContext::new(briefing, Selection::default());
    cards.iter().take(MOST_CARDS).filter_map(|it| context.entity_link(*it)).collect()
}

/// How sure something is, and what it rests on, its card says.
fn is_readable(aspect: Aspect) -> bool {
    matches!(aspect, Aspect::Text | Aspect::Date | Aspect::Status | Aspect::Note)
}

/// A status stands in a record with its date.
fn said(formats: &Formatter, kind: &str, text: &str) -> String {
    let status = text.split_once(' ').filter(|_| kind == "status");
    let known = status.and_then(|(name, from)| Some((named(name)?, When::parse(from)?)));
    known.map_or_else(|| text.to_owned(), |(status, from)| formats.status_since(status, from))
}

fn date(formats: &Formatter, text: &str) -> String {
    When::parse(text).map_or_else(|| text.to_owned(), |it| formats.when(it))
}

/// A status, or the name of a pillar or country; one that content no longer uses is said as it is.
fn status(briefing: &Briefing, formats: &Formatter, text: &str) -> String {
    let entity = || {
        let kinds = [EntityKind::Pillar, EntityKind::Country];
        let mut all = kinds.into_iter().flat_map(|kind| EntityId::all(kind, &briefing.model));
        let id = all.find(|it| it.name(&briefing.model) == Some(text))?;
        Some(ViewContext::new(briefing, Selection::default()).entity_link(id)?.name.to_owned())
    };
    match named(text) {
        Some(it) => formats.status(it).to_owned(),
        None => entity().unwrap_or_else(|| text.replace('-', " ")),
    }
}

fn named(status: &str) -> Option<Status> {
    Status::ALL.into_iter().find(|it| it.content_name() == status)
}

#[cfg(test)]
mod tests {
    use text::Alteration;

    use super::*;
    use crate::sample::sample;

    #[track_caller]
    fn check(aspect: Aspect, before: &str, after: &str, expected: &[(&str, &str)]) {
        let field = Alteration { field: "f", aspect, before: before.into(), after: after.into() };
        let changed = Changed { fields: vec![field], ..Changed::default() };
        let versions = versions(sample(), &changed);
        let said = versions.iter().map(|it| {
            (it.before.as_deref().unwrap_or_default(), it.after.as_deref().unwrap_or_default())
        });
        assert_eq!(said.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn fields_are_said_as_the_page_says_them() {
        check(Aspect::Text, "One.", "Other.", &[("One.", "Other.")]);
        check(Aspect::Date, "2021-03-02", "2021", &[("2 March 2021", "2021")]);
        check(Aspect::Note, "", "Now.", &[("", "Now.")]);
        check(Aspect::Sources, "charter", "article", &[]);
        let consulted = sample().text.messages.status_consultation();
        let pillars = &sample().text.pillars;
        check(Aspect::Status, "pillar-1", "pillar-2", &[(&pillars[0].name, &pillars[1].name)]);
        check(Aspect::Status, "in-consultation", "half-in", &[(consulted, "half in")]);
    }

    #[test]
    fn what_is_new_is_said_whole() {
        let status = |text: &str| Changed {
            thing: "country/swe/status/pillar-2-2025-09-05".into(),
            after: Some(text.into()),
            ..Changed::default()
        };
        let after = |text| versions(sample(), &status(text)).remove(0).after.unwrap();
        assert!(after("in-consultation 2024-11-30").ends_with("30 November 2024"));
        assert_eq!(after("half-in 2024-11-30"), "half-in 2024-11-30");
        assert_eq!(versions(sample(), &Changed::default()), []);
    }
}
