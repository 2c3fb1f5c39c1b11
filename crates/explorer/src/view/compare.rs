//! The comparison of two to four countries: a row for each thing that a reader asks of them, as known on the date. Rows that
//! differ come first; what is the same for all is said once, after them.

mod tray;

pub use tray::{CompareTick, CompareTray};
pub(super) use tray::{link, tick, tray};

use std::borrow::Cow;
use std::collections::BTreeSet;

use model::{ClaimId, CountryId, EntityId, LinkKind, PillarId, SourceId, Status, StatusOwner};

use super::card::{newest_statement, reasons, standing_line, ties_of, verdicts};
use super::matrix::detail;
use super::{Caveat, Mark, NamedLink, ReasonLine, VerdictLine, ViewContext, caveats};
use crate::{Scope, Subject};

/// How many claims a cell has at most where a country has a list of them.
const MOST_CLAIMS: usize = 3;

/// The comparison.
#[derive(Clone, Debug, PartialEq)]
pub struct Compare<'b> {
    /// What is compared, and what can be; none where nothing is chosen.
    pub tray: Option<CompareTray<'b>>,
    /// The countries, a column each.
    pub columns: Vec<CompareColumn<'b>>,
    /// The rows in which they differ.
    pub rows: Vec<CompareRow<'b>>,
    /// What is the same for all of them, by row.
    pub same: Vec<(&'b str, CompareCell<'b>)>,
}

/// A country.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareColumn<'b> {
    /// Opens its card.
    pub country: NamedLink<'b>,
    /// How the map draws it.
    pub mark: Mark,
    /// Whether it is unconfirmed that it still stands so.
    pub is_unconfirmed: bool,
}

/// What is asked of each country, and the answers.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareRow<'b> {
    /// What is asked.
    pub heading: &'b str,
    /// The answers, in the order of the columns.
    pub cells: Vec<CompareCell<'b>>,
}

/// What is found of a country, or of several side by side of which the same is.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareCell<'b> {
    /// How many columns it is the answer of.
    pub columns: usize,
    /// What is found; none if nothing is.
    pub lines: Vec<CompareLine<'b>>,
    /// Whether something that belongs here is said elsewhere in the comparison.
    pub is_said_elsewhere: bool,
}

/// A short text of a cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CompareLine<'b> {
    /// How it is drawn on the map, for a status and for work of AUKUS.
    pub mark: Option<Mark>,
    /// Whether it is unconfirmed that it is still so.
    pub is_unconfirmed: bool,
    /// What it is about within its row, with its card: a pillar, an area, the other country of a tie.
    pub about: Option<NamedLink<'b>>,
    /// Where it stands, in a word or two, before the text; empty where that is no standing.
    pub status: &'b str,
    /// The text.
    pub text: Cow<'b, str>,
    /// Who said it, with the card of the statement, and when.
    pub said_by: Option<(NamedLink<'b>, String)>,
    /// Whether it is verbatim.
    pub is_quote: bool,
    /// Whether it answers "is it in?", and so begins with what is to stand out.
    pub is_verdict: bool,
    /// Whether it is a status or a name, which several rows may have, and no sentence.
    pub is_short: bool,
    /// What a reader must know of it.
    pub caveats: Vec<Caveat>,
    /// What it rests on.
    pub sources: Vec<SourceId>,
}

/// The comparison of these countries, in this order.
pub(super) fn compare<'b>(context: &ViewContext<'b>, countries: &[CountryId]) -> Compare<'b> {
    let mut rows = rows(context, countries);
    say_once(&mut rows);
    let mut same = take_same(&mut rows);
    if context.is_begun() {
        // It stands below the rows that are not there yet.
        same.clear();
    }
    rows.iter_mut().for_each(CompareRow::join_cells);
    let columns = countries.iter().filter_map(|id| column(context, *id)).collect();
    Compare { tray: tray(context), columns, rows, same }
}

fn column<'b>(context: &ViewContext<'b>, id: CountryId) -> Option<CompareColumn<'b>> {
    let standing = context.shading_pillar().map(|it| context.as_of.standing(id, it));
    let standing = standing.unwrap_or_default();
    Some(CompareColumn {
        country: context.entity_link(EntityId::Country(id))?,
        mark: standing.status().into(),
        is_unconfirmed: context.is_dashed(&standing),
    })
}

