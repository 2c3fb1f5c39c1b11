//! Says how fine the drawing must be where: as fine as the closest view in which the page shows a place.

use std::collections::{BTreeMap, BTreeSet};

use crate::projection::{Geo, WIDTH};
use crate::ring::{Ring, area, close};
use crate::topology::{ArcUse, Country, Topology};

/// The view of a country is so many times as wide or high as its main landmass: its surroundings are seen with it.
const SURROUNDINGS: f64 = 3.0;
/// No view that a selection asks for is narrower than this, in sheet units.
const CLOSEST_VIEW: f64 = 1500.0;
/// A view is so many times as wide as high.
const VIEW_ASPECT: f64 = 2.0;
/// A view is so many grains wide. On a wide screen the map takes about 770 px: a corner that leaves out less than three of
/// them is seen by nobody, and the sheet is a fifth of the page.
const GRAINS_PER_VIEW: f64 = 440.0;
/// The grain, in sheet units, of what is in the view of no country.
const COARSE_GRAIN: f64 = 16.0;
/// A corner lies on a mesh of so many steps a grain: it is moved by less than half a pixel.
const STEPS_PER_GRAIN: f64 = 2.0;
/// A line between two countries that nobody asked for is thin and faint, and may be coarser.
const FAR_BORDER_GRAINS: f64 = 2.0;
/// A ring is worth drawing if it holds so many grains.
const GRAINS_PER_RING: f64 = 1.0;

/// The part of the sheet that the page shows when it shows a country.
struct View {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
    grain: f64,
}

impl View {
    fn around(main: &[Geo]) -> Self {
        let (mut least, mut most) =
            ((f64::INFINITY, f64::INFINITY), (f64::NEG_INFINITY, f64::NEG_INFINITY));
        for (x, y) in main.iter().map(|it| it.on_sheet()) {
            least = (least.0.min(x), least.1.min(y));
            most = (most.0.max(x), most.1.max(y));
        }
        let wide = (most.0 - least.0).max((most.1 - least.1) * VIEW_ASPECT) * SURROUNDINGS;
        let width = wide.clamp(CLOSEST_VIEW, f64::from(WIDTH));
        let height = width / VIEW_ASPECT;
        let (x, y) = ((least.0 + most.0 - width) / 2.0, (least.1 + most.1 - height) / 2.0);
        Self { x, y, width, height, grain: (width / GRAINS_PER_VIEW).min(COARSE_GRAIN) }
    }

    fn shows(&self, (x, y): (f64, f64)) -> bool {
        (0.0..=self.width).contains(&(x - self.x)) && (0.0..=self.height).contains(&(y - self.y))
    }
}

pub(crate) struct Detail {
    views: Vec<View>,
    /// The grain of the arcs of the countries that are wanted.
    arcs: BTreeMap<usize, f64>,
    /// The arcs between two countries of which neither is wanted.
    far_borders: BTreeSet<usize>,
}

impl Detail {
    /// What is needed to show the countries with these numbers.
    pub(crate) fn of(topology: &Topology, wanted: &[usize]) -> Self {
        let mut detail =
            Self { views: Vec::new(), arcs: BTreeMap::new(), far_borders: BTreeSet::new() };
        for country in wanted.iter().filter_map(|it| topology.countries.get(*it)) {
            let rings: Vec<Ring> = country.rings().map(|it| close(it, &topology.arcs)).collect();
            let Some(main) = rings.iter().max_by(|one, other| area(one).total_cmp(&area(other)))
            else {
                continue;
            };
            let view = View::around(main);
            for it in country.rings().flatten() {
                let grain = detail.arcs.entry(it.arc).or_insert(view.grain);
                *grain = grain.min(view.grain);
            }
            detail.views.push(view);
        }
        let mut seen = BTreeSet::new();
        for it in topology.countries.iter().flat_map(Country::rings).flatten() {
            if !seen.insert(it.arc) && !detail.arcs.contains_key(&it.arc) {
                detail.far_borders.insert(it.arc);
            }
        }
        detail
    }

    /// The side, in sheet units, of the smallest square that can be seen at a point of an arc.
    pub(crate) fn grain(&self, arc: usize, at: (f64, f64)) -> f64 {
        let own = self.arcs.get(&arc).copied().unwrap_or(COARSE_GRAIN);
        let grain = self.grain_at(at).min(own);
        if self.far_borders.contains(&arc) { grain * FAR_BORDER_GRAINS } else { grain }
    }

    /// The same at a point of no arc in particular.
    fn grain_at(&self, at: (f64, f64)) -> f64 {
        let views = self.views.iter().filter(|it| it.shows(at)).map(|it| it.grain);
        views.fold(COARSE_GRAIN, f64::min)
    }

    /// The mesh, in sheet units, on which points may lie without being seen to be moved: a power of two, as one mesh is
    /// then part of a finer one, and small numbers in few digits repeat more. Not more than 4: the
    /// next has a line below the lower edge of the sheet.
    pub(crate) fn step(&self, at: (f64, f64)) -> i32 {
        let grain = self.grain_at(at);
        [4, 2].into_iter().find(|it| f64::from(*it) * STEPS_PER_GRAIN <= grain).unwrap_or(1)
    }

    /// Whether what a ring holds can be seen.
    pub(crate) fn shows(&self, ring: &[ArcUse], topology: &Topology) -> bool {
        let places = close(ring, &topology.arcs);
        let at = places.first().map_or((0.0, 0.0), |it| it.on_sheet());
        let grain = ring.iter().map(|it| self.grain(it.arc, at)).fold(COARSE_GRAIN, f64::min);
        area(&places) >= GRAINS_PER_RING * grain * grain
    }
}
