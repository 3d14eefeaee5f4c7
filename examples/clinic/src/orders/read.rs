//! `GET /orders/{id}`

use axum::extract::State;
use schema_core::Pool;
use schema_core::prelude::*;
use serde::Serialize;

use super::{Order, orders};
use crate::extract::Id;
use crate::problem::Problem;
use crate::tables::{MedicalOrder, OrderItem};

/// An order with its items.
#[derive(Serialize, Debug)]
pub(crate) struct OrderWithItems {
    #[serde(flatten)]
    order: Order,
    items: Vec<OrderItem>,
}

/// `GET /orders/{id}`
pub(crate) async fn read(
    State(pool): State<Pool>,
    Id(id): Id,
) -> Result<axum::Json<OrderWithItems>, Problem> {
    let order = orders()
        .filter(MedicalOrder.id.eq(id))
        .fetch_one(&pool)
        .await?;
    let items = OrderItem
        .select()
        .filter(OrderItem.order_id.eq(id))
        .order_by(OrderItem.name)
        .fetch_all(&pool)
        .await?;
    Ok(axum::Json(OrderWithItems { order, items }))
}
