//! What was measured: the format of the files in `results/`, which the page is made of.
//!
//! A measurement stands in a table, in a row (what was done) and a column (who did it, the driver). Rows that differ in
//! a number alone have the same name and that number as `x`, and can be plotted.

mod machine;
mod sample;

use std::path::Path;
use std::{fs, io};

use serde::{Deserialize, Serialize};

pub use machine::machine;
pub use sample::Sample;

/// A file of results: what one part of the measurements found.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// What it was measured on.
    pub machine: String,
    /// What was run for it, in the root of the repository.
    pub command: String,
    /// What was found, in the order in which it is shown.
    pub measurements: Vec<Measurement>,
    /// Why a figure is not there, or how it is not quite what its row says.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measurement {
    /// The table that it belongs to.
    pub table: String,
    /// What was done.
    pub row: String,
    /// With how many rows, columns, tasks …
    pub x: Option<f64>,
    /// Who did it.
    pub driver: String,
    /// What was counted.
    pub unit: String,
    /// The median; of what is the same each time, the figure itself.
    pub value: f64,
    /// The lower quartile.
    pub low: f64,
    /// The upper quartile.
    pub high: f64,
}

/// A remark on a place of a table, which is empty if there is no figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// The table.
    pub table: String,
    /// What was done.
    pub row: String,
    /// With how many; `None` is all of them.
    pub x: Option<f64>,
    /// Who did it, or cannot do it.
    pub driver: String,
    /// Why.
    pub note: String,
}

/// A file of results that cannot be read or written.
#[derive(Debug)]
pub struct Error {
    path: String,
    source: Box<dyn std::error::Error + Send + Sync>,
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.path, self.source)
    }
}

impl std::error::Error for Error {}

impl Results {
    /// Reads a file; there may be none yet.
    pub fn read(path: &Path) -> Result<Option<Self>, Error> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(failed(path, error)),
        };
        match serde_json::from_str(&text) {
            Ok(results) => Ok(Some(results)),
            Err(error) => Err(failed(path, error)),
        }
    }

    /// Writes a file, a line for each figure, so that a change is seen.
    pub fn write(&self, path: &Path) -> Result<(), Error> {
        let text = self.text().map_err(|error| failed(path, error))?;
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(|error| failed(path, error))?;
        }
        fs::write(path, text).map_err(|error| failed(path, error))
    }

    fn text(&self) -> serde_json::Result<String> {
        let notes = if self.notes.is_empty() {
            String::new()
        } else {
            format!(",\n\"notes\": [\n{}\n]", lines(&self.notes)?)
        };
        Ok(format!(
            "{{\n\"machine\": {},\n\"command\": {},\n\"measurements\": [\n{}\n]{notes}\n}}\n",
            serde_json::to_string(&self.machine)?,
            serde_json::to_string(&self.command)?,
            lines(&self.measurements)?,
        ))
    }

    /// Puts a figure in its place, also where there was one.
    pub fn put(&mut self, measurement: Measurement) {
        let place = self.measurements.iter_mut().find(|it| {
            (&it.table, &it.row, it.x, &it.driver)
                == (
                    &measurement.table,
                    &measurement.row,
                    measurement.x,
                    &measurement.driver,
                )
        });
        match place {
            Some(place) => *place = measurement,
            None => self.measurements.push(measurement),
        }
    }

    /// The figure in one place of a table.
    pub fn get(
        &self,
        table: &str,
        row: &str,
        x: Option<f64>,
        driver: &str,
    ) -> Option<&Measurement> {
        self.measurements.iter().find(|measurement| {
            measurement.table == table
                && measurement.row == row
                && measurement.x == x
                && measurement.driver == driver
        })
    }
}

fn lines<T: Serialize>(values: &[T]) -> serde_json::Result<String> {
    let lines: Vec<String> = values
        .iter()
        .map(serde_json::to_string)
        .collect::<Result<_, _>>()?;
    Ok(lines.join(",\n"))
}

fn failed(path: &Path, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Error {
    Error {
        path: path.display().to_string(),
        source: source.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let results = Results {
            machine: "a machine".to_owned(),
            command: "a command".to_owned(),
            measurements: vec![Measurement {
                table: "instructions".to_owned(),
                row: "look-up \"by\" key".to_owned(),
                x: Some(10.0),
                driver: "sqlx".to_owned(),
                unit: "instructions".to_owned(),
                value: 13_722.4,
                low: 13_722.0,
                high: 13_722.5,
            }],
            notes: vec![Note {
                table: "instructions".to_owned(),
                row: "nearest".to_owned(),
                x: None,
                driver: "toasty".to_owned(),
                note: "it has no vectors".to_owned(),
            }],
        };
        let text = results.text().expect("it can be written");
        assert_eq!(
            serde_json::from_str::<Results>(&text).expect("it can be read"),
            results
        );
        let found = results.get("instructions", "look-up \"by\" key", Some(10.0), "sqlx");
        assert_eq!(found, results.measurements.first());
    }
}
