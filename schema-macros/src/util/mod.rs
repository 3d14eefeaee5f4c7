//! Helpers for all stages: errors, names, and the remedies in messages.

pub(crate) mod errors;
pub(crate) mod names;
pub(crate) mod serde;
pub(crate) mod suggest;
pub(crate) mod symbol;
pub(crate) mod synonyms;
