//! What changed between two dates: the table of statuses, and where nothing did what leads to what did.

use explorer::view::{ChangedPillar, ChangedStatus, Link, Since, Stand};
use model::SourceId;
use yew::prelude::*;

use super::claim::{RenderContext, refs};
use super::link::named;
use super::{LinkAttributes, live_text, mark};

/// What changed. The roles of its tables are said, as a narrow window lays them out as lines.
pub(super) fn since(context: RenderContext, since: &Since<'static>) -> Html {
    let pillar = |it: &ChangedPillar<'static>| pillar(context, since, it);
    html! {
        <div class="since">
            { for since.pillars.iter().map(pillar) }
            { for since.roles.iter().map(|it| html! { <p key={it.clone()} class="plain">{ it.clone() }</p> }) }
            <p class="plain">{ live_text(since.unchanged.clone()) }</p>
            if !since.nearest.is_empty() { <ul class="links">{ for since.nearest.iter().map(nearest) }</ul> }
        </div>
    }
}

fn nearest((link, words): &(Link<'static>, String)) -> Html {
    let content = html! { { words.clone() } };
    html! { <li key={words.clone()}>{ LinkAttributes::default().draw(link, content) }</li> }
}

/// The table of a pillar, and that it was closed.
fn pillar(context: RenderContext, since: &Since<'static>, it: &ChangedPillar<'static>) -> Html {
    let key = it.pillar.link.attribute.id();
    let closed = (!it.closed.is_empty()).then(|| {
        html! {
            <p key={it.closed.clone()} class="sourced">
                <strong>{ named(&it.pillar, "") }</strong>{ ": " }{ it.closed.clone() }{ refs(context, &it.closed_sources) }
            </p>
        }
    });
    html! {
        <div {key} class="since-pillar">
            if !it.rows.is_empty() { { table(context, since, it) } }
            { for closed }
        </div>
    }
}

fn table(context: RenderContext, since: &Since<'static>, it: &ChangedPillar<'static>) -> Html {
    let messages = context.messages();
    let on = |date: &str| live_text(text::format(messages.since_on(), &[("date", date)]));
    let way = it.has_way.then(|| {
        html! { <th role="columnheader" scope="col" class="since-way">{ messages.since_way() }</th> }
    });
    html! {
        <table data-since="" role="table" aria-label={it.pillar.name}>
            <thead role="rowgroup">
                <tr role="row">
                    <th role="columnheader" scope="col">{ named(&it.pillar, "") }</th>
                    <th role="columnheader" scope="col">{ on(&since.from) }</th>
                    <th role="columnheader" scope="col">{ on(&since.to) }</th>
                    { for way }
                </tr>
            </thead>
            <tbody role="rowgroup">{ for it.rows.iter().map(|row| status(context, row, it.has_way)) }</tbody>
        </table>
    }
}

fn status(context: RenderContext, row: &ChangedStatus<'static>, has_way: bool) -> Html {
    // What follows from the dates is drawn anew with them.
    let key = [
        row.country.link.attribute.id(),
        " ",
        row.before.status,
        row.after.status,
        &row.when,
        &row.note,
    ];
    let small = |class: &'static str, text: &str| {
        (!text.is_empty()).then(|| html! { <span {class}>{ " " }{ text.to_owned() }</span> })
    };
    let way = has_way.then(|| {
        html! { <td role="cell" class="since-way">{ for row.way.iter().map(|it| step(context, it)) }</td> }
    });
    html! {
        <tr key={key.concat()} role="row">
            <th role="rowheader" scope="row">{ named(&row.country, "who-country") }</th>
            <td role="cell" class="since-before">{ stand(&row.before) }</td>
            <td role="cell" class="since-after">
                { stand(&row.after) }
                { for small("since-when", &row.when) }
                { for small("since-note", &row.note) }
                { refs(context, &row.sources) }
            </td>
            { for way }
        </tr>
    }
}

fn stand(stand: &Stand<'static>) -> Html {
    let unconfirmed = stand.is_unconfirmed.then_some("");
    html! { <span class="since-stand">{ mark(stand.mark, stand.is_unconfirmed) }<span data-unconfirmed={unconfirmed}>{ stand.status }</span></span> }
}

fn step(context: RenderContext, (words, sources): &(String, Vec<SourceId>)) -> Html {
    html! { <span key={words.clone()} class="since-step">{ words.clone() }{ refs(context, sources) }{ " " }</span> }
}
