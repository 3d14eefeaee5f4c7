//! A list of statements.

use std::fmt;
use std::future::Future;

use sqlx::{AssertSqlSafe, PgExecutor};

use crate::error::Error;

/// Any number that others are unlikely to lock.
const LOCK: i64 = 0x7363_6865_6d61;

/// SQL statements in the order to run them, from [`Schema::create`](super::Schema::create) and its like.
///
/// Each one runs by itself, and all of them can run in one transaction. [`Display`](fmt::Display) writes them as a
/// file for `psql`, one after the other, each with its semicolon.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[must_use = "a script does nothing until its statements run"]
pub struct Script {
    statements: Vec<String>,
}

impl Script {
    /// The statements, without semicolons.
    pub fn statements(&self) -> &[String] {
        &self.statements
    }

    /// Runs all statements, on anything that is an `sqlx::PgExecutor`: all of them, or, after an error, none.
    ///
    /// On a connection outside of a transaction they run in one of their own. Several programs that start at once wait
    /// for each other.
    ///
    /// ```no_run
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64 }
    /// # async fn example(pool: sqlx::PgPool) -> Result<(), Box<dyn std::error::Error>> {
    /// schema![Patient].create_if_not_exists()?.execute(&pool).await?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// What the server says.
    pub fn execute<'c, E: PgExecutor<'c>>(
        &self,
        executor: E,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        // One message of several statements is one transaction, where there is none yet. `if not exists` looks before
        // it creates, and two that look at once both create; hence the lock, which the transaction's end releases.
        let sql = format!("select pg_advisory_xact_lock({LOCK});\n{self}");
        async move {
            executor.execute(AssertSqlSafe(sql)).await?;
            Ok(())
        }
    }

    pub(super) fn push(&mut self, statement: String) {
        self.statements.push(statement);
    }
}

impl Extend<String> for Script {
    fn extend<I: IntoIterator<Item = String>>(&mut self, statements: I) {
        self.statements.extend(statements);
    }
}

impl IntoIterator for Script {
    type Item = String;
    type IntoIter = std::vec::IntoIter<String>;

    fn into_iter(self) -> Self::IntoIter {
        self.statements.into_iter()
    }
}

impl fmt::Display for Script {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (i, statement) in self.statements.iter().enumerate() {
            if i > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{statement};")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_reads_as_a_file_for_psql() {
        let mut script = Script::default();
        script.push("select 1".to_owned());
        script.push("select 2".to_owned());
        assert_eq!(script.to_string(), "select 1;\nselect 2;");
        assert_eq!(Script::default().to_string(), "");
    }
}
