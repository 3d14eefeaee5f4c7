//! Patients, their enrolments and settings, for the tests of statements.

use chrono::{DateTime, Utc};
use schema_core::prelude::*;
use schema_tests::db::TestDb;

#[table(name = "patients")]
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Patient {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    #[column(unique)]
    pub(crate) email: String,
    pub(crate) name: String,
    pub(crate) age: Option<i32>,
    #[column(default = 1)]
    pub(crate) priority: i32,
    #[column(default = vec![])]
    pub(crate) tags: Vec<String>,
    #[column(default = now())]
    pub(crate) created_at: DateTime<Utc>,
}

#[table(name = "settings")]
#[derive(Debug, PartialEq)]
pub(crate) struct Setting {
    #[column(primary_key, identity)]
    pub(crate) id: i64,
    #[column(default = "a \"quoted\" 'text' \\")]
    pub(crate) text: String,
    pub(crate) note: Option<String>,
}

#[table(name = "enrolments")]
#[primary_key(patient_id, course)]
#[derive(Debug, PartialEq)]
pub(crate) struct Enrolment {
    pub(crate) patient_id: i64,
    pub(crate) course: String,
    pub(crate) grades: Vec<Option<i32>>,
    pub(crate) remark: Option<String>,
}

pub(crate) fn patient(email: &str) -> NewPatient {
    NewPatient {
        email: email.to_owned(),
        name: format!("name of {email}"),
    }
}

pub(crate) async fn insert_patients(db: &TestDb, emails: &[&str]) -> Vec<i64> {
    create!(db, Patient);
    let rows: Vec<_> = emails.iter().copied().map(patient).collect();
    Patient
        .insert_many(rows)
        .returning(Patient.id)
        .fetch_all(db.pool())
        .await
        .unwrap()
}

pub(crate) async fn count_of_patients(db: &TestDb) -> i64 {
    Patient
        .select()
        .columns(count())
        .fetch_one(db.pool())
        .await
        .unwrap()
}
