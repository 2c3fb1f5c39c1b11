//! Label layout: where everything that is written on the map goes for a view and a camera. Lengths in px, but for places on the
//! sheet, which stay right while the camera moves.

use model::{Bounds, Point, Sheet};

use crate::inset::Inset;
use crate::label_placement::{self, Area, Label, MARKER_PX, Place, Placed, Room, Side};
use crate::tie_labels::{self, Along, Edge, Number, Px, Surroundings};
use crate::view::{MapCountry, MapTie, Mark, View};
use crate::viewport::{Camera, Size, Viewport, distance};

/// The side of the target of a marker that has room for more.
pub const WIDE_TARGET_PX: f64 = 44.0;
/// How far apart dots must be for wide targets.
const WIDE_TARGET_APART_PX: f64 = WIDE_TARGET_PX + 2.0;
/// About what a letter of a printed name takes, in px across and down.
const LETTER_PX: (f64, f64) = (6.8, 14.0);
/// The same of the name of a tie, which has some padding.
const TIE_LETTER_PX: (f64, f64) = (6.6, 19.0);
/// What a note at the edge takes beside its letters, for its arrow and its padding.
const NOTE_PX: f64 = 24.0;
/// A dot that is moved farther than this off its place has a line to it.
const LEADER_PX: f64 = 14.0;
/// A country that is smaller than this both ways is not covered by its own mark.
const SMALL_PX: f64 = 52.0;
/// Between a small country and its dot beside it, and around a name within a country.
const GAP_PX: f64 = 10.0;
const MARGIN_PX: f64 = 4.0;
/// From the edge of a dot to the beginning of its name, with the dot.
const BLOCK_PX: (f64, f64) = (18.5, 7.5);

/// The side of the number of a tie, and what it is to the height of a name where type is large.
const NUMBER_PX: f64 = 20.0;
const NUMBER_PER_NAME: f64 = 1.25;
/// In a frame narrower than this a line that goes on at the other side of the map does not say so.
const WRAP_PX: f64 = 500.0;
/// What an inset takes to say how many times larger it is.
const SCALE_PX: SizePx = (28.0, 20.0);

/// Where nothing is seen: for countries that are drawn as land.
const NOT_SHOWN_PX: Px = (-1e6, -1e6);

/// A width and a height, in px.
pub type SizePx = (f64, f64);

/// What has been measured of the labels, each list in the order of the view's.
#[derive(Clone, Copy, Debug)]
pub struct Measured<'s> {
    /// The names of the countries.
    pub names: &'s [SizePx],
    /// The names of their capitals.
    pub capitals: &'s [SizePx],
    /// The names of the ties.
    pub ties: &'s [SizePx],
    /// The notes where ties leave the frame: of each tie that to its first country, and that to its second.
    pub notes: &'s [SizePx],
    /// What lies over the map: its legend and its buttons.
    pub taken: &'s [Area],
}

/// Where the marker of a country goes, and its name.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Marker {
    /// Its place on the sheet.
    pub at: Point,
    /// How far it is moved off that place, to the right and down.
    pub nudge: Px,
    /// On which side its name stands.
    pub side: Side,
    /// Whether the name has its second line.
    pub is_full: bool,
    /// Whether both are within the country.
    pub is_inside: bool,
    /// Whether a wide target has room around it.
    pub has_wide_target: bool,
}

/// Where the name of a tie is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TieLabel {
    /// Its middle, on the sheet.
    pub at: Point,
    /// The direction in which it is written, of length 1: to the right, and down.
    pub direction: Px,
}

/// Where a tie leaves the frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Note {
    /// The middle of the note, on the sheet.
    pub at: Point,
    /// The edge at which it stands.
    pub edge: Edge,
}

/// Where everything that is written on the map goes.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LabelLayout {
    /// The markers, in the order of the countries.
    pub markers: Vec<Marker>,
    /// The names of the ties that have room, in the order of the ties.
    pub ties: Vec<Option<TieLabel>>,
    /// Where those without room have a number on or beside their line, which leads to their name.
    pub numbers: Vec<Option<Point>>,
    /// Where each tie leaves the frame, on the way to its first country and to its second.
    pub notes: Vec<[Option<Note>; 2]>,
    /// Lines on the sheet from places to markers and numbers that are moved off them.
    pub leaders: Vec<(Point, Point)>,
    /// The inset, if it is shown.
    pub inset: Option<Inset>,
}

