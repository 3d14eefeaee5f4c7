//! `cargo check` of tables without and with queries.

use anyhow::Result;

use crate::bench::{Bench, COMPILE_TIME};
use crate::description::Description;

pub(super) fn measure(bench: &mut Bench) -> Result<()> {
    let full = bench.description();
    tables_alone(bench, &full)?;
    with_queries(bench, &full)?;
    after_an_edit(bench, &full)
}

fn tables_alone(bench: &mut Bench, full: &Description) -> Result<()> {
    prepare(bench, &full.clone().without_queries())?;
    for (row, fresh, seconds) in [
        ("fresh check, tables alone", true, 15.0),
        ("check after a touch, tables alone", false, 8.0),
    ] {
        let runs = again(bench, row, fresh, seconds)?;
        bench.record(COMPILE_TIME, row, None, &runs);
    }
    Ok(())
}

fn with_queries(bench: &mut Bench, full: &Description) -> Result<()> {
    prepare(bench, full)?;
    for (row, fresh, seconds) in [
        ("fresh check", true, 40.0),
        ("check after a touch", false, 20.0),
    ] {
        let runs = again(bench, row, fresh, seconds)?;
        bench.record(COMPILE_TIME, row, None, &runs);
    }
    Ok(())
}

fn after_an_edit(bench: &mut Bench, full: &Description) -> Result<()> {
    let row = "check after an edit of a query";
    let runs = bench.interleave(row, 12.0, |app, round| {
        app.write(&full.clone().with_other_value(round))?;
        app.check()
    })?;
    bench.record(COMPILE_TIME, row, None, &runs);
    prepare(bench, full)
}

/// Writes the code and compiles it with all dependencies once.
pub(super) fn prepare(bench: &Bench, description: &Description) -> Result<()> {
    for app in &bench.apps {
        app.write(description)?;
        app.check()?;
    }
    Ok(())
}

/// Compiles the crate again, either fresh or after a touch.
pub(super) fn again(
    bench: &Bench,
    row: &str,
    fresh: bool,
    seconds: f64,
) -> Result<crate::bench::Runs> {
    bench.interleave(row, seconds, |app, _| {
        if fresh {
            app.forget()?;
        } else {
            app.touch()?;
        }
        app.check()
    })
}
