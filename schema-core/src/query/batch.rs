//! Several statements on one connection, one after another.

use std::future::Future;
use std::marker::PhantomData;

use futures_core::future::BoxFuture;
use schema_macros::hide_bounds;
use sqlx::{Connection, PgConnection};

use super::OneConnection;
use crate::error::Result;
use crate::exec::{Executable, Execute as _, Fetch as _, Query};
use crate::row::RowDecoder;
use crate::sql::Fragment;
use crate::tuples::for_each_scope;

/// Statements that run on one connection, in order, and return a tuple of their results.
///
/// Each statement is sent when the one before has ended: sqlx does not send several at once. So a batch takes as many round
/// trips as it has statements; it saves the waits for a connection in between, and makes it one transaction if that is
/// asked for.
///
/// ```
/// use schema_core::prelude::*;
/// use schema_core::query::Batch;
///
/// #[table(name = "patients")]
/// struct Patient {
///     #[column(primary_key)]
///     id: i64,
///     name: String,
/// }
///
/// # async fn run(pool: &sqlx::PgPool) -> schema_core::Result<()> {
/// let (patients, total, deleted): (Vec<Patient>, i64, u64) = Batch::new()
///     .fetch_all(Patient.select().limit(10))
///     .fetch_one(Patient.select().columns(count()))
///     .execute(Patient.delete().filter(Patient.id.eq(7)))
///     .run_in_transaction(pool)
///     .await?;
/// # Ok(())
/// # }
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use = "nothing is sent until `run` is awaited"]
pub struct Batch<T>(T);

impl Batch<()> {
    /// Creates a batch without statements.
    pub const fn new() -> Self {
        Self(())
    }
}

impl Default for Batch<()> {
    fn default() -> Self {
        Self::new()
    }
}

#[hide_bounds]
impl<T> Batch<T> {
    /// Adds a statement, of which the result has all rows.
    pub fn fetch_all<Q: Query<Decoder = D>, D, With>(self, query: Q) -> Batch<With>
    where
        T: Append<Step<EveryRow<Q>, D>, With>,
    {
        Batch(self.0.append(Step::new(EveryRow(query))))
    }

    /// Adds a statement, of which the result has the first row. Without one, the batch ends with
    /// [`Error::NotFound`](crate::Error::NotFound).
    pub fn fetch_one<Q: Query<Decoder = D>, D, With>(self, query: Q) -> Batch<With>
    where
        T: Append<Step<OneRow<Q>, D>, With>,
    {
        Batch(self.0.append(Step::new(OneRow(query))))
    }

    /// Adds a statement, of which the result has the first row, or `None`.
    pub fn fetch_optional<Q: Query<Decoder = D>, D, With>(self, query: Q) -> Batch<With>
    where
        T: Append<Step<OptionalRow<Q>, D>, With>,
    {
        Batch(self.0.append(Step::new(OptionalRow(query))))
    }

    /// Adds a statement, of which the result has the number of changed rows.
    pub fn execute<Q: Executable, With>(self, statement: Q) -> Batch<With>
    where
        T: Append<Step<ChangedRows<Q>, ()>, With>,
    {
        Batch(self.0.append(Step::new(ChangedRows(statement))))
    }

    /// Runs the statements, each in its own transaction unless the connection is in one. After an error the others do not
    /// run, and those before it have had their effect.
    ///
    /// # Errors
    /// The error of the first statement that fails.
    pub fn run<'c, C: OneConnection<'c> + 'c>(
        self,
        connection: C,
    ) -> BoxFuture<'c, Result<T::Results>>
    where
        T: Steps + Send + 'c,
    {
        Box::pin(async move {
            let mut connection = connection.one().await?;
            self.0.run(&mut connection).await
        })
    }

    /// Runs the statements in one transaction, or in a savepoint if the connection is in one: all of them have their effect
    /// or none.
    ///
    /// # Errors
    /// The error of the first statement that fails, or of the commit.
    pub fn run_in_transaction<'c, C: OneConnection<'c> + 'c>(
        self,
        connection: C,
    ) -> BoxFuture<'c, Result<T::Results>>
    where
        T: Steps + Send + 'c,
    {
        Box::pin(async move {
            let mut connection = connection.one().await?;
            let mut transaction = Connection::begin(&mut *connection).await?;
            match self.0.run(&mut transaction).await {
                Ok(results) => {
                    transaction.commit().await?;
                    Ok(results)
                }
                Err(error) => {
                    // If it cannot be rolled back, the connection is lost, and the server rolls back.
                    drop(transaction.rollback().await);
                    Err(error)
                }
            }
        })
    }
}

