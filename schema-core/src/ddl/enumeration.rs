//! [`create type … as enum`](https://www.postgresql.org/docs/current/sql-createtype.html).

use super::{Existing, quote};
use crate::def::TableDef;
use crate::types::EnumDef;

/// Returns the enums of all columns, with repetitions.
pub(super) fn mentioned(tables: &[&'static TableDef]) -> impl Iterator<Item = &'static EnumDef> {
    tables
        .iter()
        .flat_map(|table| table.columns)
        .filter_map(|column| column.data_type.enumeration)
}

/// Returns the enums of all columns, each once.
pub(super) fn distinct(tables: &[&'static TableDef]) -> Vec<&'static EnumDef> {
    let mut all: Vec<&EnumDef> = Vec::new();
    for def in mentioned(tables) {
        if !all.contains(&def) {
            all.push(def);
        }
    }
    all
}

/// Returns the statement that creates an enum.
pub(super) fn create(def: &EnumDef, existing: Existing) -> String {
    let labels: Vec<String> = def
        .labels
        .iter()
        .map(|label| quote::literal(label))
        .collect();
    let statement = format!(
        "create type {} as enum ({})",
        quote::qualified(def.schema, def.name),
        labels.join(", ")
    );
    match existing {
        Existing::Fail => statement,
        // Postgres has no `create type if not exists`.
        Existing::Keep => quote::unless_exists(&find(def), &statement),
    }
}

/// Returns the query that finds an enum in the schema where it would be created.
fn find(def: &EnumDef) -> String {
    let schema = match def.schema {
        Some(schema) => quote::literal(schema),
        None => String::from("current_schema()"),
    };
    format!(
        "select from pg_type join pg_namespace on pg_namespace.oid = typnamespace where typname = {} and nspname = {schema}",
        quote::literal(def.name)
    )
}

/// Returns the statement that drops an enum. It fails if a table outside the set still has a column of this type.
pub(super) fn drop(def: &EnumDef) -> String {
    format!(
        "drop type if exists {}",
        quote::qualified(def.schema, def.name)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATUS: EnumDef = EnumDef {
        schema: Some("clinic"),
        name: "status",
        labels: &["paid", "won't pay"],
    };

    #[test]
    fn labels_are_literals_in_their_order() {
        assert_eq!(
            create(&STATUS, Existing::Fail),
            r#"create type "clinic"."status" as enum ('paid', 'won''t pay')"#
        );
    }

    #[test]
    fn an_existing_enum_is_kept() {
        assert_eq!(
            create(&STATUS, Existing::Keep),
            r#"do $$
begin
    if not exists (select from pg_type join pg_namespace on pg_namespace.oid = typnamespace where typname = 'status' and nspname = 'clinic') then
        create type "clinic"."status" as enum ('paid', 'won''t pay');
    end if;
end
$$"#
        );
    }
}
