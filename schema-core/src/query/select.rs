//! `select`.
//!
//! <https://www.postgresql.org/docs/current/sql-select.html>

#![expect(
    clippy::type_complexity,
    reason = "what a method returns spells out the clauses, of which it changes one"
)]

use schema_macros::hide_bounds;
use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::clause::{
    And, Clauses, From, GroupBy, Having, NoLimit, NoOffset, Offset, ThenBy, with_clause,
};
use super::{DecodeScope, RowCount, SelectedFrom};
use crate::exec::{Bounded, Decoder, Query, Statement};
use crate::expr::{
    Condition, ConditionOn, GroupCondition, Grouped, InScope, OrderedBy, RowLevel, RowScope, Scope,
    Unmixed,
};
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::table::{Column, ColumnMarker, Source};

/// A `select` over the tables `S`, of the columns `P`, with the clauses `C`.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "patients")]
/// struct Patient {
///     #[column(primary_key)]
///     id: i64,
///     name: String,
/// }
///
/// let query = Patient.select().filter(Patient.name.ilike("%ana%")).order_by(Patient.id.desc()).limit(5);
/// assert_eq!(
///     query.to_sql(),
///     r#"select "patients"."id", "patients"."name" from "patients" where "patients"."name" ilike $1 order by "patients"."id" desc limit $2"#
/// );
/// ```
#[must_use = "a query does nothing until it is fetched"]
pub struct Select<S, P, C> {
    pub(crate) projection: P,
    pub(crate) clauses: C,
    pub(crate) scope: PhantomData<fn() -> S>,
}

impl<S, P: Clone, C: Clone> Clone for Select<S, P, C> {
    fn clone(&self) -> Self {
        Self {
            projection: self.projection.clone(),
            clauses: self.clauses.clone(),
            scope: PhantomData,
        }
    }
}

impl<S, P: Copy, C: Copy> Copy for Select<S, P, C> {}

impl<S, P, C> fmt::Debug for Select<S, P, C>
where
    Self: Statement,
{
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Select").field(&self.to_sql()).finish()
    }
}

/// What a query selects, read from the scope `S`.
#[diagnostic::on_unimplemented(
    message = "a grouped query selects `columns`",
    label = "what of each group to read is missing",
    note = "add `.columns(…)` before: what it is grouped by, and aggregates such as `count()`"
)]
pub trait Projection<S>: Sized {
    /// What reads a row.
    type Decoder: Decoder;
    /// The text.
    const TOKENS: &'static [Token];
    /// Whether the type knows the text.
    const STATIC: bool;
    /// Writes the text.
    fn write(&self, sql: &mut SqlWriter);
    /// Appends the values.
    ///
    /// # Errors
    /// Where a value cannot be sent.
    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError>;
}

/// All columns of all tables: what a query selects unless it says `columns`.
#[derive(Debug, Clone, Copy)]
pub struct All;

// For each number of tables, and not for every scope: of a group the compiler would say else that it is none.
macro_rules! all {
    ($([$($table:ident)*])*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($table),*> Projection<($($table,)*)> for All
        where
            ($($table,)*): Scope<Row: Send>,
        {
            type Decoder = DecodeScope<($($table,)*)>;
            const TOKENS: &'static [Token] = <($($table,)*) as Scope>::COLUMNS;
            const STATIC: bool = true;

            fn write(&self, sql: &mut SqlWriter) {
                sql.tokens(<($($table,)*) as Scope>::COLUMNS);
            }

            #[inline]
            fn bind(&self, _arguments: &mut Arguments) -> Result<(), BoxDynError> {
                Ok(())
            }
        }
    )*};
}

all! {
    [A] [A B] [A B C] [A B C D] [A B C D E] [A B C D E F] [A B C D E F G] [A B C D E F G H]
    [A B C D E F G H J] [A B C D E F G H J K] [A B C D E F G H J K L] [A B C D E F G H J K L M]
}

/// The columns that a query selects, and what reads them.
pub struct Columns<E, D> {
    pub(crate) expressions: E,
    pub(crate) decoder: PhantomData<fn() -> D>,
}

impl<E: Clone, D> Clone for Columns<E, D> {
    fn clone(&self) -> Self {
        Self {
            expressions: self.expressions.clone(),
            decoder: PhantomData,
        }
    }
}

impl<E: Copy, D> Copy for Columns<E, D> {}

