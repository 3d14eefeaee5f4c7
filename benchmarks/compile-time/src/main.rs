//! Measures and records the compile time of tables and queries, compared with the peers.
//!
//! The compiled crates are generated from a single description, in `benchmarks/target/compile-time`.

mod app;
mod bench;
mod cargo;
mod description;
mod drivers;
mod goals;
mod parts;
mod report;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use clap::{Parser, ValueEnum as _};
use measurements::{Results, machine};

use crate::app::App;
use crate::bench::Bench;
use crate::drivers::DRIVERS;
use crate::parts::Part;

/// Measures the compile time of tables and queries, compared with the peers; takes about 40 minutes on two cores.
#[derive(Debug, Parser)]
struct Options {
    /// Measure only this part; the figures of other parts are kept.
    #[arg(long, value_enum)]
    only: Vec<Part>,
    /// Measure only this driver, by its name in the results.
    #[arg(long)]
    driver: Vec<String>,
    /// Number of tables, a multiple of ten, with three queries each.
    #[arg(long, default_value_t = 100)]
    tables: usize,
    /// Maximum number of runs; slow steps have fewer.
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// File of the figures.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../results/compile-time.json"))]
    output: PathBuf,
    /// Measure nothing; print the recorded figures.
    #[arg(long)]
    report: bool,
    /// Measure nothing; generate the crates, update their dependencies, and write the lock files to `locks`.
    #[arg(long)]
    update_locks: bool,
}

impl Options {
    /// True if all figures are measured again.
    fn measures_all(&self) -> bool {
        !self.report && self.only.is_empty() && self.driver.is_empty()
    }
}

fn main() -> Result<()> {
    let options = Options::parse();
    ensure!(
        options.tables > 0 && options.tables.is_multiple_of(10),
        "foreign keys close rings of ten tables"
    );
    if options.update_locks {
        return update_locks(&options);
    }
    let mut results = if options.measures_all() {
        Results::default()
    } else {
        Results::read(&options.output)?.unwrap_or_default()
    };
    if !options.report {
        results.machine = machine();
        "cargo run --release --manifest-path benchmarks/Cargo.toml -p compile-time"
            .clone_into(&mut results.command);
        results = measure(&options, results)?;
    }
    print!("{}{}", report::text(&results), goals::report(&results));
    Ok(())
}

fn measure(options: &Options, results: Results) -> Result<Results> {
    let apps = apps(options)?;
    for app in &apps {
        app.fetch()?;
    }
    let mut bench = Bench {
        apps,
        tables: options.tables,
        runs: options.runs,
        results,
        output: options.output.clone(),
    };
    for part in Part::value_variants() {
        let asked = if options.only.is_empty() {
            part.is_default()
        } else {
            options.only.contains(part)
        };
        if asked {
            part.measure(&mut bench)?;
            bench.save()?;
        }
    }
    Ok(bench.results)
}

/// Creates the crates of the selected drivers.
fn apps(options: &Options) -> Result<Vec<App>> {
    for name in &options.driver {
        ensure!(
            DRIVERS.iter().any(|driver| driver.name() == name),
            "no driver is named `{name}`"
        );
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target/compile-time");
    let asked = DRIVERS.iter().filter(|driver| {
        options.driver.is_empty() || options.driver.iter().any(|name| name == driver.name())
    });
    asked.map(|driver| App::new(*driver, &root)).collect()
}

fn update_locks(options: &Options) -> Result<()> {
    let locks = Path::new(env!("CARGO_MANIFEST_DIR")).join("locks");
    for app in apps(options)? {
        let path = locks.join(format!("{}.lock", app.driver.package()));
        fs::write(path, app.updated_lock()?)?;
    }
    Ok(())
}
