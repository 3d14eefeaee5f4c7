//! `GET /orders/{id}/audit`, and the records that it shows.

use axum::extract::State;
use schema_core::prelude::*;
use schema_core::{Pool, Result, Transaction};
use serde_json::Value;

use crate::extract::Id;
use crate::problem::Problem;
use crate::tables::{Action, AuditRecord, NewAuditRecord};

/// `GET /orders/{id}/audit`: the changes of an order, also of a deleted one.
pub(crate) async fn audit(
    State(pool): State<Pool>,
    Id(id): Id,
) -> Result<axum::Json<Vec<AuditRecord>>, Problem> {
    let records = AuditRecord
        .select()
        .filter(AuditRecord.order_id.eq(id))
        .order_by(AuditRecord.id)
        .fetch_all(&pool)
        .await?;
    Ok(axum::Json(records))
}

/// Records a change of an order, in its transaction.
pub(super) async fn record(
    transaction: &mut Transaction<'_>,
    order_id: i64,
    action: Action,
    details: Value,
) -> Result<()> {
    let record = AuditRecord.insert(NewAuditRecord {
        order_id,
        action,
        details,
    });
    record.execute(transaction).await?;
    Ok(())
}
