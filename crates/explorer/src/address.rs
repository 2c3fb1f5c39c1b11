//! Selection ⇄ address. Every view has one short canonical name, and every text has a nearest view.
//!
//! `pillar=2&partner=kor&date=2024-05-01`, as the query of an address or as its fragment: at most one key of a scope, at most
//! one of a subject, and `date`. `view=areas` is the scope of all areas, and an area and a country after it are the cell that
//! is opened. `from` is the day since when changes are shown, `q` what is searched for, with `only` for what its results are
//! about, and `compare` the countries that are chosen; `story` is a step of the story, and stands alone. The keys of entries are those of [`EntityKind`]; values are the ids of the content without their
//! prefix, and need no escaping. Keys of others (such as a mailing's tracking tags) mean nothing, and their values are not
//! looked into; the canonical name that the app writes is without them, so that what a reader shares names the view alone.
//!
//! What mail and chat programs do to an address is undone. Keys and values are letters, digits and hyphens, so around them
//! everything else is damage, and what else is between `&` and `&` comes after a delimiter. `assets/address.js` does the
//! same before the app is there, and `tests/addresses.txt` holds both to it. What is searched for is free text, in which
//! nothing is mended: it is what stands after `q=` up to the next `&`.

use model::{Date, EntityId, EntityKind, Model, StepId, When};
use percent_encoding::percent_decode_str;

use crate::{Briefing, Cell, Chosen, Filter, Scope, Search, Selection, Subject, Words};

/// The key of a scope that is about no entry alone.
pub const VIEW_KEY: &str = "view";

/// The value of its key that stands for all areas.
const AREAS: &str = "areas";

/// The key of the date.
pub const DATE_KEY: &str = "date";

/// The key of the day since when changes are shown.
pub const FROM_KEY: &str = "from";

/// The key of what is searched for.
pub const WORDS_KEY: &str = "q";

/// The key of what the results of a search are about.
pub const FILTER_KEY: &str = "only";

/// The key of the countries that are compared.
pub const CHOSEN_KEY: &str = "compare";

/// The key of a step of the story, by its number.
pub const STEP_KEY: &str = "story";

/// What a filter says of the sources of its results.
const OFFICIAL: &str = "official";
const DISPUTED: &str = "differ";

/// The name of the overview as a fragment, which must not be empty: it would name nothing.
pub const OVERVIEW: &str = "overview";

/// What an address means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parsed {
    /// The nearest valid selection.
    pub selection: Selection,
    /// Whether every value of a known key was valid.
    pub is_understood: bool,
}

/// The keys that name a view, in the order of a canonical name.
pub fn keys() -> impl Iterator<Item = &'static str> {
    [STEP_KEY, VIEW_KEY, WORDS_KEY, FILTER_KEY, FROM_KEY]
        .into_iter()
        .chain(EntityKind::ALL.into_iter().map(EntityKind::key))
        .chain([CHOSEN_KEY, DATE_KEY])
}

/// The canonical name of a selection; empty for the overview as of today. With `#` before it, it is the link to the view,
/// and its card in the prerendered text has it as its id.
#[must_use]
pub fn print(model: &Model, selection: &Selection) -> String {
    let mut query = String::new();
    let mut push = |key: &str, value: &str| {
        if !query.is_empty() {
            query.push('&');
        }
        query.extend([key, "=", value]);
    };
    if let Some(step) = selection.step {
        push(STEP_KEY, &step.number().to_string());
        return query;
    }
    match selection.scope {
        Scope::Areas(_) => push(VIEW_KEY, AREAS),
        Scope::Since(from) => push(FROM_KEY, &from.to_string()),
        Scope::Search(Search { words, filter }) => {
            push(
                WORDS_KEY,
                &form_urlencoded::byte_serialize(words.as_str().as_bytes()).collect::<String>(),
            );
            let about = filter_names(model, &filter).join(",");
            if !about.is_empty() {
                push(FILTER_KEY, &about);
            }
        }
        Scope::Overview | Scope::Pillar(_) | Scope::Technology(_) => {}
    }
    let entities = match selection.scope {
        Scope::Areas(cell) => [
            cell.map(|it| EntityId::Technology(it.technology)),
            cell.map(|it| EntityId::Country(it.country)),
        ],
        scope => [scope.entity(), selection.subject.map(Subject::entity)],
    };
    for entity in entities.into_iter().flatten() {
        if let Some(name) = entity.short_name(model) {
            push(entity.kind().key(), name);
        }
    }
    let chosen: Vec<&str> =
        selection.chosen.iter().filter_map(|it| EntityId::Country(it).short_name(model)).collect();
    if !chosen.is_empty() {
        push(CHOSEN_KEY, &chosen.join(","));
    }
    if let Some(date) = selection.date {
        push(DATE_KEY, &date.to_string());
    }
    query
}

