//! Columns that are added, dropped or changed in place.

use super::{constraint, count, retype};
use crate::hazard::expression::is_volatile;
use crate::hazard::report::Report;
use crate::hazard::statement::{ConstraintBody, NewColumn, NewConstraint, Value};
use crate::hazard::{LockMode, Rule, model, swap};
use crate::model::{DataType, Name};
use crate::sql::quote;

const TWO_STEPS: &str =
    "Add the column without a default, set the default, and fill the rows in batches.";

pub(super) fn add(report: &mut Report<'_>, table: &Name, new: &NewColumn) {
    report.lock_tree(table, LockMode::AccessExclusive);
    let at = (table, new.name.as_str());
    rewrite(report, at, new);
    let has_value = new.value != Value::Null;
    if new.not_null && !has_value {
        let column = quote::name(&new.name);
        let message =
            format!("It fails if {table} has rows, since {column} would be NULL in them.");
        report
            .add_column(Rule::AddRequiredColumn, at, message)
            .safer(
                "Give it a default, or add it as nullable, fill it, and then set it to `not null`.",
            )
            .count(Some(count::rows(table)));
        required(report, at);
    }
    json(report, table, new);
    for constraint in &new.constraints {
        // NULLs satisfy everything, except a primary key. So there is nothing to check.
        let is_foreign_key = matches!(constraint.body, ConstraintBody::ForeignKey { .. });
        let unchecked = NewConstraint {
            not_valid: constraint.not_valid || (is_foreign_key && !has_value),
            ..constraint.clone()
        };
        constraint::add_to_new_column(report, table, &unchecked);
    }
}

/// A column whose values must be written into each row.
fn rewrite(report: &mut Report<'_>, (table, column): (&Name, &str), new: &NewColumn) {
    let domain = model::domain(report.model, &new.data_type);
    let is_checked = domain.is_some_and(|one| one.not_null || !one.checks.is_empty());
    let default = match &new.value {
        Value::Default(sql) => Some(sql.as_str()),
        _ => domain.and_then(|one| one.default.as_deref()),
    };
    let volatile = default.filter(|sql| is_volatile(sql, report.model));
    let (rule, why, safer) = if matches!(new.value, Value::Identity | Value::Serial) {
        let why = String::from("each row gets a number");
        (Rule::AddIdentityColumn, why, TWO_STEPS)
    } else if new.value == Value::Stored {
        let why = String::from("its value is computed for each row");
        let safer = "Use a virtual column (Postgres 18), or a plain column with a trigger that is filled in batches.";
        (Rule::AddGeneratedColumn, why, safer)
    } else if let Some(default) = volatile {
        let why = format!("`{default}` can be different for each row");
        (Rule::AddColumnVolatileDefault, why, TWO_STEPS)
    } else if is_checked {
        let why = format!("the constraints of {} are checked", new.data_type);
        let safer = "Use the type of the domain, and a check of the table that is `not valid` and validated later.";
        (Rule::AddDomainColumn, why, safer)
    } else {
        return;
    };
    let name = quote::name(column);
    let message = format!("{table} is rewritten for {name}, since {why}.");
    report
        .add_column(rule, (table, column), message)
        .safer(safer)
        .locked(&[table]);
}

pub(super) fn required(report: &mut Report<'_>, at: (&Name, &str)) {
    let (table, column) = at;
    let column = quote::name(column);
    let message = format!("Programs that insert rows into {table} without {column} fail.");
    report
        .add_column(Rule::RequiredColumn, at, message)
        .safer("Release a program first that always writes the column, or keep a default.");
}

/// `json` has no equality.
pub(super) fn json(report: &mut Report<'_>, table: &Name, new: &NewColumn) {
    if new.data_type == DataType::parse("json") {
        let column = quote::name(&new.name);
        let message = format!(
            "`select distinct` and `group by` over all columns of {table} fail, since {column} has no equality."
        );
        report
            .add_column(Rule::JsonColumn, (table, &new.name), message)
            .safer("Use `jsonb`.");
    }
}

