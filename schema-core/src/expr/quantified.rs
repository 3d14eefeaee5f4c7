//! `any` and `all` on the right of a comparison: `"a"."x" = any("a"."list")`.
//!
//! <https://www.postgresql.org/docs/current/functions-comparisons.html#FUNCTIONS-COMPARISONS-ANY-SOME>,
//! <https://www.postgresql.org/docs/current/functions-subquery.html#FUNCTIONS-SUBQUERY-ANY-SOME>

use schema_macros::hide_bounds;

use super::{ArrayType, Expression, InScope, IntoExpr, SingleColumn, Subquery, cast};
use crate::scope::{Kind, NeedList, SuppliedBy};
use crate::sql::{Fragment, fragment};
use crate::types::{Nullability, SqlType};

/// The elements that `any` and `all` compare with: an array of type `Vec<T>`, or a subquery with a column of type `T`. `X` is
/// the fragment. The compiler infers which of them it is, `K`.
#[diagnostic::on_unimplemented(
    message = "`any` and `all` accept an array or a subquery of one column, not `{Self}`",
    label = "neither an array nor a `select`"
)]
pub trait IntoElements<T, K, X> {
    /// Converts the array or the subquery.
    fn into_elements(self) -> X;
}

/// An array after `any` or `all`.
#[derive(Debug, Clone, Copy)]
pub struct OfArray<E>(E);

/// A subquery after `any` or `all`.
#[derive(Debug, Clone, Copy)]
pub struct OfQuery<Q>(Q);

/// The elements are those of an array.
#[derive(Debug)]
pub enum InArray {}

/// The elements are the rows of a subquery.
#[derive(Debug)]
pub enum InRows {}

#[diagnostic::do_not_recommend]
impl<V: IntoExpr<Vec<T>, Expr = X>, T, X> IntoElements<T, InArray, OfArray<X>> for V {
    fn into_elements(self) -> OfArray<X> {
        OfArray(self.into_expr())
    }
}

#[diagnostic::do_not_recommend]
impl<Q: Subquery<Query = X, Decoder: SingleColumn<Base = T>>, X, T>
    IntoElements<T, InRows, OfQuery<X>> for Q
{
    fn into_elements(self) -> OfQuery<X> {
        OfQuery(self.into_query())
    }
}

/// An array or a subquery after `any` or `all`.
pub trait Elements: Fragment {
    /// The type of the elements, without NULL.
    type Base: SqlType;
    /// The kind of the expressions that they are computed from.
    type Kind: Kind;
}

/// An array or a subquery in the scope `S`.
pub trait ElementsIn<S, I>: Elements {
    /// The nullability of the array and of its elements together.
    type Null: Nullability;
}

impl<E: Expression<Base: ArrayType>> Elements for OfArray<E> {
    type Base = <E::Base as ArrayType>::Element;
    type Kind = E::Kind;
}

impl<E: InScope<S, I> + Expression<Base: ArrayType>, S, I> ElementsIn<S, (I,)> for OfArray<E> {
    type Null = <E::Null as Nullability>::Or<<E::Base as ArrayType>::Null>;
}

impl<Q: Subquery<Decoder: SingleColumn>> Elements for OfQuery<Q> {
    type Base = <Q::Decoder as SingleColumn>::Base;
    type Kind = <Q::Needs as NeedList>::Kind;
}

impl<Q, S, I> ElementsIn<S, (I,)> for OfQuery<Q>
where
    Q: Subquery<Needs: SuppliedBy<S, I>, Decoder: SingleColumn>,
{
    type Null = <Q::Decoder as SingleColumn>::Null;
}

// A subquery in parentheses would be read as a list of rows, not as an array; its type makes it an expression.
fragment!(impl[E: Expression] OfArray<E> { (0: E), [if E::SUBQUERY { cast::<E>() } else { &[] }] });
fragment!(impl[Q: Fragment] OfQuery<Q> { (0: Q) });

/// `any(elements)` on the right of a comparison: true if the comparison with at least one element is true. The elements
/// are those of an array, or the rows of a subquery with one column.
///
/// A list of Rust values is [`eq_any`](Expression::eq_any), and here it is accepted as well.
///
/// ```
/// use schema_core::expr::any;
/// # use schema_core::prelude::*;
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, title: String, tags: Vec<String> }
/// let notes = Note.select().filter(Note.title.eq(any(Note.tags)).or(Note.title.like(any(["A%", "B%"]))));
/// assert_eq!(
///     notes.columns(Note.id).to_sql(),
///     r#"select "notes"."id" from "notes" where "notes"."title" = any("notes"."tags") or "notes"."title" like any($1)"#
/// );
/// ```
#[hide_bounds]
pub fn any<E: IntoElements<T, K, X>, T, K, X>(elements: E) -> AnyElement<X> {
    AnyElement(elements.into_elements())
}

/// `all(elements)` on the right of a comparison: true if the comparison with each element is true, also if there is none.
/// See [`any`].
///
/// ```
/// use schema_core::expr::all;
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, price: i32, paid: bool }
/// let paid = Order.select().filter(Order.paid.eq(true)).columns(Order.price);
/// assert_eq!(
///     Order.select().filter(Order.price.gt(all(paid))).columns(Order.id).to_sql(),
///     r#"select "orders"."id" from "orders" where "orders"."price" > all(select "orders"."price" from "orders" where "orders"."paid" = $1)"#
/// );
/// ```
#[hide_bounds]
pub fn all<E: IntoElements<T, K, X>, T, K, X>(elements: E) -> AllElements<X> {
    AllElements(elements.into_elements())
}

/// Declares an operand of a comparison, which has no value of its own.
macro_rules! operands {
    ($($(#[$doc:meta])* $name:ident $open:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name<X>(X);

        fragment!(impl[X: Fragment] $name<X> { $open, (0: X), ")" });

        // Only these traits, so that it can be compared with, but neither selected nor assigned.
        impl<X: Elements> Expression for $name<X> {
            type Base = X::Base;
            type Kind = X::Kind;
            type Subject = X::Base;
            const PRECEDENCE: u8 = super::binary::precedence::ATOM;
        }

        impl<X: ElementsIn<S, I>, S, I> InScope<S, (I,)> for $name<X> {
            type Null = X::Null;
        }

        #[diagnostic::do_not_recommend]
        impl<X: Elements<Base = T>, T: SqlType, For> IntoExpr<T, For> for $name<X> {
            type Expr = Self;

            fn into_expr(self) -> Self {
                self
            }
        }

        super::macros::never!(0 IntoExpr into_expr [X] $name<X>);
    )*};
}

operands! {
    /// `any(elements)`, from [`any`].
    AnyElement "any(";
    /// `all(elements)`, from [`all`].
    AllElements "all(";
}
