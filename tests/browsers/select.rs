//! Selecting: by map, marker, list, key or address, the result is the same; and there is a way back from everything.

use crate::case::{Case, cases};
use browser_tests::page::{Page, Snapshot};
use browser_tests::{Outcome, assert_empty, assert_same, ensure};

pub(crate) const CASES: &[Case] = cases![
    select_by_map,
    select_by_marker,
    select_by_list,
    select_by_key,
    select_by_address.in_chromium(),
    a_selection_keeps_lens_and_date,
    a_selection_is_marked_everywhere.in_chromium(),
    a_selection_is_announced,
    close_leads_back_to_the_lens.in_chromium(),
    back_to_the_overview_from_everywhere.in_chromium(),
    lenses_change_the_map.in_chromium(),
];

/// Two neighbours, one far away, and one that is tiny, only mentioned, and so not marked on the map.
const COUNTRIES: [&str; 4] = ["nor", "swe", "per", "fji"];

/// Those that are marked.
const MARKED: [&str; 3] = ["nor", "swe", "per"];

/// What selecting a country must lead to.
fn by_address(page: &Page, query: &str) -> Outcome<Snapshot> {
    page.open(query)?;
    page.shown()
}

/// Selects each country from a page with nothing selected, and compares with its address.
fn compare(page: &Page, countries: &[&str], select: impl Fn(&str) -> Outcome) -> Outcome {
    for country in countries {
        let query = format!("?partner={country}");
        let expected = by_address(page, &query)?;
        page.open("")?;
        select(country)?;
        page.expect(&query, country)?;
        page.shown()?.same_as(&expected)?;
        assert_empty("the page complains", &page.problems()?)?;
    }
    Ok(())
}

fn select_by_map(page: &Page) -> Outcome {
    // From close by: on the whole map their markers and names cover them.
    for (from, to) in [("swe", "nor"), ("nor", "swe")] {
        let query = format!("?partner={to}");
        let expected = by_address(page, &query)?;
        page.open(&format!("?partner={from}"))?;
        page.click_shape(to)?;
        page.expect(&query, to)?;
        page.shown()?.same_as(&expected)?;
    }
    Ok(())
}

fn select_by_marker(page: &Page) -> Outcome {
    compare(page, &MARKED, |country| {
        page.click(&format!(".map .map-marker[data-country={country}]"))
    })
}

fn select_by_list(page: &Page) -> Outcome {
    compare(page, &COUNTRIES, |country| page.click(&format!(".who a[data-country={country}]")))
}

fn select_by_key(page: &Page) -> Outcome {
    compare(page, &["swe", "per"], |country| {
        page.enter(&format!(".map .map-marker[data-country={country}]"))
    })?;
    compare(page, &["swe", "fji"], |country| page.enter(&format!(".who a[data-country={country}]")))
}

fn select_by_address(page: &Page) -> Outcome {
    let expected = by_address(page, "?partner=fji")?;
    assert_same("open card", &*expected.card, "fji")?;
    for spelling in ["FJI", "Fiji%20Islands", "fiji-islands", "fiji+islands"] {
        let shown = by_address(page, &format!("?partner={spelling}"))?;
        shown.same_as(&expected)?;
        assert_same("the note on the address", page.text("#app .notice")?, "")?;
    }
    by_address(page, "?utm_source=post&partner=fji")?.same_as(&expected)
}

fn a_selection_keeps_lens_and_date(page: &Page) -> Outcome {
    let query = "?pillar=2&partner=per&date=2024-06-20";
    let expected = by_address(page, query)?;
    for way in [".map-marker", ".card a"] {
        page.open("?pillar=2&date=2024-06-20")?;
        page.click(&format!("{way}[data-country=per]"))?;
        page.expect(query, "per")?;
        page.shown()?.same_as(&expected)?;
    }
    let query = "?pillar=2&partner=nor&date=2024-06-20";
    page.open("?pillar=2&partner=swe&date=2024-06-20")?;
    page.click_shape("nor")?;
    page.expect(query, "nor")
}

