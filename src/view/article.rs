//! The article that the briefing began from, sentence by sentence, as the briefing's claims give it.

use model::{Briefing, Claim};

/// A sentence of the article.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleLine<'b> {
    /// Its place: `title`, or `p2s1` for paragraph 2, sentence 1.
    pub place: &'b str,
    /// What the briefing makes of it.
    pub claims: Vec<&'b Claim<'b>>,
}

/// Every sentence of the article that a claim covers, in order.
#[must_use]
pub fn article<'b>(briefing: &'b Briefing<'b>) -> Vec<ArticleLine<'b>> {
    let mut places: Vec<&str> =
        briefing.claims.iter().flat_map(|claim| claim.article_refs.iter().copied()).collect();
    places.sort_unstable_by_key(|place| position(place));
    places.dedup();
    let line = |place| ArticleLine {
        place,
        claims: briefing
            .claims
            .iter()
            .filter(|claim| claim.article_refs.contains(&place))
            .collect(),
    };
    places.into_iter().map(line).collect()
}

/// Paragraph and sentence; the headline comes first.
fn position(place: &str) -> (u16, u16) {
    let parts = place.strip_prefix('p').and_then(|rest| rest.split_once('s'));
    parts.map_or((0, 0), |(paragraph, sentence)| {
        (paragraph.parse().unwrap_or_default(), sentence.parse().unwrap_or_default())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_covered_in_order() {
        let lines = article(crate::briefing());
        let places: Vec<&str> = lines.iter().map(|line| line.place).collect();
        assert_eq!(places.get(..2), Some(&["title", "p1s1"][..]));
        assert!(lines.iter().all(|line| !line.claims.is_empty()));
        assert_eq!(position("p10s2"), (10, 2));
    }
}
