//! The trait of every expression, and its methods: comparison, null tests, lists, ranges.
//!
//! <https://www.postgresql.org/docs/current/functions-comparison.html>

use schema_macros::hide_bounds;

use super::binary::{binary, operator, precedence};
use super::list::{Any, Between, IntoList, NoneOf};
use super::subquery::{ColumnOfType, In, InOperand, NotIn};
use super::unary::{AsNullable, NotNullable, Unary};
use super::{
    Assign, BoxedAs, BoxedExpr, Cast, CastTo, InList, InScope, IntoExpr, Op, UnaryOperator,
};
use crate::def::TableDef;
use crate::scope::{Kind, RowLevel};
use crate::sql::{Fragment, Scan};
use crate::types::{NeverNull, Nullability, SqlType};

/// The operators' types, as they appear in the type of a query.
pub mod operators {
    pub use crate::expr::arithmetic::operators::{
        Addition, Division, Multiplication, Remainder, Subtraction,
    };
    pub use crate::expr::bitwise::{BitAnd, BitOr, BitXor, ShiftLeft, ShiftRight};
    pub use crate::expr::contain::{ContainedBy, Contains, Overlap};
    pub use crate::expr::geometry::SameAs;
    pub use crate::expr::hstore::{HasAllEntries, HasAnyEntry, HasEntry, HstoreEntry};
    #[cfg(feature = "json")]
    pub use crate::expr::json::{
        AtPath, AtPathText, Get, GetText, HasAllKeys, HasAnyKey, HasKey, IsJson, IsJsonArray,
        IsJsonObject, IsJsonScalar, IsJsonWithUniqueKeys, JsonMerge, PathExists, PathMatches,
        Without, WithoutPath,
    };
    pub use crate::expr::like::{
        Concat, Ilike, Imatches, Like, Matches, NotIlike, NotImatches, NotLike, NotMatches,
        NotSimilarTo, SimilarTo,
    };
    pub use crate::expr::list::{
        Any, BetweenSymmetric, InRange, NoneOf, NotBetween, NotBetweenSymmetric,
    };
    pub use crate::expr::logic::{
        And, IsFalse, IsNotFalse, IsNotTrue, IsNotUnknown, IsTrue, IsUnknown, Not, Or,
    };
    pub use crate::expr::ltree::{MatchesAnyLquery, MatchesLquery, MatchesLtxtquery};
    pub use crate::expr::network::{
        SharesAddresses, SubnetOf, SubnetOfOrEqual, SupernetOf, SupernetOfOrEqual,
    };
    pub use crate::expr::order::{
        Asc, AscNullsFirst, AscNullsLast, Desc, DescNullsFirst, DescNullsLast,
    };
    pub use crate::expr::range::{
        AdjacentTo, LeftOf, NotLeftOf, NotRightOf, OverlapsRange, RightOf,
    };
    pub use crate::expr::row::Overlaps;
    pub use crate::expr::subquery::{In, NotIn};
    pub use crate::expr::text_search::{AndQuery, FollowedBy, MatchesQuery};
    pub use crate::expr::time::AtTimeZone;
    pub use crate::expr::trigram::{
        HasSimilarWords, HasStrictlySimilarWords, SimilarText, StrictWordDistance, WordDistance,
        WordsSimilar, WordsStrictlySimilar,
    };
    pub use crate::expr::vector::{
        CosineDistance, HammingDistance, JaccardDistance, L1Distance, L2Distance,
        NegativeInnerProduct,
    };

    super::operator! {
        /// `=`
        Equals " = " COMPARE;
        /// `<>`
        Ne " <> " COMPARE;
        /// `<`
        Lt " < " COMPARE;
        /// `<=`
        Le " <= " COMPARE;
        /// `>`
        Gt " > " COMPARE;
        /// `>=`
        Ge " >= " COMPARE;
        /// `is distinct from`
        IsDistinctFrom " is distinct from " IS NeverNull;
        /// `is not distinct from`
        IsNotDistinctFrom " is not distinct from " IS NeverNull;
    }

    /// `is null`
    #[derive(Debug, Clone, Copy)]
    pub struct IsNull;

    /// `is not null`
    #[derive(Debug, Clone, Copy)]
    pub struct IsNotNull;
}

use operators::{
    BetweenSymmetric, Equals, Ge, Gt, IsDistinctFrom, IsNotDistinctFrom, IsNotNull, IsNull, Le, Lt,
    Ne, NotBetween, NotBetweenSymmetric,
};

