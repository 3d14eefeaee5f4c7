//! Pages: `keyset` and `with_total`.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, NewPatient, Patient};

cases! {
    fn count_of_the_rows_of_a_join(sql) {
        let orders = MedicalOrder.select().inner_join_on(MedicalOrder.patient_id);
        sql.is(orders.filter(Patient.active).order_by(Patient.id).limit(5).count(), expect![[r#"
            select count(*)
            from "medical_orders"
            join "patients" on "medical_orders"."patient_id" = "patients"."id"
            where "patients"."active""#]]);
    }

    fn keyset_of_one_column(sql) {
        let keyset = Patient.select().columns(Patient.name).keyset(Patient.id);
        sql.is(keyset.clone().page(10), expect![[r#"
            select "patients"."name", "patients"."id"
            from "patients"
            order by "patients"."id"
            limit $1"#]]);
        let cursor = keyset.cursor_after(&7).unwrap();
        sql.is(keyset.at(&cursor).unwrap().page(10), expect![[r#"
            select "patients"."name", "patients"."id"
            from "patients"
            where "patients"."id" > $1
            order by "patients"."id"
            limit $2"#]]);
    }

    fn keyset_in_one_direction_compares_rows(sql) {
        let keyset = Patient
            .select()
            .filter(Patient.active.or(Patient.age.gt(17)))
            .columns(Patient.age)
            .keyset((Patient.name.desc(), Patient.email.desc(), Patient.id.desc()));
        let cursor = keyset.cursor_after(&("Ana".into(), "a".into(), 7)).unwrap();
        sql.is(keyset.at(&cursor).unwrap().page(10), expect![[r#"
            select "patients"."age", "patients"."name", "patients"."email",
            "patients"."id"
            from "patients"
            where ("patients"."active" or "patients"."age" > $1) and ("patients"."name",
            "patients"."email", "patients"."id") < ($2, $3, $4)
            order by "patients"."name" desc, "patients"."email" desc, "patients"."id" desc
            limit $5"#]]);
    }

    fn keyset_in_both_directions(sql) {
        let keyset = Patient
            .select()
            .columns(Patient.email)
            .keyset((Patient.name.desc(), Patient.active, Patient.id));
        let cursor = keyset.cursor_after(&("Ana".into(), true, 7)).unwrap();
        sql.is(keyset.at(&cursor).unwrap().page(10), expect![[r#"
            select "patients"."email", "patients"."name", "patients"."active",
            "patients"."id"
            from "patients"
            where "patients"."name" <= $1 and ("patients"."name" < $2 or "patients"."name"
            = $3 and ("patients"."active" > $4 or "patients"."active" = $5 and
            "patients"."id" > $6))
            order by "patients"."name" desc, "patients"."active", "patients"."id"
            limit $7"#]]);
    }

    fn keyset_of_nullable_columns(sql) {
        let ids = Patient.select().columns(Patient.email);
        let keyset = ids.keyset((Patient.age, Patient.id));
        let cursor = keyset.cursor_after(&(None, 7)).unwrap();
        sql.is(keyset.at(&cursor).unwrap().page(10), expect![[r#"
            select "patients"."email", "patients"."age", "patients"."id"
            from "patients"
            where ("patients"."age" > $1 or "patients"."age" is null and $2) or
            "patients"."age" is not distinct from $3 and "patients"."id" > $4
            order by "patients"."age", "patients"."id"
            limit $5"#]]);
        let keyset = ids.keyset((Patient.age.desc(), Patient.id.desc()));
        let cursor = keyset.cursor_after(&(Some(1), 7)).unwrap();
        sql.is(keyset.at(&cursor).unwrap().page(10), expect![[r#"
            select "patients"."email", "patients"."age", "patients"."id"
            from "patients"
            where ("patients"."age" < $1 or "patients"."age" is not null and $2) or
            "patients"."age" is not distinct from $3 and "patients"."id" < $4
            order by "patients"."age" desc, "patients"."id" desc
            limit $5"#]]);
        let keyset = ids.keyset((Patient.id, Patient.age.asc().nulls_first()));
        let cursor = keyset.cursor_after(&(7, None)).unwrap();
        sql.is(keyset.at(&cursor).unwrap().page(10), expect![[r#"
            select "patients"."email", "patients"."id", "patients"."age"
            from "patients"
            where "patients"."id" >= $1 and ("patients"."id" > $2 or "patients"."id" = $3
            and ("patients"."age" > $4 or "patients"."age" is not null and $5))
            order by "patients"."id", "patients"."age" nulls first
            limit $6"#]]);
    }

    fn keyset_of_an_outer_join_and_of_expressions(sql) {
        let keyset = MedicalOrder
            .select()
            .left_join(Patient, MedicalOrder.doctor_id.eq(Patient.id))
            .columns(MedicalOrder.id)
            .keyset((Patient.name, (MedicalOrder.priority * 2).desc(), MedicalOrder.id));
        let cursor = keyset.cursor_after(&(None, 4, 7)).unwrap();
        sql.is(keyset.at(&cursor).unwrap().page(10), expect![[r#"
            select "medical_orders"."id", "patients"."name", "medical_orders"."priority" *
            $1, "medical_orders"."id"
            from "medical_orders"
            left join "patients" on "medical_orders"."doctor_id" = "patients"."id"
            where ("patients"."name" > $2 or "patients"."name" is null and $3) or
            "patients"."name" is not distinct from $4 and ("medical_orders"."priority" *
            $5 < $6 or "medical_orders"."priority" * $7 = $8 and "medical_orders"."id" >
            $9)
            order by "patients"."name", "medical_orders"."priority" * $10 desc,
            "medical_orders"."id"
            limit $11"#]]);
    }

    fn a_part_of_the_query_is_chosen_at_run_time(sql) {
        let name: Option<&str> = None;
        let keyset = Patient
            .select()
            .filter(name.map(|name| Patient.name.eq(name)))
            .columns(Patient.email)
            .keyset((Patient.age.desc().nulls_last(), Patient.id));
        let cursor = keyset.cursor_after(&(Some(4), 7)).unwrap();
        sql.is(keyset.at(&cursor).unwrap().page(10), expect![[r#"
            select "patients"."email", "patients"."age", "patients"."id"
            from "patients"
            where true and (("patients"."age" < $1 or "patients"."age" is null and $2) or
            "patients"."age" is not distinct from $3 and "patients"."id" > $4)
            order by "patients"."age" desc nulls last, "patients"."id"
            limit $5"#]]);
    }

    fn rows_copied_into_a_table(sql) {
        let patients = ["Ana"].map(|name| NewPatient { email: name.into(), name: name.into() });
        let copy = Patient.copy_in(patients);
        expect![[r#"copy "patients" ("email", "name") from stdin (format binary)"#]].assert_eq(&copy.to_sql());
        sql.check(Patient.select(), |_| ());
    }

    fn a_page_with_its_total(sql) {
        let adults = Patient.select().filter(Patient.age.ge(18)).columns(Patient.name);
        sql.is(adults.order_by(Patient.id).limit(10).offset(20).with_total(), expect![[r#"
            select "total".*, "page".*
            from (select count(*)
            from (select "patients"."name"
            from "patients"
            where "patients"."age" >= $1) as "rows") as "total"
            left join (select row_number() over (order by "patients"."id"),
            "patients"."name"
            from "patients"
            where "patients"."age" >= $2
            order by "patients"."id"
            limit $3 offset $4) as "page" on true
            order by 2"#]]);
        let chosen: Vec<BoxedOrdering<'_, (Patient,)>> = Vec::new();
        sql.is(adults.order_by(chosen).limit(10).with_total(), expect![[r#"
            select "total".*, "page".*
            from (select count(*)
            from (select "patients"."name"
            from "patients"
            where "patients"."age" >= $1) as "rows") as "total"
            left join (select row_number() over (), "patients"."name"
            from "patients"
            where "patients"."age" >= $2
            limit $3) as "page" on true
            order by 2"#]]);
        let groups = MedicalOrder
            .select()
            .group_by(MedicalOrder.patient_id)
            .columns((MedicalOrder.patient_id, count()))
            .order_by(count().desc())
            .limit(3);
        sql.is(groups.with_total(), expect![[r#"
            select "total".*, "page".*
            from (select count(*)
            from (select "medical_orders"."patient_id", count(*)
            from "medical_orders"
            group by "medical_orders"."patient_id") as "rows") as "total"
            left join (select row_number() over (order by count(*) desc),
            "medical_orders"."patient_id", count(*)
            from "medical_orders"
            group by "medical_orders"."patient_id"
            order by count(*) desc
            limit $1) as "page" on true
            order by 2"#]]);
    }

}
