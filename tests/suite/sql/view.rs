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
        sql.is(OpenOrder.select().filter(OpenOrder.patient.eq("Ada")), expect![[""]]);
        sql.is(
            MedicalOrder
                .select()
                .left_join(Other, MedicalOrder.id.eq(Other.id))
                .columns((MedicalOrder.id, Other.all())),
            expect![[""]],
        );
        sql.is(Total.refresh(), expect![[""]]);
        sql.is(Total.refresh().concurrently(), expect![[""]]);
    }
}

const SCHEMA: Schema = schema![Total, OpenOrder];

#[test]
fn views_are_created_in_order() {
    let script = SCHEMA.create().unwrap().to_string();
    expect![[""]].assert_eq(&script);
}

#[test]
fn existing_views_are_kept() {
    let script = SCHEMA.create_if_not_exists().unwrap();
    let script = script.statements()[0].clone();
    expect![[""]].assert_eq(&script);
}

#[test]
fn views_are_dropped() {
    expect![[""]].assert_eq(&SCHEMA.drop().unwrap().to_string());
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
