//! [`create type … as enum`](https://www.postgresql.org/docs/current/sql-createtype.html).

use std::collections::HashMap;

use super::check::check_name_fits;
use super::{DdlError, Existing, quote, user_type};
use crate::def::TableDef;
use crate::types::{EnumDef, TypeDef};

/// Returns the enums of all columns and of their fields, with repetitions.
pub(super) fn mentioned(tables: &[&'static TableDef]) -> impl Iterator<Item = &'static EnumDef> {
    let types = user_type::mentioned(tables).into_iter();
    types.filter_map(|def| match def {
        TypeDef::Enum(def) => Some(def),
        TypeDef::Composite(_) | TypeDef::Domain(_) => None,
    })
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

/// Checks that two enums of one name have the same labels, and that names fit.
pub(super) fn check(tables: &[&'static TableDef]) -> Result<(), DdlError> {
    let mut seen: HashMap<(Option<&str>, &str), &'static [&'static str]> = HashMap::new();
    for def in mentioned(tables) {
        let first = *seen.entry((def.schema, def.name)).or_insert(def.labels);
        if first != def.labels {
            let name = quote::qualified(def.schema, def.name);
            return Err(DdlError::EnumConflict {
                name,
                first,
                second: def.labels,
            });
        }
        def.schema.map_or(Ok(()), check_name_fits)?;
        check_name_fits(def.name)?;
        def.labels
            .iter()
            .try_for_each(|label| check_name_fits(label))?;
    }
    Ok(())
}

/// Returns the statement that creates an enum.
pub(super) fn create(def: &'static EnumDef, existing: Existing) -> String {
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
        Existing::Keep => quote::unless_exists(&user_type::find(TypeDef::Enum(def)), &statement),
    }
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
