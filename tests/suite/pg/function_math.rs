//! Functions of numbers.

use rust_decimal::Decimal;
use schema_core::expr::function::{
    abs, acos, asin, atan, atan2, cbrt, ceil, cos, degrees, exp, floor, ln, log10, pi, power,
    radians, random, round, sin, sqrt, tan, trunc,
};
use schema_core::prelude::*;
use schema_tests::db;

#[table(name = "amounts")]
struct Amount {
    #[column(primary_key)]
    id: i32,
    real: f64,
    exact: Decimal,
    level: Option<i32>,
}

#[test]
fn numbers_are_rounded_and_lose_their_sign() {
    db::run(async |db| {
        create!(db, Amount);
        let new = NewAmount {
            id: -1,
            real: -2.5,
            exact: Decimal::new(25, 1),
        };
        Amount.insert(new).execute(db.pool()).await.unwrap();
        let one = Amount.select();

        let real: (f64, f64, f64, f64, f64) = one
            .columns((
                abs(Amount.real),
                ceil(Amount.real),
                floor(Amount.real),
                round(Amount.real),
                trunc(Amount.real),
            ))
            .fetch_one(db.pool())
            .await
            .unwrap();
        assert_eq!(real, (2.5, -2.0, -3.0, -2.0, -2.0));
        let exact: (Decimal, Decimal, Decimal, Option<i32>, i32) = one
            .columns((
                round(Amount.exact),
                ceil(Amount.exact),
                trunc(Amount.exact),
                abs(Amount.level),
                abs(Amount.id),
            ))
            .fetch_one(db.pool())
            .await
            .unwrap();
        let whole = |number: i64| Decimal::new(number, 0);
        assert_eq!(exact, (whole(3), whole(3), whole(2), None, 1));
    });
}

#[test]
fn functions_of_floats() {
    db::run(async |db| {
        create!(db, Amount);
        let new = NewAmount {
            id: 1,
            real: 0.5,
            exact: Decimal::ONE,
        };
        Amount.insert(new).execute(db.pool()).await.unwrap();
        let x = Amount.real;
        let one = Amount.select();

        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} {b}");
        let angles = one.columns((acos(x), asin(x), atan(x), cos(x), sin(x), tan(x)));
        let angles = angles.fetch_one(db.pool()).await.unwrap();
        near(angles.0, 0.5_f64.acos());
        near(angles.1, 0.5_f64.asin());
        near(angles.2, 0.5_f64.atan());
        near(angles.3, 0.5_f64.cos());
        near(angles.4, 0.5_f64.sin());
        near(angles.5, 0.5_f64.tan());
        let powers = one.columns((cbrt(x), exp(x), ln(x), log10(x), power(x, 3.0), sqrt(x)));
        let powers = powers.fetch_one(db.pool()).await.unwrap();
        near(powers.0, 0.5_f64.cbrt());
        near(powers.1, 0.5_f64.exp());
        near(powers.2, 0.5_f64.ln());
        near(powers.3, 0.5_f64.log10());
        near(powers.4, 0.125);
        near(powers.5, 0.5_f64.sqrt());
        let others = one.columns((degrees(x), radians(x), atan2(x, 2.0), pi(), random()));
        let others = others.fetch_one(db.pool()).await.unwrap();
        near(others.0, 0.5_f64.to_degrees());
        near(others.1, 0.5_f64.to_radians());
        near(others.2, 0.5_f64.atan2(2.0));
        near(others.3, std::f64::consts::PI);
        assert!((0.0..1.0).contains(&others.4));
    });
}
