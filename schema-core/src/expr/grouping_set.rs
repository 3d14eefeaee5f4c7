//! Several groupings in one query: `rollup`, `cube`, `grouping sets`, and `grouping(…)`, which tells them apart.
//!
//! <https://www.postgresql.org/docs/current/queries-table-expressions.html#QUERIES-GROUPING-SETS>

use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::arithmetic::rust_operators;
use super::group::{GroupIn, GroupItemIn, IntoGroup, IntoGroupItem, PrimaryKeyColumns, Repeatable};
use super::macros::{expression, no_comparison};
use super::{InScope, Inferred};
use crate::scope::{
    GroupItem, Grouped, GroupedBy, GroupedExpression, ListsColumn, PerRow, SetColumn, SetExpression,
};
use crate::sql::{Arguments, Fragment, SqlWriter, Token, fragment};
use crate::table::Column;
use crate::tuples::for_each_tuple;
use crate::types::NeverNull;

/// Columns and expressions, without `rollup`, `cube` and `grouping_sets` among them.
#[diagnostic::on_unimplemented(
    message = "`rollup`, `cube` and `grouping_sets` are arguments of `group_by`, or items of its tuple",
    label = "contains several groupings"
)]
pub trait PlainItems {}

/// A column or an expression, neither `rollup`, `cube` nor `grouping_sets`.
pub trait PlainItem {}

impl<S, C> PlainItem for Column<S, C> {}
impl<E> PlainItem for GroupedBy<E> {}
impl<S> PlainItem for PrimaryKeyColumns<S> {}

/// Makes several groupings an argument of `group_by`, and an item of its tuple.
macro_rules! group_items {
    ([$($generics:tt)*] $type:ty) => {
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> IntoGroupItem for $type {
            type Item = Self;

            fn into_item(self) -> Self {
                self
            }
        }

        #[diagnostic::do_not_recommend]
        impl<$($generics)*> IntoGroup for $type {
            type Group = (Self,);

            fn into_group(self) -> (Self,) {
                (self,)
            }
        }
    };
}

macro_rules! sets {
    ($($(#[$meta:meta])* $name:ident $open:literal;)*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name<G>(G);

        fragment!(impl[G: Fragment] $name<G> { $open, (0: G), ")" });

        impl<G> GroupItem for $name<G> {
            type Keys<Rest> = Rest;
        }

        impl<G: GroupIn<S, I>, S, I> GroupItemIn<S, I> for $name<G> {}

        #[diagnostic::do_not_recommend]
        impl<G: Repeatable> Repeatable for $name<G> {}

        #[diagnostic::do_not_recommend]
        impl<G: ListsColumn<T, C, I>, T, C, I> SetColumn<T, C, I> for $name<G> {}

        #[diagnostic::do_not_recommend]
        impl<G: GroupedExpression<E, I>, E, I> SetExpression<E, I> for $name<G> {}

        group_items!([G: Fragment] $name<G>);
    )*};
}

sets! {
    /// `rollup (a, b)`, from [`rollup`].
    Rollup "rollup (";
    /// `cube (a, b)`, from [`cube`].
    Cube "cube (";
}

/// `rollup (a, b)` in `group by`: groups by `a` and `b`, by `a` alone, and all rows. In the rows for fewer expressions, the
/// others are NULL, so that their type is an `Option` in the clauses after it. See [`grouping`].
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, city: String, status: String, price: f64 }
/// use schema_core::expr::{grouping, rollup};
///
/// let totals = Order
///     .select()
///     .group_by(rollup((Order.city, Order.status)))
///     .columns((Order.city, Order.status, grouping(Order.status), sum(Order.price)));
/// assert_eq!(
///     totals.to_sql(),
///     r#"select "orders"."city", "orders"."status", grouping("orders"."status"), sum("orders"."price") "#.to_owned()
///         + r#"from "orders" group by rollup ("orders"."city", "orders"."status")"#
/// );
/// ```
///
/// It can be next to other items: `group_by((Order.year, rollup((Order.city, Order.status))))`.
#[hide_bounds]
pub fn rollup<G: IntoGroup<Group = X> + Inferred<X, Is: PlainItems>, X>(
    expressions: G,
) -> Rollup<X> {
    Rollup(expressions.into_group())
}

