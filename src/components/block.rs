//! The kinds of content that a card is made of.

use model::CorrectionId;
use yew::prelude::*;

use super::claim::{Content, claims, refs};
use super::link::named;
use super::map::mark;
use crate::view::{
    Block, CountryLine, EventLine, HistoryLine, NamedLink, Phrases, StatementLine, TieLine,
};

/// Draws a block.
pub(super) fn block(briefing: Content, block: &Block<'static>) -> Html {
    match block {
        Block::Sourced { text, sources } => {
            html! { <p class="sourced">{ *text }{ refs(briefing, sources) }</p> }
        }
        Block::Plain(text) => html! { <p class="plain">{ text.clone() }</p> },
        Block::Note(text) => html! { <p class="note">{ *text }</p> },
        Block::Claims(list) => claims(briefing, list),
        Block::Facts(pairs) => facts(pairs),
        Block::History(lines) => {
            html! { <ol class="history">{ for lines.iter().map(|it| history(briefing, it)) }</ol> }
        }
        Block::Countries(lines) => {
            html! { <ul class="standings">{ for lines.iter().map(|it| country(briefing, it)) }</ul> }
        }
        Block::Ties(lines) => {
            html! { <ul class="ties">{ for lines.iter().map(|it| tie(briefing, it)) }</ul> }
        }
        Block::Events(lines) => html! { <ul class="events">{ for lines.iter().map(event) }</ul> },
        Block::Statements(lines) => {
            html! { <ul class="statements">{ for lines.iter().map(|it| statement(briefing, it)) }</ul> }
        }
        Block::Quote(text) => {
            html! { <blockquote class="quote"><p>{ quoted(briefing, text) }</p></blockquote> }
        }
        Block::Links(links) => html! { <ul class="links">{ for links.iter().map(item) }</ul> },
        Block::Corrections(ids) => {
            html! { <ul class="card-corrections">{ for ids.iter().map(|id| correction(briefing, *id)) }</ul> }
        }
        Block::Limits(texts) => {
            html! { <ul class="limits-list">{ for texts.iter().map(|it| html! { <li>{ *it }</li> }) }</ul> }
        }
        Block::Terms(terms) => {
            html! { <ul class="terms">{ for terms.iter().map(|it| html! { <li>{ quoted(briefing, it) }</li> }) }</ul> }
        }
    }
}

fn quoted(briefing: Content, text: &str) -> String {
    model::fill(briefing.words.quotation(), &[("text", text)])
}

fn facts(pairs: &[(&'static str, String)]) -> Html {
    let pair = |(label, value): &(&'static str, String)| html! { <div><dt>{ *label }</dt><dd>{ value.clone() }</dd></div> };
    html! { <dl class="facts">{ for pairs.iter().map(pair) }</dl> }
}

fn history(briefing: Content, line: &HistoryLine<'static>) -> Html {
    html! {
        <li class="history-line" data-holds={line.holds.then_some("")}>
            <p class="history-status">
                { mark(line.mark) }
                <strong>{ line.status }</strong>
                { " " }
                <span class="history-from">{ line.from.clone() }</span>
            </p>
            { claims(briefing, &line.claims) }
            { for line.note.map(|it| html! { <p class="note">{ it }</p> }) }
        </li>
    }
}

fn country(briefing: Content, line: &CountryLine) -> Html {
    html! {
        <li>
            { mark(line.mark) }
            { named(&line.country, "") }
            <span class="standing">{ line.status.clone() }{ refs(briefing, &line.sources) }</span>
        </li>
    }
}

fn tie(briefing: Content, line: &TieLine<'static>) -> Html {
    html! { <li><h4>{ named(&line.tie, "") }</h4>{ claims(briefing, &line.claims) }</li> }
}

/// An event in a list.
pub(super) fn event(line: &EventLine) -> Html {
    html! {
        <li>
            <span class="event-date">{ line.date.clone() }</span>
            { named(&line.event, "") }
            { for line.tag.map(|it| html! { <span class="tag">{ it }</span> }) }
        </li>
    }
}

fn statement(briefing: Content, line: &StatementLine<'static>) -> Html {
    let text = if line.is_quote { quoted(briefing, line.text) } else { line.text.to_owned() };
    html! {
        <li>
            <p class="said" data-quote={line.is_quote.then_some("")}>{ text }{ refs(briefing, &line.sources) }</p>
            <p class="said-by">{ named(&line.statement, "") }<span class="event-date">{ line.date.clone() }</span></p>
        </li>
    }
}

fn item(link: &NamedLink) -> Html {
    html! { <li>{ named(link, "") }</li> }
}

fn correction(briefing: Content, id: CorrectionId) -> Html {
    let Some(correction) = briefing.correction(id) else { return Html::default() };
    let verdict = Phrases::new(&briefing.words).article_verdict(correction.verdict);
    html! {
        <li>
            <a href={["#", correction.id].concat()}><span class="tag">{ verdict }</span>{ correction.record_says }</a>
        </li>
    }
}
