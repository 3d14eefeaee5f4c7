//! Functions of ranges and multiranges.
//!
//! <https://www.postgresql.org/docs/current/functions-range.html>
//!
//! They have the names of Postgres, two of which are also functions of text. So the module is not re-exported:
//!
//! ```
//! # use schema_core::prelude::*;
//! use schema_core::expr::function::range;
//! use schema_core::types::Range;
//!
//! # #[table(name = "blocks")]
//! # struct Block { #[column(primary_key)] id: i64, seats: Range<i32>, first: i32, last: Option<i32> }
//! let starts = Block
//!     .select()
//!     .filter(range::isempty(Block.seats).not())
//!     .columns((range::lower(Block.seats), range::upper(Block.seats)));
//! assert_eq!(
//!     starts.to_sql(),
//!     r#"select lower("blocks"."seats"), upper("blocks"."seats") from "blocks" where not isempty("blocks"."seats")"#
//! );
//! let bounds = Block.select().columns((
//!     range::lower_inc(Block.seats),
//!     range::upper_inc(Block.seats),
//!     range::lower_inf(Block.seats),
//!     range::upper_inf(Block.seats),
//! ));
//! assert_eq!(
//!     bounds.to_sql(),
//!     concat!(
//!         r#"select lower_inc("blocks"."seats"), upper_inc("blocks"."seats"), "#,
//!         r#"lower_inf("blocks"."seats"), upper_inf("blocks"."seats") from "blocks""#,
//!     )
//! );
//! let made = Block.select().columns(range::range(Block.first, Block.last));
//! assert_eq!(
//!     made.to_sql(),
//!     r#"select int4range("blocks"."first", "blocks"."last") from "blocks""#
//! );
//! ```

use schema_macros::hide_bounds;

use super::{AggregateCall, Argument, Call, Function};
use crate::expr::range::RangeType;
use crate::expr::{Expression, IntoArgument, Never};
use crate::scope::AggregateArgument;
use crate::table::Impossible;
use crate::types::{Multirange, NeverNull, Nullable, Range, RangeElement, SqlType};

