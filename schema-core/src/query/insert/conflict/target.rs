//! The targets of `on conflict`: columns, a constraint, an expression.
//!
//! <https://www.postgresql.org/docs/current/sql-insert.html#SQL-ON-CONFLICT>

use std::fmt;
use std::marker::PhantomData;

use sqlx::error::BoxDynError;

use crate::sql::{Arguments, Fragment, SqlWriter, Token, fragment};
use crate::table::{Column, ColumnMarker, PartialColumns, UniqueColumns};
use crate::tuples::for_each_tuple;

/// ` on conflict ("email")`: the columns `K`.
pub struct Target<K>(PhantomData<fn() -> K>);

impl<K> Target<K> {
    pub(super) const NEW: Self = Self(PhantomData);
}

impl<K> Clone for Target<K> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K> Copy for Target<K> {}

impl<K> fmt::Debug for Target<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Target")
    }
}

fragment!(impl[K: ConflictColumns] Target<K> { [K::TOKENS] });

/// ` on conflict on constraint "patients_email_key"`
#[derive(Debug, Clone, Copy)]
pub struct OnConstraint(pub(super) &'static str);

// Not declared by `fragment!`: the name is a value.
impl Fragment for OnConstraint {
    const TOKENS: &'static [Token] = &[];
    const STATIC: bool = false;

    fn write(&self, sql: &mut SqlWriter) {
        sql.text(" on conflict on constraint ");
        sql.name(&self.0.replace('"', "\"\""));
    }

    fn bind(&self, _arguments: &mut Arguments) -> Result<(), BoxDynError> {
        Ok(())
    }
}

/// ` on conflict (lower("patients"."email"))`: the expressions of a unique index.
#[derive(Debug, Clone, Copy)]
pub struct OnExpression<E>(pub(super) E);

fragment!(impl[E: Fragment] OnExpression<E> { " on conflict ((", (0: E), "))" });

/// `lower("patients"."email")), ("patients"."name"`: several expressions of a unique index.
#[derive(Debug, Clone, Copy)]
pub struct WithExpression<E, F>(pub(super) E, pub(super) F);

fragment!(impl[E: Fragment, F: Fragment] WithExpression<E, F> { (0: E), "), (", (1: F) });

/// The target of an `on conflict`: columns, or any constraint.
pub trait ConflictColumns {
    /// ` on conflict ("email")`
    const TOKENS: &'static [Token];
}

/// Any unique constraint of the table.
#[derive(Debug)]
pub enum Anything {}

impl ConflictColumns for Anything {
    const TOKENS: &'static [Token] = &[Token::Text(" on conflict")];
}

impl<T, C: ColumnMarker> ConflictColumns for Column<T, C> {
    const TOKENS: &'static [Token] = &[
        Token::Text(" on conflict ("),
        Token::Name(C::NAME),
        Token::Text(")"),
    ];
}

macro_rules! target {
    ($($marker:ident $index:tt $source:ident $other:ident),+) => {
        impl<$($source, $marker: ColumnMarker),+> ConflictColumns for ($(Column<$source, $marker>,)+) {
            const TOKENS: &'static [Token] = &[
                Token::Text(" on conflict ("),
                Token::Names(&[], &[$($marker::NAME),+]),
                Token::Text(")"),
            ];
        }
    };
}

for_each_tuple!(target);

/// Columns of table `T` for `on conflict`, whose target is `X`. The compiler infers whether they are unique in all rows
/// or in [some](PartialColumns).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not unique in `{T}`",
    label = "neither primary key nor unique",
    note = "add `#[column(unique)]`, or `#[unique(a, b)]` for several columns together, without `deferrable`"
)]
pub trait ConflictTarget<T, I, X> {}

/// Columns that are unique in all rows.
#[derive(Debug)]
pub enum InAllRows {}

/// Columns that are unique in the rows of a partial index.
#[derive(Debug)]
pub enum InSomeRows {}

#[diagnostic::do_not_recommend]
impl<K: UniqueColumns<T>, T> ConflictTarget<T, InAllRows, K> for K {}

#[diagnostic::do_not_recommend]
impl<K: PartialColumns<T>, T> ConflictTarget<T, InSomeRows, Partial<T, K>> for K {}

/// The columns `K` of table `T` with the condition of their partial index.
#[derive(Debug)]
pub struct Partial<T, K>(PhantomData<(T, K)>);

impl<T, K: ConflictColumns + PartialColumns<T>> ConflictColumns for Partial<T, K> {
    const TOKENS: &'static [Token] = &[
        Token::Sub(K::TOKENS),
        Token::Text(" where "),
        Token::Text(K::WHERE),
    ];
}