macro_rules! null_tests {
    ($($name:ident $text:literal;)*) => {$(
        impl UnaryOperator for $name {
            type Null<N: Nullability> = NeverNull;
            const BEFORE: &'static str = "";
            const AFTER: &'static str = $text;
            const PRECEDENCE: u8 = precedence::IS;
        }
    )*};
}

null_tests! {
    IsNull " is null";
    IsNotNull " is not null";
}

/// A part of a query that has a value: a column, an operator, a function, a subquery.
///
/// ```
/// use schema_core::prelude::*;
///
/// #[table(name = "patients")]
/// struct Patient {
///     #[column(primary_key)]
///     id: i64,
///     age: Option<i32>,
/// }
///
/// let adults = Patient.select().filter(Patient.age.ge(18).and(Patient.id.ne(7)));
/// assert_eq!(
///     adults.to_sql(),
///     r#"select "patients"."id", "patients"."age" from "patients" where "patients"."age" >= $1 and "patients"."id" <> $2"#
/// );
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not an expression",
    label = "expected a column, or an expression of columns"
)]
#[expect(
    clippy::wrong_self_convention,
    reason = "`is_null` and its siblings build an expression, as `eq` does"
)]
#[hide_bounds]
pub trait Expression: Fragment + Sized {
    /// The type, without NULL.
    type Base: SqlType;
    /// The kind: computed from nothing, from a row, or from many rows.
    type Kind: Kind;
    /// The name in messages: the column itself, or the type of any other expression.
    type Subject;
    /// The precedence of the outermost operator.
    const PRECEDENCE: u8;
    /// The names of the table and the column, if this is a column.
    const COLUMN: Option<(&'static str, &'static str)> = None;
    /// True if this is a single parameter, whose text does not determine its type.
    const PARAMETER: bool = false;
    /// True if the text may be a subquery in parentheses, which `any` would read as a list of rows.
    const SUBQUERY: bool = false;
    /// The table whose indexes contain this expression, and the name of its column, if this is a column.
    const INDEXES: Option<(&'static TableDef, &'static str)> = None;
    /// The table whose indexes can contain this expression, and the name of the column that it is computed from, if it is a
    /// function or a cast of one.
    const COMPUTED_FROM: Option<(&'static TableDef, &'static str)> = None;
    /// The scan that finds the rows with the smallest values, if this is a distance of a column with a vector index.
    const SCAN: Scan = Scan::Plain;

