//! Label placement: where the names on the map go. Beside their dot where there is room, without the second line where there is little, and
//! nowhere where there is none. Lengths in px from the top left of the frame.

use crate::tie_labels;
use crate::viewport::distance;

/// The room between a dot and a name beside it.
const GAP_PX: f64 = 2.0;
/// The room between a dot and a name above or below it.
const RISE_PX: f64 = 1.0;
/// The margin that names keep between one another.
const MARGIN_PX: f64 = 3.0;
/// Half of a dot with its margin, from which a name begins.
const DOT_PX: f64 = 9.0;
/// Half of a dot with its rim, which no other name may cover.
const RIM_PX: f64 = 7.5;

/// How far a name that begins at its dot reaches over the dot's middle.
const OVERHANG_PX: f64 = 6.0;
/// The side of a marker, the box in which its dot and its name are set, and the least that a target may have.
pub const MARKER_PX: f64 = 24.0;
const HALF_MARKER_PX: f64 = MARKER_PX / 2.0;

/// How far a name beside its dot is from the far edge of the marker, as the style sets it.
pub const BESIDE_PX: f64 = HALF_MARKER_PX + DOT_PX + GAP_PX;
/// How far a name above or below its dot is from the far edge of the marker, as the style sets it.
pub const ABOVE_PX: f64 = HALF_MARKER_PX + DOT_PX + RISE_PX;
/// How far a name that begins at its dot is from the near edge of the marker, as the style sets it.
pub const ASIDE_PX: f64 = HALF_MARKER_PX - OVERHANG_PX;

/// On which side of its dot a name stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Side {
    /// To the right.
    Right,
    /// To the left.
    Left,
    /// Below, centred.
    Below,
    /// Above, centred.
    Above,
    /// Below, from the dot to the right.
    BelowRight,
    /// Below, from the dot to the left.
    BelowLeft,
    /// Above, from the dot to the right.
    AboveRight,
    /// Above, from the dot to the left.
    AboveLeft,
    /// There is no room.
    #[default]
    Nowhere,
}

impl Side {
    /// Its name in `data-side`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Right => "right",
            Self::Left => "left",
            Self::Below => "below",
            Self::Above => "above",
            Self::BelowRight => "below-right",
            Self::BelowLeft => "below-left",
            Self::AboveRight => "above-right",
            Self::AboveLeft => "above-left",
            Self::Nowhere => "nowhere",
        }
    }
}

/// The sides to try, the best first.
pub const SIDES: [Side; 8] = [
    Side::Right,
    Side::Left,
    Side::BelowRight,
    Side::AboveRight,
    Side::BelowLeft,
    Side::AboveLeft,
    Side::Below,
    Side::Above,
];

/// A name that asks for room.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The middle of its dot, where that has no better place. It is kept free for it.
    pub at: (f64, f64),
    /// Other places for its dot with its name on a side, which are tried first, the best first.
    pub places: Vec<Place>,
    /// Its size with its second line.
    pub full: (f64, f64),
    /// Its size without.
    pub short: (f64, f64),
    /// Whether it belongs in the inset.
    pub is_inset: bool,
}

impl Label {
    /// Whether a place that a line crosses comes after all others: not in the inset, under which lines run.
    fn may_shun_lines(&self) -> bool {
        !self.is_inset
    }
}

/// A place for a dot, with its name on a side of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// The middle of the dot.
    pub at: (f64, f64),
    /// The side on which the name stands.
    pub side: Side,
    /// Whether both are within what they name.
    pub is_inside: bool,
}

/// A box that is taken, or asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Its middle.
    pub at: (f64, f64),
    /// Its width and height.
    pub size: (f64, f64),
}

impl Area {
    fn rectangle(&self) -> Rectangle {
        Rectangle::around(self.at, (self.size.0 / 2.0, self.size.1 / 2.0))
    }

    /// Whether two boxes have a point in common, or are nearer than a margin.
    #[must_use]
    pub fn meets(&self, other: &Self, margin: f64) -> bool {
        self.rectangle().meets(&other.rectangle(), margin)
    }

    /// Whether it is within a frame of this size.
    #[must_use]
    pub fn is_within(&self, frame: (f64, f64)) -> bool {
        self.rectangle().is_within(&Rectangle::of_frame(frame))
    }
}

/// Where a name goes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Placed {
    /// The middle of its dot.
    pub at: (f64, f64),
    /// The side.
    pub side: Side,
    /// Whether the second line has room too.
    pub is_full: bool,
    /// Whether dot and name are within what they name.
    pub is_inside: bool,
}

