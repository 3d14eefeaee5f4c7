//! Window functions: `row_number() over (partition by … order by …)`.
//!
//! <https://www.postgresql.org/docs/current/functions-window.html>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{AggregateCall, ArgumentList, ArgumentsIn, CountAll, Function};
use crate::expr::arithmetic::rust_operators;
use crate::expr::macros::{condition, expression};
use crate::expr::{
    GroupIn, InScope, Inferred, IntoOrdering, IntoPartition, OrderingList, Repeatable, Selection,
    SelectionKind,
};
use crate::scope::{PerRow, Windowed};
use crate::sql::{Fragment, Token, fragment};
use crate::table::Impossible;
use crate::types::{NeverNull, Nullability, SqlType};

crate::sql_function! {
    /// The number of the row in its partition, from 1.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: i32 }
    /// let by_price = row_number().over(order_by(Order.price.desc()));
    /// assert_eq!(
    ///     Order.select().columns(by_price).to_sql(),
    ///     r#"select row_number() over (order by "orders"."price" desc) from "orders""#
    /// );
    /// ```
    pub window fn row_number() -> i64;
    /// The rank of the row, with gaps after equal rows.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: i32 }
    /// let by_price = rank().over(order_by(Order.price.desc()));
    /// assert_eq!(
    ///     Order.select().columns(by_price).to_sql(),
    ///     r#"select rank() over (order by "orders"."price" desc) from "orders""#
    /// );
    /// ```
    pub window fn rank() -> i64;
    /// The rank of the row, without gaps after equal rows.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: i32 }
    /// let by_price = dense_rank().over(order_by(Order.price.desc()));
    /// assert_eq!(
    ///     Order.select().columns(by_price).to_sql(),
    ///     r#"select dense_rank() over (order by "orders"."price" desc) from "orders""#
    /// );
    /// ```
    pub window fn dense_rank() -> i64;
}

/// A call of the window function `F` with the arguments `A`, before its window is known.
#[must_use = "a window function needs a window: `.over(…)`"]
pub struct WindowCall<F, A> {
    function: PhantomData<fn() -> F>,
    arguments: A,
}

impl<F, A> WindowCall<F, A> {
    /// Creates the call. The expansion of [`sql_function!`](crate::sql_function!) uses it.
    pub const fn new(arguments: A) -> Self {
        Self {
            function: PhantomData,
            arguments,
        }
    }
}

impl<F, A: Clone> Clone for WindowCall<F, A> {
    fn clone(&self) -> Self {
        Self::new(self.arguments.clone())
    }
}

impl<F, A: Copy> Copy for WindowCall<F, A> {}

impl<F, A: fmt::Debug> fmt::Debug for WindowCall<F, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("WindowCall").field(&self.arguments).finish()
    }
}

fragment!(impl[F: Function<A::Types>, A: ArgumentList] WindowCall<F, A> {
    [&[Token::Text(F::OPEN)]], (arguments: A), [&[Token::Text(F::CLOSE)]],
});

/// A window function with its window. The trait is on the function `F` of a [`WindowCall`], because the compiler shows
/// the message of the last of several traits only if it is on another type than the first.
#[diagnostic::on_unimplemented(
    message = "window function `{Self}` has no window",
    label = "no `.over(…)` after this",
    note = "add `.over(order_by(…))` or `.over(partition_by(…))`"
)]
pub trait HasWindow {}

// With several impls, the compiler explains none of them.
#[diagnostic::do_not_recommend]
impl HasWindow for Impossible {}
#[diagnostic::do_not_recommend]
impl HasWindow for () {}

// These impls exist for the message: a call without a window cannot be selected.
#[diagnostic::do_not_recommend]
impl<F: Function<A::Types>, A: ArgumentList> SelectionKind for WindowCall<F, A> {
    type Kind = PerRow;
}

