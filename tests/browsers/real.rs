//! The page with the real content: what only a crowd shows. No trial here counts entries or knows facts that an edit of
//! `assets/content` may change; that South Korea is a partner in the briefing is as much as they know.

use crate::access::audit_views;
use crate::cards::{is_of_tool, visit_every_view};
use crate::case::{Case, cases, js};
use crate::printed::{is_complete_without_script, the_app_takes_over_what_is_printed};
use browser_tests::page::Page;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![
    the_real_page_loads.real(),
    every_real_view_is_as_it_should_be.real().in_chromium(),
    the_real_map_agrees_with_its_cards.real().in_chromium(),
    the_real_page_is_accessible.real().in_chromium(),
    the_real_page_is_complete_without_script.real(),
    crowded_countries_are_selected.real(),
];

fn the_real_page_loads(page: &Page) -> Outcome {
    page.open("")?;
    page.expect("", "overview")?;
    ensure(page.problems()?.is_empty(), || format!("it complains of {:?}", page.problems()))?;
    the_app_takes_over_what_is_printed(page)
}

/// The cards lead to every entry that the text has, and to every check of the article.
fn every_real_view_is_as_it_should_be(page: &Page) -> Outcome {
    let (mut views, checks) = visit_every_view(page)?;
    // The overview is no entry, and the cells of the areas are within one.
    views.retain(|it| !it.is_empty() && !it.contains('&') && !is_of_tool(it));
    let sorted = |selector: &str| -> Outcome<Vec<String>> {
        let mut ids = page.attributes(selector, "id")?;
        ids.sort();
        Ok(ids)
    };
    let entries = sorted(".entry")?.into_iter().map(|id| format!("?{id}"));
    let entries: Vec<_> = entries.filter(|it| !is_of_tool(it)).collect();
    assert_same("views", views, entries)?;
    assert_same("checks that cards link to", checks, sorted("#article [id^=cor-]")?)
}

fn the_real_map_agrees_with_its_cards(page: &Page) -> Outcome {
    for lens in ["?", "?pillar=1&", "?pillar=2&", "?technology=quantum&"] {
        for date in ["2021-09-15", "2024-05-01", "2025-07-23"] {
            let query = format!("{lens}date={date}");
            page.open(&query)?;
            let wrong = page.call_list(js!("contradictions"), &[json!(null)])?;
            assert_empty(&format!("{query} contradicts itself"), &wrong)?;
        }
    }
    Ok(())
}

fn the_real_page_is_accessible(page: &Page) -> Outcome {
    audit_views(page, &["", "?pillar=2", "?partner=kor"], "light")
}

fn the_real_page_is_complete_without_script(page: &Page) -> Outcome {
    is_complete_without_script(page, &json!(null))
}

/// Markers and names that crowd one another can be hit all the same.
fn crowded_countries_are_selected(page: &Page) -> Outcome {
    page.open("")?;
    for country in page.attributes("li:not([hidden]) > .map-marker", "data-country")? {
        page.open("")?;
        page.click(&format!(".map-marker[data-country={country}]"))?;
        page.expect(&format!("?partner={country}"), &country)?;
    }
    for country in ["aus", "can", "usa"] {
        page.open("")?;
        page.click_shape(country)?;
        page.expect(&format!("?partner={country}"), country)?;
    }
    // From closer a small country can be hit by its shape.
    page.open("?partner=kor")?;
    page.click_shape("jpn")?;
    page.expect("?partner=jpn", "jpn")
}
