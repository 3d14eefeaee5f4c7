//! Patients.

use axum::extract::State;
use axum::http::StatusCode;
use chrono::NaiveDate;
use schema_core::Pool;
use schema_core::prelude::*;
use serde::Deserialize;

use crate::extract::{Body, Id};
use crate::problem::Problem;
use crate::tables::Patient;

/// The body of `POST /patients`.
#[derive(Deserialize, Insertable, Debug)]
#[serde(deny_unknown_fields)]
#[insertable(Patient)]
pub(crate) struct CreatePatient {
    email: String,
    name: String,
    born: NaiveDate,
}

/// `POST /patients`
pub(crate) async fn create(
    State(pool): State<Pool>,
    Body(patient): Body<CreatePatient>,
) -> Result<(StatusCode, axum::Json<Patient>), Problem> {
    let patient = Patient
        .insert(patient)
        .returning_all()
        .fetch_one(&pool)
        .await?;
    Ok((StatusCode::CREATED, axum::Json(patient)))
}

/// `GET /patients/{id}`
pub(crate) async fn read(
    State(pool): State<Pool>,
    Id(id): Id,
) -> Result<axum::Json<Patient>, Problem> {
    let patient = Patient.find(id).fetch_one(&pool).await?;
    Ok(axum::Json(patient))
}

/// `DELETE /patients/{id}`
pub(crate) async fn delete(State(pool): State<Pool>, Id(id): Id) -> Result<StatusCode, Problem> {
    let patient = Patient.delete().filter(Patient.id.eq(id));
    patient.returning(Patient.id).fetch_one(&pool).await?;
    Ok(StatusCode::NO_CONTENT)
}