#[automatically_derived] // Errors about other types do not list it.
impl<F, A, S, D> Selection<S, (), D> for WindowCall<F, A>
where
    F: Function<<A as ArgumentList>::Types> + HasWindow,
    A: ArgumentList,
{
}

/// A function that is computed over a window: a window function or an aggregate.
pub trait WindowFunction: Fragment {
    /// The type of the result, without NULL.
    type Output: SqlType;
}

/// A window function whose arguments are read in the scope `S`.
pub trait WindowFunctionIn<S, I>: WindowFunction {
    /// The nullability of the result.
    type Null: Nullability;
}

impl<F: Function<A::Types>, A: ArgumentList> WindowFunction for WindowCall<F, A> {
    type Output = F::Output;
}

impl<F, A, S, I> WindowFunctionIn<S, I> for WindowCall<F, A>
where
    A: ArgumentList + ArgumentsIn<S, I, <F as Function<<A as ArgumentList>::Types>>::Parameters>,
    F: Function<<A as ArgumentList>::Types>,
{
    type Null = <F::Null as Nullability>::Or<A::Null>;
}

impl<F: Function<A::Types>, A: ArgumentList> WindowFunction for AggregateCall<F, A> {
    type Output = F::Output;
}

impl<F, A, S, I> WindowFunctionIn<S, I> for AggregateCall<F, A>
where
    A: ArgumentList + ArgumentsIn<S, I, <F as Function<<A as ArgumentList>::Types>>::Parameters>,
    F: Function<<A as ArgumentList>::Types>,
{
    type Null = F::Null;
}

impl WindowFunction for CountAll {
    type Output = i64;
}

impl<S> WindowFunctionIn<S, ()> for CountAll {
    type Null = NeverNull;
}

/// A window: its partitions `P` and its order `O`. Each may be absent.
#[derive(Debug, Clone, Copy)]
pub struct Window<P = (), O = ()> {
    partition: P,
    order: O,
}

/// An argument of `over`: a window, or `()` for the window of all rows.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a window",
    label = "expected `partition_by(…)` or `()`",
    note = "`order_by(…)` is a window as well, and `()` is the window of all rows"
)]
pub trait IntoWindow<P, O> {
    /// Returns the window.
    fn into_window(self) -> Window<P, O>;
}

#[diagnostic::do_not_recommend]
impl<P, O> IntoWindow<P, O> for Window<P, O> {
    fn into_window(self) -> Self {
        self
    }
}

#[diagnostic::do_not_recommend]
impl IntoWindow<(), ()> for () {
    fn into_window(self) -> Window {
        Window {
            partition: (),
            order: (),
        }
    }
}

/// ` partition by …`
#[derive(Debug, Clone, Copy)]
pub struct PartitionBy<G>(G);

fragment!(impl[G: Fragment] PartitionBy<G> { "partition by ", (0: G) });

/// `order by …` of a window, after a space if something precedes it.
#[derive(Debug, Clone, Copy)]
pub struct WindowOrder<O, const SPACE: bool>(O);

fragment!(impl[O: OrderingList, const SPACE: bool] WindowOrder<O, SPACE> {
    [&[Token::Text(if SPACE { " order by " } else { "order by " })]], (0: O),
});

fragment!(impl[P: Fragment, O: Fragment] Window<P, O> { (partition: P), (order: O) });

/// `partition by …`: a window with a partition for each value of a column, an expression, or a tuple of them.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, patient_id: i64 }
/// let newest_first = partition_by(Order.patient_id).order_by(Order.id.desc());
/// let numbered = Order.select().columns((Order.id, row_number().over(newest_first)));
/// assert_eq!(
///     numbered.to_sql(),
///     r#"select "orders"."id", row_number() over (partition by "orders"."patient_id" order by "orders"."id" desc) from "orders""#
/// );
/// ```
#[hide_bounds]
pub fn partition_by<G: IntoPartition<X> + Inferred<X, Is: Repeatable>, X>(
    expressions: G,
) -> Window<PartitionBy<X>> {
    Window {
        partition: PartitionBy(expressions.into_partition()),
        order: (),
    }
}

