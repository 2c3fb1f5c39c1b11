//! The order in which sources are named wherever something rests on several, and what a reader must know of them.

use model::{Claim, ClaimId, Confidence, Model, SourceId, SourceKind};

use super::card::once_each;

/// What sets a claim apart from most: a reader is told of the exception, and not of the rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Caveat {
    /// Its sources differ.
    Disputed,
    /// It rests on one source, which is neither official nor parliamentary.
    OnePress,
    /// It was still to come.
    Expected,
}

impl Caveat {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Disputed, Self::OnePress, Self::Expected];

    /// The value of `data-caveat`.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Disputed => "disputed",
            Self::OnePress => "press",
            Self::Expected => "expected",
        }
    }
}

/// What a reader must know of a claim for which these sources are named.
pub fn caveats(
    model: &Model,
    claim: &Claim,
    sources: &[SourceId],
) -> impl Iterator<Item = Caveat> + use<> {
    let kind = match *sources {
        [id] => model.source(id).map(|it| it.kind),
        _ => None,
    };
    let is_press = matches!(kind, Some(SourceKind::News | SourceKind::Article));
    let how_sure = match claim.confidence {
        Confidence::Disputed => Some(Caveat::Disputed),
        _ => is_press.then_some(Caveat::OnePress),
    };
    [how_sure, claim.expected.then_some(Caveat::Expected)].into_iter().flatten()
}

/// What claims rest on, each once, by number.
#[must_use]
pub fn sources_of(model: &Model, claims: &[ClaimId]) -> Vec<SourceId> {
    let claims = claims.iter().filter_map(|id| model.claim(*id));
    once_each(claims.flat_map(|it| it.sources.iter().copied()).collect())
}

/// Sources with the best first: official, parliamentary, news, and last the article that the briefing began from; of one kind
/// what its publisher serves, then what others republish, then copies. Of equals the one that is named first stays first.
#[must_use]
pub fn best_first(model: &Model, sources: &[SourceId]) -> Vec<SourceId> {
    let mut sorted = sources.to_vec();
    // Both kinds list their values in this order.
    sorted.sort_by_key(|id| model.source(*id).map(|source| (source.kind, source.hosting)));
    sorted
}

#[cfg(test)]
mod tests {
    use model::{Hosting, Source, SourceKind};

    use super::*;

    #[test]
    fn the_best_source_comes_first_and_the_article_last() {
        let source = |(kind, hosting)| Source { kind, hosting, ..Source::default() };
        let best = [
            (SourceKind::Official, Hosting::Own),
            (SourceKind::Official, Hosting::Republication),
            (SourceKind::Official, Hosting::Copy),
            (SourceKind::Parliamentary, Hosting::Own),
            (SourceKind::Parliamentary, Hosting::Copy),
            (SourceKind::News, Hosting::Own),
            (SourceKind::News, Hosting::Own),
            (SourceKind::News, Hosting::Republication),
            (SourceKind::News, Hosting::Copy),
            (SourceKind::Article, Hosting::Supplied),
        ];
        let model = Model { sources: best.map(source).to_vec(), ..Model::default() };
        let ids: Vec<_> = (0..best.len()).filter_map(SourceId::from_index).collect();
        let named = [9, 8, 0, 5, 3, 2, 1, 7, 4, 6].map(|index: usize| ids[index]);
        assert_eq!(best_first(&model, &named), ids);
        let equals = [ids[6], ids[5]];
        assert_eq!(best_first(&model, &equals), equals);
        assert_eq!(best_first(&model, &[]), []);
    }

    #[test]
    fn only_the_exception_is_marked() {
        let kinds = [
            SourceKind::Official,
            SourceKind::Parliamentary,
            SourceKind::News,
            SourceKind::Article,
        ];
        let source = |kind| Source { kind, ..Source::default() };
        let model = Model { sources: kinds.map(source).to_vec(), ..Model::default() };
        let of = |confidence, expected, numbers: &[usize]| -> Vec<Caveat> {
            let sources: Vec<_> =
                numbers.iter().filter_map(|it| SourceId::from_index(*it)).collect();
            let claim = Claim { confidence, expected, ..Claim::default() };
            caveats(&model, &claim, &sources).collect()
        };
        let (sure, told, differ) =
            (Confidence::Official, Confidence::Reported, Confidence::Disputed);
        for (confidence, numbers) in
            [(sure, &[0][..]), (told, &[1]), (told, &[2, 3]), (told, &[2, 0])]
        {
            assert_eq!(of(confidence, false, numbers), [], "{numbers:?}");
            assert_eq!(of(confidence, true, numbers), [Caveat::Expected], "{numbers:?}");
        }
        for press in [2, 3] {
            assert_eq!(of(told, false, &[press]), [Caveat::OnePress]);
            assert_eq!(of(told, true, &[press]), [Caveat::OnePress, Caveat::Expected]);
        }
        for numbers in [&[0][..], &[2], &[0, 2]] {
            assert_eq!(of(differ, false, numbers), [Caveat::Disputed], "said once: {numbers:?}");
        }
    }
}
