//! What is asked again and again while a view is put together.

use model::{AsOf, CountryId, Date, EntityId, Model, PillarId, Role, Standing, Status, Tie, When};
use text::Catalogue;

use super::{DataAttribute, Formatter, Link, NamedLink};
use crate::{Briefing, Chosen, Scope, Selection, Subject, Tool, address};

/// Briefing, selection, and what follows from them for all of a view.
#[derive(Clone, Copy)]
pub(super) struct ViewContext<'b> {
    pub(super) model: &'b Model,
    pub(super) text: &'b Catalogue,
    pub(super) selection: Selection,
    /// What links start from: the selection, so that they keep its scope and date.
    pub(super) base: Selection,
    pub(super) as_of: AsOf<'b>,
    pub(super) formats: Formatter<'b>,
    /// How many entries a list of the card has at most.
    pub(super) most: usize,
}

impl<'b> ViewContext<'b> {
    pub(super) fn new(briefing: &'b Briefing, selection: Selection) -> Self {
        let Briefing { model, text } = briefing;
        Self {
            model,
            text,
            selection,
            base: selection,
            as_of: model.as_of(selection.day(model)),
            formats: Formatter::new(&text.messages),
            most: usize::MAX,
        }
    }

    /// Whether only the beginning of the card is asked for, which answers a click.
    pub(super) fn is_begun(&self) -> bool {
        self.most < usize::MAX
    }

    /// The same at the latest date.
    pub(super) fn at_the_latest(&self) -> Self {
        let selection = Selection { date: None, ..self.selection };
        Self { selection, as_of: self.model.as_of(self.model.edition.date), ..*self }
    }

    /// A link to another selection.
    pub(super) fn link(&self, selection: Selection, attribute: DataAttribute<'b>) -> Link<'b> {
        Link {
            href: ["#", &address::fragment(self.model, &selection)].concat(),
            attribute,
            is_current: selection.without_step() == self.selection.without_step(),
        }
    }

    /// A link to a scope; current while that is the scope, whatever is open.
    pub(super) fn scope_link(&self, scope: Scope) -> Link<'b> {
        let attribute = match scope {
            Scope::Overview => DataAttribute::Overview,
            Scope::Areas(_) => DataAttribute::Areas,
            Scope::Pillar(id) => self.attribute(EntityId::Pillar(id)),
            Scope::Technology(id) => self.attribute(EntityId::Technology(id)),
            Scope::Since(_) => DataAttribute::Tool(Tool::Since),
            Scope::Search(_) => DataAttribute::Tool(Tool::Search),
        };
        let is_current = self.selection.scope == scope;
        // The overview is the table, whatever is chosen to be compared.
        let base = match scope {
            Scope::Overview => self.base.choosing(Chosen::default()),
            _ => self.base,
        };
        Link { is_current, ..self.link(base.within(scope), attribute) }
    }

