//! The pieces of a constant text.

use super::{Path, Scan, SentAs};
use crate::def::TableDef;
use crate::types::SqlType;

/// A piece of a constant text.
#[derive(Debug, Clone, Copy)]
pub enum Token {
    /// SQL text.
    Text(&'static str),
    /// `distinct` after `select`.
    SelectDistinct,
    /// The next parameter: `$1`, `$2`, …, and the type that it is sent as.
    Parameter(SentAs),
    /// A parameter that has one number wherever it appears: the place that made it, and the type that it is sent as.
    Shared(u64, SentAs),
    /// The tokens of a part. Nothing is copied.
    Sub(&'static [Self]),
    /// A name, which is quoted.
    Name(&'static str),
    /// A column: the tokens of its source and its name.
    Column(&'static [Self], &'static str),
    /// Names, separated by `", "`. Each is quoted, and preceded by the tokens.
    Names(&'static [Self], &'static [&'static str]),
    /// Names of a table's columns, quoted and separated by `", "`. A column that is an array or a
    /// composite value is cast to its type.
    Casts(&'static [&'static str], &'static TableDef),
    /// Parts, separated by `", "`.
    List(&'static [&'static [Self]]),
    /// A parameter for each of these types, separated by `", "`.
    Params(&'static [SentAs]),
    /// This many parameters, separated by `", "`, and the types of the first ones.
    Values(usize, &'static [SentAs]),
    /// A number, such as the position of a column.
    Number(usize),
    /// The tokens of a `select` that finds the nearest rows by this scan. If the `bool` is true, its columns can add joins.
    Select(Scan, bool, &'static [Self]),
    /// A join of the `select`; true if it is an outer join. It has no text of its own.
    Joined(bool),
    /// The start of the `from` of a `select`.
    FromStart,
    /// The end of the `from`: the joins follow that its columns add.
    FromEnd,
    /// These columns of the row at the end of a path, separated by `", "`.
    Path(&'static Path, &'static [&'static str]),
    /// The start of the condition of a `where`; true if it is an `or`.
    ConditionStart(bool),
    /// The end of the condition.
    ConditionEnd,
    /// The place after the `where`, if there is one.
    AfterWhere,
}

impl Token {
    /// The next parameter, which is sent as `T`.
    pub(crate) const fn parameter<T: SqlType>() -> Self {
        Self::Parameter(SentAs::of::<T>())
    }

    /// The next parameter, which is sent as an array of `T`.
    pub(crate) const fn array<T: SqlType>() -> Self {
        Self::Parameter(SentAs::array_of::<T>())
    }
}
