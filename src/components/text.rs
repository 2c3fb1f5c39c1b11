//! Every card as text, one below the other: what is read where no script runs, and on paper.

use explorer::view::{
    Block, Formatter, NamedLink, PrintedCard, PrintedGroup, PrintedStep, Section, printed_story,
    printed_text,
};
use yew::prelude::*;

use super::answer::verdict;
use super::block::block;
use super::changes::changed_since;
use super::claim::{RenderContext, refs};
use crate::print::Print;

/// The section of all texts. Links to a view lead to its card here.
pub(super) fn text(print: Print) -> Html {
    let messages = print.messages();
    let date = print.briefing.model.edition.date;
    let date = Formatter::new(&print.briefing.text.messages).date(date);
    let intro = text::format(messages.text_intro(), &[("date", &date)]);
    html! {
        <section class="text" id="text" aria-labelledby="text-title">
            <h2 id="text-title">{ messages.text_title() }</h2>
            <p class="section-intro">{ intro }</p>
            { story(print) }
            { for printed_text(print.briefing).iter().map(|it| group(print, it)) }
        </section>
    }
}

/// The steps of the story, each with its sentence and what that rests on; none where there is no story.
fn story(print: Print) -> Option<Html> {
    let context = RenderContext::of_text(print.briefing);
    let step = |it: PrintedStep<'static>| {
        html! {
            <article class="entry" id={it.name}>
                <h4>{ it.title }</h4>
                <p>{ it.text }{ refs(context, &it.sources) }</p>
            </article>
        }
    };
    let steps = printed_story(print.briefing);
    let title = Formatter::new(&print.briefing.text.messages).story_title(steps.len());
    (!steps.is_empty()).then(|| {
        html! {
            <section class="text-group" id="story">
                <h3>{ title }</h3>
                { for steps.into_iter().map(step) }
            </section>
        }
    })
}

fn group(print: Print, PrintedGroup { kind, cards }: &PrintedGroup<'static>) -> Html {
    let title = text::heading(*kind, &print.briefing.text.messages, print.messages());
    let context = RenderContext::of_text(print.briefing);
    html! {
        <section class="text-group">
            <h3>{ title }</h3>
            { for cards.iter().map(|it| entry(print, context, it)) }
        </section>
    }
}

fn entry(print: Print, context: RenderContext, printed: &PrintedCard<'static>) -> Html {
    let PrintedCard { name, old_names, card } = printed;
    let context = context.with_terms(&card.terms);
    html! {
        <article class="entry" id={name.clone()}>
            { for old_names.iter().map(|it| html! { <span id={*it}></span> }) }
            <h4>{ card.title.clone() }</h4>
            { for card.verdicts.iter().map(|it| verdict(context, it)) }
            { for card.sections.iter().map(|it| section(context, it)) }
            { changed_since(print, card.id) }
        </article>
    }
}

fn section(context: RenderContext, section: &Section<'static>) -> Html {
    if section.blocks.is_empty() {
        return Html::default();
    }
    let heading = (!section.heading.is_empty()).then(|| html! { <h5>{ section.heading }</h5> });
    html! { <>{ heading }{ for section.blocks.iter().map(|it| printed_block(context, it)) }</> }
}

/// What has a card of its own is a link to it.
fn printed_block(context: RenderContext, it: &Block<'static>) -> Html {
    match it {
        Block::Subheading(heading) => html! { <h6>{ *heading }</h6> },
        Block::Ties(lines) => links(lines.iter().map(|it| (&it.tie, ""))),
        Block::Statements(lines) => links(lines.iter().map(|it| (&it.statement, it.date.as_str()))),
        Block::Events(lines) => links(lines.iter().map(|it| (&it.event, it.date.as_str()))),
        Block::Links(lines) => links(lines.iter().map(|it| (it, ""))),
        _ => block(context, it),
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
