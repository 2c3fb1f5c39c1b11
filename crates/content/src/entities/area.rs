//! Reads the working areas and what countries have to do with them.

use model::{AreaLink, ClaimId, Date, LinkKind, Technology, TechnologyGroup};
use text::{ArticleTerms, TechnologyText};

use super::{Reader, each, known_id, optional_text, text, texts};
use crate::fields::Fields;

impl<'t> Reader<'t> {
    pub(super) fn technology(
        &self,
        fields: &Fields<'t, '_>,
    ) -> (Technology, (TechnologyText, ArticleTerms)) {
        let technology = Technology {
            id: known_id(fields),
            group: fields.choice("group", TechnologyGroup::ALL, TechnologyGroup::Technology),
            links: each(&fields.tables("links"), |it| (self.link(it), ())).0,
            sources: fields.needed_refs("sources", &self.ids.sources),
        };
        let note = text(fields, "article_note");
        let text = TechnologyText {
            name: text(fields, "name"),
            short_name: text(fields, "short_name"),
            explanation: text(fields, "explanation"),
            gap: optional_text(fields, "gap"),
        };
        let terms = ArticleTerms { terms: texts(fields, "article_terms"), note };
        (technology, (text, terms))
    }

    /// When that became known which rests on claims: with the earliest that is no forecast, if there is one.
    fn established(&self, claims: &[ClaimId]) -> Date {
        let known = |id: &ClaimId| self.claims_known.get(id.index()).copied();
        let facts = claims.iter().filter(|id| !self.forecasts.contains(id));
        let first = facts.filter_map(known).min();
        first.or_else(|| claims.iter().filter_map(known).min()).unwrap_or_default()
    }

    fn link(&self, fields: &Fields<'t, '_>) -> AreaLink {
        let kind = fields.choice("kind", LinkKind::ALL, LinkKind::Obstacle);
        let has_dates = matches!(kind, LinkKind::TookPart | LinkKind::Observed);
        let from = if has_dates { Some(fields.when("from")) } else { None };
        let to = if has_dates { fields.optional_when("to") } else { None };
        if let (Some(from), Some(to)) = (from, to)
            && to.date < from.date
        {
            fields
                .report("to", format!("it ends on {to}, before it begins on {from}: correct one"));
        }
        let claims = fields.needed_refs("claims", &self.ids.claims);
        let begun = from.map_or(Date::MIN, |it| it.date);
        AreaLink {
            kind,
            countries: fields.needed_refs("countries", &self.ids.countries),
            from,
            to,
            known: self.established(&claims).max(begun),
            claims,
        }
    }
}
