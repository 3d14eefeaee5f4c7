//! The main program of a driver.
//!
//! | arguments | action |
//! |---|---|
//! | `cannot` | prints the unsupported workloads and the reasons, as JSON |
//! | `show <url> <workload>` | runs the workload once and prints the rows |
//! | `count <url> <workload> <repetitions>` | runs the repetitions in [`count::counted`]; prints the allocations |
//! | `time <url> <workload>` | for each number on standard input, runs that many repetitions; prints nanoseconds |
//! | `memory <url> <workload>` | runs the workload once; prints the peak memory before and after |
//! | `load <url> <workload> <tasks> <connections> <milliseconds>` | runs it concurrently in many tasks, on a pool |

pub mod count;
mod load;
mod memory;
mod repeat;
mod show;
mod time;

use std::time::Duration;

use tokio::runtime::{Builder, Runtime};

pub use load::Load;
pub use memory::Memory;
pub(crate) use time::turns;

use crate::{Blog, Documents, Driver, Pool, Result, Shop};

/// All traits of a driver except [`Pool`].
trait Single: Driver + Blog + Shop + Documents {}

impl<D: Driver + Blog + Shop + Documents> Single for D {}

/// The program of a driver with a pool.
pub fn main<D: Driver + Blog + Shop + Documents, P: Pool>() -> Result<()> {
    with_arguments(|arguments| match *arguments {
        ["load", ..] => on_pool::<P>(arguments),
        _ => single::<D>(arguments),
    })
}

/// The program of a pool alone, which only runs `load`.
pub fn main_of_pool<P: Pool>() -> Result<()> {
    with_arguments(on_pool::<P>)
}

fn with_arguments(run: impl FnOnce(&[&str]) -> Result<()>) -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    run(&arguments)
}

fn on_pool<P: Pool>(arguments: &[&str]) -> Result<()> {
    let ["load", url, workload, tasks, connections, milliseconds] = *arguments else {
        return Err("unknown arguments; see the documentation of `workloads::program`".into());
    };
    let load = load::run::<P>(&load::Options {
        url,
        workload: workload.parse()?,
        tasks: tasks.parse()?,
        connections: connections.parse()?,
        time: Duration::from_millis(milliseconds.parse()?),
    })?;
    print_json(&load)
}

/// The program of a driver without a pool.
pub fn main_without_pool<D: Driver + Blog + Shop + Documents>() -> Result<()> {
    with_arguments(single::<D>)
}

fn single<D: Single>(arguments: &[&str]) -> Result<()> {
    match *arguments {
        ["cannot"] => {
            let cannot: Vec<_> = D::CANNOT
                .iter()
                .map(|(kind, reason)| (kind.title(), reason))
                .collect();
            print_json(&cannot)
        }
        ["show", url, workload] => show::run::<D>(url, workload.parse()?),
        ["count", url, workload, repetitions] => {
            let allocated = count::run::<D>(url, workload.parse()?, repetitions.parse()?)?;
            print_json(&(allocated.count, allocated.bytes))
        }
        ["time", url, workload] => time::run::<D>(url, workload.parse()?),
        ["memory", url, workload] => print_json(&memory::run::<D>(url, workload.parse()?)?),
        _ => Err("unknown arguments; see the documentation of `workloads::program`".into()),
    }
}

pub(crate) fn print_json(value: &impl serde::Serialize) -> Result<()> {
    println!("{}", serde_json::to_string(value)?);
    Ok(())
}

/// A runtime on one thread, so that counts are reproducible.
pub(crate) fn runtime() -> Result<Runtime> {
    Ok(Builder::new_current_thread().enable_all().build()?)
}
