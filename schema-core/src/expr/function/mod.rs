//! Functions.
//!
//! - [`sql_function!`](crate::sql_function!) declares a function of Postgres, of an extension or of your own
//! - aggregates: [`count`], [`sum`], [`avg`], [`min`], [`max`] …
//! - text: [`lower`], [`length`], [`replace`], [`starts_with`], [`regexp_like`] …
//! - numbers: [`abs`], [`floor`], [`round`], [`power`], [`random`] …
//! - JSON: `jsonb_set`, `jsonb_build_object`, `jsonb_agg`, `jsonb_path_exists` … with the feature `json`
//! - [`range`], [`network`], [`text_search`], [`vector`], [`trigram`], [`ltree`], [`hstore`]: modules of functions with the names of Postgres
//! - rows, in `from`: [`string_to_table`], [`unnest_array`], `jsonb_array_elements`, `jsonb_to_recordset` …
//! - [`coalesce`], [`nullif`], [`greatest`], [`least`]
//! - [`now`], [`gen_random_uuid`]
//! - [`row_number`], [`rank`] … and aggregates as window functions, by `.over(…)`
//!
//! ```
//! # use schema_core::prelude::*;
//! # #[table(name = "patients")]
//! # struct Patient { #[column(primary_key, identity)] id: i64,
//! # #[column(unique)] name: String, age: Option<i32> }
//! assert_eq!(
//!     Patient.select().columns((count(), avg(Patient.age), max(Patient.name))).to_sql(),
//!     r#"select count(*), avg("patients"."age")::float8, max("patients"."name") from "patients""#
//! );
//! ```

