//! The rows.

use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel_derive_enum::DbEnum;

use crate::schema::{medical_orders, patients};

/// The status of an order.
#[derive(DbEnum, Debug, Clone, Copy, PartialEq, Eq)]
#[db_enum(existing_type_path = "crate::schema::sql_types::OrderStatus")]
pub(crate) enum OrderStatus {
    Pending,
    Paid,
    Cancelled,
}

/// A patient.
#[derive(Queryable, Selectable, Debug)]
#[diesel(table_name = patients, check_for_backend(Pg))]
pub(crate) struct Patient {
    pub(crate) name: String,
}

/// An order of a patient.
#[derive(Queryable, Selectable, Debug)]
#[diesel(table_name = medical_orders, check_for_backend(Pg))]
pub(crate) struct MedicalOrder {
    pub(crate) id: i64,
    pub(crate) patient_id: i64,
    pub(crate) complaint: String,
    pub(crate) status: OrderStatus,
    pub(crate) created_at: DateTime<Utc>,
}

/// A new order.
#[derive(Insertable)]
#[diesel(table_name = medical_orders)]
pub(crate) struct NewMedicalOrder<'a> {
    pub(crate) patient_id: i64,
    pub(crate) complaint: &'a str,
}
