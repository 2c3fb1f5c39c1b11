//! Reads the working areas and what countries have to do with them.

use model::{AreaLink, ClaimId, Date, LinkKind, Technology, TechnologyGroup};
use text::{ArticleTerms, TechnologyText};

use super::{Reader, each, known_id, optional_text, text, texts};
use crate::check;
use crate::fields::Fields;

/// The longest text of a detail, in characters: two lines of a narrow cell.
const DETAIL_CHARACTERS: usize = 36;

impl<'t> Reader<'t> {
    pub(super) fn technology(
        &self,
        fields: &Fields<'t, '_>,
    ) -> (Technology, (TechnologyText, ArticleTerms)) {
        let links = each(&fields.tables("links"), |it| (self.link(it), ())).0;
        let (details, detail_texts) =
            each(&fields.tables("details"), |it| (self.detail(it, &links), short_text(it)));
        let technology = Technology {
            id: known_id(fields),
            group: fields.choice("group", TechnologyGroup::ALL, TechnologyGroup::Technology),
            links,
            details,
            sources: fields.needed_refs("sources", &self.ids.sources),
        };
        let note = text(fields, "article_note");
        let text = TechnologyText {
            name: text(fields, "name"),
            short_name: text(fields, "short_name"),
            explanation: text(fields, "explanation"),
            gap: optional_text(fields, "gap"),
            details: detail_texts,
        };
        let terms = ArticleTerms { terms: texts(fields, "article_terms"), note };
        (technology, (text, terms))
    }

    /// A claim that is named in a few words, which a link of the area rests on.
    fn detail(&self, fields: &Fields<'t, '_>, links: &[AreaLink]) -> ClaimId {
        let claim = fields.needed_reference("claim", &self.ids.claims);
        if claim.is_some_and(|it| !links.iter().any(|link| link.claims.contains(&it))) {
            let message = "no link of the area rests on this claim: add it to one, or remove this";
            fields.report("claim", message.to_owned());
        }
        claim.unwrap_or_default()
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

/// What a claim says, in a few words.
fn short_text(fields: &Fields<'_, '_>) -> String {
    let text = text(fields, "text");
    check::is_short("text", &text, DETAIL_CHARACTERS, fields);
    text
}
