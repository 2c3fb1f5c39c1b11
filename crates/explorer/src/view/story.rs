//! A step of the story: its sentence, the line of steps, what was said, and where each country stood on its day.

use model::{CountryId, Role, SourceId, Status, Step, StepId, When};

use super::{DataAttribute, Link, Mark, StatementLine, ViewContext};
use crate::{Briefing, Selection, address};

/// A step of the story, and the ways to the others.
#[derive(Clone, Debug, PartialEq)]
pub struct Story<'b> {
    /// "The story in seven steps".
    pub title: String,
    /// "5 of 7".
    pub place: String,
    /// Every step, in order.
    pub steps: Vec<StoryStep<'b>>,
    /// The sentence.
    pub text: &'b str,
    /// What it rests on.
    pub sources: Vec<SourceId>,
    /// What was said, if something is to be read beside it.
    pub quote: Option<StatementLine<'b>>,
    /// "Where they stand on 1 May 2024".
    pub standings_title: String,
    /// Where each country stood, those that stood alike together.
    pub standings: Vec<StoryStanding>,
    /// The step before.
    pub previous: Option<StoryStep<'b>>,
    /// The step after.
    pub next: Option<StoryStep<'b>>,
    /// Where the story ends: the overview.
    pub end: Link<'b>,
}

/// The way to a step.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryStep<'b> {
    /// The link; current for the step that is shown.
    pub link: Link<'b>,
    /// "5 Melbourne".
    pub name: String,
}

/// Countries that stood alike.
#[derive(Clone, Debug, PartialEq)]
pub struct StoryStanding {
    /// How they are drawn.
    pub mark: Mark,
    /// Whether it is unconfirmed that they still stand so.
    pub is_unconfirmed: bool,
    /// "Canada and South Korea: under consideration, since April 2024".
    pub text: String,
    /// What it rests on.
    pub sources: Vec<SourceId>,
}

/// A step as text.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedStep<'b> {
    /// The name of its view.
    pub name: String,
    /// What it is called.
    pub title: &'b str,
    /// Its sentence.
    pub text: &'b str,
    /// What that rests on.
    pub sources: Vec<SourceId>,
}

/// Every step as text.
#[must_use]
pub fn printed_story(briefing: &Briefing) -> Vec<PrintedStep<'_>> {
    let context = ViewContext::new(briefing, Selection::default());
    let step = |(id, it): (StepId, &Step)| {
        let text = briefing.text.step(id)?;
        let selection = Selection::of_step(&briefing.model, id)?;
        Some(PrintedStep {
            name: address::print(&briefing.model, &selection),
            title: &text.title,
            text: &text.text,
            sources: context.sources_of(&it.claims),
        })
    };
    briefing.model.each_step().filter_map(step).collect()
}

/// The step that is selected, if one is.
pub(super) fn story<'b>(context: &ViewContext<'b>) -> Option<Story<'b>> {
    let id = context.selection.step?;
    let (it, text) = (context.model.step(id)?, context.text.step(id)?);
    let messages = &context.text.messages;
    let steps: Vec<_> = context.model.each_step().filter_map(|(id, _)| step(context, id)).collect();
    let (number, count) = (id.number().to_string(), steps.len().to_string());
    let quote = it.quote.and_then(|id| context.statement_line(id));
    let day = context.formats.date(context.as_of.date());
    let beside = |at: Option<usize>| at.and_then(|it| steps.get(it)).cloned();
    Some(Story {
        title: context.formats.story_title(steps.len()),
        place: text::format(messages.story_place(), &[("number", &number), ("count", &count)]),
        text: &text.text,
        sources: context.sources_of(&it.claims),
        quote,
        standings_title: text::format(messages.story_standings(), &[("date", &day)]),
        standings: standings(context),
        previous: beside(id.index().checked_sub(1)),
        next: beside(id.index().checked_add(1)),
        end: context.link(Selection::default(), DataAttribute::Overview),
        steps,
    })
}

fn step<'b>(context: &ViewContext<'b>, id: StepId) -> Option<StoryStep<'b>> {
    let selection = Selection::of_step(context.model, id)?;
    let name = [&*id.number().to_string(), " ", &*context.text.step(id)?.title].concat();
    let is_current = context.selection.step == Some(id);
    let href = ["#", &address::fragment(context.model, &selection)].concat();
    Some(StoryStep { link: Link { href, attribute: DataAttribute::Story(id), is_current }, name })
}

