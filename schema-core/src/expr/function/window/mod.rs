//! Window functions: `row_number() over (partition by … order by …)`.
//!
//! <https://www.postgresql.org/docs/current/functions-window.html>

mod definition;
mod frame;
mod functions;
mod partition;

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::{
    AddFilter, AggregateCall, ArgumentList, ArgumentsIn, CountAll, CountRows, FilterWhere,
    Function, Modifiers, OverModifiers,
};
use crate::expr::arithmetic::rust_operators;
use crate::expr::macros::{condition, expression, no_comparison};
use crate::expr::{Condition, Expression, InScope, Inferred, Selection, SelectionKind};
use crate::scope::{Kind, PerRow, RowLevel};
use crate::sql::{Arguments, Fragment, SqlWriter, Token, fragment};
use crate::table::Impossible;
use crate::types::{Nullability, SqlType};

pub use definition::{
    IntoWindow, Window, WindowIn, WindowKind, WindowOrder, WindowOrderIn, WindowOrderKind,
    order_by, partition_by,
};
pub use frame::{
    CurrentRow, EndAfter, ExcludeCurrentRow, ExcludeGroup, ExcludeNothing, ExcludeTies, Exclusion,
    Following, Frame, FrameBound, FrameNull, FrameOffset, FrameStart, FrameUnit, GroupFrame,
    Preceding, RangeFrame, RangeOrder, Ranged, RowFrame, UnboundedFollowing, UnboundedPreceding,
    current_row, following, preceding, unbounded_following, unbounded_preceding,
};
pub use functions::{
    FirstRow, cume_dist, dense_rank, first_value, lag, last_value, lead, nth_value, ntile,
    percent_rank, rank, row_number,
};

pub use partition::{
    IntoPartition, IntoPartitionItem, PartitionBy, PartitionIn, PartitionItemKind, PartitionKind,
    PartitionedBy,
};

/// A call of the window function `F` with the arguments `A`, before its window is known. If `FRAME`, the result is NULL for
/// a frame without rows.
#[must_use = "a window function needs a window: `.over(…)`"]
pub struct WindowCall<F, A, const FRAME: bool = false> {
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

impl<F, A> WindowCall<F, A, true> {
    const fn of_frame(arguments: A) -> Self {
        Self {
            function: PhantomData,
            arguments,
        }
    }
}

impl<F, A: Clone, const FRAME: bool> Clone for WindowCall<F, A, FRAME> {
    fn clone(&self) -> Self {
        Self {
            function: PhantomData,
            arguments: self.arguments.clone(),
        }
    }
}

impl<F, A: Copy, const FRAME: bool> Copy for WindowCall<F, A, FRAME> {}

impl<F, A: fmt::Debug, const FRAME: bool> fmt::Debug for WindowCall<F, A, FRAME> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("WindowCall").field(&self.arguments).finish()
    }
}

fragment!(impl[F: Function<A::Types>, A: ArgumentList, const FRAME: bool] WindowCall<F, A, FRAME> {
    [&[Token::Text(F::OPEN)]], (arguments: A), [&[Token::Text(F::CLOSE)]],
});

/// A window function with its window. The trait is on the function `F` of a [`WindowCall`], because the compiler shows
/// the message of the last of several traits only if it is on another type than the first.
#[diagnostic::on_unimplemented(
    message = "window function `{Self}` has no window; add `.over(order_by(…))`",
    label = "no `.over(…)` after this, of `order_by(…)` or `partition_by(…)`"
)]
pub trait HasWindow {}

// With several impls, the compiler explains none of them.
#[diagnostic::do_not_recommend]
impl HasWindow for Impossible {}
#[diagnostic::do_not_recommend]
impl HasWindow for () {}

// These impls exist for the message: a call without a window cannot be selected.
#[diagnostic::do_not_recommend]
impl<F: Function<A::Types>, A: ArgumentList, const FRAME: bool> SelectionKind
    for WindowCall<F, A, FRAME>
{
    type Kind = PerRow;
}

#[automatically_derived] // Errors about other types do not list it.
impl<F, A, S, D, const FRAME: bool> Selection<S, (), D> for WindowCall<F, A, FRAME>
where
    F: Function<<A as ArgumentList>::Types> + HasWindow,
    A: ArgumentList,
{
}

/// A function that is computed over a window: a window function or an aggregate.
pub trait WindowFunction: Fragment {
    /// The type of the result, without NULL.
    type Output: SqlType;
    /// The kind of the arguments together.
    type Kind: Kind;
    /// The text of the call, to which `over` belongs.
    const CALL: &'static [Token];
    /// The cast after `over`, or nothing.
    const CAST: &'static str = "";

    /// Writes the call.
    fn write_call(&self, sql: &mut SqlWriter);
}

/// A window function whose arguments are read in the scope `S`.
pub trait WindowFunctionIn<S, I>: WindowFunction {
    /// The nullability of the result. `Frame` is [`Nullable`](crate::types::Nullable) if the frame can be empty.
    type Null<Frame: Nullability>: Nullability;
}

impl<F: Function<A::Types>, A: ArgumentList, const FRAME: bool> WindowFunction
    for WindowCall<F, A, FRAME>
{
    type Output = F::Output;
    type Kind = A::Kind;
    const CALL: &'static [Token] = Self::TOKENS;

    fn write_call(&self, sql: &mut SqlWriter) {
        self.write(sql);
    }
}

