//! The kinds of expressions: computed from nothing, from a row, or from many rows.

use std::fmt::Debug;

use super::{Grouped, Ungrouped};
use crate::types::{Nullability, Nullable};

/// The kind of an expression: [`Constant`], [`PerRow`], [`Windowed`], [`Aggregate`], [`Mixed`] or [`Uncomputable`].
pub trait Kind: Debug + 'static {
    /// The kind of an expression over operands of this and of another kind.
    type And<Other: Kind>: Kind;
    /// The kind of an expression over an operand of this kind and a column.
    type AndPerRow: Kind;
    /// The kind of an expression over an operand of this kind and a window function.
    type AndWindowed: Kind;
    /// The kind of an expression over an operand of this kind and an aggregate.
    type AndAggregate: Kind;
    /// The kind of an aggregate's argument of this kind, in a window. A window function is none: see [`AggregateArgument`].
    type Argument: Kind;
    /// The kind of an aggregate of such an argument.
    type Aggregated: Kind;
    /// The kind of a window function over operands of this kind. If they are aggregates, it has a value for each group.
    type Over: Kind;
    /// The nullability of a scalar subquery over rows that are not grouped. It is NULL if there are no rows, but
    /// aggregates always return one.
    type Scalar<N: Nullability>: Nullability;
    /// True if a query that selects the expression returns a single row.
    const AGGREGATE: bool;
}

/// Reads no columns: the same everywhere.
#[derive(Debug)]
pub enum Constant {}

/// Has a value for each row: a column, or an expression of columns.
#[derive(Debug)]
pub enum PerRow {}

/// Has a value for each row, which is computed from other rows as well: a window function.
#[derive(Debug)]
pub enum Windowed {}

/// Has a value for a group of rows: `count(*)`, `sum(…)`.
#[derive(Debug)]
pub enum Aggregate {}

/// An aggregate next to a column, which only a query with `group_by` can have.
#[derive(Debug)]
pub enum Mixed {}

/// An aggregate of an aggregate without a window, or a window function of another: the server computes neither.
#[derive(Debug)]
pub enum Uncomputable {}

impl Kind for Constant {
    type And<Other: Kind> = Other;
    type AndPerRow = PerRow;
    type AndWindowed = Windowed;
    type AndAggregate = Aggregate;
    type Argument = Self;
    type Aggregated = Aggregate;
    type Over = Windowed;
    type Scalar<N: Nullability> = Nullable;
    const AGGREGATE: bool = false;
}

impl Kind for PerRow {
    type And<Other: Kind> = Other::AndPerRow;
    type AndPerRow = Self;
    type AndWindowed = Windowed;
    type AndAggregate = Mixed;
    type Argument = Self;
    type Aggregated = Aggregate;
    type Over = Windowed;
    type Scalar<N: Nullability> = Nullable;
    const AGGREGATE: bool = false;
}

impl Kind for Windowed {
    type And<Other: Kind> = Other::AndWindowed;
    type AndPerRow = Self;
    type AndWindowed = Self;
    type AndAggregate = Mixed;
    type Argument = PerRow;
    type Aggregated = Aggregate;
    type Over = Uncomputable;
    type Scalar<N: Nullability> = Nullable;
    const AGGREGATE: bool = false;
}

impl Kind for Aggregate {
    type And<Other: Kind> = Other::AndAggregate;
    type AndPerRow = Mixed;
    type AndWindowed = Mixed;
    type AndAggregate = Self;
    type Argument = Self;
    type Aggregated = Uncomputable;
    type Over = Self;
    type Scalar<N: Nullability> = N;
    const AGGREGATE: bool = true;
}

impl Kind for Mixed {
    type And<Other: Kind> = Self;
    type AndPerRow = Self;
    type AndWindowed = Self;
    type AndAggregate = Self;
    type Argument = Self;
    type Aggregated = Uncomputable;
    type Over = Self;
    type Scalar<N: Nullability> = Nullable;
    const AGGREGATE: bool = true;
}

impl Kind for Uncomputable {
    type And<Other: Kind> = Self;
    type AndPerRow = Self;
    type AndWindowed = Self;
    type AndAggregate = Self;
    type Argument = Self;
    type Aggregated = Self;
    type Over = Self;
    type Scalar<N: Nullability> = Nullable;
    const AGGREGATE: bool = true;
}

