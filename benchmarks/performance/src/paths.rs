//! Paths in the repository.

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

/// The folder of Cargo's build output, which contains this program.
pub(crate) fn target() -> Result<PathBuf> {
    let executable = env::current_exe().context("could not get the path of this program")?;
    let folder = executable.ancestors().nth(2);
    Ok(folder
        .context("the path of this program has no parent")?
        .to_owned())
}
