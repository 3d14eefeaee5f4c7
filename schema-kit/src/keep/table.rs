//! The parts of a table that its struct leaves to the database.

use schema_ddl::model::{
    Check, Column, Deferrable, ForeignKey, Index, PrimaryKey, Sequence, Table, Unique,
};

pub(super) fn keep_table(table: &mut Table, is: &Table) {
    keep_storage(table, is);
    for column in &mut table.columns {
        if let Some(is) = is.column(&column.name) {
            keep_column(column, is);
        }
    }
    if let (Some(key), Some(is)) = (&mut table.primary_key, &is.primary_key) {
        keep_primary_key(key, is);
    }
    for unique in &mut table.uniques {
        if let Some(is) = is.uniques.iter().find(|is| is.name == unique.name) {
            keep_unique(unique, is);
        }
    }
    for check in &mut table.checks {
        if let Some(is) = is.checks.iter().find(|is| is.name == check.name) {
            keep_check(check, is);
        }
    }
    for key in &mut table.foreign_keys {
        if let Some(is) = is.foreign_keys.iter().find(|is| is.name == key.name) {
            keep_foreign_key(key, is);
        }
    }
    for index in &mut table.indexes {
        if let Some(is) = is.indexes.iter().find(|is| is.name == index.name) {
            keep_index(index, is);
        }
    }
}

/// A part that the table declares is as declared.
fn keep_storage(table: &mut Table, is: &Table) {
    if table.exclusions.is_empty() {
        table.exclusions.clone_from(&is.exclusions);
    }
    for exclusion in &mut table.exclusions {
        let is = is.exclusions.iter().find(|is| is.name == exclusion.name);
        keep_comment(
            &mut exclusion.comment,
            is.and_then(|is| is.comment.as_ref()),
        );
    }
    if table.partition_of.is_none() {
        table.partition_of.clone_from(&is.partition_of);
        table.attached.clone_from(&is.attached);
    }
    // A table that is created again as a partitioned one stores no rows itself.
    let is_created_again = table.partition_by.is_some() && is.partition_by.is_none();
    if table.partition_by.is_none() {
        table.partition_by.clone_from(&is.partition_by);
    }
    if table.options.is_empty() && !is_created_again {
        table.options.clone_from(&is.options);
    }
    table.unlogged |= is.unlogged && !is_created_again;
}

/// A declared partition has only its bound and its columns from the declaration.
pub(super) fn keep_partition(table: &mut Table, is: &Table) {
    let place = table.partition_of.take();
    let mut columns = std::mem::take(&mut table.columns);
    for column in &mut columns {
        if let Some(is) = is.column(&column.name) {
            keep_column(column, is);
            column.comment.clone_from(&is.comment);
        }
    }
    *table = Table {
        partition_of: place,
        columns,
        ..is.clone()
    };
}

/// A `serial` column serves as `identity = by_default`: both number the rows unless an insert sets the value.
pub(super) fn keep_serial(table: &mut Table, is: &Table, sequences: &[Sequence]) {
    for column in &mut table.columns {
        let Some(old) = is.column(&column.name) else {
            continue;
        };
        let owner = Some((is.name.clone(), column.name.clone()));
        let is_serial = old.identity.is_none()
            && old
                .default
                .as_ref()
                .is_some_and(|default| default.starts_with("nextval("))
            && sequences.iter().any(|one| one.owned_by == owner);
        if is_serial && column.identity.as_ref().is_some_and(|one| !one.always) {
            column.identity = None;
            column.default.clone_from(&old.default);
        }
    }
}

fn keep_column(column: &mut Column, is: &Column) {
    if column.data_type == is.data_type {
        column.storage.clone_from(&is.storage);
        column.compression.clone_from(&is.compression);
    }
    column.statistics = is.statistics;
    if let (Some(identity), Some(is)) = (&mut column.identity, &is.identity) {
        identity.sequence.clone_from(&is.sequence);
    }
}

fn keep_primary_key(key: &mut PrimaryKey, is: &PrimaryKey) {
    if key.columns == is.columns {
        keep_index_of_key(
            (&mut key.include, &mut key.deferrable),
            (&is.include, is.deferrable),
        );
    }
    keep_comment(&mut key.comment, is.comment.as_ref());
}

fn keep_unique(unique: &mut Unique, is: &Unique) {
    if unique.columns == is.columns {
        keep_index_of_key(
            (&mut unique.include, &mut unique.deferrable),
            (&is.include, is.deferrable),
        );
    }
    keep_comment(&mut unique.comment, is.comment.as_ref());
}

fn keep_index_of_key(
    (include, deferrable): (&mut Vec<String>, &mut Deferrable),
    is: (&[String], Deferrable),
) {
    if include.is_empty() {
        *include = is.0.to_vec();
    }
    if *deferrable == Deferrable::No {
        *deferrable = is.1;
    }
}

/// A constraint that is not validated yet stays so until someone validates it, also if it is declared as `not_valid`. One
/// that is declared as `not_enforced` is so.
fn keep_state((not_valid, not_enforced): (&mut bool, &mut bool), is: (bool, bool)) {
    if !*not_enforced {
        (*not_valid, *not_enforced) = is;
    }
}

fn keep_check(check: &mut Check, is: &Check) {
    if check.expression == is.expression {
        check.no_inherit = is.no_inherit;
        let state = (&mut check.not_valid, &mut check.not_enforced);
        keep_state(state, (is.not_valid, is.not_enforced));
    }
    keep_comment(&mut check.comment, is.comment.as_ref());
}

fn keep_foreign_key(key: &mut ForeignKey, is: &ForeignKey) {
    if key.columns == is.columns && key.table == is.table && key.references == is.references {
        key.match_type = is.match_type;
        key.on_delete_columns.clone_from(&is.on_delete_columns);
        let state = (&mut key.not_valid, &mut key.not_enforced);
        keep_state(state, (is.not_valid, is.not_enforced));
    }
    keep_comment(&mut key.comment, is.comment.as_ref());
}

pub(super) fn keep_index(index: &mut Index, is: &Index) {
    keep_comment(&mut index.comment, is.comment.as_ref());
}

pub(super) fn keep_comment(wanted: &mut Option<String>, is: Option<&String>) {
    if wanted.is_none() {
        *wanted = is.cloned();
    }
}