/// What the results of a search are about, as an address says it.
fn filter_names<'m>(model: &'m Model, filter: &Filter) -> Vec<&'m str> {
    let entities =
        [filter.country.map(EntityId::Country), filter.technology.map(EntityId::Technology)];
    let sources = [(filter.is_official, OFFICIAL), (filter.is_disputed, DISPUTED)];
    let about = entities.into_iter().flatten().filter_map(|it| it.short_name(model));
    about.chain(sources.into_iter().filter_map(|(is_on, name)| is_on.then_some(name))).collect()
}

/// The name of a selection as a fragment, without its `#`.
#[must_use]
pub fn fragment(model: &Model, selection: &Selection) -> String {
    let name = print(model, selection);
    if name.is_empty() { OVERVIEW.to_owned() } else { name }
}

/// Whether a text names a view, rightly or wrongly; a fragment may name a place on the page instead.
#[must_use]
pub fn names_view(text: &str) -> bool {
    names_overview(text) || !pairs(text).is_empty()
}

/// Whether a text begins with the overview, whatever was put behind it.
fn names_overview(text: &str) -> bool {
    let decoded = decoded(text);
    decoded.split(DELIMITERS).map(plain).find(|it| !it.is_empty()).is_some_and(|it| it == OVERVIEW)
}

/// The text that names the view, of the query and the fragment of an address: the fragment if it can, so that links need no
/// server, else the query. A date alone goes with the view of the query, as does what a browser takes for a fragment after
/// an `&#38;` or `&#x26;` that should have been `&`.
#[must_use]
pub fn asked(query: &str, fragment: &str) -> String {
    let pairs = pairs(fragment);
    let is_date = !pairs.is_empty() && pairs.iter().all(|(key, _)| *key == Key::Date);
    let is_reference =
        ["38;", "x26;", "X26;"].iter().any(|it| fragment.trim_start_matches('0').starts_with(it));
    let is_part = is_date || is_reference;
    if names_overview(fragment) {
        fragment.to_owned()
    } else if is_part {
        [fragment, "&", query].concat()
    } else {
        if pairs.is_empty() { query } else { fragment }.to_owned()
    }
}

/// The nearest selection to any text, with or without a question mark. Never fails; the first of two values for the
/// same thing counts.
#[must_use]
pub fn parse(briefing: &Briefing, query: &str) -> Parsed {
    let query = query.strip_prefix('?').unwrap_or(query);
    let has_bare_key = query.split('&').any(|it| Key::named(it).is_some());
    let mut found = Found {
        is_areas: false,
        briefing,
        scope: None,
        subject: None,
        date: None,
        from: None,
        words: None,
        filter: None,
        chosen: None,
        step: None,
        is_understood: !has_bare_key,
    };
    for (key, value) in pairs(query) {
        match key {
            Key::View => found.take_view(&value),
            Key::Step => found.take_step(&value),
            Key::Entity(kind) => found.take_entity(find(briefing, kind, &value)),
            Key::Date => found.take_date(&value),
            Key::From => found.take_from(&value),
            Key::Words => drop(found.words.get_or_insert(Words::new(&value))),
            Key::Filter => found.take_filter(&value),
            Key::Chosen => found.take_chosen(&value),
        }
    }
    let selection = found.selection();
    Parsed { selection, is_understood: found.is_understood }
}

/// What a value is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    View,
    Step,
    Entity(EntityKind),
    Date,
    From,
    Words,
    Filter,
    Chosen,
}

impl Key {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            DATE_KEY => Self::Date,
            VIEW_KEY => Self::View,
            STEP_KEY => Self::Step,
            FROM_KEY => Self::From,
            WORDS_KEY => Self::Words,
            FILTER_KEY => Self::Filter,
            CHOSEN_KEY => Self::Chosen,
            _ => EntityKind::ALL.into_iter().find(|it| it.key() == name).map(Self::Entity)?,
        })
    }

    /// Whether its values are lists, with commas in between.
    fn is_list(self) -> bool {
        matches!(self, Self::Filter | Self::Chosen)
    }
}

