//! Ordered-set and hypothetical-set aggregates: `percentile_cont(…) within group (order by …)`.
//!
//! <https://www.postgresql.org/docs/current/functions-aggregate.html#FUNCTIONS-ORDEREDSET-TABLE>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::super::{Argument, ArgumentList};
use super::modifiers::{AddFilter, FilterIn, FilterWhere, Modifiers};
use crate::expr::arithmetic::rust_operators;
use crate::expr::macros::{condition, expression, no_comparison};
use crate::expr::{
    Condition, Direction, Expression, InScope, Inferred, IntoOrdering, Never, OrderingList, Param,
    RawArgument, Selection, SelectionKind, Sorted,
};
use crate::scope::{Aggregate, AggregateOrder, Constant, InAggregate, PerRow, RowLevel, RowScope};
use crate::sql::{Fragment, Token, fragment};
use crate::table::Impossible;
use crate::types::{ArrayElement, Interval, NeverNull, Nullability, Nullable, SqlType};

/// An aggregate whose direct arguments have the types `A`, over rows ordered by a value of type `V`.
pub trait OrderedSet<A, V>: 'static {
    /// The type of the result, without NULL.
    type Output: SqlType;
    /// [`Nullable`] if the result is NULL when there are no rows.
    type Null: Nullability;
    /// The text up to the arguments, with the parenthesis.
    const OPEN: &'static str;
}

/// A call of the ordered-set aggregate `F` with the direct arguments `A`, before its rows are known.
#[must_use = "this aggregate needs the order of its rows: `.within_group(…)`"]
pub struct OrderedSetCall<F, A> {
    function: PhantomData<fn() -> F>,
    arguments: A,
}

impl<F, A> OrderedSetCall<F, A> {
    const fn new(arguments: A) -> Self {
        Self {
            function: PhantomData,
            arguments,
        }
    }
}

impl<F, A: Clone> Clone for OrderedSetCall<F, A> {
    fn clone(&self) -> Self {
        Self::new(self.arguments.clone())
    }
}

impl<F, A: Copy> Copy for OrderedSetCall<F, A> {}

impl<F, A: fmt::Debug> fmt::Debug for OrderedSetCall<F, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("OrderedSetCall")
            .field(&self.arguments)
            .finish()
    }
}

#[hide_bounds]
impl<F, A: ArgumentList> OrderedSetCall<F, A> {
    /// `within group (order by …)`: the values that the aggregate is computed from, and their order.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: f64 }
    /// use schema_core::expr::function::{mode, percentile_cont};
    ///
    /// let median = percentile_cont(0.5).within_group(Order.price);
    /// assert_eq!(
    ///     Order.select().columns((median, mode().within_group(Order.price.desc()))).to_sql(),
    ///     r#"select percentile_cont($1::double precision) within group (order by "orders"."price"), "#.to_owned()
    ///         + r#"mode() within group (order by "orders"."price" desc) from "orders""#
    /// );
    /// ```
    pub fn within_group<
        O: SortedValue<V> + OrderingList<List = X, Kind: AggregateOrder>,
        V: SetOf<F, A::Types, Y>,
        X,
        Y,
    >(
        self,
        ordering: O,
    ) -> WithinGroup<F, A, Y, X> {
        WithinGroup {
            function: PhantomData,
            arguments: self.arguments,
            ordering: ordering.into_list(),
            modifiers: (),
        }
    }
}

/// An ordered-set aggregate with its rows. The trait is on the function, for the reason given at
/// [`HasWindow`](crate::expr::function::HasWindow).
#[diagnostic::on_unimplemented(
    message = "aggregate `{Self}` has no rows; add `.within_group(column)`, the values that it is computed from",
    label = "no `.within_group(…)` after this"
)]
pub trait HasRows {}

// With several impls, the compiler explains none of them.
#[diagnostic::do_not_recommend]
impl HasRows for Impossible {}
#[diagnostic::do_not_recommend]
impl HasRows for () {}

// These impls exist for the message: a call without its rows cannot be selected.
#[diagnostic::do_not_recommend]
impl<F, A: ArgumentList> SelectionKind for OrderedSetCall<F, A> {
    type Kind = PerRow;
}

#[automatically_derived] // Errors about other types do not list it.
impl<F: HasRows, A: ArgumentList, S, D> Selection<S, (), D> for OrderedSetCall<F, A> {}

fragment!(impl[F, A: ArgumentList] OrderedSetCall<F, A> { (arguments: A) });

