//! Lists everything that content says. Each kind of entry is taken apart here field by field, so that a field of the model
//! that no record would have does not compile. The texts of the catalogue come with the names that it gives them.

use std::collections::BTreeMap;

use content::Content;
use model::{
    Claim, Confirmation, Correction, Country, Edition, Event, Limit, Model, Person, Pillar, Source,
    Statement, StatusEntry, Technology, Tie,
};
use text::{
    Catalogue, CorrectionText, MESSAGES, MessageKey, PRINT_MESSAGES, PrintCatalogue, SourceText,
};

use crate::record::Record;
use crate::value::Value;

/// The lists of the catalogue: the kind of their entries, and the name of what is the only text of an entry.
const LISTS: [(&str, &str, &str); 11] = [
    ("pillars", "pillar", ""),
    ("countries", "country", ""),
    ("ties", "tie", "label"),
    ("technologies", "technology", ""),
    ("events", "event", ""),
    ("statements", "statement", ""),
    ("people", "person", ""),
    ("claims", "claim", ""),
    ("publishers", "source", "publisher"),
    ("records", "correction", "record_says"),
    ("limits", "limit", "text"),
];

/// Texts that a record has under another name than the catalogue.
const RENAMED: [(&str, &str); 2] =
    [("status_notes/*", "status/*/note"), ("confirmed", "last_confirmed/note")];

/// How many words name what has no id.
const NAME_WORDS: usize = 8;

/// Puts fields of a struct into the record, as what is no text (`state`) or as texts (`texts`). What follows the semicolon is
/// put there elsewhere.
macro_rules! put {
    ($list:ident.$what:ident($entry:expr): $value:expr => $type:ident {
        $($field:ident $(as $name:literal)?),* $(; $($elsewhere:ident),*)?
    }) => {
        let $type { $($field,)* $($($elsewhere: _,)*)? } = $value;
        $($list.$what($entry, put!(@name $field $($name)?), $field);)*
    };
    (@name $field:ident) => { stringify!($field) };
    (@name $field:ident $name:literal) => { $name };
}

impl Record {
    /// What content says.
    #[must_use]
    pub fn of(content: &Content) -> Self {
        let names = names(content);
        let mut list = List { content, state: BTreeMap::new(), texts: BTreeMap::new() };
        for (kind, names) in &names {
            list.state("order", kind, names);
        }
        entries(&mut list, &names, &content.model);
        sources(&mut list, &names, content);
        catalogue(&mut list, &names, &content.text);
        printed(&mut list, &names, &content.print_text);
        let Edition { number, date, latest_source } = &content.model.edition;
        list.state("edition", "latest_source", latest_source);
        list.state("edition", "overview", &content.model.overview);
        Self { number: *number, date: *date, state: list.state, texts: list.texts }
    }
}

/// The names of the entries of each kind, in their order.
type Names = BTreeMap<&'static str, Vec<String>>;

fn names(content: &Content) -> Names {
    let Content { model, text, names, .. } = content;
    let limits = text.limits.iter().map(|it| first_words(it)).collect();
    Names::from([
        ("pillar", model.pillars.iter().map(|it| it.id.clone()).collect()),
        ("country", model.countries.iter().map(|it| it.id.clone()).collect()),
        ("tie", model.ties.iter().map(|it| it.id.clone()).collect()),
        ("technology", model.technologies.iter().map(|it| it.id.clone()).collect()),
        ("event", model.events.iter().map(|it| it.id.clone()).collect()),
        ("statement", model.statements.iter().map(|it| it.id.clone()).collect()),
        ("person", model.people.iter().map(|it| it.id.clone()).collect()),
        ("claim", names.claims.clone()),
        ("source", names.sources.clone()),
        ("correction", model.corrections.iter().map(|it| it.id.clone()).collect()),
        ("limit", distinct(limits)),
    ])
}

/// What has been listed so far.
struct List<'c> {
    content: &'c Content,
    state: BTreeMap<String, String>,
    texts: BTreeMap<String, String>,
}

impl List<'_> {
    fn state(&mut self, entry: &str, field: &str, value: &(impl Value + ?Sized)) {
        let value = value.write(self.content);
        put_at(&mut self.state, entry, field, value);
    }

    fn text(&mut self, entry: &str, field: &str, text: &(impl Value + ?Sized)) {
        let text = text.write(self.content);
        put_at(&mut self.texts, entry, field, text);
    }
}

/// What is empty is not there.
fn put_at(entries: &mut BTreeMap<String, String>, entry: &str, field: &str, value: String) {
    if !value.is_empty() {
        entries.insert(format!("{entry}/{field}"), value);
    }
}

/// The entries of a kind, each with what its keys begin with.
fn each<'e, T>(
    names: &Names,
    kind: &'static str,
    entries: &'e [T],
) -> impl Iterator<Item = (String, &'e T)> {
    let keys = names.get(kind).into_iter().flatten().map(move |name| format!("{kind}/{name}"));
    keys.zip(entries)
}

