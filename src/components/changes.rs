//! What changed since the edition before: first of all its errors, then what has happened, what is only said otherwise, and in
//! brief what is new.

use explorer::view::{Formatter, Versions, changed_cards, correction, versions};
use explorer::{Scope, Selection, address};
use model::EntityKind;
use text::{Change, ChangeKind, Changed, Changes, format};
use yew::prelude::*;

use super::link::named;
use crate::print::Print;

/// The section of all changes; none without an edition before.
pub(super) fn changes(print: Print) -> Html {
    let Some(changes) = print.changes else { return Html::default() };
    let messages = print.messages();
    let (number, date) = (changes.since.to_string(), changes.since_date);
    let date = Formatter::new(&print.briefing.text.messages).date(date);
    let intro = format(messages.changes_intro(), &[("number", &number), ("date", &date)]);
    html! {
        <section class="changes" id="changes" aria-labelledby="changes-title">
            <h2 id="changes-title">{ of_edition(messages.changes_title(), changes) }</h2>
            <p class="section-intro">{ intro }</p>
            // The first is for the card of what changed between two dates, which has it from here.
            <p id="changed-since" hidden=true><a href="#changes">{ of_edition(messages.since_edition(), changes) }</a></p>
            { between_dates(print, changes) }
            <div id="corrections" tabindex="-1">
                <h3>{ messages.changes_corrections() }</h3>
                { corrections(print, changes) }
            </div>
            { part(print, messages.changes_updates(), changes, &[ChangeKind::Update]) }
            { part(print, messages.changes_wordings(), changes, &[ChangeKind::Wording, ChangeKind::Structure]) }
            { brief(print, messages.changes_added(), &changes.added) }
            { brief(print, messages.changes_others(), &changes.others) }
        </section>
    }
}

/// What leads to what has changed since the day of the edition before, in what the briefing is about.
fn between_dates(print: Print, changes: &Changes) -> Html {
    let model = &print.briefing.model;
    if changes.since_date >= model.edition.date {
        return Html::default();
    }
    let since = Selection::default().within(Scope::Since(changes.since_date));
    let date = Formatter::new(&print.briefing.text.messages).date(changes.since_date);
    let words = format(print.messages().since_date(), &[("date", &date)]);
    let href = ["#", &address::fragment(model, &since)].concat();
    html! { <p class="timeline-since"><a {href}>{ words }</a></p> }
}

/// What leads from the card of an id to what changed on it; nothing where that is nothing. The app's card has it from here.
pub(super) fn changed_since(print: Print, card: &str) -> Html {
    let model = &print.briefing.model;
    let number = |it: &Changes| it.number_of(|it| it.name(model) == Some(card));
    let link = print.changes.and_then(|changes| Some((changes, number(changes)?)));
    let link = link.map(|(changes, number)| {
        let text = of_edition(print.messages().changed_since(), changes);
        html! { <p class="changed" id={["changed-", card].concat()}><a href={format!("#change-{number}")}>{ text }</a></p> }
    });
    link.unwrap_or_default()
}

/// A message with the number of the edition before.
pub(super) fn of_edition(message: &str, changes: &Changes) -> String {
    format(message, &[("number", &changes.since.to_string())])
}

fn corrections(print: Print, changes: &'static Changes) -> Html {
    let entries = entries(print, changes, &[ChangeKind::Correction]);
    if entries.is_empty() {
        return html! { <p>{ of_edition(print.messages().changes_no_correction(), changes) }</p> };
    }
    html! { <ol>{ for entries }</ol> }
}

fn part(
    print: Print,
    heading: &'static str,
    changes: &'static Changes,
    kinds: &[ChangeKind],
) -> Html {
    let entries = entries(print, changes, kinds);
    if entries.is_empty() {
        return Html::default();
    }
    html! { <><h3>{ heading }</h3><ol>{ for entries }</ol></> }
}

fn entries(print: Print, changes: &'static Changes, kinds: &[ChangeKind]) -> Vec<Html> {
    let numbered = changes.changes.iter().enumerate().filter(|(_, it)| kinds.contains(&it.kind));
    numbered.map(|(index, it)| entry(print, changes, index + 1, it)).collect()
}

