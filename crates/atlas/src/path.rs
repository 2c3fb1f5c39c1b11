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

    /// Adds an open line as a subpath.
    pub(crate) fn line(&mut self, points: &[Point]) {
        let Some((first, rest)) = points.split_first() else { return };
        self.command('m', *first);
        // Of the linetos only the first needs its letter.
        let mut lead = 'l';
        for it in rest {
            self.command(lead, *it);
            lead = ' ';
        }
    }

    /// Adds a closed line as a subpath.
    pub(crate) fn ring(&mut self, points: &[Point]) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn points(pairs: &[(i32, i32)]) -> Vec<Point> {
        pairs.iter().map(|&(x, y)| Point { x, y }).collect()
    }

    #[test]
    fn writes_relative_commands_without_optional_spaces() {
        let mut path = PathData::default();
        path.ring(&points(&[(12, 34), (17, 28), (20, 32), (10, 32)]));
        path.line(&points(&[(5, 0), (5, -3), (0, 0)]));
        assert_eq!(path.as_str(), "M12 34l5-6 3 4-10 0zm-7-34l0-3-5 3");
    }

    #[test]
    fn writes_nothing_for_nothing() {
        let mut path = PathData::default();
        path.ring(&[]);
        path.line(&[]);
        assert_eq!(path.as_str(), "");
    }
}
