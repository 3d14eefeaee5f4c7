//! Prints the figures as text.

use std::fmt::Write as _;

use measurements::{Measurement, Results};

/// Formats a block per table and a line per row, with the median of each driver.
pub(crate) fn text(results: &Results) -> String {
    let mut text = format!("{}\n", results.machine);
    let mut before: Option<&Measurement> = None;
    for measurement in sorted(results) {
        if before.is_none_or(|before| before.table != measurement.table) {
            let _ = write!(text, "\n\n{}", measurement.table);
        }
        let is_same_row = before.is_some_and(|before| {
            (&before.table, &before.row, before.x)
                == (&measurement.table, &measurement.row, measurement.x)
        });
        if !is_same_row {
            let x = measurement.x.map(|x| format!(", {x}")).unwrap_or_default();
            let _ = write!(text, "\n  {}{x} ({}):", measurement.row, measurement.unit);
        }
        let _ = write!(text, "  {} {:.2}", measurement.driver, measurement.value);
        before = Some(measurement);
    }
    text.push('\n');
    text
}

/// Groups related rows and otherwise keeps the order of measurement.
fn sorted(results: &Results) -> Vec<&Measurement> {
    let place = |test: &dyn Fn(&Measurement) -> bool| results.measurements.iter().position(test);
    let mut sorted: Vec<&Measurement> = results.measurements.iter().collect();
    sorted.sort_by_key(|it| {
        let table = place(&|other| other.table == it.table);
        let row = place(&|other| other.table == it.table && other.row == it.row);
        (table, row, it.x.map(f64::to_bits))
    });
    sorted
}
