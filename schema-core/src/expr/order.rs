//! Orderings: `asc`, `desc`, the position of NULLs, and orderings chosen at run time.
//!
//! <https://www.postgresql.org/docs/current/queries-order.html>

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::{Expression, InScope, Never};
use crate::scope::{
    Aggregate, Constant, Kind, Mixed, PerRow, SubsetOf, Unaggregated, Uncomputable, Windowed,
    kind_of,
};
use crate::sql::{Arguments, DynFragment, Fragment, Scan, SqlWriter, Token, fragment};
use crate::table::Impossible;
use crate::tuples::for_each_tuple;

/// A direction, with or without a position of NULLs.
pub trait Direction: Copy + Send + Sync + 'static {
    /// The text, with its spaces.
    const TEXT: &'static str;
    /// True if the smallest value is first and NULLs are last, as in the order of an index.
    const ASCENDING: bool = !Self::DESCENDING && !Self::NULLS_FIRST;
    /// True if the largest value is first.
    const DESCENDING: bool;
    /// True if NULLs are before all values.
    const NULLS_FIRST: bool;
    /// The direction that sorts the same rows from the last one to the first.
    type Reverse: Direction;
}

/// A direction without a position of NULLs.
pub trait NullsOrder: Direction {
    /// The same direction, with NULLs first.
    type First: Direction;
    /// The same direction, with NULLs last.
    type Last: Direction;
}

macro_rules! directions {
    ($($name:ident $text:literal $descending:literal $nulls_first:literal $reverse:ident
        $(=> $first:ident $last:ident)?;)*) => {$(
        #[doc = concat!("`", $text, "`")]
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl Direction for $name {
            const TEXT: &'static str = $text;
            const DESCENDING: bool = $descending;
            const NULLS_FIRST: bool = $nulls_first;
            type Reverse = $reverse;
        }

        $(impl NullsOrder for $name {
            type First = $first;
            type Last = $last;
        })?
    )*};
}

directions! {
    Asc "" false false Desc => AscNullsFirst AscNullsLast;
    Desc " desc" true true Asc => DescNullsFirst DescNullsLast;
    AscNullsFirst " nulls first" false true DescNullsLast;
    AscNullsLast " nulls last" false false DescNullsFirst;
    DescNullsFirst " desc nulls first" true true AscNullsLast;
    DescNullsLast " desc nulls last" true false AscNullsFirst;
}

/// An expression to order by, and its direction.
#[derive(Debug, Clone, Copy)]
pub struct Sorted<E, D> {
    expression: E,
    direction: PhantomData<D>,
}

fragment!(impl[E: Fragment, D: Direction] Sorted<E, D> {
    (expression: E), [&[Token::Text(D::TEXT)]],
});

impl<E, D> Sorted<E, D> {
    pub(crate) const fn new(expression: E) -> Self {
        Self {
            expression,
            direction: PhantomData,
        }
    }

    pub(crate) const fn expression(&self) -> &E {
        &self.expression
    }
}

impl<E, D: NullsOrder> Sorted<E, D> {
    /// `nulls first`: sorts NULLs before all values.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().order_by(Patient.age.asc().nulls_first()).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" order by "patients"."age" nulls first"#
    /// );
    /// ```
    pub fn nulls_first(self) -> Sorted<E, D::First> {
        Sorted {
            expression: self.expression,
            direction: PhantomData,
        }
    }

    /// `nulls last`: sorts NULLs after all values.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().order_by(Patient.age.desc().nulls_last()).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" order by "patients"."age" desc nulls last"#
    /// );
    /// ```
    pub fn nulls_last(self) -> Sorted<E, D::Last> {
        Sorted {
            expression: self.expression,
            direction: PhantomData,
        }
    }
}

/// The directions in which every expression can be sorted.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64,
/// # #[column(unique)] name: String, age: Option<i32> }
/// assert_eq!(
///     Patient.select().order_by(Patient.age.desc().nulls_last()).columns(Patient.id).to_sql(),
///     r#"select "patients"."id" from "patients" order by "patients"."age" desc nulls last"#
/// );
/// ```
pub trait OrderMethods: Expression {
    /// `order by self`: sorts the smallest value first and NULLs last.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().order_by(Patient.name.asc()).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" order by "patients"."name""#
    /// );
    /// ```
    fn asc(self) -> Sorted<Self, Asc> {
        Sorted {
            expression: self,
            direction: PhantomData,
        }
    }

