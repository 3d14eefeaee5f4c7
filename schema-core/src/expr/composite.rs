//! Fields of composite values: `(column).field`.
//!
//! <https://www.postgresql.org/docs/current/rowtypes.html#ROWTYPES-ACCESSING>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::arithmetic::rust_operators;
use super::group::group_item;
use super::macros::{condition, expression, no_comparison};
use super::{Expression, InScope};
use crate::sql::{Token, fragment};
use crate::types::{ColumnType, HasField, Nullability};

/// A field of the struct `C` with `#[derive(PgComposite)]`: `Address.street`. The derive generates a constant with all of
/// them.
pub struct CompositeField<C, const I: usize>(PhantomData<fn() -> C>);

impl<C, const I: usize> CompositeField<C, I> {
    /// The field.
    pub const NEW: Self = Self(PhantomData);
}

impl<C, const I: usize> Clone for CompositeField<C, I> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<C, const I: usize> Copy for CompositeField<C, I> {}

impl<C: HasField<I>, const I: usize> fmt::Debug for CompositeField<C, I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CompositeField").field(&C::NAME).finish()
    }
}

/// A field of the struct `C`, which `X` reads from the expression `E`. `X` is a parameter so that another field is a single
/// error.
#[diagnostic::on_unimplemented(
    message = "`{C}` does not have this field",
    label = "expected a field of `{C}`",
    note = "`Address.street` is a field of the struct `Address` with `#[derive(PgComposite)]`"
)]
pub trait CompositeFieldOf<C, E, X> {
    /// Returns the expression for the field.
    fn access(self, operand: E) -> X;
}

#[diagnostic::do_not_recommend]
impl<C, E, const I: usize> CompositeFieldOf<C, E, FieldAccess<E, I>> for CompositeField<C, I> {
    fn access(self, operand: E) -> FieldAccess<E, I> {
        FieldAccess { operand }
    }
}

/// `(composite).field`, from [`CompositeMethods::field`].
#[derive(Debug, Clone, Copy)]
pub struct FieldAccess<E, const I: usize> {
    operand: E,
}

fragment!(impl[E: Expression<Base: HasField<I>>, const I: usize] FieldAccess<E, I> {
    "(", (operand: E), ").", [&[Token::Name(<E::Base as HasField<I>>::NAME)]],
});

expression!(impl[E: Expression<Base: HasField<I>>, const I: usize] FieldAccess<E, I> {
    base: <<E::Base as HasField<I>>::Type as ColumnType>::Base,
    kind: E::Kind,
    precedence: ATOM,
});

condition!(impl[E: Expression<Base: HasField<I>>, const I: usize] FieldAccess<E, I>);

no_comparison!([E, const I: usize] FieldAccess<E, I>);

rust_operators!(impl[E: Expression<Base: HasField<I>>, const I: usize] FieldAccess<E, I>);

group_item!(impl[E: Expression<Base: HasField<I>>, const I: usize] FieldAccess<E, I>, E);

impl<E, S, P, const I: usize> InScope<S, (P,)> for FieldAccess<E, I>
where
    E: InScope<S, P> + Expression<Base: HasField<I>>,
{
    type Null = <E::Null as Nullability>::Or<<<E::Base as HasField<I>>::Type as ColumnType>::Null>;
}

/// The fields of composite values.
#[hide_bounds]
pub trait CompositeMethods: Expression {
    /// `(self).field`: a field of a composite value.
    ///
    /// ```
    /// use schema_core::prelude::*;
    ///
    /// #[derive(PgComposite, Debug, Clone, PartialEq)]
    /// pub struct Address {
    ///     pub street: String,
    ///     pub zip: Option<String>,
    /// }
    ///
    /// #[table(name = "patients")]
    /// struct Patient {
    ///     #[column(primary_key)]
    ///     id: i64,
    ///     home: Address,
    /// }
    ///
    /// let near = Patient
    ///     .select()
    ///     .filter(Patient.home.field(Address.zip).eq("10115"))
    ///     .columns((Patient.id, Patient.home.field(Address.street)));
    /// assert_eq!(
    ///     near.to_sql(),
    ///     r#"select "patients"."id", ("patients"."home")."street" from "patients" where ("patients"."home")."zip" = $1"#
    /// );
    /// ```
    fn field<F: CompositeFieldOf<Self::Base, Self, X>, X>(self, field: F) -> X {
        field.access(self)
    }
}

impl<E: Expression> CompositeMethods for E {}
