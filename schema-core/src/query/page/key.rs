//! One of the expressions that a keyset is ordered by.

use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use crate::expr::binary::{CLOSE, OPEN, parenthesis_if, precedence};
use crate::expr::operators::Asc;
use crate::expr::{Decoded, Direction, Expression, InScope, Sorted};
use crate::row::Decoder;
use crate::scope::RowLevel;
use crate::sql::{Arguments, Fragment, SentAs, SqlWriter, Token};
use crate::table::{Column, ColumnMarker, Source};
use crate::types::{ColumnType, Nullability, SqlType};

/// A column, or an expression with a direction, that a keyset in the scope `S` is ordered by.
#[diagnostic::on_unimplemented(
    message = "a keyset cannot be ordered by this; name a column, or a tuple of columns whose last is unique",
    label = "expected columns, or expressions with `.asc()` or `.desc()`"
)]
pub trait KeysetKey<S, I> {
    /// The expression.
    type Expr: Expression;
    /// The direction.
    type Direction: Direction;
    /// The expression's Rust type, with `Option` if it may be NULL.
    type Value: ColumnType + Send;
    /// Decodes the expression.
    type Decoder: Decoder<Row = Self::Value>;
    /// True if the expression may be NULL.
    const NULLABLE: bool;

    /// Returns the expression.
    fn expression(&self) -> &Self::Expr;
}

// Recommended, as is the next impl: the error for another table is that of `InScope`.
impl<E, D, S, I> KeysetKey<S, I> for Sorted<E, D>
where
    E: InScope<S, I, Kind: RowLevel>,
    D: Direction,
    <E::Null as Nullability>::Of<E::Base>: Send,
{
    type Expr = E;
    type Direction = D;
    type Value = <E::Null as Nullability>::Of<E::Base>;
    type Decoder = Decoded<E, E::Null>;
    const NULLABLE: bool = E::Null::NULLABLE;

    fn expression(&self) -> &E {
        Self::expression(self)
    }
}

impl<T, C, S, I> KeysetKey<S, I> for Column<T, C>
where
    T: Source,
    C: ColumnMarker,
    Self: InScope<S, I>,
    <<Self as InScope<S, I>>::Null as Nullability>::Of<<Self as Expression>::Base>: Send,
{
    type Expr = Self;
    type Direction = Asc;
    type Value = <<Self as InScope<S, I>>::Null as Nullability>::Of<<Self as Expression>::Base>;
    type Decoder = Decoded<Self, <Self as InScope<S, I>>::Null>;
    const NULLABLE: bool = <Self as InScope<S, I>>::Null::NULLABLE;

    fn expression(&self) -> &Self {
        self
    }
}

/// Receives a condition: its text, or its values.
#[derive(Debug)]
pub enum Sink<'a> {
    /// Receives the text.
    Text(&'a mut SqlWriter),
    /// Receives the values.
    Values(&'a mut Arguments),
}

impl Sink<'_> {
    pub(super) fn text(&mut self, text: &str) {
        if let Self::Text(sql) = self {
            sql.text(text);
        }
    }

    pub(super) fn part(&mut self, part: &impl Fragment) -> Result<(), BoxDynError> {
        match self {
            Self::Text(sql) => part.write(sql),
            Self::Values(arguments) => part.bind(arguments)?,
        }
        Ok(())
    }

    pub(super) fn value<T: SqlType>(&mut self, value: Option<&T>) -> Result<(), BoxDynError> {
        match self {
            Self::Text(sql) => sql.parameter(),
            Self::Values(arguments) => arguments.push::<T, T>(value)?,
        }
        Ok(())
    }
}

/// The conditions on the key `K`, each as constant tokens and as a function. A condition is about the rows after a value,
/// or, going backwards, about those before it.
pub(super) struct Tests<S, I, K>(PhantomData<(S, I, K)>);

