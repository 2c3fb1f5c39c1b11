//! The ways around the page: to the overview, to the areas, to parts of the page, and the date that all is as known on.

use explorer::Briefing;
use explorer::address::Misread;
use explorer::view::{self, NamedLink, Navigation, StoryStep, Timeline};
use text::Messages;
use yew::prelude::*;

use super::{LinkAttributes, live_text};

/// The navigation. On a narrow window it is a bar at the lower edge, with ways to the parts that are out of sight there.
pub(crate) fn navigation(messages: &'static Messages, navigation: &Navigation<'static>) -> Html {
    let place = |href: &'static str, name: &'static str, class: &'static str, path| {
        html! { <li class={class}><a {href} class="lens">{ icon(path) }{ name }</a></li> }
    };
    let view =
        |NamedLink { link, name }: &NamedLink<'static>, class: Option<&'static str>, path| {
            let content = html! { <>{ icon(path) }{ *name }</> };
            html! { <li {class}>{ LinkAttributes::of_class("lens").draw(link, content) }</li> }
        };
    html! {
        <nav class="lenses" aria-label={messages.lenses_label()}>
            <ul>
                { view(&navigation.overview, None, WHO) }
                { place("#map", messages.nav_map(), "lenses-narrow", MAP) }
                { place("#time", messages.nav_time(), "lenses-narrow", TIME) }
                { view(&navigation.areas, None, AREAS) }
                { view(&navigation.compare, Some("lenses-wide"), "") }
                { place("#sources", messages.nav_sources(), "lenses-wide", "") }
                { place("#more", messages.nav_more(), "lenses-narrow", MORE) }
                { for navigation.story.iter().map(|it| html! { <li class="lenses-wide lens-story">{ story(it, "lens") }</li> }) }
            </ul>
        </nav>
    }
}

// What stands for each way in the bar, in a box of 20 by 20.
const WHO: &str = "M10 9.5a3.2 3.2 0 1 0 0-6.5 3.2 3.2 0 0 0 0 6.5ZM3.5 17.5v-1q0-4 6.5-4t6.5 4v1";
const MAP: &str = "M2.5 4.5l5-2 5 2 5-2v13l-5 2-5-2-5 2ZM7.5 2.5v13M12.5 4.5v13";
const TIME: &str = "M2 16h16M4 16v-4M8 16V8M12 16v-6M16 16V5";
const AREAS: &str = "M3 3h14v14H3ZM3 7.7h14M3 12.3h14M7.7 3v14M12.3 3v14";
const MORE: &str = "M3 5h14M3 10h14M3 15h14";

/// A small drawing over the word in the bar.
fn icon(path: &'static str) -> Html {
    if path.is_empty() {
        return Html::default();
    }
    html! { <svg class="lens-icon" viewBox="0 0 20 20" aria-hidden="true"><path d={path} /></svg> }
}

/// The ways into the story and the comparison where they stand below the standfirst, as the bar has no room for them.
pub(crate) fn entries(navigation: &Navigation<'static>) -> Html {
    let NamedLink { link, name } = &navigation.compare;
    let compare = LinkAttributes::default().draw(link, html! { <>{ *name }{ " →" }</> });
    html! { <p class="entries">{ for navigation.story.iter().map(|it| story(it, "")) }{ " " }{ compare }</p> }
}

fn story(step: &StoryStep<'static>, class: &'static str) -> Html {
    let name = html! { <>{ step.name.clone() }{ " →" }</> };
    LinkAttributes::of_class(class).draw(&step.link, name)
}

/// The date that everything is as known on, or the period of which it says what changed, which leads to its control.
pub(crate) fn as_known(
    messages: &'static Messages,
    timeline: &Timeline,
    control: &'static str,
) -> Html {
    let has_period = timeline.period.is_some();
    let date = timeline.period.as_ref().map_or(&timeline.date, |it| &it.short);
    let label = if has_period { messages.since_bar() } else { messages.as_known() };
    html! {
        <p class={classes!("as-known", has_period.then_some("as-period"))}>
            <span class="as-known-label">{ live_text(label) }</span>
            { " " }
            <a href={control}>{ live_text(date.clone()) }</a>
        </p>
    }
}

/// What of the address is not shown; empty if all of it is.
pub(crate) fn notice(briefing: &Briefing, misread: Option<Misread>) -> Html {
    let text = misread.map(|it| view::misread(briefing, it)).unwrap_or_default();
    html! { <p class="notice" role="status">{ live_text(text) }</p> }
}
