//! The workloads, and the main program shared by all drivers.
//!
//! A driver is a program that runs the workloads with one library. [`Driver`] connects; [`Blog`], [`Shop`] and
//! [`Documents`] are the workloads; [`Pool`] runs some of them on many connections. [`program::main`] turns an
//! implementation into the program that the runner starts.

mod driver;
pub mod generate;
mod group;
pub mod input;
pub mod program;
pub mod scale;
mod shown;
pub mod tables;
mod workload;

pub use driver::{Blog, Documents, Driver, Pool, Shop, Unsupported};
pub use group::group;
pub use shown::{Shown, value as shown_value};
pub use workload::{Kind, Workload};

/// An error that is only printed.
pub type Error = Box<dyn std::error::Error + Send + Sync>;

/// A result whose error is only printed.
pub type Result<T, E = Error> = std::result::Result<T, E>;