impl LabelLayout {
    /// The number of a tie on the map, and where it stands; none if its name is written there.
    #[must_use]
    pub fn number(&self, tie: usize) -> Option<(usize, Point)> {
        let at = self.numbers.get(tie).copied().flatten()?;
        let before = self.numbers.iter().take(tie).flatten().count();
        Some((before + 1, at))
    }

    /// Before anything can be measured: where labels go in a frame of a size, with something over it.
    #[must_use]
    pub fn printed(sheet: &Sheet, view: &View, frame_px: Size, taken: &[Area]) -> Self {
        let viewport = Viewport { sheet: Size::of(sheet), frame_px };
        let length =
            |text: &str, (across, down): SizePx| (text.chars().count() as f64 * across, down);
        let names: Vec<SizePx> = view.map.iter().map(|it| length(it.name, LETTER_PX)).collect();
        let ties: Vec<SizePx> =
            view.ties.iter().map(|it| length(&it.label, TIE_LETTER_PX)).collect();
        let note = |name: &str| {
            let (width, height) = length(name, LETTER_PX);
            (width + NOTE_PX, height + MARGIN_PX)
        };
        let notes: Vec<SizePx> = view.ties.iter().flat_map(|it| it.ends.map(note)).collect();
        let measured =
            Measured { names: &names, capitals: &names, ties: &ties, notes: &notes, taken };
        Self::of(view, viewport, viewport.looking_at(&view.framing), measured)
    }

    /// The layout of a view as a camera shows it.
    #[must_use]
    pub fn of(view: &View, viewport: Viewport, camera: Camera, measured: Measured) -> Self {
        let scene = |inset| Scene { view, viewport, camera, measured, inset };
        let plain = scene(None);
        let inset = view.inset.filter(|it| it.is_shown(viewport, camera)).map(|it| scene(Some(it)));
        let names = plain.names();
        // An inset that costs a name would be none.
        let with_inset = inset.map(|it| (it.names(), it));
        let better = with_inset.filter(|it| unplaced(&it.0) <= unplaced(&names));
        let (names, scene) = better.unwrap_or((names, plain));
        scene.layout(&names)
    }
}

/// What is laid out, and for whom.
#[derive(Clone, Copy)]
struct Scene<'s, 'b> {
    view: &'s View<'b>,
    viewport: Viewport,
    camera: Camera,
    measured: Measured<'s>,
    inset: Option<Inset>,
}

/// A label with where it is placed.
type Name = (Label, Placed);

impl Scene<'_, '_> {
    fn frame(&self) -> Px {
        (self.viewport.frame_px.width, self.viewport.frame_px.height)
    }

    fn is_zoomed(&self) -> bool {
        self.viewport.is_zoomed(self.camera)
    }

    fn px(&self, at: Point) -> Px {
        self.viewport.to_frame_px(self.camera, at)
    }

    fn of_px(&self, at: Px) -> Point {
        self.viewport.of_frame_px(self.camera, at)
    }

    /// The inset, if it shows a country.
    fn inset_of(&self, country: &MapCountry) -> Option<Inset> {
        self.inset.filter(|it| it.encloses(country.anchor.main))
    }

    /// Where a country is on the sheet: its capital on a closer map, else its middle, or that in the inset.
    fn place(&self, country: &MapCountry) -> Point {
        let middle = country.anchor.room.middle();
        match self.inset_of(country) {
            _ if self.is_zoomed() => country.anchor.capital,
            Some(inset) => inset.enlarged(middle),
            None => middle,
        }
    }

    /// Where the dots would be if no name wanted them elsewhere.
    fn dots(&self) -> Vec<Px> {
        let dot = |it: &MapCountry| if it.is_land { NOT_SHOWN_PX } else { self.px(self.place(it)) };
        let places: Vec<Px> = self.view.map.iter().map(dot).collect();
        label_placement::spread(&places, MARKER_PX)
    }

