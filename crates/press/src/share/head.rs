//! The head of the page: what search engines, feeds and social networks read. What needs a full address is there only if
//! the address is known: these readers do nothing with a relative one.

use std::fmt::Write as _;

use aukus_briefing::Print;
use serde_json::{Value, json};

use super::address::Address;
use super::colour::colour;
use super::oembed;
use super::picture::{CARD, CARD_PX, TOUCH_ICON};
use crate::artifact::Artifact;
use crate::escape::{escape, json_in_script};
use crate::outcome::Outcome;

/// The language of the page, as `index.html` has it.
const LANGUAGE: &str = "en";

/// Title, description, and the same for social networks; and the briefing as linked data.
pub(crate) fn head(print: Print, of: Artifact, address: Option<&Address>) -> Outcome<String> {
    let messages = &print.text.messages;
    let title = print.briefing.text.messages.title();
    let (title, description) = (escape(title), escape(messages.description()));
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
        head.push_str(&addressed(print, address));
    }
    if of == Artifact::Site {
        head.push_str(&beside(print, address));
    }
    let data = json_in_script(&linked_data(print, address))?;
    // Writing to a string cannot fail.
    let _ = write!(head, r#"<script type="application/ld+json">{data}</script>"#);
    Ok(head)
}

/// Where the page and its picture are.
fn addressed(print: Print, address: &Address) -> String {
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
        escape(print.text.messages.card_picture())
    )
}

/// What lies beside the page on a server, and so not beside the one file.
fn beside(print: Print, address: Option<&Address>) -> String {
    let mut links = format!("<link rel=\"apple-touch-icon\" href=\"./{TOUCH_ICON}\">\n");
    if let Some(address) = address {
        let (href, title) =
            (address.of(oembed::NAME), escape(print.briefing.text.messages.title()));
        // Writing to a string cannot fail.
        let _ = writeln!(
            links,
            r#"<link rel="alternate" type="application/json+oembed" href="{href}" title="{title}">"#
        );
    }
    links
}

/// The briefing as an article of schema.org: what it cites, and what it corrects.
fn linked_data(print: Print, address: Option<&Address>) -> Value {
    let edition = print.briefing.model.edition;
    let citations: Vec<&str> =
        print.text.sources.iter().filter_map(|it| it.url.as_deref()).collect();
    let records = print.briefing.text.records.iter();
    let corrections: Vec<Value> =
        records.map(|it| json!({ "@type": "CorrectionComment", "text": it })).collect();
    let mut data = json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": print.briefing.text.messages.title(),
        "description": print.text.messages.description(),
        "inLanguage": LANGUAGE,
        "version": edition.number,
        "dateModified": edition.date.to_string(),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::html;
    use crate::source::PageSource;

    const INDEX: &str = include_str!("../../../../index.html");

    fn printed(of: Artifact, address: Option<&str>) -> String {
        let address = address.map(|it| Address::read(it).unwrap());
        head(PageSource::sample().print, of, address.as_ref()).unwrap()
    }

    fn data(head: &str) -> Value {
        let script = html::only_element(head, "script[type='application/ld+json']").unwrap();
        serde_json::from_str(&script.text).unwrap()
    }

    #[test]
    fn needs_no_address() {
        let head = printed(Artifact::Site, None);
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
        let head = printed(Artifact::Site, Some("https://example.org/briefing"));
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
        let head = printed(Artifact::File, Some("https://example.org/briefing"));
        assert!(head.contains("canonical"), "{head}");
        assert!(!head.contains("oembed") && !head.contains("touch"), "{head}");
        assert!(!head.contains("\"./"), "{head}");
    }

    #[test]
    fn is_linked_data_with_citations_and_corrections() {
        let Print { briefing, text } = PageSource::sample().print;
        let edition = briefing.model.edition;
        let data = data(&printed(Artifact::Site, None));
        assert_eq!(data["@type"], "Article");
        assert_eq!(data["headline"], briefing.text.messages.title());
        assert_eq!(data["dateModified"], edition.date.to_string());
        assert_eq!(data["dateModified"].as_str().unwrap().len(), "2026-01-01".len());
        assert_eq!(data["version"], edition.number);
        let urls = text.sources.iter().filter(|it| it.url.is_some()).count();
        assert_eq!(data["citation"].as_array().unwrap().len(), urls);
        assert!(data["citation"][0].as_str().unwrap().starts_with("http"));
        let corrections = data["correction"].as_array().unwrap();
        assert_eq!(corrections.len(), briefing.model.corrections.len());
        assert_eq!(data["correction"][0]["@type"], "CorrectionComment");
        assert_eq!(data["inLanguage"], LANGUAGE);
        assert!(INDEX.contains(&format!("<html lang=\"{LANGUAGE}\">")));
    }

    #[test]
    fn takes_the_colour_of_the_window_from_the_style() {
        let paper = colour("paper").unwrap();
        let head = printed(Artifact::Site, None);
        for (scheme, colour) in [("light", paper.light), ("dark", paper.dark)] {
            let part = format!("media=\"(prefers-color-scheme: {scheme})\" content=\"{colour}\"");
            assert!(head.contains(&part), "{part} in {head}");
        }
    }
}