/// What ends a value that something else was put behind.
const DELIMITERS: &[char] =
    &['&', ';', '?', '#', '"', '<', '>', '(', ')', '[', ']', '{', '}', '|', ',', '~', '%', '\n'];

/// The known keys in a text and what stands after them, both mended; what is searched for as it stands.
fn pairs(text: &str) -> Vec<(Key, String)> {
    let mut pairs = Vec::new();
    for pair in text.split('&') {
        match pair.strip_prefix(WORDS_KEY).and_then(|it| it.strip_prefix('=')) {
            Some(words) => pairs.push((Key::Words, free_text(words))),
            None => add_mended(&mut pairs, &decoded(pair)),
        }
    }
    pairs
}

/// What was typed into a form, of what it is in an address.
fn free_text(value: &str) -> String {
    let spaced = value.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

/// Adds the pairs of known keys and mended values in a text. What is a key of others ends it: its value may be another page's
/// address. Behind a comma a list goes on.
fn add_mended(pairs: &mut Vec<(Key, String)>, text: &str) {
    let mut list: Option<usize> = None;
    let mut rest = text;
    loop {
        let end = rest.find(DELIMITERS).unwrap_or(rest.len());
        let (piece, behind) = rest.split_at(end);
        match (piece.split_once('='), list) {
            (Some((key, value)), _) => {
                let Some(key) = Key::named(&plain(key)).filter(|it| *it != Key::Words) else {
                    return;
                };
                list = key.is_list().then_some(pairs.len());
                pairs.push((key, plain(value)));
            }
            (None, Some(at)) => {
                if let (Some((_, values)), item) = (pairs.get_mut(at), plain(piece))
                    && !item.is_empty()
                {
                    values.extend([",", &*item]);
                }
            }
            (None, None) => {}
        }
        let mut behind = behind.chars();
        let Some(delimiter) = behind.next() else { return };
        list = list.filter(|_| delimiter == ',');
        rest = behind.as_str();
    }
}

/// A text without percent escapes and without those of mail (`=3D`); what is not ASCII is a space. What opens a value in
/// quotes or brackets is left out.
fn decoded(text: &str) -> String {
    let ascii = |byte: u8| if byte.is_ascii() { char::from(byte) } else { ' ' };
    let plain = percent_decode_str(text).map(ascii).collect::<String>().replace("=3D", "=");
    let mut decoded = String::with_capacity(plain.len());
    for letter in plain.chars() {
        let opens = decoded.ends_with('=') && letter != '&' && DELIMITERS.contains(&letter);
        if !opens {
            decoded.push(letter);
        }
    }
    decoded
}

/// The words of a text with hyphens in between, in small letters.
fn plain(text: &str) -> String {
    let is_between = |it: char| !it.is_ascii_alphanumeric() && it != '-';
    let mut plain = String::new();
    for word in text.split(is_between).filter(|it| !it.is_empty()) {
        if !plain.is_empty() {
            plain.push('-');
        }
        plain.push_str(word);
    }
    plain.make_ascii_lowercase();
    plain
}

/// What has been found in an address so far.
struct Found<'b> {
    briefing: &'b Briefing,
    is_areas: bool,
    scope: Option<Scope>,
    subject: Option<Subject>,
    date: Option<Option<Date>>,
    from: Option<Date>,
    words: Option<Words>,
    filter: Option<Filter>,
    chosen: Option<Chosen>,
    step: Option<Selection>,
    is_understood: bool,
}

