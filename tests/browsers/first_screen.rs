//! What a reader sees without scrolling, by the boxes of elements in the window: the answer, at every size and in every frame.

use crate::case::{Case, cases, js};
use crate::layout::{load, resize};
use browser_tests::page::Page;
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, ensure};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![
    the_answer_is_on_the_first_screen.real(),
    the_answer_is_on_the_first_screen_of_a_frame.real(),
    nothing_jumps_between_views.real(),
    without_script_a_verdict_comes_first.real(),
    few_tab_stops_lead_to_the_card.real().in_chromium(),
];

/// Windows, in px.
const SIZES: [(u32, u32); 4] = [(1440, 900), (1024, 768), (768, 1024), (390, 844)];

/// Frames in other pages, in px.
const FRAMES: [(u32, u32); 2] = [(640, 700), (320, 480)];

/// How many tab stops there are at most between the top of the page and the first in the card.
const MOST_STOPS: usize = 15;

/// The ids of all countries.
fn countries(page: &Page) -> Outcome<Vec<String>> {
    page.open("")?;
    let entries = page.attributes(".entry[id^='partner=']", "id")?;
    Ok(entries.iter().map(|it| it.replace("partner=", "")).collect())
}

/// The overview, and each country.
fn views(page: &Page) -> Outcome<Vec<String>> {
    let mut views = vec![String::new()];
    views.extend(countries(page)?.into_iter().map(|it| format!("partner={it}")));
    Ok(views)
}

fn set_size(page: &Page, (width, height): (u32, u32)) -> Outcome {
    let set_height = "height => document.querySelector('iframe').style.height = `${height}px`";
    page.session.call(set_height, &[json!(height)])?;
    resize(page, width, "100%")
}

/// What is missing in a view, loaded once and seen at these sizes.
fn missing(page: &Page, view: &str, sizes: &[(u32, u32)]) -> Outcome<Vec<String>> {
    let mut missing = Vec::new();
    for size in sizes {
        set_size(page, *size)?;
        let found = page.call_list(js!("first_screen"), &[json!(!view.is_empty())])?;
        let (width, height) = size;
        missing.extend(found.iter().map(|it| format!("{view:?} at {width} × {height}: {it}")));
    }
    Ok(missing)
}

fn the_answer_is_on_the_first_screen(page: &Page) -> Outcome {
    let mut wrong = Vec::new();
    for view in views(page)? {
        load(page, &format!("?{view}"))?;
        wrong.extend(missing(page, &view, &SIZES)?);
    }
    assert_empty("not on the first screen", &wrong)
}

fn the_answer_is_on_the_first_screen_of_a_frame(page: &Page) -> Outcome {
    let mut wrong = Vec::new();
    for view in views(page)? {
        page.session.go(&format!("{}/frame", page.site.origin()))?;
        let src = format!("{}/#{view}", page.site.origin());
        let (width, height) = FRAMES[0];
        let wanted = json!({ "src": src, "width": width, "height": height });
        page.session.call_async(js!("load_embed"), &[wanted])?;
        wrong.extend(missing(page, &view, &FRAMES)?);
    }
    assert_empty("not on the first screen of a frame", &wrong)
}

/// Where there are two columns, a selection moves neither the map nor what is below it.
fn nothing_jumps_between_views(page: &Page) -> Outcome {
    let mut wrong = Vec::new();
    let mut stood = Vec::new();
    for view in views(page)? {
        load(page, &format!("?{view}"))?;
        for size in &SIZES[..2] {
            set_size(page, *size)?;
            let stands = page.call_list(js!("standing_boxes"), &[])?;
            let Some((_, before)) = stood.iter().find(|it: &&(_, Vec<String>)| it.0 == size) else {
                stood.push((size, stands));
                continue;
            };
            let moved = before.iter().zip(&stands).filter(|(before, now)| before != now);
            wrong.extend(moved.map(|(before, now)| format!("{view}: {now}, and not {before}")));
        }
    }
    assert_empty("moved by a selection", &wrong)
}

fn without_script_a_verdict_comes_first(page: &Page) -> Outcome {
    let mut wrong = Vec::new();
    for country in countries(page)? {
        for width in [390, 1024] {
            page.session.go(&format!("{}/frame", page.site.origin()))?;
            let address = format!("{}/#partner={country}", page.site.origin());
            let arguments = [json!(address), json!(width), json!("allow-same-origin")];
            page.session.call_async(js!("load_sandboxed"), &arguments)?;
            let id = format!("partner={country}");
            page.wait_for(&format!("{id} to be gone to"), js!("is_target_in_frame"), &[json!(id)])?;
            wrong.extend(page.call_list(js!("printed_verdict"), &[json!(id)])?);
        }
    }
    assert_empty("without script", &wrong)
}

fn few_tab_stops_lead_to_the_card(page: &Page) -> Outcome {
    for (width, height) in SIZES {
        let size =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        page.session.devtools("Emulation.setDeviceMetricsOverride", &size)?;
        for view in ["", "?partner=kor", "?pillar=2"] {
            page.open(view)?;
            let stops = stops_to_card(page)?;
            ensure(stops.len() <= MOST_STOPS + 1, || {
                format!("{view:?} at {width} px: {} before the card", stops.join(", "))
            })?;
        }
    }
    page.session.devtools("Emulation.clearDeviceMetricsOverride", &json!({})).map(drop)
}

/// Where Tab leads, from the top of the page into the card.
fn stops_to_card(page: &Page) -> Outcome<Vec<String>> {
    page.session.run("document.activeElement.blur(); scrollTo(0, 0)", &[])?;
    let stop = "return [document.activeElement.closest('#answer, #opened') ? '' : document.activeElement.textContent.trim() || document.activeElement.className || document.activeElement.localName]";
    let mut stops = Vec::new();
    while stops.len() <= 2 * MOST_STOPS {
        page.session.press(key::TAB)?;
        let name = page.list(stop)?.concat();
        stops.push(name);
        if stops.last().is_some_and(String::is_empty) {
            break;
        }
    }
    Ok(stops)
}
