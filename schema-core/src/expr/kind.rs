//! Whether an expression has a value for each row, or one for a group of rows.

use std::fmt::Debug;

/// What an expression is computed from: [`PerRow`], [`Aggregate`], [`Constant`], or [`Mixed`].
pub trait Kind: Debug + 'static {
    /// The kind of an expression over one of this kind and one of the other.
    type And<Other: Kind>: Kind;
    /// The kind of an expression over this and a column.
    type AndPerRow: Kind;
    /// The kind of an expression over this and an aggregate.
    type AndAggregate: Kind;
}

/// No columns: the same everywhere.
#[derive(Debug)]
pub enum Constant {}

/// A value for each row: a column, or something computed from columns.
#[derive(Debug)]
pub enum PerRow {}

/// A value for a group of rows: `count(*)`, `sum(…)`.
#[derive(Debug)]
pub enum Aggregate {}

/// An aggregate beside a column: only a query with `group_by` can have it.
#[derive(Debug)]
pub enum Mixed {}

impl Kind for Constant {
    type And<Other: Kind> = Other;
    type AndPerRow = PerRow;
    type AndAggregate = Aggregate;
}

impl Kind for PerRow {
    type And<Other: Kind> = Other::AndPerRow;
    type AndPerRow = Self;
    type AndAggregate = Mixed;
}

impl Kind for Aggregate {
    type And<Other: Kind> = Other::AndAggregate;
    type AndPerRow = Mixed;
    type AndAggregate = Self;
}

impl Kind for Mixed {
    type And<Other: Kind> = Self;
    type AndPerRow = Self;
    type AndAggregate = Self;
}

/// The kind, or the place, of an expression that a single row decides.
#[diagnostic::on_unimplemented(
    message = "an aggregate cannot stand here",
    label = "computed from many rows, and this looks at one",
    note = "aggregates stand in `columns`, and behind `group_by` in `having` and `order_by`"
)]
pub trait RowLevel {}

#[diagnostic::do_not_recommend]
impl RowLevel for Constant {}
#[diagnostic::do_not_recommend]
impl RowLevel for PerRow {}

/// An expression that `returning` computes from each row: no aggregate.
///
/// ```compile_fail,E0277
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64 }
/// Patient.delete().all_rows().returning(count());
/// ```
#[diagnostic::on_unimplemented(
    message = "an aggregate cannot stand in `returning`",
    label = "computed from many rows, and this looks at one",
    note = "`execute` says how many rows there were"
)]
pub trait Returned {}

#[diagnostic::do_not_recommend]
impl Returned for Constant {}
#[diagnostic::do_not_recommend]
impl Returned for PerRow {}

/// Columns of rows, or aggregates over all of them, but not both side by side.
#[diagnostic::on_unimplemented(
    message = "an aggregate stands beside a column that is not grouped",
    label = "a single row for the aggregate, many rows for the column",
    note = "name the column in `group_by(…)` before `columns(…)`"
)]
pub trait Unmixed {}

#[diagnostic::do_not_recommend]
impl Unmixed for Constant {}
#[diagnostic::do_not_recommend]
impl Unmixed for PerRow {}
#[diagnostic::do_not_recommend]
impl Unmixed for Aggregate {}

/// The kind of expressions side by side.
macro_rules! kind_of {
    () => { $crate::expr::Constant };
    ($only:ident) => { $only::Kind };
    ($head:ident $($tail:ident)+) => {
        <$head::Kind as $crate::expr::Kind>::And<$crate::expr::kind_of!($($tail)+)>
    };
}
pub(crate) use kind_of;