/// The order of an ordered-set aggregate: one expression of type `V`, with or without a direction.
#[diagnostic::on_unimplemented(
    message = "`within_group` needs one expression to order by",
    label = "expected one expression"
)]
pub trait SortedValue<V> {}

#[diagnostic::do_not_recommend]
impl<E: Expression> SortedValue<E::Base> for E {}
#[diagnostic::do_not_recommend]
impl<E: Expression, D: Direction> SortedValue<E::Base> for Sorted<E, D> {}

/// The type of the values that the ordered-set aggregate `F` with direct arguments of types `A` is computed from. `V` is the
/// type itself; it is a parameter so that a mistake produces a single error.
#[diagnostic::on_unimplemented(
    message = "values of type `{Self}` do not fit this `{F}`",
    label = "does not fit `{F}` with arguments of types `{A}`",
    note = "`percentile_cont` is for numbers and intervals; `rank_of` compares values of one type"
)]
pub trait SetOf<F, A, V>: SqlType {}

/// `function(arguments) within group (order by ordering)`: an ordered-set aggregate of values of type `V`.
pub struct WithinGroup<F, A, V, O, M = ()> {
    function: PhantomData<fn() -> (F, V)>,
    arguments: A,
    ordering: O,
    modifiers: M,
}

impl<F, A: Clone, V, O: Clone, M: Clone> Clone for WithinGroup<F, A, V, O, M> {
    fn clone(&self) -> Self {
        Self {
            function: PhantomData,
            arguments: self.arguments.clone(),
            ordering: self.ordering.clone(),
            modifiers: self.modifiers.clone(),
        }
    }
}

impl<F, A: Copy, V, O: Copy, M: Copy> Copy for WithinGroup<F, A, V, O, M> {}

impl<F, A: fmt::Debug, V, O, M> fmt::Debug for WithinGroup<F, A, V, O, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("WithinGroup").field(&self.arguments).finish()
    }
}

#[hide_bounds]
impl<F, A, V, O, M> WithinGroup<F, A, V, O, M> {
    /// `… filter (where condition)`: only the rows for which the condition is true. Further calls add further conditions
    /// with `and`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: f64 }
    /// use schema_core::expr::function::rank_of;
    ///
    /// let rank = rank_of(9.5).within_group(Order.price.desc()).filter(Order.id.gt(7));
    /// assert_eq!(
    ///     Order.select().columns(rank).to_sql(),
    ///     r#"select rank($1::double precision) within group (order by "orders"."price" desc) "#.to_owned()
    ///         + r#"filter (where "orders"."id" > $2) from "orders""#
    /// );
    /// ```
    pub fn filter<E: Condition<And = X> + Inferred<X, Is: Expression<Kind: RowLevel>>, X, N>(
        self,
        condition: E,
    ) -> WithinGroup<F, A, V, O, N>
    where
        M: AddFilter<X, N>,
    {
        WithinGroup {
            function: PhantomData,
            arguments: self.arguments,
            ordering: self.ordering,
            modifiers: self.modifiers.add_filter(condition.into_and()),
        }
    }
}

fragment!(impl[E: Fragment] Modifiers<(), (), FilterWhere<E>> { (filter: FilterWhere<E>) });

fragment!(impl[F: OrderedSet<A::Types, V>, A: ArgumentList, V, O: OrderingList, M: Fragment] WithinGroup<F, A, V, O, M> {
    [&[Token::Text(F::OPEN)]], (arguments: A), ") within group (order by ", (ordering: O), ")", (modifiers: M),
});

expression!(
    impl[F: OrderedSet<A::Types, V>, A: ArgumentList, V, O: OrderingList, M: Fragment] WithinGroup<F, A, V, O, M> {
        base: F::Output,
        kind: Aggregate,
        precedence: ATOM,
    }
);

condition!(impl[F: OrderedSet<A::Types, V>, A: ArgumentList, V, O: OrderingList, M: Fragment] WithinGroup<F, A, V, O, M>);

no_comparison!([F, A, V, O, M] WithinGroup<F, A, V, O, M>);

rust_operators!(
    impl[F: OrderedSet<A::Types, V>, A: ArgumentList, V, O: OrderingList, M: Fragment] WithinGroup<F, A, V, O, M>
);