impl Found<'_> {
    /// A step of the story stands alone.
    fn selection(&mut self) -> Selection {
        if let Some(step) = self.step {
            return step;
        }
        let mut date = self.date.flatten();
        let (scope, subject) = if self.is_areas {
            self.view()
        } else if self.words.is_some() || self.filter.is_some() {
            let search = Search {
                words: self.words.unwrap_or_default(),
                filter: self.filter.unwrap_or_default(),
            };
            (Scope::Search(search), self.subject)
        } else {
            let (from, end) = self.period(date);
            date = end;
            from.map_or_else(|| self.view(), |from| (Scope::Since(from), None))
        };
        Selection { scope, subject, date, chosen: self.chosen.unwrap_or_default(), step: None }
    }

    /// The day since when changes are shown, and the date, whichever way round they were given. Of one day there are none.
    fn period(&mut self, date: Option<Date>) -> (Option<Date>, Option<Date>) {
        let end = date.unwrap_or(self.briefing.model.edition.date);
        match self.from {
            Some(from) if from < end => (Some(from), date),
            Some(from) if from > end => (date, self.selectable(from)),
            Some(_) => {
                self.is_understood = false;
                (None, date)
            }
            None => (None, date),
        }
    }

    /// A day as a date to select: the edition's own is the latest.
    fn selectable(&self, day: Date) -> Option<Date> {
        (day < self.briefing.model.edition.date).then_some(day)
    }

    /// Scope and subject. In the view of all areas an area and a country are the cell that is opened.
    fn view(&self) -> (Scope, Option<Subject>) {
        let scope = self.scope.unwrap_or_default();
        if !self.is_areas {
            return (scope, self.subject);
        }
        let cell = match (scope, self.subject) {
            (Scope::Technology(technology), Some(Subject::Country(country))) => {
                Some(Cell { technology, country })
            }
            _ => None,
        };
        (Scope::Areas(cell), None)
    }

    fn take_view(&mut self, value: &str) {
        let is_areas = value == AREAS;
        self.is_areas |= is_areas;
        self.is_understood &= is_areas;
    }

    fn take_step(&mut self, value: &str) {
        let index = value.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
        let step = index.and_then(StepId::from_index);
        let shown = step.and_then(|it| Selection::of_step(&self.briefing.model, it));
        self.is_understood &= shown.is_some();
        self.step = self.step.or(shown);
    }

    fn take_entity(&mut self, entity: Option<EntityId>) {
        let Some(entity) = entity else {
            self.is_understood = false;
            return;
        };
        let shown = Selection::default().showing(entity);
        match shown.subject {
            Some(subject) => drop(self.subject.get_or_insert(subject)),
            None => drop(self.scope.get_or_insert(shown.scope)),
        }
    }

    /// The edition's own day means the latest.
    fn take_date(&mut self, value: &str) {
        if let Some(day) = self.day(value) {
            self.date = self.date.or(Some(self.selectable(day)));
        }
    }

    fn take_from(&mut self, value: &str) {
        let day = self.day(value);
        self.from = self.from.or(day);
    }

    /// A day; one outside the briefing means its nearest end.
    fn day(&mut self, value: &str) -> Option<Date> {
        let Some(When { date, .. }) = When::parse(value) else {
            self.is_understood = false;
            return None;
        };
        let latest = self.briefing.model.edition.date;
        let first = self.briefing.model.event_dates().first().copied().unwrap_or(latest);
        self.is_understood &= (first..=latest).contains(&date);
        Some(date.clamp(first.min(latest), latest))
    }

    fn take_chosen(&mut self, value: &str) {
        let mut countries = Vec::new();
        for name in value.split(',').filter(|it| !it.is_empty()) {
            match find(self.briefing, EntityKind::Country, name) {
                Some(EntityId::Country(id)) => countries.push(id),
                _ => self.is_understood = false,
            }
        }
        let chosen: Chosen = countries.iter().copied().collect();
        self.is_understood &= countries.iter().all(|it| chosen.contains(*it));
        self.chosen.get_or_insert(chosen);
    }

    fn take_filter(&mut self, value: &str) {
        let mut filter = Filter::default();
        for name in value.split(',').filter(|it| !it.is_empty()) {
            let found = |kind| find(self.briefing, kind, name);
            match (name, found(EntityKind::Country), found(EntityKind::Technology)) {
                (OFFICIAL, ..) => filter.is_official = true,
                (DISPUTED, ..) => filter.is_disputed = true,
                (_, Some(EntityId::Country(id)), _) => drop(filter.country.get_or_insert(id)),
                (_, _, Some(EntityId::Technology(id))) => drop(filter.technology.get_or_insert(id)),
                _ => self.is_understood = false,
            }
        }
        self.filter.get_or_insert(filter);
    }
}

/// The entry of a kind that a value names, with or without the prefix of its kind; a country also by its name, and a tie
/// with its countries in either order.
fn find(briefing: &Briefing, kind: EntityKind, value: &str) -> Option<EntityId> {
    let named = |value: &str| {
        let is_named = |it: &EntityId| {
            [it.name(&briefing.model), it.short_name(&briefing.model)].contains(&Some(value))
        };
        EntityId::all(kind, &briefing.model).find(is_named)
    };
    named(value)
        .or_else(|| match kind {
            EntityKind::Country => find_country(briefing, value),
            EntityKind::Tie => {
                value.split_once('-').and_then(|(one, other)| named(&[other, "-", one].concat()))
            }
            _ => None,
        })
        .or_else(|| find_moved(briefing, kind, value))
}

