//! Statements of any shape, prepared and run.

use std::future::Future;
use std::pin::Pin;

use schema_core::Error;
use schema_core::exec::Executable;
use schema_core::prelude::*;
use schema_core::row::{ColumnList, Describe, RowDecoder};
use schema_core::sql::Fragment;
use sqlx::{
    AssertSqlSafe, Connection as _, Either, Executor as _, PgConnection, SqlSafeStr as _,
    Statement as _,
};

type Run = Box<dyn for<'c> FnOnce(&'c mut PgConnection) -> Running<'c>>;
type Running<'c> = Pin<Box<dyn Future<Output = schema_core::Result<usize>> + 'c>>;

/// A statement whose type is erased.
pub(crate) struct Made {
    sql: String,
    describe: Option<Describe>,
    run: Run,
}

/// A statement that returns rows.
pub(crate) fn query<Q: Query + 'static>(query: Q) -> Made {
    Made {
        sql: query.to_sql().into_owned(),
        describe: Some(query.decoder().describe()),
        run: Box::new(|connection| {
            let rows = query.fetch_all(connection);
            Box::pin(async { Ok(rows.await?.len()) })
        }),
    }
}

/// A statement that changes rows and returns none.
pub(crate) fn change<S: Executable + Fragment + 'static>(statement: S) -> Made {
    Made {
        sql: statement.to_sql().into_owned(),
        describe: None,
        run: Box::new(|connection| {
            let changed = statement.execute(connection);
            Box::pin(async { Ok(usize::try_from(changed.await?).unwrap_or(0)) })
        }),
    }
}

/// The result of a statement that the server accepted.
#[derive(Debug)]
pub(crate) struct Outcome {
    /// The number of rows, or the error that depends on the data.
    pub(crate) rows: Result<usize, String>,
    /// The types of the parameters, as the server names them.
    pub(crate) parameters: Vec<String>,
}

impl Made {
    pub(crate) fn sql(&self) -> &str {
        &self.sql
    }

    /// Prepares and runs the statement in a transaction that is rolled back.
    ///
    /// # Errors
    /// If the server refuses the statement, if a column has another type than the library says, or if one is NULL that
    /// must not be.
    pub(crate) async fn check(
        self,
        connection: &mut PgConnection,
        is_known: bool,
    ) -> Result<Outcome, String> {
        let prepared = connection.cached_statements_size();
        let mut transaction = connection
            .begin()
            .await
            .map_err(|error| error.to_string())?;
        let result = (self.run)(&mut transaction).await;
        transaction
            .rollback()
            .await
            .map_err(|error| error.to_string())?;
        let rows = match result {
            Ok(rows) => Ok(rows),
            Err(error) => Err(data_error(&error).ok_or_else(|| report(&error))?),
        };
        if !is_known && connection.cached_statements_size() == prepared {
            return Err(format!("it was not prepared: {rows:?}"));
        }
        // This is the statement that was prepared with the types of the values: it is kept by its text.
        let statement = connection
            .prepare(AssertSqlSafe(self.sql).into_sql_str())
            .await
            .map_err(|error| error.to_string())?;
        let columns = statement.columns();
        if let Some(describe) = self.describe {
            let expected = ColumnList::count(describe);
            if columns.len() != expected {
                return Err(format!("{} columns instead of {expected}", columns.len()));
            }
            ColumnList::check_columns(columns, describe).map_err(|error| report(&error))?;
        } else if !columns.is_empty() {
            return Err(format!(
                "{} columns of a statement without rows",
                columns.len()
            ));
        }
        let parameters = match statement.parameters() {
            Some(Either::Left(types)) => types.iter().map(ToString::to_string).collect(),
            _ => Vec::new(),
        };
        Ok(Outcome { rows, parameters })
    }
}

/// The error and its sources.
fn report(error: &Error) -> String {
    let mut report = error.to_string();
    let mut source = std::error::Error::source(error);
    while let Some(error) = source {
        report += ": ";
        report += &error.to_string();
        source = error.source();
    }
    report
}

/// Returns the code of an error that depends on the values, not on the statement: a division by zero, a text that is no
/// number, a scalar subquery with two rows, a violated constraint.
fn data_error(error: &Error) -> Option<String> {
    if let Error::Decode { source, .. } = error {
        // A `numeric` has more digits than `Decimal`, and a `timestamp` more years than chrono.
        let text = source.to_string();
        return ["out of range", "digits", "too large", "overflow"]
            .iter()
            .any(|part| text.contains(part))
            .then(|| format!("decode: {text}"));
    }
    let mut source = std::error::Error::source(error);
    let mut code = None;
    while let Some(error) = source {
        if let Some(sqlx::Error::Database(error)) = error.downcast_ref() {
            code = error.code().map(Into::into);
        }
        source = error.source();
    }
    let code: String = code.or_else(|| error.code().map(Into::into))?;
    ["22", "21", "23"]
        .iter()
        .any(|class| code.starts_with(class))
        .then_some(code)
}
