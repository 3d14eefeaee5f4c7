//! Rules about the columns of constraints and indexes.

use std::collections::HashSet;

use super::referenced;
use crate::attr::Target;
use crate::model::{ColumnRef, Table};
use crate::util::errors::Errors;

/// A key lists each column once. An index may list a column again with another operator class.
pub(super) fn check_duplicate_columns(table: &Table<'_>, errors: &mut Errors) {
    let keys = table
        .primary_keys
        .iter()
        .map(|key| (&key.origin, &key.columns));
    let uniques = table
        .uniques
        .iter()
        .map(|unique| (&unique.origin, &unique.columns));
    let foreign_keys = table
        .foreign_keys
        .iter()
        .map(|key| (&key.origin, &key.columns));
    for (origin, columns) in keys.chain(uniques).chain(foreign_keys) {
        let mut seen = HashSet::new();
        for column in columns.iter().filter(|column| !seen.insert(column.index)) {
            let message = format!(
                "`#[{}]` names `{}` twice; remove one",
                origin.key, column.ident
            );
            errors.at(&column.ident, message);
        }
    }
    let keys = table.primary_keys.iter();
    let keys = keys.map(|key| (&key.origin, &key.columns, &key.include));
    let uniques = table.uniques.iter();
    let uniques = uniques.map(|unique| (&unique.origin, &unique.columns, &unique.include));
    for (origin, columns, include) in keys.chain(uniques) {
        let mut seen: HashSet<usize> = columns.iter().map(|column| column.index).collect();
        for column in include.iter().filter(|one| !seen.insert(one.index)) {
            let message = format!(
                "`#[{}]` already has `{}`; remove it from `include`",
                origin.key, column.ident
            );
            errors.at(&column.ident, message);
        }
    }
    for index in &table.indexes {
        let mut seen: HashSet<usize> = index.parts.iter().filter_map(plain_column).collect();
        for column in index
            .include
            .iter()
            .filter(|column| !seen.insert(column.index))
        {
            let message = format!(
                "`#[index]` already has `{}`; remove it from `include`",
                column.ident
            );
            errors.at(&column.ident, message);
        }
        let mut seen = HashSet::new();
        for part in index
            .parts
            .iter()
            .filter(|part| part.modifiers.class.is_none())
        {
            let Target::Column(column) = &part.target else {
                continue;
            };
            if !seen.insert(column.index) {
                let message = format!("`#[index]` names `{}` twice; remove one", column.ident);
                errors.at(&column.ident, message);
            }
        }
    }
}

fn plain_column(part: &crate::model::IndexPart) -> Option<usize> {
    match &part.target {
        Target::Column(column) => Some(column.index),
        Target::Sql(_) => None,
    }
}

/// Postgres does not store the values of a virtual column, so it cannot index them or use them in keys.
pub(super) fn check_virtual_columns(table: &Table<'_>, errors: &mut Errors) {
    let mut refuse = |columns: &[ColumnRef], place: &str| {
        for (used, _) in referenced(table, columns).filter(|(_, column)| column.is_virtual()) {
            let name = &used.ident;
            let message = format!(
                "virtual column `{name}` cannot be in {place}; make it `generated(stored, …)`"
            );
            errors.at(name, message);
        }
    };
    for key in &table.primary_keys {
        refuse(&key.columns, "a primary key");
        refuse(&key.include, "a primary key");
    }
    for unique in &table.uniques {
        refuse(&unique.columns, "a unique constraint");
        refuse(&unique.include, "a unique constraint");
    }
    for key in &table.foreign_keys {
        refuse(&key.columns, "a foreign key");
    }
    for index in &table.indexes {
        let parts = index.parts.iter().filter_map(|part| match &part.target {
            Target::Column(column) => Some(column.clone()),
            Target::Sql(_) => None,
        });
        let all: Vec<ColumnRef> = parts.chain(index.include.iter().cloned()).collect();
        refuse(&all, "an index");
    }
}