impl<E: fmt::Debug, D> fmt::Debug for Columns<E, D> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Columns").field(&self.expressions).finish()
    }
}

#[diagnostic::do_not_recommend]
impl<S, E: Fragment, D: Decoder> Projection<S> for Columns<E, D> {
    type Decoder = D;
    const TOKENS: &'static [Token] = E::TOKENS;
    const STATIC: bool = E::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        self.expressions.write(sql);
    }

    #[inline]
    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.expressions.bind(arguments)
    }
}

/// `distinct`: of rows that are the same, one.
#[derive(Debug, Clone, Copy)]
pub struct Distinct<P>(P);

#[diagnostic::do_not_recommend]
impl<S, P: Projection<S>> Projection<S> for Distinct<P> {
    type Decoder = P::Decoder;
    const TOKENS: &'static [Token] = &[Token::Text("distinct "), Token::Sub(P::TOKENS)];
    const STATIC: bool = P::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.text("distinct ");
        self.0.write(sql);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.0.bind(arguments)
    }
}

impl<S, P: Projection<S>, C: Fragment> Fragment for Select<S, P, C> {
    const TOKENS: &'static [Token] = &[
        Token::Text("select "),
        Token::Sub(P::TOKENS),
        Token::Sub(C::TOKENS),
    ];
    const STATIC: bool = P::STATIC && C::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.text("select ");
        self.projection.write(sql);
        self.clauses.write(sql);
    }

    #[inline]
    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.projection.bind(arguments)?;
        self.clauses.bind(arguments)
    }
}

impl<S, P: Projection<S>, C: Fragment> Statement for Select<S, P, C> {}
#[diagnostic::do_not_recommend]
impl<S, P, C> Bounded for Select<S, P, C> where Self: Statement {}

impl<S, P: Projection<S>, C: Fragment> Query for Select<S, P, C> {
    type Decoder = P::Decoder;
}

impl<S: Source> Select<(S,), All, Clauses<From<S>>> {
    pub(crate) const NEW: Self = Self {
        projection: All,
        clauses: Clauses {
            from: From(PhantomData),
            filter: (),
            group: (),
            having: (),
            order: (),
            limit: (),
        },
        scope: PhantomData,
    };
}

#[hide_bounds]
impl<S, P, F, W, G, H, O, L> Select<S, P, Clauses<F, W, G, H, O, L>> {
    /// `where condition`; further calls add further conditions with `and`.
    ///
    /// Takes an expression of type `bool`, or `Option` or `Vec` of one.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let query = Patient.select().filter(Patient.age.gt(17)).filter(Patient.name.ne("Ana")).columns(Patient.id);
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" > $1 and "patients"."name" <> $2"#
    /// );
    /// ```
    pub fn filter<E: Condition<And = X> + ConditionOn<S::Rows, I>, I, X, With>(
        self,
        condition: E,
    ) -> Select<S, P, Clauses<F, With, G, H, O, L>>
    where
        S: RowScope,
        W: And<X, With = With>,
    {
        Select {
            projection: self.projection,
            clauses: with_clause!(
                self.clauses,
                filter: self.clauses.filter.and(condition.into_and())
            ),
            scope: PhantomData,
        }
    }

    /// `order by …`: a column, an ordering, a tuple, or a `Vec` chosen at run time. Further calls add further orderings.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let query = Patient.select().columns(Patient.id);
    /// let by_age = query.order_by((Patient.age.desc().nulls_last(), Patient.id.asc()));
    /// assert_eq!(
    ///     by_age.to_sql(),
    ///     r#"select "patients"."id" from "patients" order by "patients"."age" desc nulls last, "patients"."id""#
    /// );
    /// let chosen: Vec<BoxedOrdering<'_, (Patient,)>> = Vec::new();
    /// assert_eq!(
    ///     query.order_by((chosen, Patient.id.asc())).to_sql(),
    ///     r#"select "patients"."id" from "patients" order by "patients"."id""#
    /// );
    /// ```
    pub fn order_by<B: OrderedBy<S, I>, I>(
        self,
        ordering: B,
    ) -> Select<S, P, Clauses<F, W, G, H, O::With, L>>
    where
        O: ThenBy<B>,
    {
        Select {
            projection: self.projection,
            clauses: with_clause!(self.clauses, order: self.clauses.order.then_by(ordering)),
            scope: PhantomData,
        }
    }
}

