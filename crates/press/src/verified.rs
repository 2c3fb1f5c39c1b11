//! Copies as they are printed, held to the record of their edition: whole ones pass, and no letter of one can be altered.

use std::cell::RefCell;
use std::ops::Range;
use std::path::Path;

use compile::compile;
use edition::{Archive, Mark, Record, Standing, printed_sha256, verify};
use lol_html::html_content::TextType;
use lol_html::{RewriteStrSettings, doc_text, rewrite_str};

use crate::artifact::Artifact;
use crate::html;
use crate::render::page;
use crate::source::PageSource;

/// What the briefing really says, as if its edition were closed.
fn real() -> PageSource {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    PageSource::new(compile(&project.join("assets/content"), &project).unwrap(), Standing::Closed)
        .unwrap()
}

/// A text that is printed in a way that cannot be verified would show only once an edition is closed.
#[test]
fn the_real_content_can_be_verified() {
    let source = real();
    let copy = page::print(&template(), source, Artifact::Site, None).unwrap();
    assert_eq!(verify(&copy, source.record, &earlier("assets/content")).unwrap(), [""; 0]);
}

/// How many letters of each part are altered.
const ALTERED: usize = 200;

/// `index.html` as trunk leaves it to the press.
fn template() -> String {
    let template = include_str!("../../../index.html");
    template.replace("</head>", "<script>\"{{keys}}\"</script>\n</head>")
}

fn copy(of: Artifact) -> String {
    page::print(&template(), PageSource::closed_sample(), of, None).unwrap()
}

/// The records of the editions before that of a folder of content.
fn earlier(content: &str) -> Vec<Record> {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(content);
    Archive::load(&content).unwrap().records
}

/// What is found in a copy; that it is none is a finding too.
fn found(copy: &str) -> Vec<String> {
    let record = PageSource::closed_sample().record;
    verify(copy, record, &earlier("tests/content"))
        .unwrap_or_else(|problem| vec![problem.to_string()])
}

#[test]
fn whole_copies_are_verified() {
    for of in [Artifact::Site, Artifact::File, Artifact::Edition] {
        assert_eq!(found(&copy(of)), [""; 0], "{of:?}");
    }
}

/// The bytes of letters and digits in what is printed as text.
fn printed_letters(copy: &str) -> Vec<usize> {
    let letters = RefCell::new(Vec::new());
    let settings = RewriteStrSettings::new().append_document_content_handler(doc_text!(|it| {
        if matches!(it.text_type(), TextType::Data | TextType::RCData) {
            let range = it.source_location().bytes();
            letters.borrow_mut().extend(letters_in(copy, range));
        }
        Ok(())
    }));
    rewrite_str(copy, settings).unwrap();
    letters.into_inner()
}

/// The bytes of letters and digits in an element that holds data.
fn data_letters(copy: &str, selector: &str) -> Vec<usize> {
    let data = html::inner(copy, selector).unwrap();
    let start = data.as_ptr().addr() - copy.as_ptr().addr();
    letters_in(copy, start..start + data.len()).collect()
}

fn letters_in(copy: &str, range: Range<usize>) -> impl Iterator<Item = usize> {
    range.filter(|at| copy.as_bytes()[*at].is_ascii_alphanumeric())
}

/// Alters one letter in many places, one after another; each must be found.
#[track_caller]
fn each_is_found(copy: &str, letters: &[usize]) {
    assert!(letters.len() > ALTERED, "{} letters", letters.len());
    for at in letters.iter().step_by(letters.len().div_ceil(ALTERED)).copied() {
        let mut altered = copy.as_bytes().to_vec();
        altered[at] = match altered[at] {
            b'z' | b'Z' => b'y',
            b'9' => b'8',
            letter => letter + 1,
        };
        let altered = String::from_utf8(altered).unwrap();
        let near = &altered[altered.floor_char_boundary(at.saturating_sub(40))..];
        let near: String = near.chars().take(80).collect();
        assert_ne!(found(&altered), [""; 0], "{near}");
    }
}

#[test]
fn no_letter_of_the_catalogue_can_be_altered() {
    let copy = copy(Artifact::File);
    each_is_found(&copy, &data_letters(&copy, "script#catalogue"));
}

#[test]
fn no_letter_of_the_printed_text_can_be_altered() {
    let copy = copy(Artifact::Site);
    each_is_found(&copy, &printed_letters(&copy));
}

