//! What was measured, as it is kept in `benchmarks/results`: one list of figures, which pages are written from.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use serde::{Deserialize, Serialize};

use crate::sample::Sample;

/// A file of results.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Results {
    pub(crate) machine: String,
    pub(crate) command: String,
    pub(crate) measurements: Vec<Measurement>,
    /// Why a figure is not there, or how it is not quite what its row says.
    #[serde(default)]
    pub(crate) notes: Vec<Note>,
}

/// The place of a figure in a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(crate) struct Key {
    pub(crate) table: String,
    pub(crate) row: String,
    /// The parameter that a plot has as its axis.
    pub(crate) x: Option<f64>,
    pub(crate) driver: String,
}

/// A figure: the median, and the quartiles.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Measurement {
    #[serde(flatten)]
    pub(crate) key: Key,
    pub(crate) unit: String,
    pub(crate) value: f64,
    pub(crate) low: f64,
    pub(crate) high: f64,
}

/// A remark on a figure.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Note {
    #[serde(flatten)]
    pub(crate) key: Key,
    pub(crate) note: String,
}

impl Key {
    pub(crate) fn new(table: &str, row: &str, driver: &str) -> Self {
        Self {
            table: table.to_owned(),
            row: row.to_owned(),
            x: None,
            driver: driver.to_owned(),
        }
    }
}

impl Results {
    /// Those in a file, or none where it is not there yet.
    pub(crate) fn read(path: &Path) -> Result<Self> {
        if !path.exists() {
            return Ok(Self::default());
        }
        let text = fs::read_to_string(path)?;
        serde_json::from_str(&text).with_context(|| path.display().to_string())
    }

    pub(crate) fn write(&self, path: &Path) -> Result<()> {
        if let Some(parent) = path.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(path, self.text()?).with_context(|| path.display().to_string())
    }

    /// A line for each figure, so that a change is seen.
    fn text(&self) -> Result<String> {
        Ok(format!(
            "{{\n\"machine\": {},\n\"command\": {},\n\"measurements\": [\n{}\n],\n\"notes\": [\n{}\n]\n}}\n",
            serde_json::to_string(&self.machine)?,
            serde_json::to_string(&self.command)?,
            lines(&self.measurements)?,
            lines(&self.notes)?,
        ))
    }

    /// Puts a figure in its place, also where there was one.
    pub(crate) fn put(&mut self, key: Key, unit: &str, sample: &Sample) {
        self.notes.retain(|note| note.key != key);
        let (low, value, high) = (sample.low(), sample.median(), sample.high());
        let measurement = Measurement {
            unit: unit.to_owned(),
            value: rounded(value),
            low: rounded(low),
            high: rounded(high),
            key,
        };
        match self
            .measurements
            .iter_mut()
            .find(|it| it.key == measurement.key)
        {
            Some(place) => *place = measurement,
            None => self.measurements.push(measurement),
        }
    }

    /// Says why there is no figure.
    pub(crate) fn put_note(&mut self, key: Key, note: &str) {
        self.measurements.retain(|it| it.key != key);
        self.notes.retain(|note| note.key != key);
        let note = note.to_owned();
        self.notes.push(Note { key, note });
    }

    pub(crate) fn value(&self, key: &Key) -> Option<f64> {
        let found = self.measurements.iter().find(|it| it.key == *key);
        found.map(|it| it.value)
    }
}

/// To the thousandth, which is finer than any run repeats.
fn rounded(value: f64) -> f64 {
    (value * 1e3).round() / 1e3
}

/// Each value on a line of its own.
fn lines<T: Serialize>(values: &[T]) -> Result<String> {
    let lines: serde_json::Result<Vec<String>> = values.iter().map(serde_json::to_string).collect();
    Ok(lines?.join(",\n"))
}

#[cfg(test)]
mod tests {
    use super::{Key, Results};
    use crate::sample::Sample;

    #[test]
    fn a_new_figure_replaces_the_old_one() {
        let mut results = Results::default();
        results.put(Key::new("t", "r", "a"), "s", &Sample::of([1.0]));
        results.put(Key::new("t", "r", "b"), "s", &Sample::of([2.0]));
        results.put(Key::new("t", "r", "a"), "s", &Sample::of([3.0]));
        assert_eq!(results.measurements.len(), 2);
        assert_eq!(results.value(&Key::new("t", "r", "a")), Some(3.0));
        let elsewhere = Key {
            x: Some(1.0),
            ..Key::new("t", "r", "a")
        };
        assert_eq!(results.value(&elsewhere), None);
    }

    #[test]
    fn what_is_written_is_read() -> anyhow::Result<()> {
        let mut results = Results::default();
        results.put(Key::new("t", "r \"quoted\"", "a"), "s", &Sample::of([1.5]));
        results.put_note(Key::new("t", "r", "b"), "it has no queries");
        let read: Results = serde_json::from_str(&results.text()?)?;
        assert_eq!(read.value(&Key::new("t", "r \"quoted\"", "a")), Some(1.5));
        assert_eq!(read.notes.len(), 1);
        Ok(())
    }

    #[test]
    fn a_figure_and_the_reason_for_none_replace_each_other() {
        let mut results = Results::default();
        let key = Key::new("t", "r", "a");
        results.put(key.clone(), "s", &Sample::of([1.0]));
        results.put_note(key.clone(), "it has no queries");
        assert_eq!((results.measurements.len(), results.notes.len()), (0, 1));
        results.put(key, "s", &Sample::of([1.0]));
        assert_eq!((results.measurements.len(), results.notes.len()), (1, 0));
    }
}
