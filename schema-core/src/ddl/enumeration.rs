//! [`create type … as enum`](https://www.postgresql.org/docs/current/sql-createtype.html).

use super::{Existing, quote};
use crate::table::{EnumDef, TableDef};

/// The enums that columns are of, each time one is mentioned.
pub(super) fn mentioned(tables: &[&'static TableDef]) -> impl Iterator<Item = &'static EnumDef> {
    tables
        .iter()
        .flat_map(|table| table.columns)
        .filter_map(|column| column.data_type.enumeration)
}

/// The enums that columns are of, each once.
pub(super) fn distinct(tables: &[&'static TableDef]) -> Vec<&'static EnumDef> {
    let mut all: Vec<&EnumDef> = Vec::new();
    for def in mentioned(tables) {
        if !all.contains(&def) {
            all.push(def);
        }
    }
    all
}

/// The statement that makes an enum.
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
        // There is no `create type if not exists`.
        Existing::Keep => quote::unless_exists(&find(def), &statement),
    }
}

/// The query that finds an enum where it would be made.
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

/// The statement that drops an enum. It fails where a table that is not ours still has a column of it.
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
    fn an_enum_that_is_there_stays() {
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