    /// `order by self desc`: sorts NULLs first, then the largest value.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().order_by((Patient.age.desc(), Patient.id.asc())).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" order by "patients"."age" desc, "patients"."id""#
    /// );
    /// ```
    fn desc(self) -> Sorted<Self, Desc> {
        Sorted {
            expression: self,
            direction: PhantomData,
        }
    }
}

impl<E: Expression> OrderMethods for E {}

/// An argument of `order_by` in the scope `S`: an expression, an ordering, a tuple of them, or a `Vec` of
/// [boxed](Sorted::boxed) orderings that are chosen at run time.
#[diagnostic::on_unimplemented(
    message = "this is not an ordering",
    label = "expected at most 16 expressions, `.asc()` or `.desc()`"
)]
pub trait IntoOrdering<S, I>: OrderingList {}

/// A list of orderings. A list that is built at run time may be empty.
#[diagnostic::on_unimplemented(
    message = "this is not an ordering",
    label = "expected at most 16 expressions, `.asc()` or `.desc()`"
)]
pub trait OrderingList: Fragment {
    /// The kind of the orderings together, which is the same in every scope.
    type Kind: Kind;
    /// The list itself. It is unknown if the type is not a list, so that a query with it produces a single error: see
    /// "One error per mistake" in `docs/architecture.md`.
    type List: OrderingList;
    /// The scan that finds the first rows.
    const SCAN: Scan = Scan::Plain;

    /// Returns the list.
    fn into_list(self) -> Self::List;

    /// Returns true if there is nothing to order by.
    fn is_empty(&self) -> bool {
        false
    }

    /// Writes the orderings. `before` is the text before the first one; afterwards it is a comma.
    fn write_list(&self, sql: &mut SqlWriter, before: &mut &'static str) {
        sql.text(before);
        self.write(sql);
        *before = ", ";
    }
}

#[diagnostic::do_not_recommend]
impl<E: Expression, D: Direction> OrderingList for Sorted<E, D> {
    type Kind = E::Kind;
    type List = Self;
    const SCAN: Scan = if D::ASCENDING { E::SCAN } else { Scan::Plain };

    #[inline]
    fn into_list(self) -> Self {
        self
    }
}

impl<E: InScope<S, I>, D: Direction, S, I> IntoOrdering<S, I> for Sorted<E, D> {}

/// The first of several types.
macro_rules! first {
    ($first:ident $($rest:ident)*) => {
        $first
    };
}

macro_rules! tuple {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<$($name: OrderingList),+> OrderingList for ($($name,)+) {
            type Kind = kind_of!($($name)+);
            type List = ($($name::List,)+);
            const SCAN: Scan = <first!($($name)+) as OrderingList>::SCAN;

            #[inline]
            fn into_list(self) -> Self::List {
                ($(self.$index.into_list(),)+)
            }

            fn is_empty(&self) -> bool {
                $(self.$index.is_empty())&&+
            }

            fn write_list(&self, sql: &mut SqlWriter, before: &mut &'static str) {
                $(self.$index.write_list(sql, before);)+
            }
        }

        // Never applies: with a single impl, the compiler would report a part of the tuple a second time.
        #[diagnostic::do_not_recommend]
        #[allow(unused_lifetimes, reason = "without it, the compiler refuses a bound that cannot hold")]
        impl<$($name: Fragment),+> OrderingList for ($($name,)+)
        where
            for<'never> Impossible: Never<0>,
        {
            type Kind = Constant;
            type List = Self;

            fn into_list(self) -> Self {
                self
            }
        }

        impl<S, $($name: IntoOrdering<S, $place>, $place),+> IntoOrdering<S, ($($place,)+)> for ($($name,)+) {}
    };
}

for_each_tuple!(tuple);

/// Orderings, followed by others that apply to rows equal under the first.
#[derive(Debug, Clone, Copy)]
pub struct Then<A, B>(pub(crate) A, pub(crate) B);

impl<A: OrderingList, B: OrderingList> Fragment for Then<A, B> {
    const TOKENS: &'static [Token] = &[
        Token::Sub(A::TOKENS),
        Token::Text(", "),
        Token::Sub(B::TOKENS),
    ];
    const STATIC: bool = A::STATIC && B::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        self.write_list(sql, &mut "");
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.0.bind(arguments)?;
        self.1.bind(arguments)
    }
}

