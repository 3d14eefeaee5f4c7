//! Peak memory.

use std::process::Command;

use anyhow::{Context as _, Result};
use measurements::{Place, Sample};
use workloads::program::Memory;
use workloads::{Kind, Workload};

use super::same;
use crate::drivers::{self, Driver, Profile};
use crate::record::Record;
use crate::server::Server;

/// The table.
pub(crate) const MEMORY: &str = "peak memory";

const WORKLOADS: [(Workload, &str); 2] = [
    (
        Workload {
            kind: Kind::Items,
            rows: 10_000,
        },
        "reading 10,000 rows of 8 columns",
    ),
    (
        Workload {
            kind: Kind::InsertMany,
            rows: 10_000,
        },
        "inserting 10,000 rows of 7 columns",
    ),
];
const TRIES: usize = 5;

/// Measures the drivers, each time in a new process.
pub(crate) fn measure(server: &Server, drivers: &[Driver], record: &mut Record) -> Result<()> {
    for (workload, row) in WORKLOADS {
        eprintln!("memory of {workload}");
        for driver in Driver::of(workload.kind, drivers, Profile::Release)? {
            let mut tries = Vec::new();
            for _ in 0..TRIES {
                let output =
                    drivers::run(Command::new(driver.executable(Profile::Release)?).args([
                        "memory",
                        &server.url(workload),
                        &workload.to_string(),
                    ]))?;
                let memory: Memory = serde_json::from_str(&output)?;
                tries.push(memory);
                same::clean(server, workload)?;
            }
            let before = tries.iter().map(|memory| mebibytes(memory.before));
            let after = tries.iter().map(|memory| mebibytes(memory.after));
            for (row, tries) in [
                (row.to_owned(), after.collect()),
                (format!("{row}: before"), before.collect()),
            ] {
                let place = Place {
                    table: MEMORY,
                    row: &row,
                    x: None,
                    driver: driver.name,
                };
                record.add(place, "MiB", Sample::of(tries).context("no tries")?);
            }
        }
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "far below 2⁵³")]
pub(super) fn mebibytes(kibibytes: u64) -> f64 {
    kibibytes as f64 / 1_024.0
}
