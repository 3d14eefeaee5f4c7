//! Constraints of tables.

use super::table::listed;
use super::{column, count, index};
use crate::hazard::report::Report;
use crate::hazard::statement::{ConstraintBody, NewConstraint, Reference};
use crate::hazard::{LockMode, Rule, model, swap};
use crate::model::{Column, Kind, Name, ObjectId, Table};
use crate::sql::quote;

const NOT_VALID: &str = "Add it as `not valid`, and validate it in another transaction, during which others read and write.";
const USING_INDEX: &str =
    "Create the unique index concurrently, then add the constraint `using index`.";

/// A constraint of a table with rows.
pub(super) fn add(report: &mut Report<'_>, table: &Name, new: &NewConstraint) {
    let is_unchecked = new.not_valid || new.not_enforced;
    match &new.body {
        ConstraintBody::Check(expression) => check(report, table, expression, new),
        ConstraintBody::ForeignKey { columns, reference } => {
            foreign_key(report, table, (columns, reference), is_unchecked);
            without_index(report, table, columns);
        }
        ConstraintBody::Unique {
            columns,
            nulls_not_distinct,
        } => {
            report.lock_tree(table, LockMode::AccessExclusive);
            if new.using_index.is_none() {
                build(report, Rule::AddUnique, table, USING_INDEX);
                let keys = keys(columns);
                let query = count::duplicates(table, &keys, *nulls_not_distinct, None);
                index::duplicates(report, table, query);
            }
        }
        ConstraintBody::PrimaryKey { columns } => primary_key(report, table, columns, new),
        ConstraintBody::Exclusion => {
            report.lock_tree(table, LockMode::AccessExclusive);
            let none = "There is no way without the lock: add it while few programs use the table.";
            build(report, Rule::AddExclusion, table, none);
            let message = format!("It fails if two rows of {table} exclude each other.");
            report.add_table(Rule::Violations, table, message);
        }
        ConstraintBody::NotNull(name) => {
            report.lock_tree(table, LockMode::AccessExclusive);
            if !is_unchecked {
                column::set_not_null(report, table, name);
            }
        }
    }
}

/// A constraint of a column that is added with it: all rows have the same value, so the values cannot be counted before.
pub(super) fn add_to_new_column(report: &mut Report<'_>, table: &Name, new: &NewConstraint) {
    match &new.body {
        ConstraintBody::Check(_) => {
            if !new.not_enforced {
                scan(report, Rule::AddCheck, table, "the check");
            }
        }
        ConstraintBody::ForeignKey { columns, reference } => {
            let is_unchecked = new.not_valid || new.not_enforced;
            locked_by_key(report, table, reference, is_unchecked);
            without_index(report, table, columns);
        }
        ConstraintBody::Unique { .. } => build(report, Rule::AddUnique, table, USING_INDEX),
        ConstraintBody::PrimaryKey { .. } => build(report, Rule::AddPrimaryKey, table, USING_INDEX),
        ConstraintBody::Exclusion | ConstraintBody::NotNull(_) => {}
    }
}

/// All rows are read.
fn scan(report: &mut Report<'_>, rule: Rule, table: &Name, what: &str) {
    report.lock_tree(table, LockMode::AccessExclusive);
    let message = format!("All rows of {table} are read for {what}, and reads and writes wait.");
    report
        .add_table(rule, table, message)
        .safer(NOT_VALID)
        .locked(&[table]);
}

/// An index is built.
fn build(report: &mut Report<'_>, rule: Rule, table: &Name, safer: &str) {
    report.lock_tree(table, LockMode::AccessExclusive);
    let message = format!("Reads and writes of {table} wait until the index is built.");
    report
        .add_table(rule, table, message)
        .safer(safer)
        .locked(&[table]);
}