impl Placed {
    /// The box of the name of a label.
    #[must_use]
    pub fn name(&self, label: &Label) -> Option<Area> {
        let size = if self.is_full { label.full } else { label.short };
        let Rectangle { left, top, right, bottom } = beside(self.at, size, self.side);
        let at = ((left + right) / 2.0, (top + bottom) / 2.0);
        (self.side != Side::Nowhere).then_some(Area { at, size })
    }

    /// The box of the dot, which nothing may cover.
    #[must_use]
    pub fn dot(&self) -> Area {
        Area { at: self.at, size: (2.0 * RIM_PX, 2.0 * RIM_PX) }
    }
}

/// What names are placed in.
#[derive(Clone, Copy, Debug, Default)]
pub struct Room<'s> {
    /// The size of the frame.
    pub frame: (f64, f64),
    /// What is in the way.
    pub fixed: &'s [Area],
    /// The inset: the only room for the names that belong in it, and in the way of the others.
    pub inset: Option<Area>,
    /// Lines that a name crosses only where there is no other room.
    pub lines: &'s [Vec<Vec<(f64, f64)>>],
}

#[derive(Clone, Copy, Debug, PartialEq)]
struct Rectangle {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Rectangle {
    fn around(at: (f64, f64), half: (f64, f64)) -> Self {
        Self {
            left: at.0 - half.0,
            top: at.1 - half.1,
            right: at.0 + half.0,
            bottom: at.1 + half.1,
        }
    }

    fn inner(&self, margin: f64) -> Self {
        let Self { left, top, right, bottom } = *self;
        Self {
            left: left + margin,
            top: top + margin,
            right: right - margin,
            bottom: bottom - margin,
        }
    }

    fn of_frame((right, bottom): (f64, f64)) -> Self {
        Self { left: 0.0, top: 0.0, right, bottom }
    }

    fn meets(&self, other: &Self, margin: f64) -> bool {
        self.left < other.right + margin
            && other.left < self.right + margin
            && self.top < other.bottom + margin
            && other.top < self.bottom + margin
    }

    fn is_within(&self, outer: &Self) -> bool {
        self.left >= outer.left
            && self.top >= outer.top
            && self.right <= outer.right
            && self.bottom <= outer.bottom
    }
}

/// A place for a dot and its name, and the boxes that they take there.
#[derive(Clone, Copy, Debug)]
struct Spot {
    placed: Placed,
    dot: Rectangle,
    name: Rectangle,
}

impl Spot {
    fn new(label: &Label, place: Place, is_full: bool) -> Self {
        let Place { at, side, is_inside } = place;
        let size = if is_full { label.full } else { label.short };
        Self {
            placed: Placed { at, side, is_full, is_inside },
            dot: Rectangle::around(at, (RIM_PX, RIM_PX)),
            name: beside(at, size, side),
        }
    }

    /// Whether it has room if no other name is placed.
    fn is_open(&self, label: &Label, room: &Room) -> bool {
        let inset = room.inset.map(|it| it.rectangle());
        let edge = inset.filter(|_| label.is_inset).map(|it| it.inner(MARGIN_PX));
        let edge = edge.unwrap_or(Rectangle::of_frame(room.frame));
        let keeps_out = inset
            .filter(|_| !label.is_inset)
            .is_none_or(|it| !self.name.meets(&it, MARGIN_PX) && !self.dot.meets(&it, 0.0));
        let is_fixed = |it: &Area| {
            let it = it.rectangle();
            self.name.meets(&it, 0.0) || (self.has_moved(label) && self.dot.meets(&it, 0.0))
        };
        let is_dot_in = !self.has_moved(label) || self.dot.is_within(&edge);
        self.name.is_within(&edge) && is_dot_in && keeps_out && !room.fixed.iter().any(is_fixed)
    }

    fn has_moved(&self, label: &Label) -> bool {
        self.placed.at != label.at
    }
}

/// Where things are while names are placed one by one.
struct Board<'s> {
    labels: &'s [Label],
    /// The spots that each name may take if no other does.
    open: Vec<Vec<Spot>>,
    /// Those that are taken.
    taken: Vec<Option<Spot>>,
}