    /// Places the names: the selected country first, then by status.
    fn names(&self) -> Vec<Name> {
        let map = &self.view.map;
        let dots = self.dots();
        let mut order: Vec<usize> = (0..map.len()).collect();
        order.sort_by_key(|it| map.get(*it).map(|it| (!it.link.is_current, it.mark)));
        let labels: Vec<Label> =
            order.iter().filter_map(|it| self.label(*it, *dots.get(*it)?)).collect();
        let inset = self.inset.map(|it| it.area(self.viewport, self.camera));
        let mut fixed = self.measured.taken.to_vec();
        fixed.extend(inset.map(scale));
        let lines = self.lines();
        let room = Room { frame: self.frame(), fixed: &fixed, inset, lines: &lines };
        let placed = label_placement::place(room, &labels);
        let mut names: Vec<(usize, Name)> =
            order.into_iter().zip(labels.into_iter().zip(placed)).collect();
        names.sort_by_key(|it| it.0);
        names.into_iter().map(|it| it.1).collect()
    }

    fn label(&self, index: usize, at: Px) -> Option<Label> {
        let country = self.view.map.get(index)?;
        let short = self.measured.names.get(index).copied().unwrap_or_default();
        let capital = self.measured.capitals.get(index).copied().unwrap_or_default();
        let full = (short.0.max(capital.0), short.1 + capital.1);
        let is_inset = self.inset_of(country).is_some();
        if self.is_zoomed() || country.is_land {
            return Some(Label { at, places: Vec::new(), full, short, is_inset });
        }
        Some(Label { at, places: self.places(country, short), full: short, short, is_inset })
    }

    /// Where a dot with its name goes rather than on the middle of its country: within what is large, beside what is small.
    fn places(&self, country: &MapCountry, name: SizePx) -> Vec<Place> {
        let of = |it: Bounds| {
            let it = self.inset_of(country).map_or(it, |inset| inset.enlarged_box(it));
            area_px(it, self.viewport, self.camera)
        };
        let (main, room) = (of(country.anchor.main), of(country.anchor.room));
        let block = (BLOCK_PX.0 + name.0, name.1);
        let fits = block.0 + MARGIN_PX <= room.size.0 && block.1 <= room.size.1;
        // In the middle, at its left end, at its right end.
        let spare = (room.size.0 - block.0 - MARGIN_PX).max(0.0) / 2.0;
        let within = [0.0, -spare, spare].map(|right| {
            let at = (room.at.0 - block.0 / 2.0 + BLOCK_PX.1 + right, room.at.1);
            Place { at, side: Side::Right, is_inside: true }
        });
        let inside = if fits { within.to_vec() } else { Vec::new() };
        let is_small =
            main.size.0 < SMALL_PX && main.size.1 < SMALL_PX && self.inset_of(country).is_none();
        let beside = if is_small { beside(main).to_vec() } else { Vec::new() };
        inside.into_iter().chain(beside).collect()
    }

    fn layout(&self, names: &[Name]) -> LabelLayout {
        let dots: Vec<Px> = names.iter().map(|it| it.1.at).collect();
        let named = names.iter().filter_map(|(label, placed)| placed.name(label));
        let shown = names.iter().zip(&self.view.map).filter(|it| !it.1.is_land);
        let marked = shown.map(|it| it.0.1.dot());
        let inset = self.inset.map(|it| it.area(self.viewport, self.camera));
        let mut taken: Vec<Area> = self.measured.taken.to_vec();
        taken.extend(named.chain(marked).chain(inset));
        let lines = self.lines();
        let notes = self.notes(&lines, &mut taken);
        let ties = self.ties(&lines, &mut taken);
        let numbers = self.numbers(&lines, &ties, &mut taken);
        let markers = names
            .iter()
            .zip(&self.view.map)
            .map(|((_, placed), country)| self.marker(country, *placed, &dots));
        let leaders = names.iter().zip(&self.view.map).filter_map(|((label, placed), country)| {
            let place = self.place(country);
            let is_moved = placed.at == label.at && distance(placed.at, self.px(place)) > LEADER_PX;
            (is_moved && !country.is_land).then(|| (place, self.of_px(placed.at)))
        });
        let to_numbers =
            numbers.iter().flatten().filter_map(|it| Some((self.of_px(it.of?), self.of_px(it.at))));
        let (markers, leaders) = (markers.collect(), leaders.chain(to_numbers).collect());
        let numbers = numbers.iter().map(|it| it.map(|it| self.of_px(it.at))).collect();
        LabelLayout { markers, leaders, ties, numbers, notes, inset: self.inset }
    }

