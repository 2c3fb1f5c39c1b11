//! The head of the page: what search engines, feeds and social networks read. What needs a full address is there only if
//! the address is known: these readers do nothing with a relative one.

use std::fmt::Write as _;

use model::{Briefing, PrintedWords};
use serde_json::{Value, json};

use super::address::Address;
use super::colour::colour;
use super::oembed;
use super::picture::{CARD, CARD_PX, TOUCH_ICON};
use crate::artifact::Of;
use crate::escape::escape;

/// The language of the page, as `index.html` has it.
const LANGUAGE: &str = "en";

/// Title, description, and the same for social networks; and the briefing as linked data.
pub(crate) fn head(
    briefing: &Briefing,
    of: Of,
    address: Option<&Address>,
) -> Result<String, String> {
    let words = aukus_briefing::printed_words();
    let (title, description) = (escape(briefing.words.title()), escape(words.description()));
    let paper = colour("paper")?;
    let mut head = format!(
        r#"<title>{title}</title>
<meta name="description" content="{description}">
<meta property="og:type" content="article">
<meta property="og:title" content="{title}">
<meta property="og:description" content="{description}">
<meta name="twitter:card" content="summary_large_image">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="{}">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="{}">
"#,
        paper.light, paper.dark
    );
    if let Some(address) = address {
        head.push_str(&addressed(words, address));
    }
    if of == Of::Site {
        head.push_str(&beside(briefing, address));
    }
    let data = script(&linked_data(briefing, words, address));
    // Writing to a string cannot fail.
    let _ = write!(head, r#"<script type="application/ld+json">{data}</script>"#);
    Ok(head)
}

/// Where the page and its picture are.
fn addressed(words: &PrintedWords, address: &Address) -> String {
    let ((width, height), card) = (CARD_PX, address.of(CARD));
    format!(
        r#"<link rel="canonical" href="{address}">
<meta property="og:url" content="{address}">
<meta property="og:image" content="{card}">
<meta property="og:image:width" content="{width}">
<meta property="og:image:height" content="{height}">
<meta property="og:image:alt" content="{}">
<meta name="twitter:image" content="{card}">
"#,
        escape(words.card_picture())
    )
}

/// What lies beside the page on a server, and so not beside the one file.
fn beside(briefing: &Briefing, address: Option<&Address>) -> String {
    let mut links = format!("<link rel=\"apple-touch-icon\" href=\"./{TOUCH_ICON}\">\n");
    if let Some(address) = address {
        let (href, title) = (address.of(oembed::NAME), escape(briefing.words.title()));
        // Writing to a string cannot fail.
        let _ = writeln!(
            links,
            r#"<link rel="alternate" type="application/json+oembed" href="{href}" title="{title}">"#
        );
    }
    links
}

/// The briefing as an article of schema.org: what it cites, and what it corrects.
fn linked_data(briefing: &Briefing, words: &PrintedWords, address: Option<&Address>) -> Value {
    let citations: Vec<&str> = briefing.sources.iter().filter_map(|it| it.url).collect();
    let corrections: Vec<Value> = briefing
        .corrections
        .iter()
        .map(|it| json!({ "@type": "CorrectionComment", "text": it.record_says }))
        .collect();
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": briefing.words.title(),
        "description": words.description(),
        "inLanguage": LANGUAGE,
        "version": briefing.edition.number,
        "dateModified": briefing.edition.date.to_string(),
        "isAccessibleForFree": true,
        "citation": citations,
        "correction": corrections,
    });
    if let (Value::Object(data), Some(address)) = (&mut data, address) {
        let here = address.to_string();
        data.insert("url".into(), here.clone().into());
        data.insert("mainEntityOfPage".into(), here.into());
        data.insert("image".into(), address.of(CARD).into());
    }
    data
}

