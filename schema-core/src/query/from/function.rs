//! Functions that return rows: `generate_series` and `unnest` in `from`.
//!
//! <https://www.postgresql.org/docs/current/functions-srf.html>

use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;

use schema_macros::{hide_bounds, name_id};
use sqlx::error::BoxDynError;

use super::table::start;
use super::{FromItem, Start};
use crate::def::TableName;
use crate::expr::{IntoList, Param, Typed};
use crate::row::{ColumnList, DecodeRow, RowReader};
use crate::scope::{Require, UsedName};
use crate::sql::{Expected, Fragment, Token, fragment};
use crate::table::column_index::D0;
use crate::table::{
    AliasOf, ByServer, Column, ColumnMarker, NamedSource, Relation, Source, SourceColumns,
    StaticColumns,
};
#[cfg(any(feature = "chrono", feature = "time"))]
use crate::types::Interval;
use crate::types::{ArrayElement, SqlType};

/// The function call `F` in `from`, whose rows are read under the name of the source `S`.
///
/// Its column is a field of the value: `series.value`.
pub struct FromFunction<S, F> {
    call: F,
    source: PhantomData<fn() -> S>,
}

impl<S, F: Clone> Clone for FromFunction<S, F> {
    fn clone(&self) -> Self {
        Self {
            call: self.call.clone(),
            source: PhantomData,
        }
    }
}

impl<S, F: Copy> Copy for FromFunction<S, F> {}

#[hide_bounds]
impl<S: Source, F> FromFunction<S, F> {
    const fn new(call: F) -> Self {
        Self {
            call,
            source: PhantomData,
        }
    }

    /// `select`: all columns of the function, unless `columns` follows.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// let series = generate_series(1, 3);
    /// assert_eq!(
    ///     series.select().filter(series.value.gt(1)).to_sql(),
    ///     r#"select "generate_series"."value" from generate_series($1::integer, $2::integer) as "generate_series" ("value") where "generate_series"."value" > $3"#
    /// );
    /// ```
    pub fn select(self) -> Start<Self>
    where
        F: Fragment,
        (S,): Require<()>,
    {
        start(self)
    }

    /// Gives the rows another name, so that a query can read two calls of one function.
    ///
    /// ```
    /// # use schema_core::prelude::*;
    /// use schema_core::query::Series;
    ///
    /// alias!(Column = Series<i32>);
    ///
    /// let rows = generate_series(1, 2);
    /// let columns = generate_series(1, 2).as_alias(Column);
    /// let cells = rows.select().cross_join(columns).columns((rows.value, Column.value));
    /// assert_eq!(
    ///     cells.to_sql(),
    ///     concat!(
    ///         r#"select "generate_series"."value", "Column"."value" from "#,
    ///         r#"generate_series($1::integer, $2::integer) as "generate_series" ("value") cross join "#,
    ///         r#"generate_series($3::integer, $4::integer) as "Column" ("value")"#,
    ///     )
    /// );
    /// ```
    #[expect(unused_variables, reason = "the type of the constant is the name")]
    pub fn as_alias<V, T>(self, alias: V) -> FromFunction<T, F>
    where
        V: AliasOf<S::Relation, T>,
        T: Source,
    {
        FromFunction::new(self.call)
    }
}

impl<S: Source, F> fmt::Debug for FromFunction<S, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FromFunction")
            .field(&S::Relation::NAME.name)
            .finish()
    }
}

/// The columns are fields of the value.
impl<S: Source, F> Deref for FromFunction<S, F>
where
    <S::Relation as Relation>::Columns<S>: StaticColumns,
{
    type Target = <S::Relation as Relation>::Columns<S>;

    fn deref(&self) -> &Self::Target {
        StaticColumns::REF
    }
}

fragment!(impl[S: Source, F: Fragment] FromFunction<S, F> {
    (call: F), " as ", [S::REFERENCE], [super::column_names::<S>()],
});

#[diagnostic::do_not_recommend]
impl<S: Source, F: Fragment> FromItem for FromFunction<S, F> {
    type Source = S;
    type From = Self;
    type Needs = ();

    fn into_from(self) -> Self {
        self
    }
}