impl<F, A, S, I> WindowFunctionIn<S, I> for WindowCall<F, A>
where
    A: ArgumentList + ArgumentsIn<S, I, <F as Function<<A as ArgumentList>::Types>>::Parameters>,
    F: Function<<A as ArgumentList>::Types>,
{
    type Null<Frame: Nullability> = <F::Null as Nullability>::Or<A::Null>;
}

impl<F, A, S, I> WindowFunctionIn<S, I> for WindowCall<F, A, true>
where
    A: ArgumentList + ArgumentsIn<S, I, <F as Function<<A as ArgumentList>::Types>>::Parameters>,
    F: Function<<A as ArgumentList>::Types>,
{
    type Null<Frame: Nullability> =
        <<F::Null as Nullability>::Or<A::Null> as Nullability>::Or<Frame>;
}

/// `function over (window)`
#[derive(Debug, Clone, Copy)]
pub struct Over<F, W> {
    function: F,
    window: W,
}

impl<F: WindowFunction, W: Fragment> Fragment for Over<F, W> {
    const TOKENS: &'static [Token] = &[
        Token::Sub(F::CALL),
        Token::Text(" over ("),
        Token::Sub(W::TOKENS),
        Token::Text(")"),
        Token::Text(F::CAST),
    ];
    const STATIC: bool = F::STATIC && W::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        self.function.write_call(sql);
        sql.text(" over (");
        self.window.write(sql);
        sql.text(")");
        sql.text(F::CAST);
    }

    #[inline]
    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.function.bind(arguments)?;
        self.window.bind(arguments)
    }
}

expression!(impl[F: WindowFunction, W: WindowKind] Over<F, W> {
    base: F::Output,
    kind: <<F::Kind as Kind>::And<W::Kind> as Kind>::Over,
    precedence: ATOM,
});

condition!(impl[F: WindowFunction, W: WindowKind] Over<F, W>);

no_comparison!([F, W] Over<F, W>);

rust_operators!(impl[F: WindowFunction, W: WindowKind] Over<F, W>);

/// The place of a window function. It is not at row level, because `filter` runs before windows are computed.
#[derive(Debug)]
pub struct InWindow<I>(PhantomData<I>);

impl<F, W, S, I, J> InScope<S, InWindow<(I, J)>> for Over<F, W>
where
    F: WindowFunctionIn<S, I>,
    W: WindowIn<S, J> + WindowKind,
{
    type Null = F::Null<W::Null>;
}

macro_rules! over {
    ([$($generics:tt)*] $type:ty $(where $($bound:tt)*)?) => {
        #[hide_bounds]
        impl<$($generics)*> $type {
            /// `over (…)`: computes the function over a window of rows, for each row. See [`partition_by`]. `over(())` is
            /// the window of all rows.
            ///
            /// A grouped query computes windows after its groups, so the function and its window read aggregates and what is
            /// grouped:
            ///
            /// ```
            /// # use schema_core::prelude::*;
            /// # #[table(name = "orders")]
            /// # struct Order { #[column(primary_key)] id: i64, status: String, price: f64 }
            /// let share = sum(Order.price) / sum(sum(Order.price)).over(());
            /// assert_eq!(
            ///     Order.select().group_by(Order.status).columns((Order.status, share)).to_sql(),
            ///     r#"select "orders"."status", sum("orders"."price") / sum(sum("orders"."price")) over () "#.to_owned()
            ///         + r#"from "orders" group by "orders"."status""#
            /// );
            /// ```
            pub fn over<W: IntoWindow<P, O, R>, P, O, R>(self, window: W) -> Over<Self, Window<P, O, R>>
            $(where $($bound)*)?
            {
                Over {
                    function: self,
                    window: window.into_window(),
                }
            }
        }
    };
}

over!([F, A, const FRAME: bool] WindowCall<F, A, FRAME>);
over!([F, A, M] AggregateCall<F, A, M> where M: OverModifiers);
over!([] CountAll);

#[hide_bounds]
impl<F, A, M, W> Over<AggregateCall<F, A, M>, W> {
    /// `aggregate filter (where condition) over (window)`: the aggregate of the window's rows for which the condition is
    /// true.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: f64 }
    /// let total = sum(Order.price).over(order_by(Order.id)).filter(Order.price.gt(1.0));
    /// assert_eq!(
    ///     Order.select().columns(total).to_sql(),
    ///     r#"select sum("orders"."price") filter (where "orders"."price" > $1) over (order by "orders"."id") from "orders""#
    /// );
    /// ```
    pub fn filter<E: Condition<And = X> + Inferred<X, Is: Expression<Kind: RowLevel>>, X, N>(
        self,
        condition: E,
    ) -> Over<AggregateCall<F, A, N>, W>
    where
        M: AddFilter<X, N>,
    {
        Over {
            function: self.function.filter(condition),
            window: self.window,
        }
    }
}

#[hide_bounds]
impl<W> Over<CountAll, W> {
    /// `count(*) filter (where condition) over (window)`: the number of the window's rows for which the condition is true.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, price: f64 }
    /// assert_eq!(
    ///     Order.select().columns(count().over(()).filter(Order.price.gt(1.0))).to_sql(),
    ///     r#"select count(*) filter (where "orders"."price" > $1) over () from "orders""#
    /// );
    /// ```
    #[expect(clippy::type_complexity, reason = "the call with its filter")]
    pub fn filter<E: Condition<And = X> + Inferred<X, Is: Expression<Kind: RowLevel>>, X>(
        self,
        condition: E,
    ) -> Over<AggregateCall<CountRows, (), Modifiers<(), (), FilterWhere<X>>>, W> {
        Over {
            function: self.function.filter(condition),
            window: self.window,
        }
    }
}