fn entry(print: Print, changes: &Changes, number: usize, change: &'static Change) -> Html {
    let number = number.to_string();
    html! {
        <li id={["change-", &number].concat()} tabindex="-1" data-change={change.kind.name()}>
            { for correction(print.messages(), changes.since, change).map(|it| html! { <p>{ it }</p> }) }
            { for change.reason.iter().map(|it| html! { <p>{ it.as_str() }</p> }) }
            { for change.things.iter().map(|it| thing(print, it)) }
        </li>
    }
}

fn thing(print: Print, changed: &'static Changed) -> Html {
    let messages = print.messages();
    let line = |label: &'static str, text: String| html! { <p class="change-text"><span>{ label }</span>{ " " }{ text }</p> };
    let version = |Versions { before, after }: Versions| {
        let label =
            if after.is_none() { messages.change_withdrawn() } else { messages.change_before() };
        html! { <>{ for before.map(|it| line(label, it)) }{ for after.map(|it| line(messages.change_now(), it)) }</> }
    };
    html! { <>{ for versions(print.briefing, changed).into_iter().map(version) }{ cards(print, changed) }</> }
}

fn cards(print: Print, changed: &'static Changed) -> Html {
    let links = changed_cards(print.briefing, &changed.cards);
    if links.is_empty() {
        return Html::default();
    }
    let link = |(index, it)| html! { <>{ if index > 0 { ", " } else { " " } }{ named(it, "") }</> };
    html! { <p class="change-cards">{ print.messages().change_cards() }{ for links.iter().enumerate().map(link) }</p> }
}

/// Things of all kinds, a line each.
fn brief(print: Print, heading: &'static str, things: &'static [Changed]) -> Html {
    if things.is_empty() {
        return Html::default();
    }
    let mut kinds: Vec<&str> = Vec::new();
    for kind in things.iter().map(Changed::kind) {
        if !kinds.contains(&kind) {
            kinds.push(kind);
        }
    }
    let of_kind = |kind: &str| {
        let lines = things.iter().filter(|it| it.kind() == kind).map(|it| brief_line(print, it));
        let thing = things.iter().find(|it| it.kind() == kind).map_or("", |it| &it.thing);
        html! { <><h4>{ kind_heading(print, kind, thing) }</h4><ul>{ for lines }</ul></> }
    };
    html! { <div class="changes-brief"><h3>{ heading }</h3>{ for kinds.into_iter().map(of_kind) }</div> }
}

/// What has a card of its own is a link to it; a source, to its place in the list.
fn brief_line(print: Print, changed: &'static Changed) -> Html {
    let text = changed.after.clone().unwrap_or_default();
    if let Some(source) = changed.source {
        let href = format!("#source-{}", source.number());
        return html! { <li><a {href}>{ text }</a></li> };
    }
    let links = changed_cards(print.briefing, &changed.cards);
    let is_own =
        EntityKind::ALL.iter().any(|it| it.key() == changed.kind()) && changed.kind() != "country";
    match links.first() {
        Some(link) if is_own => html! { <li>{ named(link, "") }</li> },
        Some(link) => {
            let text = versions(print.briefing, changed)
                .into_iter()
                .find_map(|it| it.after)
                .unwrap_or(text);
            html! { <li>{ text }{ " " }{ named(link, "") }</li> }
        }
        None => html! { <li>{ text }</li> },
    }
}

/// What a list of an entry has no heading for is under that of the entry.
fn kind_heading(print: Print, kind: &str, thing: &str) -> &'static str {
    let messages = print.messages();
    match kind {
        "claim" => messages.changes_claims(),
        "status" => messages.changes_statuses(),
        "source" => messages.changes_sources(),
        "limit" => messages.limits_title(),
        _ => {
            let owner = thing.split('/').next();
            let of = |kind: &str| EntityKind::ALL.into_iter().find(|it| kind == key(*it));
            let entity = of(kind).or_else(|| of(owner?));
            entity.map_or("", |it| text::heading(it, &print.briefing.text.messages, messages))
        }
    }
}

/// The key of a kind in a record: that of content, but for countries.
fn key(kind: EntityKind) -> &'static str {
    if kind == EntityKind::Country { "country" } else { kind.key() }
}
