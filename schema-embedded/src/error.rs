//! Errors of starting a server.

use std::error::Error as StdError;
use std::io;
use std::path::PathBuf;

/// A failure to start a server.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The value of `DATABASE_URL` is not valid Unicode.
    #[error("the environment variable `DATABASE_URL` is not valid Unicode")]
    DatabaseUrl,

    /// The data directory could not be created.
    #[error("could not create a data directory in `{}`", .parent.display())]
    #[non_exhaustive]
    DataDir {
        /// The directory for temporary files.
        parent: PathBuf,
        /// The cause.
        source: io::Error,
    },

    /// Could not open a port on the loopback address.
    #[error("could not open a port on the loopback address")]
    Listen(#[source] io::Error),

    /// The files of Postgres could not be unpacked.
    #[error("could not install the embedded Postgres")]
    Install(#[source] Box<dyn StdError + Send + Sync>),

    /// The extension is not part of the embedded Postgres.
    #[error("the embedded Postgres has no extension `{0}`")]
    MissingExtension(&'static str),

    /// A thread could not be started, or ended too early.
    #[error("the thread of the embedded Postgres did not start")]
    Thread(#[source] Option<io::Error>),
}
