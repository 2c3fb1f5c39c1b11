//! Measures the built page in Chromium, beside a bare static page that shows the same.
//!
//! `script/bench [--sizes] [--quick] [--selections] [--scale 10,50]`: `--sizes` weighs the files only, starts no browser, and fails over
//! budget; `--quick` takes fewer runs; `--selections` measures nothing else; `--scale` compares the page with itself, built with so many times the content. The
//! times are of a slow phone (4× the processor time, a slow 4G line) and of a machine that may be busy with other things:
//! both pages take turns in one run, and only their ratio means anything.

mod bare;
mod embed;
mod load;
mod memory;
mod scale;
mod select;
mod sizes;
mod table;
mod tools;
mod trace;
mod window;

use browser_tests::Outcome;
use browser_tests::site::{Content, Site};
use std::process::ExitCode;
use table::{Pair, Table};

/// How often everything is measured.
#[derive(Clone, Copy)]
struct Runs {
    loads: usize,
    selections: usize,
    /// Of a selection and each view that is opened, in turn.
    tools: usize,
    /// Of scripted selections: each selects all the countries that the bare page has cards of.
    rounds: usize,
}

const FULL: Runs = Runs { loads: 7, selections: 40, tools: 30, rounds: 167 };
const QUICK: Runs = Runs { loads: 3, selections: 10, tools: 15, rounds: 33 };

fn main() -> ExitCode {
    match Order::read(std::env::args().skip(1)).and_then(|it| measure(&it)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// What the command line asks for.
#[derive(Clone, Default)]
struct Order {
    only_sizes: bool,
    is_quick: bool,
    only_selections: bool,
    /// How many times the content.
    factors: Vec<usize>,
}

impl Order {
    fn read(mut arguments: impl Iterator<Item = String>) -> Outcome<Order> {
        let mut order = Order::default();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--sizes" => order.only_sizes = true,
                "--quick" => order.is_quick = true,
                "--selections" => order.only_selections = true,
                "--scale" => order.factors = factors(&arguments.next().unwrap_or_default())?,
                _ => {
                    let options = "--sizes, --quick, --selections and --scale 10,50";
                    return Err(format!("{argument} is no option: there are {options}").into());
                }
            }
        }
        Ok(order)
    }
}

/// Reads a list as `10,50`. At 100 times the content the text alone is 35 MB.
fn factors(list: &str) -> Outcome<Vec<usize>> {
    let factor = |it: &str| it.parse().ok().filter(|it| (2..=100).contains(it));
    let factors: Option<Vec<usize>> = list.split(',').map(factor).collect();
    factors.ok_or_else(|| {
        format!("--scale takes numbers from 2 to 100, as 10,50, not {list:?}").into()
    })
}

fn measure(order: &Order) -> Outcome {
    let runs = if order.is_quick { QUICK } else { FULL };
    if !order.factors.is_empty() {
        return scale::measure(&order.factors, runs);
    }
    let files = sizes::packed(&Content::Real.folder()?)?;
    sizes::print(&files);
    if order.only_sizes {
        return sizes::check(&files);
    }
    let ours = Site::serve_with(sizes::server(files.clone()))?;
    eprintln!("bench: making the static page");
    let page = bare::make(&ours)?;
    let mut sites = Pair { ours, bare: serve_page("as first shown", &page.plain)? };
    let with_cards = serve_page("with cards", &page.with_cards)?;
    let mut table = Table::new(Pair { ours: "ours".to_owned(), bare: "bare".to_owned() });
    if !order.only_selections {
        load::measure(&sites, runs.loads, &mut table)?;
    }
    sites.bare = with_cards;
    if !order.only_selections {
        load::answer(&sites, runs.loads, &mut table)?;
    }
    select::measure(&sites, &page.countries, runs.selections, &mut table)?;
    select::trace(&sites, &page.countries, &mut table)?;
    tools::measure(&sites, tools::Other::Bare, &page.countries, runs.tools, &mut table)?;
    tools::type_word(&sites.ours, None, runs.tools, &mut table)?;
    if order.only_selections {
        println!("\n{table}");
        return Ok(());
    }
    embed::measure(files, &page.countries, runs.loads, &mut table)?;
    memory::measure(&sites, &page.countries, runs.rounds, &mut table)?;
    println!("\n{table}");
    Ok(())
}

/// Serves a page that is a single file.
fn serve_page(what: &str, html: &str) -> Outcome<Site> {
    let file = sizes::file("index.html", html.as_bytes());
    println!("{:<44} {:>9} {:>9}", format!("bare page, {what}"), file.raw, file.packed.len());
    Site::serve_with(sizes::server(vec![file]))
}
