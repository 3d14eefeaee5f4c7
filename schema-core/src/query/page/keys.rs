//! The expressions that a keyset is ordered by: one, or a tuple of them.

use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::key::{KeysetKey, Sink, Tests};
use super::tuple_condition::TupleCondition;
use super::values::KeyValues;
use crate::expr::Sorted;
use crate::query::clause::TailClause;
use crate::row::Decoder;
use crate::sql::{Arguments, Fragment, ORDER_BY, SqlWriter, Token};
use crate::table::Column;
use crate::tuples::for_each_tuple;

/// The order of a keyset in the scope `S`: a column, an expression with `.asc()` or `.desc()`, or a tuple of them.
///
/// The constants and functions whose last parameter is a direction are about the rows after a position, and, at index 1
/// or if `back` is true, about those before it.
#[diagnostic::on_unimplemented(
    message = "a keyset cannot be ordered by this; name a column, or a tuple of columns whose last is unique",
    label = "expected columns, or expressions with `.asc()` or `.desc()`"
)]
pub trait KeysetKeys<S, I>: Sized {
    /// The values of a row.
    type Values: KeyValues + Send + Sync;
    /// Decodes the values.
    type Decoder: Decoder<Row = Self::Values>;
    /// True if the type determines the text.
    const STATIC: bool;
    /// The expressions.
    const COLUMNS: &'static [Token];
    /// The expressions with their directions.
    const ORDER: [&'static [Token]; 2];
    /// The condition for rows beyond a position.
    const BEYOND: [&'static [Token]; 2];
    /// The precedence of the condition.
    const PRECEDENCE: u8;

    /// Sends the expressions.
    ///
    /// # Errors
    /// If a value cannot be encoded.
    fn columns(&self, sink: &mut Sink<'_>) -> Result<(), BoxDynError>;

    /// Sends the expressions with their directions.
    ///
    /// # Errors
    /// If a value cannot be encoded.
    fn order(&self, back: bool, sink: &mut Sink<'_>) -> Result<(), BoxDynError>;

    /// Sends the condition.
    ///
    /// # Errors
    /// If a value cannot be encoded.
    fn beyond(
        &self,
        values: &Self::Values,
        back: bool,
        sink: &mut Sink<'_>,
    ) -> Result<(), BoxDynError>;
}

/// A [`KeysetKeys`] whose values are `V`. With a single impl, the error for another table does not list those of
/// [`KeysetKeys`].
#[diagnostic::on_unimplemented(
    message = "a keyset cannot be ordered by this; name a column, or a tuple of columns whose last is unique",
    label = "expected columns, or expressions with `.asc()` or `.desc()`"
)]
pub trait KeysetOrder<S, I, V>: KeysetKeys<S, I, Values = V> {}

impl<K: KeysetKeys<S, I, Values = V>, S, I, V> KeysetOrder<S, I, V> for K {}

/// A single key.
macro_rules! single {
    ($([$($generics:tt)*] $type:ty;)*) => {$(
        impl<S, I, $($generics)*> KeysetKeys<S, I> for $type
        where
            Self: KeysetKey<S, I, Value: Sync>,
        {
            type Values = <Self as KeysetKey<S, I>>::Value;
            type Decoder = <Self as KeysetKey<S, I>>::Decoder;
            const STATIC: bool = <<Self as KeysetKey<S, I>>::Expr as Fragment>::STATIC;
            const COLUMNS: &'static [Token] = <<Self as KeysetKey<S, I>>::Expr as Fragment>::TOKENS;
            const ORDER: [&'static [Token]; 2] = Tests::<S, I, Self>::ORDER;
            const BEYOND: [&'static [Token]; 2] = Tests::<S, I, Self>::STRICT;
            const PRECEDENCE: u8 = Tests::<S, I, Self>::PRECEDENCE;

            fn columns(&self, sink: &mut Sink<'_>) -> Result<(), BoxDynError> {
                sink.part(KeysetKey::<S, I>::expression(self))
            }

            fn order(&self, back: bool, sink: &mut Sink<'_>) -> Result<(), BoxDynError> {
                Tests::<S, I, Self>::order(self, back, sink)
            }

            fn beyond(
                &self,
                values: &Self::Values,
                back: bool,
                sink: &mut Sink<'_>,
            ) -> Result<(), BoxDynError> {
                Tests::<S, I, Self>::strict(self, values, back, sink)
            }
        }
    )*};
}

single! {
    [E, D] Sorted<E, D>;
    [T, C] Column<T, C>;
}

macro_rules! tuple {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        impl<S, $($name: KeysetKey<S, $place, Value: Sync>, $place),+> KeysetKeys<S, ($($place,)+)> for ($($name,)+) {
            type Values = ($($name::Value,)+);
            type Decoder = ($($name::Decoder,)+);
            const STATIC: bool = $($name::Expr::STATIC)&&+;
            const COLUMNS: &'static [Token] = &[$(comma($index), Token::Sub($name::Expr::TOKENS)),+];
            const ORDER: [&'static [Token]; 2] = [
                &[$(comma($index), Token::Sub(Tests::<S, $place, $name>::ORDER[0])),+],
                &[$(comma($index), Token::Sub(Tests::<S, $place, $name>::ORDER[1])),+],
            ];
            const BEYOND: [&'static [Token]; 2] = [
                TupleCondition::<S, ($($place,)+), Self, 0>::TOKENS,
                TupleCondition::<S, ($($place,)+), Self, 1>::TOKENS,
            ];
            const PRECEDENCE: u8 = TupleCondition::<S, ($($place,)+), Self, 0>::FORM.precedence(Tests::<S, A1, A>::PRECEDENCE);

            fn columns(&self, sink: &mut Sink<'_>) -> Result<(), BoxDynError> {
                $(
                    sink.text(comma_text($index));
                    sink.part(self.$index.expression())?;
                )+
                Ok(())
            }

            fn order(&self, back: bool, sink: &mut Sink<'_>) -> Result<(), BoxDynError> {
                $(
                    sink.text(comma_text($index));
                    Tests::<S, $place, $name>::order(&self.$index, back, sink)?;
                )+
                Ok(())
            }

            fn beyond(&self, values: &Self::Values, back: bool, sink: &mut Sink<'_>) -> Result<(), BoxDynError> {
                TupleCondition::<S, ($($place,)+), Self, 0>::send(self, values, back, sink)
            }
        }
    };
}

for_each_tuple!(tuple);

pub(super) const fn comma_text(index: usize) -> &'static str {
    if index == 0 { "" } else { ", " }
}

pub(super) const fn comma(index: usize) -> Token {
    Token::Text(comma_text(index))
}

/// The expressions of a keyset, as columns that a query selects.
#[derive(Debug, Clone, Copy)]
pub struct KeysetColumns<S, I, K> {
    pub(super) keys: K,
    pub(super) scope: PhantomData<fn() -> (S, I)>,
}

impl<S, I, K: KeysetKeys<S, I>> Fragment for KeysetColumns<S, I, K> {
    const TOKENS: &'static [Token] = K::COLUMNS;
    const STATIC: bool = K::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        // Writing the text cannot fail.
        drop(self.keys.columns(&mut Sink::Text(sql)));
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.keys.columns(&mut Sink::Values(arguments))
    }
}

/// The order of a keyset; if `BACK`, in the opposite direction.
#[derive(Debug, Clone, Copy)]
pub struct ReversedKeys<S, I, K, const BACK: bool> {
    pub(super) keys: K,
    pub(super) scope: PhantomData<fn() -> (S, I)>,
}

impl<S, I, K: KeysetKeys<S, I>, const BACK: bool> TailClause for ReversedKeys<S, I, K, BACK> {}

impl<S, I, K: KeysetKeys<S, I>, const BACK: bool> Fragment for ReversedKeys<S, I, K, BACK> {
    const TOKENS: &'static [Token] = &[Token::Text(ORDER_BY), Token::Sub(K::ORDER[BACK as usize])];
    const STATIC: bool = K::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        sql.text(ORDER_BY);
        // Writing the text cannot fail.
        drop(self.keys.order(BACK, &mut Sink::Text(sql)));
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.keys.order(BACK, &mut Sink::Values(arguments))
    }
}
