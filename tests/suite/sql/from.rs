//! Queries without `from`, `only`, `tablesample`, and `fetch first … with ties`.

use expect_test::expect;
use schema_core::expr::function::{random, upper};
use schema_core::prelude::*;
use schema_core::query::from::{only, tablesample_bernoulli, tablesample_system};

use crate::tables::{Manager, MedicalOrder, Patient, Visit};

cases! {
    fn no_table(sql) {
        sql.is(select(random()), expect!["select random()"]);
        sql.is(select((upper("ana"), scalar(Patient.select().columns(max(Patient.age))))), expect![[r#"select upper($1::text), (select max("patients"."age") from "patients")"#]]);
        sql.is(select(count()), expect!["select count(*)"]);
        sql.is(select(upper("ana")).filter(exists(Patient.select())), expect![[r#"select upper($1::text) where exists (select 1 from "patients")"#]]);
        sql.is(select(upper("ana")).union(Patient.select().columns(Patient.name)), expect![[r#"select upper($1::text) union select "patients"."name" from "patients""#]]);
        sql.is(Patient.select().filter(Patient.name.is_in(select(upper("ana")))).columns(Patient.id), expect![[r#"
            select "patients"."id"
            from "patients"
            where "patients"."name" in (select upper($1::text))"#]]);
    }

    fn a_table_without_its_heirs(sql) {
        sql.is(only(Patient).select().columns(Patient.id), expect![[r#"select "patients"."id" from only "patients""#]]);
        sql.is(only(Visit).select().columns(Visit.id), expect![[r#"select "sql text"."visits"."id" from only "sql text"."visits""#]]);
        sql.is(
            MedicalOrder
                .select()
                .left_join(only(Patient), MedicalOrder.doctor_id.eq(Patient.id))
                .columns((MedicalOrder.id, Patient.name)),
            expect![[r#"
                select "medical_orders"."id", "patients"."name"
                from "medical_orders"
                left join only "patients" on "medical_orders"."doctor_id" = "patients"."id""#]],
        );
    }

    fn samples(sql) {
        sql.is(tablesample_bernoulli(Patient, 12.5).select().columns(count()), expect![[r#"select count(*) from "patients" tablesample bernoulli ($1::real)"#]]);
        sql.is(
            tablesample_system(Manager, 50.0).repeatable(7.0).select().columns(Manager.id),
            expect![[r#"
                select "Manager"."id"
                from "employees" as "Manager" tablesample system ($1::real) repeatable
                ($2::double precision)"#]],
        );
    }

    fn ties(sql) {
        let oldest = Patient.select().order_by(Patient.age.desc()).columns(Patient.id);
        sql.is(oldest.limit_with_ties(3), expect![[r#"
            select "patients"."id"
            from "patients"
            order by "patients"."age" desc fetch first $1 rows with ties"#]]);
        sql.is(oldest.offset(2).limit_with_ties(3), expect![[r#"
            select "patients"."id"
            from "patients"
            order by "patients"."age" desc fetch first $1 rows with ties offset $2"#]]);
    }
}
