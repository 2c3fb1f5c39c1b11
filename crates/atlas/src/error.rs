//! What can be wrong with a topology or with what is wanted of it, and what to do about it.

use std::fmt;

/// Why there is no map.
#[derive(Debug)]
pub enum Error {
    /// The text is not JSON.
    NotJson(serde_json::Error),
    /// The text is JSON, but not a TopoJSON topology with an object `countries`.
    NotTopology(serde_json::Error),
    /// The topology is not quantised.
    NoTransform,
    /// An arc has fewer than two positions.
    ShortArc {
        /// Counted from 0.
        arc: usize,
    },
    /// An arc leaves the globe.
    OffTheGlobe {
        /// Counted from 0.
        arc: usize,
    },
    /// A country is made of an arc that does not exist.
    NoSuchArc {
        /// The country's name.
        country: String,
        /// As it stands in the file: `-1` is arc 0, backwards.
        arc: i64,
        /// How many arcs there are.
        count: usize,
    },
    /// The arcs of a country's ring do not meet.
    OpenRing {
        /// The country's name.
        country: String,
    },
    /// A country's ring goes round the globe more than once.
    Winding {
        /// The country's name.
        country: String,
    },
    /// A country that is wanted is not in the topology.
    Unknown {
        /// The id it is wanted by.
        id: String,
        /// The code it was looked for by.
        code: String,
        /// The name it was looked for by.
        name: String,
        /// The countries that may have been meant: their codes and names.
        nearest: Vec<(String, String)>,
    },
    /// A country that is wanted has no land on the map.
    NoLand {
        /// The id it is wanted by.
        id: String,
        /// Its name.
        name: String,
    },
    /// A capital is not on the map.
    NoCapital {
        /// The id its country is wanted by.
        id: String,
        /// Degrees east.
        lon_deg: f64,
        /// Degrees north.
        lat_deg: f64,
    },
}

/// What to do when the file itself is broken.
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
            Self::OffTheGlobe { arc } => {
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
            Self::Unknown { id, code, name, nearest } => unknown(f, id, code, name, nearest),
            Self::NoLand { id, name } => write!(
                f,
                "{id}: {name} has no land on the map, which shows 57° S to 84° N; leave it out"
            ),
            Self::NoCapital { id, lon_deg, lat_deg } => {
                write!(
                    f,
                    "{id}: no place on the map for a capital at longitude {lon_deg}, latitude {lat_deg}; give degrees, east and north"
                )
            }
        }
    }
}

fn unknown(
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
