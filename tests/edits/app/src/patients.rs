//! Patients.

use futures_util::TryStreamExt;
use schema_core::Result;
use schema_core::prelude::*;
use sqlx::PgPool;

use crate::schema::*;

pub async fn register(pool: &PgPool, name: &str, email: &str) -> Result<i64> {
    Patient
        .insert(NewPatient {
            email: email.to_owned(),
            name: name.to_owned(),
            age: 30,
        })
        .set(Patient.phone, "555-0100")
        .returning(Patient.id)
        .fetch_one(pool)
        .await
}

#[derive(Debug, Insertable)]
#[insertable(Patient)]
pub struct Referral<'a> {
    pub name: &'a str,
    pub email: &'a str,
    #[insertable(column = age)]
    pub years: i32,
}

pub async fn refer(pool: &PgPool, referral: Referral<'_>) -> Result<Patient> {
    Patient
        .insert(referral)
        .returning_all()
        .fetch_one(pool)
        .await
}

pub async fn import(pool: &PgPool, rows: &[NewPatient]) -> Result<u64> {
    Patient.insert_many(rows).execute(pool).await
}

pub async fn sync(pool: &PgPool, row: NewPatient) -> Result<u64> {
    Patient
        .insert(row)
        .on_conflict(Patient.email)
        .do_update()
        .set(Patient.name, excluded(Patient.name))
        .execute(pool)
        .await
}

pub async fn by_id(pool: &PgPool, id: i64) -> Result<Patient> {
    Patient.find(id).fetch_one(pool).await
}

pub async fn by_email(pool: &PgPool, email: &str) -> Result<Option<Patient>> {
    Patient.find_by_email(email).fetch_optional(pool).await
}

pub async fn by_ids(pool: &PgPool, ids: Vec<i64>) -> Result<Vec<Patient>> {
    Patient
        .select()
        .filter(Patient.id.eq_any(ids))
        .fetch_all(pool)
        .await
}

pub async fn adults(pool: &PgPool) -> Result<Vec<Patient>> {
    Patient
        .select()
        .filter(Patient.age.ge(18))
        .order_by(Patient.name.asc())
        .fetch_all(pool)
        .await
}

pub async fn contacts(pool: &PgPool) -> Result<Vec<(i64, Option<String>)>> {
    Patient
        .select()
        .filter(Patient.created_at.is_not_null())
        .columns((Patient.id, Patient.phone))
        .fetch_all(pool)
        .await
}

pub async fn birthday(pool: &PgPool, id: i64) -> Result<u64> {
    Patient
        .update()
        .set(Patient.age, Patient.age + 1)
        .filter(Patient.id.eq(id))
        .execute(pool)
        .await
}

pub async fn rename(pool: &PgPool, id: i64, name: &str) -> Result<Patient> {
    Patient
        .update()
        .set(Patient.name, name)
        .filter(Patient.id.eq(id))
        .returning_all()
        .fetch_one(pool)
        .await
}

pub async fn forget(pool: &PgPool, id: i64) -> Result<u64> {
    Patient
        .delete()
        .filter(Patient.id.eq(id))
        .execute(pool)
        .await
}

pub async fn page(pool: &PgPool, after: Option<i64>, size: i64) -> Result<Vec<Patient>> {
    Patient
        .select()
        .filter(after.map(|after| Patient.id.gt(after)))
        .order_by(Patient.id.asc())
        .limit(size)
        .fetch_all(pool)
        .await
}

pub async fn initials(pool: &PgPool) -> Result<Vec<String>> {
    let mut rows = Patient.select().fetch(pool);
    let mut initials = Vec::new();
    while let Some(patient) = rows.try_next().await? {
        initials.push(label(&patient));
    }
    Ok(initials)
}

pub fn label(patient: &Patient) -> String {
    let name: &str = &patient.name;
    format!("{name} <{}>", patient.email)
}
