//! The list of plots.

use std::fs;

use anyhow::{Context as _, Result};
use workloads::Kind;
use workloads::scale::Dimension;

use super::plot::{Frame, Line, draw};
use crate::figures::Figures;
use crate::measure::instructions::INSTRUCTIONS;
use crate::measure::load::{P99, THROUGHPUT};
use crate::measure::scale::SCALE;
use crate::options::Part;
use crate::paths;

/// A plot and the name of its file.
struct Plot {
    name: &'static str,
    part: Part,
    table: &'static str,
    row: &'static str,
    frame: Frame<'static>,
    /// Shows the cost per unit of `x` instead of the total.
    of_one: bool,
}

const DRIVERS: [&str; 8] = [
    "schema",
    "sqlx",
    "sqlx FromRow",
    "tokio-postgres",
    "diesel-async",
    "SeaORM",
    "toasty",
    "sqlx floor",
];

const fn scale(name: &'static str, dimension: Dimension, x: &'static str) -> Plot {
    Plot {
        name,
        part: Part::Scale,
        table: SCALE,
        row: dimension.title(),
        frame: Frame {
            title: dimension.title(),
            x,
            y: "instructions",
            logarithmic: false,
        },
        of_one: false,
    }
}

const fn rows(name: &'static str, kind: Kind, title: &'static str) -> Plot {
    Plot {
        name,
        part: Part::RunTime,
        table: INSTRUCTIONS,
        row: kind.title(),
        frame: Frame {
            title,
            x: "rows",
            y: "instructions of a row",
            logarithmic: true,
        },
        of_one: true,
    }
}

const fn load(
    name: &'static str,
    table: &'static str,
    title: &'static str,
    y: &'static str,
) -> Plot {
    Plot {
        name,
        part: Part::Load,
        table,
        row: Kind::Find.title(),
        frame: Frame {
            title,
            x: "tasks",
            y,
            logarithmic: true,
        },
        of_one: false,
    }
}

const fn tables(name: &'static str, row: &'static str, title: &'static str) -> Plot {
    Plot {
        name,
        part: Part::CompileTime,
        table: "compile time by tables",
        row,
        frame: Frame {
            title,
            x: "tables, with three queries each",
            y: "seconds",
            logarithmic: true,
        },
        of_one: false,
    }
}

const PLOTS: [Plot; 9] = [
    rows(
        "rows",
        Kind::Trivial,
        "a row of 3 columns, by the rows that are read",
    ),
    rows(
        "batch",
        Kind::InsertUsers,
        "a row of 2 columns, by the rows that are inserted",
    ),
    scale("columns", Dimension::Columns, "columns"),
    scale("joins", Dimension::Joins, "left joins"),
    scale("parameters", Dimension::Parameters, "parameters"),
    load(
        "throughput",
        THROUGHPUT,
        "look-ups in a second, on 8 connections",
        "look-ups in a second",
    ),
    load(
        "latency",
        P99,
        "what 99 of 100 look-ups stay below, on 8 connections",
        "µs",
    ),
    tables(
        "fresh-check",
        "fresh check",
        "fresh `cargo check`, by tables",
    ),
    tables(
        "check",
        "check after a touch",
        "`cargo check` after a touch, by tables",
    ),
];

/// Writes a plot and returns the line that embeds it.
pub(super) fn write(name: &str, figures: &Figures) -> Result<String> {
    let plot = PLOTS.iter().find(|plot| plot.name == name);
    let plot = plot.context("unknown plot")?;
    let lines: Vec<Line<'_>> = DRIVERS
        .into_iter()
        .map(|driver| Line {
            name: driver,
            points: plot.points(figures, driver),
        })
        .filter(|line| !line.points.is_empty())
        .collect();
    if lines.is_empty() {
        return Ok("Not measured yet.".to_owned());
    }
    let folder = paths::repository().join("docs/performance");
    fs::create_dir_all(&folder)?;
    draw(&folder.join(format!("{name}.svg")), &plot.frame, &lines)?;
    Ok(format!("![{}](performance/{name}.svg)", plot.frame.title))
}

impl Plot {
    fn points(&self, figures: &Figures, driver: &str) -> Vec<(f64, f64)> {
        let mut points = figures.series(self.part, self.table, self.row, driver);
        if self.part == Part::CompileTime {
            points = figures.with_hundred_tables(self.row, driver, points);
        }
        if self.of_one {
            for (x, y) in &mut points {
                *y /= *x;
            }
        }
        points
    }
}
