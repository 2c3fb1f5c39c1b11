//! The briefing in other people's pages: it shows, takes its height, follows its host, and is not to be hurt.

pub(crate) mod capped;
pub(crate) mod edition;
pub(crate) mod place;

use crate::case::{Case, cases, js};
use browser_tests::engine::Engine;
use browser_tests::page::{Page, strings};
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};
use std::time::Duration;

pub(crate) const CASES: &[Case] = cases![
    every_host_page_shows_the_briefing.real(),
    host_and_embed_follow_each_other,
    two_embeds_keep_in_step,
    a_host_keeps_the_view_in_its_address,
    a_hidden_embed_takes_its_height_when_shown,
    without_the_frame_the_fallback_stays,
    messages_that_make_no_sense_change_nothing,
    heights_come_to_rest,
    a_frame_that_fits_has_no_scroll_bar,
    an_embed_without_an_address_works,
    an_embed_that_traps_still_follows_its_host.with_traps(1),
    a_small_box_shows_the_map,
];

/// The frame of the first embed, however its host has put it in.
pub(crate) const FRAME: &str = "aukus-briefing, iframe";

/// The frame of the empty page.
pub(crate) const ONLY: &str = "iframe";

/// The most that a frame is high by itself, in px.
pub(crate) const CAP: u64 = 720;

/// How a host gives the frame its height.
#[derive(Clone, Copy, PartialEq)]
enum Height {
    /// It keeps a box of its own, in which the frame scrolls.
    Fixed,
    /// It makes the frame as high as its page.
    Fitted,
    /// It makes it no higher than `CAP` until the reader asks for all of it.
    Capped,
}

/// Host page, the card that it opens, and how it gives the frame its height.
const HOSTS: [(&str, &str, Height); 11] = [
    ("plain", "overview", Height::Capped),
    ("iframe", "kor", Height::Fixed),
    ("wordpress", "pillar-2", Height::Fixed),
    ("ghost", "pillar-2", Height::Fitted),
    ("hugo", "kor", Height::Capped),
    ("docusaurus", "tech-quantum", Height::Capped),
    ("medium", "overview", Height::Fitted),
    ("amp", "pillar-2", Height::Fitted),
    ("two", "overview", Height::Capped),
    ("strict-csp", "jpn", Height::Capped),
    ("share", "overview", Height::Capped),
];

/// Waits until there is a frame, and returns it.
pub(crate) fn frame(page: &Page, selector: &str) -> Outcome<Value> {
    let exists = format!("selector => ({})(selector) !== null", js!("frame"));
    page.wait_for(&format!("a frame at {selector}"), &exists, &[json!(selector)])?;
    page.session.call(js!("frame"), &[json!(selector)])
}

/// Calls a function in a frame.
pub(crate) fn in_frame(
    page: &Page,
    selector: &str,
    function: &str,
    arguments: &[Value],
) -> Outcome<Value> {
    page.session.enter_frame(&frame(page, selector)?)?;
    let value = page.session.call(function, arguments);
    page.session.leave_frame()?;
    value
}

/// Waits in a frame until the briefing there shows a card.
pub(crate) fn expect_in_frame(page: &Page, selector: &str, card: &str) -> Outcome {
    page.session.enter_frame(&frame(page, selector)?)?;
    let shown = page.wait_for(&format!("{card} in the frame"), js!("shows"), &[json!(card)]);
    page.session.leave_frame()?;
    shown
}

/// How often, and how far apart, a frame and its page are measured until they fit.
const FIT_TRIES: u32 = 100;
const FIT_PAUSE: Duration = Duration::from_millis(100);

/// Waits until a frame has a size.
pub(crate) fn expect_size(page: &Page, selector: &str, height: u64, width: Option<u64>) -> Outcome {
    let arguments = [frame(page, selector)?, json!(height), json!(width)];
    page.wait_for(&format!("a frame {height} px high"), js!("is_frame_sized"), &arguments)
}

