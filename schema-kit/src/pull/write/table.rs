//! The structs of tables.

use schema_ddl::model::{Check, Deferrable, ForeignKey, PrimaryKey, Table, Unique};

use super::attribute::{self, literal, pair, push};
use super::constraint::{Defaults, deferrable, reference, state};
use super::field::{self, OnFields};
use super::{Writer, access, comment, index, storage};

/// Writes a table as a struct.
pub(super) fn write(writer: &Writer<'_>, table: &Table, source: &mut String) {
    let defaults = Defaults::new(table);
    let on_fields = OnFields::new(table, &defaults);
    comment::write(source, table.comment.as_deref(), "");
    let mut items = vec![pair("name", &table.name.name)];
    items.extend(
        table
            .name
            .schema
            .as_deref()
            .map(|schema| pair("schema", schema)),
    );
    items.extend(storage::of_table(table));
    items.extend(access::row_security(table));
    attribute::write(source, "", "table", &items);
    if let Some(key) = table
        .primary_key
        .as_ref()
        .filter(|_| !on_fields.has_primary_key())
    {
        attribute::write(
            source,
            "",
            "primary_key",
            &primary_key(writer, table, key, &defaults),
        );
    }
    for unique in &table.uniques {
        if !on_fields.has_unique(unique) {
            attribute::write(
                source,
                "",
                "unique",
                &self::unique(writer, table, unique, &defaults),
            );
        }
    }
    for key in table
        .foreign_keys
        .iter()
        .filter(|key| !on_fields.has_foreign_key(key))
    {
        attribute::write(
            source,
            "",
            "foreign_key",
            &foreign_key(writer, table, key, &defaults),
        );
    }
    for check in &table.checks {
        attribute::write(source, "", "check", &self::check(check));
    }
    for one in &table.indexes {
        if index::of_column(one, &defaults).is_none() {
            attribute::write(
                source,
                "",
                "index",
                &index::items(writer, table, one, &defaults),
            );
        }
    }
    storage::write(writer, table, &defaults, source);
    access::write(writer, table, source);
    source.push_str("#[derive(Debug, Clone)]\n");
    push(
        source,
        format!("pub struct {} {{\n", writer.names.of(&table.name)),
    );
    for column in &table.columns {
        field::write(writer, table, column, &on_fields, source);
    }
    source.push_str("}\n");
}

fn index_of_key(
    writer: &Writer<'_>,
    table: &Table,
    include: &[String],
    time: Deferrable,
) -> Vec<String> {
    let mut items = Vec::new();
    if !include.is_empty() {
        items.push(format!(
            "include({})",
            columns(writer, table, include).join(", ")
        ));
    }
    items.extend(deferrable(time).map(str::to_owned));
    items
}

fn columns(writer: &Writer<'_>, table: &Table, columns: &[String]) -> Vec<String> {
    let fields = columns.iter();
    fields
        .map(|column| writer.names.field(&table.name, column).to_owned())
        .collect()
}

fn names(columns: &[String]) -> Vec<&str> {
    columns.iter().map(String::as_str).collect()
}

fn primary_key(
    writer: &Writer<'_>,
    table: &Table,
    key: &PrimaryKey,
    defaults: &Defaults<'_>,
) -> Vec<String> {
    let mut items = columns(writer, table, &key.columns);
    items.extend(index_of_key(writer, table, &key.include, key.deferrable));
    items.extend(defaults.name(&key.name, &names(&key.columns), "pkey"));
    items
}

fn unique(
    writer: &Writer<'_>,
    table: &Table,
    unique: &Unique,
    defaults: &Defaults<'_>,
) -> Vec<String> {
    let mut items = columns(writer, table, &unique.columns);
    if unique.nulls_not_distinct {
        items.push("nulls_not_distinct".into());
    }
    items.extend(index_of_key(
        writer,
        table,
        &unique.include,
        unique.deferrable,
    ));
    items.extend(defaults.name(&unique.name, &names(&unique.columns), "key"));
    items
}

fn foreign_key(
    writer: &Writer<'_>,
    table: &Table,
    key: &ForeignKey,
    defaults: &Defaults<'_>,
) -> Vec<String> {
    let mut items = columns(writer, table, &key.columns);
    items.extend(reference(writer, key));
    items.extend(defaults.name(&key.name, &names(&key.columns), "fkey"));
    items
}

/// The default name of a check depends on its text. So it is always written.
fn check(check: &Check) -> Vec<String> {
    let mut items = vec![pair("name", &check.name), literal(&check.expression)];
    items.extend(state(check.not_valid, check.not_enforced).map(str::to_owned));
    items
}
