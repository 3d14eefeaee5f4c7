//! What can go wrong while a server starts.

use std::error::Error as StdError;
use std::io;
use std::path::PathBuf;

/// A server that could not be started.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// `DATABASE_URL` is set to something that is not Unicode.
    #[error("the environment variable `DATABASE_URL` is not valid Unicode")]
    DatabaseUrl,

    /// The data directory could not be created.
    #[error("could not create a data directory in `{}`", .parent.display())]
    #[non_exhaustive]
    DataDir {
        /// The directory for temporary files, in which it should have been.
        parent: PathBuf,
        /// Why.
        source: io::Error,
    },

    /// No port of the loopback address could be opened.
    #[error("could not open a port on the loopback address")]
    Listen(#[source] io::Error),

    /// The files of Postgres could not be unpacked.
    #[error("could not install the embedded Postgres")]
    Install(#[source] Box<dyn StdError + Send + Sync>),

    /// The extension is not part of the embedded Postgres.
    #[error("the embedded Postgres has no extension `{0}`")]
    MissingExtension(&'static str),

    /// A thread could not be started, or ended before it was done.
    #[error("the thread of the embedded Postgres did not start")]
    Thread(#[source] Option<io::Error>),
}
