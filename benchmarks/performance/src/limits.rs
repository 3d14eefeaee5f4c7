//! The limits for the figures.

use workloads::scale::Dimension;
use workloads::{Kind, Workload};

use crate::figures::{Cell, Figures};
use crate::measure::instructions::{ALLOCATIONS, INSTRUCTIONS};
use crate::measure::load;
use crate::measure::scale::SCALE;
use crate::measure::sql::SQL;
use crate::options::Part;

const OURS: &str = "schema";
const FLOOR: &str = "sqlx floor";
/// The peers with tables and typed queries.
const TYPED: [&str; 3] = ["diesel-async", "SeaORM", "toasty"];
/// Maximum number of instructions to return a constant text.
const NO_RENDERING: f64 = 100.0;
/// Maximum ratio of the cost of one more unit to its cost at half the size. The ratio is 1 for a linear cost, except for
/// steps such as another path in the allocator, and 2 for a quadratic cost.
const STEEPER: f64 = 1.25;

/// A limit for a figure.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Limit {
    /// The description of the figure.
    pub(crate) what: String,
    /// The maximum.
    pub(crate) most: f64,
    /// The figure; `None` if it was not measured.
    pub(crate) figure: Option<f64>,
    /// The same figure of sqlx's floor.
    pub(crate) floor: Option<f64>,
}

impl Limit {
    /// True if the limit is met; `None` if it was not measured.
    pub(crate) fn holds(&self) -> Option<bool> {
        Some(self.figure? <= self.most)
    }
}

/// All limits.
pub(crate) fn limits(figures: &Figures) -> Vec<Limit> {
    let mut limits = run_time(figures);
    limits.extend(sql(figures));
    limits.extend(pool(figures));
    limits.extend(compile_time(figures));
    limits.extend(growth(figures));
    limits
}

fn run_time(figures: &Figures) -> Vec<Limit> {
    let limits = [
        (Kind::Find, "tokio-postgres", 0.75),
        (Kind::Find, "sqlx", 0.7),
        (Kind::Find, "diesel-async", 0.35),
        (Kind::Items, "tokio-postgres", 1.0),
        (Kind::Items, "diesel-async", 1.0),
        (Kind::Items, "sqlx FromRow", 0.6),
    ];
    let limits = limits.map(|(kind, peer, most)| {
        let cell = Cell {
            part: Part::RunTime,
            table: INSTRUCTIONS,
            row: kind.title(),
            x: None,
        };
        Limit {
            what: format!("{}: instructions, times {peer}", kind.title()),
            most,
            figure: ratio(figures, cell, OURS, peer),
            floor: ratio(figures, cell, FLOOR, peer),
        }
    });
    limits.to_vec()
}

/// From 4 tasks on: the throughput of tokio-postgres with deadpool and of sqlx's pool, and the latency.
fn pool(figures: &Figures) -> Vec<Limit> {
    let mut limits = Vec::new();
    for kind in [Kind::Find, Kind::InsertOne] {
        for tasks in load::TASKS.into_iter().filter(|tasks| *tasks >= 4) {
            let cell = |table| Cell {
                part: Part::Load,
                table,
                row: kind.title(),
                x: Some(f64::from(tasks)),
            };
            let (throughput, latency) = (cell(load::THROUGHPUT), cell(load::P99));
            let peer = "tokio-postgres";
            for (what, most, figure) in [
                (
                    "throughput of tokio-postgres with deadpool, times ours",
                    1.0,
                    ratio(figures, throughput, peer, OURS),
                ),
                (
                    "throughput on sqlx's pool, times ours",
                    0.5,
                    ratio(figures, throughput, "sqlx", OURS),
                ),
                (
                    "99th percentile of the latency, times tokio-postgres with deadpool",
                    1.1,
                    ratio(figures, latency, OURS, peer),
                ),
            ] {
                let what = format!("{}, {tasks} tasks: {what}", kind.title());
                limits.push(without_floor(what, most, figure));
            }
        }
    }
    limits
}

fn ratio(figures: &Figures, cell: Cell<'_>, driver: &str, peer: &str) -> Option<f64> {
    Some(figures.value(cell, driver)? / figures.value(cell, peer)?)
}

fn sql(figures: &Figures) -> Vec<Limit> {
    let value = |unit: &str, row: &str, driver: &str| {
        let cell = Cell {
            part: Part::Sql,
            table: &format!("{SQL}, {unit}"),
            row,
            x: None,
        };
        figures.value(cell, driver)
    };
    let (fixed, dynamic) = ("static query: text", "dynamic query: text");
    let ours = value(INSTRUCTIONS, dynamic, OURS);
    let theirs = value(INSTRUCTIONS, dynamic, "sea-query");
    [
        (
            format!("{fixed}: allocations"),
            0.0,
            value(ALLOCATIONS, fixed, OURS),
        ),
        (
            format!("{fixed}: instructions, since nothing is rendered"),
            NO_RENDERING,
            value(INSTRUCTIONS, fixed, OURS),
        ),
        (
            format!("{dynamic}: allocations"),
            1.0,
            value(ALLOCATIONS, dynamic, OURS),
        ),
        (
            format!("{dynamic}: instructions, times sea-query"),
            0.2,
            ours.zip(theirs).map(|(ours, theirs)| ours / theirs),
        ),
    ]
    .map(|(what, most, figure)| without_floor(what, most, figure))
    .to_vec()
}

