//! The model of a Postgres schema, its SQL, and the difference of two schemas.
//!
//! This crate is pure: it reads no database and no files. A [`Model`](model::Model) comes from the tables of a program,
//! from a snapshot, or from a live server, and any two of them can be compared.

#![cfg_attr(
    not(feature = "online"),
    allow(
        dead_code,
        reason = "only hazards and online changes use some statements"
    )
)]

pub mod diff;
#[cfg(feature = "hazard")]
pub mod hazard;
pub mod model;
#[cfg(feature = "online")]
pub mod online;
pub mod sql;
