//! The program in the morning.

pub(crate) mod orders;
pub(crate) mod tables;
