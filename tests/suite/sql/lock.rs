//! `for update` and its relatives.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, Patient, Visit};

cases! {
    fn strengths_and_waits(sql) {
        let ids = Patient.select().columns(Patient.id);
        sql.is(ids.for_update(), expect![[r#"select "patients"."id" from "patients" for update"#]]);
        sql.is(ids.for_no_key_update().nowait(), expect![[r#"select "patients"."id" from "patients" for no key update nowait"#]]);
        sql.is(ids.order_by(Patient.id).for_share().skip_locked(), expect![[r#"
            select "patients"."id"
            from "patients"
            order by "patients"."id" for share skip locked"#]]);
        sql.is(ids.for_key_share().limit(1).order_by(Patient.id), expect![[r#"
            select "patients"."id"
            from "patients"
            order by "patients"."id"
            limit $1 for key share"#]]);
    }

    fn tables(sql) {
        let query = MedicalOrder
            .select()
            .inner_join_on(MedicalOrder.patient_id)
            .columns(MedicalOrder.id);
        sql.is(query.for_update().of(MedicalOrder), expect![[r#"
            select "medical_orders"."id"
            from "medical_orders"
            join "patients" on "medical_orders"."patient_id" = "patients"."id" for update
            of "medical_orders""#]]);
        sql.is(query.for_update().of((MedicalOrder, Patient)).nowait(), expect![[r#"
            select "medical_orders"."id"
            from "medical_orders"
            join "patients" on "medical_orders"."patient_id" = "patients"."id" for update
            of "medical_orders", "patients" nowait"#]]);
        sql.is(
            query.for_update().of(MedicalOrder).skip_locked().for_share().of(Patient),
            expect![[r#"
                select "medical_orders"."id"
                from "medical_orders"
                join "patients" on "medical_orders"."patient_id" = "patients"."id" for update
                of "medical_orders" skip locked for share of "patients""#]],
        );
        sql.is(Visit.select().columns(Visit.id).for_update().of(Visit), expect![[r#"
            select "sql text"."visits"."id"
            from "sql text"."visits" for update of "visits""#]]);
        let outer = MedicalOrder
            .select()
            .left_join(Patient, Patient.id.eq(MedicalOrder.doctor_id))
            .columns((MedicalOrder.id, Patient.name));
        sql.is(outer.for_update().of(MedicalOrder), expect![[r#"
            select "medical_orders"."id", "patients"."name"
            from "medical_orders"
            left join "patients" on "patients"."id" = "medical_orders"."doctor_id" for
            update of "medical_orders""#]]);
    }
}
