//! The pieces of a constant text.

use crate::def::TableDef;

/// A piece of a constant text.
#[derive(Debug, Clone, Copy)]
pub enum Token {
    /// SQL text.
    Text(&'static str),
    /// `distinct` after `select`.
    SelectDistinct,
    /// The next parameter: `$1`, `$2`, …
    Parameter,
    /// A parameter that has one number wherever it appears: the place that made it, and the type that it is sent as.
    Shared(u64, &'static str),
    /// The tokens of a part. Nothing is copied.
    Sub(&'static [Self]),
    /// A name, which is quoted.
    Name(&'static str),
    /// Names, separated by `", "`. Each is quoted, and preceded by the tokens.
    Names(&'static [Self], &'static [&'static str]),
    /// Names of a table's columns, quoted and separated by `", "`. A column that is an array is cast to its type.
    Casts(&'static [&'static str], &'static TableDef),
    /// This many parameters, separated by `", "`.
    Params(usize),
}
