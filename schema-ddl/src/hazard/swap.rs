//! Columns that take the place of others: see [`online`](crate::online).

use std::collections::HashMap;

use super::model::is_proved_not_null;
use crate::model::{Column, ForeignKey, Table, Trigger, swap_name, swap_proof, swap_trigger};
use crate::sql::expression::rename_columns;

/// New names of columns.
type Names = HashMap<String, String>;

/// Returns the column that a trigger keeps equal to this one, and that takes its place: see [`online`](crate::online).
pub(super) fn successor<'m>(table: &'m Table, column: &str) -> Option<&'m Column> {
    let trigger = swap_trigger(column);
    let mut triggers = table.triggers.iter();
    let is_kept = triggers.any(|one| one.name == trigger);
    is_kept.then(|| table.column(&swap_name(column))).flatten()
}

/// Returns the column that the trigger copies to its successor.
pub(super) fn swapped_by<'m>(table: &'m Table, trigger: &str) -> Option<&'m Column> {
    let mut columns = table.columns.iter();
    columns.find(|one| swap_trigger(&one.name) == trigger)
}

/// Returns the column whose copies a constraint proves: see [`successor`].
pub(super) fn proved_copy<'m>(table: &'m Table, constraint: &str) -> Option<&'m Column> {
    let mut columns = table.columns.iter();
    columns.find(|one| swap_proof(&one.name) == constraint && successor(table, &one.name).is_some())
}

/// The columns that have copies, each with the name of its copy.
fn copies(table: &Table) -> impl Iterator<Item = Names> {
    let columns = table.columns.iter();
    columns.filter_map(|one| {
        let copy = successor(table, &one.name)?;
        Some([(one.name.clone(), copy.name.clone())].into())
    })
}

/// True if a check says of a copy what another one says of its column.
pub(super) fn is_copied_check(table: &Table, name: &str, expression: &str) -> bool {
    let mut checks = table.checks.iter();
    let Some(first) = checks.find(|one| swap_name(&one.name) == name) else {
        return false;
    };
    let mut copies = copies(table);
    copies.any(|names| rename_columns(&first.expression, &table.name.name, &names) == expression)
}

/// True if the copy of a column references what the column references.
pub(super) fn is_copied_key(table: &Table, key: &ForeignKey) -> bool {
    let mut keys = table.foreign_keys.iter();
    let Some(first) = keys.find(|one| swap_name(&one.name) == key.name) else {
        return false;
    };
    let is_same = |names: Names| {
        let columns = first.columns.iter();
        let columns = columns.map(|one| names.get(one).unwrap_or(one));
        columns.eq(&key.columns)
    };
    first.table == key.table && first.references == key.references && copies(table).any(is_same)
}

/// True if a trigger writes the column as a copy of another one.
pub(super) fn is_copy(table: &Table, column: &str) -> bool {
    let mut columns = table.columns.iter();
    columns.any(|one| successor(table, &one.name).is_some_and(|copy| copy.name == column))
}

/// A trigger stays, also if it is dropped: it tells which columns are copies.
pub(super) fn create_trigger(table: &mut Table, name: &str) {
    if table.triggers.iter().all(|one| one.name != name) {
        table.triggers.push(Trigger {
            name: name.to_owned(),
            definition: String::new(),
            function: None,
            disabled: false,
            comment: None,
        });
    }
}

/// A column that takes the place of a required one is required, as is one that is proved to have no NULLs.
pub(super) fn drop_column(table: &mut Table, column: &str) {
    let successor = successor(table, column).map(|one| one.name.clone());
    let is_proved = successor
        .as_ref()
        .is_some_and(|one| is_proved_not_null(table, one));
    let nullable = !is_proved && table.column(column).is_none_or(|one| one.nullable);
    table.columns.retain(|one| one.name != *column);
    let mut columns = table.columns.iter_mut();
    if let Some(new) = columns.find(|one| Some(&one.name) == successor.as_ref()) {
        new.nullable = nullable;
    }
}
