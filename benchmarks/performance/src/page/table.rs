//! Tables of figures, with a row for each operation and a column for each driver.

use std::fmt::Write as _;

use measurements::{Measurement, Place, Results};

use super::number::number;
use crate::figures::Figures;
use crate::options::Part;

/// The order of the columns. Others come last.
const COLUMNS: [&str; 11] = [
    "schema",
    "schema, sqlx's pool",
    "sqlx",
    "sqlx FromRow",
    "tokio-postgres",
    "diesel-async",
    "SeaORM",
    "toasty",
    "sea-query",
    "Diesel",
    FLOOR,
];
const OURS: &str = "schema";
/// Columns that are not peers, because they do less.
const FLOOR: &str = "sqlx floor";
/// The margin by which a reproducible figure must be better to count as ahead.
const NOTICED: f64 = 1.01;

const NOT_MEASURED: &str = "Not measured yet.";

/// An operation with its number.
type Row<'a> = (&'a str, Option<f64>);

pub(super) fn table(figures: &Figures, part: Part, table: &str, noun: &str) -> String {
    let Some((results, measurements)) = of_table(figures, part, table) else {
        return NOT_MEASURED.to_owned();
    };
    let mut columns = columns(&measurements);
    columns.extend(without_figures(results, table, &columns));
    let mut text = head(&columns);
    for row in rows(&measurements) {
        let of_row: Vec<&Measurement> = measurements
            .iter()
            .copied()
            .filter(|it| (it.row.as_str(), it.x) == row)
            .collect();
        let _ = write!(text, "\n| {} |", label(row, noun));
        for column in &columns {
            let _ = write!(text, " {} |", cell(&of_row, column));
        }
    }
    text + &notes(results, table, &rows(&measurements))
}

/// A table of parts that add up. Leaves out negligible parts.
pub(super) fn breakdown(figures: &Figures, part: Part, table: &str) -> String {
    let Some((results, measurements)) = of_table(figures, part, table) else {
        return NOT_MEASURED.to_owned();
    };
    let columns = columns(&measurements);
    let mut text = head(&columns);
    for (row, _) in rows(&measurements) {
        let values = columns.iter().map(|column| {
            let figure = results.get(Place::new(table, row, column));
            figure.map_or(0.0, |figure| figure.value)
        });
        let values: Vec<f64> = values.collect();
        if values.iter().any(|value| *value >= 1.0) {
            text += &line(row, &values);
        }
    }
    let sums: Vec<f64> = columns
        .iter()
        .map(|column| {
            let of_column = measurements.iter().filter(|it| it.driver == *column);
            of_column.map(|it| it.value).sum()
        })
        .collect();
    text + &line("in all", &sums)
}

/// The results of a part for a table, if it was measured.
fn of_table<'a>(
    figures: &'a Figures,
    part: Part,
    table: &str,
) -> Option<(&'a Results, Vec<&'a Measurement>)> {
    let results = figures.part(part)?;
    let measurements = results.measurements.iter().filter(|it| it.table == table);
    let measurements: Vec<&Measurement> = measurements.collect();
    (!measurements.is_empty()).then_some((results, measurements))
}

fn head(columns: &[&str]) -> String {
    let rules = "--:|".repeat(columns.len());
    format!("| | {} |\n|---|{rules}", columns.join(" | "))
}

fn line(name: &str, values: &[f64]) -> String {
    let values: Vec<String> = values
        .iter()
        .map(|value| number(value.round(), "whole"))
        .collect();
    format!("\n| {name} | {} |", values.join(" | "))
}

fn columns<'a>(measurements: &[&'a Measurement]) -> Vec<&'a str> {
    let mut columns: Vec<&str> = Vec::new();
    for measurement in measurements {
        if !columns.contains(&measurement.driver.as_str()) {
            columns.push(&measurement.driver);
        }
    }
    columns.sort_by_key(|name| {
        let place = COLUMNS.iter().position(|column| column == name);
        place.unwrap_or(COLUMNS.len())
    });
    columns
}

/// The drivers that have only reasons for missing figures.
fn without_figures<'a>(results: &'a Results, table: &str, columns: &[&str]) -> Vec<&'a str> {
    let mut drivers: Vec<&str> = Vec::new();
    for note in results.notes.iter().filter(|note| note.table == table) {
        if !columns.contains(&note.driver.as_str()) && !drivers.contains(&note.driver.as_str()) {
            drivers.push(&note.driver);
        }
    }
    drivers
}

