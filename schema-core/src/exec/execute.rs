//! `execute`: running a statement for its effect.

use schema_macros::hide_bounds;

use super::{Execution, Executor, Statement};
use crate::sql::{Fragment, NoRows};

/// A statement that can be executed: an update or delete specifies which rows it changes.
#[diagnostic::on_unimplemented(
    message = "this would change every row of the table; add `.filter(…)`, or `.all_rows()` if it should",
    label = "no `filter` before this"
)]
pub trait Executable: Statement {}

/// A statement that changes rows, and says which, by itself or as part of a statement with `with`.
#[diagnostic::on_unimplemented(
    message = "this would change every row of the table; add `.filter(…)`, or `.all_rows()` if it should",
    label = "no `filter` before this"
)]
pub trait Changes: Statement {}

/// The method `execute`.
#[hide_bounds]
pub trait Execute: Statement {
    /// Runs the statement and returns the number of rows that it changed.
    ///
    /// ```no_run
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64 }
    /// # async fn run(pool: &sqlx::PgPool) -> schema_core::Result<()> {
    /// let deleted: u64 = Patient.delete().filter(Patient.id.eq(7)).execute(pool).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Error`](crate::Error) if a value cannot be encoded or the server rejects the statement.
    fn execute<'e, 'c: 'e, E: Executor<'c> + 'e>(self, executor: E) -> Execution<'e>
    where
        Self: Executable + Fragment,
    {
        Execution::new(
            self.into_sqlx_for::<NoRows>(),
            Self::NAMED,
            executor,
            Self::TABLE,
        )
    }
}

impl<Q: Statement> Execute for Q {}
