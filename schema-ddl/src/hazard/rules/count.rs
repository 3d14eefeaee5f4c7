//! Queries that count rows.

use crate::hazard::model;
use crate::hazard::statement::Reference;
use crate::model::{Model, Name};
use crate::sql::quote;

/// All rows.
pub(super) fn rows(table: &Name) -> String {
    format!("select count(*) from {table}")
}

/// Rows for which a condition is true.
pub(super) fn rows_where(table: &Name, condition: &str) -> String {
    format!("select count(*) from {table} where {condition}")
}

/// Values that are not NULL.
pub(super) fn values(table: &Name, column: &str) -> String {
    format!("select count({}) from {table}", quote::name(column))
}

/// NULLs.
pub(super) fn nulls(table: &Name, column: &str) -> String {
    rows_where(table, &format!("{} is null", quote::name(column)))
}

/// Rows that must go so that each key occurs once. The keys are SQL.
pub(super) fn duplicates(
    table: &Name,
    keys: &[String],
    nulls_are_equal: bool,
    filter: Option<&str>,
) -> Option<String> {
    if keys.is_empty() {
        return None;
    }
    let mut conditions: Vec<String> = filter.map(|sql| format!("({sql})")).into_iter().collect();
    if !nulls_are_equal {
        conditions.extend(keys.iter().map(|key| format!("{key} is not null")));
    }
    let condition = if conditions.is_empty() {
        String::new()
    } else {
        format!(" where {}", conditions.join(" and "))
    };
    // A number alone would be the position of a column.
    let keys: Vec<String> = keys.iter().map(|key| format!("({key})")).collect();
    let keys = keys.join(", ");
    Some(format!(
        "select coalesce(sum(n - 1), 0)::bigint from (select count(*) as n from {table}{condition} \
         group by {keys} having count(*) > 1) as duplicates"
    ))
}

/// Rows whose key references nothing.
pub(super) fn orphans(
    model: &Model,
    table: &Name,
    columns: &[String],
    reference: &Reference,
) -> Option<String> {
    let referenced = if reference.columns.is_empty() {
        let key = model::table(model, &reference.table)?
            .primary_key
            .as_ref()?;
        &key.columns
    } else {
        &reference.columns
    };
    if referenced.len() != columns.len() || columns.is_empty() {
        return None;
    }
    let names = columns.iter().map(|one| quote::name(one));
    let not_null: Vec<String> = names.map(|one| format!("a.{one} is not null")).collect();
    let pairs = columns.iter().zip(referenced);
    let equal: Vec<String> = pairs
        .map(|(own, other)| format!("b.{} = a.{}", quote::name(other), quote::name(own)))
        .collect();
    let other = &reference.table;
    Some(format!(
        "select count(*) from {table} as a where {} and not exists (select from {other} as b where {})",
        not_null.join(" and "),
        equal.join(" and ")
    ))
}