/// Data as the text of a script element, which neither an end tag nor a comment in a text may end.
fn script(data: &Value) -> String {
    data.to_string().replace('<', "\\u003c")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html;

    const INDEX: &str = include_str!("../../../../index.html");

    fn printed(of: Of, address: Option<&str>) -> String {
        let address = address.map(|it| Address::read(it).unwrap());
        head(aukus_briefing::briefing(), of, address.as_ref()).unwrap()
    }

    fn data(head: &str) -> Value {
        let script = html::only_element(head, "script[type='application/ld+json']").unwrap();
        serde_json::from_str(&script.text).unwrap()
    }

    #[test]
    fn needs_no_address() {
        let head = printed(Of::Site, None);
        for name in ["canonical", "og:url", "og:image", "twitter:image", "oembed"] {
            assert!(!head.contains(name), "{name} in {head}");
        }
        let data = data(&head);
        for name in ["url", "image", "mainEntityOfPage"] {
            assert_eq!(data[name], Value::Null, "{name}");
        }
    }

    #[test]
    fn says_where_the_page_is() {
        let head = printed(Of::Site, Some("https://example.org/briefing"));
        for part in [
            r#"<link rel="canonical" href="https://example.org/briefing/">"#,
            r#"<meta property="og:url" content="https://example.org/briefing/">"#,
            r#"<meta property="og:image" content="https://example.org/briefing/card.png">"#,
            r#"<meta property="og:image:width" content="1200">"#,
            r#"<meta property="og:image:height" content="630">"#,
            r#"<meta name="twitter:image" content="https://example.org/briefing/card.png">"#,
            r#"type="application/json+oembed" href="https://example.org/briefing/oembed.json""#,
        ] {
            assert!(head.contains(part), "{part} in {head}");
        }
        let data = data(&head);
        assert_eq!(data["url"], "https://example.org/briefing/");
        assert_eq!(data["mainEntityOfPage"], "https://example.org/briefing/");
        assert_eq!(data["image"], "https://example.org/briefing/card.png");
    }

    #[test]
    fn of_the_one_file_has_nothing_beside_it() {
        let head = printed(Of::File, Some("https://example.org/briefing"));
        assert!(head.contains("canonical"), "{head}");
        assert!(!head.contains("oembed") && !head.contains("touch"), "{head}");
        assert!(!head.contains("\"./"), "{head}");
    }

    #[test]
    fn is_linked_data_with_citations_and_corrections() {
        let briefing = aukus_briefing::briefing();
        let data = data(&printed(Of::Site, None));
        assert_eq!(data["@type"], "Article");
        assert_eq!(data["headline"], briefing.words.title());
        assert_eq!(data["dateModified"], briefing.edition.date.to_string());
        assert_eq!(data["dateModified"].as_str().unwrap().len(), "2026-01-01".len());
        assert_eq!(data["version"], briefing.edition.number);
        let urls = briefing.sources.iter().filter(|it| it.url.is_some()).count();
        assert_eq!(data["citation"].as_array().unwrap().len(), urls);
        assert!(data["citation"][0].as_str().unwrap().starts_with("http"));
        assert_eq!(data["correction"].as_array().unwrap().len(), briefing.corrections.len());
        assert_eq!(data["correction"][0]["@type"], "CorrectionComment");
        assert_eq!(data["inLanguage"], LANGUAGE);
        assert!(INDEX.contains(&format!("<html lang=\"{LANGUAGE}\">")));
    }

    #[test]
    fn no_text_ends_its_script() {
        let text = script(&json!({ "a": "</script><!--<script>" }));
        assert!(!text.contains('<'), "{text}");
        let data: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(data["a"], "</script><!--<script>");
    }

    #[test]
    fn takes_the_colour_of_the_window_from_the_style() {
        let paper = colour("paper").unwrap();
        let head = printed(Of::Site, None);
        for (scheme, colour) in [("light", paper.light), ("dark", paper.dark)] {
            let part = format!("media=\"(prefers-color-scheme: {scheme})\" content=\"{colour}\"");
            assert!(head.contains(&part), "{part} in {head}");
        }
    }
}
