//! `sql!`.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{Counter, Note, OrderStatus, Patient};

cases! {
    fn everywhere(sql) {
        let all = Patient.select();
        let length = sql!(i32, "length({})", Patient.name);
        sql.is(
            all.columns(length),
            expect![[r#"select length("patients"."name") from "patients""#]],
        );
        sql.is(
            all.filter(length.gt(5))
                .order_by(length.desc())
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where (length("patients"."name")) > $1
                order by length("patients"."name") desc"#]],
        );
        sql.is(
            all.columns(sum(length)),
            expect![[r#"select sum(length("patients"."name")) from "patients""#]],
        );
        sql.is(
            all.columns(length * 2 - 1),
            expect![[r#"select (length("patients"."name")) * $1 - $2 from "patients""#]],
        );
        sql.is(
            Patient
                .update()
                .set(Patient.age, length)
                .filter(sql!(bool, "starts_with({}, {})", Patient.name, "A"))
                .returning(length),
            expect![[r#"
                update "patients" set "age" = length("patients"."name")
                where starts_with("patients"."name", $1::text)
                returning length("patients"."name")"#]],
        );
        sql.is(
            all.group_by(Patient.age)
                .having(sql!(bool, "length({}) > {}", max(Patient.name), 3))
                .columns(Patient.age),
            expect![[r#"
                select "patients"."age"
                from "patients"
                group by "patients"."age"
                having length(max("patients"."name")) > $1::integer"#]],
        );
    }

    fn values_columns_and_names(sql) {
        let all = Patient.select().columns(Patient.id);
        let (prefix, limit) = ("A", 3);
        sql.is(
            all.filter(sql!(bool, "left({}, {}) = {}", Patient.name, 1, prefix)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where left("patients"."name", $1::integer) = $2::text"#]],
        );
        sql.is(
            all.filter(sql!(bool, "left({}, {limit}) = {prefix}", Patient.name)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where left("patients"."name", $1::integer) = $2::text"#]],
        );
        sql.is(
            all.filter(sql!(bool, "{limit} > {limit}")),
            expect![[r#"select "patients"."id" from "patients" where $1::integer > $2::integer"#]],
        );
        sql.is(
            all.filter(sql!(bool, "1 = 1")),
            expect![[r#"select "patients"."id" from "patients" where 1 = 1"#]],
        );
        sql.is(
            Note.select()
                .columns(sql!(Vec<String>, "{} || '{{x}}'::text[]", Note.tags)),
            expect![[r#"select "notes"."tags" || '{x}'::text[] from "notes""#]],
        );
    }

    fn an_argument_is_parenthesized(sql) {
        let all = Patient.select();
        sql.is(
            all.columns(sql!(Option<i32>, "{} * 2", Patient.age + 1)),
            expect![[r#"select ("patients"."age" + $1) * 2 from "patients""#]],
        );
        sql.is(
            all.columns(sql!(
                Option<i32>,
                "coalesce({}, {})",
                Patient.age + 1,
                Patient.age * 2
            )),
            expect![[
                r#"select coalesce("patients"."age" + $1, "patients"."age" * $2) from "patients""#
            ]],
        );
        sql.is(
            all.columns(sql!(
                Vec<bool>,
                "array[{}, {}]",
                Patient.age.gt(1),
                Patient.active.not()
            )),
            expect![[
                r#"select array["patients"."age" > $1, not "patients"."active"] from "patients""#
            ]],
        );
        sql.is(
            all.columns(sql!(
                bool,
                "{} is true",
                Patient.age.gt(1).or(Patient.active)
            )),
            expect![[
                r#"select ("patients"."age" > $1 or "patients"."active") is true from "patients""#
            ]],
        );
        sql.is(
            all.columns(sql!(i64, "{}::int8", sql!(i32, "length({})", Patient.name))),
            expect![[r#"select (length("patients"."name"))::int8 from "patients""#]],
        );
    }

    fn the_text_is_parenthesized(sql) {
        let all = Patient.select().columns(Patient.id);
        let raw = sql!(bool, "{} > 1 or {} < 2", Patient.age, Patient.age);
        sql.is(
            all.filter(raw),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" > 1 or "patients"."age" < 2"#]],
        );
        sql.is(
            all.filter(raw.and(Patient.active)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."age" > 1 or "patients"."age" < 2) and "patients"."active""#]],
        );
        sql.is(
            all.filter(raw.not()),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where not ("patients"."age" > 1 or "patients"."age" < 2)"#]],
        );
        sql.is(
            all.filter(raw).filter(raw),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."age" > 1 or "patients"."age" < 2) and ("patients"."age" > 1
                or "patients"."age" < 2)"#]],
        );
        sql.is(
            all.filter(sql!(i32, "1 + 2").eq(3)),
            expect![[r#"select "patients"."id" from "patients" where (1 + 2) = $1"#]],
        );
        sql.is(
            all.filter(Patient.age.between(sql!(i32, "1 + 2"), 3)),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" between (1 + 2) and $1"#]],
        );
        sql.is(
            all.filter(sql!(Option<i32>, "{} + 2", Patient.age).is_null()),
            expect![[
                r#"select "patients"."id" from "patients" where ("patients"."age" + 2) is null"#
            ]],
        );
    }

    fn the_type_of_a_value_is_written(sql) {
        // sqlx looks up a prepared statement by its text alone. Without the casts, a second query with the same text
        // and other types would send its values in the wrong format.
        let all = Patient.select().columns(Patient.id);
        sql.is(
            all.filter(sql!(bool, "{} = 5", 5)),
            expect![[r#"select "patients"."id" from "patients" where $1::integer = 5"#]],
        );
        sql.is(
            all.filter(sql!(bool, "{} = 5", 5.0_f32)),
            expect![[r#"select "patients"."id" from "patients" where $1::real = 5"#]],
        );
        sql.is(
            all.filter(sql!(bool, "{} = any({})", 5_i64, [5_i64])),
            expect![[
                r#"select "patients"."id" from "patients" where $1::bigint = any($2::bigint[])"#
            ]],
        );
        sql.is(
            all.filter(sql!(
                bool,
                "{} <-> {} > 0",
                Vector::from([1.0]),
                Vector::from([2.0])
            )),
            expect![[
                r#"select "patients"."id" from "patients" where $1::vector <-> $2::vector > 0"#
            ]],
        );
        sql.is(
            all.filter(sql!(
                bool,
                "{} = {}",
                OrderStatus::Paid,
                OrderStatus::Pending
            )),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where $1::"order_status" = $2::"order_status""#]],
        );
        sql.is(
            all.filter(sql!(
                bool,
                "{} = {}",
                Bits::<2>::zeros(),
                Bits::<2>::zeros()
            )),
            expect![[r#"select "patients"."id" from "patients" where $1 = $2"#]],
        );
    }

    fn twelve_arguments(sql) {
        let id = Counter.id;
        sql.is(
            Counter.select().columns(sql!(
                Option<i64>,
                "num_nulls({}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {})::int8",
                id,
                id,
                id,
                id,
                id,
                id,
                id,
                id,
                id,
                id,
                id,
                5_i64
            )),
            expect![[r#"
                select num_nulls("counters"."id", "counters"."id", "counters"."id",
                "counters"."id", "counters"."id", "counters"."id", "counters"."id",
                "counters"."id", "counters"."id", "counters"."id", "counters"."id",
                $1::bigint)::int8
                from "counters""#]],
        );
    }
}
