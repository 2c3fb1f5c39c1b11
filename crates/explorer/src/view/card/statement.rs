//! A statement's card and its line in lists: who said it, in which office, when, where, and in which words.

use model::{EntityId, Mode, SourceId, Statement, StatementId};
use text::StatementText;

use super::{Block, Card, Section, StatementLine, note};
use crate::Subject;
use crate::view::ViewContext;

/// A statement in a list.
pub(super) fn line<'b>(
    context: &ViewContext<'b>,
    id: StatementId,
    statement: &Statement,
) -> Option<StatementLine<'b>> {
    let text = context.text.statement(id)?;
    Some(StatementLine {
        statement: context.subject_link(Subject::Statement(id)).named(&text.speaker),
        date: context.formats.when(statement.when),
        text: &text.text,
        is_quote: statement.mode == Mode::Quote,
        sources: context.as_of.cited(&statement.sources),
    })
}

/// The card of a statement.
pub(super) fn card<'b>(context: &ViewContext<'b>, id: StatementId) -> Option<Card<'b>> {
    let (statement, text) = (context.model.statement(id)?, context.text.statement(id)?);
    let messages = &context.text.messages;
    let said = said(context, statement, text).into_iter();
    let lead = said.chain([
        Block::Facts(facts(context, statement, text)),
        note(text.note.as_ref()),
        context.later_than_date(statement.known),
    ]);
    let speaker = context.links(statement.who.map(EntityId::Person).into_iter());
    let sections = vec![
        Section::new("", lead.collect()),
        Section::of(messages.section_speaker(), speaker),
        Section::of(messages.section_about(), context.topic_links(&statement.about)),
    ];
    let kind = context.formats.mode(statement.mode);
    Some(Card::new(context, &statement.id, kind, &*text.speaker, sections))
}

fn said<'b>(
    context: &ViewContext<'b>,
    statement: &Statement,
    text: &'b StatementText,
) -> Vec<Block<'b>> {
    let messages = &context.text.messages;
    let sourced = |text, sources: &[SourceId]| Block::Sourced { text, sources: sources.to_vec() };
    if statement.mode == Mode::Paraphrase {
        return vec![sourced(&text.text, &context.as_of.cited(&statement.sources))];
    }
    // The first has the words as they are given here; what has them in others stands beside it.
    let (first, others) = statement.sources.split_at(statement.sources.len().min(1));
    let others = context.as_of.appeared(others);
    let mut blocks = vec![Block::Quote(&text.text), sourced(messages.quoted_from(), first)];
    if !others.is_empty() {
        blocks.push(sourced(messages.quoted_also(), &others));
    }
    blocks
}

fn facts<'b>(
    context: &ViewContext<'b>,
    statement: &Statement,
    text: &StatementText,
) -> Vec<(&'b str, String)> {
    let messages = &context.text.messages;
    let office = statement.who.and_then(|id| {
        let (person, text) = (context.model.person(id)?, context.text.person(id)?);
        let date = context.formats.when(person.as_of);
        let values = [("role", &*text.role), ("date", &*date)];
        Some((messages.fact_office(), text::format(messages.office_on(), &values)))
    });
    let verification = statement
        .verification
        .map(|it| (messages.fact_verification(), context.formats.verification(it).to_owned()));
    let facts = [
        office,
        Some((messages.fact_date(), context.formats.when(statement.when))),
        Some((messages.fact_place(), text.place.clone())),
        verification,
    ];
    facts.into_iter().flatten().collect()
}
