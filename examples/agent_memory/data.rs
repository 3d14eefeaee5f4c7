//! The agents' world: complaints, and the diagnoses that an agent may find for each. From `examples/data`.

use std::cmp::Ordering;

use anyhow::Result;
use example_data::Diagnosis;
use schema_core::prelude::*;

/// The number of complaints. Few, so that the agents meet.
const COMPLAINTS: usize = 6;
/// The number of diagnoses for each complaint.
const FINDINGS: usize = 10;

/// Everything there is.
#[derive(Debug)]
pub(crate) struct World {
    pub(crate) complaints: Vec<Complaint>,
}

/// A complaint as a patient would type it.
#[derive(Debug)]
pub(crate) struct Complaint {
    pub(crate) id: i64,
    pub(crate) text: String,
    pub(crate) embedding: Vector<384>,
    /// The diagnoses that are nearest to it.
    pub(crate) findings: Vec<Diagnosis>,
}

/// Reads the data files.
pub(crate) fn load() -> Result<World> {
    let diagnoses = example_data::diagnoses()?;
    let complaints = (1..).zip(example_data::complaints()?);
    let complaints = complaints
        .take(COMPLAINTS)
        .map(|(id, complaint)| Complaint {
            id,
            findings: nearest(&complaint.embedding, &diagnoses),
            text: complaint.text,
            embedding: complaint.embedding,
        })
        .collect();
    Ok(World { complaints })
}

/// The diagnoses nearest to an embedding. All embeddings have the length 1, so the inner product tells.
fn nearest(embedding: &Vector<384>, diagnoses: &[Diagnosis]) -> Vec<Diagnosis> {
    let similarity = |diagnosis: &Diagnosis| -> f32 {
        let pairs = embedding.iter().zip(diagnosis.embedding.iter());
        pairs.map(|(a, b)| a * b).sum()
    };
    let mut ranked: Vec<_> = diagnoses
        .iter()
        .map(|diagnosis| (similarity(diagnosis), diagnosis))
        .collect();
    ranked.sort_by(|(a, _), (b, _)| b.partial_cmp(a).unwrap_or(Ordering::Equal));
    let nearest = ranked.into_iter().take(FINDINGS);
    nearest.map(|(_, diagnosis)| diagnosis.clone()).collect()
}
