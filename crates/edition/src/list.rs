//! Lists everything that content says. Each kind of entry is taken apart here field by field, so that a field of the model
//! that no record would have does not compile. The texts of the catalogue come with the names that it gives them.

use std::collections::BTreeMap;

use content::{ChangeReason, Content};
use model::{
    AreaLink, Check, Claim, Country, Edition, Event, Limit, Model, Moved, Person, Pillar, Source,
    Standfirst, Statement, StatusEntry, Step, Technology, Term, Tie,
};
use text::{
    AboutText, ArticleTerms, Catalogue, CheckText, MESSAGES, MessageKey, PRINT_MESSAGES,
    PrintCatalogue, SourceText, TermText,
};

use crate::record::Record;
use crate::value::Value;

/// The lists of the catalogue: the kind of their entries, and the name of what is the only text of an entry.
pub(crate) const LISTS: [(&str, &str, &str); 14] = [
    ("standfirsts", "standfirst", "text"),
    ("pillars", "pillar", ""),
    ("countries", "country", ""),
    ("ties", "tie", "label"),
    ("technologies", "technology", ""),
    ("events", "event", ""),
    ("statements", "statement", ""),
    ("people", "person", ""),
    ("claims", "claim", ""),
    ("publishers", "source", "publisher"),
    ("records", "check", "record_says"),
    ("limits", "limit", "text"),
    ("terms", "term", ""),
    ("steps", "step", ""),
];

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
        changes(&mut list, &content.changes);
        let Edition { number, date, latest_source, confirmed_days } = &content.model.edition;
        list.state("edition", "latest_source", latest_source);
        list.state("edition", "confirmed_days", confirmed_days);
        list.state("edition", "overview", &content.model.overview);
        Self { number: *number, date: *date, state: list.state, texts: list.texts }
    }
}

/// The names of the entries of each kind, in their order.
type Names = BTreeMap<&'static str, Vec<String>>;

