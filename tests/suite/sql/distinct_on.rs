//! `distinct on`.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, Patient};

cases! {
    fn keys_begin_the_order(sql) {
        let orders = MedicalOrder.select();
        sql.is(
            orders
                .distinct_on(MedicalOrder.patient_id)
                .order_by(MedicalOrder.created_at.desc())
                .columns((MedicalOrder.patient_id, MedicalOrder.id)),
            expect![[r#"
                select distinct on ("medical_orders"."patient_id")
                "medical_orders"."patient_id", "medical_orders"."id"
                from "medical_orders"
                order by "medical_orders"."patient_id", "medical_orders"."created_at" desc"#]],
        );
        sql.is(
            orders
                .inner_join_on(MedicalOrder.patient_id)
                .distinct_on((Patient.name, MedicalOrder.status.desc()))
                .columns(MedicalOrder.id)
                .limit(3),
            expect![[r#"
                select distinct on ("patients"."name", "medical_orders"."status")
                "medical_orders"."id"
                from "medical_orders"
                join "patients" on "medical_orders"."patient_id" = "patients"."id"
                order by "patients"."name", "medical_orders"."status" desc
                limit $1"#]],
        );
        let decade = Patient.age / param!(10);
        sql.is(
            Patient.select().filter(Patient.active).distinct_on(decade).columns(Patient.id),
            expect![[r#"
                select distinct on ("patients"."age" / $1) "patients"."id"
                from "patients"
                where "patients"."active"
                order by "patients"."age" / $1"#]],
        );
        sql.is(
            orders.columns(MedicalOrder.id).distinct_on(MedicalOrder.status),
            expect![[r#"
                select distinct on ("medical_orders"."status") "medical_orders"."id"
                from "medical_orders"
                order by "medical_orders"."status""#]],
        );
        let latest = orders.distinct_on(MedicalOrder.patient_id).columns(MedicalOrder.id);
        sql.is(Patient.select().filter(Patient.id.is_in(latest)).columns(Patient.name), expect![[r#"
            select "patients"."name"
            from "patients"
            where "patients"."id" in (select distinct on ("medical_orders"."patient_id")
            "medical_orders"."id"
            from "medical_orders"
            order by "medical_orders"."patient_id")"#]]);
    }
}
