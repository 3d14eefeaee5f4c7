//! Rules about exclusion constraints.

use super::referenced;
use crate::attr::{Method, Target};
use crate::model::{ColumnRef, Exclusion, Table};
use crate::util::errors::Errors;

pub(super) fn check_exclusions(table: &Table<'_>, errors: &mut Errors) {
    for exclusion in &table.storage.exclusions {
        check_method(exclusion, errors);
        check_virtual_columns(table, exclusion, errors);
        check_partition_columns(table, exclusion, errors);
    }
}

/// The server searches the index for rows that conflict, and `hash` and `spgist` indexes have one column.
fn check_method(exclusion: &Exclusion, errors: &mut Errors) {
    let method = exclusion.method;
    let name = method.name();
    if !matches!(
        method,
        Method::Btree | Method::Hash | Method::Gist | Method::SpGist
    ) {
        let message = format!("`{name}` indexes cannot exclude rows; use `gist`");
        errors.at(&exclusion.key, message);
        return;
    }
    if !method.supports_several_columns() && exclusion.parts.len() > 1 {
        let message = format!("`{name}` indexes have a single column; use `gist`");
        errors.at(&exclusion.key, message);
    }
    if matches!(method, Method::Btree | Method::Hash) {
        let mut operators = exclusion.parts.iter().map(|part| &part.operator);
        if let Some(operator) = operators.find(|operator| operator.value() != "=") {
            let shown = operator.value();
            let message =
                format!("`{name}` indexes exclude rows only by `=`, not by `{shown}`; use `gist`");
            errors.at(operator, message);
        }
    }
}

/// Postgres does not store the values of a virtual column.
fn check_virtual_columns(table: &Table<'_>, exclusion: &Exclusion, errors: &mut Errors) {
    let columns: Vec<ColumnRef> = columns(exclusion).cloned().collect();
    for (used, _) in referenced(table, &columns).filter(|(_, column)| column.is_virtual()) {
        let name = &used.ident;
        let message = format!(
            "virtual column `{name}` cannot be in an exclusion constraint; make it `generated(stored, …)`"
        );
        errors.at(name, message);
    }
}

/// Rows of two partitions are not compared, so they must differ by the partition key.
fn check_partition_columns(table: &Table<'_>, exclusion: &Exclusion, errors: &mut Errors) {
    let Some(by) = table.storage.partition_by() else {
        return;
    };
    if by.expression().is_some() {
        let message =
            "an exclusion constraint cannot span partitions by an expression; partition by columns";
        errors.at(&exclusion.key, message);
        return;
    }
    let equal = |column: &ColumnRef| {
        exclusion.parts.iter().any(|part| {
            let is_it = matches!(&part.target, Target::Column(one) if one.index == column.index);
            is_it && part.operator.value() == "="
        })
    };
    if let Some(missing) = by.columns().find(|column| !equal(column)) {
        let name = &missing.ident;
        let message = format!(
            "an exclusion constraint of a partitioned table needs the partition column `{name}`; add `{name} with \"=\"`"
        );
        errors.at(&exclusion.key, message);
    }
}

/// The columns of a constraint, without those in expressions.
fn columns(exclusion: &Exclusion) -> impl Iterator<Item = &ColumnRef> {
    exclusion
        .parts
        .iter()
        .filter_map(|part| match &part.target {
            Target::Column(column) => Some(column),
            Target::Sql(_) => None,
        })
}
