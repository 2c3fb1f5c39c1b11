//! The answer to sites that ask for an embed by oEmbed: the briefing as one file, in a frame.

use explorer::Briefing;
use serde_json::json;

use super::address::Address;
use super::picture::{CARD, CARD_PX};
use crate::artifact::FILE;
use crate::escape::escape;

/// The name of the answer, beside `index.html`.
pub(crate) const NAME: &str = "oembed.json";

/// The size that is proposed for the frame, in px. It may have any other from 320 by 320 up.
const FRAME_PX: (u32, u32) = (800, 640);

/// The answer, as JSON.
pub(crate) fn answer(briefing: &Briefing, address: &Address) -> String {
    let messages = &briefing.text.messages;
    let (width, height) = FRAME_PX;
    let (thumbnail_width, thumbnail_height) = CARD_PX;
    json!({
        "type": "rich",
        "version": "1.0",
        "title": messages.title(),
        "provider_name": address.host(),
        "provider_url": address.origin(),
        "html": frame(messages.title(), address),
        "width": width,
        "height": height,
        "thumbnail_url": address.of(CARD),
        "thumbnail_width": thumbnail_width,
        "thumbnail_height": thumbnail_height,
    })
    .to_string()
}

/// The frame: what it is denied costs the briefing nothing, and its host may trust it.
fn frame(title: &str, address: &Address) -> String {
    let (width, height) = FRAME_PX;
    format!(
        r#"<iframe src="{}" title="{}" width="{width}" height="{height}" loading="lazy" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" allow="clipboard-write" style="border: 0; max-width: 100%"></iframe>"#,
        address.of(FILE),
        escape(title)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn has_what_the_specification_asks_of_a_rich_answer() {
        let briefing = crate::source::PageSource::sample().print.briefing;
        let address = Address::read("https://example.org/briefing").unwrap();
        let answer: serde_json::Value = serde_json::from_str(&answer(briefing, &address)).unwrap();
        assert_eq!(answer["type"], "rich");
        assert_eq!(answer["version"], "1.0");
        assert_eq!(answer["title"], briefing.text.messages.title());
        assert_eq!(answer["provider_name"], "example.org");
        assert_eq!(answer["thumbnail_url"], "https://example.org/briefing/card.png");
        assert!(answer["width"].is_u64() && answer["height"].is_u64());
        assert!(answer["thumbnail_width"].is_u64() && answer["thumbnail_height"].is_u64());
        let html = answer["html"].as_str().unwrap();
        assert!(
            html.starts_with(
                "<iframe src=\"https://example.org/briefing/aukus-briefing.html\" title="
            ),
            "{html}"
        );
        assert!(
            html.contains(
                " sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" "
            ),
            "{html}"
        );
    }

    #[test]
    fn keeps_a_title_in_its_attribute() {
        let address = Address::read("https://example.org").unwrap();
        let html = frame("\"><script>", &address);
        assert!(html.contains(" title=\"&quot;>&lt;script>\" "), "{html}");
    }
}
