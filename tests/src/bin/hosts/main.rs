//! Runs real web servers with the snippets that the built page brings for them, and checks what they answer.
//!
//! `script/test hosts` calls it with built pages: one for the root of a host, one for a folder below it. A server that is not
//! installed is named and left out. Nothing of the machine's own servers is touched: each runs with settings of its own, in a
//! temporary folder and on a free port, and ends with its checks.

mod built;
mod check;
mod client;
mod server;
mod settings;

use browser_tests::{Outcome, assert_empty, ensure};
use built::Built;
use server::Server;
use settings::Kind;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let folders: Vec<String> = std::env::args().skip(1).collect();
    match check_all(&folders) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn check_all(folders: &[String]) -> Outcome {
    ensure(!folders.is_empty(), || "name the folder of a built page, or several".into())?;
    let built: Vec<Built> =
        folders.iter().map(|it| Built::read(Path::new(it))).collect::<Outcome<_>>()?;
    let mut complaints = Vec::new();
    for kind in Kind::ALL {
        if let Some(missing) = kind.missing() {
            println!(
                "{}: left out, there is no {missing} (on Debian: apt-get install {})",
                kind.name(),
                kind.packages()
            );
            continue;
        }
        for page in &built {
            let server = Server::start(kind, page)?;
            let (count, wrong) = check::all(&server, page)?;
            println!("{}: {count} checks under {}, {} failed", kind.name(), page.path, wrong.len());
            complaints.extend(wrong);
        }
    }
    assert_empty("servers do not answer as they should", &complaints)
}
