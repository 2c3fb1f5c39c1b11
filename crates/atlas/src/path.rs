//! Writes points as SVG path data: one absolute move for each line, then relative steps, with no space that can be spared.

use std::fmt::Write as _;

use crate::Point;

/// The content of a `d` attribute.
#[derive(Debug, Default)]
pub(crate) struct PathData(String);

impl PathData {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Adds an open line.
    pub(crate) fn line(&mut self, points: &[Point]) {
        let Some((first, rest)) = points.split_first() else { return };
        self.pair('M', *first);
        let (mut lead, mut before) = ('l', *first);
        for it in rest {
            self.pair(lead, Point { x: it.x - before.x, y: it.y - before.y });
            (lead, before) = (' ', *it);
        }
    }

    /// Adds a closed line.
    pub(crate) fn ring(&mut self, points: &[Point]) {
        self.line(points);
        if !points.is_empty() {
            self.0.push('z');
        }
    }

    /// Two numbers after a letter or a space; a minus sign spares the space.
    fn pair(&mut self, lead: char, Point { x, y }: Point) {
        if lead != ' ' || x >= 0 {
            self.0.push(lead);
        }
        // Writing to a string cannot fail.
        let _ = if y < 0 { write!(self.0, "{x}{y}") } else { write!(self.0, "{x} {y}") };
    }
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
        path.ring(&points(&[(12, 34), (17, 28), (20, 32), (10, 32)]));
        path.line(&points(&[(5, 0), (5, -3), (0, 0)]));
        assert_eq!(path.as_str(), "M12 34l5-6 3 4-10 0zM5 0l0-3-5 3");
    }

    #[test]
    fn writes_nothing_for_nothing() {
        let mut path = PathData::default();
        path.ring(&[]);
        path.line(&[]);
        assert_eq!(path.as_str(), "");
    }
}
