//! Rules about partitioned tables and their partitions.

use std::collections::HashSet;

use proc_macro2::Ident;

use crate::attr::{BoundValue, Strategy, Target};
use crate::model::{ColumnRef, Partition, PartitionBound, PartitionBy, Table};
use crate::util::errors::Errors;
use crate::util::suggest;

pub(super) fn check_partitions(table: &Table<'_>, errors: &mut Errors) {
    let storage = &table.storage;
    for other in storage.partition_by.iter().skip(1) {
        let message = "duplicate `#[partition_by]`; list all parts of the key in one attribute";
        errors.at(&other.key, message);
    }
    let Some(by) = storage.partition_by() else {
        // An error in the attribute is reported already.
        if let Some(partition) = storage.partitions.first()
            && !mentions_key(table)
        {
            let message = "a partition needs the key of its table; add `#[partition_by(range(a))]`";
            errors.at(&partition.key, message);
        }
        return;
    };
    check_key(table, by, errors);
    check_unique_keys(table, by, errors);
    for partition in &storage.partitions {
        check_bound(partition, by, errors);
    }
    check_names(&storage.partitions, errors);
    check_one_default(&storage.partitions, errors);
}

fn mentions_key(table: &Table<'_>) -> bool {
    let mut attributes = table.original.attrs.iter();
    attributes.any(|attribute| attribute.path().is_ident("partition_by"))
}

/// A list has one part, and Postgres computes generated columns after it has chosen the partition.
fn check_key(table: &Table<'_>, by: &PartitionBy, errors: &mut Errors) {
    if by.strategy == Strategy::List && by.parts.len() > 1 {
        let message = "partitions by `list` have one column; use `range` or `hash` for several";
        errors.at(&by.strategy_key, message);
    }
    for column in by.columns() {
        let is_generated = table
            .columns
            .get(column.index)
            .is_some_and(|column| column.generated.is_some());
        if is_generated {
            let name = &column.ident;
            let message = format!(
                "generated column `{name}` cannot be in a partition key; use another column"
            );
            errors.at(name, message);
        }
    }
}

/// An index is unique within each partition only, so a key must contain the columns that choose the partition.
fn check_unique_keys(table: &Table<'_>, by: &PartitionBy, errors: &mut Errors) {
    let mut check = |at: &Ident, what: &str, columns: &[&ColumnRef], on_field: bool| {
        if by.expression().is_some() {
            let message =
                "a unique key cannot span partitions by an expression; partition by columns";
            errors.at(at, message);
            return;
        }
        let is_in = |one: &&ColumnRef| columns.iter().any(|column| column.index == one.index);
        let Some(missing) = by.columns().find(|one| !is_in(one)) else {
            return;
        };
        let name = &missing.ident;
        let own: Vec<String> = columns.iter().map(|one| one.ident.to_string()).collect();
        let remedy = if on_field {
            format!(
                "write `#[{what}({}, {name})]` on the struct",
                own.join(", ")
            )
        } else {
            format!("add `{name}`")
        };
        let what = match what {
            "primary_key" => "primary key",
            "unique" => "unique constraint",
            other => other,
        };
        let message = format!("a {what} must contain partition column `{name}`; {remedy}");
        errors.at(at, message);
    };
    for key in &table.primary_keys {
        let columns: Vec<&ColumnRef> = key.columns.iter().collect();
        check(
            &key.origin.key,
            "primary_key",
            &columns,
            key.origin.on_field,
        );
    }
    for unique in &table.uniques {
        let columns: Vec<&ColumnRef> = unique.columns.iter().collect();
        check(
            &unique.origin.key,
            "unique",
            &columns,
            unique.origin.on_field,
        );
    }
    for index in &table.indexes {
        if let Some(key) = &index.unique {
            let parts = index.parts.iter().filter_map(|part| match &part.target {
                Target::Column(column) => Some(column),
                Target::Sql(_) => None,
            });
            check(key, "unique index", &parts.collect::<Vec<_>>(), false);
        }
    }
}

/// The bound of a partition has the form and the number of values of the key.
fn check_bound(partition: &Partition, by: &PartitionBy, errors: &mut Errors) {
    let key = &partition.bound_key;
    let strategy = by.strategy;
    if partition
        .bound
        .strategy()
        .is_some_and(|own| own != strategy)
    {
        let message = format!(
            "the table is partitioned by `{}`, which has no `{key}`; write `{}`",
            strategy.name(),
            strategy.bound()
        );
        errors.at(key, message);
        return;
    }
    match &partition.bound {
        PartitionBound::Range(from, to) => {
            for (name, values) in [("from", from), ("to", to)] {
                check_count(name, values, by, key, errors);
            }
        }
        PartitionBound::List(values) if values.is_empty() => {
            errors.at(key, "`values` is empty; list the values of the partition");
        }
        PartitionBound::Hash { modulus, remainder } if remainder >= modulus => {
            let message = format!(
                "the remainder {remainder} does not occur with the modulus {modulus}; write a smaller one"
            );
            errors.at(key, message);
        }
        PartitionBound::Default if strategy == Strategy::Hash => {
            let message =
                "a table that is partitioned by `hash` has no `default` partition; remove it";
            errors.at(key, message);
        }
        PartitionBound::List(_) | PartitionBound::Hash { .. } | PartitionBound::Default => {}
    }
}

fn check_count(
    name: &str,
    values: &[BoundValue],
    by: &PartitionBy,
    key: &Ident,
    errors: &mut Errors,
) {
    let (count, wanted) = (values.len(), by.parts.len());
    if count == wanted {
        return;
    }
    let message = format!(
        "`{name}` needs a value for each part of the partition key; write {wanted}, not {count}"
    );
    match values.first() {
        Some(value) => errors.at_span(value.span, message),
        None => errors.at(key, message),
    }
}

/// Partitions are tables with names of their own.
fn check_names(partitions: &[Partition], errors: &mut Errors) {
    let mut seen = HashSet::new();
    for partition in partitions {
        let name = &partition.name;
        if let Some(problem) = name.problem("partition name") {
            errors.at_span(name.span, problem);
            return;
        }
        if !seen.insert(&name.value) {
            let shown = suggest::excerpt(&name.value);
            let message = format!("two partitions are named `{shown}`; change one `name`");
            errors.at_span(name.span, message);
            return;
        }
    }
}

fn check_one_default(partitions: &[Partition], errors: &mut Errors) {
    let is_default = |one: &&Partition| matches!(one.bound, PartitionBound::Default);
    for other in partitions.iter().filter(is_default).skip(1) {
        let message = "a table has one `default` partition; remove one";
        errors.at(&other.bound_key, message);
    }
}
