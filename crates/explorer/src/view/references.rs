//! The order in which sources are named wherever something rests on several.

use model::{Model, SourceId};

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
}
