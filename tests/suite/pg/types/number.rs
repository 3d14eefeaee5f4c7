//! Booleans and numbers.

use bigdecimal::BigDecimal;
use rust_decimal::Decimal;
use schema_core::prelude::*;
use schema_tests::db;

use super::{assert_literals, shown};

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn big(text: &str) -> BigDecimal {
    text.parse().unwrap()
}

round_trip! {
    bool_is_boolean: bool = [true, false];
    i16_is_smallint: i16 = [0, 1, -1, i16::MIN, i16::MAX];
    i32_is_integer: i32 = [0, 1, -1, i32::MIN, i32::MAX];
    i64_is_bigint: i64 = [0, 1, -1, i64::MIN, i64::MAX];
    f32_is_real: f32 = [
        0.0, 0.1, -1.5, 1e-5, 1e15, f32::MIN, f32::MAX, f32::MIN_POSITIVE, f32::INFINITY, f32::NEG_INFINITY, f32::NAN,
    ];
    f64_is_double_precision: f64 = [
        -0.0, 0.1, -1.5, 1e-5, 1e15, f64::MIN, f64::MAX, f64::MIN_POSITIVE, f64::INFINITY, f64::NEG_INFINITY, f64::NAN,
    ];
    rust_decimal_is_numeric: Decimal = [
        Decimal::ZERO, Decimal::MAX, Decimal::MIN, decimal("1.00"), decimal("-0.0000000000000000000000000001"),
        decimal("10000"), decimal("0.00010"),
    ];
    bigdecimal_is_numeric: BigDecimal = [
        big("0"), big("1.00"), big("-123456789012345678901234567890.123456789"), big("0.00010"), big("10000"),
    ];
}
