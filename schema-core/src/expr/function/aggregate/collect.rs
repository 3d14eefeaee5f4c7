//! Aggregates that collect or combine values: `array_agg`, `string_agg`, `bool_and`, `bit_or` …
//!
//! <https://www.postgresql.org/docs/current/functions-aggregate.html#FUNCTIONS-AGGREGATE-TABLE>
//!
//! Each ignores NULLs unless it says otherwise, and is NULL if there are no rows.
//!
//! ```
//! # use schema_core::prelude::*;
//! use schema_core::expr::function::{any_value, bit_or, bool_and};
//!
//! # #[table(name = "patients")]
//! # struct Patient { #[column(primary_key)] id: i64, name: Option<String>, flags: i32 }
//! let query = Patient.select().columns((
//!     any_value(Patient.name),
//!     bit_or(Patient.flags),
//!     bool_and(Patient.id.gt(3)),
//! ));
//! assert_eq!(
//!     query.to_sql(),
//!     r#"select any_value("patients"."name"), bit_or("patients"."flags"), bool_and("patients"."id" > $1) from "patients""#
//! );
//! ```

use schema_macros::hide_bounds;

use super::super::{Argument, Function};
use super::AggregateCall;
use crate::expr::macros::expression;
use crate::expr::{Expression, InScope};
use crate::scope::AggregateArgument;
use crate::sql::fragment;
use crate::types::{ArrayElement, Bits, ColumnType, NeverNull, Nullable, SqlType};

/// Declares aggregates of arguments whose types are generic. The bounds on the types are only on the functions, so that a
/// mistake is one error.
macro_rules! generic_aggregates {
    ($($(#[$meta:meta])* $marker:ident $name:ident<$($type:ident: $bound:path),+> -> $output:ty = $open:literal, $close:expr;)*) => {$(
        #[doc = concat!("[`", stringify!($name), "`]")]
        #[derive(Debug)]
        pub enum $marker {}

        impl<$($type: SqlType),+> Function<($($type,)+)> for $marker
        where
            $output: ColumnType,
        {
            type Parameters = ($(Option<$type>,)+);
            type Output = <$output as ColumnType>::Base;
            type Null = <$output as ColumnType>::Null;
            const OPEN: &'static str = $open;
            const CLOSE: &'static str = $close;
        }

        $(#[$meta])*
        #[schema_macros::hide_bounds]
        #[allow(non_snake_case, reason = "an argument has the name of its type")]
        pub fn $name<$($type: Expression<Base: $bound, Kind: AggregateArgument>),+>(
            $($type: $type),+
        ) -> AggregateCall<$marker, ($(Argument<$type>,)+)> {
            AggregateCall::new(($(Argument::new($type),)+))
        }
    )*};
}
pub(crate) use generic_aggregates;

generic_aggregates! {
    /// `any_value(argument)`: one of the values that are not NULL, whichever.
    AnyValue any_value<Value: SqlType> -> Option<Value> = "any_value(", ")";
    /// `bit_and(argument)`: the bits that all values have.
    BitAndAgg bit_and<Value: CombinesBits> -> Option<Value> = "bit_and(", ")";
    /// `bit_or(argument)`: the bits that at least one value has.
    BitOrAgg bit_or<Value: CombinesBits> -> Option<Value> = "bit_or(", ")";
    /// `bit_xor(argument)`: the bits that an odd number of values has; a checksum of the rows.
    BitXorAgg bit_xor<Value: CombinesBits> -> Option<Value> = "bit_xor(", ")";
}

/// A type accepted by [`bit_and`], [`bit_or`] and [`bit_xor`].
#[diagnostic::on_unimplemented(
    message = "type `{Self}` has no bits to combine",
    label = "expected an integer or `Bits<N>`"
)]
pub trait CombinesBits: SqlType {}

#[diagnostic::do_not_recommend]
impl CombinesBits for i16 {}
#[diagnostic::do_not_recommend]
impl CombinesBits for i32 {}
#[diagnostic::do_not_recommend]
impl CombinesBits for i64 {}
#[diagnostic::do_not_recommend]
impl<const N: usize> CombinesBits for Bits<N> where Self: SqlType {}

