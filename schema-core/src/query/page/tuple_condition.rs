//! The condition on several keys, for rows beyond a position.

use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::key::{KeysetKey, Sink, Tests};
use super::keys::comma;
use crate::expr::binary::precedence;
use crate::sql::{Fragment, Token};
use crate::tuples::for_each_tuple;
use crate::types::ColumnType;

/// A condition on several keys.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Form {
    /// `a > $1`
    One,
    /// `(a, b) > ($1, $2)`: no key can be NULL, and all have the same direction. An index serves this directly.
    Row,
    /// `a >= $1 and (a > $2 or a = $3 and b < $4)`: the first key cannot be NULL, so that an index serves the first part.
    Guarded,
    /// `a > $1 or a = $2 and b < $3`
    Chain,
}

impl Form {
    /// The precedence of the condition, if that on the first key is `one`.
    pub(super) const fn precedence(self, one: u8) -> u8 {
        match self {
            Self::One => one,
            Self::Row => precedence::COMPARE,
            Self::Guarded => precedence::AND,
            Self::Chain => precedence::OR,
        }
    }

    const fn of(keys: &[(bool, bool)]) -> Self {
        if keys.len() == 1 {
            return Self::One;
        }
        let (first_nullable, first_ascending) = keys[0];
        let mut i = 0;
        while i < keys.len() {
            let (nullable, ascending) = keys[i];
            if nullable || ascending != first_ascending {
                return if first_nullable {
                    Self::Chain
                } else {
                    Self::Guarded
                };
            }
            i += 1;
        }
        Self::Row
    }
}

/// ` or a = $2 and `, after the condition on the key at `index`, if others follow.
const fn link(index: usize, count: usize, links: [&'static [Token]; 3]) -> &'static [Token] {
    links[if index + 1 == count {
        0
    } else if index + 2 == count {
        1
    } else {
        2
    }]
}

/// The condition on the keys `K`, a tuple, for the rows after a position, or, if `BACK` is 1, before it.
pub(super) struct TupleCondition<S, I, K, const BACK: usize>(PhantomData<(S, I, K)>);

macro_rules! tokens {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        impl<S, $($name: KeysetKey<S, $place>, $place),+, const BACK: usize>
            TupleCondition<S, ($($place,)+), ($($name,)+), BACK>
        {
            const COUNT: usize = [$($index),+].len();
            pub(super) const FORM: Form =
                Form::of(&[$(($name::NULLABLE, Tests::<S, $place, $name>::ASCENDING)),+]);
            pub(super) const TOKENS: &'static [Token] = match Self::FORM {
                Form::One | Form::Chain => Self::CHAIN,
                Form::Row => Self::ROW,
                Form::Guarded => Self::GUARDED,
            };
            const ROW: &'static [Token] = &[
                Token::Text("("), $(comma($index), Token::Sub($name::Expr::TOKENS),)+ Token::Text(")"),
                Token::Text(Tests::<S, A1, A>::OPERATORS[BACK]),
                Token::Text("("), Token::Params(&[$(Tests::<S, $place, $name>::SENT_AS),+]), Token::Text(")"),
            ];
            const CHAIN: &'static [Token] = &[
                $(Token::Sub(Tests::<S, $place, $name>::STRICT[BACK]),
                  Token::Sub(link($index, Self::COUNT, Links::<S, $place, $name>::ALL)),)+
                $(Token::Text(close($index, Self::COUNT))),+
            ];
            const GUARDED: &'static [Token] = &[
                Token::Sub(Tests::<S, A1, A>::REACHED[BACK]),
                Token::Text(" and ("), Token::Sub(Self::CHAIN), Token::Text(")"),
            ];
        }
    };
}

for_each_tuple!(tokens);

macro_rules! send {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        impl<S, $($name: KeysetKey<S, $place>, $place),+> TupleCondition<S, ($($place,)+), ($($name,)+), 0> {
            pub(super) fn send(
                keys: &($($name,)+),
                values: &($($name::Value,)+),
                back: bool,
                sink: &mut Sink<'_>,
            ) -> Result<(), BoxDynError> {
                if Self::FORM == Form::Row {
                    $(sink.text(before($index)); sink.part(keys.$index.expression())?;)+
                    sink.text(")");
                    sink.text(Tests::<S, A1, A>::OPERATORS[usize::from(back)]);
                    $(sink.text(before($index)); sink.value(values.$index.value())?;)+
                    sink.text(")");
                    return Ok(());
                }
                if Self::FORM == Form::Guarded {
                    Tests::<S, A1, A>::reached(&keys.0, &values.0, back, sink)?;
                    sink.text(" and (");
                }
                $(
                    Tests::<S, $place, $name>::strict(&keys.$index, &values.$index, back, sink)?;
                    if $index + 1 < Self::COUNT {
                        sink.text(" or ");
                        Tests::<S, $place, $name>::equal(&keys.$index, &values.$index, sink)?;
                        sink.text(if $index + 2 == Self::COUNT { " and " } else { " and (" });
                    }
                )+
                $(sink.text(close($index, Self::COUNT));)+
                if Self::FORM == Form::Guarded {
                    sink.text(")");
                }
                Ok(())
            }
        }
    };
}

for_each_tuple!(send);

/// The text before an element of a list in parentheses.
const fn before(index: usize) -> &'static str {
    if index == 0 { "(" } else { ", " }
}

/// The part after the condition on the key `K`: nothing, the last key, or several.
struct Links<S, I, K>(PhantomData<(S, I, K)>);

impl<S, I, K: KeysetKey<S, I>> Links<S, I, K> {
    const ALL: [&'static [Token]; 3] = [&[], Self::LAST, Self::SEVERAL];
    const LAST: &'static [Token] = &[
        Token::Text(" or "),
        Token::Sub(Tests::<S, I, K>::EQUAL),
        Token::Text(" and "),
    ];
    const SEVERAL: &'static [Token] = &[
        Token::Text(" or "),
        Token::Sub(Tests::<S, I, K>::EQUAL),
        Token::Text(" and ("),
    ];
}

/// The parenthesis that ends the condition after the key at `index`.
const fn close(index: usize, count: usize) -> &'static str {
    if index + 2 < count { ")" } else { "" }
}