fn rows<'a>(measurements: &[&'a Measurement]) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for measurement in measurements {
        let row = (measurement.row.as_str(), measurement.x);
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

/// The label of a row: `insert many, 100 rows`.
fn label((row, x): Row<'_>, noun: &str) -> String {
    match x {
        None => row.to_owned(),
        Some(1.0) => format!("{row}, 1 {}", noun.trim_end_matches('s')),
        Some(x) => format!("{row}, {} {noun}", number(x, "whole")),
    }
}

/// Formats a figure, in bold if it is the best. For schema, adds the peer that is ahead and by how much.
fn cell(row: &[&Measurement], column: &str) -> String {
    let Some(figure) = row.iter().find(|it| it.driver == column) else {
        return "–".to_owned();
    };
    let text = figure_text(figure);
    let peers = row
        .iter()
        .filter(|it| it.driver != FLOOR && (it.driver == OURS || !it.driver.starts_with(OURS)));
    let Some(best) = peers.copied().min_by(|a, b| cost(a).total_cmp(&cost(b))) else {
        return text;
    };
    if column == OURS && ahead(best, figure) {
        let ratio = cost(figure) / cost(best);
        return format!("{text} ({ratio:.2} × {})", best.driver);
    }
    let is_best = column != FLOOR && !ahead(best, figure) && cost(figure) <= cost(best) * NOTICED;
    if is_best { format!("**{text}**") } else { text }
}

/// Less is better.
fn cost(measurement: &Measurement) -> f64 {
    if measurement.unit == "operations/s" {
        1.0 / measurement.value
    } else {
        measurement.value
    }
}

/// True if one is better than the other by more than noise.
fn ahead(best: &Measurement, other: &Measurement) -> bool {
    let apart = if best.unit == "operations/s" {
        best.low > other.high
    } else {
        best.high < other.low
    };
    apart && cost(other) > cost(best) * NOTICED
}

/// Adds the quartiles if the runs differ.
fn figure_text(figure: &Measurement) -> String {
    let [value, low, high] =
        [figure.value, figure.low, figure.high].map(|value| number(value, &figure.unit));
    if low == high {
        value
    } else {
        format!("{value} ({low}–{high})")
    }
}

/// Explains empty cells, and deviations from the description of a row.
fn notes(results: &Results, table: &str, rows: &[Row<'_>]) -> String {
    let mut found: Vec<(&str, &str, Vec<&str>)> = Vec::new();
    let is_shown = |name: &str| rows.iter().any(|(row, _)| *row == name);
    let notes = results.notes.iter();
    for note in notes.filter(|note| note.table == table && is_shown(&note.row)) {
        let same = found
            .iter_mut()
            .find(|(driver, text, _)| (*driver, *text) == (&note.driver, &note.note));
        match same {
            Some((_, _, rows)) => rows.push(&note.row),
            None => found.push((&note.driver, &note.note, vec![&note.row])),
        }
    }
    if found.is_empty() {
        return String::new();
    }
    let mut text = String::from("\n");
    for (driver, note, rows) in found {
        let _ = write!(text, "\n- {driver}, {}: {note}.", rows.join(", "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(driver: &str, value: f64) -> Measurement {
        Measurement {
            table: "instructions".to_owned(),
            row: "find".to_owned(),
            x: None,
            driver: driver.to_owned(),
            unit: "instructions".to_owned(),
            value,
            low: value,
            high: value,
        }
    }

    #[test]
    fn who_is_ahead_is_named() {
        let figures = [
            figure("schema", 1_100.0),
            figure("sqlx", 1_000.0),
            figure(FLOOR, 500.0),
        ];
        let row: Vec<_> = figures.iter().collect();
        assert_eq!(cell(&row, "schema"), "1,100 (1.10 × sqlx)");
        assert_eq!(cell(&row, "sqlx"), "**1,000**");
        assert_eq!(cell(&row, FLOOR), "500");
        assert_eq!(cell(&row, "toasty"), "–");
    }

    #[test]
    fn overlapping_figures_are_level() {
        let mut ours = figure("schema", 1_100.0);
        (ours.low, ours.high) = (900.0, 1_200.0);
        let figures = [ours, figure("sqlx", 1_000.0)];
        let row: Vec<_> = figures.iter().collect();
        assert_eq!(cell(&row, "schema"), "1,100 (900–1,200)");
    }
}
