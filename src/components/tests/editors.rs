//! What only editors must know is on no page.

use std::fs;
use std::path::Path;

use text::PrintCatalogue;

use super::{escaped, real, sample, sections};
use crate::components::{Footer, FooterProps, Header, HeaderProps};
use crate::print::Print;

/// The notes for editors in a folder of content.
fn notes(folder: &str) -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let files = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path());
    let files = files.filter(|it| it.extension().is_some_and(|it| it == "toml"));
    let texts: String = files.map(|it| fs::read_to_string(it).unwrap()).collect();
    let notes = texts.split("editor_note = \"").skip(1).filter_map(|it| it.split('"').next());
    notes.map(str::to_owned).collect()
}

/// All that the page prints, and all that it carries for the app.
fn everything(print: Print) -> String {
    let header = super::markup::<Header>(HeaderProps { print, pinned: None });
    let footer = super::markup::<Footer>(FooterProps { print, file: None });
    let PrintCatalogue { messages, .. } = print.text;
    let carried = format!("{:?} {messages:?}", print.briefing.text.to_rows());
    [header, sections(print), footer, carried].concat()
}

#[test]
fn no_note_for_editors_is_on_the_page() {
    for (folder, print) in [("tests/content", sample()), ("assets/content", real())] {
        let notes = notes(folder);
        assert!(notes.len() >= 5, "{folder} has {} notes for editors", notes.len());
        let page = everything(print);
        // Nor as what an earlier edition said.
        for words in ["do not link", "Cite the publisher", "among the pages read", "copy read"] {
            assert!(!page.contains(words), "{folder}: {words:?} is on the page");
        }
        for note in notes {
            // A note may have several sentences, any of which could have slipped through.
            for sentence in note.split(". ").map(|it| it.trim_end_matches('.')) {
                for sentence in [sentence, &escaped(sentence)] {
                    assert!(!page.contains(sentence), "{folder}: {sentence:?} is on the page");
                }
            }
        }
    }
}
