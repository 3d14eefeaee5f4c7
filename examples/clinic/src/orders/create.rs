//! `POST /orders`

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use schema_core::Pool;
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::audit::record;
use super::orders;
use crate::extract::Body;
use crate::problem::Problem;
use crate::tables::{Action, Analysis, MedicalOrder, NewMedicalOrder, OrderItem};

/// The body of `POST /orders`.
#[derive(Deserialize, Serialize, Debug)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateOrder {
    patient_id: i64,
    complaint: String,
    priority: Option<i32>,
    note: Option<String>,
    analysis: Option<Analysis>,
    details: Option<Value>,
    #[serde(default)]
    items: Vec<CreateItem>,
}

/// An item in it.
#[derive(Deserialize, Serialize, Debug)]
#[serde(deny_unknown_fields)]
pub(crate) struct CreateItem {
    name: String,
    #[serde(default = "one")]
    quantity: i32,
    cents: i32,
}

/// An item as a row.
#[derive(Insertable, Debug)]
#[insertable(OrderItem)]
struct ItemRow<'a> {
    order_id: i64,
    name: &'a str,
    quantity: i32,
    cents: i32,
}

/// `POST /orders`
pub(crate) async fn create(
    State(pool): State<Pool>,
    Body(create): Body<CreateOrder>,
) -> Result<Response, Problem> {
    // The order, its items and its record: all of them or nothing.
    let order = pool
        .transaction(async |mut transaction| {
            let required = NewMedicalOrder {
                patient_id: create.patient_id,
                complaint: create.complaint.clone(),
            };
            let id = MedicalOrder
                .insert(required)
                .set(MedicalOrder.note, create.note.as_deref())
                .set(MedicalOrder.analysis, create.analysis.clone().map(Json))
                .set_if(MedicalOrder.priority, create.priority)
                .set_if(MedicalOrder.details, create.details.as_ref())
                .returning(MedicalOrder.id)
                .fetch_one(&mut transaction)
                .await?;
            let items: Vec<_> = create.items.iter().map(|item| item.row(id)).collect();
            let items = OrderItem.insert_many(items);
            items.execute(&mut transaction).await?;
            record(&mut transaction, id, Action::Created, json!(create)).await?;
            let order = orders().filter(MedicalOrder.id.eq(id));
            let order = order.fetch_one(&mut transaction).await?;
            Ok::<_, Problem>(order)
        })
        .await?;
    let location = format!("/orders/{}", order.id);
    let headers = [(header::LOCATION, location)];
    Ok((StatusCode::CREATED, headers, axum::Json(order)).into_response())
}

impl CreateItem {
    fn row(&self, order_id: i64) -> ItemRow<'_> {
        ItemRow {
            order_id,
            name: &self.name,
            quantity: self.quantity,
            cents: self.cents,
        }
    }
}

fn one() -> i32 {
    1
}
