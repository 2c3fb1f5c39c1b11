//! Every card as text: what is read where no script runs, and on paper. What has a card of its own is said there, and elsewhere
//! a link leads to it. So that nothing is left out, what is only "also on record" is said where it is said nowhere else.

use std::collections::BTreeSet;

use model::{ClaimId, EntityId, EntityKind};

use super::{Block, Card, DataAttribute, NamedLink, Section, ViewContext, printed_card};
use crate::{Briefing, Scope, Selection, address};

/// The cards of all entries of a kind.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedGroup<'b> {
    /// The kind.
    pub kind: EntityKind,
    /// Its cards.
    pub cards: Vec<PrintedCard<'b>>,
}

/// A card as text.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintedCard<'b> {
    /// The name of its view, which links lead to.
    pub name: String,
    /// The names of views that it stands for now.
    pub old_names: Vec<&'b str>,
    /// What it says.
    pub card: Card<'b>,
}

/// The whole briefing as text. The overview is not in it: it is prerendered as the app's own card.
#[must_use]
pub fn printed_text(briefing: &Briefing) -> Vec<PrintedGroup<'_>> {
    let mut kinds = EntityKind::ALL;
    kinds.sort_by_key(|kind| rank(*kind));
    let mut groups = kinds.map(|kind| group(briefing, kind));
    let said = {
        let cards = groups.iter().flat_map(|it| &it.cards);
        said(cards.flat_map(|it| &it.card.sections), false)
    };
    for section in
        groups.iter_mut().flat_map(|it| &mut it.cards).flat_map(|it| &mut it.card.sections)
    {
        section.blocks.iter_mut().for_each(|block| leave_out(block, &said));
        section.blocks.iter_mut().for_each(leave_out_dates);
        section.tidy();
    }
    let context = ViewContext::new(briefing, Selection::default());
    for printed in groups.iter_mut().flat_map(|it| &mut it.cards) {
        printed.card.find_terms(&context, false);
    }
    groups.into()
}

/// The place of a kind in the text: first what the briefing is about, then what rests on it.
fn rank(kind: EntityKind) -> usize {
    match kind {
        EntityKind::Pillar => 0,
        EntityKind::Country => 1,
        EntityKind::Technology => 2,
        EntityKind::Tie => 3,
        EntityKind::Event => 4,
        EntityKind::Statement => 5,
        EntityKind::Person => 6,
    }
}

fn group(briefing: &Briefing, kind: EntityKind) -> PrintedGroup<'_> {
    let card = |entity| {
        let selection = Selection::default().showing(entity);
        let name = address::print(&briefing.model, &selection);
        let moved = briefing.model.moved.iter().filter(|it| it.to == entity);
        let old_names = moved.map(|it| &*it.from).collect();
        PrintedCard { name, old_names, card: printed_card(briefing, &selection) }
    };
    let together = (kind == EntityKind::Technology).then(|| areas(briefing));
    let each = EntityId::all(kind, &briefing.model).map(card);
    PrintedGroup { kind, cards: together.into_iter().chain(each).collect() }
}

/// All areas together, before each of them.
fn areas(briefing: &Briefing) -> PrintedCard<'_> {
    let selection = Selection::default().within(Scope::Areas(None));
    let name = address::print(&briefing.model, &selection);
    PrintedCard { name, old_names: Vec::new(), card: printed_card(briefing, &selection) }
}

/// The claims that sections make, also of those that are only on record if `with_record`.
fn said<'s>(
    sections: impl Iterator<Item = &'s Section<'s>>,
    with_record: bool,
) -> BTreeSet<ClaimId> {
    let claims = sections.flat_map(|it| &it.blocks).flat_map(|it| match it {
        Block::Claims(claims) => claims.clone(),
        Block::Record(claims) if with_record => claims.clone(),
        Block::History(lines) => lines.iter().flat_map(|it| it.claims.clone()).collect(),
        _ => Vec::new(),
    });
    claims.collect()
}

fn leave_out(block: &mut Block, said: &BTreeSet<ClaimId>) {
    if let Block::Record(claims) = block {
        claims.retain(|it| !said.contains(it));
    }
}

/// Another date is nothing that a text can show.
fn leave_out_dates(block: &mut Block) {
    let is_step = |it: &NamedLink| matches!(it.link.attribute, DataAttribute::Step(_));
    if let Block::Links(links) = block {
        links.retain(|it| !is_step(it));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::sample;

    #[test]
    fn every_claim_of_the_sample_is_said() {
        let groups = printed_text(sample());
        let cards = groups.iter().flat_map(|it| &it.cards);
        let said = said(cards.flat_map(|it| &it.card.sections), true);
        // What is the article's opinion stands with the article alone.
        for (id, claim) in sample().model.each_claim() {
            assert_eq!(said.contains(&id), !claim.interpretation, "{claim:?}");
        }
    }

    #[test]
    fn no_link_leads_to_another_date() {
        for PrintedCard { name, card, .. } in printed_text(sample()).iter().flat_map(|it| &it.cards)
        {
            let blocks = card.sections.iter().flat_map(|it| &it.blocks);
            let links = blocks.filter_map(|it| match it {
                Block::Links(links) => Some(links),
                _ => None,
            });
            assert!(links.flatten().all(|it| !it.link.href.contains("date=")), "{name}");
        }
    }
}
