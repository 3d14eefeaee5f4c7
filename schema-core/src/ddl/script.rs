//! Scripts: lists of DDL statements.

use std::fmt;
use std::future::Future;

use sqlx::{AssertSqlSafe, PgExecutor};

use crate::error::Error;

/// The key of the advisory lock: any number that other programs are unlikely to use.
const LOCK: i64 = 0x7363_6865_6d61;

/// SQL statements in the order in which they must run, from [`Schema::create`](super::Schema::create) and its siblings.
///
/// [`execute`](Self::execute) runs them in one transaction. They can also run one by one. [`Display`](fmt::Display)
/// writes them as a file for `psql`: one after the other, each with a semicolon.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "notes")]
/// struct Note {
///     #[column(index)]
///     text: String,
/// }
///
/// let script = schema![Note].create()?;
/// assert_eq!(
///     script.to_string(),
///     r#"create table "notes" (
///     "text" text not null
/// );
/// create index "notes_text_idx" on "notes" ("text");"#
/// );
/// # Ok::<(), schema_core::ddl::DdlError>(())
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
#[must_use = "a script does nothing until its statements run"]
pub struct Script {
    statements: Vec<String>,
}

impl Script {
    /// Returns the statements, without semicolons.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(index)] text: String }
    /// let script = schema![Note].create_indexes()?;
    /// assert_eq!(script.statements(), [r#"create index "notes_text_idx" on "notes" ("text")"#]);
    /// # Ok::<(), schema_core::ddl::DdlError>(())
    /// ```
    pub fn statements(&self) -> &[String] {
        &self.statements
    }

    /// Runs all statements on an `sqlx::PgExecutor`. If one of them fails, none has an effect.
    ///
    /// Outside a transaction, the statements run in their own. A lock makes programs that start at the same time run
    /// their scripts one after the other.
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
    ///
    /// If the server rejects a statement, or the connection fails.
    pub fn execute<'c, E: PgExecutor<'c>>(
        &self,
        executor: E,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        // The server runs several statements in one message as one transaction, unless there already is one. The lock
        // is necessary because `if not exists` is not atomic: two sessions can both find nothing and both create the
        // object. The end of the transaction releases it.
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
    fn a_script_displays_as_a_file_for_psql() {
        let mut script = Script::default();
        script.push("select 1".to_owned());
        script.push("select 2".to_owned());
        assert_eq!(script.to_string(), "select 1;\nselect 2;");
        assert_eq!(Script::default().to_string(), "");
    }
}
