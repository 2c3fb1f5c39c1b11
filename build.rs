//! Compiles `assets/content` and the places of `assets/map` into the bytes that the app carries, and the map sheet into
//! the text that is printed into the page. What is wrong with the content is said by cargo, all of it at once.

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

use atlas::{Atlas, Wanted};
use content::{Content, Shape};
use model::{Briefing, Correction, Point, Source};

/// Another folder of content than `assets/content`.
const CONTENT_VARIABLE: &str = "BRIEFING_CONTENT";
const CONTENT: &str = "assets/content";
const MAP: &str = "assets/map/countries-50m.json";

fn main() {
    let content = env::var_os(CONTENT_VARIABLE).map_or_else(|| CONTENT.into(), PathBuf::from);
    println!("cargo::rerun-if-env-changed={CONTENT_VARIABLE}");
    println!("cargo::rerun-if-changed={}", content.display());
    println!("cargo::rerun-if-changed={MAP}");
    if let Err(problems) = compile(&content) {
        for problem in problems.to_string().lines() {
            println!("cargo::error={problem}");
        }
    }
}

fn compile(content: &Path) -> Result<(), Box<dyn Error>> {
    let files = content::load(content)?;
    let Content { mut briefing, printed_words, shapes } = content::read(&files)?;
    let Atlas { svg, sheet } = draw(&briefing, &shapes)?;
    briefing.sheet = sheet;
    write("briefing.bin", &postcard::to_allocvec(&briefing)?)?;
    let (drawn, prose) = apart(briefing.clone());
    write("drawn.bin", &postcard::to_allocvec(&drawn)?)?;
    write("prose.txt", prose.as_bytes())?;
    write("printed.bin", &postcard::to_allocvec(&printed_words)?)?;
    write("sheet.svg", svg.as_bytes())?;
    write("places.css", places(&briefing).as_bytes())?;
    Ok(())
}

/// What the app carries, and the prose that it finds in the page, a line for each text. What it has no use for is in neither.
fn apart(mut briefing: Briefing) -> (Briefing, String) {
    for source in &mut briefing.sources {
        let (publisher, date) = (source.publisher, source.date);
        *source = Source { publisher, date, ..Source::default() };
    }
    for correction in &mut briefing.corrections {
        let (id, record_says, verdict) =
            (correction.id, correction.record_says, correction.verdict);
        *correction = Correction { id, record_says, verdict, ..Correction::default() };
    }
    for claim in &mut briefing.claims {
        claim.id = "";
        claim.article_refs.clear();
    }
    let mut lines = Vec::new();
    briefing.each_prose(&mut |text| lines.push(std::mem::take(text)));
    let prose = lines.join("\n");
    (briefing, prose)
}

fn write(name: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    let folder = env::var_os("OUT_DIR")
        .map(PathBuf::from)
        .ok_or("OUT_DIR is not set: cargo runs this, nobody else")?;
    Ok(fs::write(folder.join(name), bytes)?)
}

fn draw(briefing: &Briefing, shapes: &[Shape]) -> Result<Atlas, Box<dyn Error>> {
    let wanted = |(country, shape): (&_, &_)| wanted(country, shape);
    let wanted: Vec<Wanted> = briefing.countries.iter().zip(shapes).map(wanted).collect();
    let ties: Vec<_> =
        briefing.ties.iter().map(|tie| tie.between.map(model::CountryId::index).into()).collect();
    Ok(atlas::draw(&fs::read_to_string(MAP)?, &wanted, &ties)?)
}

fn wanted<'a>(country: &model::Country<'a>, shape: &Shape<'a>) -> Wanted<'a> {
    Wanted {
        id: country.id,
        code: shape.code,
        name: shape.name,
        capital_lon_deg: shape.capital_lon_deg,
        capital_lat_deg: shape.capital_lat_deg,
    }
}

/// Where countries and ties are on the sheet, as style rules in its units.
fn places(briefing: &Briefing) -> String {
    let sheet = &briefing.sheet;
    let mut css = format!(".map-frame{{--sheet:{}}}", sheet.width);
    let mut rule = |hook: &str, id: &str, at: Point| {
        // Writing to a string cannot fail.
        let _ = write!(css, ".map-frame [data-{hook}={id}]{{--x:{};--y:{}}}", at.x, at.y);
    };
    for (country, place) in briefing.countries.iter().zip(&sheet.anchors) {
        rule("country", country.id, place.capital);
    }
    for (tie, at) in briefing.ties.iter().zip(&sheet.ties) {
        rule("tie", tie.id, *at);
    }
    // Markers that would lie over one another are moved apart by the app, which writes by how much for each country.
    for id in briefing.countries.iter().map(|it| it.id) {
        let _ = write!(
            css,
            ".map-frame [data-country={id}]{{--nudge-x:var(--nudge-x-{id},0px);--nudge-y:var(--nudge-y-{id},0px)}}"
        );
    }
    css
}