/// `cube (a, b)` in `group by`: groups by each subset of the expressions. NULL is treated as by [`rollup`].
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, city: String, status: String }
/// use schema_core::expr::cube;
///
/// let counts = Order
///     .select()
///     .group_by(cube((Order.city, Order.status)))
///     .columns((Order.city, Order.status, count()));
/// assert_eq!(
///     counts.to_sql(),
///     r#"select "orders"."city", "orders"."status", count(*) "#.to_owned()
///         + r#"from "orders" group by cube ("orders"."city", "orders"."status")"#
/// );
/// ```
#[hide_bounds]
pub fn cube<G: IntoGroup<Group = X> + Inferred<X, Is: PlainItems>, X>(expressions: G) -> Cube<X> {
    Cube(expressions.into_group())
}

/// `grouping sets (a, b)`: the sets `L`, of the expressions `G`; from [`grouping_sets`].
#[derive(Debug, Clone, Copy)]
pub struct GroupingSets<G, L> {
    expressions: PhantomData<G>,
    sets: L,
}

// The sets repeat the expressions, which are not written themselves.
impl<G, L: Fragment> Fragment for GroupingSets<G, L> {
    const TOKENS: &'static [Token] = &[
        Token::Text("grouping sets ("),
        Token::Sub(L::TOKENS),
        Token::Text(")"),
    ];
    const STATIC: bool = L::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.text("grouping sets (");
        self.sets.write(sql);
        sql.text(")");
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.sets.bind(arguments)
    }
}

impl<G, L> GroupItem for GroupingSets<G, L> {
    type Keys<Rest> = Rest;
}

impl<G: GroupIn<S, I>, L, S, I> GroupItemIn<S, I> for GroupingSets<G, L> {}

#[diagnostic::do_not_recommend]
impl<G: Repeatable, L> Repeatable for GroupingSets<G, L> {}

#[diagnostic::do_not_recommend]
impl<G: ListsColumn<T, C, I>, L, T, C, I> SetColumn<T, C, I> for GroupingSets<G, L> {}

#[diagnostic::do_not_recommend]
impl<G: GroupedExpression<E, I>, L, E, I> SetExpression<E, I> for GroupingSets<G, L> {}

group_items!([G, L: Fragment] GroupingSets<G, L>);

/// A set: `("orders"."city", "orders"."status")`.
#[derive(Debug, Clone, Copy)]
pub struct GroupingSet<G>(G);

fragment!(impl[G: Fragment] GroupingSet<G> { "(", (0: G), ")" });

/// A set of [`grouping_sets`], all of whose items are in `G`: a column, an expression, a tuple of them, or `()` for all rows.
#[diagnostic::on_unimplemented(
    message = "this is not a set of the grouped expressions",
    label = "expected a column or an expression of the first argument, a tuple of them, or `()`"
)]
pub trait SetOfItems<G, I, L> {
    /// Converts the argument into the set.
    fn into_set(self) -> L;
}

#[diagnostic::do_not_recommend]
impl<G> SetOfItems<G, (), GroupingSet<()>> for () {
    fn into_set(self) -> GroupingSet<()> {
        GroupingSet(())
    }
}

#[diagnostic::do_not_recommend]
impl<E: IntoGroup<Group = X>, X: GroupedItems<G, I>, G, I> SetOfItems<G, (I,), GroupingSet<X>>
    for E
{
    fn into_set(self) -> GroupingSet<X> {
        GroupingSet(self.into_group())
    }
}

/// A tuple of sets.
#[diagnostic::on_unimplemented(
    message = "these are not sets of the grouped expressions, which the first argument names",
    label = "expected a tuple of them such as `((a, b), a, ())`"
)]
pub trait SetsOfItems<G, I, L> {
    /// Converts the argument into the sets.
    fn into_sets(self) -> L;
}

/// Items of a `group_by` that are all in `G`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not grouped; `grouping` and the sets of `grouping_sets` name grouped expressions",
    label = "expected a grouped column or expression, or a tuple of them"
)]
pub trait GroupedItems<G, I> {}

