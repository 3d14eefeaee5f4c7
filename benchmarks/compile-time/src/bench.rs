//! What all parts share: the crates, the figures, and how often something is measured.

use std::path::PathBuf;

use anyhow::Result;
use measurements::{Place, Results, Sample};

use crate::app::App;
use crate::cargo::Run;
use crate::description::Description;

/// Where the figures of code stand.
pub(crate) const COMPILE_TIME: &str = "compile time";
/// Where the figures of dependencies stand.
pub(crate) const DEPENDENCIES: &str = "dependencies";
/// Where the sizes of programs stand.
pub(crate) const PROGRAM: &str = "program";
/// Where the figures of generated code stand.
pub(crate) const EXPANSION: &str = "expansion";
/// Where the figures stand that depend on the number of tables.
pub(crate) const BY_TABLES: &str = "compile time by tables";

/// The crates and the figures.
pub(crate) struct Bench {
    pub(crate) apps: Vec<App>,
    pub(crate) tables: usize,
    pub(crate) runs: usize,
    pub(crate) results: Results,
    pub(crate) output: PathBuf,
}

/// What was measured of each crate, by its place in [`Bench::apps`].
pub(crate) type Runs = Vec<Vec<Run>>;

impl Bench {
    pub(crate) fn description(&self) -> Description {
        Description::new(self.tables)
    }

    /// Measures each crate in turns, so that a noisy minute falls on all of them. A crate gets no further run when its
    /// runs have taken `seconds` together.
    pub(crate) fn interleave(
        &self,
        what: &str,
        seconds: f64,
        measure: impl FnMut(&App, usize) -> Result<Run>,
    ) -> Result<Runs> {
        self.interleave_for(what, |_| seconds, measure)
    }

    /// The same, with so many seconds for each.
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

    /// Writes down what was measured, in seconds of time and of processor.
    pub(crate) fn record(&mut self, table: &str, row: &str, x: Option<f64>, runs: &Runs) {
        for (app, runs) in self.apps.iter().zip(runs) {
            let wall = Sample::of(runs.iter().map(|run| run.wall).collect());
            let cpu = Sample::of(runs.iter().map(|run| run.cpu).collect());
            for (table, sample) in [(table, wall), (&format!("{table}, processor"), cpu)] {
                let place = Place {
                    x,
                    ..Place::new(table, row, app.name())
                };
                // Not every crate is run for every row.
                if let Some(sample) = sample {
                    self.results.put(place, "s", sample);
                }
            }
        }
    }

    /// Writes down a figure that is the same each time.
    pub(crate) fn record_exact(&mut self, place: Place<'_>, unit: &str, value: f64) {
        self.results.put(place, unit, Sample::exact(value));
    }

    pub(crate) fn save(&self) -> Result<()> {
        Ok(self.results.write(&self.output)?)
    }
}