    fn marker(&self, country: &MapCountry, placed: Placed, dots: &[Px]) -> Marker {
        let at = self.place(country);
        let (x, y) = if country.is_land { placed.at } else { self.px(at) };
        let Placed { side, is_inside, .. } = placed;
        Marker {
            at,
            nudge: (placed.at.0 - x, placed.at.1 - y),
            side,
            is_full: placed.is_full && self.is_zoomed(),
            is_inside,
            has_wide_target: has_wide_target(placed.at, dots),
        }
    }

    /// The lines of the ties in the frame.
    fn lines(&self) -> Vec<Vec<Vec<Px>>> {
        self.view.ties.iter().map(|it| self.line(it)).collect()
    }

    /// The line of a tie in the frame.
    fn line(&self, tie: &MapTie) -> Vec<Vec<Px>> {
        let part = |it: &Vec<Point>| it.iter().map(|it| self.px(*it)).collect();
        tie.line.iter().map(part).collect()
    }

    /// The notes where ties leave the frame: one for each country and edge, if the country is out of sight, or elsewhere in it.
    fn notes(&self, lines: &[Vec<Vec<Px>>], taken: &mut Vec<Area>) -> Vec<[Option<Note>; 2]> {
        let mut said: Vec<(usize, Edge)> = Vec::new();
        let mut all = Vec::new();
        for ((index, tie), line) in self.view.ties.iter().enumerate().zip(lines) {
            let mut notes = [None; 2];
            for exit in tie_labels::exits(self.frame(), line) {
                let end = usize::from(exit.is_to_end);
                let country = tie.between.get(end).copied().unwrap_or_default();
                let size = self.measured.notes.get(2 * index + end).copied().unwrap_or_default();
                let is_said = said.contains(&(country, exit.edge))
                    || notes.get(end).is_some_and(|it: &Option<Note>| it.is_some());
                let is_needless = line.len() == 1 || self.frame().0 < WRAP_PX;
                if is_said || (is_needless && self.is_in_frame(country)) {
                    continue;
                }
                if let Some(area) = tie_labels::at_edge(self.frame(), &exit, size, taken, lines)
                    && let Some(note) = notes.get_mut(end)
                {
                    said.push((country, exit.edge));
                    taken.push(area);
                    *note = Some(Note { at: self.of_px(area.at), edge: exit.edge });
                }
            }
            all.push(notes);
        }
        all
    }

    fn is_in_frame(&self, country: usize) -> bool {
        let at = self.view.map.get(country).map(|it| self.px(it.anchor.capital));
        at.is_some_and(|it| tie_labels::is_in(self.frame(), it))
    }

    /// The names of ties: what several share is written once, along the one of them that has room along it,
    /// or beside one.
    fn ties(&self, lines: &[Vec<Vec<Px>>], taken: &mut Vec<Area>) -> Vec<Option<TieLabel>> {
        let mut all = vec![None; lines.len()];
        let mut order: Vec<usize> = (0..lines.len()).collect();
        let length = |it: &usize| lines.get(*it).map(|it| tie_labels::length_in(self.frame(), it));
        order.sort_by_cached_key(|it| std::cmp::Reverse(length(it)));
        let mut written: Vec<&str> = Vec::new();
        // What has room along its line has it before what would stand beside one, and where no colour is strong before all else.
        for way in [Way::Along(true), Way::Along(false), Way::Beside(true), Way::Beside(false)] {
            for index in &order {
                let (Some(tie), Some(slot)) = (self.view.ties.get(*index), all.get_mut(*index))
                else {
                    continue;
                };
                // Rather a number than a name that is hard to read.
                let is_done = slot.is_some() || (tie.is_named && !way.is_wary());
                if is_done || written.contains(&&*tie.label) {
                    continue;
                }
                let size = self.measured.ties.get(*index).copied().unwrap_or_default();
                if let Some(it) = self.tie(lines, *index, size, taken, way) {
                    if !tie.is_named {
                        written.push(&tie.label);
                    }
                    taken.extend(tie_labels::boxes(&it, size));
                    *slot = Some(TieLabel { at: self.of_px(it.at), direction: it.direction });
                }
            }
        }
        all
    }

