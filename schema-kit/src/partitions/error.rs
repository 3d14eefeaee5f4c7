//! The errors of partition helpers.

use chrono::NaiveDate;
use schema_ddl::model::Name;

/// Partitions could not be created or detached. Nothing was changed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PartitionError {
    /// The table does not exist.
    #[error("table {table} does not exist")]
    MissingTable {
        /// The table.
        table: Name,
    },
    /// The table is not partitioned by ranges of one time column.
    #[error(
        "table {table} is not partitioned by ranges of one column of type `date`, `timestamp` or `timestamptz`"
    )]
    NotByTime {
        /// The table.
        table: Name,
    },
    /// A partition would overlap an existing one.
    #[error(
        "partition {partition} from {from} to {to} overlaps the existing partition {existing}; detach that one, or use periods of the same length"
    )]
    Overlap {
        /// The partition that should be created.
        partition: Name,
        /// Its first day.
        from: NaiveDate,
        /// The day after its last one.
        to: NaiveDate,
        /// The existing partition.
        existing: Name,
    },
    /// The default partition contains rows that belong in the new one.
    #[error(
        "the default partition {default} contains {rows} rows from {from} to {to}, so partition {partition} cannot be created; move or delete these rows first"
    )]
    RowsInDefault {
        /// The default partition.
        default: Name,
        /// The number of its rows that belong in the new partition.
        rows: i64,
        /// The partition that should be created.
        partition: Name,
        /// Its first day.
        from: NaiveDate,
        /// The day after its last one.
        to: NaiveDate,
    },
    /// Another object already has the name of a partition.
    #[error(
        "{partition} already exists, but is not a partition of {table} with the expected bounds; rename it"
    )]
    NameTaken {
        /// The name.
        partition: Name,
        /// The partitioned table.
        table: Name,
    },
    /// The periods reach beyond the years 1 to 9999.
    #[error("{ahead} periods after {from} are not within the years 1 to 9999")]
    OutOfRange {
        /// The first day.
        from: NaiveDate,
        /// The number of further periods.
        ahead: u32,
    },
    /// A query failed.
    #[error("a query failed")]
    Database(#[from] sqlx::Error),
}
