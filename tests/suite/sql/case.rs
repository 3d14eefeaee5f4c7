//! `case`, `coalesce`, `greatest`, `least`.

use expect_test::expect;
use schema_core::expr::function::{coalesce, greatest, least};
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, OrderStatus, Patient};

cases! {
    fn conditions(sql) {
        let all = Patient.select();
        let group = case_when(Patient.age.lt(18), "minor").when(Patient.active, Patient.name);
        sql.is(
            all.columns(group),
            expect![[r#"
                select case when "patients"."age" < $1 then $2::text when "patients"."active"
                then "patients"."name" end
                from "patients""#]],
        );
        sql.is(
            all.order_by(group.otherwise(null()).desc()).columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                order by case when "patients"."age" < $1 then $2::text when
                "patients"."active" then "patients"."name" else null end desc"#]],
        );
        sql.is(
            all.filter(case_when(Patient.age.is_null(), Patient.active).otherwise(true)).columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where case when "patients"."age" is null then "patients"."active" else
                $1::boolean end"#]],
        );
        sql.is(
            Patient
                .update()
                .set(Patient.age, case_when(Patient.age.gt(150), None::<i32>).otherwise(Patient.age))
                .all_rows(),
            expect![[r#"
                update "patients" set "age" = case when "patients"."age" > $1 then $2::integer
                else "patients"."age" end"#]],
        );
    }

    fn values_of_an_operand(sql) {
        let days = case(MedicalOrder.status)
            .when(OrderStatus::Pending, 30)
            .when(OrderStatus::Paid, MedicalOrder.priority + 1);
        sql.is(
            MedicalOrder.select().columns(days),
            expect![[r#"
                select case "medical_orders"."status" when $1 then $2::integer when $3 then
                "medical_orders"."priority" + $4 end
                from "medical_orders""#]],
        );
        sql.is(
            MedicalOrder.select().filter((days.otherwise(0) * 2).gt(10)).columns(count()),
            expect![[r#"
                select count(*)
                from "medical_orders"
                where case "medical_orders"."status" when $1 then $2::integer when $3 then
                "medical_orders"."priority" + $4 else $5::integer end * $6 > $7"#]],
        );
    }

    fn over_aggregates_and_groups(sql) {
        let busy = case_when(count().gt(10), "busy").otherwise("quiet");
        sql.is(
            Patient.select().columns(busy),
            expect![[r#"select case when count(*) > $1 then $2::text else $3::text end from "patients""#]],
        );
        let adult = case_when(Patient.age.ge(param!(18)), value(param!("adult"))).otherwise(value(param!("other")));
        sql.is(
            Patient.select().group_by(adult).columns((grouped(adult), count())),
            expect![[r#"
                select case when "patients"."age" >= $1 then $2::text else $3::text end,
                count(*)
                from "patients"
                group by case when "patients"."age" >= $1 then $2::text else $3::text end"#]],
        );
        sql.is(
            Patient.select().columns(sum(case_when(Patient.active, 1).otherwise(0))),
            expect![[r#"
                select sum(case when "patients"."active" then $1::integer else $2::integer
                end)
                from "patients""#]],
        );
    }

    fn several_choices(sql) {
        sql.is(
            MedicalOrder.select().columns((
                coalesce(MedicalOrder.doctor_id, MedicalOrder.patient_id),
                coalesce(MedicalOrder.doctor_id, (None::<i64>, MedicalOrder.patient_id, 7)),
                greatest(MedicalOrder.priority, (1, 2)),
                least(MedicalOrder.priority, 3),
            )),
            expect![[r#"
                select coalesce("medical_orders"."doctor_id", "medical_orders"."patient_id"),
                coalesce("medical_orders"."doctor_id", $1::bigint,
                "medical_orders"."patient_id", $2::bigint),
                greatest("medical_orders"."priority", $3::integer, $4::integer),
                least("medical_orders"."priority", $5::integer)
                from "medical_orders""#]],
        );
    }
}
