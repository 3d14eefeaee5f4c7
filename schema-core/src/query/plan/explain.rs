//! Running `explain`.

use schema_macros::hide_bounds;
use sqlx::postgres::{PgArguments, PgRow};
use sqlx::{AssertSqlSafe, Connection, PgExecutor};
use sqlx::{SqlSafeStr as _, SqlStr};

#[cfg(feature = "json")]
use super::Plan;
use crate::error::{Result, Subject};
use crate::exec::{Executor, Statement};
use crate::query::OneConnection;
use crate::row::RowReader;
use crate::sql::Fragment;

/// The method `explain` of every statement.
#[hide_bounds]
pub trait ExplainMethods: Statement {
    /// Asks the server how it would run the statement. Nothing runs, unless [`analyze`](Explain::analyze) follows.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64 }
    /// let explain = Patient.find(7).explain().verbose();
    /// assert_eq!(
    ///     explain.to_sql(),
    ///     r#"explain (verbose) select "patients"."id" from "patients" where "patients"."id" = $1"#
    /// );
    /// # let _ = async |pool: &sqlx::PgPool| -> schema_core::Result<()> {
    /// let text: String = explain.text(pool).await?;
    /// # Ok(())
    /// # };
    /// ```
    fn explain(self) -> Explain<Self>
    where
        Self: Fragment,
    {
        Explain {
            statement: self,
            options: Options::default(),
        }
    }
}

impl<Q: Statement> ExplainMethods for Q {}

/// The options in parentheses.
#[derive(Debug, Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of Postgres"
)]
struct Options {
    analyze: bool,
    verbose: bool,
    settings: bool,
    buffers: bool,
    generic: bool,
}

impl Options {
    fn head(self, json: bool) -> String {
        let words = [
            (self.analyze, "analyze"),
            (self.verbose, "verbose"),
            (self.settings, "settings"),
            (self.buffers, "buffers"),
            (self.generic, "generic_plan"),
            (json, "format json"),
        ];
        let words: Vec<_> = words
            .into_iter()
            .filter_map(|(wanted, word)| wanted.then_some(word))
            .collect();
        if words.is_empty() {
            String::from("explain ")
        } else {
            format!("explain ({}) ", words.join(", "))
        }
    }
}

/// `explain statement`. [`ExplainMethods::explain`] returns it.
#[derive(Debug, Clone, Copy)]
#[must_use = "nothing is sent until `text` or `plan` is awaited"]
pub struct Explain<Q> {
    statement: Q,
    options: Options,
}

impl<Q: Statement + Fragment> Explain<Q> {
    /// `verbose`: shows the columns that each node returns, and the Postgres schemas of tables.
    pub fn verbose(mut self) -> Self {
        self.options.verbose = true;
        self
    }

    /// `settings`: shows the settings that differ from their defaults and affect the plan.
    pub fn settings(mut self) -> Self {
        self.options.settings = true;
        self
    }

    /// `buffers`: shows how many blocks are read. Without [`analyze`](Self::analyze), only those read for planning.
    pub fn buffers(mut self) -> Self {
        self.options.buffers = true;
        self
    }

    /// `generic_plan`: the plan for any values, which are not sent. Postgres 16 or later.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64 }
    /// assert_eq!(
    ///     Patient.find(7).explain().generic_plan().to_sql(),
    ///     r#"explain (generic_plan) select "patients"."id" from "patients" where "patients"."id" = $1"#
    /// );
    /// ```
    pub fn generic_plan(mut self) -> Self {
        self.options.generic = true;
        self
    }

    /// `analyze`: **runs the statement**, and shows the actual rows and times.
    ///
    /// It runs in a transaction that is rolled back, so rows that it changes are unchanged afterwards. What a rollback
    /// does not undo remains: values taken from a sequence, and effects outside of the database. Locks are held until
    /// the end of the transaction around it.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64 }
    /// let delete = Patient.delete().filter(Patient.id.eq(7)).explain().analyze();
    /// assert_eq!(
    ///     delete.to_sql(),
    ///     r#"explain (analyze) delete from "patients" where "patients"."id" = $1"#
    /// );
    /// # let _ = async |pool: &sqlx::PgPool| -> schema_core::Result<()> {
    /// let plan = delete.plan(pool).await?;
    /// assert_eq!(plan.root().actual_rows(), Some(0.0));
    /// # Ok(())
    /// # };
    /// ```
    pub fn analyze(mut self) -> Analyze<Q> {
        self.options.analyze = true;
        // Postgres refuses both, and the values are needed to run it.
        self.options.generic = false;
        Analyze(self)
    }

    /// Returns the SQL text of [`text`](Self::text).
    pub fn to_sql(&self) -> String {
        self.options.head(false) + &self.statement.to_sql()
    }

    /// Returns the plan as text, as `psql` shows it.
    ///
    /// # Errors
    /// [`Error`](crate::Error) if a value cannot be encoded or the server rejects the statement.
    pub async fn text<'c, E: Executor<'c>>(self, executor: E) -> Result<String> {
        Ok(self.request(false)?.run(executor).await?.join("\n"))
    }

