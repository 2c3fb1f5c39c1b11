//! An embed without a height of its author's: no higher than it takes to read the answer, until its reader asks for all of it.

use super::place::{A_WHILE, EMBED, expect_seen, load_post};
use super::{
    CAP, FRAME, ONLY, click_in, expect_fit, expect_in_frame, expect_size, frame, height_inside,
    in_frame, open_empty, open_host, scroll_to,
};
use crate::case::{Case, cases, js};
use browser_tests::page::{Page, strings};
use browser_tests::site::{Site, without_policy};
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};

pub(crate) const CASES: &[Case] = cases![
    a_capped_embed_follows_once_asked_by_key,
    what_is_read_stays_when_all_is_shown,
    a_height_of_the_author_wins,
    what_is_low_enough_offers_nothing,
    two_embeds_are_capped_each_by_itself,
    a_page_that_no_host_caps_offers_nothing,
    a_capped_embed_scrolls_inside,
    nothing_is_hidden_by_the_offer,
    a_capped_embed_that_traps_still_offers_all.with_traps(1),
];

/// What a reader presses to be shown all.
const BUTTON: &str = ".show-all";

/// Waits until an embed has the height of the cap and offers all, or neither.
fn expect_offer(page: &Page, selector: &str, is_offered: bool) -> Outcome {
    page.session.enter_frame(&frame(page, selector)?)?;
    let function = format!("expected => ({})() === expected", js!("offers_all"));
    let offered = page.wait_for("the embed's offer", &function, &[json!(is_offered)]);
    page.session.leave_frame()?;
    offered
}

fn expect_capped(page: &Page, selector: &str) -> Outcome {
    expect_size(page, selector, CAP, None)?;
    expect_offer(page, selector, true)
}

fn expect_whole(page: &Page, selector: &str) -> Outcome {
    expect_offer(page, selector, false)?;
    expect_fit(page, selector)
}

fn set(page: &Page, attributes: &Value) -> Outcome {
    page.session.call(js!("set_attributes"), std::slice::from_ref(attributes)).map(drop)
}

/// Clicks in a frame. WebKit lets no script put the focus into a frame from elsewhere that its reader has never touched.
fn touch(page: &Page) -> Outcome {
    // Where a card is open and there is little room, the head of the page is for those who listen.
    page.session.click("h1").or_else(|_| page.session.click(".card-title"))
}

fn a_capped_embed_follows_once_asked_by_key(page: &Page) -> Outcome {
    open_host(page, "plain.html")?;
    expect_in_frame(page, FRAME, "overview")?;
    expect_capped(page, FRAME)?;
    // Another view is capped, too.
    set(page, &json!({ "partner": "swe" }))?;
    expect_in_frame(page, FRAME, "swe")?;
    expect_capped(page, FRAME)?;
    page.session.enter_frame(&frame(page, FRAME)?)?;
    let pressed = touch(page).and_then(|()| page.enter(BUTTON));
    page.session.leave_frame()?;
    pressed?;
    expect_whole(page, FRAME)?;
    assert_same("the attribute", page.attribute(EMBED, "height")?, "auto")?;
    let focus = in_frame(page, FRAME, js!("has_focus"), &[json!("h1")])?;
    assert_same("what has the focus instead of the title", focus, json!(""))?;
    // From then on, whoever selects.
    set(page, &json!({ "partner": "nor" }))?;
    expect_in_frame(page, FRAME, "nor")?;
    expect_whole(page, FRAME)?;
    click_in(page, FRAME, ".map-marker[data-country=per]")?;
    expect_in_frame(page, FRAME, "per")?;
    expect_whole(page, FRAME)?;
    assert_empty("the host page complains", &page.problems()?)
}

