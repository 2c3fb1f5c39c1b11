//! The names of ties: along their line where that is not too steep, else beside it; and where a line leaves the frame.
//! Lengths in px from the top left of the frame.

use crate::label_placement::Area;
use crate::viewport::distance;

/// A place in the frame.
pub type Px = (f64, f64);

/// How far apart the points are at which a name is tried.
const STEP_PX: f64 = 8.0;
/// A name along a line that bends farther than this off it would not be read as its name.
const BEND_PX: f64 = 14.0;
/// Between a name and its line.
const GAP_PX: f64 = 2.0;
/// The same of a level name beside a steep line.
const BESIDE_PX: f64 = 8.0;
/// Down over across of the steepest line along which a name is written: 50°.
const STEEPEST: f64 = 1.19;
/// The margin that a name keeps from all else.
const MARGIN_PX: f64 = 3.0;
/// The margin that a name keeps from other lines, so that it is seen whose it is: more than from its own.
const APART_PX: f64 = 7.0;
/// The same of a level name beside a steep line.
const BESIDE_APART_PX: f64 = 13.0;
/// How far off its line a number may stand, in halves of its side.
const MOST_AWAY: u32 = 12;
/// How far a note at the edge is moved along it at a time, and how often.
const SHIFT_PX: f64 = 6.0;
const SHIFTS: u32 = 14;

/// Where the name of a tie is written, and in which direction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Along {
    /// Its middle.
    pub at: Px,
    /// The direction in which it is written, of length 1: to the right, and down.
    pub direction: Px,
}

/// Where a number stands that leads to the name of a tie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its middle.
    pub at: Px,
    /// The place on its line, if it stands beside it.
    pub of: Option<Px>,
}

/// An edge of the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edge {
    /// The left edge.
    Left,
    /// The right edge.
    Right,
    /// The upper edge.
    Top,
    /// The lower edge.
    Bottom,
}

impl Edge {
    /// Every edge.
    pub const ALL: [Self; 4] = [Self::Left, Self::Right, Self::Top, Self::Bottom];

    /// Its name in `data-side`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Top => "top",
            Self::Bottom => "bottom",
        }
    }
}

/// Where a line leaves the frame, on the way to one of its two ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Exit {
    /// To its end, and not to its beginning.
    pub is_to_end: bool,
    /// The edge.
    pub edge: Edge,
    /// Where.
    pub at: Px,
}

/// What a name is written on, and beside.
#[derive(Clone, Copy, Debug)]
pub struct Surroundings<'s> {
    /// The size of the frame.
    pub frame: Px,
    /// What is taken.
    pub taken: &'s [Area],
    /// Other lines.
    pub others: &'s [&'s [Vec<Px>]],
    /// Whether a name may stand near others, as it is theirs, too.
    pub is_shared: bool,
}

