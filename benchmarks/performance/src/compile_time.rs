//! Compile time, which is measured by a separate program.

use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use crate::paths;

const PACKAGE: &str = "compile-time";

/// Measures everything. The program writes its own file of results.
pub(crate) fn measure() -> Result<()> {
    run(&[])
}

/// Measures the size of the expansion of a table of schema, and writes it to that file.
pub(crate) fn expansion(output: &Path) -> Result<()> {
    let output = output.to_str().context("the path is not valid UTF-8")?;
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
        .context("could not start cargo")?;
    ensure!(status.success(), "`{PACKAGE}` fails");
    Ok(())
}
