//! `array[a, b]` and `array(query)`.

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;

use crate::expr::function::Argument;
use crate::expr::group::group_item;
use crate::expr::macros::{expression, no_comparison};
use crate::expr::{
    Expression, Expressions, ExpressionsIn, InScope, IntoArgument, Repeatable, SingleColumn,
    Subquery,
};
use crate::scope::{NeedList, SuppliedBy};
use crate::sql::fragment;
use crate::tuples::for_each_scope;
use crate::types::{ArrayElement, NeverNull, Nullability, Nullable};

/// Makes an array of expressions: `array[a, b]`. The first one is an expression and determines the type; the others are
/// expressions or values of this type. None of them can be NULL.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "patients")]
/// struct Patient {
///     #[column(primary_key)]
///     id: i64,
///     name: String,
///     email: String,
/// }
///
/// assert_eq!(
///     Patient.select().columns(array![Patient.name, Patient.email, "?"]).to_sql(),
///     r#"select array["patients"."name", "patients"."email", $1::text] from "patients""#
/// );
/// ```
///
/// An element that may be NULL does not compile, and neither does one of another type:
///
/// ```compile_fail,E0277
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: String, nick: Option<String> }
/// Patient.select().columns(array![Patient.name, Patient.nick]);
/// ```
#[macro_export]
macro_rules! array {
    ($($element:expr),+ $(,)?) => {
        $crate::__private::array_of(($($element,)+))
    };
}

/// The nullability of an expression that can be an element of an array whose elements have the nullability `N`.
#[diagnostic::on_unimplemented(
    message = "an element of this array may be NULL, and the array's elements are not `Option`",
    label = "may be NULL",
    note = "replace NULL by `coalesce(…)`, or assert that there is none by `assume_not_null()`"
)]
pub trait FitsElement<N> {}

#[diagnostic::do_not_recommend]
impl FitsElement<Self> for NeverNull {}
#[diagnostic::do_not_recommend]
impl<N: Nullability> FitsElement<Nullable> for N {}

/// An element of an array whose elements have the nullability `N`.
pub struct ItemOf<N, E> {
    element: E,
    marker: PhantomData<fn() -> N>,
}

impl<N, E> ItemOf<N, E> {
    pub(crate) const fn new(element: E) -> Self {
        Self {
            element,
            marker: PhantomData,
        }
    }
}

impl<N, E: Clone> Clone for ItemOf<N, E> {
    fn clone(&self) -> Self {
        Self::new(self.element.clone())
    }
}

impl<N, E: Copy> Copy for ItemOf<N, E> {}

impl<N, E: fmt::Debug> fmt::Debug for ItemOf<N, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.element.fmt(f)
    }
}

fragment!(impl[N, E: Expression] ItemOf<N, E> { (element: E) });

// Only these traits: it is part of an array.
impl<N, E: Expression> Expression for ItemOf<N, E> {
    type Base = E::Base;
    type Kind = E::Kind;
    type Subject = E::Subject;
    const PRECEDENCE: u8 = E::PRECEDENCE;
    const PARAMETER: bool = E::PARAMETER;
}

impl<N, E: InScope<S, I, Null: FitsElement<N>>, S, I> InScope<S, (I,)> for ItemOf<N, E> {
    type Null = E::Null;
}

#[diagnostic::do_not_recommend]
impl<N, E: Repeatable> Repeatable for ItemOf<N, E> {}

/// The elements of [`array!`](crate::array!), of type `T`, as the tuple `X` of expressions.
#[diagnostic::on_unimplemented(
    message = "the first element of `array!` is not an expression",
    label = "expected at most 12 elements, the first one an expression",
    note = "a value is an expression by `value(…)`; an array of values alone is a Rust array"
)]
pub trait IntoArray<T, X> {
    /// Converts the elements.
    fn into_array(self) -> X;
}

// A single impl, so that an error does not list those of `ArrayItems`.
impl<L: ArrayItems<T, X>, T, X> IntoArray<T, X> for L {
    fn into_array(self) -> X {
        self.items()
    }
}

/// See [`IntoArray`].
#[diagnostic::on_unimplemented(
    message = "the first element of `array!` is not an expression",
    label = "expected at most 12 elements, the first one an expression",
    note = "a value is an expression by `value(…)`; an array of values alone is a Rust array"
)]
pub trait ArrayItems<T, X> {
    /// Converts the elements.
    fn items(self) -> X;
}

/// An element of type `T`, without NULL.
type Item<E> = Argument<ItemOf<NeverNull, E>>;