impl Surroundings<'_> {
    fn are_clear_of(&self, it: &Along, size: Px, apart: f64) -> bool {
        let apart = if self.is_shared { 0.0 } else { apart };
        boxes(it, size).iter().all(|it| self.is_free(it) && !self.is_near_others(it, apart))
    }

    fn is_free(&self, it: &Area) -> bool {
        it.is_within(self.frame) && !self.taken.iter().any(|other| it.meets(other, MARGIN_PX))
    }

    fn is_near_others(&self, it: &Area, apart: f64) -> bool {
        let around = Area { size: (it.size.0 + 2.0 * apart, it.size.1 + 2.0 * apart), at: it.at };
        self.others.iter().any(|line| crosses(line, &around))
    }

    /// Where a number stands that leads to the name of a line: on it, rather where no other line is near; else as near as may be.
    #[must_use]
    pub fn number(&self, line: &[Vec<Px>], side: f64) -> Option<Number> {
        let run = longest_run(self.frame, line)?;
        let area = |at: Px| Area { at, size: (side, side) };
        let on_line = from_middle(&run).filter_map(|it| run.get(it)).map(|it| area(*it));
        let free: Vec<Area> = on_line.filter(|it| self.is_free(it)).collect();
        let is_apart = |apart: f64| free.iter().find(|it| !self.is_near_others(it, apart));
        if let Some(it) = is_apart(APART_PX).or_else(|| is_apart(0.0)).or(free.first()) {
            return Some(Number { at: it.at, of: None });
        }
        let around = || around(&run, side).filter(|it| self.is_free(&area(it.at)));
        around().find(|it| !self.is_near_others(&area(it.at), 0.0)).or_else(|| around().next())
    }

    /// Where along a line its name has room, as near its middle as may be.
    #[must_use]
    pub fn along(&self, line: &[Vec<Px>], size: Px) -> Option<Along> {
        let run = longest_run(self.frame, line)?;
        let reach = (size.0 / 2.0 / STEP_PX).ceil() as usize;
        let tried = from_middle(&run).flat_map(|at| written(&run, at, reach, size.1));
        tried.into_iter().find(|it| self.are_clear_of(it, size, APART_PX))
    }

    /// Where beside a line, level, its name has room.
    #[must_use]
    pub fn beside(&self, line: &[Vec<Px>], size: Px) -> Option<Along> {
        let run = longest_run(self.frame, line)?;
        let is_own = |it: &Along| boxes(it, size).iter().any(|it| crosses(line, it));
        let tried = from_middle(&run).filter_map(|at| run.get(at)).flat_map(|at| beside(*at, size));
        tried.into_iter().find(|it| !is_own(it) && self.are_clear_of(it, size, BESIDE_APART_PX))
    }
}

/// Places for a number around a line, the nearest first.
fn around(run: &[Px], side: f64) -> impl Iterator<Item = Number> {
    let directions = [
        (0.0, -1.0),
        (1.0, 0.0),
        (0.0, 1.0),
        (-1.0, 0.0),
        (0.7, -0.7),
        (0.7, 0.7),
        (-0.7, -0.7),
        (-0.7, 0.7),
    ];
    let last = run.len().saturating_sub(1);
    let starts = [2, 1, 3, 0, 4].map(|it| run.get(last * it / 4).copied().unwrap_or_default());
    (2..=MOST_AWAY).flat_map(move |halves| {
        let away = f64::from(halves) * side / 2.0;
        let to = move |of: Px, (right, down): Px| Number {
            at: (of.0 + right * away, of.1 + down * away),
            of: Some(of),
        };
        starts.into_iter().flat_map(move |of| directions.into_iter().map(move |it| to(of, it)))
    })
}

/// How long the longest stretch of a line in a frame is, in steps.
#[must_use]
pub fn length_in(frame: Px, line: &[Vec<Px>]) -> usize {
    longest_run(frame, line).map_or(0, |it| it.len())
}

/// The places of points, those in the middle first.
fn from_middle(run: &[Px]) -> impl Iterator<Item = usize> + use<> {
    let middle = run.len() / 2;
    let mut order: Vec<usize> = (0..run.len()).collect();
    order.sort_by_key(|it| it.abs_diff(middle));
    order.into_iter()
}

/// Above and below a line at one of its points, where it is straight and level enough.
fn written(run: &[Px], at: usize, reach: usize, height: f64) -> Vec<Along> {
    let ends = at.checked_sub(reach).and_then(|from| run.get(from..=at + reach));
    let Some(part @ [from, .., to]) = ends else { return Vec::new() };
    let (from, to) = if from.0 <= to.0 { (from, to) } else { (to, from) };
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    let length = distance(*from, *to);
    if down.abs() > across * STEEPEST || length < 1.0 {
        return Vec::new();
    }
    let direction @ (cos, sin) = (across / length, down / length);
    // How far each point is off the chord, upwards.
    let rises = part.iter().map(|it| (it.0 - from.0) * sin - (it.1 - from.1) * cos);
    let (least, most) = rises.fold((0.0_f64, 0.0_f64), |it, rise| (it.0.min(rise), it.1.max(rise)));
    if most - least > BEND_PX {
        return Vec::new();
    }
    let middle = ((from.0 + to.0) / 2.0, (from.1 + to.1) / 2.0);
    let off = |rise: f64| Along { at: (middle.0 + sin * rise, middle.1 - cos * rise), direction };
    vec![off(most + GAP_PX + height / 2.0), off(least - GAP_PX - height / 2.0)]
}

