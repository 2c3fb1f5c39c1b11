//! A briefing that has grown to forty countries and hundreds of events: what is drawn has room, and what is not is counted.

use crate::case::{Case, cases, js};
use crate::layout::{load, resize};
use browser_tests::page::Page;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![
    what_has_grown_fits.large().in_chromium(),
    what_has_no_room_is_counted.large().in_chromium(),
    what_has_grown_answers.large().in_chromium(),
];

const WIDTHS: [u32; 2] = [390, 1440];

const VIEWS: [&str; 4] = ["", "?partner=col", "?date=2024-03-01", "?partner=jpn&date=2024-12-08"];

/// How long no task of the page may last, in ms; the machine may be busy with other things.
const LONGEST_TASK: f64 = 1500.0;

fn what_has_grown_fits(page: &Page) -> Outcome {
    let mut wrong = Vec::new();
    for view in VIEWS {
        load(page, view)?;
        for width in WIDTHS {
            resize(page, width, "100%")?;
            for look in
                [js!("crowded_words"), js!("crowded_labels"), js!("misfits"), js!("overlaps")]
            {
                let found = page.call_list(look, &[])?.into_iter();
                wrong.extend(found.map(|it| format!("/{view} at {width} px: {it}")));
            }
        }
    }
    assert_empty("what does not fit", &wrong)
}

fn what_has_no_room_is_counted(page: &Page) -> Outcome {
    page.open("?partner=col")?;
    assert_same("lanes", page.count(".lane")?, 12)?;
    assert_same("the lane of the selected country", page.count(".lane[data-selected]")?, 1)?;
    assert_same("what is said of the others", page.text(".timeline-more")?, "27 more in the list")?;
    let stacks = page.count(".square-more")?;
    ensure(stacks > 0, || "no stack of squares says how many more there are".to_owned())?;
    page.session.run("document.querySelector('.timeline-list').open = true", &[])?;
    let listed = ".timeline-by-year [data-event]";
    page.wait_for("the list", "s => document.querySelector(s) !== null", &[json!(listed)])?;
    assert_same("listed events", page.count(listed)?, 120)?;
    assert_same("lanes in words", page.count(".timeline-standings > li")?, 39)?;
    for (more, listed_before, listed_then) in [("186 more", 120, 240), ("66 more", 240, 306)] {
        assert_same("the rest", page.text(".timeline-list p")?, more)?;
        page.click(".timeline-list button")?;
        let are_listed = "(s, count) => document.querySelectorAll(s).length === count";
        page.wait_for("the rest", are_listed, &[json!(listed), json!(listed_then)])?;
        let is_on_first =
            "(s, count) => document.querySelectorAll(s)[count] === document.activeElement";
        page.wait_for(
            "the focus on the first",
            is_on_first,
            &[json!(listed), json!(listed_before)],
        )?;
    }
    assert_same("buttons", page.count(".timeline-list button")?, 0)
}

/// It is never blank, and nothing takes seconds.
fn what_has_grown_answers(page: &Page) -> Outcome {
    page.open("")?;
    page.session.run(
        "window.longest = 0;
        new PerformanceObserver(list => {
            for (const it of list.getEntries()) window.longest = Math.max(window.longest, it.duration);
        }).observe({ type: 'longtask', buffered: true });",
        &[],
    )?;
    for country in ["jpn", "col", "fra"] {
        page.click(&format!("[data-who] [data-country={country}]"))?;
        page.expect(&format!("?partner={country}"), country)?;
        page.click("[data-lens=overview]")?;
        page.expect("", "overview")?;
    }
    page.click("[data-step=previous]")?;
    let longest = page.session.run("return window.longest", &[])?.as_f64().unwrap_or_default();
    ensure(longest < LONGEST_TASK, || format!("a task of {longest:.0} ms"))?;
    assert_empty("the page complains", &page.problems()?)
}
