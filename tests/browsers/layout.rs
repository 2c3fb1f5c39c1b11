//! Layout: at every width and with large type, nothing scrolls sideways and no text is cut off.

use crate::case::{Case, cases, js};
use browser_tests::page::{Page, strings};
use browser_tests::{Outcome, assert_empty, ensure};
use serde_json::json;
use std::collections::BTreeMap;

pub(crate) const CASES: &[Case] = cases![
    layout_fits.real(),
    layout_fits_with_large_type.real(),
    layout_fits_with_spaced_type.real(),
    layout_fits_with_a_least_size_of_type.real(),
    names_on_the_map_are_apart.real(),
    no_country_lacks_its_name.real().in_chromium(),
    each_country_has_one_line.real().in_chromium(),
];

const WIDTHS: [u32; 6] = [320, 390, 768, 1024, 1440, 1920];
const VIEWS: [&str; 8] = [
    "",
    // With what is still to be ticked.
    "?compare=gbr",
    "?compare=aus,jpn",
    "?compare=jpn,kor,can,nzl",
    "?view=areas&technology=undersea&partner=jpn",
    // With a note on the address.
    "?pillar=9&partner=kor",
    "?pillar=2",
    "?event=2024-05-01-rok-aus-2plus2#sources",
];

/// Each prospective partner changed, so that its name has a second line.
const CHANGED: &str = "?from=2024-04-01&date=2024-09-30";

/// Beside the map there is little room for the table 'who is in what'.
fn each_country_has_one_line(page: &Page) -> Outcome {
    for view in ["", "?date=2024-05-01"] {
        load(page, view)?;
        for width in [768, 960, 1024, 1100, 1200, 1280, 1366, 1440] {
            resize(page, width, "100%")?;
            let heights = "const rows = document.querySelector('iframe').contentDocument.querySelectorAll('.who tbody tr');
                const heights = [...rows].map(it => it.getBoundingClientRect().height);
                return [heights.length, Math.min(...heights), Math.max(...heights)]";
            let measured = page.session.run(heights, &[])?;
            let [count, least, most] =
                serde_json::from_value::<[f64; 3]>(measured).map_err(|error| error.to_string())?;
            ensure(count > 6.0 && most - least < 4.0, || {
                format!("{view:?} at {width} px: {count} rows of {least} to {most} px")
            })?;
        }
    }
    Ok(())
}

pub(crate) fn load(page: &Page, view: &str) -> Outcome {
    page.session.go(&format!("{}/frame", page.site.origin()))?;
    // On its own, and not as part of another page.
    let fragment = if view.contains('#') { "&embed=off" } else { "#embed=off" };
    let address = format!("{}/{view}{fragment}", page.site.origin());
    assert_empty(
        "frame",
        &strings(&page.session.call_async(js!("load_in_frame"), &[json!(address)])?)?,
    )
}

/// Widths in px and sizes of type that a part of the page is tried at.
pub(crate) const WINDOWS: [(u32, &str); 7] = [
    (320, "100%"),
    (390, "100%"),
    (768, "100%"),
    (1024, "100%"),
    (1440, "100%"),
    (320, "200%"),
    (1440, "200%"),
];

pub(crate) fn resize(page: &Page, width: u32, type_size: &str) -> Outcome {
    let is_at_rest =
        page.session.call_async(js!("resize_frame"), &[json!(width), json!(type_size)])?;
    ensure(is_at_rest == json!(true), || format!("at {width} px the map does not come to rest"))
}

fn fits(page: &Page, widths: &[u32], type_size: &str) -> Outcome {
    fits_with(page, widths, type_size, "usual")
}

/// What fits with the type as it is, or as a reader may want it once the page is there: spaced, or with a least size.
fn fits_with(page: &Page, widths: &[u32], type_size: &str, wish: &str) -> Outcome {
    let mut misfits = Vec::new();
    for view in VIEWS {
        load(page, view)?;
        for width in widths {
            page.session.call(js!("set_type"), &[json!(wish)])?;
            resize(page, *width, type_size)?;
            let mut found = page.call_list(js!("misfits"), &[])?;
            found.extend(page.call_list(js!("overlaps"), &[])?);
            misfits.extend(found.into_iter().map(|it| (format!("at {width} px: {it}"), view)));
        }
    }
    // What does not fit on every view is told once.
    let mut told = BTreeMap::new();
    for (misfit, view) in misfits {
        told.entry(misfit).or_insert(view);
    }
    let told: Vec<String> = told.iter().map(|(it, view)| format!("{it} (/{view})")).collect();
    assert_empty("what does not fit", &told)
}

fn layout_fits(page: &Page) -> Outcome {
    fits(page, &WIDTHS, "100%")
}

fn layout_fits_with_large_type(page: &Page) -> Outcome {
    fits(page, &WIDTHS_OF_LARGE_TYPE, "200%")
}

const WIDTHS_OF_LARGE_TYPE: [u32; 4] = [320, 390, 768, 1440];

/// As WCAG 1.4.12 has it.
fn layout_fits_with_spaced_type(page: &Page) -> Outcome {
    fits_with(page, &WIDTHS_OF_LARGE_TYPE, "100%", "spaced")
}

fn layout_fits_with_a_least_size_of_type(page: &Page) -> Outcome {
    fits_with(page, &WIDTHS_OF_LARGE_TYPE, "100%", "least")
}

/// Where the whole world is shown. What is said of ties gives way to the names of countries.
fn no_country_lacks_its_name(page: &Page) -> Outcome {
    let mut nameless = Vec::new();
    let views =
        ["", "?pillar=1", "?pillar=2", "?technology=undersea", "?technology=quantum", CHANGED];
    for view in views {
        load(page, view)?;
        for width in WIDTHS {
            resize(page, width, "100%")?;
            let found = page.call_list(js!("nameless"), &[])?;
            nameless.extend(found.into_iter().map(|it| format!("{it} in {view:?} at {width} px")));
        }
    }
    assert_empty("countries without their names", &nameless)
}

fn names_on_the_map_are_apart(page: &Page) -> Outcome {
    let mut crowded = Vec::new();
    for view in ["", CHANGED] {
        load(page, view)?;
        for width in WIDTHS {
            resize(page, width, "100%")?;
            let found = page.call_list(js!("crowded_names"), &[])?;
            crowded.extend(found.into_iter().map(|it| format!("{view:?} at {width} px: {it}")));
        }
    }
    assert_empty("names on the map that lie over one another", &crowded)
}
