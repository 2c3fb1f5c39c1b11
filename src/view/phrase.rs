//! Dates, statuses and kinds in the words of the page.

use model::{
    Confidence, Date, EventKind, Group, Mode, Precision, Source, Standing, Status, TechnologyGroup,
    Verdict, Verification, When, Words, digits, fill,
};

/// Puts values into the words of a language.
#[derive(Clone, Copy, Debug)]
pub struct Phrases<'b> {
    words: &'b Words<'b>,
}

impl<'b> Phrases<'b> {
    /// Phrases in these words.
    #[must_use]
    pub fn new(words: &'b Words<'b>) -> Self {
        Self { words }
    }

    /// "1 May 2024", "May 2024" or "2024".
    #[must_use]
    pub fn when(&self, when: When) -> String {
        let year = digits(when.date.year());
        let day = digits(when.date.day());
        let values =
            [("day", day.as_str()), ("month", self.month(when.date)), ("year", year.as_str())];
        match when.precision {
            Precision::Day => fill(self.words.date_day(), &values),
            Precision::Month => fill(self.words.date_month(), &values),
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
        self.words.months().split(' ').nth(index).unwrap_or_default()
    }

    /// "in consultation".
    #[must_use]
    pub fn status(&self, status: Status) -> &'b str {
        match status {
            Status::Member => self.words.status_member(),
            Status::Participant => self.words.status_participant(),
            Status::Consultation => self.words.status_consultation(),
            Status::Consideration => self.words.status_consideration(),
            Status::Interest => self.words.status_interest(),
            Status::Closed => self.words.status_closed(),
        }
    }

    /// "in consultation since 17 September 2024", or that there is no status yet.
    #[must_use]
    pub fn standing(&self, standing: &Standing) -> String {
        let Some(leading) = standing.leading() else { return self.words.status_none().to_owned() };
        self.status_since(leading.status, leading.from)
    }

    /// "in consultation since 17 September 2024".
    #[must_use]
    pub fn status_since(&self, status: Status, from: When) -> String {
        fill(
            self.words.status_since(),
            &[("status", self.status(status)), ("date", &self.when(from))],
        )
    }

    /// "South Korea: in consultation on Pillar II since 17 September 2024".
    #[must_use]
    pub fn country_standing(&self, country: &str, pillar: &str, standing: &Standing) -> String {
        let Some(leading) = standing.leading() else {
            return fill(self.words.announce_none(), &[("country", country), ("pillar", pillar)]);
        };
        let date = self.when(leading.from);
        let values = [
            ("country", country),
            ("pillar", pillar),
            ("status", self.status(leading.status)),
            ("date", &date),
        ];
        fill(self.words.announce_country(), &values)
    }

    /// "Pillar II, as known on 1 May 2024".
    #[must_use]
    pub fn card_as_known(&self, card: &str, date: Date) -> String {
        fill(self.words.announce_card(), &[("card", card), ("date", &self.date(date))])
    }

    /// What goes beside a claim that no official record supports.
    #[must_use]
    pub fn confidence(&self, confidence: Confidence) -> Option<&'b str> {
        match confidence {
            Confidence::Official => None,
            Confidence::Reported => Some(self.words.confidence_reported()),
            Confidence::Disputed => Some(self.words.confidence_disputed()),
        }
    }

    /// "Meeting".
    #[must_use]
    pub fn event_kind(&self, kind: EventKind) -> &'b str {
        match kind {
            EventKind::Founding => self.words.event_founding(),
            EventKind::Announcement => self.words.event_announcement(),
            EventKind::Meeting => self.words.event_meeting(),
            EventKind::Treaty => self.words.event_treaty(),
            EventKind::Law => self.words.event_law(),
            EventKind::Review => self.words.event_review(),
            EventKind::Exercise => self.words.event_exercise(),
            EventKind::Milestone => self.words.event_milestone(),
        }
    }

    /// "Prospective partner".
    #[must_use]
    pub fn group(&self, group: Group) -> &'b str {
        match group {
            Group::Member => self.words.kind_member(),
            Group::Prospective => self.words.kind_prospective(),
            Group::Mentioned => self.words.kind_mentioned(),
        }
    }

    /// "Technology of Pillar II".
    #[must_use]
    pub fn technology_group(&self, group: TechnologyGroup) -> &'b str {
        match group {
            TechnologyGroup::Technology => self.words.kind_technology(),
            TechnologyGroup::Function => self.words.kind_function(),
        }
    }

    /// "Quotation" or "Paraphrase".
    #[must_use]
    pub fn mode(&self, mode: Mode) -> &'b str {
        match mode {
            Mode::Quote => self.words.mode_quote(),
            Mode::Paraphrase => self.words.mode_paraphrase(),
        }
    }

    /// "Confirmed in part".
    #[must_use]
    pub fn verification(&self, verification: Verification) -> &'b str {
        match verification {
            Verification::Partly => self.words.verification_partly(),
            Verification::Opinion => self.words.verification_opinion(),
        }
    }

    /// What a correction says of the article, as a tag on what the briefing says: "Article imprecise".
    #[must_use]
    pub fn article_verdict(&self, verdict: Verdict) -> &'b str {
        match verdict {
            Verdict::Corrected => self.words.article_corrected(),
            Verdict::Imprecise => self.words.article_imprecise(),
            Verdict::Unverified => self.words.article_unverified(),
        }
    }

    /// "Reuters, 1 May 2024".
    #[must_use]
    pub fn source(&self, source: &Source) -> String {
        fill(
            self.words.source_short(),
            &[("publisher", source.publisher), ("date", &self.when(source.date))],
        )
    }
}
