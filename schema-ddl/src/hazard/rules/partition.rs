//! Partitions.

use crate::hazard::model;
use crate::hazard::report::Report;
use crate::hazard::{LockMode, Rule};
use crate::model::{Check, Model, Name, Table};
use crate::sql::lexer::{self, TokenKind};

/// A table becomes a partition.
pub(super) fn attach(report: &mut Report<'_>, parent: &Name, partition: &Name, bound: &str) {
    report.lock(parent, LockMode::ShareUpdateExclusive);
    report.lock_tree(partition, LockMode::AccessExclusive);
    if !is_proved(report.model, parent, partition, bound) {
        let message = format!(
            "All rows of {partition} are compared with its bound, and reads and writes of it wait."
        );
        report
            .add_table(Rule::AttachPartition, partition, message)
            .safer(
                "Set the key to `not null` and add the bound as a check before, `not valid` and then validated: it proves \
                 that no row is outside.",
            )
            .locked(&[partition]);
        let message = format!("It fails if rows of {partition} are outside of its bound.");
        report
            .add_table(Rule::RowsOutside, partition, message)
            .safer("Count the rows outside of the bound first.");
    }
    default_of(report, parent);
}

/// True if a check says the same as the bound. Only a range of one column is recognized.
fn is_proved(model: &Model, parent: &Name, partition: &Name, bound: &str) -> bool {
    let key = model::table(model, parent).and_then(|table| table.partition_by.as_ref());
    let (Some(key), Some(table)) = (key, model::table(model, partition)) else {
        return false;
    };
    let bound = words(bound);
    let key = words(&key.key);
    let ([column], Some((from, to))) = (key.as_slice(), range(&bound)) else {
        return false;
    };
    let expected = [column, ">=", from, "and", column, "<", to];
    let is_equal = |check: &Check| {
        let words = words(&check.expression);
        !check.not_valid && !check.not_enforced && words.iter().eq(expected)
    };
    let is_never_null = table.column(column).is_some_and(|column| !column.nullable);
    is_never_null && table.checks.iter().any(is_equal)
}

/// Returns both ends of `for values from (a) to (b)`.
fn range(bound: &[String]) -> Option<(&str, &str)> {
    match bound {
        [f, values, from, a, to, b]
            if f == "for" && values == "values" && from == "from" && to == "to" =>
        {
            Some((a, b))
        }
        _ => None,
    }
}

/// Returns the words without parentheses, casts and quotes of names.
fn words(sql: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut in_cast = false;
    for token in lexer::code(sql) {
        match token.kind {
            TokenKind::Open | TokenKind::Close => {}
            TokenKind::Operator if token.text == "::" => in_cast = true,
            TokenKind::Word | TokenKind::Quoted if in_cast && !token.is("and") => {}
            _ => {
                in_cast = false;
                words.push(token.name().unwrap_or_else(|| token.text.to_owned()));
            }
        }
    }
    words
}

/// The default partition, if there is one, is searched for rows of the new one.
pub(super) fn default_of(report: &mut Report<'_>, parent: &Name) {
    let is_default = |table: &&Table| {
        let place = table.partition_of.as_ref();
        place.is_some_and(|place| place.bound.eq_ignore_ascii_case("default"))
    };
    let default = model::partitions(report.model, parent).find(is_default);
    let Some(default) = default.map(|table| table.name.clone()) else {
        return;
    };
    report.lock(&default, LockMode::AccessExclusive);
    let message = format!(
        "All rows of the default partition {default} are read, and reads and writes of it wait."
    );
    report
        .add_table(Rule::AttachPartition, &default, message)
        .safer("Add a check to the default partition before that excludes the rows of the new one.")
        .locked(&[&default]);
}

/// A partition becomes a table.
pub(super) fn detach(report: &mut Report<'_>, parent: &Name, partition: &Name, concurrently: bool) {
    if concurrently {
        report.lock(parent, LockMode::ShareUpdateExclusive);
        report.lock(partition, LockMode::AccessExclusive);
    } else {
        report.lock(parent, LockMode::AccessExclusive);
        report.lock(partition, LockMode::AccessExclusive);
        let message =
            format!("Reads and writes of {parent} wait while this statement waits for its lock.");
        report
            .add_table(Rule::DetachPartition, parent, message)
            .safer("Use `detach partition … concurrently` outside a transaction.")
            .locked(&[parent, partition]);
    }
    let message = format!("Queries of {parent} no longer see the rows of {partition}.");
    report.add_table(Rule::DroppedInUse, partition, message);
}
