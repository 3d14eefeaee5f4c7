//! Functions of texts and arrays that return rows.
//!
//! <https://www.postgresql.org/docs/current/functions-string.html>,
//! <https://www.postgresql.org/docs/current/functions-array.html>,
//! <https://www.postgresql.org/docs/current/functions-srf.html>
//!
//! ```
//! # use schema_core::prelude::*;
//! use schema_core::expr::function::{string_to_table, unnest_arrays};
//!
//! # #[table(name = "notes")]
//! # struct Note { #[column(primary_key)] id: i64, title: String, tags: Vec<String>, scores: Vec<f64> }
//! #[derive(Selectable)]
//! struct Word { word: String }
//!
//! let words = Note.select().inner_join_lateral(string_to_table(Note.title, " ").as_alias(Word));
//! assert_eq!(
//!     words.columns((Note.id, Word.word)).to_sql(),
//!     r#"select "notes"."id", "Word"."word" from "notes" "#.to_owned()
//!         + r#"cross join lateral string_to_table("notes"."title", $1::text) as "Word" ("word")"#
//! );
//!
//! #[derive(Selectable)]
//! struct Scored { tag: Option<String>, score: Option<f64> }
//!
//! let pairs = Note.select().inner_join_lateral(unnest_arrays((Note.tags, Note.scores)).as_alias(Scored));
//! assert_eq!(
//!     pairs.columns((Scored.tag, Scored.score)).to_sql(),
//!     r#"select "Scored"."tag", "Scored"."score" from "notes" "#.to_owned()
//!         + r#"cross join lateral unnest("notes"."tags", "notes"."scores") as "Scored" ("tag", "score")"#
//! );
//! ```

use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::{Argument, SetCall, SetFunction};
use crate::expr::{ArrayType, Expression, IntoArgument};
use crate::tuples::for_each_tuple;
use crate::types::{Nullability, SqlType};

crate::sql_function! {
    /// The parts between delimiters, a row for each.
    #[hide_bounds]
    pub set fn string_to_table(text: String, delimiter: String) -> String;
    /// [`string_to_table`], with NULL for each part that equals `null`.
    #[hide_bounds]
    pub set fn string_to_table_with_null(text: String, delimiter: String, null: String) -> Option<String>
        = "string_to_table";
    /// The parts between the matches of a POSIX regular expression, a row for each.
    #[hide_bounds]
    pub set fn regexp_split_to_table(text: String, pattern: String) -> String;
    /// [`regexp_split_to_table`] with flags such as `i`.
    #[hide_bounds]
    pub set fn regexp_split_to_table_flags(text: String, pattern: String, flags: String) -> String
        = "regexp_split_to_table";
    /// The texts matched by the groups of a POSIX regular expression, or the whole match if it has no groups. With the flag
    /// `g`, there is a row for each match; otherwise, only for the first.
    #[hide_bounds]
    pub set fn regexp_matches(text: String, pattern: String, flags: String) -> Vec<Option<String>>;
}

/// The function `generate_subscripts`, for messages.
#[allow(
    non_camel_case_types,
    reason = "the type has the function's name, for messages"
)]
#[derive(Debug)]
pub enum generate_subscripts {}

// For all types: the bound is only on the function, so that a mistake is one error.
impl<T: SqlType> SetFunction<(T, i32)> for generate_subscripts {
    type Parameters = (T, i32);
    type Rows = (i32,);
    const OPEN: &'static str = "generate_subscripts(";
}

/// The indices of an array in a dimension, from 1, a row for each.
///
/// `generate_subscripts(…)` in SQL.
#[hide_bounds]
pub fn generate_subscripts<
    E: Expression<Base: ArrayType>,
    V: IntoArgument<i32, generate_subscripts, X>,
    X,
>(
    array: E,
    dimension: V,
) -> SetCall<generate_subscripts, (Argument<E>, Argument<X>)> {
    SetCall::new((
        Argument::new(array),
        Argument::new(dimension.into_argument()),
    ))
}

