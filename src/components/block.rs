//! The kinds of content that a card is made of.

use std::rc::Rc;

use explorer::view::{
    Block, CountryLine, EventLine, HistoryLine, NamedLink, ReasonLine, StatementLine, StepLine,
    TieLine,
};
use model::{CheckId, ClaimId};
use yew::prelude::*;

use super::claim::{RenderContext, claims, note, refs};
use super::compare::compare;
use super::link::named;
use super::matrix::MatrixGrid;
#[cfg(feature = "ssr")]
use super::matrix::printed_matrix;
use super::sentence::{sentence, sentence_key};
use super::since::since;
use super::who::who;
use super::{live_text, mark};

/// Draws a block.
pub(super) fn block(context: RenderContext, block: &Block<'static>) -> Html {
    match block {
        Block::Sourced { text, sources } => {
            html! { <p key={&*sentence_key(context, text)} class="sourced">{ sentence(context, text) }{ refs(context, sources) }</p> }
        }
        Block::Definition(text) => {
            html! { <p key={&*sentence_key(context, text)} class="plain">{ sentence(context, text) }</p> }
        }
        Block::Plain(text) => html! { <p key={text.as_str()} class="plain">{ text.clone() }</p> },
        Block::Note(text) => note(context, text),
        Block::Who(table) => who(context, table),
        #[cfg(feature = "ssr")]
        Block::Matrix(matrix) if context.is_text() => printed_matrix(context, matrix),
        Block::Matrix(matrix) => {
            html! { <MatrixGrid key="matrix" briefing={context.briefing} date={context.date()} terms={context.terms.to_vec()} matrix={Rc::clone(matrix)} /> }
        }
        Block::Since(table) => since(context, table),
        Block::Compare(it) => compare(context, it),
        Block::Subheading(heading) => {
            html! { <h4 key={*heading} class="subheading">{ *heading }</h4> }
        }
        Block::Reasons { is_for, lines } => {
            let side = if *is_for { "for" } else { "against" };
            html! { <ul class={classes!("reasons", side)}>{ for lines.iter().map(|it| reason(context, it)) }</ul> }
        }
        Block::Claims(list) | Block::Record(list) => claims(context, list),
        Block::Steps(lines) => {
            html! { <ol class="steps">{ for lines.iter().map(|it| step(context, it)) }</ol> }
        }
        Block::Facts(pairs) => facts(pairs),
        Block::History(lines) => {
            html! { <ol class="history">{ for lines.iter().map(|it| history(context, it)) }</ol> }
        }
        Block::Countries(lines) => {
            html! { <ul class="standings">{ for lines.iter().map(|it| country(context, it)) }</ul> }
        }
        Block::Ties(lines) => {
            html! { <ul class="ties">{ for lines.iter().map(|it| tie(context, it)) }</ul> }
        }
        Block::Events(lines) => html! { <ul class="events">{ for lines.iter().map(event) }</ul> },
        Block::Statements(lines) => {
            html! { <ul class="statements">{ for lines.iter().map(|it| statement(context, it)) }</ul> }
        }
        Block::Quote(text) => {
            html! { <blockquote class="quote"><p key={&*sentence_key(context, text)}>{ quoted(context, text) }</p></blockquote> }
        }
        Block::Links(links) if links.is_empty() => Html::default(),
        Block::Links(links) => html! { <ul class="links">{ for links.iter().map(item) }</ul> },
        Block::Checks(ids) => {
            html! { <ul class="card-checks">{ for ids.iter().filter_map(|id| check(context, *id)) }</ul> }
        }
        Block::Limits(texts) => {
            let limit = |it: &&'static str| html! { <li key={&*sentence_key(context, it)}>{ sentence(context, it) }</li> };
            html! { <ul class="limits-list">{ for texts.iter().map(limit) }</ul> }
        }
    }
}

fn reason(context: RenderContext, line: &ReasonLine<'static>) -> Html {
    html! { <li key={&*sentence_key(context, line.text)}>{ sentence(context, line.text) }{ refs(context, &line.sources) }</li> }
}