/// The kind of several expressions together.
macro_rules! kind_of {
    () => { $crate::scope::Constant };
    ($only:ident) => { $only::Kind };
    ($head:ident $($tail:ident)+) => {
        <$head::Kind as $crate::scope::Kind>::And<$crate::scope::kind_of!($($tail)+)>
    };
}
pub(crate) use kind_of;

/// The kind, or the place, of an expression that is computed from a single row.
#[diagnostic::on_unimplemented(
    message = "an aggregate or window function is not allowed here",
    label = "computed from many rows, not from one",
    note = "aggregates belong in `columns`, `having` and grouped `order_by`; window functions in `columns` and `order_by`"
)]
pub trait RowLevel {}

#[diagnostic::do_not_recommend]
impl RowLevel for Constant {}
#[diagnostic::do_not_recommend]
impl RowLevel for PerRow {}

/// The place of an expression that is computed from a group: not of a window function.
#[diagnostic::on_unimplemented(
    message = "a window function, or an aggregate of an aggregate, is not allowed in `having`",
    label = "not computed from a single group",
    note = "select it in a subquery, and filter that: `query.as_table().select().filter(…)`"
)]
pub trait GroupLevel {}

/// The kind of an expression that `returning` computes from each row.
///
/// ```compile_fail,E0277
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64 }
/// Patient.delete().all_rows().returning(count());
/// ```
#[diagnostic::on_unimplemented(
    message = "an aggregate or window function is not allowed in `returning`",
    label = "computed from many rows, not from one",
    note = "`execute` returns the number of rows"
)]
pub trait Returned {}

#[diagnostic::do_not_recommend]
impl Returned for Constant {}
#[diagnostic::do_not_recommend]
impl Returned for PerRow {}

/// The kind of an aggregate's argument. It can be an aggregate only if the outer one has a window: see [`Uncomputable`].
#[diagnostic::on_unimplemented(
    message = "a window function cannot be the argument of an aggregate",
    label = "windows are computed after aggregates",
    note = "select it in a subquery, and aggregate that: `query.as_table().select().columns(…)`"
)]
pub trait AggregateArgument: Kind {}

#[diagnostic::do_not_recommend]
impl AggregateArgument for Constant {}
#[diagnostic::do_not_recommend]
impl AggregateArgument for PerRow {}
#[diagnostic::do_not_recommend]
impl AggregateArgument for Aggregate {}
#[diagnostic::do_not_recommend]
impl AggregateArgument for Mixed {}
#[diagnostic::do_not_recommend]
impl AggregateArgument for Uncomputable {}

/// The kind of the values that order the rows of an aggregate.
#[diagnostic::on_unimplemented(
    message = "an aggregate or window function cannot order the rows of an aggregate",
    label = "already computed from many rows"
)]
pub trait AggregateOrder: Kind {}

#[diagnostic::do_not_recommend]
impl AggregateOrder for Constant {}
#[diagnostic::do_not_recommend]
impl AggregateOrder for PerRow {}

/// A scope in which the server can compute expressions of kind `K`: any kind except [`Uncomputable`].
#[diagnostic::on_unimplemented(
    message = "an aggregate of an aggregate needs a window, and a window function cannot be inside of another",
    label = "computed from another function of many rows",
    note = "add `.over(())` to the outer aggregate, or select the inner function in a subquery: `query.as_table()`"
)]
pub trait Computes<K> {}

#[diagnostic::do_not_recommend]
impl<S> Computes<Constant> for S {}
#[diagnostic::do_not_recommend]
impl<S> Computes<PerRow> for S {}
#[diagnostic::do_not_recommend]
impl<S> Computes<Windowed> for S {}
#[diagnostic::do_not_recommend]
impl<S> Computes<Aggregate> for S {}
#[diagnostic::do_not_recommend]
impl<S> Computes<Mixed> for S {}

/// The kind of columns, or of aggregates over all rows, but not of both together.
#[diagnostic::on_unimplemented(
    message = "an aggregate is next to a column that is not grouped",
    label = "one row for the aggregate, many rows for the column",
    note = "name the column in `group_by(…)` before `columns(…)`"
)]
pub trait Unmixed {}