/// The columns of a relation that has a single one, `value` of type `T`.
macro_rules! value_columns {
    ($row:ident $columns:ident $marker:ident) => {
        #[doc = concat!("The columns of [`", stringify!($row), "`].")]
        pub struct $columns<S, T> {
            /// The value.
            pub value: Column<S, $marker<T>>,
        }

        impl<S, T> Clone for $columns<S, T> {
            fn clone(&self) -> Self {
                *self
            }
        }

        impl<S, T> Copy for $columns<S, T> {}

        impl<S, T> fmt::Debug for $columns<S, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(stringify!($row))
            }
        }

        impl<S: Source, T> SourceColumns for $columns<S, T> {
            type Source = S;
            const NEW: Self = Self { value: Column::NEW };
        }

        impl<S: NamedSource, T> $columns<S, T> {
            /// Only a call of the function has rows: this query cannot be fetched.
            #[doc(hidden)]
            pub fn select(self) -> Start<Self>
            where
                (S,): Require<<S::Relation as Relation>::Needs>,
            {
                start(self)
            }
        }

        impl<S: Source, T: 'static> StaticColumns for $columns<S, T> {
            const REF: &'static Self = &Self { value: Column::NEW };
        }
    };
}

/// Relations with a single column `value` of type `T`.
macro_rules! value_relations {
    ($($(#[$doc:meta])* $row:ident $columns:ident $marker:ident $name:literal $id:ident $bound:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $row<T> {
            /// The value.
            pub value: T,
        }

        value_columns!($row $columns $marker);

        #[doc = concat!("The column of [`", stringify!($row), "`].")]
        #[derive(Debug)]
        pub struct $marker<T>(PhantomData<T>);

        impl<T: $bound + Send + Sync + 'static> ColumnMarker for $marker<T> {
            type Table = $row<T>;
            type Type = T;
            type Place = ByServer<D0>;
        }

        impl<T: $bound> DecodeRow for $row<T> {
            fn decode(row: &mut RowReader<'_>) -> Result<Self, BoxDynError> {
                Ok(Self { value: row.read()? })
            }
        }

        #[diagnostic::do_not_recommend]
        impl<T: $bound + Send + Sync + 'static> Relation for $row<T> {
            type Columns<S: Source> = $columns<S, T>;
            type Id = name_id!($id);
            type Needs = (UsedName<Self>, ());
            const NAME: TableName = TableName { schema: None, name: $name };
            const COLUMNS: &'static [&'static str] = &["value"];
            const NOT_NULL: Option<&'static str> = Some("value");
            const EXPECTED: Expected = Expected::of::<T>();

            fn describe(columns: &mut ColumnList<'_>) {
                columns.column::<T>(Some(($name, "value")));
            }
        }
    )*};
}

value_relations! {
    /// A row of [`generate_series`].
    Series SeriesColumns SeriesValue "generate_series" generate_series SeriesType;
    /// A row of [`unnest`].
    Unnest ElementColumns Element "unnest" unnest ArrayElement;
}

/// A type that `generate_series` accepts.
#[diagnostic::on_unimplemented(
    message = "`generate_series` does not accept `{Self}`",
    label = "expected `i32`, `i64`, a decimal or a timestamp"
)]
pub trait SeriesType: SqlType {
    /// The type of the step between two values.
    type Step: SqlType;
}

/// The step of a series of `T`.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a step between two `{T}`",
    label = "not a step of `{T}`",
    note = "the step between numbers is a number of the same type; between timestamps, an `Interval`"
)]
pub trait StepOf<T>: SqlType {}

