//! The rows of the tables: real codes and complaints, and invented patients.

use anyhow::Result;
use chrono::NaiveDate;
use example_data::Complaint;
use schema_core::prelude::*;

use crate::tables::{Analysis, NewDiagnosis, NewPatient, OrderStatus, Visit};

/// The ICD-10-CM codes.
pub(crate) fn diagnoses() -> Result<Vec<NewDiagnosis>> {
    let diagnoses = example_data::diagnoses()?.into_iter();
    Ok(diagnoses
        .map(|diagnosis| NewDiagnosis {
            code: diagnosis.code,
            description: diagnosis.description,
            chapter: diagnosis.chapter,
            embedding: diagnosis.embedding,
        })
        .collect())
}

/// Six patients.
pub(crate) fn patients() -> Vec<NewPatient> {
    let patients = example_data::patients().into_iter();
    patients
        .map(|(name, year)| NewPatient {
            email: format!("{}@example.org", name.to_lowercase().replace(' ', ".")),
            name: name.to_owned(),
            born: NaiveDate::from_yo_opt(year, 100).unwrap_or_default(),
        })
        .collect()
}

/// An order for each complaint, assigned to the patients in turn. Four out of five have been analyzed by a model.
pub(crate) fn visits<'a>(complaints: &'a [Complaint], patients: &[i64]) -> Vec<Visit<'a>> {
    let statuses = [
        OrderStatus::Pending,
        OrderStatus::Paid,
        OrderStatus::Cancelled,
        OrderStatus::Pending,
    ];
    let visits = complaints.iter().zip(patients.iter().cycle()).enumerate();
    visits
        .map(|(i, (complaint, patient))| {
            let analysis = Analysis {
                agent: if i % 2 == 0 { "triage" } else { "intake" }.to_owned(),
                urgent: i % 3 == 0,
                score: f64::from(u8::try_from(i * 37 % 50).unwrap_or_default()) / 100.0 + 0.5,
            };
            Visit {
                patient_id: *patient,
                complaint: &complaint.text,
                status: statuses[i % statuses.len()],
                priority: if analysis.urgent { 3 } else { 1 },
                ai_analysis: (i % 5 != 4).then_some(Json(analysis)),
            }
        })
        .collect()
}
