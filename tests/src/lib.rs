//! The Postgres server that the tests run on, and the choices of random tests.

pub mod choices;
pub mod db;

/// The examples of the README.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
mod readme {}
