//! State shared by all parts: the crates, the figures, and the number of runs.

use std::path::PathBuf;

use anyhow::Result;
use measurements::{Place, Results, Sample};

use crate::app::App;
use crate::cargo::Run;
use crate::description::Description;

/// The table for figures of code.
pub(crate) const COMPILE_TIME: &str = "compile time";
/// The table for figures of dependencies.
pub(crate) const DEPENDENCIES: &str = "dependencies";
/// The table for the sizes of programs.
pub(crate) const PROGRAM: &str = "program";
/// The table for figures of generated code.
pub(crate) const EXPANSION: &str = "expansion";
/// The table for figures that depend on the number of tables.
pub(crate) const BY_TABLES: &str = "compile time by tables";

/// The crates and the figures.
pub(crate) struct Bench {
    pub(crate) apps: Vec<App>,
    pub(crate) tables: usize,
    pub(crate) runs: usize,
    pub(crate) results: Results,
    pub(crate) output: PathBuf,
}

/// The measurements of each crate, by its index in [`Bench::apps`].
pub(crate) type Runs = Vec<Vec<Run>>;

impl Bench {
    pub(crate) fn description(&self) -> Description {
        Description::new(self.tables)
    }

    /// Measures the crates in turns, so that a noisy minute affects all of them. A crate gets no further run once its
    /// runs have taken `seconds` in total.
    pub(crate) fn interleave(
        &self,
        what: &str,
        seconds: f64,
        measure: impl FnMut(&App, usize) -> Result<Run>,
    ) -> Result<Runs> {
        self.interleave_for(what, |_| seconds, measure)
    }

    /// Like the method above, with a time limit for each crate.
    pub(crate) fn interleave_for(
        &self,
        what: &str,
        seconds: impl Fn(&App) -> f64,
        mut measure: impl FnMut(&App, usize) -> Result<Run>,
    ) -> Result<Runs> {
        let mut runs: Runs = vec![Vec::new(); self.apps.len()];
        for round in 0..self.runs {
            for (app, runs) in self.apps.iter().zip(&mut runs) {
                let spent: f64 = runs.iter().map(|run| run.wall).sum();
                if spent < seconds(app) {
                    let run = measure(app, round)?;
                    eprintln!("{what}, {}: {:.2} s", app.name(), run.wall);
                    runs.push(run);
                }
            }
        }
        Ok(runs)
    }

    /// Records the measurements, in seconds of wall time and of processor time.
    pub(crate) fn record(&mut self, table: &str, row: &str, x: Option<f64>, runs: &Runs) {
        for (app, runs) in self.apps.iter().zip(runs) {
            let wall = Sample::of(runs.iter().map(|run| run.wall).collect());
            let cpu = Sample::of(runs.iter().map(|run| run.cpu).collect());
            for (table, sample) in [(table, wall), (&format!("{table}, processor"), cpu)] {
                let place = Place {
                    x,
                    ..Place::new(table, row, app.name())
                };
                // Not every crate has runs for every row.
                if let Some(sample) = sample {
                    self.results.put(place, "s", sample);
                }
            }
        }
    }

    /// Records a reproducible figure.
    pub(crate) fn record_exact(&mut self, place: Place<'_>, unit: &str, value: f64) {
        self.results.put(place, unit, Sample::exact(value));
    }

    pub(crate) fn save(&self) -> Result<()> {
        Ok(self.results.write(&self.output)?)
    }
}
