//! The table of areas and countries: what each country has to do with each working area, as of the date. Countries that have
//! the same to do with all of them share a column if they are members.

use std::cmp::Reverse;

use model::{AreaLink, ClaimId, CountryId, EntityId, LinkKind, Role, Status, TechnologyId};

use super::{DataAttribute, Link, Mark, NamedLink, ViewContext};
use crate::{Cell, Scope};

/// So many columns are shown before the others are asked for.
pub const COLUMNS_AT_ONCE: usize = 8;

/// The table.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix<'b> {
    /// Which areas it is about, and how to read it.
    pub lead: String,
    /// To the pillars, of which the last has the areas.
    pub pillars: Vec<NamedLink<'b>>,
    /// The kinds of link that are work of AUKUS, in words; none while there is no column.
    pub of_aukus: Vec<(LinkKind, &'b str)>,
    /// The others.
    pub others: Vec<(LinkKind, &'b str)>,
    /// The columns.
    pub columns: Vec<MatrixColumn<'b>>,
    /// The rows, an area each: those that had been named.
    pub rows: Vec<MatrixRow<'b>>,
    /// Of which countries nothing was found, in a sentence; empty if there is none.
    pub without: String,
    /// What the opened cell rests on.
    pub opened: Option<MatrixOpened<'b>>,
}

/// A country, or the members together.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixColumn<'b> {
    /// Open the cards of its countries; never empty.
    pub countries: Vec<NamedLink<'b>>,
    /// How the map of the overview draws them.
    pub mark: Mark,
    /// Whether it is unconfirmed that they still stand so.
    pub is_unconfirmed: bool,
    /// The status in words, with its month.
    pub status: String,
}

/// An area.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixRow<'b> {
    /// Opens its card.
    pub area: NamedLink<'b>,
    /// A cell for each column.
    pub cells: Vec<MatrixCell<'b>>,
}

/// What a country has to do with an area.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixCell<'b> {
    /// Opens the cell, or closes it if it is open; none where there is nothing to open.
    pub link: Option<Link<'b>>,
    /// The countries of its column.
    pub countries: String,
    /// The closest kind of link; none if nothing was found.
    pub kind: Option<LinkKind>,
    /// The kind in words.
    pub name: &'b str,
    /// What it was, in a few words, and when.
    pub detail: String,
    /// What else there is, in words; empty for nothing.
    pub more: String,
    /// Whether it is open.
    pub is_open: bool,
}

/// What an opened cell rests on.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixOpened<'b> {
    /// The index of its row; none if it has none on the date.
    pub row: Option<usize>,
    /// The index of its column; none if it has none on the date.
    pub column: Option<usize>,
    /// The countries, and the area.
    pub title: String,
    /// That nothing was found; empty if something was.
    pub nothing: String,
    /// The links, each under its kind and with the claims that it rests on.
    pub parts: Vec<(String, Vec<ClaimId>)>,
    /// To the cards of the countries and the area.
    pub cards: Vec<NamedLink<'b>>,
    /// Closes it.
    pub close: NamedLink<'b>,
}

/// A column while the table is worked out.
struct Column {
    countries: Vec<CountryId>,
    /// The closest link in each area.
    closest: Vec<Option<LinkKind>>,
}

/// The table for the date.
pub(super) fn matrix<'b>(context: &ViewContext<'b>) -> Matrix<'b> {
    let columns = columns(context);
    let kinds = |is_of_aukus| {
        let kinds = LinkKind::ALL.iter().map(|(kind, _)| *kind);
        let kinds = kinds.filter(|it| it.is_of_aukus() == is_of_aukus && !columns.is_empty());
        kinds.map(|it| (it, context.formats.link_kind(it))).collect()
    };
    Matrix {
        lead: lead(context, !columns.is_empty()),
        pillars: context
            .model
            .each_pillar()
            .filter_map(|(id, _)| context.pillar_link(id))
            .collect(),
        of_aukus: kinds(true),
        others: kinds(false),
        rows: context.as_of.technologies().filter_map(|id| row(context, id, &columns)).collect(),
        without: without(context, &columns),
        opened: opened(context, &columns),
        columns: columns.iter().map(|it| column(context, it)).collect(),
    }
}

