//! What axe-core finds wrong for readers who use assistive technology: nothing, on any kind of view, light or dark.

use crate::case::{Case, cases, js};
use browser_tests::page::{Page, part, strings};
use browser_tests::site::project;
use browser_tests::{Outcome, assert_empty, ensure};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

pub(crate) const CASES: &[Case] = cases![
    axe_light.in_chromium(),
    axe_dark.dark().in_chromium(),
    marks_differ_in_forced_colours.in_chromium(),
];

/// Every kind of view, with every kind of content in it.
const VIEWS: [&str; 15] = [
    "",
    "?from=2024-01-01&date=2024-12-31",
    "?view=areas",
    "?view=areas&technology=string&partner=swe",
    "?pillar=1",
    "?pillar=2",
    "?technology=string",
    "?technology=knots",
    "?partner=nor",
    "?partner=swe",
    "?partner=fji",
    "?tie=nor-swe",
    "?event=2024-06-20-meeting",
    "?statement=lund-2024-06-20",
    "?person=astrid-oe",
];

fn axe_light(page: &Page) -> Outcome {
    audit_views(page, &VIEWS, "light")
}

fn axe_dark(page: &Page) -> Outcome {
    audit_views(page, &VIEWS, "dark")
}

/// Where the system chooses the colours, as for high contrast, what is meant by a colour or a pattern is still seen.
fn marks_differ_in_forced_colours(page: &Page) -> Outcome {
    page.open("?view=areas")?;
    let emulate = |features: Value| {
        page.session.devtools("Emulation.setEmulatedMedia", &json!({ "features": features }))
    };
    emulate(json!([{ "name": "forced-colors", "value": "active" }]))?;
    let wrong = page.call_list(js!("forced_colours"), &[]);
    emulate(json!([{ "name": "prefers-reduced-motion", "value": "reduce" }]))?;
    assert_empty("lost in forced colours", &wrong?)
}

/// Audits views in the colours that the browser is asked for.
pub(crate) fn audit_views(page: &Page, views: &[&str], scheme: &str) -> Outcome {
    // What one rule forbids is told once, with the views that it concerns.
    let mut violations: BTreeMap<String, (String, Vec<String>)> = BTreeMap::new();
    for (index, view) in views.iter().enumerate() {
        // The long lists are the same below every view: once is enough.
        let scope = match index {
            0 => json!(null),
            _ => {
                json!({ "exclude": [".changes", ".checks", ".limits", ".glossary", ".sources", ".about"] })
            }
        };
        page.open(view)?;
        page.wait_for(&format!("{scheme} colours"), js!("prefers_scheme"), &[json!(scheme)])?;
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
    let found = page.session.call_async(js!("audit"), std::slice::from_ref(scope))?;
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
