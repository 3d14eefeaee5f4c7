//! `tablesample`: a random part of a table.
//!
//! <https://www.postgresql.org/docs/current/sql-select.html#SQL-FROM>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::table::start;
use super::{FromItem, Start};
use crate::expr::{Param, Typed};
use crate::scope::Require;
use crate::sql::{Fragment, Token, fragment};
use crate::table::{NamedSource, SourceColumns, Table};

/// The method by which a sample is chosen: [`BernoulliSample`] or [`SystemSample`].
pub trait SampleMethod: 'static {
    /// The name, with its parenthesis.
    const OPEN: &'static str;
}

/// `bernoulli`: each row is chosen independently.
#[derive(Debug)]
pub enum BernoulliSample {}

/// `system`: whole blocks of the table are chosen, which is faster and less random.
#[derive(Debug)]
pub enum SystemSample {}

impl SampleMethod for BernoulliSample {
    const OPEN: &'static str = " tablesample bernoulli (";
}

impl SampleMethod for SystemSample {
    const OPEN: &'static str = " tablesample system (";
}

type Number<T> = Typed<Param<T, T>>;

/// `"patients" tablesample bernoulli ($1)`: a sample of the source `S` by the method `M`.
pub struct TableSample<S, M, R = ()> {
    percent: Number<f32>,
    repeatable: R,
    marker: PhantomData<fn() -> (S, M)>,
}

impl<S, M, R: Clone> Clone for TableSample<S, M, R> {
    fn clone(&self) -> Self {
        Self {
            percent: self.percent,
            repeatable: self.repeatable.clone(),
            marker: PhantomData,
        }
    }
}

impl<S, M, R: Copy> Copy for TableSample<S, M, R> {}

impl<S, M: SampleMethod, R> fmt::Debug for TableSample<S, M, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("TableSample").field(&self.percent).finish()
    }
}

/// ` repeatable ($2)`
#[derive(Debug, Clone, Copy)]
pub struct Seed(Number<f64>);

fragment!(impl[] Seed { " repeatable (", (0: Number<f64>), ")" });

fragment!(impl[S: NamedSource, M: SampleMethod, R: Fragment] TableSample<S, M, R> {
    [S::FROM], [&[Token::Text(M::OPEN)]], (percent: Number<f32>), ")", (repeatable: R),
});

/// `tablesample bernoulli (percent)`: about that percentage of the rows, from 0 to 100, each chosen independently.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64 }
/// use schema_core::query::from::tablesample_bernoulli;
///
/// assert_eq!(
///     tablesample_bernoulli(Patient, 10.0).repeatable(7.0).select().to_sql(),
///     concat!(
///         r#"select "patients"."id" from "patients" "#,
///         "tablesample bernoulli ($1::real) repeatable ($2::double precision)",
///     )
/// );
/// ```
#[hide_bounds]
#[expect(unused_variables, reason = "the type of the constant is the name")]
pub fn tablesample_bernoulli<V: SourceColumns<Source = S>, S: NamedSource<Relation: Table>>(
    table: V,
    percent: f32,
) -> TableSample<S, BernoulliSample> {
    TableSample::new(percent)
}

/// `tablesample system (percent)`: about that percentage of the table's blocks, with all their rows.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64 }
/// use schema_core::query::from::tablesample_system;
///
/// assert_eq!(
///     tablesample_system(Patient, 0.5).select().to_sql(),
///     r#"select "patients"."id" from "patients" tablesample system ($1::real)"#
/// );
/// ```
#[hide_bounds]
#[expect(unused_variables, reason = "the type of the constant is the name")]
pub fn tablesample_system<V: SourceColumns<Source = S>, S: NamedSource<Relation: Table>>(
    table: V,
    percent: f32,
) -> TableSample<S, SystemSample> {
    TableSample::new(percent)
}

impl<S, M> TableSample<S, M> {
    const fn new(percent: f32) -> Self {
        Self {
            percent: Typed(Param::new(percent)),
            repeatable: (),
            marker: PhantomData,
        }
    }

    /// `repeatable (seed)`: the same sample each time, as long as the table does not change.
    pub fn repeatable(self, seed: f64) -> TableSample<S, M, Seed> {
        TableSample {
            percent: self.percent,
            repeatable: Seed(Typed(Param::new(seed))),
            marker: PhantomData,
        }
    }
}

impl<S: NamedSource<Relation: Table>, M: SampleMethod, R: Fragment> TableSample<S, M, R> {
    /// `select`: all columns, unless `columns` follows.
    pub fn select(self) -> Start<Self>
    where
        (S,): Require<()>,
    {
        start(self)
    }
}

#[diagnostic::do_not_recommend]
impl<S: NamedSource<Relation: Table>, M: SampleMethod, R: Fragment> FromItem
    for TableSample<S, M, R>
{
    type Source = S;
    type From = Self;
    type Needs = ();

    fn into_from(self) -> Self {
        self
    }
}