fn names(content: &Content) -> Names {
    let Content { model, text, names, .. } = content;
    let limits = text.limits.iter().map(|it| first_words(it)).collect();
    let steps = text.steps.iter().map(|it| first_words(&it.title)).collect();
    Names::from([
        ("standfirst", model.standfirsts.iter().map(|it| it.from.to_string()).collect()),
        ("pillar", model.pillars.iter().map(|it| it.id.clone()).collect()),
        ("country", model.countries.iter().map(|it| it.id.clone()).collect()),
        ("tie", model.ties.iter().map(|it| it.id.clone()).collect()),
        ("technology", model.technologies.iter().map(|it| it.id.clone()).collect()),
        ("event", model.events.iter().map(|it| it.id.clone()).collect()),
        ("statement", model.statements.iter().map(|it| it.id.clone()).collect()),
        ("person", model.people.iter().map(|it| it.id.clone()).collect()),
        ("claim", names.claims.clone()),
        ("source", names.sources.clone()),
        ("check", model.checks.iter().map(|it| it.id.clone()).collect()),
        ("limit", distinct(limits)),
        ("term", model.terms.iter().map(|Term { id }| id.clone()).collect()),
        ("step", distinct(steps)),
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
    for (at, it) in each(names, "standfirst", &model.standfirsts) {
        put!(list.state(&at): it => Standfirst { claims; from });
    }
    for (at, it) in each(names, "pillar", &model.pillars) {
        put!(list.state(&at): it => Pillar {
            access_summary as "access_summary/claims", what, access, progress, obstacles; id, closed
        });
        if let Some(it) = &it.closed {
            status(list, &format!("{at}/closed"), it);
        }
    }
    for (at, it) in each(names, "country", &model.countries) {
        put!(list.state(&at): it => Country {
            group, summary as "summary/claims", why, strengths, obstacles, mentions;
            id, history, reasons_for, reasons_against
        });
        country(list, &at, it);
    }
    for (at, it) in each(names, "tie", &model.ties) {
        put!(list.state(&at): it => Tie { between, claims; id });
    }
    for (at, it) in each(names, "technology", &model.technologies) {
        put!(list.state(&at): it => Technology {
            group, details, sources; id, links
        });
        links(list, &at, &it.links);
    }
    for (at, it) in each(names, "event", &model.events) {
        put!(list.state(&at): it => Event {
            when as "date", known, kind, about, sources, claims, expected; id
        });
    }
    for (at, it) in each(names, "statement", &model.statements) {
        put!(list.state(&at): it => Statement {
            who, when as "date", known, mode, sources, about, verification; id
        });
    }
    for (at, it) in each(names, "person", &model.people) {
        put!(list.state(&at): it => Person {
            as_of, country, sources; id
        });
    }
    for (at, it) in each(names, "claim", &model.claims) {
        put!(list.state(&at): it => Claim {
            when as "date", known, about, sources, confidence, expected, interpretation,
            article_places
        });
    }
    for (at, it) in each(names, "check", &model.checks) {
        put!(list.state(&at): it => Check { article_places, verdict, sources, claims, cards; id });
    }
    for Moved { from, to } in &model.moved {
        list.state("moved", from, to);
    }
    for (at, it) in each(names, "limit", &model.limits) {
        put!(list.state(&at): it => Limit { about });
    }
    for (at, it) in each(names, "step", &model.steps) {
        put!(list.state(&at): it => Step { shows, compare, date, quote, claims });
    }
}

/// What a country has lists of.
fn country(list: &mut List, at: &str, country: &Country) {
    let names = status_names(list.content, &country.history);
    list.state("order", &format!("{at}/status"), &names);
    for (name, it) in names.iter().zip(&country.history) {
        status(list, &format!("{at}/status/{name}"), it);
    }
    let reasons =
        [("reasons_for", &country.reasons_for), ("reasons_against", &country.reasons_against)];
    for (side, reasons) in reasons {
        for (number, claims) in (1..).zip(reasons) {
            list.state(at, &format!("{side}/{number}/claims"), claims);
        }
    }
}

fn status(list: &mut List, at: &str, status: &StatusEntry) {
    put!(list.state(at): status => StatusEntry {
        from, known, pillar, status, claims, confirmed_by, verdict as "verdict/claims"
    });
}

/// What countries have to do with an area, by kind and countries.
fn links(list: &mut List, at: &str, links: &[AreaLink]) {
    let content = list.content;
    let name = |it: &AreaLink| {
        let countries = it.countries.write(content).replace(' ', "-");
        format!("{}-{countries}", it.kind.write(content))
    };
    let names = distinct(links.iter().map(name).collect());
    list.state("order", &format!("{at}/link"), &names);
    for (name, it) in names.iter().zip(links) {
        put!(list.state(&format!("{at}/link/{name}")): it => AreaLink {
            kind, countries, from, to, known, claims
        });
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
        put!(list.state(&at): text => SourceText {
            url, language, is_withdrawn as "withdrawn"; title, note
        });
        put!(list.text(&at): text => SourceText {
            title, note; url, language, is_withdrawn
        });
    }
}

/// The texts of the catalogue.
fn catalogue(list: &mut List, names: &Names, catalogue: &Catalogue) {
    for (name, entries) in catalogue.to_named() {
        let Some((_, kind, only)) = LISTS.iter().find(|it| it.0 == name) else { continue };
        for (at, texts) in each(names, kind, &entries) {
            for (name, text) in texts {
                let field =
                    if name.is_empty() { (*only).to_owned() } else { field(list, &at, name) };
                list.text(&at, &field, text);
            }
        }
    }
    messages(list, MESSAGES, catalogue.messages.texts());
}

/// What a text is called in the record: statuses go by their names, and not by numbers.
fn field(list: &List, at: &str, name: &str) -> String {
    let status = name.strip_prefix("statuses/").and_then(|it| it.split_once('/'));
    let named = status.and_then(|(number, text)| {
        let names = list.state.get(&format!("order/{at}/status"))?;
        let name = names.split(' ').nth(number.parse::<usize>().ok()?.checked_sub(1)?)?;
        Some(format!("status/{name}/{text}"))
    });
    named.unwrap_or_else(|| name.to_owned())
}

fn messages<'t>(list: &mut List, keys: &[MessageKey], texts: impl Iterator<Item = &'t str>) {
    for (key, text) in keys.iter().zip(texts) {
        list.text("message", key.key, &text.to_owned());
    }
}

/// What is only printed: a line for each field.
fn printed(list: &mut List, names: &Names, catalogue: &PrintCatalogue) {
    let PrintCatalogue { messages: words, sources: _, checks, article_terms, glossary, about } =
        catalogue;
    messages(list, PRINT_MESSAGES, words.texts());
    for (at, it) in each(names, "check", checks) {
        put!(list.text(&at): it => CheckText { article_says, explanation; quotes });
        numbered(list, &format!("{at}/quotes"), &it.quotes);
    }
    for (at, it) in each(names, "technology", article_terms) {
        put!(list.text(&at): it => ArticleTerms { note as "article_note"; terms });
        numbered(list, &format!("{at}/article_terms"), &it.terms);
    }
    around(list, names, glossary, about);
}

/// The glossary, and who makes the briefing. Where errors are reported is no part of an edition: a build can name another.
fn around(list: &mut List, names: &Names, glossary: &[TermText], about: &AboutText) {
    for (at, it) in each(names, "term", glossary) {
        put!(list.state(&at): it => TermText { sources; term, gloss });
        put!(list.text(&at): it => TermText { term, gloss; sources });
    }
    put!(list.text("about"): about => AboutText { makers, errors, licence; method, contact });
    numbered(list, "about/method", &about.method);
}

/// Why things changed since the edition before, numbered in the order of content.
fn changes(list: &mut List, changes: &[ChangeReason]) {
    for (index, it) in changes.iter().enumerate() {
        let at = format!("change/{}", index + 1);
        let names: Vec<String> = it.of.iter().map(|it| it.0.clone()).collect();
        list.state(&at, "of", &names);
        list.state(&at, "kind", &it.kind.name().to_owned());
        put!(list.text(&at): it => ChangeReason { reason, said, record; of, kind });
    }
}

fn numbered(list: &mut List, at: &str, texts: &[String]) {
    for (number, text) in (1..).zip(texts) {
        list.text(at, &format!("{number}"), text);
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
