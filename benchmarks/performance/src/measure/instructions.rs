//! Instructions and allocations of the client, on one connection.

use std::sync::Mutex;
use std::thread;

use anyhow::{Context as _, Result};
use measurements::{Place, Sample};
use workloads::Workload;

use super::same;
use crate::callgrind::{self, Counts};
use crate::drivers::{Driver, Profile};
use crate::record::Record;
use crate::server::Server;

/// The tables.
pub(crate) const INSTRUCTIONS: &str = "instructions";
pub(crate) const ALLOCATIONS: &str = "allocations";
pub(crate) const BYTES: &str = "bytes allocated";

/// The number of programs counted in parallel. A count does not depend on other processes.
const AT_ONCE: usize = 2;

/// Counts the workloads with the drivers.
pub(crate) fn measure(
    server: &Server,
    workloads: impl Iterator<Item = Workload>,
    drivers: &[Driver],
    profile: Profile,
    record: &mut Record,
) -> Result<()> {
    for workload in workloads {
        eprintln!("counting {workload}");
        let able = Driver::of(workload.kind, drivers, profile)?;
        same::check(server, workload, &able, profile)?;
        let counted = count_all(server, workload, &able, profile)?;
        same::clean(server, workload)?;
        let (row, x) = workload.row();
        for (driver, counts) in able.iter().zip(counted) {
            for (table, value) in [
                (INSTRUCTIONS, counts.instructions),
                (ALLOCATIONS, counts.allocations),
                (BYTES, counts.bytes),
            ] {
                let driver = driver.name;
                let place = Place {
                    table,
                    row,
                    x,
                    driver,
                };
                record.add(place, table, Sample::exact(value));
            }
        }
    }
    for table in [INSTRUCTIONS, ALLOCATIONS, BYTES] {
        record.add_missing(table, drivers, profile)?;
    }
    Ok(())
}

/// Returns the counts in the order of the drivers.
fn count_all(
    server: &Server,
    workload: Workload,
    drivers: &[Driver],
    profile: Profile,
) -> Result<Vec<Counts>> {
    let queue = Mutex::new(drivers.iter().enumerate());
    let counted = Mutex::new(Vec::new());
    let url = server.url_through_proxy(workload)?;
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                loop {
                    let next = queue.lock().ok().and_then(|mut queue| queue.next());
                    let Some((place, driver)) = next else { break };
                    let counts = count(&url, workload, *driver, profile);
                    if let Ok(mut counted) = counted.lock() {
                        counted.push((place, counts));
                    }
                }
            });
        }
    });
    let mut counted = counted.into_inner().unwrap_or_default();
    counted.sort_by_key(|(place, _)| *place);
    counted.into_iter().map(|(_, counts)| counts).collect()
}

fn count(url: &str, workload: Workload, driver: Driver, profile: Profile) -> Result<Counts> {
    let repetitions = workload.repetitions();
    let arguments = [url, &workload.to_string(), &repetitions.to_string()];
    let counts = callgrind::count(&driver.executable(profile)?, &arguments)
        .with_context(|| format!("{workload}, {}", driver.name))?;
    Ok(counts.per(repetitions * workload.kind.units()))
}
