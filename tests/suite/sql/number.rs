//! Functions and operators of numbers, of the session and of UUIDs.

use expect_test::expect;
use rust_decimal::Decimal;
use schema_core::expr::function::{
    acosd, acosh, asind, asinh, atan2d, atand, atanh, cosd, cosh, cot, cotd, current_database,
    current_schema, current_setting, current_setting_or_null, current_user, div, erf, erfc,
    factorial, gcd, hashtextextended, lcm, log, log_base, min_scale, pg_advisory_xact_lock,
    pg_backend_pid, pg_column_size, pg_is_in_recovery, pg_notify, pg_size_pretty, pg_sleep,
    pg_try_advisory_xact_lock, pg_typeof, pow, random_between, random_normal, round_to, scale,
    session_user, set_config, sign, sind, sinh, tand, tanh, trim_scale, trunc_to, txid_current,
    uuid_extract_timestamp, uuid_extract_version, version, width_bucket,
};
use schema_core::prelude::*;
use uuid::Uuid;

use crate::tables::{MedicalOrder, Note, Patient};

/// The row of the query determines the type of its column.
fn decimal<Q: Query<Row = Decimal>>(query: Q) -> Q {
    query
}

cases! {
    fn floats(sql) {
        let x = MedicalOrder.price;
        sql.is(
            MedicalOrder.select().columns((
                acosd(x), acosh(x), asind(x), asinh(x), atan2d(x, 1.0), atand(x), atanh(x), cosd(x), cosh(x), cot(x),
                cotd(x), erf(x), erfc(x),
            )),
            expect![[r#"
                select acosd("medical_orders"."price"), acosh("medical_orders"."price"),
                asind("medical_orders"."price"), asinh("medical_orders"."price"),
                atan2d("medical_orders"."price", $1::double precision),
                atand("medical_orders"."price"), atanh("medical_orders"."price"),
                cosd("medical_orders"."price"), cosh("medical_orders"."price"),
                cot("medical_orders"."price"), cotd("medical_orders"."price"),
                erf("medical_orders"."price"), erfc("medical_orders"."price")
                from "medical_orders""#]],
        );
        sql.is(
            MedicalOrder.select().columns((
                log(x), pow(x, 2.0), random_normal(0.0, 1.0), sign(x), sind(x), sinh(x), tand(x), tanh(x),
                width_bucket(x, 0.0, 10.0, 5),
            )),
            expect![[r#"
                select log("medical_orders"."price"), pow("medical_orders"."price", $1::double
                precision), random_normal($2::double precision, $3::double precision),
                sign("medical_orders"."price"), sind("medical_orders"."price"),
                sinh("medical_orders"."price"), tand("medical_orders"."price"),
                tanh("medical_orders"."price"), width_bucket("medical_orders"."price",
                $4::double precision, $5::double precision, $6::integer)
                from "medical_orders""#]],
        );
    }

    fn integers_and_decimals(sql) {
        let d = || value(Decimal::new(25, 1));
        sql.is(
            MedicalOrder.select().columns((
                gcd(MedicalOrder.priority, 4), lcm(MedicalOrder.id, 6), random_between(MedicalOrder.priority, 9),
                div(d(), Decimal::ONE), log_base(d(), Decimal::TEN), min_scale(d()), scale(d()), trim_scale(d()),
                round_to(d(), 1), trunc_to(d(), 1),
            )),
            expect![[r#"
                select gcd("medical_orders"."priority", $1::integer),
                lcm("medical_orders"."id", $2::bigint), random("medical_orders"."priority",
                $3::integer), div($4::numeric, $5::numeric), log($6::numeric, $7::numeric),
                min_scale($8::numeric), scale($9::numeric), trim_scale($10::numeric),
                round($11::numeric, $12::integer), trunc($13::numeric, $14::integer)
                from "medical_orders""#]],
        );
        sql.is(
            decimal(MedicalOrder.select().columns(factorial(5_i64))),
            expect![[r#"select factorial($1::bigint) from "medical_orders""#]],
        );
    }

    fn bits(sql) {
        let p = MedicalOrder.priority;
        sql.is(
            MedicalOrder.select().columns((
                p.bit_and(1), p.bit_or(2).bit_xor(3), p.bit_not(), p.bit_not().bit_not(), p.shift_left(1).shift_right(2),
            )),
            expect![[r#"
                select "medical_orders"."priority" & $1, "medical_orders"."priority" | $2 #
                $3, ~ "medical_orders"."priority", ~ (~ "medical_orders"."priority"),
                "medical_orders"."priority" << $4 >> $5
                from "medical_orders""#]],
        );
        sql.is(
            Note.select().filter(Note.bits.bit_and(Note.bits.bit_not()).eq(Note.bits)).columns(Note.id),
            expect![[r#"
                select "notes"."id"
                from "notes"
                where "notes"."bits" & (~ "notes"."bits") = "notes"."bits""#]],
        );
    }

    fn tests_and_ranges(sql) {
        let all = Patient.select().columns(Patient.id);
        let adult = Patient.age.ge(18);
        sql.is(
            all.filter(adult.is_true().or(adult.is_not_true()).or(adult.is_false()).or(adult.is_not_false())),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" >= $1 is true or "patients"."age" >= $2 is not true or
                "patients"."age" >= $3 is false or "patients"."age" >= $4 is not false"#]],
        );
        sql.is(
            all.filter(adult.is_unknown().or((!adult).is_not_unknown())),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" >= $1 is unknown or (not "patients"."age" >= $2) is not
                unknown"#]],
        );
        let age = Patient.age;
        sql.is(
            all.filter(age.not_between(1, 2).or(age.between_symmetric(2, 1)).or(age.not_between_symmetric(2, 1))),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" not between $1 and $2 or "patients"."age" between
                symmetric $3 and $4 or "patients"."age" not between symmetric $5 and $6"#]],
        );
    }

    fn session(sql) {
        sql.is(
            Patient.select().columns((
                current_database(), current_schema(), current_user(), session_user(), version(), pg_backend_pid(),
                pg_is_in_recovery(), txid_current(), current_setting("work_mem"), current_setting_or_null("app.x", true),
                set_config("app.x", "1", true),
            )),
            expect![[r#"
                select current_database(), current_schema(), current_user, session_user,
                version(), pg_backend_pid(), pg_is_in_recovery(), txid_current(),
                current_setting($1::text), current_setting($2::text, $3::boolean),
                set_config($4::text, $5::text, $6::boolean)
                from "patients""#]],
        );
        sql.is(
            Patient.select().columns((
                pg_advisory_xact_lock(hashtextextended("a", 0_i64)), pg_try_advisory_xact_lock(1_i64),
                pg_notify("channel", "text"), pg_sleep(0.0), pg_typeof(Patient.age), pg_column_size(Patient.name),
                pg_size_pretty(10_i64),
            )),
            expect![[r#"
                select pg_advisory_xact_lock(hashtextextended($1::text, $2::bigint))::text,
                pg_try_advisory_xact_lock($3::bigint), pg_notify($4::text, $5::text)::text,
                pg_sleep($6::double precision)::text, pg_typeof("patients"."age")::text,
                pg_column_size("patients"."name"), pg_size_pretty($7::bigint)
                from "patients""#]],
        );
        sql.is(
            Patient.select().columns((
                uuid_extract_version(Uuid::nil()),
                value(chrono::Utc::now()).lt(uuid_extract_timestamp(Uuid::nil())),
            )),
            expect![[r#"
                select uuid_extract_version($1::uuid), $2::timestamptz <
                uuid_extract_timestamp($3::uuid)
                from "patients""#]],
        );
    }

    fn strict_sql(sql) {
        fn typed<Q: Query<Row = (i32, Option<i32>, Option<i32>)>>(query: Q) -> Q {
            query
        }
        sql.is(
            typed(Patient.select().columns((
                sql!(i32, "abs({}::integer)", Patient.id).strict(),
                sql!(i32, "abs({} + {})", Patient.age, 1).strict(),
                sql!(Option<i32>, "nullif({}, 0)", 1).strict(),
            ))),
            expect![[r#"
                select abs("patients"."id"::integer), abs("patients"."age" + $1::integer),
                nullif($2::integer, 0)
                from "patients""#]],
        );
        let length = sql!(i32, "length({})", Patient.name).strict();
        sql.is(
            Patient.select().filter(length.gt(3)).group_by(length).columns((grouped(length), count())),
            expect![[r#"
                select length("patients"."name"), count(*)
                from "patients"
                where (length("patients"."name")) > $1
                group by length("patients"."name")"#]],
        );
    }
}
