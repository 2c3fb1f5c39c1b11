//! Addresses that have been published, on the real content: each still leads to what it led to.

use explorer::{address, view};

use super::{ids, real, sections};

/// What is after `?` or `#`, and the id of what it leads to, a line each. What begins with `#` is a place on the page; which
/// source is there is tested where content is read.
const FROZEN: &str = include_str!("../../../tests/addresses-frozen.txt");

/// Each address with the id of what it leads to.
fn frozen() -> impl Iterator<Item = (&'static str, &'static str)> {
    FROZEN.lines().filter(|it| !it.starts_with("//")).map(|it| it.split_once(" → ").unwrap())
}

#[test]
fn every_view_still_leads_to_its_subject() {
    let briefing = real().briefing;
    let views: Vec<_> = frozen().filter(|(it, _)| !it.starts_with('#')).collect();
    assert!(views.len() > 100, "only {} views", views.len());
    for (address, subject) in views {
        for asked in [address::asked(address, ""), address::asked("", address)] {
            let parsed = address::parse(briefing, &asked);
            assert!(parsed.is_understood(), "{address} is not understood");
            let card = view::view(briefing, &parsed.selection).card;
            let moved = briefing.model.moved.iter().find(|it| it.from == address);
            let subject = moved.and_then(|it| it.to.name(&briefing.model)).unwrap_or(subject);
            assert_eq!(card.id, subject, "{address}");
        }
    }
}

#[test]
fn every_place_is_still_on_the_page() {
    let page = sections(real());
    let places = ids(&page);
    // The overview is printed as the app's own card.
    for (address, _) in frozen().filter(|(it, _)| *it != "overview") {
        let place = address.trim_start_matches('#');
        assert!(places.contains(&place), "nothing of #{place} is printed");
    }
}