    /// `self = other`
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.eq("Ana")).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" = $1"#
    /// );
    /// ```
    fn eq<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<Equals, Self, X> {
        binary!(self, other.into_expr())
    }

    /// `self <> other`
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.ne("Ana")).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" <> $1"#
    /// );
    /// ```
    fn ne<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(self, other: R) -> Op<Ne, Self, X> {
        binary!(self, other.into_expr())
    }

    /// `self < other`
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.age.lt(18)).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" < $1"#
    /// );
    /// ```
    fn lt<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(self, other: R) -> Op<Lt, Self, X> {
        binary!(self, other.into_expr())
    }

    /// `self <= other`
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.age.le(17)).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" <= $1"#
    /// );
    /// ```
    fn le<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(self, other: R) -> Op<Le, Self, X> {
        binary!(self, other.into_expr())
    }

    /// `self > other`
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.age.gt(17)).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" > $1"#
    /// );
    /// ```
    fn gt<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(self, other: R) -> Op<Gt, Self, X> {
        binary!(self, other.into_expr())
    }

    /// `self >= other`
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.age.ge(18)).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" >= $1"#
    /// );
    /// ```
    fn ge<R: IntoExpr<Self::Base, Self::Subject, Expr = X>, X>(self, other: R) -> Op<Ge, Self, X> {
        binary!(self, other.into_expr())
    }

    /// `self is distinct from other`: NULL is compared like any other value. The operand may be an `Option`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.age.is_distinct_from(Some(18))).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" is distinct from $1"#
    /// );
    /// ```
    fn is_distinct_from<R: Assign<Option<Self::Base>, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<IsDistinctFrom, Self, X> {
        binary!(self, other.assign())
    }

    /// `self is not distinct from other`: NULL equals NULL. The operand may be an `Option`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.age.is_not_distinct_from(None::<i32>)).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" is not distinct from $1"#
    /// );
    /// ```
    fn is_not_distinct_from<R: Assign<Option<Self::Base>, Self::Subject, Expr = X>, X>(
        self,
        other: R,
    ) -> Op<IsNotDistinctFrom, Self, X> {
        binary!(self, other.assign())
    }

    /// `self is null`
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.age.is_null()).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" is null"#
    /// );
    /// ```
    fn is_null(self) -> Unary<IsNull, Self> {
        Unary::new(self)
    }

    /// `self is not null`
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.age.is_not_null()).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" is not null"#
    /// );
    /// ```
    fn is_not_null(self) -> Unary<IsNotNull, Self> {
        Unary::new(self)
    }

    /// `self = any(values)`: true if `self` is one of the values. The list is one parameter. An empty list is false, also
    /// for NULL; otherwise, the result for NULL is NULL.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64,
    /// # #[column(unique)] name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.id.eq_any([1, 2, 3])).columns(Patient.name).to_sql(),
    ///     r#"select "patients"."name" from "patients" where "patients"."id" = any($1)"#
    /// );
    /// ```
    ///
    /// The list can be a placeholder of a prepared query. An array of the database is [`eq(any(…))`](crate::expr::any).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// #[derive(Params)]
    /// struct Chosen { ids: Vec<i64> }
    ///
    /// let query = Patient.select().filter(Patient.id.eq_any(Chosen.ids)).columns(Patient.name).prepare::<Chosen>()?;
    /// assert_eq!(
    ///     query.bind(Chosen { ids: vec![1, 2] }).to_sql(),
    ///     r#"select "patients"."name" from "patients" where "patients"."id" = any($1)"#
    /// );
    /// # Ok::<(), Error>(())
    /// ```
    fn eq_any<L: IntoList<Self::Base, Self::Subject>>(
        self,
        values: L,
    ) -> InList<Any, Self, L::List> {
        InList::new(self, values.into_list())
    }

    /// `self <> all(values)`: true if `self` is none of the values. An empty list is true, also for NULL: a filter then
    /// keeps every row. Otherwise, the result for NULL is NULL, and a filter removes the row.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.name.ne_all(["Ana", "Lee"])).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."name" <> all($1)"#
    /// );
    /// ```
    fn ne_all<L: IntoList<Self::Base, Self::Subject>>(
        self,
        values: L,
    ) -> InList<NoneOf, Self, L::List> {
        InList::new(self, values.into_list())
    }

    /// `self in (query)`: true if the subquery returns the value. It must select one column of the same type. A list of
    /// values is accepted as well, and sent as one parameter: see [`eq_any`](Self::eq_any).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, patient_id: i64, price: i32 }
    /// let expensive = Order.select().filter(Order.price.gt(100)).columns(Order.patient_id);
    /// assert_eq!(
    ///     Patient.select().filter(Patient.id.is_in(expensive)).columns(Patient.name).to_sql(),
    ///     r#"select "patients"."name" from "patients" where "patients"."id" in (select "orders"."patient_id" from "orders" where "orders"."price" > $1)"#
    /// );
    /// assert_eq!(
    ///     Patient.select().filter(Patient.id.is_in([1, 2, 3])).columns(Patient.name).to_sql(),
    ///     r#"select "patients"."name" from "patients" where "patients"."id" = any($1)"#
    /// );
    /// ```
    fn is_in<
        Q: InOperand<Self::Base, Self, In, X, N, Decoder: ColumnOfType<Self::Base, Null = N>>,
        X,
        N,
    >(
        self,
        values: Q,
    ) -> X {
        values.compare(self)
    }

    /// `self not in (query)`: true if the subquery does not return the value. It is never true if the subquery returns
    /// NULL. If the subquery returns no row, it is true, also for NULL. A list of values is accepted as well: see
    /// [`ne_all`](Self::ne_all).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64, name: String }
    /// # #[table(name = "orders")]
    /// # struct Order { #[column(primary_key, identity)] id: i64, patient_id: i64 }
    /// let with_orders = Order.select().columns(Order.patient_id);
    /// assert_eq!(
    ///     Patient.delete().filter(Patient.id.is_not_in(with_orders)).to_sql(),
    ///     r#"delete from "patients" where "patients"."id" not in (select "orders"."patient_id" from "orders")"#
    /// );
    /// ```
    fn is_not_in<
        Q: InOperand<Self::Base, Self, NotIn, X, N, Decoder: ColumnOfType<Self::Base, Null = N>>,
        X,
        N,
    >(
        self,
        values: Q,
    ) -> X {
        values.compare(self)
    }

    /// `self between low and high`: true if `self` is in the range, which includes both ends.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key, identity)] id: i64,
    /// # #[column(unique)] name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.age.between(18, 65)).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" between $1 and $2"#
    /// );
    /// ```
    fn between<L, H>(self, low: L, high: H) -> Between<Self, L::Expr, H::Expr>
    where
        L: IntoExpr<Self::Base, Self::Subject>,
        H: IntoExpr<Self::Base, Self::Subject>,
    {
        Between::new(self, low.into_expr(), high.into_expr())
    }

    /// `self not between low and high`: true if `self` is outside of the range, which includes both ends.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.age.not_between(18, 65)).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" not between $1 and $2"#
    /// );
    /// ```
    fn not_between<L: IntoExpr<Self::Base, Self::Subject, Expr = X>, X, H, Y>(
        self,
        low: L,
        high: H,
    ) -> Between<Self, X, Y, NotBetween>
    where
        H: IntoExpr<Self::Base, Self::Subject, Expr = Y>,
    {
        Between::new(self, low.into_expr(), high.into_expr())
    }

    /// `self between symmetric one and other`: true if `self` is in the range, whichever end is the larger one.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.age.between_symmetric(65, 18)).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" between symmetric $1 and $2"#
    /// );
    /// ```
    fn between_symmetric<L: IntoExpr<Self::Base, Self::Subject, Expr = X>, X, H, Y>(
        self,
        one: L,
        other: H,
    ) -> Between<Self, X, Y, BetweenSymmetric>
    where
        H: IntoExpr<Self::Base, Self::Subject, Expr = Y>,
    {
        Between::new(self, one.into_expr(), other.into_expr())
    }

    /// `self not between symmetric one and other`: see [`between_symmetric`](Self::between_symmetric).
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().filter(Patient.age.not_between_symmetric(65, 18)).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" where "patients"."age" not between symmetric $1 and $2"#
    /// );
    /// ```
    fn not_between_symmetric<L: IntoExpr<Self::Base, Self::Subject, Expr = X>, X, H, Y>(
        self,
        one: L,
        other: H,
    ) -> Between<Self, X, Y, NotBetweenSymmetric>
    where
        H: IntoExpr<Self::Base, Self::Subject, Expr = Y>,
    {
        Between::new(self, one.into_expr(), other.into_expr())
    }

    /// `self::type`: a cast to the type `T`. It compiles if Postgres has the cast: see [`CastTo`].
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// assert_eq!(
    ///     Patient.select().columns((Patient.id.cast::<String>(), (Patient.age + 1).cast::<f64>())).to_sql(),
    ///     r#"select "patients"."id"::text, ("patients"."age" + $1)::double precision from "patients""#
    /// );
    /// ```
    #[expect(clippy::type_complexity, reason = "two projections of the cast")]
    fn cast<T>(self) -> Cast<Self, <Self::Base as CastTo<T>>::Type, <Self::Base as CastTo<T>>::Null>
    where
        Self::Base: CastTo<T>,
    {
        Cast::new(self)
    }

    /// Asserts that the expression is not NULL, for example because of a filter. Decoding NULL is then an error.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, age: Option<i32> }
    /// let query = Patient
    ///     .select()
    ///     .filter(Patient.age.is_not_null())
    ///     .columns(Patient.age.assume_not_null());
    /// assert_eq!(
    ///     query.to_sql(),
    ///     r#"select "patients"."age" from "patients" where "patients"."age" is not null"#
    /// );
    /// ```
    fn assume_not_null(self) -> NotNullable<Self> {
        NotNullable::new(self)
    }

    /// The same expression as an `Option`, for a field of that type or to fit the column of another query.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String }
    /// #[derive(Selectable)]
    /// struct Contact { name: Option<String> }
    ///
    /// let contacts = Patient.select().columns(SelectContact { name: Patient.name.nullable() });
    /// assert_eq!(contacts.to_sql(), r#"select "patients"."name" from "patients""#);
    /// ```
    fn nullable(self) -> AsNullable<Self> {
        AsNullable::new(self)
    }

    /// Erases the expression's type. It can be used in any query that reads the sources `S`.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// # #[table(name = "patients")]
    /// # struct Patient { #[column(primary_key)] id: i64, name: String, email: String }
    /// let by_name = true;
    /// let key: BoxedExpr<'_, (Patient,), String> =
    ///     if by_name { Patient.name.boxed_expr() } else { Patient.email.boxed_expr() };
    /// assert_eq!(
    ///     Patient.select().order_by(key).columns(Patient.id).to_sql(),
    ///     r#"select "patients"."id" from "patients" order by "patients"."name""#
    /// );
    /// ```
    fn boxed_expr<'a, S, I, N>(self) -> BoxedExpr<'a, S, Self::Base, N>
    where
        Self: InScope<S, I, Null: BoxedAs<N>, Kind: RowLevel> + Send + Sync + 'a,
    {
        BoxedExpr::of(self)
    }
}