#[diagnostic::do_not_recommend]
impl<A: OrderingList, B: OrderingList> OrderingList for Then<A, B> {
    type Kind = <A::Kind as Kind>::And<B::Kind>;
    type List = Self;
    const SCAN: Scan = A::SCAN;

    #[inline]
    fn into_list(self) -> Self {
        self
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty() && self.1.is_empty()
    }

    fn write_list(&self, sql: &mut SqlWriter, before: &mut &'static str) {
        self.0.write_list(sql, before);
        self.1.write_list(sql, before);
    }
}

/// An ordering over the sources `S`, such as `(Patient,)`, whose own type is erased, from
/// [`boxed`](Sorted::boxed).
pub struct BoxedOrdering<'a, S> {
    ordering: Arc<dyn DynFragment + 'a>,
    sources: PhantomData<fn() -> S>,
}

impl<S> Clone for BoxedOrdering<'_, S> {
    fn clone(&self) -> Self {
        Self {
            ordering: Arc::clone(&self.ordering),
            sources: PhantomData,
        }
    }
}

impl<S> fmt::Debug for BoxedOrdering<'_, S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sql = SqlWriter::new();
        self.ordering.write_dyn(&mut sql);
        f.write_str(&sql.finish())
    }
}

#[hide_bounds]
impl<E, D: Direction> Sorted<E, D> {
    /// Erases the ordering's type. It can be used in any query that reads the sources `S`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, age: Option<i32> }
    /// let newest_first = true;
    /// let mut orderings: Vec<BoxedOrdering<'_, (Patient,)>> = vec![Patient.age.asc().boxed()];
    /// if newest_first {
    ///     orderings.push(Patient.id.desc().boxed());
    /// }
    /// assert_eq!(
    ///     Patient.select().order_by(orderings).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" order by "patients"."age", "patients"."id" desc"#
    /// );
    /// ```
    pub fn boxed<'a, S, I>(self) -> BoxedOrdering<'a, S>
    where
        E: InScope<S, I, Kind: Unaggregated> + Send + Sync + 'a,
        D: 'a,
    {
        BoxedOrdering {
            ordering: Arc::new(self),
            sources: PhantomData,
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
impl<S> OrderingList for BoxedOrdering<'_, S> {
    type Kind = PerRow;
    type List = Self;

    #[inline]
    fn into_list(self) -> Self {
        self
    }
}

impl<Q, I, S: SubsetOf<Q, I>> IntoOrdering<Q, I> for BoxedOrdering<'_, S> {}

/// Orderings that are chosen at run time. An empty list does not order the rows.
impl<O: OrderingList> Fragment for Vec<O> {
    const TOKENS: &'static [Token] = &[];
    const STATIC: bool = false;

    fn write(&self, sql: &mut SqlWriter) {
        self.write_list(sql, &mut "");
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.iter()
            .try_for_each(|ordering| ordering.bind(arguments))
    }
}

#[diagnostic::do_not_recommend]
impl<O: OrderingList> OrderingList for Vec<O> {
    type Kind = O::Kind;
    type List = Self;

    #[inline]
    fn into_list(self) -> Self {
        self
    }

    fn is_empty(&self) -> bool {
        self.iter().all(O::is_empty)
    }

    fn write_list(&self, sql: &mut SqlWriter, before: &mut &'static str) {
        for ordering in self {
            ordering.write_list(sql, before);
        }
    }
}

impl<S, I, O: IntoOrdering<S, I>> IntoOrdering<S, I> for Vec<O> {}

/// An ordering of kind `K` that is valid in the scope `S`. There is an impl for each kind, for the reason given at
/// [`SelectedFrom`](super::SelectedFrom).
#[diagnostic::on_unimplemented(
    message = "this is not an ordering",
    label = "expected at most 16 expressions, `.asc()` or `.desc()`"
)]
pub trait OrderedBy<S, I, K>: IntoOrdering<S, I> {}

macro_rules! of_kind {
    ($($kind:ident)*) => {$(
        impl<B: IntoOrdering<S, I>, S, I> OrderedBy<S, I, $kind> for B {}
    )*};
}

of_kind!(Constant PerRow Windowed Aggregate Mixed Uncomputable);
