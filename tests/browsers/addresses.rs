//! Addresses on their way: what mail and chat programs do to one is undone, and the place on the page that it names is kept.

use crate::case::{Case, cases, js};
use crate::file::alone;
use crate::hostile::{Note, withstands};
use crate::printed::{
    HeldBack, cards, expect_app, expect_early, follow, follow_to_sources, load_early, slow,
};
use browser_tests::page::Page;
use browser_tests::site::Site;
use browser_tests::{Outcome, assert_empty, assert_same, ensure};
use serde_json::json;
use std::time::Duration;

pub(crate) const CASES: &[Case] = cases![
    the_boot_script_undoes_damage,
    a_damaged_address_shows_its_view,
    a_damaged_address_shows_its_text_at_once,
    a_date_followed_early_keeps_the_view,
    the_overview_followed_early_is_shown,
    a_place_is_kept,
    a_place_is_kept_in_the_real_page.real(),
    published_addresses_lead_where_they_led.real().in_chromium(),
    a_place_followed_early_is_kept,
    a_reader_who_moves_on_is_left_there,
    a_place_in_an_embed_leaves_the_host_alone,
];

/// What is after `?` or `#`, and the view that it names, a line each. The app is held to it natively.
const ADDRESSES: &str = include_str!("../addresses.txt");

fn the_boot_script_undoes_damage(page: &Page) -> Outcome {
    page.open("")?;
    let table: Vec<_> = ADDRESSES.lines().filter_map(|it| it.split_once(" → ")).collect();
    ensure(table.len() > 50, || format!("{} addresses", table.len()))?;
    assert_empty("misread", &page.call_list(js!("misread_addresses"), &[json!(table)])?)
}

/// Address, the query that it becomes, and the card that opens.
const DAMAGED: [(&str, &str, &str); 14] = [
    ("#partner%3Dswe", "?partner=swe", "swe"),
    ("#/partner=swe", "?partner=swe", "swe"),
    ("#!partner=swe", "?partner=swe", "swe"),
    ("#?partner=swe", "?partner=swe", "swe"),
    ("#partner=swe?fbclid=x", "?partner=swe", "swe"),
    ("#partner=swe#:~:text=x", "?partner=swe", "swe"),
    ("#partner=swe”.", "?partner=swe", "swe"),
    ("?pillar=2&amp;partner=swe", "?pillar=2&partner=swe", "swe"),
    ("?pillar=2&#38;partner=swe", "?pillar=2&partner=swe", "swe"),
    ("?Partner=swe", "?partner=swe", "swe"),
    ("?partner=swe%E2%80%9D", "?partner=swe", "swe"),
    ("?partner=3Dswe?utm_source=x", "?partner=swe", "swe"),
    ("?date=2024-06-20.", "?date=2024-06-20", "overview"),
    ("?partner=swe#date=2024-06-20", "?partner=swe&date=2024-06-20", "swe"),
];

fn a_damaged_address_shows_its_view(page: &Page) -> Outcome {
    for (address, query, card) in DAMAGED {
        withstands(page, address, query, card, Note::None)
            .map_err(|error| format!("{address}: {error}"))?;
    }
    Ok(())
}

fn a_damaged_address_shows_its_text_at_once(page: &Page) -> Outcome {
    let held = HeldBack::serve(page)?;
    load_early(page, &held, "?utm_source=x&amp;Partner=swe).")?;
    expect_early(page, "Sweden")?;
    expect_app(page, &held)?;
    assert_same("open cards", cards(page)?, ["swe"])
}

/// The name of the view that the page in the frame shows.
fn view_in_frame(page: &Page) -> Outcome<Vec<String>> {
    page.list(
        "return [document.querySelector('iframe').contentDocument.documentElement.dataset.view]",
    )
}

