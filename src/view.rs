//! What map, lists, timeline and card show for a selection: a pure function of briefing and selection. Components only
//! draw what it returns.

mod article;
mod card;
mod map;
mod phrase;
mod printed_phrase;
mod table;
mod timeline;

pub use article::{ArticleLine, article};
pub(crate) use card::LONG;
pub use card::{Block, Card, CountryLine, EventLine, HistoryLine, Section, StatementLine, TieLine};
pub use map::{Legend, MapCountry, MapTie, Mark};
pub use phrase::Phrases;
pub use printed_phrase::PrintedPhrases;
pub use table::{Row, Table};
pub use timeline::Timeline;

use model::{
    AsOf, Bounds, Briefing, CountryId, Group, PillarId, Status, TechnologyGroup, TechnologyId,
};

use crate::link;
use crate::state::{Lens, Open, Selection};

/// A link to a view, with what marks it for tests and other people's tools.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link<'b> {
    /// The view's name as a fragment: where there is no script, the place of its card in the printed text.
    pub href: String,
    /// The `data-…` attribute that names what is selected.
    pub hook: Hook<'b>,
    /// Whether the view is the one that is shown.
    pub current: bool,
}

/// The `data-…` attribute of what a link selects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hook<'b> {
    /// `data-lens="overview"`.
    Overview,
    /// `data-pillar`.
    Pillar(&'b str),
    /// `data-technology`.
    Technology(&'b str),
    /// `data-country`.
    Country(&'b str),
    /// `data-event`.
    Event(&'b str),
    /// `data-statement`.
    Statement(&'b str),
    /// `data-person`.
    Person(&'b str),
    /// `data-tie`.
    Tie(&'b str),
    /// `data-close`.
    Close,
    /// `data-step`: `previous`, `next` or `latest` date.
    Step(&'static str),
}

impl<'b> Hook<'b> {
    /// The attribute and its value.
    #[must_use]
    pub fn attribute(self) -> (&'static str, &'b str) {
        match self {
            Self::Overview => ("data-lens", "overview"),
            Self::Pillar(id) => ("data-pillar", id),
            Self::Technology(id) => ("data-technology", id),
            Self::Country(id) => ("data-country", id),
            Self::Event(id) => ("data-event", id),
            Self::Statement(id) => ("data-statement", id),
            Self::Person(id) => ("data-person", id),
            Self::Tie(id) => ("data-tie", id),
            Self::Close => ("data-close", ""),
            Self::Step(name) => ("data-step", name),
        }
    }
}

/// A link with its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedLink<'b> {
    /// Where it goes.
    pub link: Link<'b>,
    /// Its text.
    pub name: &'b str,
}

/// A titled list of links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkGroup<'b> {
    /// Its title; empty for none.
    pub title: &'b str,
    /// Its links.
    pub links: Vec<NamedLink<'b>>,
}

/// A titled list of countries.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryGroup<'b> {
    /// Its title.
    pub title: &'b str,
    /// Its countries.
    pub countries: Vec<MapCountry<'b>>,
}

/// All that the page shows for a selection.
#[derive(Clone, Debug)]
pub struct View<'b> {
    /// What is shown.
    pub selection: Selection,
    /// The lenses, in groups.
    pub lenses: Vec<LinkGroup<'b>>,
    /// The countries as the list shows them.
    pub countries: Vec<CountryGroup<'b>>,
    /// The countries as the map shows them, in content order.
    pub map: Vec<MapCountry<'b>>,
    /// The ties that the map draws.
    pub ties: Vec<MapTie<'b>>,
    /// The part of the sheet that the selection is about.
    pub framing: Bounds,
    /// The countries with their statuses, as a table.
    pub table: Table<'b>,
    /// What the marks mean.
    pub legend: Vec<Legend<'b>>,
    /// The date control.
    pub timeline: Timeline<'b>,
    /// The beginning of the open card: of each list the first entries. For all of them see [`whole_card`].
    pub card: Card<'b>,
    /// One sentence on what is shown, for screen readers.
    pub announcement: String,
    /// The title of the document.
    pub title: String,
}

/// What is asked again and again while a view is put together.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'b> {
    pub(crate) briefing: &'b Briefing<'b>,
    pub(crate) selection: Selection,
    /// What links start from: the selection, so that they keep its lens and date.
    pub(crate) base: Selection,
    pub(crate) as_of: AsOf<'b, 'b>,
    pub(crate) phrases: Phrases<'b>,
    /// How many entries a list of the card has at most.
    most: usize,
}

/// How many entries a list has at most in a view. They stand for a list until the whole card is asked for.
const AT_ONCE: usize = 12;

/// The whole card of a selection. A view has its beginning, which is what answers a click, whatever the briefing has grown to.
#[must_use]
pub fn whole_card<'b>(briefing: &'b Briefing<'b>, selection: &Selection) -> Card<'b> {
    card::card(&Scene::new(briefing, *selection))
}

/// The card of a selection for the printed text: its links lead to other cards there, whose lens is their own.
#[must_use]
pub fn printed_card<'b>(briefing: &'b Briefing<'b>, selection: &Selection) -> Card<'b> {
    card::card(&Scene { base: Selection::default(), ..Scene::new(briefing, *selection) })
}

/// What the page shows for a selection.
#[must_use]
pub fn view<'b>(briefing: &'b Briefing<'b>, selection: &Selection) -> View<'b> {
    let scene = Scene::new(briefing, *selection);
    let map = map::countries(&scene);
    let card = card::card(&Scene { most: AT_ONCE, ..scene });
    View {
        selection: *selection,
        lenses: lenses(&scene),
        countries: country_groups(&scene, &map),
        ties: map::ties(&scene),
        framing: map::framing(&scene, &map),
        table: table::table(&scene),
        legend: map::legend(&scene, &map),
        timeline: timeline::timeline(&scene),
        announcement: announcement(&scene, &map, &card),
        title: title(&scene, &card),
        map,
        card,
    }
}

impl<'b> Scene<'b> {
    fn new(briefing: &'b Briefing<'b>, selection: Selection) -> Self {
        let as_of = briefing.as_of(selection.date.unwrap_or(briefing.edition.date));
        let phrases = Phrases::new(&briefing.words);
        Self { briefing, selection, base: selection, as_of, phrases, most: usize::MAX }
    }

    /// A link to another selection.
    pub(crate) fn link(&self, selection: Selection, hook: Hook<'b>) -> Link<'b> {
        Link {
            href: ["#", &link::fragment(self.briefing, &selection)].concat(),
            hook,
            current: selection == self.selection,
        }
    }

    /// A link through a lens; current while its lens is, whatever is open.
    pub(crate) fn lens_link(&self, lens: Lens, hook: Hook<'b>) -> Link<'b> {
        Link { current: self.selection.lens == lens, ..self.link(self.base.through(lens), hook) }
    }

    /// A link that opens a card over the current lens.
    pub(crate) fn open_link(&self, open: Open) -> Link<'b> {
        let briefing = self.briefing;
        let hook = match open {
            Open::Country(id) => Hook::Country(briefing.country(id).map_or("", |it| it.id)),
            Open::Event(id) => Hook::Event(briefing.event(id).map_or("", |it| it.id)),
            Open::Statement(id) => Hook::Statement(briefing.statement(id).map_or("", |it| it.id)),
            Open::Person(id) => Hook::Person(briefing.person(id).map_or("", |it| it.id)),
            Open::Tie(id) => Hook::Tie(briefing.tie(id).map_or("", |it| it.id)),
        };
        self.link(self.base.opening(open), hook)
    }

    /// The pillar by which the map shades countries: the lens's own, else the second, which is the one that is open.
    pub(crate) fn shading_pillar(&self) -> Option<PillarId> {
        match self.selection.lens {
            Lens::Pillar(id) => Some(id),
            Lens::Overview | Lens::Technology(_) => {
                PillarId::from_index(self.briefing.pillars.len().checked_sub(1)?)
            }
        }
    }

    /// Whether a pillar had been said to be closed to others.
    pub(crate) fn is_closed(&self, pillar: PillarId) -> bool {
        self.countries().any(|(country, _)| {
            self.as_of.standing(country, pillar).status() == Some(Status::Closed)
        })
    }

    /// The name of what the page is seen through; empty for the overview.
    pub(crate) fn lens_name(&self) -> &'b str {
        match self.selection.lens {
            Lens::Overview => "",
            Lens::Pillar(id) => self.briefing.pillar(id).map_or("", |it| it.name),
            Lens::Technology(id) => self.briefing.technology(id).map_or("", |it| it.name),
        }
    }

    /// Ids of all countries with the countries, in content order.
    pub(crate) fn countries(
        &self,
    ) -> impl Iterator<Item = (CountryId, &'b model::Country<'b>)> + use<'b> {
        self.briefing
            .countries
            .iter()
            .enumerate()
            .filter_map(|(index, it)| Some((CountryId::from_index(index)?, it)))
    }

    /// Ids of both pillars with the pillars.
    pub(crate) fn pillars(
        &self,
    ) -> impl Iterator<Item = (PillarId, &'b model::Pillar<'b>)> + use<'b> {
        self.briefing
            .pillars
            .iter()
            .enumerate()
            .filter_map(|(index, it)| Some((PillarId::from_index(index)?, it)))
    }
}

