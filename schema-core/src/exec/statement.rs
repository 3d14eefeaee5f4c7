//! Statements: their text, their values, and how they are handed to sqlx.

use std::borrow::Cow;

use sqlx::postgres::PgArguments;
use sqlx::{AssertSqlSafe, PgExecutor, SqlSafeStr, SqlStr};

use super::Unnamed;
use crate::def::TableDef;
use crate::error::{Error, Result};
use crate::sql::{Arguments, Fragment, SqlWriter, may_share, parameters, text};

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
        if const { text::<Self>().is_some() } && !(const { may_share::<Self>() } && conflicts(self))
        {
            Cow::Borrowed(const { text::<Self>() }.unwrap_or_default())
        } else {
            Cow::Owned(write(self))
        }
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
        let mut arguments = Arguments::with_capacity(const { parameters::<Self>() });
        self.bind(&mut arguments).map_err(Error::encode)?;
        if const { may_share::<Self>() } && arguments.has_conflict() {
            return rebind(&self);
        }
        let sql = if const { text::<Self>().is_some() } {
            const { text::<Self>() }.unwrap_or_default().into_sql_str()
        } else {
            share(&self)
        };
        Ok((sql, arguments.into_inner()))
    }
}

/// Returns true if a statement contains several values of one `param!`, which cannot share a number.
///
/// A value that cannot be encoded is reported when the statement runs.
#[cold]
fn conflicts(statement: &impl Fragment) -> bool {
    let mut arguments = Arguments::with_capacity(0);
    statement.bind(&mut arguments).is_ok() && arguments.has_conflict()
}

fn write(statement: &impl Fragment) -> String {
    let mut sql = SqlWriter::new();
    statement.write(&mut sql);
    sql.finish()
}

/// Returns the text in a form that is cloned without a copy: the future keeps it for the error.
fn share(statement: &impl Fragment) -> SqlStr {
    AssertSqlSafe(SqlWriter::shared_text(|sql| statement.write(sql))).into_sql_str()
}

/// Numbers shared parameters by their values rather than by their types: one `param!` is used with several values.
#[cold]
fn rebind(statement: &impl Fragment) -> Result<(SqlStr, PgArguments)> {
    let mut arguments = Arguments::by_value();
    statement.bind(&mut arguments).map_err(Error::encode)?;
    Ok((share(statement), arguments.into_inner()))
}

/// Anything that runs statements: an `sqlx::PgExecutor`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not run statements",
    label = "expected `&PgPool` or `&mut PgConnection`",
    note = "borrow a pool: `&pool`; dereference a transaction or a pooled connection: `&mut *transaction`"
)]
pub trait Executor<'c>: PgExecutor<'c> {}

#[diagnostic::do_not_recommend]
impl<'c, E: PgExecutor<'c>> Executor<'c> for E {}
