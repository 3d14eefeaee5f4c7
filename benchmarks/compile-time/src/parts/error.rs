//! The time to the error when a column is renamed in its table but not in the queries.

use anyhow::Result;
use measurements::{Place, Sample};

use super::check::prepare;
use crate::bench::{Bench, COMPILE_TIME, Runs};

const FIRST: &str = "edit to first error";
const LAST: &str = "edit to last error";

pub(super) fn measure(bench: &mut Bench) -> Result<()> {
    let full = bench.description();
    let renamed = full.clone().with_renamed_column();
    prepare(bench, &full)?;
    let runs = bench.interleave(FIRST, 15.0, |app, round| {
        app.write(&renamed)?;
        // Only one run waits for the end, because some peers take ten times as long.
        let run = app.check_with_error(round == 0)?;
        app.write(&full)?;
        app.check()?;
        Ok(run)
    })?;
    let ended: Runs = runs
        .iter()
        .map(|runs| {
            runs.iter()
                .take(1)
                .filter(|run| run.first_error.is_some())
                .cloned()
                .collect()
        })
        .collect();
    bench.record(COMPILE_TIME, LAST, None, &ended);
    record_first(bench, &runs);
    Ok(())
}

/// Without processor time, which is not available for a process that was stopped.
fn record_first(bench: &mut Bench, runs: &Runs) {
    let names: Vec<&str> = bench.apps.iter().map(crate::app::App::name).collect();
    for (name, runs) in names.into_iter().zip(runs) {
        let first: Vec<f64> = runs.iter().filter_map(|run| run.first_error).collect();
        let place = Place::new(COMPILE_TIME, FIRST, name);
        if let Some(sample) = Sample::of(first) {
            bench.results.put(place, "s", sample);
        } else {
            let reason = "it compiles: the compiler does not look into SQL";
            bench.results.put_note(place, reason);
            let last = Place::new(COMPILE_TIME, LAST, name);
            bench.results.put_note(last, reason);
        }
    }
}