/// All that is asked of each country; in what answers a click the first.
fn rows<'b>(context: &ViewContext<'b>, countries: &[CountryId]) -> Vec<CompareRow<'b>> {
    let messages = &context.text.messages;
    let row = |heading, lines: &dyn Fn(CountryId) -> Vec<CompareLine<'b>>| {
        let cell = |id: &CountryId| CompareCell::of(lines(*id));
        CompareRow { heading, cells: countries.iter().map(cell).collect() }
    };
    let mut rows = vec![row(messages.compare_verdict(), &|id| answers(context, id))];
    for pillar in context.pillars() {
        let name = context.text.pillar(pillar).map_or("", |it| &*it.name);
        rows.push(row(name, &|id| standing(context, id, pillar)));
    }
    if context.is_begun() {
        return rows;
    }
    rows.push(row(messages.compare_named(), &|id| first_named(context, id)));
    // Obstacles stand with what else is in the way.
    let kinds = LinkKind::ALL.iter().map(|(kind, _)| *kind);
    for kind in kinds.filter(|it| *it != LinkKind::Obstacle) {
        let row = row(context.formats.link_kind(kind), &|id| areas(context, id, kind));
        rows.extend(row.cells.iter().any(|it| !it.lines.is_empty()).then_some(row));
    }
    rows.extend([
        row(messages.section_strengths(), &|id| brings(context, id)),
        row(messages.section_obstacles(), &|id| obstacles(context, id)),
        row(messages.compare_ties(), &|id| ties(context, id)),
        row(messages.section_statements(), &|id| said(context, id)),
    ]);
    rows
}

/// The answers to "is it in?". Since when one is unconfirmed stands with the standing.
fn answers<'b>(context: &ViewContext<'b>, id: CountryId) -> Vec<CompareLine<'b>> {
    let lines = verdicts(context, id).into_iter().enumerate();
    let line = |(index, it): (usize, VerdictLine<'b>)| CompareLine {
        // The first is of the pillar that the map is about.
        about: context.pillar_link(it.id).filter(|_| index > 0),
        text: it.text,
        is_verdict: true,
        sources: it.sources,
        ..CompareLine::default()
    };
    lines.map(line).collect()
}

fn standing<'b>(
    context: &ViewContext<'b>,
    id: CountryId,
    pillar: PillarId,
) -> Vec<CompareLine<'b>> {
    let status = context.as_of.standing(id, pillar).status();
    let line = status.and_then(|it| Some((it, standing_line(context, id, pillar, it)?)));
    let Some((status, line)) = line else {
        let none = CompareLine::of(context.text.messages.status_none().into(), Vec::new());
        return vec![CompareLine { is_short: true, ..none }];
    };
    let name = context.formats.status(status);
    let (status, text) = match line.status.strip_prefix(name) {
        Some(rest) => (name, rest.to_owned()),
        None => ("", line.status),
    };
    vec![CompareLine {
        // What is closed has no colour.
        mark: Some(line.mark).filter(|it| *it != Mark::Closed),
        is_unconfirmed: line.is_unconfirmed,
        is_short: true,
        status,
        ..CompareLine::of(text.into(), line.sources)
    }]
}

/// What the members' side said of it first, and when.
fn first_named<'b>(context: &ViewContext<'b>, id: CountryId) -> Vec<CompareLine<'b>> {
    let steps = context.pillars().flat_map(|it| context.as_of.history(id, it));
    let named = steps.filter(|it| {
        it.entry.status != Status::Interest && matches!(it.of, StatusOwner::Country(..))
    });
    let Some(first) = named.min_by_key(|it| it.entry.from) else { return Vec::new() };
    let Some((claim, _)) = context.as_of.claims(&first.entry.claims).next() else {
        return Vec::new();
    };
    let mut line = claim_line(context, claim).unwrap_or_default();
    let when = context.formats.when(first.entry.from);
    if !line.text.contains(&when) {
        line.text = [&*when, ": ", &*line.text].concat().into();
    }
    vec![line]
}

/// The areas that it has such links with.
fn areas<'b>(context: &ViewContext<'b>, id: CountryId, kind: LinkKind) -> Vec<CompareLine<'b>> {
    let mark = Mark::from(kind);
    let lines = context.as_of.technologies().filter_map(|area| {
        let links = context.as_of.links(area);
        let own = links.filter(|it| it.kind == kind && it.countries.contains(&id));
        let link = own.max_by_key(|it| it.from)?;
        let name = &context.text.technology(area)?.short_name;
        Some(CompareLine {
            mark: Some(mark).filter(|it| *it != Mark::None),
            about: Some(context.scope_link(Scope::Technology(area)).named(name)),
            text: detail(context, area, link).into(),
            is_short: true,
            sources: context.sources_of(&context.claims(&link.claims)),
            ..CompareLine::default()
        })
    });
    lines.collect()
}

