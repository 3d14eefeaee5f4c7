// The struct of examples/change_day has two new columns, but this function of `before/orders.rs` builds a row by hand.
#[path = "../../../../examples/change_day/after/tables.rs"]
mod tables;

use chrono::Utc;
use tables::{MedicalOrder, OrderStatus};

pub(crate) fn draft(patient_id: i64, complaint: &str) -> MedicalOrder {
    MedicalOrder {
        id: 0,
        patient_id,
        complaint: complaint.to_owned(),
        status: OrderStatus::Pending,
        created_at: Utc::now(),
    }
}

fn main() {}
