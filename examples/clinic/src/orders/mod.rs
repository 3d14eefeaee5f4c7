//! Orders: `create`, `list`, `read`, `change` and `delete` are in the files of those names.

mod audit;
mod change;
mod create;
mod delete;
mod list;
mod read;

use chrono::{DateTime, Utc};
use schema_core::prelude::*;
use serde::Serialize;
use serde_json::Value;

use crate::tables::{Analysis, Diagnosis, MedicalOrder, OrderItem, OrderStatus, Patient};

pub(crate) use self::audit::audit;
pub(crate) use self::change::change;
pub(crate) use self::create::create;
pub(crate) use self::delete::delete;
pub(crate) use self::list::list;
pub(crate) use self::read::read;

/// An order as the service shows it.
#[derive(Selectable, Serialize, Debug)]
pub(crate) struct Order {
    id: i64,
    patient: PatientName,
    complaint: String,
    diagnosis: Option<String>,
    diagnosis_description: Option<String>,
    status: OrderStatus,
    priority: i32,
    note: Option<String>,
    analysis: Option<Json<Analysis>>,
    details: Value,
    total_cents: Option<i64>,
    created_at: DateTime<Utc>,
}

/// The patient of an order.
#[derive(Selectable, Serialize, Debug)]
pub(crate) struct PatientName {
    id: i64,
    name: String,
}

/// The tables that [`orders`] reads. An order need not have a diagnosis.
type Tables = (MedicalOrder, Patient, Option<Diagnosis>);

/// Returns the query of all orders.
fn orders() -> BoxedSelect<'static, Tables, Order> {
    let total_cents = OrderItem
        .select()
        .correlate(MedicalOrder)
        .filter(OrderItem.order_id.eq(MedicalOrder.id))
        .columns(sum(OrderItem.quantity * OrderItem.cents));
    MedicalOrder
        .select()
        .inner_join_on(MedicalOrder.patient_id)
        .left_join_on(MedicalOrder.diagnosis)
        .columns(SelectOrder {
            id: MedicalOrder.id,
            patient: SelectPatientName {
                id: Patient.id,
                name: Patient.name,
            },
            complaint: MedicalOrder.complaint,
            diagnosis: MedicalOrder.diagnosis,
            diagnosis_description: Diagnosis.description,
            status: MedicalOrder.status,
            priority: MedicalOrder.priority,
            note: MedicalOrder.note,
            analysis: MedicalOrder.analysis,
            details: MedicalOrder.details,
            total_cents: scalar(total_cents),
            created_at: MedicalOrder.created_at,
        })
        .boxed()
}
