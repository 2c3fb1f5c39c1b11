//! Addresses on their way: what mail and chat programs do to one is undone.

use crate::case::{Case, cases, js};
use crate::hostile::{Note, withstands};
use crate::printed::{LATE, cards, expect_app, expect_early, follow, load_early, slow};
use browser_tests::page::Page;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![
    the_boot_script_undoes_damage,
    a_damaged_address_shows_its_view,
    a_damaged_address_shows_its_text_at_once,
    a_date_followed_early_keeps_the_view,
    the_overview_followed_early_is_shown,
];

/// What is after `?` or `#`, and the view that it names, a line each. The app is held to it natively.
const ADDRESSES: &str = include_str!("../addresses.txt");

fn the_boot_script_undoes_damage(page: &Page) -> Outcome {
    page.open("")?;
    let table: Vec<_> = ADDRESSES.lines().filter_map(|it| it.split_once(" → ")).collect();
    ensure(table.len() > 50, || format!("{} addresses", table.len()))?;
    assert_empty("misread", &page.call_list(js!("misread_addresses"), &[json!(table)])?)
}

/// Address, the query that it becomes, and the card that opens.
const DAMAGED: [(&str, &str, &str); 14] = [
    ("#partner%3Dswe", "?partner=swe", "swe"),
    ("#/partner=swe", "?partner=swe", "swe"),
    ("#!partner=swe", "?partner=swe", "swe"),
    ("#?partner=swe", "?partner=swe", "swe"),
    ("#partner=swe?fbclid=x", "?partner=swe", "swe"),
    ("#partner=swe#:~:text=x", "?partner=swe", "swe"),
    ("#partner=swe”.", "?partner=swe", "swe"),
    ("?pillar=2&amp;partner=swe", "?pillar=2&partner=swe", "swe"),
    ("?pillar=2&#38;partner=swe", "?pillar=2&partner=swe", "swe"),
    ("?Partner=swe", "?partner=swe", "swe"),
    ("?partner=swe%E2%80%9D", "?partner=swe", "swe"),
    ("?partner=3Dswe?utm_source=x", "?partner=swe", "swe"),
    ("?date=2024-06-20.", "?date=2024-06-20", "overview"),
    ("?partner=swe#date=2024-06-20", "?partner=swe&date=2024-06-20", "swe"),
];

fn a_damaged_address_shows_its_view(page: &Page) -> Outcome {
    for (address, query, card) in DAMAGED {
        withstands(page, address, query, card, Note::None)
            .map_err(|error| format!("{address}: {error}"))?;
    }
    Ok(())
}

fn a_damaged_address_shows_its_text_at_once(page: &Page) -> Outcome {
    let site = slow(page, LATE)?;
    load_early(page, &site, "?utm_source=x&amp;Partner=swe).")?;
    expect_early(page, "Sweden")?;
    expect_app(page)?;
    assert_same("open cards", cards(page)?, ["swe"])
}

/// The name of the view that the page in the frame shows.
fn view_in_frame(page: &Page) -> Outcome<Vec<String>> {
    page.list(
        "return [document.querySelector('iframe').contentDocument.documentElement.dataset.view]",
    )
}

fn a_date_followed_early_keeps_the_view(page: &Page) -> Outcome {
    let site = slow(page, LATE)?;
    let step = "[data-step=previous]";
    load_early(page, &site, "")?;
    let date = "return [document.querySelector('iframe').contentDocument.querySelector('[data-step=previous]').hash]";
    let date = page.list(date)?.concat().replace('#', "");
    ensure(date.starts_with("date="), || format!("{step} leads to {date:?}"))?;
    follow(page, ".partners [data-country=swe]")?;
    follow(page, step)?;
    expect_app(page)?;
    assert_same("the view after a link", view_in_frame(page)?, [format!("partner=swe&{date}")])?;
    load_early(page, &site, "?pillar=2&partner=swe")?;
    follow(page, step)?;
    expect_app(page)?;
    assert_same(
        "the view of a query",
        view_in_frame(page)?,
        [format!("pillar=2&partner=swe&{date}")],
    )
}

fn the_overview_followed_early_is_shown(page: &Page) -> Outcome {
    let site = slow(page, LATE)?;
    load_early(page, &site, "?partner=swe")?;
    expect_early(page, "Sweden")?;
    follow(page, ".lenses [data-lens=overview]")?;
    let title = "return [document.querySelector('iframe').contentDocument.querySelector('#opened .card-title').textContent]";
    expect_early(page, &page.list(title)?.concat())?;
    expect_app(page)?;
    assert_same("open cards", cards(page)?, ["overview"])
}