fn a_date_followed_early_keeps_the_view(page: &Page) -> Outcome {
    let held = HeldBack::serve(page)?;
    let step = "[data-step=previous]";
    load_early(page, &held, "")?;
    let date = "return [document.querySelector('iframe').contentDocument.querySelector('[data-step=previous]').hash]";
    let date = page.list(date)?.concat().replace('#', "");
    ensure(date.starts_with("date="), || format!("{step} leads to {date:?}"))?;
    follow(page, "[data-who] [data-country=swe]")?;
    follow(page, step)?;
    expect_app(page, &held)?;
    assert_same("the view after a link", view_in_frame(page)?, [format!("partner=swe&{date}")])?;
    load_early(page, &held, "?pillar=2&partner=swe")?;
    follow(page, step)?;
    expect_app(page, &held)?;
    assert_same(
        "the view of a query",
        view_in_frame(page)?,
        [format!("pillar=2&partner=swe&{date}")],
    )
}

fn the_overview_followed_early_is_shown(page: &Page) -> Outcome {
    let held = HeldBack::serve(page)?;
    load_early(page, &held, "?partner=swe")?;
    expect_early(page, "Sweden")?;
    follow(page, ".lenses [data-lens=overview]")?;
    let title = "return [document.querySelector('iframe').contentDocument.querySelector('.answer .card-title').textContent]";
    expect_early(page, &page.list(title)?.concat())?;
    expect_app(page, &held)?;
    assert_same("open cards", cards(page)?, ["overview"])
}

/// Waits until the place is at rest where it belongs.
fn expect_place(page: &Page, id: &str) -> Outcome {
    let mut off = json!(null);
    for _ in 0..5 {
        off = page.session.call_async(js!("rest_at_place"), &[json!(id)])?;
        if off.as_i64().is_some_and(|it| it.abs() <= 2) {
            return Ok(());
        }
    }
    Err(format!("#{id} is {off} px from its place").into())
}

/// Opens an address that names a place, on a site that may bring the app late, and looks what has become of its fragment:
/// one that is written anew keeps what names a place as it is, and nothing else; one that names its view is left alone.
fn lands(page: &Page, site: &Site, address: &str, id: &str, fragment: &str) -> Outcome {
    page.session.go("about:blank")?;
    page.session.go(&format!("{}/{address}", site.origin()))?;
    page.wait_until_ready()?;
    expect_place(page, id).map_err(|error| format!("{address}: {error}"))?;
    let is_left = page.list("return [location.hash]")?;
    assert_same(&format!("the fragment of {address}"), is_left, [fragment])
}

/// How late the app comes, in ms: at once, and when all else has come to rest.
const DELAYS: [u64; 2] = [0, 1000];

fn a_place_is_kept(page: &Page) -> Outcome {
    for delay in DELAYS {
        let site = slow(page, Duration::from_millis(delay))?;
        for (address, id, fragment) in [
            ("?partner=swe#limits", "limits", "#limits"),
            ("?partner=swe#source-5", "source-5", "#source-5"),
            ("?utm_source=x&partner=swe.#limits", "limits", "#limits"),
            ("?pillar=2&date=2024-06-20#sources", "sources", "#sources"),
            ("?partner=swe#limits).", "limits", "#limits)."),
            ("?utm_source=x&partner=swe#limits).", "limits", ""),
            ("#sources", "sources", "#sources"),
        ] {
            lands(page, &site, address, id, fragment)
                .map_err(|error| format!("the app {delay} ms late: {error}"))?;
        }
    }
    let file = alone(page)?;
    lands(page, &file, "?partner=swe#limits", "limits", "#limits")
}

fn a_place_is_kept_in_the_real_page(page: &Page) -> Outcome {
    for delay in DELAYS {
        let site = slow(page, Duration::from_millis(delay))?;
        for (address, id) in [
            ("?partner=kor#limits", "limits"),
            ("?partner=jpn#source-13", "source-13"),
            ("?partner=kor#corrections", "corrections"),
            ("?partner=kor#article", "article"),
            ("#source-40", "source-40"),
        ] {
            lands(page, &site, address, id, &format!("#{id}"))
                .map_err(|error| format!("the app {delay} ms late: {error}"))?;
        }
    }
    let file = alone(page)?;
    lands(page, &file, "?partner=kor#limits", "limits", "#limits")
}

/// The addresses that have been published, with the id of what each leads to; natively all of them are tried.
const FROZEN: &str = include_str!("../addresses-frozen.txt");
/// Where views have moved, in `from` and `to`.
const MOVED: &str = include_str!("../../assets/content/article.toml");

