//! Reads the glossary, each form of which must stand in a text of the content, and who makes the briefing.

use std::collections::BTreeMap;

use model::{SourceId, Term, TermId};
use text::{AboutText, Catalogue, Contact, TermForms, TermText, stands_apart};

use crate::fields::Fields;
use crate::ids::{Form, gather};
use crate::index::Index;

/// The glossary in alphabetical order: its ids, how each term is written, and what it means.
pub(crate) fn glossary(
    tables: &[Fields<'_, '_>],
    sources: &Index<'_, SourceId>,
) -> (Vec<Term>, Vec<TermForms>, Vec<TermText>) {
    gather("term", Form::Prefixed("g-"), tables, TermId::from_index);
    let mut glossary: Vec<_> = tables.iter().map(|fields| term(fields, sources)).collect();
    glossary.sort_by_key(|(_, it)| sort_key(&it.1.term));
    let (terms, texts): (Vec<_>, Vec<_>) = glossary.into_iter().unzip();
    let (forms, texts) = texts.into_iter().unzip();
    (terms, forms, texts)
}

/// Its place in the alphabet: quotation marks before it and capitals do not count.
fn sort_key(term: &str) -> String {
    term.trim_start_matches(|it: char| !it.is_alphanumeric()).to_lowercase()
}

fn term(fields: &Fields<'_, '_>, sources: &Index<'_, SourceId>) -> (Term, (TermForms, TermText)) {
    let term = Term { id: fields.known_text("id").to_owned() };
    let form = fields.texts("forms").into_iter().map(|(form, _)| form.to_owned()).collect();
    let text = TermText {
        term: fields.text("term").to_owned(),
        gloss: fields.text("gloss").to_owned(),
        sources: fields.refs("sources", sources),
    };
    let forms = TermForms { form };
    if forms.form.is_empty() {
        let problem = "a term without a form: name in `forms` how it is written in the texts";
        fields.report("forms", problem.to_owned());
    }
    fields.finish();
    (term, (forms, text))
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
    let lists = lists.filter(|(name, _)| !matches!(*name, "messages" | "publishers" | "terms"));
    lists.flat_map(|(_, rows)| rows).flatten().flatten().collect()
}

/// Whether a word stands in a text by itself and not within another.
fn has_word(text: &str, word: &str) -> bool {
    let mut found = text.match_indices(word);
    !word.is_empty() && found.any(|(at, it)| stands_apart(text, at, at + it.len()))
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
