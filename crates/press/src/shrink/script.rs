//! Minifies scripts with oxc.

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

/// The script with short names, and without comments and space.
///
/// # Errors
/// Says what is wrong with a script that cannot be read.
pub(crate) fn minified(script: &str, kind: Kind) -> Result<String, String> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_only_what_runs() {
        let script =
            "// a\nconst long = (value) => {\n  /* b */ return value + '//c';\n};\nlong(1);\n";
        assert_eq!(minified(script, Kind::Classic).unwrap(), "const long=e=>e+`//c`;long(1);");
    }

    #[test]
    fn keeps_what_a_module_exports() {
        let module = "function start() { a(); }\nfunction now() { b(); }\nexport { now, start as default };\n";
        assert_eq!(
            minified(module, Kind::Module).unwrap(),
            "function e(){a()}function t(){b()}export{t as now,e as default};"
        );
    }

    #[test]
    fn says_what_is_wrong() {
        let error = minified("const = 1;", Kind::Classic).unwrap_err();
        assert!(error.ends_with("in a script that begins \"const = 1;\""), "{error}");
    }
}