/// A list of statements to which `X` can be added.
#[diagnostic::on_unimplemented(
    message = "a batch has at most 12 statements; run a second batch",
    label = "one statement too many"
)]
pub trait Append<X, With> {
    /// Adds it.
    fn append(self, step: X) -> With;
}

/// A statement of a batch, whose rows `D` decodes; `()` if it has none.
///
/// If the statement has no rows although it must, the compiler does not know `D`. All later bounds are on `D`, so that it
/// is a single error.
#[derive(Debug)]
pub struct Step<X, D> {
    statement: X,
    decoder: PhantomData<fn() -> D>,
}

impl<X, D> Step<X, D> {
    const fn new(statement: X) -> Self {
        Self {
            statement,
            decoder: PhantomData,
        }
    }
}

impl<X: Clone, D> Clone for Step<X, D> {
    fn clone(&self) -> Self {
        Self::new(self.statement.clone())
    }
}

impl<X: Copy, D> Copy for Step<X, D> {}

/// The decoder of the statement `X` of a batch, or `()`.
pub trait BatchStep<X> {
    /// The statement's result.
    type Output: Send;

    /// Runs the statement.
    fn run(
        statement: X,
        connection: &mut PgConnection,
    ) -> impl Future<Output = Result<Self::Output>> + Send;
}

/// The statements of a batch.
pub trait Steps {
    /// The results, a tuple.
    type Results: Send;

    /// Runs them.
    fn run(
        self,
        connection: &mut PgConnection,
    ) -> impl Future<Output = Result<Self::Results>> + Send;
}

macro_rules! step {
    ($($(#[$doc:meta])* $name:ident: [$($generics:tt)*] $bound:path, $decoder:ty =>
        |$query:ident, $connection:ident| $call:expr, $output:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name<Q>(Q);

        impl<Q: $bound + Fragment + Send, $($generics)*> BatchStep<$name<Q>> for $decoder
        where
            $output: Send,
        {
            type Output = $output;

            fn run(
                statement: $name<Q>,
                $connection: &mut PgConnection,
            ) -> impl Future<Output = Result<Self::Output>> + Send {
                let $query = statement.0;
                $call
            }
        }
    )*};
}

step! {
    /// A statement whose result has all rows.
    EveryRow: [D: RowDecoder] Query<Decoder = D>, D => |query, connection| query.fetch_all(connection), Vec<D::Row>;
    /// A statement whose result has the first row.
    OneRow: [D: RowDecoder] Query<Decoder = D>, D => |query, connection| query.fetch_one(connection), D::Row;
    /// A statement whose result has the first row, or `None`.
    OptionalRow: [D: RowDecoder] Query<Decoder = D>, D =>
        |query, connection| query.fetch_optional(connection), Option<D::Row>;
    /// A statement whose result has the number of changed rows.
    ChangedRows: [] Executable, () => |statement, connection| statement.execute(connection), u64;
}

impl<X> Append<X, (X,)> for () {
    fn append(self, step: X) -> (X,) {
        (step,)
    }
}

macro_rules! tuple {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        impl<$($name),+, X> Append<X, ($($name,)+ X)> for ($($name,)+) {
            fn append(self, step: X) -> ($($name,)+ X) {
                ($(self.$index,)+ step)
            }
        }

        impl<$($name: Send, $place: BatchStep<$name>),+> Steps for ($(Step<$name, $place>,)+) {
            type Results = ($($place::Output,)+);

            async fn run(self, connection: &mut PgConnection) -> Result<Self::Results> {
                Ok(($($place::run(self.$index.statement, &mut *connection).await?,)+))
            }
        }
    };
}

for_each_scope!(tuple);
