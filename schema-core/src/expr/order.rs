//! Orderings: `asc`, `desc`, where NULLs come, and orderings chosen at run time.
//!
//! <https://www.postgresql.org/docs/current/queries-order.html>

use schema_macros::hide_bounds;
use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::{Expression, InScope, RowLevel, Tables};
use crate::sql::{Arguments, DynFragment, Fragment, SqlWriter, Token, fragment};
use crate::table::{Column, ColumnMarker, Source};

/// Which way, and where NULLs come.
pub trait Direction: Copy + Send + Sync + 'static {
    /// The text, with its spaces.
    const TEXT: &'static str;
}

/// A direction that does not say yet where NULLs come.
pub trait NullsOrder: Direction {
    /// The same with NULLs first.
    type First: Direction;
    /// The same with NULLs last.
    type Last: Direction;
}

macro_rules! directions {
    ($($name:ident $text:literal $(=> $first:ident $last:ident)?;)*) => {$(
        #[doc = concat!("`", $text, "`")]
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl Direction for $name {
            const TEXT: &'static str = $text;
        }

        $(impl NullsOrder for $name {
            type First = $first;
            type Last = $last;
        })?
    )*};
}

directions! {
    Asc "" => AscNullsFirst AscNullsLast;
    Desc " desc" => DescNullsFirst DescNullsLast;
    AscNullsFirst " nulls first";
    AscNullsLast " nulls last";
    DescNullsFirst " desc nulls first";
    DescNullsLast " desc nulls last";
}

/// An expression to order by, and which way.
#[derive(Debug, Clone, Copy)]
pub struct Ordering<E, D> {
    expression: E,
    direction: PhantomData<D>,
}

fragment!(impl[E: Fragment, D: Direction] Ordering<E, D> {
    (expression: E), [&[Token::Text(D::TEXT)]],
});

impl<E, D: NullsOrder> Ordering<E, D> {
    /// NULLs before all values.
    pub fn nulls_first(self) -> Ordering<E, D::First> {
        Ordering {
            expression: self.expression,
            direction: PhantomData,
        }
    }

    /// NULLs behind all values.
    pub fn nulls_last(self) -> Ordering<E, D::Last> {
        Ordering {
            expression: self.expression,
            direction: PhantomData,
        }
    }
}

/// What every expression can be ordered by.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
/// assert_eq!(
///     Patient.select().order_by(Patient.age.desc().nulls_last()).columns(Patient.id).to_sql(),
///     r#"select "patients"."id" from "patients" order by "patients"."age" desc nulls last"#
/// );
/// ```
pub trait OrderMethods: Expression {
    /// The smallest first; NULLs come last.
    fn asc(self) -> Ordering<Self, Asc> {
        Ordering {
            expression: self,
            direction: PhantomData,
        }
    }

    /// The largest first; NULLs come first.
    fn desc(self) -> Ordering<Self, Desc> {
        Ordering {
            expression: self,
            direction: PhantomData,
        }
    }
}

impl<E: Expression> OrderMethods for E {}

/// What `order_by` takes: a column, an ordering, a tuple of them, or a `Vec` of [boxed](Ordering::boxed) ones that are chosen
/// at run time.
#[diagnostic::on_unimplemented(
    message = "this is not an ordering",
    label = "say `.asc()` or `.desc()`; a column may stand alone"
)]
pub trait IntoOrdering<S, I>: OrderingKind {}

/// What an ordering is computed from, wherever it stands.
#[diagnostic::on_unimplemented(
    message = "this is not an ordering",
    label = "say `.asc()` or `.desc()`; a column may stand alone"
)]
pub trait OrderingKind: crate::query::OrderingList {
    /// What it is computed from.
    type Kind: super::Kind;
}

#[diagnostic::do_not_recommend]
impl<E: Expression, D: Direction> OrderingKind for Ordering<E, D> {
    type Kind = E::Kind;
}

impl<E: InScope<S, I>, D: Direction, S, I> IntoOrdering<S, I> for Ordering<E, D> {}