/// A sentence within the marks of a quotation.
fn quoted(context: RenderContext, text: &'static str) -> Html {
    let pattern = context.messages().quotation();
    let (before, after) = pattern.split_once("{text}").unwrap_or((pattern, ""));
    html! { <>{ before }{ sentence(context, text) }{ after }</> }
}

fn facts(pairs: &[(&'static str, String)]) -> Html {
    let pair = |(label, value): &(&'static str, String)| html! { <div key={*label}><dt>{ *label }</dt><dd>{ live_text(value.clone()) }</dd></div> };
    html! { <dl class="facts">{ for pairs.iter().map(pair) }</dl> }
}

fn step(context: RenderContext, line: &StepLine<'static>) -> Html {
    let unconfirmed = line.is_unconfirmed.then_some("");
    html! {
        <li key={[line.status, &*line.from].concat()} data-holds={line.holds.then_some("")}>
            { mark(line.mark, line.is_unconfirmed) }
            <span class="step-status"><span data-unconfirmed={unconfirmed}>{ line.status }</span>{ refs(context, &line.sources) }</span>
            { " " }
            <span class="history-from">{ line.from.clone() }</span>
        </li>
    }
}

fn history(context: RenderContext, line: &HistoryLine<'static>) -> Html {
    html! {
        <li key={[line.status, &*line.from].concat()} class="history-line" data-holds={line.holds.then_some("")}>
            <p class="history-status">
                { mark(line.mark, false) }
                <strong>{ line.status }</strong>
                { " " }
                <span class="history-from">{ line.from.clone() }</span>
            </p>
            { claims_of(context, &line.claims) }
            { for line.note.map(|it| note(context, it)) }
        </li>
    }
}

/// Claims below a line; none if the card has said all of them.
fn claims_of(context: RenderContext, ids: &[ClaimId]) -> Html {
    if ids.is_empty() { Html::default() } else { claims(context, ids) }
}

fn country(context: RenderContext, line: &CountryLine) -> Html {
    html! {
        <li key={line.country.link.attribute.id()}>
            { mark(line.mark, line.is_unconfirmed) }
            { named(&line.country, "") }
            { " " }
            <span key={line.status.as_str()} class="standing">{ line.status.clone() }{ refs(context, &line.sources) }</span>
        </li>
    }
}

fn tie(context: RenderContext, line: &TieLine<'static>) -> Html {
    html! { <li key={line.tie.link.attribute.id()}><h4>{ named(&line.tie, "") }</h4>{ claims_of(context, &line.claims) }</li> }
}

/// An event in a list.
pub(super) fn event(line: &EventLine) -> Html {
    html! {
        <li key={line.event.link.attribute.id()}>
            // Where the entries stand in a line, it parts them. Nothing ever comes before it, whose place a translator may take.
            { " " }
            <span class="event-date">{ line.date.clone() }</span>
            { " " }
            { named(&line.event, "") }
            { for line.tag.map(|it| html! { <>{ " " }<span class="tag">{ it }</span></> }) }
        </li>
    }
}

fn statement(context: RenderContext, line: &StatementLine<'static>) -> Html {
    let text =
        if line.is_quote { quoted(context, line.text) } else { sentence(context, line.text) };
    let key = sentence_key(context, line.text);
    html! {
        <li key={line.statement.link.attribute.id()}>
            <p key={&*key} class="said" data-quote={line.is_quote.then_some("")}>{ text }{ refs(context, &line.sources) }</p>
            <p class="said-by">{ named(&line.statement, "") }{ " " }<span class="event-date">{ line.date.clone() }</span></p>
        </li>
    }
}

fn item(link: &NamedLink) -> Html {
    // A step has no id, and its words follow the date.
    let key = [link.link.attribute.id(), link.name].concat();
    html! { <li {key}>{ named(link, "") }</li> }
}

/// What the record says, which leads to what the article says.
fn check(context: RenderContext, id: CheckId) -> Option<Html> {
    let record = context.briefing.text.record(id)?;
    let id = context.briefing.model.check(id)?.id.as_str();
    Some(html! { <li key={id}><a href={["#", id].concat()}>{ record }</a></li> })
}