/// Waits until a frame is as high as its page. The page is measured again each time: while the frame is too low it has a scroll
/// bar, and lines that break at another place.
pub(crate) fn expect_fit(page: &Page, selector: &str) -> Outcome {
    let mut height = 0;
    for _ in 0..FIT_TRIES {
        height = height_inside(page, selector)?;
        let arguments = [frame(page, selector)?, json!(height), json!(null)];
        if page.session.call(js!("is_frame_sized"), &arguments)? == json!(true) {
            return Ok(());
        }
        std::thread::sleep(FIT_PAUSE);
    }
    Err(format!("the frame at {selector} is not as high as its page, {height} px").into())
}

/// How high the page in a frame is.
pub(crate) fn height_inside(page: &Page, selector: &str) -> Outcome<u64> {
    let height = in_frame(page, selector, js!("page_height"), &[])?;
    height.as_u64().ok_or_else(|| format!("{height} is no height").into())
}

/// Follows a link in a frame. By script, as not every driver finds the points of a frame that is scrolled.
pub(crate) fn click_in(page: &Page, selector: &str, link: &str) -> Outcome {
    let click = "link => document.querySelector(link).click()";
    in_frame(page, selector, click, &[json!(link)]).map(drop)
}

fn scroll_to(page: &Page, selector: &str) -> Outcome {
    let scroll = "selector => document.querySelector(selector).scrollIntoView()";
    page.session.call(scroll, &[json!(selector)]).map(drop)
}

fn open_host(page: &Page, address: &str) -> Outcome {
    // What earlier pages complained of is theirs.
    page.problems().ok();
    page.session.go(&format!("{}/embed/{address}", page.site.origin()))?;
    frame(page, FRAME)?;
    scroll_to(page, FRAME)
}

fn open_empty(page: &Page) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))
}

fn every_host_page_shows_the_briefing(page: &Page) -> Outcome {
    for (name, card, height) in HOSTS {
        open_host(page, &format!("{name}.html"))?;
        shows(page, card, height).map_err(|error| format!("{name}.html: {error}"))?;
    }
    Ok(())
}

fn shows(page: &Page, card: &str, height: Height) -> Outcome {
    expect_in_frame(page, FRAME, card)?;
    let looks_embedded = in_frame(page, FRAME, js!("looks_embedded"), &[])?;
    assert_same("the look of an embed", looks_embedded, json!(true))?;
    match height {
        Height::Fixed => (),
        Height::Fitted => expect_fit(page, FRAME)?,
        Height::Capped => expect_size(page, FRAME, CAP, None)?,
    }
    let is_offered = in_frame(page, FRAME, js!("offers_all"), &[])?;
    assert_same("whether all of it is offered", is_offered, json!(height == Height::Capped))?;
    let sideways =
        "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";
    assert_same("the host scrolls sideways", page.session.call(sideways, &[])?, json!(false))?;
    let inside = in_frame(page, FRAME, sideways, &[])?;
    assert_same("the frame scrolls sideways", inside, json!(false))?;
    let mut problems = page.problems()?;
    // Browsers ask for an icon by themselves, against the policy of a page that has none.
    problems.retain(|it| !it.ends_with("/favicon.ico"));
    assert_empty("the host page complains", &problems)
}

