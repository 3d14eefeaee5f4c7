//! The queries of a program, read from its compiled binary.
//!
//! `schema-core` puts a mark before each query text that it writes during compilation. [`read`] finds the marked texts in
//! the bytes of an executable, also after `strip` and link-time optimization. With the texts:
//!
//! - [`check`] prepares each one against a model of the schema, and reports those that fail, columns whose type or
//!   nullability differs from the Rust side, the indexes that are used, and scans and distances that no index serves;
//! - [`record`] and [`compare`] tell what changed since the last time, for CI;
//! - [`broken_by`] names the queries that a change of the schema breaks.
//!
//! Not every query of a program is listed:
//!
//! - A text whose shape depends on a value (`boxed()`, an optional filter, a list of rows) is written at run time, so it is
//!   not in the binary. Neither is one of more than 16 KiB.
//! - A query that the linker removed is not listed, because it is never run.
//! - SQL that is sent without this library is not marked.
//! - A compressed executable must be unpacked first.
//!
//! The types of the parameters are in the binary as well, and each text is prepared with them, as the program does. So a
//! parameter whose type no longer fits is reported, unless the server converts its values. The server infers the types for a
//! program that was compiled before they were in the binary; texts of which it cannot are [`Problem::Undetermined`].

mod broken;
mod catalog;
mod check;
mod column;
mod error;
mod found;
mod mismatch;
mod plan;
mod prepare;
mod problem;
mod read;
mod record;
mod report;

pub use broken::{Broken, broken_by};
pub use check::{Options, check};
pub use column::{ExpectedColumn, ExpectedType, Null};
pub use error::QueriesError;
pub use found::Found;
pub use plan::Access;
pub use problem::{Missing, MissingKind, Problem};
pub use read::{read, read_bytes};
pub use record::{Changed, Changes, compare, record};
pub use report::Report;
