//! The story: read by keys, left by any other control, played, and whether a step fits in the window.

use crate::case::{Case, cases, js};
use crate::embed::{ONLY, frame};
use browser_tests::page::Page;
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;
use std::time::Duration;

pub(crate) const CASES: &[Case] = cases![
    the_story_is_read_by_keys_alone,
    any_other_control_leaves_the_story,
    a_step_left_at_once_makes_no_entry.in_chromium(),
    the_story_ends_at_the_overview,
    a_step_that_there_is_not_is_the_overview,
    a_step_stands_in_the_text.in_chromium(),
    each_step_is_on_one_screen.real(),
    the_story_plays_until_a_key.moving(),
    the_story_does_not_play_where_less_motion_is_wanted,
];

/// The way into the story on a wide window.
const ENTRY: &str = ".lens-story > [data-story]";
const ENTRIES: &str = "return history.length";

fn focus_is_on(page: &Page, selector: &str) -> Outcome {
    let script = format!("return document.activeElement?.matches('{selector}')");
    page.wait(&format!("the focus on {selector}"), &script)
}

fn the_story_is_read_by_keys_alone(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    let entries = page.session.run(ENTRIES, &[])?.as_i64();
    page.enter(ENTRY)?;
    page.expect("?story=1", "overview")?;
    focus_is_on(page, ".story-next")?;
    page.session.press(key::ENTER)?;
    page.expect("?story=2", "pillar-1")?;
    focus_is_on(page, ".story-next")?;
    assert_same("the step", page.text(".story-step[aria-current=step]")?, "2 Kites")?;
    page.session.press(key::RIGHT)?;
    page.expect("?story=3", "tech-string")?;
    page.session.press(key::LEFT)?;
    page.expect("?story=2", "pillar-1")?;
    focus_is_on(page, ".story-next")?;
    let said = "return [...document.querySelectorAll('[role=status]')].map(it => it.textContent.trim()).filter(Boolean)";
    assert_same(
        "what is announced",
        page.list(said)?,
        ["Pillar I is kites for Peru, and closed."],
    )?;
    // On the map arrows are the map's own.
    page.focus(".map-marker[tabindex='0']")?;
    page.session.press(key::RIGHT)?;
    page.expect("?story=2", "pillar-1")?;
    page.focus(".story-next")?;
    page.session.press(key::ESCAPE)?;
    page.expect("?partner=swe", "swe")?;
    let now = page.session.run(ENTRIES, &[])?.as_i64();
    assert_same("entries of the history", now, entries.map(|it| it + 1))?;
    page.session.forward()?;
    page.expect("?story=2", "pillar-1")?;
    page.session.back()?;
    page.expect("?partner=swe", "swe")?;
    // Escape from the way on leads to the way in.
    page.enter(ENTRY)?;
    page.expect("?story=1", "overview")?;
    page.session.press(key::ESCAPE)?;
    page.expect("?partner=swe", "swe")?;
    focus_is_on(page, "[data-story]")?;
    assert_empty("the page complains", &page.problems()?)
}

fn any_other_control_leaves_the_story(page: &Page) -> Outcome {
    for (step, card, control, query, opened) in [
        (
            "?story=5",
            "swe",
            ".map-marker[data-country=nor]",
            "?pillar=2&partner=nor&date=2024-11-30",
            "nor",
        ),
        (
            "?story=4",
            "ev-2024-06-20-meeting",
            ".story-beside [data-statement]",
            "?statement=lund-2024-06-20&date=2024-06-20",
            "st-lund-2024-06-20",
        ),
        (
            "?story=6",
            "swe",
            ".timeline a.lane-name[data-country=swe]",
            "?partner=swe&date=2025-09-05",
            "swe",
        ),
    ] {
        page.open(step)?;
        page.expect(step, card)?;
        page.click(control)?;
        page.expect(query, opened)?;
        assert_same("steps", page.count(".story")?, 0)?;
        page.session.back()?;
        page.expect(step, card)?;
        assert_same("steps", page.count(".story")?, 1)?;
    }
    assert_empty("the page complains", &page.problems()?)
}