/// Which areas the table is about, as far as they had been named, and how to read it where there is something to read.
fn lead(context: &ViewContext, has_columns: bool) -> String {
    let (messages, date) = (&context.text.messages, context.formats.date(context.as_of.date()));
    let count = context.as_of.technologies().count();
    let number = context.formats.count(count);
    let values = [("count", &*number), ("date", &*date)];
    let areas = match count {
        0 => text::format(messages.matrix_lead_none(), &values),
        _ if count == context.model.technologies.len() => {
            text::format(messages.matrix_lead(), &values)
        }
        1 => text::format(messages.matrix_lead_one(), &values),
        _ => text::format(messages.matrix_lead_some(), &values),
    };
    if has_columns { [&areas, " ", messages.matrix_reading()].concat() } else { areas }
}

/// What the table comes to: who outside the members is known to have taken part, as of the date.
pub(super) fn finding(context: &ViewContext) -> String {
    let is_member = |id| context.is_member(id);
    let has_taken_part = |id: CountryId| {
        context.as_of.technologies().any(|area| {
            context.as_of.link(id, area).is_some_and(|it| it.kind <= LinkKind::TookPart)
        })
    };
    let countries = || context.model.each_country().map(|(id, _)| id);
    let members = countries().filter(|id| is_member(*id)).count();
    let others = countries().filter(|id| !is_member(*id) && has_taken_part(*id));
    let others: Vec<&str> = others.filter_map(|id| context.country_name(id)).collect();
    let is_begun = countries().any(has_taken_part);
    context.formats.finding(members, is_begun, &others)
}

/// Countries of which something was found, those with work of AUKUS first; the members as one if all have the same.
fn columns(context: &ViewContext) -> Vec<Column> {
    let one = |(id, _)| {
        let areas = context.as_of.technologies();
        let closest = areas.map(|area| Some(context.as_of.link(id, area)?.kind)).collect();
        Column { countries: vec![id], closest }
    };
    let mut columns: Vec<Column> = context.model.each_country().map(one).collect();
    columns.retain(|it| it.closest.iter().any(Option::is_some));
    let is_members = |it: &Column| it.countries.iter().all(|id| context.is_member(*id));
    let (mut members, others): (Vec<_>, Vec<_>) = columns.into_iter().partition(is_members);
    if let Some((first, rest)) = members.split_first_mut()
        && rest.iter().all(|it| it.closest == first.closest)
    {
        first.countries.extend(rest.iter().flat_map(|it| it.countries.iter().copied()));
        members.truncate(1);
    }
    members.extend(others);
    // What is no work of AUKUS has no rank.
    members.sort_by_key(|it| {
        it.closest.iter().flatten().min().map(|it| (*it).min(LinkKind::Interest))
    });
    members
}

fn column<'b>(context: &ViewContext<'b>, column: &Column) -> MatrixColumn<'b> {
    let links = column.countries.iter().map(|id| {
        let link = context.entity_link(EntityId::Country(*id))?;
        Some(NamedLink { name: context.short_country_name(*id)?, ..link })
    });
    let first = column.countries.first().copied().unwrap_or_default();
    let standing = context.shading_pillar().map(|it| context.as_of.standing(first, it));
    let standing = standing.unwrap_or_default();
    let is_alone = column.countries.len() == 1;
    let status = match standing.leading() {
        None => context.text.messages.cell_none().to_owned(),
        Some(it) if it.entry.status == Status::Member && !is_alone => {
            context.text.messages.matrix_members().to_owned()
        }
        Some(it) if it.entry.status == Status::Member => {
            context.formats.status(Status::Member).to_owned()
        }
        Some(it) => context.formats.status_by_month(it.entry.status, it.entry.from),
    };
    MatrixColumn {
        countries: links.flatten().collect(),
        mark: standing.status().into(),
        is_unconfirmed: context.is_dashed(&standing),
        status,
    }
}

