//! The table of areas and countries with more countries than it shows at once.

use std::rc::Rc;

use explorer::view::{Block, COLUMNS_AT_ONCE, Matrix};

use super::super::matrix::{MatrixGrid, MatrixGridProps};
use super::{markup, sample, snapshot};

/// The table of the sample with so many times its columns.
fn many(query: &str, times: usize) -> Matrix<'static> {
    let blocks = snapshot(query).card.sections.clone().into_iter().flat_map(|it| it.blocks);
    let mut tables =
        blocks.filter_map(|it| if let Block::Matrix(it) = it { Some(it) } else { None });
    let mut matrix = Matrix::clone(&tables.next().unwrap());
    matrix.columns = repeated(&matrix.columns, times);
    matrix.rows.iter_mut().for_each(|it| it.cells = repeated(&it.cells, times));
    matrix
}

fn repeated<T: Clone>(list: &[T], times: usize) -> Vec<T> {
    list.iter().cycle().take(list.len() * times).cloned().collect()
}

fn drawn(matrix: Matrix<'static>) -> String {
    let (briefing, matrix) = (sample().briefing, Rc::new(matrix));
    let date = briefing.model.edition.date;
    markup::<MatrixGrid>(MatrixGridProps { briefing, date, terms: Vec::new(), matrix })
}

fn columns(markup: &str) -> usize {
    markup.matches("columnheader").count() - 1
}

#[test]
fn columns_beyond_the_first_are_folded_away_with_a_word() {
    let few = drawn(many("?view=areas", COLUMNS_AT_ONCE / 2));
    assert_eq!((columns(&few), few.contains("<button")), (COLUMNS_AT_ONCE, false));
    let many = drawn(many("?view=areas", 20));
    assert_eq!(columns(&many), COLUMNS_AT_ONCE);
    assert_eq!(many.matches("gridcell").count(), 2 * COLUMNS_AT_ONCE);
    assert!(many.contains("Show 32 more countries</span></button>"), "{many}");
}

#[test]
fn an_opened_cell_is_never_folded_away() {
    let mut matrix = many("?view=areas&technology=string&partner=swe", 20);
    let opened = matrix.opened.as_mut().unwrap();
    opened.column = Some(COLUMNS_AT_ONCE);
    let markup = drawn(matrix);
    assert_eq!(columns(&markup), 40);
    assert!(!markup.contains("<button"), "{markup}");
}
