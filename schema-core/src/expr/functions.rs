//! Functions: aggregates, and those that stand in defaults.
//!
//! <https://www.postgresql.org/docs/current/functions-aggregate.html>
//!
//! ```
//! # use schema_core::prelude::*;
//! # #[table(name = "patients")]
//! # struct Patient { #[column(primary_key, identity)] id: i64, #[column(unique)] name: String, age: Option<i32> }
//! assert_eq!(
//!     Patient.select().columns((count(), avg(Patient.age), max(Patient.name))).to_sql(),
//!     r#"select count(*), avg("patients"."age")::float8, max("patients"."name") from "patients""#
//! );
//! ```

use schema_macros::hide_bounds;
use std::fmt;
use std::marker::PhantomData;

use super::arithmetic::rust_operators;
use super::declare::{condition, expression};
use super::{Aggregate, Constant, Expression, InAggregate, InScope, Kind, RowScope};
use crate::sql::{Token, fragment};
use crate::types::{Interval, NotNull, Nullability, Nullable, SqlType};

/// A function of one argument of type `A`, or of none: `()`.
pub trait Function<A>: 'static {
    /// The type of the result, without NULL.
    type Output: SqlType;
    /// The text up to the argument, with the parenthesis.
    const OPEN: &'static str;
    /// The text behind the argument.
    const CLOSE: &'static str;
}

/// `function()`
pub struct Call<F> {
    function: PhantomData<fn() -> F>,
}

impl<F> Clone for Call<F> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<F> Copy for Call<F> {}

impl<F: Function<()>> fmt::Debug for Call<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", F::OPEN, F::CLOSE)
    }
}

fragment!(impl[F: Function<()>] Call<F> { [&[Token::Text(F::OPEN), Token::Text(F::CLOSE)]] });

expression!(impl[F: Function<()>] Call<F> { base: F::Output, kind: Constant, precedence: ATOM });

impl<F: Function<()>, S> InScope<S, ()> for Call<F> {
    type Null = NotNull;
}

/// `count(*)`
#[derive(Debug, Clone, Copy)]
pub struct CountAll;

fragment!(impl[] CountAll { "count(*)" });

expression!(impl[] CountAll { base: i64, kind: Aggregate, precedence: ATOM });

impl<S> InScope<S, InAggregate<()>> for CountAll {
    type Null = NotNull;
}

/// An aggregate of one argument: `sum(…)`.
pub struct AggregateCall<F, E> {
    function: PhantomData<fn() -> F>,
    argument: E,
}

impl<F, E> AggregateCall<F, E> {
    fn new(argument: E) -> Self {
        Self {
            function: PhantomData,
            argument,
        }
    }
}

impl<F, E: Clone> Clone for AggregateCall<F, E> {
    fn clone(&self) -> Self {
        Self {
            function: PhantomData,
            argument: self.argument.clone(),
        }
    }
}

impl<F, E: Copy> Copy for AggregateCall<F, E> {}

impl<F, E: fmt::Debug> fmt::Debug for AggregateCall<F, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AggregateCall")
            .field(&self.argument)
            .finish()
    }
}

/// An aggregate's argument: not an aggregate itself.
#[diagnostic::on_unimplemented(
    message = "an aggregate cannot be the argument of an aggregate",
    label = "this is computed from many rows already"
)]
pub trait AggregateArgument: Kind {}

#[diagnostic::do_not_recommend]
impl AggregateArgument for Constant {}
#[diagnostic::do_not_recommend]
impl AggregateArgument for super::PerRow {}

/// An aggregate of one argument of type `A`.
pub trait AggregateFunction<A>: Function<A> {
    /// Whether the result can be NULL: of no rows it is, but for `count`.
    type Null: Nullability;
}

fragment!(impl[F: Function<E::Base>, E: Expression] AggregateCall<F, E> {
    [&[Token::Text(F::OPEN)]], (argument: E), [&[Token::Text(F::CLOSE)]],
});

expression!(impl[F: Function<E::Base>, E: Expression] AggregateCall<F, E> {
    base: F::Output,
    kind: Aggregate,
    precedence: ATOM,
});