/// How far a place in the embed is from the top of the host's window.
fn place_of(page: &Page, selector: &str) -> Outcome<i64> {
    let top = "selector => document.querySelector(selector).getBoundingClientRect().top";
    let inside = in_frame(page, EMBED, top, &[json!(selector)])?;
    let top = "(frame, inside) => Math.round(frame.getBoundingClientRect().top + inside)";
    let top = page.session.call(top, &[frame(page, EMBED)?, inside])?;
    top.as_i64().ok_or_else(|| format!("{top} is no place").into())
}

/// Pressed by the pointer, with the frame scrolled and not, and the post in a box of its own and not.
fn what_is_read_stays_when_all_is_shown(page: &Page) -> Outcome {
    for (is_inner, scrolled) in [(false, 0), (false, 300), (true, 300)] {
        load_post(page, &json!({}), 950, is_inner)?;
        expect_in_frame(page, EMBED, "pillar-2")?;
        expect_capped(page, EMBED)?;
        let what = format!("in a box: {is_inner}, scrolled by {scrolled} px");
        let scroll = "top => scrollTo({ top, behavior: 'instant' })";
        in_frame(page, EMBED, scroll, &[json!(scrolled)])?;
        let show = "document.querySelector('aukus-briefing').scrollIntoView({ block: 'end' })";
        page.session.run(show, &[])?;
        let before = place_of(page, "#card-title")?;
        page.session.enter_frame(&frame(page, EMBED)?)?;
        let pressed = page.session.click(BUTTON);
        page.session.leave_frame()?;
        pressed?;
        expect_whole(page, EMBED)?;
        let after = place_of(page, "#card-title")?;
        ensure((before - after).abs() <= 1, || {
            format!("{what}: what was at {before} px is at {after} px")
        })?;
    }
    Ok(())
}

fn a_height_of_the_author_wins(page: &Page) -> Outcome {
    open_host(page, "plain.html")?;
    expect_in_frame(page, FRAME, "overview")?;
    expect_capped(page, FRAME)?;
    for (height, pixels) in [("500", 500), ("900", 900)] {
        set(page, &json!({ "height": height }))?;
        expect_size(page, FRAME, pixels, None)?;
        expect_offer(page, FRAME, false)?;
    }
    set(page, &json!({ "height": null }))?;
    expect_capped(page, FRAME)?;
    set(page, &json!({ "height": "auto" }))?;
    expect_whole(page, FRAME)?;
    let size =
        "document.querySelector('aukus-briefing').style.cssText = 'display: block; height: 600px'";
    page.session.run(size, &[])?;
    set(page, &json!({ "height": "box" }))?;
    expect_size(page, FRAME, 600, None)?;
    expect_offer(page, FRAME, false)
}

fn what_is_low_enough_offers_nothing(page: &Page) -> Outcome {
    let short =
        "<style>[data-embedded] .page { max-height: 400px; overflow: hidden }</style></head>";
    let site = Site::serve_changed(page.folder, move |html| {
        without_policy(html).replacen("</head>", short, 1)
    })?;
    let page = &Page { site: &site, ..*page };
    open_host(page, "plain.html")?;
    expect_in_frame(page, FRAME, "overview")?;
    expect_whole(page, FRAME)?;
    let height = height_inside(page, FRAME)?;
    ensure(height < CAP, || format!("the page is {height} px high"))?;
    // Higher, and lower again.
    let resize = "height => { document.querySelector('.page').style.maxHeight = height }";
    in_frame(page, FRAME, resize, &[json!("1200px")])?;
    expect_capped(page, FRAME)?;
    // Only as the button takes room it is higher than the cap.
    in_frame(page, FRAME, resize, &[json!(format!("{}px", CAP - 10))])?;
    expect_whole(page, FRAME)
}

fn two_embeds_are_capped_each_by_itself(page: &Page) -> Outcome {
    open_host(page, "two.html")?;
    for embed in ["#before", "#after"] {
        scroll_to(page, embed)?;
        expect_in_frame(page, embed, "overview")?;
        expect_capped(page, embed)?;
    }
    click_in(page, "#after", BUTTON)?;
    expect_whole(page, "#after")?;
    expect_capped(page, "#before")?;
    click_in(page, "#after", ".map-marker[data-country=swe]")?;
    expect_in_frame(page, "#before", "swe")?;
    expect_whole(page, "#after")?;
    expect_capped(page, "#before")
}

