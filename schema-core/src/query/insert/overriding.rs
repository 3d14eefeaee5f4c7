//! `overriding`: values for `identity` columns.
//!
//! <https://www.postgresql.org/docs/current/sql-insert.html>

use crate::table::{Column, ColumnMarker, Settable};

/// The `overriding` clause of an insert; `()` if there is none.
pub trait OverridingValue: 'static {
    /// The text, with its space.
    const TEXT: &'static str;
}

/// `overriding system value`: the statement writes `identity` columns.
#[derive(Debug)]
pub enum OverridingSystemValue {}

/// `overriding user value`: the server writes `identity` columns, whatever the statement says.
#[derive(Debug)]
pub enum OverridingUserValue {}

impl OverridingValue for () {
    const TEXT: &'static str = "";
}

impl OverridingValue for OverridingSystemValue {
    const TEXT: &'static str = " overriding system value";
}

impl OverridingValue for OverridingUserValue {
    const TEXT: &'static str = " overriding user value";
}

// The server alone knows whether such a column is `identity`, or `generated` and cannot be written at all.
#[diagnostic::do_not_recommend]
impl<S, C: ColumnMarker> Settable<OverridingSystemValue> for Column<S, C> {}

#[diagnostic::do_not_recommend]
impl<S, C: ColumnMarker> Settable<OverridingUserValue> for Column<S, C> {}
