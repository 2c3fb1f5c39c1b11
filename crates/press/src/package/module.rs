//! Reads the modules that start the app: trunk's start script and wasm-bindgen's.

use oxc_allocator::Allocator;
use oxc_ast::ast::{ExportSpecifier, Expression, ObjectProperty, Program, Statement};
use oxc_ast_visit::Visit;
use oxc_parser::Parser;
use oxc_span::SourceType;

/// The addresses of the app's script and of its wasm, in the module by which trunk starts the app.
pub(crate) fn started(module: &str) -> Result<(String, String), String> {
    let allocator = Allocator::default();
    let program = parsed(&allocator, module, "trunk's start script")?;
    let scripts: Vec<&str> = program.body.iter().filter_map(imported).collect();
    let mut wasm = WasmPath::default();
    wasm.visit_program(&program);
    match (scripts.as_slice(), wasm.0.as_slice()) {
        ([script], [wasm]) => Ok(((*script).to_owned(), wasm.clone())),
        (scripts, wasms) => Err(format!(
            "trunk's start script should import one script and name one `module_or_path`, and has {} and {}: has trunk changed it?",
            scripts.len(),
            wasms.len()
        )),
    }
}

/// The name that a module's default export has within it.
pub(crate) fn default_export(module: &str) -> Result<String, String> {
    let allocator = Allocator::default();
    let program = parsed(&allocator, module, "the app's script")?;
    let mut exports = program.body.iter().flat_map(exported);
    let export = exports.find(|it| it.exported.name() == "default");
    let export = export.ok_or("the app's script lists no default export")?;
    Ok(export.local.name().to_string())
}

/// The address that a statement imports from.
fn imported<'a>(statement: &Statement<'a>) -> Option<&'a str> {
    match statement {
        Statement::ImportDeclaration(it) => Some(it.source.value.as_str()),
        _ => None,
    }
}

/// What a statement exports by a list.
fn exported<'a, 'b>(statement: &'b Statement<'a>) -> &'b [ExportSpecifier<'a>] {
    match statement {
        Statement::ExportNamedDeclaration(it) => &it.specifiers,
        _ => &[],
    }
}

/// The texts that stand as `module_or_path` in an object.
#[derive(Default)]
struct WasmPath(Vec<String>);

impl<'a> Visit<'a> for WasmPath {
    fn visit_object_property(&mut self, property: &ObjectProperty<'a>) {
        if let (true, Expression::StringLiteral(path)) =
            (property.key.is_specific_static_name("module_or_path"), &property.value)
        {
            self.0.push(path.value.to_string());
        }
    }
}

fn parsed<'a>(
    allocator: &'a Allocator,
    module: &'a str,
    name: &str,
) -> Result<Program<'a>, String> {
    let parsed = Parser::new(allocator, module, SourceType::mjs()).parse();
    match parsed.errors.first() {
        Some(error) => Err(format!("{name}: {error}")),
        None => Ok(parsed.program),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_trunk_starts() {
        let module = "\nimport init, * as bindings from './a-1.js';\nconst wasm = await init({ module_or_path: './a-1_bg.wasm' });\n\nwindow.wasmBindings = bindings;\ndispatchEvent(new CustomEvent(\"TrunkApplicationStarted\", {detail: {wasm}}));\n";
        assert_eq!(started(module), Ok(("./a-1.js".into(), "./a-1_bg.wasm".into())));
    }

    #[test]
    fn says_that_trunk_has_changed_its_start() {
        let problem = started("import init from './a.js'; init('./a_bg.wasm');").unwrap_err();
        assert!(problem.contains("has 1 and 0: has trunk changed it?"), "{problem}");
        assert!(started("import from").is_err());
    }

    #[test]
    fn finds_what_a_module_exports() {
        let name = |module| default_export(module).ok();
        assert_eq!(name("let e,t;export{t,e as default};").as_deref(), Some("e"));
        assert_eq!(name("export { a as default };\nlet a;").as_deref(), Some("a"));
        assert_eq!(name("export{a as b};let a;"), None);
        assert_eq!(name("let a;"), None);
    }
}
