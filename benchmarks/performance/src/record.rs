//! Collects the results of a part.

use std::path::Path;

use anyhow::Result;
use measurements::{Note, Place, Results, Sample};

use crate::drivers::{Driver, Profile};
use crate::paths;

/// The results of a part during its measurement.
pub(crate) struct Record {
    results: Results,
}

impl Record {
    /// Creates an empty record.
    pub(crate) fn new(part: &str, machine: &str) -> Self {
        Self {
            results: Results {
                machine: machine.to_owned(),
                command: command(part),
                ..Results::default()
            },
        }
    }

    /// Adds a figure.
    pub(crate) fn add(&mut self, place: Place<'_>, unit: &str, sample: Sample) {
        self.results.put(place, unit, sample);
    }

    /// Adds the reason for a missing figure.
    pub(crate) fn add_note(&mut self, place: Place<'_>, note: &str) {
        self.results.put_note(place, note);
    }

    /// Adds the reasons why a table has no figures for unsupported workloads.
    pub(crate) fn add_missing(
        &mut self,
        table: &str,
        drivers: &[Driver],
        profile: Profile,
    ) -> Result<()> {
        for driver in drivers {
            let missing = driver.cannot(profile)?.into_iter();
            self.results.notes.extend(missing.map(|(row, note)| Note {
                table: table.to_owned(),
                row,
                x: None,
                driver: driver.name.to_owned(),
                note,
            }));
        }
        Ok(())
    }

    /// Returns the results.
    pub(crate) fn into_results(self) -> Results {
        self.results
    }

    /// Writes the results to the repository.
    pub(crate) fn write(self, part: &str) -> Result<()> {
        let path = paths::results(part);
        self.results.write(&path)?;
        eprintln!("wrote {}", shown(&path));
        Ok(())
    }
}

/// The command to repeat a part.
pub(crate) fn command(part: &str) -> String {
    format!(
        "cargo run --release --manifest-path benchmarks/Cargo.toml -p performance -- --only {part}"
    )
}

fn shown(path: &Path) -> String {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    let root = paths::repository().canonicalize().unwrap_or_default();
    path.strip_prefix(root)
        .unwrap_or(&path)
        .display()
        .to_string()
}
