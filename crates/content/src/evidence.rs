//! Whether what the briefing says of a country rests on claims that carry it: a mark says no more than its sources.

use std::collections::BTreeSet;

use model::{
    AreaLink, Claim, ClaimId, Confidence, Country, CountryId, Group, LinkKind, Model, SourceId,
    SourceKind, StatusEntry, TechnologyId, Topic,
};

use crate::fields::Fields;
use crate::ids::Tables;

/// How many publishers make reports independent of one another, and reasons those of several voices.
const VOICES: usize = 2;

/// What a claim can rest on.
pub(crate) struct Evidence<'m> {
    pub(crate) model: &'m Model,
    /// Who published each source.
    pub(crate) publishers: &'m [String],
    /// Whose official or parliamentary source each is.
    pub(crate) issuers: Vec<Option<CountryId>>,
}

impl Evidence<'_> {
    /// Reports what the claims do not carry.
    pub(crate) fn check(&self, tables: &Tables<'_, '_>) {
        self.issuers(&tables.sources);
        for ((id, technology), fields) in self.model.each_technology().zip(&tables.technologies) {
            for (link, fields) in technology.links.iter().zip(fields.tables("links")) {
                self.link(id, link, &fields);
            }
            links_once(&technology.links, fields);
        }
        for ((id, country), fields) in self.model.each_country().zip(&tables.countries) {
            self.statuses(id, country, fields);
            self.voices(&country.reasons_for, "reasons_for", fields);
            self.voices(&country.reasons_against, "reasons_against", fields);
        }
    }

    fn issuers(&self, sources: &[Fields<'_, '_>]) {
        for ((source, issuer), fields) in self.model.sources.iter().zip(&self.issuers).zip(sources)
        {
            if issuer.is_some() && !is_public(source.kind) {
                let message = "only official and parliamentary sources have a `country`: remove it";
                fields.report("country", message.to_owned());
            }
        }
    }

    fn link(&self, technology: TechnologyId, link: &AreaLink, fields: &Fields<'_, '_>) {
        let countries = link.countries.iter().map(|it| Topic::Country(*it));
        let topics: Vec<Topic> = countries.chain([Topic::Technology(technology)]).collect();
        let claims = self.claims(&link.claims);
        if claims.iter().any(|claim| topics.iter().any(|it| !claim.about.contains(it))) {
            let message =
                "a claim of it is not `about` the area and each of its countries: correct one";
            fields.report("claims", message.to_owned());
        }
        let is_member =
            |id: &CountryId| self.model.country(*id).is_some_and(|it| it.group == Group::Member);
        if let Some(problem) = self.misfit(link, &claims, is_member) {
            fields.report("kind", problem.to_owned());
        }
    }

    /// What keeps a link from being of its kind.
    fn misfit(
        &self,
        link: &AreaLink,
        claims: &[&Claim],
        is_member: impl Fn(&CountryId) -> bool,
    ) -> Option<&'static str> {
        let (all, none) =
            (link.countries.iter().all(&is_member), !link.countries.iter().any(&is_member));
        let carries = |claim: &&Claim| {
            let own = |it: &SourceId| {
                self.is_issued_by(*it, |id| is_member(id) || link.countries.contains(id))
            };
            !claim.expected && (claim.sources.iter().any(own) || self.is_reported_twice(claim))
        };
        let is_official = |claim: &&Claim| claim.confidence == Confidence::Official;
        let is_of_pillar =
            |claim: &&Claim| claim.about.iter().any(|it| matches!(it, Topic::Pillar(_)));
        match link.kind {
            LinkKind::JointWork if !all => Some("joint work is of members: choose another `kind`"),
            LinkKind::TookPart
            | LinkKind::Observed
            | LinkKind::Interest
            | LinkKind::OutsideView
                if !none =>
            {
                Some(
                    "of members only `joint-work`, `outside-aukus` and `obstacle` can be said: choose another `kind`",
                )
            }
            _ if link.kind.is_of_aukus() && !claims.iter().any(carries) => Some(
                "none of its claims is more than a plan and rests on an official source of a member or of the country, or on two independent reports: choose a weaker `kind`, or add a source",
            ),
            LinkKind::OutsideAukus if claims.iter().any(is_of_pillar) => {
                Some("a claim of it is about a pillar: it is not outside AUKUS")
            }
            LinkKind::OutsideView if claims.iter().any(is_official) => {
                Some("a claim of it is official: that is no outsider’s view")
            }
            _ => None,
        }
    }

    fn is_issued_by(&self, source: SourceId, is_wanted: impl Fn(&CountryId) -> bool) -> bool {
        let issuer = self.issuers.get(source.index()).copied().flatten();
        issuer.is_some_and(|it| is_wanted(&it))
    }

    fn is_reported_twice(&self, claim: &Claim) -> bool {
        let is_report = |id: &&SourceId| {
            self.model.source(**id).is_some_and(|it| it.kind != SourceKind::Article)
        };
        self.publishers(claim.sources.iter().filter(is_report)) >= VOICES
    }

    /// How many publishers there are.
    fn publishers<'s>(&self, sources: impl Iterator<Item = &'s SourceId>) -> usize {
        let publishers = sources.filter_map(|id| self.publishers.get(id.index()));
        publishers.collect::<BTreeSet<_>>().len()
    }

    fn claims(&self, ids: &[ClaimId]) -> Vec<&Claim> {
        ids.iter().filter_map(|id| self.model.claim(*id)).collect()
    }

    /// Every country has a standing towards each pillar, unless that is closed. What confirms it is about the country.
    fn statuses(&self, id: CountryId, country: &Country, fields: &Fields<'_, '_>) {
        if country.group == Group::Mentioned {
            return;
        }
        for (entry, fields) in country.history.iter().zip(fields.tables("status")) {
            self.status(id, entry, &fields);
        }
        for (pillar_id, pillar) in self.model.each_pillar() {
            let has_own = country.history.iter().any(|it| it.pillar == pillar_id);
            let is_closed = pillar.closed.is_some() && country.group == Group::Prospective;
            if !has_own && !is_closed {
                let message = format!("no status for `{}`: add one, with its verdict", pillar.id);
                fields.report("status", message);
            }
        }
    }

    fn status(&self, country: CountryId, entry: &StatusEntry, fields: &Fields<'_, '_>) {
        let is_fact = |claim: &&Claim| {
            let is_about = claim.about.contains(&Topic::Country(country));
            is_about && !claim.expected && !claim.interpretation
        };
        if !self.claims(&entry.confirmed_by).iter().all(is_fact) {
            let message = "only claims about the country confirm its status, and neither plans nor opinions: remove the others";
            fields.report("confirmed_by", message.to_owned());
        }
    }

    fn voices(&self, reasons: &[Vec<ClaimId>], key: &'static str, fields: &Fields<'_, '_>) {
        let claims = reasons.iter().flat_map(|ids| self.claims(ids));
        let sources: Vec<SourceId> = claims.flat_map(|it| it.sources.iter().copied()).collect();
        if reasons.len() > 1 && self.publishers(sources.iter()) < VOICES {
            let message = "all of them rest on one publisher: add another voice";
            fields.report(key, message.to_owned());
        }
    }
}

fn is_public(kind: SourceKind) -> bool {
    matches!(kind, SourceKind::Official | SourceKind::Parliamentary)
}

/// One link says all of one kind that is on record of the same countries at one time.
fn links_once(links: &[AreaLink], fields: &Fields<'_, '_>) {
    for (index, link) in links.iter().enumerate() {
        let is_same = |it: &AreaLink| {
            (it.kind, &it.countries, it.from) == (link.kind, &link.countries, link.from)
        };
        if links.iter().take(index).any(is_same)
            && let Some(fields) = fields.tables("links").get(index)
        {
            let message =
                "a second link of this kind with the same countries: put their claims together";
            fields.report("kind", message.to_owned());
        }
    }
}
