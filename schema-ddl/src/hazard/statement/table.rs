//! `create table`.

use super::column::{self, NewColumn};
use super::constraint::{self, NewConstraint};
use super::cursor::Cursor;
use crate::model::Name;

/// A table that a statement creates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::hazard) struct NewTable {
    pub(in crate::hazard) name: Name,
    pub(in crate::hazard) temporary: bool,
    pub(in crate::hazard) columns: Vec<NewColumn>,
    pub(in crate::hazard) constraints: Vec<NewConstraint>,
    /// The table that it is a partition of.
    pub(in crate::hazard) partition_of: Option<Name>,
}

/// Reads what follows `create table`.
pub(super) fn create(mut at: Cursor<'_>, temporary: bool) -> Option<NewTable> {
    at.if_exists();
    let mut table = NewTable {
        name: at.path()?,
        temporary,
        columns: Vec::new(),
        constraints: Vec::new(),
        partition_of: None,
    };
    if at.eat(&["partition", "of"]) {
        table.partition_of = at.path();
    }
    let elements = at.group().map(|group| group.split()).unwrap_or_default();
    if at.is("as") {
        return Some(table);
    }
    for element in elements {
        if constraint::is_next(&element) {
            table.constraints.extend(constraint::read(element));
        } else if !element.is("like") {
            table.columns.extend(column::read(element));
        }
    }
    Some(table)
}