/// Level, to the right and to the left of a point.
fn beside(at: Px, size: Px) -> [Along; 2] {
    let away = size.0 / 2.0 + BESIDE_PX;
    [away, -away].map(|away| Along { at: (at.0 + away, at.1), direction: (1.0, 0.0) })
}

/// Boxes that cover a name however it is turned.
#[must_use]
pub fn boxes(it: &Along, size: Px) -> Vec<Area> {
    let count = (size.0 / size.1.max(1.0)).ceil().max(1.0) as u32;
    let (cos, sin) = it.direction;
    let count = if sin == 0.0 { 1 } else { count };
    let part = size.0 / f64::from(count);
    let extent = |one: f64, other: f64| part * one.abs() + size.1 * other.abs();
    let box_at = |index: u32| {
        let along = (f64::from(index) + 0.5) * part - size.0 / 2.0;
        let at = (it.at.0 + cos * along, it.at.1 + sin * along);
        Area { at, size: (extent(cos, sin), extent(sin, cos)) }
    };
    (0..count).map(box_at).collect()
}

/// Where a note at an edge has room, as near as may be to where a line leaves the frame, and on no line if that can be; none if
/// there is no room.
#[must_use]
pub fn at_edge(
    frame: Px,
    exit: &Exit,
    size: Px,
    taken: &[Area],
    lines: &[Vec<Vec<Px>>],
) -> Option<Area> {
    let (half, gap) = ((size.0 / 2.0, size.1 / 2.0), GAP_PX);
    let within = |value: f64, half: f64, whole: f64| value.min(whole - half - gap).max(half + gap);
    let is_level = matches!(exit.edge, Edge::Left | Edge::Right);
    // Rather above or to the left than below or to the right.
    let shifts = (0..SHIFTS).flat_map(|it| [-f64::from(it), f64::from(it)]).map(|it| it * SHIFT_PX);
    let place = |shift: f64| {
        let (right, down) = if is_level { (0.0, shift) } else { (shift, 0.0) };
        let (x, y) = (exit.at.0 + right, exit.at.1 + down);
        Area { at: (within(x, half.0, frame.0), within(y, half.1, frame.1)), size }
    };
    let has_room =
        |it: &Area| it.is_within(frame) && !taken.iter().any(|other| it.meets(other, MARGIN_PX));
    let free: Vec<Area> = shifts.map(place).filter(has_room).collect();
    let clear = free.iter().find(|it| !lines.iter().any(|line| crosses(line, it)));
    clear.or(free.first()).copied()
}

/// Where a line leaves the frame. A line that is cut where the map ends leaves it there.
#[must_use]
pub fn exits(frame: Px, line: &[Vec<Px>]) -> Vec<Exit> {
    let mut exits = Vec::new();
    let is_in = |it: &Px| is_in(frame, *it);
    for (index, part) in line.iter().enumerate() {
        for pair in part.windows(2) {
            let [from, to] = pair else { continue };
            if is_in(from) != is_in(to) {
                let (inner, outer) = if is_in(from) { (from, to) } else { (to, from) };
                let (at, edge) = crossing(frame, *inner, *outer);
                exits.push(Exit { is_to_end: is_in(from), edge, at });
            }
        }
        let cut = |at: Option<&Px>, is_to_end: bool| {
            let at = *at.filter(|it| is_in(it))?;
            let edge = if at.0 < frame.0 / 2.0 { Edge::Left } else { Edge::Right };
            Some(Exit { is_to_end, edge, at })
        };
        if index > 0 {
            exits.extend(cut(part.first(), false));
        }
        if index + 1 < line.len() {
            exits.extend(cut(part.last(), true));
        }
    }
    exits
}

/// Whether a point is in a frame.
#[must_use]
pub fn is_in(frame: Px, (x, y): Px) -> bool {
    (0.0..=frame.0).contains(&x) && (0.0..=frame.1).contains(&y)
}

