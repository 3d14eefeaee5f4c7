//! Monthly reports.

use schema_core::Result;
use schema_core::prelude::*;
use sqlx::PgPool;

use crate::schema::*;

pub async fn per_status(pool: &PgPool) -> Result<Vec<(OrderStatus, i64)>> {
    MedicalOrder
        .select()
        .group_by(MedicalOrder.status)
        .columns((MedicalOrder.status, count()))
        .fetch_all(pool)
        .await
}

pub async fn busy(pool: &PgPool, least: i64) -> Result<Vec<(String, i64)>> {
    MedicalOrder
        .select()
        .inner_join(Patient, MedicalOrder.patient_id.eq(Patient.id))
        .group_by(Patient.email)
        .having(count().ge(least))
        .columns((Patient.email, count()))
        .fetch_all(pool)
        .await
}

pub async fn revenue(pool: &PgPool) -> Result<Option<f64>> {
    MedicalOrder
        .select()
        .filter(MedicalOrder.status.eq(OrderStatus::Paid))
        .columns(sum(MedicalOrder.total))
        .fetch_one(pool)
        .await
}

#[derive(Debug, Selectable)]
pub struct Line {
    pub id: i64,
    pub email: String,
    pub total: f64,
}

pub async fn lines(pool: &PgPool) -> Result<Vec<Line>> {
    MedicalOrder
        .select()
        .inner_join(Patient, MedicalOrder.patient_id.eq(Patient.id))
        .columns(SelectLine {
            id: MedicalOrder.id,
            email: Patient.email,
            total: MedicalOrder.total,
        })
        .fetch_all(pool)
        .await
}

pub async fn most_urgent(pool: &PgPool) -> Result<Option<i32>> {
    MedicalOrder
        .select()
        .columns(max(MedicalOrder.priority))
        .fetch_one(pool)
        .await
}

pub async fn patients(pool: &PgPool) -> Result<Vec<String>> {
    Patient
        .select()
        .distinct()
        .columns(Patient.name)
        .fetch_all(pool)
        .await
}

pub fn tables() -> schema_core::ddl::Schema {
    schema![Patient, MedicalOrder, Note]
}