/// What stands now for a view that has been published.
fn find_moved(briefing: &Briefing, kind: EntityKind, value: &str) -> Option<EntityId> {
    let name = value.strip_prefix(kind.id_prefix()).unwrap_or(value);
    let is_named = |from: &str| from.split_once('=') == Some((kind.key(), name));
    briefing.model.moved.iter().find(|it| is_named(&it.from)).map(|it| it.to)
}

/// A country by its name.
fn find_country(briefing: &Briefing, value: &str) -> Option<EntityId> {
    let is_named = |it: &text::CountryText| !value.is_empty() && plain(&it.name) == value;
    let index = briefing.text.countries.iter().position(is_named)?;
    EntityId::from_index(EntityKind::Country, index)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::sample::sample;

    fn canonical(query: &str) -> String {
        print(&sample().model, &parse(sample(), query).selection)
    }

    #[track_caller]
    fn check(query: &str, expected: &str, is_understood: bool) {
        let parsed = parse(sample(), query);
        let name = print(&sample().model, &parsed.selection);
        assert_eq!((&*name, parsed.is_understood), (expected, is_understood), "{query}");
    }

    #[test]
    fn every_view_has_a_short_address() {
        check("", "", true);
        check("?", "", true);
        for name in [
            "pillar=2&partner=swe&date=2024-06-20",
            "technology=string&event=2024-06-20-meeting",
            "person=astrid-oe",
            "tie=nor-swe",
            "statement=lund-2024-06-20",
            "view=areas",
            "view=areas&date=2024-06-20",
            "view=areas&technology=string&partner=swe&date=2024-06-20",
        ] {
            check(&format!("?{name}"), name, true);
        }
    }

    /// What is after `?` or `#`, and the view that it names, a line each.
    const ADDRESSES: &str = include_str!("../../../tests/addresses.txt");

    #[test]
    fn damage_is_undone() {
        for line in ADDRESSES.lines() {
            let (address, view) = line.split_once(" → ").unwrap();
            check(address, view, true);
            assert!(names_view(address), "{address}");
            assert_eq!(asked(address, "sources"), address);
        }
    }

    #[test]
    fn what_stays_wrong_is_not_guessed() {
        for wrong in
            ["partner=sw", "partner=sweden-norway", "date=2024-06-2", "pillar=-1", "tie=nor"]
        {
            check(wrong, "", false);
        }
        check("partner=atlantis.&date=2024-06-20.", "date=2024-06-20", false);
        check("=swe", "", true);
        check("url=https://example.org/?partner=nor", "", true);
        check("utm_source=x;partner=nor", "", true);
    }

    #[test]
    fn other_spellings_give_the_same_view() {
        check("partner=SWE", "partner=swe", true);
        for name in ["fiji-islands", "Fiji%20Islands", "fiji+islands", "Fiji Islands"] {
            check(&format!("?partner={name}"), "partner=fji", true);
        }
        check("?pillar=pillar-2", "pillar=2", true);
        check("?technology=TECH-String", "technology=string", true);
        check("?tie=swe-nor", "tie=nor-swe", true);
        let canonical = "pillar=2&partner=swe&date=2024-06-20";
        check("?date=2024-06-20&partner=swe&pillar=2", canonical, true);
        check("?utm_source=post&fbclid=x&partner=swe&", "partner=swe", true);
    }

    #[test]
    fn what_has_moved_is_found() {
        for name in ["event=2024-06-20-border", "event=ev-2024-06-20-border"] {
            check(name, "event=2024-06-20-meeting", true);
        }
        check("pillar=2&statement=article", "pillar=2&event=2024-06-20-meeting", true);
        check("statement=2024-06-20-border", "", false);
    }

    #[test]
    fn what_is_wrong_gives_the_nearest_view() {
        check("?pillar=3", "", false);
        check("?pillar=3&partner=swe", "partner=swe", false);
        check("?partner=atlantis&date=2024-06-20", "date=2024-06-20", false);
        check("?partner=swe&partner=nor", "partner=swe", true);
        check("?pillar=2&technology=string", "pillar=2", true);
        check("?partner=swe&event=none", "partner=swe", false);
        check("?partner", "", false);
        check("?partner=%FF%00<script>", "", false);
        check("?partner=__proto__", "", false);
    }

    #[test]
    fn a_step_of_the_story_stands_alone() {
        for name in ["story=1", "story=3", "story=7"] {
            check(name, name, true);
        }
        check("story=03&partner=swe&date=2024-06-20&compare=nor,swe", "story=3", true);
        check("partner=swe&story=3", "story=3", true);
        for wrong in
            ["story=0", "story=9", "story=-1", "story=", "story=three", "story=99999999999"]
        {
            check(wrong, "", false);
        }
        check("story=9&partner=swe", "partner=swe", false);
        let step = parse(sample(), "story=5").selection;
        let shown = parse(sample(), "pillar=2&partner=swe&date=2024-11-30").selection;
        assert_eq!(step.without_step(), shown);
    }

    #[test]
    fn a_cell_needs_an_area_and_a_country() {
        check(
            "technology=string&view=areas&partner=swe",
            "view=areas&technology=string&partner=swe",
            true,
        );
        for part in
            ["technology=string", "partner=swe", "pillar=2&partner=swe", "event=2024-06-20-meeting"]
        {
            check(&format!("view=areas&{part}"), "view=areas", true);
        }
        check("view=areas&technology=string&partner=atlantis", "view=areas", false);
        check("view=map&technology=string&partner=swe", "technology=string&partner=swe", false);
        assert_eq!(
            fragment(&sample().model, &parse(sample(), "view=areas").selection),
            "view=areas"
        );
    }

    #[test]
    fn what_is_searched_for_is_taken_as_it_stands() {
        for name in [
            "q=kites",
            "q=two+kites%3A+%28or+%22three%22%29%2C+%26+more%3F",
            "q=",
            "q=K%C3%ADtes%2B",
        ] {
            check(&format!("?{name}"), name, true);
        }
        check("q=kites).", "q=kites%29.", true);
        check("q=two%20kites&partner=swe).", "q=two+kites&partner=swe", true);
        check("q=a=b&amp;date=2024-06-20", "q=a%3Db&date=2024-06-20", true);
        check("q=one&q=two", "q=one", true);
        check("q=%FF", "q=%EF%BF%BD", true);
        check("x=1;q=kites", "", true);
        check("q", "", false);
        let filtered = "q=kites&only=swe,string,official,differ";
        check(filtered, filtered, true);
        check("only=differ,official,,tech-string,Sweden&q=kites", filtered, true);
        check("only=swe,atlantis", "q=&only=swe", false);
    }

    #[test]
    fn what_changed_is_between_two_days() {
        let name = "from=2024-04-01&date=2024-06-20";
        check(name, name, true);
        check("date=2024-04-01&from=2024-06-20", name, true);
        check("from=2024-04-01", "from=2024-04-01", true);
        check("from=2024-04-01&date=2026-06-30", "from=2024-04-01", true);
        check("from=2026-06-30&date=2024-04-01", "from=2024-04-01", true);
        check("from=2024-06-20&date=2024-06-20", "date=2024-06-20", false);
        check("from=1999-01-01", "from=2021-03-01", false);
        check("from=2031-01-01", "", false);
        check("from=soon&date=2024-06-20", "date=2024-06-20", false);
        check("from=2024-04-01&partner=swe&pillar=2", "from=2024-04-01", true);
        check("view=areas&from=2024-04-01", "view=areas", true);
        check("q=kites&from=2024-04-01", "q=kites", true);
        check("view=areas&from=2024-06-20&date=2024-04-01", "view=areas&date=2024-04-01", true);
        check("q=kites&from=2024-04-01&date=2024-04-01", "q=kites&date=2024-04-01", true);
    }

    #[test]
    fn countries_are_compared() {
        for name in
            ["compare=swe,nor", "compare=nor", "partner=nor&compare=swe,nor", "q=kites&compare=swe"]
        {
            check(&format!("?{name}"), name, true);
        }
        let two = "compare=swe,nor";
        for damaged in [
            "compare=swe%2Cnor",
            "compare=swe,nor).",
            "compare=swe,,nor",
            "COMPARE=SWE, NOR",
            "compare=Sweden,norway",
            "compare=swe,nor,swe",
            "compare=swe,nor;per",
        ] {
            check(damaged, two, true);
        }
        check("compare=swe,nor,fji,partner=nor", "partner=nor&compare=swe,nor,fji", true);
        check("compare=swe,atlantis,nor", two, false);
        check("compare=atlantis", "", false);
        check("compare=", "", true);
    }

    #[test]
    fn dates_stay_within_the_briefing() {
        check("?date=2026-06-30", "", true);
        check("?date=2031-01-01", "", false);
        check("?date=1999-01-01", "date=2021-03-01", false);
        check("?date=2024-05", "date=2024-05-01", true);
        check("?date=2024-02-30", "", false);
        check("?date=99999-99-99", "", false);
    }

    #[test]
    fn a_fragment_names_a_view_or_a_place() {
        for view in
            ["overview", "partner=swe", "x=1&date=2024-05-01", "pillar=", "partner=atlantis"]
        {
            assert!(names_view(view), "{view}");
        }
        for place in ["", "sources", "source-67", "a=b", "partner", "=swe"] {
            assert!(!names_view(place), "{place}");
        }
    }

    #[test]
    fn a_fragment_counts_more_than_a_query() {
        let view = |query, fragment| canonical(&asked(query, fragment));
        assert_eq!(view("pillar=2&partner=swe", "partner=nor"), "partner=nor");
        assert_eq!(view("partner=swe", "overview"), "");
        assert_eq!(view("partner=swe", "overview&date=2024-06-20"), "date=2024-06-20");
        assert_eq!(view("partner=swe", "sources"), "partner=swe");
        assert_eq!(view("partner=swe", ""), "partner=swe");
        let dated = "partner=swe&date=2024-06-20";
        assert_eq!(view("partner=swe&date=2023-05-01", "date=2024-06-20"), dated);
        for rest in ["38;partner=swe", "038;partner=swe", "x26;partner=swe"] {
            assert_eq!(view("pillar=2&", rest), "pillar=2&partner=swe");
        }
    }

    #[test]
    fn every_view_has_a_fragment_that_is_not_empty() {
        assert_eq!(fragment(&sample().model, &Selection::default()), "overview");
        for overview in
            ["overview", "overview&", "overview.", "Overview", "/overview", "overview%20)"]
        {
            assert!(names_view(overview), "{overview}");
            assert_eq!(asked("partner=swe", overview), overview);
        }
        assert_eq!(parse(sample(), "overview"), parse(sample(), ""));
        let sweden = parse(sample(), "partner=swe").selection;
        assert_eq!(fragment(&sample().model, &sweden), "partner=swe");
    }

    /// Any entry that can be a scope, or can be none.
    fn entities(is_scope: bool) -> impl Strategy<Value = Option<EntityId>> {
        let is_wanted =
            |it: &EntityId| Selection::default().showing(*it).subject.is_none() == is_scope;
        let all = EntityKind::ALL.into_iter().flat_map(|it| EntityId::all(it, &sample().model));
        prop::option::of(prop::sample::select(all.filter(is_wanted).collect::<Vec<_>>()))
    }

    /// Any view on any day.
    fn selections() -> impl Strategy<Value = Selection> {
        let model = &sample().model;
        let cells = model.each_technology().flat_map(|(technology, _)| {
            model.each_country().map(move |(country, _)| Cell { technology, country })
        });
        let cells = prop::option::of(prop::sample::select(cells.collect::<Vec<_>>()));
        let areas = cells.prop_map(|it| Selection::default().within(Scope::Areas(it)));
        let others = (entities(true), entities(false)).prop_map(|(scope, subject)| {
            let entities = [scope, subject].into_iter().flatten();
            entities.fold(Selection::default(), Selection::showing)
        });
        let latest = model.edition.date;
        let since = (0..200_usize, dates()).prop_map(move |(days, date)| {
            let from = std::iter::successors(Some(first_day()), |day| Some(day.next())).nth(days);
            let from = from.filter(|it| *it < date.unwrap_or(latest));
            from.map_or_else(Selection::default, |it| Selection::default().within(Scope::Since(it)))
                .dated(date)
        });
        let views =
            (prop_oneof![1 => areas, 3 => others], dates()).prop_map(|(it, date)| it.dated(date));
        let steps: Vec<StepId> = model.each_step().map(|(id, _)| id).collect();
        let steps = prop::sample::select(steps)
            .prop_map(|it| Selection::of_step(&sample().model, it).unwrap());
        let others = (prop_oneof![4 => views, 1 => since], chosen())
            .prop_map(|(it, chosen)| it.choosing(chosen));
        prop_oneof![9 => others, 1 => steps]
    }

    /// Any countries to compare.
    fn chosen() -> impl Strategy<Value = Chosen> {
        let countries: Vec<_> = sample().model.each_country().map(|(id, _)| id).collect();
        prop::collection::vec(prop::sample::select(countries), 0..6)
            .prop_map(|it| it.into_iter().collect())
    }

    /// Any search, with or without something that is opened within it.
    fn searches() -> impl Strategy<Value = Selection> {
        let model = &sample().model;
        let countries: Vec<_> = model.each_country().map(|(id, _)| id).collect();
        let technologies: Vec<_> = model.each_technology().map(|(id, _)| id).collect();
        let filter = (
            prop::option::of(prop::sample::select(countries)),
            prop::option::of(prop::sample::select(technologies)),
            any::<bool>(),
            any::<bool>(),
        );
        let filter = filter.prop_map(|(country, technology, is_official, is_disputed)| Filter {
            country,
            technology,
            is_official,
            is_disputed,
        });
        (".{0,90}", filter, entities(false), chosen(), dates()).prop_map(
            |(words, filter, subject, chosen, date)| {
                let search = Search { words: Words::new(&words), filter };
                let found = Selection::default().within(Scope::Search(search));
                subject.map_or(found, |it| found.showing(it)).choosing(chosen).dated(date)
            },
        )
    }

    /// The day of the first event.
    fn first_day() -> Date {
        sample().model.event_dates()[0]
    }

    /// Any day from the first event to the day before the edition.
    fn dates() -> impl Strategy<Value = Option<Date>> {
        let days = std::iter::successors(Some(first_day()), |day| Some(day.next()));
        let days: Vec<Date> = days.take_while(|day| *day < sample().model.edition.date).collect();
        prop::option::of(prop::sample::select(days))
    }

    /// What programs do to a whole address.
    const DAMAGES: [fn(&str) -> String; 9] = [
        str::to_owned,
        |it| it.replace('=', "%3D"),
        |it| it.replace('=', "%3D").replace('&', "%26"),
        |it| it.bytes().map(|byte| format!("%{byte:02X}")).collect(),
        |it| it.replace('&', "&amp;"),
        |it| it.replace('&', "&amp;amp;"),
        |it| it.replace('&', "&#038;"),
        |it| it.replace('=', "=3D"),
        str::to_uppercase,
    ];

    /// What programs put before and behind an address.
    const BEFORE: [&str; 8] = ["", "/", "!", "?", "!/", "amp;", "%20", "utm_source=x&"];
    const BEHIND: [&str; 16] = [
        "",
        ".",
        ")",
        "),",
        "%20",
        "%E2%80%9D",
        "”",
        "’",
        ">",
        "&",
        "/",
        "%0A",
        "?fbclid=x",
        "#:~:text=x",
        "&utm_source=x",
        "](https://example.org)",
    ];

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1_000))]

        #[test]
        fn what_is_printed_parses_to_itself(selection in selections()) {
            let parsed = parse(sample(), &print(&sample().model, &selection));
            prop_assert_eq!(parsed, Parsed { selection, is_understood: true });
        }

        #[test]
        fn a_search_parses_to_itself(selection in searches()) {
            let parsed = parse(sample(), &print(&sample().model, &selection));
            prop_assert_eq!(parsed, Parsed { selection, is_understood: true });
        }

        #[test]
        fn the_view_survives_damage(
            selection in selections(), damage in prop::sample::select(&DAMAGES[..]), before in prop::sample::select(&BEFORE[..]),
            behind in prop::collection::vec(prop::sample::select(&BEHIND[..]), 0..3),
        ) {
            let name = damage(&print(&sample().model, &selection));
            let parsed = parse(sample(), &[before, &name, &behind.concat()].concat());
            prop_assert_eq!(parsed, Parsed { selection, is_understood: true });
        }

        #[test]
        fn any_text_has_a_canonical_address(query in any::<String>()) {
            prop_assert_eq!(canonical(&canonical(&query)), canonical(&query));
        }

        #[test]
        fn any_pairs_have_a_canonical_address(
            pairs in prop::collection::vec(
                (
                    "view|pillar|technology|partner|tie|event|statement|person|date|from|q|only|compare|story|x",
                    "[ -~]{0,12}|areas|swe|swe,nor|2|9|string|2024-05-01",
                ),
                0..6,
            )
        ) {
            let query: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={value}")).collect();
            let query = query.join("&");
            prop_assert_eq!(canonical(&canonical(&query)), canonical(&query));
        }
    }
}
