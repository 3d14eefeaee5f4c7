//! Frames of windows: `rows between 2 preceding and current row exclude ties`.
//!
//! <https://www.postgresql.org/docs/current/sql-expressions.html#SYNTAX-WINDOW-FUNCTIONS>

use std::marker::PhantomData;

use crate::expr::{Direction, Expression, Param, Sorted, Typed};
use crate::sql::{Fragment, Token, fragment};
use crate::types::{Interval, NeverNull, Nullability, Nullable, SqlType};

/// `unbounded preceding`, from [`unbounded_preceding`].
#[derive(Debug, Clone, Copy)]
pub struct UnboundedPreceding;

/// `offset preceding`, from [`preceding`].
#[derive(Debug, Clone, Copy)]
pub struct Preceding<V>(V);

/// `current row`, from [`current_row`].
#[derive(Debug, Clone, Copy)]
pub struct CurrentRow;

/// `offset following`, from [`following`].
#[derive(Debug, Clone, Copy)]
pub struct Following<V>(V);

/// `unbounded following`, from [`unbounded_following`].
#[derive(Debug, Clone, Copy)]
pub struct UnboundedFollowing;

/// `unbounded preceding`: from the first row of the partition.
pub fn unbounded_preceding() -> UnboundedPreceding {
    UnboundedPreceding
}

/// `offset preceding`: this many rows or groups, or this much of the order's value, before the current row.
pub fn preceding<V>(offset: V) -> Preceding<V> {
    Preceding(offset)
}

/// `current row`. In `groups_between` and `range_between`, it includes the rows that are equal in the order.
pub fn current_row() -> CurrentRow {
    CurrentRow
}

/// `offset following`: this many rows or groups, or this much of the order's value, after the current row.
pub fn following<V>(offset: V) -> Following<V> {
    Following(offset)
}

/// `unbounded following`: up to the last row of the partition.
pub fn unbounded_following() -> UnboundedFollowing {
    UnboundedFollowing
}

fragment!(impl[] UnboundedPreceding { "unbounded preceding" });
fragment!(impl[E: Fragment] Preceding<E> { (0: E), " preceding" });
fragment!(impl[] CurrentRow { "current row" });
fragment!(impl[E: Fragment] Following<E> { (0: E), " following" });
fragment!(impl[] UnboundedFollowing { "unbounded following" });

/// `rows`
#[derive(Debug, Clone, Copy)]
pub struct RowFrame;

/// `groups`
#[derive(Debug, Clone, Copy)]
pub struct GroupFrame;

/// `range`, of a window that is ordered by `O`.
#[derive(Debug, Clone, Copy)]
pub struct RangeFrame<O>(PhantomData<O>);

/// The unit of a frame: [`RowFrame`], [`GroupFrame`] or [`RangeFrame`].
pub trait FrameUnit {
    /// The text, with its spaces.
    const TEXT: &'static str;
}

impl FrameUnit for RowFrame {
    const TEXT: &'static str = " rows between ";
}

impl FrameUnit for GroupFrame {
    const TEXT: &'static str = " groups between ";
}

impl<O> FrameUnit for RangeFrame<O> {
    const TEXT: &'static str = " range between ";
}

/// A bound of a frame of the unit `U`, which is converted into `X`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a bound of this frame",
    label = "expected `preceding(…)`, `following(…)` or `current_row()`",
    note = "rows and groups are counted by an `i32` or `i64`",
    note = "the offset of a range has the type of the one value that is ordered by; for a time, `Interval`"
)]
pub trait FrameBound<U, X> {
    /// Converts the bound.
    fn into_bound(self) -> X;
}

macro_rules! bounds {
    ($($name:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<U> FrameBound<U, Self> for $name {
            fn into_bound(self) -> Self {
                self
            }
        }
    )*};
}

bounds!(UnboundedPreceding CurrentRow UnboundedFollowing);

