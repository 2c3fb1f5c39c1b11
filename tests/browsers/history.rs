//! The browser's history: Back, Forward and Reload show what was shown.

use crate::case::{Case, cases};
use browser_tests::page::{Page, Snapshot};
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same};

pub(crate) const CASES: &[Case] = cases![
    back_and_forward,
    reload,
    back_from_another_page,
    a_run_of_dates_is_one_step,
    a_fragment_keeps_the_view,
];

/// Links to follow one after the other, with the address and the card that each leads to.
const VISIT: [(&str, &str, &str); 4] = [
    (".partners [data-country=swe]", "?partner=swe", "swe"),
    (".lenses [data-pillar=pillar-2]", "?pillar=2", "pillar-2"),
    (".map-marker[data-country=nor]", "?pillar=2&partner=nor", "nor"),
    (".lenses [data-technology=tech-string]", "?technology=string", "tech-string"),
];

/// Follows the links of a visit, from the overview; returns what was shown at each step.
fn visit(page: &Page) -> Outcome<Vec<Snapshot>> {
    page.open("")?;
    let mut shown = vec![page.shown()?];
    for (link, query, card) in VISIT {
        page.click(link)?;
        page.expect(query, card)?;
        shown.push(page.shown()?);
    }
    Ok(shown)
}

fn shows(page: &Page, expected: &Snapshot) -> Outcome {
    page.expect(&expected.query, &expected.card)?;
    page.shown()?.same_as(expected)
}

fn back_and_forward(page: &Page) -> Outcome {
    let shown = visit(page)?;
    for expected in shown.iter().rev().skip(1) {
        page.session.back()?;
        shows(page, expected)?;
    }
    for expected in shown.iter().skip(1) {
        page.session.forward()?;
        shows(page, expected)?;
    }
    assert_empty("the page complains", &page.problems()?)
}

fn reload(page: &Page) -> Outcome {
    let shown = visit(page)?;
    for expected in shown.iter().rev() {
        page.session.reload()?;
        page.wait_until_ready()?;
        shows(page, expected)?;
        if expected.query.is_empty() {
            return Ok(());
        }
        page.session.back()?;
    }
    Err("the visit did not begin at the overview".into())
}

fn back_from_another_page(page: &Page) -> Outcome {
    page.open("?pillar=2&partner=swe&date=2024-06-20")?;
    let expected = page.shown()?;
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    page.session.back()?;
    page.wait_until_ready()?;
    shows(page, &expected)
}

fn a_run_of_dates_is_one_step(page: &Page) -> Outcome {
    page.open("?pillar=2")?;
    page.click(".partners [data-country=swe]")?;
    page.expect("?pillar=2&partner=swe", "swe")?;
    page.focus(".timeline-range")?;
    for key in [key::HOME, key::RIGHT, key::RIGHT] {
        page.session.press(key)?;
    }
    page.expect("?pillar=2&partner=swe&date=2023-05-01", "swe")?;
    page.session.back()?;
    page.expect("?pillar=2&partner=swe", "swe")?;
    page.session.back()?;
    page.expect("?pillar=2", "pillar-2")
}

fn a_fragment_keeps_the_view(page: &Page) -> Outcome {
    page.open("?partner=swe#sources")?;
    page.expect("?partner=swe", "swe")?;
    let fragment = "return [location.hash]";
    assert_same("fragment", page.list(fragment)?, vec!["#sources"])?;
    page.click(".header a[href='#corrections']")?;
    page.expect("?partner=swe", "swe")?;
    assert_same("fragment", page.list(fragment)?, vec!["#corrections"])?;
    page.session.back()?;
    page.expect("?partner=swe", "swe")?;
    assert_same("fragment after going back", page.list(fragment)?, vec!["#sources"])
}
