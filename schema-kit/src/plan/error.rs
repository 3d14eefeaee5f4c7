//! The errors of plans.

use schema_ddl::diff::Cycle;

use crate::introspect::IntrospectError;
use crate::migrate::MigrateError;
use crate::normal::NormalError;

/// A plan could not be made or applied.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PlanError {
    /// Changes need each other.
    #[error("the changes need each other; make them in two steps")]
    Cycle(#[from] Cycle),
    /// The schema of a database could not be read.
    #[error(transparent)]
    Read(#[from] IntrospectError),
    /// The server refuses the wanted schema.
    #[error(transparent)]
    Normal(#[from] NormalError),
    /// The plan loses data, and nobody allowed it.
    #[error("the plan loses data, so nothing was changed; allow it with `--allow-data-loss`:\n  {}", .losses.join("\n  "))]
    DataLoss {
        /// The losses.
        losses: Vec<String>,
    },
    /// The schema is not the one that the plan was made for.
    #[error(
        "the schema has changed since the plan was made, so nothing was done; make the plan again"
    )]
    Moved,
    /// The text is not a plan.
    #[error("the file is not a plan; make it again with `--save`")]
    Damaged(#[source] serde_json::Error),
    /// A plan of a newer version.
    #[error("the plan has format {format}, which is newer than this program; update `schema-kit`")]
    Newer {
        /// The format.
        format: u32,
    },
    /// A statement failed.
    #[error("the server refused `{statement}`; {}", if *.is_partial { "the changes before it are made, so make a new plan for the rest" } else { "nothing was changed" })]
    Statement {
        /// The statement.
        statement: String,
        /// True if statements in transactions before it are committed.
        is_partial: bool,
        /// The error, with its reason.
        source: Box<MigrateError>,
    },
    /// The changes could not run for another reason.
    #[error(transparent)]
    Run(Box<MigrateError>),
    /// After the plan ran, the schema is still another one.
    #[error("the plan ran, but these changes remain: {}; this is a bug in `schema-kit`, so report it", .statements.join("; "))]
    Remaining {
        /// The statements of those changes.
        statements: Vec<String>,
    },
    /// A query failed.
    #[error("a query failed")]
    Database(#[from] sqlx::Error),
    /// A rename that cannot be read.
    #[error(
        "`{text}` is not a rename; write `old_table=new_table` or `table.old_column=new_column`"
    )]
    Rename {
        /// The text.
        text: String,
    },
}
