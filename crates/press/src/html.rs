//! Reads and edits HTML with lol_html. What an edit does not concern stays byte for byte; what is looked for must be there.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use lol_html::html_content::{ContentType, Element};
use lol_html::{HandlerResult, RewriteStrSettings, element, end_tag, rewrite_str, text};

use crate::outcome::Outcome;

/// An element that holds text alone, such as a script.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct TextElement {
    attributes: Vec<(String, String)>,
    /// All that is between its tags, as it is written.
    pub(crate) text: String,
}

impl TextElement {
    /// The value of an attribute, as it is written.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|it| it.0 == name).map(|it| it.1.as_str())
    }
}

/// The elements that a selector matches, in their order: at least one.
pub(crate) fn elements(page: &str, selector: &str) -> Outcome<Vec<TextElement>> {
    let found = RefCell::new(Vec::<TextElement>::new());
    let begin = |it: &mut Element| {
        let attributes = it.attributes().iter().map(|it| (it.name(), it.value())).collect();
        found.borrow_mut().push(TextElement { attributes, text: String::new() });
        Ok(())
    };
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!(selector, begin))
        .append_element_content_handler(text!(selector, |it| {
            if let Some(last) = found.borrow_mut().last_mut() {
                last.text.push_str(it.as_str());
            }
            Ok(())
        }));
    rewrite_str(page, settings)?;
    let found = found.into_inner();
    if found.is_empty() { Err(missing(selector).into()) } else { Ok(found) }
}

/// The one element that a selector matches.
pub(crate) fn only_element(page: &str, selector: &str) -> Outcome<TextElement> {
    let mut found = elements(page, selector)?;
    match (found.pop(), found.len()) {
        (Some(it), 0) => Ok(it),
        (_, more) => {
            Err(format!("the page has {} elements `{selector}`, not one", more + 1).into())
        }
    }
}

/// The page with an edit made to every element that a selector matches: at least one.
pub(crate) fn with_elements(
    page: &str,
    selector: &str,
    mut edit: impl FnMut(&mut Element) -> HandlerResult,
) -> Outcome<String> {
    let mut count = 0_usize;
    let settings = RewriteStrSettings::new().append_element_content_handler(element!(
        selector,
        |it: &mut Element| {
            count += 1;
            edit(it)
        }
    ));
    let edited = rewrite_str(page, settings)?;
    if count == 0 { Err(missing(selector).into()) } else { Ok(edited) }
}

/// The page with another text in every element that a selector matches and that has a text: at least one.
pub(crate) fn with_texts(
    page: &str,
    selector: &str,
    mut change: impl FnMut(&str) -> Result<String, String>,
) -> Outcome<String> {
    let mut count = 0_usize;
    // A text comes in pieces; the last takes the place of all.
    let mut text = String::new();
    let settings =
        RewriteStrSettings::new().append_element_content_handler(text!(selector, |piece| {
            text.push_str(piece.as_str());
            if piece.last_in_text_node() {
                count += 1;
                piece.replace(&change(&std::mem::take(&mut text))?, ContentType::Html);
            } else {
                piece.remove();
            }
            Ok(())
        }));
    let edited = rewrite_str(page, settings)?;
    if count == 0 { Err(missing(selector).into()) } else { Ok(edited) }
}

/// The page with another text in the one element that a selector matches.
///
/// # Errors
/// If the text would end its own element, which would leave the rest of it on the page.
pub(crate) fn with_text(page: &str, selector: &str, text: &str) -> Outcome<String> {
    only_element(page, selector)?;
    let edited = with_elements(page, selector, |it| {
        it.set_inner_content(text, ContentType::Html);
        Ok(())
    })?;
    if only_element(&edited, selector)?.text != text {
        return Err(format!("the text of `{selector}` has an end tag or a comment in it").into());
    }
    Ok(edited)
}

/// What is between the tags of the first element that a selector matches.
pub(crate) fn inner<'a>(markup: &'a str, selector: &str) -> Outcome<&'a str> {
    let (start, end) = (Cell::new(None), Rc::new(Cell::new(None)));
    with_elements(markup, selector, |it| {
        if start.get().is_some() {
            return Ok(());
        }
        start.set(Some(it.source_location().bytes().end));
        let seen = Rc::clone(&end);
        it.on_end_tag(end_tag!(move |tag| {
            seen.set(Some(tag.source_location().bytes().start));
            Ok(())
        }))
    })?;
    let range = start.get().zip(end.get());
    let inner = range.and_then(|(start, end)| markup.get(start..end));
    inner.ok_or_else(|| format!("the element `{selector}` does not end").into())
}

fn missing(selector: &str) -> String {
    format!(
        "the page has no `{selector}` to read or change: see index.html, and what trunk puts into it"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<meta charset=\"utf-8\"><script type=\"a\">b < c && 'd'</script>\n<p><!--<[]>--><br>A &amp; B<!--</[]>--></p><script></script>";

    #[test]
    fn reads_attributes_and_texts() {
        let scripts = elements(PAGE, "script").unwrap();
        assert_eq!(scripts.len(), 2);
        assert_eq!(scripts[0].attribute("type"), Some("a"));
        assert_eq!(scripts[0].text, "b < c && 'd'");
        assert_eq!(scripts[1], TextElement::default());
    }

    #[test]
    fn edits_what_it_should_and_nothing_else() {
        let edited = with_texts(PAGE, "script", |it| Ok(it.to_uppercase())).unwrap();
        assert_eq!(edited, PAGE.replace("b < c && 'd'", "B < C && 'D'"));
        let edited = with_text(PAGE, "script[type]", "e").unwrap();
        assert_eq!(edited, PAGE.replace("b < c && 'd'", "e"));
        let edited = with_elements(PAGE, "meta", |it| {
            it.after("<x>", ContentType::Html);
            Ok(())
        });
        assert_eq!(edited.unwrap(), PAGE.replace("\"utf-8\">", "\"utf-8\"><x>"));
    }

    #[test]
    fn finds_what_is_between_tags() {
        let markup = "<svg><defs><path d=\"M0 0\"/></defs><defs>b</defs></svg>";
        assert_eq!(inner(markup, "defs").unwrap(), "<path d=\"M0 0\"/>");
        assert!(inner(markup, "g").is_err());
        assert!(inner("<svg><defs>", "defs").is_err());
    }

    #[test]
    fn misses_what_is_not_there() {
        let keep = |it: &str| Ok(it.to_owned());
        assert!(elements(PAGE, "style").is_err());
        assert!(only_element(PAGE, "script").is_err());
        assert!(with_texts(PAGE, "style", keep).is_err());
        assert!(with_elements(PAGE, "style", |_| Ok(())).is_err());
    }

    #[test]
    fn lets_no_text_end_its_element() {
        assert!(with_text(PAGE, "script[type]", "'</script>'").is_err());
        assert!(with_text(PAGE, "script[type]", "'<!--<script>'").is_err());
    }
}