fn a_selection_is_marked_everywhere(page: &Page) -> Outcome {
    page.open("?pillar=2&partner=swe")?;
    for way in [".map-country", ".map-marker"] {
        let current = page.attributes(&format!("{way}[aria-current=true]"), "data-country")?;
        assert_same(&format!("the current {way}"), current, vec!["swe"])?;
    }
    let lenses = page.attributes(".lenses [aria-current=true]", "data-lens")?;
    assert_same("the current lens", lenses, vec!["areas"])?;
    let overview = ".lenses [data-lens=overview][aria-current]";
    assert_same("current ways to the overview", page.count(overview)?, 0)?;
    page.open("")?;
    assert_same("current ways to the overview, there", page.count(overview)?, 1)?;
    assert_same("current countries", page.count("[data-country][aria-current]")?, 0)
}

fn a_selection_is_announced(page: &Page) -> Outcome {
    let announcement = "#board [role=status]";
    page.open("")?;
    let before = page.text(announcement)?;
    page.click("[data-who] a[data-country=swe]")?;
    page.expect("?partner=swe", "swe")?;
    let after = page.text(announcement)?;
    ensure(after.contains("Sweden") && after != before, || {
        format!("after Sweden was selected, {after:?} was announced (before: {before:?})")
    })?;
    assert_same("live regions that speak", live_regions(page)?, vec![after])
}

/// What all live regions say: one announcement for a change, not several.
fn live_regions(page: &Page) -> Outcome<Vec<String>> {
    page.list(
        "return [...document.querySelectorAll('[role=status], [role=alert], [aria-live]')]
            .map(it => it.textContent).filter(it => it !== '')",
    )
}

fn close_leads_back_to_the_lens(page: &Page) -> Outcome {
    let views = [
        ("?partner=swe", "", "overview"),
        ("?pillar=1&partner=nor", "?pillar=1", "pillar-1"),
        ("?technology=string&partner=nor", "?technology=string", "tech-string"),
        ("?pillar=2&partner=swe&date=2024-06-20", "?pillar=2&date=2024-06-20", "pillar-2"),
    ];
    for (open, closed, card) in views {
        page.open(open)?;
        page.click(".breadcrumb [data-close]")?;
        page.expect(closed, card)?;
        assert_same("ways to close what is not open", page.count("[data-close]")?, 0)?;
    }
    page.open("?partner=swe")?;
    page.enter(".breadcrumb [data-close]")?;
    page.expect("", "overview")
}

fn back_to_the_overview_from_everywhere(page: &Page) -> Outcome {
    let expected = by_address(page, "")?;
    // From a card over the overview, closing it is the way back.
    let ways = [
        ("?pillar=2", ".breadcrumb [data-lens=overview]"),
        ("?pillar=2&partner=swe", ".breadcrumb [data-lens=overview]"),
        ("?partner=swe", ".breadcrumb [data-close]"),
    ];
    for (query, way) in ways {
        for way in [way, ".lenses [data-lens=overview]"] {
            page.open(query)?;
            page.click(way)?;
            page.expect("", "overview")?;
            page.shown()?.same_as(&expected)?;
        }
    }
    Ok(())
}

fn lenses_change_the_map(page: &Page) -> Outcome {
    page.open("")?;
    for (link, query, card, expected) in [
        ("[data-pillar=pillar-1]", "?pillar=1", "pillar-1", ["member", "member", "closed"]),
        ("[data-pillar=pillar-2]", "?pillar=2", "pillar-2", ["member", "member", "participant"]),
        (
            "[data-technology=tech-string]",
            "?technology=string",
            "tech-string",
            ["member", "member", "participant"],
        ),
        (
            "[data-technology=tech-knots]",
            "?technology=knots",
            "tech-knots",
            ["none", "none", "none"],
        ),
    ] {
        page.choose(link)?;
        page.expect(query, card)?;
        for (country, status) in ["nor", "per", "swe"].into_iter().zip(expected) {
            assert_same(&format!("{country} through {query}"), page.status(country)?, status)?;
        }
        assert_same("the country that is mentioned", page.status("fji")?, "land")?;
    }
    Ok(())
}