// The direct arguments are values, which are the same in every scope.
impl<F, A, V, O, M, S, I, J> InScope<S, InAggregate<(I, J)>> for WithinGroup<F, A, V, O, M>
where
    F: OrderedSet<A::Types, V>,
    A: ArgumentList,
    S: RowScope,
    O: IntoOrdering<S::Rows, I>,
    M: SetFilterIn<S::Rows, J>,
{
    type Null = F::Null;
}

/// The filter of an ordered-set aggregate, which may be absent.
pub trait SetFilterIn<S, I>: Fragment {}

impl<S> SetFilterIn<S, ()> for () {}
impl<E: Fragment, S, I> SetFilterIn<S, I> for Modifiers<(), (), FilterWhere<E>> where
    FilterWhere<E>: FilterIn<S, I>
{
}

/// One fraction between 0 and 1, an `f64`, or several, an array or a `Vec`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a fraction between 0 and 1",
    label = "expected an `f64`, or an array of them for several percentiles"
)]
pub trait Percentile {
    /// `f64` or `Vec<f64>`.
    type Type: SqlType;
    /// The expression.
    type Expr: Expression<Base = Self::Type>;
    /// Converts the fractions into the expression.
    fn into_fraction(self) -> Self::Expr;
}

macro_rules! fractions {
    ($([$($generics:tt)*] $value:ty => $type:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Percentile for $value {
            type Type = $type;
            type Expr = Param<$type, Self>;

            fn into_fraction(self) -> Self::Expr {
                Param::new(self)
            }
        }
    )*};
}

fractions! {
    [] f64 => Self;
    [] Vec<f64> => Self;
    [const N: usize] [f64; N] => Vec<f64>;
    ['a] &'a [f64] => Vec<f64>;
}

/// Declares types with the names of the functions, for messages.
macro_rules! names {
    ($($name:ident)*) => {$(
        #[doc = concat!("The function `", stringify!($name), "`.")]
        #[allow(non_camel_case_types, reason = "the type has the function's name, for messages")]
        #[derive(Debug)]
        pub enum $name {}
    )*};
}

names!(percentile_cont percentile_disc mode rank_of dense_rank_of percent_rank_of cume_dist_of);

/// A type between whose values [`percentile_cont()`] interpolates.
pub trait Continuous: SqlType {
    /// The type of the result: `f64`, or [`Interval`].
    type Between: ArrayElement;
}

macro_rules! continuous {
    ($($(#[$cfg:meta])* $type:ty => $between:ty;)*) => {$(
        $(#[$cfg])*
        impl Continuous for $type {
            type Between = $between;
        }
    )*};
}

continuous! {
    i16 => f64;
    i32 => f64;
    i64 => f64;
    f32 => f64;
    f64 => Self;
    Interval => Self;
    #[cfg(feature = "rust_decimal")] rust_decimal::Decimal => f64;
    #[cfg(feature = "bigdecimal")] bigdecimal::BigDecimal => f64;
}

macro_rules! ordered_sets {
    ($($name:ident<$value:ident: $bound:ident>($($argument:ty)?) -> $output:ty, $null:ident = $open:literal;)*) => {$(
        impl<$value: $bound> OrderedSet<($($argument,)?), $value> for $name {
            type Output = $output;
            type Null = $null;
            const OPEN: &'static str = $open;
        }
    )*};
}

ordered_sets! {
    percentile_cont<V: Continuous>(f64) -> V::Between, Nullable = "percentile_cont(";
    percentile_cont<V: Continuous>(Vec<f64>) -> Vec<V::Between>, Nullable = "percentile_cont(";
    percentile_disc<V: SqlType>(f64) -> V, Nullable = "percentile_disc(";
    percentile_disc<V: ArrayElement>(Vec<f64>) -> Vec<V>, Nullable = "percentile_disc(";
    mode<V: SqlType>() -> V, Nullable = "mode(";
    rank_of<V: SqlType>(V) -> i64, NeverNull = "rank(";
    dense_rank_of<V: SqlType>(V) -> i64, NeverNull = "dense_rank(";
    percent_rank_of<V: SqlType>(V) -> f64, NeverNull = "percent_rank(";
    cume_dist_of<V: SqlType>(V) -> f64, NeverNull = "cume_dist(";
}

#[diagnostic::do_not_recommend]
impl<A, V: Continuous> SetOf<percentile_cont, A, V> for V {}
// Never applies: with a single impl, the compiler would know the type in spite of the mistake.
#[diagnostic::do_not_recommend]
#[allow(
    unused_lifetimes,
    reason = "without it, the compiler refuses a bound that cannot hold"
)]
impl<A, V: SqlType> SetOf<percentile_cont, A, ()> for V where for<'never> Impossible: Never<0> {}
#[diagnostic::do_not_recommend]
impl<V: SqlType> SetOf<percentile_disc, (f64,), V> for V {}
#[diagnostic::do_not_recommend]
impl<V: ArrayElement> SetOf<percentile_disc, (Vec<f64>,), V> for V {}
#[diagnostic::do_not_recommend]
impl<V: SqlType> SetOf<mode, (), V> for V {}
#[diagnostic::do_not_recommend]
impl<V: SqlType> SetOf<rank_of, (V,), V> for V {}
#[diagnostic::do_not_recommend]
impl<V: SqlType> SetOf<dense_rank_of, (V,), V> for V {}
#[diagnostic::do_not_recommend]
impl<V: SqlType> SetOf<percent_rank_of, (V,), V> for V {}
#[diagnostic::do_not_recommend]
impl<V: SqlType> SetOf<cume_dist_of, (V,), V> for V {}

/// The kind of the direct argument of an ordered-set aggregate.
#[diagnostic::on_unimplemented(
    message = "the argument of this aggregate is a value, and this is read from rows",
    label = "expected a value",
    note = "the rows belong in `.within_group(…)`; the rank of each row is `rank().over(order_by(…))`"
)]
pub trait DirectArgument {}