/// What is no text: a line for each field.
fn entries(list: &mut List, names: &Names, model: &Model) {
    for (at, it) in each(names, "pillar", &model.pillars) {
        put!(list.state(&at): it => Pillar {
            access_summary as "access_summary/claims", what, access, progress, obstacles; id
        });
    }
    for (at, it) in each(names, "country", &model.countries) {
        put!(list.state(&at): it => Country {
            group, summary as "summary/claims", why, strengths, obstacles, mentions;
            id, history, last_confirmed
        });
        country(list, &at, it);
    }
    for (at, it) in each(names, "tie", &model.ties) {
        put!(list.state(&at): it => Tie { between, claims; id });
    }
    for (at, it) in each(names, "technology", &model.technologies) {
        put!(list.state(&at): it => Technology {
            group, activity, partner_links, see_also, sources; id
        });
    }
    for (at, it) in each(names, "event", &model.events) {
        put!(list.state(&at): it => Event {
            when as "date", known, kind, about, sources, claims, expected; id
        });
    }
    for (at, it) in each(names, "statement", &model.statements) {
        put!(list.state(&at): it => Statement {
            who, when as "date", known, mode, sources, about, in_article, verification; id
        });
    }
    for (at, it) in each(names, "person", &model.people) {
        put!(list.state(&at): it => Person {
            as_of, country, name_sources, name_corrections, sources; id
        });
    }
    for (at, it) in each(names, "claim", &model.claims) {
        put!(list.state(&at): it => Claim {
            when as "date", known, about, sources, confidence, expected, interpretation,
            corrections, article_places
        });
    }
    for (at, it) in each(names, "correction", &model.corrections) {
        put!(list.state(&at): it => Correction { article_places, verdict, sources, claims; id });
    }
    for (at, it) in each(names, "limit", &model.limits) {
        put!(list.state(&at): it => Limit { about });
    }
}

/// What a country has lists of.
fn country(list: &mut List, at: &str, country: &Country) {
    let names = status_names(list.content, &country.history);
    list.state("order", &format!("{at}/status"), &names);
    for (name, it) in names.iter().zip(&country.history) {
        put!(list.state(&format!("{at}/status/{name}")): it => StatusEntry {
            from, known, pillar, status, claims
        });
    }
    if let Some(it) = &country.last_confirmed {
        put!(list.state(&format!("{at}/last_confirmed")): it => Confirmation { date, claims });
    }
}

/// The statuses of a country by pillar and day, so that one that is added or removed renames no other.
fn status_names(content: &Content, history: &[StatusEntry]) -> Vec<String> {
    let name = |it: &StatusEntry| format!("{}-{}", it.pillar.write(content), it.from);
    distinct(history.iter().map(name).collect())
}

fn sources(list: &mut List, names: &Names, content: &Content) {
    let sources = content.model.sources.iter().zip(&content.print_text.sources);
    for ((at, it), (_, text)) in each(names, "source", &content.model.sources).zip(sources) {
        put!(list.state(&at): it => Source { date, date_shown, title_shown, kind, hosting });
        put!(list.state(&at): text => SourceText { url, language; title, note });
        put!(list.text(&at): text => SourceText { title, note; url, language });
    }
}

/// The texts of the catalogue.
fn catalogue(list: &mut List, names: &Names, catalogue: &Catalogue) {
    let layouts: BTreeMap<_, _> = Catalogue::layout().into_iter().collect();
    for (name, rows) in catalogue.to_rows() {
        let Some((_, kind, only)) = LISTS.iter().find(|it| it.0 == name) else { continue };
        let layout = layouts.get(name).map(Vec::as_slice).unwrap_or_default();
        for (at, row) in each(names, kind, &rows) {
            let order = |field: &str| list.state.get(&format!("order/{at}/{field}")).cloned();
            let keys = row_keys(layout, only, row.len(), order);
            for (key, text) in keys.iter().zip(row) {
                list.text(&at, key, text);
            }
        }
    }
    messages(list, MESSAGES, catalogue.messages.texts());
}

/// The names of the texts in a row. `order` gives the names of the parts of a list within the row, where they have some.
fn row_keys(
    layout: &[String],
    only: &str,
    texts: usize,
    order: impl Fn(&str) -> Option<String>,
) -> Vec<String> {
    let field = |it: &String| match RENAMED.iter().find(|renamed| renamed.0 == it) {
        Some((_, name)) => (*name).to_owned(),
        None if it.is_empty() => only.to_owned(),
        None => it.clone(),
    };
    let (listed, single): (Vec<String>, Vec<String>) =
        layout.iter().map(field).partition(|it| it.contains('*'));
    let parts = |part: usize| {
        let name = |field: &str| {
            let names = order(field.split("/*").next().unwrap_or_default());
            let name = names.as_deref().and_then(|it| it.split_whitespace().nth(part));
            field.replace('*', &name.map_or_else(|| (part + 1).to_string(), str::to_owned))
        };
        listed.iter().map(|it| name(it)).collect::<Vec<_>>()
    };
    let parts = (0..texts).flat_map(parts);
    single.into_iter().chain(parts).take(texts).collect()
}

fn messages<'t>(list: &mut List, keys: &[MessageKey], texts: impl Iterator<Item = &'t str>) {
    for (key, text) in keys.iter().zip(texts) {
        list.text("message", key.key, &text.to_owned());
    }
}

/// What is only printed: a line for each field.
fn printed(list: &mut List, names: &Names, catalogue: &PrintCatalogue) {
    let PrintCatalogue { messages: words, sources: _, corrections } = catalogue;
    messages(list, PRINT_MESSAGES, words.texts());
    for (at, it) in each(names, "correction", corrections) {
        put!(list.text(&at): it => CorrectionText { article_says, explanation });
    }
}

/// Each name once: one that is there already gets a number.
fn distinct(names: Vec<String>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for name in names {
        let numbered = (2..).map(|number| format!("{name}-{number}"));
        let mut tried = std::iter::once(name.clone()).chain(numbered);
        found.extend(tried.find(|it| !found.contains(it)));
    }
    found
}

/// A name for what has none: the words that a text begins with.
fn first_words(text: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() { letter } else { ' ' };
    let words: String = text.to_lowercase().chars().map(plain).collect();
    words.split_whitespace().take(NAME_WORDS).collect::<Vec<_>>().join("-")
}
