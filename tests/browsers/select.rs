//! Selecting: by map, marker, list, key or address, the result is the same; and there is a way back from everything.

use crate::case::{Case, cases};
use browser_tests::page::{Page, Snapshot};
use browser_tests::{Outcome, assert_empty, assert_same, ensure};

pub(crate) const CASES: &[Case] = cases![
    select_by_map,
    select_by_marker,
    select_by_list,
    select_by_key,
    select_by_address,
    a_selection_keeps_lens_and_date,
    a_selection_is_marked_everywhere,
    a_selection_is_announced,
    close_leads_back_to_the_lens,
    back_to_the_overview_from_everywhere,
    lenses_change_the_map,
];

/// Countries in every part of the map: the smallest, those that labels crowd, and the large ones.
const COUNTRIES: [&str; 8] = ["aus", "gbr", "usa", "jpn", "kor", "can", "nzl", "chn"];

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
    // Markers and names cover the small countries, which are selected by those.
    compare(page, &["aus", "usa", "can", "chn"], |country| page.click_shape(country))?;
    // Closer, a small one can be hit by its shape.
    page.open("?partner=kor")?;
    page.click_shape("jpn")?;
    page.expect("?partner=jpn", "jpn")
}

fn select_by_marker(page: &Page) -> Outcome {
    compare(page, &COUNTRIES, |country| {
        page.click(&format!(".map .map-marker[data-country={country}]"))
    })
}

fn select_by_list(page: &Page) -> Outcome {
    compare(page, &COUNTRIES, |country| page.click(&format!(".partners a[data-country={country}]")))
}

fn select_by_key(page: &Page) -> Outcome {
    compare(page, &["kor", "nzl"], |country| {
        page.enter(&format!(".map .map-marker[data-country={country}]"))
    })?;
    compare(page, &["kor", "gbr"], |country| {
        page.enter(&format!(".partners a[data-country={country}]"))
    })
}

fn select_by_address(page: &Page) -> Outcome {
    let expected = by_address(page, "?partner=kor")?;
    assert_same("open card", &*expected.card, "kor")?;
    for spelling in ["KOR", "South%20Korea", "south-korea", "south+korea"] {
        let shown = by_address(page, &format!("?partner={spelling}"))?;
        shown.same_as(&expected)?;
        assert_same("the note on the address", page.text("#app .notice")?, "")?;
    }
    by_address(page, "?utm_source=post&partner=kor")?.same_as(&expected)
}

fn a_selection_keeps_lens_and_date(page: &Page) -> Outcome {
    let query = "?pillar=2&partner=can&date=2024-05-01";
    let expected = by_address(page, query)?;
    for way in [".map-marker", ".partners a"] {
        page.open("?pillar=2&date=2024-05-01")?;
        page.click(&format!("{way}[data-country=can]"))?;
        page.expect(query, "can")?;
        page.shown()?.same_as(&expected)?;
    }
    page.open("?pillar=2&date=2024-05-01")?;
    page.click_shape("can")?;
    page.expect(query, "can")?;
    page.shown()?.same_as(&expected)
}

fn a_selection_is_marked_everywhere(page: &Page) -> Outcome {
    page.open("?pillar=2&partner=kor")?;
    for way in [".map-country", ".map-marker", ".partners a"] {
        let current = page.attributes(&format!("{way}[aria-current=true]"), "data-country")?;
        assert_same(&format!("the current {way}"), current, vec!["kor"])?;
    }
    let lenses = page.attributes(".lenses [aria-current=true]", "data-pillar")?;
    assert_same("the current lens", lenses, vec!["pillar-2"])?;
    page.open("")?;
    assert_same("current countries", page.count("[data-country][aria-current]")?, 0)
}

fn a_selection_is_announced(page: &Page) -> Outcome {
    let announcement = "[role=status]:not(.notice)";
    page.open("")?;
    let before = page.text(announcement)?;
    page.click(".partners a[data-country=kor]")?;
    page.expect("?partner=kor", "kor")?;
    let after = page.text(announcement)?;
    ensure(after.contains("South Korea") && after != before, || {
        format!("after South Korea was selected, {after:?} was announced (before: {before:?})")
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
        ("?partner=kor", "", "overview"),
        ("?pillar=1&partner=aus", "?pillar=1", "pillar-1"),
        ("?technology=quantum&partner=gbr", "?technology=quantum", "tech-quantum"),
        ("?pillar=2&partner=jpn&date=2024-05-01", "?pillar=2&date=2024-05-01", "pillar-2"),
    ];
    for (open, closed, card) in views {
        page.open(open)?;
        page.click(".card [data-close]")?;
        page.expect(closed, card)?;
        assert_same("ways to close what is not open", page.count(".card [data-close]")?, 0)?;
    }
    page.open("?partner=kor")?;
    page.enter(".card [data-close]")?;
    page.expect("", "overview")
}

fn back_to_the_overview_from_everywhere(page: &Page) -> Outcome {
    let expected = by_address(page, "")?;
    // From a card over the overview, closing it is the way back.
    let ways = [
        ("?pillar=2", ".card [data-lens=overview]"),
        ("?technology=quantum", ".card [data-lens=overview]"),
        ("?pillar=2&partner=jpn", ".card [data-lens=overview]"),
        ("?partner=kor", ".card [data-close]"),
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
    page.click(".lenses [data-pillar=pillar-1]")?;
    page.expect("?pillar=1", "pillar-1")?;
    let pillar_1 = page.statuses()?;
    let expected = [
        "aus member",
        "can closed",
        "chn mentioned",
        "gbr member",
        "jpn closed",
        "kor closed",
        "nzl closed",
        "usa member",
    ];
    assert_same("statuses on Pillar I", &pillar_1, &expected.map(str::to_owned).to_vec())?;
    page.click(".lenses [data-pillar=pillar-2]")?;
    page.expect("?pillar=2", "pillar-2")?;
    assert_same("Japan on Pillar II", page.status("jpn")?, "participant")?;
    page.click(".lenses [data-technology=tech-quantum]")?;
    page.expect("?technology=quantum", "tech-quantum")?;
    let quantum = page.statuses()?;
    ensure(quantum != pillar_1, || format!("quantum shows the map of Pillar I: {quantum:?}"))?;
    ensure(quantum.contains(&"chn mentioned".to_owned()), || format!("China is in {quantum:?}"))
}
