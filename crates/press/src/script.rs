//! Makes scripts short for a release.

use oxc_allocator::Allocator;
use oxc_codegen::{Codegen, CodegenOptions};
use oxc_minifier::{MangleOptions, Minifier, MinifierOptions};
use oxc_parser::Parser;
use oxc_span::SourceType;

/// What a script is to the browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Its top level is that of all scripts of the page.
    Classic,
    /// Its top level is its own.
    Module,
}

/// The script with short names, and without comments and all other space.
///
/// # Errors
/// Says what is wrong with a script that cannot be read.
pub(crate) fn short(script: &str, kind: Kind) -> Result<String, String> {
    let allocator = Allocator::default();
    let source = match kind {
        Kind::Classic => SourceType::cjs(),
        Kind::Module => SourceType::mjs(),
    };
    let parsed = Parser::new(&allocator, script, source).parse();
    if let Some(error) = parsed.errors.first() {
        return Err(format!(
            "{error}, in a script that begins {:?}",
            script.get(..40).unwrap_or(script)
        ));
    }
    let mut program = parsed.program;
    let mangle = MangleOptions { top_level: kind == Kind::Module, ..MangleOptions::default() };
    let options = MinifierOptions { mangle: Some(mangle), ..MinifierOptions::default() };
    let scoping = Minifier::new(options).minify(&allocator, &mut program).scoping;
    let codegen = Codegen::new().with_options(CodegenOptions::minify()).with_scoping(scoping);
    Ok(codegen.build(&program).code)
}

/// The name within a short module of what it exports by default, and the module without its exports.
pub(crate) fn without_exports(module: &str) -> Option<(&str, &str)> {
    let (body, exports) = module.rsplit_once("export{")?;
    let (exports, _) = exports.split_once('}')?;
    let name = exports.split(',').find_map(|it| it.strip_suffix(" as default"))?;
    Some((name, body))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_only_what_runs() {
        let script =
            "// a\nconst long = (value) => {\n  /* b */ return value + '//c';\n};\nlong(1);\n";
        assert_eq!(short(script, Kind::Classic).unwrap(), "const long=e=>e+`//c`;long(1);");
    }

    #[test]
    fn finds_what_a_module_exports() {
        let module = "async function start() { await fetch('a'); }\nfunction now() { fetch('b'); }\nexport { now, start as default };\n";
        let short = short(module, Kind::Module).unwrap();
        assert_eq!(
            without_exports(&short),
            Some(("e", "async function e(){await fetch(`a`)}function t(){fetch(`b`)}"))
        );
        assert_eq!(without_exports("export{a as b};"), None);
    }

    #[test]
    fn says_what_is_wrong() {
        let error = short("const = 1;", Kind::Classic).unwrap_err();
        assert!(error.ends_with("in a script that begins \"const = 1;\""), "{error}");
    }
}
