//! The error of a schema that cannot be read.

/// A Prisma schema or a Diesel `schema.rs` could not be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {message}")]
pub struct PullError {
    /// The line, from 1.
    pub line: usize,
    /// The mistake and its remedy.
    pub message: String,
}

impl PullError {
    pub(super) fn new(line: usize, message: impl Into<String>) -> Self {
        Self {
            line,
            message: message.into(),
        }
    }
}
