//! Throughput and latency of many tasks on a pool.

use std::process::Command;

use anyhow::{Context as _, Result};
use measurements::{Place, Sample};
use workloads::program::Load;
use workloads::{Kind, Workload};

use super::same;
use crate::drivers::{self, Driver, Profile, SCHEMA, SCHEMA_ON_SQLX_POOL, SCHEMA_POOL};
use crate::record::Record;
use crate::server::Server;

/// The tables and units of the figures.
pub(crate) const THROUGHPUT: &str = "throughput";
pub(crate) const P50: &str = "latency, p50";
pub(crate) const P95: &str = "latency, p95";
pub(crate) const P99: &str = "latency, p99";
pub(crate) const CPU: &str = "CPU time of the client";

/// The number of connections of each pool.
const CONNECTIONS: u32 = 8;
/// The numbers of tasks.
pub(crate) const TASKS: [u32; 5] = [1, 4, 16, 64, 256];
const KINDS: [Kind; 3] = [Kind::Find, Kind::List, Kind::InsertOne];
/// The number and length of the turns of each driver.
const ROUNDS: usize = 5;
const MILLISECONDS: u32 = 600;

/// Measures the drivers that have a pool: schema on its own, and also on sqlx's.
pub(crate) fn measure(server: &Server, drivers: &[Driver], record: &mut Record) -> Result<()> {
    let mut measured = vec![SCHEMA_POOL];
    measured.extend(drivers.iter().filter(|driver| driver.pool).map(|driver| {
        if *driver == SCHEMA {
            SCHEMA_ON_SQLX_POOL
        } else {
            *driver
        }
    }));
    for kind in KINDS {
        for tasks in TASKS {
            eprintln!("loading {}, {tasks} tasks", kind.name());
            let workload = Workload {
                kind,
                rows: kind.sizes().first().copied().unwrap_or(1),
            };
            let mut loads = vec![Vec::new(); measured.len()];
            for _ in 0..ROUNDS {
                for (driver, loads) in measured.iter().zip(&mut loads) {
                    loads.push(load(&server.url(workload), workload, *driver, tasks)?);
                }
                same::clean(server, workload)?;
            }
            for (driver, loads) in measured.iter().zip(&loads) {
                add(kind, tasks, driver.name, loads, record)?;
            }
        }
    }
    Ok(())
}

fn load(url: &str, workload: Workload, driver: Driver, tasks: u32) -> Result<Load> {
    let program = driver.executable(Profile::Release)?;
    let output = drivers::run(Command::new(program).args([
        "load",
        url,
        &workload.to_string(),
        &tasks.to_string(),
        &CONNECTIONS.to_string(),
        &MILLISECONDS.to_string(),
    ]))?;
    Ok(serde_json::from_str(&output)?)
}

fn add(kind: Kind, tasks: u32, driver: &str, loads: &[Load], record: &mut Record) -> Result<()> {
    let latency = |percentile: fn(&Load) -> u32| {
        let nanoseconds = loads.iter().map(|load| f64::from(percentile(load)));
        nanoseconds
            .map(|nanoseconds| nanoseconds / 1_000.0)
            .collect()
    };
    let throughput = loads.iter().map(|load| load.throughput).collect();
    let cpu = loads.iter().map(|load| load.cpu / 1_000.0).collect();
    for (table, unit, tries) in [
        (THROUGHPUT, "operations/s", throughput),
        (P50, "µs", latency(|load| load.p50)),
        (P95, "µs", latency(|load| load.p95)),
        (P99, "µs", latency(|load| load.p99)),
        (CPU, "µs", cpu),
    ] {
        let place = Place {
            table,
            row: kind.title(),
            x: Some(f64::from(tasks)),
            driver,
        };
        let sample = Sample::of(tries).context("no rounds")?;
        record.add(place, unit, sample);
    }
    Ok(())
}