#[diagnostic::do_not_recommend]
impl<V: FrameOffset<U, X>, U, X> FrameBound<U, Preceding<X>> for Preceding<V> {
    fn into_bound(self) -> Preceding<X> {
        Preceding(self.0.into_offset())
    }
}

#[diagnostic::do_not_recommend]
impl<V: FrameOffset<U, X>, U, X> FrameBound<U, Following<X>> for Following<V> {
    fn into_bound(self) -> Following<X> {
        Following(self.0.into_offset())
    }
}

/// The offset of a bound: a number of rows or groups, or a part of the value that the window is ordered by.
pub trait FrameOffset<U, X> {
    /// Converts the offset into an expression.
    fn into_offset(self) -> X;
}

macro_rules! counted {
    ($($unit:ident)*) => {$(
        #[diagnostic::do_not_recommend]
        impl FrameOffset<$unit, Param<Self, Self>> for i64 {
            fn into_offset(self) -> Param<Self, Self> {
                Param::new(self)
            }
        }

        #[diagnostic::do_not_recommend]
        impl FrameOffset<$unit, Param<i64, i64>> for i32 {
            fn into_offset(self) -> Param<i64, i64> {
                Param::new(self.into())
            }
        }
    )*};
}

counted!(RowFrame GroupFrame);

macro_rules! range_offsets {
    ($($(#[$cfg:meta])* $type:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl<O: RangeOrder<Offset = Self>> FrameOffset<RangeFrame<O>, Typed<Param<Self, Self>>> for $type {
            fn into_offset(self) -> Typed<Param<Self, Self>> {
                Typed(Param::new(self))
            }
        }
    )*};
}

range_offsets! {
    i16;
    i32;
    i64;
    f64;
    Interval;
    #[cfg(feature = "rust_decimal")] rust_decimal::Decimal;
    #[cfg(feature = "bigdecimal")] bigdecimal::BigDecimal;
}

/// The order of a window whose frame is a range with an offset: one expression.
pub trait RangeOrder {
    /// The type of the offset.
    type Offset: SqlType;
}

impl<E: Expression<Base: Ranged>> RangeOrder for E {
    type Offset = <E::Base as Ranged>::Offset;
}

impl<E: Expression<Base: Ranged>, D: Direction> RangeOrder for Sorted<E, D> {
    type Offset = <E::Base as Ranged>::Offset;
}

/// The type of a value that a frame can be a range of.
pub trait Ranged: SqlType {
    /// The type of the offset.
    type Offset: SqlType;
}

macro_rules! ranged {
    ($($(#[$cfg:meta])* $type:ty => $offset:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl Ranged for $type {
            type Offset = $offset;
        }
    )*};
}

ranged! {
    i16 => Self;
    i32 => Self;
    i64 => Self;
    f32 => f64;
    f64 => Self;
    Interval => Self;
    #[cfg(feature = "rust_decimal")] rust_decimal::Decimal => Self;
    #[cfg(feature = "bigdecimal")] bigdecimal::BigDecimal => Self;
    #[cfg(feature = "chrono")] chrono::DateTime<chrono::Utc> => Interval;
    #[cfg(feature = "chrono")] chrono::NaiveDateTime => Interval;
    #[cfg(feature = "chrono")] chrono::NaiveDate => Interval;
    #[cfg(feature = "chrono")] chrono::NaiveTime => Interval;
    #[cfg(feature = "time")] time::OffsetDateTime => Interval;
    #[cfg(feature = "time")] time::PrimitiveDateTime => Interval;
    #[cfg(feature = "time")] time::Date => Interval;
    #[cfg(feature = "time")] time::Time => Interval;
}

/// The first bound of a frame.
#[diagnostic::on_unimplemented(
    message = "a frame cannot start at `unbounded_following()`",
    label = "after the last row"
)]
pub trait FrameStart {}

#[diagnostic::do_not_recommend]
impl FrameStart for UnboundedPreceding {}
#[diagnostic::do_not_recommend]
impl<V> FrameStart for Preceding<V> {}
#[diagnostic::do_not_recommend]
impl FrameStart for CurrentRow {}
#[diagnostic::do_not_recommend]
impl<V> FrameStart for Following<V> {}

