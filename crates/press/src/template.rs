//! Fills the slots of a text template. A slot is written `{{name}}`, with small letters and hyphens; all else that is in double
//! braces belongs to others, such as trunk and Hugo, and stays.

/// The template, from the file of that name, with its slots filled.
///
/// # Errors
/// Says which slot is not in the template, and which slot in it is unknown.
pub(crate) fn filled<S: AsRef<str>>(
    template: &str,
    file: &str,
    slots: &[(&str, S)],
) -> Result<String, String> {
    let mut parts = template.split("{{");
    let mut filled = parts.next().unwrap_or_default().to_owned();
    let mut found = Vec::new();
    for part in parts {
        let Some((name, rest)) = part.split_once("}}").filter(|it| is_name(it.0)) else {
            filled.extend(["{{", part]);
            continue;
        };
        let slot = slots.iter().find(|it| it.0 == name);
        let (_, text) = slot.ok_or_else(|| format!("{file} has an unknown slot {{{{{name}}}}}"))?;
        filled.extend([text.as_ref(), rest]);
        found.push(name);
    }
    match slots.iter().find(|it| !found.contains(&it.0)) {
        None => Ok(filled),
        Some((name, _)) => Err(format!("{file} has no slot {{{{{name}}}}}: put it back")),
    }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|it: char| it.is_ascii_lowercase())
        && text.bytes().all(|it| it.is_ascii_lowercase() || it == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(template: &str, expected: Result<&str, &str>) {
        let filled = filled(template, "a.html", &[("title", "{{b}}")]);
        assert_eq!(filled.as_deref().map_err(String::as_str), expected);
    }

    #[test]
    fn fills_every_slot_once() {
        check("<title>{{title}}</title>", Ok("<title>{{b}}</title>"));
    }

    #[test]
    fn leaves_the_braces_of_others() {
        check(
            "{{title}} {{__TRUNK_WS__}} {{- end -}} {{ $a }} {{",
            Ok("{{b}} {{__TRUNK_WS__}} {{- end -}} {{ $a }} {{"),
        );
    }

    #[test]
    fn says_which_slot_is_missing_or_unknown() {
        check("<title></title>", Err("a.html has no slot {{title}}: put it back"));
        check("{{title}} {{x-y}}", Err("a.html has an unknown slot {{x-y}}"));
    }
}