impl Board<'_> {
    /// The dot of a label: where its name is placed, or where it is kept free for it.
    fn dot(&self, index: usize) -> Option<Rectangle> {
        let taken = self.taken.get(index).copied().flatten().map(|it| it.dot);
        taken.or_else(|| Some(Rectangle::around(self.labels.get(index)?.at, (RIM_PX, RIM_PX))))
    }

    /// Whether a spot of a label meets nothing of any other label.
    fn is_free(&self, index: usize, spot: &Spot) -> bool {
        self.met(index, spot).next().is_none()
    }

    /// The labels whose name or dot a spot of a label meets.
    fn met(&self, index: usize, spot: &Spot) -> impl Iterator<Item = usize> {
        let has_moved =
            |index: usize, spot: &Spot| self.labels.get(index).is_some_and(|it| spot.has_moved(it));
        let is_moved = has_moved(index, spot);
        let others = (0..self.labels.len()).filter(move |it| *it != index);
        others.filter(move |other| {
            let taken = self.taken.get(*other).copied().flatten();
            let meets_name = taken.is_some_and(|it| {
                spot.name.meets(&it.name, MARGIN_PX) || spot.dot.meets(&it.name, 0.0)
            });
            // Where dots have not moved they are as far apart as they can be.
            let is_apart = !is_moved && !taken.is_some_and(|it| has_moved(*other, &it));
            let meets_dot = self.dot(*other).is_some_and(|it| {
                let meets = !is_apart && spot.dot.meets(&it, MARKER_PX - 2.0 * RIM_PX);
                spot.name.meets(&it, 0.0) || meets
            });
            meets_name || meets_dot
        })
    }

    /// Places a name, or moves one before it to another side where that makes room.
    fn place(&mut self, index: usize) {
        let Some(spots) = self.open.get(index) else { return };
        let found = spots.iter().find(|it| self.is_free(index, it)).copied();
        let (spot, moved) = match found {
            Some(spot) => (Some(spot), None),
            None => self.make_room(index).unzip(),
        };
        if let Some((mover, to)) = moved
            && let Some(taken) = self.taken.get_mut(mover)
        {
            *taken = Some(to);
        }
        if let Some(taken) = self.taken.get_mut(index) {
            *taken = spot;
        }
    }

    /// The best spot that can be had by moving the one name that is in its way, which name that is, and to where.
    fn make_room(&mut self, index: usize) -> Option<(Spot, (usize, Spot))> {
        for spot in self.open.get(index)?.clone() {
            let met: Vec<usize> = self.met(index, &spot).take(2).collect();
            let &[mover] = met.as_slice() else { continue };
            if self.taken.get(mover).copied().flatten().is_none() {
                continue;
            }
            let before = self.taken.get_mut(index)?.replace(spot);
            let to = self.open.get(mover)?.iter().find(|it| self.is_free(mover, it)).copied();
            *self.taken.get_mut(index)? = before;
            if let Some(to) = to {
                return Some((spot, (mover, to)));
            }
        }
        None
    }
}

/// Places names, the first first. One that finds no room may move one before it to another side; one for which there is none has
/// its dot alone.
#[must_use]
pub fn place(room: Room, labels: &[Label]) -> Vec<Placed> {
    let is_crossed = |it: &Spot| {
        let Rectangle { left, top, right, bottom } = it.name;
        let at = ((left + right) / 2.0, (top + bottom) / 2.0);
        let name = Area { at, size: (right - left, bottom - top) };
        room.lines.iter().any(|line| tie_labels::crosses(line, &name))
    };
    let open = labels.iter().map(|label| {
        let mut open: Vec<Spot> = candidates(label).filter(|it| it.is_open(label, &room)).collect();
        // Within what it names, a name may be crossed rather than leave.
        open.sort_by_cached_key(|it| {
            (!it.placed.is_inside, label.may_shun_lines() && is_crossed(it))
        });
        open
    });
    let mut board = Board { labels, open: open.collect(), taken: vec![None; labels.len()] };
    (0..labels.len()).for_each(|index| board.place(index));
    let placed = |(label, spot): (&Label, Option<Spot>)| {
        spot.map_or(Placed { at: label.at, ..Placed::default() }, |it| it.placed)
    };
    labels.iter().zip(board.taken).map(placed).collect()
}

/// How often [`spread`] goes over all pairs; a handful of dots is apart long before.
const ROUNDS: usize = 60;