fn row<'b>(
    context: &ViewContext<'b>,
    id: TechnologyId,
    columns: &[Column],
) -> Option<MatrixRow<'b>> {
    let name = &context.text.technology(id)?.short_name;
    Some(MatrixRow {
        area: context.scope_link(Scope::Technology(id)).named(name),
        cells: columns.iter().map(|it| cell(context, id, it)).collect(),
    })
}

/// The known links of a column with an area, the closest first, and of these the latest.
fn links<'b>(
    context: &ViewContext<'b>,
    area: TechnologyId,
    countries: &[CountryId],
) -> Vec<&'b AreaLink> {
    let is_own = |it: &&AreaLink| countries.iter().any(|id| it.countries.contains(id));
    let mut links: Vec<&AreaLink> = context.as_of.links(area).filter(is_own).collect();
    links.sort_by_key(|it| (it.kind, Reverse(it.from)));
    links
}

fn cell<'b>(context: &ViewContext<'b>, area: TechnologyId, column: &Column) -> MatrixCell<'b> {
    let links = links(context, area, &column.countries);
    let is_open = context
        .opened_cell()
        .is_some_and(|it| it.technology == area && column.countries.contains(&it.country));
    let closest = links.first();
    let more = links.len().saturating_sub(1);
    let has_link = closest.is_some() || is_open;
    let country = column.countries.first().filter(|_| has_link);
    MatrixCell {
        link: country.and_then(|it| context.cell_link(area, *it, is_open)),
        countries: context.short_country_names(&column.countries),
        kind: closest.map(|it| it.kind),
        name: closest.map_or("", |it| context.formats.link_kind_in_short(it.kind)),
        detail: closest.map_or_else(String::new, |it| detail(context, area, it)),
        more: context.formats.more_links(more),
        is_open,
    }
}

/// The newest known claim of a link that is named in a few words, and the month of what it says; else when the link began, or
/// the month of its newest claim.
pub(super) fn detail(context: &ViewContext, area: TechnologyId, link: &AreaLink) -> String {
    let short = |id: ClaimId| {
        let at = context.model.technology(area)?.details.iter().position(|it| *it == id)?;
        context.text.technology(area)?.details.get(at)
    };
    let claims = context.as_of.claims(&link.claims);
    let newest = claims.max_by_key(|(id, it)| (short(*id).is_some(), it.when));
    let Some((id, claim)) = newest else { return String::new() };
    let Some(text) = short(id) else {
        return context.formats.short_month(link.from.unwrap_or(claim.when));
    };
    let month = context.formats.short_month(claim.when).replace(' ', "\u{a0}");
    let values = [("detail", &**text), ("date", &*month)];
    text::format(context.text.messages.matrix_detail(), &values)
}

/// Of which countries with a part in AUKUS nothing was found in any area, in a sentence.
fn without(context: &ViewContext, columns: &[Column]) -> String {
    let countries = context.model.each_country().map(|(id, _)| id);
    let is_in = |id: &CountryId| columns.iter().any(|it| it.countries.contains(id));
    let has_part =
        |id: &CountryId| !matches!(context.as_of.role(*id), Role::Unnamed | Role::Mentioned);
    let countries: Vec<CountryId> = countries.filter(|id| has_part(id) && !is_in(id)).collect();
    if countries.is_empty() {
        return String::new();
    }
    let names = context.listed_names(&countries);
    text::format(context.text.messages.matrix_without(), &[("countries", &*names)])
}

