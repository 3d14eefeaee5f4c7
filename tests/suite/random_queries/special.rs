//! The operators and functions of each type.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use rust_decimal::Decimal;
use schema_core::expr::function::network;
use schema_core::expr::function::{
    self as f, abs, age, array_append, array_cat, array_length, array_position, array_remove,
    array_to_string, cardinality, date_bin, date_trunc, extract, field, greatest,
    jsonb_build_array, jsonb_build_object, jsonb_set, jsonb_typeof, least, num_nulls, range,
    string_to_array, to_char, to_jsonb,
};
use schema_core::prelude::*;
use schema_core::types::{Inet, Range};
use serde_json::Value;
use uuid::Uuid;

pub(crate) use crate::conditions::boolean;
use crate::expression::{Env, Ex, each, ex, expr, same};
use crate::tables::Mood;
use schema_tests::choices::Choices;
use schema_tests::choose;

/// Evaluates an expression of these operands.
macro_rules! of {
    ($c:ident; $($name:ident: $type:ty),+ => $body:expr) => {{
        $(let $name: Ex<S, $type> = expr($c);)+
        same!($($name),+ => $body)
    }};
}
pub(crate) use of;

/// Operators of all numbers.
macro_rules! numbers {
    (|$c:ident| $($name:ident $type:ty: $group:literal { $($extra:tt)* })*) => {$(
        pub(crate) fn $name<S: Env>($c: &mut Choices) -> Ex<S, $type> {
            let (a, b): (Ex<S, $type>, Ex<S, $type>) = (expr($c), expr($c));
            numbers!(@ $c, a, b, $group, { $($extra)* })
        }
    )*};
    (@ $c:ident, $a:ident, $b:ident, $group:literal, { $($extra:tt)* }) => {
        choose!($c, $group; ;
            "+" => each!($a, $b => $a + $b),
            "-" => same!($a, $b => $a - $b),
            "*" => same!($a, $b => $a * $b),
            "/" => same!($a, $b => $a / $b),
            "abs" => same!($a => abs($a)),
            "greatest" => same!($a, $b => greatest($a, $b)),
            "least" => same!($a, $b => least($a, ($b.clone(), $b))),
            $($extra)*
        )
    };
}

numbers! { |c|
    small i16: "operator of smallint" {
        "cast" => of!(c; x: i32 => x.cast::<i16>()),
        "cast of text" => of!(c; x: String => x.cast::<i16>()),
        "% 3" => of!(c; x: i16 => x % 3),
        "<<" => of!(c; x: i16 => x.shift_left(1)),
    }
    int i32: "operator of integer" {
        "%" => of!(c; x: i32, y: i32 => x % y),
        "+ value" => of!(c; x: i32 => x + 1),
        "value -" => of!(c; x: i32 => value(100) - x),
        "bit and" => of!(c; x: i32, y: i32 => x.bit_and(y)),
        "bit not" => of!(c; x: i32 => x.bit_not()),
        "length" => of!(c; x: String => f::length(x)),
        "strpos" => of!(c; x: String, y: String => f::strpos(x, y)),
        "cardinality" => of!(c; x: Vec<i32> => cardinality(x)),
        "array_length" => of!(c; x: Vec<String> => array_length(x, 1)),
        "array_position" => of!(c; x: Vec<i32>, y: i32 => array_position(x, y)),
        "element" => of!(c; x: Vec<i32>, y: i32 => x.element(y)),
        "extract" => of!(c; x: NaiveDate => extract(field::Year, x)),
        "date - date" => of!(c; x: NaiveDate, y: NaiveDate => x.days_since(y)),
        "range lower" => of!(c; x: Range<i32> => range::lower(x)),
        "inet family" => of!(c; x: Inet => network::family(x)),
        "cast of jsonb" => of!(c; x: Value => x.cast::<i32>()),
        "cast of boolean" => of!(c; x: bool => x.cast::<i32>()),
        "num_nulls" => of!(c; x: i32, y: String => num_nulls((x, y))),
        "case of value" => of!(c; x: Mood => case(x).when(Mood::Calm, 1).when(Mood::Wild, 2).otherwise(3)),
        "case of value without else" => of!(c; x: String => case(x).when("a", 1)),
        "gcd" => of!(c; x: i32, y: i32 => f::gcd(x, y)),
    }
    big i64: "operator of bigint" {
        "%" => of!(c; x: i64, y: i64 => x % y),
        "cast" => of!(c; x: Decimal => x.cast::<i64>()),
        "correlated" => S::count(c),
        "correlated, again" => S::count(c),
        "correlated, once more" => S::count(c),
        "count of a subquery" => ex(scalar(crate::tables::Inner.select().columns(count()))),
    }
    float f32: "operator of real" {
        "cast" => of!(c; x: f64 => x.cast::<f32>()),
    }
    double f64: "operator of double precision" {
        "sqrt" => of!(c; x: f64 => f::sqrt(x)),
        "power" => of!(c; x: f64, y: f64 => f::power(x, y)),
        "floor" => of!(c; x: f64 => f::floor(x)),
        "pi" => ex(f::pi()),
        "atan2" => of!(c; x: f64 => f::atan2(x, 1.0)),
        "extract epoch" => of!(c; x: Interval => extract(field::Epoch, x)),
        "vector <->" => of!(c; x: Vector<3>, y: Vector<3> => x.l2_distance(y)),
        "vector <=>" => of!(c; x: Vector<3> => x.cosine_distance(Vector::from([1.0, 0.0, 1.0]))),
        "cast of numeric" => of!(c; x: Decimal => x.cast::<f64>()),
    }
    number Decimal: "operator of numeric" {
        "%" => of!(c; x: Decimal, y: Decimal => x % y),
        "round" => of!(c; x: Decimal => f::round(x)),
        "round to" => of!(c; x: Decimal => f::round_to(x, 1)),
        "cast" => of!(c; x: i64 => x.cast::<Decimal>()),
    }
}

