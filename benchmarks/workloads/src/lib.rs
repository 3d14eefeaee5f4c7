//! What is measured, and the program that each driver is.
//!
//! A driver is a program that does the workloads with one library: [`Driver`] connects, [`Blog`], [`Shop`] and
//! [`Documents`] are what it does, [`Pool`] is the same with many connections. [`program::main`] makes a program of
//! them, which whoever measures it starts.

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
