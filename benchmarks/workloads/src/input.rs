//! Rows to write and values to search for, identical for all drivers.

use chrono::{DateTime, TimeDelta, Utc};
use half::f16;
use serde::{Deserialize, Serialize};

use crate::Result;

/// The dimension of the vectors.
pub const DIMENSIONS: usize = 384;

/// The embeddings of searches that a user might type.
static QUERIES: &[u8] = include_bytes!("../../../examples/data/queries.f16");

/// A row for the table `new_users`.
#[derive(Debug, Clone)]
pub struct NewUser {
    /// `text not null`
    pub name: String,
    /// `text`
    pub hair_color: Option<String>,
}

/// A row for the table `new_items`.
#[derive(Debug, Clone)]
#[allow(missing_docs, reason = "the columns of the table")]
pub struct NewItem {
    pub owner_id: i64,
    pub quantity: i32,
    pub active: bool,
    pub name: String,
    pub description: String,
    pub created_at: DateTime<Utc>,
    pub price: f64,
}

/// The JSON of the table `documents`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the keys of the document")]
pub struct Analysis {
    pub agent: String,
    pub score: f64,
    pub tags: Vec<String>,
}

/// Creates rows for the table `new_users`.
pub fn users(rows: u32) -> Vec<NewUser> {
    (0..rows)
        .map(|i| NewUser {
            name: format!("User {i}"),
            hair_color: Some("hair_color".to_owned()),
        })
        .collect()
}

/// Creates rows for the table `new_items`.
pub fn items(rows: u32) -> Vec<NewItem> {
    (0..rows).map(item).collect()
}

/// Creates one of these rows.
pub fn item(i: u32) -> NewItem {
    NewItem {
        owner_id: i64::from(i % 1_000) + 1,
        quantity: i32::try_from(i % 1_000).unwrap_or_default(),
        active: i.is_multiple_of(2),
        name: format!("New item number {i}"),
        description: format!("The description of new item number {i}, which is a bit longer"),
        created_at: DateTime::UNIX_EPOCH + TimeDelta::microseconds(1_000_001 * i64::from(i)),
        price: f64::from(i) * 1.25,
    }
}

/// Reads the vectors to search for.
pub fn queries() -> Result<Vec<[f32; DIMENSIONS]>> {
    let numbers: Vec<f32> = QUERIES
        .chunks_exact(2)
        .map(|bytes| match bytes {
            &[low, high] => f16::from_le_bytes([low, high]).to_f32(),
            _ => 0.0,
        })
        .collect();
    let queries = numbers.chunks_exact(DIMENSIONS).map(TryInto::try_into);
    let queries: Vec<_> = queries.collect::<Result<_, _>>()?;
    if queries.is_empty() {
        return Err("no vectors to search for".into());
    }
    Ok(queries)
}