/// Functions of one range: the name of the type, of the function, the result and its nullability.
macro_rules! of_range {
    ($($(#[$doc:meta])* $name:ident $function:ident $open:literal => $output:ty, $null:ident;)*) => {$(
        #[doc = concat!("`", $open, "range)`")]
        #[derive(Debug)]
        pub enum $name {}

        impl<R: RangeType<Self, Self>> Function<(R,)> for $name {
            type Parameters = (R,);
            type Output = $output;
            type Null = $null;
            const OPEN: &'static str = $open;
            const CLOSE: &'static str = ")";
        }

        $(#[$doc])*
        #[hide_bounds]
        pub fn $function<E: Expression<Base: RangeType<$name, F>>, F>(
            range: E,
        ) -> Call<F, (Argument<E>,)> {
            Call::new((Argument::new(range),))
        }
    )*};
}

of_range! {
    /// The lower bound; NULL if the range is empty or has none.
    Lower lower "lower(" => R::Element, Nullable;
    /// The upper bound; NULL if the range is empty or has none.
    Upper upper "upper(" => R::Element, Nullable;
    /// True if the range is empty.
    IsEmpty isempty "isempty(" => bool, NeverNull;
    /// True if the range includes its lower bound.
    LowerInc lower_inc "lower_inc(" => bool, NeverNull;
    /// True if the range includes its upper bound.
    UpperInc upper_inc "upper_inc(" => bool, NeverNull;
    /// True if the range has no lower bound.
    LowerInf lower_inf "lower_inf(" => bool, NeverNull;
    /// True if the range has no upper bound.
    UpperInf upper_inf "upper_inf(" => bool, NeverNull;
    /// The smallest range that contains all ranges of a multirange. [`range_merge`] is the one of two ranges.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::expr::function::range;
    /// # use schema_core::types::Range;
    /// # #[table(name = "rooms")]
    /// # struct Room { #[column(primary_key)] id: i64, free: Vec<Range<i32>> }
    /// assert_eq!(
    ///     Room.select().columns(range::range_merge_all(range::range_agg(sql!(Range<i32>, "'[1,2]'::int4range")))).to_sql(),
    ///     r#"select range_merge(range_agg('[1,2]'::int4range)) from "rooms""#
    /// );
    /// ```
    RangeMergeAll range_merge_all "range_merge(" => Range<R::Element>, NeverNull;
    /// The multirange with this range only.
    ToMultirange multirange "multirange(" => Multirange<R::Element>, NeverNull;
}

/// `array(select unnest(multirange))`
#[derive(Debug)]
pub enum Ranges {}

impl<R: RangeType<Self, Self>> Function<(R,)> for Ranges {
    type Parameters = (Option<R>,);
    type Output = Vec<Range<R::Element>>;
    type Null = NeverNull;
    const OPEN: &'static str = "array(select unnest(";
    const CLOSE: &'static str = "))";
}

/// `array(select unnest(multirange))`: the ranges of a multirange, in ascending order; none for NULL.
#[hide_bounds]
pub fn ranges<E: Expression<Base: RangeType<Ranges, F>>, F>(
    multirange: E,
) -> Call<F, (Argument<E>,)> {
    Call::new((Argument::new(multirange),))
}

/// The multirange of an array of ranges.
#[derive(Debug)]
pub enum MultirangeOf {}

impl<T: RangeElement> Function<(Vec<Range<T>>,)> for MultirangeOf {
    type Parameters = (Option<Vec<Range<T>>>,);
    type Output = Multirange<T>;
    type Null = NeverNull;
    const OPEN: &'static str = "coalesce((select range_agg(r) from unnest(";
    const CLOSE: &'static str = ") as r), '{}')";
}

/// The multirange of an array of ranges, which may overlap; without ranges for NULL.
#[hide_bounds]
pub fn multirange_of<
    T: RangeElement,
    E: Expression,
    V: IntoArgument<Vec<Range<T>>, MultirangeOf, E>,
>(
    ranges: V,
) -> Call<MultirangeOf, (Argument<E>,)> {
    Call::new((Argument::new(ranges.into_argument()),))
}

/// `range_merge(a, b)`
#[derive(Debug)]
pub enum RangeMerge {}

impl<R: RangeType<Self, Self>> Function<(R, R)> for RangeMerge {
    type Parameters = (R, R);
    type Output = R;
    type Null = NeverNull;
    const OPEN: &'static str = "range_merge(";
    const CLOSE: &'static str = ")";
}

/// `range_merge(a, b)`: the smallest range that contains both.
///
/// ```
/// # use schema_core::prelude::*;
/// # use schema_core::expr::function::range;
/// # use schema_core::types::Range;
/// # #[table(name = "blocks")]
/// # struct Block { #[column(primary_key)] id: i64, seats: Range<i32> }
/// assert_eq!(
///     Block.select().columns(range::range_merge(Block.seats, 5..9)).to_sql(),
///     r#"select range_merge("blocks"."seats", $1::int4range) from "blocks""#
/// );
/// ```
#[hide_bounds]
pub fn range_merge<
    A: Expression<Base: RangeType<RangeMerge, F>>,
    F,
    B: Expression,
    V: IntoArgument<Option<A::Base>, RangeMerge, B>,
>(
    a: A,
    b: V,
) -> Call<F, (Argument<A>, Argument<B>)> {
    Call::new((Argument::new(a), Argument::new(b.into_argument())))
}

/// The type of a bound, for the function `D`. `F` is always `D`; it is a parameter so that another type produces a single
/// error: see "One error per mistake" in `docs/architecture.md`.
#[diagnostic::on_unimplemented(
    message = "Postgres has no ranges of `{Self}`; use `i32`, `i64`, a decimal, a date or a timestamp",
    label = "not the bound of a range"
)]
pub trait RangeBound<D, F>: SqlType {}

#[diagnostic::do_not_recommend]
impl<D, T: RangeElement> RangeBound<D, D> for T {}

// With a single impl, the compiler would infer `F` from it, and report it again. See `never!`.
#[diagnostic::do_not_recommend]
#[allow(
    unused_lifetimes,
    reason = "without it, the compiler refuses a bound that cannot hold"
)]
impl<D, T: SqlType> RangeBound<D, Impossible> for T where for<'never> Impossible: Never<0> {}

/// `int4range(lower, upper)` and its like.
#[derive(Debug)]
pub enum MakeRange {}

impl<T: RangeElement> Function<(T, T)> for MakeRange {
    type Parameters = (Option<T>, Option<T>);
    type Output = Range<T>;
    type Null = NeverNull;
    const OPEN: &'static str = T::RANGE_OPEN;
    const CLOSE: &'static str = ")";
}