fn host_and_embed_follow_each_other(page: &Page) -> Outcome {
    open_host(page, "plain.html")?;
    expect_in_frame(page, FRAME, "overview")?;
    page.session.call(js!("note_selections"), &[])?;
    let wait_for_told = |expected: &str| {
        let is_told = "query => window.told.at(-1) === query";
        page.wait_for(&format!("the host to be told of {expected}"), is_told, &[json!(expected)])
    };
    click_in(page, FRAME, ".map-marker[data-country=per]")?;
    wait_for_told("partner=per")?;
    assert_same("the attribute", page.attribute("aukus-briefing", "partner")?, "per")?;
    let attributes = json!({ "partner": "nor", "pillar": "2", "theme": "dark" });
    page.session.call(js!("set_attributes"), &[attributes])?;
    expect_in_frame(page, FRAME, "nor")?;
    page.wait(
        "the embed's selection",
        "return document.querySelector('aukus-briefing').selection === 'pillar=2&partner=nor'",
    )?;
    page.session.enter_frame(&frame(page, FRAME)?)?;
    let is_dark = page.wait(
        "dark colours",
        "return getComputedStyle(document.documentElement).colorScheme === 'dark'",
    );
    let view = page.attribute("html", "data-view");
    page.session.leave_frame()?;
    is_dark?;
    assert_same("the view", view?, "pillar=2&partner=nor")?;
    page.session.call(js!("set_attributes"), &[json!({ "partner": null })])?;
    expect_in_frame(page, FRAME, "pillar-2")?;
    // The host asked for these: it is not told of what it knows.
    assert_same("told", page.list("return window.told")?, ["partner=per"])?;
    let steps = "return history.length";
    let before = page.session.run(steps, &[])?;
    click_in(page, FRAME, ".map-marker[data-country=swe]")?;
    wait_for_told("pillar=2&partner=swe")?;
    assert_same("steps of Back", page.session.run(steps, &[])?, before)
}

fn two_embeds_keep_in_step(page: &Page) -> Outcome {
    open_host(page, "two.html")?;
    let (before, after) = ("#before", "#after");
    expect_in_frame(page, before, "overview")?;
    scroll_to(page, after)?;
    expect_in_frame(page, after, "overview")?;
    click_in(page, after, ".map-marker[data-country=swe]")?;
    expect_in_frame(page, before, "swe")?;
    click_in(page, before, "[data-lens=areas]")?;
    expect_in_frame(page, after, "areas")?;
    click_in(page, before, ".matrix [data-technology=tech-string]")?;
    expect_in_frame(page, after, "tech-string")?;
    assert_empty("the host page complains", &page.problems()?)
}

fn a_host_keeps_the_view_in_its_address(page: &Page) -> Outcome {
    open_host(page, "share.html?ref=mail&briefing=partner%3Dnor#reply")?;
    expect_in_frame(page, FRAME, "nor")?;
    click_in(page, FRAME, ".map-marker[data-country=swe]")?;
    page.wait_for("the view in the host's address", js!("keeps_view_in_address"), &[])?;
    page.session.reload()?;
    frame(page, FRAME)?;
    scroll_to(page, FRAME)?;
    expect_in_frame(page, FRAME, "swe")
}

fn a_hidden_embed_takes_its_height_when_shown(page: &Page) -> Outcome {
    page.session.go(&format!("{}/embed/accordion.html", page.site.origin()))?;
    frame(page, "aukus-briefing")?;
    assert_same("embeds", page.count("aukus-briefing")?, 2)?;
    let height = |at: usize| page.session.call(js!("embed_height"), &[json!(at)]);
    for (at, show) in [
        (0, "document.querySelector('summary').click()"),
        (1, "document.getElementById('tab-briefing').click()"),
    ] {
        assert_same("the height before it is shown", height(at)?, json!(0))?;
        page.session.run(show, &[])?;
        let is_high = format!("at => ({})(at) === {CAP}", js!("embed_height"));
        page.wait_for("its height", &is_high, &[json!(at)])?;
    }
    // Folded and unfolded again it has the same height.
    std::thread::sleep(Duration::from_millis(500));
    let before = height(0)?;
    page.session.run("document.querySelector('details').open = false", &[])?;
    std::thread::sleep(Duration::from_millis(200));
    page.session.run("document.querySelector('details').open = true", &[])?;
    let is_same = format!("before => ({})(0) === before", js!("embed_height"));
    page.wait_for("the same height", &is_same, &[before])
}

