//! Counts the instructions and the allocations of drivers, beside each other.
//!
//! `cargo run --release` measures ours; `cargo run --release --features peers -- --all` the peers too. The server is
//! the one in `DATABASE_URL`; the measured tables are in a database of their own, which is made anew.

mod callgrind;
mod proxy;
mod recorded;
mod report;
mod server;

use std::env;
use std::path::PathBuf;
use std::process::Command;

use schema_benchmarks::{Result, Workload};

use crate::recorded::Recorded;
use crate::report::Figures;

/// The drivers, ours first.
const DRIVERS: [&str; 5] = [
    "schema",
    "sqlx",
    "sqlx-from-row",
    "tokio-postgres",
    "diesel-async",
];

const USAGE: &str = "\
usage: instructions [--all] [--json] [--check] [--record]
    --all       measure the peers too, not ours alone
    --json      print JSON, not a table
    --check     fail where ours costs more than is recorded, or more than its targets
    --record    write what was measured into instructions.json";

#[derive(Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a switch of the command line"
)]
struct Options {
    all: bool,
    json: bool,
    check: bool,
    record: bool,
}

impl Options {
    fn parse() -> Result<Self> {
        let mut options = Self::default();
        for argument in env::args().skip(1) {
            match argument.as_str() {
                "--all" => options.all = true,
                "--json" => options.json = true,
                "--check" => options.check = true,
                "--record" => options.record = true,
                _ => return Err(USAGE.into()),
            }
        }
        Ok(options)
    }
}

fn main() {
    if let Err(error) = run() {
        eprintln!("{error}");
        std::process::exit(1);
    }
}

fn run() -> Result<()> {
    let options = Options::parse()?;
    let url = server::prepare()?;
    let drivers = if options.all {
        &DRIVERS[..]
    } else {
        &DRIVERS[..1]
    };
    assert_same_rows(drivers, &url)?;

    let mut figures = Figures::new();
    for driver in drivers {
        for workload in Workload::ALL {
            eprintln!("measuring {driver}, {}", workload.name());
            let cost = callgrind::measure(&executable(driver)?, &url, workload)?;
            figures
                .entry((*driver).to_owned())
                .or_default()
                .insert(workload.name().to_owned(), cost);
        }
    }

    let mut recorded = Recorded::read(&profile()?)?;
    if options.json {
        println!("{}", serde_json::to_string_pretty(&figures)?);
    } else {
        print!("{}", report::table(&figures, &recorded.figures));
    }
    if options.check {
        recorded.check(&figures)?;
    }
    if options.record {
        recorded.update(figures);
        recorded.write()?;
    }
    Ok(())
}

/// The Cargo profile of this program and of the drivers beside it: the name of their directory.
fn profile() -> Result<String> {
    let executable = env::current_exe()?;
    let directory = executable.parent().and_then(|path| path.file_name());
    let name = directory.ok_or("this program is in no directory")?;
    Ok(name.to_string_lossy().into_owned())
}

/// The program of a driver, which is built beside this one.
fn executable(driver: &str) -> Result<PathBuf> {
    let path = env::current_exe()?.with_file_name(format!("driver-{driver}"));
    if path.exists() {
        Ok(path)
    } else {
        Err(format!(
            "{} is not built; build with `--bins`, and for the peers with `--features peers`",
            path.display()
        )
        .into())
    }
}

/// Who reads something else does not do the same work.
fn assert_same_rows(drivers: &[&str], url: &str) -> Result<()> {
    let mut first = None;
    for driver in drivers {
        let output = Command::new(executable(driver)?)
            .args([url, "show"])
            .output()?;
        if !output.status.success() || output.stdout.is_empty() {
            let error = String::from_utf8_lossy(&output.stderr);
            return Err(format!("driver {driver} fails: {error}").into());
        }
        if *first.get_or_insert_with(|| output.stdout.clone()) != output.stdout {
            return Err(format!("driver {driver} reads other rows than {}", DRIVERS[0]).into());
        }
    }
    Ok(())
}
