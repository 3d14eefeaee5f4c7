//! What the compiler does, which another program measures.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::paths;

const PACKAGE: &str = "compile-time";

/// Everything. It writes its own file of results.
pub(crate) fn measure() -> Result<()> {
    run(&[])
}

/// The size of what a table of ours expands to, into that file.
pub(crate) fn expansion(output: &Path) -> Result<()> {
    let output = output.to_str().context("a path that is no text")?;
    run(&[
        "--only",
        "expansion",
        "--driver",
        "schema",
        "--output",
        output,
    ])
}

fn run(arguments: &[&str]) -> Result<()> {
    let status = Command::new("cargo")
        .args(["run", "--release", "--locked", "--package", PACKAGE])
        .arg("--target-dir")
        .arg(paths::target()?)
        .arg("--manifest-path")
        .arg(paths::benchmarks().join("Cargo.toml"))
        .arg("--")
        .args(arguments)
        .status()
        .context("cargo does not start")?;
    ensure!(status.success(), "`{PACKAGE}` fails");
    Ok(())
}
