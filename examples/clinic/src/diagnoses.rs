//! The nearest diagnoses for an order, by embedding.

use axum::extract::State;
use schema_core::Pool;
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};

use crate::extract::{Id, Parameters};
use crate::problem::Problem;
use crate::tables::{Complaint, Diagnosis, MedicalOrder};

/// The query string of `GET /orders/{id}/diagnoses`.
#[derive(Deserialize, Debug)]
#[serde(deny_unknown_fields)]
pub(crate) struct NearestDiagnoses {
    #[serde(default = "default_limit")]
    limit: i64,
    max_distance: Option<f64>,
}

/// A diagnosis and its distance from a complaint.
#[derive(Selectable, Serialize, Debug)]
pub(crate) struct NearDiagnosis {
    code: String,
    description: String,
    distance: f64,
}

/// `GET /orders/{id}/diagnoses`
pub(crate) async fn nearest(
    State(pool): State<Pool>,
    Id(id): Id,
    Parameters(nearest): Parameters<NearestDiagnoses>,
) -> Result<axum::Json<Vec<NearDiagnosis>>, Problem> {
    let embedding = MedicalOrder
        .select()
        .inner_join_on(MedicalOrder.complaint)
        .filter(MedicalOrder.id.eq(id))
        .columns(Complaint.embedding)
        .fetch_one(&pool)
        .await?;
    // The embedding is a parameter, so that the server can use the index; it is sent once.
    let embedding = param!(&embedding);
    let distance = Diagnosis.embedding.cosine_distance(embedding);
    let diagnoses = Diagnosis
        .select()
        .filter(nearest.max_distance.map(|max| distance.le(max)))
        .order_by(distance.asc())
        .limit(nearest.limit.clamp(1, 100))
        .columns(SelectNearDiagnosis {
            code: Diagnosis.code,
            description: Diagnosis.description,
            distance,
        })
        .fetch_all(&pool)
        .await?;
    Ok(axum::Json(diagnoses))
}

fn default_limit() -> i64 {
    5
}
