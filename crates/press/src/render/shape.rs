//! The shape of printed markup: which elements and comments there are, in which order, as one number. By it `boot.js` knows
//! whether a part of the page still is as it was printed when the app is to take it over.

use std::cell::Cell;

use lol_html::{RewriteStrSettings, doc_comments, element, rewrite_str};

use crate::outcome::Outcome;

/// The shape of markup: a hash of the names of its elements, with `!` for a comment, as `boot.js` works it out.
pub(super) fn shape(markup: &str) -> Outcome<i32> {
    let shape = Cell::new(0);
    let take = |name: &str| shape.set(name.chars().fold(shape.get(), with_letter));
    let settings = RewriteStrSettings::new()
        .append_element_content_handler(element!("*", |it| {
            let name = it.tag_name();
            // The one name with capitals that the app draws; the parser of a browser restores them.
            take(if name == "foreignobject" { "foreignObject" } else { &name });
            Ok(())
        }))
        .append_document_content_handler(doc_comments!(|_| {
            take("!");
            Ok(())
        }));
    rewrite_str(markup, settings)?;
    Ok(shape.get())
}

fn with_letter(shape: i32, letter: char) -> i32 {
    // Names of elements are ASCII.
    shape.wrapping_mul(31).wrapping_add(u32::from(letter) as i32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_from_elements_and_comments_in_their_order() {
        let printed = shape("<!--<[]>--><p class=\"a\">b<br></p><!--</[]>-->").unwrap();
        assert_eq!(printed, shape("<!----><p>other words<br></p><!---->").unwrap());
        for other in [
            "<p>b<br></p>",
            "<!--<[]>--><p><font>b</font><br></p><!--</[]>-->",
            "<!--<[]>--><br><p>b</p><!--</[]>-->",
            "",
        ] {
            assert_ne!(printed, shape(other).unwrap(), "{other}");
        }
    }

    #[test]
    fn is_what_the_script_works_out() {
        // ('p'.charCodeAt(0) * 31 + 'a'.charCodeAt(0)) * 31 + '!'.charCodeAt(0)
        assert_eq!(shape("<p><a><!----></a></p>").unwrap(), (112 * 31 + 97) * 31 + 33);
        let drawn = shape("<svg><foreignObject><DIV></DIV></foreignObject></svg>").unwrap();
        assert_eq!(drawn, "svgforeignObjectdiv".chars().fold(0, with_letter));
    }
}
