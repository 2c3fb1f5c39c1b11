//! What is found, by kind.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::line::FoundLine;
use super::{Extent, Finding};
use crate::search::{self, Hit, Kind, Query};

/// The results of a kind.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundGroup<'b> {
    /// The kind.
    pub kind: Kind,
    /// What it is called.
    pub heading: &'b str,
    /// How many there are.
    pub count: usize,
    /// The first of them.
    pub lines: Vec<FoundLine>,
}

/// How many results of a kind are shown at once.
const FOUND_AT_ONCE: usize = 5;

/// How many results answer a key: so many groups that they have at least this many. The others follow.
const ANSWER: usize = 8;

impl<'b> Finding<'b, '_> {
    /// The results by kind. What has all words in its title, or is named by its id, comes first.
    pub(super) fn groups(
        &self,
        hits: &[Hit],
        query: &Query,
        whole: &[Kind],
        extent: Extent,
    ) -> Vec<FoundGroup<'b>> {
        let mut by_kind: BTreeMap<Kind, Vec<Hit>> = BTreeMap::new();
        for hit in hits {
            if let Some(entry) = self.entry(hit.entry) {
                by_kind.entry(entry.kind).or_default().push(*hit);
            }
        }
        let mut groups: Vec<(Kind, Vec<Hit>)> = by_kind.into_iter().collect();
        groups.sort_by_key(|(kind, hits)| {
            let best = hits.first().copied().unwrap_or_default();
            let is_titled = best.tier > 1 && *kind <= Kind::Event;
            (Reverse((best.score >= search::NAMED, is_titled)), *kind)
        });
        let group = |(kind, hits): (Kind, Vec<Hit>)| {
            let most = if whole.contains(&kind) { usize::MAX } else { FOUND_AT_ONCE };
            let heading = self.heading(kind);
            let lines = hits.iter().take(most);
            let lines = lines.filter_map(|it| self.line(it.entry, query)).collect();
            FoundGroup { kind, heading, count: hits.len(), lines }
        };
        let mut found: Vec<FoundGroup> = Vec::new();
        for it in groups {
            let lines: usize = found.iter().map(|it| it.lines.len()).sum();
            if extent != Extent::Whole && lines >= ANSWER {
                break;
            }
            found.push(group(it));
        }
        found
    }

    fn heading(&self, kind: Kind) -> &'b str {
        let messages = &self.context.text.messages;
        match kind {
            Kind::Country => messages.partners_label(),
            Kind::Pillar => messages.search_pillars(),
            Kind::Area => messages.nav_areas(),
            Kind::Person => messages.section_people(),
            Kind::Tie => messages.section_ties(),
            Kind::Event => messages.section_events(),
            Kind::Statement => messages.section_statements(),
            Kind::Claim => messages.search_facts(),
            Kind::Check => messages.search_checks(),
            Kind::Change => messages.search_changes(),
            Kind::Limit => messages.section_limits(),
            Kind::Term => messages.search_terms(),
            Kind::Source => messages.nav_sources(),
        }
    }
}