/// Before the address has it.
fn a_step_left_at_once_makes_no_entry(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    page.enter(ENTRY)?;
    page.expect("?story=1", "overview")?;
    focus_is_on(page, ".story-next")?;
    let entries = page.session.run(ENTRIES, &[])?.as_i64();
    let keys = "for (const key of ['ArrowRight', 'Escape']) {
        document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
        await null;
    }";
    page.session.call_async(&format!("async () => {{ {keys} }}"), &[])?;
    page.expect("?partner=swe", "swe")?;
    assert_same("entries", page.session.run(ENTRIES, &[])?.as_i64(), entries)
}

fn the_story_ends_at_the_overview(page: &Page) -> Outcome {
    page.open("?story=7")?;
    page.click(".story-next")?;
    page.expect("", "overview")?;
    // Where the address asked for a step there is nothing to go back to.
    for leave in [".story-leave", ""] {
        page.open("?story=3")?;
        if leave.is_empty() {
            page.session.press(key::ESCAPE)?;
        } else {
            page.click(leave)?;
        }
        page.expect("", "overview")?;
    }
    assert_empty("the page complains", &page.problems()?)
}

fn a_step_that_there_is_not_is_the_overview(page: &Page) -> Outcome {
    page.open("?story=9")?;
    page.expect("", "overview")?;
    ensure(!page.text(".notice[role=status]")?.is_empty(), || "nothing says so".into())
}

fn a_step_stands_in_the_text(page: &Page) -> Outcome {
    page.open("")?;
    let ids = page.attributes("#story .entry", "id")?;
    let expected: Vec<String> = (1..=7).map(|it| format!("story={it}")).collect();
    assert_same("steps in the text", ids, expected)
}

fn each_step_is_on_one_screen(page: &Page) -> Outcome {
    let mut wrong = Vec::new();
    let windows = [(1920, 1080), (1440, 900), (1024, 768), (390, 844)];
    let windows = windows.map(|size| (size, "#embed=off"));
    for ((width, height), embed) in windows.into_iter().chain([((640, 480), "")]) {
        for step in 1..=7 {
            page.session.go(&format!("{}/frame", page.site.origin()))?;
            let name = format!("story={step}");
            let address =
                if embed.is_empty() { format!("/#{name}") } else { format!("/?{name}{embed}") };
            let arguments = [json!(address), json!(width), json!(height)];
            page.session.call_async(js!("load_frame"), &arguments)?;
            page.session.enter_frame(&frame(page, ONLY)?)?;
            let shown = page.wait_until_ready();
            let found = shown.and_then(|()| page.call_list(js!("story_misfits"), &[]));
            page.session.leave_frame()?;
            wrong.extend(found?.iter().map(|it| format!("{name} at {width} × {height}: {it}")));
        }
    }
    assert_empty("does not fit", &wrong)
}

/// Eight seconds are a fifth of one from now on.
const HASTE: &str = "const real = setTimeout;
    window.setTimeout = (act, ms, ...rest) => real(act, ms === 8000 ? 200 : ms, ...rest)";

/// As long as two steps take in haste.
const TWO_STEPS: Duration = Duration::from_millis(600);

fn the_story_plays_until_a_key(page: &Page) -> Outcome {
    page.open("?story=4")?;
    page.session.run(HASTE, &[])?;
    page.click(".story-play")?;
    page.expect("?story=7", "overview")?;
    page.wait("the end", "return document.querySelector('.story-play').textContent === 'Play'")?;
    // And anew.
    page.click(".story-play")?;
    page.wait(
        "to begin anew",
        "return location.search === '?story=1' || location.search === '?story=2'",
    )?;
    page.expect("?story=7", "overview")?;
    page.open("?story=1")?;
    page.expect("?story=1", "overview")?;
    page.click(".story-play")?;
    page.wait("to play", "return document.querySelector('.story-play').textContent === 'Stop'")?;
    page.session.run(HASTE, &[])?;
    page.session.press('x')?;
    page.wait("to stop", "return document.querySelector('.story-play').textContent === 'Play'")?;
    std::thread::sleep(TWO_STEPS);
    page.expect("?story=1", "overview")?;
    // By its own button, too.
    page.click(".story-play")?;
    page.click(".story-play")?;
    std::thread::sleep(TWO_STEPS);
    assert_same("the button", page.text(".story-play")?, "Play")?;
    assert_empty("the page complains", &page.problems()?)
}

fn the_story_does_not_play_where_less_motion_is_wanted(page: &Page) -> Outcome {
    page.open("?story=1")?;
    let is_offered = "return [String(document.querySelector('.story-play').checkVisibility())]";
    assert_same("whether it can play", page.list(is_offered)?, ["false"])
}