/// Where the segment from a point in the frame to one outside leaves it.
fn crossing(frame: Px, from: Px, to: Px) -> (Px, Edge) {
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    let share = |at: f64, from: f64, by: f64| if by == 0.0 { 1.0 } else { (at - from) / by };
    let edges = [
        (Edge::Left, to.0 < 0.0, share(0.0, from.0, across)),
        (Edge::Right, to.0 > frame.0, share(frame.0, from.0, across)),
        (Edge::Top, to.1 < 0.0, share(0.0, from.1, down)),
        (Edge::Bottom, to.1 > frame.1, share(frame.1, from.1, down)),
    ];
    let passed = edges.into_iter().filter(|it| it.1).map(|it| (it.0, it.2));
    let first = passed.reduce(|one, other| if other.1 < one.1 { other } else { one });
    let (edge, share) = first.unwrap_or((Edge::Right, 1.0));
    ((from.0 + across * share, from.1 + down * share), edge)
}

/// The longest stretch of a line within the frame, as points that are a step apart.
fn longest_run(frame: Px, line: &[Vec<Px>]) -> Option<Vec<Px>> {
    let mut best: Vec<Px> = Vec::new();
    for part in line {
        let mut run = Vec::new();
        for at in steps(part) {
            if is_in(frame, at) {
                run.push(at);
            } else if run.len() > best.len() {
                best = std::mem::take(&mut run);
            } else {
                run.clear();
            }
        }
        if run.len() > best.len() {
            best = run;
        }
    }
    (!best.is_empty()).then_some(best)
}

/// Points of a line that are a step apart.
fn steps(part: &[Px]) -> Vec<Px> {
    let mut points: Vec<Px> = Vec::new();
    let mut left = 0.0;
    for pair in part.windows(2) {
        let [from, to] = pair else { continue };
        let length = distance(*from, *to);
        while left <= length && length > 0.0 {
            let share = left / length;
            points.push((from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share));
            left += STEP_PX;
        }
        left -= length;
    }
    points
}

/// Whether a line enters a box.
pub(crate) fn crosses(line: &[Vec<Px>], it: &Area) -> bool {
    let enters = |pair: &[Px]| matches!(pair, [from, to] if enters(*from, *to, it));
    line.iter().any(|part| part.windows(2).any(enters))
}

