//! On each day on which something happened, everything that the page counts and says of countries is what the content says of
//! them, worked out here in another way: by going through the raw histories.

use std::path::Path;
use std::rc::Rc;
use std::sync::OnceLock;

use super::{
    Block, Formatter, LaneName, Mark, Section, Shape, Timeline, View, Who, view, whole_card,
};
use crate::{Briefing, Scope, Selection, Subject};
use model::{
    ClaimId, Country, CountryId, Date, Group, LinkKind, Model, PillarId, Status, StatusEntry,
    TechnologyId, When,
};

/// A briefing: the name of its folder, so that a failure says which.
struct Tried {
    folder: &'static str,
    briefing: Briefing,
}

fn tried() -> &'static [Tried; 2] {
    static TRIED: OnceLock<[Tried; 2]> = OnceLock::new();
    TRIED.get_or_init(|| {
        ["tests/content", "assets/content"].map(|folder| {
            let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
            let compiled = compile::compile(&project.join(folder), &project).unwrap();
            Tried { folder, briefing: Briefing::new(compiled.model, compiled.text).unwrap() }
        })
    })
}

/// Every stop of the timeline of both briefings: each day on which something happened or began in a lane, and that of the edition.
pub(super) fn each_date(check: impl Fn(&'static Briefing, Date, &str)) {
    for Tried { folder, briefing } in tried() {
        let stops = view(briefing, &Selection::default()).timeline.stops;
        let missing = briefing.model.event_dates().into_iter().filter(|it| !stops.contains(it));
        assert_eq!(missing.collect::<Vec<_>>(), [], "no stops of {folder}");
        for date in stops {
            check(briefing, date, &format!("{folder} on {date}"));
        }
    }
}

/// The briefing itself.
pub(super) fn real() -> &'static Briefing {
    &tried()[1].briefing
}

