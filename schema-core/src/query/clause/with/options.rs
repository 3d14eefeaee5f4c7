//! The options of a definition: `materialized`, and `search` and `cycle` of a recursive one.
//!
//! <https://www.postgresql.org/docs/current/queries-with.html#QUERIES-WITH-SEARCH>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{Cte, With};
use crate::expr::macros::{condition, expression};
use crate::expr::{InScope, IntoOrdering, OrderingList};
use crate::scope::{HasColumn, PerRow, WholeRow};
use crate::sql::{Token, fragment};
use crate::table::{Column, ColumnMarker, Source, SourceColumns};
use crate::tuples::for_each_tuple;
use crate::types::NeverNull;

/// The options of a definition: whether its result is stored, and the clauses `search` and `cycle`.
#[derive(Debug)]
pub struct DefinitionOptions<Stored = (), SearchBy = (), CycleBy = ()>(
    PhantomData<(Stored, SearchBy, CycleBy)>,
);

/// The text of the options.
pub trait CteOptions: 'static {
    /// After `as`, with its space.
    const STORED: &'static str;
    /// After the query.
    const AFTER: &'static [Token];
}

impl<M: CteOption, S: CteOption, C: CteOption> CteOptions for DefinitionOptions<M, S, C> {
    const STORED: &'static str = M::WORDS;
    const AFTER: &'static [Token] = &[Token::Sub(S::TOKENS), Token::Sub(C::TOKENS)];
}

/// The text of an option.
pub trait CteOption: 'static {
    /// The words, for one that consists of words only.
    const WORDS: &'static str = "";
    /// The text.
    const TOKENS: &'static [Token] = &[];
}

impl CteOption for () {}

/// `materialized`
#[derive(Debug)]
pub enum Materialized {}

/// `not materialized`
#[derive(Debug)]
pub enum NotMaterialized {}

impl CteOption for Materialized {
    const WORDS: &'static str = "materialized ";
}

impl CteOption for NotMaterialized {
    const WORDS: &'static str = "not materialized ";
}

/// ` search depth first by "id" set "search_order"`: the order `O`, by the columns `C`.
#[derive(Debug)]
pub struct SearchBy<O, C>(PhantomData<(O, C)>);

/// ` cycle "id" set "is_cycle" using "cycle_path"`, of the columns `C`.
#[derive(Debug)]
pub struct CycleBy<C>(PhantomData<C>);

/// `depth first`
#[derive(Debug)]
pub enum DepthFirst {}

/// `breadth first`
#[derive(Debug)]
pub enum BreadthFirst {}

impl CteOption for DepthFirst {
    const WORDS: &'static str = " search depth first by ";
}

impl CteOption for BreadthFirst {
    const WORDS: &'static str = " search breadth first by ";
}

impl<O: CteOption, C: NamedColumns<R, (C, R)>, R: 'static> CteOption for SearchBy<O, (C, R)>
where
    Self: 'static,
{
    const TOKENS: &'static [Token] = &[
        Token::Text(O::WORDS),
        Token::Names(&[], C::NAMES),
        Token::Text(" set \"search_order\""),
    ];
}

impl<C: NamedColumns<R, (C, R)>, R: 'static> CteOption for CycleBy<(C, R)>
where
    Self: 'static,
{
    const TOKENS: &'static [Token] = &[
        Token::Text(" cycle "),
        Token::Names(&[], C::NAMES),
        Token::Text(" set \"is_cycle\" using \"cycle_path\""),
    ];
}

/// A column of the struct `R`, or a tuple of them. `X` is always `(Self, R)`; it is a parameter so that an unsupported type
/// produces a single error.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a column of `{R}`, the query that `search` and `cycle` follow",
    label = "expected a column of `{R}`, or a tuple of them"
)]
pub trait NamedColumns<R, X> {
    /// The names, not quoted.
    const NAMES: &'static [&'static str];
}

#[diagnostic::do_not_recommend]
impl<R: Source, C: ColumnMarker<Table = R>> NamedColumns<R, (Self, R)> for Column<R, C> {
    const NAMES: &'static [&'static str] = &[C::NAME];
}

