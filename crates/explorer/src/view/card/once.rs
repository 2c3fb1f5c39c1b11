//! No sentence twice on a card: what a section says no later one says again.

use std::collections::BTreeSet;

use model::ClaimId;

use super::{Block, Section};

/// Leaves out of each section what those before it say. What a status rests on stands with the status.
pub(super) fn say_once(sections: &mut [Section]) {
    let (mut claims, mut statements) = (BTreeSet::new(), BTreeSet::new());
    for block in sections.iter_mut().flat_map(|it| &mut it.blocks) {
        if let Block::History(lines) = block {
            lines.iter_mut().for_each(|it| it.claims.retain(|it| claims.insert(*it)));
        }
    }
    for block in sections.iter_mut().flat_map(|it| &mut it.blocks) {
        let mut is_new = |it: &ClaimId| claims.insert(*it);
        match block {
            Block::Claims(list) | Block::Record(list) => list.retain(is_new),
            Block::Ties(lines) => lines.iter_mut().for_each(|it| it.claims.retain(&mut is_new)),
            Block::Statements(lines) => {
                lines.retain(|it| statements.insert(it.statement.link.attribute.id()));
            }
            _ => {}
        }
    }
}