/// `order by …`: a window of all rows in this order.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, price: i32 }
/// let totals = Order.select().columns((Order.id, sum(Order.price).over(order_by(Order.id))));
/// assert_eq!(
///     totals.to_sql(),
///     r#"select "orders"."id", sum("orders"."price") over (order by "orders"."id") from "orders""#
/// );
/// ```
#[hide_bounds]
pub fn order_by<O: OrderingList<List = X>, X>(ordering: O) -> Window<(), WindowOrder<X, false>> {
    Window {
        partition: (),
        order: WindowOrder(ordering.into_list()),
    }
}

#[hide_bounds]
impl<P> Window<P> {
    /// Adds `order by …`: the order of the rows in each partition.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, patient_id: i64 }
    /// let ranked = rank().over(partition_by(Order.patient_id).order_by(Order.id));
    /// assert_eq!(
    ///     Order.select().columns(ranked).to_sql(),
    ///     r#"select rank() over (partition by "orders"."patient_id" order by "orders"."id") from "orders""#
    /// );
    /// ```
    pub fn order_by<O: OrderingList<List = X>, X>(
        self,
        ordering: O,
    ) -> Window<P, WindowOrder<X, true>> {
        Window {
            partition: self.partition,
            order: WindowOrder(ordering.into_list()),
        }
    }
}

/// A window whose expressions are read in the scope `S`.
pub trait WindowIn<S, I>: Fragment {}

impl<S, P: PartitionIn<S, I>, O: WindowOrderIn<S, J>, I, J> WindowIn<S, (I, J)> for Window<P, O> {}

/// The partitions of a window, in the scope `S`.
pub trait PartitionIn<S, I>: Fragment {}

impl<S> PartitionIn<S, ()> for () {}
impl<S, G: GroupIn<S, I> + Fragment, I> PartitionIn<S, I> for PartitionBy<G> {}

/// The order of a window, in the scope `S`.
pub trait WindowOrderIn<S, I>: Fragment {}

impl<S> WindowOrderIn<S, ()> for () {}
impl<S, O: IntoOrdering<S, I>, I, const SPACE: bool> WindowOrderIn<S, I> for WindowOrder<O, SPACE> {}

/// `function over (window)`
#[derive(Debug, Clone, Copy)]
pub struct Over<F, W> {
    function: F,
    window: W,
}

fragment!(impl[F: WindowFunction, W: Fragment] Over<F, W> {
    (function: F), " over (", (window: W), ")",
});

expression!(impl[F: WindowFunction, W: Fragment] Over<F, W> {
    base: F::Output,
    kind: Windowed,
    precedence: ATOM,
});

condition!(impl[F: WindowFunction, W: Fragment] Over<F, W>);

rust_operators!(impl[F: WindowFunction, W: Fragment] Over<F, W>);

/// The place of a window function. It is not at row level, because `filter` runs before windows are computed.
#[derive(Debug)]
pub struct InWindow<I>(PhantomData<I>);

impl<F, W, S, I, J> InScope<S, InWindow<(I, J)>> for Over<F, W>
where
    F: WindowFunctionIn<S, I>,
    W: WindowIn<S, J>,
{
    type Null = F::Null;
}

macro_rules! over {
    ([$($generics:tt)*] $type:ty) => {
        #[hide_bounds]
        impl<$($generics)*> $type {
            /// `over (…)`: computes the function over a window of rows, for each row. See [`partition_by`]. `over(())` is
            /// the window of all rows.
            pub fn over<W: IntoWindow<P, O>, P, O>(self, window: W) -> Over<Self, Window<P, O>> {
                Over {
                    function: self,
                    window: window.into_window(),
                }
            }
        }
    };
}

over!([F, A] WindowCall<F, A>);
over!([F, A] AggregateCall<F, A>);
over!([] CountAll);
