//! Collations: `"a"."name" collate "C"`.
//!
//! <https://www.postgresql.org/docs/current/collation.html>

use std::marker::PhantomData;

use super::binary::{CLOSE, OPEN, parenthesis_if, precedence};
use super::function::Argument;
use super::group::group_item;
use super::macros::{expression, no_comparison};
use super::{Expression, InScope, Never};
use crate::sql::{Token, fragment};
use crate::table::Impossible;

/// A collation, from [`collation!`](crate::collation!) or this module.
pub trait Collation: Copy + 'static {
    /// The name, without quotes.
    const NAME: &'static str;
}

/// A [`Collation`], which is `C` itself. It is unknown if the type is none, so that later calls produce no further errors.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a collation",
    label = "expected a collation such as `collation::C`",
    note = "declare a collation by its name: `collation!(Spanish = \"es-x-icu\");`"
)]
pub trait IntoCollation<C> {}

#[diagnostic::do_not_recommend]
impl<C: Collation> IntoCollation<C> for C {}

// With two candidates, the compiler selects none for a type that is no collation.
#[diagnostic::do_not_recommend]
#[allow(
    unused_lifetimes,
    reason = "without it, the compiler refuses a bound that cannot hold"
)]
impl<A, C> IntoCollation<C> for A where for<'never> Impossible: Never<0> {}

/// Declares collations, by their names in the database.
///
/// ```
/// use schema_core::prelude::*;
///
/// collation! {
///     /// Spanish, as ICU sorts it.
///     pub Spanish = "es-x-icu"
/// }
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: String }
/// assert_eq!(
///     Patient.select().order_by(Patient.name.collate(Spanish)).columns(Patient.id).to_sql(),
///     r#"select "patients"."id" from "patients" order by "patients"."name" collate "es-x-icu""#
/// );
/// ```
#[macro_export]
macro_rules! collation {
    ($($(#[$meta:meta])* $vis:vis $name:ident = $sql:literal);+ $(;)?) => {$(
        $(#[$meta])*
        #[derive(::core::fmt::Debug, ::core::clone::Clone, ::core::marker::Copy)]
        $vis struct $name;

        impl $crate::__private::Collation for $name {
            const NAME: &'static str = $sql;
        }
    )+};
}

macro_rules! builtin {
    ($($(#[$doc:meta])* $name:ident $sql:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name;

        #[diagnostic::do_not_recommend]
        impl Collation for $name {
            const NAME: &'static str = $sql;
        }
    )*};
}

builtin! {
    /// `"C"`: by the bytes of the characters.
    C "C";
    /// `"pg_c_utf8"`: by code points, with the letters of Unicode. Postgres 17.
    PgCUtf8 "pg_c_utf8";
    /// `"POSIX"`: the same as [`C`].
    Posix "POSIX";
    /// `"ucs_basic"`: by code points.
    UcsBasic "ucs_basic";
    /// `"unicode"`: the order of Unicode for all languages. It needs a server with ICU.
    Unicode "unicode";
}

/// `operand collate "name"`, from [`collate`](super::TextMethods::collate).
#[derive(Debug, Clone, Copy)]
pub struct Collated<E, C> {
    operand: Argument<E>,
    collation: PhantomData<C>,
}

impl<E, C> Collated<E, C> {
    pub(crate) const fn new(operand: E) -> Self {
        Self {
            operand: Argument::new(operand),
            collation: PhantomData,
        }
    }
}

const fn loose<E: Expression>() -> bool {
    E::PRECEDENCE < precedence::COLLATE
}

fragment!(impl[E: Expression, C: Collation] Collated<E, C> {
    [parenthesis_if(loose::<E>(), OPEN)], (operand: Argument<E>), [parenthesis_if(loose::<E>(), CLOSE)],
    [&[Token::Text(" collate "), Token::Name(C::NAME)]],
});

expression!(impl[E: Expression, C: Collation] Collated<E, C> {
    base: E::Base,
    kind: E::Kind,
    precedence: COLLATE,
});

impl<E: InScope<S, I>, C: Collation, S, I> InScope<S, (I,)> for Collated<E, C> {
    type Null = E::Null;
}

no_comparison!([E, C] Collated<E, C>);

group_item!(impl[E: Expression, C: Collation] Collated<E, C>, E);
