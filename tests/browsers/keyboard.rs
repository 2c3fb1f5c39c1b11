//! By keyboard alone: everything is reached, the focus is seen wherever it is, and a selection does not lose it.

use crate::case::{Case, cases};
use browser_tests::page::{Page, string};
use browser_tests::webdriver::key;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::{Value, json};

pub(crate) const CASES: &[Case] = cases![
    keyboard_alone,
    every_stop_shows_its_focus,
    the_skip_link_leads_to_the_card,
    focus_is_kept,
    focus_is_kept_at_the_ends_of_the_timeline,
];

/// More stops than any page has before its sources.
const MOST_STOPS: usize = 150;

/// Says what is wrong with the focus, or nothing.
const FOCUS: &str = "
const it = document.activeElement;
if (!it || it === document.body) return 'the focus is nowhere';
const name = it.outerHTML.slice(0, 100).replace(/\\s+/g, ' ');
const box = [...it.getClientRects()].find(box => box.width >= 1 && box.height >= 1);
if (!box) return `no size: ${name}`;
if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth)
  return `out of sight: ${name}`;
const { outlineStyle, outlineWidth } = getComputedStyle(it);
if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2)
  return `no outline (${outlineWidth} ${outlineStyle}): ${name}`;
const isSeen = (x, y) => it.contains(document.elementFromPoint(box.left + box.width * x, box.top + box.height * y));
if (![[.5, .5], [.1, .5], [.9, .5], [.5, .1], [.5, .9]].some(([x, y]) => isSeen(x, y)))
  return `covered: ${name}`;
return '';";

/// Presses Tab until the focus is on an element that matches.
pub(crate) fn tab_to(page: &Page, selector: &str) -> Outcome {
    for _ in 0..MOST_STOPS {
        page.session.press(key::TAB)?;
        if is_focused(page, selector)? {
            return Ok(());
        }
    }
    Err(format!("{selector} is not reached by Tab").into())
}

pub(crate) fn is_focused(page: &Page, selector: &str) -> Outcome<bool> {
    let script = "return document.activeElement?.matches(arguments[0]) ?? false";
    Ok(page.session.run(script, &[json!(selector)])? == Value::Bool(true))
}

pub(crate) fn focus_complaint(page: &Page) -> Outcome<Option<String>> {
    let complaint = string(&page.session.run(FOCUS, &[])?)?;
    Ok(Some(complaint).filter(|it| !it.is_empty()))
}

/// Tabs to an element and checks that the focus is seen there.
fn reach(page: &Page, selector: &str) -> Outcome {
    tab_to(page, selector)?;
    focus_complaint(page)?.map_or(Ok(()), |complaint| Err(complaint.into()))
}

fn keyboard_alone(page: &Page) -> Outcome {
    page.open("")?;
    reach(page, ".lenses [data-pillar=pillar-2]")?;
    page.session.press(key::ENTER)?;
    page.expect("?pillar=2", "pillar-2")?;
    reach(page, ".map-marker")?;
    let country = page.attribute(":focus", "data-country")?;
    page.session.press(key::ENTER)?;
    page.expect(&format!("?pillar=2&partner={country}"), &country)?;
    reach(page, ".timeline a[data-step=previous]")?;
    page.session.press(key::ENTER)?;
    page.expect(&format!("?pillar=2&partner={country}&date=2026-05-30"), &country)?;
    reach(page, ".timeline a[data-step=latest]")?;
    page.session.press(key::ENTER)?;
    page.expect(&format!("?pillar=2&partner={country}"), &country)?;
    reach(page, ".timeline-range")?;
    page.session.press(key::LEFT)?;
    page.expect(&format!("?pillar=2&partner={country}&date=2026-05-30"), &country)?;
    page.session.press(key::RIGHT)?;
    page.expect(&format!("?pillar=2&partner={country}"), &country)?;
    reach(page, ".partners [data-country=kor]")?;
    page.session.press(key::ENTER)?;
    page.expect("?pillar=2&partner=kor", "kor")?;
    reach(page, ".card [data-close]")?;
    page.session.press(key::ENTER)?;
    page.expect("?pillar=2", "pillar-2")?;
    reach(page, ".card a")?;
    assert_empty("the page complains", &page.problems()?)
}

/// From the top of the page into the card, stop by stop.
fn every_stop_shows_its_focus(page: &Page) -> Outcome {
    page.open("?partner=chn")?;
    let (mut complaints, mut stops) = (Vec::new(), 0);
    while !is_focused(page, ".card .claims a")? {
        ensure(stops < MOST_STOPS, || "Tab does not reach the card".into())?;
        page.session.press(key::TAB)?;
        stops += 1;
        complaints.extend(focus_complaint(page)?);
    }
    assert_empty("stops at which the focus is not seen", &complaints)?;
    // Skip link, three jumps, eleven lenses, the map, the range, two steps and eight countries at the least.
    ensure(stops >= 27, || format!("only {stops} stops before the card"))
}

fn the_skip_link_leads_to_the_card(page: &Page) -> Outcome {
    page.open("?partner=kor")?;
    reach(page, ".skip-link")?;
    page.session.press(key::ENTER)?;
    page.wait("the card", "return document.querySelector('.card').matches(':target')")?;
    page.session.press(key::TAB)?;
    ensure(is_focused(page, ".card *")?, || "Tab after the skip link is not in the card".into())
}

fn focus_is_kept(page: &Page) -> Outcome {
    let links = [
        (".lenses [data-pillar=pillar-2]", "?pillar=2", "pillar-2"),
        (".map-marker[data-country=jpn]", "?pillar=2&partner=jpn", "jpn"),
        (".partners [data-country=kor]", "?pillar=2&partner=kor", "kor"),
    ];
    page.open("")?;
    for (link, query, card) in links {
        page.enter(link)?;
        page.expect(query, card)?;
        ensure(is_focused(page, link)?, || format!("{link} lost the focus when it was followed"))?;
    }
    // A link in the card is gone with the card: its successor's heading takes over.
    for (link, query, card) in [
        (".card [data-person=p-shin-won-sik]", "?pillar=2&person=shin-won-sik", "p-shin-won-sik"),
        (".card [data-close]", "?pillar=2", "pillar-2"),
        (".card [data-lens=overview]", "", "overview"),
    ] {
        page.enter(link)?;
        page.expect(query, card)?;
        let focused = page.attributes(":focus", "id")?;
        assert_same(&format!("the focus after {link}"), focused, vec!["card-title"])?;
    }
    Ok(())
}

/// The step that leads to an end of the timeline stays where it is, or hands the focus on.
fn focus_is_kept_at_the_ends_of_the_timeline(page: &Page) -> Outcome {
    let steps =
        [("?date=2026-05-30", "next", ""), ("?date=2021-11-22", "previous", "?date=2021-09-15")];
    for (from, step, to) in steps {
        page.open(from)?;
        page.enter(&format!("[data-step={step}]"))?;
        page.expect(to, "overview")?;
        let what = format!("elements of the timeline with the focus after the last step {step}");
        assert_same(&what, page.count(".timeline :focus")?, 1)?;
    }
    Ok(())
}