/// Of each kind of address the first and the last, and each view that has moved.
fn published_addresses_lead_where_they_led(page: &Page) -> Outcome {
    let lines = FROZEN.lines().filter(|it| !it.starts_with("//"));
    // The text is not shown beside the app.
    let all: Vec<_> =
        lines.filter_map(|it| it.split_once(" → ")).filter(|(it, _)| *it != "#text").collect();
    let kind_of = |address: &str| address.split(['=', '-']).next().unwrap_or_default().to_owned();
    let mut kinds: Vec<_> = all.iter().map(|(address, _)| kind_of(address)).collect();
    kinds.dedup();
    ensure(kinds.len() > 10, || format!("kinds of address: {kinds:?}"))?;
    let moved = moved();
    for kind in kinds {
        let of_kind: Vec<_> = all.iter().filter(|it| kind_of(it.0) == kind).copied().collect();
        let chosen = [of_kind.first(), of_kind.last()];
        let unmoved = |it: &&(&str, &str)| moved.iter().all(|(from, _)| *from != it.0);
        for (address, subject) in chosen.into_iter().flatten().filter(unmoved) {
            leads(page, address, subject).map_err(|error| format!("{address}: {error}"))?;
        }
    }
    for (address, subject) in moved {
        leads(page, address, subject).map_err(|error| format!("{address}: {error}"))?;
    }
    Ok(())
}

/// The names of views that have moved, and the ids of what is shown for them.
fn moved() -> Vec<(&'static str, &'static str)> {
    let values = |key: &'static str| {
        let lines = MOVED.lines().filter_map(move |it| it.strip_prefix(key));
        lines.map(|it| it.trim_matches(['=', ' ', '"']))
    };
    values("from = ").zip(values("to = ")).collect()
}

/// A place on the page is there, and a view opens its card, as a query and as a fragment.
fn leads(page: &Page, address: &str, subject: &str) -> Outcome {
    if let Some(place) = address.strip_prefix('#') {
        page.open(address)?;
        return expect_place(page, place);
    }
    for form in ["?", "#"] {
        page.open(&[form, address].concat())?;
        let is_shown = format!(
            "return document.querySelector('[data-card]')?.dataset.card === '{subject}' && !document.querySelector('#app .notice').textContent"
        );
        page.wait(&format!("{subject} as {form}"), &is_shown)?;
    }
    Ok(())
}

fn a_place_followed_early_is_kept(page: &Page) -> Outcome {
    let held = HeldBack::serve(page)?;
    load_early(page, &held, "?partner=swe")?;
    expect_early(page, "Sweden")?;
    follow_to_sources(page)?;
    expect_app(page, &held)?;
    expect_place(page, "sources")
}

/// The browser itself, which may scroll as late as the app comes, finds no such place.
fn a_reader_who_moves_on_is_left_there(page: &Page) -> Outcome {
    let held = HeldBack::serve(page)?;
    for by_wheel in [true, false] {
        held.hold_back();
        let origin = held.site.origin();
        page.session.go(&format!("{origin}/frame"))?;
        let address = format!("{origin}/#card).");
        page.session.call_async(js!("load_early"), &[json!(address)])?;
        expect_place(page, "card")?;
        page.session.call(js!("read_on_in_frame"), &[json!(by_wheel)])?;
        expect_app(page, &held)?;
        page.session.call_async(js!("rest_at_place"), &[json!("card")])?;
        let top = page
            .session
            .run("return document.querySelector('iframe').contentWindow.scrollY", &[])?;
        assert_same(&format!("how far down, by wheel: {by_wheel}"), top, json!(0))?;
    }
    Ok(())
}

/// In a box of its own the embed scrolls, and the host, of which the embed is partly below what is seen, does not. The browser
/// itself, which would scroll the host, finds no such place.
fn a_place_in_an_embed_leaves_the_host_alone(page: &Page) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    page.session.run("document.body.style.padding = '500px 0 3000px'", &[])?;
    let wanted = json!({ "src": "/?partner=swe#card).", "width": 700, "height": 500 });
    page.session.call_async(js!("load_embed"), &[wanted])?;
    expect_place(page, "card")?;
    assert_same("how far down the host is", page.session.run("return scrollY", &[])?, json!(0))
}
