//! `DELETE /orders/{id}`

use axum::extract::State;
use axum::http::StatusCode;
use schema_core::Pool;
use schema_core::prelude::*;
use serde_json::json;

use super::audit::record;
use crate::extract::Id;
use crate::problem::Problem;
use crate::tables::{Action, MedicalOrder};

/// `DELETE /orders/{id}`
pub(crate) async fn delete(State(pool): State<Pool>, Id(id): Id) -> Result<StatusCode, Problem> {
    pool.transaction(async |mut transaction| {
        // `fetch_one` fails if there was no such order. The items are deleted with it.
        let order = MedicalOrder.delete().filter(MedicalOrder.id.eq(id));
        let order = order.returning(MedicalOrder.id);
        order.fetch_one(&mut transaction).await?;
        record(&mut transaction, id, Action::Deleted, json!({})).await?;
        Ok::<_, Problem>(())
    })
    .await?;
    Ok(StatusCode::NO_CONTENT)
}