/// Moves dots that are closer than `apart` away from one another, each as far as the other, and returns where they then
/// are. Dots in the same place move sideways, in their order.
#[must_use]
pub fn spread(dots: &[(f64, f64)], apart: f64) -> Vec<(f64, f64)> {
    let mut dots = dots.to_vec();
    for _ in 0..ROUNDS {
        let mut is_spread = true;
        for second in 1..dots.len() {
            let (before, rest) = dots.split_at_mut(second);
            let Some(other) = rest.first_mut() else { continue };
            for one in before {
                is_spread &= !part(one, other, apart);
            }
        }
        if is_spread {
            break;
        }
    }
    dots
}

/// Moves two dots apart, and says whether that was needed.
fn part(one: &mut (f64, f64), other: &mut (f64, f64), apart: f64) -> bool {
    let (x, y) = (other.0 - one.0, other.1 - one.1);
    let distance = distance(*one, *other);
    // A little less counts as apart, or rounding would keep them moving.
    if distance >= apart - 0.01 {
        return false;
    }
    let towards = if distance > 0.0 { (x / distance, y / distance) } else { (1.0, 0.0) };
    let step = (apart - distance) / 2.0;
    *one = (one.0 - towards.0 * step, one.1 - towards.1 * step);
    *other = (other.0 + towards.0 * step, other.1 + towards.1 * step);
    true
}

/// The spots for a name, the best first: with its second line anywhere, then without.
fn candidates(label: &Label) -> impl Iterator<Item = Spot> {
    let at = label.at;
    let around = SIDES.map(|side| Place { at, side, is_inside: false });
    [true, false].into_iter().flat_map(move |is_full| {
        let places = label.places.iter().copied().chain(around);
        places.map(move |it| Spot::new(label, it, is_full))
    })
}

