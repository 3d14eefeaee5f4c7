//! Measures what tables and queries cost the compiler, beside the peers, and writes it down.
//!
//! The crates that are compiled are generated from one description, below `benchmarks/target/compile-time`.

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

/// Measures what tables and queries cost the compiler, beside the peers. All of it takes some 40 minutes on two cores.
#[derive(Debug, Parser)]
struct Options {
    /// Only this part; figures of the other parts stay as they are.
    #[arg(long, value_enum)]
    only: Vec<Part>,
    /// Only this driver, as the results call it.
    #[arg(long)]
    driver: Vec<String>,
    /// How many tables, with three queries for each: a multiple of ten.
    #[arg(long, default_value_t = 100)]
    tables: usize,
    /// How often something is measured, at most. What takes long is measured less often.
    #[arg(long, default_value_t = 5)]
    runs: usize,
    /// Where the figures are kept.
    #[arg(long, default_value = concat!(env!("CARGO_MANIFEST_DIR"), "/../results/compile-time.json"))]
    output: PathBuf,
    /// Measure nothing: show what is there.
    #[arg(long)]
    report: bool,
    /// Measure nothing: generate the crates, find the newest versions that they allow, and write them to `locks`.
    #[arg(long)]
    update_locks: bool,
}

impl Options {
    /// Whether no figure stays as it is.
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

/// The crates of the drivers that are asked for, or of all.
fn apps(options: &Options) -> Result<Vec<App>> {
    for name in &options.driver {
        ensure!(
            DRIVERS.iter().any(|driver| driver.name() == name),
            "there is no driver `{name}`"
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
