//! Scripts: lists of DDL statements.

use std::fmt;
use std::future::{Future, poll_fn};

use schema_ddl::diff::Action;
use schema_ddl::model::Model;
use sqlx::postgres::{PgDatabaseError, PgErrorPosition};
use sqlx::{AssertSqlSafe, PgExecutor, SqlSafeStr as _};

use super::create::{self, Existing};
use super::{DdlError, existing};
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
    /// A statement that fails if an object of a wanted name is not the wanted one. It is not part of what is displayed.
    check: Option<String>,
}

impl Script {
    /// Returns the script that creates a model, such as one that `schema-kit` reads from a database. It fails if an object
    /// already exists. Postgres schemas, extensions and roles may exist.
    ///
    /// ```
    /// use schema_core::ddl::Script;
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { text: String }
    /// let mut model = schema![Note].model()?;
    /// model.tables[0].unlogged = true;
    /// assert_eq!(
    ///     Script::create(&model)?.to_string(),
    ///     "create unlogged table \"notes\" (\n    \"text\" text not null\n);"
    /// );
    /// # Ok::<(), schema_core::ddl::DdlError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If objects of the model need each other.
    pub fn create(model: &Model) -> Result<Self, DdlError> {
        let actions = create::actions(model)?;
        Ok(Self::of(model, &actions, Existing::Fail))
    }

    /// Returns the script that creates the missing objects of a model and leaves existing ones unchanged. See
    /// [`Schema::create_if_not_exists`](super::Schema::create_if_not_exists).
    ///
    /// ```
    /// use schema_core::ddl::Script;
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { text: String }
    /// let schema = schema![Note];
    /// assert_eq!(Script::create_if_not_exists(&schema.model()?), schema.create_if_not_exists());
    /// # Ok::<(), schema_core::ddl::DdlError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If objects of the model need each other.
    pub fn create_if_not_exists(model: &Model) -> Result<Self, DdlError> {
        let actions = create::actions(model)?;
        Ok(Self {
            check: existing::check(model),
            ..Self::of(model, &actions, Existing::Keep)
        })
    }

    /// Returns the script that drops the objects of a model **with all their rows**. See
    /// [`Schema::drop`](super::Schema::drop).
    ///
    /// ```
    /// use schema_core::ddl::Script;
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { text: String }
    /// let schema = schema![Note];
    /// assert_eq!(Script::drop(&schema.model()?), schema.drop());
    /// # Ok::<(), schema_core::ddl::DdlError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If objects of the model need each other.
    pub fn drop(model: &Model) -> Result<Self, DdlError> {
        Ok(Self {
            statements: create::drop(model)?,
            check: None,
        })
    }

    /// Returns the script of some actions that create a model.
    pub(super) fn of(model: &Model, actions: &[Action], existing: Existing) -> Self {
        let statements = actions.iter();
        let statements = statements
            .flat_map(|action| create::statements(model, action, existing))
            .collect();
        Self {
            statements,
            check: None,
        }
    }

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
    /// The script of [`create_if_not_exists`](super::Schema::create_if_not_exists) fails if it finds an object that has
    /// one of its names but is not the wanted one. Statements that run one by one do not check that.
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
    /// If the server rejects a statement, or the connection fails. The error contains the statement that was rejected.
    pub fn execute<'c, E: PgExecutor<'c>>(
        &self,
        executor: E,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        // The server runs several statements in one message as one transaction, unless there already is one. The lock
        // is necessary because `if not exists` is not atomic: two sessions can both find nothing and both create the
        // object. The end of the transaction releases it.
        let message = Message::of(self);
        async move {
            let mut results = executor.fetch_many(AssertSqlSafe(message.sql()));
            let mut completed = 0;
            while let Some(result) = poll_fn(|context| results.as_mut().poll_next(context)).await {
                match result {
                    Ok(result) => completed += usize::from(result.is_left()),
                    Err(error) => return Err(message.error(error, completed)),
                }
            }
            Ok(())
        }
    }
}

/// The statements that are sent as one message: a lock, and those of the script, between the same check twice.
struct Message {
    statements: Vec<String>,
}

impl Message {
    fn of(script: &Script) -> Self {
        // Before the script, the check names an object that is in the way. After it, the check finds what was skipped
        // because of another object of the script.
        let lock = format!("select pg_advisory_xact_lock({LOCK})");
        let check = script.check.iter().cloned();
        let statements = [lock].into_iter().chain(check.clone());
        let statements = statements.chain(script.statements.iter().cloned());
        Self {
            statements: statements.chain(check).collect(),
        }
    }

    fn sql(&self) -> String {
        self.statements.join(";\n")
    }

    /// Returns the error of the statement that follows those that completed.
    fn error(&self, error: sqlx::Error, completed: usize) -> Error {
        let position = if completed == 0 {
            position(&error)
        } else {
            None
        };
        let failed = match position {
            // The server reads all statements before it runs the first one.
            Some(position) => self.at(position),
            None => self.statements.get(completed),
        };
        let sql = failed.map(|statement| AssertSqlSafe(statement.clone()).into_sql_str());
        Error::classify(error, sql.as_ref())
    }

    /// Returns the statement at a position of the text, counted in characters from 1.
    fn at(&self, position: usize) -> Option<&String> {
        let mut end = 0;
        self.statements.iter().find(|statement| {
            end += statement.chars().count() + ";\n".len();
            position <= end
        })
    }
}

fn position(error: &sqlx::Error) -> Option<usize> {
    let error = error.as_database_error()?;
    match error.try_downcast_ref::<PgDatabaseError>()?.position()? {
        PgErrorPosition::Original(position) => Some(position),
        PgErrorPosition::Internal { .. } => None,
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
        let script = Script {
            statements: vec!["select 1".to_owned(), "select 2".to_owned()],
            check: None,
        };
        assert_eq!(script.to_string(), "select 1;\nselect 2;");
        assert_eq!(Script::default().to_string(), "");
    }
}
