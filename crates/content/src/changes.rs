//! Reads why things changed since the edition before.

use std::collections::BTreeSet;

use text::ChangeKind;

use crate::diagnostic::Place;
use crate::fields::Fields;

/// Why some things changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChangeReason {
    /// The keys of the things in the record of an edition, such as `claim/c-founded`, each with its place.
    pub of: Vec<(String, Place)>,
    /// What kind of change it is.
    pub kind: ChangeKind,
    /// Why.
    pub reason: String,
    /// What the edition before said, of a correction.
    pub said: Option<String>,
    /// What the record says, of a correction.
    pub record: Option<String>,
}

/// Reads a reason.
pub(crate) fn read(fields: &Fields<'_, '_>) -> ChangeReason {
    let of = fields.texts("of");
    if of.is_empty() {
        let message = "a change of nothing: name what changed in `of`, as in [\"claim/c-founded\"]";
        fields.report("of", message.to_owned());
    }
    if let Some((name, _)) = of.iter().find(|it| it.0.contains(char::is_whitespace)) {
        fields.report(
            "of",
            format!("`{name}` has a space, as no key has: write each key for itself"),
        );
    }
    let owned = |key| fields.optional_text(key).map(str::to_owned);
    let change = ChangeReason {
        of: of.into_iter().map(|(name, at)| (name.to_owned(), fields.place(at))).collect(),
        kind: fields.choice("kind", ChangeKind::ALL, ChangeKind::Update),
        reason: fields.text("reason").to_owned(),
        said: owned("said"),
        record: owned("record"),
    };
    for (key, text) in [("said", &change.said), ("record", &change.record)] {
        if text.as_ref().is_some_and(|it| it.ends_with('.')) {
            let message = format!("`{key}` is a part of a sentence: leave out the full stop");
            fields.report(key, message);
        }
        if text.is_some() && change.kind != ChangeKind::Correction {
            let message = format!("`{key}` belongs to a correction: remove it, or correct `kind`");
            fields.report(key, message);
        }
    }
    if change.said.is_some() != change.record.is_some() {
        let message = "`said` and `record` belong together: write both, or neither";
        fields.report(if change.said.is_some() { "said" } else { "record" }, message.to_owned());
    }
    change
}

/// Reports what two reasons name.
pub(crate) fn check(changes: &[ChangeReason], entries: &[Fields<'_, '_>]) {
    let mut named = BTreeSet::new();
    for (change, fields) in changes.iter().zip(entries) {
        for (name, _) in &change.of {
            if !named.insert(name) {
                let message = format!("another change names `{name}`, too: a thing has one reason");
                fields.report("of", message);
            }
        }
    }
}
