//! Every card as text, one below the other: what is read where no script runs, and on paper.
//!
//! What has a card of its own is said there: elsewhere a link leads to it. So that nothing is left out, what is only "also
//! on record" is said where it is said nowhere else.

use std::collections::BTreeSet;

use explorer::view::{Block, Card, DataAttribute, Formatter, NamedLink, Section, printed_card};
use explorer::{Selection, address};
use model::{ClaimId, EntityId, EntityKind};
use yew::prelude::*;

use super::block::block;
use super::claim::RenderContext;
use crate::print::Print;

/// The kinds in the order in which their cards are printed.
const ORDER: [EntityKind; 7] = [
    EntityKind::Pillar,
    EntityKind::Country,
    EntityKind::Technology,
    EntityKind::Tie,
    EntityKind::Event,
    EntityKind::Statement,
    EntityKind::Person,
];

/// A card and the selection that opens it.
type PrintedCard = (Selection, Card<'static>);

/// The section of all texts. Links to a view lead to its card here.
pub(super) fn text(print: Print) -> Html {
    let (messages, model) = (print.messages(), &print.briefing.model);
    let date = Formatter::new(&print.briefing.text.messages).date(model.edition.date);
    let intro = text::format(messages.text_intro(), &[("date", &date)]);
    let groups = ORDER.map(|kind| (heading(print, kind), cards(print, kind)));
    let all = groups.iter().flat_map(|(_, cards)| cards).map(|(_, card)| card);
    let context = RenderContext::of_text(print.briefing);
    let printer = Printer { context, said: said(context, all) };
    html! {
        <section class="text" id="text" aria-labelledby="text-title">
            <h2 id="text-title">{ messages.text_title() }</h2>
            <p class="section-intro">{ intro }</p>
            { for groups.iter().map(|(title, cards)| printer.group(title, cards)) }
        </section>
    }
}

fn heading(print: Print, kind: EntityKind) -> &'static str {
    text::heading(kind, &print.briefing.text.messages, print.messages())
}

/// The card of every entry of a kind. The overview's is not here: it is prerendered as the app's own card.
fn cards(print: Print, kind: EntityKind) -> Vec<PrintedCard> {
    let selections =
        EntityId::all(kind, &print.briefing.model).map(|it| Selection::default().showing(it));
    selections.map(|it| (it, printed_card(print.briefing, &it))).collect()
}

/// The claims that cards make in their own sections.
fn said<'c>(
    context: RenderContext,
    cards: impl Iterator<Item = &'c Card<'static>>,
) -> BTreeSet<ClaimId> {
    let own = cards.flat_map(|it| &it.sections).filter(|it| !is_record(context, it));
    let claims = own.flat_map(|it| &it.blocks).flat_map(|it| match it {
        Block::Claims(claims) => claims.clone(),
        Block::History(lines) => lines.iter().flat_map(|it| it.claims.clone()).collect(),
        _ => Vec::new(),
    });
    claims.collect()
}

fn is_record(context: RenderContext, section: &Section) -> bool {
    section.heading == context.messages().section_record()
}

struct Printer {
    context: RenderContext,
    said: BTreeSet<ClaimId>,
}

impl Printer {
    fn group(&self, title: &'static str, cards: &[PrintedCard]) -> Html {
        html! {
            <section class="text-group">
                <h3>{ title }</h3>
                { for cards.iter().map(|(selection, card)| self.entry(selection, card)) }
            </section>
        }
    }

    fn entry(&self, selection: &Selection, card: &Card<'static>) -> Html {
        html! {
            <article class="entry" id={address::print(&self.context.briefing.model, selection)}>
                <h4>{ card.title.clone() }</h4>
                { for card.sections.iter().map(|it| self.section(it)) }
            </article>
        }
    }

    fn section(&self, section: &Section<'static>) -> Html {
        let is_record = is_record(self.context, section);
        let blocks: Vec<Html> =
            section.blocks.iter().filter_map(|it| self.block(it, is_record)).collect();
        if blocks.is_empty() {
            return Html::default();
        }
        let heading = (!section.heading.is_empty()).then(|| html! { <h5>{ section.heading }</h5> });
        html! { <>{ heading }{ for blocks }</> }
    }

    fn block(&self, it: &Block<'static>, is_record: bool) -> Option<Html> {
        match it {
            Block::Claims(claims) if is_record => {
                let unsaid: Vec<_> =
                    claims.iter().filter(|it| !self.said.contains(it)).copied().collect();
                (!unsaid.is_empty()).then(|| block(self.context, &Block::Claims(unsaid)))
            }
            Block::Ties(lines) => Some(links(lines.iter().map(|it| (&it.tie, "")))),
            Block::Statements(lines) => {
                Some(links(lines.iter().map(|it| (&it.statement, it.date.as_str()))))
            }
            Block::Events(lines) => {
                Some(links(lines.iter().map(|it| (&it.event, it.date.as_str()))))
            }
            Block::Links(lines) => {
                // Another date is nothing that a text can show.
                let is_step = |it: &NamedLink| matches!(it.link.attribute, DataAttribute::Step(_));
                let mut lines = lines.iter().filter(|it| !is_step(it)).peekable();
                lines.peek().is_some().then(|| links(lines.map(|it| (it, ""))))
            }
            _ => Some(block(self.context, it)),
        }
    }
}

/// Links with their dates.
fn links<'a>(lines: impl Iterator<Item = (&'a NamedLink<'static>, &'a str)>) -> Html {
    let line = |(it, date): (&NamedLink<'static>, &str)| {
        let date = (!date.is_empty()).then(|| html! { <>{ ", " }{ date.to_owned() }</> });
        html! { <li><a href={it.link.href.clone()}>{ it.name }</a>{ date }</li> }
    };
    html! { <ul class="text-links">{ for lines.map(line) }</ul> }
}