    /// Numbers on the lines of ties whose own name has no room.
    fn numbers(
        &self,
        lines: &[Vec<Vec<Px>>],
        names: &[Option<TieLabel>],
        taken: &mut Vec<Area>,
    ) -> Vec<Option<Number>> {
        let name_px = self.measured.names.iter().map(|it| it.1).fold(0.0, f64::max);
        let side = NUMBER_PX.max(NUMBER_PER_NAME * name_px);
        let mut all = Vec::new();
        for (index, ((tie, name), line)) in self.view.ties.iter().zip(names).zip(lines).enumerate()
        {
            let others = others(lines, index);
            let frame = self.frame();
            let around = Surroundings { frame, taken, others: &others, is_shared: false };
            let is_needed = tie.is_named && name.is_none();
            let number = is_needed.then(|| around.number(line, side)).flatten();
            taken.extend(number.map(|it| Area { at: it.at, size: (side, side) }));
            all.push(number);
        }
        all
    }

    /// Where the name of a tie has room in a way.
    fn tie(
        &self,
        lines: &[Vec<Vec<Px>>],
        index: usize,
        size: SizePx,
        taken: &[Area],
        way: Way,
    ) -> Option<Along> {
        let line = lines.get(index)?;
        let others = others(lines, index);
        let strong = if way.is_wary() { self.strong() } else { Vec::new() };
        let taken = [taken, &strong].concat();
        let is_shared = self.view.ties.get(index).is_some_and(|it| !it.is_named);
        let around =
            Surroundings { frame: self.frame(), taken: &taken, others: &others, is_shared };
        match way {
            Way::Along(_) => around.along(line, size),
            Way::Beside(_) => around.beside(line, size),
        }
    }

    /// Where the colours are strong, on which dark words are hard to read.
    fn strong(&self) -> Vec<Area> {
        let members = self.view.map.iter().filter(|it| it.mark == Mark::Member && !it.is_land);
        let lands = members.flat_map(|it| [it.anchor.main, it.anchor.second]);
        lands.map(|it| area_px(it, self.viewport, self.camera)).collect()
    }
}

/// How the name of a tie is written, and whether only where no colour is strong.
#[derive(Clone, Copy)]
enum Way {
    /// Along its line.
    Along(bool),
    /// Level, beside it.
    Beside(bool),
}

impl Way {
    fn is_wary(self) -> bool {
        let (Self::Along(is_wary) | Self::Beside(is_wary)) = self;
        is_wary
    }
}

/// All lines but one.
fn others(lines: &[Vec<Vec<Px>>], index: usize) -> Vec<&[Vec<Px>]> {
    lines.iter().enumerate().filter(|it| it.0 != index).map(|it| &**it.1).collect()
}

/// A dot beside a box, with its name away from it.
fn beside(it: Area) -> [Place; 6] {
    let (x, y) = it.at;
    let (across, down) = (it.size.0 / 2.0 + GAP_PX, it.size.1 / 2.0 + GAP_PX);
    let place = |at: Px, side: Side| Place { at, side, is_inside: false };
    [
        place((x + across, y), Side::Right),
        place((x - across, y), Side::Left),
        place((x, y - down), Side::Right),
        place((x, y - down), Side::Left),
        place((x, y + down), Side::Right),
        place((x, y + down), Side::Left),
    ]
}

/// Where an inset says how many times larger it is: in its first corner.
fn scale(inset: Area) -> Area {
    let corner = (inset.at.0 - inset.size.0 / 2.0, inset.at.1 - inset.size.1 / 2.0);
    Area { at: (corner.0 + SCALE_PX.0 / 2.0, corner.1 + SCALE_PX.1 / 2.0), size: SCALE_PX }
}

/// Where a box of the sheet is in the frame.
pub(crate) fn area_px(it: Bounds, viewport: Viewport, camera: Camera) -> Area {
    let corner = |x: i32, y: i32| viewport.to_frame_px(camera, Point { x, y });
    let (left, top) = corner(it.x, it.y);
    let (right, bottom) = corner(it.x + it.width, it.y + it.height);
    Area { at: ((left + right) / 2.0, (top + bottom) / 2.0), size: (right - left, bottom - top) }
}

