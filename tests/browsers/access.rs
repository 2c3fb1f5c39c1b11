//! What axe-core finds wrong for readers who use assistive technology: nothing, on any kind of view, light or dark.

use crate::case::{Case, cases};
use browser_tests::page::{Page, part, strings};
use browser_tests::site::project;
use browser_tests::{Outcome, assert_empty, ensure};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) const CASES: &[Case] = cases![axe_light];
pub(crate) const DARK_CASES: &[Case] = &[Case::new("axe_dark", axe_dark).dark()];

const VIEWS: [&str; 10] = [
    "",
    "?pillar=1",
    "?pillar=2",
    "?technology=quantum",
    "?partner=kor",
    "?partner=jpn",
    "?partner=chn",
    "?event=2024-05-01-rok-aus-2plus2",
    "?statement=shin-2024-05-01-welcome",
    "?person=shin-won-sik",
];

/// Runs axe on a part of the page and returns each violated rule in a line, then the rules that hold somewhere.
const AUDIT: &str = "
const [scope, done] = arguments;
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const line = ({ id, impact, nodes }) => {
  const places = nodes.slice(0, 4).map(node => node.target.join(' ')).join(' | ');
  return `${id} (${impact}): ${nodes.length} times, as ${places}: ${nodes[0].failureSummary.replace(/\\s+/g, ' ')}`;
};
for (const fold of document.querySelectorAll('.card details')) fold.open = true;
axe.run(scope ?? document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations', 'passes'] }).then(
  found => done([found.violations.map(line), found.passes.map(rule => rule.id)]),
  error => done([[`axe gave up: ${error}`], []]),
);";

fn axe_light(page: &Page) -> Outcome {
    audit_views(page, "light")
}

fn axe_dark(page: &Page) -> Outcome {
    audit_views(page, "dark")
}

fn audit_views(page: &Page, scheme: &str) -> Outcome {
    // What one rule forbids is told once, with the views that it concerns.
    let mut violations: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    for (index, view) in VIEWS.into_iter().enumerate() {
        // The long lists are the same below every view: once is enough.
        let scope = match index {
            0 => json!(null),
            _ => json!({ "exclude": [".corrections", ".limits", ".sources"] }),
        };
        page.open(view)?;
        page.wait(
            &format!("{scheme} colours"),
            &format!("return matchMedia('(prefers-color-scheme: {scheme})').matches"),
        )?;
        for violation in audit(page, &scope, &["color-contrast", "target-size", "link-name"])? {
            let rule = violation.split(':').next().unwrap_or_default().to_owned();
            violations.entry(rule).or_insert((violation, vec![])).1.push(format!("/{view}"));
        }
    }
    let told = violations.into_values().map(|(it, views)| format!("{it} ({})", views.join(" ")));
    assert_empty("accessibility violations", &told.collect::<Vec<_>>())
}

/// What axe finds wrong on the page as it stands, or on a part of it. It must have looked at these rules.
pub(crate) fn audit(page: &Page, scope: &Value, rules: &[&str]) -> Outcome<Vec<String>> {
    page.session.run(&std::fs::read_to_string(axe()?)?, &[])?;
    let found = page.session.run_async(AUDIT, std::slice::from_ref(scope))?;
    let violations = strings(part(&found, "/0"))?;
    let passed = strings(part(&found, "/1"))?;
    for rule in rules {
        let is_known =
            passed.iter().any(|it| it == rule) || violations.iter().any(|it| it.starts_with(rule));
        ensure(is_known, || format!("axe did not look at {rule}: {found}"))?;
    }
    Ok(violations)
}

fn axe() -> Outcome<std::path::PathBuf> {
    let file = project().join(Path::new("tests/node_modules/axe-core/axe.min.js"));
    ensure(file.is_file(), || format!("{} is missing: run script/setup --tests", file.display()))?;
    Ok(file)
}
