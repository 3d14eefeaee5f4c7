//! Arguments of `group_by`, and grouped expressions.
//!
//! <https://www.postgresql.org/docs/current/queries-table-expressions.html#QUERIES-GROUP>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::macros::{condition, expression};
use super::{Expression, InScope};
use crate::scope::{
    GroupItem, Grouped, GroupedBy, GroupedExpression, HasColumn, InGroupExpression, PerRow,
    RowLevel, WholeRow,
};
use crate::sql::{Fragment, Token, fragment};
use crate::table::{Column, ColumnMarker, PrimaryKey, Source, columns_of};
use crate::tuples::for_each_tuple;
use crate::types::Nullability;

/// An expression that has the same text and value wherever a statement repeats it: it contains no parameter that gets
/// a new number each time.
#[diagnostic::on_unimplemented(
    message = "this expression contains a value that would be another parameter each time it appears",
    label = "contains a value",
    note = "make the value a shared parameter: `let limit = param!(18);`"
)]
pub trait Repeatable {}

/// An argument of `group_by` in the scope `S`: a column, an expression, or a tuple of them.
#[diagnostic::on_unimplemented(
    message = "only columns and expressions of a row can be grouped by, not an aggregate, a window function or a value",
    label = "expected a column or an expression of this query, or a tuple of them",
    note = "a value in the expression must be a shared parameter: `let limit = param!(18);`"
)]
pub trait Grouping<S, I>: IntoGroup {}

impl<G: IntoGroup<Group: GroupIn<S, I>>, S, I> Grouping<S, I> for G {}

#[diagnostic::do_not_recommend]
impl<E: Repeatable> Repeatable for GroupedBy<E> {}

#[diagnostic::do_not_recommend]
impl<S> Repeatable for PrimaryKeyColumns<S> {}

/// A column, an expression, or a tuple of them.
#[diagnostic::on_unimplemented(
    message = "only columns and expressions of a row can be grouped by, not an aggregate, a window function or a value",
    label = "expected a column or an expression of this query, or a tuple of them",
    note = "a value in the expression must be a shared parameter: `let limit = param!(18);`"
)]
pub trait IntoGroup {
    /// A tuple of columns and [`GroupedBy`] expressions.
    type Group: Fragment;
    /// Converts the argument into the tuple.
    fn into_group(self) -> Self::Group;
}

/// A column or an expression in `group_by`.
#[diagnostic::on_unimplemented(
    message = "only columns and expressions of a row can be grouped by, not an aggregate, a window function or a value",
    label = "expected a column or an expression of this query, or a tuple of them",
    note = "a value in the expression must be a shared parameter: `let limit = param!(18);`"
)]
pub trait IntoGroupItem {
    /// The column, or the expression as [`GroupedBy`].
    type Item: Fragment;
    /// Converts the column or expression.
    fn into_item(self) -> Self::Item;
}

/// A tuple of columns and expressions of the scope `S`.
pub trait GroupIn<S, I> {}

/// A column or an expression of the scope `S`.
pub trait GroupItemIn<S, I> {}

impl<T: Source, C: ColumnMarker, S, I> GroupItemIn<S, I> for Column<T, C> where Self: InScope<S, I> {}

impl<E: InScope<S, I>, S, I: RowLevel> GroupItemIn<S, I> for GroupedBy<E> {}

#[diagnostic::do_not_recommend]
impl<T: Source, C: ColumnMarker> IntoGroupItem for Column<T, C> {
    type Item = Self;

