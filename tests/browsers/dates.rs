//! On every date the page counts and says of countries what the model says: the headline, the legend, the marks, the list, the
//! table and the verdicts.

use std::path::Path;

use browser_tests::page::Page;
use browser_tests::{Outcome, assert_same};
use explorer::view::{Block, Card, view, whole_card};
use explorer::{Briefing, Selection, Subject, address};
use model::{Date, Group};
use serde_json::{Value, json};

use crate::case::{Case, cases, js};

pub(crate) const CASES: &[Case] = cases![
    every_date_is_as_in_the_model.real().in_chromium(),
    three_dates_are_as_in_the_model.real(),
];

fn every_date_is_as_in_the_model(page: &Page) -> Outcome {
    let briefing = real()?;
    let dates = view(&briefing, &Selection::default()).timeline.stops;
    dates_are_as_in_the_model(page, &briefing, &dates)
}

fn three_dates_are_as_in_the_model(page: &Page) -> Outcome {
    let briefing = real()?;
    let dates: Option<Vec<Date>> =
        ["2021-09-15", "2024-05-01", "2025-07-23"].into_iter().map(Date::parse).collect();
    dates_are_as_in_the_model(page, &briefing, &dates.ok_or("no dates")?)
}

fn real() -> Outcome<Briefing> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let compiled = compile::compile(&project.join("assets/content"), &project)
        .map_err(|error| error.to_string())?;
    Briefing::new(compiled.model, compiled.text).ok_or_else(|| "texts and state differ".into())
}

fn dates_are_as_in_the_model(page: &Page, briefing: &Briefing, dates: &[Date]) -> Outcome {
    page.open("")?;
    for date in dates {
        for selection in selections(briefing, *date) {
            let at = ["?", &address::print(&briefing.model, &selection)].concat();
            let said = page.session.call(js!("said_at"), &[json!(at)])?;
            let expected = expected(briefing, &selection);
            assert_same(&at, format!("{said:#}"), format!("{expected:#}"))?;
        }
    }
    Ok(())
}

/// The overview, each pillar and each country that is more than mentioned.
fn selections(briefing: &Briefing, date: Date) -> Vec<Selection> {
    let model = &briefing.model;
    let dated = |it: Selection| it.dated((date < model.edition.date).then_some(date));
    let pillars = model.each_pillar().map(|(id, _)| explorer::Scope::Pillar(id));
    let scopes = std::iter::once(explorer::Scope::Overview).chain(pillars);
    let countries = model.each_country().filter(|(_, it)| it.group != Group::Mentioned);
    let cards = countries.map(|(id, _)| Selection::default().opening(Subject::Country(id)));
    scopes.map(|it| Selection::default().within(it)).chain(cards).map(dated).collect()
}

fn expected(briefing: &Briefing, selection: &Selection) -> Value {
    let view = view(briefing, selection);
    let card = whole_card(briefing, selection);
    let (verdicts, unconfirmed) = verdicts(&card);
    let mut marks: Vec<String> = view.map.iter().filter(|it| !it.is_land).map(mark).collect();
    marks.sort();
    json!({
        "title": view.card.title,
        "legend": view.legend.iter().map(|it| format!("{} {}", it.meaning, it.count)).collect::<Vec<_>>(),
        "marks": marks,
        "headline": view.masthead.headline,
        "what": view.masthead.what,
        "more": view.masthead.more,
        "who": who(&card),
        "verdicts": verdicts,
        "unconfirmed": unconfirmed,
    })
}

fn mark(it: &explorer::view::MapCountry) -> String {
    let unconfirmed = if it.is_unconfirmed { " unconfirmed" } else { "" };
    format!("{} {}{unconfirmed}", it.id, it.mark.name())
}

/// The rows of the table 'who is in what'; none on another card.
fn who(card: &Card) -> Vec<String> {
    let blocks = card.sections.iter().flat_map(|it| &it.blocks);
    let tables = blocks.filter_map(|it| if let Block::Who(who) = it { Some(who) } else { None });
    let row = |it: &explorer::view::WhoRow| {
        let cells = it.cells.iter().map(|it| it.status).chain([&*it.when]);
        [it.country.name].into_iter().chain(cells).collect::<Vec<_>>().join(" | ")
    };
    tables.flat_map(|it| it.groups.iter().flatten()).map(row).collect()
}

fn verdicts(card: &Card) -> (Vec<String>, Vec<String>) {
    let lines = &card.verdicts;
    let unconfirmed = lines.iter().map(|it| it.unconfirmed.clone()).filter(|it| !it.is_empty());
    (lines.iter().map(|it| it.text.to_string()).collect(), unconfirmed.collect())
}