#[hide_bounds]
impl<S, P, F, W, G, H, O, L> Select<S, P, Clauses<F, W, G, H, O, L>> {
    /// `limit rows`; of `None`, no limit.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let page = Patient.select().columns(Patient.id).offset(20).limit(10);
    /// assert_eq!(page.to_sql(), r#"select "patients"."id" from "patients" limit $1 offset $2"#);
    /// ```
    pub fn limit<N: RowCount, M>(self, rows: N) -> Select<S, P, Clauses<F, W, G, H, O, M>>
    where
        L: NoLimit<M>,
    {
        Select {
            projection: self.projection,
            clauses: with_clause!(
                self.clauses,
                limit: self.clauses.limit.with_limit(rows.rows())
            ),
            scope: PhantomData,
        }
    }

    /// `offset rows`: without the first rows.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let rest = Patient.select().columns(Patient.id).offset(20);
    /// assert_eq!(rest.to_sql(), r#"select "patients"."id" from "patients" offset $1"#);
    /// ```
    pub fn offset<N: RowCount>(self, rows: N) -> Select<S, P, Clauses<F, W, G, H, O, Offset<L>>>
    where
        L: NoOffset,
    {
        Select {
            projection: self.projection,
            clauses: with_clause!(
                self.clauses,
                limit: self.clauses.limit.with_offset(rows.rows())
            ),
            scope: PhantomData,
        }
    }
}

impl<S, P, C> Select<S, P, C> {
    /// `select distinct`: of rows that are the same, one.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().distinct().columns(Patient.age).to_sql(),
    ///     r#"select distinct "patients"."age" from "patients""#
    /// );
    /// ```
    pub fn distinct(self) -> Select<S, Distinct<P>, C> {
        Select {
            projection: Distinct(self.projection),
            clauses: self.clauses,
            scope: PhantomData,
        }
    }
}

#[hide_bounds]
impl<S, P, C> Select<S, P, C> {
    /// Selects these columns instead of all: an expression, a tuple, `Patient.all()`, or the struct that
    /// `#[derive(Selectable)]` makes.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let query = Patient.select().columns((Patient.name, Patient.age.is_null()));
    /// assert_eq!(query.to_sql(), r#"select "patients"."name", "patients"."age" is null from "patients""#);
    /// ```
    pub fn columns<E: SelectedFrom<S, I, D>, I, D, Only>(self, columns: E) -> Select<S, Only, C>
    where
        P: SelectsAll<Columns<E, D>, Only>,
    {
        let columns = Columns {
            expressions: columns,
            decoder: PhantomData,
        };
        Select {
            projection: P::only(columns),
            clauses: self.clauses,
            scope: PhantomData,
        }
    }
}

/// A projection of all columns, which can be narrowed to `E`.
#[diagnostic::on_unimplemented(
    message = "this query has its `columns` already",
    label = "a second `columns`",
    note = "name all of them in one call, as a tuple"
)]
pub trait SelectsAll<E, Only> {
    /// The same of these columns.
    fn only(columns: E) -> Only;
}

#[diagnostic::do_not_recommend]
impl<E> SelectsAll<E, E> for All {
    fn only(columns: E) -> E {
        columns
    }
}

#[diagnostic::do_not_recommend]
impl<E> SelectsAll<E, Distinct<E>> for Distinct<All> {
    fn only(columns: E) -> Distinct<E> {
        Distinct(columns)
    }
}

/// A scope that can select expressions of a kind: a grouped one any, the others no aggregate beside a column.
#[diagnostic::on_unimplemented(
    message = "an aggregate stands beside a column that is not grouped",
    label = "one row for the aggregate, many rows for the column",
    note = "name the column in `group_by(…)` before `columns(…)`"
)]
pub trait Selects<K> {}

#[diagnostic::do_not_recommend]
impl<S: crate::expr::Ungrouped, K: Unmixed> Selects<K> for S {}
#[diagnostic::do_not_recommend]
impl<S, G, K> Selects<K> for Grouped<S, G> {}

/// A scope that can be ordered by expressions of a kind: a grouped one by any, the others by no aggregate.
#[diagnostic::on_unimplemented(
    message = "an aggregate cannot order rows that are not grouped",
    label = "this counts or sums over many rows",
    note = "name the columns in `group_by(…)` before `order_by(…)`"
)]
pub trait Orders<K> {}

