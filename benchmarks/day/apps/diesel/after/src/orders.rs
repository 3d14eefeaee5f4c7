//! The queries of the orders.

use chrono::Utc;
use diesel::prelude::*;
use diesel_json::Json;

use crate::schema::{medical_orders, patients};
use crate::tables::{Analysis, MedicalOrder, NewMedicalOrder, OrderStatus, Patient, Priority};

/// Saves an order.
pub(crate) fn place(
    connection: &mut PgConnection,
    patient_id: i64,
    complaint: &str,
) -> QueryResult<i64> {
    diesel::insert_into(medical_orders::table)
        .values(NewMedicalOrder {
            patient_id,
            complaint,
        })
        .returning(medical_orders::id)
        .get_result(connection)
}

/// Marks an order as paid, and returns it.
pub(crate) fn pay(connection: &mut PgConnection, id: i64) -> QueryResult<MedicalOrder> {
    diesel::update(medical_orders::table.find(id))
        .set(medical_orders::status.eq(OrderStatus::Paid))
        .returning(MedicalOrder::as_returning())
        .get_result(connection)
}

/// Returns the orders of a patient.
pub(crate) fn of_patient(
    connection: &mut PgConnection,
    patient_id: i64,
) -> QueryResult<Vec<MedicalOrder>> {
    medical_orders::table
        .filter(medical_orders::patient_id.eq(patient_id))
        .order(medical_orders::id)
        .select(MedicalOrder::as_select())
        .load(connection)
}

/// Returns an order that is not saved yet, to be shown to the patient.
pub(crate) fn draft(patient_id: i64, complaint: &str) -> MedicalOrder {
    MedicalOrder {
        id: 0,
        patient_id,
        complaint: complaint.to_owned(),
        status: OrderStatus::Pending,
        created_at: Utc::now(),
        ai_analysis: None,
        priority: Priority::Routine,
    }
}

/// Saves the analysis of an order, and its priority.
pub(crate) fn triage(
    connection: &mut PgConnection,
    id: i64,
    analysis: Analysis,
    priority: Priority,
) -> QueryResult<usize> {
    diesel::update(medical_orders::table.find(id))
        .set((
            medical_orders::ai_analysis.eq(Json::new(analysis)),
            medical_orders::priority.eq(priority),
        ))
        .execute(connection)
}

/// Returns the orders that wait, the most urgent first.
pub(crate) fn waiting(
    connection: &mut PgConnection,
    limit: i64,
) -> QueryResult<Vec<(MedicalOrder, Patient)>> {
    medical_orders::table
        .inner_join(patients::table)
        .filter(medical_orders::status.eq(OrderStatus::Pending))
        .order((
            medical_orders::priority.desc(),
            medical_orders::created_at,
            medical_orders::id,
        ))
        .limit(limit)
        .select((MedicalOrder::as_select(), Patient::as_select()))
        .load(connection)
}

/// Returns the line of an order in a list.
pub(crate) fn line(order: &MedicalOrder, patient: &Patient) -> String {
    let analysis = order.ai_analysis.as_ref();
    let summary = analysis.map_or("no analysis", |analysis| &analysis.summary);
    let (name, complaint, priority) = (&patient.name, &order.complaint, order.priority);
    format!("{name}: {complaint} ({priority:?}; {summary})")
}
