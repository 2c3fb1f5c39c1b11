//! What the map shows, in a sentence or two under it.

use model::CountryId;

use super::{MapCountry, MapTie, ViewContext};
use crate::{Scope, Subject};

/// What stands under the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Caption {
    /// What it shows first of all.
    pub lead: String,
    /// The names of ties that are drawn, after that, each with its place among those of the map.
    pub ties: Vec<(usize, String)>,
    /// What else there is to know.
    pub rest: String,
    /// Whether it is about ties first of all, which a map of any size must not leave unsaid.
    pub is_of_ties: bool,
}

/// The caption: what the lines are, what the colours are, and what is dashed.
pub(super) fn caption(context: &ViewContext, map: &[MapCountry], ties: &[MapTie]) -> Caption {
    let messages = &context.text.messages;
    let is_dashed = map.iter().any(|it| it.is_unconfirmed && !it.is_land);
    let dashed = if is_dashed { messages.map_dashed() } else { "" };
    let colours = joined(&[&framed(context), &colours(context)]);
    let has_shared = ties.iter().any(|it| it.is_shared);
    let is_of_ties = !ties.is_empty()
        && (!has_shared || matches!(context.selection.subject, Some(Subject::Country(_))));
    if is_of_ties {
        let names = names(context, ties);
        let lead = if context.has_lines_of_scope() {
            lines_of_scope(context, names.is_empty())
        } else {
            ties_in_words(context, ties)
        };
        return Caption { lead, ties: names, rest: joined(&[&colours, dashed]), is_of_ties };
    }
    let outlined = if map.iter().any(|it| it.has_changed) {
        let from = context.since().map_or_else(String::new, |it| context.formats.date(it));
        text::format(messages.since_outlined(), &[("date", &*from)])
    } else {
        String::new()
    };
    let lines = if has_shared && context.since().is_none() {
        let countries = context.model.each_country();
        let members = countries.filter(|(id, _)| context.is_member(*id)).count();
        text::format(messages.map_lines(), &[("count", &*context.formats.count(members))])
    } else {
        String::new()
    };
    Caption {
        lead: colours,
        ties: Vec::new(),
        rest: joined(&[&outlined, &lines, dashed]),
        is_of_ties,
    }
}

fn joined(parts: &[&str]) -> String {
    let said: Vec<&str> = parts.iter().copied().filter(|it| !it.is_empty()).collect();
    said.join(" ")
}

/// The ties that have names of their own; what two are called alike stands with the country at its other end.
fn names(context: &ViewContext, ties: &[MapTie]) -> Vec<(usize, String)> {
    let is_alike = |it: &MapTie| ties.iter().filter(|other| other.label == it.label).count() > 1;
    let name = |it: &MapTie| {
        if !is_alike(it) {
            return it.label.clone();
        }
        let other = usize::from(context.is_selected(it.between.first().copied()));
        let country = it.ends.get(other).copied().unwrap_or_default();
        let values = [("tie", &*it.label), ("country", country)];
        text::format(context.text.messages.map_tie_with(), &values)
    };
    let named = ties.iter().enumerate().filter(|it| it.1.is_named);
    named.map(|(index, it)| (index, name(it))).collect()
}

/// What the lines of a scope are, as a sentence or before their names.
fn lines_of_scope(context: &ViewContext, is_whole: bool) -> String {
    let messages = &context.text.messages;
    let pattern = if is_whole { messages.map_scope_lines() } else { messages.map_scope_ties() };
    text::format(pattern, &[("scope", context.scope_name())])
}

/// "The map frames Japan and South Korea.", where they are compared.
fn framed(context: &ViewContext) -> String {
    if !context.selection.is_comparison() {
        return String::new();
    }
    let countries: Vec<CountryId> = context.selection.chosen.iter().collect();
    let names = context.listed_names(&countries);
    text::format(context.text.messages.map_framed(), &[("countries", &*names)])
}

/// "Colours show Pillar II."; of a period its later date.
fn colours(context: &ViewContext) -> String {
    if context.since().is_some() {
        let date = context.formats.date(context.as_of.date());
        return text::format(context.text.messages.since_colours(), &[("date", &*date)]);
    }
    let pillar = context.shading_pillar().and_then(|it| context.text.pillar(it));
    let of_scope = match context.selection.scope {
        Scope::Technology(_) => context.scope_name(),
        _ => pillar.map_or("", |it| &it.name),
    };
    text::format(context.text.messages.map_colours(), &[("pillar", of_scope)])
}

/// How many ties there are, and that none is part of what the members share, if none is between members.
fn ties_in_words(context: &ViewContext, ties: &[MapTie]) -> String {
    let messages = &context.text.messages;
    let count = capitalized(&context.formats.count(ties.len()));
    let is_member = |at: &usize| CountryId::from_index(*at).is_some_and(|it| context.is_member(it));
    let is_inside = ties.iter().any(|it| it.between.iter().all(is_member));
    let pattern = match (is_inside, ties.len()) {
        (false, 1) => messages.map_tie_outside(),
        (false, _) => messages.map_ties_outside(),
        (true, 1) => messages.map_tie(),
        (true, _) => messages.map_ties(),
    };
    text::format(pattern, &[("count", &*count)])
}

pub(crate) fn capitalized(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |it| it.to_uppercase().chain(letters).collect())
}
