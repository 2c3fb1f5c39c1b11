//! Takes a copy apart: what is printed in it, and the data that it carries.

use std::cell::RefCell;
use std::collections::HashSet;
use std::error::Error;
use std::ops::Range;
use std::rc::Rc;

use html_escape::decode_html_entities;
use lol_html::html_content::{Element, TextType};
use lol_html::{RewriteStrSettings, doc_text, element, end_tag, rewrite_str, text};
use sha2::{Digest as _, Sha256};

use crate::copy::ELEMENT;

/// The attributes that readers read, hear or follow.
const READ: [&str; 9] =
    ["alt", "aria-label", "datetime", "href", "label", "placeholder", "srcdoc", "title", "value"];

/// The types of `input` that show no value.
const UNSEEN: [&str; 3] = ["checkbox", "hidden", "radio"];

/// Where such attributes stand.
const READABLE: &str = "body [alt], body [aria-label], body [datetime], a[href], body [label], body [placeholder], body [srcdoc], body [title], body [value]";

/// The element of the texts of the app.
const CATALOGUE: &str = "script#catalogue";

/// The links of words that are explained.
const TERM: &str = "a.term";

/// What is printed in a page, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    /// Where it begins, in bytes.
    pub(crate) at: usize,
    /// The attribute that holds it; none for text.
    pub(crate) attribute: Option<&'static str>,
    /// What it says, with single spaces.
    pub(crate) text: String,
}

/// What is in a page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Page {
    /// What is printed.
    pub(crate) parts: Vec<Part>,
    /// What the elements for the mark hold: one.
    pub(crate) marks: Vec<String>,
    /// What the elements for the catalogue hold: one.
    pub(crate) catalogues: Vec<String>,
}

impl Page {
    /// Takes a page apart.
    pub(crate) fn parse(html: &str) -> Result<Self, Box<dyn Error>> {
        let page = RefCell::new(Self::default());
        let text = Rc::new(RefCell::new(Text::default()));
        let styles = RefCell::new(HashSet::new());
        let begin = |list: fn(&mut Self) -> &mut Vec<String>| {
            list(&mut page.borrow_mut()).push(String::new());
            Ok(())
        };
        let add = |list: fn(&mut Self) -> &mut Vec<String>, text: &str| {
            if let Some(last) = list(&mut page.borrow_mut()).last_mut() {
                last.push_str(text);
            }
            Ok(())
        };
        let settings = RewriteStrSettings::new()
            .append_element_content_handler(element!(ELEMENT, |_| begin(|it| &mut it.marks)))
            .append_element_content_handler(text!(ELEMENT, |it| add(
                |it| &mut it.marks,
                it.as_str()
            )))
            .append_element_content_handler(element!(CATALOGUE, |_| begin(|it| &mut it.catalogues)))
            .append_element_content_handler(text!(CATALOGUE, |it| {
                add(|it| &mut it.catalogues, it.as_str())
            }))
            .append_element_content_handler(element!(TERM, |it| {
                text.borrow_mut().goes_on_after(it.source_location().bytes());
                let text = Rc::clone(&text);
                if let Some(handlers) = it.end_tag_handlers() {
                    handlers.push(end_tag!(move |it| {
                        text.borrow_mut().goes_on_after(it.source_location().bytes());
                        Ok(())
                    }));
                }
                Ok(())
            }))
            .append_element_content_handler(element!(READABLE, |it| {
                let mut page = page.borrow_mut();
                if !text.borrow().is_split_by(it.source_location().bytes()) {
                    page.parts.extend(text.take().end());
                }
                page.parts.extend(attributes(it));
                Ok(())
            }))
            // The parts of a text come here before they come to the document.
            .append_element_content_handler(text!("style", |it| {
                styles.borrow_mut().insert(it.source_location().bytes().start);
                Ok(())
            }))
            .append_document_content_handler(doc_text!(|it| {
                let at = it.source_location().bytes().start;
                let is_style = it.text_type() == TextType::RawText && styles.borrow().contains(&at);
                if it.text_type() != TextType::ScriptData && !is_style {
                    let mut text = text.borrow_mut();
                    if !text.is_continued_at(at) {
                        page.borrow_mut().parts.extend(std::mem::take(&mut *text).end());
                        text.at = at;
                    }
                    text.html.push_str(it.as_str());
                    text.end = it.source_location().bytes().end;
                }
                Ok(())
            }));
        rewrite_str(html, settings)?;
        let mut page = page.take();
        page.parts.extend(text.take().end());
        Ok(page)
    }

