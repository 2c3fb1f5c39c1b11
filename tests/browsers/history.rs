//! The browser's history: Back, Forward and Reload show what was shown.

use crate::case::{Case, cases, js};
use browser_tests::page::{Page, Snapshot};
use browser_tests::site::{Answer, Site, response};
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};
use std::time::Duration;

pub(crate) const CASES: &[Case] = cases![
    back_and_forward,
    reload,
    back_from_another_page,
    a_run_of_dates_is_one_step,
    a_fragment_keeps_the_view,
    back_and_forward_restore_place_focus_and_folds,
    back_from_another_date_restores_the_place,
    back_from_two_dates_at_once_restores_the_place,
    a_key_stops_what_is_restored,
    a_way_back_restores_the_view_before,
    a_way_back_in_an_embed_restores_the_view_before,
    without_the_app_back_and_forward_keep_the_place,
];

/// Links to follow one after the other, with the address and the card that each leads to.
const VISIT: [(&str, &str, &str); 7] = [
    ("[data-who] [data-country=swe]", "?partner=swe", "swe"),
    (".lenses [data-lens=areas]", "?view=areas", "areas"),
    (".matrix [data-pillar=pillar-2]", "?pillar=2", "pillar-2"),
    (".map-marker[data-country=nor]", "?pillar=2&partner=nor", "nor"),
    (".breadcrumb [data-close]", "?pillar=2", "pillar-2"),
    (".card [data-technology=tech-string]", "?technology=string", "tech-string"),
    (".breadcrumb [data-lens=areas]", "?view=areas", "areas"),
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
    page.click(".card [data-country=swe]")?;
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
    page.click(".more a[href='#article']")?;
    page.expect("?partner=swe", "swe")?;
    assert_same("fragment", page.list(fragment)?, vec!["#article"])?;
    page.session.back()?;
    page.expect("?partner=swe", "swe")?;
    assert_same("fragment after going back", page.list(fragment)?, vec!["#sources"])
}

/// Follows a link of the unfolded card; returns where the reader was then.
fn follow_at(page: &Page, link: &str) -> Outcome<Value> {
    let place = page.session.call_async(js!("ready_to_follow"), &[json!(link)])?;
    // A step that no reader has made WebKit leaves out when it goes back.
    page.session.press(key::ENTER)?;
    Ok(place)
}

fn is_at(page: &Page, place: &Value) -> Outcome {
    let what = format!("the reader to be at {place}");
    page.wait_for(&what, js!("is_at_place"), &[place.clone(), json!(2)]).map_err(|error| {
        let now = page.session.call(js!("place"), &[]).unwrap_or_default();
        format!("{error}; it is {now}").into()
    })
}

fn back_and_forward_restore_place_focus_and_folds(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    page.expect("?partner=swe", "swe")?;
    let first = follow_at(page, "#opened details [data-person]")?;
    page.expect("?person=astrid-oe", "p-astrid-oe")?;
    let second = follow_at(page, "#opened [data-statement]")?;
    page.expect("?statement=lund-2024-06-20", "st-lund-2024-06-20")?;
    page.session.run("scrollTo(0, 0)", &[])?;
    for place in [&second, &first] {
        page.session.back()?;
        is_at(page, place)?;
    }
    page.session.forward()?;
    is_at(page, &second)?;
    // A page that is loaded anew knows nothing of it.
    page.session.reload()?;
    page.wait_until_ready()?;
    page.session.back()?;
    page.expect("?partner=swe", "swe")?;
    assert_empty("the page complains", &page.problems()?)
}

/// Puts the focus on the range of the timeline, with a fold of the card open; returns where the reader is then.
fn at_the_range(page: &Page) -> Outcome<Value> {
    page.open("?partner=swe")?;
    page.expect("?partner=swe", "swe")?;
    page.session.run("document.querySelector('#opened details').open = true", &[])?;
    page.focus(".timeline-range")?;
    page.session.call(js!("place"), &[])
}

fn back_from_another_date_restores_the_place(page: &Page) -> Outcome {
    let place = at_the_range(page)?;
    for key in [key::HOME, key::RIGHT] {
        page.session.press(key)?;
    }
    page.expect("?partner=swe&date=2022-07-04", "swe")?;
    page.session.run("document.querySelector('.card-title').focus()", &[])?;
    page.session.back()?;
    page.expect("?partner=swe", "swe")?;
    is_at(page, &place)
}

