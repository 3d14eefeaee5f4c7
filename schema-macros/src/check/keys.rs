//! Rules about primary keys, unique constraints and foreign keys.

use std::collections::HashSet;

use proc_macro2::Ident;

use super::referenced;
use crate::model::{Action, ActionKind, ColumnRef, Table};
use crate::util::errors::Errors;

/// A table has one primary key; each further one is an error.
pub(super) fn check_one_primary_key(table: &Table<'_>, errors: &mut Errors) {
    let Some((first, others)) = table.primary_keys.split_first() else {
        return;
    };
    for other in others {
        let message = if first.origin.on_field && other.origin.on_field {
            let (a, b) = (idents(&first.columns), idents(&other.columns));
            format!(
                "`primary_key` is on two fields; for a composite key write `#[primary_key({a}, {b})]` on the struct"
            )
        } else if first.origin.on_field {
            "`primary_key` is on a field and on the struct; remove one".to_owned()
        } else {
            "duplicate `#[primary_key]`; list all key columns in one attribute".to_owned()
        };
        errors.at(&other.origin.key, message);
    }
}

/// True if the source has a misspelled key that was parsed as this one. The misspelling was reported already.
fn is_guessed(key: &Ident) -> bool {
    let written = key.span().source_text();
    written.is_some_and(|written| key != &written)
}

/// A primary key is unique already.
pub(super) fn check_unique_on_primary_key(table: &Table<'_>, errors: &mut Errors) {
    let Some(primary_key) = table.primary_key() else {
        return;
    };
    let key = positions(&primary_key.columns);
    for unique in table
        .uniques
        .iter()
        .filter(|unique| positions(&unique.columns) == key && !is_guessed(&unique.origin.key))
    {
        let columns = idents(&unique.columns);
        let message = format!("primary key `{columns}` is already unique; remove `unique`");
        errors.at(&unique.origin.key, message);
    }
}

/// Both sides of a foreign key have the same number of columns.
pub(super) fn check_foreign_key_sizes(table: &Table<'_>, errors: &mut Errors) {
    for key in &table.foreign_keys {
        let (here, there) = (key.columns.len(), key.references.len());
        if here == there {
            continue;
        }
        let columns = idents(&key.columns);
        let message = format!(
            "foreign key `{columns}` has {here} columns but references {there}; list the same number on both sides"
        );
        errors.at(&key.origin.key, message);
    }
}

/// A primary key column is never NULL.
pub(super) fn check_optional_primary_key(table: &Table<'_>, errors: &mut Errors) {
    let keys = table.primary_keys.iter();
    for column in keys.flat_map(|key| table.columns_of(&key.columns)) {
        if column.written_optional {
            let name = column.ident;
            let message = format!(
                "primary key column `{name}` is never NULL; write its type without `Option`"
            );
            errors.at(column.ty, message);
        }
    }
}

/// A primary key column cannot become NULL.
pub(super) fn check_set_null(table: &Table<'_>, errors: &mut Errors) {
    let Some(primary_key) = table.primary_key() else {
        return;
    };
    let primary = positions(&primary_key.columns);
    for key in &table.foreign_keys {
        let Some(column) = key
            .columns
            .iter()
            .find(|column| primary.contains(&column.index))
        else {
            continue;
        };
        for action in [&key.on_delete, &key.on_update].into_iter().flatten() {
            if action.kind == ActionKind::SetNull {
                let name = &column.ident;
                let message = format!(
                    "`set_null` would clear primary key column `{name}`; use `cascade` or `restrict`"
                );
                errors.at(&action.word, message);
            }
        }
    }
}

/// An action cannot write to a generated column.
pub(super) fn check_actions_on_generated_columns(table: &Table<'_>, errors: &mut Errors) {
    for key in &table.foreign_keys {
        let generated =
            referenced(table, &key.columns).find(|(_, column)| column.generated.is_some());
        let Some((column, _)) = generated else {
            continue;
        };
        let writes_on_delete =
            |action: &&Action| matches!(action.kind, ActionKind::SetNull | ActionKind::SetDefault);
        let writes_on_update =
            |action: &&Action| writes_on_delete(action) || action.kind == ActionKind::Cascade;
        let on_delete = key.on_delete.as_ref().filter(writes_on_delete);
        let on_update = key.on_update.as_ref().filter(writes_on_update);
        for action in on_delete.into_iter().chain(on_update) {
            let (word, name) = (&action.word, &column.ident);
            errors.at(word, format!("`{word}` would write to generated column `{name}`; use `restrict` or `no_action`"));
        }
    }
}

fn positions(columns: &[ColumnRef]) -> HashSet<usize> {
    columns.iter().map(|column| column.index).collect()
}

/// The fields of a list, as they appear in an attribute.
fn idents(columns: &[ColumnRef]) -> String {
    let names: Vec<String> = columns
        .iter()
        .map(|column| column.ident.to_string())
        .collect();
    names.join(", ")
}
