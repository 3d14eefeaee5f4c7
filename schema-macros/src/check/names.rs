//! Rules about names in the database.

use std::collections::HashSet;

use crate::model::Table;
use crate::util::errors::Errors;
use crate::util::names::Name;
use crate::util::suggest;

/// The columns that Postgres adds to every table.
const SYSTEM_COLUMNS: [&str; 6] = ["tableoid", "xmin", "cmin", "xmax", "cmax", "ctid"];

/// Postgres accepts any name of 1 to 63 bytes. Quotes would need escaping everywhere, so they are rejected.
pub(super) fn check_names(table: &Table<'_>, errors: &mut Errors) {
    let mut check = |name: &Name, what: &str| {
        if let Some(problem) = name.problem(what) {
            errors.at_span(name.span, problem);
        }
    };
    check(&table.sql_name, &format!("{} name", table.word));
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

/// Postgres looks for a table without a schema among its own tables first. Their names start with `pg_`. And it finds two
/// tables `excluded` in `on conflict`.
pub(super) fn check_catalog_name(table: &Table<'_>, errors: &mut Errors) {
    let (name, word) = (&table.sql_name, table.word);
    if table.sql_schema.is_none() && name.value.starts_with("pg_") {
        let shown = suggest::excerpt(&name.value);
        let message = format!(
            "{word} name `{shown}` starts with `pg_`, like Postgres's own; choose another `name` or add `schema`"
        );
        errors.at_span(name.span, message);
    }
    if name.value == "excluded" {
        let message = format!(
            "{word} name `excluded` means the new row in `on conflict`; choose another `name`"
        );
        errors.at_span(name.span, message);
    }
}

/// Columns have unique names.
pub(super) fn check_unique_column_names(table: &Table<'_>, errors: &mut Errors) {
    let mut seen = HashSet::new();
    let mut fields = HashSet::new();
    for column in &table.columns {
        let name = &column.sql_name;
        if !fields.insert(column.ident) {
            let message = format!("duplicate field `{}`; remove one", column.ident);
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

/// The name before a rename is another one, and no column has it now.
pub(super) fn check_renames(table: &Table<'_>, errors: &mut Errors) {
    if let Some(old) = &table.renamed_from
        && old.value() == table.sql_name.value
    {
        let shown = suggest::excerpt(&table.sql_name.value);
        errors.at(
            old,
            format!("table `{shown}` is renamed from itself; remove `renamed_from`"),
        );
    }
    for column in &table.columns {
        let Some(old) = &column.renamed_from else {
            continue;
        };
        let shown = suggest::excerpt(&old.value());
        if old.value() == column.sql_name.value {
            let message = format!("column `{shown}` is renamed from itself; remove `renamed_from`");
            errors.at(old, message);
        } else if table
            .columns
            .iter()
            .any(|one| one.sql_name.value == old.value())
        {
            let message = format!(
                "column `{}` is renamed from `{shown}`, which is a column, too; remove one of them",
                suggest::excerpt(&column.sql_name.value)
            );
            errors.at(old, message);
        }
    }
}

/// A column cannot have the name of a system column.
pub(super) fn check_system_columns(table: &Table<'_>, errors: &mut Errors) {
    for column in &table.columns {
        let name = &column.sql_name.value;
        if SYSTEM_COLUMNS.contains(&name.as_str()) {
            let message = format!(
                "column `{name}` has the name of a Postgres system column; choose another `name`"
            );
            errors.at_span(column.sql_name.span, message);
        }
    }
}

/// The constraints of a table have unique names.
pub(super) fn check_unique_constraint_names(table: &Table<'_>, errors: &mut Errors) {
    let mut seen = HashSet::new();
    for name in constraint_names(table) {
        if !seen.insert(&name.value) {
            let shown = suggest::excerpt(&name.value);
            let message = format!("two constraints are named `{shown}`; change one `name`");
            errors.at_span(name.span, message);
        }
    }
}

/// Tables and indexes share a namespace. It includes the indexes of primary keys and unique constraints.
pub(super) fn check_unique_relation_names(table: &Table<'_>, errors: &mut Errors) {
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
            let message = format!(
                "index name `{shown}` is already used in this {}; change one `name`",
                table.word
            );
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