fn opened<'b>(context: &ViewContext<'b>, columns: &[Column]) -> Option<MatrixOpened<'b>> {
    let Cell { technology, country } = context.opened_cell()?;
    let column = columns.iter().position(|it| it.countries.contains(&country));
    let countries =
        column.and_then(|it| columns.get(it)).map_or(vec![country], |it| it.countries.clone());
    let (names, area) =
        (context.country_names(&countries), &context.text.technology(technology)?.name);
    let links = links(context, technology, &countries);
    let part = |it: &&AreaLink| {
        let heading = context.formats.link_kind(it.kind);
        let heading = if it.countries == countries {
            heading.to_owned()
        } else {
            let values = [("kind", heading), ("countries", &*context.country_names(&it.countries))];
            text::format(context.text.messages.matrix_part(), &values)
        };
        (heading, context.as_of.claims(&it.claims).map(|(id, _)| id).collect())
    };
    let messages = &context.text.messages;
    let values = [("countries", &*names), ("area", area)];
    let nothing = [("countries", &*names), ("date", &*context.formats.date(context.as_of.date()))];
    let entities = countries.iter().map(|it| EntityId::Country(*it));
    let cards = entities.chain([EntityId::Technology(technology)]);
    Some(MatrixOpened {
        row: context.as_of.technologies().position(|it| it == technology),
        column,
        title: text::format(messages.matrix_opened(), &values),
        nothing: if links.is_empty() {
            text::format(messages.matrix_nothing(), &nothing)
        } else {
            String::new()
        },
        parts: links.iter().map(part).collect(),
        cards: cards.filter_map(|it| context.entity_link(it)).collect(),
        close: context
            .link(context.base.within(Scope::Areas(None)), DataAttribute::Close)
            .named(messages.matrix_close()),
    })
}

impl MatrixOpened<'_> {
    /// Everything that is claimed in it.
    pub fn claims(&self) -> impl Iterator<Item = ClaimId> {
        self.parts.iter().flat_map(|(_, claims)| claims.iter().copied())
    }
}

impl<'b> ViewContext<'b> {
    /// The cell that is opened.
    fn opened_cell(&self) -> Option<Cell> {
        match self.selection.scope {
            Scope::Areas(cell) => cell,
            _ => None,
        }
    }

    /// A link that opens a cell, or closes it.
    fn cell_link(
        &self,
        technology: TechnologyId,
        country: CountryId,
        is_open: bool,
    ) -> Option<Link<'b>> {
        let cell = (!is_open).then_some(Cell { technology, country });
        let attribute = DataAttribute::Cell(
            EntityId::Technology(technology).short_name(self.model)?,
            EntityId::Country(country).short_name(self.model)?,
        );
        let selection = self.base.within(Scope::Areas(cell));
        Some(Link { is_current: false, ..self.link(selection, attribute) })
    }

    pub(super) fn pillar_link(&self, id: model::PillarId) -> Option<NamedLink<'b>> {
        Some(self.scope_link(Scope::Pillar(id)).named(&self.text.pillar(id)?.name))
    }

    fn country_name(&self, id: CountryId) -> Option<&'b str> {
        Some(&self.text.country(id)?.name)
    }

    /// "UK".
    pub(super) fn short_country_name(&self, id: CountryId) -> Option<&'b str> {
        let text = self.text.country(id)?;
        Some(text.short_name.as_ref().unwrap_or(&text.name))
    }

    /// "Australia, UK, US".
    fn short_country_names(&self, ids: &[CountryId]) -> String {
        let names: Vec<&str> = ids.iter().filter_map(|id| self.short_country_name(*id)).collect();
        names.join(", ")
    }

    /// "Australia, United Kingdom, United States".
    fn country_names(&self, ids: &[CountryId]) -> String {
        let names: Vec<&str> = ids.iter().filter_map(|id| self.country_name(*id)).collect();
        names.join(", ")
    }

    /// "Canada and New Zealand".
    pub(super) fn listed_names(&self, ids: &[CountryId]) -> String {
        let names: Vec<&str> = ids.iter().filter_map(|id| self.country_name(*id)).collect();
        self.formats.listed(&names)
    }
}
