//! Reads the glossary, each form of which must stand in a text of the content, and who makes the briefing.

use std::collections::BTreeMap;

use model::SourceId;
use text::{AboutText, Catalogue, Contact, TermText};

use crate::fields::Fields;
use crate::ids::{Form, gather};
use crate::index::Index;

/// The glossary in alphabetical order.
pub(crate) fn glossary(tables: &[Fields<'_, '_>], sources: &Index<'_, SourceId>) -> Vec<TermText> {
    gather("term", Form::Prefixed("g-"), tables, Some);
    let mut glossary: Vec<TermText> = tables.iter().map(|fields| term(fields, sources)).collect();
    glossary.sort_by_key(|it| sort_key(&it.term));
    glossary
}

/// Its place in the alphabet: quotation marks before it and capitals do not count.
fn sort_key(term: &str) -> String {
    term.trim_start_matches(|it: char| !it.is_alphanumeric()).to_lowercase()
}

fn term(fields: &Fields<'_, '_>, sources: &Index<'_, SourceId>) -> TermText {
    let term = TermText {
        id: fields.known_text("id").to_owned(),
        term: fields.text("term").to_owned(),
        forms: fields.texts("forms").into_iter().map(|(form, _)| form.to_owned()).collect(),
        gloss: fields.text("gloss").to_owned(),
        sources: fields.refs("sources", sources),
    };
    if term.forms.is_empty() {
        let problem = "a term without a form: name in `forms` how it is written in the texts";
        fields.report("forms", problem.to_owned());
    }
    fields.finish();
    term
}

/// Reports each form that stands in no text, or that two terms have.
pub(crate) fn check_forms<'t>(tables: &[Fields<'t, '_>], catalogue: &Catalogue) {
    let texts = texts(catalogue);
    let mut owners: BTreeMap<&'t str, &Fields<'_, '_>> = BTreeMap::new();
    for fields in tables {
        for (form, _) in fields.texts("forms") {
            if let Some(other) = owners.insert(form, fields) {
                let place = other.position("forms");
                fields.report(
                    "forms",
                    format!(
                        "the term at {place} has the form `{form}` too: remove it from one of them"
                    ),
                );
            }
            if !texts.iter().any(|text| has_word(text, form)) {
                fields.report("forms", format!("no text has the word `{form}`: write it as it stands in a text, or remove it"));
            }
        }
    }
}

/// All that is said of the entries.
fn texts(catalogue: &Catalogue) -> Vec<String> {
    let lists = catalogue.to_rows().into_iter();
    let lists = lists.filter(|(name, _)| !matches!(*name, "messages" | "publishers"));
    lists.flat_map(|(_, rows)| rows).flatten().flatten().collect()
}

/// Whether a word stands in a text by itself and not within another.
fn has_word(text: &str, word: &str) -> bool {
    let is_apart = |found: usize| {
        let before = text.get(..found).and_then(|it| it.chars().next_back());
        let after = text.get(found + word.len()..).and_then(|it| it.chars().next());
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    };
    !word.is_empty() && text.match_indices(word).any(|(found, _)| is_apart(found))
}

/// Who makes the briefing, and how.
pub(crate) fn read(fields: &Fields<'_, '_>) -> AboutText {
    let method = fields.texts("method");
    if method.is_empty() {
        fields.report(
            "method",
            "`method` says nothing: write how it is made, a sentence each".to_owned(),
        );
    }
    AboutText {
        makers: fields.text("makers").to_owned(),
        method: method.into_iter().map(|(sentence, _)| sentence.to_owned()).collect(),
        errors: fields.text("errors").to_owned(),
        licence: fields.text("licence").to_owned(),
        contact: fields.optional_text("contact").and_then(|text| contact(text, fields)),
    }
}

fn contact(text: &str, fields: &Fields<'_, '_>) -> Option<Contact> {
    let contact = Contact::parse(text);
    if contact.is_none() {
        fields.report(
            "contact",
            format!("`{text}` is no address to write to: write errors@example.org or https://…"),
        );
    }
    contact
}