    fn into_item(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<T: Source, C: ColumnMarker> IntoGroup for Column<T, C> {
    type Group = (Self,);

    fn into_group(self) -> (Self,) {
        (self,)
    }
}

/// Makes a node an argument of `group_by`. It is [`Repeatable`] if the listed parts are:
/// `group_item!(impl[E: Expression] Node<E>, E)`.
macro_rules! group_item {
    (impl[$($generics:tt)*] $type:ty $(, $part:ty)*) => {
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> $crate::expr::Repeatable for $type where $($part: $crate::expr::Repeatable,)* {}

        #[diagnostic::do_not_recommend]
        impl<$($generics)*> $crate::expr::IntoGroupItem for $type {
            type Item = $crate::scope::GroupedBy<Self>;

            fn into_item(self) -> Self::Item {
                $crate::scope::GroupedBy(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl<$($generics)*> $crate::expr::IntoGroup for $type {
            type Group = ($crate::scope::GroupedBy<Self>,);

            fn into_group(self) -> Self::Group {
                ($crate::scope::GroupedBy(self),)
            }
        }
    };
}
pub(crate) use group_item;

macro_rules! tuple {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        impl<S, $($name: GroupItemIn<S, $place>, $place),+> GroupIn<S, ($($place,)+)> for ($($name,)+) {}

        #[diagnostic::do_not_recommend]
        impl<$($name: IntoGroupItem),+> IntoGroup for ($($name,)+) {
            type Group = ($($name::Item,)+);

            fn into_group(self) -> Self::Group {
                ($(self.$index.into_item(),)+)
            }
        }
    };
}

for_each_tuple!(tuple);

/// An expression that the query groups by, from [`grouped`].
#[derive(Debug, Clone, Copy)]
pub struct GroupKey<E>(E);

/// Repeats an expression of the query's `group_by` in a later clause. A column is repeated without `grouped`.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, age: i32 }
/// let decade = Patient.age / param!(10);
/// let decades = Patient
///     .select()
///     .group_by(decade)
///     .columns((grouped(decade), count()))
///     .order_by(grouped(decade).asc());
/// assert_eq!(
///     decades.to_sql(),
///     r#"select "patients"."age" / $1, count(*) from "patients" group by "patients"."age" / $1 order by "patients"."age" / $1"#
/// );
/// ```
#[hide_bounds]
pub fn grouped<E: Expression>(expression: E) -> GroupKey<E> {
    GroupKey(expression)
}

fragment!(impl[E: Fragment] GroupKey<E> { (0: E) });

expression!(impl[E: Expression] GroupKey<E> { base: E::Base, kind: PerRow, precedence: E::PRECEDENCE });

condition!(impl[E: Expression] GroupKey<E>);

impl<S, G, E, I, J> InScope<Grouped<S, G>, (I, InGroupExpression<J>)> for GroupKey<E>
where
    E: InScope<S, I>,
    G: GroupedExpression<E, J>,
{
    type Null = <E::Null as Nullability>::Or<G::Null>;
}

/// The primary key of the source `S` in `group_by`. `primary_key` on a table's constant returns it.
pub struct PrimaryKeyColumns<S>(pub(crate) PhantomData<fn() -> S>);

impl<S> Clone for PrimaryKeyColumns<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S> Copy for PrimaryKeyColumns<S> {}

impl<S> fmt::Debug for PrimaryKeyColumns<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrimaryKeyColumns")
    }
}

/// The columns of a primary key, as a tuple of markers.
pub trait KeyColumns {
    /// Their names, not quoted.
    const NAMES: &'static [&'static str];
}

/// The key of the source `S`. `N` is always [`PrimaryKeyColumns`]. It is a parameter so that a table without a primary
/// key produces a single error: see "One error per mistake" in `docs/architecture.md`.
pub trait KeyOf<S, N> {
    /// The columns.
    const COLUMNS: N;
}

impl<K: KeyColumns, S> KeyOf<S, PrimaryKeyColumns<S>> for K {
    const COLUMNS: PrimaryKeyColumns<S> = PrimaryKeyColumns(PhantomData);
}

macro_rules! key {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        impl<$($name: ColumnMarker),+> KeyColumns for ($($name,)+) {
            const NAMES: &'static [&'static str] = &[$($name::NAME),+];
        }
    };
}

for_each_tuple!(key);

fragment!(impl[S: Source<Relation: PrimaryKey<Key: KeyColumns>>] PrimaryKeyColumns<S> {
    [const {
        &[columns_of::<S>(
            const { &[Token::Sub(S::REFERENCE), Token::Text(".")] },
            <<S::Relation as PrimaryKey>::Key as KeyColumns>::NAMES,
        )]
    }],
});

impl<S> GroupItem for PrimaryKeyColumns<S> {
    type Keys<Rest> = (S, Rest);
}

#[diagnostic::do_not_recommend]
impl<S: Source<Relation: PrimaryKey<Key: KeyColumns>>> IntoGroupItem for PrimaryKeyColumns<S> {
    type Item = Self;

    fn into_item(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl<S: Source<Relation: PrimaryKey<Key: KeyColumns>>> IntoGroup for PrimaryKeyColumns<S> {
    type Group = (Self,);

    fn into_group(self) -> (Self,) {
        (self,)
    }
}

impl<T: Source, S: HasColumn<T, WholeRow, I>, I> GroupItemIn<S, I> for PrimaryKeyColumns<T> {}
