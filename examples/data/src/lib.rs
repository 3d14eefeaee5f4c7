//! The data of the examples: ICD-10-CM codes and complaints with their embeddings.
//!
//! The files and their sources are described in the `README.md` of this directory.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail, ensure};
use half::f16;
use schema_core::Vector;

/// The number of dimensions of the embeddings.
pub const DIMENSIONS: usize = 384;

/// An ICD-10-CM code.
#[derive(Debug, Clone)]
pub struct Diagnosis {
    /// The code, for example `"E11.9"`.
    pub code: String,
    /// The name of the diagnosis.
    pub description: String,
    /// The number of the chapter.
    pub chapter: i16,
    /// The embedding of the description, of length 1.
    pub embedding: Vector<DIMENSIONS>,
}

/// A complaint as a patient would type it.
#[derive(Debug, Clone)]
pub struct Complaint {
    /// The text.
    pub text: String,
    /// The embedding of the text, of length 1.
    pub embedding: Vector<DIMENSIONS>,
}

/// Returns the 4,961 codes.
///
/// # Errors
///
/// If a file cannot be read or has an unexpected format.
pub fn diagnoses() -> Result<Vec<Diagnosis>> {
    let lines = lines("icd10.tsv")?;
    let embeddings = embeddings("icd10.f16", lines.len())?;
    let diagnoses = lines.iter().zip(embeddings).map(|(line, embedding)| {
        let fields: Vec<&str> = line.split('\t').collect();
        let [code, description, _parent, chapter, ..] = *fields else {
            bail!("`{line}` has fewer than four fields");
        };
        Ok(Diagnosis {
            code: code.to_owned(),
            description: description.to_owned(),
            chapter: chapter
                .parse()
                .with_context(|| format!("`{chapter}` is not the number of a chapter"))?,
            embedding,
        })
    });
    diagnoses.collect()
}

/// Returns the twenty complaints.
///
/// # Errors
///
/// If a file cannot be read or has an unexpected format.
pub fn complaints() -> Result<Vec<Complaint>> {
    let lines = lines("queries.tsv")?;
    let embeddings = embeddings("queries.f16", lines.len())?;
    let complaints = lines.into_iter().zip(embeddings);
    Ok(complaints
        .map(|(text, embedding)| Complaint { text, embedding })
        .collect())
}

/// Returns the names and years of birth of six invented patients.
pub fn patients() -> [(&'static str, i32); 6] {
    [
        ("Ana Silva", 1984),
        ("Ben Okafor", 1951),
        ("Chen Wei", 1999),
        ("Dana Novak", 1967),
        ("Emil Larsen", 2016),
        ("Fatima Haddad", 1942),
    ]
}

/// Returns the lines of a file, without the header.
fn lines(name: &str) -> Result<Vec<String>> {
    let path = path(name);
    let text =
        fs::read_to_string(&path).with_context(|| format!("could not read {}", path.display()))?;
    Ok(text.lines().skip(1).map(str::to_owned).collect())
}

/// Returns the embeddings in a file of consecutive rows of little-endian half floats.
fn embeddings(name: &str, rows: usize) -> Result<Vec<Vector<DIMENSIONS>>> {
    let path = path(name);
    let bytes = fs::read(&path).with_context(|| format!("could not read {}", path.display()))?;
    let (halves, _) = bytes.as_chunks::<2>();
    ensure!(
        halves.len() == rows * DIMENSIONS,
        "{} does not contain {rows} rows of {DIMENSIONS} numbers",
        path.display()
    );
    halves
        .chunks_exact(DIMENSIONS)
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
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}