impl<T: RangeElement> Function<(T, T, String)> for MakeRange {
    type Parameters = (Option<T>, Option<T>, String);
    type Output = Range<T>;
    type Null = NeverNull;
    const OPEN: &'static str = T::RANGE_OPEN;
    const CLOSE: &'static str = ")";
}

/// `int4range(lower, upper)`, `tstzrange(lower, upper)` and their like, by the type of `lower`: the range that includes
/// `lower` and excludes `upper`. A bound that is NULL is none.
#[hide_bounds]
pub fn range<
    A: Expression<Base: RangeBound<MakeRange, F>>,
    F,
    B: Expression,
    V: IntoArgument<Option<A::Base>, MakeRange, B>,
>(
    lower: A,
    upper: V,
) -> Call<F, (Argument<A>, Argument<B>)> {
    Call::new((Argument::new(lower), Argument::new(upper.into_argument())))
}

/// `int4range(lower, upper, bounds)` and its like: `bounds` is `[]`, `[)`, `(]` or `()`, which include or exclude each.
///
/// ```
/// # use schema_core::prelude::*;
/// # use schema_core::expr::function::range;
/// # #[table(name = "blocks")]
/// # struct Block { #[column(primary_key)] id: i64, first: i64, last: i64 }
/// assert_eq!(
///     Block.select().columns(range::range_with(Block.first, Block.last, "[]")).to_sql(),
///     r#"select int8range("blocks"."first", "blocks"."last", $1::text) from "blocks""#
/// );
/// ```
#[allow(
    clippy::type_complexity,
    reason = "a call lists the types of its arguments"
)]
#[hide_bounds]
pub fn range_with<
    A: Expression<Base: RangeBound<MakeRange, F>>,
    F,
    B: Expression,
    V: IntoArgument<Option<A::Base>, MakeRange, B>,
    C: Expression,
    W: IntoArgument<String, MakeRange, C>,
>(
    lower: A,
    upper: V,
    bounds: W,
) -> Call<F, (Argument<A>, Argument<B>, Argument<C>)> {
    Call::new((
        Argument::new(lower),
        Argument::new(upper.into_argument()),
        Argument::new(bounds.into_argument()),
    ))
}

/// `range_agg(argument)`
#[derive(Debug)]
pub enum RangeAgg {}

impl<R: RangeType<Self, Self>> Function<(R,)> for RangeAgg {
    type Parameters = (Option<R>,);
    type Output = Multirange<R::Element>;
    type Null = Nullable;
    const OPEN: &'static str = "range_agg(";
    const CLOSE: &'static str = ")";
}

/// `range_agg(argument)`: the union of the ranges or multiranges of many rows, as a multirange; NULL if there are none.
///
/// ```
/// # use schema_core::prelude::*;
/// # use schema_core::expr::function::range;
/// # use schema_core::types::Range;
/// # #[table(name = "blocks")]
/// # struct Block { #[column(primary_key)] id: i64, seats: Range<i32> }
/// assert_eq!(
///     Block.select().columns((range::ranges(range::range_agg(Block.seats)), range::range_intersect_agg(Block.seats))).to_sql(),
///     r#"select array(select unnest(range_agg("blocks"."seats"))), range_intersect_agg("blocks"."seats") from "blocks""#
/// );
/// ```
#[hide_bounds]
pub fn range_agg<E: Expression<Base: RangeType<RangeAgg, F>, Kind: AggregateArgument>, F>(
    argument: E,
) -> AggregateCall<F, (Argument<E>,)> {
    AggregateCall::new((Argument::new(argument),))
}

/// `range_intersect_agg(argument)`
#[derive(Debug)]
pub enum RangeIntersectAgg {}

impl<R: RangeType<Self, Self>> Function<(R,)> for RangeIntersectAgg {
    type Parameters = (Option<R>,);
    type Output = R;
    type Null = Nullable;
    const OPEN: &'static str = "range_intersect_agg(";
    const CLOSE: &'static str = ")";
}

/// `range_intersect_agg(argument)`: the values that are in the ranges or multiranges of all rows; NULL if there are none.
#[hide_bounds]
pub fn range_intersect_agg<
    E: Expression<Base: RangeType<RangeIntersectAgg, F>, Kind: AggregateArgument>,
    F,
>(
    argument: E,
) -> AggregateCall<F, (Argument<E>,)> {
    AggregateCall::new((Argument::new(argument),))
}
