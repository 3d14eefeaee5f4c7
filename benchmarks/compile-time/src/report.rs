//! The figures as text.

use std::fmt::Write as _;

use crate::results::{Measurement, Results};

/// A block for each table, a line for each row, with the median for each driver.
pub(crate) fn text(results: &Results) -> String {
    let mut text = format!("{}\n", results.machine);
    let mut before: Option<&Measurement> = None;
    for measurement in sorted(results) {
        let key = &measurement.key;
        if before.is_none_or(|before| before.key.table != key.table) {
            let _ = write!(text, "\n\n{}", key.table);
        }
        let is_same_row = before.is_some_and(|before| {
            let before = &before.key;
            (&before.table, &before.row, before.x) == (&key.table, &key.row, key.x)
        });
        if !is_same_row {
            let x = key.x.map(|x| format!(", {x}")).unwrap_or_default();
            let _ = write!(text, "\n  {}{x} ({}):", key.row, measurement.unit);
        }
        let _ = write!(text, "  {} {:.2}", key.driver, measurement.value);
        before = Some(measurement);
    }
    text.push('\n');
    text
}

/// Rows that belong together beside each other, else in the order in which they were measured.
fn sorted(results: &Results) -> Vec<&Measurement> {
    let place = |test: &dyn Fn(&Measurement) -> bool| results.measurements.iter().position(test);
    let mut sorted: Vec<&Measurement> = results.measurements.iter().collect();
    sorted.sort_by_key(|it| {
        let table = place(&|other| other.key.table == it.key.table);
        let row = place(&|other| other.key.table == it.key.table && other.key.row == it.key.row);
        (table, row, it.key.x.map(f64::to_bits))
    });
    sorted
}