#[diagnostic::do_not_recommend]
impl Unmixed for Constant {}
#[diagnostic::do_not_recommend]
impl Unmixed for PerRow {}
#[diagnostic::do_not_recommend]
impl Unmixed for Windowed {}
#[diagnostic::do_not_recommend]
impl Unmixed for Aggregate {}
// No scope `Computes` it, so there is an error already.
#[diagnostic::do_not_recommend]
impl Unmixed for Uncomputable {}

/// A scope that can select expressions of kind `K`: any kind if it is grouped; otherwise no aggregate next to a column.
#[diagnostic::on_unimplemented(
    message = "an aggregate is next to a column that is not grouped",
    label = "one row for the aggregate, many rows for the column",
    note = "name the column in `group_by(…)` before `columns(…)`"
)]
pub trait Selects<K> {}

#[diagnostic::do_not_recommend]
impl<S: Ungrouped, K: Unmixed> Selects<K> for S {}
#[diagnostic::do_not_recommend]
impl<S, G, K> Selects<K> for Grouped<S, G> {}

/// The kind of an expression without aggregates.
#[diagnostic::on_unimplemented(
    message = "an aggregate cannot order rows that are not grouped",
    label = "computed from many rows",
    note = "name the columns in `group_by(…)` before `order_by(…)`"
)]
pub trait Unaggregated {}

#[diagnostic::do_not_recommend]
impl Unaggregated for Constant {}
#[diagnostic::do_not_recommend]
impl Unaggregated for PerRow {}
#[diagnostic::do_not_recommend]
impl Unaggregated for Windowed {}
// No scope `Computes` it, so there is an error already.
#[diagnostic::do_not_recommend]
impl Unaggregated for Uncomputable {}

/// A scope that can be ordered by expressions of kind `K`: any kind if it is grouped; otherwise no aggregate.
#[diagnostic::on_unimplemented(
    message = "an aggregate cannot order rows that are not grouped",
    label = "computed from many rows",
    note = "name the columns in `group_by(…)` before `order_by(…)`"
)]
pub trait Orders<K> {}

#[diagnostic::do_not_recommend]
impl<S: Ungrouped, K: Unaggregated> Orders<K> for S {}
#[diagnostic::do_not_recommend]
impl<S, G, K> Orders<K> for Grouped<S, G> {}

/// A scope in which a query can select expressions of kind `K` and be ordered by expressions of kind `O`: without groups,
/// an aggregate is a single row.
#[diagnostic::on_unimplemented(
    message = "an aggregate over all rows is ordered by a column",
    label = "an aggregate returns a single row",
    note = "remove `order_by(…)`, or name the column in `group_by(…)`"
)]
pub trait OrdersResult<K, O> {}

#[diagnostic::do_not_recommend]
impl<S: Ungrouped, K: OrderedAs<O>, O> OrdersResult<K, O> for S {}
#[diagnostic::do_not_recommend]
impl<S, G, K, O> OrdersResult<K, O> for Grouped<S, G> {}

/// The kind of columns that a query over the scope `S` can select if it is ordered by expressions of kind `O`: aggregates
/// can be next to columns only if the query is grouped.
pub trait SelectedIn<S, O> {}

impl<K, S: Computes<K> + Selects<K> + OrdersResult<K, O>, O> SelectedIn<S, O> for K {}

/// The kind of orderings of a query over the scope `S` that selects columns of kind `K`: aggregates are allowed only if
/// the query is grouped.
pub trait OrderedIn<S, K> {}

impl<O, S: Computes<O> + Orders<O> + OrdersResult<K, O>, K> OrderedIn<S, K> for O {}

/// The kind of selected columns that can be ordered by expressions of kind `O`.
pub trait OrderedAs<O> {}

impl<O> OrderedAs<O> for Constant {}
impl<O> OrderedAs<O> for PerRow {}
impl<O> OrderedAs<O> for Windowed {}
impl<O> OrderedAs<O> for Mixed {}
impl<O> OrderedAs<O> for Uncomputable {}
impl OrderedAs<Constant> for Aggregate {}
impl OrderedAs<Self> for Aggregate {}
impl OrderedAs<Uncomputable> for Aggregate {}
