//! The state of a connection since it was last clean, and the steps that clean it.

use sqlx::postgres::{PgDatabaseError, PgSeverity};

use crate::error::is_stale;

/// The state of a connection since it was last clean.
#[derive(Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts; a state machine would have their product as states"
)]
pub(super) struct State {
    /// A statement has begun and not ended. Its future may have been dropped.
    pub(super) busy: bool,
    /// The connection is lost.
    pub(super) broken: bool,
    /// The server has forgotten a prepared statement, or its plan no longer fits.
    pub(super) stale: bool,
    /// The program used the connection directly, or sent a text that may begin a transaction.
    pub(super) unknown: bool,
    /// sqlx's connection was handed out. It may have left an answer of the server unread, as after a failed `copy`.
    pub(super) handed_out: bool,
    /// `begin` was sent, and neither `commit` nor `rollback` has ended.
    pub(super) in_transaction: bool,
    /// The state of the transaction.
    pub(super) transaction: Progress,
}

/// The state of a transaction.
#[derive(Debug, Default)]
pub(super) struct Progress {
    /// A statement may have failed, so that the server may refuse to commit.
    pub(super) failed: bool,
    /// A serialization failure or a deadlock.
    pub(super) conflict: bool,
    /// The message of the first failure.
    pub(super) cause: Option<Box<str>>,
    /// The savepoint to roll back to before the next statement: a nested transaction was dropped. 0 is the whole
    /// transaction.
    pub(super) unwind: Option<u32>,
}

impl State {
    /// Returns true if another user can have the connection at once.
    pub(super) fn is_clean(&self) -> bool {
        !(self.busy
            || self.broken
            || self.stale
            || self.unknown
            || self.handed_out
            || self.in_transaction)
    }

    /// Records the end of a transaction.
    pub(super) fn no_transaction(&mut self) {
        self.in_transaction = false;
        self.transaction.unwind = None;
    }

    /// Records the end of a statement.
    pub(super) fn ended(&mut self, error: Option<&sqlx::Error>) {
        match error {
            None => self.busy = false,
            Some(error) => self.failed(error),
        }
    }

    #[cold]
    fn failed(&mut self, error: &sqlx::Error) {
        match error {
            sqlx::Error::Database(error) => {
                self.busy = false;
                self.transaction.failed = true;
                let Some(error) = error.try_downcast_ref::<PgDatabaseError>() else {
                    return;
                };
                self.transaction
                    .cause
                    .get_or_insert_with(|| error.message().into());
                if is_fatal(error) {
                    self.broken = true;
                } else if is_stale(error) {
                    self.stale = true;
                } else if matches!(error.code(), "40001" | "40P01") {
                    self.transaction.conflict = true;
                }
            }
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::WorkerCrashed => self.broken = true,
            // Nothing was sent.
            sqlx::Error::Encode(_) => self.busy = false,
            // The rest of the result may still come, so the connection stays busy.
            _ => self.transaction.failed = true,
        }
    }
}

/// Returns true if the server closes the connection after this error.
fn is_fatal(error: &PgDatabaseError) -> bool {
    matches!(error.severity(), PgSeverity::Fatal | PgSeverity::Panic)
}

/// Returns true if a text may begin a transaction that outlives it. A text of several statements is searched whole.
pub(super) fn may_begin(sql: &str, several: bool) -> bool {
    let begins = |statement: &str| {
        let word = statement
            .trim_start()
            .split(|c: char| !c.is_ascii_alphanumeric())
            .next()
            .unwrap_or_default();
        // A comment or a parenthesis hides the first word.
        word.is_empty() || word.eq_ignore_ascii_case("begin") || word.eq_ignore_ascii_case("start")
    };
    if several {
        sql.split(';')
            .any(|statement| !statement.trim().is_empty() && begins(statement))
    } else {
        begins(sql)
    }
}

#[cfg(test)]
mod tests {
    use super::may_begin;

    #[test]
    fn texts_that_may_begin_a_transaction() {
        for sql in [
            "begin",
            " BEGIN isolation level serializable",
            "start transaction",
            "/* a */ begin",
        ] {
            assert!(may_begin(sql, false), "{sql}");
        }
        assert!(may_begin("set a = 1; begin", true));
        assert!(may_begin("select 1;\n-- note\nbegin;", true));
    }

    #[test]
    fn texts_that_begin_none() {
        for sql in [
            "select 1",
            "insert into a values ('begin')",
            "set search_path = begin",
            "with a as (select 1) select 2",
        ] {
            assert!(!may_begin(sql, false), "{sql}");
        }
        assert!(!may_begin("set a = 1; select 2;", true));
    }
}
