//! The example data: real codes and embeddings from `examples/data`, and invented patients and orders.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use half::f16;
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
    let lines = lines("icd10.tsv")?;
    let embeddings = embeddings("icd10.f16", lines.len())?;
    lines
        .iter()
        .zip(embeddings)
        .map(|(line, embedding)| {
            let mut fields = line.split('\t');
            let mut field = |name: &str| {
                fields
                    .next()
                    .with_context(|| format!("no {name} in `{line}`"))
            };
            let (code, description) = (field("code")?, field("description")?);
            let (_parent, chapter) = (field("parent")?, field("chapter")?);
            Ok(NewDiagnosis {
                code: code.to_owned(),
                description: description.to_owned(),
                chapter: chapter
                    .parse()
                    .with_context(|| format!("`{chapter}` is not the number of a chapter"))?,
                embedding,
            })
        })
        .collect()
}

fn complaints() -> Result<Vec<NewComplaint>> {
    let lines = lines("queries.tsv")?;
    let embeddings = embeddings("queries.f16", lines.len())?;
    let complaints = lines.into_iter().zip(embeddings);
    Ok(complaints
        .map(|(text, embedding)| NewComplaint { text, embedding })
        .collect())
}

fn patients() -> Vec<NewPatient> {
    [
        ("Ana Silva", 1984),
        ("Ben Okafor", 1951),
        ("Chen Wei", 1999),
        ("Dana Novak", 1967),
        ("Emil Larsen", 2016),
        ("Fatima Haddad", 1942),
    ]
    .into_iter()
    .map(|(name, year)| NewPatient {
        email: format!("{}@example.org", name.to_lowercase().replace(' ', ".")),
        name: name.to_owned(),
        born: NaiveDate::from_yo_opt(year, 100).unwrap_or_default(),
    })
    .collect()
}

/// Returns the lines of a file, without the header.
fn lines(name: &str) -> Result<Vec<String>> {
    let path = path(name);
    let text =
        fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    Ok(text.lines().skip(1).map(str::to_owned).collect())
}

/// Returns the embeddings in a file of consecutive rows of little-endian half floats.
fn embeddings<const N: usize>(name: &str, rows: usize) -> Result<Vec<Vector<N>>> {
    let path = path(name);
    let bytes = fs::read(&path).with_context(|| format!("could not read {}", path.display()))?;
    let (halves, _) = bytes.as_chunks::<2>();
    ensure!(
        halves.len() == rows * N,
        "{} does not contain {rows} rows of {N} numbers",
        path.display()
    );
    halves
        .chunks_exact(N)
        .map(|row| {
            let numbers: Vec<f32> = row
                .iter()
                .map(|half| f16::from_le_bytes(*half).to_f32())
                .collect();
            Ok(numbers.try_into()?)
        })
        .collect()
}

fn path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../data")
        .join(name)
}
