//! Decoders of `union`, `intersect` and `except`: the columns of two queries together.
//!
//! <https://www.postgresql.org/docs/current/typeconv-union-case.html>

use std::marker::PhantomData;

use super::Decoder;
use crate::tuples::for_each_tuple;
use crate::types::Nullability;

/// `union`, `intersect` or `except`.
pub trait SetOperator: 'static {
    /// The operator, with its spaces.
    const TEXT: &'static str;
    /// The operator with `all`, with its spaces.
    const ALL: &'static str;
    /// The operator precedence: `intersect` binds more tightly.
    const LEVEL: u8;
    /// The nullability of a column whose nullability is `L` in the first query and `R` in the second.
    type Null<L: Nullability, R: Nullability>: Nullability;
}

macro_rules! operators {
    ($($(#[$doc:meta])* $name:ident $text:literal $level:literal $null:ty;)*) => {$(
        $(#[$doc])*
        #[derive(Debug)]
        pub enum $name {}

        impl SetOperator for $name {
            const TEXT: &'static str = concat!(" ", $text, " ");
            const ALL: &'static str = concat!(" ", $text, " all ");
            const LEVEL: u8 = $level;
            type Null<L: Nullability, R: Nullability> = $null;
        }
    )*};
}

operators! {
    /// `union`
    Union "union" 1 L::Or<R>;
    /// `intersect`: what both queries return. A column is NULL only if it is in both.
    Intersect "intersect" 2 L::And<R>;
    /// `except`: what only the first query returns.
    Except "except" 1 L;
}

/// The shape of a decoder `D` that is combined only with decoders of the same type of row.
#[derive(Debug)]
pub struct Whole<D>(PhantomData<fn() -> D>);

/// A shape that the operator `O` combines with the shape `Other` of a second query. `D` decodes the result.
#[diagnostic::on_unimplemented(
    message = "the two queries do not return the same columns",
    label = "other types of columns, or another number of them",
    note = "select the same types in the same order; a column of one may be NULL and that of the other not"
)]
pub trait Unites<Other, O, D> {}

#[diagnostic::do_not_recommend]
impl<D: Decoder<Row = R>, E: Decoder<Row = R>, R, O> Unites<Whole<E>, O, D> for Whole<D> {}

macro_rules! tuple {
    ($($name:ident $index:tt $other:ident $decoder:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<Operator, $($name: Unites<$other, Operator, $decoder>, $other, $decoder),+>
            Unites<($($other,)+), Operator, ($($decoder,)+)> for ($($name,)+)
        {
        }
    };
}

for_each_tuple!(tuple);
