//! What the briefing's own content must say.

use model::{CountryId, Date, Model, PillarId, Status};

use super::real_files;
use crate::read;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn country(model: &Model, id: &str) -> CountryId {
    CountryId::from_index(model.countries.iter().position(|country| country.id == id).unwrap())
        .unwrap()
}

fn pillar_2(model: &Model) -> PillarId {
    PillarId::from_index(model.pillars.iter().position(|pillar| pillar.id == "pillar-2").unwrap())
        .unwrap()
}

/// The members' side and the others' side of a country's standing in Pillar II.
fn standing(model: &Model, id: &str, date: &str) -> (Option<Status>, Option<String>) {
    let standing = model.as_of(day(date)).standing(country(model, id), pillar_2(model));
    let interest = standing.interest.map(|it| it.entry.from.to_string());
    (standing.members_side.map(|it| it.entry.status), interest)
}

#[test]
fn it_is_complete() {
    let content = read(&real_files()).unwrap_or_else(|problems| panic!("{problems}"));
    assert!(content.text.fits(&content.model));
    assert_eq!(content.print_text.sources.len(), content.model.sources.len());
    assert_eq!(content.print_text.checks.len(), content.model.checks.len());
    assert_eq!(content.shapes.len(), content.model.countries.len());
}

#[test]
fn south_korea_comes_into_talks_step_by_step() {
    let files = real_files();
    let model = read(&files).unwrap().model;
    let march = Some("2024-03-19".to_owned());
    assert_eq!(standing(&model, "kor", "2024-03-18"), (None, None));
    let (members_side, interest) = standing(&model, "kor", "2024-04-01");
    assert_eq!((members_side, interest), (None, march.clone()));
    assert!(
        !model
            .as_of(day("2024-04-01"))
            .standing(country(&model, "kor"), pillar_2(&model))
            .status()
            .unwrap()
            .is_in_talks()
    );
    assert_eq!(standing(&model, "kor", "2024-04-09"), (Some(Status::Consideration), march));
    let may = Some("2024-05-01".to_owned());
    assert_eq!(standing(&model, "kor", "2024-05-01"), (Some(Status::Consideration), may.clone()));
    assert!(
        model
            .as_of(day("2024-05-01"))
            .standing(country(&model, "kor"), pillar_2(&model))
            .status()
            .unwrap()
            .is_in_talks()
    );
    assert_eq!(standing(&model, "kor", "2024-09-17"), (Some(Status::Consultation), may));
}

#[test]
fn japan_takes_part_in_a_project() {
    let files = real_files();
    let model = read(&files).unwrap().model;
    assert_eq!(standing(&model, "jpn", "2025-07-22").0, Some(Status::Consultation));
    assert_eq!(standing(&model, "jpn", "2025-07-23").0, Some(Status::Participant));
}

#[test]
fn nothing_is_known_before_the_founding() {
    let files = real_files();
    let model = read(&files).unwrap().model;
    let before = model.as_of(day("2021-09-14"));
    let standings = (0..model.countries.len()).filter_map(CountryId::from_index);
    assert!(
        standings
            .into_iter()
            .all(|country| before.standing(country, pillar_2(&model)).status().is_none())
    );
    assert_eq!(before.events().count(), 0);
    assert_eq!(standing(&model, "aus", "2021-09-15").0, Some(Status::Member));
}

#[test]
fn nothing_is_known_after_the_latest_source() {
    let files = real_files();
    let model = read(&files).unwrap().model;
    let latest = model.edition.latest_source;
    assert!(model.claims.iter().all(|claim| claim.known <= latest));
    assert!(model.events.iter().all(|event| event.known <= latest));
    assert!(model.statements.iter().all(|statement| statement.known <= latest));
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let bytes = || postcard::to_allocvec(&read(&real_files()).unwrap().model).unwrap();
    let (first, second) = (bytes(), bytes());
    assert_eq!(first, second);
    assert_eq!(postcard::from_bytes::<Model>(&first), Ok(read(&real_files()).unwrap().model));
}

/// Readers have linked to sources by their numbers.
#[test]
fn a_source_keeps_its_number() {
    let frozen = include_str!("../../../../tests/addresses-frozen.txt");
    let frozen = frozen.lines().filter_map(|it| it.strip_prefix("#source-")?.split_once(" → "));
    let frozen: Vec<_> = frozen.map(|(number, id)| (number.to_owned(), id.to_owned())).collect();
    assert!(frozen.len() > 100, "only {} sources", frozen.len());
    let files = real_files();
    let lines = files.iter().flat_map(|it| it.text.lines());
    let mut ids = Vec::new();
    let mut is_source = false;
    for line in lines {
        if line.starts_with("[[") {
            is_source = line == "[[source]]";
        } else if let Some(id) = line.strip_prefix("id = \"").filter(|_| is_source) {
            ids.push(id.trim_end_matches('"').to_owned());
        }
    }
    for (number, id) in frozen {
        let index: usize = number.parse().unwrap();
        assert_eq!(ids.get(index - 1), Some(&id), "source {number}");
    }
}
