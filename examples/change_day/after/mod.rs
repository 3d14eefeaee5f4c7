//! The program in the evening.

pub(crate) mod orders;
pub(crate) mod tables;
