//! Spatial navigation: which country is next in the direction of an arrow key.

use model::Point;

/// A direction on the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Up.
    North,
    /// To the right.
    East,
    /// Down.
    South,
    /// To the left.
    West,
}

impl Direction {
    /// The direction of an arrow key, by the name that browsers give it.
    #[must_use]
    pub fn of_key(key: &str) -> Option<Self> {
        match key {
            "ArrowUp" => Some(Self::North),
            "ArrowRight" => Some(Self::East),
            "ArrowDown" => Some(Self::South),
            "ArrowLeft" => Some(Self::West),
            _ => None,
        }
    }

    /// One step to the right and one down.
    #[must_use]
    pub fn step(self) -> (f64, f64) {
        match self {
            Self::North => (0.0, -1.0),
            Self::East => (1.0, 0.0),
            Self::South => (0.0, 1.0),
            Self::West => (-1.0, 0.0),
        }
    }
}

/// The point that is next in a direction: of those ahead, the one that costs least, where a way aside counts double.
#[must_use]
pub fn next(places: &[Point], from: usize, direction: Direction) -> Option<usize> {
    let start = places.get(from)?;
    let (right, down) = direction.step();
    let cost = |place: &Point| {
        let (x, y) = (f64::from(place.x - start.x), f64::from(place.y - start.y));
        let (ahead, aside) = (x * right + y * down, (x * down).abs() + (y * right).abs());
        (ahead > 0.0 && aside <= 4.0 * ahead).then_some(ahead + 2.0 * aside)
    };
    let others = places.iter().enumerate().filter(|(index, _)| *index != from);
    let costs = others.filter_map(|(index, place)| Some((index, cost(place)?)));
    costs.min_by(|one, other| one.1.total_cmp(&other.1)).map(|(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Capitals of the briefing's countries, about where they are on the sheet.
    const PLACES: [Point; 8] = [
        Point { x: 4779, y: 3542 },
        Point { x: 1539, y: 606 },
        Point { x: 7964, y: 978 },
        Point { x: 4550, y: 1080 },
        Point { x: 4248, y: 1020 },
        Point { x: 7860, y: 779 },
        Point { x: 5381, y: 3731 },
        Point { x: 4005, y: 947 },
    ];
    const AUS: usize = 0;
    const GBR: usize = 1;
    const USA: usize = 2;
    const JPN: usize = 3;
    const KOR: usize = 4;
    const CAN: usize = 5;
    const NZL: usize = 6;
    const CHN: usize = 7;

    #[track_caller]
    fn check(from: usize, direction: Direction, expected: Option<usize>) {
        assert_eq!(next(&PLACES, from, direction), expected);
    }

    #[test]
    fn walks_to_the_nearest_ahead() {
        check(KOR, Direction::East, Some(JPN));
        check(KOR, Direction::West, Some(CHN));
        check(JPN, Direction::South, Some(AUS));
        check(AUS, Direction::East, Some(NZL));
        check(AUS, Direction::North, Some(JPN));
        check(CHN, Direction::West, Some(GBR));
        check(JPN, Direction::East, Some(USA));
        check(CAN, Direction::South, Some(USA));
        check(USA, Direction::North, Some(CAN));
    }

    #[test]
    fn stays_at_the_edge() {
        check(GBR, Direction::West, None);
        check(GBR, Direction::North, None);
        check(NZL, Direction::South, None);
        assert_eq!(next(&[], 0, Direction::East), None);
    }

    #[test]
    fn every_country_can_be_reached() {
        let mut reached = vec![KOR];
        let all = [Direction::North, Direction::East, Direction::South, Direction::West];
        let mut at = 0;
        while let Some(from) = reached.get(at).copied() {
            reached.extend(
                all.iter()
                    .filter_map(|it| next(&PLACES, from, *it))
                    .filter(|it| !reached.contains(it))
                    .collect::<Vec<_>>(),
            );
            at += 1;
        }
        reached.sort_unstable();
        reached.dedup();
        assert_eq!(reached, [AUS, GBR, USA, JPN, KOR, CAN, NZL, CHN]);
    }
}
