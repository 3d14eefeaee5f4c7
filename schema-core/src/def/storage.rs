//! Exclusion constraints, partitions and storage parameters of a table.

use super::{Deferrable, IndexOn};

/// The parts of a table's definition that most tables do not have.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "events", with(fillfactor = 70))]
/// struct Event {
///     id: i64,
/// }
///
/// assert_eq!(Event::DEF.storage.with, [("fillfactor", "70")]);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct StorageDef {
    /// Exclusion constraints.
    pub exclusions: &'static [ExclusionDef],
    /// The key by which rows are distributed to partitions.
    pub partition_by: Option<PartitionByDef>,
    /// The partitions that are declared. The database can have more.
    pub partitions: &'static [PartitionDef],
    /// Storage parameters, such as `("fillfactor", "70")`.
    pub with: &'static [(&'static str, &'static str)],
    /// True if the table is not in the write-ahead log.
    pub unlogged: bool,
}

impl StorageDef {
    /// A table without any of these.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { text: String }
    /// use schema_core::def::StorageDef;
    ///
    /// assert_eq!(Note::DEF.storage.with, StorageDef::NONE.with);
    /// ```
    pub const NONE: Self = Self {
        exclusions: &[],
        partition_by: None,
        partitions: &[],
        with: &[],
        unlogged: false,
    };
}

/// An [exclusion constraint](https://www.postgresql.org/docs/current/sql-createtable.html#SQL-CREATETABLE-EXCLUDE): for
/// two rows, at least one of the operators is false.
#[derive(Debug, Clone, Copy)]
pub struct ExclusionDef {
    /// The constraint's name. The default is `{table}_{columns}_excl`.
    pub name: Option<&'static str>,
    /// The access method of its index, such as `gist`.
    pub method: &'static str,
    /// The columns and expressions, in order.
    pub elements: &'static [ExclusionElementDef],
    /// The condition on rows that are compared, as SQL text.
    pub filter: Option<&'static str>,
    /// The time at which the constraint is checked.
    pub deferrable: Deferrable,
}

/// A column or expression of an exclusion constraint.
#[derive(Debug, Clone, Copy)]
pub struct ExclusionElementDef {
    /// The column or expression.
    pub on: IndexOn,
    /// The operator class as SQL text, such as `gist_int8_ops`.
    pub operator_class: Option<&'static str>,
    /// The operator, such as `&&`.
    pub operator: &'static str,
}

/// The key of a [partitioned table](https://www.postgresql.org/docs/current/ddl-partitioning.html).
#[derive(Debug, Clone, Copy)]
pub struct PartitionByDef {
    /// How rows are distributed.
    pub strategy: PartitionStrategy,
    /// The columns and expressions of the key.
    pub key: &'static [IndexOn],
}

/// How the rows of a partitioned table are distributed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PartitionStrategy {
    /// By ranges of the key.
    Range,
    /// By lists of values.
    List,
    /// By the remainder of a hash.
    Hash,
}

/// A partition. It is in the same Postgres schema as its table.
#[derive(Debug, Clone, Copy)]
pub struct PartitionDef {
    /// The name, without quotes.
    pub name: &'static str,
    /// The rows that it contains.
    pub bound: PartitionBound,
}

/// The rows of a partition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartitionBound {
    /// From the first value, up to the second one without it. Each has a value for each part of the key.
    Range(&'static [PartitionValue], &'static [PartitionValue]),
    /// The rows with one of these values.
    List(&'static [PartitionValue]),
    /// The rows whose hash has this remainder.
    Hash {
        /// The divisor.
        modulus: u32,
        /// The remainder.
        remainder: u32,
    },
    /// The rows that belong to no other partition.
    Default,
}

/// A value in the bound of a partition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PartitionValue {
    /// A text, which becomes a literal of the key's type. A date or time without a zone is UTC.
    Text(&'static str),
    /// A number or an expression, as SQL text.
    Sql(&'static str),
}