fn without_the_frame_the_fallback_stays(page: &Page) -> Outcome {
    open_host(page, "plain.html")?;
    expect_in_frame(page, FRAME, "overview")?;
    page.session.call(js!("set_attributes"), &[json!({ "src": "nowhere.html" })])?;
    std::thread::sleep(Duration::from_millis(500));
    let is_seen = "return document.querySelector('aukus-briefing a')
        .checkVisibility({ visibilityProperty: true, opacityProperty: true })";
    assert_same("the fallback is seen", page.session.run(is_seen, &[])?, json!(true))
}

fn messages_that_make_no_sense_change_nothing(page: &Page) -> Outcome {
    open_empty(page)?;
    let wanted = json!({ "src": "/aukus-briefing.html#partner=nor&embed=n0nce&theme=light", "width": 1000, "height": 700 });
    let ready = page.session.call_async(js!("load_embed"), &[wanted])?;
    let said = ["/query", "/nonce"].map(|it| ready.pointer(it).cloned().unwrap_or_default());
    assert_same("ready", said, [json!("partner=nor"), json!("n0nce")])?;
    let state = || in_frame(page, ONLY, js!("state_of_embed"), &[]);
    let expected = json!(["nor", "light", "partner=nor", "#partner=nor", "undefined", "", 0, "en"]);
    assert_same("what it shows", state()?, expected.clone())?;
    let heard = page.session.call_async(js!("fuzz"), &[json!("n0nce")])?;
    assert_same("what the frame answered", strings(&heard)?, Vec::<String>::new())?;
    assert_same("what it shows", state()?, expected.clone())?;
    // A page that is not its host is no host: here the frame's own.
    let message = [json!("n0nce"), json!("partner=swe")];
    in_frame(page, ONLY, js!("send"), &message)?;
    std::thread::sleep(Duration::from_millis(200));
    assert_same("what it shows", state()?, expected.clone())?;
    // And it still listens.
    page.session.call(js!("send"), &message)?;
    expect_in_frame(page, ONLY, "swe")
}

fn heights_come_to_rest(page: &Page) -> Outcome {
    open_empty(page)?;
    let address = json!("/aukus-briefing.html#pillar=2&embed=n");
    page.session.call_async(js!("load_frame"), &[address, json!(640), json!(500)])?;
    expect_in_frame(page, ONLY, "pillar-2")?;
    std::thread::sleep(Duration::from_secs(1));
    let heights = |width: u32, height: u32| -> Outcome<Vec<u64>> {
        let arguments = [json!(width), json!(height)];
        let said = page.session.call_async(js!("said_heights"), &arguments)?;
        Ok(said.as_array().ok_or("no heights")?.iter().filter_map(Value::as_u64).collect())
    };
    // Each takes half a second: the sizes between are for one engine.
    let stride = if page.engine == Engine::Chromium { 2 } else { 5 };
    for height in (0..20).step_by(stride).map(|step| 200 + step * 90) {
        let what = format!("said of a box {height} px high");
        assert_same(&what, heights(640, height)?, Vec::<u64>::new())?;
    }
    for width in (0..20).step_by(stride).map(|step| 320 + step * 55) {
        let said = heights(width, 500)?;
        ensure(said.len() <= 3 && said.iter().all(|it| *it > 500), || {
            format!("at {width} px the frame says {said:?}")
        })?;
    }
    let there = heights(500, 500)?;
    let back = (heights(900, 500)?, heights(500, 500)?).1;
    ensure(!there.is_empty(), || "it says no height at another width".into())?;
    assert_same("the height at a width", there.last(), back.last())?;
    // Out of sight it is silent.
    let hidden = "document.querySelector('iframe').style.display = arguments[0]";
    page.session.run(hidden, &[json!("none")])?;
    assert_same("said while it is hidden", heights(700, 500)?, Vec::<u64>::new())?;
    page.session.run(hidden, &[json!("block")])?;
    ensure(heights(700, 500)?.len() <= 2, || "shown again it does not come to rest".into())
}

