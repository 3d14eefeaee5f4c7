//! `cargo build`, and the size of what it builds.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};

use super::check::prepare;
use crate::bench::{Bench, COMPILE_TIME};
use crate::results::Key;

pub(super) fn measure(bench: &mut Bench) -> Result<()> {
    let full = bench.description();
    prepare(bench, &full)?;
    // Once for the dependencies, which is not measured; of the leaf a build is then there, too.
    for app in &bench.apps {
        app.build()?;
    }
    let row = "fresh build";
    let runs = bench.interleave(row, 15.0, |app, _| {
        app.forget()?;
        app.build()
    })?;
    bench.record(COMPILE_TIME, row, None, &runs);
    sizes(bench)?;

    // The first build after a fresh one writes what later ones find: it is not measured.
    for app in &bench.apps {
        app.write(&full.clone().with_edited_query(usize::MAX))?;
        app.build()?;
    }
    let row = "incremental build after an edit of a query";
    let runs = bench.interleave(row, 30.0, |app, round| {
        app.write(&full.clone().with_edited_query(round))?;
        app.build()
    })?;
    bench.record(COMPILE_TIME, row, None, &runs);
    prepare(bench, &full)
}

fn sizes(bench: &mut Bench) -> Result<()> {
    let programs: Vec<_> = bench
        .apps
        .iter()
        .map(|app| (app.name(), app.executable()))
        .collect();
    for (name, program) in programs {
        let stripped = program.with_extension("stripped");
        strip(&program, &stripped)?;
        for (row, path) in [("program", &program), ("program, stripped", &stripped)] {
            let key = Key::new(COMPILE_TIME, row, name);
            bench.record_exact(key, "MB", megabytes(path)?);
        }
    }
    Ok(())
}

/// By the `strip` that comes with every C compiler.
fn strip(program: &Path, stripped: &Path) -> Result<()> {
    let mut strip = Command::new("strip");
    strip.arg("-o").arg(stripped).arg(program);
    let status = strip.status().context("strip")?;
    ensure!(status.success(), "strip fails on {}", program.display());
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a program has less than 8 PB")]
fn megabytes(path: &Path) -> Result<f64> {
    Ok(fs::metadata(path)?.len() as f64 / 1e6)
}