/// The last bound of a frame that starts at `A`. `N` is [`Nullable`] if the frame need not contain the current row, so that
/// it can be empty.
#[diagnostic::on_unimplemented(
    message = "this frame ends before it starts",
    label = "before the start of the frame"
)]
pub trait EndAfter<A, N> {}

macro_rules! ends {
    ($([$($generics:ident)?] $start:ty => $end:ty [$($end_generics:ident)?], $null:ident;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics,)? $($end_generics)?> EndAfter<$start, $null> for $end {}
    )*};
}

ends! {
    [] UnboundedPreceding => Preceding<W> [W], Nullable;
    [] UnboundedPreceding => CurrentRow [], NeverNull;
    [] UnboundedPreceding => Following<W> [W], NeverNull;
    [] UnboundedPreceding => UnboundedFollowing [], NeverNull;
    [V] Preceding<V> => Preceding<W> [W], Nullable;
    [V] Preceding<V> => CurrentRow [], NeverNull;
    [V] Preceding<V> => Following<W> [W], NeverNull;
    [V] Preceding<V> => UnboundedFollowing [], NeverNull;
    [] CurrentRow => CurrentRow [], NeverNull;
    [] CurrentRow => Following<W> [W], NeverNull;
    [] CurrentRow => UnboundedFollowing [], NeverNull;
    [V] Following<V> => Following<W> [W], Nullable;
    [V] Following<V> => UnboundedFollowing [], Nullable;
    // For a single error: see `FrameStart`.
    [] UnboundedFollowing => Preceding<W> [W], Nullable;
    [] UnboundedFollowing => CurrentRow [], Nullable;
    [] UnboundedFollowing => Following<W> [W], Nullable;
    [] UnboundedFollowing => UnboundedFollowing [], Nullable;
}

/// The rows that a frame leaves out.
pub trait Exclusion {
    /// [`Nullable`] if the current row is left out, so that the frame can be empty.
    type Null: Nullability;
    /// The text, with its space.
    const TEXT: &'static str;
}

macro_rules! exclusions {
    ($($name:ident $text:literal $null:ident;)*) => {$(
        #[doc = concat!("`", $text, "`")]
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl Exclusion for $name {
            type Null = $null;
            const TEXT: &'static str = $text;
        }
    )*};
}

exclusions! {
    ExcludeNothing "" NeverNull;
    ExcludeCurrentRow " exclude current row" Nullable;
    ExcludeGroup " exclude group" Nullable;
    ExcludeTies " exclude ties" NeverNull;
}

/// ` rows between start and end exclude ties`. `N` is the nullability of a frame that starts and ends there.
#[derive(Debug, Clone, Copy)]
pub struct Frame<U, A, B, N, X = ExcludeNothing> {
    start: A,
    end: B,
    marker: PhantomData<(U, N, X)>,
}

impl<U, A, B, N> Frame<U, A, B, N> {
    pub(super) const fn new(start: A, end: B) -> Self {
        Self {
            start,
            end,
            marker: PhantomData,
        }
    }

    pub(super) fn exclude<X>(self) -> Frame<U, A, B, N, X> {
        Frame {
            start: self.start,
            end: self.end,
            marker: PhantomData,
        }
    }
}

fragment!(impl[U: FrameUnit, A: Fragment, B: Fragment, N, X: Exclusion] Frame<U, A, B, N, X> {
    [&[Token::Text(U::TEXT)]], (start: A), " and ", (end: B), [&[Token::Text(X::TEXT)]],
});

/// A frame, or `()` for that of a window without one, which contains the current row.
pub trait FrameNull {
    /// [`Nullable`] if the frame of a row can be empty.
    type Null: Nullability;
}

impl FrameNull for () {
    type Null = NeverNull;
}

impl<U, A, B, N: Nullability, X: Exclusion> FrameNull for Frame<U, A, B, N, X> {
    type Null = N::Or<X::Null>;
}
