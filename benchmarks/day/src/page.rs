//! Writes the tables of `docs/change-day.md`.
#![expect(
    clippy::format_push_string,
    reason = "the page is written once, so readability matters more than speed"
)]

use std::fs;

use anyhow::{Context as _, Result};
use measurements::{Measurement, Place, Results};

use crate::count::COUNTS;
use crate::measure::{ERRORS, PROCESSOR, TIMES};
use crate::mistake::MISTAKES;
use crate::repository;
use crate::way::{Library, WAYS};

const PAGE: &str = "docs/change-day.md";
const BEGIN: &str = "<!-- figures; written by `cargo run --release --manifest-path benchmarks/Cargo.toml -p day` -->\n";
const END: &str = "<!-- end of the figures -->\n";

/// The row that the others are compared by.
const TOTAL: &str = "from the edit to the running query";
const ROWS: [&str; 5] = [
    "the compiler names what does not fit the structs",
    "the database is changed",
    "the program is built, and has printed its rows",
    TOTAL,
    "the files for CI and production",
];

/// Writes the tables between the two comments of the page.
pub(crate) fn write(results: &Results) -> Result<()> {
    let path = repository().join(PAGE);
    let page = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let parts = page.split_once(BEGIN).and_then(|(before, rest)| {
        let (_, after) = rest.split_once(END)?;
        Some((before, after))
    });
    let (before, after) = parts.with_context(|| format!("{PAGE} has no place for the figures"))?;
    let tables = tables(results);
    fs::write(&path, format!("{before}{BEGIN}{tables}{END}{after}"))?;
    eprintln!("wrote {PAGE}");
    Ok(())
}

fn tables(results: &Results) -> String {
    let libraries = Library::ALL.map(Library::name);
    let ways = WAYS.map(|way| way.name);
    let exact = |table: &'static str| {
        move |row: &str, library: &str| {
            let figure = results.get(Place::new(table, row, library));
            figure.map_or_else(|| "–".to_owned(), |it| it.value.to_string())
        }
    };
    let mut text = String::from("\n### What a person writes and types\n\n");
    text += &table(&libraries, &rows(results, COUNTS), exact(COUNTS));
    text += "\nThe edited structs, before anything else is edited (`cargo build`):\n\n";
    text += &table(&libraries, &rows(results, ERRORS), exact(ERRORS));
    text += "\n### When a mistake is found\n\n";
    let mut mistakes: Vec<&str> = Vec::new();
    for note in results.notes.iter().filter(|it| it.table == MISTAKES) {
        if !mistakes.contains(&note.row.as_str()) {
            mistakes.push(&note.row);
        }
    }
    text += &table(&libraries, &mistakes, |row, library| {
        let mut notes = results.notes.iter();
        let place = Place::new(MISTAKES, row, library);
        let note = notes.find(|it| it.place() == place);
        note.map_or_else(|| "–".to_owned(), |it| it.note.clone())
    });
    text += "\n### What the computer does, in seconds\n\n";
    text += &format!(
        "Measured on: {}. Again: `{}`\n\n",
        results.machine, results.command
    );
    for (title, times) in [
        ("Until it is done:", TIMES),
        (
            "Processor time, which other programs disturb less:",
            PROCESSOR,
        ),
    ] {
        text += &format!("{title}\n\n");
        text += &table(&ways, &ROWS, |row, way| {
            let figure = results.get(Place::new(times, row, way));
            figure.map_or_else(|| "–".to_owned(), seconds)
        });
        text += &ratios(results, times);
        text.push('\n');
    }
    text
}

/// The medians of the total, compared with that of this library.
fn ratios(results: &Results, times: &str) -> String {
    let of = |way: &str| {
        results
            .get(Place::new(times, TOTAL, way))
            .map(|it| it.value)
    };
    let ratios = WAYS.iter().filter_map(|way| {
        let ratio = of(way.name)? / of("schema")?;
        Some(format!("{} {ratio:.2}", way.name))
    });
    let ratios: Vec<_> = ratios.collect();
    format!(
        "\nThe medians of the total, times that of schema: {}.\n",
        ratios.join("; ")
    )
}

/// The rows of a table, in their order.
fn rows<'r>(results: &'r Results, table: &str) -> Vec<&'r str> {
    let mut rows: Vec<&str> = Vec::new();
    for figure in results.measurements.iter().filter(|it| it.table == table) {
        if !rows.contains(&figure.row.as_str()) {
            rows.push(&figure.row);
        }
    }
    rows
}

fn table(columns: &[&str], rows: &[&str], cell: impl Fn(&str, &str) -> String) -> String {
    let mut text = format!(
        "| | {} |\n|---|{}\n",
        columns.join(" | "),
        "---|".repeat(columns.len())
    );
    for row in rows {
        let cells: Vec<_> = columns.iter().map(|column| cell(row, column)).collect();
        text += &format!("| {row} | {} |\n", cells.join(" | "));
    }
    text
}

/// The median, and the quartiles in parentheses.
fn seconds(figure: &Measurement) -> String {
    format!("{:.2} ({:.2}–{:.2})", figure.value, figure.low, figure.high)
}
