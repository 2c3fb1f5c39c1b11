//! Draws the countries of a TopoJSON topology as the SVG sheet of the briefing's map.
//!
//! 1. `topology` reads the file: arcs, and the countries that they bound.
//! 2. `detail` sets the tolerance at each point, and `simplify` simplifies each arc once, so that neighbours still meet.
//! 3. `ring` resolves arcs to rings, and dissolves the countries that are not wanted into one land.
//! 4. `clip` clips rings and lines to the edges of the map, `projection` projects them and rounds to whole units.
//! 5. `tie` draws great circles between capitals, and `room` finds where in a country a name may stand.
//! 6. `path` writes SVG path data, and `sheet` puts the SVG together.
//!
//! The crate reads no file: it takes the topology as text, and returns text and the model's points.

mod clip;
mod detail;
mod error;
mod path;
mod projection;
mod ring;
mod room;
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
    /// The id of its path on the sheet, without its prefix: `kor` becomes `map-kor`. Letters, digits and hyphens.
    pub id: &'a str,
    /// The `id` of its geometry in the topology: an ISO 3166-1 numeric code, such as `410`.
    pub code: &'a str,
    /// The property `name` of its geometry, such as `South Korea`: countries may share a code.
    pub name: &'a str,
    /// The longitude of the capital, in degrees east of Greenwich: -180 to 180.
    pub capital_lon_deg: f64,
    /// The latitude of the capital, in degrees north of the equator: -63 to 78.
    pub capital_lat_deg: f64,
}

/// The map: its drawing, and the positions of countries and ties on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Atlas {
    /// A hidden `<svg>` that defines the paths `map-sphere`, `map-graticule`, `map-land`, `map-borders`, one
    /// `map-<id>` for each country wanted and one `map-<id>-<id>` for each tie. Fill them by the even-odd rule.
    pub svg: String,
    /// The size of the map, an anchor for each country wanted, and the line of each tie, in the order in which they were
    /// wanted; all in sheet units from the top left.
    pub sheet: model::Sheet,
}