macro_rules! elements {
    ($first:ident $first_index:tt $first_place:ident $first_other:ident
     $(, $name:ident $index:tt $place:ident $other:ident)*) => {
        impl<Type: ArrayElement, $first: Expression<Base = Type>, $($name: IntoArgument<Option<Type>, ArrayList, $other>, $other),*>
            ArrayItems<Type, (Item<$first>, $(Item<$other>,)*)> for ($first, $($name,)*)
        {
            fn items(self) -> (Item<$first>, $(Item<$other>,)*) {
                (
                    Argument::new(ItemOf::new(self.$first_index)),
                    $(Argument::new(ItemOf::new(self.$index.into_argument())),)*
                )
            }
        }
    };
}

for_each_scope!(elements);

/// `array[…]`, as messages name it.
#[derive(Debug)]
pub enum ArrayList {}

/// `array[a, b]`, with elements of type `T`.
pub struct ArrayOf<T, X> {
    elements: X,
    marker: PhantomData<fn() -> T>,
}

/// Builds an [`ArrayOf`]. `array!` expands to a call of it.
#[hide_bounds]
pub fn array_of<L: IntoArray<T, X>, T, X>(elements: L) -> ArrayOf<T, X> {
    ArrayOf {
        elements: elements.into_array(),
        marker: PhantomData,
    }
}

impl<T, X: Clone> Clone for ArrayOf<T, X> {
    fn clone(&self) -> Self {
        Self {
            elements: self.elements.clone(),
            marker: PhantomData,
        }
    }
}

impl<T, X: Copy> Copy for ArrayOf<T, X> {}

impl<T, X: fmt::Debug> fmt::Debug for ArrayOf<T, X> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("array").field(&self.elements).finish()
    }
}

fragment!(impl[T, X: Expressions] ArrayOf<T, X> { "array[", (elements: X), "]" });

expression!(impl[T: ArrayElement, X: Expressions] ArrayOf<T, X> {
    base: Vec<T>,
    kind: X::Kind,
    precedence: ATOM,
});

impl<T: ArrayElement, X: ExpressionsIn<S, I>, S, I> InScope<S, (I,)> for ArrayOf<T, X> {
    type Null = NeverNull;
}

no_comparison!([T, X] ArrayOf<T, X>);

group_item!(impl[T: ArrayElement, X: Expressions] ArrayOf<T, X>, X);

/// `array(query)`, whose elements have the type `T` and the nullability `N`.
#[derive(Debug)]
pub struct ArrayQuery<Q, T, N> {
    query: Q,
    marker: PhantomData<fn() -> (T, N)>,
}

impl<Q: Clone, T, N> Clone for ArrayQuery<Q, T, N> {
    fn clone(&self) -> Self {
        Self {
            query: self.query.clone(),
            marker: PhantomData,
        }
    }
}

impl<Q: Copy, T, N> Copy for ArrayQuery<Q, T, N> {}

/// `array(query)`: the rows of a subquery with one column, as an array in their order. It is empty if there are none.
///
/// ```
/// # use schema_core::expr::array;
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key, identity)] id: i64, patient_id: i64 }
/// let orders = Order
///     .select()
///     .correlate(Patient)
///     .filter(Order.patient_id.eq(Patient.id))
///     .order_by(Order.id)
///     .columns(Order.id);
/// let query = Patient.select().columns((Patient.name, array(orders)));
/// assert_eq!(
///     query.to_sql(),
///     r#"select "patients"."name", array(select "orders"."id" from "orders" where "orders"."patient_id" = "patients"."id" order by "orders"."id") from "patients""#
/// );
/// ```
#[hide_bounds]
pub fn array<Q: Subquery<Query = X, Decoder: SingleColumn<Base = T, Null = N>>, X, T, N>(
    query: Q,
) -> ArrayQuery<X, T, N> {
    ArrayQuery {
        query: query.into_query(),
        marker: PhantomData,
    }
}

fragment!(impl[Q: Subquery, T, N] ArrayQuery<Q, T, N> { "array(", (query: Q), ")" });

expression!(impl[Q: Subquery, T: ArrayElement, N: Nullability] ArrayQuery<Q, T, N> {
    base: Vec<N::Of<T>>,
    kind: <Q::Needs as NeedList>::Kind,
    precedence: ATOM,
});

impl<Q, T, N, S, I> InScope<S, (I,)> for ArrayQuery<Q, T, N>
where
    Q: Subquery<Needs: SuppliedBy<S, I>>,
    T: ArrayElement,
    N: Nullability,
{
    type Null = NeverNull;
}
