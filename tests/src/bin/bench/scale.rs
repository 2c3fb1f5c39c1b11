//! The page beside itself with many times the content: what a selection costs when the briefing has grown.

use super::bare::COUNTRIES;
use super::table::{Pair, Table};
use super::tools;
use super::window::Window;
use super::{Runs, select};
use browser_tests::multiply::multiply;
use browser_tests::page::strings;
use browser_tests::site::{Content, Site, project};
use browser_tests::{Outcome, ensure};
use serde_json::json;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The first countries of the table, so many.
const LISTED: &str = "return [...document.querySelectorAll('[data-who] tbody a[data-country]')].slice(0, arguments[0]).map(it => it.dataset.country)";

/// Builds the page with so many times the content, and measures selections in it and in the page as it is.
pub(crate) fn measure(factors: &[usize], runs: Runs) -> Outcome {
    let single = Content::Real.folder()?;
    for factor in factors {
        let site = Site::serve(&build(*factor)?)?;
        let countries = countries(&site)?;
        let sites = Pair { ours: site, bare: Site::serve(&single)? };
        let mut table = Table::new(Pair { ours: format!("×{factor}"), bare: "×1".to_owned() });
        select::measure(&sites, &countries, runs.selections, &mut table)?;
        tools::measure(&sites, tools::Other::Briefing, &countries, runs.tools, &mut table)?;
        tools::type_word(&sites.ours, Some(&sites.bare), runs.tools, &mut table)?;
        println!("\n{table}");
    }
    Ok(())
}

/// A release with so many times the content.
fn build(factor: usize) -> Outcome<PathBuf> {
    let folder = project().canonicalize()?.join(format!("target/scale/{factor}"));
    let (content, dist) = (folder.join("content"), folder.join("dist"));
    multiply(&project().join("assets/content"), &content, factor)?;
    eprintln!("bench: building the page with {factor} times the content");
    let mut command = Command::new("script/build");
    command.current_dir(project()).arg("--dist").arg(&dist).env("BRIEFING_CONTENT", &content);
    ensure(command.status()?.success(), || {
        format!("the page with {factor} times the content was not built: see above")
    })?;
    weigh(&dist)?;
    Ok(dist)
}

fn weigh(dist: &Path) -> Outcome {
    for entry in std::fs::read_dir(dist)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == "index.html" || name.ends_with(".wasm") {
            println!("{name:<44} {:>9}", entry.metadata()?.len());
        }
    }
    Ok(())
}

/// The countries that are selected in turn, as many as beside the bare page.
fn countries(site: &Site) -> Outcome<Vec<String>> {
    let mut window = Window::open()?;
    window.visit(&format!("{}/", site.origin()))?;
    strings(&window.session()?.run(LISTED, &[json!(COUNTRIES)])?)
}
