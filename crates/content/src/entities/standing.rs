//! Reads where countries stand towards pillars: pillars, countries, statuses with their verdicts, and reasons.

use model::{ClaimId, Country, Group, Pillar, PillarId, Status, StatusEntry};
use text::{CountryText, PillarText, StatusText};

use super::{Reader, capital, each, finished, known_id, note, optional_text, text};
use crate::fields::Fields;
use crate::{check, known};

/// The longest reason, in characters: two lines of a narrow card.
const REASON_CHARACTERS: usize = 75;

/// The most reasons for or against a country's part.
const REASONS: usize = 3;

impl<'t> Reader<'t> {
    pub(super) fn pillar(&self, fields: &Fields<'t, '_>) -> (Pillar, PillarText) {
        let (access_summary, access_text) = self.summary(fields, "access_summary");
        let own = self.ids.pillars.get(fields.known_text("id")).unwrap_or_default();
        let closed = fields.optional_table("closed");
        let closed = closed.map(|it| finished(&it, |it| self.closed(it, own)));
        let (closed, closed_text) = closed.unzip();
        let pillar = Pillar {
            id: known_id(fields),
            closed,
            access_summary,
            what: self.claims(fields, "what"),
            access: self.claims(fields, "access"),
            progress: self.claims(fields, "progress"),
            obstacles: self.claims(fields, "obstacles"),
        };
        let text = PillarText {
            name: text(fields, "name"),
            subject: text(fields, "subject"),
            access_summary: access_text,
            closed: closed_text,
        };
        (pillar, text)
    }

    /// Since when a pillar has been closed, and the verdict on all who are not in it.
    fn closed(&self, fields: &Fields<'t, '_>, pillar: PillarId) -> (StatusEntry, String) {
        let (entry, text) = self.status_of(fields, pillar, Status::Closed);
        (entry, text.verdict)
    }

    pub(super) fn country(&self, fields: &Fields<'t, '_>) -> (Country, CountryText) {
        // Read on its own later, see `shape`.
        fields.table("atlas");
        let (summary, summary_text) = self.summary(fields, "summary");
        let (history, statuses) = self.history(&fields.tables("status"));
        let (reasons_for, reasons_for_text) = self.reasons(fields, "reasons_for");
        let (reasons_against, reasons_against_text) = self.reasons(fields, "reasons_against");
        let country = Country {
            id: known_id(fields),
            group: fields.choice("group", Group::ALL, Group::Mentioned),
            summary,
            history,
            reasons_for,
            reasons_against,
            why: self.claims(fields, "why"),
            strengths: self.claims(fields, "strengths"),
            obstacles: self.claims(fields, "obstacles"),
            mentions: self.claims(fields, "mentions"),
        };
        if country.group == Group::Mentioned && !country.history.is_empty() {
            let message = "a country that is only mentioned has no status: remove it, or choose another `group`";
            fields.report("status", message.to_owned());
        }
        let text = CountryText {
            name: text(fields, "name"),
            short_name: optional_text(fields, "short_name"),
            capital: capital(fields),
            summary: summary_text,
            note: note(fields),
            statuses,
            reasons_for: reasons_for_text,
            reasons_against: reasons_against_text,
        };
        (country, text)
    }

    /// Reasons for or against a country's part, and what each rests on.
    fn reasons(
        &self,
        fields: &Fields<'t, '_>,
        key: &'static str,
    ) -> (Vec<Vec<ClaimId>>, Vec<String>) {
        let entries = fields.tables(key);
        if entries.len() > REASONS {
            fields.report(key, format!("{} reasons: keep the {REASONS} weightiest", entries.len()));
        }
        each(&entries, |it| {
            let (claims, text) = self.sourced(it);
            let length = text.chars().count();
            if length > REASON_CHARACTERS {
                it.report(
                    "text",
                    format!("a reason of {length} characters: shorten it to {REASON_CHARACTERS}"),
                );
            }
            (claims, text)
        })
    }

    fn history(&self, entries: &[Fields<'t, '_>]) -> (Vec<StatusEntry>, Vec<StatusText>) {
        let (history, texts) = each(entries, |fields| self.status(fields));
        let dates = history.iter().map(|entry| entry.from.date);
        check::in_order("status", "from", dates, entries);
        (history, texts)
    }

    fn status(&self, fields: &Fields<'t, '_>) -> (StatusEntry, StatusText) {
        let choices = Status::ALL.map(|status| (status, status.content_name()));
        let choices: Vec<_> = choices.into_iter().filter(|it| it.0 != Status::Closed).collect();
        let pillar = fields.needed_reference("pillar", &self.ids.pillars).unwrap_or_default();
        self.status_of(fields, pillar, fields.choice("status", &choices, Status::Interest))
    }

    fn status_of(
        &self,
        fields: &Fields<'t, '_>,
        pillar: PillarId,
        status: Status,
    ) -> (StatusEntry, StatusText) {
        let (from, claims) = (fields.when("from"), fields.needed_refs("claims", &self.ids.claims));
        let known = known::status(from, &claims, &self.claims_known);
        let (verdict, verdict_text) = match fields.table("verdict") {
            Some(it) => finished(&it, |it| {
                let (claims, text) = self.sourced(it);
                self.known_by(known, &claims, it);
                (claims, text)
            }),
            None => Default::default(),
        };
        let entry = StatusEntry {
            from,
            known,
            pillar,
            status,
            claims,
            confirmed_by: self.claims(fields, "confirmed_by"),
            verdict,
        };
        (entry, StatusText { verdict: verdict_text, note: note(fields) })
    }
}
