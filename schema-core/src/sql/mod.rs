//! SQL text: a constant if the query's type determines it, otherwise written at run time.
//!
//! Every part of a query is a [`Fragment`]: a type with a constant tree of [`Token`]s. [`text`] renders the tree during
//! compilation and numbers the parameters: `$1, $2 …`. A part whose shape depends on a value, such as an optional
//! filter, is not static; its query is [written](Fragment::write) into a `String` from the same declaration.
//!
//! A constant text is preceded by a mark in the compiled program, and followed by the columns that the program expects and the
//! types of its parameters. So a tool can list the queries of a program; those that are written at run time are not in it.

mod arguments;
mod constant;
mod copy_rows;
mod distinct;
mod expected;
mod fragment;
mod literal;
mod mark;
mod parameter;
mod path;
mod scan;
mod shared;
mod size;
mod token;
mod tuples;
mod writer;

pub use arguments::{Arguments, PlaceholderValues, RecordedPlaceholder};
pub use constant::{ORDER_BY, may_share, parameters, text, text_for};
pub use copy_rows::CopyRows;
pub(crate) use copy_rows::SIGNATURE;
pub use distinct::unselected_ordering;
pub use expected::{Expected, Expects, NoRows, Null, TableColumns};
pub use fragment::{DynFragment, Fragment};
pub(crate) use fragment::{fragment, piece};
pub use mark::{MARK, MARK_LENGTH, MARK_VERSION};
pub use parameter::{RowTypes, SentAs};
pub use path::Path;
pub use scan::Scan;
pub use shared::{Shared, place};
use shared::{SharedValues, place_of_type};
pub use token::Token;
pub use writer::SqlWriter;
