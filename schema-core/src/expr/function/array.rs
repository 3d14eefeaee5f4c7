//! Functions of arrays.
//!
//! <https://www.postgresql.org/docs/current/functions-array.html>
//!
//! An array starts at index 1. Each returns NULL if the array is NULL, unless it says otherwise.
//!
//! ```
//! # use schema_core::prelude::*;
//! use schema_core::expr::function::{array_append, array_length, array_position, cardinality};
//!
//! # #[table(name = "notes")]
//! # struct Note { #[column(primary_key)] id: i64, tags: Vec<String> }
//! let query = Note
//!     .select()
//!     .filter(cardinality(Note.tags).gt(3))
//!     .columns((array_position(Note.tags, "urgent"), array_length(Note.tags, 1), array_append(Note.tags, "new")));
//! assert_eq!(
//!     query.to_sql(),
//!     r#"select array_position("notes"."tags", $1::text), array_length("notes"."tags", $2::integer), "#.to_owned()
//!         + r#"array_append("notes"."tags", $3::text) from "notes" where cardinality("notes"."tags") > $4"#
//! );
//! ```

#![expect(
    clippy::type_complexity,
    reason = "a call names its function and each argument"
)]

use schema_macros::hide_bounds;

use super::{Argument, Call, Function};
use crate::expr::{ArrayType, Expression, IntoArgument, ItemOf};
use crate::types::{NeverNull, Nullability, Nullable, SqlType};

functions_of! {
    /// The dimensions as text, `[1:3]`; NULL if the array is empty.
    array_dims<T: ArrayType>(array) -> Option<String>;
    /// The number of elements in a dimension; NULL if the array is empty. See [`cardinality`].
    array_length<T: ArrayType>(array, dimension: i32) -> Option<i32>;
    /// The first index in a dimension; NULL if the array is empty.
    array_lower<T: ArrayType>(array, dimension: i32) -> Option<i32>;
    /// The number of dimensions; NULL if the array is empty.
    array_ndims<T: ArrayType>(array) -> Option<i32>;
    /// The elements in reverse order. Postgres 18.
    array_reverse<T: ArrayType>(array) -> T;
    /// `count` elements that are chosen at random. Postgres 16.
    array_sample<T: ArrayType>(array, count: i32) -> T;
    /// The elements in random order. Postgres 16.
    array_shuffle<T: ArrayType>(array) -> T;
    /// The elements in ascending order. Postgres 18.
    array_sort<T: ArrayType>(array) -> T;
    /// The elements as text, joined by a delimiter. NULLs are omitted.
    array_to_string<T: ArrayType>(array, delimiter: String) -> String;
    /// The last index in a dimension; NULL if the array is empty.
    array_upper<T: ArrayType>(array, dimension: i32) -> Option<i32>;
    /// The number of elements; 0 if the array is empty.
    cardinality<T: ArrayType>(array) -> i32;
    /// The array without its last `count` elements.
    trim_array<T: ArrayType>(array, count: i32) -> T;
}

/// Declares the types of functions with an array `A` and elements `T`.
macro_rules! with_element {
    ($($name:ident $function:ident($($type:ident => $parameter:ty),+) -> $output:ty, $null:ty;)*) => {$(
        #[doc = concat!("[`", stringify!($function), "`]")]
        #[derive(Debug)]
        pub enum $name {}

        // For all types: the bound is only on the function, so that a mistake is one error.
        impl<A: SqlType, T: SqlType> Function<($($type,)+)> for $name {
            type Parameters = ($($parameter,)+);
            type Output = $output;
            type Null = $null;
            const OPEN: &'static str = concat!(stringify!($function), "(");
            const CLOSE: &'static str = ")";
        }
    )*};
}

with_element! {
    ArrayAppend array_append(A => Option<A>, T => Option<T>) -> A, NeverNull;
    ArrayCat array_cat(A => A, T => T) -> A, NeverNull;
    ArrayPosition array_position(A => A, T => Option<T>) -> i32, Nullable;
    ArrayPositions array_positions(A => A, T => Option<T>) -> Vec<i32>, NeverNull;
    ArrayPrepend array_prepend(T => Option<T>, A => Option<A>) -> A, NeverNull;
    ArrayRemove array_remove(A => A, T => Option<T>) -> A, NeverNull;
}

