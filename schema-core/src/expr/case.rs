//! `case`.
//!
//! <https://www.postgresql.org/docs/current/functions-conditional.html#FUNCTIONS-CASE>

use std::marker::PhantomData;

use schema_macros::hide_bounds;

use super::arithmetic::rust_operators;
use super::function::Argument;
use super::group::group_item;
use super::macros::{condition, expression, no_comparison};
use super::{Assign, Condition, Expression, InScope, IntoExpr, RawArgument, Repeatable};
use crate::scope::{Constant, Kind};
use crate::sql::{Fragment, fragment};
use crate::table::Impossible;
use crate::types::{NeverNull, Nullability, Nullable, SqlType};

/// A result of a `case` whose first result has type `T`: a value or an expression of this type, or `null()`. It is
/// converted into the expression `X`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not fit the other results of this `case`, of type `{T}`",
    label = "expected `{T}`",
    note = "all results of a `case` have the type of the first one; each can be an `Option` or `null()`"
)]
pub trait CaseResult<T, X> {
    /// Converts the result into the expression.
    fn into_result(self) -> X;
}

#[diagnostic::do_not_recommend]
impl<V: Assign<Option<T>, Searched, Expr = X>, T: SqlType, X> CaseResult<T, X> for V {
    fn into_result(self) -> X {
        self.assign()
    }
}

/// `case`, from [`case_when`] or [`case`]: the results have type `T`, and `O` is [`Searched`] or [`Simple`].
pub struct Case<T, O, B, E = NoElse> {
    marker: PhantomData<fn() -> (T, O)>,
    branches: B,
    otherwise: E,
}

/// A `case` that tests conditions.
#[derive(Debug, Clone, Copy)]
pub struct Searched;

/// A `case` that compares the operand `E` with values.
#[derive(Debug, Clone, Copy)]
pub struct Simple<E>(E);

/// An absent `else`: NULL.
#[derive(Debug, Clone, Copy)]
pub struct NoElse;

/// `else result`
#[derive(Debug, Clone, Copy)]
pub struct Else<R>(Argument<R>);

/// `when condition then result`, after the branches `P`.
#[derive(Debug, Clone, Copy)]
pub struct When<P, C, R> {
    previous: P,
    condition: C,
    result: Argument<R>,
}

/// The operand of a simple `case`, from [`case`]. The first [`when`](Self::when) makes it an expression.
#[derive(Debug, Clone, Copy)]
pub struct CaseOperand<E>(E);

/// `case when condition then result end`: the result of the first condition that is true. It is NULL if none is, unless
/// [`otherwise`](Case::otherwise) follows.
///
/// The first result determines the type. It is a value or an expression, and so are the others. The `case` can be NULL if
/// one of the results can, or without `otherwise`.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, age: Option<i32> }
/// let group = case_when(Patient.age.lt(18), "minor")
///     .when(Patient.age.lt(65), "adult")
///     .otherwise("senior");
/// assert_eq!(
///     Patient.select().columns(group).to_sql(),
///     r#"select case when "patients"."age" < $1 then $2::text when "patients"."age" < $3 then $4::text else $5::text end from "patients""#
/// );
///
/// // Over an aggregate: the rows of a kind.
/// let minors = sum(case_when(Patient.age.lt(18), 1).otherwise(0));
/// assert_eq!(
///     Patient.select().columns(minors).to_sql(),
///     r#"select sum(case when "patients"."age" < $1 then $2::integer else $3::integer end) from "patients""#
/// );
/// ```
#[hide_bounds]
pub fn case_when<C: Condition<And = X>, X, R: RawArgument<T, K, Y>, T, K, Y>(
    condition: C,
    result: R,
) -> Case<T, Searched, When<Searched, X, Y>> {
    Case::new(
        When {
            previous: Searched,
            condition: condition.into_and(),
            result: Argument::new(result.into_raw()),
        },
        NoElse,
    )
}

/// `case operand when value then result end`: the result of the first value that equals the operand. See [`case_when`].
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, priority: i32 }
/// let name = case(Order.priority).when(0, "low").when(1, "normal").otherwise("high");
/// assert_eq!(
///     Order.select().columns(name).to_sql(),
///     r#"select case "orders"."priority" when $1 then $2::text when $3 then $4::text else $5::text end from "orders""#
/// );
/// ```
#[hide_bounds]
pub fn case<E: Expression>(operand: E) -> CaseOperand<E> {
    CaseOperand(operand)
}