/// What speaks for its part; of a member, or while no reason was known, what it brings.
fn brings<'b>(context: &ViewContext<'b>, id: CountryId) -> Vec<CompareLine<'b>> {
    let (Some(country), Some(text)) = (context.model.country(id), context.text.country(id)) else {
        return Vec::new();
    };
    let reasons = reasons(context, &text.reasons_for, &country.reasons_for);
    reasons_or_claims(context, reasons, &country.strengths)
}

/// What speaks against its part, and what stands in the way in an area, if that is more.
fn obstacles<'b>(context: &ViewContext<'b>, id: CountryId) -> Vec<CompareLine<'b>> {
    let (Some(country), Some(text)) = (context.model.country(id), context.text.country(id)) else {
        return Vec::new();
    };
    let reasons = reasons(context, &text.reasons_against, &country.reasons_against);
    let mut lines = reasons_or_claims(context, reasons, &country.obstacles);
    let said = || country.reasons_against.iter().flatten().chain(&country.obstacles);
    for area in context.as_of.technologies() {
        let links = context.as_of.links(area);
        let own = links.filter(|it| it.kind == LinkKind::Obstacle && it.countries.contains(&id));
        let claims = own.flat_map(|it| context.claims(&it.claims));
        let more = claims.filter(|it| !said().any(|said| said == it));
        let area = context
            .text
            .technology(area)
            .map(|it| context.scope_link(Scope::Technology(area)).named(&it.short_name));
        let line = |it| Some(CompareLine { about: area.clone(), ..claim_line(context, it)? });
        lines.extend(more.filter_map(line));
    }
    lines
}

fn reasons_or_claims<'b>(
    context: &ViewContext<'b>,
    reasons: Vec<ReasonLine<'b>>,
    claims: &[ClaimId],
) -> Vec<CompareLine<'b>> {
    if reasons.is_empty() {
        let claims = context.claims(claims).into_iter().take(MOST_CLAIMS);
        return claims.filter_map(|it| claim_line(context, it)).collect();
    }
    reasons.into_iter().map(|it| CompareLine::of(it.text.into(), it.sources)).collect()
}

fn claim_line<'b>(context: &ViewContext<'b>, id: ClaimId) -> Option<CompareLine<'b>> {
    let claim = context.model.claim(id)?;
    let sources = context.as_of.cited(&claim.sources);
    Some(CompareLine {
        caveats: caveats(context.model, claim, &sources).collect(),
        ..CompareLine::of(context.text.claim(id)?.text.as_str().into(), sources)
    })
}

/// Its ties with the members: the name of each, or what is known of it before what it is named for.
fn ties<'b>(context: &ViewContext<'b>, id: CountryId) -> Vec<CompareLine<'b>> {
    let lines = ties_of(context, id).filter_map(|(tie_id, tie)| {
        let other = *tie.between.iter().find(|it| **it != id && context.is_member(**it))?;
        let claims = context.claims(&tie.claims);
        let first = *claims.first()?;
        let line = if tie.claims.first() == Some(&first) {
            let sources = context.sources_of(&[first]);
            let name = CompareLine::of(context.text.tie(tie_id)?.into(), sources);
            CompareLine { is_short: true, ..name }
        } else {
            claim_line(context, first)?
        };
        let link = context.subject_link(Subject::Tie(tie_id));
        Some(CompareLine { about: Some(link.named(&context.text.country(other)?.name)), ..line })
    });
    lines.collect()
}

/// What was said: what its card has at once.
fn said<'b>(context: &ViewContext<'b>, id: CountryId) -> Vec<CompareLine<'b>> {
    let line = newest_statement(context, id).map(|it| CompareLine {
        said_by: Some((it.statement, it.date)),
        is_quote: it.is_quote,
        ..CompareLine::of(it.text.into(), it.sources)
    });
    line.into_iter().collect()
}

/// Leaves out of each column what a row before has said.
fn say_once(rows: &mut [CompareRow]) {
    let columns = rows.first().map_or(0, |it| it.cells.len());
    for column in 0..columns {
        let mut said = BTreeSet::new();
        for cell in rows.iter_mut().filter_map(|it| it.cells.get_mut(column)) {
            let count = cell.lines.len();
            cell.lines.retain(|it| it.is_short || said.insert(it.text.to_string()));
            cell.is_said_elsewhere = cell.lines.len() < count;
        }
    }
}

