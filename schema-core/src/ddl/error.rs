//! What a set of tables can have wrong.

use crate::table::TableName;

/// Why a set of tables has no DDL.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DdlError {
    /// A foreign key leads to a table that is not in the set.
    #[error(
        "table {table} is referenced by {referenced_by} but is not part of the schema; \
         add it to `schema![…]`"
    )]
    MissingTable {
        /// The table that is not there.
        table: TableName,
        /// The table that has the foreign key.
        referenced_by: TableName,
    },
    /// A table is listed twice, or two tables have one name.
    #[error(
        "table {table} is in the schema twice; \
         list it once, or give one of the two tables another name"
    )]
    DuplicateTable {
        /// The name.
        table: TableName,
    },
    /// Two enums have one name, and their labels differ.
    #[error(
        "enum {name} is declared with the labels {first:?} and with {second:?}; \
         give one of them another name"
    )]
    EnumConflict {
        /// The name, as SQL spells it.
        name: String,
        /// The labels of one.
        first: &'static [&'static str],
        /// The labels of the other.
        second: &'static [&'static str],
    },
    /// Two constraints or indexes of a table have one name.
    #[error(
        "table {table} has two constraints or indexes with the name \"{name}\"; \
         give one of them another name"
    )]
    DuplicateConstraint {
        /// The table.
        table: TableName,
        /// The name.
        name: String,
    },
    /// An index has the name of another table's index, or of a table; Postgres has one list for both.
    #[error(
        "the index \"{name}\" of table {second} has the name of a table or index that belongs to {first}; \
         give it another name"
    )]
    DuplicateIndex {
        /// The name.
        name: String,
        /// The table that has the name, or an index with it.
        first: TableName,
        /// The table that has a second index with it.
        second: TableName,
    },
    /// A name is longer than Postgres keeps.
    #[error("the name \"{name}\" is {} bytes long and Postgres keeps 63; shorten it", name.len())]
    NameTooLong {
        /// The name.
        name: &'static str,
    },
}
