//! The agents' world: complaints, and the diagnoses that an agent may find for each. From `examples/data`.

use std::cmp::Ordering;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context as _, Result, ensure};
use half::f16;
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
    pub(crate) findings: Vec<Finding>,
}

/// A diagnosis that an agent may find.
#[derive(Debug, Clone)]
pub(crate) struct Finding {
    pub(crate) code: String,
    pub(crate) description: String,
    pub(crate) chapter: i16,
    pub(crate) embedding: Vector<384>,
}

/// Reads the data files.
pub(crate) fn load() -> Result<World> {
    let diagnoses = diagnoses()?;
    let texts = lines("queries.tsv")?;
    let embeddings = embeddings("queries.f16", texts.len())?;
    let complaints = (1..).zip(texts.into_iter().zip(embeddings));
    let complaints = complaints
        .take(COMPLAINTS)
        .map(|(id, (text, embedding))| Complaint {
            id,
            text,
            findings: nearest(&embedding, &diagnoses),
            embedding,
        })
        .collect();
    Ok(World { complaints })
}

/// The diagnoses nearest to an embedding. All embeddings have the length 1, so the inner product tells.
fn nearest(embedding: &Vector<384>, diagnoses: &[Finding]) -> Vec<Finding> {
    let similarity = |diagnosis: &Finding| -> f32 {
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

/// The ICD-10-CM codes.
fn diagnoses() -> Result<Vec<Finding>> {
    let lines = lines("icd10.tsv")?;
    let embeddings = embeddings("icd10.f16", lines.len())?;
    lines
        .iter()
        .zip(embeddings)
        .map(|(line, embedding)| {
            let fields: Vec<&str> = line.split('\t').collect();
            let [code, description, _parent, chapter, ..] = *fields else {
                anyhow::bail!("`{line}` has fewer than four fields");
            };
            Ok(Finding {
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

/// The lines of a file, without the header.
fn lines(name: &str) -> Result<Vec<String>> {
    let path = path(name);
    let text =
        fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    Ok(text.lines().skip(1).map(str::to_owned).collect())
}

/// The embeddings in a file of consecutive rows of little-endian half floats.
fn embeddings(name: &str, rows: usize) -> Result<Vec<Vector<384>>> {
    let path = path(name);
    let bytes = fs::read(&path).with_context(|| format!("could not read {}", path.display()))?;
    let (halves, _) = bytes.as_chunks::<2>();
    ensure!(
        halves.len() == rows * 384,
        "{} does not contain {rows} rows of 384 numbers",
        path.display()
    );
    let numbers = |row: &[[u8; 2]]| -> Vec<f32> {
        let halves = row.iter().map(|half| f16::from_le_bytes(*half));
        halves.map(f16::to_f32).collect()
    };
    halves
        .chunks_exact(384)
        .map(|row| Ok(numbers(row).try_into()?))
        .collect()
}

fn path(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "data", name].iter().collect()
}