/// The way into the story: to its first step; none where there is no story.
pub(super) fn entry<'b>(context: &ViewContext<'b>) -> Option<StoryStep<'b>> {
    let first = context.model.each_step().map(|(id, _)| id).next()?;
    let name = context.formats.story_title(context.model.steps.len());
    Some(StoryStep { name, ..step(context, first)? })
}

/// Where a country stands.
struct Standing {
    country: CountryId,
    status: Status,
    from: When,
    is_unconfirmed: bool,
    sources: Vec<SourceId>,
}

/// Where each country stands, the closest to AUKUS first, and those together that say the same.
fn standings(context: &ViewContext) -> Vec<StoryStanding> {
    let countries = context.model.each_country().filter_map(|(id, _)| standing(context, id));
    let mut countries: Vec<Standing> = countries.collect();
    let rank = |it: &Standing| Status::ALL.iter().position(|status| *status == it.status);
    let month = |it: &Standing| (it.from.date.year(), it.from.date.month());
    countries.sort_by_key(|it| (rank(it), month(it), it.is_unconfirmed));
    let said = |it: &Standing| (it.status, it.is_unconfirmed, context.formats.short_month(it.from));
    let groups = countries.chunk_by(|one, other| said(one) == said(other));
    groups.filter_map(|it| together(context, it)).collect()
}

fn standing(context: &ViewContext, id: CountryId) -> Option<Standing> {
    let is_listed = !matches!(context.as_of.role(id), Role::Unnamed | Role::Mentioned);
    let standing = context.as_of.standing(id, context.shading_pillar()?);
    let entry = standing.leading().filter(|_| is_listed)?.entry;
    Some(Standing {
        country: id,
        status: entry.status,
        from: entry.from,
        is_unconfirmed: context.is_dashed(&standing),
        sources: context.sources_of(&entry.claims),
    })
}

fn together(context: &ViewContext, countries: &[Standing]) -> Option<StoryStanding> {
    let &Standing { status, from, is_unconfirmed, .. } = countries.first()?;
    let names: Vec<&str> =
        countries.iter().filter_map(|it| context.short_country_name(it.country)).collect();
    let (country, status_text) =
        (context.formats.listed(&names), context.formats.status_by_month(status, from));
    let values = [("country", &*country), ("status", &*status_text)];
    let mut sources: Vec<SourceId> =
        countries.iter().flat_map(|it| it.sources.iter().copied()).collect();
    sources.sort_unstable();
    sources.dedup();
    let text = text::format(context.text.messages.announce_mark(), &values);
    Some(StoryStanding { mark: Mark::from(status), is_unconfirmed, text, sources })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::sample;
    use crate::view::{View, view};

    fn shown(number: usize) -> View<'static> {
        view(sample(), &address::parse(sample(), &format!("story={number}")).selection)
    }

    #[test]
    fn each_step_leads_to_those_beside_it() {
        for number in 1..=7 {
            let story = shown(number).story.unwrap();
            assert_eq!(story.title, "The story in seven steps");
            assert_eq!(story.place, format!("{number} of 7"));
            let current: Vec<usize> =
                (1..).zip(&story.steps).filter(|it| it.1.link.is_current).map(|it| it.0).collect();
            assert_eq!(current, [number]);
            let beside = [story.previous, story.next].map(|it| it.map(|it| it.link.href));
            let at = |number| (1..=7).contains(&number).then(|| format!("#story={number}"));
            assert_eq!(beside, [at(number - 1), at(number + 1)]);
        }
        assert_eq!(view(sample(), &Selection::default()).story, None);
    }

    #[test]
    fn a_step_says_where_each_country_stood() {
        let story = shown(5).story.unwrap();
        let said: Vec<&str> = story.standings.iter().map(|it| &*it.text).collect();
        assert_eq!(
            said,
            ["Norway and Peru: member, since Mar 2021", "Sweden: in consultation, since Nov 2024"]
        );
        assert!(story.standings.iter().all(|it| !it.sources.is_empty()));
        assert_eq!(story.standings_title, "Where they stand on 30 November 2024");
        // In a pillar that is closed to others they do not stand.
        assert_eq!(shown(2).story.unwrap().standings.len(), 2);
    }

    #[test]
    fn what_is_selected_from_a_step_belongs_to_none() {
        for number in 1..=7 {
            let view = shown(number);
            let links = view.map.iter().map(|it| &it.link.href);
            let links = links.chain(view.ties.iter().map(|it| &it.link.href));
            let steps = [&view.timeline.previous, &view.timeline.next];
            let steps = steps.into_iter().map(|it| &it.href);
            for href in links.chain(steps) {
                assert!(!href.contains("story"), "{number}: {href}");
            }
        }
    }
}
