//! On each day on which something happened, the table of areas and countries says what the raw links say, worked out here in
//! another way; and its headline names who has taken part.

use std::collections::BTreeSet;

use model::{ClaimId, Country, CountryId, Date, LinkKind, Model, Status, TechnologyId};

use super::dates::{each_date, real};
use super::{Block, Card, Formatter, Matrix, whole_card};
use crate::{Briefing, Cell, Scope, Selection};

fn card(briefing: &'static Briefing, date: Date, cell: Option<Cell>) -> Card<'static> {
    let areas = Selection::default().within(Scope::Areas(cell));
    whole_card(briefing, &Selection { date: Some(date), ..areas })
}

fn matrix(card: &Card<'static>) -> Matrix<'static> {
    let blocks = card.sections.iter().flat_map(|it| &it.blocks);
    let tables = blocks.filter_map(|it| if let Block::Matrix(it) = it { Some(it) } else { None });
    Matrix::clone(tables.into_iter().next().unwrap())
}

/// The kinds of link of a country with an area that were known.
fn kinds(model: &Model, country: CountryId, area: TechnologyId, date: Date) -> BTreeSet<LinkKind> {
    let links = model.technology(area).unwrap().links.iter();
    let known = links.filter(|it| it.known <= date && it.countries.contains(&country));
    known.map(|it| it.kind).collect()
}

fn areas(model: &Model) -> impl Iterator<Item = TechnologyId> {
    model.each_technology().map(|(id, _)| id)
}

/// The areas that had been named: AUKUS worked in them, or a source had appeared that shows that they are areas.
fn named_areas(model: &Model, date: Date) -> Vec<TechnologyId> {
    let work = [LinkKind::JointWork, LinkKind::TookPart, LinkKind::Observed];
    let is_named = |id: &TechnologyId| {
        let area = model.technology(*id).unwrap();
        let begun = area.links.iter().filter(|it| work.contains(&it.kind)).map(|it| it.known);
        let shown = area.sources.iter().map(|id| model.source(*id).unwrap().date.date);
        begun.chain(shown).min().is_some_and(|first| first <= date)
    };
    areas(model).filter(is_named).collect()
}

fn is_member(country: &Country, date: Date) -> bool {
    country.history.iter().any(|it| it.status == Status::Member && it.known <= date)
}

#[test]
fn each_cell_is_the_closest_link_of_its_countries() {
    each_date(|briefing, date, what| {
        let (model, matrix) = (&briefing.model, matrix(&card(briefing, date, None)));
        let named = |name: &str| {
            let index = briefing
                .text
                .countries
                .iter()
                .position(|it| it.short_name.as_ref().unwrap_or(&it.name) == name);
            CountryId::from_index(index.unwrap()).unwrap()
        };
        let named_areas = named_areas(model, date);
        assert_eq!(matrix.rows.len(), named_areas.len(), "{what}");
        let mut listed = BTreeSet::new();
        for (at, column) in matrix.columns.iter().enumerate() {
            for country in column.countries.iter().map(|it| named(it.name)) {
                assert!(listed.insert(country), "{what}: twice");
                for (row, area) in matrix.rows.iter().zip(named_areas.iter().copied()) {
                    let closest = kinds(model, country, area, date).into_iter().next();
                    let cell = &row.cells[at];
                    assert_eq!(cell.kind, closest, "{what}: {} {}", row.area.name, cell.countries);
                    assert_eq!(cell.link.is_some(), closest.is_some(), "{what}");
                    assert_eq!(cell.name.is_empty(), closest.is_none(), "{what}");
                    assert!(is_known(briefing, area, &cell.detail, date), "{what}: {cell:?}");
                }
            }
        }
        for (id, country) in model.each_country() {
            let has_link = named_areas.iter().any(|it| !kinds(model, id, *it, date).is_empty());
            assert_eq!(listed.contains(&id), has_link, "{what}: {}", country.id);
            let name = &briefing.text.country(id).unwrap().name;
            let is_without = matrix.without.contains(&**name);
            assert!(!(is_without && has_link), "{what}: {}", matrix.without);
            assert!(is_without || has_link || !is_member(country, date), "{what}: {name}");
        }
    });
}

/// Whether a cell says nothing, or what a claim of the area says that was known, with the month that this is true of; without
/// words the month in which something began or was said.
fn is_known(briefing: &Briefing, area: TechnologyId, detail: &str, date: Date) -> bool {
    let texts = &briefing.text.technology(area).unwrap().details;
    let technology = briefing.model.technology(area).unwrap();
    let formats = Formatter::new(&briefing.text.messages);
    let is_true = |id: &ClaimId, month: &str| {
        let claim = briefing.model.claim(*id).unwrap();
        claim.known <= date && formats.short_month(claim.when) == month
    };
    match detail.rsplit_once(", ") {
        None if detail.is_empty() => true,
        None => technology.links.iter().flat_map(|it| &it.claims).any(|id| is_true(id, detail)),
        Some((words, month)) => {
            let mut named = texts.iter().zip(&technology.details);
            named.any(|(text, id)| text == words && is_true(id, &month.replace('\u{a0}', " ")))
        }
    }
}

#[test]
fn what_began_on_a_day_rests_on_a_claim_of_that_day() {
    each_date(|briefing, _, what| {
        for (_, area) in briefing.model.each_technology() {
            for link in area.links.iter().filter(|it| it.from.is_some()) {
                let mut days = link.claims.iter().map(|id| briefing.model.claim(*id).unwrap().when);
                assert!(days.any(|it| Some(it) == link.from), "{what}: {} {link:?}", area.id);
            }
        }
    });
}

#[test]
fn the_table_has_the_areas_that_had_been_named() {
    let first = ["Undersea", "Quantum", "AI and autonomy", "Cyber"];
    for (date, count, lead) in [
        ("2021-09-14", 0, "No working area had been named by 14 September 2021."),
        ("2021-09-15", 4, "each of the four working areas that had been named by 15 September"),
        ("2022-04-04", 4, "each of the four working areas that had been named by 4 April 2022"),
        ("2022-04-05", 8, "each of the eight working areas."),
    ] {
        let table = matrix(&card(real(), Date::parse(date).unwrap(), None));
        let areas: Vec<&str> = table.rows.iter().map(|it| it.area.name).collect();
        assert_eq!(areas.len(), count, "{date}: {areas:?}");
        assert!(count != 4 || areas == first, "{date}: {areas:?}");
        assert!(table.lead.contains(lead), "{date}: {}", table.lead);
        assert_eq!(table.of_aukus.is_empty(), count == 0, "{date}: {}", table.lead);
    }
}

#[test]
fn an_area_is_one_only_once_it_had_been_named() {
    let messages = &real().text.messages;
    for (date, area, expected) in [
        (
            "2021-09-14",
            "tech-cyber",
            "Cyber had not been named as a working area by 14 September 2021.",
        ),
        ("2021-09-15", "tech-cyber", messages.area_named()),
        (
            "2021-09-15",
            "tech-hypersonics",
            "Hypersonics had not been named as a working area by 15 September 2021.",
        ),
        ("2022-04-05", "tech-hypersonics", messages.area_of_pillar()),
    ] {
        let id = areas(&real().model).find(|it| real().model.technology(*it).unwrap().id == area);
        let scope = Selection::default().within(Scope::Technology(id.unwrap()));
        let selection = Selection { date: Date::parse(date), ..scope };
        let lead = whole_card(real(), &selection).sections[0].blocks.clone();
        let is_said = lead.iter().any(|it| match it {
            Block::Sourced { text, sources } => *text == expected && !sources.is_empty(),
            Block::Plain(text) => text == expected,
            _ => false,
        });
        assert!(is_said, "{area} on {date}: {lead:?}");
    }
}

#[test]
fn the_headline_names_who_has_taken_part() {
    let words = ["no", "one", "two", "three"];
    each_date(|briefing, date, what| {
        let model = &briefing.model;
        let has_worked = |id| {
            areas(model).any(|it| {
                let kinds = kinds(model, id, it, date);
                kinds.contains(&LinkKind::TookPart) || kinds.contains(&LinkKind::JointWork)
            })
        };
        let others = model.each_country().filter(|(_, it)| !is_member(it, date));
        let others: Vec<CountryId> =
            others.map(|(id, _)| id).filter(|id| has_worked(*id)).collect();
        let title = card(briefing, date, None).title;
        if !model.each_country().any(|(id, _)| has_worked(id)) {
            assert_eq!(title, briefing.text.messages.finding_before(), "{what}");
            return;
        }
        let members = model.countries.iter().filter(|it| is_member(it, date)).count();
        assert!(title.starts_with(&format!("Outside the {}, ", words[members])), "{what}: {title}");
        assert_eq!(title.contains("no country"), others.is_empty(), "{what}: {title}");
        for (id, _) in model.each_country() {
            let name = &briefing.text.country(id).unwrap().name;
            assert_eq!(title.contains(&**name), others.contains(&id), "{what}: {title}");
        }
    });
}

#[test]
fn an_opened_cell_has_all_known_claims_of_its_links_and_no_others() {
    each_date(|briefing, date, what| {
        let model = &briefing.model;
        for (technology, area) in model.each_technology() {
            for (country, _) in model.each_country() {
                let matrix = matrix(&card(briefing, date, Some(Cell { technology, country })));
                let opened = matrix.opened.unwrap();
                let column = opened.column.map(|it| &matrix.columns[it]);
                let countries = column.map_or(1, |it| it.countries.len());
                let said: BTreeSet<ClaimId> = opened.claims().collect();
                let links = area.links.iter().filter(|it| it.known <= date);
                let own = links.filter(|it| it.countries.contains(&country));
                let own: BTreeSet<ClaimId> = own.flat_map(|it| it.claims.clone()).collect();
                let is_known = |id: &ClaimId| model.claim(*id).unwrap().known <= date;
                let known: BTreeSet<ClaimId> = own.into_iter().filter(is_known).collect();
                assert!(known.is_subset(&said), "{what}: {}", opened.title);
                assert!(countries > 1 || known == said, "{what}: {}", opened.title);
                assert!(said.iter().all(is_known), "{what}: {}", opened.title);
                assert_eq!(opened.nothing.is_empty(), !said.is_empty(), "{what}: {}", opened.title);
                let is_open = |it: &super::MatrixCell| it.is_open;
                let open = matrix.rows.iter().flat_map(|it| &it.cells).filter(|it| is_open(it));
                let is_shown = opened.column.is_some() && opened.row.is_some();
                assert_eq!(open.count(), usize::from(is_shown), "{what}");
                let row = named_areas(model, date).iter().position(|it| *it == technology);
                assert_eq!(opened.row, row, "{what}: {}", opened.title);
            }
        }
    });
}

#[test]
fn the_headline_counts() {
    let messages = &crate::sample::sample().text.messages;
    let formats = Formatter::new(messages);
    let finding = |others: &[&str]| formats.finding(3, true, others);
    assert_eq!(finding(&[]), "Outside the three, no country is known to have taken part");
    assert_eq!(finding(&["A"]), "Outside the three, only A is known to have taken part");
    let three = "Outside the three, only A, B and C are known to have taken part";
    assert_eq!(finding(&["A", "B", "C"]), three);
    let many = "Outside the three, four countries are known to have taken part";
    assert_eq!(finding(&["A", "B", "C", "D"]), many);
    assert_eq!(formats.finding(0, false, &[]), "No work of AUKUS is known yet");
}
