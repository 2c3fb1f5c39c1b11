//! What is written on the map: names and the labels of ties, wherever there is room, and never over one another.

use super::{COUNTRIES, outside, settle};
use crate::case::{Case, cases, js};
use crate::layout::{load, resize};
use browser_tests::page::{Page, strings};
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;

pub(crate) const CASES: &[Case] = cases![
    labels_are_apart_at_every_width_and_zoom.real(),
    the_selected_country_is_named,
    a_country_has_its_ties,
    each_tie_is_named.real(),
    what_is_pointed_at_lets_its_line_stand_out,
    a_line_selects_its_tie,
    a_tie_that_leaves_the_frame_says_to_where,
    countries_that_crowd_each_other_have_an_inset,
    the_caption_says_what_is_shown.in_chromium(),
    as_many_names_are_printed_as_placed.real(),
    lenses_have_their_ties.in_chromium(),
];

const WIDTHS: [u32; 7] = [320, 390, 640, 768, 1024, 1440, 1920];

/// Presses the button that shows the whole view, or closer, in the frame of the empty page.
const PRESS: &str = "button => document.querySelector('iframe').contentDocument.querySelector(`[data-map=${button}]`).click()";

/// That the countries have names at all is tried in `layout`.
fn labels_are_apart_at_every_width_and_zoom(page: &Page) -> Outcome {
    let mut crowded = Vec::new();
    for view in ["", "?partner=kor", "?pillar=1", "?technology=undersea"] {
        load(page, view)?;
        for width in WIDTHS {
            page.session.call(PRESS, &[json!("whole")])?;
            for zoom in 0..=3 {
                if zoom > 0 {
                    page.session.call(PRESS, &[json!("closer")])?;
                }
                // A slow browser may stand still for a while before it moves.
                page.wait_for("the map to come to rest", js!("is_map_in_frame_at_rest"), &[])?;
                resize(page, width, "100%")?;
                let found = page.call_list(js!("crowded_labels"), &[])?;
                let at = format!("/{view} at {width} px, {zoom} times closer");
                crowded.extend(found.into_iter().map(|it| format!("{at}: {it}")));
            }
        }
    }
    assert_empty("labels on the map", &crowded)
}

fn the_selected_country_is_named(page: &Page) -> Outcome {
    for country in COUNTRIES.into_iter().chain(["fji"]) {
        load(page, &format!("?partner={country}"))?;
        resize(page, 1440, "100%")?;
        page.wait_for(&format!("the name of {country}"), js!("is_selected_named"), &[])?;
    }
    Ok(())
}

/// The ties on the map whose label is seen within the frame, in order.
fn seen_ties(page: &Page) -> Outcome<Vec<String>> {
    settle(page)?;
    page.call_list(js!("seen_ties"), &[])
}

fn drawn_ties(page: &Page) -> Outcome<Vec<String>> {
    page.call_list(js!("drawn_ties"), &[])
}

fn a_country_has_its_ties(page: &Page) -> Outcome {
    let expected = ["nor-swe", "per-swe"];
    for (tie, ends, claim) in [
        ("nor-swe", ["nor", "swe"], "Sweden took part in the long string trial"),
        ("per-swe", ["per", "swe"], "In March 2026 the yearbook still calls Sweden a guest"),
    ] {
        page.open("?partner=swe")?;
        // Between neighbours on the whole map a name has no room, but a number; the sentence below has all names.
        assert_same("labels of ties that are seen", seen_ties(page)?, ["per-swe"])?;
        assert_same("lines", drawn_ties(page)?, expected)?;
        let named = page.attributes(".caption a", "data-tie")?;
        assert_same("names below the map", named, expected)?;
        let way = if tie == "per-swe" { ".map-tie" } else { ".map-number" };
        page.click(&format!("{way}[data-tie={tie}]"))?;
        page.expect(&format!("?tie={tie}"), tie)?;
        let text = page.shown()?.text;
        ensure(text.contains(claim), || format!("the card of {tie} says {text:?}"))?;
        let unsourced = ".card .claims > li:not(:has(a[href^='#source-']))";
        assert_same(&format!("claims of {tie} without a source"), page.count(unsourced)?, 0)?;
        settle(page)?;
        assert_empty(&format!("an end of {tie}, but not in the frame"), &outside(page, &ends)?)?;
        assert_same("the line that stays", drawn_ties(page)?, [tie])?;
    }
    assert_empty("the page complains", &page.problems()?)
}

