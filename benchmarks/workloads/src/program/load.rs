//! Measures throughput and latency of many tasks on one pool, for a limited time.

use std::fs;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};
use tokio::runtime::Builder;
use tokio::task::JoinSet;

use super::repeat::QUANTITY;
use crate::input;
use crate::workload::ROWS;
use crate::{Kind, Pool, Result, Workload};

/// The number of threads that run the tasks.
const THREADS: usize = 2;

/// The result of many tasks.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct Load {
    /// Operations per second.
    pub throughput: f64,
    /// The median latency in nanoseconds.
    pub p50: u32,
    /// The 95th percentile of the latency.
    pub p95: u32,
    /// The 99th percentile of the latency.
    pub p99: u32,
    /// The CPU time of this process for one operation, in nanoseconds, on all threads and in user and kernel mode.
    pub cpu: f64,
}

/// The requested load.
pub(super) struct Options<'a> {
    pub(super) url: &'a str,
    pub(super) workload: Workload,
    pub(super) tasks: u32,
    pub(super) connections: u32,
    pub(super) time: Duration,
}

pub(super) fn run<P: Pool>(options: &Options<'_>) -> Result<Load> {
    let &Options {
        url,
        workload,
        tasks,
        connections,
        time,
    } = options;
    let runtime = Builder::new_multi_thread()
        .worker_threads(THREADS)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let pool = P::connect(url, connections).await?;
        // Warm up until each connection is open and has prepared its statement.
        together(&pool, workload, connections.max(tasks), time / 4).await?;
        let (began, cpu) = (Instant::now(), cpu_time()?);
        let mut latencies = together(&pool, workload, tasks, time).await?;
        let (elapsed, cpu) = (began.elapsed(), cpu_time()?.saturating_sub(cpu));
        latencies.sort_unstable();
        summary(&latencies, elapsed, cpu)
    })
}

/// The latencies of all operations.
async fn together<P: Pool>(
    pool: &P,
    workload: Workload,
    tasks: u32,
    time: Duration,
) -> Result<Vec<u32>> {
    let end = Instant::now() + time;
    let mut set = JoinSet::new();
    for task in 0..tasks {
        set.spawn(alone(pool.clone(), workload, task * ROWS / tasks, end));
    }
    let mut latencies = Vec::new();
    while let Some(result) = set.join_next().await {
        latencies.extend(result??);
    }
    Ok(latencies)
}

/// Runs one task.
async fn alone<P: Pool>(
    pool: P,
    workload: Workload,
    mut number: u32,
    end: Instant,
) -> Result<Vec<u32>> {
    let mut latencies = Vec::new();
    loop {
        let began = Instant::now();
        if began >= end {
            return Ok(latencies);
        }
        match workload.kind {
            Kind::Find => pool.find(i64::from(number % ROWS) + 1).await?,
            Kind::List => pool.list(QUANTITY).await?,
            Kind::InsertOne => pool.insert_one(input::item(number)).await?,
            kind => return Err(format!("`{}` does not run on a pool", kind.name()).into()),
        }
        latencies.push(u32::try_from(began.elapsed().as_nanos()).unwrap_or(u32::MAX));
        number += 1;
    }
}

/// The CPU time used so far, by all threads.
///
/// Reads `schedstat`, which is exact: <https://docs.kernel.org/scheduler/sched-stats.html>.
fn cpu_time() -> Result<Duration> {
    let mut nanoseconds = 0;
    for thread in fs::read_dir("/proc/self/task")? {
        let text = fs::read_to_string(thread?.path().join("schedstat"))?;
        let time = text.split(' ').next().ok_or("`schedstat` is empty")?;
        nanoseconds += time.parse::<u64>()?;
    }
    Ok(Duration::from_nanos(nanoseconds))
}

#[expect(clippy::cast_precision_loss, reason = "far below 2⁵³")]
fn summary(latencies: &[u32], elapsed: Duration, cpu: Duration) -> Result<Load> {
    let percentile = |percent: usize| {
        let place = latencies.len() * percent / 100;
        latencies
            .get(place.min(latencies.len().saturating_sub(1)))
            .copied()
            .ok_or("no operation completed in that time")
    };
    let operations = latencies.len() as f64;
    Ok(Load {
        throughput: operations / elapsed.as_secs_f64(),
        cpu: cpu.as_secs_f64() * 1e9 / operations,
        p50: percentile(50)?,
        p95: percentile(95)?,
        p99: percentile(99)?,
    })
}
