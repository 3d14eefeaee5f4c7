//! Setting the value at a path.

use super::{JsonAt, JsonField, JsonPlace};
use crate::expr::function::Argument;
use crate::expr::macros::{expression, no_comparison};
use crate::expr::{Expression, InScope, Never};
use crate::scope::Kind;
use crate::sql::{Token, fragment};
use crate::table::Impossible;
use crate::types::{ColumnType, Json, JsonContent, Nullability, SqlType};

/// The end of a path, whose value can be set.
pub trait JsonLeaf {
    /// The place.
    type Place: JsonPlace;
    /// The type of the value; an `Option` if the field is optional.
    type Value: ColumnType;
}

impl<P: JsonPlace, T: SqlType> JsonLeaf for JsonField<P, T> {
    type Place = P;
    type Value = <P::Null as Nullability>::Of<T>;
}

impl<P: JsonPlace, T: JsonContent> JsonLeaf for JsonAt<P, T> {
    type Place = P;
    type Value = <P::Null as Nullability>::Of<Json<T>>;
}

/// The JSON type that a path starts at. `L` is the end of the path.
#[diagnostic::on_unimplemented(
    message = "this path starts at `{B}`, and is set in `{Self}`",
    label = "a path of another type"
)]
pub trait HoldsPath<B> {}

#[diagnostic::do_not_recommend]
impl<T> HoldsPath<Self> for Json<T> {}

// Never applies: with a single impl, the compiler would report that two types differ.
#[diagnostic::do_not_recommend]
#[allow(
    unused_lifetimes,
    reason = "without it, the compiler refuses a bound that cannot hold"
)]
impl<A, B> HoldsPath<B> for A where for<'never> Impossible: Never<0> {}

/// The function of [`with`](crate::expr::JsonMethods::with), for messages.
#[allow(
    non_camel_case_types,
    reason = "the type has the function's name, for messages"
)]
#[derive(Debug)]
pub enum with {}

/// `jsonb_set(target, array['author', 'name'], to_jsonb(value))`: the JSON `E` with the value at the place `P` set to `V`.
#[derive(Debug, Clone, Copy)]
pub struct WithPath<E, P, V> {
    target: E,
    value: Argument<V>,
    place: std::marker::PhantomData<fn() -> P>,
}

impl<E, P, V> WithPath<E, P, V> {
    pub(crate) const fn new(target: E, value: V) -> Self {
        Self {
            target,
            value: Argument::new(value),
            place: std::marker::PhantomData,
        }
    }
}

// `jsonb_set` returns NULL if the value is NULL, and serde writes `null` for `None`. Not by `jsonb_set_lax`: the server fails with
// "unknown type of jsonb container" if the result of one that wrote `null` is changed again.
fragment!(impl[E: Expression, P: JsonPlace, V: Expression] WithPath<E, P, V> {
    "jsonb_set(", (target: E), ", array[", [P::KEYS], "], ",
    [&[Token::Text(if P::Null::NULLABLE { "coalesce(to_jsonb(" } else { "to_jsonb(" })]],
    (value: Argument<V>),
    [&[Token::Text(if P::Null::NULLABLE { "), 'null'))" } else { "))" })]],
});

expression!(impl[E: Expression, P: JsonPlace, V: Expression] WithPath<E, P, V> {
    base: E::Base,
    kind: <E::Kind as Kind>::And<V::Kind>,
    precedence: ATOM,
});

no_comparison!([E, P, V] WithPath<E, P, V>);

impl<E: InScope<S, I>, P: JsonPlace, V: InScope<S, J>, S, I, J> InScope<S, (I, J)>
    for WithPath<E, P, V>
{
    type Null = <E::Null as Nullability>::Or<<P::Null as Nullability>::Strict<V::Null>>;
}