    /// A link that opens a card within the scope.
    pub(super) fn subject_link(&self, subject: Subject) -> Link<'b> {
        self.link(self.base.opening(subject), self.attribute(subject.entity()))
    }

    /// A link to the card of an entry, with its name.
    pub(super) fn entity_link(&self, entity: EntityId) -> Option<NamedLink<'b>> {
        let name = self.name(entity)?;
        let shown = self.base.showing(entity);
        let link = match shown.subject {
            Some(subject) => self.subject_link(subject),
            None => self.scope_link(shown.scope),
        };
        Some(link.named(name))
    }

    fn attribute(&self, entity: EntityId) -> DataAttribute<'b> {
        DataAttribute::Entity(entity.kind(), entity.name(self.model).unwrap_or_default())
    }

    /// What an entry is called in a link; a tie by its label.
    fn name(&self, entity: EntityId) -> Option<&'b str> {
        let text = self.text;
        Some(match entity {
            EntityId::Pillar(id) => &text.pillar(id)?.name,
            EntityId::Technology(id) => &text.technology(id)?.name,
            EntityId::Country(id) => &text.country(id)?.name,
            EntityId::Tie(id) => text.tie(id)?,
            EntityId::Event(id) => &text.event(id)?.title,
            EntityId::Statement(id) => &text.statement(id)?.speaker,
            EntityId::Person(id) => &text.person(id)?.name,
        })
    }

    /// The pillar by which the map shades countries: the scope's own, else the second, which is the one that is open.
    pub(super) fn shading_pillar(&self) -> Option<PillarId> {
        match self.selection.scope {
            Scope::Pillar(id) => Some(id),
            Scope::Overview
            | Scope::Technology(_)
            | Scope::Areas(_)
            | Scope::Since(_)
            | Scope::Search(_) => self.model.each_pillar().next_back().map(|(id, _)| id),
        }
    }

    /// Since when it has been unconfirmed that a country still stands so; none where it is confirmed, or cannot lapse. With the
    /// status.
    pub(super) fn unconfirmed(&self, standing: &Standing) -> Option<(Status, When)> {
        unconfirmed(self.as_of, standing)
    }

    /// Whether a standing is drawn dashed: it is unconfirmed that it goes on. What is over is a fact for good.
    pub(super) fn is_dashed(&self, standing: &Standing) -> bool {
        is_dashed(self.as_of, standing)
    }

    /// "in consultation, since 17 September 2024; unconfirmed since 23 February 2026", or that there is no status yet.
    pub(super) fn standing(&self, standing: &Standing) -> String {
        let Some(leading) = standing.leading() else {
            return self.text.messages.status_none().to_owned();
        };
        let status = self.formats.status_since(leading.entry.status, leading.entry.from);
        match self.unconfirmed(standing) {
            Some((kind, newest)) => self.formats.unconfirmed_status(kind, &status, newest),
            None => status,
        }
    }

    /// "AUKUS: three members, four prospective partners", as of the date.
    pub(super) fn headline(&self) -> String {
        let count = |role| self.as_of.count(role);
        self.formats.headline(count(Role::Member), count(Role::Prospective))
    }

    /// Whether the page shows what it starts with: the overview and nothing opened.
    pub(super) fn is_start(&self) -> bool {
        let Selection { scope, subject, .. } = self.selection;
        scope == Scope::Overview && subject.is_none() && !self.selection.is_comparison()
    }

    /// The date since which the page shows what changed, if it does.
    pub(super) fn since(&self) -> Option<Date> {
        match (self.selection.scope, self.selection.subject) {
            (Scope::Since(from), None) => Some(from),
            _ => None,
        }
    }

    /// The name of the scope; empty for the overview.
    pub(super) fn scope_name(&self) -> &'b str {
        self.selection.scope.entity().and_then(|it| self.name(it)).unwrap_or_default()
    }

    /// Whether the lines of the map are what the scope has to say, and not the ties of what is selected in it.
    pub(super) fn has_lines_of_scope(&self) -> bool {
        let has_own = matches!(self.selection.subject, Some(Subject::Country(_) | Subject::Tie(_)));
        !has_own && matches!(self.selection.scope, Scope::Pillar(_) | Scope::Technology(_))
    }

    /// Whether a country of the map is the one that is selected.
    pub(super) fn is_selected(&self, index: Option<usize>) -> bool {
        let selected = match self.selection.subject {
            Some(Subject::Country(id)) => Some(id.index()),
            _ => None,
        };
        selected.is_some() && selected == index
    }

    /// Whether a country is one of those that are compared.
    pub(super) fn is_compared(&self, id: CountryId) -> bool {
        self.selection.is_comparison() && self.selection.chosen.contains(id)
    }

    /// "Australia and South Korea".
    pub(super) fn tie_name(&self, tie: &Tie) -> Option<String> {
        let [one, other] = tie.between.map(|id| self.text.country(id));
        let values = [("one", &*one?.name), ("other", &*other?.name)];
        Some(text::format(self.text.messages.tie_between(), &values))
    }
}

fn unconfirmed(as_of: AsOf, standing: &Standing) -> Option<(Status, When)> {
    let entry = standing.leading()?.entry;
    let confirmation = as_of.confirmation(entry)?;
    (!confirmation.is_recent).then_some((entry.status, confirmation.newest))
}

/// Whether a standing was drawn dashed when so much was known.
pub(super) fn is_dashed(as_of: AsOf, standing: &Standing) -> bool {
    unconfirmed(as_of, standing).is_some_and(|(status, _)| !status.is_past())
}

impl<'b> Link<'b> {
    /// The link with a name.
    pub(super) fn named(self, name: &'b str) -> NamedLink<'b> {
        NamedLink { link: self, name }
    }
}
