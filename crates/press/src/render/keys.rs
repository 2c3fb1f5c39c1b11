//! The keys of an address, printed into the scripts that go by them. Their list is that of the kinds of entity.

use std::fs;
use std::path::Path;

use explorer::address;

use crate::outcome::Outcome;
use crate::template;

/// A slot of a template, and what is printed there.
type Slot = (&'static str, String);
type MakeSlot = fn() -> Slot;

/// The files for host pages that go by the keys, beside `index.html`, and the slot for the keys in each.
const FILES: [(&str, MakeSlot); 4] = [
    ("embed.js", slot),
    ("embed/embed.js", slot),
    ("embed/embed.d.ts", union_slot),
    ("embed/hugo-shortcode.html", arguments_slot),
];

/// The keys, in their order in an address.
fn keys() -> Vec<&'static str> {
    address::keys().collect()
}

/// For a script: `"{{keys}}".split(" ")`.
pub(crate) fn slot() -> Slot {
    ("keys", keys().join(" "))
}

/// For a type of TypeScript: `"{{key-union}}"`.
fn union_slot() -> Slot {
    ("key-union", keys().join("\" | \""))
}

/// For the arguments of a function of Hugo: `slice {{quoted-keys}}`.
fn arguments_slot() -> Slot {
    ("quoted-keys", format!("\"{}\"", keys().join("\" \"")))
}

/// Prints the keys into the files for host pages, where trunk has put them.
pub(crate) fn print(folder: &Path) -> Outcome {
    for (file, slot) in FILES {
        let path = folder.join(file);
        let source = fs::read_to_string(&path).map_err(|it| format!("{file}: {it}"))?;
        fs::write(path, template::filled(&source, file, &[slot()])?)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const README: &str = include_str!("../../../../assets/embed/README.md");

    fn printed(source: &str, slot: Slot) -> String {
        template::filled(source, "file", &[slot]).unwrap()
    }

    #[test]
    fn every_key_is_in_the_table_of_attributes() {
        let (_, section) = README.split_once("\n## Attributes\n").unwrap();
        let (section, _) = section.split_once("\n## ").unwrap();
        let rows = section.lines().filter(|it| it.starts_with("| `"));
        let names: Vec<&str> = rows
            .flat_map(|it| it.split('|').nth(1).unwrap().split('`').skip(1).step_by(2))
            .collect();
        for key in keys() {
            assert!(names.contains(&key), "assets/embed/README.md has no attribute `{key}`");
        }
    }

    #[test]
    fn prints_the_keys_into_every_file() {
        let script = printed(include_str!("../../../../assets/embed/embed.js"), slot());
        let keys = "story view q only from pillar technology partner tie event statement person compare date";
        assert!(script.contains(&format!("\"{keys}\".split(\" \")")));
        let types = printed(include_str!("../../../../assets/embed/embed.d.ts"), union_slot());
        assert!(types.contains("= \"story\" | \"view\" | \"q\" | \"only\" | \"from\" | \"pillar\" | \"technology\" | "), "{types}");
        assert!(types.contains(" | \"date\";"), "{types}");
        let hugo = include_str!("../../../../assets/embed/hugo-shortcode.html");
        let hugo = printed(hugo, arguments_slot());
        assert!(
            hugo.contains(
                "slice \"story\" \"view\" \"q\" \"only\" \"from\" \"pillar\" \"technology\" "
            ),
            "{hugo}"
        );
        assert!(hugo.contains(" \"date\" -}}"), "{hugo}");
    }
}
