//! SQL text: a constant where the query's type knows it, written at run time where a value decides.
//!
//! Every part of a query is a [`Fragment`]: a type with a constant tree of [`Token`]s. [`text`] renders that tree
//! while compiling, with `$1, $2 …` numbered in order. A part whose shape depends on a value, such as an optional
//! filter, says so, and its query is [written](Fragment::write) into one `String` from the same declaration.

mod arguments;
mod array;
mod bound;
mod constant;
mod fragment;
mod token;
mod writer;

pub use arguments::Arguments;
pub(crate) use array::encode_array;
pub use constant::{parameters, text};
pub(crate) use fragment::fragment;
pub use fragment::{DynFragment, Fragment};
pub use token::Token;
pub use writer::SqlWriter;