pub(super) fn drop(report: &mut Report<'_>, table: &Name, column: &str) {
    report.lock_tree(table, LockMode::AccessExclusive);
    lock_partners(report, table, column);
    let at = (table, column);
    let name = quote::name(column);
    let of = model::table(report.model, table);
    if let Some(new) = of.and_then(|of| swap::successor(of, column)) {
        retype::swap(report, at, &new.data_type);
        return;
    }
    // No program knows it.
    if of.is_some_and(|of| swap::is_copy(of, column)) {
        return;
    }
    let known = model::column(report.model, table, column);
    let is_virtual = known.is_some_and(|one| one.generated.is_some());
    // Values that are computed from others are not lost.
    if !is_virtual {
        let message = format!("The values of {name} in {table} are lost.");
        report
            .add_column(Rule::DropColumn, at, message)
            .safer("Release a program without the column first, and keep a copy of the values.")
            .count(Some(count::values(table, column)));
    }
    let message = format!("Programs that read or write {name} of {table} fail.");
    report
        .add_column(Rule::DroppedInUse, at, message)
        .safer("Release a program without the column first.");
}

/// Locks the tables of the column's foreign keys: the one that it references, and those that reference it.
pub(super) fn lock_partners(report: &mut Report<'_>, table: &Name, column: &str) {
    let Some(known) = model::table(report.model, table) else {
        return;
    };
    let has = |columns: &[String]| columns.iter().any(|one| one == column);
    let own = known.foreign_keys.iter().filter(|key| has(&key.columns));
    let mut partners: Vec<Name> = own.map(|key| key.table.clone()).collect();
    let others = model::referencing(report.model, table).filter(|(_, key)| has(&key.references));
    partners.extend(others.map(|(other, _)| other.name.clone()));
    for partner in partners {
        report.lock(&partner, LockMode::AccessExclusive);
    }
}

pub(super) fn set_not_null(report: &mut Report<'_>, table: &Name, column: &str) {
    report.lock_tree(table, LockMode::AccessExclusive);
    let known = model::table(report.model, table);
    if known
        .and_then(|table| table.column(column))
        .is_some_and(|one| !one.nullable)
    {
        return;
    }
    let at = (table, column);
    let name = quote::name(column);
    if !known.is_some_and(|table| model::is_proved_not_null(table, column)) {
        let message = format!(
            "All rows of {table} are read to look for NULLs in {name}, and reads and writes wait."
        );
        report
            .add_column(Rule::SetNotNull, at, message)
            .safer(
                "Add the check `is not null` as `not valid`, validate it in another transaction, set `not null`, and drop \
                 the check; from Postgres 18 on add the constraint `not null … not valid` and validate it.",
            )
            .locked(&[table]);
        nulls(report, at);
    }
    required(report, at);
}

pub(super) fn nulls(report: &mut Report<'_>, (table, column): (&Name, &str)) {
    let name = quote::name(column);
    let message = format!("It fails if {name} of {table} is NULL in a row.");
    report
        .add_column(Rule::NullValues, (table, column), message)
        .safer("Fill the values first.")
        .count(Some(count::nulls(table, column)));
}

pub(super) fn drop_not_null(report: &mut Report<'_>, table: &Name, column: &str) {
    report.lock_tree(table, LockMode::AccessExclusive);
    let name = quote::name(column);
    let message =
        format!("Programs that expect a value in {name} of {table} fail at the first NULL.");
    report
        .add_column(Rule::DropNotNull, (table, column), message)
        .safer("Release a program first that accepts NULL.");
}

pub(super) fn set_expression(report: &mut Report<'_>, table: &Name, column: &str) {
    report.lock_tree(table, LockMode::AccessExclusive);
    let generated =
        model::column(report.model, table, column).and_then(|one| one.generated.as_ref());
    if generated.is_some_and(|one| !one.stored) {
        return;
    }
    let name = quote::name(column);
    let message = format!("{table} is rewritten, since {name} is computed for each row.");
    report
        .add_column(Rule::ChangeExpression, (table, column), message)
        .safer("Add another column with the new expression, and drop this one when no program reads it.")
        .locked(&[table]);
}