// A column alone is ordered by as SQL does it: the smallest first.
#[diagnostic::do_not_recommend]
impl<T: Source, C: ColumnMarker> OrderingKind for Column<T, C> {
    type Kind = super::PerRow;
}

#[diagnostic::do_not_recommend]
impl<T: Source, C: ColumnMarker, S, I> IntoOrdering<S, I> for Column<T, C> where Self: InScope<S, I> {}

macro_rules! orderings {
    ($([$($name:ident $index:tt $place:ident)*])*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($name: OrderingKind),*> OrderingKind for ($($name,)*) {
            type Kind = super::kind_of!($($name)*);
        }

        impl<S, $($name: IntoOrdering<S, $place>, $place),*> IntoOrdering<S, ($($place,)*)> for ($($name,)*) {}
    )*};
}

orderings! {
    [A 0 I] [A 0 I B 1 J] [A 0 I B 1 J C 2 K] [A 0 I B 1 J C 2 K D 3 L]
    [A 0 I B 1 J C 2 K D 3 L E 4 M] [A 0 I B 1 J C 2 K D 3 L E 4 M F 5 N]
}

/// An ordering of the tables `S`, such as `(Patient,)`, with none of its history in its type.
pub struct BoxedOrdering<'a, S> {
    ordering: Box<dyn DynFragment + 'a>,
    tables: PhantomData<fn() -> S>,
}

impl<S> fmt::Debug for BoxedOrdering<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sql = SqlWriter::new();
        self.ordering.write_dyn(&mut sql);
        f.write_str(&sql.finish())
    }
}

#[hide_bounds]
impl<E, D: Direction> Ordering<E, D> {
    /// The ordering behind a pointer, in a query over the tables `S` at least.
    pub fn boxed<'a, S, I>(self) -> BoxedOrdering<'a, S>
    where
        E: InScope<S, I, Kind: RowLevel> + Send + Sync + 'a,
        D: 'a,
    {
        BoxedOrdering {
            ordering: Box::new(self),
            tables: PhantomData,
        }
    }
}

impl<S> Fragment for BoxedOrdering<'_, S> {
    const TOKENS: &'static [Token] = &[];
    const STATIC: bool = false;

    fn write(&self, sql: &mut SqlWriter) {
        self.ordering.write_dyn(sql);
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.ordering.bind_dyn(arguments)
    }
}

#[diagnostic::do_not_recommend]
impl<S> OrderingKind for BoxedOrdering<'_, S> {
    type Kind = super::PerRow;
}

impl<Q, I, S: Tables<Q, I>> IntoOrdering<Q, I> for BoxedOrdering<'_, S> {}

/// Orderings that were chosen at run time; none of them leaves the rows in any order.
pub type Orderings<'a, S> = Vec<BoxedOrdering<'a, S>>;

impl<O: Fragment> Fragment for Vec<O> {
    const TOKENS: &'static [Token] = &[];
    const STATIC: bool = false;

    fn write(&self, sql: &mut SqlWriter) {
        for (i, ordering) in self.iter().enumerate() {
            if i > 0 {
                sql.text(", ");
            }
            ordering.write(sql);
        }
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.iter()
            .try_for_each(|ordering| ordering.bind(arguments))
    }
}

#[diagnostic::do_not_recommend]
impl<O: OrderingKind> OrderingKind for Vec<O> {
    type Kind = O::Kind;
}

impl<S, I, O: IntoOrdering<S, I>> IntoOrdering<S, I> for Vec<O> {}

/// What a query over the scope `S` can be ordered by.
#[diagnostic::on_unimplemented(
    message = "this is not an ordering",
    label = "say `.asc()` or `.desc()`; a column may stand alone"
)]
pub trait OrderedBy<S, I>: IntoOrdering<S, I> {}

impl<B, S, I> OrderedBy<S, I> for B
where
    B: IntoOrdering<S, I>,
    S: crate::query::Orders<B::Kind>,
{
}
