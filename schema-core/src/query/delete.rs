//! `delete`.
//!
//! <https://www.postgresql.org/docs/current/sql-delete.html>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::clause::{AndWhere, WithBody};
use super::from::{Inner, JoinItem, JoinKind, OtherSource, OtherSources, SubqueryRow, keyword};
use super::update::{AllRows, DecidedRows, bind_filter};
use crate::def::TableDef;
use crate::exec::{Changes, Executable, Statement};
use crate::expr::{Condition, ConditionOn, Inferred};
use crate::scope::{Closed, HasRoom, Lacks, Needs, Require, RowLevel, UsedName};
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::table::{NamedSource, Source, SourceColumns, Table};

/// A `delete` from table `T`, of the rows that `W` specifies. Its scope is `S`, with the sources in `F`.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
/// let delete = Patient.delete().filter(Patient.age.lt(18)).returning(Patient.id);
/// assert_eq!(
///     delete.to_sql(),
///     r#"delete from "patients" where "patients"."age" < $1 returning "patients"."id""#
/// );
/// assert_eq!(Patient.delete().all_rows().to_sql(), r#"delete from "patients""#);
/// ```
#[must_use = "a statement does nothing until it is executed"]
pub struct Delete<T, W = (), F = (), S = (T,)> {
    pub(super) filter: W,
    using: F,
    marker: PhantomData<fn() -> (T, S)>,
}

impl<T, W: Clone, F: Clone, S> Clone for Delete<T, W, F, S> {
    fn clone(&self) -> Self {
        Self {
            filter: self.filter.clone(),
            using: self.using.clone(),
            marker: PhantomData,
        }
    }
}

impl<T: Table, W, F, S> fmt::Debug for Delete<T, W, F, S>
where
    Self: Fragment,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Delete").field(&self.to_sql()).finish()
    }
}

impl<T: Table> Delete<T> {
    pub(crate) const fn new() -> Self {
        Self {
            filter: (),
            using: (),
            marker: PhantomData,
        }
    }
}

#[hide_bounds]
impl<T: Table, F, S> Delete<T, (), F, S> {
    /// `delete … using source`: the condition can read its columns. Call it before `filter`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, active: bool }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, patient_id: i64 }
    /// let delete = Order.delete().using(Patient).filter(Order.patient_id.eq(Patient.id).and(Patient.active.not()));
    /// assert_eq!(
    ///     delete.to_sql(),
    ///     r#"delete from "orders" using "patients" where "orders"."patient_id" = "patients"."id" and not "patients"."active""#
    /// );
    /// ```
    pub fn using<
        V: JoinItem<R, N, Y> + Inferred<R, Is: NamedSource> + Inferred<S, Is: Lacks<R>>,
        R,
        N,
        Y,
        To,
    >(
        self,
        source: V,
    ) -> Delete<T, (), OtherSource<F, Y>, To>
    where
        S: HasRoom,
        Inner: JoinKind<S, R, N, Scope = To>,
    {
        Delete {
            filter: (),
            using: OtherSource::new(self.using, source.into_part()),
            marker: PhantomData,
        }
    }

    /// Declares that a subquery of this statement reads from a query that a `with` clause defines.
    #[expect(unused_variables, reason = "the type of the constant is the name")]
    pub fn uses<V: SourceColumns<Source = N>, N, To>(self, named: V) -> Delete<T, (), F, To>
    where
        N: Source<Relation: SubqueryRow>,
        S: Require<(UsedName<N::Relation>, ()), Scope = To>,
    {
        Delete {
            filter: (),
            using: self.using,
            marker: PhantomData,
        }
    }

    /// Deletes every row of the table.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// assert_eq!(Patient.delete().all_rows().to_sql(), r#"delete from "patients""#);
    /// ```
    pub fn all_rows(self) -> Delete<T, AllRows, F, S> {
        Delete {
            filter: AllRows,
            using: self.using,
            marker: PhantomData,
        }
    }
}

#[hide_bounds]
impl<T: Table, W, F, S> Delete<T, W, F, S> {
    /// `where condition`: the rows to delete. Further calls add further conditions with `and`.
    ///
    /// A condition may be absent (`None`, or an empty list). If all of them are, the statement is not sent:
    /// [`Error::NothingFiltered`](crate::Error::NothingFiltered).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let delete = Patient.delete().filter(Patient.age.lt(18)).filter(Patient.name.ne("Ana"));
    /// assert_eq!(
    ///     delete.to_sql(),
    ///     r#"delete from "patients" where "patients"."age" < $1 and "patients"."name" <> $2"#
    /// );
    /// ```
    pub fn filter<
        E: Condition<And = X> + ConditionOn<S, I> + Inferred<I, Is: RowLevel>,
        I,
        X,
        With,
    >(
        self,
        condition: E,
    ) -> Delete<T, With, F, S>
    where
        W: AndWhere<X, With = With>,
    {
        Delete {
            filter: self.filter.and(condition.into_and()),
            using: self.using,
            marker: PhantomData,
        }
    }
}

impl<T: Table, W, F, S> Delete<T, W, F, S> {
    const HEAD: &'static [Token] = &[
        Token::Text("delete from "),
        Token::Sub(<T as Source>::REFERENCE),
    ];
}

// Not declared by `fragment!`: an absent condition is an error.
impl<T: Table, W: Fragment, F: OtherSources, S> Fragment for Delete<T, W, F, S> {
    const TOKENS: &'static [Token] = &[
        Token::Sub(Self::HEAD),
        Token::Text(keyword::<F>(" using ")),
        Token::Sub(F::TOKENS),
        Token::Sub(W::TOKENS),
    ];
    const STATIC: bool = F::STATIC && W::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.tokens(Self::HEAD);
        sql.text(keyword::<F>(" using "));
        self.using.write(sql);
        self.filter.write(sql);
    }

    #[inline]
    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.using.bind(arguments)?;
        bind_filter::<T, W>(&self.filter, arguments)
    }
}

impl<T: Table, W, F, S> Statement for Delete<T, W, F, S> {
    const TABLE: Option<&'static TableDef> = Some(T::DEF);
}

#[diagnostic::do_not_recommend]
impl<T: Table, W: DecidedRows, F, S> Changes for Delete<T, W, F, S> {}

impl<T: Table, W, F, S: Closed> Executable for Delete<T, W, F, S> where Self: Changes {}

impl<T: Table, W: Fragment, F: OtherSources, S: Needs> WithBody for Delete<T, W, F, S> {
    type Needs = S::List;
    type Decoder = ();
}
