//! Shortens the names by which the app's script and its wasm know each other. `wasm-bindgen` makes them unique in the world,
//! with a hash each, which no compression gets small; here they need be unique between two files only.

use std::collections::BTreeMap;

use wasm_encoder::reencode::{Reencode, RoundtripReencoder};
use wasm_encoder::{ExportSection, ImportSection, Module, RawSection};
use wasmparser::{Parser, Payload};

use crate::Outcome;

/// The script and the wasm with short names, if they go together.
pub(crate) fn shortened(script: &str, wasm: &[u8]) -> Outcome<(String, Vec<u8>)> {
    let names = short_names(wasm)?;
    Ok((with_identifiers(script, &names), with_names(wasm, &names)?))
}

/// A short name for each that `wasm-bindgen` has made up.
fn short_names(wasm: &[u8]) -> Outcome<BTreeMap<String, String>> {
    let mut long = Vec::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                for it in imports.into_imports() {
                    long.push(it?.name);
                }
            }
            Payload::ExportSection(exports) => {
                for it in exports {
                    long.push(it?.name);
                }
            }
            _ => {}
        }
    }
    long.retain(|it| it.starts_with("__wb") || it.starts_with("wasm_bindgen_"));
    let short = |(number, name): (usize, &str)| (name.to_owned(), format!("${number}"));
    Ok(long.into_iter().enumerate().map(short).collect())
}

/// The script with other identifiers.
fn with_identifiers(script: &str, names: &BTreeMap<String, String>) -> String {
    let is_part = |it: char| it.is_ascii_alphanumeric() || it == '_' || it == '$';
    let mut changed = String::with_capacity(script.len());
    let mut rest = script;
    while !rest.is_empty() {
        let is_name = rest.starts_with(is_part);
        let end = rest.find(|it| is_part(it) != is_name).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        changed.push_str(names.get(run).map_or(run, |it| it));
        rest = after;
    }
    changed
}

/// The wasm with other names for what it takes and gives; all else stays byte for byte.
fn with_names(wasm: &[u8], names: &BTreeMap<String, String>) -> Outcome<Vec<u8>> {
    let name = |it: &str| names.get(it).cloned().unwrap_or_else(|| it.to_owned());
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload? {
            Payload::ImportSection(imports) => {
                let mut section = ImportSection::new();
                for it in imports.into_imports() {
                    let it = it?;
                    let kind = RoundtripReencoder.entity_type(it.ty)?;
                    section.import(it.module, &name(it.name), kind);
                }
                module.section(&section);
            }
            Payload::ExportSection(exports) => {
                let mut section = ExportSection::new();
                for it in exports {
                    let it = it?;
                    let kind = RoundtripReencoder.export_kind(it.kind)?;
                    section.export(&name(it.name), kind, it.index);
                }
                module.section(&section);
            }
            other => {
                if let Some((id, range)) = other.as_section() {
                    let range = usize::try_from(range.start)?..usize::try_from(range.end)?;
                    let data = wasm.get(range).ok_or("the wasm ends within a section")?;
                    module.section(&RawSection { id, data });
                }
            }
        }
    }
    Ok(module.finish())
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_encoder::{EntityType, ExportKind, TypeSection};

    #[test]
    fn shortens_names_in_both_alike() {
        let wasm = |import: &str, export: &str| {
            let (mut types, mut imports, mut exports) =
                (TypeSection::new(), ImportSection::new(), ExportSection::new());
            types.ty().function([], []);
            imports.import("./app_bg.js", import, EntityType::Function(0));
            exports.export("main", ExportKind::Func, 0).export(export, ExportKind::Func, 0);
            let mut module = Module::new();
            module.section(&types).section(&imports).section(&exports);
            module.finish()
        };
        let long = wasm("__wbg_now_0f3e", "wasm_bindgen_1__call");
        let script = "{ __wbg_now_0f3e: f, __wbg_now: g }; wasm.wasm_bindgen_1__call(main)";
        let (script, wasm_short) = shortened(script, &long).unwrap();
        assert_eq!(script, "{ $0: f, __wbg_now: g }; wasm.$1(main)");
        assert_eq!(wasm_short, wasm("$0", "$1"));
        assert!(shortened("", b"no wasm").is_err());
    }
}