fn compile_time(figures: &Figures) -> Vec<Limit> {
    let value = |table: &str, row: &str, driver: &str| {
        let cell = Cell {
            part: Part::CompileTime,
            table,
            row,
            x: None,
        };
        figures.value(cell, driver)
    };
    let rows = [
        "fresh check",
        "check after a touch",
        "edit to first error",
        "incremental build after an edit of a query",
    ];
    let mut limits: Vec<Limit> = rows
        .into_iter()
        .map(|row| {
            let peers = TYPED.into_iter();
            let fastest = peers
                .filter_map(|peer| value("compile time", row, peer))
                .min_by(f64::total_cmp);
            let ours = value("compile time", row, OURS);
            let figure = ours.zip(fastest).map(|(ours, theirs)| ours / theirs);
            let what = format!("{row}: times the fastest of {}", TYPED.join(", "));
            without_floor(what, 0.25, figure)
        })
        .collect();
    let lines = value("expansion", "lines", OURS);
    let what = "a table of 13 columns: lines of expansion".to_owned();
    limits.push(without_floor(what, 700.0, lines));
    let ours = value("dependencies", "cold build", OURS);
    let theirs = value("dependencies", "cold build", "sqlx");
    let figure = ours.zip(theirs).map(|(ours, theirs)| ours / theirs);
    let what = "cold build of the dependencies: times those of sqlx".to_owned();
    limits.push(without_floor(what, 1.1, figure));
    limits
}

/// For each growing cost, the cost of one more unit relative to half the size.
fn growth(figures: &Figures) -> Vec<Limit> {
    let mut costs: Vec<(Part, &str, &str)> = Dimension::ALL
        .iter()
        .map(|dimension| (Part::Scale, SCALE, dimension.title()))
        .collect();
    let mut rows: Vec<&str> = Workload::all()
        .filter(|workload| workload.kind.sizes().len() > 1)
        .map(|workload| workload.kind.title())
        .collect();
    rows.dedup();
    costs.extend(
        rows.into_iter()
            .map(|row| (Part::RunTime, INSTRUCTIONS, row)),
    );
    for row in ["fresh check", "check after a touch"] {
        costs.push((Part::CompileTime, "compile time by tables", row));
    }
    costs
        .into_iter()
        .map(|(part, table, row)| {
            let mut series = figures.series(part, table, row, OURS);
            if part == Part::CompileTime {
                series = figures.with_hundred_tables(row, OURS, series);
            }
            let what = format!("{row}: one more, times one more at half the size");
            without_floor(what, STEEPER, steepening(&series))
        })
        .collect()
}

fn without_floor(what: String, most: f64, figure: Option<f64>) -> Limit {
    Limit {
        what,
        most,
        figure,
        floor: None,
    }
}

/// The maximum ratio of the average cost of a unit up to a size to that up to half the size.
fn steepening(series: &[(f64, f64)]) -> Option<f64> {
    let (&(first, base), rest) = series.split_first()?;
    let slopes: Vec<(f64, f64)> = rest
        .iter()
        .map(|(x, cost)| (*x, (cost - base) / (x - first)))
        .collect();
    slopes
        .iter()
        .filter_map(|(x, slope)| {
            let half = slopes.iter().rfind(|(smaller, _)| *smaller <= x / 2.0);
            Some(slope / half?.1)
        })
        .max_by(f64::total_cmp)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_more_costs_the_same_where_the_cost_is_linear() {
        let linear = [(1.0, 12.0), (10.0, 30.0), (100.0, 210.0)];
        assert_eq!(steepening(&linear), Some(1.0));
        let step = [
            (0.0, 10.0),
            (1.0, 11.0),
            (2.0, 12.5),
            (3.0, 13.5),
            (4.0, 14.5),
        ];
        assert!(steepening(&step).is_some_and(|most| most < STEEPER + 0.01));
        let quadratic: Vec<(f64, f64)> = (0..9).map(f64::from).map(|x| (x, x * x)).collect();
        assert!(steepening(&quadratic).is_some_and(|most| most >= 2.0));
        assert_eq!(steepening(&linear[..2]), None);
    }

    #[test]
    fn a_missing_figure_neither_meets_nor_misses_a_limit() {
        let limit = without_floor(String::new(), 1.0, None);
        assert_eq!(limit.holds(), None);
    }
}
