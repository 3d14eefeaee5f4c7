//! Random expressions of every type. They are boxed, so that one function makes an expression of any shape.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use schema_core::expr::function::{coalesce, nullif};
use schema_core::expr::{BoxedAs, InScope, literal};
use schema_core::prelude::*;
use schema_core::scope::{At, NullableAt, RowLevel, SubsetOf};
use schema_core::types::{Inet, NeverNull, Nullability, Nullable, Range, SqlType};
use serde_json::Value;
use uuid::Uuid;

use crate::correlated::Correlated;
use crate::tables::{Inner, Mood, Random, Thing, Twin};
use schema_tests::choices::Choices;
use schema_tests::choose;

/// An expression over the sources `S`, whose nullability is the one that the library computed.
pub(crate) enum Ex<S, T> {
    Never(BoxedExpr<'static, S, T, NeverNull>),
    Null(BoxedExpr<'static, S, T, Nullable>),
}

impl<S, T> Clone for Ex<S, T> {
    fn clone(&self) -> Self {
        match self {
            Self::Never(e) => Self::Never(e.clone()),
            Self::Null(e) => Self::Null(e.clone()),
        }
    }
}

/// Boxes an expression.
pub(crate) fn ex<S, E, I, N>(expression: E) -> Ex<S, E::Base>
where
    E: InScope<S, I, Null = N, Kind: RowLevel> + Send + Sync + 'static,
    N: BoxedAs<N> + Boxes,
{
    N::boxes(expression.boxed_expr())
}

/// A nullability as a variant of [`Ex`].
pub(crate) trait Boxes: Nullability {
    fn boxes<S, T>(expression: BoxedExpr<'static, S, T, Self>) -> Ex<S, T>;
}

impl Boxes for NeverNull {
    fn boxes<S, T>(expression: BoxedExpr<'static, S, T, Self>) -> Ex<S, T> {
        Ex::Never(expression)
    }
}

impl Boxes for Nullable {
    fn boxes<S, T>(expression: BoxedExpr<'static, S, T, Self>) -> Ex<S, T> {
        Ex::Null(expression)
    }
}

impl<S: Env, T: Ty> Ex<S, T> {
    pub(crate) fn nullable(self) -> BoxedExpr<'static, S, T, Nullable> {
        match self {
            Self::Never(e) => e.boxed_expr(),
            Self::Null(e) => e,
        }
    }
}

/// Evaluates an expression with each combination of nullabilities.
macro_rules! each {
    ($a:ident => $body:expr) => {
        match $a {
            $crate::expression::Ex::Never($a) => $crate::expression::ex($body),
            $crate::expression::Ex::Null($a) => $crate::expression::ex($body),
        }
    };
    ($a:ident, $($rest:ident),+ => $body:expr) => {
        match $a {
            $crate::expression::Ex::Never($a) => each!($($rest),+ => $body),
            $crate::expression::Ex::Null($a) => each!($($rest),+ => $body),
        }
    };
}
pub(crate) use each;

/// The same, but with operands that are all NULL or all not, which takes less time to compile.
macro_rules! same {
    ($($a:ident),+ => $body:expr) => {
        match ($($a,)+) {
            ($($crate::expression::Ex::Never($a),)+) => $crate::expression::ex($body),
            ($($a,)+) => {
                $(let $a = $a.nullable();)+
                $crate::expression::ex($body)
            }
        }
    };
}
pub(crate) use same;

/// The sources of an expression.
pub(crate) trait Env:
    SubsetOf<Self, Self::Place, Null = NeverNull> + Leaves + Correlated + Sized + 'static
{
    type Place: RowLevel;
}

impl Env for (Thing,) {
    type Place = (At<0>,);
}

impl Env for (Thing, Option<Twin>) {
    type Place = (At<0>, NullableAt<1>);
}

/// A column of the sources `Self`, of type `T`.
pub(crate) trait Leaf<T>: Sized {
    fn leaf(choices: &mut Choices) -> Ex<Self, T>;
}

/// A type of expressions.
pub(crate) trait Ty: SqlType + Random + Clone + Send + Sync + 'static {
    const NAME: &'static str;
    fn leaf<S: Env>(choices: &mut Choices) -> Ex<S, Self>;
    /// An expression that only this type has.
    fn special<S: Env>(choices: &mut Choices) -> Ex<S, Self>;
    /// A column of [`Inner`].
    fn inner(choices: &mut Choices) -> Ex<(Inner,), Self>;
}

/// Declares the columns of each type.
macro_rules! types {
    ($($type:ty: $name:literal $column:ident $nullable:ident;)*) => {
        $(
            impl Leaf<$type> for (Thing,) {
                fn leaf(choices: &mut Choices) -> Ex<Self, $type> {
                    match choices.below(2) {
                        0 => ex(Thing.$column),
                        _ => ex(Thing.$nullable),
                    }
                }
            }

            impl Leaf<$type> for (Thing, Option<Twin>) {
                fn leaf(choices: &mut Choices) -> Ex<Self, $type> {
                    match choices.below(4) {
                        0 => ex(Thing.$column),
                        1 => ex(Twin.$column),
                        2 => ex(Thing.$nullable),
                        _ => ex(Twin.$nullable),
                    }
                }
            }

            impl Ty for $type {
                const NAME: &'static str = $name;

                fn leaf<S: Env>(choices: &mut Choices) -> Ex<S, Self> {
                    <S as Leaf<$type>>::leaf(choices)
                }

                fn special<S: Env>(choices: &mut Choices) -> Ex<S, Self> {
                    crate::special::$column(choices)
                }

                fn inner(choices: &mut Choices) -> Ex<(Inner,), Self> {
                    match choices.below(2) {
                        0 => ex(Inner.$column),
                        _ => ex(Inner.$nullable),
                    }
                }
            }
        )*

        /// The columns of all types.
        pub(crate) trait Leaves: $(Leaf<$type> +)* {}
        impl<S: $(Leaf<$type> +)*> Leaves for S {}
    };
}

types! {
    bool: "boolean" boolean boolean_or;
    i16: "smallint" small small_or;
    i32: "integer" int int_or;
    i64: "bigint" big big_or;
    f32: "real" float float_or;
    f64: "double precision" double double_or;
    Decimal: "numeric" number number_or;
    String: "text" text text_or;
    Vec<u8>: "bytea" bytes bytes_or;
    Uuid: "uuid" uuid uuid_or;
    NaiveDate: "date" date date_or;
    NaiveTime: "time" time time_or;
    NaiveDateTime: "timestamp" stamp stamp_or;
    DateTime<Utc>: "timestamptz" moment moment_or;
    Interval: "interval" interval interval_or;
    Value: "jsonb" json json_or;
    Vec<i32>: "integer[]" ints ints_or;
    Vec<String>: "text[]" texts texts_or;
    Range<i32>: "int4range" range range_or;
    Mood: "enum" mood mood_or;
    Inet: "inet" inet inet_or;
    Vector<3>: "vector" vector vector_or;
}

/// Evaluates an expression with a random type as `$name`.
macro_rules! with_type {
    ($choices:ident, $group:literal, $name:ident => $body:expr) => {
        $crate::expression::with_type!(@ $choices, $group, $name => $body;
            "integer" i32, "boolean" bool, "smallint" i16, "bigint" i64, "real" f32, "double precision" f64,
            "numeric" rust_decimal::Decimal, "text" String, "bytea" Vec<u8>, "uuid" uuid::Uuid,
            "date" chrono::NaiveDate, "time" chrono::NaiveTime, "timestamp" chrono::NaiveDateTime,
            "timestamptz" chrono::DateTime<chrono::Utc>, "interval" schema_core::types::Interval,
            "jsonb" serde_json::Value, "integer[]" Vec<i32>, "text[]" Vec<String>,
            "int4range" schema_core::types::Range<i32>, "enum" $crate::tables::Mood,
            "inet" schema_core::types::Inet, "vector" schema_core::types::Vector<3>)
    };
    (@ $choices:ident, $group:literal, $alias:ident => $body:expr; $($name:literal $type:ty),*) => {
        schema_tests::choose!($choices, $group; ; $($name => { type $alias = $type; $body },)*)
    };
}
pub(crate) use with_type;

/// An expression of any type.
pub(crate) fn expr<S: Env, T: Ty>(c: &mut Choices) -> Ex<S, T> {
    choose!(c, T::NAME;
        "column" => T::leaf(c),
        "value" => ex(value(T::random(c))),
        "literal" => ex(literal(T::random(c))),
        "null" => ex(value(None::<T>)),
        ;
        "special" => T::special(c),
        "special, again" => T::special(c),
        "case" => {
            let condition = expr::<S, bool>(c);
            let (a, b): (Ex<S, T>, Ex<S, T>) = (expr(c), expr(c));
            let condition = condition.nullable();
            same!(a, b => case_when(condition, a).otherwise(b))
        },
        "case without else" => {
            let condition = condition::<S>(c);
            let a: Ex<S, T> = expr(c);
            same!(a => case_when(condition, a))
        },
        "coalesce" => {
            let (a, b): (Ex<S, T>, Ex<S, T>) = (expr(c), expr(c));
            each!(a, b => coalesce(a, b))
        },
        "nullif" => {
            let (a, b): (Ex<S, T>, Ex<S, T>) = (expr(c), expr(c));
            same!(a, b => nullif(a, b))
        },
        "scalar subquery" => {
            let (e, id) = (T::inner(c), c.one_of(&[1_i64, 2, 99]));
            each!(e => scalar(Inner.select().filter(Inner.id.eq(id)).columns(e)))
        },
        "scalar subquery, any row" => {
            let e = T::inner(c);
            each!(e => scalar(Inner.select().columns(e).order_by(Inner.id).limit(1)))
        },
        "sql!" => {
            let e: Ex<S, T> = expr(c);
            same!(e => sql!(Option<T>, "coalesce({}, null)", e))
        },
        "nullable" => {
            let e: Ex<S, T> = expr(c);
            same!(e => e.nullable())
        },
    )
}

/// A comparison of values of one type.
pub(crate) fn compare<S: Env, T: Ty>(c: &mut Choices) -> Ex<S, bool> {
    let (a, b): (Ex<S, T>, Ex<S, T>) = (expr(c), expr(c));
    choose!(c, "comparison"; ;
        "=" => each!(a, b => a.eq(b)),
        "<>" => same!(a, b => a.ne(b)),
        "<" => same!(a, b => a.lt(b)),
        "<=" => same!(a, b => a.le(b)),
        ">" => same!(a, b => a.gt(b)),
        ">=" => same!(a, b => a.ge(b)),
        "= value" => {
            let value = T::random(c);
            same!(a => a.eq(value))
        },
        "is distinct from" => same!(a, b => a.is_distinct_from(b)),
        "is not distinct from value" => {
            let value = c.flag().then(|| T::random(c));
            same!(a => a.is_not_distinct_from(value))
        },
        "is null" => same!(a => a.is_null()),
        "is not null" => same!(a => a.is_not_null()),
        "between" => {
            let high: Ex<S, T> = expr(c);
            same!(a, b, high => a.between(b, high))
        },
        "not between" => {
            let low = T::random(c);
            same!(a, b => a.not_between(low, b))
        },
        "between symmetric" => same!(a, b => a.between_symmetric(b.clone(), b)),
        "in subquery" => {
            let e = T::inner(c);
            let a = a.nullable();
            each!(e => a.is_in(Inner.select().columns(e)))
        },
        "not in subquery" => {
            let e = T::inner(c);
            let a = a.nullable();
            each!(e => a.is_not_in(Inner.select().columns(e).limit(2)))
        },
        "row comparison" => {
            let (x, y) = (expr::<S, i32>(c).nullable(), expr::<S, i32>(c));
            let (a, b) = (a.nullable(), b.nullable());
            same!(y => row((a, x)).lt((b, y)))
        },
        "row is null" => {
            let (a, b) = (a.nullable(), b.nullable());
            ex(row((a, b)).is_null())
        },
        "> any subquery" => {
            let e = T::inner(c);
            let a = a.nullable();
            each!(e => a.gt(schema_core::expr::any(Inner.select().columns(e))))
        },
        "<= all subquery" => {
            let e = T::inner(c);
            let a = a.nullable();
            each!(e => a.le(schema_core::expr::all(Inner.select().columns(e))))
        },
    )
}

/// A condition for `filter`, `having` and the like.
pub(crate) fn condition<S: Env>(c: &mut Choices) -> BoxedExpr<'static, S, bool, Nullable> {
    expr::<S, bool>(c).nullable()
}