#[diagnostic::do_not_recommend]
impl<S: crate::expr::Ungrouped, K: RowLevel> Orders<K> for S {}
#[diagnostic::do_not_recommend]
impl<S, G, K> Orders<K> for Grouped<S, G> {}

#[hide_bounds]
impl<S, F, W, O, L> Select<S, All, Clauses<F, W, (), (), O, L>> {
    /// `group by …`: a tuple of columns, or one. What comes after may read them, and aggregates of everything else.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let ages = Patient.select().group_by(Patient.age).columns((Patient.age, count()));
    /// assert_eq!(
    ///     ages.to_sql(),
    ///     r#"select "patients"."age", count(*) from "patients" group by "patients"."age""#
    /// );
    /// ```
    pub fn group_by<G: Grouping<S, I>, I>(
        self,
        columns: G,
    ) -> Select<Grouped<S, G::Columns>, All, Clauses<F, W, GroupBy<G::Columns>, (), O, L>> {
        Select {
            projection: All,
            clauses: with_clause!(self.clauses, group: GroupBy(columns.into_columns())),
            scope: PhantomData,
        }
    }
}

/// A scope of groups.
#[diagnostic::on_unimplemented(
    message = "`having` is a condition on groups, and this query has none",
    label = "no `group_by` before this",
    note = "call `group_by(…)` before, or `filter(…)` for a condition on rows"
)]
pub trait IsGrouped {}

#[diagnostic::do_not_recommend]
impl<S, G> IsGrouped for Grouped<S, G> {}

#[hide_bounds]
impl<S, P, F, W, G, O, L> Select<S, P, Clauses<F, W, G, (), O, L>> {
    /// `having condition`: only groups for which it holds.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
    /// let ages = Patient.select().group_by(Patient.age).having(count().gt(3)).columns(Patient.age);
    /// assert_eq!(
    ///     ages.to_sql(),
    ///     r#"select "patients"."age" from "patients" group by "patients"."age" having count(*) > $1"#
    /// );
    /// ```
    pub fn having<E: Condition<And = X> + GroupCondition<S, I>, I, X>(
        self,
        condition: E,
    ) -> Select<S, P, Clauses<F, W, G, Having<X>, O, L>>
    where
        S: IsGrouped,
    {
        Select {
            projection: self.projection,
            clauses: with_clause!(self.clauses, having: Having(condition.into_and())),
            scope: PhantomData,
        }
    }
}

/// What `group_by` takes: a column, or a tuple of columns, of the scope `S`.
pub trait Grouping<S, I>: IntoColumns {}

impl<G: IntoColumns<Columns: ColumnsOf<S, I>>, S, I> Grouping<S, I> for G {}

/// A column, or a tuple of columns.
#[diagnostic::on_unimplemented(
    message = "this cannot be grouped by",
    label = "expected a column of this query, or a tuple of them"
)]
pub trait IntoColumns {
    /// The columns, as a tuple.
    type Columns: Fragment;
    /// The columns, as a tuple.
    fn into_columns(self) -> Self::Columns;
}

/// A tuple of columns, all of the scope `S`.
pub trait ColumnsOf<S, I> {}

#[diagnostic::do_not_recommend]
impl<T: Source, C: ColumnMarker> IntoColumns for Column<T, C> {
    type Columns = (Self,);

    fn into_columns(self) -> (Self,) {
        (self,)
    }
}

macro_rules! groupings {
    ($([$($table:ident $name:ident $place:ident)*])*) => {$(
        impl<S, $($table, $name, $place),*> ColumnsOf<S, ($($place,)*)> for ($(Column<$table, $name>,)*)
        where
            $(Column<$table, $name>: InScope<S, $place>,)*
        {
        }

        #[diagnostic::do_not_recommend]
        impl<$($table: Source, $name: ColumnMarker),*> IntoColumns for ($(Column<$table, $name>,)*) {
            type Columns = Self;

            fn into_columns(self) -> Self {
                self
            }
        }
    )*};
}

groupings! {
    [A A1 A2] [A A1 A2 B B1 B2] [A A1 A2 B B1 B2 C C1 C2] [A A1 A2 B B1 B2 C C1 C2 D D1 D2]
    [A A1 A2 B B1 B2 C C1 C2 D D1 D2 E E1 E2] [A A1 A2 B B1 B2 C C1 C2 D D1 D2 E E1 E2 F F1 F2]
}