fn lenses<'b>(scene: &Scene<'b>) -> Vec<LinkGroup<'b>> {
    let words = &scene.briefing.words;
    let overview = NamedLink {
        link: scene.lens_link(Lens::Overview, Hook::Overview),
        name: words.lens_overview(),
    };
    let pillars = scene.pillars().map(|(id, it)| NamedLink {
        link: scene.lens_link(Lens::Pillar(id), Hook::Pillar(it.id)),
        name: it.name,
    });
    vec![
        LinkGroup { title: "", links: std::iter::once(overview).chain(pillars).collect() },
        LinkGroup {
            title: words.lens_technologies(),
            links: technologies(scene, TechnologyGroup::Technology),
        },
        LinkGroup {
            title: words.lens_functions(),
            links: technologies(scene, TechnologyGroup::Function),
        },
    ]
}

fn technologies<'b>(scene: &Scene<'b>, group: TechnologyGroup) -> Vec<NamedLink<'b>> {
    let of_group =
        scene.briefing.technologies.iter().enumerate().filter(|(_, it)| it.group == group);
    of_group
        .filter_map(|(index, it)| {
            let lens = Lens::Technology(TechnologyId::from_index(index)?);
            Some(NamedLink {
                link: scene.lens_link(lens, Hook::Technology(it.id)),
                name: it.short_name,
            })
        })
        .collect()
}

fn country_groups<'b>(scene: &Scene<'b>, map: &[MapCountry<'b>]) -> Vec<CountryGroup<'b>> {
    let words = &scene.briefing.words;
    let titles = [
        (Group::Member, words.group_members()),
        (Group::Prospective, words.group_prospective()),
        (Group::Mentioned, words.group_mentioned()),
    ];
    let of = |group| map.iter().filter(|it| it.group == group).cloned().collect();
    titles.into_iter().map(|(group, title)| CountryGroup { title, countries: of(group) }).collect()
}

fn announcement(scene: &Scene, map: &[MapCountry], card: &Card) -> String {
    match scene.selection.open {
        Some(Open::Country(id)) => {
            map.get(id.index()).map_or_else(String::new, |it| it.announcement.clone())
        }
        _ => scene.phrases.card_as_known(&card.title, scene.as_of.date()),
    }
}

fn title(scene: &Scene, card: &Card) -> String {
    let words = &scene.briefing.words;
    let is_start = scene.selection.lens == Lens::Overview && scene.selection.open.is_none();
    if is_start {
        words.title().to_owned()
    } else {
        model::fill(words.document_title(), &[("card", &card.title), ("title", words.title())])
    }
}
