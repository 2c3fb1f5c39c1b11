//! Reads what concerns the edition as a whole: its date, what it says first, what it leaves open, and what has moved.

use model::{ClaimId, Edition, EntityKind, Limit, Moved, Standfirst};

use super::{Reader, each, finished, text};
use crate::check;
use crate::fields::Fields;

/// The most days after which a status can still count as confirmed.
const MOST_CONFIRMED_DAYS: f64 = 3650.0;

impl<'t> Reader<'t> {
    pub(super) fn edition(&self, fields: &Fields<'t, '_>) -> (Edition, Vec<ClaimId>) {
        // In a u16 as the model has it; the range says so.
        let number = fields.number("number", 1.0..=f64::from(u16::MAX)) as u16;
        let edition = Edition {
            number,
            date: fields.date("date"),
            latest_source: fields.date("latest_source"),
            confirmed_days: fields.number("confirmed_days", 1.0..=MOST_CONFIRMED_DAYS) as u16,
        };
        if edition.latest_source > edition.date {
            let message = format!(
                "a source after the edition’s own date, {}: correct one of them",
                edition.date
            );
            fields.report("latest_source", message);
        }
        (edition, fields.needed_refs("overview", &self.ids.claims))
    }

    pub(super) fn standfirsts(&self, entries: &[Fields<'t, '_>]) -> (Vec<Standfirst>, Vec<String>) {
        let (standfirsts, texts) = each(entries, |fields| {
            let standfirst = Standfirst {
                from: fields.date("from"),
                claims: fields.needed_refs("claims", &self.ids.claims),
            };
            self.known_by(standfirst.from, &standfirst.claims, fields);
            (standfirst, text(fields, "text"))
        });
        check::in_order("standfirst", "from", standfirsts.iter().map(|it| it.from), entries);
        (standfirsts, texts)
    }

    /// A short text of fact and the claims that it sums up.
    pub(super) fn summary(
        &self,
        fields: &Fields<'t, '_>,
        key: &'static str,
    ) -> (Vec<ClaimId>, String) {
        fields.table(key).map(|it| finished(&it, |it| self.sourced(it))).unwrap_or_default()
    }

    /// A view that has another address now; none if what stands for it is not known, which is reported.
    pub(super) fn moved(&self, fields: &Fields<'t, '_>) -> Option<Moved> {
        let (from, to) = (text(fields, "from"), fields.text("to"));
        let kind = |key: &str| EntityKind::ALL.into_iter().find(|it| it.key() == key);
        let id = from.split_once('=').and_then(|(key, name)| {
            let kind = kind(key)?;
            Some([kind.id_prefix(), name].concat())
        });
        let problem = match id {
            None => Some("is no address of a view: write, say, `event=2024-05-01-meeting`"),
            Some(id) if self.ids.entity(&id).is_some() => {
                Some("is still an address: remove this, or the entry")
            }
            Some(_) => None,
        };
        if let Some(problem) = problem {
            fields.report("from", format!("`{from}` {problem}"));
        }
        let found = self.ids.entity(to);
        if found.is_none() {
            fields.report_unknown("to", to, "entry with a card", self.ids.entity_names().collect());
        }
        found.map(|to| Moved { from, to })
    }

    pub(super) fn limit(&self, fields: &Fields<'t, '_>) -> (Limit, String) {
        (Limit { about: self.topics(fields, "about") }, text(fields, "text"))
    }
}
