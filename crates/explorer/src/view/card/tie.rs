//! The card of a tie between two countries: for a technology or a pillar what the two do in it, then what ties them
//! otherwise.

use model::{Claim, ClaimId, EntityId, Tie, TieId, Topic};

use super::{Block, Card, Section};
use crate::view::ViewContext;

/// The card of a tie.
pub(super) fn card<'b>(context: &ViewContext<'b>, id: TieId) -> Option<Card<'b>> {
    let tie = context.model.tie(id)?;
    let messages = &context.text.messages;
    let in_scope = context.scope_claims_on(tie);
    let mut own = context.claims(&tie.claims);
    own.retain(|it| !in_scope.contains(it));
    let claims = tie.claims.iter().filter_map(|id| context.model.claim(*id));
    let first_known = claims.map(|it| it.known).min()?;
    let countries = context.links(tie.between.into_iter().map(EntityId::Country));
    let record = others(context, tie, &in_scope);
    let sections = vec![
        Section::new("", vec![countries, context.later_than_date(first_known)]),
        Section::of(context.scope_name(), Block::Claims(in_scope)),
        Section::of(messages.section_claims(), Block::Claims(own)),
        Section::folded(messages.section_record(), record),
    ];
    Some(Card::new(context, &tie.id, messages.kind_tie(), context.tie_name(tie)?, sections))
}

/// What else is on record of the two.
fn others<'b>(context: &ViewContext<'b>, tie: &Tie, shown: &[ClaimId]) -> Block<'b> {
    let [one, other] = tie.between.map(Topic::Country);
    let is_new = |id: &ClaimId, claim: &Claim| {
        claim.about.contains(&other) && !tie.claims.contains(id) && !shown.contains(id)
    };
    let found = context.as_of.claims_about(one).into_iter();
    let new = found.filter(|(id, claim)| is_new(id, claim)).map(|(id, _)| id);
    Block::Record(new.collect())
}
