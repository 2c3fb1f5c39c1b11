//! What the briefing's own content must say.

use model::{Briefing, CountryId, Date, Group, PillarId, Status, unpack};

use super::real_files;
use crate::read;

fn day(text: &str) -> Date {
    Date::parse(text).unwrap()
}

fn country(briefing: &Briefing, id: &str) -> CountryId {
    CountryId::from_index(briefing.countries.iter().position(|country| country.id == id).unwrap())
        .unwrap()
}

fn pillar_2(briefing: &Briefing) -> PillarId {
    PillarId::from_index(
        briefing.pillars.iter().position(|pillar| pillar.id == "pillar-2").unwrap(),
    )
    .unwrap()
}

/// The members' side and the candidate's side of a country's standing in Pillar II.
fn standing(briefing: &Briefing, id: &str, date: &str) -> (Option<Status>, Option<String>) {
    let standing = briefing.as_of(day(date)).standing(country(briefing, id), pillar_2(briefing));
    let interest = standing.interest.map(|entry| entry.from.to_string());
    (standing.members_side.map(|entry| entry.status), interest)
}

#[test]
fn it_is_complete() {
    let files = real_files();
    let briefing = read(&files).unwrap_or_else(|problems| panic!("{problems}")).briefing;
    let counts = [
        briefing.pillars.len(),
        briefing.countries.len(),
        briefing.technologies.len(),
        briefing.events.len(),
        briefing.statements.len(),
        briefing.people.len(),
        briefing.claims.len(),
        briefing.sources.len(),
        briefing.corrections.len(),
        briefing.limits.len(),
    ];
    assert_eq!(counts, [2, 8, 8, 42, 40, 33, 144, 150, 11, 21]);
    assert_eq!(
        briefing.countries.iter().filter(|country| country.group == Group::Member).count(),
        3
    );
}

#[test]
fn south_korea_comes_into_talks_step_by_step() {
    let files = real_files();
    let briefing = read(&files).unwrap().briefing;
    let march = Some("2024-03-19".to_owned());
    assert_eq!(standing(&briefing, "kor", "2024-03-18"), (None, None));
    let (members_side, interest) = standing(&briefing, "kor", "2024-04-01");
    assert_eq!((members_side, interest), (None, march.clone()));
    assert!(
        !briefing
            .as_of(day("2024-04-01"))
            .standing(country(&briefing, "kor"), pillar_2(&briefing))
            .status()
            .unwrap()
            .is_in_talks()
    );
    assert_eq!(standing(&briefing, "kor", "2024-04-09"), (Some(Status::Consideration), march));
    let may = Some("2024-05-01".to_owned());
    assert_eq!(
        standing(&briefing, "kor", "2024-05-01"),
        (Some(Status::Consideration), may.clone())
    );
    assert!(
        briefing
            .as_of(day("2024-05-01"))
            .standing(country(&briefing, "kor"), pillar_2(&briefing))
            .status()
            .unwrap()
            .is_in_talks()
    );
    assert_eq!(standing(&briefing, "kor", "2024-09-17"), (Some(Status::Consultation), may));
}

#[test]
fn japan_takes_part_in_a_project() {
    let files = real_files();
    let briefing = read(&files).unwrap().briefing;
    assert_eq!(standing(&briefing, "jpn", "2025-07-15").0, Some(Status::Consultation));
    assert_eq!(standing(&briefing, "jpn", "2025-07-16").0, Some(Status::Participant));
}

#[test]
fn nothing_is_known_before_the_founding() {
    let files = real_files();
    let briefing = read(&files).unwrap().briefing;
    let before = briefing.as_of(day("2021-09-14"));
    let standings = (0..briefing.countries.len()).filter_map(CountryId::from_index);
    assert!(
        standings
            .into_iter()
            .all(|country| before.standing(country, pillar_2(&briefing)).status().is_none())
    );
    assert_eq!(before.events().count(), 0);
    assert_eq!(standing(&briefing, "aus", "2021-09-15").0, Some(Status::Member));
}

#[test]
fn nothing_is_known_after_the_latest_source() {
    let files = real_files();
    let briefing = read(&files).unwrap().briefing;
    let latest = briefing.edition.latest_source;
    assert!(briefing.claims.iter().all(|claim| claim.known <= latest));
    assert!(briefing.events.iter().all(|event| event.known <= latest));
    assert!(briefing.statements.iter().all(|statement| statement.known <= latest));
}

#[test]
fn the_same_files_give_the_same_bytes() {
    let bytes = || postcard::to_allocvec(&read(&real_files()).unwrap().briefing).unwrap();
    let (first, second) = (bytes(), bytes());
    assert_eq!(first, second);
    assert_eq!(unpack::<Briefing>(&first), read(&real_files()).unwrap().briefing);
}