#[hide_bounds]
impl<E: Expression> CaseOperand<E> {
    /// `when value then result`: the first branch, which determines the type.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, priority: i32 }
    /// assert_eq!(
    ///     Order.select().columns(case(Order.priority).when(0, "low")).to_sql(),
    ///     r#"select case "orders"."priority" when $1 then $2::text end from "orders""#
    /// );
    /// ```
    pub fn when<V: IntoExpr<E::Base, E::Subject, Expr = X>, X, R: RawArgument<T, K, Y>, T, K, Y>(
        self,
        value: V,
        result: R,
    ) -> Case<T, Simple<E>, When<Simple<E>, X, Y>> {
        Case::new(
            When {
                previous: Simple(self.0),
                condition: value.into_expr(),
                result: Argument::new(result.into_raw()),
            },
            NoElse,
        )
    }
}

impl<T, O, B, E> Case<T, O, B, E> {
    const fn new(branches: B, otherwise: E) -> Self {
        Self {
            marker: PhantomData,
            branches,
            otherwise,
        }
    }
}

#[hide_bounds]
impl<T, B> Case<T, Searched, B> {
    /// `when condition then result`
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, age: Option<i32> }
    /// let group = case_when(Patient.age.lt(18), 0).when(Patient.age.is_not_null(), 1);
    /// assert_eq!(
    ///     Patient.select().order_by(group).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" order by case when "patients"."age" < $1 then $2::integer when "patients"."age" is not null then $3::integer end"#
    /// );
    /// ```
    pub fn when<C: Condition<And = X>, X, R: CaseResult<T, Y>, Y>(
        self,
        condition: C,
        result: R,
    ) -> Case<T, Searched, When<B, X, Y>> {
        Case::new(
            When {
                previous: self.branches,
                condition: condition.into_and(),
                result: Argument::new(result.into_result()),
            },
            NoElse,
        )
    }
}

#[hide_bounds]
impl<T, E: Expression, B> Case<T, Simple<E>, B> {
    /// `when value then result`
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key)] id: i64, priority: i32 }
    /// let days = case(Order.priority).when(0, 30).when(1, 7);
    /// assert_eq!(
    ///     Order.select().columns(days).to_sql(),
    ///     r#"select case "orders"."priority" when $1 then $2::integer when $3 then $4::integer end from "orders""#
    /// );
    /// ```
    pub fn when<V: IntoExpr<E::Base, E::Subject, Expr = X>, X, R: CaseResult<T, Y>, Y>(
        self,
        value: V,
        result: R,
    ) -> Case<T, Simple<E>, When<B, X, Y>> {
        Case::new(
            When {
                previous: self.branches,
                condition: value.into_expr(),
                result: Argument::new(result.into_result()),
            },
            NoElse,
        )
    }
}

#[hide_bounds]
impl<T, O, B> Case<T, O, B> {
    /// `else result`
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, age: Option<i32> }
    /// let age = case_when(Patient.age.ge(0), Patient.age).otherwise(null());
    /// assert_eq!(
    ///     Patient.update().set(Patient.age, age).all_rows().to_sql(),
    ///     r#"update "patients" set "age" = case when "patients"."age" >= $1 then "patients"."age" else null end"#
    /// );
    /// ```
    pub fn otherwise<R: CaseResult<T, Y>, Y>(self, result: R) -> Case<T, O, B, Else<Y>> {
        let result = Argument::new(result.into_result());
        Case::new(self.branches, Else(result))
    }
}

/// The condition of a `when` before `otherwise`. No type is one: it exists to report the order of the calls.
#[diagnostic::on_unimplemented(
    message = "`otherwise` is the last branch of a `case`; call `when` before it",
    label = "after `otherwise`"
)]
pub trait BeforeElse {}

// With several impls, the compiler explains none of them.
#[diagnostic::do_not_recommend]
impl BeforeElse for Impossible {}
#[diagnostic::do_not_recommend]
impl BeforeElse for () {}

