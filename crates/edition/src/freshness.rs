//! Which statuses are no longer confirmed.

use model::{Date, Model};

/// The present statuses of which no claim is recent enough on a date, each in a few words for editors: the country, the
/// pillar, and the day of the newest claim that says so.
#[must_use]
pub fn unconfirmed(model: &Model, date: Date) -> Vec<String> {
    let as_of = model.as_of(date);
    let pairs = model
        .each_country()
        .flat_map(|country| model.each_pillar().map(move |pillar| (country, pillar)));
    let stale = pairs.filter_map(|((country_id, country), (pillar_id, pillar))| {
        let entry = as_of.standing(country_id, pillar_id).leading()?.entry;
        let confirmation = as_of.confirmation(entry).filter(|it| !it.is_recent)?;
        let status = entry.status.content_name();
        Some(format!("{} {} {status}: since {}", country.id, pillar.id, confirmation.newest))
    });
    stale.collect()
}