impl<F, E, S, I> InScope<S, InAggregate<I>> for AggregateCall<F, E>
where
    F: AggregateFunction<E::Base>,
    S: RowScope,
    E: InScope<S::Rows, I>,
{
    type Null = F::Null;
}

macro_rules! aggregates {
    ($($name:ident $null:ident, $doc:literal;)*) => {$(
        #[doc = $doc]
        #[derive(Debug)]
        pub enum $name {}

        impl<A> AggregateFunction<A> for $name
        where
            Self: Function<A>,
        {
            type Null = $null;
        }
    )*};
}

aggregates! {
    CountOf NotNull, "`count(argument)`";
    CountDistinct NotNull, "`count(distinct argument)`";
    Sum Nullable, "`sum(argument)`";
    Avg Nullable, "`avg(argument)`";
    Min Nullable, "`min(argument)`";
    Max Nullable, "`max(argument)`";
}

// No macro writes these functions: an error about one would show the whole of its call. Those that not every
// argument fits take their function from its type, so that an argument of a wrong type is one error.

/// `count(argument)`: how many rows have a value there.
#[hide_bounds]
pub fn count_of<E: Expression<Kind: AggregateArgument>>(argument: E) -> AggregateCall<CountOf, E> {
    AggregateCall::new(argument)
}

/// `count(distinct argument)`: how many different values there are.
#[hide_bounds]
pub fn count_distinct<E: Expression<Kind: AggregateArgument>>(
    argument: E,
) -> AggregateCall<CountDistinct, E> {
    AggregateCall::new(argument)
}

/// `sum(argument)`. Of whole numbers an `i64`, where the server says so if that is too small; NULL of no rows.
#[hide_bounds]
pub fn sum<E: Expression<Base: Summable<F>, Kind: AggregateArgument>, F>(
    argument: E,
) -> AggregateCall<F, E> {
    AggregateCall::new(argument)
}

/// `avg(argument)`. Of whole numbers an `f64`; NULL of no rows.
#[hide_bounds]
pub fn avg<E: Expression<Base: Averageable<F>, Kind: AggregateArgument>, F>(
    argument: E,
) -> AggregateCall<F, E> {
    AggregateCall::new(argument)
}

/// `min(argument)`; NULL of no rows.
#[hide_bounds]
pub fn min<E: Expression<Base: Ordered, Kind: AggregateArgument>>(
    argument: E,
) -> AggregateCall<Min, E> {
    AggregateCall::new(argument)
}

/// `max(argument)`; NULL of no rows.
#[hide_bounds]
pub fn max<E: Expression<Base: Ordered, Kind: AggregateArgument>>(
    argument: E,
) -> AggregateCall<Max, E> {
    AggregateCall::new(argument)
}

/// `count(*)`: how many rows.
pub fn count() -> CountAll {
    CountAll
}

macro_rules! functions {
    ($($name:ident<$argument:ident: $bound:path> $open:literal => $output:ty, $close:expr;)*) => {$(
        impl<$argument: $bound> Function<$argument> for $name {
            type Output = $output;
            const OPEN: &'static str = $open;
            const CLOSE: &'static str = $close;
        }
    )*};
}

functions! {
    CountOf<A: SqlType> "count(" => i64, ")";
    CountDistinct<A: SqlType> "count(distinct " => i64, ")";
    Sum<A: Summable<Self>> "sum(" => A::Sum, A::SUM_CLOSE;
    Avg<A: Averageable<Self>> "avg(" => A::Average, A::AVERAGE_CLOSE;
    Min<A: SqlType> "min(" => A, ")";
    Max<A: SqlType> "max(" => A, ")";
}

/// A type that can be summed up, by `F`: [`Sum`]. Of a type that cannot the compiler knows no `F`, and says no more.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` cannot be summed up",
    label = "not a number",
    note = "sums are of integers, floats, decimals and intervals; rows are counted by `count()`"
)]
pub trait Summable<F>: SqlType {
    /// The type of the sum.
    type Sum: SqlType;
    /// The text behind the argument, with the cast to that type.
    const SUM_CLOSE: &'static str;
}

/// A type that has an average, by `F`: [`Avg`].
#[diagnostic::on_unimplemented(message = "a `{Self}` has no average", label = "not a number")]
pub trait Averageable<F>: SqlType {
    /// The type of the average.
    type Average: SqlType;
    /// The text behind the argument, with the cast to that type.
    const AVERAGE_CLOSE: &'static str;
}

