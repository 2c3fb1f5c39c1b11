//! The errors of a topology or of the countries wanted from it. Each message says what to do.

use std::fmt;

/// Why the map cannot be drawn.
#[derive(Debug)]
pub enum Error {
    /// The text is not JSON.
    NotJson(serde_json::Error),
    /// The text is JSON, but not a TopoJSON topology with an object `countries`.
    NotTopology(serde_json::Error),
    /// The topology has no `transform`: it is not quantised.
    NoTransform,
    /// An arc has fewer than two positions.
    ShortArc {
        /// The index of the arc.
        arc: usize,
    },
    /// A position of an arc is beyond ±180° of longitude or ±90° of latitude.
    OutOfRange {
        /// The index of the arc.
        arc: usize,
    },
    /// A country refers to an arc that does not exist.
    NoSuchArc {
        /// The country's name.
        country: String,
        /// The reference as in the file: `-1` is arc 0, reversed.
        arc: i64,
        /// How many arcs there are.
        count: usize,
    },
    /// The arcs of a country's ring do not join end to end.
    OpenRing {
        /// The country's name.
        country: String,
    },
    /// A country's ring goes around the globe more than once.
    Winding {
        /// The country's name.
        country: String,
    },
    /// A country that is wanted is not in the topology.
    UnknownCountry {
        /// The id it is wanted by.
        id: String,
        /// The code it was looked for by.
        code: String,
        /// The name it was looked for by.
        name: String,
        /// The codes and names of the most similar countries, at most three.
        nearest: Vec<(String, String)>,
    },
    /// The largest landmass of a country that is wanted is not on the map.
    NoLand {
        /// The id it is wanted by.
        id: String,
        /// Its name.
        name: String,
    },
    /// A capital is not on the map.
    CapitalOffMap {
        /// The id its country is wanted by.
        id: String,
        /// Its longitude, in degrees east.
        lon_deg: f64,
        /// Its latitude, in degrees north.
        lat_deg: f64,
    },
}

/// The remedy for a broken file.
const FETCH: &str = "copy countries-50m.json from the npm package world-atlas once more";

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson(why) => write!(f, "the map is not JSON: {why}; {FETCH}"),
            Self::NotTopology(why) => {
                write!(f, "the map is not a TopoJSON topology of countries: {why}; {FETCH}")
            }
            Self::NoTransform => {
                write!(f, "the map has no `transform`, so its arcs are not quantised; {FETCH}")
            }
            Self::ShortArc { arc } => {
                write!(f, "arc {arc} of the map has fewer than two positions; {FETCH}")
            }
            Self::OutOfRange { arc } => {
                write!(
                    f,
                    "arc {arc} of the map goes beyond 180° of longitude or 90° of latitude; {FETCH}"
                )
            }
            Self::NoSuchArc { country, arc, count } => {
                write!(
                    f,
                    "the map draws {country} with arc {arc}, but has only {count} arcs; {FETCH}"
                )
            }
            Self::OpenRing { country } => {
                write!(f, "the map draws {country} with a ring that is not closed; {FETCH}")
            }
            Self::Winding { country } => {
                write!(
                    f,
                    "the map draws {country} with a ring that goes round the globe more than once; {FETCH}"
                )
            }
            Self::UnknownCountry { id, code, name, nearest } => {
                unknown_country(f, id, code, name, nearest)
            }
            Self::NoLand { id, name } => write!(
                f,
                "{id}: {name} has no land on the map, which shows 57° S to 84° N; leave it out"
            ),
            Self::CapitalOffMap { id, lon_deg, lat_deg } => {
                write!(
                    f,
                    "{id}: no place on the map for a capital at longitude {lon_deg}, latitude {lat_deg}; give degrees, east and north"
                )
            }
        }
    }
}

fn unknown_country(
    f: &mut fmt::Formatter<'_>,
    id: &str,
    code: &str,
    name: &str,
    nearest: &[(String, String)],
) -> fmt::Result {
    write!(f, "{id}: the map has no country with code \"{code}\" and name \"{name}\"")?;
    for (at, (code, name)) in nearest.iter().enumerate() {
        let lead = if at == 0 { "; did you mean" } else { ", or" };
        write!(f, "{lead} code \"{code}\" and name \"{name}\"")?;
    }
    f.write_str(if nearest.is_empty() {
        "; take both from `objects.countries` of the file"
    } else {
        "?"
    })
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::NotJson(why) | Self::NotTopology(why) => Some(why),
            _ => None,
        }
    }
}