/// At every width each tie of a country has its name on the map, or the number by which it stands in the sentence below.
fn each_tie_is_named(page: &Page) -> Outcome {
    let mut nameless = Vec::new();
    for country in ["aus", "gbr", "usa", "jpn", "kor", "can", "nzl"] {
        load(page, &format!("?partner={country}"))?;
        for width in WIDTHS {
            resize(page, width, "100%")?;
            let found = page.call_list(js!("nameless_ties"), &[])?;
            let at = format!("{country} at {width} px");
            nameless.extend(found.into_iter().map(|it| format!("{at}: {it}")));
        }
    }
    assert_empty("ties without a name", &nameless)
}

/// How the lines, names and numbers of ties are drawn, in order: `on`, `off` or nothing.
const LIT: &str = "return [...document.querySelectorAll('.map-line, a.map-tie, .caption a')].map(it => it.dataset.lit ?? '')";

fn lit(page: &Page) -> Outcome<Vec<String>> {
    strings(&page.session.run(LIT, &[])?)
}

/// By the pointer on a name, on a number or in the sentence, and by the focus.
fn what_is_pointed_at_lets_its_line_stand_out(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    settle(page)?;
    assert_same("before", lit(page)?, [""; 6])?;
    for (selector, expected) in [
        (".map-tie[data-tie=per-swe]", ["off", "on", "off", "on", "off", "on"]),
        (".map-number[data-tie=nor-swe]", ["on", "off", "on", "off", "on", "off"]),
        (".caption [data-tie=per-swe]", ["off", "on", "off", "on", "off", "on"]),
    ] {
        let (x, y) = super::middle(page, selector)?;
        super::marks::point_along(page, &[(x, y)])?;
        let is_lit = "expected => [...document.querySelectorAll('.map-line, a.map-tie, .caption a')].map(it => it.dataset.lit ?? '').join() === expected";
        page.wait_for(selector, is_lit, &[json!(expected.join(","))])?;
    }
    super::marks::point_along(page, &[(2, 2)])?;
    page.wait("all to be as before", "return !document.querySelector('[data-lit]')")?;
    page.session.run("document.querySelector('.caption [data-tie=nor-swe]').focus()", &[])?;
    let is_lit = "tie => document.querySelector('.map-line[data-lit=on]')?.getAttribute('href') === `#map-${tie}`";
    page.wait_for("the line of the focus", is_lit, &[json!("nor-swe")])?;
    // What the pointer brings goes with it.
    let name = super::middle(page, ".map-tie[data-tie=per-swe]")?;
    super::marks::point_along(page, &[name])?;
    page.wait_for("the line of the pointer", is_lit, &[json!("per-swe")])?;
    super::marks::point_along(page, &[(2, 2)])?;
    page.wait_for("the line of the focus again", is_lit, &[json!("nor-swe")])
}

/// A line is thin; a press near it is meant for it.
fn a_line_selects_its_tie(page: &Page) -> Outcome {
    page.open("?partner=swe")?;
    settle(page)?;
    let on_line = "const line = document.querySelector('.map-line-target[data-tie=per-swe] use'), matrix = line.getScreenCTM();
        const path = document.querySelector('#map-per-swe'), length = path.getTotalLength();
        for (let at = 0; at < length; at += length / 200) {
          const { x, y } = path.getPointAtLength(at).matrixTransform(matrix);
          if (document.elementFromPoint(x + 3, y)?.closest('.map-line-target')) return [x + 3, y];
        }
        return [0, 0]";
    let [x, y] = super::numbers(page, on_line, &[])?;
    page.session.click_at(super::px(x), super::px(y))?;
    page.expect("?tie=per-swe", "per-swe")
}

fn lenses_have_their_ties(page: &Page) -> Outcome {
    page.open("")?;
    assert_same("lines on the overview", drawn_ties(page)?, ["nor-per"])?;
    let shared = page.text(".map-tie")?;
    ensure(shared.contains("since 2021"), || format!("the members share {shared:?}"))?;
    assert_same("links of what they share", page.count("a.map-tie")?, 0)?;
    let founders: &[&str] = &["nor-per"];
    // What several ties are called alike stands on the map once.
    for (link, query, card, labels, ties) in [
        ("[data-pillar=pillar-1]", "?pillar=1", "pillar-1", founders, founders),
        (
            "[data-technology=tech-string]",
            "?technology=string",
            "tech-string",
            founders,
            &["nor-per", "nor-swe", "per-swe"],
        ),
        ("[data-technology=tech-knots]", "?technology=knots", "tech-knots", &[], &[]),
    ] {
        page.choose(link)?;
        page.expect(query, card)?;
        assert_same(&format!("labels through {query}"), seen_ties(page)?, labels)?;
        assert_same(&format!("lines through {query}"), drawn_ties(page)?, ties)?;
    }
    Ok(())
}

