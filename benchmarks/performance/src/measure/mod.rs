//! The measurements, one module per part.

pub(crate) mod anatomy;
pub(crate) mod instructions;
pub(crate) mod load;
pub(crate) mod memory;
pub(crate) mod node;
pub(crate) mod same;
pub(crate) mod scale;
pub(crate) mod sql;
pub(crate) mod turns;
pub(crate) mod wall_time;
