//! Macros for `schema-core` itself; users do not call them.

pub(crate) mod hide_bounds;
