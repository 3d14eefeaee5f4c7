//! The program of a driver.
//!
//! | arguments | what it does |
//! |---|---|
//! | `cannot` | prints what the driver does not do, and why, as JSON |
//! | `show <url> <workload>` | does the workload once, and prints what was read |
//! | `count <url> <workload> <repetitions>` | does it that often, in [`count::counted`]; prints what was allocated |
//! | `time <url> <workload>` | for each number on standard input, does it that often and prints the nanoseconds |
//! | `memory <url> <workload>` | does it once; prints the most memory that was in use before and after |
//! | `load <url> <workload> <tasks> <connections> <milliseconds>` | does it from many tasks at once, on a pool |
//! | `load-without-ping …` | the same, on a pool that does not ask whether a connection still works |

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

use crate::{Blog, Documents, Driver, Pool, Result, Shop};

/// What a program has that is no pool.
trait Single: Driver + Blog + Shop + Documents {}

impl<D: Driver + Blog + Shop + Documents> Single for D {}

/// The program of a driver that has a pool.
pub fn main<D: Driver + Blog + Shop + Documents, P: Pool>() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        [
            command @ ("load" | "load-without-ping"),
            url,
            workload,
            tasks,
            connections,
            milliseconds,
        ] => {
            let load = load::run::<P>(&load::Options {
                url,
                ping: command == "load",
                workload: workload.parse()?,
                tasks: tasks.parse()?,
                connections: connections.parse()?,
                time: Duration::from_millis(milliseconds.parse()?),
            })?;
            print_json(&load)
        }
        _ => single::<D>(&arguments),
    }
}

/// The program of a driver that has none.
pub fn main_without_pool<D: Driver + Blog + Shop + Documents>() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    single::<D>(&arguments)
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

/// All on one thread: what is counted is the same each time.
pub(crate) fn runtime() -> Result<Runtime> {
    Ok(Builder::new_current_thread().enable_all().build()?)
}