/// An item of a `group_by` that is in `G`.
pub trait InItems<G, I> {}

#[diagnostic::do_not_recommend]
impl<T, C, G: ListsColumn<T, C, I>, I> InItems<G, I> for Column<T, C> {}
#[diagnostic::do_not_recommend]
impl<E, G: GroupedExpression<E, I>, I> InItems<G, I> for GroupedBy<E> {}

macro_rules! tuple {
    ($($name:ident $index:tt $place:ident $set:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<$($name: PlainItem),+> PlainItems for ($($name,)+) {}

        #[diagnostic::do_not_recommend]
        impl<Items, $($name: InItems<Items, $place>, $place),+> GroupedItems<Items, ($($place,)+)> for ($($name,)+) {}

        #[diagnostic::do_not_recommend]
        impl<Items, $($name: SetOfItems<Items, $place, $set>, $place, $set),+>
            SetsOfItems<Items, ($($place,)+), ($($set,)+)> for ($($name,)+)
        {
            fn into_sets(self) -> ($($set,)+) {
                ($(self.$index.into_set(),)+)
            }
        }
    };
}

for_each_tuple!(tuple);

/// `grouping sets (a, b)` in `group by`: the rows are grouped by each set. The first argument names all expressions of the
/// sets, which later clauses can read; each must be in at least one set. NULL is treated as by [`rollup`].
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, city: String, status: String }
/// use schema_core::expr::grouping_sets;
///
/// let sets = grouping_sets((Order.city, Order.status), ((Order.city, Order.status), Order.city, ()));
/// let counts = Order.select().group_by(sets).columns((Order.city, Order.status, count()));
/// assert_eq!(
///     counts.to_sql(),
///     r#"select "orders"."city", "orders"."status", count(*) from "orders" "#.to_owned()
///         + r#"group by grouping sets (("orders"."city", "orders"."status"), ("orders"."city"), ())"#
/// );
/// ```
#[hide_bounds]
#[expect(
    clippy::needless_pass_by_value,
    reason = "like the arguments of `rollup`"
)]
pub fn grouping_sets<
    G: IntoGroup<Group = X> + Inferred<X, Is: PlainItems>,
    L: SetsOfItems<X, I, Y>,
    X,
    Y,
    I,
>(
    expressions: G,
    sets: L,
) -> GroupingSets<X, Y> {
    let _ = expressions;
    GroupingSets {
        expressions: PhantomData,
        sets: sets.into_sets(),
    }
}

/// `grouping(a, b)`, from [`grouping`].
#[derive(Debug, Clone, Copy)]
pub struct GroupingOf<G>(G);

fragment!(impl[G: Fragment] GroupingOf<G> { "grouping(", (0: G), ")" });

expression!(impl[G: Fragment] GroupingOf<G> { base: i32, kind: PerRow, precedence: ATOM });

no_comparison!([G] GroupingOf<G>);

rust_operators!(impl[G: Fragment] GroupingOf<G>);

impl<S, G, X: GroupedItems<G, I> + Fragment, I> InScope<Grouped<S, G>, (I,)> for GroupingOf<X> {
    type Null = NeverNull;
}

/// `grouping(a, b)`: tells the groupings of [`rollup`], [`cube`] and [`grouping_sets`] apart. It has a bit for each argument,
/// the last of which is the lowest: 1 if the row is not grouped by the argument, which is NULL then.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, city: String, status: String }
/// use schema_core::expr::{grouping, rollup};
///
/// let without_totals = Order
///     .select()
///     .group_by(rollup((Order.city, Order.status)))
///     .having(grouping((Order.city, Order.status)).eq(0))
///     .columns((Order.city, count()));
/// assert_eq!(
///     without_totals.to_sql(),
///     r#"select "orders"."city", count(*) from "orders" "#.to_owned()
///         + r#"group by rollup ("orders"."city", "orders"."status") "#
///         + r#"having grouping("orders"."city", "orders"."status") = $1"#
/// );
/// ```
#[hide_bounds]
pub fn grouping<G: IntoGroup<Group = X> + Inferred<X, Is: PlainItems>, X>(
    expressions: G,
) -> GroupingOf<X> {
    GroupingOf(expressions.into_group())
}