/// The function `unnest`, whose columns have the types `R`.
#[derive(Debug)]
pub struct UnnestOf<R>(PhantomData<R>);

impl<A, R: super::RowTypes + 'static> SetFunction<A> for UnnestOf<R> {
    type Parameters = A;
    type Rows = R;
    const OPEN: &'static str = "unnest(";
}

/// The elements of an array of the row, a row for each. See [`unnest`](crate::query::unnest) for an array of Rust values.
///
/// `unnest(…)` in SQL.
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::expr::function::unnest_array;
///
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, tags: Vec<String> }
/// #[derive(Selectable)]
/// struct Tag { tag: String }
///
/// let counts = Note
///     .select()
///     .inner_join_lateral(unnest_array(Note.tags).as_alias(Tag))
///     .group_by(Tag.tag)
///     .columns((Tag.tag, count()));
/// assert_eq!(
///     counts.to_sql(),
///     r#"select "Tag"."tag", count(*) from "notes" "#.to_owned()
///         + r#"cross join lateral unnest("notes"."tags") as "Tag" ("tag") group by "Tag"."tag""#
/// );
/// ```
#[hide_bounds]
#[expect(clippy::type_complexity, reason = "a call names its function")]
pub fn unnest_array<
    E: Expression<Base: ArrayType<Element = T, Null = N>>,
    T: SqlType,
    N: Nullability,
>(
    array: E,
) -> SetCall<UnnestOf<(N::Of<T>,)>, (Argument<E>,)> {
    SetCall::new((Argument::new(array),))
}

/// The arguments of [`unnest_arrays`]: a tuple of arrays.
#[diagnostic::on_unimplemented(
    message = "this is not a tuple of arrays",
    label = "expected at most 16 arrays, such as `(Note.tags, Note.scores)`"
)]
pub trait ArrayTuple {
    /// The arguments.
    type Arguments;
    /// The types of the columns. Each can be NULL, because a shorter array ends before the others.
    type Rows: super::RowTypes;
    /// Converts the arrays into arguments.
    fn into_arrays(self) -> Self::Arguments;
}

macro_rules! array_tuples {
    ($($name:ident $index:tt $other:ident $place:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<$($name: Expression<Base: ArrayType>),+> ArrayTuple for ($($name,)+) {
            type Arguments = ($(Argument<$name>,)+);
            type Rows = ($(Option<<$name::Base as ArrayType>::Element>,)+);

            fn into_arrays(self) -> Self::Arguments {
                ($(Argument::new(self.$index),)+)
            }
        }
    };
}

for_each_tuple!(array_tuples);

/// The elements of several arrays side by side. Each column can be NULL, because a shorter array ends before the others.
///
/// `unnest(…)` in SQL.
///
/// ```
/// # use schema_core::prelude::*;
/// use schema_core::expr::function::unnest_arrays;
///
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, tags: Vec<String>, scores: Vec<f64> }
/// #[derive(Selectable)]
/// struct Scored { tag: Option<String>, score: Option<f64>, number: i64 }
///
/// let pairs = unnest_arrays((Note.tags, Note.scores)).with_ordinality(Scored);
/// assert_eq!(
///     Note.select().inner_join_lateral(pairs).columns((Scored.tag, Scored.number)).to_sql(),
///     r#"select "Scored"."tag", "Scored"."number" from "notes" cross join lateral "#.to_owned()
///         + r#"unnest("notes"."tags", "notes"."scores") with ordinality as "Scored" ("tag", "score", "number")"#
/// );
/// ```
#[hide_bounds]
pub fn unnest_arrays<L: ArrayTuple<Arguments = A, Rows = R>, A, R>(
    arrays: L,
) -> SetCall<UnnestOf<R>, A> {
    SetCall::new(arrays.into_arrays())
}
