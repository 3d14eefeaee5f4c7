//! `param!`, grouped expressions and primary keys.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{Enrollment, MedicalOrder, Patient};

cases! {
    fn a_shared_value_has_one_number(sql) {
        let age = param!(18);
        sql.is(
            Patient
                .select()
                .filter(Patient.id.gt(5).and(Patient.age.gt(age)))
                .order_by((Patient.age - age).desc())
                .columns((Patient.id, Patient.age - age)),
            expect![[r#"
                select "patients"."id", "patients"."age" - $1
                from "patients"
                where "patients"."id" > $2 and "patients"."age" > $1
                order by "patients"."age" - $1 desc"#]],
        );
        sql.is(
            Patient
                .update()
                .set(Patient.age, age)
                .filter(Patient.age.gt(age)),
            expect![[r#"update "patients" set "age" = $1 where "patients"."age" > $1"#]],
        );
    }

    fn values_of_two_places_have_two_numbers(sql) {
        let number = param!(7);
        sql.is(
            Patient
                .select()
                .filter(Patient.age.eq(number).or(Patient.age.lt(number)))
                .filter(Patient.name.eq(param!("x")))
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where ("patients"."age" = $1 or "patients"."age" < $1) and "patients"."name" =
                $2"#]],
        );
    }

    fn each_value_of_a_loop_has_its_number(sql) {
        let around = |age: i32| {
            let age = param!(age);
            Patient.age.gt(age).and(Patient.age.ne(age))
        };
        sql.is(
            Patient
                .select()
                .filter(any_of([1, 2].map(around)))
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where (("patients"."age" > $1 and "patients"."age" <> $1) or ("patients"."age"
                > $2 and "patients"."age" <> $2))"#]],
        );
    }

    // The text of such a query is a constant, which has one number for each place.
    fn two_values_of_one_place_have_two_numbers(sql) {
        let older = |age: i32| Patient.age.gt(param!(age));
        sql.is(
            Patient
                .select()
                .filter(older(1).or(older(2)))
                .columns(Patient.id),
            expect![[r#"
                select "patients"."id"
                from "patients"
                where "patients"."age" > $1 or "patients"."age" > $2"#]],
        );
        let same = older(1);
        sql.is(
            Patient.delete().filter(same.or(same)),
            expect![[r#"delete from "patients" where "patients"."age" > $1 or "patients"."age" > $1"#]],
        );
    }

    fn expressions_are_grouped(sql) {
        let decade = Patient.age / param!(10);
        sql.is(
            Patient
                .select()
                .filter(Patient.id.gt(1))
                .group_by((decade, Patient.active))
                .having(grouped(decade).gt(2))
                .order_by(grouped(decade).desc())
                .columns((grouped(decade), Patient.active, count())),
            expect![[r#"
                select "patients"."age" / $1, "patients"."active", count(*)
                from "patients"
                where "patients"."id" > $2
                group by "patients"."age" / $1, "patients"."active"
                having "patients"."age" / $1 > $3
                order by "patients"."age" / $1 desc"#]],
        );
        sql.is(
            Patient
                .select()
                .distinct()
                .columns(decade)
                .order_by(decade.asc()),
            expect![[r#"
                select distinct "patients"."age" / $1
                from "patients"
                order by "patients"."age" / $1"#]],
        );
    }

    fn all_columns_of_a_grouped_key(sql) {
        sql.is(
            MedicalOrder
                .select()
                .left_join_on(MedicalOrder.doctor_id)
                .group_by(Patient.id)
                .columns((Patient.all(), Patient.name, sum(MedicalOrder.price))),
            expect![[r#"
                select "patients"."id", "patients"."email", "patients"."name",
                "patients"."age", "patients"."active", "patients"."name",
                sum("medical_orders"."price")
                from "medical_orders"
                left join "patients" on "medical_orders"."doctor_id" = "patients"."id"
                group by "patients"."id""#]],
        );
        sql.is(
            Enrollment
                .select()
                .inner_join(Patient, Patient.id.eq(Enrollment.student))
                .group_by((Enrollment.primary_key(), Patient.age))
                .columns((Enrollment.note, Patient.age, count())),
            expect![[r#"
                select "enrollments"."note", "patients"."age", count(*)
                from "enrollments"
                join "patients" on "patients"."id" = "enrollments"."student"
                group by "enrollments"."course", "enrollments"."student", "patients"."age""#]],
        );
    }
}
