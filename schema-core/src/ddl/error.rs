//! The error of a set of tables for which no script can be written.

use crate::def::TableName;

/// A mistake in a set of tables, found before any SQL is written.
///
/// Every message contains the remedy.
///
/// ```
/// use schema_core::prelude::*;
///
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64 }
/// let error = schema![Patient, Patient].create().unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "table \"patients\" is in the schema twice; list it once, or give one of the two tables another name"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DdlError {
    /// A foreign key references a table that is not in the set.
    #[error(
        "table {table} is referenced by {referenced_by} but is not part of the schema; \
         add it to `schema![…]`"
    )]
    MissingTable {
        /// The missing table.
        table: TableName,
        /// The table that has the foreign key.
        referenced_by: TableName,
    },
    /// A table is listed twice, or two tables have the same name.
    #[error(
        "table {table} is in the schema twice; \
         list it once, or give one of the two tables another name"
    )]
    DuplicateTable {
        /// The name.
        table: TableName,
    },
    /// A partition has the same name as a table or as another partition.
    #[error(
        "partition {name} of table {table} has the name of another table or partition; give it another name"
    )]
    PartitionName {
        /// The partitioned table.
        table: TableName,
        /// The name of the partition.
        name: TableName,
    },
    /// Two enums have the same name but different labels.
    #[error(
        "enum {name} is declared with the labels {first:?} and with {second:?}; \
         give one of them another name"
    )]
    EnumConflict {
        /// The name, as SQL spells it.
        name: String,
        /// The labels of one enum.
        first: &'static [&'static str],
        /// The labels of the other enum.
        second: &'static [&'static str],
    },
    /// Two types have the same name but are created by different statements.
    #[error(
        "two types have the same name: `{first}` and `{second}`; give one of them another name"
    )]
    TypeConflict {
        /// The statement that creates one of them.
        first: String,
        /// The statement that creates the other one.
        second: String,
    },
    /// A composite type or a domain has the same name as a table, whose rows are a type of that name.
    #[error(
        "type {name} has the same name as table {table}, whose rows are a type; give it another name"
    )]
    TypeName {
        /// The type's name, as SQL spells it.
        name: String,
        /// The table.
        table: TableName,
    },
    /// Two constraints or indexes of a table have the same name.
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
    /// An enum has the same name as a table, whose rows are a type of that name, or as a type of an extension that the
    /// schema needs.
    #[error(
        "enum {name} has the same name as {other}, and both are types; add `#[pg_enum(name = \"…\")]`"
    )]
    EnumName {
        /// The enum's name, as SQL spells it.
        name: String,
        /// The table or the type.
        other: String,
    },
    /// A table or an index has the name of the sequence that Postgres creates for an identity column.
    #[error(
        "{relation} has the name of the sequence of the identity column \"{column}\" of table {table}; \
         give it another name"
    )]
    SequenceName {
        /// The table or index, as in `table "orders_id_seq"`.
        relation: String,
        /// The identity column.
        column: &'static str,
        /// The table of the identity column.
        table: TableName,
    },
    /// An index has the same name as a table or as another table's index. In Postgres they share a namespace.
    #[error(
        "index \"{name}\" of table {second} has the same name as table {first} or one of its indexes; \
         give it another name"
    )]
    DuplicateIndex {
        /// The name.
        name: String,
        /// The table with this name, or with an index of this name.
        first: TableName,
        /// The table with the other index of this name.
        second: TableName,
    },
    /// A length, a precision or a number of dimensions that Postgres or pgvector does not accept.
    #[error(
        "column \"{column}\" of table {table} is {data_type}; use a number from {least} to {most}"
    )]
    TypeModifier {
        /// The column.
        column: &'static str,
        /// Its table.
        table: TableName,
        /// The type, as SQL spells it.
        data_type: String,
        /// The smallest number.
        least: u32,
        /// The largest number.
        most: u32,
    },
    /// Objects need each other.
    #[error(
        "{objects} need each other, so there is no order in which they can be created; \
         remove one of their uses of each other"
    )]
    Cycle {
        /// The objects, as in `view "a", view "b"`.
        objects: String,
    },
    /// A function's name and its text contradict each other.
    #[error("function `{signature}` {problem}")]
    Function {
        /// The name and the types of the arguments.
        signature: &'static str,
        /// The contradiction and its remedy.
        problem: String,
    },
    /// Two objects have the same name.
    #[error("{object} is in the schema twice; list it once, or give one of the two another name")]
    DuplicateObject {
        /// The kind and the name.
        object: String,
    },
    /// The name of the trigger of an `updated_at` column is longer than Postgres allows.
    #[error(
        "column \"{column}\" of table {table} is `updated_at`, and the trigger's name `{name}` is too long; \
         shorten the column's name"
    )]
    TriggerName {
        /// The column.
        column: &'static str,
        /// Its table.
        table: TableName,
        /// The name of the trigger.
        name: String,
    },
    /// A name is longer than Postgres allows.
    #[error("the name \"{name}\" is {} bytes long but Postgres allows 63; shorten it", name.len())]
    NameTooLong {
        /// The name.
        name: &'static str,
    },
    /// A view has the name of a table, of another view or of an index.
    #[error("view {view} has the same name as {other}; give one of them another name")]
    ViewName {
        /// The view's name.
        view: TableName,
        /// The object with the same name.
        other: String,
    },
    /// The query of a view could not be written as SQL.
    #[error("the query of view {view} could not be written: {reason}; use constant values only")]
    ViewQuery {
        /// The view's name.
        view: TableName,
        /// The reason.
        reason: String,
    },
}
