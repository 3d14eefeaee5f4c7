//! The fields of structs.

use schema_ddl::model::{Column, Deferrable, ForeignKey, Table, Unique};

use super::attribute::{self, literal, pair, push};
use super::constraint::{Defaults, reference};
use super::{Writer, comment, default, index};
use crate::pull::reduce::column::collation;
use crate::pull::rust_type::RustType;
use crate::pull::updated_at;

/// The constraints and indexes that are written on the fields.
pub(super) struct OnFields<'a> {
    primary_key: Option<&'a str>,
    uniques: Vec<&'a Unique>,
    indexes: Vec<&'a str>,
    foreign_keys: Vec<&'a ForeignKey>,
}

impl<'a> OnFields<'a> {
    pub(super) fn new(table: &'a Table, defaults: &Defaults<'_>) -> Self {
        let primary_key = table
            .primary_key
            .as_ref()
            .and_then(|key| match &key.columns[..] {
                [column] if is_plain(&key.include, key.deferrable) => {
                    Some(column.as_str()).filter(|_| {
                        let columns = [column.as_str()];
                        defaults.name(&key.name, &columns, "pkey").is_none()
                    })
                }
                _ => None,
            });
        let uniques = table
            .uniques
            .iter()
            .filter(|unique| match &unique.columns[..] {
                [column]
                    if !unique.nulls_not_distinct
                        && is_plain(&unique.include, unique.deferrable) =>
                {
                    defaults.name(&unique.name, &[column], "key").is_none()
                }
                _ => false,
            });
        let indexes = table
            .indexes
            .iter()
            .filter_map(|one| index::of_column(one, defaults));
        let mut foreign_keys: Vec<&ForeignKey> = Vec::new();
        for key in &table.foreign_keys {
            let is_first = !foreign_keys
                .iter()
                .any(|first| first.columns == key.columns);
            if let [column] = &key.columns[..]
                && is_first
                && defaults.name(&key.name, &[column], "fkey").is_none()
            {
                foreign_keys.push(key);
            }
        }
        Self {
            primary_key,
            uniques: uniques.collect(),
            indexes: indexes.collect(),
            foreign_keys,
        }
    }

    pub(super) fn has_primary_key(&self) -> bool {
        self.primary_key.is_some()
    }

    pub(super) fn has_unique(&self, unique: &Unique) -> bool {
        self.uniques.iter().any(|one| std::ptr::eq(*one, unique))
    }

    pub(super) fn has_foreign_key(&self, key: &ForeignKey) -> bool {
        self.foreign_keys.iter().any(|one| std::ptr::eq(*one, key))
    }
}

/// True for a key whose index has nothing else, and that is checked after each statement.
fn is_plain(include: &[String], time: Deferrable) -> bool {
    include.is_empty() && time == Deferrable::No
}

/// Writes a field with its attribute.
pub(super) fn write(
    writer: &Writer<'_>,
    table: &Table,
    column: &Column,
    on_fields: &OnFields<'_>,
    source: &mut String,
) {
    let Some(found) = writer.rust_type(&column.data_type) else {
        return;
    };
    let name = column.name.as_str();
    let field = writer.names.field(&table.name, name);
    let mut items: Vec<String> = Vec::new();
    if field.trim_start_matches("r#") != name {
        items.push(pair("name", name));
    }
    items.extend(found.sql_type.iter().map(|sql| pair("sql_type", sql)));
    let collate = column.collate.as_deref().and_then(collation);
    items.extend(collate.map(|collate| pair("collate", &collate)));
    if on_fields.primary_key == Some(name) {
        items.push("primary_key".into());
    }
    items.extend(column.identity.as_ref().map(|identity| {
        let by_default = if identity.always { "" } else { " = by_default" };
        format!("identity{by_default}")
    }));
    items.extend(default_or_updated_at(writer, table, column, &found));
    items.extend(column.generated.as_ref().map(|generated| {
        let expression = literal(&generated.expression);
        if generated.stored {
            format!("generated = {expression}")
        } else {
            format!("generated(virtual, {expression})")
        }
    }));
    if on_fields
        .uniques
        .iter()
        .any(|unique| unique.columns == [name])
    {
        items.push("unique".into());
    }
    if on_fields.indexes.contains(&name) {
        items.push("index".into());
    }
    let keys = on_fields.foreign_keys.iter();
    let key = keys.into_iter().find(|key| key.columns == [name]);
    items.extend(key.into_iter().flat_map(|key| reference(writer, key)));
    comment::write(source, column.comment.as_deref(), "    ");
    if !items.is_empty() {
        attribute::write(source, "    ", "column", &items);
    }
    let text = writer.type_text(&found, column.nullable);
    push(source, format!("    pub {field}: {text},\n"));
}

/// `updated_at` includes the default `now()`.
fn default_or_updated_at(
    writer: &Writer<'_>,
    table: &Table,
    column: &Column,
    found: &RustType,
) -> Vec<String> {
    let is_own = |one| updated_at::column(table, one, writer.model) == Some(column);
    let default = default::write(writer, column, found);
    if !table.triggers.iter().any(is_own) {
        return default.into_iter().collect();
    }
    let other = default.filter(|default| default != "default = now()");
    std::iter::once("updated_at".to_owned())
        .chain(other)
        .collect()
}
