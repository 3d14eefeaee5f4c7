//! Calls of aggregates.
//!
//! <https://www.postgresql.org/docs/current/sql-expressions.html#SYNTAX-AGGREGATES>

use std::fmt;
use std::marker::PhantomData;

use schema_macros::hide_bounds;
use sqlx::error::BoxDynError;

use super::super::{ArgumentList, ArgumentsIn, Function, WindowFunction, WindowFunctionIn};
use super::modifiers::{
    AddFilter, AddOrder, AggregateModifiers, CountRows, DistinctArguments, FilterWhere,
    MakeDistinct, Modifiers, ModifiersIn, SortedBy,
};
use crate::expr::arithmetic::rust_operators;
use crate::expr::macros::{condition, expression, no_comparison};
use crate::expr::{Condition, CountAll, Expression, InScope, Inferred, OrderingList};
use crate::scope::{AggregateOrder, Constant, InAggregate, Kind, RowLevel, RowScope};
use crate::sql::{Arguments, Fragment, SqlWriter, Token};
use crate::types::{NeverNull, Nullability};

/// A call of the aggregate `F` with the arguments `A` and the modifiers `M`: `sum("orders"."price")`.
pub struct AggregateCall<F, A, M = ()> {
    function: PhantomData<fn() -> F>,
    arguments: A,
    modifiers: M,
}

impl<F, A> AggregateCall<F, A> {
    /// Creates the call. The expansion of [`sql_function!`](crate::sql_function!) uses it.
    pub const fn new(arguments: A) -> Self {
        Self {
            function: PhantomData,
            arguments,
            modifiers: (),
        }
    }
}

#[hide_bounds]
impl<F, A, M> AggregateCall<F, A, M> {
    /// `aggregate(distinct argument)`: computes the aggregate over the different values only.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().columns(avg(Patient.age).distinct()).to_sql(),
    ///     r#"select avg(distinct "patients"."age")::float8 from "patients""#
    /// );
    /// ```
    pub fn distinct<N, I>(self) -> AggregateCall<F, A, N>
    where
        A: DistinctArguments,
        M: MakeDistinct<A, N, I>,
    {
        AggregateCall {
            function: PhantomData,
            arguments: self.arguments,
            modifiers: self.modifiers.make_distinct(),
        }
    }

    /// `aggregate(argument order by …)`: the order in which the aggregate reads its rows. If it is `distinct`, it is
    /// ordered by its arguments.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// use schema_core::expr::function::string_agg;
    ///
    /// let names = string_agg(Patient.name, ", ").order_by(Patient.id.desc());
    /// assert_eq!(
    ///     Patient.select().columns(names).to_sql(),
    ///     r#"select string_agg("patients"."name", $1::text order by "patients"."id" desc) from "patients""#
    /// );
    /// ```
    pub fn order_by<
        O: OrderingList<List = X, Kind: AggregateOrder> + SortedBy<M::Distinct, A, I>,
        X,
        I,
        N,
    >(
        self,
        ordering: O,
    ) -> AggregateCall<F, A, N>
    where
        M: AggregateModifiers + AddOrder<X, N>,
    {
        AggregateCall {
            function: PhantomData,
            arguments: self.arguments,
            modifiers: self.modifiers.add_order(ordering.into_list()),
        }
    }

    /// `aggregate(argument) filter (where condition)`: computes the aggregate over the rows for which the condition is
    /// true. Further calls add further conditions with `and`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, age: i32 }
    /// let adults = avg(Patient.age).filter(Patient.age.ge(18));
    /// assert_eq!(
    ///     Patient.select().columns((count(), adults)).to_sql(),
    ///     r#"select count(*), avg("patients"."age") filter (where "patients"."age" >= $1)::float8 from "patients""#
    /// );
    /// ```
    pub fn filter<E: Condition<And = X> + Inferred<X, Is: Expression<Kind: RowLevel>>, X, N>(
        self,
        condition: E,
    ) -> AggregateCall<F, A, N>
    where
        M: AddFilter<X, N>,
    {
        AggregateCall {
            function: PhantomData,
            arguments: self.arguments,
            modifiers: self.modifiers.add_filter(condition.into_and()),
        }
    }
}

#[hide_bounds]
impl CountAll {
    /// `count(*) filter (where condition)`: the number of rows for which the condition is true.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, age: i32 }
    /// assert_eq!(
    ///     Patient.select().columns(count().filter(Patient.age.ge(18))).to_sql(),
    ///     r#"select count(*) filter (where "patients"."age" >= $1) from "patients""#
    /// );
    /// ```
    pub fn filter<E: Condition<And = X> + Inferred<X, Is: Expression<Kind: RowLevel>>, X>(
        self,
        condition: E,
    ) -> AggregateCall<CountRows, (), Modifiers<(), (), FilterWhere<X>>> {
        AggregateCall::new(()).filter(condition)
    }
}

impl<F, A: Clone, M: Clone> Clone for AggregateCall<F, A, M> {
    fn clone(&self) -> Self {
        Self {
            function: PhantomData,
            arguments: self.arguments.clone(),
            modifiers: self.modifiers.clone(),
        }
    }
}

