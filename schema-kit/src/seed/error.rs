//! The errors of seeding.

use schema_ddl::model::Name;

/// The tables could not be filled. No row was inserted.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SeedError {
    /// [`rows_of`](super::SeedOptions::rows_of) names a table that the schema does not contain.
    #[error("the schema has no table `{table}`, or it is a partition; name one of its tables")]
    UnknownTable {
        /// The name in the options.
        table: String,
    },
    /// Tables contain rows, and the options do not allow to append to them.
    #[error("tables already contain rows: {}; empty them, or allow to append", list(.tables))]
    NotEmpty {
        /// The tables.
        tables: Vec<Name>,
    },
    /// Tables reference each other, and no foreign key can be NULL or deferred.
    #[error(
        "tables reference each other: {}; make a column of one of the foreign keys nullable, or the foreign key deferrable",
        list(.tables)
    )]
    Cycle {
        /// The tables.
        tables: Vec<Name>,
    },
    /// No values are known for a type.
    #[error(
        "column `{column}` of {table} has type `{data_type}`, for which no values are known; give it a default, or let it be NULL"
    )]
    UnsupportedType {
        /// The table.
        table: Name,
        /// The column.
        column: String,
        /// The type.
        data_type: String,
    },
    /// A partitioned table has no partitions.
    #[error("{table} has no partition for its rows; create one first")]
    NoPartition {
        /// The table.
        table: Name,
    },
    /// The referenced table has no rows.
    #[error(
        "foreign key `{constraint}` of {table} needs rows in {referenced}, which is empty; seed that table as well"
    )]
    NoReferencedRow {
        /// The referencing table.
        table: Name,
        /// The foreign key.
        constraint: String,
        /// The referenced table.
        referenced: Name,
    },
    /// A unique constraint allows no more rows.
    #[error(
        "{table} cannot have {wanted} rows: after {rows} rows, no further value was found that `{constraint}` allows; ask for fewer rows"
    )]
    Exhausted {
        /// The table.
        table: Name,
        /// The unique constraint or index.
        constraint: String,
        /// The number of rows that were possible.
        rows: u64,
        /// The number of rows that were asked for.
        wanted: u64,
    },
    /// The server refused every row that was tried.
    #[error(
        "the server refused {attempts} rows of {table}{}: {}; give the column a default, or seed this table by hand",
        because_of(.constraint.as_ref()), reason(.source)
    )]
    Refused {
        /// The table.
        table: Name,
        /// The constraint.
        constraint: Option<String>,
        /// The number of rows that were tried.
        attempts: u32,
        /// The server's last error.
        source: sqlx::Error,
    },
    /// A query failed.
    #[error("a query failed")]
    Database(#[from] sqlx::Error),
}

fn list(tables: &[Name]) -> String {
    let names: Vec<String> = tables.iter().map(Name::to_string).collect();
    names.join(", ")
}

fn because_of(name: Option<&String>) -> String {
    name.map(|name| format!(" because of `{name}`"))
        .unwrap_or_default()
}

fn reason(error: &sqlx::Error) -> String {
    match error.as_database_error() {
        Some(error) => error.message().to_owned(),
        None => error.to_string(),
    }
}