/// A type that has a smallest and a largest value.
#[diagnostic::on_unimplemented(
    message = "a `{Self}` has no smallest and no largest value",
    label = "not ordered by `min` and `max`"
)]
pub trait Ordered: SqlType {}

macro_rules! numbers {
    ($($(#[$cfg:meta])* $type:ty => $sum:ty, $sum_close:literal, $average:ty, $average_close:literal;)*) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl Summable<Sum> for $type {
            type Sum = $sum;
            const SUM_CLOSE: &'static str = $sum_close;
        }

        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl Averageable<Avg> for $type {
            type Average = $average;
            const AVERAGE_CLOSE: &'static str = $average_close;
        }

        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl Ordered for $type {}
    )*};
}

numbers! {
    i16 => i64, ")", f64, ")::float8";
    i32 => i64, ")", f64, ")::float8";
    i64 => i64, ")::int8", f64, ")::float8";
    f32 => f32, ")", f64, ")";
    f64 => f64, ")", f64, ")";
    Interval => Interval, ")", Interval, ")";
    #[cfg(feature = "rust_decimal")]
    rust_decimal::Decimal => rust_decimal::Decimal, ")", rust_decimal::Decimal, ")";
    #[cfg(feature = "bigdecimal")]
    bigdecimal::BigDecimal => bigdecimal::BigDecimal, ")", bigdecimal::BigDecimal, ")";
}

macro_rules! ordered {
    ($($(#[$cfg:meta])* $type:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl Ordered for $type {}
    )*};
}

ordered! {
    String;
    #[cfg(feature = "chrono")] chrono::DateTime<chrono::Utc>;
    #[cfg(feature = "chrono")] chrono::NaiveDateTime;
    #[cfg(feature = "chrono")] chrono::NaiveDate;
    #[cfg(feature = "chrono")] chrono::NaiveTime;
    #[cfg(feature = "time")] time::OffsetDateTime;
    #[cfg(feature = "time")] time::PrimitiveDateTime;
    #[cfg(feature = "time")] time::Date;
    #[cfg(feature = "time")] time::Time;
}

/// A type that a moment is stored in.
#[diagnostic::on_unimplemented(
    message = "`now()` is not a `{Self}`",
    label = "expected a type of `timestamptz`, such as `DateTime<Utc>`"
)]
pub trait Moment: SqlType + 'static {}

#[diagnostic::do_not_recommend]
#[cfg(feature = "chrono")]
impl Moment for chrono::DateTime<chrono::Utc> {}
#[diagnostic::do_not_recommend]
#[cfg(feature = "time")]
impl Moment for time::OffsetDateTime {}

/// [`now()`](https://www.postgresql.org/docs/current/functions-datetime.html#FUNCTIONS-DATETIME-CURRENT)
#[derive(Debug)]
pub struct Now<T>(PhantomData<T>);

impl<T: SqlType + 'static> Function<()> for Now<T> {
    type Output = T;
    const OPEN: &'static str = "now()";
    const CLOSE: &'static str = "";
}

/// `now()`: when the transaction began, as the type that the context wants.
#[hide_bounds]
pub fn now<T: Moment>() -> Call<Now<T>> {
    Call {
        function: PhantomData,
    }
}

/// [`gen_random_uuid()`](https://www.postgresql.org/docs/current/functions-uuid.html)
#[cfg(feature = "uuid")]
#[derive(Debug)]
pub struct GenRandomUuid;

#[cfg(feature = "uuid")]
impl Function<()> for GenRandomUuid {
    type Output = uuid::Uuid;
    const OPEN: &'static str = "gen_random_uuid()";
    const CLOSE: &'static str = "";
}

/// `gen_random_uuid()`
#[cfg(feature = "uuid")]
pub fn gen_random_uuid() -> Call<GenRandomUuid> {
    Call {
        function: PhantomData,
    }
}

condition!(impl[F: Function<E::Base>, E: Expression] AggregateCall<F, E>);

rust_operators!(impl[F: Function<()>] Call<F>);

rust_operators!(impl[F: Function<E::Base>, E: Expression] AggregateCall<F, E>);

rust_operators!(impl[] CountAll);
