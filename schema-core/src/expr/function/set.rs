//! Functions that return rows, which a query reads in `from`.
//!
//! <https://www.postgresql.org/docs/current/functions-srf.html>

use std::fmt;
use std::marker::PhantomData;

use super::ArgumentList;
use crate::sql::{Token, fragment};
use crate::tuples::for_each_tuple;

/// A function that returns rows, for arguments of the types `A`. [`sql_function!`](crate::sql_function!) implements it for a
/// `set fn`.
pub trait SetFunction<A>: 'static {
    /// The types of the parameters.
    type Parameters;
    /// The types of the columns, as a tuple, or [`Record`].
    type Rows: RowTypes;
    /// The text up to the arguments, with the parenthesis.
    const OPEN: &'static str;
    /// The text after the arguments.
    const CLOSE: &'static str = ")";
}

/// The types of the columns of a function that returns rows.
pub trait RowTypes {
    /// True if the query states the names and the types of the columns.
    const STATED: bool = false;
}

/// The rows of a function that returns records: the query states the names and the types of the columns, which are those of
/// the struct.
#[derive(Debug)]
pub enum Record {}

impl RowTypes for Record {
    const STATED: bool = true;
}

macro_rules! row_types {
    ($($name:ident $index:tt $other:ident $place:ident),+) => {
        impl<$($name),+> RowTypes for ($($name,)+) {}
    };
}

for_each_tuple!(row_types);

/// A call of the function `F`, which returns rows, with the arguments `A`.
#[must_use = "a function that returns rows is read in `from`: `.as_alias(Struct)`"]
pub struct SetCall<F, A> {
    function: PhantomData<fn() -> F>,
    arguments: A,
}

impl<F, A> SetCall<F, A> {
    /// Creates the call. The expansion of [`sql_function!`](crate::sql_function!) uses it.
    pub const fn new(arguments: A) -> Self {
        Self {
            function: PhantomData,
            arguments,
        }
    }
}

impl<F, A: Clone> Clone for SetCall<F, A> {
    fn clone(&self) -> Self {
        Self::new(self.arguments.clone())
    }
}

impl<F, A: Copy> Copy for SetCall<F, A> {}

impl<F, A: fmt::Debug> fmt::Debug for SetCall<F, A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("SetCall").field(&self.arguments).finish()
    }
}

fragment!(impl[F: SetFunction<A::Types>, A: ArgumentList] SetCall<F, A> {
    [&[Token::Text(F::OPEN)]], (arguments: A), [&[Token::Text(F::CLOSE)]],
});
