//! The embeddings to search: those of the repository's example and others close to them. They are reproducible.

use std::fs;

use anyhow::{Result, ensure};
use half::f16;
use sqlx::{Executor as _, PgConnection};
use workloads::input::DIMENSIONS;

use crate::paths;

/// The database with the embeddings.
pub(crate) const DATABASE: &str = "schema_benchmarks";
/// The number of embeddings.
pub(crate) const VECTORS: u32 = 50_000;
/// The maximum difference of each number from that of the example.
const NOISE: f32 = 0.03;
/// The number of rows sent at once.
const BATCH: u32 = 1_000;

/// Fills the table and creates the index.
pub(crate) async fn load(database: &mut PgConnection, vectors: u32) -> Result<()> {
    let examples = examples()?;
    let mut random = Random(1);
    let mut copy = database
        .copy_in_raw("copy embeddings (id, embedding) from stdin (format binary)")
        .await?;
    // The format of `copy`: <https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-BINARY-FORMAT>.
    let mut bytes = b"PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0".to_vec();
    for (id, example) in (1..=vectors).zip(examples.iter().cycle()) {
        // The examples themselves come first.
        let noise = if id as usize <= examples.len() {
            0.0
        } else {
            NOISE
        };
        row(&mut bytes, id, example, noise, &mut random)?;
        if id % BATCH == 0 {
            copy.send(bytes.as_slice()).await?;
            bytes.clear();
        }
    }
    bytes.extend((-1_i16).to_be_bytes());
    copy.send(bytes.as_slice()).await?;
    copy.finish().await?;
    database
        .execute(
            "set maintenance_work_mem = '512MB';
            create index embeddings_embedding_idx on embeddings using hnsw (embedding vector_cosine_ops)",
        )
        .await?;
    Ok(())
}

fn row(
    bytes: &mut Vec<u8>,
    id: u32,
    example: &[f32],
    noise: f32,
    random: &mut Random,
) -> Result<()> {
    let length = 4 + 4 * DIMENSIONS;
    bytes.extend(2_i16.to_be_bytes());
    bytes.extend(8_i32.to_be_bytes());
    bytes.extend(i64::from(id).to_be_bytes());
    bytes.extend(i32::try_from(length)?.to_be_bytes());
    bytes.extend(i16::try_from(DIMENSIONS)?.to_be_bytes());
    bytes.extend(0_i16.to_be_bytes());
    for number in example {
        let number = number + noise * random.next();
        bytes.extend(number.to_be_bytes());
    }
    Ok(())
}

/// Reads the 4,961 embeddings of the descriptions of ICD-10-CM.
fn examples() -> Result<Vec<Vec<f32>>> {
    let bytes = fs::read(paths::repository().join("examples/data/icd10.f16"))?;
    let numbers: Vec<f32> = bytes
        .chunks_exact(2)
        .map(|bytes| f16::from_le_bytes([bytes[0], bytes[1]]).to_f32())
        .collect();
    let examples: Vec<Vec<f32>> = numbers
        .chunks_exact(DIMENSIONS)
        .map(<[f32]>::to_vec)
        .collect();
    ensure!(!examples.is_empty(), "no embeddings");
    Ok(examples)
}

/// Reproducible pseudo-random numbers: <https://prng.di.unimi.it/splitmix64.c>.
struct Random(u64);

impl Random {
    /// Returns a number from -1 to 1.
    #[expect(clippy::cast_precision_loss, reason = "24 bits fit")]
    fn next(&mut self) -> f32 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        let bits = (z ^ (z >> 31)) >> 40;
        bits as f32 / (1_u32 << 23) as f32 - 1.0
    }
}