fn check(report: &mut Report<'_>, table: &Name, expression: &str, new: &NewConstraint) {
    report.lock_tree(table, LockMode::AccessExclusive);
    if new.not_enforced {
        return;
    }
    if !new.not_valid {
        scan(report, Rule::AddCheck, table, "the check");
        let message = format!("It fails if a row of {table} violates `{expression}`.");
        report
            .add_table(Rule::Violations, table, message)
            .safer("Correct the rows first.")
            .count(Some(count::rows_where(
                table,
                &format!("not ({expression})"),
            )));
    }
    // A mark of a plan.
    if expression.trim() == "true" {
        return;
    }
    let of = model::table(report.model, table);
    let name = new.name.as_deref().unwrap_or_default();
    if let Some(column) = of.and_then(|of| swap::proved_copy(of, name)) {
        if requires(expression, column) {
            column::required(report, (table, &column.name));
        }
        return;
    }
    if of.is_some_and(|of| swap::is_copied_check(of, name, expression)) {
        return;
    }
    let message = format!("Programs that write rows with other values into {table} fail.");
    report
        .add_table(Rule::NewConstraint, table, message)
        .safer("Release a program first that only writes such values.");
}

/// True if the proof of a copy also forbids NULL in a column that allows it.
fn requires(proof: &str, column: &Column) -> bool {
    column.nullable && !model::reads(proof, &column.name)
}

fn foreign_key(
    report: &mut Report<'_>,
    table: &Name,
    (columns, reference): (&[String], &Reference),
    is_unchecked: bool,
) {
    locked_by_key(report, table, reference, is_unchecked);
    if is_unchecked {
        return;
    }
    let (names, other) = (listed(columns), &reference.table);
    let message = format!("It fails if {names} of a row of {table} does not exist in {other}.");
    let query = count::orphans(report.model, table, columns, reference);
    report
        .add_table(Rule::Orphans, table, message)
        .safer("Correct or delete these rows first.")
        .count(query);
}

/// A foreign key locks both tables.
fn locked_by_key(report: &mut Report<'_>, table: &Name, to: &Reference, is_unchecked: bool) {
    let other = &to.table;
    report.lock_tree(table, LockMode::ShareRowExclusive);
    report.lock(other, LockMode::ShareRowExclusive);
    if !is_unchecked {
        let message = format!(
            "All rows of {table} are compared with {other}, and writes of both tables wait."
        );
        report
            .add_table(Rule::AddForeignKey, table, message)
            .safer(NOT_VALID)
            .locked(&[table, other]);
    }
}

/// The columns of a foreign key have no index.
pub(super) fn without_index(report: &mut Report<'_>, table: &Name, columns: &[String]) {
    let known = model::table(report.model, table);
    if columns.is_empty() || known.is_some_and(|table| model::has_index_on(table, columns)) {
        return;
    }
    let names = listed(columns);
    let message = format!(
        "Each delete of a referenced row reads all of {table}, since {names} has no index."
    );
    report
        .add_table(Rule::ForeignKeyIndex, table, message)
        .safer("Create an index that begins with these columns.");
}

fn primary_key(report: &mut Report<'_>, table: &Name, columns: &[String], new: &NewConstraint) {
    report.lock_tree(table, LockMode::AccessExclusive);
    let of_index = || {
        let name = new.using_index.as_ref()?;
        let known = model::table(report.model, table)?;
        let index = known.indexes.iter().find(|one| one.name == *name)?;
        let on = index.elements.iter().filter_map(|one| match &one.on {
            crate::model::IndexOn::Column(name) => Some(name.clone()),
            crate::model::IndexOn::Expression(_) => None,
        });
        Some(on.collect::<Vec<String>>())
    };
    let columns = of_index().unwrap_or_else(|| columns.to_vec());
    let is_nullable = |name: &&String| {
        let known = model::column(report.model, table, name);
        let is_proved = model::table(report.model, table)
            .is_some_and(|table| model::is_proved_not_null(table, name));
        known.is_none_or(|one| one.nullable) && !is_proved
    };
    let nullable: Vec<String> = columns.iter().filter(is_nullable).cloned().collect();
    if new.using_index.is_none() {
        build(report, Rule::AddPrimaryKey, table, USING_INDEX);
        let query = count::duplicates(table, &keys(&columns), false, None);
        index::duplicates(report, table, query);
    } else if !nullable.is_empty() {
        let names = listed(&nullable);
        let message = format!(
            "All rows of {table} are read to look for NULLs in {names}, and reads and writes wait."
        );
        report
            .add_table(Rule::AddPrimaryKey, table, message)
            .safer("Set the columns to `not null` before, with a validated check as the proof.")
            .locked(&[table]);
    }
    for name in &nullable {
        column::nulls(report, (table, name));
    }
}

