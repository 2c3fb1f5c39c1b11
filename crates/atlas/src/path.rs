//! Writes points as compact SVG path data: one absolute moveto, then relative commands, without optional spaces.
//!
//! The grammar is that of SVG 2, section 9.3, "Path data".

use std::fmt::Write as _;

use model::Point;

/// The value of a `d` attribute.
#[derive(Debug, Default)]
pub(crate) struct PathData {
    text: String,
    /// The current point; none before the first moveto.
    pen: Option<Point>,
}

impl PathData {
    /// The path data so far.
    pub(crate) fn as_str(&self) -> &str {
        &self.text
    }

    /// Adds open lines, always the one nearest to the current point next, from its nearer end, so that moves are short. A line
    /// that starts at the current point continues the subpath.
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
                self.lines_to(line.get(1..).unwrap_or_default());
            } else {
                self.line(&line);
            }
        }
    }

    /// Adds closed lines, always the one whose first point is nearest to the current point next, so that moves are short.
    pub(crate) fn rings(&mut self, mut rings: Vec<Vec<Point>>) {
        while let Some(at) = self.nearest(&rings, |pen, it| {
            it.first().map_or(i32::MAX, |it| manhattan_distance(pen, *it))
        }) {
            self.ring(&rings.swap_remove(at));
        }
    }

    /// The index of the line nearest to the current point, by a distance between that and a line.
    fn nearest(
        &self,
        lines: &[Vec<Point>],
        distance: impl Fn(Point, &[Point]) -> i32,
    ) -> Option<usize> {
        let pen = self.pen.unwrap_or_default();
        let lines = lines.iter().enumerate();
        lines.min_by_key(|(_, it)| distance(pen, it)).map(|(at, _)| at)
    }

    /// Adds an open line as a subpath.
    pub(crate) fn line(&mut self, points: &[Point]) {
        let Some((first, rest)) = points.split_first() else { return };
        self.command('m', *first);
        self.lines_to(rest);
    }

    /// Continues the subpath by relative linetos, of which only the first needs its letter.
    fn lines_to(&mut self, points: &[Point]) {
        let mut lead = 'l';
        for it in points {
            self.command(lead, *it);
            lead = ' ';
        }
    }

    /// Adds a closed line as a subpath.
    fn ring(&mut self, points: &[Point]) {
        let Some(first) = points.first() else { return };
        self.line(points);
        self.text.push('z');
        self.pen = Some(*first);
    }

    /// Writes a command to a point: relative to the current point, or the first moveto of all.
    fn command(&mut self, lead: char, it: Point) {
        match self.pen {
            Some(from) => self.pair(lead, Point { x: it.x - from.x, y: it.y - from.y }),
            None => self.pair('M', it),
        }
        self.pen = Some(it);
    }

    /// Writes two numbers after a letter or a space; a minus sign makes a space before it optional.
    fn pair(&mut self, lead: char, Point { x, y }: Point) {
        if lead != ' ' || x >= 0 {
            self.text.push(lead);
        }
        // Writing to a string cannot fail.
        let _ = if y < 0 { write!(self.text, "{x}{y}") } else { write!(self.text, "{x} {y}") };
    }
}

/// The distance of two points along the axes, in sheet units.
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
    fn writes_relative_commands_without_optional_spaces() {
        let mut path = PathData::default();
        path.rings(vec![points(&[(12, 34), (17, 28), (20, 32), (10, 32)])]);
        path.line(&points(&[(5, 0), (5, -3), (0, 0)]));
        assert_eq!(path.as_str(), "M12 34l5-6 3 4-10 0zm-7-34l0-3-5 3");
    }

    #[test]
    fn draws_the_nearest_line_next() {
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
