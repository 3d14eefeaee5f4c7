//! The format of the files in `results/`, from which the page is generated.
//!
//! A measurement belongs to a table, a row (the operation) and a column (the driver). Rows that differ only in a number
//! share a name and have that number as `x`, so that they can be plotted.

mod machine;
mod sample;

use std::path::Path;
use std::{fs, io};

use serde::{Deserialize, Serialize};

pub use machine::machine;
pub use sample::Sample;

/// A file of results, from one part of the measurements.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// The machine.
    pub machine: String,
    /// The command, to be run in the root of the repository.
    pub command: String,
    /// The figures, in display order.
    pub measurements: Vec<Measurement>,
    /// Reasons for missing figures, and deviations from the description of a row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

/// The position of a figure.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place<'a> {
    /// The table.
    pub table: &'a str,
    /// The row: the operation.
    pub row: &'a str,
    /// The number of rows, columns, tasks, …
    pub x: Option<f64>,
    /// The driver.
    pub driver: &'a str,
}

impl<'a> Place<'a> {
    /// Creates the position of a figure without an `x`.
    pub fn new(table: &'a str, row: &'a str, driver: &'a str) -> Self {
        Self {
            table,
            row,
            x: None,
            driver,
        }
    }
}

/// One figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measurement {
    /// The table.
    pub table: String,
    /// The row: the operation.
    pub row: String,
    /// The number of rows, columns, tasks, …
    pub x: Option<f64>,
    /// The driver.
    pub driver: String,
    /// The unit.
    pub unit: String,
    /// The median, or the figure itself if it is reproducible.
    pub value: f64,
    /// The lower quartile.
    pub low: f64,
    /// The upper quartile.
    pub high: f64,
}

/// A remark on a cell of a table. The cell may be empty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// The table.
    pub table: String,
    /// The row: the operation.
    pub row: String,
    /// The number, or `None` for all.
    pub x: Option<f64>,
    /// The driver.
    pub driver: String,
    /// The remark.
    pub note: String,
}

/// A failure to read or write a file of results.
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
    /// Reads a file. It may not exist yet.
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

    /// Writes a file with one line per figure, for readable diffs.
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

    /// Sets a figure. Replaces an earlier figure or remark.
    pub fn put(&mut self, place: Place<'_>, unit: &str, sample: Sample) {
        self.notes.retain(|it| it.place() != place);
        self.replace(Measurement {
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

    /// Sets the reason for a missing figure.
    pub fn put_note(&mut self, place: Place<'_>, note: &str) {
        self.measurements.retain(|it| it.place() != place);
        self.notes.retain(|it| it.place() != place);
        self.notes.push(Note {
            table: place.table.to_owned(),
            row: place.row.to_owned(),
            x: place.x,
            driver: place.driver.to_owned(),
            note: note.to_owned(),
        });
    }

    /// Sets a figure from other results. Replaces an earlier one.
    pub fn replace(&mut self, measurement: Measurement) {
        let place = measurement.place();
        match self.measurements.iter_mut().find(|it| it.place() == place) {
            Some(before) => *before = measurement,
            None => self.measurements.push(measurement),
        }
    }

    /// Returns the figure at a position.
    pub fn get(&self, place: Place<'_>) -> Option<&Measurement> {
        self.measurements.iter().find(|it| it.place() == place)
    }
}

impl Measurement {
    /// Returns the position.
    pub fn place(&self) -> Place<'_> {
        Place {
            table: &self.table,
            row: &self.row,
            x: self.x,
            driver: &self.driver,
        }
    }
}

impl Note {
    /// Returns the position.
    pub fn place(&self) -> Place<'_> {
        Place {
            table: &self.table,
            row: &self.row,
            x: self.x,
            driver: &self.driver,
        }
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

/// Rounds to four significant digits or to an integer, whichever is more precise; the rest is noise.
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
    fn results_round_trip() {
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
        let first = &results.measurements[0];
        assert_eq!(results.get(first.place()), Some(first));
        let elsewhere = Place {
            x: None,
            ..first.place()
        };
        assert_eq!(results.get(elsewhere), None);
    }

    #[test]
    fn a_figure_and_the_reason_for_none_replace_each_other() {
        let mut results = Results::default();
        let place = Place::new("t", "r", "a");
        let value = |results: &Results| results.get(place).map(|it| it.value);
        results.put(place, "s", Sample::exact(1.0));
        results.put(place, "s", Sample::exact(3.0));
        assert_eq!(
            (results.measurements.len(), value(&results)),
            (1, Some(3.0))
        );
        results.put_note(place, "it has no queries");
        assert_eq!((results.measurements.len(), results.notes.len()), (0, 1));
        results.put(place, "s", Sample::exact(1.0));
        assert_eq!((results.measurements.len(), results.notes.len()), (1, 0));
    }

    #[test]
    fn rounds_to_significant_digits() {
        let rounded = [123_456.7, 1234.56, 12.3456, 0.123_456, 0.0].map(|it| round(it).to_string());
        assert_eq!(rounded, ["123457", "1235", "12.35", "0.1235", "0"]);
    }
}