impl<F, A: Copy, M: Copy> Copy for AggregateCall<F, A, M> {}

impl<F, A: fmt::Debug, M> fmt::Debug for AggregateCall<F, A, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AggregateCall")
            .field(&self.arguments)
            .finish()
    }
}

/// Returns the cast after the parenthesis that closes the arguments of the function: `::float8`, or nothing.
const fn cast_after<F: Function<A>, A>() -> &'static str {
    match F::CLOSE.split_at_checked(1) {
        Some((_, cast)) => cast,
        None => "",
    }
}

impl<F: Function<A::Types>, A: ArgumentList, M: AggregateModifiers> Fragment
    for AggregateCall<F, A, M>
{
    const TOKENS: &'static [Token] = &[
        Token::Sub(Self::CALL),
        Token::Text(cast_after::<F, A::Types>()),
    ];
    const STATIC: bool = A::STATIC && M::Order::STATIC && M::Filter::STATIC;

    fn write(&self, sql: &mut SqlWriter) {
        self.write_call(sql);
        sql.text(const { cast_after::<F, A::Types>() });
    }

    #[inline]
    fn bind(&self, arguments: &mut Arguments) -> Result<(), BoxDynError> {
        self.arguments.bind(arguments)?;
        self.modifiers.order().bind(arguments)?;
        self.modifiers.filter().bind(arguments)
    }
}

expression!(
    impl[F: Function<A::Types>, A: ArgumentList, M: AggregateModifiers] AggregateCall<F, A, M> {
        base: F::Output,
        kind: <A::Kind as Kind>::Aggregated,
        precedence: ATOM,
    }
);

condition!(impl[F: Function<A::Types>, A: ArgumentList, M: AggregateModifiers] AggregateCall<F, A, M>);

no_comparison!([F, A, M] AggregateCall<F, A, M>);

rust_operators!(impl[F: Function<A::Types>, A: ArgumentList, M: AggregateModifiers] AggregateCall<F, A, M>);

impl<F, A, S, I> InScope<S, InAggregate<I>> for AggregateCall<F, A>
where
    S: RowScope,
    A: ArgumentList
        + ArgumentsIn<S::Rows, I, <F as Function<<A as ArgumentList>::Types>>::Parameters>,
    F: Function<<A as ArgumentList>::Types>,
{
    type Null = F::Null;
}

impl<F, A, D, O, W, S, I, J> InScope<S, InAggregate<(I, J)>>
    for AggregateCall<F, A, Modifiers<D, O, W>>
where
    S: RowScope,
    A: ArgumentList
        + ArgumentsIn<S::Rows, I, <F as Function<<A as ArgumentList>::Types>>::Parameters>,
    F: Function<<A as ArgumentList>::Types>,
    Modifiers<D, O, W>: ModifiersIn<S::Rows, J>,
{
    type Null = F::Null;
}

impl<F: Function<A::Types>, A: ArgumentList, M: AggregateModifiers> WindowFunction
    for AggregateCall<F, A, M>
{
    type Output = F::Output;
    type Kind = <A::Kind as Kind>::Argument;
    const CALL: &'static [Token] = &[
        Token::Text(F::OPEN),
        Token::Sub(M::DISTINCT),
        Token::Sub(A::TOKENS),
        Token::Sub(M::Order::TOKENS),
        Token::Text(")"),
        Token::Sub(M::Filter::TOKENS),
    ];
    const CAST: &'static str = cast_after::<F, A::Types>();

    fn write_call(&self, sql: &mut SqlWriter) {
        sql.text(F::OPEN);
        sql.tokens(M::DISTINCT);
        self.arguments.write(sql);
        self.modifiers.order().write(sql);
        sql.text(")");
        self.modifiers.filter().write(sql);
    }
}

impl<F, A, S, I> WindowFunctionIn<S, I> for AggregateCall<F, A>
where
    A: ArgumentList + ArgumentsIn<S, I, <F as Function<<A as ArgumentList>::Types>>::Parameters>,
    F: Function<<A as ArgumentList>::Types>,
{
    type Null<Frame: Nullability> = F::Null;
}

impl<F, A, D, O, W, S, I, J> WindowFunctionIn<S, (I, J)> for AggregateCall<F, A, Modifiers<D, O, W>>
where
    A: ArgumentList + ArgumentsIn<S, I, <F as Function<<A as ArgumentList>::Types>>::Parameters>,
    F: Function<<A as ArgumentList>::Types>,
    Modifiers<D, O, W>: ModifiersIn<S, J>,
{
    type Null<Frame: Nullability> = F::Null;
}

impl WindowFunction for CountAll {
    type Output = i64;
    type Kind = Constant;
    const CALL: &'static [Token] = Self::TOKENS;

    fn write_call(&self, sql: &mut SqlWriter) {
        self.write(sql);
    }
}

impl<S> WindowFunctionIn<S, ()> for CountAll {
    type Null<Frame: Nullability> = NeverNull;
}
