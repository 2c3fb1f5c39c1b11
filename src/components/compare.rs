//! The comparison of countries: what is compared, and a row for each thing that is asked of them. In little room the answers stand
//! one below the other, each under its country.

use explorer::view::{
    Compare, CompareCell, CompareColumn, CompareLine, CompareRow, CompareTick, CompareTray,
};
use text::Messages;
use yew::prelude::*;

use super::answer::answer;
use super::claim::{RenderContext, caveat_tag, refs};
use super::link::named;
use super::{live_text, mark};

/// The comparison. Its roles are said, as little room lays it out as lines.
pub(super) fn compare(context: RenderContext, compare: &Compare<'static>) -> Html {
    let messages = context.messages();
    let count = compare.columns.len().to_string();
    html! {
        <div class="compare" data-columns={count}>
            { for compare.tray.as_ref().map(|it| tray(messages, it)) }
            <table data-compare="" role="table" aria-labelledby="card-title">
                <thead role="rowgroup">
                    <tr role="row">
                        <td role="cell" class="compare-corner"></td>
                        { for compare.columns.iter().map(column) }
                    </tr>
                </thead>
                <tbody role="rowgroup">{ for compare.rows.iter().map(|it| row(context, compare, it)) }</tbody>
            </table>
            { same(context, &compare.same) }
        </div>
    }
}

/// What is compared, with a tick for each country.
pub(super) fn tray(messages: &'static Messages, tray: &CompareTray<'static>) -> Html {
    html! {
        <div class="compare-tray" data-hint={(!tray.hint.is_empty()).then_some("")}>
            <p class="compare-hint" id="compare-hint">{ live_text(tray.hint.clone()) }</p>
            <fieldset>
                <legend>{ messages.compare_label() }{ " " }<span class="compare-most">{ "(" }{ tray.most.clone() }{ ")" }</span></legend>
                { for tray.ticks.iter().map(labelled_tick) }
            </fieldset>
            { " " }
            { named(&tray.clear, "compare-clear") }
        </div>
    }
}

fn labelled_tick(it: &CompareTick<'static>) -> Html {
    html! {
        <label key={it.id} class="compare-choice">
            { tick(it) }
            { mark(it.mark, it.is_unconfirmed) }
            { it.name }
        </label>
    }
}

/// The tick of a country.
pub(super) fn tick(it: &CompareTick<'static>) -> Html {
    html! {
        <input type="checkbox" class="compare-tick" data-tick={it.id} data-to={it.to.clone()} aria-label={it.label.clone()}
            checked={it.is_chosen} disabled={it.is_disabled} autocomplete="off" />
    }
}

fn column(it: &CompareColumn<'static>) -> Html {
    html! {
        <th key={it.country.link.attribute.id()} role="columnheader" scope="col">
            { mark(it.mark, it.is_unconfirmed) }
            { named(&it.country, "who-country") }
        </th>
    }
}

fn row(context: RenderContext, compare: &Compare<'static>, row: &CompareRow<'static>) -> Html {
    let mut columns = &*compare.columns;
    let cell = |it: &CompareCell<'static>| {
        let (own, others) = columns.split_at(it.columns.min(columns.len()));
        columns = others;
        cell(context, own, it)
    };
    html! {
        <tr key={row.heading} role="row">
            <th role="rowheader" scope="row">{ row.heading }</th>
            { for row.cells.iter().map(cell) }
        </tr>
    }
}

/// The answer of a country, or of several side by side.
fn cell(
    context: RenderContext,
    columns: &[CompareColumn<'static>],
    cell: &CompareCell<'static>,
) -> Html {
    let key: Vec<&str> = columns.iter().map(|it| it.country.link.attribute.id()).collect();
    let span = (columns.len() > 1).then(|| columns.len().to_string());
    let country = |it: &CompareColumn<'static>| html! { <span>{ mark(it.mark, it.is_unconfirmed) }{ it.country.name }</span> };
    html! {
        <td key={key.join(" ")} role="cell" colspan={span.clone()} aria-colspan={span}>
            <span class="compare-country" aria-hidden="true">{ for columns.iter().map(country) }</span>
            { answers(context, cell) }
        </td>
    }
}

fn answers(context: RenderContext, cell: &CompareCell<'static>) -> Html {
    let messages = context.messages();
    if cell.lines.is_empty() {
        let nothing = if cell.is_said_elsewhere {
            messages.compare_nothing_else()
        } else {
            messages.compare_nothing()
        };
        return html! { <p key={nothing} class="compare-nothing">{ nothing }</p> };
    }
    let line = |it| html! { <li key={line_key(it)}>{ line(context, it) }</li> };
    html! { <ul>{ for cell.lines.iter().map(line) }</ul> }
}

fn line_key(it: &CompareLine<'static>) -> String {
    [it.about.as_ref().map_or("", |it| it.name), " ", it.status, &*it.text].concat()
}

fn line(context: RenderContext, it: &CompareLine<'static>) -> Html {
    let unconfirmed = it.is_unconfirmed.then_some("");
    let about = it.about.as_ref().map(|it| html! { <>{ named(it, "compare-about") }{ ": " }</> });
    let by = it.said_by.as_ref().map(|(speaker, date)| {
        html! { <span class="compare-by">{ named(speaker, "") }{ ", " }{ date.clone() }</span> }
    });
    let text = match (it.is_quote, it.is_verdict) {
        (true, _) => {
            html! { <q class="compare-quote">{ text::format(context.messages().quotation(), &[("text", &it.text)]) }</q> }
        }
        (_, true) => answer(context, it.text.clone()),
        _ => html! { { it.text.to_string() } },
    };
    html! {
        <>
            { for it.mark.map(|sign| mark(sign, it.is_unconfirmed)) }
            { about.unwrap_or_default() }
            if !it.status.is_empty() { <b class="compare-status" data-unconfirmed={unconfirmed}>{ it.status }</b> }
            { text }
            { refs(context, &it.sources) }
            { for it.caveats.iter().map(|it| caveat_tag(context, *it)) }
            { by.unwrap_or_default() }
        </>
    }
}

/// What is the same for all, one after the other as in a sentence.
fn same(context: RenderContext, same: &[(&'static str, CompareCell<'static>)]) -> Html {
    if same.is_empty() {
        return Html::default();
    }
    let part = |(heading, cell): &(&'static str, CompareCell<'static>)| {
        html! { <li key={*heading}><b>{ *heading }</b>{ " " }{ answers(context, cell) }</li> }
    };
    html! {
        <section class="compare-same">
            <h3>{ context.messages().compare_same() }</h3>
            <ul>{ for same.iter().map(part) }</ul>
        </section>
    }
}