pub(crate) fn text<S: Env>(c: &mut Choices) -> Ex<S, String> {
    let (a, b): (Ex<S, String>, Ex<S, String>) = (expr(c), expr(c));
    choose!(c, "function of text"; ;
        "||" => each!(a, b => a.concat(b)),
        "lower" => same!(a => f::lower(a)),
        "upper" => same!(a => f::upper(a)),
        "trim" => same!(a => f::trim(a)),
        "replace" => same!(a, b => f::replace(a, "a", b)),
        "left" => of!(c; x: String, y: i32 => f::left(x, y)),
        "substring" => same!(a => f::substring(a, 1, 2)),
        "split_part" => same!(a => f::split_part(a, ",", 1)),
        "concat" => of!(c; x: i32, y: Vec<i32>, z: String => f::concat((x, y, z))),
        "concat_ws" => of!(c; x: String, y: String => f::concat_ws("-", (x, y))),
        "format" => of!(c; x: i32, y: String => f::format("%s: %s", (x, y))),
        "quote_nullable" => same!(a => f::quote_nullable(a)),
        "md5" => same!(a => f::md5(a)),
        "regexp_substr" => same!(a => f::regexp_substr(a, "[a-b]")),
        "to_char" => of!(c; x: DateTime<Utc> => to_char(x, "YYYY")),
        "cast of integer" => of!(c; x: i32 => x.cast::<String>()),
        "cast of enum" => of!(c; x: Mood => x.cast::<String>()),
        "cast of jsonb" => of!(c; x: Value => x.cast::<String>()),
        "->>" => of!(c; x: Value => x.get_text("a")),
        "->> index" => of!(c; x: Value => x.get_text(0)),
        "#>>" => of!(c; x: Value => x.at_text(["a", "b"])),
        "jsonb_typeof" => of!(c; x: Value => jsonb_typeof(x)),
        "array_to_string" => of!(c; x: Vec<String> => array_to_string(x, ",")),
        "element" => of!(c; x: Vec<String> => x.element(1)),
        "inet host" => of!(c; x: Inet => network::host(x)),
        "encode" => of!(c; x: Vec<u8> => f::encode(x, "hex")),
        "greatest" => same!(a, b => greatest(a, b)),
        "pg_typeof" => same!(a => f::pg_typeof(a)),
    )
}