#[diagnostic::do_not_recommend]
impl DirectArgument for Constant {}

/// `percentile_cont(fraction) within group (order by …)`: the value at this fraction of the ordered numbers or intervals,
/// interpolated between its neighbours. An array of fractions gives an array.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, price: f64 }
/// use schema_core::expr::function::percentile_cont;
///
/// let quartiles = percentile_cont([0.25, 0.5, 0.75]).within_group(Order.price);
/// assert_eq!(
///     Order.select().columns(quartiles).to_sql(),
///     r#"select percentile_cont($1::double precision[]) within group (order by "orders"."price") from "orders""#
/// );
/// ```
#[hide_bounds]
pub fn percentile_cont<P: Percentile<Expr = X>, X>(
    fraction: P,
) -> OrderedSetCall<percentile_cont, (Argument<X>,)> {
    OrderedSetCall::new((Argument::new(fraction.into_fraction()),))
}

/// `percentile_disc(fraction) within group (order by …)`: the first of the ordered values at or after this fraction. An
/// array of fractions gives an array.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, status: String }
/// use schema_core::expr::function::percentile_disc;
///
/// let middle = percentile_disc(0.5).within_group(Order.status);
/// assert_eq!(
///     Order.select().columns(middle).to_sql(),
///     r#"select percentile_disc($1::double precision) within group (order by "orders"."status") from "orders""#
/// );
/// ```
#[hide_bounds]
pub fn percentile_disc<P: Percentile<Expr = X>, X>(
    fraction: P,
) -> OrderedSetCall<percentile_disc, (Argument<X>,)> {
    OrderedSetCall::new((Argument::new(fraction.into_fraction()),))
}

/// `mode() within group (order by …)`: the most frequent value; the first of them in this order if there are several.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, status: String }
/// use schema_core::expr::function::mode;
///
/// assert_eq!(
///     Order.select().columns(mode().within_group(Order.status)).to_sql(),
///     r#"select mode() within group (order by "orders"."status") from "orders""#
/// );
/// ```
pub fn mode() -> OrderedSetCall<mode, ()> {
    OrderedSetCall::new(())
}

macro_rules! hypothetical {
    ($($(#[$meta:meta])* $name:ident;)*) => {$(
        $(#[$meta])*
        #[schema_macros::hide_bounds]
        pub fn $name<V: RawArgument<T, K, X>, T, K, X: Expression<Kind: DirectArgument>>(
            value: V,
        ) -> OrderedSetCall<$name, (Argument<X>,)> {
            OrderedSetCall::new((Argument::new(value.into_raw()),))
        }
    )*};
}

hypothetical! {
    /// `rank(value) within group (order by …)`: the rank that the value would have among the rows, with gaps.
    rank_of;
    /// `dense_rank(value) within group (order by …)`: the rank that the value would have among the rows, without gaps.
    dense_rank_of;
    /// `percent_rank(value) within group (order by …)`: the relative rank that the value would have, from 0 to 1.
    percent_rank_of;
    /// `cume_dist(value) within group (order by …)`: the fraction of the rows up to the value, if it were one of them.
    cume_dist_of;
}
