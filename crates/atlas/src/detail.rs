//! Sets the level of detail: the tolerance at each point of the sheet, after the closest view that shows it.

use std::collections::{BTreeMap, BTreeSet};

use crate::projection::{LonLat, WIDTH};
use crate::ring::{area, largest_polygon, resolve};
use crate::topology::{ArcRef, Country, Topology};

/// The view of a country is so many times as wide or high as its largest landmass, to show its surroundings.
const SURROUNDINGS: f64 = 3.0;
/// The narrowest view that the drawing is made for, in sheet units: a little narrower than the closest framing of a selection,
/// so that it looks sharp a little closer, too.
const CLOSEST_VIEW: f64 = 1500.0;
/// A view is so many times as wide as high.
const VIEW_ASPECT: f64 = 2.0;
/// A view is so many tolerances wide. On a wide screen the map takes about 770 px, so a vertex is dropped if its triangle
/// covers less than a square pixel, which nobody sees there, nor in an inset; the sheet is a fifth of the page.
const TOLERANCES_PER_VIEW: f64 = 800.0;
/// The tolerance, in sheet units, of what is in the view of no country.
const MAX_TOLERANCE: f64 = 16.0;
/// The tolerance of a border between two countries that are not wanted, against that of a coast: it is drawn thin and faint.
const BACKGROUND_BORDER_FACTOR: f64 = 2.0;

/// The part of the sheet that the page shows when a country is selected, in sheet units.
struct View {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    tolerance: f64,
}

impl View {
    /// The view of a country with this ring around its largest landmass.
    fn around(landmass: &[LonLat]) -> Self {
        let (mut least, mut most) =
            ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
        for (x, y) in landmass.iter().map(|it| it.to_sheet()) {
            least = (least.0.min(x), least.1.min(y));
            most = (most.0.max(x), most.1.max(y));
        }
        let wide = (most.0 - least.0).max((most.1 - least.1) * VIEW_ASPECT) * SURROUNDINGS;
        let width = wide.clamp(CLOSEST_VIEW, f64::from(WIDTH));
        let height = width / VIEW_ASPECT;
        let (x, y) = ((least.0 + most.0 - width) / 2.0, (least.1 + most.1 - height) / 2.0);
        let tolerance = (width / TOLERANCES_PER_VIEW).min(MAX_TOLERANCE);
        Self { x, y, width, height, tolerance }
    }

    fn contains(&self, (x, y): (f64, f64)) -> bool {
        (0.0..=self.width).contains(&(x - self.x)) && (0.0..=self.height).contains(&(y - self.y))
    }
}

/// The level of detail over the whole sheet.
pub(crate) struct Detail {
    views: Vec<View>,
    /// The tolerance of the arcs of the countries that are wanted, by the arc's index.
    arcs: BTreeMap<usize, f64>,
    /// The indices of the arcs between two countries of which neither is wanted.
    background_borders: BTreeSet<usize>,
}

impl Detail {
    /// The level of detail for views of the countries at these indices.
    pub(crate) fn new(topology: &Topology, wanted: &[usize]) -> Self {
        let (mut views, mut arcs) = (Vec::new(), BTreeMap::new());
        for country in wanted.iter().filter_map(|it| topology.countries.get(*it)) {
            let largest = largest_polygon(country, &topology.arcs);
            let Some(outer) = largest.and_then(|it| it.first()) else { continue };
            let view = View::around(&resolve(outer, &topology.arcs));
            for it in country.rings().flatten() {
                let tolerance = arcs.entry(it.arc).or_insert(view.tolerance);
                *tolerance = tolerance.min(view.tolerance);
            }
            views.push(view);
        }
        let (mut seen, mut background_borders) = (BTreeSet::new(), BTreeSet::new());
        for it in topology.countries.iter().flat_map(Country::rings).flatten() {
            if !seen.insert(it.arc) && !arcs.contains_key(&it.arc) {
                background_borders.insert(it.arc);
            }
        }
        Self { views, arcs, background_borders }
    }

    /// The tolerance of an arc at a point, in sheet units.
    pub(crate) fn arc_tolerance(&self, arc: usize, at: (f64, f64)) -> f64 {
        let own = self.arcs.get(&arc).copied().unwrap_or(MAX_TOLERANCE);
        let tolerance = self.tolerance(at).min(own);
        if self.background_borders.contains(&arc) {
            tolerance * BACKGROUND_BORDER_FACTOR
        } else {
            tolerance
        }
    }

    /// The tolerance at a point whatever is drawn there, in sheet units.
    fn tolerance(&self, at: (f64, f64)) -> f64 {
        let views = self.views.iter().filter(|it| it.contains(at)).map(|it| it.tolerance);
        views.fold(MAX_TOLERANCE, f64::min)
    }

    /// Whether a ring has at least the area of a square with a side of one tolerance.
    pub(crate) fn is_visible(&self, ring: &[ArcRef], topology: &Topology) -> bool {
        let positions = resolve(ring, &topology.arcs);
        let at = positions.first().map_or((0.0, 0.0), |it| it.to_sheet());
        let tolerances = ring.iter().map(|it| self.arc_tolerance(it.arc, at));
        let tolerance = tolerances.fold(MAX_TOLERANCE, f64::min);
        area(&positions) >= tolerance * tolerance
    }
}
