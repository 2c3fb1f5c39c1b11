//! The story, a step at a time: its sentence, what was said, where each country stood, and the ways to the other steps. The map
//! and the timeline beside it are those of the page.

use explorer::view::{Block, DataAttribute, Link, Story, StoryStanding, StoryStep};
use model::StepId;
use yew::prelude::*;

use super::block::block;
use super::claim::{RenderContext, refs};
use super::{LinkAttributes, live_text, mark};
use crate::dom;
use crate::snapshot::Snapshot;

/// How long a step is shown while the story plays, in ms.
const STEP_MS: u32 = 8000;

/// What the story depends on.
#[derive(Clone, Properties)]
pub(crate) struct StoryProps {
    /// What is shown: a step.
    pub(crate) snapshot: Snapshot,
    /// Whether the reader has opened the story from the page, so that it takes the focus.
    pub(crate) takes_focus: bool,
    /// Whether it is being left.
    pub(crate) is_leaving: bool,
    /// Another step is to be shown.
    pub(crate) on_step: Callback<StepId>,
    /// The story is to be left.
    pub(crate) on_leave: Callback<()>,
}

impl PartialEq for StoryProps {
    fn eq(&self, other: &Self) -> bool {
        (&self.snapshot, self.is_leaving) == (&other.snapshot, other.is_leaving)
    }
}

/// The step of the story that is shown.
#[component]
pub(crate) fn StoryView(props: &StoryProps) -> Html {
    let StoryProps { snapshot, takes_focus, on_step, on_leave, .. } = props;
    let story = snapshot.story.as_ref();
    let previous = story.and_then(|it| id(it.previous.as_ref()?));
    let next = story.and_then(|it| id(it.next.as_ref()?));
    use_focus(*takes_focus);
    use_arrows([previous, next], on_step);
    let first = story.and_then(|it| id(it.steps.first()?));
    let is_playing = use_play(next, first, on_step);
    let Some(story) = story else { return Html::default() };
    let context = RenderContext::of(snapshot);
    html! {
        <section class="story" aria-labelledby="story-title">
            { head(context, story, on_leave) }
            <p key={story.text} class="story-text">{ story.text }{ refs(context, &story.sources) }</p>
            <div class="story-beside">
                { for story.quote.iter().map(|it| block(context, &Block::Statements(vec![it.clone()]))) }
                <h2 class="story-day">{ live_text(story.standings_title.clone()) }</h2>
                <ul class="story-standings">{ for story.standings.iter().map(|it| standing(context, it)) }</ul>
            </div>
            { ways(context, story, is_playing) }
        </section>
    }
}

fn id(step: &StoryStep) -> Option<StepId> {
    match step.link.attribute {
        DataAttribute::Story(id) => Some(id),
        _ => None,
    }
}

/// What this is, the line of steps, and the way out.
fn head(context: RenderContext, story: &Story<'static>, on_leave: &Callback<()>) -> Html {
    let step = |it: &StoryStep<'static>| {
        let attributes = LinkAttributes {
            current: it.link.is_current.then_some("step"),
            ..LinkAttributes::of_class("story-step")
        };
        let name = html! { <span class="visually-hidden">{ it.name.clone() }</span> };
        html! { <li key={it.name.clone()}>{ attributes.draw(&it.link, name) }</li> }
    };
    html! {
        <header class="story-head">
            <h1 id="story-title" class="story-title">{ story.title.clone() }</h1>
            <ol class="story-steps">{ for story.steps.iter().map(step) }</ol>
            <p class="story-place">
                { live_text(story.place.clone()) }
                { " · " }
                <button type="button" class="story-leave" onclick={on_leave.reform(|_| ())}>{ context.messages().story_leave() }</button>
            </p>
        </header>
    }
}

fn standing(context: RenderContext, it: &StoryStanding) -> Html {
    let unconfirmed = it.is_unconfirmed.then_some("");
    html! {
        <li key={it.text.clone()}>
            { mark(it.mark, it.is_unconfirmed) }
            <span><span data-unconfirmed={unconfirmed}>{ it.text.clone() }</span>{ refs(context, &it.sources) }</span>
        </li>
    }
}

/// The ways to the step before and after; after the last to the overview. The way on is one element in all steps, so that it
/// keeps the focus.
fn ways(
    context: RenderContext,
    story: &Story<'static>,
    (is_playing, onplay): (bool, Callback<MouseEvent>),
) -> Html {
    let messages = context.messages();
    let way = |class, link: &Link<'static>, label: String, name: Html| {
        let attributes =
            LinkAttributes { label: Some(label.into()), ..LinkAttributes::of_class(class) };
        attributes.draw(&Link { is_current: false, ..link.clone() }, name)
    };
    let previous = story.previous.as_ref().map(|it| {
        let label = text::format(messages.story_previous(), &[("step", &*it.name)]);
        way(
            "story-previous",
            &it.link,
            label,
            html! { <>{ "← " }{ live_text(it.name.clone()) }</> },
        )
    });
    let next = match &story.next {
        Some(it) => {
            let label = text::format(messages.story_next(), &[("step", &*it.name)]);
            way("story-next", &it.link, label, live_text([&*it.name, " →"].concat()))
        }
        None => {
            let name = live_text([messages.story_end(), " →"].concat());
            way("story-next", &story.end, messages.story_end().to_owned(), name)
        }
    };
    let play = if is_playing { messages.story_stop() } else { messages.story_play() };
    html! {
        <div class="story-ways">
            { previous.unwrap_or_default() }
            <button type="button" class="story-play" onclick={onplay}>{ live_text(play) }</button>
            { next }
        </div>
    }
}

/// A story that is opened takes the focus to the way on. What had it before is gone, and so is that in the end.
#[hook]
fn use_focus(takes_focus: bool) {
    use_effect_with((), move |()| {
        if takes_focus {
            dom::enter_story();
        }
        dom::leave_story
    });
}

/// Arrow keys lead to the step before and after.
#[hook]
fn use_arrows(beside: [Option<StepId>; 2], on_step: &Callback<StepId>) {
    use_effect_with((beside, on_step.clone()), |(beside, on_step)| {
        let ([previous, next], on_step) = (*beside, on_step.clone());
        let listener = dom::on_arrow(move |is_right| {
            if let Some(step) = if is_right { next } else { previous } {
                on_step.emit(step);
            }
        });
        move || drop(listener)
    });
}

/// Plays the story from the step that is shown, from the last one anew, until the reader does something, looks at another page, or
/// the last step has come. Returns whether it plays, and what the button does.
#[hook]
fn use_play(
    next: Option<StepId>,
    first: Option<StepId>,
    on_step: &Callback<StepId>,
) -> (bool, Callback<MouseEvent>) {
    let is_playing = use_state_eq(|| false);
    use_effect_with((*is_playing, next, on_step.clone()), {
        let is_playing = is_playing.setter();
        move |(plays, next, on_step)| {
            let (next, on_step) = (*next, on_step.clone());
            if *plays && next.is_none() {
                is_playing.set(false);
            }
            let playing = next.filter(|_| *plays).map(|step| {
                let timer = dom::after_ms(STEP_MS, move || on_step.emit(step));
                (timer, dom::on_interruption(move || is_playing.set(false)))
            });
            move || drop(playing)
        }
    });
    let toggle = {
        let (setter, plays) = (is_playing.setter(), *is_playing);
        let (first, on_step) = (first.filter(|_| next.is_none()), on_step.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(first) = first {
                on_step.emit(first);
            }
            setter.set(!plays);
        })
    };
    (*is_playing, toggle)
}