    /// Returns the plan as nodes.
    ///
    /// # Errors
    /// [`Error`](crate::Error) if a value cannot be encoded or the server rejects the statement.
    #[cfg(feature = "json")]
    pub async fn plan<'c, E: Executor<'c>>(self, executor: E) -> Result<Plan> {
        let rows = self.request(true)?.run(executor).await?;
        Plan::parse(&rows.concat())
    }

    /// Returns the plan that the server makes if it avoids sequential scans, by `set local enable_seqscan = off`.
    ///
    /// It shows whether a query *can* use an index, whatever the size of the table: a table with few rows is
    /// scanned even if it has one.
    ///
    /// # Errors
    /// [`Error`](crate::Error) if a value cannot be encoded or the server rejects the statement.
    #[cfg(feature = "json")]
    pub async fn plan_with_indexes<'c, C: OneConnection<'c>>(self, connection: C) -> Result<Plan> {
        let request = self.request(true)?;
        let rows = request
            .run_rolled_back(connection, Some(NO_SEQSCAN))
            .await?;
        Plan::parse(&rows.concat())
    }

    /// The text and the values to send.
    fn request(self, json: bool) -> Result<Request> {
        let head = self.options.head(json);
        let (sql, arguments) = if self.options.generic {
            (self.statement.to_sql().into_owned(), None)
        } else {
            let (sql, arguments) = self.statement.into_sqlx()?;
            (sql.as_str().to_owned(), Some(arguments))
        };
        let sql = AssertSqlSafe(head + &sql).into_sql_str();
        Ok(Request {
            subject: Subject::new(Q::TABLE, Some(&sql)),
            sql,
            arguments,
        })
    }
}

#[cfg(feature = "json")]
const NO_SEQSCAN: &str = "set local enable_seqscan = off";

/// `explain (analyze) statement`, which runs the statement and rolls it back. [`Explain::analyze`] returns it.
#[derive(Debug, Clone, Copy)]
#[must_use = "nothing is sent until `text` or `plan` is awaited"]
pub struct Analyze<Q>(Explain<Q>);

impl<Q: Statement + Fragment> Analyze<Q> {
    /// See [`Explain::verbose`].
    pub fn verbose(self) -> Self {
        Self(self.0.verbose())
    }

    /// See [`Explain::settings`].
    pub fn settings(self) -> Self {
        Self(self.0.settings())
    }

    /// `buffers`: shows how many blocks each node read and wrote.
    pub fn buffers(self) -> Self {
        Self(self.0.buffers())
    }

    /// Returns the SQL text of [`text`](Self::text).
    pub fn to_sql(&self) -> String {
        self.0.to_sql()
    }

    /// **Runs the statement**, rolls it back, and returns the plan as text.
    ///
    /// # Errors
    /// [`Error`](crate::Error) if a value cannot be encoded or the server rejects the statement.
    pub async fn text<'c, C: OneConnection<'c>>(self, connection: C) -> Result<String> {
        let request = self.0.request(false)?;
        Ok(request.run_rolled_back(connection, None).await?.join("\n"))
    }

    /// **Runs the statement**, rolls it back, and returns the plan as nodes.
    ///
    /// # Errors
    /// [`Error`](crate::Error) if a value cannot be encoded or the server rejects the statement.
    #[cfg(feature = "json")]
    pub async fn plan<'c, C: OneConnection<'c>>(self, connection: C) -> Result<Plan> {
        let request = self.0.request(true)?;
        Plan::parse(&request.run_rolled_back(connection, None).await?.concat())
    }
}

/// A statement on its way to the server.
struct Request {
    sql: SqlStr,
    /// `None` sends the text alone.
    arguments: Option<PgArguments>,
    subject: Subject,
}

impl Request {
    async fn run<'c, E: PgExecutor<'c>>(self, executor: E) -> Result<Vec<String>> {
        let Self {
            sql,
            arguments,
            subject,
        } = self;
        let rows = match arguments {
            Some(arguments) => {
                let query = sqlx::query_with(sql, arguments).persistent(false);
                query.fetch_all(executor).await
            }
            None => sqlx::raw_sql(sql).fetch_all(executor).await,
        };
        let rows = rows.map_err(|error| subject.error(error))?;
        Ok(rows.iter().map(line).collect())
    }

    /// Runs `before` and the statement in a transaction that is rolled back. In a transaction of the caller's, that is a
    /// savepoint.
    async fn run_rolled_back<'c, C: OneConnection<'c>>(
        self,
        connection: C,
        before: Option<&'static str>,
    ) -> Result<Vec<String>> {
        let mut connection = connection.one().await?;
        let mut transaction = Connection::begin(&mut *connection).await?;
        if let Some(before) = before {
            sqlx::raw_sql(before).execute(&mut *transaction).await?;
        }
        let rows = self.run(&mut *transaction).await?;
        transaction.rollback().await?;
        Ok(rows)
    }
}

/// Reads the only column, which is text or JSON: both are the same bytes in either format.
fn line(row: &PgRow) -> String {
    let bytes = RowReader::new(row).value().unwrap_or_default();
    String::from_utf8_lossy(bytes).into_owned()
}