/// A negated test is at the other position.
const fn pair(first: bool, texts: [&'static str; 2]) -> [&'static str; 2] {
    if first { texts } else { [texts[1], texts[0]] }
}

impl<S, I, K: KeysetKey<S, I>> Tests<S, I, K> {
    const PARENTHESES: bool = <K::Expr as Expression>::PRECEDENCE <= precedence::COMPARE;
    const OPERAND: &'static [Token] = &[
        Token::Sub(parenthesis_if(Self::PARENTHESES, OPEN)),
        Token::Sub(K::Expr::TOKENS),
        Token::Sub(parenthesis_if(Self::PARENTHESES, CLOSE)),
    ];
    /// The value of the key.
    const PARAMETER: Token = Token::Parameter(Self::SENT_AS);
    /// The type that it is sent as.
    pub(super) const SENT_AS: SentAs = SentAs::of::<<K::Value as ColumnType>::Base>();
    /// True if larger values follow.
    pub(super) const ASCENDING: bool = !K::Direction::DESCENDING;
    /// The operators of the rows after a value, and of those before it.
    pub(super) const OPERATORS: [&'static str; 2] = pair(Self::ASCENDING, [" > ", " < "]);
    const OR_EQUAL: [&'static str; 2] = pair(Self::ASCENDING, [" >= ", " <= "]);
    /// The test of the rows that follow because they are NULL and the value is not, or the other way round.
    const NULL_TESTS: [&'static str; 2] = pair(
        !K::Direction::NULLS_FIRST,
        [" is null and ", " is not null and "],
    );

    /// `key > $1`, or `(key > $1 or key is null and $2)` if it may be NULL.
    pub(super) const STRICT: [&'static [Token]; 2] = if K::NULLABLE {
        [Self::NULLABLE_AFTER, Self::NULLABLE_BEFORE]
    } else {
        [Self::AFTER, Self::BEFORE]
    };
    const AFTER: &'static [Token] = &[
        Token::Sub(Self::OPERAND),
        Token::Text(Self::OPERATORS[0]),
        Self::PARAMETER,
    ];
    const BEFORE: &'static [Token] = &[
        Token::Sub(Self::OPERAND),
        Token::Text(Self::OPERATORS[1]),
        Self::PARAMETER,
    ];
    const NULLABLE_AFTER: &'static [Token] = &[
        Token::Text("("),
        Token::Sub(Self::AFTER),
        Token::Text(" or "),
        Token::Sub(Self::OPERAND),
        Token::Text(Self::NULL_TESTS[0]),
        Token::parameter::<bool>(),
        Token::Text(")"),
    ];
    const NULLABLE_BEFORE: &'static [Token] = &[
        Token::Text("("),
        Token::Sub(Self::BEFORE),
        Token::Text(" or "),
        Token::Sub(Self::OPERAND),
        Token::Text(Self::NULL_TESTS[1]),
        Token::parameter::<bool>(),
        Token::Text(")"),
    ];
    /// `key = $1`
    pub(super) const EQUAL: &'static [Token] = &[
        Token::Sub(Self::OPERAND),
        Token::Text(Self::EQUALS),
        Self::PARAMETER,
    ];
    const EQUALS: &'static str = if K::NULLABLE {
        " is not distinct from "
    } else {
        " = "
    };
    /// `key >= $1`: the condition for which an index is read, if the others are joined by `or`.
    pub(super) const REACHED: [&'static [Token]; 2] = [
        &[
            Token::Sub(Self::OPERAND),
            Token::Text(Self::OR_EQUAL[0]),
            Self::PARAMETER,
        ],
        &[
            Token::Sub(Self::OPERAND),
            Token::Text(Self::OR_EQUAL[1]),
            Self::PARAMETER,
        ],
    ];
    pub(super) const PRECEDENCE: u8 = if K::NULLABLE {
        precedence::ATOM
    } else {
        precedence::COMPARE
    };
    /// The expression and its direction, and the opposite direction.
    pub(super) const ORDER: [&'static [Token]; 2] = [
        &[
            Token::Sub(K::Expr::TOKENS),
            Token::Text(<K::Direction as Direction>::TEXT),
        ],
        &[
            Token::Sub(K::Expr::TOKENS),
            Token::Text(<<K::Direction as Direction>::Reverse as Direction>::TEXT),
        ],
    ];

    pub(super) fn order(key: &K, back: bool, sink: &mut Sink<'_>) -> Result<(), BoxDynError> {
        sink.part(key.expression())?;
        sink.text(if back {
            <<K::Direction as Direction>::Reverse as Direction>::TEXT
        } else {
            <K::Direction as Direction>::TEXT
        });
        Ok(())
    }

    fn operand(key: &K, sink: &mut Sink<'_>) -> Result<(), BoxDynError> {
        if Self::PARENTHESES {
            sink.text("(");
        }
        sink.part(key.expression())?;
        if Self::PARENTHESES {
            sink.text(")");
        }
        Ok(())
    }

    fn compare(
        key: &K,
        operator: &str,
        value: &K::Value,
        sink: &mut Sink<'_>,
    ) -> Result<(), BoxDynError> {
        Self::operand(key, sink)?;
        sink.text(operator);
        sink.value(value.value())
    }

    pub(super) fn strict(
        key: &K,
        value: &K::Value,
        back: bool,
        sink: &mut Sink<'_>,
    ) -> Result<(), BoxDynError> {
        let operator = Self::OPERATORS[usize::from(back)];
        if !K::NULLABLE {
            return Self::compare(key, operator, value, sink);
        }
        sink.text("(");
        Self::compare(key, operator, value, sink)?;
        sink.text(" or ");
        Self::operand(key, sink)?;
        sink.text(Self::NULL_TESTS[usize::from(back)]);
        // NULLs that follow the values follow each of them; values that follow NULL follow it alone.
        let nulls_follow = back == K::Direction::NULLS_FIRST;
        sink.value(Some(&(value.value().is_some() == nulls_follow)))?;
        sink.text(")");
        Ok(())
    }

    pub(super) fn equal(key: &K, value: &K::Value, sink: &mut Sink<'_>) -> Result<(), BoxDynError> {
        Self::compare(key, Self::EQUALS, value, sink)
    }

    pub(super) fn reached(
        key: &K,
        value: &K::Value,
        back: bool,
        sink: &mut Sink<'_>,
    ) -> Result<(), BoxDynError> {
        Self::compare(key, Self::OR_EQUAL[usize::from(back)], value, sink)
    }
}