macro_rules! tuple {
    ($($marker:ident $index:tt $place:ident $other:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<Row: Source, $($marker: ColumnMarker<Table = Row>),+> NamedColumns<Row, (Self, Row)>
            for ($(Column<Row, $marker>,)+)
        {
            const NAMES: &'static [&'static str] = &[$($marker::NAME),+];
        }
    };
}

for_each_tuple!(tuple);

#[expect(
    clippy::type_complexity,
    reason = "the definitions with one option more"
)]
#[hide_bounds]
impl<K, D, R, Q, S, C> With<K, Cte<D, R, Q, DefinitionOptions<(), S, C>>> {
    /// `as materialized`: the query is computed once, even if that is slower, and no condition of the statement is moved
    /// into it.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64 }
    /// #[derive(Selectable)]
    /// struct Recent { id: i64 }
    ///
    /// let recent = Order.select().order_by(Order.id.desc()).limit(100).columns(SelectRecent { id: Order.id });
    /// assert_eq!(
    ///     with(recent).materialized().query(Recent.select().filter(Recent.id.gt(7))).to_sql(),
    ///     concat!(
    ///         r#"with "Recent" ("id") as materialized "#,
    ///         r#"(select "orders"."id" from "orders" order by "orders"."id" desc limit $1) "#,
    ///         r#"select "Recent"."id" from "Recent" where "Recent"."id" > $2"#,
    ///     )
    /// );
    /// ```
    pub fn materialized(self) -> With<K, Cte<D, R, Q, DefinitionOptions<Materialized, S, C>>> {
        With::new(self.definitions.with())
    }

    /// `as not materialized`: the query is part of the statement's plan, even if the statement refers to it several times.
    pub fn not_materialized(
        self,
    ) -> With<K, Cte<D, R, Q, DefinitionOptions<NotMaterialized, S, C>>> {
        With::new(self.definitions.with())
    }
}

#[expect(
    clippy::type_complexity,
    reason = "the definitions with one option more"
)]
#[hide_bounds]
impl<K, D, R, Q, M, C> With<K, Cte<D, R, Q, DefinitionOptions<M, (), C>>> {
    /// `search depth first by columns`: the rows of a recursive query can be ordered by [`search_order`], each parent
    /// followed by its descendants. Siblings are in the order of the columns.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "employees")]
    /// # struct Employee { #[column(primary_key)] id: i64, manager_id: Option<i64> }
    /// use schema_core::query::clause::search_order;
    ///
    /// #[derive(Selectable)]
    /// struct Report { id: i64 }
    ///
    /// let chiefs = Employee.select().filter(Employee.manager_id.is_null()).columns(SelectReport { id: Employee.id });
    /// let below = Employee
    ///     .select()
    ///     .inner_join(Report, Employee.manager_id.eq(Report.id))
    ///     .columns(SelectReport { id: Employee.id });
    /// let tree = with_recursive(chiefs.union_all(below))
    ///     .search_depth_first(Report.id)
    ///     .query(Report.select().order_by(search_order(Report)));
    /// assert_eq!(
    ///     tree.to_sql(),
    ///     concat!(
    ///         r#"with recursive "Report" ("id") as "#,
    ///         r#"(select "employees"."id" from "employees" where "employees"."manager_id" is null "#,
    ///         r#"union all select "employees"."id" from "employees" "#,
    ///         r#"join "Report" on "employees"."manager_id" = "Report"."id") "#,
    ///         r#"search depth first by "id" set "search_order" "#,
    ///         r#"select "Report"."id" from "Report" order by "Report"."search_order""#,
    ///     )
    /// );
    /// ```
    #[expect(
        unused_variables,
        clippy::needless_pass_by_value,
        reason = "the types of the columns are their names"
    )]
    pub fn search_depth_first<N: NamedColumns<R, X>, X>(
        self,
        columns: N,
    ) -> With<K, Cte<D, R, Q, DefinitionOptions<M, SearchBy<DepthFirst, X>, C>>> {
        With::new(self.definitions.with())
    }

    /// `search breadth first by columns`: like [`search_depth_first`](Self::search_depth_first), but all rows of one level
    /// before those of the next.
    #[expect(
        unused_variables,
        clippy::needless_pass_by_value,
        reason = "the types of the columns are their names"
    )]
    pub fn search_breadth_first<N: NamedColumns<R, X>, X>(
        self,
        columns: N,
    ) -> With<K, Cte<D, R, Q, DefinitionOptions<M, SearchBy<BreadthFirst, X>, C>>> {
        With::new(self.definitions.with())
    }
}

