//! Statements: their text, their values, and how they are handed to sqlx.

use std::borrow::Cow;

use sqlx::postgres::PgArguments;
use sqlx::{AssertSqlSafe, PgExecutor, SqlSafeStr, SqlStr};

use super::Unnamed;
use crate::def::TableDef;
use crate::error::{Error, Result};
use crate::sql::{
    Arguments, Expects, Fragment, NoRows, SqlWriter, may_share, parameters, text, text_for,
    unselected_ordering,
};

/// A statement.
///
/// The trait is implemented for incomplete statements as well, which have no text: a method that needs a complete one
/// then reports what is missing.
pub trait Statement: Sized {
    /// The table that the statement changes.
    const TABLE: Option<&'static TableDef> = None;
    /// True if the statement is prepared under a name, and kept by the connection for the next time.
    const NAMED: bool = true;

    /// Returns the SQL text, as it is sent. It is a constant, unless its shape depends on a value.
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
    fn to_sql(&self) -> Cow<'static, str>
    where
        Self: Fragment,
    {
        // Constant conditions: no code is generated for the other branches.
        if const { text::<Self>().is_some() } {
            if const { may_share::<Self>() }
                && let Some(sql) = rewritten(self)
            {
                return Cow::Owned(sql);
            }
            return Cow::Borrowed(const { text::<Self>() }.unwrap_or_default());
        }
        let mut sql = SqlWriter::new();
        self.write(&mut sql);
        if sql.is_distinct()
            && let Some(sql) = rewritten(self)
        {
            return Cow::Owned(sql);
        }
        Cow::Owned(sql.finish())
    }

    /// Prepares the statement for one use, and leaves nothing of it on the server. It takes a second round trip.
    ///
    /// For statements whose text is rarely the same twice, and for poolers without support for prepared statements, if
    /// the statement is inside a transaction. A pool can do this for all statements:
    /// `PoolOptions::statements`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64 }
    /// # async fn run(pool: &schema_core::Pool) -> schema_core::Result<()> {
    /// let patients = Patient.select().unnamed().fetch_all(pool).await?;
    /// # Ok(())
    /// # }
    /// assert_eq!(Patient.find(7).unnamed().to_sql(), Patient.find(7).to_sql());
    /// ```
    fn unnamed(self) -> Unnamed<Self> {
        Unnamed { statement: self }
    }

    /// Returns the text and the values as sqlx accepts them.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64 }
    /// let (sql, _arguments) = Patient.delete().filter(Patient.id.eq(7)).into_sqlx()?;
    /// assert_eq!(sql.as_str(), r#"delete from "patients" where "patients"."id" = $1"#);
    /// # Ok::<(), schema_core::Error>(())
    /// ```
    ///
    /// # Errors
    /// [`Error::Encode`] if a value cannot be encoded.
    fn into_sqlx(self) -> Result<(SqlStr, PgArguments)>
    where
        Self: Fragment,
    {
        self.into_sqlx_for::<NoRows>()
    }

    /// The same for a statement whose rows `D` reads: the columns that it expects are in the compiled program, next to the
    /// text.
    ///
    /// # Errors
    /// [`Error::Encode`] if a value cannot be encoded.
    #[doc(hidden)]
    fn into_sqlx_for<D: Expects>(self) -> Result<(SqlStr, PgArguments)>
    where
        Self: Fragment,
    {
        let mut arguments = Arguments::with_capacity(const { parameters::<Self>() });
        self.bind(&mut arguments).map_err(Error::encode)?;
        if const { may_share::<Self>() } && !arguments.fits_text() {
            return rebind(&self, arguments.repeats());
        }
        let sql = if const { text_for::<Self, D>().is_some() } {
            const { text_for::<Self, D>() }
                .unwrap_or_default()
                .into_sql_str()
        } else {
            share(&self)
        };
        Ok((sql, arguments.into_inner()))
    }
}

/// Returns the text of a statement whose values determine the numbers of its parameters.
///
/// A value that cannot be encoded is reported when the statement runs.
#[cold]
fn rewritten(statement: &impl Fragment) -> Option<String> {
    let mut arguments = Arguments::with_capacity(0);
    statement.bind(&mut arguments).ok()?;
    if arguments.fits_text() {
        return None;
    }
    let numbers = if arguments.repeats() {
        let mut arguments = Arguments::by_content();
        statement.bind(&mut arguments).ok()?;
        arguments.into_parts().1
    } else {
        None
    };
    Some(write_numbered(statement, numbers))
}

fn write_numbered(statement: &impl Fragment, numbers: Option<Vec<usize>>) -> String {
    let mut sql = numbers.map_or_else(SqlWriter::new, SqlWriter::numbered);
    statement.write(&mut sql);
    sql.finish()
}

/// Returns the text in a form that is cloned without a copy: the future keeps it for the error.
fn share(statement: &impl Fragment) -> SqlStr {
    AssertSqlSafe(SqlWriter::shared_text(|sql| statement.write(sql))).into_sql_str()
}

/// Numbers parameters by their values: one `param!` is used with several values, or the statement `repeats` expressions
/// that the server must recognize.
#[cold]
fn rebind(statement: &impl Fragment, repeats: bool) -> Result<(SqlStr, PgArguments)> {
    let mut arguments = if repeats {
        Arguments::by_content()
    } else {
        Arguments::by_value()
    };
    statement.bind(&mut arguments).map_err(Error::encode)?;
    let (arguments, numbers) = arguments.into_parts();
    let sql = write_numbered(statement, numbers);
    if repeats && let Some(ordering) = unselected_ordering(&sql) {
        return Err(Error::Invalid {
            message: format!(
                "`select distinct` is ordered by `{ordering}`, which it does not select; select it as well"
            )
            .into(),
        });
    }
    Ok((AssertSqlSafe(sql).into_sql_str(), arguments))
}

/// Anything that runs statements: an `sqlx::PgExecutor`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not run statements",
    label = "expected a pool, a connection or a transaction",
    note = "write `&pool`, or `&mut transaction`",
    note = "write `&mut *tx` for a transaction of sqlx, `&mut **tx` for a reference to one"
)]
pub trait Executor<'c>: PgExecutor<'c> {}

#[diagnostic::do_not_recommend]
impl<'c, E: PgExecutor<'c>> Executor<'c> for E {}
