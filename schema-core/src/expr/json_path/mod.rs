//! Typed paths into JSON: the fields of a payload struct as expressions.
//!
//! <https://www.postgresql.org/docs/current/functions-json.html#FUNCTIONS-JSON-PROCESSING>
//!
//! `#[derive(JsonPaths)]` on a struct names its fields in [`path`](crate::table::Col::path): see
//! [`JsonPaths`](crate::JsonPaths).
//!
//! A path has no value: each part of it is in its type. So its text is constant, with the keys as literals, and an index on
//! the same expression applies.

mod expression;
mod place;
mod set_path;
mod shape;

pub use expression::{JsonAt, JsonColumn, JsonField};
pub use place::{JsonIndex, JsonOptional, JsonPlace, JsonRoot, JsonStep, PathName};
pub use set_path::{HoldsPath, JsonLeaf, WithPath, with};
pub use shape::{JsonFieldOf, JsonShape, NewPath, Opaque};
