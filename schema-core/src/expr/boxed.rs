//! Expressions that are chosen at run time.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use sqlx::error::BoxDynError;

use super::arithmetic::rust_operators;
use super::binary::precedence;
use super::macros::{condition, expression, no_comparison};
use super::{Expression, InScope};
use crate::scope::{PerRow, SubsetOf};
use crate::sql::{Arguments, DynFragment, Fragment, SqlWriter, Token};
use crate::types::{NeverNull, Nullability, Nullable, SqlType};

/// An expression of type `T` over the sources `S`, such as `(Patient,)`, whose own type is erased, from
/// [`boxed_expr`](Expression::boxed_expr): a column to sort by or to select that is chosen at run time.
///
/// `N` is [`NeverNull`], or [`Nullable`] if the expression can be NULL. In a query that reads one of the sources by an
/// outer join, it can always be NULL; for an expression of such a query, `S` has an `Option`: `(Order, Option<Patient>)`.
///
/// ```
/// use schema_core::prelude::*;
/// use schema_core::types::Nullable;
///
/// #[table(name = "patients")]
/// struct Patient {
///     #[column(primary_key)]
///     id: i64,
///     height: i32,
///     weight: Option<i32>,
/// }
///
/// fn measure(name: &str) -> Option<BoxedExpr<'static, (Patient,), i32, Nullable>> {
///     match name {
///         "height" => Some(Patient.height.boxed_expr()),
///         "weight" => Some(Patient.weight.boxed_expr()),
///         "sum" => Some((Patient.height + Patient.weight).boxed_expr()),
///         _ => None,
///     }
/// }
///
/// let sum = measure("sum").unwrap();
/// let query = Patient.select().filter(sum.clone().gt(200)).order_by(sum.desc()).columns(measure("weight").unwrap());
/// assert_eq!(
///     query.to_sql(),
///     r#"select "patients"."weight" from "patients" where ("patients"."height" + "patients"."weight") > $1 "#.to_owned()
///         + r#"order by ("patients"."height" + "patients"."weight") desc"#
/// );
/// ```
pub struct BoxedExpr<'a, S, T, N = NeverNull> {
    expression: Arc<dyn DynFragment + 'a>,
    parentheses: bool,
    marker: Marker<S, T, N>,
}

type Marker<S, T, N> = PhantomData<fn() -> (S, T, N)>;

impl<'a, S, T, N> BoxedExpr<'a, S, T, N> {
    /// An expression that reads only the sources `S`.
    pub(super) fn of<E: Expression + Send + Sync + 'a>(expression: E) -> Self {
        Self {
            expression: Arc::new(expression),
            parentheses: E::PRECEDENCE < precedence::ATOM,
            marker: PhantomData,
        }
    }
}

impl<S, T, N> Clone for BoxedExpr<'_, S, T, N> {
    fn clone(&self) -> Self {
        Self {
            expression: Arc::clone(&self.expression),
            parentheses: self.parentheses,
            marker: PhantomData,
        }
    }
}

impl<S, T, N> fmt::Debug for BoxedExpr<'_, S, T, N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut sql = SqlWriter::new();
        self.expression.write_dyn(&mut sql);
        f.write_str(&sql.finish())
    }
}

impl<S, T, N> Fragment for BoxedExpr<'_, S, T, N> {
    const TOKENS: &'static [Token] = &[];
    const STATIC: bool = false;

    fn write(&self, sql: &mut SqlWriter) {
        if self.parentheses {
            sql.text("(");
        }
        self.expression.write_dyn(sql);
        if self.parentheses {
            sql.text(")");
        }
    }

    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.expression.bind_dyn(arguments)
    }

    fn absent(&self) -> Option<bool> {
        self.expression.absent_dyn()
    }
}

expression!(impl[S, T: SqlType, N] BoxedExpr<'_, S, T, N> {
    base: T,
    kind: PerRow,
    precedence: ATOM,
    subquery: true,
});

condition!(impl[S, T: SqlType, N] BoxedExpr<'_, S, T, N>);

no_comparison!([S, T, N] BoxedExpr<'_, S, T, N>);

rust_operators!(impl[S, T: SqlType, N] BoxedExpr<'_, S, T, N>);

impl<Q, I, S: SubsetOf<Q, I>, T: SqlType, N: Nullability> InScope<Q, (I,)>
    for BoxedExpr<'_, S, T, N>
{
    type Null = N::Or<S::Null>;
}

/// The nullability of an expression that can be boxed as one of nullability `N`.
#[diagnostic::on_unimplemented(
    message = "an expression that can be NULL is boxed as one that is never NULL",
    label = "can be NULL",
    note = "box it as `BoxedExpr<'_, (Table,), Type, Nullable>`, or replace NULL by `coalesce`"
)]
pub trait BoxedAs<N>: Nullability {}

impl BoxedAs<Self> for NeverNull {}
impl BoxedAs<Nullable> for NeverNull {}
impl BoxedAs<Self> for Nullable {}
