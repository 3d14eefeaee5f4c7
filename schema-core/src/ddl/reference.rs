//! Foreign keys of a set of tables.

use std::collections::HashSet;

use super::DdlError;
use crate::def::{TableDef, TableName};

/// Checks that the set contains each table that a foreign key references.
pub(super) fn check(tables: &[&'static TableDef]) -> Result<(), DdlError> {
    let listed: HashSet<TableName> = tables.iter().map(|table| table.name).collect();
    for table in tables {
        let mut keys = table.foreign_keys.iter();
        if let Some(key) = keys.find(|key| !listed.contains(&key.table)) {
            return Err(DdlError::MissingTable {
                table: key.table,
                referenced_by: table.name,
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ddl::testing::{FOREIGN_KEY, table};
    use crate::def::ForeignKeyDef;

    #[test]
    fn a_missing_table_is_an_error() {
        static B: TableDef = TableDef {
            foreign_keys: &[ForeignKeyDef {
                table: table("c").name,
                columns: &["id"],
                ..FOREIGN_KEY
            }],
            ..table("b")
        };
        static C: TableDef = table("c");
        check(&[&B, &C]).unwrap();
        assert_eq!(
            check(&[&B]).unwrap_err().to_string(),
            "table \"c\" is referenced by \"b\" but is not part of the schema; add it to `schema![…]`"
        );
    }
}
