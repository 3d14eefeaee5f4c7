//! `PATCH /orders/{id}`

use axum::extract::State;
use schema_core::Pool;
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::audit::record;
use super::{Order, orders};
use crate::extract::{Body, Id, present};
use crate::problem::Problem;
use crate::tables::{Action, Analysis, MedicalOrder, OrderStatus};

/// The body of `PATCH /orders/{id}`. An absent field is not changed. Null removes the value of a field that can be
/// NULL.
#[derive(Deserialize, Serialize, Debug)]
#[serde(deny_unknown_fields)]
#[expect(clippy::option_option, reason = "absent, null or a value")]
pub(crate) struct ChangeOrder {
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    diagnosis: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    status: Option<OrderStatus>,
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    priority: Option<i32>,
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    note: Option<Option<String>>,
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    analysis: Option<Option<Json<Analysis>>>,
    #[serde(
        default,
        deserialize_with = "present",
        skip_serializing_if = "Option::is_none"
    )]
    details: Option<Value>,
}

/// `PATCH /orders/{id}`
pub(crate) async fn change(
    State(pool): State<Pool>,
    Id(id): Id,
    Body(change): Body<ChangeOrder>,
) -> Result<axum::Json<Order>, Problem> {
    let details = json!(change);
    let update = MedicalOrder
        .update()
        .set_if(MedicalOrder.diagnosis, change.diagnosis)
        .set_if(MedicalOrder.status, change.status)
        .set_if(MedicalOrder.priority, change.priority)
        .set_if(MedicalOrder.note, change.note)
        .set_if(MedicalOrder.analysis, change.analysis)
        .set_if(MedicalOrder.details, change.details)
        .filter(MedicalOrder.id.eq(id));
    let order = pool
        .transaction(async |mut transaction| {
            // `fetch_one` fails if there is no such order.
            let update = update.clone().returning(MedicalOrder.id);
            update.fetch_one(&mut transaction).await?;
            record(&mut transaction, id, Action::Changed, details.clone()).await?;
            let order = orders().filter(MedicalOrder.id.eq(id));
            let order = order.fetch_one(&mut transaction).await?;
            Ok::<_, Problem>(order)
        })
        .await?;
    Ok(axum::Json(order))
}
