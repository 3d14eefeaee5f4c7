//! The example data: real codes and embeddings from `examples/data`, and invented patients and orders.

use anyhow::Result;
use chrono::NaiveDate;
use schema_core::prelude::*;
use serde_json::{Value, json};

use crate::tables::{Analysis, MedicalOrder, NewComplaint, NewDiagnosis, NewPatient, OrderStatus};

/// The rows of a new database, except for the orders.
#[derive(Debug)]
pub struct ExampleData {
    /// The ICD-10-CM codes.
    pub(crate) diagnoses: Vec<NewDiagnosis>,
    /// Twenty complaints.
    pub(crate) complaints: Vec<NewComplaint>,
    /// Six patients.
    pub(crate) patients: Vec<NewPatient>,
}

/// An order of the example data.
#[derive(Insertable, Debug)]
#[insertable(MedicalOrder)]
pub(crate) struct ExampleOrder<'a> {
    patient_id: i64,
    complaint: &'a str,
    status: OrderStatus,
    priority: i32,
    analysis: Option<Json<Analysis>>,
    details: Value,
}

impl ExampleData {
    /// Reads the files.
    pub fn read() -> Result<Self> {
        Ok(Self {
            diagnoses: diagnoses()?,
            complaints: complaints()?,
            patients: patients(),
        })
    }

    /// Keeps the diagnoses of some chapters only, which load faster.
    pub fn of_chapters(mut self, chapters: &[i16]) -> Self {
        self.diagnoses
            .retain(|diagnosis| chapters.contains(&diagnosis.chapter));
        self
    }

    /// Returns an order for each complaint, assigned to the patients in turn. A model has analyzed four out of five.
    pub(crate) fn orders(&self, patients: &[i64]) -> Vec<ExampleOrder<'_>> {
        let statuses = [
            OrderStatus::Pending,
            OrderStatus::Paid,
            OrderStatus::Cancelled,
            OrderStatus::Pending,
        ];
        let orders = self.complaints.iter().zip(patients.iter().cycle());
        orders
            .enumerate()
            .map(|(i, (complaint, patient))| {
                let urgent = i % 3 == 0;
                let analysis = Analysis {
                    agent: if i % 2 == 0 { "triage" } else { "intake" }.to_owned(),
                    urgent,
                    score: f64::from(u8::try_from(i * 37 % 50).unwrap_or_default()) / 100.0 + 0.5,
                };
                ExampleOrder {
                    patient_id: *patient,
                    complaint: &complaint.text,
                    status: statuses[i % statuses.len()],
                    priority: if urgent { 3 } else { 1 },
                    analysis: (i % 5 != 4).then_some(Json(analysis)),
                    details: json!({"room": 100 + i % 4}),
                }
            })
            .collect()
    }
}

fn diagnoses() -> Result<Vec<NewDiagnosis>> {
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

fn complaints() -> Result<Vec<NewComplaint>> {
    let complaints = example_data::complaints()?.into_iter();
    Ok(complaints
        .map(|complaint| NewComplaint {
            text: complaint.text,
            embedding: complaint.embedding,
        })
        .collect())
}

fn patients() -> Vec<NewPatient> {
    let patients = example_data::patients().into_iter();
    patients
        .map(|(name, year)| NewPatient {
            email: format!("{}@example.org", name.to_lowercase().replace(' ', ".")),
            name: name.to_owned(),
            born: NaiveDate::from_yo_opt(year, 100).unwrap_or_default(),
        })
        .collect()
}
