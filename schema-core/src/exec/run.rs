//! Running statements through sqlx, on anything that is an `sqlx::PgExecutor`.

use schema_macros::hide_bounds;
use std::borrow::Cow;

use sqlx::postgres::PgArguments;
use sqlx::{AssertSqlSafe, PgExecutor, SqlSafeStr, SqlStr};

use super::future::Started;
use super::{
    ByFunctions, ByType, Decoder, Execution, FetchAll, FetchOne, FetchOptional, Reads, Rows,
};
use crate::error::{Error, Result};
use crate::sql::{Arguments, Fragment, SqlWriter, parameters, text};
use crate::table::TableDef;

/// A statement whose rows can be read: `select`, and the others with `returning`.
#[diagnostic::on_unimplemented(
    message = "this statement returns no rows",
    label = "nothing to fetch",
    note = "add `.returning(…)` before, or call `execute`"
)]
pub trait Query: Statement {
    /// What reads a row.
    type Decoder: Decoder;
}

/// A statement that says which rows it changes.
#[diagnostic::on_unimplemented(
    message = "this would change every row of the table",
    label = "no `filter` before this",
    note = "add `.filter(…)`; or `.all_rows()`, if every row is meant"
)]
pub trait Bounded: Statement {}

/// What statements run on: whatever is an `sqlx::PgExecutor`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not run statements",
    label = "expected `&PgPool`, or `&mut PgConnection`",
    note = "borrow a pool, `&pool`; of a transaction and a connection from a pool give what is in it, `&mut *transaction`"
)]
pub trait Executor<'c>: PgExecutor<'c> {}

#[diagnostic::do_not_recommend]
impl<'c, E: PgExecutor<'c>> Executor<'c> for E {}

/// A statement, which has a text.
pub trait Statement: Fragment + Sized {
    /// The table that the statement changes.
    const TABLE: Option<&'static TableDef> = None;

    /// The SQL text: a constant, unless its shape depends on a value.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64 }
    /// assert_eq!(
    ///     Patient.delete().filter(Patient.id.eq(7)).to_sql(),
    ///     r#"delete from "patients" where "patients"."id" = $1"#
    /// );
    /// ```
    fn to_sql(&self) -> Cow<'static, str> {
        // A constant condition, so that no code is made for the branch that is not taken.
        if const { text::<Self>().is_some() } {
            Cow::Borrowed(const { text::<Self>() }.unwrap_or_default())
        } else {
            let mut sql = SqlWriter::new();
            self.write(&mut sql);
            Cow::Owned(sql.finish())
        }
    }

    /// The text and the values, as sqlx takes them.
    ///
    /// # Errors
    /// [`Error::Encode`], where a value cannot be sent.
    fn into_sqlx(self) -> Result<(SqlStr, PgArguments)> {
        let mut arguments = Arguments::with_capacity(const { parameters::<Self>() });
        self.bind(&mut arguments).map_err(Error::encode)?;
        let sql = match self.to_sql() {
            Cow::Borrowed(text) => text.into_sql_str(),
            Cow::Owned(text) => AssertSqlSafe(text).into_sql_str(),
        };
        Ok((sql, arguments.into_inner()))
    }
}

/// What a statement does that says which rows it changes.
#[hide_bounds]
pub trait Execute: Bounded {
    /// Runs the statement and says how many rows it changed.
    ///
    /// # Errors
    /// [`Error`], by what the caller can do.
    fn execute<'e, 'c: 'e, E: Executor<'c> + 'e>(self, executor: E) -> Execution<'e> {
        // Not sqlx's `execute`, which puts two more streams and a future around what this reads.
        Execution {
            steps: start(self.into_sqlx(), |statement| executor.fetch_many(statement)),
            table: Self::TABLE,
            affected: 0,
        }
    }
}

impl<Q: Bounded> Execute for Q {}

/// What a statement does whose rows can be read.
#[hide_bounds]
pub trait Fetch: Query {
    /// Runs the statement and reads the only row; of several the first.
    ///
    /// # Errors
    /// [`Error::NotFound`], where there is none; else [`Error`].
    fn fetch_one<'e, 'c: 'e, E: Executor<'c> + 'e, D: Decoder>(
        self,
        executor: E,
    ) -> FetchOne<'e, ByType<D>>
    where
        Self: Query<Decoder = D>,
    {
        FetchOne(self.fetch_optional(executor))
    }

    /// Runs the statement and reads the row, if there is one; of several the first.
    ///
    /// # Errors
    /// [`Error`], by what the caller can do.
    fn fetch_optional<'e, 'c: 'e, E: Executor<'c> + 'e, D: Decoder>(
        self,
        executor: E,
    ) -> FetchOptional<'e, ByType<D>>
    where
        Self: Query<Decoder = D>,
    {
        fetch_optional(self.into_sqlx(), executor, Self::TABLE, ByType::NEW)
    }

    /// Runs the statement and reads all rows.
    ///
    /// # Errors
    /// [`Error`], by what the caller can do.
    fn fetch_all<'e, 'c: 'e, E: Executor<'c> + 'e, D: Decoder>(
        self,
        executor: E,
    ) -> FetchAll<'e, ByType<D>>
    where
        Self: Query<Decoder = D>,
    {
        fetch_all(self.into_sqlx(), executor, Self::TABLE, ByType::NEW)
    }

    /// Runs the statement and reads row after row, as the server sends them.
    fn fetch<'e, 'c: 'e, E: Executor<'c> + 'e>(
        self,
        executor: E,
    ) -> Rows<'e, <Self::Decoder as Decoder>::Row> {
        let decoder = ByFunctions::of::<Self::Decoder>();
        fetch(self.into_sqlx(), executor, Self::TABLE, decoder)
    }
}

impl<Q: Query> Fetch for Q {}

pub(crate) type Prepared = Result<(SqlStr, PgArguments)>;

/// Hands a statement to sqlx, which runs it when its future is polled. Not in a future of ours: a statement is
/// large, and would be moved into each future that waits for another.
#[inline]
fn start<T>(
    statement: Prepared,
    run: impl FnOnce((SqlStr, Option<PgArguments>)) -> T,
) -> Started<T> {
    match statement {
        Ok((sql, arguments)) => Ok(run((sql, Some(arguments)))),
        Err(error) => Err(Some(error)),
    }
}

pub(crate) fn fetch_optional<'e, 'c: 'e, E: PgExecutor<'c> + 'e, D>(
    statement: Prepared,
    executor: E,
    table: Option<&'static TableDef>,
    decoder: D,
) -> FetchOptional<'e, D> {
    FetchOptional {
        row: start(statement, |statement| executor.fetch_optional(statement)),
        table,
        decoder,
    }
}

pub(crate) fn fetch_all<'e, 'c: 'e, E: PgExecutor<'c> + 'e, D: Reads>(
    statement: Prepared,
    executor: E,
    table: Option<&'static TableDef>,
    decoder: D,
) -> FetchAll<'e, D> {
    FetchAll {
        steps: start(statement, |statement| executor.fetch_many(statement)),
        table,
        rows: Vec::new(),
        decoder,
    }
}

pub(crate) fn fetch<'e, 'c: 'e, E: PgExecutor<'c> + 'e, R>(
    statement: Prepared,
    executor: E,
    table: Option<&'static TableDef>,
    decoder: ByFunctions<R>,
) -> Rows<'e, R> {
    let steps = start(statement, |statement| executor.fetch_many(statement));
    Rows::new(steps, table, decoder)
}
