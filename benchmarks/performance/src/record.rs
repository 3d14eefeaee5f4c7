//! Collecting what a part finds.

use std::path::Path;

use anyhow::Result;
use measurements::{Measurement, Note, Results, Sample};

use crate::drivers::{Driver, Profile};
use crate::paths;

/// The results of a part, while it is measured.
pub(crate) struct Record {
    results: Results,
}

/// Where a figure belongs.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    pub(crate) table: &'a str,
    pub(crate) row: &'a str,
    pub(crate) x: Option<f64>,
    pub(crate) driver: &'a str,
}

impl Record {
    /// Nothing yet.
    pub(crate) fn new(part: &str, machine: &str) -> Self {
        Self {
            results: Results {
                machine: machine.to_owned(),
                command: command(part),
                ..Results::default()
            },
        }
    }

    /// One figure.
    pub(crate) fn add(&mut self, place: Place<'_>, unit: &str, sample: Sample) {
        self.results.measurements.push(Measurement {
            table: place.table.to_owned(),
            row: place.row.to_owned(),
            x: place.x,
            driver: place.driver.to_owned(),
            unit: unit.to_owned(),
            value: round(sample.value),
            low: round(sample.low),
            high: round(sample.high),
        });
    }

    /// What these drivers do not do, and why a table has no figure there.
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

    /// What was found.
    pub(crate) fn into_results(self) -> Results {
        self.results
    }

    /// Into the repository.
    pub(crate) fn write(self, part: &str) -> Result<()> {
        let path = paths::results(part);
        self.results.write(&path)?;
        eprintln!("wrote {}", shown(&path));
        Ok(())
    }
}

/// The command that measures a part again.
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

/// To four places at least, and to whole numbers at most: what is behind is noise.
fn round(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return value;
    }
    let places = (3.0 - value.abs().log10().floor()).max(0.0);
    let scale = 10_f64.powf(places);
    (value * scale).round() / scale
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_to_what_is_known() {
        let rounded = [123_456.7, 1234.56, 12.3456, 0.123_456, 0.0].map(|it| round(it).to_string());
        assert_eq!(rounded, ["123457", "1235", "12.35", "0.1235", "0"]);
    }
}
