//! Rules about names in the database.

use std::collections::HashSet;

use crate::ast::Table;
use crate::errors::Errors;
use crate::names::Name;
use crate::suggest;

/// The columns that every table has in Postgres.
const SYSTEM_COLUMNS: [&str; 6] = ["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"];

/// Postgres takes every name of 1 to 63 bytes; quotes would need escaping everywhere and are refused.
pub(super) fn check_names(table: &Table<'_>, errors: &mut Errors) {
    let mut check = |name: &Name, what: &str| {
        if let Some(problem) = name.problem(what) {
            errors.at_span(name.span, problem);
        }
    };
    check(&table.sql_name, "table name");
    if let Some(schema) = &table.sql_schema {
        check(schema, "schema name");
    }
    for column in &table.columns {
        check(&column.sql_name, "column name");
    }
    for name in constraint_names(table) {
        check(name, "constraint name");
    }
    for name in table.indexes.iter().filter_map(|index| index.name.as_ref()) {
        check(name, "index name");
    }
}

/// Two columns cannot have one name.
pub(super) fn check_column_names_differ(table: &Table<'_>, errors: &mut Errors) {
    let mut seen = HashSet::new();
    let mut fields = HashSet::new();
    for column in &table.columns {
        let name = &column.sql_name;
        if !fields.insert(column.ident) {
            let message = format!("field `{}` is there twice; remove one", column.ident);
            errors.at(column.ident, message);
            continue;
        }
        if !seen.insert(&name.value) {
            let shown = suggest::excerpt(&name.value);
            errors.at_span(
                name.span,
                format!("two columns are named `{shown}`; change one `name`"),
            );
        }
    }
}

/// The names of the system columns are taken.
pub(super) fn check_system_columns(table: &Table<'_>, errors: &mut Errors) {
    for column in &table.columns {
        let name = &column.sql_name.value;
        if SYSTEM_COLUMNS.contains(&name.as_str()) {
            let message = format!(
                "column `{name}` has the name of a system column of Postgres; add another `name`"
            );
            errors.at_span(column.sql_name.span, message);
        }
    }
}

/// The constraints of one table have names of their own.
pub(super) fn check_constraint_names_differ(table: &Table<'_>, errors: &mut Errors) {
    let mut seen = HashSet::new();
    for name in constraint_names(table) {
        if !seen.insert(&name.value) {
            let shown = suggest::excerpt(&name.value);
            let message = format!("two constraints are named `{shown}`; change one `name`");
            errors.at_span(name.span, message);
        }
    }
}

/// A table and its indexes share one space of names, which holds the index of a primary key or unique constraint too.
pub(super) fn check_relation_names_differ(table: &Table<'_>, errors: &mut Errors) {
    let keys = table
        .primary_keys
        .iter()
        .filter_map(|key| key.name.as_ref());
    let uniques = table
        .uniques
        .iter()
        .filter_map(|unique| unique.name.as_ref());
    let mut seen: HashSet<&String> = keys.chain(uniques).map(|name| &name.value).collect();
    seen.insert(&table.sql_name.value);
    for name in table.indexes.iter().filter_map(|index| index.name.as_ref()) {
        if !seen.insert(&name.value) {
            let shown = suggest::excerpt(&name.value);
            let message =
                format!("the index name `{shown}` is taken in this table; change one `name`");
            errors.at_span(name.span, message);
        }
    }
}

fn constraint_names<'t>(table: &'t Table<'_>) -> impl Iterator<Item = &'t Name> {
    let keys = table.primary_keys.iter().map(|key| &key.name);
    let uniques = table.uniques.iter().map(|unique| &unique.name);
    let checks = table.checks.iter().map(|check| &check.name);
    let foreign_keys = table.foreign_keys.iter().map(|key| &key.name);
    let all = keys.chain(uniques).chain(checks).chain(foreign_keys);
    all.filter_map(Option::as_ref)
}
