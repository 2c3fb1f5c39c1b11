//! Addresses that nobody meant well: the nearest view, a quiet note on what is not shown, and nothing else.

use crate::case::{Case, cases, js};
use browser_tests::page::Page;
use browser_tests::{Outcome, assert_empty, assert_same};

pub(crate) const CASES: &[Case] =
    cases![hostile_addresses, a_very_long_address, a_note_goes_with_the_next_step];

/// Whether the reader is told that part of the address is not shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Note {
    Shown,
    None,
}

/// Address, the query that it becomes, the card that opens, and whether there is a note.
const ADDRESSES: &[(&str, &str, &str, Note)] = &[
    ("?pillar=3", "", "overview", Note::Shown),
    ("?pillar=", "", "overview", Note::Shown),
    ("?pillar", "", "overview", Note::Shown),
    ("?pillar=-1&partner=swe", "?partner=swe", "swe", Note::Shown),
    ("?technology=astrology", "", "overview", Note::Shown),
    ("?partner=atlantis&date=2024-06-20", "?date=2024-06-20", "overview", Note::Shown),
    ("?partner=%FF%00", "", "overview", Note::Shown),
    ("?partner=%", "", "overview", Note::Shown),
    ("?partner=%F0%9F%A6%98", "", "overview", Note::Shown),
    ("?partner=🦘", "", "overview", Note::Shown),
    ("?partner=../../etc/passwd", "", "overview", Note::Shown),
    ("?partner=<script>hacked=1</script>", "", "overview", Note::Shown),
    ("?partner=\"><img src=x onerror=hacked=1>", "", "overview", Note::Shown),
    ("?partner=javascript:hacked=1", "", "overview", Note::Shown),
    ("?partner=__proto__", "", "overview", Note::Shown),
    ("?__proto__[hacked]=1&constructor=x&toString=y", "", "overview", Note::None),
    ("?event=constructor", "", "overview", Note::Shown),
    ("?statement=st-", "", "overview", Note::Shown),
    ("?person=p-nobody", "", "overview", Note::Shown),
    ("?partner=swe&partner=nor&partner=swe", "?partner=swe", "swe", Note::None),
    ("?partner=swe&event=none", "?partner=swe", "swe", Note::Shown),
    ("?pillar=2&technology=string", "?pillar=2", "pillar-2", Note::Shown),
    ("?partner[]=swe&a[]=1", "", "overview", Note::None),
    ("?date=99999-99-99", "", "overview", Note::Shown),
    ("?date=2024-02-30", "", "overview", Note::Shown),
    ("?date=0000-00-00&partner=swe", "?partner=swe", "swe", Note::Shown),
    ("?date=1066-10-14", "?date=2021-03-01", "overview", Note::Shown),
    ("?date=2024-06-20T00:00:00Z", "", "overview", Note::Shown),
    ("?date=NaN", "", "overview", Note::Shown),
    ("?&&&=&=&?&;;&=swe", "", "overview", Note::None),
    ("?+%20%0A%0D%09", "", "overview", Note::None),
    ("?fbclid=x&utm_source=<u>y</u>", "", "overview", Note::None),
    ("?partner=swe#<img src=x onerror=hacked=1>", "?partner=swe", "swe", Note::None),
    ("#<img src=x onerror=hacked=1>", "", "overview", Note::None),
    ("#app", "", "overview", Note::None),
];

fn hostile_addresses(page: &Page) -> Outcome {
    for (address, query, card, note) in ADDRESSES {
        withstands(page, address, query, card, *note)
            .map_err(|error| format!("{address}: {error}"))?;
    }
    Ok(())
}

pub(crate) fn withstands(
    page: &Page,
    address: &str,
    query: &str,
    card: &str,
    note: Note,
) -> Outcome {
    page.open(address)?;
    page.expect(query, card)?;
    let shown = if page.text("#app .notice")?.is_empty() { Note::None } else { Note::Shown };
    assert_same("the note on the address", shown, note)?;
    assert_empty("it does harm", &page.call_list(js!("harm"), &[])?)?;
    assert_empty("the page complains", &page.problems()?)
}

fn a_very_long_address(page: &Page) -> Outcome {
    let long = "x".repeat(100_000);
    withstands(page, &format!("?partner={long}"), "", "overview", Note::Shown)?;
    let keys = "a=1&".repeat(25_000);
    withstands(page, &format!("?{keys}partner=swe"), "?partner=swe", "swe", Note::None)
}

fn a_note_goes_with_the_next_step(page: &Page) -> Outcome {
    let note = "#app .notice";
    page.open("?partner=atlantis")?;
    page.wait(
        "a note to be visible",
        "return document.querySelector('#app .notice').getBoundingClientRect().height > 0",
    )?;
    page.click("[data-who] [data-country=swe]")?;
    page.expect("?partner=swe", "swe")?;
    assert_same("the note after the next step", page.text(note)?, "")
}