crate::sql_function! {
    /// True if all values are true; NULLs are ignored.
    #[hide_bounds]
    pub aggregate fn bool_and(condition: Option<bool>) -> Option<bool>;
    /// True if at least one value is true; NULLs are ignored.
    #[hide_bounds]
    pub aggregate fn bool_or(condition: Option<bool>) -> Option<bool>;
    /// True if all values are true, as [`bool_and`](bool_and()).
    #[hide_bounds]
    pub aggregate fn every(condition: Option<bool>) -> Option<bool>;
    /// The texts with a delimiter between them; NULLs are ignored.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// use schema_core::expr::function::string_agg;
    ///
    /// let names = string_agg(Patient.name, ", ").distinct().order_by(Patient.name);
    /// assert_eq!(
    ///     Patient.select().columns(names).to_sql(),
    ///     r#"select string_agg(distinct "patients"."name", $1::text order by "patients"."name") from "patients""#
    /// );
    /// ```
    #[hide_bounds]
    pub aggregate fn string_agg(text: Option<String>, delimiter: Option<String>) -> Option<String>;
}

/// [`array_agg`]
#[derive(Debug)]
pub enum ArrayAgg {}

impl<T: ArrayElement> Function<(T,)> for ArrayAgg {
    type Parameters = (Option<T>,);
    type Output = Vec<T>;
    type Null = Nullable;
    const OPEN: &'static str = "array_agg(";
    const CLOSE: &'static str = ")";
}

/// [`array_agg_with_nulls`]
#[derive(Debug)]
pub enum ArrayAggWithNulls {}

impl<T: ArrayElement> Function<(T,)> for ArrayAggWithNulls {
    type Parameters = (Option<T>,);
    type Output = Vec<Option<T>>;
    type Null = Nullable;
    const OPEN: &'static str = "array_agg(";
    const CLOSE: &'static str = ")";
}

/// `array_agg(argument)`: the values as an array, of type `Vec<T>`; NULL if there are no rows.
///
/// Postgres does not ignore NULLs here, so the argument must be an expression that is never NULL in the query. A column of
/// a left join is not; neither its NULL for "no row" nor another should become an element by accident. If a filter
/// excludes NULLs, say so:
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
/// use schema_core::expr::function::array_agg;
///
/// let names = array_agg(Patient.name).order_by(Patient.id);
/// let ages = array_agg(Patient.age.assume_not_null()).filter(Patient.age.is_not_null());
/// assert_eq!(
///     Patient.select().columns((names, ages)).to_sql(),
///     r#"select array_agg("patients"."name" order by "patients"."id"), "#.to_owned()
///         + r#"array_agg("patients"."age") filter (where "patients"."age" is not null) from "patients""#
/// );
/// ```
///
/// [`array_agg_with_nulls`] accepts NULLs.
#[hide_bounds]
pub fn array_agg<E: Expression<Base: ArrayElement, Kind: AggregateArgument>>(
    argument: E,
) -> AggregateCall<ArrayAgg, (Argument<ArrayItem<E>>,)> {
    AggregateCall::new((Argument::new(ArrayItem(argument)),))
}

/// `array_agg(argument)`: the values as an array that can contain NULLs, of type `Vec<Option<T>>`; NULL if there are no
/// rows.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, age: Option<i32> }
/// use schema_core::expr::function::array_agg_with_nulls;
///
/// assert_eq!(
///     Patient.select().columns(array_agg_with_nulls(Patient.age)).to_sql(),
///     r#"select array_agg("patients"."age") from "patients""#
/// );
/// ```
#[hide_bounds]
pub fn array_agg_with_nulls<E: Expression<Base: ArrayElement, Kind: AggregateArgument>>(
    argument: E,
) -> AggregateCall<ArrayAggWithNulls, (Argument<E>,)> {
    AggregateCall::new((Argument::new(argument),))
}

/// The argument of [`array_agg`], which is never NULL.
#[derive(Debug, Clone, Copy)]
pub struct ArrayItem<E>(E);

fragment!(impl[E: Expression] ArrayItem<E> { (0: E) });

expression!(impl[E: Expression] ArrayItem<E> {
    base: E::Base,
    kind: E::Kind,
    precedence: E::PRECEDENCE,
    parameter: E::PARAMETER,
});

impl<E: InScope<S, I, Null: NotNullElement>, S, I> InScope<S, (I,)> for ArrayItem<E> {
    type Null = NeverNull;
}

/// The nullability of an element of `array_agg`.
#[diagnostic::on_unimplemented(
    message = "an element of `array_agg` can be NULL here; use `array_agg_with_nulls`, or `.assume_not_null()`",
    label = "contains an `array_agg` of something that can be NULL",
    note = "to leave out NULLs, write `array_agg(x.assume_not_null()).filter(x.is_not_null())`"
)]
pub trait NotNullElement {}

#[diagnostic::do_not_recommend]
impl NotNullElement for NeverNull {}
