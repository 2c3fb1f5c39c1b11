//! What the map shows, in a sentence or two under it.

use model::CountryId;

use super::{MapCountry, MapTie, ViewContext};
use crate::{Scope, Subject};

/// What stands under the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    /// What it shows first of all.
    pub lead: String,
    /// What else there is to know.
    pub rest: String,
}

/// The caption: what the lines are, what the colours are, and what is dashed.
pub(super) fn caption(context: &ViewContext, map: &[MapCountry], ties: &[MapTie]) -> Caption {
    let messages = &context.text.messages;
    let is_dashed = map.iter().any(|it| it.is_unconfirmed && !it.is_land);
    let dashed = if is_dashed { messages.map_dashed() } else { "" };
    let colours = colours(context);
    let joined = |parts: &[&str]| -> String {
        let said: Vec<&str> = parts.iter().copied().filter(|it| !it.is_empty()).collect();
        said.join(" ")
    };
    match (context.selection.subject, ties.len()) {
        (Some(Subject::Country(id)), 1..) => {
            let lead = ties_of(context, id, ties);
            let read =
                if ties.len() == 1 { messages.map_tie_read() } else { messages.map_ties_read() };
            Caption { lead, rest: joined(&[read, &colours, dashed]) }
        }
        _ => {
            let members = map.iter().zip(context.model.each_country());
            let members = members.filter(|(_, (id, _))| context.is_member(*id)).count();
            let lines = if ties.iter().any(|it| it.is_shared) {
                let count = context.formats.count(members);
                text::format(messages.map_lines(), &[("count", &*count)])
            } else {
                String::new()
            };
            Caption { lead: colours, rest: joined(&[&lines, dashed]) }
        }
    }
}

/// "Colours show Pillar II."
fn colours(context: &ViewContext) -> String {
    let pillar = context.shading_pillar().and_then(|it| context.text.pillar(it));
    let of_scope = match context.selection.scope {
        Scope::Technology(_) => context.scope_name(),
        Scope::Overview | Scope::Areas(_) | Scope::Pillar(_) => pillar.map_or("", |it| &it.name),
    };
    text::format(context.text.messages.map_colours(), &[("pillar", of_scope)])
}

/// How many ties a country has, and whether they are part of what the members share: only members have ties that are.
fn ties_of(context: &ViewContext, country: CountryId, ties: &[MapTie]) -> String {
    let messages = &context.text.messages;
    let count = capitalized(&context.formats.count(ties.len()));
    let pattern = match (context.is_member(country), ties.len()) {
        (false, 1) => messages.map_tie_outside(),
        (false, _) => messages.map_ties_outside(),
        (true, 1) => messages.map_tie(),
        (true, _) => messages.map_ties(),
    };
    text::format(pattern, &[("count", &*count)])
}

fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}
