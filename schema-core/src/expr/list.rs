//! Lists and ranges: `= any($1)`, `between`.
//!
//! <https://www.postgresql.org/docs/current/functions-comparisons.html#FUNCTIONS-COMPARISONS-ANY-SOME>

use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::binary::{CLOSE, OPEN, parenthesis_if};
use super::macros::{condition, expression};
use crate::expr::{Expression, InScope};
use crate::scope::Kind;
use crate::sql::{Arguments, Fragment, Token, fragment};
use crate::types::{ArrayElement, Nullability};

/// `= any`
#[derive(Debug, Clone, Copy)]
pub struct Any;

/// `<> all`
#[derive(Debug, Clone, Copy)]
pub struct NoneOf;

/// The comparison with a list: [`Any`] or [`NoneOf`].
pub trait ListOperator: Copy + 'static {
    /// The text, with its spaces.
    const TEXT: &'static str;
}

impl ListOperator for Any {
    const TEXT: &'static str = " = any(";
}

impl ListOperator for NoneOf {
    const TEXT: &'static str = " <> all(";
}

/// A list of values of type `T`: a `Vec`, a slice or an array, owned or borrowed. Messages name the expression that is
/// compared with it `For`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a list of `{T}`, to compare with `{For}`",
    label = "expected a list of `{T}`",
    note = "a list is a `Vec<{T}>`, `&[{T}]` or `[{T}; N]`"
)]
pub trait IntoList<T, For = T> {
    /// The list.
    type List: Fragment;
    /// Converts the values into the list.
    fn into_list(self) -> Self::List;
}

/// A list of values, sent as one parameter.
#[derive(Debug)]
pub struct List<T, V> {
    values: V,
    marker: PhantomData<fn() -> T>,
}

impl<T, V: Clone> Clone for List<T, V> {
    fn clone(&self) -> Self {
        Self {
            values: self.values.clone(),
            marker: PhantomData,
        }
    }
}

impl<T, V: Copy> Copy for List<T, V> {}

impl<T: ArrayElement, V: AsRef<[T]>> Fragment for List<T, V> {
    const TOKENS: &'static [Token] = &[Token::array::<T>()];

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        arguments.push_array(self.values.as_ref().iter())
    }
}

macro_rules! lists {
    ($([$($generics:tt)*] $value:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)* T: ArrayElement, For> IntoList<T, For> for $value {
            type List = List<T, Self>;

            fn into_list(self) -> Self::List {
                List { values: self, marker: PhantomData }
            }
        }
    )*};
}

lists! {
    [] Vec<T>;
    ['a,] &'a Vec<T>;
    ['a,] &'a [T];
    [const N: usize,] [T; N];
    ['a, const N: usize,] &'a [T; N];
}

/// A list of borrowed texts, sent as one parameter.
#[derive(Debug, Clone, Copy)]
pub struct Texts<V> {
    values: V,
}

impl<'a, V> Fragment for Texts<V>
where
    V: TextList<'a>,
{
    const TOKENS: &'static [Token] = &[Token::array::<String>()];

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        arguments.push_values::<String, _, _>(self.values.texts())
    }
}

/// A list of `&str`.
pub trait TextList<'a> {
    /// Returns the texts.
    fn texts<'t>(&'t self) -> impl Iterator<Item = &'t &'a str> + Clone
    where
        'a: 't;
}

macro_rules! text_lists {
    ($([$($generics:tt)*] $value:ty;)*) => {$(
        impl<'a, $($generics)*> TextList<'a> for $value {
            fn texts<'t>(&'t self) -> impl Iterator<Item = &'t &'a str> + Clone
            where
                'a: 't,
            {
                self.iter()
            }
        }

        #[diagnostic::do_not_recommend]
        impl<'a, $($generics)* For> IntoList<String, For> for $value {
            type List = Texts<Self>;

            fn into_list(self) -> Self::List {
                Texts { values: self }
            }
        }
    )*};
}

