//! `cargo build --release`, and the size of the program.

use anyhow::Result;
use measurements::Place;

use super::build::{megabytes, strip};
use super::check::prepare;
use crate::bench::{Bench, COMPILE_TIME, PROGRAM, Runs};
use crate::cargo::Run;

/// One run each, because some peers take minutes.
pub(super) fn measure(bench: &mut Bench) -> Result<()> {
    prepare(bench, &bench.description())?;
    let row = "fresh release build";
    let mut runs = Runs::new();
    for app in &bench.apps {
        app.build_release()?;
        app.touch()?;
        let run: Run = app.build_release()?;
        eprintln!("{row}, {}: {:.2} s", app.name(), run.wall);
        runs.push(vec![run]);
    }
    bench.record(COMPILE_TIME, row, None, &runs);
    let programs: Vec<_> = bench
        .apps
        .iter()
        .map(|app| (app.name(), app.executable("release")))
        .collect();
    for (name, program) in programs {
        let stripped = program.with_extension("stripped");
        strip(&program, &stripped)?;
        let place = Place::new(PROGRAM, "release program, stripped", name);
        bench.record_exact(place, "MB", megabytes(&stripped)?);
    }
    Ok(())
}