#[expect(
    clippy::type_complexity,
    reason = "the definitions with one option more"
)]
#[hide_bounds]
impl<K, D, R, Q, M, S> With<K, Cte<D, R, Q, DefinitionOptions<M, S>>> {
    /// `cycle columns`: a recursive query stops at a row whose columns it has met before on the way to it. That row is
    /// returned, and [`is_cycle`] is true for it.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "links")]
    /// # struct Link { #[column(primary_key)] id: i64, source: i64, target: i64 }
    /// use schema_core::query::clause::is_cycle;
    ///
    /// #[derive(Selectable)]
    /// struct Reached { id: i64 }
    ///
    /// let first = Link.select().filter(Link.source.eq(1)).columns(SelectReached { id: Link.target });
    /// let next = Link
    ///     .select()
    ///     .inner_join(Reached, Link.source.eq(Reached.id))
    ///     .columns(SelectReached { id: Link.target });
    /// let reached = with_recursive(first.union_all(next))
    ///     .cycle(Reached.id)
    ///     .query(Reached.select().filter(is_cycle(Reached).not()));
    /// assert_eq!(
    ///     reached.to_sql(),
    ///     concat!(
    ///         r#"with recursive "Reached" ("id") as "#,
    ///         r#"(select "links"."target" from "links" where "links"."source" = $1 "#,
    ///         r#"union all select "links"."target" from "links" "#,
    ///         r#"join "Reached" on "links"."source" = "Reached"."id") "#,
    ///         r#"cycle "id" set "is_cycle" using "cycle_path" "#,
    ///         r#"select "Reached"."id" from "Reached" where not "Reached"."is_cycle""#,
    ///     )
    /// );
    /// ```
    #[expect(
        unused_variables,
        clippy::needless_pass_by_value,
        reason = "the types of the columns are their names"
    )]
    pub fn cycle<N: NamedColumns<R, X>, X>(
        self,
        columns: N,
    ) -> With<K, Cte<D, R, Q, DefinitionOptions<M, S, CycleBy<X>>>> {
        With::new(self.definitions.with())
    }
}

/// The columns that `search` and `cycle` add to the source `S`.
macro_rules! added {
    ($($(#[$doc:meta])* $name:ident $function:ident $text:literal;)*) => {$(
        #[doc = concat!("`\"Report\".\"", stringify!($function), "\"`: see [`", stringify!($function), "`].")]
        pub struct $name<S>(PhantomData<fn() -> S>);

        impl<S> Clone for $name<S> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<S> Copy for $name<S> {}

        impl<S> fmt::Debug for $name<S> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($function))
            }
        }

        fragment!(impl[S: Source] $name<S> { [S::REFERENCE], $text });

        $(#[$doc])*
        #[hide_bounds]
        #[expect(unused_variables, reason = "the type of the constant is the name")]
        pub fn $function<V: SourceColumns<Source = S>, S: Source>(source: V) -> $name<S> {
            $name(PhantomData)
        }
    )*};
}

added! {
    /// The order of a [`search`](With::search_depth_first), for `order_by`.
    SearchOrder search_order ".\"search_order\"";
    /// True for a row at which a [`cycle`](With::cycle) ends.
    IsCycle is_cycle ".\"is_cycle\"";
}

#[diagnostic::do_not_recommend]
impl<S: Source> OrderingList for SearchOrder<S> {
    type Kind = PerRow;
    type List = Self;

    fn into_list(self) -> Self {
        self
    }
}

impl<Q: HasColumn<S, WholeRow, I>, S: Source, I> IntoOrdering<Q, I> for SearchOrder<S> {}

expression!(impl[S: Source] IsCycle<S> { base: bool, kind: PerRow, precedence: ATOM });

condition!(impl[S: Source] IsCycle<S>);

impl<Q: HasColumn<S, WholeRow, I>, S: Source, I> InScope<Q, I> for IsCycle<S> {
    type Null = NeverNull;
}