fn an_embed_that_traps_still_follows_its_host(page: &Page) -> Outcome {
    open_host(page, "plain.html")?;
    let select = |partner: &str| {
        page.session.call(js!("set_attributes"), &[json!({ "partner": partner })])?;
        expect_in_frame(page, FRAME, partner)
    };
    select("swe")?;
    in_frame(page, FRAME, js!("trap"), &[])?;
    page.session.enter_frame(&frame(page, FRAME)?)?;
    let restarted = page.wait("the page to be loaded anew", "return !window.hasTrapped");
    page.session.leave_frame()?;
    restarted?;
    expect_in_frame(page, FRAME, "swe")?;
    select("nor")?;
    click_in(page, FRAME, ".map-marker[data-country=per]")?;
    let follows =
        "return document.querySelector('aukus-briefing').getAttribute('partner') === 'per'";
    page.wait("the host to follow", follows)
}

/// A bar makes the page narrower and so lower: with the height that it then has, it would stay.
fn a_frame_that_fits_has_no_scroll_bar(page: &Page) -> Outcome {
    open_host(page, "plain.html")?;
    page.session.call(js!("set_attributes"), &[json!({ "height": "auto" })])?;
    for width in [700, 690, 610, 420] {
        for country in ["nor", "swe"] {
            let change = "(width, country) => {
                const embed = document.querySelector('aukus-briefing');
                embed.style.width = `${width}px`;
                embed.setAttribute('partner', country);
            }";
            page.session.call(change, &[json!(width), json!(country)])?;
            expect_in_frame(page, FRAME, country)?;
            std::thread::sleep(Duration::from_millis(500));
            let bar = in_frame(
                page,
                FRAME,
                "() => innerWidth - document.documentElement.clientWidth",
                &[],
            )?;
            assert_same(&format!("the bar with {country}, {width} px wide"), bar, json!(0))?;
        }
    }
    Ok(())
}

fn an_embed_without_an_address_works(page: &Page) -> Outcome {
    open_empty(page)?;
    let wanted = json!({ "srcdocOf": "/aukus-briefing.html", "sandbox": "allow-scripts", "width": 1000, "height": 700 });
    let ready = page.session.call_async(js!("load_embed"), &[wanted])?;
    assert_same("ready at", ready.pointer("/query"), Some(&json!("")))?;
    click_in(page, ONLY, ".map-marker[data-country=swe]")?;
    expect_in_frame(page, ONLY, "swe")?;
    for (query, card) in [("technology=string", "tech-string"), ("", "overview")] {
        page.session.call(js!("send"), &[json!(""), json!(query)])?;
        expect_in_frame(page, ONLY, card)?;
    }
    Ok(())
}

/// In small boxes, without a script of the host's: the answer is seen, and the map but in the smallest; nothing scrolls sideways,
/// and it scrolls down.
fn a_small_box_shows_the_map(page: &Page) -> Outcome {
    is_map_seen(page, "/aukus-briefing.html#partner=swe", 0.5)
}

/// Fails unless the map begins in the upper part of small boxes; `most` is how much of a box may be above it.
fn is_map_seen(page: &Page, address: &str, most: f64) -> Outcome {
    for (width, height) in [(320, 320), (320, 640), (640, 480), (1200, 400)] {
        open_empty(page)?;
        let arguments = [json!(address), json!(width), json!(height)];
        page.session.call_async(js!("load_frame"), &arguments)?;
        expect_in_frame(page, ONLY, "swe")?;
        let wrong = in_frame(page, ONLY, js!("small_box_complaints"), &[json!(most)])?;
        assert_empty(&format!("in a box of {width} by {height} px"), &strings(&wrong)?)?;
    }
    Ok(())
}
