//! Failures to connect.

use std::io;

/// A failure of the network while a connection was opened. Nothing was executed. Becomes [`Error::Pool`](super::Error).
#[derive(Debug, thiserror::Error)]
#[error("could not connect to the server: {0}")]
pub(crate) struct NotConnected(pub(crate) io::Error);

impl NotConnected {
    /// Returns true if an error of sqlx contains one.
    pub(super) fn is_in(error: &sqlx::Error) -> bool {
        matches!(error, sqlx::Error::Io(error) if error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<Self>))
    }
}
