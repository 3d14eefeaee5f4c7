//! The SQL text of each statement and clause, without a database.
#![allow(missing_docs, reason = "tests")]

use chrono::{DateTime, Utc};
use schema_core::prelude::*;
use serde_json::json;

#[table(name = "patients")]
#[derive(Debug)]
pub struct Patient {
    #[column(primary_key, identity)]
    pub id: i64,
    #[column(unique)]
    pub email: String,
    pub name: String,
}

#[derive(PgEnum, Debug, Clone, Copy, PartialEq)]
pub enum OrderStatus {
    Pending,
    Paid,
    Cancelled,
}

#[table(name = "medical_orders")]
#[index(status, created_at.desc())]
#[index(hnsw(embedding.vector_cosine_ops), with(m = 16, ef_construction = 64))]
#[derive(Debug)]
pub struct MedicalOrder {
    #[column(primary_key, identity)]
    pub id: i64,
    #[column(references = Patient.id, on_delete = cascade)]
    pub patient_id: i64,
    #[column(default = OrderStatus::Pending)]
    pub status: OrderStatus,
    #[column(default = 0)]
    pub priority: i32,
    pub ai_analysis: Option<Json<serde_json::Value>>,
    pub embedding: Option<Vector<3>>,
    #[column(default = now())]
    pub created_at: DateTime<Utc>,
}

#[test]
fn page_one() {
    let insert = MedicalOrder
        .insert(NewMedicalOrder { patient_id: 7 })
        .set(MedicalOrder.priority, 3)
        .set(MedicalOrder.embedding, None::<Vector<3>>)
        .returning(MedicalOrder.id);
    println!("{}", insert.to_sql());
    let q = MedicalOrder
        .select()
        .left_join(Patient, MedicalOrder.patient_id.eq(Patient.id))
        .filter(
            MedicalOrder
                .status
                .eq(OrderStatus::Paid)
                .and(Patient.name.ilike("%ana%")),
        )
        .order_by(MedicalOrder.created_at.desc());
    println!("{}", q.to_sql());
    let query = Vector::from([1.0, 2.0, 3.0]);
    let distance = MedicalOrder.embedding.cosine_distance(&query);
    let nearest = MedicalOrder
        .select()
        .filter(
            distance.lt(0.3).and(
                MedicalOrder
                    .ai_analysis
                    .contains(json!({"agent": "triage"})),
            ),
        )
        .order_by(distance.asc())
        .limit(5)
        .columns((MedicalOrder.id, distance.assume_not_null()));
    println!("{}", nearest.to_sql());
    println!(
        "{}",
        MedicalOrder
            .update()
            .set(MedicalOrder.status, OrderStatus::Paid)
            .set(MedicalOrder.priority, MedicalOrder.priority + 1)
            .filter(MedicalOrder.id.eq(3))
            .to_sql()
    );
    println!(
        "{}",
        MedicalOrder.delete().filter(MedicalOrder.id.eq(3)).to_sql()
    );
    println!("{}", MedicalOrder.find(3).to_sql());
    println!("{}", Patient.find_by_email("a").to_sql());
    println!(
        "{}",
        MedicalOrder
            .select()
            .group_by(MedicalOrder.status)
            .having(count().gt(3))
            .columns((MedicalOrder.status, count(), sum(MedicalOrder.priority)))
            .to_sql()
    );
    println!(
        "{}",
        Patient
            .insert_many(vec![NewPatient {
                email: "a".into(),
                name: "b".into()
            }])
            .on_conflict(Patient.email)
            .do_update()
            .set(Patient.name, excluded(Patient.name))
            .returning_all()
            .to_sql()
    );
    println!(
        "{}",
        Patient
            .select()
            .filter(sql!(bool, "length({}) > {}", Patient.name, 5))
            .to_sql()
    );
    println!("{}", schema![Patient, MedicalOrder].create().unwrap());
}
