//! The operators of ranges and multiranges: `@>`, `<@`, `&&`, `<<`, `>>`, `&<`, `&>`, `-|-`, `+`, `*`, `-`.
//!
//! <https://www.postgresql.org/docs/current/functions-range.html>

use schema_macros::hide_bounds;

use super::arithmetic::operators::{Addition, Multiplication, Subtraction};
use super::binary::{binary, operator};
use super::contain::{ContainedBy, Contains};
use super::{Addable, Containment, Expression, Fits, IntoExpr, Op, Operand, OperandOf};
use crate::types::{Multirange, Range, RangeElement, SqlType};

operator! {
    /// `&&`
    OverlapsRange " && " OTHER;
    /// `<<`
    LeftOf " << " OTHER;
    /// `>>`
    RightOf " >> " OTHER;
    /// `&<`
    NotRightOf " &< " OTHER;
    /// `&>`
    NotLeftOf " &> " OTHER;
    /// `-|-`
    AdjacentTo " -|- " OTHER;
}

/// A range type: [`Range`] or [`Multirange`]. `O` is always the operator or function `D`; it is a parameter so that another
/// type produces a single error: see "One error per mistake" in `docs/architecture.md`.
#[diagnostic::on_unimplemented(
    message = "this is for ranges, and the expression is of type `{Self}`",
    label = "neither a `Range<…>` nor a `Multirange<…>`"
)]
pub trait RangeType<D, O>: SqlType {
    /// The type itself.
    type This: SqlType;
    /// The type of the bounds.
    type Element: RangeElement;
}

#[diagnostic::do_not_recommend]
impl<D, T: RangeElement> RangeType<D, D> for Range<T> {
    type This = Self;
    type Element = T;
}
#[diagnostic::do_not_recommend]
impl<D, T: RangeElement> RangeType<D, D> for Multirange<T> {
    type This = Self;
    type Element = T;
}

macro_rules! fits {
    ($($left:ident $right:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<O: BetweenRanges, T: RangeElement> Fits<O, $left<T>> for $right<T> {}
    )*};
}

fits! {
    Range Range
    Range Multirange
    Multirange Range
    Multirange Multirange
}

#[diagnostic::do_not_recommend]
impl<T: RangeElement> Fits<ContainedBy, T> for Range<T> {}
#[diagnostic::do_not_recommend]
impl<T: RangeElement> Fits<ContainedBy, T> for Multirange<T> {}

/// An operator whose operands are ranges and multiranges in any combination.
pub trait BetweenRanges {}

macro_rules! between_ranges {
    ($($operator:ident)*) => {$(
        impl BetweenRanges for $operator {}
    )*};
}

between_ranges! { Contains ContainedBy OverlapsRange LeftOf RightOf NotRightOf NotLeftOf AdjacentTo }

/// `contains` and `contained_by` compare ranges of the same kind.
#[diagnostic::do_not_recommend]
impl<T: RangeElement> Containment for Range<T> {
    type Part = Self;
}
#[diagnostic::do_not_recommend]
impl<T: RangeElement> Containment for Multirange<T> {
    type Part = Self;
}

/// `+` is the union and `-` the difference.
#[diagnostic::do_not_recommend]
impl<T: RangeElement> Addable for Range<T> {
    type Right = Self;
}
#[diagnostic::do_not_recommend]
impl<T: RangeElement> Addable for Multirange<T> {
    type Right = Self;
}

