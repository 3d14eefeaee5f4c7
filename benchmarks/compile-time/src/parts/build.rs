//! `cargo build`, and the size of the program.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use measurements::Place;

use crate::bench::{Bench, COMPILE_TIME, PROGRAM};
use crate::description::Description;

pub(super) fn measure(bench: &mut Bench) -> Result<()> {
    // An unmeasured build of the dependencies, with an empty crate.
    for app in &bench.apps {
        app.write(&Description::new(10))?;
        app.build()?;
    }
    let full = bench.description();
    for app in &bench.apps {
        app.write(&full)?;
    }
    let row = "fresh build";
    let runs = bench.interleave(row, 15.0, |app, _| {
        app.forget()?;
        app.build()
    })?;
    bench.record(COMPILE_TIME, row, None, &runs);
    sizes(bench)?;

    after_edits(bench, &full)?;
    for app in &bench.apps {
        app.write(&full)?;
    }
    Ok(())
}

fn after_edits(bench: &mut Bench, full: &Description) -> Result<()> {
    let other_value: Edit = |full, round| full.with_other_value(round);
    let other_operator: Edit = |full, round| full.with_other_operator(round);
    for (row, edit) in [
        ("incremental build after an edit of a query", other_value),
        (
            "incremental build after another operator in a query",
            other_operator,
        ),
    ] {
        // The first build after a fresh one fills the incremental cache, so it is not measured.
        for app in &bench.apps {
            app.write(&edit(full.clone(), 1))?;
            app.build()?;
        }
        let runs = bench.interleave(row, 20.0, |app, round| {
            app.write(&edit(full.clone(), 2 + round))?;
            app.build()
        })?;
        bench.record(COMPILE_TIME, row, None, &runs);
    }
    Ok(())
}

/// An edit that differs from the previous one.
type Edit = fn(Description, usize) -> Description;

fn sizes(bench: &mut Bench) -> Result<()> {
    let programs: Vec<_> = bench
        .apps
        .iter()
        .map(|app| (app.name(), app.executable("debug")))
        .collect();
    for (name, program) in programs {
        let stripped = program.with_extension("stripped");
        strip(&program, &stripped)?;
        for (row, path) in [("program", &program), ("program, stripped", &stripped)] {
            let place = Place::new(PROGRAM, row, name);
            bench.record_exact(place, "MB", megabytes(path)?);
        }
    }
    Ok(())
}

/// Strips the program with the `strip` of the C compiler.
pub(super) fn strip(program: &Path, stripped: &Path) -> Result<()> {
    let mut strip = Command::new("strip");
    strip.arg("-o").arg(stripped).arg(program);
    let status = strip.status().context("strip")?;
    ensure!(status.success(), "could not strip {}", program.display());
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "a program has less than 8 PB")]
pub(super) fn megabytes(path: &Path) -> Result<f64> {
    Ok(fs::metadata(path)?.len() as f64 / 1e6)
}
