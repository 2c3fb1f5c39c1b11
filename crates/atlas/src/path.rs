//! Writes points as SVG path data: one absolute move, then relative ones, with no space that can be spared.

use std::fmt::Write as _;

use model::Point;

/// The content of a `d` attribute.
#[derive(Debug, Default)]
pub(crate) struct PathData {
    text: String,
    /// Where the pen is.
    pen: Option<Point>,
}

impl PathData {
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Adds open lines, in an order in which the pen moves little between them, and each from its nearer end; one that begins
    /// where the last has ended goes on from there.
    pub(crate) fn lines(&mut self, mut lines: Vec<Vec<Point>>) {
        let distance =
            |pen, end: Option<&Point>| end.map_or(i32::MAX, |it| manhattan_distance(pen, *it));
        while let Some(at) =
            self.nearest(&lines, |pen, it| distance(pen, it.first()).min(distance(pen, it.last())))
        {
            let mut line = lines.swap_remove(at);
            let pen = self.pen.unwrap_or_default();
            if distance(pen, line.last()) < distance(pen, line.first()) {
                line.reverse();
            }
            if self.pen == line.first().copied() {
                self.steps(line.get(1..).unwrap_or_default());
            } else {
                self.line(&line);
            }
        }
    }

    /// Adds closed lines, in an order in which the pen moves little between them.
    pub(crate) fn rings(&mut self, mut rings: Vec<Vec<Point>>) {
        while let Some(at) = self.nearest(&rings, |pen, it| {
            it.first().map_or(i32::MAX, |it| manhattan_distance(pen, *it))
        }) {
            self.ring(&rings.swap_remove(at));
        }
    }

    /// The line that is nearest to the pen.
    fn nearest(
        &self,
        lines: &[Vec<Point>],
        distance: impl Fn(Point, &[Point]) -> i32,
    ) -> Option<usize> {
        let pen = self.pen.unwrap_or_default();
        let lines = lines.iter().enumerate();
        lines.min_by_key(|(_, it)| distance(pen, it)).map(|(at, _)| at)
    }

    /// Adds an open line.
    pub(crate) fn line(&mut self, points: &[Point]) {
        let Some((first, rest)) = points.split_first() else { return };
        self.to('m', *first);
        self.steps(rest);
    }

    fn steps(&mut self, points: &[Point]) {
        let mut lead = 'l';
        for it in points {
            self.to(lead, *it);
            lead = ' ';
        }
    }

    /// Adds a closed line.
    fn ring(&mut self, points: &[Point]) {
        let Some(first) = points.first() else { return };
        self.line(points);
        self.text.push('z');
        self.pen = Some(*first);
    }

    /// Moves the pen; to its first place absolutely.
    fn to(&mut self, lead: char, it: Point) {
        match self.pen {
            Some(from) => self.pair(lead, Point { x: it.x - from.x, y: it.y - from.y }),
            None => self.pair('M', it),
        }
        self.pen = Some(it);
    }

    /// Two numbers after a letter or a space; a minus sign spares the space.
    fn pair(&mut self, lead: char, Point { x, y }: Point) {
        if lead != ' ' || x >= 0 {
            self.text.push(lead);
        }
        // Writing to a string cannot fail.
        let _ = if y < 0 { write!(self.text, "{x}{y}") } else { write!(self.text, "{x} {y}") };
    }
}

/// The sum of the distances along both axes.
fn manhattan_distance(one: Point, other: Point) -> i32 {
    (one.x - other.x).abs() + (one.y - other.y).abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(pairs: &[(i32, i32)]) -> Vec<Point> {
        pairs.iter().map(|&(x, y)| Point { x, y }).collect()
    }

    #[test]
    fn writes_relative_steps_without_spare_spaces() {
        let mut path = PathData::default();
        path.rings(vec![points(&[(12, 34), (17, 28), (20, 32), (10, 32)])]);
        path.line(&points(&[(5, 0), (5, -3), (0, 0)]));
        assert_eq!(path.as_str(), "M12 34l5-6 3 4-10 0zm-7-34l0-3-5 3");
    }

    #[test]
    fn draws_what_is_near_next() {
        let mut path = PathData::default();
        let lines = [[(9, 0), (5, 0)], [(0, 1), (1, 1)], [(9, 9), (9, 0)], [(4, 0), (2, 0)]];
        path.lines(lines.iter().map(|it| points(it)).collect());
        assert_eq!(path.as_str(), "M0 1l1 0m1-1l2 0m1 0l4 0l0 9");
    }

    #[test]
    fn writes_nothing_for_nothing() {
        let mut path = PathData::default();
        path.rings(vec![Vec::new()]);
        path.lines(vec![Vec::new()]);
        path.line(&[]);
        assert_eq!(path.as_str(), "");
    }
}
