//! Where a key leads in a grid of cells, of which each has a few things that can have the focus.

/// A place in a grid.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct GridPlace {
    /// The row, from its head.
    pub row: usize,
    /// The column, from its head.
    pub column: usize,
    /// Which of the things in the cell.
    pub item: usize,
}

/// How many rows and columns a grid has, with their heads, and how many things are in each cell of its first row. All others
/// have one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridShape {
    /// How many rows.
    pub rows: usize,
    /// For each column how many things its head has; never none.
    pub heads: Vec<usize>,
}

impl GridShape {
    /// The place itself if the grid has it, else the nearest.
    #[must_use]
    pub fn nearest(&self, place: GridPlace) -> GridPlace {
        let row = place.row.min(self.rows.saturating_sub(1));
        let column = place.column.min(self.heads.len().saturating_sub(1));
        GridPlace { row, column, item: place.item.min(self.last_item(row, column)) }
    }

    /// Where a key leads, by the name that browsers give it, with Ctrl or without; none for a key that leads nowhere.
    #[must_use]
    pub fn after(&self, key: &str, has_ctrl: bool, from: GridPlace) -> Option<GridPlace> {
        let GridPlace { row, column, item } = self.nearest(from);
        let (last_row, last_column) = (self.rows.checked_sub(1)?, self.heads.len().checked_sub(1)?);
        let at = |row, column| GridPlace { row, column, item: 0 };
        let to = match (key, has_ctrl) {
            ("ArrowLeft", false) if item > 0 => GridPlace { row, column, item: item - 1 },
            ("ArrowLeft", false) => {
                let column = column.saturating_sub(1);
                GridPlace { row, column, item: self.last_item(row, column) }
            }
            ("ArrowRight", false) if item < self.last_item(row, column) => {
                GridPlace { row, column, item: item + 1 }
            }
            ("ArrowRight", false) if column < last_column => at(row, column + 1),
            ("ArrowRight", false) => GridPlace { row, column, item },
            ("ArrowUp", false) => at(row.saturating_sub(1), column),
            ("ArrowDown", false) => at((row + 1).min(last_row), column),
            ("Home", false) => at(row, 0),
            ("End", false) => at(row, last_column),
            ("Home", true) => at(0, 0),
            ("End", true) => at(last_row, last_column),
            _ => return None,
        };
        // At the left edge the first thing stays what it is.
        Some(if to.column == column && key == "ArrowLeft" && item == 0 { at(row, 0) } else { to })
    }

    fn last_item(&self, row: usize, column: usize) -> usize {
        let items = if row == 0 { self.heads.get(column).copied().unwrap_or(1) } else { 1 };
        items.saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(row: usize, column: usize, item: usize) -> GridPlace {
        GridPlace { row, column, item }
    }

    #[track_caller]
    fn check(key: &str, has_ctrl: bool, from: (usize, usize, usize), to: (usize, usize, usize)) {
        let shape = GridShape { rows: 3, heads: vec![1, 3, 1] };
        let from = place(from.0, from.1, from.2);
        assert_eq!(shape.after(key, has_ctrl, from), Some(place(to.0, to.1, to.2)), "{key}");
    }

    #[test]
    fn arrows_lead_to_the_next_cell_and_stop_at_the_edges() {
        check("ArrowRight", false, (1, 0, 0), (1, 1, 0));
        check("ArrowRight", false, (1, 2, 0), (1, 2, 0));
        check("ArrowLeft", false, (1, 0, 0), (1, 0, 0));
        check("ArrowLeft", false, (2, 2, 0), (2, 1, 0));
        check("ArrowDown", false, (2, 1, 0), (2, 1, 0));
        check("ArrowUp", false, (1, 2, 0), (0, 2, 0));
        check("ArrowUp", false, (0, 2, 0), (0, 2, 0));
    }

    #[test]
    fn each_thing_in_a_head_has_its_place() {
        check("ArrowRight", false, (0, 0, 0), (0, 1, 0));
        check("ArrowRight", false, (0, 1, 0), (0, 1, 1));
        check("ArrowRight", false, (0, 1, 2), (0, 2, 0));
        check("ArrowLeft", false, (0, 2, 0), (0, 1, 2));
        check("ArrowLeft", false, (0, 1, 1), (0, 1, 0));
        check("ArrowDown", false, (0, 1, 2), (1, 1, 0));
    }

    #[test]
    fn home_and_end_lead_to_the_ends() {
        check("Home", false, (1, 2, 0), (1, 0, 0));
        check("End", false, (0, 0, 0), (0, 2, 0));
        check("Home", true, (2, 2, 0), (0, 0, 0));
        check("End", true, (0, 1, 2), (2, 2, 0));
    }

    #[test]
    fn other_keys_lead_nowhere() {
        let shape = GridShape { rows: 2, heads: vec![1, 1] };
        for (key, has_ctrl) in [("Enter", false), ("ArrowLeft", true), ("a", false)] {
            assert_eq!(shape.after(key, has_ctrl, GridPlace::default()), None, "{key}");
        }
        assert_eq!(shape.nearest(place(7, 7, 7)), place(1, 1, 0));
        let empty = GridShape { rows: 0, heads: Vec::new() };
        assert_eq!(empty.after("Home", false, place(1, 1, 1)), None);
    }
}
