//! The errors of a migration.

use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use super::{FolderError, Script, TextError};

/// A statement of a migration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub file: PathBuf,
    /// The line. If the server said where in the statement the error is, it is that line.
    pub line: usize,
    /// The number of the statement. The first one is 1.
    pub statement: usize,
}

impl Place {
    /// The statement with this index, or the end of the file.
    pub(crate) fn new(script: &Script, index: usize) -> Self {
        let statements = script.text.statements();
        Self {
            file: script.path.clone(),
            line: statements.get(index).map_or_else(
                || script.sql.lines().count().max(1),
                |statement| statement.line,
            ),
            statement: index + 1,
        }
    }
}

/// Writes `migrations/1_a.up.sql:3 (statement 2)`.
impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let file = self.file.display();
        write!(f, "{file}:{} (statement {})", self.line, self.statement)
    }
}

/// A migration that did not run, or not to its end.
///
/// The message says what to do. The server's error is the source.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum MigrateError {
    /// The folder cannot be read.
    #[error(transparent)]
    Folder(#[from] FolderError),
    /// A statement or mark of a migration that has not run is not possible there.
    #[error("`{}` cannot run", .file.display())]
    Text {
        /// The file.
        file: PathBuf,
        /// The mistake.
        source: TextError,
    },
    /// A statement of an applied migration was edited.
    #[error(
        "{place} has changed since it was applied; restore it, and write the change as a new migration"
    )]
    Edited {
        /// The first changed statement.
        place: Place,
    },
    /// A migration that sqlx applied has another checksum.
    #[error(
        "`{}` has changed since sqlx applied it; restore it, or, if only comments or layout changed, accept it with \
         `baseline`", .file.display()
    )]
    EditedSinceSqlx {
        /// The file.
        file: PathBuf,
    },
    /// A migration is applied, but not in the folder.
    #[error(
        "migration {version} ({name}) is applied to the database, but has no file in the folder; restore its files from \
         version control"
    )]
    MissingFile {
        /// The version.
        version: i64,
        /// The recorded name.
        name: String,
    },
    /// A database has applied some of the migrations that were squashed into one.
    #[error(
        "`{}` squashes migrations of which the database lacks {}; apply their old files first, from the commit before the \
         squash", .file.display(), .missing.join(", ")
    )]
    PartlySquashed {
        /// The script of the squashed migration.
        file: PathBuf,
        /// The versions and names of those that are not applied.
        missing: Vec<String>,
    },
    /// A migration stopped half way and was squashed then.
    #[error(
        "{part} stopped half way before it was squashed into `{}`; finish it with its old files, from the commit before the \
         squash", .file.display()
    )]
    HalfSquashed {
        /// The script of the squashed migration.
        file: PathBuf,
        /// The version and name of the old one.
        part: String,
    },
    /// A rollback stopped half way.
    #[error(
        "the rollback of migration {version} ({name}) stopped half way; run `rollback` to finish it"
    )]
    HalfReverted {
        /// The version.
        version: i64,
        /// The name.
        name: String,
    },
    /// A migration stopped half way, so it cannot be rolled back.
    #[error(
        "{place} was the next to run when the migration stopped; run `migrate` to finish it before a rollback"
    )]
    HalfApplied {
        /// The first statement that has not run.
        place: Place,
    },
    /// sqlx recorded a migration as failed.
    #[error(
        "sqlx recorded migration {version} as failed; complete or undo it by hand, then correct its row in \
         `_sqlx_migrations`"
    )]
    FailedInSqlx {
        /// The version.
        version: i64,
    },
    /// Another tool recorded a migration as failed or unfinished.
    #[error(
        "{tool} recorded the migration `{name}` as unfinished; finish or resolve it with {tool} first"
    )]
    UnfinishedElsewhere {
        /// The tool.
        tool: super::Tool,
        /// The name that it recorded.
        name: String,
    },
    /// A migration has no down script.
    #[error("`{}` has no `.down.sql` beside it, so it cannot be rolled back; write one", .file.display())]
    NoDown {
        /// The file of the up script.
        file: PathBuf,
    },
    /// A version for `baseline` that no migration has.
    #[error(
        "the folder has no migration {version}; name the version of the last one that the database already contains"
    )]
    UnknownVersion {
        /// The version.
        version: i64,
    },
    /// No schema of the search path exists.
    #[error("no schema of the connection's `search_path` exists; create one, or set `search_path`")]
    NoSchema,
    /// The server accepts no changes.
    #[error("the server is a standby, which accepts no changes; connect to the primary server")]
    Standby,
    /// The connection is in a transaction.
    #[error("the connection is in a transaction; commit or roll it back before the migrations run")]
    InTransaction,
    /// The connection goes through a pooler that changes the server's session between transactions.
    #[error(
        "the connection goes through a pooler in transaction mode, which cannot keep the lock that migrations need; connect \
         with the direct URL of the server"
    )]
    Pooler,
    /// Another run holds the lock of migrations.
    #[error(
        "another run of migrations held the lock for {} seconds (server process {}); wait for it, or end it with \
         `select pg_terminate_backend(…)`", .waited.as_secs(), pids(.holders)
    )]
    Locked {
        /// How long this run waited.
        waited: Duration,
        /// The server processes that hold the lock.
        holders: Vec<i32>,
    },
    /// Someone else builds the index that a migration creates.
    #[error(
        "{place}: another session (server process {pid}) is building this index; wait until it has finished, and run again"
    )]
    IndexInProgress {
        /// The statement.
        place: Place,
        /// The server process.
        pid: i32,
    },
    /// A lock of a table was not available in time.
    #[error(
        "{place} did not get its locks in {attempts} attempts, and changed nothing; run again when no long transaction uses \
         the table, or allow a longer `lock_timeout`"
    )]
    LockTimeout {
        /// The statement.
        place: Place,
        /// How often it was tried.
        attempts: u32,
        /// The server's error.
        source: sqlx::Error,
    },
    /// The role has not the privilege for a statement.
    #[error(
        "role `{role}` lacks the privilege for {place}, which changed nothing; grant it, or run as the owner of the object"
    )]
    Privilege {
        /// The statement.
        place: Place,
        /// The role of the connection.
        role: String,
        /// The server's error.
        source: sqlx::Error,
    },
    /// The role has not the privilege to read or write the history.
    #[error(
        "role `{role}` lacks the privilege to keep the history of migrations; grant `create` on the schema, and all \
         privileges on `_schema_migrations` and `_sqlx_migrations`"
    )]
    HistoryPrivilege {
        /// The role of the connection.
        role: String,
        /// The server's error.
        source: sqlx::Error,
    },
    /// The connection was lost.
    #[error("the connection was lost at {place}; the next run continues there")]
    Interrupted {
        /// The first statement that is not recorded as done.
        place: Place,
        /// The error of the connection.
        source: sqlx::Error,
    },
    /// A statement failed.
    #[error("{place} failed, and changed nothing; correct the file, and run again")]
    Statement {
        /// The statement.
        place: Place,
        /// The server's error.
        source: sqlx::Error,
    },
    /// A statement outside a transaction failed that may have done a part of its work.
    #[error(
        "{place} failed outside a transaction; look at what it did before the error, correct the file, and run again"
    )]
    OutsideStatement {
        /// The statement.
        place: Place,
        /// The server's error.
        source: sqlx::Error,
    },
    /// Any other error of the connection or the server.
    #[error("could not read or write the history of migrations")]
    Database(#[from] sqlx::Error),
}

fn pids(pids: &[i32]) -> String {
    let pids: Vec<String> = pids.iter().map(ToString::to_string).collect();
    if pids.is_empty() {
        "unknown".to_owned()
    } else {
        pids.join(", ")
    }
}

/// The server's code of an error.
pub(crate) fn code(error: &sqlx::Error) -> Option<String> {
    Some(error.as_database_error()?.code()?.into_owned())
}

/// Returns true if another attempt may succeed: a lock was not available, or there was a deadlock.
pub(crate) fn is_contention(error: &sqlx::Error) -> bool {
    matches!(code(error).as_deref(), Some("55P03" | "40P01"))
}

pub(crate) fn is_privilege(error: &sqlx::Error) -> bool {
    code(error).as_deref() == Some("42501")
}

/// Returns true if the connection can no longer be used.
pub(crate) fn is_lost(error: &sqlx::Error) -> bool {
    match code(error) {
        Some(code) => {
            code.starts_with("08")
                || matches!(&*code, "57P01" | "57P02" | "57P03" | "57P05" | "25P03")
        }
        None => !matches!(
            error,
            sqlx::Error::RowNotFound | sqlx::Error::ColumnDecode { .. } | sqlx::Error::Decode(_)
        ),
    }
}