/// The box of a name on a side of its dot, as the style sheet sets it.
fn beside(at: (f64, f64), size: (f64, f64), side: Side) -> Rectangle {
    let (half_width, half_height) = (size.0 / 2.0, size.1 / 2.0);
    let (across, down) = (DOT_PX + GAP_PX + half_width, DOT_PX + RISE_PX + half_height);
    // A name that begins at its dot begins this far on the dot's other side.
    let aside = half_width - OVERHANG_PX;
    let (x, y) = match side {
        Side::Right => (across, 0.0),
        Side::Left => (-across, 0.0),
        Side::Below => (0.0, down),
        Side::Above | Side::Nowhere => (0.0, -down),
        Side::BelowRight => (aside, down),
        Side::BelowLeft => (-aside, down),
        Side::AboveRight => (aside, -down),
        Side::AboveLeft => (-aside, -down),
    };
    let middle = (at.0 + x, at.1 + y);
    Rectangle::around(middle, (half_width, half_height))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FRAME: (f64, f64) = (400.0, 200.0);

    fn label(x: f64, y: f64) -> Label {
        let (full, short) = ((80.0, 30.0), (80.0, 15.0));
        Label { at: (x, y), places: Vec::new(), full, short, is_inset: false }
    }

    fn in_frame(labels: &[Label]) -> Vec<Placed> {
        place(Room { frame: FRAME, ..Room::default() }, labels)
    }

    fn sides(labels: &[Label]) -> Vec<(&'static str, bool)> {
        in_frame(labels).iter().map(|it| (it.side.name(), it.is_full)).collect()
    }

    #[test]
    fn a_name_alone_goes_to_the_right() {
        assert_eq!(sides(&[label(100.0, 100.0)]), [("right", true)]);
    }

    #[test]
    fn a_name_at_the_edge_goes_where_it_is_whole() {
        assert_eq!(sides(&[label(390.0, 100.0)]), [("left", true)]);
        assert_eq!(sides(&[label(390.0, 10.0)]), [("below-left", true)]);
        assert_eq!(sides(&[label(390.0, 190.0)]), [("above-left", true)]);
    }

    #[test]
    fn the_first_has_the_choice() {
        assert_eq!(
            sides(&[label(100.0, 100.0), label(120.0, 100.0)]),
            [("left", true), ("right", true)]
        );
        let crowd = [label(100.0, 100.0), label(120.0, 100.0), label(110.0, 112.0)];
        assert_eq!(sides(&crowd)[2], ("below-right", true));
    }

    /// Right of the second dot is no room, and left of it where the first name would like to be.
    #[test]
    fn a_name_makes_room_for_another() {
        let labels = [label(100.0, 20.0), label(200.0, 20.0)];
        let fixed = [Area { at: (250.0, 20.0), size: (60.0, 20.0) }];
        let sides = |labels: &[Label]| {
            let room = Room { frame: (400.0, 40.0), fixed: &fixed, ..Room::default() };
            place(room, labels).iter().map(|it| it.side).collect::<Vec<_>>()
        };
        assert_eq!(sides(&labels[..1]), [Side::Right]);
        assert_eq!(sides(&labels), [Side::Left, Side::Left]);
    }

    #[test]
    fn a_name_outside_has_no_place() {
        assert_eq!(sides(&[label(-50.0, 100.0), label(450.0, 100.0)]), [("nowhere", false); 2]);
    }

    #[test]
    fn a_dot_moves_to_a_better_place_if_that_is_free() {
        let better = Place { at: (150.0, 50.0), side: Side::Right, is_inside: true };
        let moving = Label { places: vec![better], ..label(100.0, 100.0) };
        assert_eq!(in_frame(std::slice::from_ref(&moving))[0].at, better.at);
        let placed = in_frame(&[moving, label(152.0, 52.0)]);
        assert_eq!((placed[0].at, placed[0].is_inside), ((100.0, 100.0), false));
    }

    #[test]
    fn names_keep_to_their_side_of_the_inset() {
        let inset = Area { at: (200.0, 100.0), size: (140.0, 80.0) };
        let room = Room { frame: FRAME, inset: Some(inset), ..Room::default() };
        let labels = [
            Label { is_inset: true, ..label(150.0, 100.0) },
            label(110.0, 100.0),
            Label { is_inset: true, ..label(260.0, 130.0) },
        ];
        let placed = place(room, &labels);
        let names: Vec<Option<Area>> =
            placed.iter().zip(&labels).map(|(it, label)| it.name(label)).collect();
        assert!(names[0].is_some_and(|it| it.rectangle().is_within(&inset.rectangle())));
        assert!(names[1].is_some_and(|it| !it.meets(&inset, 0.0)));
    }

    #[test]
    fn dots_that_are_close_move_apart() {
        assert_eq!(spread(&[(0.0, 0.0), (10.0, 0.0)], 24.0), [(-7.0, 0.0), (17.0, 0.0)]);
        assert_eq!(spread(&[(5.0, 5.0), (5.0, 5.0)], 24.0), [(-7.0, 5.0), (17.0, 5.0)]);
        assert_eq!(spread(&[(0.0, 0.0), (0.0, 24.0)], 24.0), [(0.0, 0.0), (0.0, 24.0)]);
        assert_eq!(spread(&[], 24.0), []);
    }

    proptest! {
        #[test]
        fn spread_dots_are_apart(places in prop::collection::vec((0.0..60.0_f64, 0.0..60.0_f64), 0..8)) {
            let dots = spread(&places, 24.0);
            for (index, one) in dots.iter().enumerate() {
                for other in dots.iter().skip(index + 1) {
                    prop_assert!((one.0 - other.0).hypot(one.1 - other.1) > 23.0);
                }
            }
        }

        /// Whatever is asked for: names are in the frame, meet no other, and lie on no dot.
        #[test]
        fn names_never_meet(
            places in prop::collection::vec((0.0..400.0_f64, 0.0..200.0_f64), 0..30),
            apart in prop::collection::vec((-60.0..60.0_f64, -60.0..60.0_f64, any::<bool>()), 40),
        ) {
            let moved = |((x, y), (right, down, is_inset)): (&(f64, f64), &(f64, f64, bool))| {
                let place = Place { at: (x + right, y + down), side: Side::Right, is_inside: true };
                Label { places: vec![place], is_inset: *is_inset, ..label(*x, *y) }
            };
            let labels: Vec<Label> = places.iter().zip(&apart).map(moved).collect();
            let inset = Area { at: (300.0, 100.0), size: (150.0, 120.0) };
            let placed = place(Room { frame: FRAME, inset: Some(inset), ..Room::default() }, &labels);
            let named: Vec<(usize, Area)> = placed.iter().zip(&labels).enumerate()
                .filter_map(|(index, (it, label))| Some((index, it.name(label)?)))
                .collect();
            for (index, name) in &named {
                prop_assert!(name.is_within(FRAME));
                prop_assert!(labels[*index].is_inset == name.meets(&inset, 0.0));
                for (other, at) in placed.iter().enumerate().filter(|it| it.0 != *index) {
                    prop_assert!(!name.meets(&at.dot(), -0.01), "{} on the dot of {}", index, other);
                }
                prop_assert!(named.iter().all(|(other, it)| other == index || !name.meets(it, 0.0)));
            }
        }
    }
}
