//! Checks of the objects that belong to no table, and of policies and triggers.

use std::collections::HashSet;

use schema_ddl::sql::quote;

use super::check::check_name_fits;
use super::model::routine;
use super::{DdlError, Schema};
use crate::def::{MAX_NAME, Object, TableDef};

/// Checks the objects of a schema, and returns the first mistake.
pub(super) fn check(schema: &Schema) -> Result<(), DdlError> {
    let mut seen: HashSet<String> = HashSet::new();
    // Tables, views, indexes and sequences share a namespace.
    for table in schema.tables {
        let of_table = |name: &str| relation(table.name.schema, name);
        seen.insert(of_table(table.name.name));
        seen.extend(table.names().relations().map(|name| of_table(name)));
        for column in table.access.updated_at {
            let name = routine::updated_at_name(column);
            seen.insert(function(table.name.schema, &name, ""));
        }
        check_access(table)?;
    }
    for view in schema.views {
        let relation_of = |name: &str| relation(view.relation.name.schema, name);
        seen.insert(relation_of(view.relation.name.name));
        let names = view.relation.names();
        seen.extend(names.relations().map(|name| relation_of(name)));
    }
    for object in schema.objects {
        let name = match object {
            Object::Extension(name) => {
                check_name_fits(name)?;
                format!("extension {}", quote::name(name))
            }
            Object::Role(def) => {
                check_name_fits(def.name)?;
                format!("role {}", quote::name(def.name))
            }
            Object::Sequence(def) => {
                def.schema.map_or(Ok(()), check_name_fits)?;
                check_name_fits(def.name)?;
                relation(def.schema, def.name)
            }
            Object::Function(def) => {
                let routine = routine::routine(def)?;
                let name = routine.name;
                function(name.schema.as_deref(), &name.name, &routine.arguments)
            }
            Object::Grant(_) => continue,
        };
        if !seen.insert(name.clone()) {
            return Err(DdlError::DuplicateObject { object: name });
        }
    }
    Ok(())
}

fn relation(schema: Option<&str>, name: &str) -> String {
    format!(
        "the table, view, index or sequence {}",
        quote::qualified(schema, name)
    )
}

fn function(schema: Option<&str>, name: &str, arguments: &str) -> String {
    format!("function {}({arguments})", quote::qualified(schema, name))
}

fn check_access(table: &TableDef) -> Result<(), DdlError> {
    for policy in table.access.policies {
        check_name_fits(policy.name)?;
    }
    for trigger in table.access.triggers {
        check_name_fits(trigger.name)?;
    }
    for column in table.access.updated_at {
        let name = routine::updated_at_name(column);
        if name.len() > MAX_NAME {
            let table = table.name;
            return Err(DdlError::TriggerName {
                column,
                table,
                name,
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ddl::testing::table;
    use crate::def::{AccessDef, FunctionDef, RoleDef, SequenceDef, TableDef};

    const TOUCHED: TableDef = TableDef {
        access: &AccessDef {
            updated_at: &["changed"],
            ..*AccessDef::NONE
        },
        ..table("notes")
    };

    #[track_caller]
    fn fails(objects: &'static [Object], expected: &str) {
        let error = Schema::new(&[&TOUCHED]).with(objects).check();
        assert_eq!(error.unwrap_err().to_string(), expected);
    }

    #[test]
    fn two_objects_of_one_name_are_an_error() {
        fails(
            const {
                &[
                    Object::Role(RoleDef::new("a")),
                    Object::Role(RoleDef::new("a")),
                ]
            },
            "role \"a\" is in the schema twice; list it once, or give one of the two another name",
        );
        fails(
            const { &[Object::Sequence(SequenceDef::new("notes"))] },
            "the table, view, index or sequence \"notes\" is in the schema twice; \
             list it once, or give one of the two another name",
        );
        fails(
            const {
                &[Object::Function(FunctionDef::new(
                    "schema_touch_changed()",
                    "create function schema_touch_changed() returns trigger language plpgsql as ''",
                ))]
            },
            "function \"schema_touch_changed\"() is in the schema twice; \
             list it once, or give one of the two another name",
        );
        let other = const {
            &[Object::Sequence(
                SequenceDef::new("notes").in_schema("other"),
            )]
        };
        Schema::new(&[&TOUCHED]).with(other).check().unwrap();
    }

    #[test]
    fn a_name_that_is_too_long_is_an_error() {
        const NAME: &str = "x23456789_123456789_123456789_123456789_123456789_123456789_1234";
        const LONG: TableDef = TableDef {
            access: &AccessDef {
                updated_at: &["x23456789_123456789_123456789_123456789_123456789_1"],
                ..*AccessDef::NONE
            },
            ..table("notes")
        };
        fails(
            const { &[Object::Role(RoleDef::new(NAME))] },
            &format!("the name \"{NAME}\" is 64 bytes long but Postgres allows 63; shorten it"),
        );
        let error = Schema::new(&[&LONG]).check().unwrap_err().to_string();
        assert!(
            error.contains("is `updated_at`, and the trigger's name"),
            "{error}"
        );
    }
}
