//! Writes text and data as HTML.

use serde::Serialize;

/// Text as HTML, also inside a quoted attribute.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Data as the text of a script element, which neither an end tag nor a comment in a text may end.
pub(crate) fn json_in_script(data: &impl Serialize) -> serde_json::Result<String> {
    Ok(serde_json::to_string(data)?.replace('<', "\\u003c"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_ends_its_script() {
        let data = ["</script><!--<script>"];
        let json = json_in_script(&data).unwrap();
        assert!(!json.contains('<'), "{json}");
        assert_eq!(serde_json::from_str::<[String; 1]>(&json).unwrap(), data);
    }
}
