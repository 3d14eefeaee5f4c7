//! The Postgres server that the tests run on.

pub mod db;

/// The examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
mod readme {}
