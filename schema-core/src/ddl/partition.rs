//! The names of tables and of their partitions.

use std::borrow::Cow;
use std::collections::HashSet;

use super::DdlError;
use crate::def::{TableDef, TableName};

pub(super) fn check_tables_are_distinct(tables: &[&'static TableDef]) -> Result<(), DdlError> {
    let mut seen = HashSet::new();
    for table in tables {
        if !seen.insert(table.name) {
            return Err(DdlError::DuplicateTable { table: table.name });
        }
    }
    for table in tables {
        for partition in table.storage.partitions {
            let name = TableName {
                name: partition.name,
                ..table.name
            };
            if !seen.insert(name) {
                return Err(DdlError::PartitionName {
                    table: table.name,
                    name,
                });
            }
        }
    }
    Ok(())
}

/// Returns the names of partitions, each with that of its table.
pub(super) fn names(
    tables: &[&'static TableDef],
) -> impl Iterator<Item = ((Option<&'static str>, Cow<'static, str>), TableName)> {
    tables.iter().flat_map(|table| {
        let partitions = table.storage.partitions.iter();
        partitions.map(|one| ((table.name.schema, Cow::Borrowed(one.name)), table.name))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ddl::testing::table;
    use crate::def::{PartitionBound, PartitionDef, StorageDef};

    #[test]
    fn a_partition_with_the_name_of_a_table_is_an_error() {
        static PARTITIONED: TableDef = TableDef {
            storage: &StorageDef {
                partitions: &[PartitionDef {
                    name: "a",
                    bound: PartitionBound::Default,
                }],
                ..StorageDef::NONE
            },
            ..table("events")
        };
        static A: TableDef = table("a");
        check_tables_are_distinct(&[&PARTITIONED]).unwrap();
        let error = check_tables_are_distinct(&[&PARTITIONED, &A]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "partition \"a\" of table \"events\" has the name of another table or partition; give it another name",
        );
    }
}
