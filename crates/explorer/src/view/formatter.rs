//! Dates, statuses and kinds in the words of the page.

use model::{
    Confidence, Date, EventKind, Group, Mode, Precision, Standing, Status, TechnologyGroup,
    Verdict, Verification, When,
};
use text::{Messages, format};

/// Puts dates, statuses and kinds into the words of a language.
#[derive(Clone, Copy, Debug)]
pub struct Formatter<'b> {
    messages: &'b Messages,
}

impl<'b> Formatter<'b> {
    /// In these messages.
    #[must_use]
    pub fn new(messages: &'b Messages) -> Self {
        Self { messages }
    }

    /// "1 May 2024", "May 2024" or "2024".
    #[must_use]
    pub fn when(&self, when: When) -> String {
        let year = when.date.year().to_string();
        let day = when.date.day().to_string();
        let values =
            [("day", day.as_str()), ("month", self.month(when.date)), ("year", year.as_str())];
        match when.precision {
            Precision::Day => format(self.messages.date_day(), &values),
            Precision::Month => format(self.messages.date_month(), &values),
            Precision::Year => year,
        }
    }

    /// "1 May 2024".
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        self.when(date.into())
    }

    fn month(&self, date: Date) -> &'b str {
        let index = usize::from(date.month()).saturating_sub(1);
        self.messages.months().split(' ').nth(index).unwrap_or_default()
    }

    /// "in consultation".
    #[must_use]
    pub fn status(&self, status: Status) -> &'b str {
        match status {
            Status::Member => self.messages.status_member(),
            Status::Participant => self.messages.status_participant(),
            Status::Consultation => self.messages.status_consultation(),
            Status::Consideration => self.messages.status_consideration(),
            Status::Interest => self.messages.status_interest(),
            Status::Closed => self.messages.status_closed(),
        }
    }

    /// "in consultation since 17 September 2024", or that there is no status yet.
    #[must_use]
    pub fn standing(&self, standing: &Standing) -> String {
        let Some(leading) = standing.leading() else {
            return self.messages.status_none().to_owned();
        };
        self.status_since(leading.status, leading.from)
    }

    /// "in consultation since 17 September 2024".
    #[must_use]
    pub fn status_since(&self, status: Status, from: When) -> String {
        format(
            self.messages.status_since(),
            &[("status", self.status(status)), ("date", &self.when(from))],
        )
    }

    /// "South Korea: in consultation on Pillar II since 17 September 2024".
    #[must_use]
    pub fn country_standing(&self, country: &str, pillar: &str, standing: &Standing) -> String {
        let Some(leading) = standing.leading() else {
            return format(
                self.messages.announce_none(),
                &[("country", country), ("pillar", pillar)],
            );
        };
        let date = self.when(leading.from);
        let values = [
            ("country", country),
            ("pillar", pillar),
            ("status", self.status(leading.status)),
            ("date", &date),
        ];
        format(self.messages.announce_country(), &values)
    }

    /// "Pillar II, as known on 1 May 2024".
    #[must_use]
    pub fn card_as_known(&self, card: &str, date: Date) -> String {
        format(self.messages.announce_card(), &[("card", card), ("date", &self.date(date))])
    }

    /// What goes beside a claim that no official record supports.
    #[must_use]
    pub fn confidence(&self, confidence: Confidence) -> Option<&'b str> {
        match confidence {
            Confidence::Official => None,
            Confidence::Reported => Some(self.messages.confidence_reported()),
            Confidence::Disputed => Some(self.messages.confidence_disputed()),
        }
    }

    /// "Meeting".
    #[must_use]
    pub fn event_kind(&self, kind: EventKind) -> &'b str {
        match kind {
            EventKind::Founding => self.messages.event_founding(),
            EventKind::Announcement => self.messages.event_announcement(),
            EventKind::Meeting => self.messages.event_meeting(),
            EventKind::Treaty => self.messages.event_treaty(),
            EventKind::Law => self.messages.event_law(),
            EventKind::Review => self.messages.event_review(),
            EventKind::Exercise => self.messages.event_exercise(),
            EventKind::Milestone => self.messages.event_milestone(),
        }
    }

    /// "Prospective partner".
    #[must_use]
    pub fn group(&self, group: Group) -> &'b str {
        match group {
            Group::Member => self.messages.kind_member(),
            Group::Prospective => self.messages.kind_prospective(),
            Group::Mentioned => self.messages.kind_mentioned(),
        }
    }

    /// "Technology of Pillar II".
    #[must_use]
    pub fn technology_group(&self, group: TechnologyGroup) -> &'b str {
        match group {
            TechnologyGroup::Technology => self.messages.kind_technology(),
            TechnologyGroup::Function => self.messages.kind_function(),
        }
    }

    /// "Quotation" or "Paraphrase".
    #[must_use]
    pub fn mode(&self, mode: Mode) -> &'b str {
        match mode {
            Mode::Quote => self.messages.mode_quote(),
            Mode::Paraphrase => self.messages.mode_paraphrase(),
        }
    }

    /// "Confirmed in part".
    #[must_use]
    pub fn verification(&self, verification: Verification) -> &'b str {
        match verification {
            Verification::Partly => self.messages.verification_partly(),
            Verification::Opinion => self.messages.verification_opinion(),
        }
    }

    /// What a correction says of the article, as a tag on what the briefing says: "Article imprecise".
    #[must_use]
    pub fn article_verdict(&self, verdict: Verdict) -> &'b str {
        match verdict {
            Verdict::Corrected => self.messages.article_corrected(),
            Verdict::Imprecise => self.messages.article_imprecise(),
            Verdict::Unverified => self.messages.article_unverified(),
        }
    }

    /// "Reuters, 1 May 2024".
    #[must_use]
    pub fn source(&self, publisher: &str, date: When) -> String {
        let values = [("publisher", publisher), ("date", &*self.when(date))];
        format(self.messages.source_short(), &values)
    }
}
