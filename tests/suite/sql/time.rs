//! Operators and functions of dates and times.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};
use expect_test::expect;
use schema_core::expr::function::{
    age, age_today, clock_timestamp, current_date, date_bin, date_part, date_trunc,
    date_trunc_in_zone, extract, field, isfinite, justify_days, justify_hours, justify_interval,
    localtime, localtimestamp, make_date, make_interval, make_time, make_timestamp,
    make_timestamptz, statement_timestamp, to_char, to_date, to_timestamp, to_timestamp_epoch,
    transaction_timestamp,
};
use schema_core::prelude::*;

use crate::tables::MedicalOrder;

/// The columns of a query whose row has a type, which determines those of the expressions.
macro_rules! typed {
    ($row:ty: $($column:expr),+ $(,)?) => {{
        fn of<Q: Query<Row = $row>>(query: Q) -> Q {
            query
        }
        of(MedicalOrder.select().columns(($($column,)+)))
    }};
}

cases! {
    fn parts(sql) {
        let at = MedicalOrder.created_at;
        sql.is(
            typed!((i32, f64, i32, Option<i32>, f64, i32):
                extract(field::Year, at),
                extract(field::Epoch, at),
                extract(field::TimezoneHour, at),
                extract(field::Isodow, MedicalOrder.due),
                date_part(field::Second, at),
                extract(field::Month, value(Interval::new(1, 0, 0))),
            ),
            expect![[r#"
                select extract(year
                from "medical_orders"."created_at")::integer, extract(epoch
                from "medical_orders"."created_at")::double precision, extract(timezone_hour
                from "medical_orders"."created_at")::integer, extract(isodow
                from "medical_orders"."due")::integer, date_part('second',
                "medical_orders"."created_at"), extract(month
                from $1::interval)::integer
                from "medical_orders""#]],
        );
        let month = date_trunc(field::Month, at);
        sql.is(
            MedicalOrder.select().group_by(month).columns((grouped(month), count())),
            expect![[r#"
                select date_trunc('month', "medical_orders"."created_at"), count(*)
                from "medical_orders"
                group by date_trunc('month', "medical_orders"."created_at")"#]],
        );
        sql.is(
            typed!((DateTime<Utc>, Option<DateTime<Utc>>, DateTime<Utc>, Interval, Interval):
                date_trunc_in_zone(field::Day, at, "Asia/Tokyo"),
                date_trunc(field::Year, MedicalOrder.due),
                date_bin(Interval::from_seconds(900), at, DateTime::UNIX_EPOCH),
                age(at, DateTime::UNIX_EPOCH),
                age_today(at),
            ),
            expect![[r#"
                select date_trunc('day', "medical_orders"."created_at", $1::text),
                date_trunc('year', "medical_orders"."due"), date_bin($2::interval,
                "medical_orders"."created_at", $3::timestamptz),
                age("medical_orders"."created_at", $4::timestamptz),
                age("medical_orders"."created_at")
                from "medical_orders""#]],
        );
    }

    fn arithmetic(sql) {
        let at = MedicalOrder.created_at;
        sql.is(
            typed!((NaiveDateTime, DateTime<Utc>, Interval, Interval, Option<NaiveDate>, Option<i32>):
                at.at_time_zone("Europe/Madrid"),
                at.at_time_zone("UTC").at_time_zone("Asia/Tokyo"),
                at.since(DateTime::<Utc>::UNIX_EPOCH),
                at.since(at) * 2.0 / 3.0,
                MedicalOrder.due + 7 - 1,
                MedicalOrder.due.days_since(MedicalOrder.due),
            ),
            expect![[r#"
                select "medical_orders"."created_at" at time zone $1,
                "medical_orders"."created_at" at time zone $2 at time zone $3,
                "medical_orders"."created_at" - $4::timestamptz,
                ("medical_orders"."created_at" - "medical_orders"."created_at") * $5 / $6,
                "medical_orders"."due" + $7 - $8, "medical_orders"."due" -
                "medical_orders"."due"
                from "medical_orders""#]],
        );
        sql.is(
            typed!((Option<NaiveDateTime>, Option<NaiveDateTime>, DateTime<Utc>, bool):
                MedicalOrder.due.plus(Interval::from_seconds(1)),
                MedicalOrder.due.minus(Interval::from_seconds(1)),
                (at + Interval::from_seconds(1)).at_time_zone("UTC").at_time_zone("UTC"),
                isfinite(at),
            ),
            expect![[r#"
                select "medical_orders"."due" + $1::interval, "medical_orders"."due" -
                $2::interval, ("medical_orders"."created_at" + $3) at time zone $4 at time
                zone $5, isfinite("medical_orders"."created_at")
                from "medical_orders""#]],
        );
    }

    fn made(sql) {
        sql.is(
            typed!((NaiveDate, NaiveTime, NaiveDateTime, DateTime<Utc>, Interval, NaiveDate, DateTime<Utc>, DateTime<Utc>):
                make_date(2024, 2, 29),
                make_time(1, 2, 3.5),
                make_timestamp(2024, 2, 29, 1, 2, 3.5),
                make_timestamptz(2024, 2, 29, 1, 2, 3.5, "UTC"),
                make_interval(1, 2, 3, 4, 5, 6, 7.5),
                to_date("2024", "YYYY"),
                to_timestamp("2024", "YYYY"),
                to_timestamp_epoch(1.5),
            ),
            expect![[r#"
                select make_date($1::integer, $2::integer, $3::integer),
                make_time($4::integer, $5::integer, $6::double precision),
                make_timestamp($7::integer, $8::integer, $9::integer, $10::integer,
                $11::integer, $12::double precision), make_timestamptz($13::integer,
                $14::integer, $15::integer, $16::integer, $17::integer, $18::double precision,
                $19::text), make_interval($20::integer, $21::integer, $22::integer,
                $23::integer, $24::integer, $25::integer, $26::double precision),
                to_date($27::text, $28::text), to_timestamp($29::text, $30::text),
                to_timestamp($31::double precision)
                from "medical_orders""#]],
        );
        sql.is(
            typed!((NaiveDate, NaiveTime, NaiveDateTime, DateTime<Utc>, DateTime<Utc>, DateTime<Utc>):
                current_date(),
                localtime(),
                localtimestamp(),
                clock_timestamp(),
                statement_timestamp(),
                transaction_timestamp(),
            ),
            expect![[r#"
                select current_date, localtime, localtimestamp, clock_timestamp(),
                statement_timestamp(), transaction_timestamp()
                from "medical_orders""#]],
        );
        sql.is(
            typed!((String, Option<String>, String, Interval, Interval, Interval):
                to_char(MedicalOrder.created_at, "YYYY"),
                to_char(MedicalOrder.due, "MM"),
                to_char(MedicalOrder.price, "999D99"),
                justify_days(Interval::from_seconds(1)),
                justify_hours(Interval::from_seconds(1)),
                justify_interval(Interval::from_seconds(1)),
            ),
            expect![[r#"
                select to_char("medical_orders"."created_at", $1::text),
                to_char("medical_orders"."due", $2::text), to_char("medical_orders"."price",
                $3::text), justify_days($4::interval), justify_hours($5::interval),
                justify_interval($6::interval)
                from "medical_orders""#]],
        );
    }
}