text_lists! {
    [] Vec<&'a str>;
    ['b,] &'b [&'a str];
    [const N: usize,] [&'a str; N];
    ['b, const N: usize,] &'b [&'a str; N];
}

/// `operand = any(list)`, `operand <> all(list)`
#[derive(Debug, Clone, Copy)]
pub struct InList<O, E, L> {
    operator: PhantomData<O>,
    operand: E,
    list: L,
}

impl<O, E, L> InList<O, E, L> {
    pub(crate) const fn new(operand: E, list: L) -> Self {
        Self {
            operator: PhantomData,
            operand,
            list,
        }
    }
}

impl<O, E: Expression, L> InList<O, E, L> {
    const PARENTHESES: bool = E::PRECEDENCE <= super::binary::precedence::COMPARE;
}

fragment!(impl[O: ListOperator, E: Expression, L: Fragment] InList<O, E, L> {
    [parenthesis_if(Self::PARENTHESES, OPEN)], (operand: E), [parenthesis_if(Self::PARENTHESES, CLOSE)],
    [&[Token::Text(O::TEXT)]], (list: L), ")",
});

expression!(impl[O: ListOperator, E: Expression, L: Fragment] InList<O, E, L> {
    base: bool,
    kind: E::Kind,
    precedence: COMPARE,
});

impl<O: ListOperator, E: InScope<S, I>, L: Fragment, S, I> InScope<S, (I,)> for InList<O, E, L> {
    type Null = E::Null;
}

/// A comparison with a range.
pub trait RangeOperator: Copy + 'static {
    /// The text, with its spaces.
    const TEXT: &'static str;
}

macro_rules! ranges {
    ($($name:ident $text:literal;)*) => {$(
        #[doc = concat!("`", $text, "`")]
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        impl RangeOperator for $name {
            const TEXT: &'static str = $text;
        }
    )*};
}

ranges! {
    InRange " between ";
    NotBetween " not between ";
    BetweenSymmetric " between symmetric ";
    NotBetweenSymmetric " not between symmetric ";
}

/// `operand between low and high`
#[derive(Debug, Clone, Copy)]
pub struct Between<E, L, H, O = InRange> {
    operator: PhantomData<O>,
    operand: E,
    low: L,
    high: H,
}

impl<E, L, H, O> Between<E, L, H, O> {
    pub(crate) const fn new(operand: E, low: L, high: H) -> Self {
        Self {
            operator: PhantomData,
            operand,
            low,
            high,
        }
    }
}

const fn loose<E: Expression>() -> bool {
    E::PRECEDENCE <= super::binary::precedence::LIKE
}

fragment!(impl[E: Expression, L: Expression, H: Expression, O: RangeOperator] Between<E, L, H, O> {
    [parenthesis_if(loose::<E>(), OPEN)], (operand: E), [parenthesis_if(loose::<E>(), CLOSE)], [&[Token::Text(O::TEXT)]],
    [parenthesis_if(loose::<L>(), OPEN)], (low: L), [parenthesis_if(loose::<L>(), CLOSE)], " and ",
    [parenthesis_if(loose::<H>(), OPEN)], (high: H), [parenthesis_if(loose::<H>(), CLOSE)],
});

expression!(impl[E: Expression, L: Expression, H: Expression, O: RangeOperator] Between<E, L, H, O> {
    base: bool,
    kind: <<E::Kind as Kind>::And<L::Kind> as Kind>::And<H::Kind>,
    precedence: LIKE,
});

impl<E, L, H, O, S, I, J, K> InScope<S, (I, J, K)> for Between<E, L, H, O>
where
    O: RangeOperator,
    E: InScope<S, I>,
    L: InScope<S, J>,
    H: InScope<S, K>,
{
    type Null = <<E::Null as Nullability>::Or<L::Null> as Nullability>::Or<H::Null>;
}

condition!(impl[O: ListOperator, E: Expression, L: Fragment] InList<O, E, L>);

condition!(impl[E: Expression, L: Expression, H: Expression, O: RangeOperator] Between<E, L, H, O>);
