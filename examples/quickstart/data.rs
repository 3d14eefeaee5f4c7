//! The data for the tables: real codes and embeddings from `examples/data`, and invented patients.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use chrono::NaiveDate;
use half::f16;
use schema_core::prelude::*;

use crate::tables::{Analysis, NewDiagnosis, NewPatient, OrderStatus, Visit};

/// A search as a user would type it.
pub(crate) struct Search {
    pub(crate) text: String,
    pub(crate) embedding: Vector<384>,
}

/// The ICD-10-CM codes.
pub(crate) fn diagnoses() -> Result<Vec<NewDiagnosis>> {
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

/// Twenty complaints with their embeddings.
pub(crate) fn searches() -> Result<Vec<Search>> {
    let lines = lines("queries.tsv")?;
    let embeddings = embeddings("queries.f16", lines.len())?;
    let searches = lines.into_iter().zip(embeddings);
    Ok(searches
        .map(|(text, embedding)| Search { text, embedding })
        .collect())
}

/// Six patients.
pub(crate) fn patients() -> Vec<NewPatient> {
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

/// An order for each complaint, assigned to the patients in turn. Four out of five have been analyzed by a model.
pub(crate) fn visits<'a>(searches: &'a [Search], patients: &[i64]) -> Vec<Visit<'a>> {
    let statuses = [
        OrderStatus::Pending,
        OrderStatus::Paid,
        OrderStatus::Cancelled,
        OrderStatus::Pending,
    ];
    let visits = searches.iter().zip(patients.iter().cycle()).enumerate();
    visits
        .map(|(i, (search, patient))| {
            let analysis = Analysis {
                agent: if i % 2 == 0 { "triage" } else { "intake" }.to_owned(),
                urgent: i % 3 == 0,
                score: f64::from(u8::try_from(i * 37 % 50).unwrap_or_default()) / 100.0 + 0.5,
            };
            Visit {
                patient_id: *patient,
                complaint: &search.text,
                status: statuses[i % statuses.len()],
                priority: if analysis.urgent { 3 } else { 1 },
                ai_analysis: (i % 5 != 4).then_some(Json(analysis)),
            }
        })
        .collect()
}

/// The lines of a file, without the header.
fn lines(name: &str) -> Result<Vec<String>> {
    let path = path(name);
    let text =
        fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    Ok(text.lines().skip(1).map(str::to_owned).collect())
}

/// The embeddings in a file of consecutive rows of little-endian half floats.
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
    [env!("CARGO_MANIFEST_DIR"), "data", name].iter().collect()
}