#[hide_bounds]
impl<T, O, B, E> Case<T, O, B, Else<E>> {
    /// A branch after `otherwise`, which is not possible.
    ///
    /// ```compile_fail,E0277
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, age: Option<i32> }
    /// case_when(Patient.age.lt(18), 1).otherwise(0).when(Patient.age.gt(65), 2);
    /// ```
    pub fn when<C: BeforeElse, R>(self, condition: C, result: R) -> Self {
        let _ = (condition, result);
        self
    }
}

impl<T, O, B: Clone, E: Clone> Clone for Case<T, O, B, E> {
    fn clone(&self) -> Self {
        Self::new(self.branches.clone(), self.otherwise.clone())
    }
}

impl<T, O, B: Copy, E: Copy> Copy for Case<T, O, B, E> {}

impl<T, O, B: std::fmt::Debug, E: std::fmt::Debug> std::fmt::Debug for Case<T, O, B, E> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut tuple = f.debug_tuple("Case");
        tuple.field(&self.branches).field(&self.otherwise).finish()
    }
}

/// The operand, the branches or the `else` of a `case`.
pub trait CaseParts: Fragment {
    /// The kind of the expressions together.
    type Kind: Kind;
}

/// Parts of a `case` in the scope `S`.
pub trait CaseIn<S, I>: CaseParts {
    /// The nullability of the results.
    type Null: Nullability;
}

fragment!(impl[] Searched {});
fragment!(impl[] NoElse {});
fragment!(impl[E: Expression] Simple<E> { " ", (0: Argument<E>) });
fragment!(impl[R: Expression] Else<R> { " else ", (0: Argument<R>) });
fragment!(impl[P: Fragment, C: Fragment, R: Expression] When<P, C, R> {
    (previous: P), " when ", (condition: C), " then ", (result: Argument<R>),
});
fragment!(impl[T, O, B: Fragment, E: Fragment] Case<T, O, B, E> {
    "case", (branches: B), (otherwise: E), " end",
});

macro_rules! parts {
    ($([$($generics:tt)*] [$($scoped:tt)*] $part:ty, $kind:ty, $place:ty => $null:ty;)*) => {$(
        impl<$($generics)*> CaseParts for $part {
            type Kind = $kind;
        }

        impl<S, $($scoped)*> CaseIn<S, $place> for $part {
            type Null = $null;
        }
    )*};
}

parts! {
    [] [] Searched, Constant, () => NeverNull;
    [] [] NoElse, Constant, () => Nullable;
    [E: Expression] [E: InScope<S, I>, I] Simple<E>, E::Kind, (I,) => NeverNull;
    [R: Expression] [R: InScope<S, I>, I] Else<R>, R::Kind, (I,) => R::Null;
    [P: CaseParts, C: Expression, R: Expression] [P: CaseIn<S, I>, C: InScope<S, J>, R: InScope<S, K>, I, J, K]
        When<P, C, R>, <<P::Kind as Kind>::And<C::Kind> as Kind>::And<R::Kind>, (I, J, K)
        => <P::Null as Nullability>::Or<R::Null>;
}

macro_rules! repeatable {
    ($([$($generics:tt)*] $part:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Repeatable for $part {}
    )*};
}

repeatable! {
    [] Searched;
    [] NoElse;
    [E: Repeatable] Simple<E>;
    [R: Repeatable] Else<R>;
    [P: Repeatable, C: Repeatable, R: Repeatable] When<P, C, R>;
}

expression!(impl[T: SqlType, O, B: CaseParts, E: CaseParts] Case<T, O, B, E> {
    base: T,
    kind: <B::Kind as Kind>::And<E::Kind>,
    precedence: ATOM,
});

impl<T, O, B, E, S, I, J> InScope<S, (I, J)> for Case<T, O, B, E>
where
    T: SqlType,
    B: CaseIn<S, I>,
    E: CaseIn<S, J>,
{
    type Null = <B::Null as Nullability>::Or<E::Null>;
}

condition!(impl[T: SqlType, O, B: CaseParts, E: CaseParts] Case<T, O, B, E>);

no_comparison!([T, O, B, E] Case<T, O, B, E>);

rust_operators!(impl[T: SqlType, O, B: CaseParts, E: CaseParts] Case<T, O, B, E>);

group_item!(impl[T, O, B: Fragment, E: Fragment] Case<T, O, B, E>, B, E);