pub(crate) fn bytes<S: Env>(c: &mut Choices) -> Ex<S, Vec<u8>> {
    choose!(c, "function of bytea"; ;
        "||" => of!(c; a: Vec<u8>, b: Vec<u8> => a.concat(b)),
        "sha256" => of!(c; a: Vec<u8> => f::sha256(a)),
        "decode" => of!(c; a: String => f::decode(a, "escape")),
        "convert_to" => of!(c; a: String => f::convert_to(a, "UTF8")),
        "substring" => of!(c; a: Vec<u8> => f::substring_bytes(a, 1, 1)),
    )
}

pub(crate) fn uuid<S: Env>(c: &mut Choices) -> Ex<S, Uuid> {
    choose!(c, "function of uuid"; ;
        "gen_random_uuid" => ex(f::gen_random_uuid()),
        "cast" => of!(c; a: String => a.cast::<Uuid>()),
        "least" => of!(c; a: Uuid, b: Uuid => least(a, b)),
    )
}

pub(crate) fn date<S: Env>(c: &mut Choices) -> Ex<S, NaiveDate> {
    choose!(c, "function of date"; ;
        "+ days" => of!(c; a: NaiveDate => a + 7),
        "- days" => of!(c; a: NaiveDate => a - 1),
        "cast" => of!(c; a: DateTime<Utc> => a.cast::<NaiveDate>()),
        "make_date" => of!(c; a: i32 => f::make_date(a, 2, 3)),
        "current_date" => ex(f::current_date()),
        "greatest" => of!(c; a: NaiveDate, b: NaiveDate => greatest(a, b)),
    )
}

pub(crate) fn time<S: Env>(c: &mut Choices) -> Ex<S, NaiveTime> {
    choose!(c, "function of time"; ;
        "+ interval" => of!(c; a: NaiveTime, b: Interval => a + b),
        "cast" => of!(c; a: NaiveDateTime => a.cast::<NaiveTime>()),
        "localtime" => ex(f::localtime()),
    )
}

pub(crate) fn stamp<S: Env>(c: &mut Choices) -> Ex<S, NaiveDateTime> {
    choose!(c, "function of timestamp"; ;
        "+ interval" => of!(c; a: NaiveDateTime, b: Interval => a + b),
        "at time zone" => of!(c; a: DateTime<Utc> => a.at_time_zone("Asia/Tokyo")),
        "date + interval" => of!(c; a: NaiveDate, b: Interval => a.plus(b)),
        "date_trunc" => of!(c; a: NaiveDateTime => date_trunc(field::Month, a)),
        "cast" => of!(c; a: NaiveDate => a.cast::<NaiveDateTime>()),
    )
}

pub(crate) fn moment<S: Env>(c: &mut Choices) -> Ex<S, DateTime<Utc>> {
    choose!(c, "function of timestamptz"; ;
        "+ interval" => of!(c; a: DateTime<Utc>, b: Interval => a + b),
        "- value" => of!(c; a: DateTime<Utc> => a - Interval::from_days(1)),
        "now" => ex(now::<DateTime<Utc>>()),
        "date_trunc" => of!(c; a: DateTime<Utc> => date_trunc(field::Day, a)),
        "date_bin" => of!(c; a: DateTime<Utc> => date_bin(Interval::from_seconds(900), a, DateTime::<Utc>::UNIX_EPOCH)),
        "at time zone" => of!(c; a: NaiveDateTime => a.at_time_zone("Europe/Madrid")),
        "to_timestamp" => of!(c; a: f64 => f::to_timestamp_epoch(a)),
    )
}

pub(crate) fn interval<S: Env>(c: &mut Choices) -> Ex<S, Interval> {
    choose!(c, "function of interval"; ;
        "+" => of!(c; a: Interval, b: Interval => a + b),
        "* number" => of!(c; a: Interval, b: f64 => a * b),
        "/ number" => of!(c; a: Interval => a / 2.0),
        "timestamptz - timestamptz" => of!(c; a: DateTime<Utc>, b: DateTime<Utc> => a.since(b)),
        "age" => of!(c; a: DateTime<Utc>, b: DateTime<Utc> => age(a, b)),
        "justify_days" => of!(c; a: Interval => f::justify_days(a)),
        "make_interval" => of!(c; a: i32 => f::make_interval(1, a, 0, 0, 0, 0, 0.5)),
        "cast of time" => of!(c; a: NaiveTime => a.cast::<Interval>()),
    )
}

