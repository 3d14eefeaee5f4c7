//! The day of `docs/change-day.md`, with this library, with sqlx and with Diesel: the same two columns are added to the same
//! program, and what the computer does is timed, from the edited files to the rows that the changed program prints. What a
//! person writes is counted.
//!
//! ```text
//! cargo run --release --manifest-path benchmarks/Cargo.toml -p day
//! ```
//!
//! It needs `DATABASE_URL`, a server on which it creates databases named `schema_day…`, and the programs `sqlx` and `diesel`:
//! see `benchmarks/day/README.md`.
//!
//! - `way.rs` — the four ways to make the day, with their commands
//! - `project.rs` — the program of a library, before and after the edit
//! - `command.rs` — runs a command and measures it
//! - `database.rs` — creates and copies databases
//! - `measure.rs` — the repetitions
//! - `mistake.rs` — mistakes, and the step that finds each
//! - `count.rs`, `page.rs` — counts what is written by hand, and writes the tables of the page

mod command;
mod count;
mod database;
mod measure;
mod mistake;
mod page;
mod project;
mod way;

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use clap::Parser;
use measurements::Results;

use crate::database::Databases;
use crate::measure::Bench;

/// The command that makes all figures again.
const COMMAND: &str = "cargo run --release --manifest-path benchmarks/Cargo.toml -p day";

/// The day of docs/change-day.md, timed.
#[derive(Parser, Debug)]
struct Arguments {
    /// The number of repetitions
    #[arg(long, default_value_t = 9)]
    runs: usize,
    /// The server
    #[arg(long, env = "DATABASE_URL")]
    database_url: Option<String>,
    /// The folder of the programs and of their builds
    #[arg(long)]
    directory: Option<PathBuf>,
    /// Update the lock files of the programs
    #[arg(long)]
    update_locks: bool,
    /// Only write the tables of the page, from the recorded figures
    #[arg(long)]
    report: bool,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let path = repository().join("benchmarks/results/day.json");
    if arguments.report {
        let results = Results::read(&path)?.context("there are no figures yet")?;
        return page::write(&results);
    }
    let url = arguments
        .database_url
        .context("the day needs a server; set `DATABASE_URL`")?;
    let directory = arguments
        .directory
        .unwrap_or_else(|| repository().join("benchmarks/target/day"));
    let databases = Databases::connect(&url).await?;
    let mut bench = Bench::new(&directory, databases, arguments.update_locks)?;
    let mut results = Results {
        machine: measurements::machine(),
        command: COMMAND.to_owned(),
        ..Results::default()
    };
    bench.set_up().await?;
    bench.measure(arguments.runs, &mut results).await?;
    bench.make_mistakes(&mut results).await?;
    count::record(&mut results)?;
    results.write(&path)?;
    page::write(&results)
}

/// The root of the repository.
fn repository() -> &'static Path {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    folder.ancestors().nth(2).unwrap_or(folder)
}