    /// What is printed as text.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(|it| it.attribute.is_none())
    }

    /// The SHA-256 of what is printed.
    pub(crate) fn printed_sha256(&self) -> String {
        let mut hash = Sha256::new();
        for Part { attribute, text, .. } in &self.parts {
            hash.update(format!("{}\t{text}\n", attribute.unwrap_or_default()));
        }
        hash.finalize().iter().map(|it| format!("{it:02x}")).collect()
    }
}

/// A text that is being read: the links of terms within it do not part it, as it is one sentence to its reader.
#[derive(Default)]
struct Text {
    /// Where it begins.
    at: usize,
    /// Where it ends so far; and where what it goes on after ends, if it does.
    end: usize,
    /// What is written there.
    html: String,
}

impl Text {
    /// Takes a tag as part of the text if it follows at once.
    fn goes_on_after(&mut self, tag: Range<usize>) {
        if tag.start == self.end {
            self.end = tag.end;
        }
    }

    /// Whether a tag has been taken as part of it.
    fn is_split_by(&self, tag: Range<usize>) -> bool {
        tag.end == self.end
    }

    fn is_continued_at(&self, at: usize) -> bool {
        at == self.end && at > self.at
    }

    fn end(self) -> Option<Part> {
        Part::new(self.at, None, &self.html)
    }
}

impl Part {
    /// Whether readers read or hear it, and do not only follow it.
    pub(crate) fn is_read(&self) -> bool {
        !matches!(self.attribute, Some("href" | "datetime"))
    }

    /// What is written there as HTML; nothing if that is space.
    fn new(at: usize, attribute: Option<&'static str>, html: &str) -> Option<Self> {
        let text = with_single_spaces(&decode_html_entities(html));
        (!text.is_empty()).then_some(Self { at, attribute, text })
    }
}

fn attributes(element: &Element) -> Vec<Part> {
    let at = element.source_location().bytes().start;
    let part = |name| Part::new(at, Some(name), &element.get_attribute(name)?);
    READ.into_iter().filter(|it| *it != "value" || shows_value(element)).filter_map(part).collect()
}

/// Whether readers see the value of an element: that of a choice is only for scripts.
fn shows_value(element: &Element) -> bool {
    let kind = element.get_attribute("type").unwrap_or_default().to_lowercase();
    element.tag_name() == "input" && !UNSEEN.contains(&&*kind)
}

/// The text with one space wherever there are some.
pub(crate) fn with_single_spaces(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The SHA-256 of what is printed in a page: each text, and each attribute that readers read, hear or follow, a line each.
///
/// # Errors
/// Where the page is too deep to be read.
pub fn printed_sha256(html: &str) -> Result<String, Box<dyn Error>> {
    Ok(Page::parse(html)?.printed_sha256())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_terms_do_not_part_a_sentence() {
        let page = Page::parse(
            "<p>The <a class=\"term\" href=\"#g-accord\">kite &amp; yarn accord</a> flies<sup><a href=\"#source-1\"> [1]</a></sup></p>\
             <p><a class=\"term\" href=\"#g-yarn\">Yarn</a>, <a class=\"term\" href=\"#g-b\">string</a></p><p>and <a href=\"#knots\">knots</a>.</p>",
        );
        let page = page.unwrap();
        let texts: Vec<_> = page.texts().map(|it| &*it.text).collect();
        let expected = ["The kite & yarn accord flies", "[1]", "Yarn, string", "and", "knots", "."];
        assert_eq!(texts, expected);
        let parts = page.parts.windows(2);
        let mut sources = parts.filter(|it| it[0].text == "#source-1");
        assert_eq!(sources.next().unwrap()[1].text, "[1]");
    }
}
