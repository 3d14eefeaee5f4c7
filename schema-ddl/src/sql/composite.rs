//! [`create type … as`](https://www.postgresql.org/docs/current/sql-createtype.html) of composite types.

use super::{data_type, quote};
use crate::model::{Composite, Field, Name};

/// Returns the statement that creates a composite type.
pub(crate) fn create(composite: &Composite) -> String {
    let fields: Vec<String> = composite.fields.iter().map(field).collect();
    format!("create type {} as ({})", composite.name, fields.join(", "))
}

/// Returns the clause that adds a field at the end.
pub(crate) fn add(new: &Field) -> String {
    format!("add attribute {} cascade", field(new))
}

/// Returns the clause that drops a field.
pub(crate) fn drop(name: &str) -> String {
    format!("drop attribute {} cascade", quote::name(name))
}

/// Returns the clause that changes the type of a field.
pub(crate) fn alter(new: &Field) -> String {
    let collate = collate(new);
    let name = quote::name(&new.name);
    format!(
        "alter attribute {name} type {}{collate} cascade",
        data_type::short(&new.data_type)
    )
}

/// Returns the statement with clauses that change the fields.
pub(crate) fn change(name: &Name, clauses: &[String]) -> String {
    format!("alter type {name} {}", clauses.join(", "))
}

fn field(field: &Field) -> String {
    format!(
        "{} {}{}",
        quote::name(&field.name),
        data_type::short(&field.data_type),
        collate(field)
    )
}

fn collate(field: &Field) -> String {
    let collate = field.collate.as_ref();
    collate
        .map(|collate| format!(" collate {collate}"))
        .unwrap_or_default()
}
