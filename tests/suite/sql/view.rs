//! Views: what reads them, `refresh`, and the script that creates them.

use expect_test::expect;
use schema_core::prelude::*;

use crate::tables::{MedicalOrder, OrderStatus, Patient};

/// Orders that nobody has paid.
#[view(
    name = "open_orders",
    security_invoker,
    query = MedicalOrder
        .select()
        .inner_join_on(MedicalOrder.patient_id)
        .filter(MedicalOrder.status.eq_any([OrderStatus::Pending, OrderStatus::Cancelled]))
        .filter(MedicalOrder.priority.gt(-3).and(Patient.name.ne("it's $1")).and(Patient.active.eq(true)))
        .columns(SelectOpenOrder {
            id: MedicalOrder.id,
            patient: Patient.name,
            due: MedicalOrder.due,
            kind: value("open"),
        })
)]
#[derive(Debug)]
pub(crate) struct OpenOrder {
    pub(crate) id: i64,
    /// The patient's name.
    pub(crate) patient: String,
    pub(crate) due: Option<chrono::NaiveDate>,
    #[column(name = "Kind")]
    pub(crate) kind: String,
}

/// Its name precedes that of the view that it reads.
#[view(
    name = "a_totals",
    materialized,
    no_data,
    with(fillfactor = 70),
    query = OpenOrder.select().group_by(OpenOrder.patient).columns(SelectTotal {
        patient: OpenOrder.patient,
        orders: count(),
        last: max(OpenOrder.id),
    })
)]
#[index(orders.desc(), patient)]
#[derive(Debug)]
pub(crate) struct Total {
    #[column(unique)]
    pub(crate) patient: String,
    pub(crate) orders: i64,
    pub(crate) last: Option<i64>,
}

alias!(Other = OpenOrder);

cases! {
    fn views(sql) {
        sql.is(OpenOrder.select().filter(OpenOrder.patient.eq("Ada")), expect![[r#"
            select "open_orders"."id", "open_orders"."patient", "open_orders"."due",
            "open_orders"."Kind"
            from "open_orders"
            where "open_orders"."patient" = $1"#]]);
        sql.is(
            MedicalOrder
                .select()
                .left_join(Other, MedicalOrder.id.eq(Other.id))
                .columns((MedicalOrder.id, Other.all())),
            expect![[r#"
                select "medical_orders"."id", "Other"."id", "Other"."patient", "Other"."due",
                "Other"."Kind"
                from "medical_orders"
                left join "open_orders" as "Other" on "medical_orders"."id" = "Other"."id""#]],
        );
        sql.is(Total.refresh(), expect![[r#"refresh materialized view "a_totals""#]]);
        sql.is(Total.refresh().concurrently(), expect![[r#"refresh materialized view concurrently "a_totals""#]]);
    }
}

const SCHEMA: Schema = schema![Total, OpenOrder];

#[test]
fn views_are_created_in_order() {
    let script = SCHEMA.create().unwrap().to_string();
    expect![[r#"
        create view "open_orders" ("id", "patient", "due", "Kind") with (security_invoker = true) as
        select "medical_orders"."id", "patients"."name", "medical_orders"."due", 'open'::text::text from "medical_orders" join "patients" on "medical_orders"."patient_id" = "patients"."id" where "medical_orders"."status" = any(array['pending'::"order_status", 'cancelled'::"order_status"]::"order_status"[]) and "medical_orders"."priority" > '-3'::integer and "patients"."name" <> 'it''s $1'::text and "patients"."active" = true::boolean;
        comment on view "open_orders" is 'Orders that nobody has paid.';
        comment on column "open_orders"."patient" is 'The patient''s name.';
        create materialized view "a_totals" ("patient", "orders", "last") with (fillfactor = 70) as
        select "open_orders"."patient", count(*), max("open_orders"."id") from "open_orders" group by "open_orders"."patient"
        with no data;
        comment on materialized view "a_totals" is 'Its name precedes that of the view that it reads.';
        create index "a_totals_orders_patient_idx" on "a_totals" ("orders" desc, "patient");
        create unique index "a_totals_patient_idx" on "a_totals" ("patient");"#]].assert_eq(&script);
}

#[test]
fn existing_views_are_kept() {
    let script = SCHEMA.create_if_not_exists().unwrap();
    let script = script.statements()[0].clone();
    expect![[r#"
        do $$
        begin
            if not exists (select from pg_class join pg_namespace on pg_namespace.oid = relnamespace where relname = 'open_orders' and nspname = current_schema()) then
                create view "open_orders" ("id", "patient", "due", "Kind") with (security_invoker = true) as
                select "medical_orders"."id", "patients"."name", "medical_orders"."due", 'open'::text::text from "medical_orders" join "patients" on "medical_orders"."patient_id" = "patients"."id" where "medical_orders"."status" = any(array['pending'::"order_status", 'cancelled'::"order_status"]::"order_status"[]) and "medical_orders"."priority" > '-3'::integer and "patients"."name" <> 'it''s $1'::text and "patients"."active" = true::boolean;
            end if;
        end
        $$"#]].assert_eq(&script);
}

#[test]
fn views_are_dropped() {
    expect![[r#"
        drop materialized view if exists "a_totals" cascade;
        drop view if exists "open_orders" cascade;"#]]
    .assert_eq(&SCHEMA.drop().unwrap().to_string());
}

#[test]
fn two_relations_of_one_name_are_an_error() {
    #[view(name = "patients", query = Patient.select().columns(SelectSame { id: Patient.id }))]
    struct Same {
        id: i64,
    }
    let error = schema![Patient, Same].create().unwrap_err();
    assert_eq!(
        error.to_string(),
        r#"view "patients" has the same name as table "patients"; give one of them another name"#
    );
    let error = schema![Total, Total].check().unwrap_err();
    assert_eq!(
        error.to_string(),
        r#"view "a_totals" has the same name as view "a_totals"; give one of them another name"#
    );
}

#[test]
fn a_placeholder_has_no_value() {
    #[derive(Params)]
    struct By {
        id: i64,
    }
    #[view(query = Patient.select().filter(Patient.id.eq(By.id)).columns(SelectOne { id: Patient.id }))]
    struct One {
        id: i64,
    }
    let error = schema![Patient, One].create().unwrap_err().to_string();
    assert!(
        error.starts_with(
            "the query of view \"one\" could not be written: it has placeholders of `By`"
        ),
        "{error}"
    );
}
