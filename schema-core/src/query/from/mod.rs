//! `from`: the sources that a query reads, as values.
//!
//! A source has typed columns, and the query names it by them: the constant of a [table](TableRef), an
//! [alias](crate::alias!), a [subquery](Derived), or a [function](FromFunction). For a table the value is zero-sized, and
//! the text is a constant; other sources can have parameters and contain queries.
//!
//! <https://www.postgresql.org/docs/current/queries-table-expressions.html#QUERIES-FROM>

mod derived;
mod function;
mod function_table;
mod join;
#[cfg(feature = "json")]
mod json_table;
mod lateral;
mod only;
mod other_source;
mod table;
mod table_sample;
mod values;

pub(crate) use derived::column_names;
pub use derived::{Derived, SubqueryField, SubqueryRow};
pub use function::{
    Element, ElementColumns, FromFunction, GenerateSeries, Series, SeriesColumns, SeriesStep,
    SeriesType, SeriesValue, StepOf, Unnest, UnnestCall, generate_series, generate_series_by,
    unnest,
};
pub use function_table::{FieldsAre, FitRows, FunctionTable, OfValues, Reads, WithNumber};
pub use join::{Cross, Full, Inner, Join, JoinKind, JoinText, KeyJoin, Left, Right};
#[cfg(feature = "json")]
pub use json_table::{
    JsonTable, JsonTableRow, ReadsJson, json_column_type, json_missing, json_table,
};
pub use lateral::{Lateral, LateralItem, LateralKind};
pub use only::{Only, only};
pub(crate) use other_source::keyword;
pub use other_source::{OtherSource, OtherSources};
pub use table::{Start, StartScope, TableRef, start};
pub use table_sample::{
    BernoulliSample, SampleMethod, Seed, SystemSample, TableSample, tablesample_bernoulli,
    tablesample_system,
};
pub use values::{ValueRow, Values, cast_name, definition, parameter, sent_as_text, values};

use crate::sql::{Fragment, fragment};
use crate::table::Source;

/// A value that a query can read from.
#[diagnostic::on_unimplemented(
    message = "this is not a table",
    label = "expected a table, an `alias!`, or a query with `.as_table()`",
    note = "`query.as_table()` has the name of the struct that the query selects into"
)]
pub trait FromItem: Sized {
    /// The source that its columns belong to.
    type Source: Source;
    /// The text in `from`, and its parameters.
    type From;
    /// The list of what it needs from the statement around it: see [`scope`](crate::scope).
    type Needs;
    /// Converts it into the part of `from`.
    fn into_from(self) -> Self::From;
}

/// A [`FromItem`] of the source `R`, with the needs `N` and the text `Y`.
///
/// They are parameters rather than associated types, so that the caret of an error is on the argument.
#[diagnostic::on_unimplemented(
    message = "this is not a table",
    label = "expected a table, an `alias!`, or a query with `.as_table()`",
    note = "`query.as_table()` has the name of the struct that the query selects into"
)]
pub trait JoinItem<R, N, Y> {
    /// Converts it into the part of `from`.
    fn into_part(self) -> Y;
}

#[diagnostic::do_not_recommend]
impl<V: FromItem<Source = R, Needs = N, From = Y>, R, N, Y> JoinItem<R, N, Y> for V {
    fn into_part(self) -> Y {
        self.into_from()
    }
}

/// ` from "patients"`
#[derive(Debug, Clone, Copy)]
pub struct From<V>(pub(crate) V);

fragment!(impl[V: Fragment] From<V> { " from ", (0: V) });
