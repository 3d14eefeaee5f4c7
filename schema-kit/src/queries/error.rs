//! The errors of this module.

use std::io;
use std::path::PathBuf;

use crate::normal::NormalError;

/// The queries of a program could not be read or checked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum QueriesError {
    /// The file could not be read.
    #[error("could not read `{}`", .path.display())]
    Read {
        /// The file.
        path: PathBuf,
        /// The error.
        source: io::Error,
    },
    /// There are no marked texts in the file.
    #[error(
        "`{}` contains no queries of schema; name the compiled program rather than a library or a script, and unpack it if it is compressed",
        .path.display()
    )]
    NoQueries {
        /// The file.
        path: PathBuf,
    },
    /// The texts have a mark of another version of this library.
    #[error(
        "`{}` was compiled with a newer version of schema (its marks have version {version}); update the tool",
        .path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// The version of the marks.
        version: u8,
    },
    /// The schema could not be created.
    #[error("the schema could not be created in a scratch schema")]
    Scratch(#[from] NormalError),
    /// A query of this module failed.
    #[error("a query failed")]
    Database(#[from] sqlx::Error),
}
