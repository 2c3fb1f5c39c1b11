//! Dates, statuses and kinds in the words of the page.

use model::{
    AreaLink, Date, EventKind, LinkKind, Mode, Precision, Role, Status, TechnologyGroup,
    Verification, When,
};
use text::{Messages, format};

use super::Caveat;

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

    /// "Sep 2024", or "2024".
    #[must_use]
    pub fn short_month(&self, when: When) -> String {
        let year = when.date.year().to_string();
        let month = nth_month(self.messages.months_short(), when.date);
        match when.precision {
            Precision::Day | Precision::Month => {
                format(self.messages.date_month(), &[("month", month), ("year", &*year)])
            }
            Precision::Year => year,
        }
    }

    /// "1 May 2024" with a short month, "Sep 2024" or "2024".
    #[must_use]
    pub fn short(&self, when: When) -> String {
        let day = when.date.day().to_string();
        let year = when.date.year().to_string();
        let month = nth_month(self.messages.months_short(), when.date);
        let values = [("day", &*day), ("month", month), ("year", &*year)];
        match when.precision {
            Precision::Day => format(self.messages.date_day(), &values),
            Precision::Month | Precision::Year => self.short_month(when),
        }
    }

    /// "17 Sep", or what else is known of a date.
    #[must_use]
    pub fn short_day(&self, when: When) -> String {
        let day = when.date.day().to_string();
        let values =
            [("day", &*day), ("month", nth_month(self.messages.months_short(), when.date))];
        match when.precision {
            Precision::Day => format(self.messages.since_day(), &values),
            Precision::Month | Precision::Year => self.short(when),
        }
    }

    /// "Colours show Pillar II, as known on 1 May 2024."
    #[must_use]
    pub fn colours(&self, pillar: &str, date: Date) -> String {
        format(self.messages.colours(), &[("pillar", pillar), ("date", &*self.date(date))])
    }

    /// What a dashed standing means, if one counts as confirmed for so many days.
    #[must_use]
    pub fn dashed(&self, days: u16) -> String {
        format(self.messages.dashed(), &[("days", &*days.to_string())])
    }

    fn month(&self, date: Date) -> &'b str {
        nth_month(self.messages.months(), date)
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

    /// "in consultation, since 17 September 2024"; for what is over or was said once "joined a trial, 16 July 2025".
    #[must_use]
    pub fn status_since(&self, status: Status, from: When) -> String {
        self.dated_status(status, &self.when(from))
    }

    /// "in consultation, since Sep 2024"; for what is over or was said once "joined a trial, Jul 2025".
    #[must_use]
    pub fn status_by_month(&self, status: Status, from: When) -> String {
        self.dated_status(status, &self.short_month(from))
    }

    fn dated_status(&self, status: Status, date: &str) -> String {
        let pattern =
            if status.is_past() { self.messages.status_on() } else { self.messages.status_since() };
        format(pattern, &[("status", self.status(status)), ("date", date)])
    }

    /// "in consultation, since 17 September 2024; unconfirmed since 23 February 2026". That somebody took part is a fact for
    /// good, and only that it still does is not known.
    #[must_use]
    pub fn unconfirmed_status(&self, kind: Status, status: &str, newest: When) -> String {
        if kind == Status::Participant {
            return format(self.messages.status_over(), &[("status", status)]);
        }
        let values = [("status", status), ("date", &*self.when(newest))];
        format(self.messages.status_unconfirmed(), &values)
    }

    /// "Unconfirmed since 23 February 2026: no later word is on record."
    #[must_use]
    pub fn unconfirmed(&self, kind: Status, newest: When) -> String {
        if kind == Status::Participant {
            return self.messages.over().to_owned();
        }
        format(self.messages.unconfirmed(), &[("date", &self.when(newest))])
    }

    /// "No. Nothing known on 15 September 2021 links it to this pillar."
    #[must_use]
    pub fn verdict_none(&self, date: Date) -> String {
        format(self.messages.verdict_none(), &[("date", &self.date(date))])
    }

    /// "16 July 2025 to 17 July 2025", or the one of them that is known.
    #[must_use]
    pub fn period(&self, from: When, to: Option<When>) -> String {
        let from = self.when(from);
        match to.map(|it| self.when(it)) {
            Some(to) if to != from => {
                format(self.messages.date_period(), &[("from", &from), ("to", &to)])
            }
            _ => from,
        }
    }

    /// "Took part, 16 July 2025 to 17 July 2025".
    #[must_use]
    pub fn link(&self, link: &AreaLink) -> String {
        let kind = self.link_kind(link.kind);
        let Some(from) = link.from else { return kind.to_owned() };
        format(
            self.messages.status_on(),
            &[("status", kind), ("date", &self.period(from, link.to))],
        )
    }

    /// "Joint AUKUS work".
    #[must_use]
    pub fn link_kind(&self, kind: LinkKind) -> &'b str {
        match kind {
            LinkKind::JointWork => self.messages.link_joint_work(),
            LinkKind::TookPart => self.messages.link_took_part(),
            LinkKind::Observed => self.messages.link_observed(),
            LinkKind::Interest => self.messages.link_interest(),
            LinkKind::OutsideAukus => self.messages.link_outside_aukus(),
            LinkKind::OutsideView => self.messages.link_outside_view(),
            LinkKind::Obstacle => self.messages.link_obstacle(),
        }
    }

    /// "Joint work", where there is little room.
    #[must_use]
    pub fn link_kind_in_short(&self, kind: LinkKind) -> &'b str {
        match kind {
            LinkKind::JointWork => self.messages.cell_joint_work(),
            LinkKind::TookPart => self.messages.link_took_part(),
            LinkKind::Observed => self.messages.link_observed(),
            LinkKind::Interest => self.messages.cell_interest(),
            LinkKind::OutsideAukus => self.messages.cell_outside_aukus(),
            LinkKind::OutsideView => self.messages.link_outside_view(),
            LinkKind::Obstacle => self.messages.cell_obstacle(),
        }
    }

    /// "+2 more"; empty for none.
    #[must_use]
    pub fn more_links(&self, count: usize) -> String {
        match count {
            0 => String::new(),
            _ => format(self.messages.matrix_more(), &[("count", &*count.to_string())]),
        }
    }

    /// "Canada, New Zealand and South Korea".
    #[must_use]
    pub fn listed(&self, names: &[&str]) -> String {
        match names {
            [] => String::new(),
            [one] => (*one).to_owned(),
            [first @ .., last] => {
                let values = [("one", &*first.join(", ")), ("other", *last)];
                format(self.messages.tie_between(), &values)
            }
        }
    }

    /// "Outside the three, only Japan is known to have taken part": the countries that are no members and have.
    #[must_use]
    pub fn finding(&self, members: usize, is_begun: bool, others: &[&str]) -> String {
        let (members, count) = (self.count(members), self.count(others.len()));
        let names = self.listed(others);
        let values = [("members", &*members), ("countries", &*names), ("count", &*count)];
        match others {
            _ if !is_begun => self.messages.finding_before().to_owned(),
            [] => format(self.messages.finding_none(), &values),
            [_] => format(self.messages.finding_one(), &values),
            [_, _] | [_, _, _] => format(self.messages.finding_some(), &values),
            _ => format(self.messages.finding_many(), &values),
        }
    }

    /// "three" for 3; the digits where the language has no word listed.
    #[must_use]
    pub fn count(&self, count: usize) -> String {
        let word = self.messages.numbers().split(' ').nth(count);
        word.map_or_else(|| count.to_string(), str::to_owned)
    }

    /// "The story in seven steps".
    #[must_use]
    pub fn story_title(&self, count: usize) -> String {
        format(self.messages.story_title(), &[("count", &*self.count(count))])
    }

    /// "AUKUS: three members, four prospective partners", as far as there are any.
    #[must_use]
    pub fn headline(&self, members: usize, prospective: usize) -> String {
        let (members_text, prospective_text) = (self.count(members), self.count(prospective));
        let values = [("members", &*members_text), ("prospective", &*prospective_text)];
        match (members, prospective) {
            (0, _) => self.messages.headline_before().to_owned(),
            (_, 0) => format(self.messages.headline_members(), &values[..1]),
            (_, 1) => format(self.messages.headline_one(), &values[..1]),
            _ => format(self.messages.headline(), &values),
        }
    }

    /// "Pillar II, as known on 1 May 2024".
    #[must_use]
    pub fn card_as_known(&self, card: &str, date: Date) -> String {
        format(self.messages.announce_card(), &[("card", card), ("date", &self.date(date))])
    }

    /// "Sources differ".
    #[must_use]
    pub fn caveat(&self, caveat: Caveat) -> &'b str {
        match caveat {
            Caveat::Disputed => self.messages.confidence_disputed(),
            Caveat::OnePress => self.messages.one_press_source(),
            Caveat::Expected => self.messages.expected(),
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
    pub fn role(&self, role: Role) -> &'b str {
        match role {
            Role::Member => self.messages.kind_member(),
            Role::Prospective => self.messages.kind_prospective(),
            Role::Interested => self.messages.kind_interested(),
            Role::Unnamed => self.messages.kind_unnamed(),
            Role::Mentioned => self.messages.kind_mentioned(),
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

    /// "Reuters, 1 May 2024".
    #[must_use]
    pub fn source(&self, publisher: &str, date: When) -> String {
        let values = [("publisher", publisher), ("date", &*self.when(date))];
        format(self.messages.source_short(), &values)
    }
}

/// The name of the month of a date in a list of all, with a space between.
fn nth_month(names: &str, date: Date) -> &str {
    let index = usize::from(date.month()).saturating_sub(1);
    names.split(' ').nth(index).unwrap_or_default()
}