/// A second date that is chosen before the first is in the address changes nothing of the place that was left.
fn back_from_two_dates_at_once_restores_the_place(page: &Page) -> Outcome {
    let place = at_the_range(page)?;
    page.session.call(js!("dates_twice"), &[json!(700)])?;
    page.session.press(key::HOME)?;
    page.expect("?partner=swe&date=2022-07-04", "swe")?;
    page.session.back()?;
    page.expect("?partner=swe", "swe")?;
    is_at(page, &place)
}

/// Who goes on at once is not taken back to where the focus was.
fn a_key_stops_what_is_restored(page: &Page) -> Outcome {
    for _ in 0..5 {
        page.open("?partner=swe")?;
        page.expect("?partner=swe", "swe")?;
        follow_at(page, "#opened details [data-person]")?;
        page.expect("?person=astrid-oe", "p-astrid-oe")?;
        let focused = page.session.call_async(js!("presses_on_return"), &[json!("partner=swe")])?;
        assert_same("the focus", focused, json!("card-title"))?;
    }
    Ok(())
}

fn a_way_back_restores_the_view_before(page: &Page) -> Outcome {
    page.open("?pillar=2")?;
    page.expect("?pillar=2", "pillar-2")?;
    let place = follow_at(page, "#opened [data-country=swe]")?;
    page.expect("?pillar=2&partner=swe", "swe")?;
    page.click(".breadcrumb [data-close]")?;
    page.expect("?pillar=2", "pillar-2")?;
    is_at(page, &place)?;
    // Not where it leads to another view.
    follow_at(page, "#opened [data-country=swe]")?;
    page.click(".map-marker[data-country=nor]")?;
    page.expect("?pillar=2&partner=nor", "nor")?;
    page.click(".breadcrumb [data-close]")?;
    page.expect("?pillar=2", "pillar-2")?;
    let has_focus = "return document.activeElement.id === 'card-title'";
    page.wait("the focus on the title", has_focus)
}

fn a_way_back_in_an_embed_restores_the_view_before(page: &Page) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    let wanted = json!({ "src": "/#pillar=2", "width": 640, "height": 600 });
    page.session.call_async(js!("load_embed"), &[wanted])?;
    let entries = || page.session.run("return history.length", &[]);
    let before = entries()?;
    page.session.enter_frame(&json!(0))?;
    let place = follow_at(page, "#opened [data-country=swe]")?;
    page.wait("the card", "return document.documentElement.dataset.view === 'pillar=2&partner=swe' && !document.querySelector('[aria-busy]')")?;
    page.session.run("document.querySelector('.breadcrumb [data-close]').click()", &[])?;
    is_at(page, &place)?;
    page.session.leave_frame()?;
    assert_same("entries of the history", entries()?, before)
}

/// Where the reader was, the browser knows, though the address names a place.
fn without_the_app_back_and_forward_keep_the_place(page: &Page) -> Outcome {
    let folder = page.folder.to_owned();
    let site = Site::serve_with(move |path| {
        let answer = response(path, &folder);
        if !path.ends_with(".wasm") {
            return answer;
        }
        Answer::plain("404 Not Found", "text/plain", Vec::new())
    })?;
    page.session.go(site.origin())?;
    page.wait("the text", "return document.documentElement.hasAttribute('data-failed')")?;
    let scrolled = || -> Outcome<f64> {
        // Nothing tells when a page has come to rest.
        std::thread::sleep(Duration::from_millis(400));
        page.session.run("return scrollY", &[])?.as_f64().ok_or_else(|| "no place".into())
    };
    for link in [".text a[href='#partner=swe']", ".text a[href='#source-1']"] {
        page.session.call("link => document.querySelector(link).click()", &[json!(link)])?;
        scrolled()?;
        page.session.run("scrollBy(0, -300)", &[])?;
    }
    let place = scrolled()?;
    for step in [-1, 1] {
        page.session.run("history.go(arguments[0])", &[json!(step)])?;
        scrolled()?;
    }
    let now = scrolled()?;
    ensure((now - place).abs() < 50.0, || {
        format!("back and forward lead to {now} px, not {place} px")
    })
}
