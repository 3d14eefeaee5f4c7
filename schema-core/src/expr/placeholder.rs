//! Placeholders: parameters whose values are fields of a struct.

use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use super::macros::{condition, expression};
use crate::expr::{InScope, IntoList};
use crate::scope::Constant;
use crate::sql::{Arguments, Fragment, Token};
use crate::types::ColumnType;

/// A struct with `#[derive(Params)]`: the values of the placeholders of a prepared query.
#[diagnostic::on_unimplemented(
    message = "`{Self}` has no placeholders; add `#[derive(Params)]` to it",
    label = "expected a struct with `#[derive(Params)]`"
)]
pub trait Params: Send + Sync + 'static {
    /// The name of the struct.
    const NAME: &'static str;
    /// The names of the fields.
    const FIELDS: &'static [&'static str];
}

/// The field `INDEX` of a struct with `#[derive(Params)]`.
pub trait ParamField<const INDEX: usize>: Params {
    /// The type of the field.
    type Type: ColumnType;

    /// Returns the value.
    fn get(&self) -> &Self::Type;
}

/// The field `INDEX` of the struct `P`, as a parameter: `$1`. `#[derive(Params)]` generates a constant with one for each
/// field.
pub struct Placeholder<P, const INDEX: usize>(PhantomData<fn() -> P>);

impl<P, const INDEX: usize> Placeholder<P, INDEX> {
    /// The only value.
    pub const NEW: Self = Self(PhantomData);
}

impl<P, const INDEX: usize> Clone for Placeholder<P, INDEX> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<P, const INDEX: usize> Copy for Placeholder<P, INDEX> {}

impl<P: Params, const INDEX: usize> fmt::Debug for Placeholder<P, INDEX> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let field = P::FIELDS.get(INDEX).unwrap_or(&"");
        write!(f, "{}.{field}", P::NAME)
    }
}

impl<P: ParamField<INDEX>, const INDEX: usize> Fragment for Placeholder<P, INDEX> {
    const TOKENS: &'static [Token] = &[Token::parameter::<<P::Type as ColumnType>::Base>()];

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        arguments.push_placeholder(P::NAME, INDEX, P::get)
    }
}

expression!(impl[P: ParamField<INDEX>, const INDEX: usize] Placeholder<P, INDEX> {
    base: <P::Type as ColumnType>::Base,
    kind: Constant,
    precedence: ATOM,
    parameter: true,
});

condition!(impl[P: ParamField<INDEX>, const INDEX: usize] Placeholder<P, INDEX>);

impl<P: ParamField<INDEX>, const INDEX: usize, S> InScope<S, ()> for Placeholder<P, INDEX> {
    type Null = <P::Type as ColumnType>::Null;
}

/// A field that is a list can be the argument of `eq_any`, as a list of values can.
#[diagnostic::do_not_recommend]
impl<P: ParamField<INDEX, Type = Vec<T>>, T, For, const INDEX: usize> IntoList<T, For>
    for Placeholder<P, INDEX>
where
    Vec<T>: ColumnType,
{
    type List = Self;

    fn into_list(self) -> Self {
        self
    }
}
