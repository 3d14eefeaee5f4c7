//! Rows: `("a"."x", "a"."y") > ($1, $2)`.
//!
//! <https://www.postgresql.org/docs/current/functions-comparisons.html#ROW-WISE-COMPARISON>

mod rows;

use std::marker::PhantomData;

use schema_macros::hide_bounds;

pub use self::rows::{
    ColumnsFor, ListRows, RowColumns, RowIn, RowList, RowLists, RowQuery, RowValues, RowsOperand,
};
use super::binary::operator;
use super::expression::operators::{Equals, Ge, Gt, IsNotNull, IsNull, Le, Lt, Ne};
use super::macros::{condition, expression};
use super::subquery::{In, NotIn};
use super::{
    Expression, Expressions, ExpressionsIn, InScope, IntoExpr, Never, Operator, UnaryOperator,
};
use crate::scope::Kind;
use crate::sql::{Fragment, Token, fragment};
use crate::table::Impossible;
use crate::tuples::for_each_of_eight;
use crate::types::{Interval, Nullability, Temporal};

operator! {
    /// `overlaps`
    Overlaps " overlaps " LIKE;
}

/// `(a, b, …)`, from [`row`].
#[derive(Debug, Clone, Copy)]
pub struct Row<L>(L);

/// `(a, b, …)`: a row of expressions, to compare them together. It is compared with a tuple of values or expressions.
///
/// `lt`, `le`, `gt` and `ge` compare the first fields that differ, as an index of several columns is sorted: a page
/// continues after the last row of the previous one.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "notes")]
/// # struct Note { #[column(primary_key)] id: i64, title: String }
/// let page = Note
///     .select()
///     .filter(row((Note.title, Note.id)).gt(("Intake", 7)))
///     .order_by((Note.title, Note.id))
///     .limit(20)
///     .columns(Note.id);
/// assert_eq!(
///     page.to_sql(),
///     r#"select "notes"."id" from "notes" where ("notes"."title", "notes"."id") > ($1, $2) order by "notes"."title", "notes"."id" limit $3"#
/// );
/// ```
#[hide_bounds]
pub fn row<L: IntoRow<X>, X>(fields: L) -> Row<X> {
    Row(fields.into_row())
}

/// The fields of [`row`]: a tuple of expressions, which is `X` itself. It is unknown if the type is no such tuple, so that
/// later calls produce no further errors.
#[diagnostic::on_unimplemented(
    message = "a row is a tuple of expressions; a value is an expression by `value(…)`",
    label = "expected a tuple such as `(Table.a, Table.b)`",
    note = "a row has at most 8 fields"
)]
pub trait IntoRow<X> {
    /// Returns the tuple.
    fn into_row(self) -> X;
}

/// A field of [`row`], which is `X` itself.
pub trait RowField<X> {
    /// Returns the expression.
    fn into_field(self) -> X;
}

#[diagnostic::do_not_recommend]
impl<E: Expression> RowField<E> for E {
    fn into_field(self) -> E {
        self
    }
}

// With two candidates, the compiler selects none for a type that is no expression, and reports nothing else about it.
#[diagnostic::do_not_recommend]
#[allow(
    unused_lifetimes,
    reason = "without it, the compiler refuses a bound that cannot hold"
)]
impl<A, X: From<A>> RowField<X> for A
where
    for<'never> Impossible: Never<0>,
{
    fn into_field(self) -> X {
        X::from(self)
    }
}

/// A tuple that a row with the fields `L` can be compared with. It is converted into the tuple `X` of expressions.
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not have the fields of this row",
    label = "expected a tuple with a value for each field"
)]
pub trait RowFields<L, X> {
    /// Converts the tuple.
    fn into_fields(self) -> X;
}

// A single impl, so that an error does not list those of `FieldsFor`.
impl<R: FieldsFor<L, X>, L, X> RowFields<L, X> for R {
    fn into_fields(self) -> X {
        self.fields()
    }
}

/// See [`RowFields`].
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not have the fields of this row",
    label = "expected a tuple with a value for each field"
)]
pub trait FieldsFor<L, X> {
    /// Converts the tuple.
    fn fields(self) -> X;
}

