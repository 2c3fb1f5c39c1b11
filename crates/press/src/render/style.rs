//! The style of the page.

use lol_html::html_content::ContentType;

use crate::html;
use crate::outcome::Outcome;

/// The page with all its style sheets in the place of the first, in their order.
pub(crate) fn with_one_style(page: &str) -> Outcome<String> {
    let sheets: Vec<String> =
        html::elements(page, "style")?.into_iter().map(|it| it.text).collect();
    let css = sheets.join("\n");
    let mut is_first = true;
    html::with_elements(page, "style", |it| {
        if std::mem::take(&mut is_first) {
            it.set_inner_content(&css, ContentType::Html);
        } else {
            it.remove();
        }
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_style_sheets() {
        let page = with_one_style("<style>a{}</style>\n<style>b > c{}</style><p>d</p>").unwrap();
        assert_eq!(page, "<style>a{}\nb > c{}</style>\n<p>d</p>");
        assert!(with_one_style("<p>d</p>").is_err());
    }
}
