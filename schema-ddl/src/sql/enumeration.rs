//! [`create type … as enum`](https://www.postgresql.org/docs/current/sql-createtype.html).

use super::quote;
use crate::model::{Enum, Name};

/// Returns the statement that creates an enum.
pub(crate) fn create(def: &Enum) -> String {
    let labels: Vec<String> = def
        .labels
        .iter()
        .map(|label| quote::literal(label))
        .collect();
    format!("create type {} as enum ({})", def.name, labels.join(", "))
}

/// The place of a new label.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place<'a> {
    /// The only label.
    Only,
    /// Before a label.
    Before(&'a str),
    /// After a label.
    After(&'a str),
}

/// Returns the statement that adds a label.
pub(crate) fn add_label(name: &Name, label: &str, place: Place<'_>) -> String {
    let label = quote::literal(label);
    let place = match place {
        Place::Only => String::new(),
        Place::Before(other) => format!(" before {}", quote::literal(other)),
        Place::After(other) => format!(" after {}", quote::literal(other)),
    };
    format!("alter type {name} add value {label}{place}")
}

/// Returns the statement that drops an enum or a composite type.
pub(crate) fn drop(name: &Name) -> String {
    format!("drop type {name}")
}
