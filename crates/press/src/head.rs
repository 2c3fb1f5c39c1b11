//! The head of the page: what search engines, feeds and social networks read.

use briefing::Briefing;
use serde_json::{Value, json};

use crate::page::escape;

/// Title, description, and the same for social networks; and the briefing as linked data.
pub(crate) fn head(briefing: &Briefing) -> String {
    let words = &briefing.words;
    let (title, description) = (escape(words.title), escape(words.description));
    // In a script element, an end tag in a text would end it.
    let data = linked_data(briefing).to_string().replace("</", "<\\/");
    format!(
        "<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">\n<meta property=\"og:type\" content=\"article\">\n<meta property=\"og:title\" content=\"{title}\">\n<meta property=\"og:description\" content=\"{description}\">\n<meta name=\"twitter:card\" content=\"summary_large_image\">\n<meta name=\"theme-color\" media=\"(prefers-color-scheme: light)\" content=\"#fdfcf9\">\n<meta name=\"theme-color\" media=\"(prefers-color-scheme: dark)\" content=\"#14161a\">\n<script type=\"application/ld+json\">{data}</script>"
    )
}

/// The briefing as an article of schema.org: what it cites, and what it corrects.
fn linked_data(briefing: &Briefing) -> Value {
    let words = &briefing.words;
    let citations: Vec<&str> = briefing.sources.iter().filter_map(|it| it.url).collect();
    let corrections: Vec<Value> = briefing
        .corrections
        .iter()
        .map(|it| json!({ "@type": "CorrectionComment", "text": it.record_says }))
        .collect();
    json!({
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": words.title,
        "description": words.description,
        "inLanguage": "en",
        "version": briefing.edition.number,
        "dateModified": briefing.edition.date.to_string(),
        "isAccessibleForFree": true,
        "citation": citations,
        "correction": corrections,
    })
}