fn has_wide_target((x, y): Px, dots: &[Px]) -> bool {
    let apart = |other: &Px| (x - other.0).abs().max((y - other.1).abs());
    dots.iter().map(apart).all(|it| it == 0.0 || it >= WIDE_TARGET_APART_PX)
}

/// How many names have no room.
fn unplaced(names: &[Name]) -> usize {
    names.iter().filter(|it| it.1.side == Side::Nowhere).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::sample;
    use crate::view::view;
    use crate::viewport::{FRAME_ASPECT, NARROW_FRAME_ASPECT, TINY_FRAME_ASPECT};
    use crate::{Selection, address};

    /// The frames of the page: of a phone, a tablet, a window.
    const FRAMES: [(f64, f64); 6] = [
        (320.0, TINY_FRAME_ASPECT),
        (390.0, NARROW_FRAME_ASPECT),
        (700.0, NARROW_FRAME_ASPECT),
        (900.0, NARROW_FRAME_ASPECT),
        (540.0, FRAME_ASPECT),
        (775.0, FRAME_ASPECT),
    ];

    fn frames() -> impl Iterator<Item = Size> {
        FRAMES.into_iter().map(|(width, aspect)| Size { width, height: width / aspect })
    }

    fn viewport(frame_px: Size) -> Viewport {
        Viewport { sheet: Size::of(&sample().model.sheet), frame_px }
    }

    /// The layout of an address, with the boxes of names and dots, and the boxes of what names ties.
    fn check(query: &str, frame_px: Size, zoom: f64) -> LabelLayout {
        let view = view(sample(), &address::parse(sample(), query).selection);
        let viewport = viewport(frame_px);
        let framing = viewport.looking_at(&view.framing);
        let capital = view.map.iter().find(|it| it.link.is_current).map(|it| it.anchor.capital);
        let at = capital.map_or((0.5, 0.5), |it| viewport.share(framing, it));
        let camera = viewport.zoomed(framing, zoom, at);
        let names = vec![(70.0, 16.0); view.map.len()];
        let ties = vec![(100.0, 20.0); view.ties.len()];
        let notes = vec![(80.0, 20.0); view.ties.len() * 2];
        let measured =
            Measured { names: &names, capitals: &names, ties: &ties, notes: &notes, taken: &[] };
        let layout = LabelLayout::of(&view, viewport, camera, measured);
        let frame = (frame_px.width, frame_px.height);
        let dot = |it: &Marker| {
            let (x, y) = viewport.to_frame_px(camera, it.at);
            Placed {
                at: (x + it.nudge.0, y + it.nudge.1),
                side: it.side,
                is_full: it.is_full,
                is_inside: false,
            }
        };
        let label = Label {
            at: (0.0, 0.0),
            places: Vec::new(),
            full: (70.0, 32.0),
            short: (70.0, 16.0),
            is_inset: false,
        };
        let shown: Vec<Placed> = layout
            .markers
            .iter()
            .zip(&view.map)
            .filter(|it| !it.1.is_land)
            .map(|it| dot(it.0))
            .collect();
        let owned = |(index, it): (usize, &Placed)| Some((Some(index), it.name(&label)?));
        let mut boxes: Vec<(Option<usize>, Area)> =
            shown.iter().enumerate().filter_map(owned).collect();
        let notes = layout.notes.iter().flatten().flatten();
        boxes.extend(notes.map(|it| {
            (None, Area { at: viewport.to_frame_px(camera, it.at), size: (80.0, 20.0) })
        }));
        for it in layout.ties.iter().flatten() {
            let along = Along { at: viewport.to_frame_px(camera, it.at), direction: it.direction };
            let parts = tie_labels::boxes(&along, (100.0, 20.0));
            // What covers one name may meet itself.
            for (owner, it) in
                parts.iter().flat_map(|it| boxes.iter().map(move |other| (other, it)))
            {
                assert!(
                    !owner.1.meets(it, -1.0),
                    "{query} at {frame_px:?}, {zoom}: a tie on a label"
                );
            }
            boxes.extend(parts.into_iter().map(|it| (None, it)).take(1));
        }
        let numbers = layout.numbers.iter().flatten();
        boxes.extend(numbers.map(|it| {
            let size = (NUMBER_PX, NUMBER_PX);
            (None, Area { at: viewport.to_frame_px(camera, *it), size })
        }));
        for (index, (owner, name)) in boxes.iter().enumerate() {
            let at = format!("{query} at {frame_px:?}, {zoom}: {owner:?} {name:?}");
            assert!(
                name.at.0 - name.size.0 / 2.0 > -1.5
                    && name.at.0 + name.size.0 / 2.0 < frame.0 + 1.5,
                "{at}"
            );
            for other in boxes.iter().skip(index + 1) {
                assert!(!name.meets(&other.1, -1.0), "{at} meets {other:?}");
            }
            for (other, it) in shown.iter().enumerate().filter(|it| Some(it.0) != *owner) {
                assert!(!name.meets(&it.dot(), -1.0), "{at} is on the dot of {other}");
            }
        }
        layout
    }

    #[test]
    fn nothing_written_meets_anything() {
        for query in [
            "",
            "partner=swe",
            "partner=nor",
            "partner=per",
            "partner=fji",
            "pillar=1",
            "technology=string",
            "tie=nor-per",
        ] {
            for frame in frames() {
                for zoom in [1.0, 1.6, 2.6, 4.2] {
                    check(query, frame, zoom);
                }
            }
        }
    }

    #[test]
    fn every_country_of_the_sample_but_land_is_named_on_the_whole_map() {
        let view = view(sample(), &Selection::default());
        for frame in frames() {
            let layout = LabelLayout::printed(&sample().model.sheet, &view, frame, &[]);
            let unnamed = layout.markers.iter().zip(&view.map);
            let unnamed = unnamed.filter(|it| !it.1.is_land && it.0.side == Side::Nowhere).count();
            assert_eq!(unnamed, 0, "in {frame:?}");
            assert!(layout.markers.iter().all(|it| !it.is_full), "a capital on the whole map");
        }
    }

    #[test]
    fn countries_that_crowd_each_other_have_an_inset_where_there_is_room() {
        let layouts: Vec<LabelLayout> = frames().map(|it| check("", it, 1.0)).collect();
        assert!(layouts.iter().skip(2).all(|it| it.inset.is_some()));
        assert_eq!(check("", Size { width: 775.0, height: 450.0 }, 2.0).inset, None);
        // Before there was a second one nobody was crowded.
        assert_eq!(check("date=2021-03-01", Size { width: 775.0, height: 450.0 }, 1.0).inset, None);
    }

    #[test]
    fn each_tie_has_its_name_or_a_number() {
        for query in
            ["partner=swe", "partner=nor", "partner=per", "tie=nor-swe", "technology=string"]
        {
            for frame in frames() {
                let layout = check(query, frame, 1.0);
                let view = view(sample(), &address::parse(sample(), query).selection);
                let listed: Vec<usize> = view.caption.ties.iter().map(|it| it.0).collect();
                assert!(query.starts_with("tech") || !listed.is_empty(), "{query}");
                for (index, it) in view.ties.iter().enumerate() {
                    let (name, number) = (layout.ties[index], layout.number(index));
                    assert_eq!(it.is_named, listed.contains(&index), "{query}: {}", it.id);
                    assert!(
                        !it.is_named || name.is_some() != number.is_some(),
                        "{query} in {frame:?}: {}",
                        it.id
                    );
                }
                let numbers = (0..view.ties.len()).filter_map(|it| Some(layout.number(it)?.0));
                assert!(numbers.eq(1..=layout.numbers.iter().flatten().count()));
            }
        }
    }

    #[test]
    fn what_members_share_is_written_once() {
        let layout = check("", Size { width: 775.0, height: 450.0 }, 1.0);
        assert_eq!(layout.ties.iter().flatten().count(), 1);
    }

    #[test]
    fn a_tie_that_leaves_the_frame_says_to_where() {
        let layout = check("partner=swe", Size { width: 775.0, height: 450.0 }, 6.0);
        assert!(layout.notes.iter().flatten().flatten().count() > 0);
        let whole = check("partner=swe", Size { width: 775.0, height: 450.0 }, 1.0);
        assert!(whole.ties.iter().flatten().count() > 0);
    }
}
