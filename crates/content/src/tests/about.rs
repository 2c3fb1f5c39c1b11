//! What is said of a glossary, or of what the briefing says of itself, with one fault, word for word.

use super::{ABOUT, SAMPLE, files, problems_of, real_files};
use crate::{File, read};

fn files_with(about: &str) -> Vec<File> {
    let mut files = files(SAMPLE);
    for file in files.iter_mut().filter(|it| it.path == "about.toml") {
        about.clone_into(&mut file.text);
    }
    files
}

#[track_caller]
fn check(part: &str, by: &str, expected: &str) {
    assert_eq!(ABOUT.matches(part).count(), 1, "the sample must hold {part:?} once");
    assert_eq!(problems_of(&files_with(&ABOUT.replace(part, by))), expected);
}

#[test]
fn terms_are_in_alphabetical_order() {
    let content = read(&files(SAMPLE)).unwrap();
    let terms: Vec<_> = content.print_text.glossary.iter().map(|it| &*it.term).collect();
    assert_eq!(terms, ["a boat", "Sale"]);
    let contact = content.print_text.about.contact.unwrap();
    assert_eq!(contact.href(), "mailto:errors@example.org");
}

#[test]
fn a_form_that_stands_in_no_text() {
    check(
        "\"boat\"",
        "\"ship\"",
        "about.toml:11:1: no text has the word `ship`: write it as it stands in a text, or remove it",
    );
}

/// Neither part of a word, nor a message, nor the name of a publisher is a word of a text.
#[test]
fn a_form_that_stands_elsewhere() {
    for form in ["oat", "boa", "Embed this briefing", "An agency"] {
        let said = format!(
            "about.toml:11:1: no text has the word `{form}`: write it as it stands in a text, or remove it"
        );
        check("\"boat\"", &format!("\"{form}\""), &said);
    }
}

#[test]
fn two_terms_with_one_form() {
    check(
        "\"boat\"",
        "\"sold\"",
        "about.toml:11:1: the term at about.toml:4 has the form `sold` too: remove it from one of them",
    );
}

#[test]
fn a_term_without_a_form() {
    let said = |line| {
        format!(
            "about.toml:{line}:1: a term without a form: name in `forms` how it is written in the texts"
        )
    };
    check("forms = [\"boat\"]\n", "", &said(8));
    check("[\"boat\"]", "[]", &said(11));
}

#[test]
fn a_term_without_a_gloss() {
    check(
        "\"Here a submarine.\"",
        "\"\"",
        "about.toml:12:9: `gloss` is an empty text: fill it in, or remove it if it is optional",
    );
}

#[test]
fn ids_of_terms() {
    check(
        "g-boat",
        "boat",
        "about.toml:9:1: `boat` cannot be the id of a term: write `g-` and then small letters, digits and hyphens",
    );
    check(
        "g-boat",
        "g-sale",
        "about.toml:9:1: the id `g-sale` is taken, at about.toml:2: choose another",
    );
}

#[test]
fn a_term_with_a_source_that_is_not_there() {
    check(
        "agency-2021",
        "agency-2020",
        "about.toml:6:12: no source is called `agency-2020`: did you mean `agency-2021`?",
    );
}

/// What only a term rests on is cited.
#[test]
fn a_term_cites_its_sources() {
    let only = "sources = [\"agency-2021\"]\n\n[[source]]\nid = \"of-the-term\"\npublisher = \"A\"\n\
        title = \"B\"\ndate = \"2022\"\nkind = \"news\"\nhosting = \"copy\"\n";
    let about = ABOUT.replace("sources = [\"agency-2021\"]\n", only);
    let uncited = "about.toml:9:1: nothing cites the source `of-the-term`: cite it, or mark it withdrawn = true, as its number stays";
    assert_eq!(problems_of(&files_with(&about)), uncited);
    let cited = about.replace("[\"agency-2021\"]", "[\"agency-2021\", \"of-the-term\"]");
    assert_eq!(problems_of(&files_with(&cited)), "");
}

#[test]
fn no_about() {
    let terms = ABOUT.split("[about]").next().unwrap();
    assert_eq!(problems_of(&files_with(terms)), "content: no file has a table [about]: add it");
}

#[test]
fn about_that_says_nothing() {
    check("makers = \"Nobody.\"\n", "", "about.toml:14:1: missing key `makers`: it is needed");
    check(
        "method = [\"First.\", \"Second.\"]",
        "method = []",
        "about.toml:16:1: `method` says nothing: write how it is made, a sentence each",
    );
}

#[test]
fn a_contact_that_leads_nowhere() {
    check(
        "errors@example.org",
        "the editors",
        "about.toml:19:1: `the editors` is no address to write to: write errors@example.org or https://…",
    );
    check("errors@example.org", "https://example.org/errors", "");
    check("contact = \"errors@example.org\"\n", "", "");
}

#[test]
fn the_method_takes_six_sentences() {
    let about = read(&real_files()).unwrap().print_text.about;
    assert_eq!(about.method.len(), 6);
    for sentence in about.method {
        assert_eq!(sentence.matches(['.', '!', '?']).count(), 1, "{sentence}");
    }
}