#[test]
fn no_letter_of_what_it_says_of_its_edition_can_be_altered() {
    let copy = copy(Artifact::Edition);
    each_is_found(&copy, &data_letters(&copy, edition::ELEMENT));
}

/// Somebody who alters a copy can give it the hash of what is printed anew.
fn forged(copy: &str) -> String {
    let printed = Mark::of(copy).unwrap().printed;
    copy.replace(&printed, &printed_sha256(copy).unwrap())
}

#[test]
fn a_forged_hash_hides_no_word() {
    let copy = copy(Artifact::Site);
    assert_eq!(forged(&copy), copy);
    for (part, by, expected) in [
        (
            "Norway and Peru founded the kite",
            "Norway and Peru founded a kite",
            "`Norway and Peru founded a kite accord",
        ),
        ("<h1 class=\"headline\"><span>", "<h1 class=\"headline\"><span>The ", "`The "),
        ("Edition 7, ", "Editions 7, ", "`Editions 7, "),
        ("30 June 2026", "31 June 2026", "31 June 2026"),
        ("href=\"#source-1\">1<", "href=\"#source-1\">2<", "`2`"),
    ] {
        let (before, body) = copy.split_at(copy.find("<body>").unwrap());
        let altered = forged(&format!("{before}{}", body.replacen(part, by, 1)));
        let found = found(&altered).join("\n");
        assert!(found.contains(expected) && !found.contains("not what was printed"), "{found}");
    }
}

/// Whatever shows a text shows it to a reader.
#[test]
fn no_element_hides_a_sentence() {
    let copy = copy(Artifact::Site);
    for element in [
        "<xmp>A false sentence.</xmp>",
        "<svg><text><![CDATA[A false sentence.]]></text></svg>",
        "<svg><text>A false sentence.</text></svg>",
        "<svg><style>A false sentence.</style></svg>",
        "<input value=\"A false sentence.\">",
        "<input placeholder=\"A false sentence.\">",
        "<select><option label=\"A false sentence.\"></option></select>",
        "<noscript>A false sentence.</noscript>",
        "<noembed>A false sentence.</noembed>",
        "<noframes>A false sentence.</noframes>",
        "<iframe>A false sentence.</iframe>",
        "<iframe srcdoc=\"A false sentence.\"></iframe>",
        "<textarea>A false sentence.</textarea>",
        "<p title=\"A false sentence.\" aria-label=\"A false sentence.\"></p>",
        "<plaintext>A false sentence.",
    ] {
        let altered = copy.replace("</body>", &[element, "</body>"].concat());
        let found = found(&forged(&altered)).join("\n");
        assert!(found.contains("A false sentence."), "{element}: {found}");
    }
}

#[test]
fn no_part_can_be_left_out() {
    let copy = copy(Artifact::Site);
    let without = |tag: &str| {
        let (before, rest) = copy.split_once(tag).unwrap();
        let (_, after) = rest.split_once("</script>").unwrap();
        found(&[before, after].concat()).join("\n")
    };
    let mark = "<script type=\"application/json\" id=\"edition\">";
    let catalogue = "<script type=\"application/json\" id=\"catalogue\">";
    assert!(without(mark).contains("does not say which edition it is"));
    assert!(without(catalogue).contains("it has no catalogue"));
    let sections = html::inner(&copy, "section.sources").unwrap();
    let found = found(&forged(&copy.replace(sections, ""))).join("\n");
    assert!(found.contains("source/charter/title is missing"), "{found}");
    assert!(found.contains("no link leads to source/"), "{found}");
}

#[test]
fn a_copy_from_before_the_edition_was_closed_is_told() {
    let copy = page::print(&template(), PageSource::sample(), Artifact::File, None).unwrap();
    assert!(Mark::of(&copy).unwrap().open);
    assert!(copy.contains("Edition 7, open, as of 30 June 2026."));
    assert_eq!(found(&copy), ["edition: the copy was made before it was closed"]);
}

#[test]
fn whoever_publishes_a_copy_can_put_an_address_in() {
    let copy = copy(Artifact::Site);
    let link = |text| format!("<a href=\"mailto:errors@example.org\">{text}</a></footer>");
    let with = |text| found(&forged(&copy.replace("</footer>", &link(text))));
    assert_eq!(with("errors@example.org"), [""; 0]);
    for part in ["errors", "example", "mail", "editors@example.org"] {
        assert_ne!(with(part), [""; 0], "{part}");
    }
}
