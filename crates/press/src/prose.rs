//! Says where the app's prose stands in the printed sections, so that the page need not hold it twice. `assets/prose.js`
//! reads this, and counts the texts of the sections as it is done here.

use std::collections::HashMap;

/// Where each text of the prose stands, a line for each: how many steps it is from the one before among the texts of the
/// sections; or after `=` the text itself, if it is none of these.
pub(crate) fn located(sections: &str, prose: &str) -> String {
    let mut places: HashMap<String, Vec<isize>> = HashMap::new();
    for (place, text) in (0..).zip(texts(sections)) {
        places.entry(text).or_default().push(place);
    }
    let mut at = 0;
    let mut steps_to = |text: &str| {
        // The nearest to the one after the last: what follows one another in the content often does in the page.
        let found = places.get(text)?.iter().min_by_key(|it| it.abs_diff(at + 1))?;
        let steps = found - at;
        at = *found;
        Some(steps.to_string())
    };
    let line = |text| steps_to(text).unwrap_or_else(|| format!("={text}"));
    let lines: Vec<String> = prose.split('\n').map(line).collect();
    lines.join("\n")
}

/// The texts between tags, and of ids that name an entry, as `event=…`, the part after the sign; in the order of the page.
fn texts(markup: &str) -> Vec<String> {
    let mut texts = Vec::new();
    let mut rest = markup;
    while !rest.is_empty() {
        let end = if rest.starts_with('<') { end_of_tag(rest) } else { rest.find('<') };
        let (piece, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after;
        let text = if piece.starts_with('<') { id_in(piece) } else { Some(piece) };
        texts.extend(text.filter(|it| !it.is_empty()).map(unescaped));
    }
    texts
}

/// Where the tag that begins here ends, whatever is quoted in it.
fn end_of_tag(markup: &str) -> Option<usize> {
    let mut is_quoted = false;
    let end = markup.bytes().position(|byte| {
        is_quoted ^= byte == b'"';
        byte == b'>' && !is_quoted
    });
    end.map(|it| it + 1)
}

fn id_in(tag: &str) -> Option<&str> {
    let (_, id) = tag.split_once(" id=\"")?;
    let (id, _) = id.split_once('"')?;
    id.split('=').nth(1)
}

/// The text that markup stands for.
fn unescaped(markup: &str) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        .into_iter()
        .fold(markup.to_owned(), |text, (escaped, it)| text.replace(escaped, it))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKUP: &str = "<section id=\"text\"><article id=\"event=ev-1\" title=\"a > b\"><h4>One</h4><p>Two &amp; <b>three</b></p></article></section>";

    #[test]
    fn counts_texts_and_names() {
        assert_eq!(texts(MARKUP), ["ev-1", "One", "Two & ", "three"]);
    }

    #[test]
    fn says_where_a_text_is() {
        assert_eq!(located(MARKUP, "three\nev-1\nOne\nfour\nTwo & "), "3\n-3\n1\n=four\n1");
    }
}
