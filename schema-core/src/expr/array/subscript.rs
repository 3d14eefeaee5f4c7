//! Elements and slices of arrays.

use schema_macros::hide_bounds;

use super::ArrayType;
use crate::expr::arithmetic::rust_operators;
use crate::expr::binary::{CLOSE, OPEN, parenthesis_if};
use crate::expr::group::group_item;
use crate::expr::macros::{condition, expression, no_comparison};
use crate::expr::{Expression, InScope, IntoExpr};
use crate::scope::Kind;
use crate::sql::{Fragment, fragment};
use crate::types::{Nullability, Nullable};

/// The operators of arrays. An array starts at index 1.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, tags: Vec<String> }
/// let query = Note.select().columns((Note.tags.element(1), Note.tags.slice(2, 3)));
/// assert_eq!(query.to_sql(), r#"select "notes"."tags"[$1], "notes"."tags"[$2:$3] from "notes""#);
/// ```
#[hide_bounds]
pub trait ArrayMethods: Expression {
    /// `self[index]`: the element at an index, the first one at 1. It is NULL if there is none.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, tags: Vec<String>, main: i32 }
    /// assert_eq!(
    ///     Note.select().filter(Note.tags.element(Note.main).eq("urgent")).columns(Note.id).to_sql(),
    ///     r#"select "notes"."id" from "notes" where "notes"."tags"["notes"."main"] = $1"#
    /// );
    /// ```
    fn element<T, R: IntoExpr<i32, Expr = X>, X>(self, index: R) -> Subscript<Self, X, T>
    where
        Self::Base: ArrayType<Element = T>,
    {
        Subscript {
            array: self,
            index: index.into_expr(),
            marker: std::marker::PhantomData,
        }
    }

    /// `self[from:to]`: the elements from one index to another, including both. It is empty if there are none.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, tags: Vec<String> }
    /// assert_eq!(
    ///     Note.select().columns(Note.tags.slice(1, 3)).to_sql(),
    ///     r#"select "notes"."tags"[$1:$2] from "notes""#
    /// );
    /// ```
    fn slice<F: IntoExpr<i32, Expr = X>, X, L: IntoExpr<i32, Expr = Y>, Y>(
        self,
        from: F,
        to: L,
    ) -> Slice<Self, (X,), (Y,)>
    where
        Self::Base: ArrayType,
    {
        Slice {
            array: self,
            from: (from.into_expr(),),
            to: (to.into_expr(),),
        }
    }

    /// `self[from:]`: the elements from an index on.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, tags: Vec<String> }
    /// assert_eq!(
    ///     Note.select().columns(Note.tags.slice_from(2)).to_sql(),
    ///     r#"select "notes"."tags"[$1:] from "notes""#
    /// );
    /// ```
    fn slice_from<F: IntoExpr<i32, Expr = X>, X>(self, from: F) -> Slice<Self, (X,), ()>
    where
        Self::Base: ArrayType,
    {
        Slice {
            array: self,
            from: (from.into_expr(),),
            to: (),
        }
    }

    /// `self[:to]`: the elements up to an index, including it.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, tags: Vec<String> }
    /// assert_eq!(
    ///     Note.select().columns(Note.tags.slice_to(2)).to_sql(),
    ///     r#"select "notes"."tags"[:$1] from "notes""#
    /// );
    /// ```
    fn slice_to<L: IntoExpr<i32, Expr = Y>, Y>(self, to: L) -> Slice<Self, (), (Y,)>
    where
        Self::Base: ArrayType,
    {
        Slice {
            array: self,
            from: (),
            to: (to.into_expr(),),
        }
    }
}

impl<E: Expression> ArrayMethods for E {}

/// `array[index]`, of type `T`.
#[derive(Debug)]
pub struct Subscript<E, X, T> {
    array: E,
    index: X,
    marker: std::marker::PhantomData<fn() -> T>,
}

impl<E: Clone, X: Clone, T> Clone for Subscript<E, X, T> {
    fn clone(&self) -> Self {
        Self {
            array: self.array.clone(),
            index: self.index.clone(),
            marker: std::marker::PhantomData,
        }
    }
}

impl<E: Copy, X: Copy, T> Copy for Subscript<E, X, T> {}

/// True if the array needs parentheses: Postgres requires none for a column only.
const fn loose<E: Expression>() -> bool {
    E::COLUMN.is_none()
}

fragment!(impl[E: Expression, X: Fragment, T] Subscript<E, X, T> {
    [parenthesis_if(loose::<E>(), OPEN)], (array: E), [parenthesis_if(loose::<E>(), CLOSE)],
    "[", (index: X), "]",
});

expression!(impl[E: Expression, X: Expression, T: crate::types::SqlType] Subscript<E, X, T> {
    base: T,
    kind: <E::Kind as Kind>::And<X::Kind>,
    precedence: ATOM,
});

impl<E, X, T, S, I, J> InScope<S, (I, J)> for Subscript<E, X, T>
where
    E: InScope<S, I>,
    X: InScope<S, J>,
    T: crate::types::SqlType,
{
    type Null = Nullable;
}

condition!(impl[E: Expression, X: Expression, T: crate::types::SqlType] Subscript<E, X, T>);

no_comparison!([E, X, T] Subscript<E, X, T>);

rust_operators!(impl[E: Expression, X: Expression, T: crate::types::SqlType] Subscript<E, X, T>);

group_item!(impl[E: Expression, X: Expression, T: crate::types::SqlType] Subscript<E, X, T>, E, X);

/// `array[from:to]`. A bound is a tuple of one expression, or `()` if there is none.
#[derive(Debug, Clone, Copy)]
pub struct Slice<E, F, L> {
    array: E,
    from: F,
    to: L,
}

/// A bound of a slice.
pub trait SliceBound: Fragment {
    /// The kind of the expression.
    type Kind: Kind;
}

/// A bound of a slice in the scope `S`.
pub trait SliceBoundIn<S, I>: SliceBound {
    /// The nullability of the bound.
    type Null: Nullability;
}

impl SliceBound for () {
    type Kind = crate::scope::Constant;
}

impl<S> SliceBoundIn<S, ()> for () {
    type Null = crate::types::NeverNull;
}

impl<X: Expression> SliceBound for (X,) {
    type Kind = X::Kind;
}

impl<X: InScope<S, I>, S, I> SliceBoundIn<S, (I,)> for (X,) {
    type Null = X::Null;
}

fragment!(impl[E: Expression, F: Fragment, L: Fragment] Slice<E, F, L> {
    [parenthesis_if(loose::<E>(), OPEN)], (array: E), [parenthesis_if(loose::<E>(), CLOSE)],
    "[", (from: F), ":", (to: L), "]",
});

expression!(impl[E: Expression, F: SliceBound, L: SliceBound] Slice<E, F, L> {
    base: E::Base,
    kind: <<E::Kind as Kind>::And<F::Kind> as Kind>::And<L::Kind>,
    precedence: ATOM,
});

impl<E, F, L, S, I, J, K> InScope<S, (I, J, K)> for Slice<E, F, L>
where
    E: InScope<S, I>,
    F: SliceBoundIn<S, J>,
    L: SliceBoundIn<S, K>,
{
    type Null = <<E::Null as Nullability>::Or<F::Null> as Nullability>::Or<L::Null>;
}

no_comparison!([E, F, L] Slice<E, F, L>);

group_item!(impl[E: Expression, F: SliceBound, L: SliceBound] Slice<E, F, L>, E, F, L);
