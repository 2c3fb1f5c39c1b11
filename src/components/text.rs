//! Every card as text, one below the other: what is read where no script runs, and on paper.
//!
//! What has a card of its own is said there: elsewhere a link leads to it. So that nothing is left out, what is only "also
//! on record" is said where it is said nowhere else.

use std::collections::BTreeSet;

use model::{
    Briefing, CountryId, EventId, PersonId, PillarId, PrintedWords, StatementId, TechnologyId,
    TieId,
};
use yew::prelude::*;

use super::block::block;
use super::claim::Content;
use crate::link;
use crate::state::{Lens, Open, Selection};
use crate::view::{Block, Card, Hook, NamedLink, Phrases, Section, printed_card};

/// The section of all texts. Links to a view lead to its card here.
pub(super) fn text(
    briefing: &'static Briefing<'static>,
    words: &'static PrintedWords<'static>,
) -> Html {
    let briefing = Content::of_text(briefing);
    let date = Phrases::new(&briefing.words).date(briefing.edition.date);
    let intro = model::fill(words.text_intro(), &[("date", &date)]);
    let groups = groups(briefing, words).map(|(title, views)| {
        let cards = views.into_iter().map(|it| (it, printed_card(*briefing, &it)));
        (title, cards.collect::<Vec<_>>())
    });
    let cards = groups.iter().flat_map(|(_, cards)| cards).map(|(_, card)| card);
    let printer = Printer { briefing, said: said(briefing, cards) };
    html! {
        <section class="text" id="text" aria-labelledby="text-title">
            <h2 id="text-title">{ words.text_title() }</h2>
            <p class="section-intro">{ intro }</p>
            { for groups.iter().map(|(title, cards)| printer.group(title, cards)) }
        </section>
    }
}

/// The claims that cards make in their own sections.
fn said<'c>(
    briefing: Content,
    cards: impl Iterator<Item = &'c Card<'static>>,
) -> BTreeSet<&'static str> {
    let own = cards.flat_map(|it| &it.sections).filter(|it| !is_record(briefing, it));
    let claims = own.flat_map(|it| &it.blocks).flat_map(|it| match it {
        Block::Claims(claims) => claims.clone(),
        Block::History(lines) => lines.iter().flat_map(|it| it.claims.clone()).collect(),
        _ => Vec::new(),
    });
    claims.map(|it| it.id).collect()
}

fn is_record(briefing: Content, section: &Section) -> bool {
    section.heading == briefing.words.section_record()
}

/// Every view with a card of its own but the overview, which is printed as the app's own card.
fn groups(
    briefing: Content,
    printed: &'static PrintedWords<'static>,
) -> [(&'static str, Vec<Selection>); 7] {
    let words = &briefing.words;
    let lens = |lens| Selection::default().through(lens);
    let open = |open| Selection::default().opening(open);
    [
        (
            printed.text_pillars(),
            all(&briefing.pillars, |it| Some(lens(Lens::Pillar(PillarId::from_index(it)?)))),
        ),
        (
            words.partners_label(),
            all(&briefing.countries, |it| Some(open(Open::Country(CountryId::from_index(it)?)))),
        ),
        (
            words.lens_technologies(),
            all(&briefing.technologies, |it| {
                Some(lens(Lens::Technology(TechnologyId::from_index(it)?)))
            }),
        ),
        (
            words.section_ties(),
            all(&briefing.ties, |it| Some(open(Open::Tie(TieId::from_index(it)?)))),
        ),
        (
            words.section_events(),
            all(&briefing.events, |it| Some(open(Open::Event(EventId::from_index(it)?)))),
        ),
        (
            words.section_statements(),
            all(&briefing.statements, |it| {
                Some(open(Open::Statement(StatementId::from_index(it)?)))
            }),
        ),
        (
            words.section_people(),
            all(&briefing.people, |it| Some(open(Open::Person(PersonId::from_index(it)?)))),
        ),
    ]
}

fn all<T>(list: &[T], view: impl Fn(usize) -> Option<Selection>) -> Vec<Selection> {
    (0..list.len()).filter_map(view).collect()
}

struct Printer {
    briefing: Content,
    said: BTreeSet<&'static str>,
}

impl Printer {
    fn group(&self, title: &'static str, cards: &[(Selection, Card<'static>)]) -> Html {
        html! {
            <section class="text-group">
                <h3>{ title }</h3>
                { for cards.iter().map(|(selection, card)| self.entry(selection, card)) }
            </section>
        }
    }

    fn entry(&self, selection: &Selection, card: &Card<'static>) -> Html {
        html! {
            <article class="entry" id={link::print(*self.briefing, selection)}>
                <h4>{ card.title.clone() }</h4>
                { for card.sections.iter().map(|it| self.section(it)) }
            </article>
        }
    }

    fn section(&self, section: &Section<'static>) -> Html {
        let is_record = is_record(self.briefing, section);
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
                    claims.iter().filter(|it| !self.said.contains(it.id)).copied().collect();
                (!unsaid.is_empty()).then(|| block(self.briefing, &Block::Claims(unsaid)))
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
                let mut lines =
                    lines.iter().filter(|it| !matches!(it.link.hook, Hook::Step(_))).peekable();
                lines.peek().is_some().then(|| links(lines.map(|it| (it, ""))))
            }
            _ => Some(block(self.briefing, it)),
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