fn keys(columns: &[String]) -> Vec<String> {
    columns.iter().map(|one| quote::name(one)).collect()
}

/// A constraint is dropped. The tables of a foreign key are both locked.
pub(super) fn drop(report: &mut Report<'_>, table: &Name, name: &str) {
    report.lock_tree(table, LockMode::AccessExclusive);
    let Some(known) = model::table(report.model, table) else {
        return;
    };
    let key = known.foreign_keys.iter().find(|one| one.name == name);
    if let Some(other) = key.map(|key| key.table.clone()) {
        report.lock(&other, LockMode::AccessExclusive);
    }
    let has_index = known.primary_key.iter().any(|one| one.name == name)
        || known.uniques.iter().any(|one| one.name == name)
        || known.exclusions.iter().any(|one| one.name == name);
    if has_index {
        let index = ObjectId::new(Kind::Index, table.beside(name));
        index::lost(report, index, Some(table));
    }
}

/// A constraint is validated.
pub(super) fn validate(report: &mut Report<'_>, table: &Name, name: &str) {
    report.lock_tree(table, LockMode::ShareUpdateExclusive);
    let known = model::table(report.model, table);
    let key = known.and_then(|table| table.foreign_keys.iter().find(|one| one.name == name));
    if let Some(other) = key.map(|key| key.table.clone()) {
        report.lock(&other, LockMode::RowShare);
    }
    let check = known.and_then(|table| table.checks.iter().find(|one| one.name == name));
    let is_valid = check
        .map(|one| !one.not_valid)
        .or(key.map(|one| !one.not_valid));
    if is_valid == Some(true) {
        return;
    }
    let expression = check.map(|check| check.expression.clone());
    let orphans = key.and_then(|key| {
        let reference = Reference {
            table: key.table.clone(),
            columns: key.references.clone(),
        };
        count::orphans(report.model, table, &key.columns, &reference)
    });
    let is_key = key.is_some();
    let message = format!("All rows of {table} are read, while others read and write.");
    report
        .add_table(Rule::ValidateConstraint, table, message)
        .locked(&[table]);
    let copied = known.and_then(|table| swap::proved_copy(table, name));
    if let (Some(column), Some(proof)) = (copied, &expression) {
        if requires(proof, column) {
            column::nulls(report, (table, &column.name));
        }
        return;
    }
    let of_check = |of: &Table| {
        let is_copied = |sql: &String| swap::is_copied_check(of, name, sql);
        expression.as_ref().is_some_and(is_copied)
    };
    let of_key = |of: &Table| key.is_some_and(|key| swap::is_copied_key(of, key));
    if known.is_some_and(|of| of_check(of) || of_key(of)) {
        return;
    }
    let rule = if is_key {
        Rule::Orphans
    } else {
        Rule::Violations
    };
    let query = expression.map(|sql| count::rows_where(table, &format!("not ({sql})")));
    let name = quote::name(name);
    let message = format!("It fails if a row of {table} violates {name}.");
    report
        .add_table(rule, table, message)
        .safer("Correct the rows first.")
        .count(query.or(orphans));
}
