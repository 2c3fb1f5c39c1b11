//! What the built page asks of the server that it lies on, as its `_headers` says it to Netlify and Cloudflare Pages.

use crate::Outcome;
use crate::site::{Answer, Site, response, with_wider_policy};
use std::fs;
use std::path::Path;

/// Headers by path: a pattern, which may end in `*`, and the names and values that its files get.
#[derive(Clone, Debug)]
pub struct Rules(Vec<(String, Vec<(String, String)>)>);

impl Rules {
    /// Reads the `_headers` of a built page.
    pub fn read(folder: &Path) -> Outcome<Rules> {
        let mut rules: Vec<(String, Vec<(String, String)>)> = Vec::new();
        for line in fs::read_to_string(folder.join("_headers"))?.lines() {
            let text = line.trim();
            if text.is_empty() || text.starts_with('#') {
                continue;
            }
            match (line.starts_with(' '), text.split_once(": "), rules.last_mut()) {
                (false, ..) => rules.push((text.to_owned(), Vec::new())),
                (true, Some((name, value)), Some((_, headers))) => {
                    headers.push((name.to_owned(), value.to_owned()));
                }
                _ => return Err(format!("_headers: {line:?} makes no sense").into()),
            }
        }
        Ok(Rules(rules))
    }

    /// What a path gets: the headers of every rule that fits it.
    pub fn of(&self, path: &str) -> Vec<(String, String)> {
        let fits = |pattern: &str| match pattern.strip_suffix('*') {
            Some(start) => path.starts_with(start),
            None => path == pattern,
        };
        let fitting = self.0.iter().filter(|(pattern, _)| fits(pattern));
        fitting.flat_map(|(_, headers)| headers.clone()).collect()
    }
}

/// Serves a built page with the headers that it asks for; its policy allows the collector as well.
pub fn serve(folder: &Path) -> Outcome<Site> {
    let (folder, rules) = (folder.to_owned(), Rules::read(folder)?);
    Site::serve_with(move |path| {
        let widened = |(name, value): (String, String)| (name, with_wider_policy(&value));
        let headers = rules.of(path).into_iter().map(widened).collect();
        Answer { headers, ..response(path, &folder) }
    })
}