fn shown(briefing: &'static Briefing, date: Date, scope: Scope) -> View<'static> {
    view(briefing, &Selection { date: Some(date), ..Selection::default().within(scope) })
}

fn scopes(model: &Model) -> Vec<Scope> {
    let pillars = model.each_pillar().map(|(id, _)| Scope::Pillar(id));
    let technologies = model.each_technology().map(|(id, _)| Scope::Technology(id));
    [Scope::Overview, Scope::Areas(None)].into_iter().chain(pillars).chain(technologies).collect()
}

/// The entries of a country for a pillar that were known, the latest last.
pub(super) fn known(
    model: &Model,
    country: &Country,
    pillar: PillarId,
    date: Date,
) -> Vec<StatusEntry> {
    let own = country.history.iter().filter(|it| it.pillar == pillar).cloned();
    let closed = model.pillar(pillar).unwrap().closed.clone();
    let closed = closed.into_iter().filter(|_| country.group == Group::Prospective);
    let mut entries: Vec<_> = own.chain(closed).filter(|it| it.known <= date).collect();
    entries.sort_by_key(|it| it.from);
    entries
}

/// The members' side, else what the country has said of itself.
pub(super) fn present(entries: &[StatusEntry]) -> Option<&StatusEntry> {
    let members_side = entries.iter().rfind(|it| it.status != Status::Interest);
    members_side.or(entries.last())
}

fn statuses(model: &Model, country: &Country, date: Date) -> Vec<Status> {
    let pillars = model.each_pillar();
    let entries = pillars.map(|(pillar, _)| known(model, country, pillar, date));
    entries.filter_map(|it| present(&it).map(|it| it.status)).collect()
}

#[test]
fn the_headline_counts_who_is_in_and_who_is_weighed() {
    let words = ["no", "one", "two", "three", "four", "five"];
    each_date(|briefing, date, what| {
        let model = &briefing.model;
        let all = || model.countries.iter().map(|it| statuses(model, it, date));
        let members = all().filter(|it| it.contains(&Status::Member)).count();
        let weighed = |it: &Vec<Status>| {
            !it.contains(&Status::Member) && it.iter().any(|it| it.is_in_talks())
        };
        let prospective = all().filter(weighed).count();
        let headline = shown(briefing, date, Scope::Overview).masthead.headline;
        let said: Vec<&str> =
            headline.split([' ', ',']).filter(|word| words.contains(word)).collect();
        let expected = if prospective == 0 {
            vec![words[members]]
        } else {
            vec![words[members], words[prospective]]
        };
        assert_eq!(said, expected, "{what}: {headline}");
    });
}

#[test]
fn nobody_is_prospective_on_the_day_of_the_founding() {
    for Tried { folder, briefing } in tried() {
        let first = briefing.model.event_dates()[0];
        let view = shown(briefing, first, Scope::Overview);
        let who = who(&view);
        assert!(who.groups.iter().flatten().all(|it| it.mark == Mark::Member), "{folder}");
        assert!(!view.masthead.headline.contains("prospective"), "{folder}");
    }
}

/// The table 'who is in what' of the overview.
fn who(view: &View<'static>) -> Rc<Who<'static>> {
    let blocks = view.card.sections.iter().flat_map(|it| &it.blocks);
    let mut tables =
        blocks.filter_map(|it| if let Block::Who(who) = it { Some(who) } else { None });
    Rc::clone(tables.next().unwrap())
}

#[test]
fn each_mark_is_the_present_status_and_the_legend_counts_the_marks() {
    each_date(|briefing, date, what| {
        let model = &briefing.model;
        let last = model.each_pillar().next_back().unwrap().0;
        for scope in scopes(model) {
            let view = shown(briefing, date, scope);
            for (country, it) in model.countries.iter().zip(&view.map) {
                let expected = match scope {
                    _ if country.group == Group::Mentioned => Mark::Mentioned,
                    Scope::Technology(id) => area_mark(model, country, id, date),
                    Scope::Pillar(pillar) => pillar_mark(model, country, pillar, date),
                    Scope::Overview | Scope::Areas(_) | Scope::Since(_) | Scope::Search(_) => {
                        pillar_mark(model, country, last, date)
                    }
                };
                assert_eq!(it.mark, expected, "{what}, {scope:?}: {}", country.id);
            }
            for line in &view.legend {
                let marked = || view.map.iter().filter(|it| it.mark == line.mark && !it.is_land);
                let count = marked().count();
                assert_eq!(line.count, count, "{what}, {scope:?}: {}", line.meaning);
                let words = marked().map(|it| it.status);
                assert!(
                    words.clone().all(|it| it == line.meaning),
                    "{what}: {:?}",
                    words.collect::<Vec<_>>()
                );
            }
        }
    });
}

fn pillar_mark(model: &Model, country: &Country, pillar: PillarId, date: Date) -> Mark {
    let entries = known(model, country, pillar, date);
    present(&entries).map_or(Mark::None, |it| Mark::from(it.status))
}

/// Only work of AUKUS colours the map of an area.
fn area_mark(model: &Model, country: &Country, area: TechnologyId, date: Date) -> Mark {
    let id = model.each_country().find(|it| it.1.id == country.id).unwrap().0;
    let links = &model.technology(area).unwrap().links;
    let has = |kind| {
        links.iter().any(|it| it.kind == kind && it.known <= date && it.countries.contains(&id))
    };
    if has(LinkKind::JointWork) {
        Mark::Member
    } else if has(LinkKind::TookPart) {
        Mark::Participant
    } else if has(LinkKind::Observed) {
        Mark::Observed
    } else {
        Mark::None
    }
}

#[test]
fn the_table_says_the_present_status_and_since_when() {
    each_date(|briefing, date, what| {
        let (model, messages) = (&briefing.model, &briefing.text.messages);
        let formats = Formatter::new(messages);
        let who = who(&shown(briefing, date, Scope::Overview));
        let mut listed = 0;
        for (country, text) in model.countries.iter().zip(&briefing.text.countries) {
            let mut rows = who.groups.iter().flatten().filter(|it| it.country.name == text.name);
            let Some(row) = rows.next() else { continue };
            listed += 1;
            for ((pillar, _), said) in model.each_pillar().zip(&row.cells) {
                let entries = known(model, country, pillar, date);
                let present = present(&entries);
                let expected = match present.map(|it| it.status) {
                    None => messages.cell_none(),
                    Some(Status::Closed) => messages.cell_closed(),
                    Some(status) => formats.status(status),
                };
                assert_eq!(said.status, expected, "{what}: {}", country.id);
                let is_lapsed = present
                    .is_some_and(|it| !it.status.is_past() && lapsed(model, it, date).is_some());
                assert_eq!(said.is_unconfirmed, is_lapsed, "{what}: {}", country.id);
            }
            let last = model.each_pillar().next_back().unwrap().0;
            let entries = known(model, country, last, date);
            let from = present(&entries).unwrap().from;
            assert_eq!(row.when, formats.short_month(from), "{what}: {}", country.id);
        }
        let others: usize = who.others.iter().map(|it| it.countries.len()).sum();
        let rows = who.groups.iter().flatten().count();
        assert_eq!((listed, rows + others), (rows, model.countries.len()), "{what}");
    });
}

/// The newest day on which a claim says so, if that is too long ago.
pub(super) fn lapsed(model: &Model, entry: &StatusEntry, date: Date) -> Option<When> {
    let lasts = matches!(entry.status, Status::Member | Status::Closed | Status::Interest);
    let ids: Vec<ClaimId> = [&*entry.claims, &entry.confirmed_by].concat();
    let claims = ids.iter().filter_map(|id| model.claim(*id)).filter(|it| it.known <= date);
    let newest = claims.map(|it| it.when).max().unwrap_or(entry.from).max(entry.from);
    let mut last_day = newest.date;
    for _ in 0..model.edition.confirmed_days {
        last_day = last_day.next();
    }
    (!lasts && date > last_day).then_some(newest)
}

#[test]
fn each_verdict_is_that_of_the_period() {
    each_date(|briefing, date, what| {
        let model = &briefing.model;
        for (id, country) in model.each_country() {
            let mut said = verdicts(briefing, id, date);
            let mut expected: Vec<String> = Vec::new();
            let none = Formatter::new(&briefing.text.messages).verdict_none(date);
            let pillars = model.each_pillar().filter(|_| country.group != Group::Mentioned);
            for (pillar, _) in pillars {
                let entries = known(model, country, pillar, date);
                let Some(latest) = entries.last() else {
                    expected.push(none.clone());
                    continue;
                };
                let index = country.history.iter().position(|it| it == latest);
                expected.push(match index {
                    Some(index) => {
                        briefing.text.country(id).unwrap().statuses[index].verdict.clone()
                    }
                    None => briefing.text.pillar(pillar).unwrap().closed.clone().unwrap(),
                });
                let later =
                    latest.verdict.iter().filter(|it| model.claim(**it).unwrap().known > date);
                assert_eq!(later.count(), 0, "{what}: {}", country.id);
            }
            said.sort_unstable();
            expected.sort_unstable();
            // What is said of both pillars is said once.
            expected.dedup();
            assert_eq!(said, expected, "{what}: {}", country.id);
        }
    });
}

fn verdicts(briefing: &'static Briefing, id: CountryId, date: Date) -> Vec<String> {
    let open = Selection::default().opening(Subject::Country(id));
    let card = whole_card(briefing, &Selection { date: Some(date), ..open });
    card.verdicts.into_iter().map(|it| it.text.to_string()).collect()
}

#[test]
fn nothing_is_said_that_became_known_later() {
    each_date(|briefing, date, what| {
        let model = &briefing.model;
        let subjects = model.each_country().map(|(id, _)| Some(Subject::Country(id)));
        let selections = subjects.map(|it| Selection { subject: it, ..Selection::default() });
        let scopes = scopes(model).into_iter().map(|it| Selection::default().within(it));
        for selection in selections.chain(scopes) {
            let card = whole_card(briefing, &Selection { date: Some(date), ..selection });
            for id in claims(&card.sections) {
                let known = model.claim(id).unwrap().known;
                assert!(known <= date, "{what}: {} says what became known on {known}", card.id);
            }
        }
    });
}

fn claims(sections: &[Section]) -> Vec<ClaimId> {
    let blocks = sections.iter().flat_map(|it| &it.blocks);
    let claims = blocks.map(|it| match it {
        Block::Claims(claims) => claims.clone(),
        Block::History(lines) => lines.iter().flat_map(|it| it.claims.clone()).collect(),
        Block::Ties(lines) => lines.iter().flat_map(|it| it.claims.clone()).collect(),
        _ => Vec::new(),
    });
    claims.flatten().collect()
}

/// The lane of a country of its own, if it has one.
fn lane<'t>(timeline: &'t Timeline<'static>, name: &str) -> Option<&'t super::Lane<'static>> {
    timeline
        .lanes
        .iter()
        .find(|lane| matches!(&lane.name, LaneName::Country(it, ..) if it.name == name))
}

#[test]
fn each_lane_ends_as_the_country_stands() {
    each_date(|briefing, date, what| {
        let model = &briefing.model;
        let last = model.each_pillar().next_back().unwrap().0;
        let timeline = shown(briefing, date, Scope::Overview).timeline;
        for (country, text) in model.countries.iter().zip(&briefing.text.countries) {
            let entries = known(model, country, last, date);
            let is_own = country.group == Group::Prospective;
            let present = present(&entries).filter(|it| is_own && it.status != Status::Closed);
            let lane = lane(&timeline, &text.name);
            assert_eq!(lane.is_some(), present.is_some(), "{what}: {}", country.id);
            let (Some(lane), Some(present)) = (lane, present) else { continue };
            let LaneName::Country(_, mark, is_unconfirmed) = lane.name else { continue };
            let is_lapsed = !present.status.is_past() && lapsed(model, present, date).is_some();
            assert_eq!(
                (mark, is_unconfirmed),
                (Mark::from(present.status), is_lapsed),
                "{what}: {}",
                country.id
            );
            // The bar or point of the present status, whatever the country observed since.
            let own = lane.items.iter().rfind(|it| it.mark == mark).unwrap();
            let is_dashed = own.shape == Shape::Unconfirmed;
            assert_eq!(is_dashed, is_lapsed, "{what}: {}", country.id);
            let is_point = own.shape == Shape::Point;
            assert_eq!(is_point, present.status == Status::Participant, "{what}: {}", country.id);
            assert!(is_point || own.span.to == timeline.now, "{what}: {}", country.id);
            assert_eq!(lane.in_words.is_empty(), entries.is_empty(), "{what}: {}", country.id);
        }
    });
}

/// What a lane has of a country on a date: its status, and when it took part or observed.
fn in_lane(
    model: &Model,
    id: CountryId,
    date: Date,
) -> (Option<Status>, Vec<(LinkKind, Option<When>)>) {
    let (last, country) = (model.each_pillar().next_back().unwrap().0, model.country(id).unwrap());
    let is_past = |kind| [LinkKind::TookPart, LinkKind::Observed].contains(&kind);
    let links = model.technologies.iter().flat_map(|it| &it.links).filter(|it| {
        let has_begun = it.from.is_some_and(|it| it.date <= date) && it.known <= date;
        has_begun && is_past(it.kind) && it.countries.contains(&id)
    });
    let mut seen: Vec<_> = links.map(|it| (it.kind, it.from)).collect();
    seen.dedup();
    if country.group != Group::Prospective {
        seen.clear();
    }
    (present(&known(model, country, last, date)).map(|it| it.status), seen)
}

#[test]
fn each_day_on_which_a_lane_changes_is_a_stop_and_says_whose() {
    for Tried { folder, briefing } in tried() {
        let model = &briefing.model;
        let stops = view(briefing, &Selection::default()).timeline.stops;
        let mut before = stops[0];
        while before < model.edition.date {
            let date = before.next();
            for (id, _) in model.each_country() {
                if in_lane(model, id, before) != in_lane(model, id, date) {
                    let name = &briefing.text.country(id).unwrap().name;
                    let said = shown(briefing, date, Scope::Overview).timeline.changed;
                    assert!(stops.contains(&date), "{folder}: {date} is no stop: {name}");
                    let is_said = said.iter().any(|it| it.contains(name));
                    assert!(is_said, "{folder} on {date}: {name} is not in {said:?}");
                }
            }
            before = date;
        }
    }
}

#[test]
fn bars_are_apart_and_nothing_on_the_timeline_is_later() {
    each_date(|briefing, date, what| {
        let timeline = shown(briefing, date, Scope::Overview).timeline;
        for items in timeline.lanes.iter().map(|it| &it.items) {
            let bars = items.iter().filter(|it| it.shape != Shape::Point);
            let bars: Vec<_> = bars.map(|it| it.span).collect();
            for pair in bars.windows(2) {
                assert!(pair[0].to <= pair[1].from, "{what}: {bars:?}");
            }
            let rooms: Vec<_> =
                items.iter().map(|it| it.room).filter(|it| !it.is_empty()).collect();
            for pair in rooms.windows(2) {
                assert!(pair[0].to <= pair[1].from, "{what}: {rooms:?}");
            }
            for item in items {
                let end = if item.shape == Shape::Point { item.span.from } else { item.span.to };
                assert!(end <= timeline.now && item.room.to <= timeline.now, "{what}: {item:?}");
            }
        }
        let known = || briefing.model.events.iter().filter(|it| it.known <= date);
        let more: usize = timeline.ticks.more.iter().map(|it| it.1).sum();
        let drawn = timeline.ticks.each.len() + more + timeline.ticks.later;
        assert_eq!(drawn, known().count(), "{what}");
        let happened = timeline.ticks.each.iter().filter(|it| it.line.tag.is_none());
        for tick in happened {
            assert!(tick.span.from <= timeline.now, "{what}: {}", tick.line.event.name);
        }
        let names: Vec<_> = timeline.ticks.names.iter().map(|it| it.room).collect();
        for pair in names.windows(2) {
            assert!(pair[0].to <= pair[1].from, "{what}: {names:?}");
        }
    });
}

#[test]
fn squares_in_one_place_stand_on_one_another() {
    each_date(|briefing, date, what| {
        let ticks = shown(briefing, date, Scope::Overview).timeline.ticks.each;
        for (at, one) in ticks.iter().enumerate() {
            for other in &ticks[at + 1..] {
                let is_over = one.level == other.level
                    && one.span.from < other.span.to
                    && other.span.from < one.span.to;
                assert!(!is_over, "{what}: {} and {}", one.line.event.name, other.line.event.name);
            }
        }
    });
}

#[test]
fn an_answer_rests_on_what_had_appeared() {
    each_date(|briefing, date, what| {
        let model = &briefing.model;
        let latest = date.next().next();
        for (id, _) in model.each_country() {
            let selection = Selection::default().opening(Subject::Country(id)).dated(Some(date));
            for line in view(briefing, &selection).card.verdicts {
                let dates = line.sources.iter().filter_map(|it| Some(model.source(*it)?.date.date));
                let (then, later): (Vec<_>, Vec<_>) = dates.partition(|it| *it <= latest);
                assert!(then.is_empty() || later.is_empty(), "{what}: {later:?} beside {then:?}");
            }
        }
    });
}