/// Takes what is the same for all out of the rows, and rows of which nothing is left.
fn take_same<'b>(rows: &mut Vec<CompareRow<'b>>) -> Vec<(&'b str, CompareCell<'b>)> {
    let mut same = Vec::new();
    rows.retain_mut(|row| {
        let taken = CompareCell::of(row.take_same());
        let is_left = row.cells.iter().any(|it| !it.lines.is_empty());
        let is_said = row.cells.iter().any(|it| it.is_said_elsewhere);
        // That nothing was found is the same for all, too.
        if !taken.lines.is_empty() || (!is_left && !is_said) {
            same.push((row.heading, taken));
        }
        is_left
    });
    same
}

impl<'b> CompareRow<'b> {
    /// The answer of a column.
    #[cfg(test)]
    pub(super) fn cell(&self, column: usize) -> Option<&CompareCell<'b>> {
        let of_columns = self.cells.iter().flat_map(|it| std::iter::repeat_n(it, it.columns));
        of_columns.into_iter().nth(column)
    }

    /// Lets cells side by side be one that say the same.
    fn join_cells(&mut self) {
        for cell in std::mem::take(&mut self.cells) {
            match self.cells.last_mut().filter(|it| it.says_as(&cell)) {
                Some(last) => last.join(&cell),
                None => self.cells.push(cell),
            }
        }
    }

    /// Takes the lines out that each cell has.
    fn take_same(&mut self) -> Vec<CompareLine<'b>> {
        let Some((first, others)) = self.cells.split_first() else { return Vec::new() };
        let is_in =
            |cell: &CompareCell, line: &CompareLine| cell.lines.iter().any(|it| it.says_as(line));
        let is_same = |line: &&CompareLine| others.iter().all(|it| is_in(it, line));
        let mut same: Vec<CompareLine> = first.lines.iter().filter(is_same).cloned().collect();
        for cell in &mut self.cells {
            let (taken, left) = std::mem::take(&mut cell.lines)
                .into_iter()
                .partition(|it| same.iter().any(|line| line.says_as(it)));
            cell.lines = left;
            cell.is_said_elsewhere |= !Vec::is_empty(&taken);
            for line in taken {
                for it in same.iter_mut().filter(|it| it.says_as(&line)) {
                    it.add_sources(&line);
                }
            }
        }
        same
    }
}

impl<'b> CompareCell<'b> {
    fn of(lines: Vec<CompareLine<'b>>) -> Self {
        Self { columns: 1, lines, is_said_elsewhere: false }
    }

    /// Whether two countries have the same in it.
    fn says_as(&self, other: &Self) -> bool {
        let mut lines = self.lines.iter().zip(&other.lines);
        let said = |it: &Self| (it.lines.len(), it.is_said_elsewhere);
        said(self) == said(other) && lines.all(|(one, other)| one.says_as(other))
    }

    /// Takes the columns of a cell that says the same.
    fn join(&mut self, other: &Self) {
        self.columns += other.columns;
        for (line, other) in self.lines.iter_mut().zip(&other.lines) {
            line.add_sources(other);
        }
    }
}

impl<'b> CompareLine<'b> {
    fn of(text: Cow<'b, str>, sources: Vec<SourceId>) -> Self {
        Self { text, sources, ..Self::default() }
    }

    /// Whether two countries have the same in it.
    fn says_as(&self, other: &Self) -> bool {
        let name = |it: &Self| it.about.as_ref().map(|it| it.name);
        (self.mark, self.is_unconfirmed, self.status, &self.text, name(self))
            == (other.mark, other.is_unconfirmed, other.status, &other.text, name(other))
    }

    fn add_sources(&mut self, other: &Self) {
        let new = other.sources.iter().filter(|it| !self.sources.contains(it));
        let new: Vec<SourceId> = new.copied().collect();
        self.sources.extend(new);
    }
}

impl Compare<'_> {
    /// How many entries it has.
    pub(super) fn len(&self) -> usize {
        self.rows.len() + self.same.len()
    }

    /// Everything that it rests on.
    pub fn sources(&self) -> impl Iterator<Item = SourceId> {
        let cells = self.rows.iter().flat_map(|it| &it.cells);
        let cells = cells.chain(self.same.iter().map(|(_, it)| it));
        cells.flat_map(|it| &it.lines).flat_map(|it| it.sources.iter().copied())
    }
}

impl<'b> ViewContext<'b> {
    /// The pillar that the map is about, then the others.
    pub(super) fn pillars(&self) -> impl Iterator<Item = PillarId> {
        let first = self.shading_pillar();
        let others = self.model.each_pillar().map(|(pillar, _)| pillar);
        first.into_iter().chain(others.filter(move |it| Some(*it) != first))
    }
}
