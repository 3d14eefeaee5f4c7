//! The kinds of errors that programs tell apart.

use std::fmt;

/// The kind of constraint that a statement violated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConstraintKind {
    /// A primary key, a unique constraint or a unique index: two rows would have the same key.
    Unique,
    /// A foreign key: the referenced row does not exist, or a row that is to be deleted is still referenced.
    ForeignKey,
    /// A check constraint: its condition is false.
    Check,
    /// A not-null constraint: the column is NULL or was not set.
    NotNull,
    /// An exclusion constraint: two rows conflict.
    Exclusion,
}

impl fmt::Display for ConstraintKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unique => "the statement violates the unique constraint",
            Self::ForeignKey => "the statement violates the foreign key",
            Self::Check => "the statement violates the check constraint",
            Self::NotNull => "the statement violates the not-null constraint",
            Self::Exclusion => "the statement violates the exclusion constraint",
        })
    }
}

/// The kind of conflict between concurrent transactions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ConflictKind {
    /// SQLSTATE 40001: under `repeatable read` or `serializable`, another transaction changed what this one read or
    /// writes. A standby also reports it if it had to remove rows that the query still needed.
    Serialization,
    /// SQLSTATE 40P01: transactions waited for each other's locks, and the server chose this one to end.
    Deadlock,
}

impl fmt::Display for ConflictKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Serialization => "the transaction conflicts with a concurrent one",
            Self::Deadlock => "the transaction was in a deadlock",
        })
    }
}

/// The reason why a cursor of a page is rejected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CursorKind {
    /// It is not a cursor, or it was altered or cut off.
    Altered,
    /// It is a cursor of another query, or of this one when it had another order.
    Foreign,
}

impl fmt::Display for CursorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Altered => "the text is not a cursor, or it was altered",
            Self::Foreign => "the cursor belongs to a query with another order",
        })
    }
}

/// The limit that a statement exceeded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TimeoutKind {
    /// SQLSTATE 55P03: a lock was not free within `lock_timeout`, or at once with `nowait`.
    Lock,
    /// SQLSTATE 57014: the statement ran longer than `statement_timeout`.
    ///
    /// Only the server's message distinguishes this from [`Error::Cancelled`](super::Error::Cancelled). If the server's
    /// messages are not in English (`lc_messages`), the error is `Cancelled`.
    Statement,
}

impl fmt::Display for TimeoutKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Lock => "a lock was not available in time",
            Self::Statement => "the statement took longer than `statement_timeout`",
        })
    }
}

/// A resource of the server.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ResourceKind {
    /// SQLSTATE 53300: the server, the database or the role has as many connections as it allows.
    Connections,
    /// SQLSTATE 53200: the server has no free memory.
    Memory,
    /// SQLSTATE 53100: the disk is full.
    Disk,
    /// Any other code of class 53, for example a limit of the server's configuration.
    Other,
}

impl fmt::Display for ResourceKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Connections => "the server has too many connections",
            Self::Memory => "the server is out of memory",
            Self::Disk => "the server's disk is full",
            Self::Other => "the server lacks a resource",
        })
    }
}
