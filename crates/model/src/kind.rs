//! What kinds of things there are, each with the name that content files use. The default is the first.

use serde::{Deserialize, Serialize};

macro_rules! kinds {
    ($(
        $(#[$doc:meta])*
        $name:ident {
            $(#[$first_doc:meta])* $first:ident = $first_text:literal,
            $($(#[$value_doc:meta])* $value:ident = $text:literal),* $(,)?
        }
    )*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
        pub enum $name { #[default] $(#[$first_doc])* $first, $($(#[$value_doc])* $value),* }

        impl $name {
            /// Every value with the name that content files use.
            pub const ALL: &'static [(Self, &'static str)] = &[(Self::$first, $first_text), $((Self::$value, $text)),*];
        }
    )*};
}

kinds! {
    /// What a country is to the briefing.
    Group {
        /// A member of AUKUS.
        Member = "member",
        /// A country the members weigh for Pillar II.
        Prospective = "prospective",
        /// Neither; claims refer to it.
        Mentioned = "mentioned",
    }

    /// What kind of working area.
    TechnologyGroup {
        /// A technology.
        Technology = "technology",
        /// A function that serves the technologies.
        Function = "function",
    }

    /// What a country has to do with a working area, the closest first. Only the first three are work of AUKUS.
    LinkKind {
        /// Joint work of members.
        JointWork = "joint-work",
        /// It took part in a trial or a project.
        TookPart = "took-part",
        /// It watched one.
        Observed = "observed",
        /// It is interested, or was named as one who could take part.
        Interest = "interest",
        /// Work outside AUKUS.
        OutsideAukus = "outside-aukus",
        /// An outsider holds that it should.
        OutsideView = "outside-view",
        /// What stands in the way.
        Obstacle = "obstacle",
    }

    /// What kind of event.
    EventKind {
        /// AUKUS is founded.
        Founding = "founding",
        /// Something is announced.
        Announcement = "announcement",
        /// People meet.
        Meeting = "meeting",
        /// A treaty is signed or takes effect.
        Treaty = "treaty",
        /// A law or rule.
        Law = "law",
        /// An official review.
        Review = "review",
        /// A trial or exercise.
        Exercise = "exercise",
        /// A step in the work.
        Milestone = "milestone",
    }

    /// Whether a statement is verbatim.
    Mode {
        /// Verbatim, at most 30 words.
        Quote = "quote",
        /// In the briefing's own words.
        Paraphrase = "paraphrase",
    }

    /// What keeps a statement from being fully confirmed.
    Verification {
        /// Its main point is confirmed, its details are not.
        Partly = "partly-confirmed",
        /// It is an opinion.
        Opinion = "opinion",
    }

    /// How sure a claim is.
    Confidence {
        /// An official or parliamentary record supports it.
        Official = "official",
        /// News, trade press or think-tanks report it.
        Reported = "reported",
        /// Sources differ.
        Disputed = "disputed",
    }

    /// What kind of source.
    SourceKind {
        /// A government, ministry or other public body.
        Official = "official",
        /// A parliament's research service.
        Parliamentary = "parliamentary-research",
        /// News media, trade press, think-tanks, parties.
        News = "news",
        /// The article that the briefing began from.
        Article = "article",
    }

    /// On whose site a source was read.
    Hosting {
        /// Its publisher's.
        Own = "own",
        /// An official feed, a client of a news agency, a law or parliament service.
        Republication = "republication",
        /// A copy by somebody else: named, never linked.
        Copy = "copy",
        /// A text that was supplied, without an address.
        Supplied = "supplied",
    }

    /// What a check of the article comes to.
    Verdict {
        /// Wrong; the record is clear.
        Corrected = "corrected",
        /// Broadly right, but wording or scope differs.
        Imprecise = "imprecise",
        /// Neither confirmed nor refuted.
        Unverified = "unverified",
    }
}

impl LinkKind {
    /// Its name, as content files have it: `joint-work`.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|it| it.0 == self).map_or("", |it| it.1)
    }

    /// Whether it is work of AUKUS, so that it may colour the map.
    #[must_use]
    pub fn is_of_aukus(self) -> bool {
        self <= Self::Observed
    }
}
