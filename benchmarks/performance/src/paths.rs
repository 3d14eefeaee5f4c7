//! Where things are in the repository.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};

/// The folder `benchmarks`.
pub(crate) fn benchmarks() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// The root of the repository.
pub(crate) fn repository() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// The file of results of one part.
pub(crate) fn results(part: &str) -> PathBuf {
    benchmarks().join("results").join(format!("{part}.json"))
}

/// The folder in which Cargo puts what it builds, as it did with this program.
pub(crate) fn target() -> Result<PathBuf> {
    let executable = env::current_exe().context("this program does not know where it is")?;
    let folder = executable.ancestors().nth(2);
    Ok(folder.context("this program is in no folder")?.to_owned())
}
