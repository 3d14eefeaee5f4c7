//! `only`: a table without the tables that inherit from it.
//!
//! <https://www.postgresql.org/docs/current/queries-table-expressions.html#QUERIES-FROM>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::table::start;
use super::{FromItem, Start};
use crate::scope::Require;
use crate::sql::fragment;
use crate::table::{NamedSource, SourceColumns, Table};

/// `only "patients"`: see [`only`].
pub struct Only<S>(PhantomData<fn() -> S>);

impl<S> Clone for Only<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for Only<S> {}

impl<S> fmt::Debug for Only<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Only")
    }
}

/// `only table`: the rows of the table itself, without those of tables that inherit from it. Of a partitioned table, it has
/// none.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64 }
/// use schema_core::query::from::only;
///
/// assert_eq!(only(Patient).select().to_sql(), r#"select "patients"."id" from only "patients""#);
/// ```
#[hide_bounds]
#[expect(unused_variables, reason = "the type of the constant is the name")]
pub fn only<V: SourceColumns<Source = S>, S: NamedSource<Relation: Table>>(table: V) -> Only<S> {
    Only(PhantomData)
}

impl<S: NamedSource<Relation: Table>> Only<S> {
    /// `select`: all columns, unless `columns` follows.
    pub fn select(self) -> Start<Self>
    where
        (S,): Require<()>,
    {
        start(self)
    }
}

fragment!(impl[S: NamedSource] Only<S> { "only ", [S::FROM] });

#[diagnostic::do_not_recommend]
impl<S: NamedSource<Relation: Table>> FromItem for Only<S> {
    type Source = S;
    type From = Self;
    type Needs = ();

    fn into_from(self) -> Self {
        self
    }
}
