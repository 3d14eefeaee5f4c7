//! All recorded figures.

use std::collections::BTreeMap;

use anyhow::Result;
use clap::ValueEnum as _;
use measurements::{Measurement, Place, Results};

use crate::options::Part;
use crate::paths;

/// The results of each measured part.
pub(crate) struct Figures(BTreeMap<&'static str, Results>);

/// A position in a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cell<'a> {
    pub(crate) part: Part,
    pub(crate) table: &'a str,
    pub(crate) row: &'a str,
    pub(crate) x: Option<f64>,
}

impl Figures {
    /// Reads the files of results.
    pub(crate) fn read() -> Result<Self> {
        let mut parts = BTreeMap::new();
        for part in Part::value_variants() {
            if let Some(results) = Results::read(&paths::results(part.name()))? {
                parts.insert(part.name(), results);
            }
        }
        Ok(Self(parts))
    }

    /// The results of a part, if it was measured.
    pub(crate) fn part(&self, part: Part) -> Option<&Results> {
        self.0.get(part.name())
    }

    /// The results of a part, mutably.
    pub(crate) fn part_mut(&mut self, part: Part) -> &mut Results {
        self.0.entry(part.name()).or_default()
    }

    /// The figure of a driver.
    pub(crate) fn value(&self, cell: Cell<'_>, driver: &str) -> Option<f64> {
        let measurement = self.part(cell.part)?.get(Place {
            table: cell.table,
            row: cell.row,
            x: cell.x,
            driver,
        })?;
        Some(measurement.value)
    }

    /// A driver's figures for all `x`, in order.
    pub(crate) fn series(
        &self,
        part: Part,
        table: &str,
        row: &str,
        driver: &str,
    ) -> Vec<(f64, f64)> {
        let all = self
            .part(part)
            .map(|results| results.measurements.as_slice());
        let of = |it: &&Measurement| it.table == table && it.row == row && it.driver == driver;
        let points = all.unwrap_or_default().iter().filter(of);
        let mut points: Vec<_> = points.filter_map(|it| Some((it.x?, it.value))).collect();
        points.sort_by(|a, b| a.0.total_cmp(&b.0));
        points
    }

    /// Compile time by number of tables. The figures of the peers for 100 tables are in another table.
    pub(crate) fn with_hundred_tables(
        &self,
        row: &str,
        driver: &str,
        mut points: Vec<(f64, f64)>,
    ) -> Vec<(f64, f64)> {
        let cell = Cell {
            part: Part::CompileTime,
            table: "compile time",
            row,
            x: None,
        };
        if !points.is_empty() && points.iter().all(|(tables, _)| *tables < 100.0) {
            points.extend(self.value(cell, driver).map(|value| (100.0, value)));
            points.sort_by(|a, b| a.0.total_cmp(&b.0));
        }
        points
    }
}