macro_rules! tuple {
    ($($name:ident $index:tt $place:ident $other:ident),+) => {
        #[diagnostic::do_not_recommend]
        impl<$($name: RowField<$other>, $other),+> IntoRow<($($other,)+)> for ($($name,)+) {
            fn into_row(self) -> ($($other,)+) {
                ($(self.$index.into_field(),)+)
            }
        }

        impl<$($name, $other: Expression, $place),+> FieldsFor<($($other,)+), ($($place,)+)> for ($($name,)+)
        where
            $($name: IntoExpr<$other::Base, $other::Subject, Expr = $place>,)+
        {
            fn fields(self) -> ($($place,)+) {
                ($(self.$index.into_expr(),)+)
            }
        }
    };
}

for_each_of_eight!(tuple);

#[hide_bounds]
impl<L> Row<L> {
    /// `row = other`
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, title: String }
    /// assert_eq!(
    ///     Note.select().filter(row((Note.title, Note.id)).eq(("Intake", 7))).columns(Note.id).to_sql(),
    ///     r#"select "notes"."id" from "notes" where ("notes"."title", "notes"."id") = ($1, $2)"#
    /// );
    /// ```
    pub fn eq<R: RowFields<L, X>, X>(self, other: R) -> RowCompare<Equals, L, X> {
        RowCompare::new(self.0, other.into_fields())
    }

    /// `row <> other`
    pub fn ne<R: RowFields<L, X>, X>(self, other: R) -> RowCompare<Ne, L, X> {
        RowCompare::new(self.0, other.into_fields())
    }

    /// `row < other`
    pub fn lt<R: RowFields<L, X>, X>(self, other: R) -> RowCompare<Lt, L, X> {
        RowCompare::new(self.0, other.into_fields())
    }

    /// `row <= other`
    pub fn le<R: RowFields<L, X>, X>(self, other: R) -> RowCompare<Le, L, X> {
        RowCompare::new(self.0, other.into_fields())
    }

    /// `row > other`
    pub fn gt<R: RowFields<L, X>, X>(self, other: R) -> RowCompare<Gt, L, X> {
        RowCompare::new(self.0, other.into_fields())
    }

    /// `row >= other`
    pub fn ge<R: RowFields<L, X>, X>(self, other: R) -> RowCompare<Ge, L, X> {
        RowCompare::new(self.0, other.into_fields())
    }

    /// `row in (query)`: true if the subquery, which selects a column for each field, returns the row. A list of tuples is
    /// accepted as well; it is sent as an array for each field.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, title: String }
    /// assert_eq!(
    ///     Note.delete().filter(row((Note.title, Note.id)).is_in([("Intake", 7), ("Draft", 9)])).to_sql(),
    ///     r#"delete from "notes" where ("notes"."title", "notes"."id") in (select * from unnest($1::text[], $2::bigint[]))"#
    /// );
    /// ```
    pub fn is_in<R: RowsOperand<L, X, Decoder: RowColumns<L, Null = N>>, X, N>(
        self,
        rows: R,
    ) -> RowIn<In, L, X, N> {
        RowIn::new(self.0, rows.into_rows())
    }

    /// `row not in (query)`: see [`is_in`](Self::is_in). It is never true if one of the rows has a NULL.
    pub fn is_not_in<R: RowsOperand<L, X, Decoder: RowColumns<L, Null = N>>, X, N>(
        self,
        rows: R,
    ) -> RowIn<NotIn, L, X, N> {
        RowIn::new(self.0, rows.into_rows())
    }

    /// `row is null`: true if every field is NULL.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "notes")]
    /// # struct Note { #[column(primary_key)] id: i64, title: Option<String>, body: Option<String> }
    /// assert_eq!(
    ///     Note.delete().filter(row((Note.title, Note.body)).is_null()).to_sql(),
    ///     r#"delete from "notes" where ("notes"."title", "notes"."body") is null"#
    /// );
    /// ```
    pub fn is_null(self) -> RowTest<IsNull, L> {
        RowTest::new(self.0)
    }

    /// `row is not null`: true if no field is NULL. It is not the opposite of [`is_null`](Self::is_null).
    pub fn is_not_null(self) -> RowTest<IsNotNull, L> {
        RowTest::new(self.0)
    }
}