/// The array with an element at its end. An array that is NULL counts as empty.
///
/// `array_append(…)` in SQL.
#[hide_bounds]
pub fn array_append<A, T: SqlType, N: Nullability, V: IntoArgument<Option<T>, ArrayAppend, X>, X>(
    array: A,
    element: V,
) -> Call<ArrayAppend, (Argument<A>, Argument<ItemOf<N, X>>)>
where
    A: Expression<Base: ArrayType<Element = T, Null = N>>,
{
    let element = ItemOf::new(element.into_argument());
    Call::new((Argument::new(array), Argument::new(element)))
}

/// The array with an element at its start. An array that is NULL counts as empty.
///
/// `array_prepend(…)` in SQL.
#[hide_bounds]
pub fn array_prepend<
    A,
    T: SqlType,
    N: Nullability,
    V: IntoArgument<Option<T>, ArrayPrepend, X>,
    X,
>(
    element: V,
    array: A,
) -> Call<ArrayPrepend, (Argument<ItemOf<N, X>>, Argument<A>)>
where
    A: Expression<Base: ArrayType<Element = T, Null = N>>,
{
    let element = ItemOf::new(element.into_argument());
    Call::new((Argument::new(element), Argument::new(array)))
}

/// The elements of both arrays.
///
/// `array_cat(…)` in SQL.
#[hide_bounds]
pub fn array_cat<
    A: Expression<Base: ArrayType> + Expression<Base = T>,
    T: SqlType,
    V: IntoArgument<T, ArrayCat, X>,
    X,
>(
    array: A,
    other: V,
) -> Call<ArrayCat, (Argument<A>, Argument<X>)> {
    Call::new((Argument::new(array), Argument::new(other.into_argument())))
}

/// Functions that search an array for an element, which may be NULL.
macro_rules! searches {
    ($($(#[$doc:meta])* $name:ident $function:ident;)*) => {$(
        $(#[$doc])*
        #[doc = ""]
        #[doc = concat!("`", stringify!($function), "(…)` in SQL.")]
        #[hide_bounds]
        pub fn $function<
            A: Expression<Base: ArrayType<Element = T>>,
            T: SqlType,
            V: IntoArgument<Option<T>, $name, X>,
            X,
        >(
            array: A,
            element: V,
        ) -> Call<$name, (Argument<A>, Argument<X>)> {
            Call::new((Argument::new(array), Argument::new(element.into_argument())))
        }
    )*};
}

searches! {
    /// The index of the first element that is equal; NULL if there is none. NULL equals NULL.
    ArrayPosition array_position;
    /// The indexes of all elements that are equal. NULL equals NULL.
    ArrayPositions array_positions;
    /// The array without the elements that are equal. NULL equals NULL.
    ArrayRemove array_remove;
}

/// [`array_replace`]
#[derive(Debug)]
pub enum ArrayReplace {}

impl<A: SqlType, T: SqlType> Function<(A, T, T)> for ArrayReplace {
    type Parameters = (A, Option<T>, Option<T>);
    type Output = A;
    type Null = NeverNull;
    const OPEN: &'static str = "array_replace(";
    const CLOSE: &'static str = ")";
}

/// The array in which each element that equals `from` is replaced by `to`.
///
/// `array_replace(…)` in SQL.
#[hide_bounds]
pub fn array_replace<
    A: Expression<Base: ArrayType<Element = T, Null = N>>,
    T: SqlType,
    N: Nullability,
    V: IntoArgument<Option<T>, ArrayReplace, X>,
    X,
    W: IntoArgument<Option<T>, ArrayReplace, Y>,
    Y,
>(
    array: A,
    from: V,
    to: W,
) -> Call<ArrayReplace, (Argument<A>, Argument<X>, Argument<ItemOf<N, Y>>)> {
    Call::new((
        Argument::new(array),
        Argument::new(from.into_argument()),
        Argument::new(ItemOf::new(to.into_argument())),
    ))
}