/// The operators of ranges and multiranges. [`ContainsMethods`](super::ContainsMethods) has `contains` and `contained_by`
/// for two of the same type, and [`function::range`](super::function::range) the functions.
///
/// The right operand can be a range of this crate, one of Rust such as `1..5`, or an expression.
///
/// ```
/// # use schema_core::prelude::*;
/// use chrono::{DateTime, Utc};
/// use schema_core::types::Range;
///
/// #[table(name = "bookings")]
/// #[index(gist(during))]
/// struct Booking {
///     #[column(primary_key)]
///     id: i64,
///     during: Range<DateTime<Utc>>,
/// }
///
/// let (start, end) = (DateTime::UNIX_EPOCH, Utc::now());
/// let free = Booking.during.overlaps_range(start..end).not();
/// assert_eq!(
///     Booking.select().filter(free).columns(Booking.id).to_sql(),
///     r#"select "bookings"."id" from "bookings" where not "bookings"."during" && $1::tstzrange"#
/// );
/// let now = Booking.during.contains_element(now());
/// assert_eq!(
///     Booking.select().filter(now).columns(Booking.id).to_sql(),
///     r#"select "bookings"."id" from "bookings" where "bookings"."during" @> now()"#
/// );
/// ```
#[hide_bounds]
pub trait RangeMethods: Expression {
    /// `self @> element`: true if the range contains the value.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::types::Range;
    /// # #[table(name = "seats")]
    /// # struct Block { #[column(primary_key)] id: i64, seats: Range<i32> }
    /// assert_eq!(
    ///     Block.select().filter(Block.seats.contains_element(7)).columns(Block.id).to_sql(),
    ///     r#"select "seats"."id" from "seats" where "seats"."seats" @> $1::integer"#
    /// );
    /// ```
    fn contains_element<R, O, X>(self, element: R) -> Op<O, Self, Operand<X>>
    where
        Self::Base: RangeType<Contains, O>,
        R: IntoExpr<<Self::Base as RangeType<Contains, O>>::Element, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(element.into_expr()))
    }

    /// `self @> range`, where one operand is a range and the other one a multirange, or both are the same.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::expr::function::range;
    /// # use schema_core::types::Range;
    /// # #[table(name = "rooms")]
    /// # struct Room { #[column(primary_key)] id: i64, open: Range<i32> }
    /// let open = range::multirange(Room.open);
    /// assert_eq!(
    ///     Room.select().filter(open.contains_range(9..11)).columns(Room.id).to_sql(),
    ///     r#"select "rooms"."id" from "rooms" where multirange("rooms"."open") @> $1::int4range"#
    /// );
    /// ```
    fn contains_range<R, O, N, X>(self, range: R) -> Op<O, Self, Operand<X>>
    where
        Self::Base: RangeType<Contains, O>,
        R: OperandOf<O, <Self::Base as RangeType<Contains, O>>::This, N>
            + IntoExpr<N, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(range.into_expr()))
    }

    /// `self <@ range`: true if the range or multirange contains `self`, which is a bound, a range or a multirange.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, age: i32 }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.age.within(18..65)).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" <@ $1::int4range"#
    /// );
    /// ```
    fn within<R, N, X>(self, range: R) -> Op<ContainedBy, Self, Operand<X>>
    where
        R: OperandOf<ContainedBy, Self::Base, N> + IntoExpr<N, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(range.into_expr()))
    }

    /// `self && other`: true if both have a value in common.
    fn overlaps_range<R, O, N, X>(self, other: R) -> Op<O, Self, Operand<X>>
    where
        Self::Base: RangeType<OverlapsRange, O>,
        R: OperandOf<O, <Self::Base as RangeType<OverlapsRange, O>>::This, N>
            + IntoExpr<N, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(other.into_expr()))
    }

    /// `self << other`: true if `self` ends before `other` starts.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::types::Range;
    /// # #[table(name = "blocks")]
    /// # struct Block { #[column(primary_key)] id: i64, seats: Range<i32> }
    /// let before = Block.seats.left_of(5..9).or(Block.seats.right_of(5..9));
    /// assert_eq!(
    ///     Block.select().filter(before).columns(Block.id).to_sql(),
    ///     r#"select "blocks"."id" from "blocks" where "blocks"."seats" << $1::int4range or "blocks"."seats" >> $2::int4range"#
    /// );
    /// ```
    fn left_of<R, O, N, X>(self, other: R) -> Op<O, Self, Operand<X>>
    where
        Self::Base: RangeType<LeftOf, O>,
        R: OperandOf<O, <Self::Base as RangeType<LeftOf, O>>::This, N>
            + IntoExpr<N, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(other.into_expr()))
    }

    /// `self >> other`: true if `self` starts after `other` ends.
    fn right_of<R, O, N, X>(self, other: R) -> Op<O, Self, Operand<X>>
    where
        Self::Base: RangeType<RightOf, O>,
        R: OperandOf<O, <Self::Base as RangeType<RightOf, O>>::This, N>
            + IntoExpr<N, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(other.into_expr()))
    }

    /// `self &< other`: true if `self` does not end after `other` does.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::types::Range;
    /// # #[table(name = "blocks")]
    /// # struct Block { #[column(primary_key)] id: i64, seats: Range<i32> }
    /// let columns = (Block.seats.not_right_of(5..9), Block.seats.not_left_of(5..9), Block.seats.adjacent_to(5..9));
    /// assert_eq!(
    ///     Block.select().columns(columns).to_sql(),
    ///     r#"select "blocks"."seats" &< $1::int4range, "blocks"."seats" &> $2::int4range, "blocks"."seats" -|- $3::int4range from "blocks""#
    /// );
    /// ```
    fn not_right_of<R, O, N, X>(self, other: R) -> Op<O, Self, Operand<X>>
    where
        Self::Base: RangeType<NotRightOf, O>,
        R: OperandOf<O, <Self::Base as RangeType<NotRightOf, O>>::This, N>
            + IntoExpr<N, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(other.into_expr()))
    }

    /// `self &> other`: true if `self` does not start before `other` does.
    fn not_left_of<R, O, N, X>(self, other: R) -> Op<O, Self, Operand<X>>
    where
        Self::Base: RangeType<NotLeftOf, O>,
        R: OperandOf<O, <Self::Base as RangeType<NotLeftOf, O>>::This, N>
            + IntoExpr<N, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(other.into_expr()))
    }

    /// `self -|- other`: true if both are adjacent, without a value in between or in common.
    fn adjacent_to<R, O, N, X>(self, other: R) -> Op<O, Self, Operand<X>>
    where
        Self::Base: RangeType<AdjacentTo, O>,
        R: OperandOf<O, <Self::Base as RangeType<AdjacentTo, O>>::This, N>
            + IntoExpr<N, Self::Subject, Expr = X>,
    {
        binary!(self, Operand(other.into_expr()))
    }

    /// `self + other`: the values in either. The server rejects two ranges with a gap in between. Also written `a + b`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use schema_core::types::Range;
    /// # #[table(name = "blocks")]
    /// # struct Block { #[column(primary_key)] id: i64, seats: Range<i32> }
    /// let columns = (Block.seats.union(5..9), Block.seats.intersection(5..9), Block.seats.difference(5..9));
    /// assert_eq!(
    ///     Block.select().columns(columns).to_sql(),
    ///     r#"select "blocks"."seats" + $1, "blocks"."seats" * $2, "blocks"."seats" - $3 from "blocks""#
    /// );
    /// ```
    fn union<R, O, X>(self, other: R) -> Op<O, Self, X, Self::Base>
    where
        Self::Base: RangeType<Addition, O>,
        R: IntoExpr<Self::Base, Self::Subject, Expr = X>,
    {
        binary!(self, other.into_expr())
    }

    /// `self * other`: the values in both.
    fn intersection<R, O, X>(self, other: R) -> Op<O, Self, X, Self::Base>
    where
        Self::Base: RangeType<Multiplication, O>,
        R: IntoExpr<Self::Base, Self::Subject, Expr = X>,
    {
        binary!(self, other.into_expr())
    }

    /// `self - other`: the values in `self` only. The server rejects ranges of which two parts would remain. Also written
    /// `a - b`.
    fn difference<R, O, X>(self, other: R) -> Op<O, Self, X, Self::Base>
    where
        Self::Base: RangeType<Subtraction, O>,
        R: IntoExpr<Self::Base, Self::Subject, Expr = X>,
    {
        binary!(self, other.into_expr())
    }
}

impl<E: Expression> RangeMethods for E {}
