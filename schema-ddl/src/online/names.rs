//! Names of objects that only exist in between.

use std::collections::HashSet;

use crate::model::{Model, Table};
use crate::sql::constraint::Constraint;

/// The longest name.
const LONGEST: usize = 63;

/// The names of constraints, indexes and tables of both models.
pub(super) struct Names<'a>(HashSet<&'a str>);

impl<'a> Names<'a> {
    pub(super) fn new(from: &'a Model, to: &'a Model) -> Self {
        let tables = from.tables.iter().chain(&to.tables);
        let mut names = HashSet::new();
        for table in tables {
            names.insert(table.name.name.as_str());
            names.extend(of_table(table));
        }
        for view in from.views.iter().chain(&to.views) {
            names.insert(view.name.name.as_str());
            names.extend(view.indexes.iter().map(|index| index.name.as_str()));
        }
        Self(names)
    }

    /// Returns a name that no other object has: the same one each time.
    pub(super) fn free(&self, begin: &str, end: &str) -> String {
        let mut number = 0_u32;
        loop {
            let end = match number {
                0 => end.to_owned(),
                _ => format!("{end}{number}"),
            };
            let name = joined(begin, &end);
            if !self.0.contains(name.as_str()) {
                return name;
            }
            number += 1;
        }
    }
}

fn of_table(table: &Table) -> impl Iterator<Item = &str> {
    let indexes = table.indexes.iter().map(|index| index.name.as_str());
    let constraints = Constraint::all(table).into_iter().map(Constraint::name);
    indexes.chain(constraints)
}

/// Joins two parts of a name. The first one is cut, if the name would be too long.
pub(super) fn joined(begin: &str, end: &str) -> String {
    let length = LONGEST.saturating_sub(end.len() + 1);
    let begin = &begin[..begin.floor_char_boundary(length)];
    format!("{begin}_{end}")
}
