//! New names in a model.

use std::collections::HashMap;

use crate::model::{IndexOn, Kind, Model, Name, ObjectId, Table};
use crate::sql::expression::{rename_columns, rename_relation, rename_table};

/// The new names of tables by their old names.
pub(super) type TableNames<'a> = HashMap<&'a Name, &'a Name>;

/// The new names of columns by their tables and their old names.
pub(super) type ColumnNames = HashMap<Name, HashMap<String, String>>;

/// Renames tables.
pub(super) fn tables(model: &mut Model, names: &TableNames<'_>) {
    let rename = |name: &mut Name| {
        if let Some(new) = names.get(name) {
            *name = (*new).clone();
        }
    };
    for table in &mut model.tables {
        if let Some(new) = names.get(&table.name).copied() {
            let old = std::mem::replace(&mut table.name, new.clone());
            texts(table, |text| {
                *text = rename_table(text, &old.name, &new.name);
            });
            for trigger in &mut table.triggers {
                let definition = &trigger.definition;
                trigger.definition = rename_relation(definition, &old.name, &new.name);
            }
        }
        for key in &mut table.foreign_keys {
            rename(&mut key.table);
        }
        if let Some(place) = &mut table.partition_of {
            rename(&mut place.parent);
        }
        for column in &mut table.columns {
            if !column.data_type.built_in {
                rename(&mut column.data_type.name);
            }
        }
    }
    for field in model.composites.iter_mut().flat_map(|one| &mut one.fields) {
        if !field.data_type.built_in {
            rename(&mut field.data_type.name);
        }
    }
    for (table, _) in owners(model) {
        rename(table);
    }
    for id in ids(model) {
        if matches!(
            id.kind,
            Kind::Table | Kind::Column | Kind::Constraint | Kind::Trigger | Kind::Policy
        ) {
            rename(&mut id.name);
        }
    }
}

/// Renames columns.
pub(super) fn columns(model: &mut Model, names: &ColumnNames) {
    for table in &mut model.tables {
        if let Some(of_table) = names.get(&table.name) {
            own_columns(table, of_table);
        }
        for key in &mut table.foreign_keys {
            if let Some(of_table) = names.get(&key.table) {
                rename_all(&mut key.references, of_table);
            }
        }
    }
    let rename = |table: &Name, column: &mut String| {
        if let Some(new) = names.get(table).and_then(|names| names.get(column)) {
            column.clone_from(new);
        }
    };
    for (table, column) in owners(model) {
        rename(table, column);
    }
    for id in ids(model) {
        if let (Kind::Column, Some(column)) = (id.kind, &mut id.part) {
            rename(&id.name, column);
        }
    }
}

/// Renames columns of one table, in all its parts.
pub(crate) fn own_columns(table: &mut Table, names: &HashMap<String, String>) {
    for column in &mut table.columns {
        if let Some(new) = names.get(&column.name) {
            column.name.clone_from(new);
        }
    }
    if let Some(key) = &mut table.primary_key {
        rename_all(&mut key.columns, names);
        rename_all(&mut key.include, names);
    }
    for unique in &mut table.uniques {
        rename_all(&mut unique.columns, names);
        rename_all(&mut unique.include, names);
    }
    for key in &mut table.foreign_keys {
        rename_all(&mut key.columns, names);
        rename_all(&mut key.on_delete_columns, names);
    }
    for index in &mut table.indexes {
        rename_all(&mut index.include, names);
    }
    for on in elements(table) {
        if let IndexOn::Column(name) = on {
            rename_all(std::slice::from_mut(name), names);
        }
    }
    let relation = table.name.name.clone();
    let rename = |text: &mut String| {
        *text = rename_columns(text, &relation, names);
    };
    texts(table, rename);
    for trigger in &mut table.triggers {
        rename(&mut trigger.definition);
    }
}

fn rename_all(columns: &mut [String], names: &HashMap<String, String>) {
    for column in columns {
        if let Some(new) = names.get(column) {
            column.clone_from(new);
        }
    }
}

/// The columns and expressions of indexes and exclusion constraints.
fn elements(table: &mut Table) -> impl Iterator<Item = &mut IndexOn> {
    let indexes = table.indexes.iter_mut();
    let of_indexes = indexes.flat_map(|index| &mut index.elements);
    let exclusions = table.exclusions.iter_mut();
    let of_exclusions = exclusions.flat_map(|exclusion| &mut exclusion.elements);
    of_indexes
        .map(|element| &mut element.on)
        .chain(of_exclusions.map(|element| &mut element.on))
}

/// Changes all expressions of a table, except definitions of triggers.
fn texts(table: &mut Table, mut change: impl FnMut(&mut String)) {
    for on in elements(table) {
        if let IndexOn::Expression(text) = on {
            change(text);
        }
    }
    let columns = table.columns.iter_mut();
    let generated = columns.filter_map(|column| column.generated.as_mut());
    generated.for_each(|generated| change(&mut generated.expression));
    for check in &mut table.checks {
        change(&mut check.expression);
    }
    let indexes = table.indexes.iter_mut().map(|index| &mut index.filter);
    let exclusions = table.exclusions.iter_mut();
    let filters = indexes.chain(exclusions.map(|exclusion| &mut exclusion.filter));
    filters.flatten().for_each(&mut change);
    if let Some(key) = &mut table.partition_by {
        change(&mut key.key);
    }
    for policy in &mut table.policies {
        let conditions = [&mut policy.using, &mut policy.with_check];
        conditions.into_iter().flatten().for_each(&mut change);
    }
}

/// The tables and columns that own sequences.
fn owners(model: &mut Model) -> impl Iterator<Item = &mut (Name, String)> {
    let sequences = model.sequences.iter_mut();
    sequences.filter_map(|sequence| sequence.owned_by.as_mut())
}

/// The objects that views, routines and grants name.
fn ids(model: &mut Model) -> impl Iterator<Item = &mut ObjectId> {
    let views = model.views.iter_mut().flat_map(|view| &mut view.reads);
    let routines = model.routines.iter_mut();
    let routines = routines.flat_map(|routine| &mut routine.uses);
    let grants = model.grants.iter_mut().map(|grant| &mut grant.on);
    views
        .chain(routines)
        .chain(grants)
        .chain(&mut model.not_public)
}
