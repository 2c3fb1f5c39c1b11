//! Label placement: where the names on the map go. Beside their dot where there is room, without the second line where there is little, and
//! nowhere where there is none. Lengths in px from the top left of the frame.

use crate::viewport::distance;

/// The room between a dot and a name beside it.
const GAP_PX: f64 = 2.0;
/// The room between a dot and a name above or below it, which also has to clear the dots of neighbours.
const RISE_PX: f64 = 6.0;
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
const SIDES: [Side; 8] = [
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
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// The middle of its dot.
    pub at: (f64, f64),
    /// Its size with its second line.
    pub full: (f64, f64),
    /// Its size without.
    pub short: (f64, f64),
}

/// A box that is taken, or asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
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
}

/// Where a name goes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Placed {
    /// The side.
    pub side: Side,
    /// Whether the second line has room too.
    pub is_full: bool,
}

#[derive(Clone, Copy)]
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

    fn meets(&self, other: &Self, margin: f64) -> bool {
        self.left < other.right + margin
            && other.left < self.right + margin
            && self.top < other.bottom + margin
            && other.top < self.bottom + margin
    }
}

/// A place for a name, and the box that it takes there.
type Spot = (Placed, Rectangle);

/// Places names in a frame, the first first. One that finds no room may move one before it to another side. `fixed` are boxes
/// that are in the way.
#[must_use]
pub fn place(frame: (f64, f64), labels: &[Label], fixed: &[Area]) -> Vec<Placed> {
    let dots: Vec<Rectangle> =
        labels.iter().map(|it| Rectangle::around(it.at, (RIM_PX, RIM_PX))).collect();
    let fixed: Vec<Rectangle> = fixed.iter().map(Area::rectangle).collect();
    // The spots that each name may take if no other name does.
    let mut open: Vec<Vec<Spot>> = Vec::with_capacity(labels.len());
    let mut taken: Vec<Option<Spot>> = Vec::with_capacity(labels.len());
    for (index, label) in labels.iter().enumerate() {
        let is_open = |(_, it): &Spot| {
            let hits_dot =
                dots.iter().enumerate().any(|(other, dot)| other != index && it.meets(dot, 0.0));
            is_within(it, frame)
                && !hits_dot
                && !fixed.iter().any(|other| it.meets(other, MARGIN_PX))
        };
        let spots: Vec<Spot> = candidates(label).filter(is_open).collect();
        let found = spots.iter().find(|it| is_free(it, &taken, None)).copied();
        let spot = found.or_else(|| make_room(&spots, &open, &mut taken));
        taken.push(spot);
        open.push(spots);
    }
    taken.into_iter().map(|it| it.map(|(placed, _)| placed).unwrap_or_default()).collect()
}

/// Whether a spot meets none that is taken, but for that of one name.
fn is_free(spot: &Spot, taken: &[Option<Spot>], but: Option<usize>) -> bool {
    taken.iter().enumerate().all(|(index, it)| Some(index) == but || !meets(spot, it))
}

fn meets(spot: &Spot, taken: &Option<Spot>) -> bool {
    taken.is_some_and(|it| spot.1.meets(&it.1, MARGIN_PX))
}

/// Frees the best spot that can be had by moving one name, and returns it.
fn make_room(spots: &[Spot], open: &[Vec<Spot>], taken: &mut [Option<Spot>]) -> Option<Spot> {
    let (spot, mover, to) = spots.iter().find_map(|spot| {
        let mover = taken.iter().position(|it| meets(spot, it))?;
        if !is_free(spot, taken, Some(mover)) {
            return None;
        }
        let is_for_mover =
            |to: &&Spot| !to.1.meets(&spot.1, MARGIN_PX) && is_free(to, taken, Some(mover));
        Some((*spot, mover, *open.get(mover)?.iter().find(is_for_mover)?))
    })?;
    *taken.get_mut(mover)? = Some(to);
    Some(spot)
}

/// Whether a box is within a frame and meets none of those that are taken.
#[must_use]
pub fn has_room(frame: (f64, f64), wanted: Area, taken: &[Area]) -> bool {
    let wanted = wanted.rectangle();
    is_within(&wanted, frame)
        && !taken.iter().any(|other| wanted.meets(&other.rectangle(), MARGIN_PX))
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

/// The places for a name, the best first: with its second line on any side, then without.
fn candidates(label: &Label) -> impl Iterator<Item = (Placed, Rectangle)> + use<> {
    let label = *label;
    [true, false].into_iter().flat_map(move |is_full| {
        let size = if is_full { label.full } else { label.short };
        SIDES.map(|side| (Placed { side, is_full }, beside(label.at, size, side)))
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

fn is_within(it: &Rectangle, frame: (f64, f64)) -> bool {
    it.left >= 0.0 && it.top >= 0.0 && it.right <= frame.0 && it.bottom <= frame.1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FRAME: (f64, f64) = (400.0, 200.0);

    fn label(x: f64, y: f64) -> Label {
        Label { at: (x, y), full: (80.0, 30.0), short: (80.0, 15.0) }
    }

    fn sides(labels: &[Label]) -> Vec<(&'static str, bool)> {
        place(FRAME, labels, &[]).iter().map(|it| (it.side.name(), it.is_full)).collect()
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
            let placed = place((400.0, 40.0), labels, &fixed);
            placed.iter().map(|it| it.side).collect::<Vec<_>>()
        };
        assert_eq!(sides(&labels[..1]), [Side::Right]);
        assert_eq!(sides(&labels), [Side::Left, Side::Left]);
    }

    #[test]
    fn a_name_outside_has_no_place() {
        assert_eq!(sides(&[label(-50.0, 100.0), label(450.0, 100.0)]), [("nowhere", false); 2]);
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

        #[test]
        fn names_never_meet(places in prop::collection::vec((0.0..400.0_f64, 0.0..200.0_f64), 0..20)) {
            let labels: Vec<Label> = places.iter().map(|(x, y)| label(*x, *y)).collect();
            let placed = place(FRAME, &labels, &[]);
            let boxes: Vec<Rectangle> = placed.iter().zip(&labels)
                .filter(|(it, _)| it.side != Side::Nowhere)
                .map(|(it, label)| beside(label.at, if it.is_full { label.full } else { label.short }, it.side))
                .collect();
            for (index, one) in boxes.iter().enumerate() {
                prop_assert!(is_within(one, FRAME));
                prop_assert!(boxes.iter().skip(index + 1).all(|other| !one.meets(other, 0.0)));
            }
        }
    }
}
