//! The head of the page: what search engines, feeds and social networks read. What needs a full address is there only if
//! the address is known: these readers do nothing with a relative one.

use std::fmt::Write as _;

use aukus_briefing::Print;
use explorer::view::change_in_short;
use serde_json::{Value, json};
use text::ChangeKind;

use super::address::Address;
use super::colour::colour;
use super::picture::{CARD, CARD_PX, TOUCH_ICON};
use super::{feed, oembed};
use crate::artifact::Artifact;
use crate::escape::{escape, json_in_script};
use crate::outcome::Outcome;
use crate::package::editions;
use crate::source::PageSource;

/// The language of the page, as `index.html` has it.
const LANGUAGE: &str = "en";

/// Title, description, and the same for social networks.
pub(crate) fn head(source: PageSource, of: Artifact, address: Option<&Address>) -> Outcome<String> {
    let print = source.print;
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
        head.push_str(&addressed(print, of, address));
    }
    if of == Artifact::Site {
        head.push_str(&beside(source, address));
    }
    Ok(head)
}

/// The briefing as linked data, for a script at the end of the page: it is long, and nothing that a reader sees waits for it.
pub(crate) fn linked_data(
    print: Print,
    of: Artifact,
    address: Option<&Address>,
) -> Outcome<String> {
    Ok(json_in_script(&article(print, of, address))?)
}

/// Where the page is. The copy of an edition has a place of its own.
fn place(print: Print, of: Artifact, address: &Address) -> String {
    match of {
        Artifact::Site | Artifact::File => address.to_string(),
        Artifact::Edition => address.of(&editions::path(print.briefing.model.edition.number)),
    }
}

/// Where the page and its picture are. Search engines are led to the latest edition.
fn addressed(print: Print, of: Artifact, address: &Address) -> String {
    let ((width, height), card) = (CARD_PX, address.of(CARD));
    let here = place(print, of, address);
    format!(
        r#"<link rel="canonical" href="{address}">
<meta property="og:url" content="{here}">
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
fn beside(source: PageSource, address: Option<&Address>) -> String {
    let print = source.print;
    let mut links = format!("<link rel=\"apple-touch-icon\" href=\"./{TOUCH_ICON}\">\n");
    let mut alternate = |kind: &str, href: String, title: &str| {
        let title = escape(title);
        // Writing to a string cannot fail.
        let _ = writeln!(
            links,
            r#"<link rel="alternate" type="{kind}" href="{href}" title="{title}">"#
        );
    };
    if let Some(address) = address {
        let title = print.briefing.text.messages.title();
        alternate("application/json+oembed", address.of(oembed::NAME), title);
        if !source.closed.is_empty() {
            alternate(feed::TYPE, address.of(feed::NAME), print.text.messages.feed_title());
        }
    }
    links
}

/// The briefing as an article of schema.org: what it cites, and what of the edition before it corrects. What it says of
/// somebody else's article is no correction of its own.
fn article(print: Print, of: Artifact, address: Option<&Address>) -> Value {
    let edition = print.briefing.model.edition;
    let citations: Vec<&str> =
        print.text.sources.iter().filter_map(|it| it.url.as_deref()).collect();
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
        "correction": corrections(print),
    });
    if let (Value::Object(data), Some(address)) = (&mut data, address) {
        let here = place(print, of, address);
        data.insert("url".into(), here.clone().into());
        data.insert("mainEntityOfPage".into(), here.into());
        data.insert("image".into(), address.of(CARD).into());
    }
    data
}

fn corrections(print: Print) -> Vec<Value> {
    let Some(changes) = print.changes else { return Vec::new() };
    let date = print.briefing.model.edition.date.to_string();
    let corrections = changes.changes.iter().filter(|it| it.kind == ChangeKind::Correction);
    let comment = |it| {
        let text = change_in_short(print.briefing, &print.text.messages, changes.since, it);
        json!({ "@type": "CorrectionComment", "text": text, "datePublished": date })
    };
    corrections.map(comment).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = include_str!("../../../../index.html");

    fn printed(of: Artifact, address: Option<&str>) -> String {
        let address = address.map(|it| Address::read(it).unwrap());
        head(PageSource::sample(), of, address.as_ref()).unwrap()
    }

    fn data(of: Artifact, address: Option<&str>) -> Value {
        let address = address.map(|it| Address::read(it).unwrap());
        let data = linked_data(PageSource::sample().print, of, address.as_ref()).unwrap();
        serde_json::from_str(&data).unwrap()
    }

    #[test]
    fn needs_no_address() {
        let head = printed(Artifact::Site, None);
        for name in ["canonical", "og:url", "og:image", "twitter:image", "oembed", "atom"] {
            assert!(!head.contains(name), "{name} in {head}");
        }
        let data = data(Artifact::Site, None);
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
            r#"type="application/atom+xml" href="https://example.org/briefing/changes.atom""#,
        ] {
            assert!(head.contains(part), "{part} in {head}");
        }
        let data = data(Artifact::Site, Some("https://example.org/briefing"));
        assert_eq!(data["url"], "https://example.org/briefing/");
        assert_eq!(data["mainEntityOfPage"], "https://example.org/briefing/");
        assert_eq!(data["image"], "https://example.org/briefing/card.png");
    }

    #[test]
    fn of_the_one_file_has_nothing_beside_it() {
        let head = printed(Artifact::File, Some("https://example.org/briefing"));
        assert!(head.contains("canonical"), "{head}");
        assert!(
            !head.contains("oembed") && !head.contains("atom") && !head.contains("touch"),
            "{head}"
        );
        assert!(!head.contains("\"./"), "{head}");
    }

    #[test]
    fn of_an_edition_has_its_own_place_and_names_the_latest_to_search_engines() {
        let head = printed(Artifact::Edition, Some("https://example.org/briefing"));
        let own = "https://example.org/briefing/editions/7/aukus-briefing.html";
        assert!(head.contains(&format!(r#"<meta property="og:url" content="{own}">"#)), "{head}");
        let data = data(Artifact::Edition, Some("https://example.org/briefing"));
        assert_eq!(data["url"], own);
        let latest = r#"<link rel="canonical" href="https://example.org/briefing/">"#;
        assert!(head.contains(latest), "{head}");
    }

    #[test]
    fn is_linked_data_with_citations_and_corrections() {
        let Print { briefing, text, .. } = PageSource::sample().print;
        let edition = briefing.model.edition;
        let data = data(Artifact::Site, None);
        assert_eq!(data["@type"], "Article");
        assert_eq!(data["headline"], briefing.text.messages.title());
        assert_eq!(data["dateModified"], edition.date.to_string());
        assert_eq!(data["dateModified"].as_str().unwrap().len(), "2026-01-01".len());
        assert_eq!(data["version"], edition.number);
        let urls = text.sources.iter().filter(|it| it.url.is_some()).count();
        assert_eq!(data["citation"].as_array().unwrap().len(), urls);
        assert!(data["citation"][0].as_str().unwrap().starts_with("http"));
        let corrections = data["correction"].as_array().unwrap();
        assert_eq!(corrections.len(), 3);
        assert_eq!(corrections[0]["@type"], "CorrectionComment");
        let said = "Edition 6 said: the accord was founded on 2 March 2021; the record says: its charter was signed on 1 March 2021. 2 March was the day of the first report.";
        assert_eq!(corrections[0]["text"], said);
        assert_eq!(corrections[0]["datePublished"], edition.date.to_string());
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
