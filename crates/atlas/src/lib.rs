//! Draws the countries of a world topology as the sheet of the briefing's map.
//!
//! 1. `topology` reads the file: arcs, and the countries that they bound.
//! 2. `detail` says how fine the drawing must be where, and `simplify` thins each arc once, so that neighbours still meet.
//! 3. `ring` joins arcs to rings and melts the countries that nobody asked for into one land.
//! 4. `clip` cuts the rings at the edges of the map, `projection` lays them on the sheet.
//! 5. `tie` draws the ways between capitals.
//! 6. `path` and `sheet` write what came out as SVG.
//!
//! Numbers in, text and numbers out: this crate reads no file and knows nothing of countries but what it is told.

mod clip;
mod detail;
mod error;
mod path;
mod projection;
mod ring;
mod sheet;
mod simplify;
mod tie;
mod topology;

#[cfg(test)]
mod tests;

pub use error::Error;
pub use projection::project;
pub use sheet::draw;

/// A country to be drawn by itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wanted<'a> {
    /// What its path is called on the sheet: `kor` becomes `map-kor`. Letters, digits and hyphens.
    pub id: &'a str,
    /// The feature's id in the topology: an ISO 3166-1 numeric code, such as `410`.
    pub code: &'a str,
    /// The feature's `name` in the topology, for a code may be shared: `South Korea`.
    pub name: &'a str,
    /// Degrees east of Greenwich.
    pub capital_lon_deg: f64,
    /// Degrees north of the equator.
    pub capital_lat_deg: f64,
}

/// The map: its drawing, and where things are on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Atlas {
    /// A hidden `<svg>` that defines the paths `map-sphere`, `map-graticule`, `map-land`, `map-borders`, one
    /// `map-<id>` for each country wanted and one `map-<id>-<id>` for each tie. Fill them by the even-odd rule.
    pub svg: String,
    /// The size of the map, an anchor for each country wanted, and a point on each tie, in the order in which they were
    /// wanted; all in sheet units from the top left.
    pub sheet: model::Sheet,
}