/// Declares functions whose bounds the compiler does not quote. The SQL name is the function's name, or the text after `=`.
macro_rules! functions {
    ($($(#[$meta:meta])* $name:ident($($arguments:tt)*) -> $output:ty $(= $sql:literal)?;)*) => {
        crate::sql_function! {
            $($(#[$meta])* #[schema_macros::hide_bounds] pub fn $name($($arguments)*) -> $output $(= $sql)?;)*
        }
    };
}

/// Declares functions whose first argument has any type `T` with a bound. Further parameters, and the result, can have the
/// type `T` as well.
macro_rules! functions_of {
    ($($(#[$doc:meta])* $name:ident<$type:ident: $bound:ident>($first:ident $(, $arg:ident: $param:ty)*) -> $output:ty
       $(= $sql:literal)?;)*) => {$(
        #[doc(hidden)]
        #[allow(non_camel_case_types, reason = "the type has the function's name")]
        #[derive(Debug)]
        pub enum $name {}

        // For all types: the bound is only on the function, so that a mistake is one error.
        impl<$type: crate::types::SqlType> crate::expr::function::Function<(
            $type,
            $(<$param as crate::types::ColumnType>::Base,)*
        )> for $name {
            type Parameters = ($type, $($param,)*);
            type Output = <$output as crate::types::ColumnType>::Base;
            type Null = <$output as crate::types::ColumnType>::Null;
            const OPEN: &'static str = concat!(crate::__sql_function!(@name $name $($sql)?), "(");
            const CLOSE: &'static str = ")";
        }

        $(#[$doc])*
        #[doc = ""]
        #[doc = concat!("`", crate::__sql_function!(@name $name $($sql)?), "(…)` in SQL.")]
        #[allow(non_camel_case_types, reason = "a type parameter has the argument's name, for messages")]
        #[schema_macros::hide_bounds]
        pub fn $name<
            $type: crate::types::SqlType,
            $first: crate::expr::Expression<Base: $bound> + crate::expr::Expression<Base = $type>,
            $($arg: crate::expr::Expression),*
        >(
            $first: $first,
            $($arg: impl crate::expr::IntoArgument<$param, $name, $arg>),*
        ) -> crate::expr::function::Call<$name, (
            crate::expr::function::Argument<$first>,
            $(crate::expr::function::Argument<$arg>,)*
        )> {
            crate::expr::function::Call::new((
                crate::expr::function::Argument::new($first),
                $(crate::expr::function::Argument::new(crate::expr::IntoArgument::into_argument($arg)),)*
            ))
        }
    )*};
}

mod aggregate;
mod array;
mod bytes;
mod call;
mod conditional;
mod declare;
pub mod hstore;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "json")]
mod json_rows;
pub mod ltree;
mod math;
pub mod network;
pub mod range;
mod rows;
mod set;
mod system;
mod text;
pub mod text_search;
mod time;
pub mod trigram;
#[cfg(feature = "uuid")]
mod uuid;
mod variadic;
pub mod vector;
mod window;

pub use aggregate::{
    AddFilter, AddOrder, AggregateCall, AggregateModifiers, AnyValue, ArrayAgg, ArrayAggWithNulls,
    ArrayItem, Averageable, Avg, BitAndAgg, BitOrAgg, BitXorAgg, CombinesBits, Continuous, Corr,
    CountAll, CountOf, CountRows, CovarPop, CovarSamp, DirectArgument, DistinctArguments,
    DistinctText, FilterIn, FilterWhere, HasArgument, HasRows, MakeDistinct, Max, Min, Modifiers,
    ModifiersIn, NotNullElement, OnlyDistinct, Ordered, OrderedSet, OrderedSetCall, OverModifiers,
    Percentile, RegrAvgX, RegrAvgY, RegrCount, RegrIntercept, RegrR2, RegrSlope, RegrSxx, RegrSxy,
    RegrSyy, SetFilterIn, SetOf, SortedBy, SortedValue, Spread, SpreadName, SpreadOf, Statistic,
    Stddev, StddevPop, StddevSamp, Sum, Summable, VarPop, VarSamp, Variance, WithinGroup,
    any_value, array_agg, array_agg_with_nulls, avg, bit_and, bit_or, bit_xor, bool_and, bool_or,
    corr, count, count_distinct, count_of, covar_pop, covar_samp, cume_dist_of, dense_rank_of,
    every, max, min, mode, percent_rank_of, percentile_cont, percentile_disc, rank_of, regr_avgx,
    regr_avgy, regr_count, regr_intercept, regr_r2, regr_slope, regr_sxx, regr_sxy, regr_syy,
    stddev, stddev_pop, stddev_samp, string_agg, sum, var_pop, var_samp, variance,
};
pub use array::{
    ArrayAppend, ArrayCat, ArrayPosition, ArrayPositions, ArrayPrepend, ArrayRemove, ArrayReplace,
    array_append, array_cat, array_dims, array_length, array_lower, array_ndims, array_position,
    array_positions, array_prepend, array_remove, array_replace, array_reverse, array_sample,
    array_shuffle, array_sort, array_to_string, array_upper, cardinality, trim_array,
};
pub use bytes::{
    BitString, bit_count, convert_from, convert_to, crc32, crc32c, decode, encode, get_bit,
    get_byte, length_bytes, md5_bytes, set_bit, set_byte, sha224, sha256, sha384, sha512,
    substring_bytes,
};
pub use call::{Aggregated, Argument, ArgumentList, ArgumentsIn, Call, Function};
pub use conditional::{
    Choice, ChoiceFunction, Coalesce, Greatest, IntoChoices, Least, NullIf, coalesce, greatest,
    least, nullif,
};
#[cfg(feature = "json")]
pub use json::{
    BuildArray, BuildObject, Entry, JsonAgg, JsonElement, JsonElements, JsonEntries, JsonEntry,
    JsonObjectAgg, JsonScalar, JsonbAgg, JsonbAggStrict, JsonbObjectAgg, JsonbObjectAggStrict,
    JsonbObjectAggUnique, JsonbObjectAggUniqueStrict, ReturnsScalar, ToJsonb, json_agg,
    json_exists, json_object_agg, json_query, json_query_array, json_value, jsonb_agg,
    jsonb_agg_strict, jsonb_array_length, jsonb_build_array, jsonb_build_object, jsonb_insert,
    jsonb_insert_after, jsonb_object, jsonb_object_agg, jsonb_object_agg_strict,
    jsonb_object_agg_unique, jsonb_object_agg_unique_strict, jsonb_path_exists,
    jsonb_path_exists_tz, jsonb_path_exists_with, jsonb_path_match, jsonb_path_match_tz,
    jsonb_path_match_with, jsonb_path_query_array, jsonb_path_query_array_tz,
    jsonb_path_query_array_with, jsonb_path_query_first, jsonb_path_query_first_tz,
    jsonb_path_query_first_with, jsonb_pretty, jsonb_set, jsonb_set_existing, jsonb_set_lax,
    jsonb_set_or_delete, jsonb_set_or_keep, jsonb_strip_nulls, jsonb_typeof, to_jsonb,
};
#[cfg(feature = "json")]
pub use json_rows::{
    JsonList, JsonbArrayElements, jsonb_array_elements, jsonb_array_elements_text, jsonb_each,
    jsonb_each_text, jsonb_object_keys, jsonb_path_query, jsonb_path_query_tz,
    jsonb_path_query_with, jsonb_to_record, jsonb_to_recordset,
};
pub use math::{
    Abs, Ceil, Factorial, Floor, Fraction, Integral, Numbers, Numeric, Round, Sign, Trunc, abs,
    acos, acosd, acosh, asin, asind, asinh, atan, atan2, atan2d, atand, atanh, cbrt, ceil, cos,
    cosd, cosh, cot, cotd, degrees, div, erf, erfc, exp, factorial, floor, gamma, gcd, lcm, lgamma,
    ln, log, log_base, log10, min_scale, pi, pow, power, radians, random, random_between,
    random_normal, round, round_to, scale, sign, sin, sind, sinh, sqrt, tan, tand, tanh,
    trim_scale, trunc, trunc_to, width_bucket,
};
pub use rows::{
    ArrayTuple, UnnestOf, generate_subscripts, regexp_matches, regexp_split_to_table,
    regexp_split_to_table_flags, string_to_table, string_to_table_with_null, unnest_array,
    unnest_arrays,
};
pub use set::{Record, RowTypes, SetCall, SetFunction};
pub use system::{
    current_database, current_schema, current_setting, current_setting_or_null, current_user,
    hashtextextended, pg_advisory_xact_lock, pg_backend_pid, pg_column_size, pg_is_in_recovery,
    pg_notify, pg_size_pretty, pg_sleep, pg_try_advisory_xact_lock, pg_typeof, session_user,
    set_config, txid_current, version,
};
pub use text::{
    ascii, bit_length, btrim, casefold, char_length, chr, initcap, left, length, lower, lpad,
    ltrim, ltrim_characters, md5, normalize, octet_length, overlay, parse_ident, quote_ident,
    quote_literal, quote_nullable, regexp_count, regexp_count_flags, regexp_instr,
    regexp_instr_flags, regexp_like, regexp_like_flags, regexp_match, regexp_match_flags,
    regexp_replace, regexp_split_to_array, regexp_split_to_array_flags, regexp_substr,
    regexp_substr_flags, repeat, replace, reverse, right, rpad, rtrim, rtrim_characters,
    split_part, starts_with, string_to_array, strpos, substring, substring_from, to_bin, to_hex,
    to_oct, translate, trim, unistr, upper,
};
pub use time::{
    ClockTimestamp, CurrentDate, DatePart, DateTrunc, Extract, Formatted, Localtime,
    Localtimestamp, MakeDate, MakeTime, MakeTimestamp, MakeTimestamptz, Now, StatementTimestamp,
    ToDate, ToTimestamp, ToTimestampEpoch, TransactionTimestamp, age, age_today, clock_timestamp,
    current_date, date_bin, date_part, date_trunc, date_trunc_in_zone, extract, field, isfinite,
    justify_days, justify_hours, justify_interval, localtime, localtimestamp, make_date,
    make_interval, make_time, make_timestamp, make_timestamptz, now, statement_timestamp, to_char,
    to_date, to_timestamp, to_timestamp_epoch, transaction_timestamp,
};
#[cfg(feature = "uuid")]
pub use uuid::{
    UuidExtractTimestamp, gen_random_uuid, uuid_extract_timestamp, uuid_extract_version, uuidv4,
    uuidv7, uuidv7_shifted,
};
pub use variadic::{
    Variadic, VariadicFunction, concat, concat_ws, format, num_nonnulls, num_nulls,
};
pub use window::{
    CurrentRow, EndAfter, ExcludeCurrentRow, ExcludeGroup, ExcludeNothing, ExcludeTies, Exclusion,
    FirstRow, Following, Frame, FrameBound, FrameNull, FrameOffset, FrameStart, FrameUnit,
    GroupFrame, HasWindow, InWindow, IntoPartition, IntoPartitionItem, IntoWindow, Over,
    PartitionBy, PartitionIn, PartitionItemKind, PartitionKind, PartitionedBy, Preceding,
    RangeFrame, RangeOrder, Ranged, RowFrame, UnboundedFollowing, UnboundedPreceding, Window,
    WindowCall, WindowFunction, WindowFunctionIn, WindowIn, WindowKind, WindowOrder, WindowOrderIn,
    WindowOrderKind, cume_dist, current_row, dense_rank, first_value, following, lag, last_value,
    lead, nth_value, ntile, order_by, partition_by, percent_rank, preceding, rank, row_number,
    unbounded_following, unbounded_preceding,
};