macro_rules! series {
    ($($(#[$cfg:meta])* $type:ty => $step:ty;)*) => {$(
        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl StepOf<$type> for $step {}

        #[diagnostic::do_not_recommend]
        $(#[$cfg])*
        impl SeriesType for $type {
            type Step = $step;
        }
    )*};
}

series! {
    i32 => i32;
    i64 => i64;
    #[cfg(feature = "rust_decimal")] rust_decimal::Decimal => rust_decimal::Decimal;
    #[cfg(feature = "bigdecimal")] bigdecimal::BigDecimal => bigdecimal::BigDecimal;
    #[cfg(feature = "chrono")] chrono::DateTime<chrono::Utc> => Interval;
    #[cfg(feature = "chrono")] chrono::NaiveDateTime => Interval;
    #[cfg(feature = "time")] time::OffsetDateTime => Interval;
    #[cfg(feature = "time")] time::PrimitiveDateTime => Interval;
}

type Value<T> = Typed<Param<T, T>>;

/// `generate_series(start, stop)`, and `step` unless it is `()`.
#[derive(Debug, Clone, Copy)]
pub struct GenerateSeries<T, P> {
    start: Value<T>,
    stop: Value<T>,
    step: P,
}

/// `, step`
#[derive(Debug, Clone, Copy)]
pub struct SeriesStep<T>(Value<T>);

fragment!(impl[T: SqlType] SeriesStep<T> { ", ", (0: Value<T>) });

fragment!(impl[T: SqlType, P: Fragment] GenerateSeries<T, P> {
    "generate_series(", (start: Value<T>), ", ", (stop: Value<T>), (step: P), ")",
});

/// `generate_series(start, stop)`: the numbers from `start` to `stop`, both included, in the column `value`.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "orders")]
/// # struct Order { #[column(primary_key)] id: i64, priority: i32 }
/// let priorities = generate_series(1, 5);
/// let counts = priorities
///     .select()
///     .left_join(Order, Order.priority.eq(priorities.value))
///     .group_by(priorities.value)
///     .columns((priorities.value, count_of(Order.id)));
/// assert_eq!(
///     counts.to_sql(),
///     concat!(
///         r#"select "generate_series"."value", count("orders"."id") from "#,
///         r#"generate_series($1::integer, $2::integer) as "generate_series" ("value") "#,
///         r#"left join "orders" on "orders"."priority" = "generate_series"."value" group by "generate_series"."value""#,
///     )
/// );
/// ```
#[hide_bounds]
pub fn generate_series<T: SeriesType<Step = T> + Send + Sync + 'static>(
    start: T,
    stop: T,
) -> FromFunction<Series<T>, GenerateSeries<T, ()>> {
    FromFunction::new(GenerateSeries {
        start: Typed(Param::new(start)),
        stop: Typed(Param::new(stop)),
        step: (),
    })
}

/// `generate_series(start, stop, step)`, in the column `value`. The step between timestamps is an [`Interval`].
///
/// ```
/// # use schema_core::prelude::*;
/// let tens = generate_series_by(10_i64, 100, 10);
/// assert_eq!(
///     tens.select().to_sql(),
///     r#"select "generate_series"."value" from generate_series($1::bigint, $2::bigint, $3::bigint) as "generate_series" ("value")"#
/// );
/// ```
#[expect(clippy::similar_names, reason = "the names of the Postgres manual")]
#[hide_bounds]
pub fn generate_series_by<T: SeriesType + Send + Sync + 'static, P: StepOf<T>>(
    start: T,
    stop: T,
    step: P,
) -> FromFunction<Series<T>, GenerateSeries<T, SeriesStep<P>>> {
    FromFunction::new(GenerateSeries {
        start: Typed(Param::new(start)),
        stop: Typed(Param::new(stop)),
        step: SeriesStep(Typed(Param::new(step))),
    })
}

/// `unnest(values)`
pub struct UnnestCall<T, L> {
    list: L,
    element: PhantomData<fn() -> T>,
}

impl<T, L: Clone> Clone for UnnestCall<T, L> {
    fn clone(&self) -> Self {
        Self {
            list: self.list.clone(),
            element: PhantomData,
        }
    }
}

impl<T, L: Copy> Copy for UnnestCall<T, L> {}

impl<T, L: fmt::Debug> fmt::Debug for UnnestCall<T, L> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("unnest").field(&self.list).finish()
    }
}

fragment!(impl[T: ArrayElement, L: Fragment] UnnestCall<T, L> {
    "unnest(", (list: L), [&[Token::Text("::"), Token::Text(T::DATA_TYPE.element_name()), Token::Text("[])")]],
});

/// `unnest(values)`: a row for each value, in the column `value`. The values are one parameter, an array.
///
/// ```
/// # use schema_core::prelude::*;
/// # #[table(name = "patients")]
/// # struct Patient { #[column(primary_key)] id: i64, name: String }
/// let names = unnest(["Ana", "Lee"]);
/// let missing = names
///     .select()
///     .left_join(Patient, Patient.name.eq(names.value))
///     .filter(Patient.id.is_null())
///     .columns(names.value);
/// assert_eq!(
///     missing.to_sql(),
///     concat!(
///         r#"select "unnest"."value" from unnest($1::text[]) as "unnest" ("value") "#,
///         r#"left join "patients" on "patients"."name" = "unnest"."value" where "patients"."id" is null"#,
///     )
/// );
/// ```
#[hide_bounds]
pub fn unnest<L: IntoList<T>, T: ArrayElement + Send + Sync + 'static>(
    values: L,
) -> FromFunction<Unnest<T>, UnnestCall<T, L::List>> {
    FromFunction::new(UnnestCall {
        list: values.into_list(),
        element: PhantomData,
    })
}