/// The end of a period that starts at a `T`: a `T`, or the [`Interval`] after which it ends.
#[diagnostic::on_unimplemented(
    message = "a period that starts at a `{T}` does not end at a `{Self}`",
    label = "expected `{T}` or `Interval`"
)]
pub trait PeriodEnd<T> {}

#[diagnostic::do_not_recommend]
impl<T: Temporal> PeriodEnd<T> for T {}
#[diagnostic::do_not_recommend]
impl<T: Temporal> PeriodEnd<T> for Interval {}

#[hide_bounds]
impl<A, B> Row<(A, B)> {
    /// `(start, end) overlaps (start, end)`: true if the two periods have a point in common. A period includes its start
    /// and not its end, which may be an [`Interval`] after the start.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # use chrono::{DateTime, Utc};
    /// # #[table(name = "visits")]
    /// # struct Visit { #[column(primary_key)] id: i64, start: DateTime<Utc>, end: DateTime<Utc> }
    /// # let (from, to) = (Utc::now(), Utc::now());
    /// let visits = Visit.select().filter(row((Visit.start, Visit.end)).overlaps((from, to)));
    /// assert_eq!(
    ///     visits.columns(Visit.id).to_sql(),
    ///     r#"select "visits"."id" from "visits" where ("visits"."start", "visits"."end") overlaps ($1, $2)"#
    /// );
    /// ```
    pub fn overlaps<R: RowFields<(A, B), X>, X>(self, period: R) -> RowCompare<Overlaps, (A, B), X>
    where
        A: Expression<Base: Temporal>,
        B: Expression<Base: PeriodEnd<A::Base>>,
    {
        RowCompare::new(self.0, period.into_fields())
    }
}

/// `(a, b) operator (c, d)`
#[derive(Debug, Clone, Copy)]
pub struct RowCompare<O, L, R> {
    operator: PhantomData<O>,
    left: L,
    right: R,
}

impl<O, L, R> RowCompare<O, L, R> {
    const fn new(left: L, right: R) -> Self {
        Self {
            operator: PhantomData,
            left,
            right,
        }
    }
}

fragment!(impl[O: Operator, L: Fragment, R: Fragment] RowCompare<O, L, R> {
    "(", (left: L), ")", [&[Token::Text(O::TEXT)]], "(", (right: R), ")",
});

expression!(impl[O: Operator, L: Expressions, R: Expressions] RowCompare<O, L, R> {
    base: bool,
    kind: <L::Kind as Kind>::And<R::Kind>,
    precedence: O::PRECEDENCE,
});

condition!(impl[O: Operator, L: Expressions, R: Expressions] RowCompare<O, L, R>);

impl<O, L, R, S, I, J> InScope<S, (I, J)> for RowCompare<O, L, R>
where
    O: Operator,
    L: ExpressionsIn<S, I>,
    R: ExpressionsIn<S, J>,
{
    type Null = <L::Any as Nullability>::Or<R::Any>;
}

/// `(a, b) is null`
#[derive(Debug, Clone, Copy)]
pub struct RowTest<O, L> {
    operator: PhantomData<O>,
    fields: L,
}

impl<O, L> RowTest<O, L> {
    const fn new(fields: L) -> Self {
        Self {
            operator: PhantomData,
            fields,
        }
    }
}

fragment!(impl[O: UnaryOperator, L: Fragment] RowTest<O, L> {
    "(", (fields: L), ")", [&[Token::Text(O::AFTER)]],
});

expression!(impl[O: UnaryOperator, L: Expressions] RowTest<O, L> {
    base: bool,
    kind: L::Kind,
    precedence: O::PRECEDENCE,
});

condition!(impl[O: UnaryOperator, L: Expressions] RowTest<O, L>);

impl<O: UnaryOperator, L: ExpressionsIn<S, I>, S, I> InScope<S, (I,)> for RowTest<O, L> {
    type Null = O::Null<L::Any>;
}