fn a_page_that_no_host_caps_offers_nothing(page: &Page) -> Outcome {
    for address in ["", "aukus-briefing.html"] {
        page.open(address)?;
        let is_offered = page.session.call(js!("offers_all"), &[])?;
        assert_same(&format!("offered at {address:?}"), is_offered, json!(false))?;
    }
    open_empty(page)?;
    let address = json!("/aukus-briefing.html#partner=swe&embed=n");
    page.session.call_async(js!("load_frame"), &[address, json!(640), json!(480)])?;
    expect_in_frame(page, ONLY, "swe")?;
    // Neither a stranger nor nonsense changes that.
    let say = "(nonce, capped) => document.querySelector('iframe').contentWindow
        .postMessage({ 'aukus-briefing': 1, nonce, type: 'capped', capped }, '*')";
    for (nonce, capped) in [("m", json!(true)), ("n", json!("true")), ("n", json!(1))] {
        page.session.call(say, &[json!(nonce), capped])?;
    }
    std::thread::sleep(A_WHILE);
    expect_offer(page, ONLY, false)
}

fn a_capped_embed_scrolls_inside(page: &Page) -> Outcome {
    load_post(page, &json!({}), 950, false)?;
    expect_in_frame(page, EMBED, "pillar-2")?;
    expect_capped(page, EMBED)?;
    let show = "document.querySelector('aukus-briefing').scrollIntoView({ block: 'center' })";
    page.session.run(show, &[])?;
    in_frame(page, EMBED, js!("lengthen_card"), &[json!("#pillar=2&partner=swe")])?;
    let scroll = "() => document.querySelector('[data-last]').scrollIntoView({ block: 'center' })";
    in_frame(page, EMBED, scroll, &[])?;
    page.session.run(show, &[])?;
    let place = || page.session.run("return Math.round(scrollY)", &[]);
    let before = place()?;
    click_in(page, EMBED, ".card [data-last]")?;
    expect_in_frame(page, EMBED, "swe")?;
    expect_seen(page, "#card-title")?;
    let inside = "() => { const { top, bottom } = document.getElementById('card-title').getBoundingClientRect();
        return top >= 0 && bottom <= document.querySelector('.show-all').getBoundingClientRect().top }";
    assert_same("seen in the frame", in_frame(page, EMBED, inside, &[])?, json!(true))?;
    expect_capped(page, EMBED)?;
    assert_same("the place in the post", place()?, before)
}

/// Scrolled to its end, the page ends above the button; and what takes the focus is scrolled above it.
fn nothing_is_hidden_by_the_offer(page: &Page) -> Outcome {
    open_host(page, "plain.html")?;
    expect_in_frame(page, FRAME, "overview")?;
    expect_capped(page, FRAME)?;
    page.session.enter_frame(&frame(page, FRAME)?)?;
    let covered = touch(page).and_then(|()| page.session.call_async(js!("covered_by_offer"), &[]));
    page.session.leave_frame()?;
    assert_empty("covered by the button", &strings(&covered?)?)
}

fn a_capped_embed_that_traps_still_offers_all(page: &Page) -> Outcome {
    open_host(page, "plain.html")?;
    expect_in_frame(page, FRAME, "overview")?;
    expect_capped(page, FRAME)?;
    in_frame(page, FRAME, js!("trap"), &[])?;
    page.session.enter_frame(&frame(page, FRAME)?)?;
    let restarted = page.wait("the page to be loaded anew", "return !window.hasTrapped");
    page.session.leave_frame()?;
    restarted?;
    expect_in_frame(page, FRAME, "overview")?;
    expect_capped(page, FRAME)?;
    click_in(page, FRAME, BUTTON)?;
    expect_whole(page, FRAME)
}
