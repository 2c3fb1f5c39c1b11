//! The article that the briefing began from, sentence by sentence, as the briefing's claims give it.

use std::collections::BTreeMap;

use model::{ArticlePlace, ClaimId};

use crate::Briefing;

/// A sentence of the article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArticleLine {
    /// Its place.
    pub place: ArticlePlace,
    /// What the briefing makes of it.
    pub claims: Vec<ClaimId>,
}

/// Every sentence of the article that a claim covers, in order.
#[must_use]
pub fn article(briefing: &Briefing) -> Vec<ArticleLine> {
    let mut lines: BTreeMap<ArticlePlace, Vec<ClaimId>> = BTreeMap::new();
    for (id, claim) in briefing.model.each_claim() {
        for place in &claim.article_places {
            lines.entry(*place).or_default().push(id);
        }
    }
    lines.into_iter().map(|(place, claims)| ArticleLine { place, claims }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::sample;

    #[test]
    fn the_article_is_covered_in_order() {
        let lines = article(sample());
        assert_eq!(lines.first().map(|line| line.place), Some(ArticlePlace::HEADLINE));
        assert!(lines.is_sorted_by_key(|line| line.place));
        assert!(lines.iter().all(|line| !line.claims.is_empty()));
    }
}
