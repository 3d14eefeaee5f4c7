//! The kinds of constraints that a statement can violate.

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