/// The notes at the edge of the map that are seen, with the edge of each.
const NOTES: &str = "return [...document.querySelectorAll('.map-note')]
    .filter(it => it.checkVisibility({ visibilityProperty: true })).map(it => `${it.dataset.side} ${it.textContent}`)";

fn a_tie_that_leaves_the_frame_says_to_where(page: &Page) -> Outcome {
    let notes = || -> Outcome<Vec<String>> { strings(&page.session.run(NOTES, &[])?) };
    page.open("?tie=nor-swe")?;
    settle(page)?;
    assert_same("notes where both ends are seen", notes()?, [""; 0])?;
    // Between Norway and Peru the map ends.
    page.open("?tie=nor-per")?;
    settle(page)?;
    assert_same("notes at both sides of the map", notes()?, ["right Norway", "left Peru"])?;
    page.open("?partner=swe")?;
    for _ in 0..4 {
        settle(page)?;
        page.click("[data-map=closer]")?;
    }
    settle(page)?;
    let notes = notes()?;
    ensure(notes.iter().any(|it| it.ends_with("Peru") && !it.starts_with("nowhere")), || {
        format!("on a closer map of Sweden the notes are {notes:?}")
    })
}

/// The inset while it is shown.
const INSET: &str = ".map-inset:not([data-side=nowhere])";

fn countries_that_crowd_each_other_have_an_inset(page: &Page) -> Outcome {
    page.open("")?;
    settle(page)?;
    assert_same("insets on the whole map", page.count(INSET)?, 1)?;
    assert_same("shapes in it", page.attributes(".map-twin", "data-country")?, ["nor", "swe"])?;
    // The mark stands in the inset, and no second one where the country is.
    let is_in = "country => {
        const inset = document.querySelector('.map-inset svg').getBoundingClientRect();
        const mark = document.querySelector(`.map-marker[data-country=${country}] .mark`).getBoundingClientRect();
        return mark.left > inset.left && mark.right < inset.right && mark.top > inset.top && mark.bottom < inset.bottom;
    }";
    for country in ["nor", "swe"] {
        page.wait_for(&format!("the mark of {country} in the inset"), is_in, &[json!(country)])?;
    }
    for _ in 0..2 {
        page.click("[data-map=closer]")?;
        settle(page)?;
    }
    assert_same("insets on a closer map", page.count(INSET)?, 0)?;
    page.open("?date=2021-03-01")?;
    settle(page)?;
    assert_same("insets when one of them was land", page.count(INSET)?, 0)
}

fn the_caption_says_what_is_shown(page: &Page) -> Outcome {
    for (query, said) in [
        ("", "The lines join the two members"),
        ("?date=2021-03-01", "Colours show"),
        ("?partner=swe", "Two ties, none of them part of AUKUS: "),
        ("?partner=nor", "Two ties: "),
        ("?tie=per-swe", "One tie, not part of AUKUS: Guest knitters"),
        (
            "?technology=string",
            "The lines join countries that are on record together in String & cord",
        ),
        ("?partner=fji", "Colours show"),
    ] {
        page.open(query)?;
        let caption = page.text(".caption")?;
        ensure(caption.contains(said), || {
            format!("under the map of {query:?} stands {caption:?}")
        })?;
    }
    Ok(())
}

/// Where the names on the map are in the frame of the empty page, to the px.
const NAMES: &str = "() => [...document.querySelector('iframe').contentDocument.querySelectorAll('.map-name')]
    .filter(it => it.checkVisibility({ visibilityProperty: true }))
    .map(it => { const { x, y } = it.getBoundingClientRect(); return `${it.textContent} ${Math.round(x)} ${Math.round(y)}`; })";

/// What is printed names as many countries as the app does.
fn as_many_names_are_printed_as_placed(page: &Page) -> Outcome {
    for width in [390, 768, 1024, 1440] {
        load(page, "")?;
        resize(page, width, "100%")?;
        let placed = page.call_list(NAMES, &[])?;
        let undo = "() => { const page = document.querySelector('iframe').contentDocument;
            for (const it of page.querySelectorAll('.map-marker')) { it.removeAttribute('data-side'); it.removeAttribute('style'); } }";
        page.session.call(undo, &[])?;
        let printed = page.call_list(NAMES, &[])?;
        assert_same(&format!("names at {width} px"), printed.len(), placed.len())?;
    }
    Ok(())
}
