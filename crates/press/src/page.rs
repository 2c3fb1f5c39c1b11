//! The slots of `index.html`, each written `{{name}}`, and what is printed there.

use briefing::Briefing;

/// What is printed into each slot.
pub(crate) fn slots<'b>(briefing: &'b Briefing<'b>) -> Vec<(&'static str, String)> {
    let words = &briefing.words;
    vec![
        ("title", escape(words.title)),
        ("description", escape(words.description)),
        ("no-script", escape(words.no_script)),
        ("places", aukus_briefing::PLACES.to_owned()),
        ("sheet", aukus_briefing::SHEET.to_owned()),
    ]
}

/// The page with its slots filled. Every slot must be there, and nothing else may look like one.
pub(crate) fn print(page: &str, slots: &[(&str, String)]) -> Result<String, String> {
    let mut printed = page.to_owned();
    for (name, text) in slots {
        let slot = format!("{{{{{name}}}}}");
        if !printed.contains(&slot) {
            return Err(format!("index.html has no slot {slot}: put it back"));
        }
        printed = printed.replace(&slot, text);
    }
    match printed.split_once("{{") {
        None => Ok(printed),
        Some((_, rest)) => Err(format!(
            "index.html has an unknown slot {{{{{}",
            rest.chars().take(20).collect::<String>()
        )),
    }
}

/// Text as HTML, also inside a quoted attribute.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(page: &str, expected: Result<&str, &str>) {
        let slots = [("title", escape("A & <b> \"c\""))];
        assert_eq!(print(page, &slots).as_deref().map_err(String::as_str), expected);
    }

    #[test]
    fn fills_every_slot() {
        check("<title>{{title}}</title>", Ok("<title>A &amp; &lt;b> &quot;c&quot;</title>"));
    }

    #[test]
    fn says_which_slot_is_missing_or_unknown() {
        check("<title></title>", Err("index.html has no slot {{title}}: put it back"));
        check("{{title}} {{x}}", Err("index.html has an unknown slot {{x}}"));
    }
}
