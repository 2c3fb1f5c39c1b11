//! The table 'who is in what': every country that has a standing on the date, towards each pillar, the closest to AUKUS first.

use model::{CountryId, EntityId, PillarId, Role, Standing, Status};

use super::{CompareTick, CompareTray, Mark, NamedLink, ViewContext, compare};
use crate::Scope;

/// The table.
#[derive(Clone, Debug, PartialEq)]
pub struct Who<'b> {
    /// What is still to be done to compare; none while nothing is chosen.
    pub tray: Option<CompareTray<'b>>,
    /// What its columns are about.
    pub pillars: Vec<WhoPillar<'b>>,
    /// Its rows, in groups that say the same.
    pub groups: Vec<Vec<WhoRow<'b>>>,
    /// What a dashed standing means, if there is one; else empty.
    pub dashed: String,
    /// Countries of the briefing that the table is without, by what they were to AUKUS.
    pub others: Vec<WhoOthers<'b>>,
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct WhoPillar<'b> {
    /// Opens the pillar.
    pub pillar: NamedLink<'b>,
    /// What the pillar is about.
    pub subject: &'b str,
}

/// A country.
#[derive(Clone, Debug, PartialEq)]
pub struct WhoRow<'b> {
    /// Opens its card.
    pub country: NamedLink<'b>,
    /// What adds it to those that are compared.
    pub tick: CompareTick<'b>,
    /// How it is drawn on the map.
    pub mark: Mark,
    /// Whether it is unconfirmed that it still stands so.
    pub is_unconfirmed: bool,
    /// Where it stands towards each pillar.
    pub cells: Vec<WhoCell<'b>>,
    /// The month from which it has stood so towards the last pillar, or in which it was so.
    pub when: String,
    /// Whether that has gone on since.
    pub is_lasting: bool,
}

/// Where a country stands towards a pillar.
#[derive(Clone, Debug, PartialEq)]
pub struct WhoCell<'b> {
    /// In words.
    pub status: &'b str,
    /// How it is drawn; none for what has no colour.
    pub mark: Option<Mark>,
    /// Whether it is unconfirmed.
    pub is_unconfirmed: bool,
}

/// Countries that the table is without.
#[derive(Clone, Debug, PartialEq)]
pub struct WhoOthers<'b> {
    /// What they were to AUKUS.
    pub role: &'b str,
    /// The countries.
    pub countries: Vec<NamedLink<'b>>,
}

/// The table for the date.
pub(super) fn who<'b>(context: &ViewContext<'b>) -> Who<'b> {
    let groups = groups(context);
    let is_dashed = groups.iter().flatten().any(|it| it.is_unconfirmed);
    Who {
        tray: compare::tray(context),
        pillars: context.model.each_pillar().filter_map(|(id, _)| pillar(context, id)).collect(),
        dashed: if is_dashed {
            context.formats.dashed(context.model.edition.confirmed_days)
        } else {
            String::new()
        },
        others: [Role::Unnamed, Role::Mentioned]
            .into_iter()
            .filter_map(|it| others(context, it))
            .collect(),
        groups,
    }
}

fn pillar<'b>(context: &ViewContext<'b>, id: PillarId) -> Option<WhoPillar<'b>> {
    let text = context.text.pillar(id)?;
    let pillar = context.scope_link(Scope::Pillar(id)).named(&text.name);
    Some(WhoPillar { pillar, subject: &text.subject })
}

/// The rows, of which those that say the same stand together.
fn groups<'b>(context: &ViewContext<'b>) -> Vec<Vec<WhoRow<'b>>> {
    let Some(last) = context.shading_pillar() else { return Vec::new() };
    let of_status = |status| {
        let countries = context.model.each_country().map(|(id, _)| id);
        countries.filter_map(move |id| row(context, id, last, status))
    };
    let mut groups: Vec<Vec<WhoRow>> = Vec::new();
    for row in Status::ALL.into_iter().flat_map(of_status) {
        match groups.last_mut().filter(|it| it.last().is_some_and(|it| it.says_as(&row))) {
            Some(group) => group.push(row),
            None => groups.push(vec![row]),
        }
    }
    groups
}

/// A country that stands so towards a pillar.
fn row<'b>(
    context: &ViewContext<'b>,
    id: CountryId,
    pillar: PillarId,
    status: Status,
) -> Option<WhoRow<'b>> {
    let is_listed = !matches!(context.as_of.role(id), Role::Unnamed | Role::Mentioned);
    let standing = context.as_of.standing(id, pillar);
    let leading = standing.leading().filter(|it| is_listed && it.entry.status == status)?;
    let pillars = context.model.each_pillar();
    Some(WhoRow {
        country: context.entity_link(EntityId::Country(id))?,
        tick: compare::tick(context, id)?,
        mark: Mark::from(status),
        is_unconfirmed: context.is_dashed(&standing),
        cells: pillars.map(|(it, _)| cell(context, &context.as_of.standing(id, it))).collect(),
        when: context.formats.short_month(leading.entry.from),
        is_lasting: !status.is_past(),
    })
}

fn cell<'b>(context: &ViewContext<'b>, standing: &Standing<'b>) -> WhoCell<'b> {
    let messages = &context.text.messages;
    let (status, mark) = match standing.status() {
        None => (messages.cell_none(), None),
        Some(Status::Closed) => (messages.cell_closed(), None),
        Some(status) => (context.formats.status(status), Some(Mark::from(status))),
    };
    WhoCell { status, mark, is_unconfirmed: context.is_dashed(standing) }
}

fn others<'b>(context: &ViewContext<'b>, role: Role) -> Option<WhoOthers<'b>> {
    let found = context.model.each_country().filter(|(id, _)| context.as_of.role(*id) == role);
    let countries = found.filter_map(|(id, _)| context.entity_link(EntityId::Country(id)));
    let countries: Vec<NamedLink> = countries.collect();
    let messages = &context.text.messages;
    let role = match role {
        Role::Mentioned => messages.mark_mentioned(),
        _ => context.formats.role(role),
    };
    (!countries.is_empty()).then_some(WhoOthers { role, countries })
}

impl WhoRow<'_> {
    /// Whether two countries stand alike, since the same month.
    fn says_as(&self, other: &Self) -> bool {
        (self.mark, self.is_unconfirmed, &self.when, &self.cells)
            == (other.mark, other.is_unconfirmed, &other.when, &other.cells)
    }
}