pub(crate) fn json<S: Env>(c: &mut Choices) -> Ex<S, Value> {
    choose!(c, "function of jsonb"; ;
        "->" => of!(c; a: Value => a.get("a")),
        "-> index" => of!(c; a: Value => a.get(-1)),
        "#>" => of!(c; a: Value => a.at(["a", "b"])),
        "||" => of!(c; a: Value, b: Value => a.merge(b)),
        "- key" => of!(c; a: Value => a.without("a")),
        "to_jsonb of text" => of!(c; a: String => to_jsonb(a)),
        "to_jsonb of timestamptz" => of!(c; a: DateTime<Utc> => to_jsonb(a)),
        "to_jsonb of integer[]" => of!(c; a: Vec<i32> => to_jsonb(a)),
        "jsonb_build_array" => of!(c; a: i32, b: String => jsonb_build_array((a, b, 1))),
        "jsonb_build_object" => of!(c; a: i32 => jsonb_build_object((("key", a),))),
        "jsonb_set" => of!(c; a: Value, b: Value => jsonb_set(a, ["a"], b)),
        "cast of text" => of!(c; a: String => a.cast::<Value>()),
    )
}

pub(crate) fn ints<S: Env>(c: &mut Choices) -> Ex<S, Vec<i32>> {
    choose!(c, "function of integer[]"; ;
        "||" => of!(c; a: Vec<i32>, b: Vec<i32> => a.concat(b)),
        "array_append" => of!(c; a: Vec<i32> => array_append(a, 5)),
        "array_remove" => of!(c; a: Vec<i32>, b: i32 => array_remove(a, b)),
        "slice" => of!(c; a: Vec<i32>, b: i32 => a.slice(1, b)),
        "array_cat" => of!(c; a: Vec<i32>, b: Vec<i32> => array_cat(a, b)),
        "array of a subquery" => ex(schema_core::expr::array(crate::tables::Part.select().columns(crate::tables::Part.code))),
    )
}

pub(crate) fn texts<S: Env>(c: &mut Choices) -> Ex<S, Vec<String>> {
    choose!(c, "function of text[]"; ;
        "||" => of!(c; a: Vec<String>, b: Vec<String> => a.concat(b)),
        "string_to_array" => of!(c; a: String => string_to_array(a, ",")),
        "regexp_split_to_array" => of!(c; a: String => f::regexp_split_to_array(a, "b")),
        "slice from" => of!(c; a: Vec<String> => a.slice_from(2)),
    )
}

pub(crate) fn range<S: Env>(c: &mut Choices) -> Ex<S, Range<i32>> {
    choose!(c, "function of int4range"; ;
        "+" => of!(c; a: Range<i32>, b: Range<i32> => a.union(b)),
        "*" => of!(c; a: Range<i32>, b: Range<i32> => a.intersection(b)),
        "-" => of!(c; a: Range<i32> => a.difference(1..3)),
        "int4range" => of!(c; a: i32, b: i32 => range::range(a, b)),
        "range_merge" => of!(c; a: Range<i32>, b: Range<i32> => range::range_merge(a, b)),
    )
}

pub(crate) fn mood<S: Env>(c: &mut Choices) -> Ex<S, Mood> {
    choose!(c, "function of enum"; ;
        "cast" => of!(c; a: String => a.cast::<Mood>()),
        "greatest" => of!(c; a: Mood, b: Mood => greatest(a, b)),
    )
}

pub(crate) fn inet<S: Env>(c: &mut Choices) -> Ex<S, Inet> {
    choose!(c, "function of inet"; ;
        "+" => of!(c; a: Inet => a + 1),
        "broadcast" => of!(c; a: Inet => network::broadcast(a)),
        "set_masklen" => of!(c; a: Inet, b: i32 => network::set_masklen(a, b)),
    )
}

pub(crate) fn vector<S: Env>(c: &mut Choices) -> Ex<S, Vector<3>> {
    choose!(c, "function of vector"; ;
        "cast of array" => of!(c; a: Vec<i32> => a.cast::<Vector<3>>()),
        "cast of text" => of!(c; a: String => a.cast::<Vector<3>>()),
    )
}
