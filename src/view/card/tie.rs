//! The card of a tie between two countries: through a technology or a pillar what the two do in it, then what ties them
//! otherwise.

use model::{ClaimId, Tie, TieId, Topic};

use super::{Block, Card, Section};
use crate::state::Open;
use crate::view::Scene;

/// The card of a tie.
pub(super) fn card<'b>(scene: &Scene<'b>, id: TieId) -> Option<Card<'b>> {
    let tie = scene.briefing.tie(id)?;
    let words = &scene.briefing.words;
    let lens = scene.lens_claims_on(tie);
    let own: Vec<_> =
        scene.claims(&tie.claims).into_iter().filter(|it| !lens.contains(it)).collect();
    let first_known =
        tie.claims.iter().filter_map(|id| scene.briefing.claim(*id)).map(|it| it.known).min()?;
    let sections = vec![
        Section::new("", vec![countries(scene, tie), scene.later_than_date(first_known)]),
        Section::of(scene.lens_name(), Block::Claims(lens.clone())),
        Section::of(words.section_claims(), Block::Claims(own)),
        Section::folded(words.section_record(), others(scene, tie, &lens)),
    ];
    Some(Card::new(scene, tie.id, words.kind_tie(), scene.tie_name(tie)?, sections))
}

fn countries<'b>(scene: &Scene<'b>, tie: &'b Tie<'b>) -> Block<'b> {
    let link =
        |id| Some(scene.open_link(Open::Country(id)).named(scene.briefing.country(id)?.name));
    Block::Links(tie.between.into_iter().filter_map(link).collect())
}

/// What else is on record of the two.
fn others<'b>(scene: &Scene<'b>, tie: &'b Tie<'b>, shown: &[&model::Claim]) -> Block<'b> {
    let [one, other] = tie.between.map(Topic::Country);
    let is_new = |id: &ClaimId, claim: &model::Claim| {
        claim.about.contains(&other) && !tie.claims.contains(id) && !shown.contains(&claim)
    };
    let found = scene.as_of.claims_about(one).into_iter().filter(|(id, claim)| is_new(id, claim));
    Block::Claims(found.map(|(_, claim)| claim).collect())
}