/// Whether a segment has a point in a box.
fn enters(from: Px, to: Px, it: &Area) -> bool {
    let half = (it.size.0 / 2.0, it.size.1 / 2.0);
    let (from, to) = ((from.0 - it.at.0, from.1 - it.at.1), (to.0 - it.at.0, to.1 - it.at.1));
    let is_beside =
        |one: f64, other: f64, half: f64| one.min(other) > half || one.max(other) < -half;
    if is_beside(from.0, to.0, half.0) || is_beside(from.1, to.1, half.1) {
        return false;
    }
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    (from.1 * x - from.0 * y).abs() <= half.0 * y.abs() + half.1 * x.abs()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const FRAME: Px = (400.0, 200.0);
    const SIZE: Px = (80.0, 18.0);

    fn placed(line: &[Px], taken: &[Area]) -> Option<Along> {
        let (line, around) =
            ([line.to_vec()], Surroundings { frame: FRAME, taken, others: &[], is_shared: false });
        around.along(&line, SIZE).or_else(|| around.beside(&line, SIZE))
    }

    #[test]
    fn a_name_stands_on_its_line() {
        let level = placed(&[(20.0, 100.0), (380.0, 100.0)], &[]).unwrap();
        assert_eq!((level.at.1, level.direction), (100.0 - 2.0 - 9.0, (1.0, 0.0)));
        assert!((level.at.0 - 200.0).abs() < 10.0);
        let rising = placed(&[(300.0, 20.0), (100.0, 180.0)], &[]).unwrap();
        assert!(rising.direction.0 > 0.7 && rising.direction.1 < -0.6, "{rising:?}");
    }

    #[test]
    fn beside_a_steep_line_it_is_level() {
        let steep = placed(&[(200.0, 10.0), (210.0, 190.0)], &[]).unwrap();
        assert_eq!(steep.direction, (1.0, 0.0));
        assert!(steep.at.0 > 240.0);
        let taken = Area { at: (300.0, 100.0), size: (190.0, 200.0) };
        assert!(placed(&[(200.0, 10.0), (210.0, 190.0)], &[taken]).unwrap().at.0 < 160.0);
    }

    #[test]
    fn a_name_keeps_clear_of_other_lines() {
        let line = vec![(20.0, 100.0), (380.0, 100.0)];
        let other = vec![(200.0, 0.0), (200.0, 200.0)];
        let around =
            Surroundings { frame: FRAME, taken: &[], others: &[&[other]], is_shared: false };
        let it = around.along(&[line], SIZE).unwrap();
        assert!((it.at.0 - 200.0).abs() > 40.0, "{it:?}");
    }

    #[test]
    fn without_room_there_is_no_name() {
        assert_eq!(
            placed(&[(20.0, 100.0), (60.0, 100.0)], &[Area { at: (200.0, 100.0), size: FRAME }]),
            None
        );
        assert_eq!(placed(&[(500.0, 100.0), (600.0, 100.0)], &[]), None);
        assert_eq!(placed(&[], &[]), None);
    }

    #[test]
    fn a_line_leaves_at_an_edge_towards_an_end() {
        let out = exits(FRAME, &[vec![(200.0, 100.0), (600.0, 100.0)]]);
        assert_eq!(out, [Exit { is_to_end: true, edge: Edge::Right, at: (400.0, 100.0) }]);
        let through = exits(FRAME, &[vec![(200.0, -100.0), (200.0, 100.0), (200.0, 300.0)]]);
        let edges: Vec<_> = through.iter().map(|it| (it.edge, it.is_to_end)).collect();
        assert_eq!(edges, [(Edge::Top, false), (Edge::Bottom, true)]);
        // Cut where the map ends, within the frame.
        let cut =
            exits(FRAME, &[vec![(50.0, 50.0), (10.0, 50.0)], vec![(390.0, 50.0), (300.0, 60.0)]]);
        let edges: Vec<_> = cut.iter().map(|it| (it.edge, it.is_to_end)).collect();
        assert_eq!(edges, [(Edge::Left, true), (Edge::Right, false)]);
    }

    #[test]
    fn a_note_stays_at_its_edge() {
        let exit = Exit { is_to_end: true, edge: Edge::Right, at: (400.0, 100.0) };
        let it = at_edge(FRAME, &exit, SIZE, &[], &[]).unwrap();
        assert_eq!(it.at, (358.0, 100.0));
        let moved = at_edge(FRAME, &exit, SIZE, &[it], &[]).unwrap();
        assert_eq!((moved.at.0, moved.meets(&it, 0.0)), (358.0, false));
        assert_eq!(
            at_edge(FRAME, &exit, SIZE, &[Area { at: (200.0, 100.0), size: FRAME }], &[]),
            None
        );
    }

    proptest! {
        #[test]
        fn names_of_ties_meet_nothing(
            line in prop::collection::vec((-100.0..500.0_f64, -100.0..300.0_f64), 2..6),
            other in prop::collection::vec((-100.0..500.0_f64, -100.0..300.0_f64), 2..6),
            taken in prop::collection::vec((0.0..400.0_f64, 0.0..200.0_f64), 0..8),
        ) {
            let taken: Vec<Area> = taken.iter().map(|at| Area { at: *at, size: (60.0, 20.0) }).collect();
            let others = [std::slice::from_ref(&other)];
            let around = Surroundings { frame: FRAME, taken: &taken, others: &others, is_shared: false };
            let line = [line];
            for it in [around.along(&line, SIZE), around.beside(&line, SIZE)].into_iter().flatten() {
                for it in boxes(&it, SIZE) {
                    prop_assert!(it.is_within(FRAME));
                    prop_assert!(!taken.iter().any(|other| it.meets(other, 0.0)));
                    prop_assert!(!crosses(std::slice::from_ref(&other), &it));
                }
            }
        }
    }
}
