//! Checks a set of tables before any SQL is written.

use std::borrow::Cow;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use schema_ddl::sql::quote;

use super::{DdlError, column, enumeration, partition, reference, requires, user_type, view};
use crate::def::{MAX_NAME, TableDef, TableName, ViewDef};

/// Checks a set of tables and views against all rules, and returns the first violation.
pub(super) fn check(
    tables: &[&'static TableDef],
    views: &[&'static ViewDef],
) -> Result<(), DdlError> {
    check_tables(tables)?;
    view::check(tables, views)
}

fn check_tables(tables: &[&'static TableDef]) -> Result<(), DdlError> {
    partition::check_tables_are_distinct(tables)?;
    enumeration::check(tables)?;
    for table in tables {
        check_names_fit(table)?;
        column::check(table)?;
        check_constraints_are_distinct(table)?;
    }
    user_type::check(tables)?;
    check_enums_are_distinct_from_tables(tables)?;
    check_enums_are_distinct_from_extensions(tables)?;
    check_indexes_are_distinct(tables)?;
    check_sequences_are_distinct(tables)?;
    reference::check(tables)
}

/// Postgres truncates longer names, so errors and tools would show a name that the program does not know.
pub(super) fn check_names_fit(table: &'static TableDef) -> Result<(), DdlError> {
    table.name.schema.map_or(Ok(()), check_name_fits)?;
    check_name_fits(table.name.name)?;
    for column in table.columns {
        check_name_fits(column.name)?;
    }
    for partition in table.storage.partitions {
        check_name_fits(partition.name)?;
    }
    for name in table.given_names() {
        if let Cow::Borrowed(name) = name {
            check_name_fits(name)?;
        }
    }
    Ok(())
}

pub(super) fn check_name_fits(name: &'static str) -> Result<(), DdlError> {
    if name.len() > MAX_NAME {
        Err(DdlError::NameTooLong { name })
    } else {
        Ok(())
    }
}

fn check_constraints_are_distinct(table: &'static TableDef) -> Result<(), DdlError> {
    let names = table.names();
    let names: Vec<&str> = names.all().collect();
    for (i, name) in names.iter().enumerate() {
        if names[..i].contains(name) {
            return Err(DdlError::DuplicateConstraint {
                table: table.name,
                name: (*name).to_owned(),
            });
        }
    }
    Ok(())
}

/// The rows of a table are a type of its name. `create table if not exists` would use that type for the column.
fn check_enums_are_distinct_from_tables(tables: &[&'static TableDef]) -> Result<(), DdlError> {
    for def in enumeration::mentioned(tables) {
        let same =
            |table: &&&TableDef| (table.name.schema, table.name.name) == (def.schema, def.name);
        if let Some(table) = tables.iter().find(same) {
            return Err(DdlError::EnumName {
                name: quote::qualified(def.schema, def.name),
                other: format!("table {}", table.name),
            });
        }
    }
    Ok(())
}

/// Extensions go into the first Postgres schema of the search path, as do enums without a schema.
fn check_enums_are_distinct_from_extensions(tables: &[&'static TableDef]) -> Result<(), DdlError> {
    let extensions = requires::extensions(tables);
    for def in enumeration::mentioned(tables).filter(|def| def.schema.is_none()) {
        let extension = requires::of_type(def.name).filter(|of| extensions.contains(of));
        if let Some(extension) = extension {
            return Err(DdlError::EnumName {
                name: quote::name(def.name),
                other: format!("a type of the extension \"{extension}\""),
            });
        }
    }
    Ok(())
}

/// The sequence of an identity column is a relation. Postgres chooses another name if a relation with this one exists, but
/// not if it is created later.
fn check_sequences_are_distinct(tables: &[&'static TableDef]) -> Result<(), DdlError> {
    let mut relations: HashMap<(Option<&str>, Cow<'static, str>), String> = HashMap::new();
    for table in tables {
        let schema = table.name.schema;
        let of_table = format!("table {}", table.name);
        relations.insert((schema, Cow::Borrowed(table.name.name)), of_table);
        for name in table.names().relations() {
            let index = format!("index \"{name}\"");
            relations.insert((schema, name.clone()), index);
        }
    }
    for table in tables {
        for (column, sequence) in table.sequences() {
            let name = (table.name.schema, Cow::Owned(sequence));
            if let Some(relation) = relations.remove(&name) {
                return Err(DdlError::SequenceName {
                    relation,
                    column,
                    table: table.name,
                });
            }
        }
    }
    Ok(())
}

/// Tables and indexes share a namespace. `create index if not exists` would silently skip the second one.
fn check_indexes_are_distinct(tables: &[&'static TableDef]) -> Result<(), DdlError> {
    let mut taken: HashMap<(Option<&str>, Cow<'static, str>), TableName> = tables
        .iter()
        .map(|table| {
            (
                (table.name.schema, Cow::Borrowed(table.name.name)),
                table.name,
            )
        })
        .chain(partition::names(tables))
        .collect();
    for table in tables {
        for name in table.names().relations() {
            match taken.entry((table.name.schema, name.clone())) {
                Entry::Vacant(free) => {
                    free.insert(table.name);
                }
                Entry::Occupied(first) => {
                    return Err(DdlError::DuplicateIndex {
                        name: name.clone().into_owned(),
                        first: *first.get(),
                        second: table.name,
                    });
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ddl::testing::{CHECK, INDEX, by, column, table};
    use crate::def::{CheckDef, ColumnDef, IndexDef};
    use crate::types::{DataType, EnumDef};

    #[track_caller]
    fn fails(tables: &[&'static TableDef], expected: &str) {
        assert_eq!(check(tables, &[]).unwrap_err().to_string(), expected);
    }

    #[test]
    fn a_table_listed_twice_is_an_error() {
        static A: TableDef = table("a");
        fails(
            &[&A, &A],
            "table \"a\" is in the schema twice; list it once, or give one of the two tables another name",
        );
    }

    #[test]
    fn a_name_can_be_in_two_postgres_schemas() {
        static A: TableDef = table("a");
        static B: TableDef = TableDef {
            name: TableName {
                schema: Some("b"),
                name: "a",
            },
            ..table("a")
        };
        check(&[&A, &B], &[]).unwrap();
    }

    #[test]
    fn enums_of_one_name_must_be_equal() {
        const fn status(def: &'static EnumDef) -> ColumnDef {
            column("status", DataType::enumeration("\"status\"", def))
        }
        const ONE: EnumDef = EnumDef {
            schema: None,
            name: "status",
            labels: &["a", "b"],
        };
        const OTHER: EnumDef = EnumDef {
            labels: &["a"],
            ..ONE
        };
        static A: TableDef = TableDef {
            columns: &[status(&ONE)],
            ..table("a")
        };
        static B: TableDef = TableDef {
            columns: &[status(&OTHER)],
            ..table("b")
        };
        static C: TableDef = TableDef {
            columns: &[status(&ONE)],
            ..table("c")
        };
        check(&[&A, &C], &[]).unwrap();
        fails(
            &[&A, &B],
            "enum \"status\" is declared with the labels [\"a\", \"b\"] and with [\"a\"]; \
             give one of them another name",
        );
    }

    #[test]
    fn two_constraints_of_a_table_with_one_name_are_an_error() {
        const SAME: CheckDef = CheckDef {
            name: Some("same"),
            ..CHECK
        };
        static A: TableDef = TableDef {
            checks: &[SAME, SAME],
            ..table("a")
        };
        fails(
            &[&A],
            "table \"a\" has two constraints or indexes with the name \"same\"; \
             give one of them another name",
        );
    }

    #[test]
    fn two_indexes_of_one_name_are_an_error() {
        static A: TableDef = TableDef {
            indexes: &[IndexDef {
                elements: &[by("b_c")],
                ..INDEX
            }],
            ..table("a")
        };
        static B: TableDef = TableDef {
            indexes: &[IndexDef {
                elements: &[by("c")],
                ..INDEX
            }],
            ..table("a_b")
        };
        fails(
            &[&A, &B],
            "index \"a_b_c_idx\" of table \"a_b\" has the same name as table \"a\" or one of its indexes; \
             give it another name",
        );
    }

    // Finding A4.
    #[test]
    fn an_enum_with_the_name_of_a_table_is_an_error() {
        const K: EnumDef = EnumDef {
            schema: None,
            name: "k",
            labels: &["a"],
        };
        static T: TableDef = TableDef {
            columns: &[column("k", DataType::enumeration("\"k\"", &K).array_of())],
            ..table("t")
        };
        static OF_THE_NAME: TableDef = table("k");
        static ELSEWHERE: TableDef = TableDef {
            name: TableName {
                schema: Some("clinic"),
                name: "k",
            },
            ..table("k")
        };
        check(&[&T, &ELSEWHERE], &[]).unwrap();
        fails(
            &[&T, &OF_THE_NAME],
            "enum \"k\" has the same name as table \"k\", and both are types; add `#[pg_enum(name = \"…\")]`",
        );
    }

    // Related to finding A4.
    #[test]
    fn an_enum_with_the_name_of_an_extensions_type_is_an_error() {
        const VECTOR_ENUM: EnumDef = EnumDef {
            schema: None,
            name: "vector",
            labels: &["a"],
        };
        static T: TableDef = TableDef {
            columns: &[column(
                "k",
                DataType::enumeration("\"vector\"", &VECTOR_ENUM),
            )],
            ..table("t")
        };
        static WITH_VECTORS: TableDef = TableDef {
            columns: &[column("v", crate::ddl::testing::VECTOR.with_modifier(3))],
            ..table("v")
        };
        check(&[&T], &[]).unwrap();
        fails(
            &[&T, &WITH_VECTORS],
            "enum \"vector\" has the same name as a type of the extension \"vector\", and both are types; \
             add `#[pg_enum(name = \"…\")]`",
        );
    }

    // Related to finding A4.
    #[test]
    fn a_table_or_index_with_the_name_of_a_sequence_is_an_error() {
        const ID: ColumnDef = ColumnDef {
            identity: Some(crate::def::Identity::Always),
            ..column("id", crate::ddl::testing::BIGINT)
        };
        static ORDERS: TableDef = TableDef {
            columns: &[ID],
            ..table("orders")
        };
        static SEQUENCE: TableDef = table("orders_id_seq");
        static WITH_INDEX: TableDef = TableDef {
            indexes: &[IndexDef {
                name: Some("orders_id_seq"),
                elements: &[by("id")],
                ..INDEX
            }],
            ..table("a")
        };
        check(&[&ORDERS], &[]).unwrap();
        fails(
            &[&SEQUENCE, &ORDERS],
            "table \"orders_id_seq\" has the name of the sequence of the identity column \"id\" of table \"orders\"; \
             give it another name",
        );
        fails(
            &[&ORDERS, &WITH_INDEX],
            "index \"orders_id_seq\" has the name of the sequence of the identity column \"id\" of table \"orders\"; \
             give it another name",
        );
    }

    #[test]
    fn a_name_that_is_too_long_is_an_error() {
        const NAME: &str = "x23456789_123456789_123456789_123456789_123456789_123456789_1234";
        static A: TableDef = table(NAME);
        fails(
            &[&A],
            &format!("the name \"{NAME}\" is 64 bytes long but Postgres allows 63; shorten it"),
        );
    }
}
