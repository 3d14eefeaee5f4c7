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
        Existing::Keep => quote::unless_exists(&statement),
    }
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
    create type "clinic"."status" as enum ('paid', 'won''t pay');
exception when duplicate_object then null;
end
$$"#
        );
    }
}
