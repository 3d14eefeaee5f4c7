//! Memories: store, recall, forget.

use schema_core::pool::Transaction;
use schema_core::prelude::*;
use schema_core::{Pool, Result};
use serde_json::Value as JsonValue;
use sha2::{Digest as _, Sha256};

use crate::tables::{Memory, NewMemory, Source};

/// A second name of the table, for a subquery.
mod alias {
    use schema_core::prelude::*;

    use crate::tables::Memory;

    alias!(pub(crate) Near = Memory);
}
use alias::Near;

/// A memory that was recalled.
#[derive(Selectable, Debug)]
pub(crate) struct Recalled {
    pub(crate) key: String,
    pub(crate) content: String,
    pub(crate) source: Json<Source>,
}

/// Returns the key of a content: its SHA-256 in hexadecimal digits.
pub(crate) fn key(content: &str) -> String {
    let digest = Sha256::digest(content);
    let digits = digest.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

/// Stores a memory, or counts it once more if it is there. Returns true if it is new.
pub(crate) async fn store(transaction: &mut Transaction<'_>, memory: &NewMemory) -> Result<bool> {
    let times: i64 = Memory
        .insert(memory.clone())
        .on_conflict(Memory.key)
        .do_update()
        .set(Memory.times_stored, Memory.times_stored + 1)
        .set(Memory.last_used, now())
        .returning(Memory.times_stored)
        .fetch_one(transaction)
        .await?;
    Ok(times == 1)
}

/// Recalls the memories with these facts, and marks them as used.
pub(crate) async fn recall_by_facts(pool: &Pool, facts: &JsonValue) -> Result<Vec<Recalled>> {
    // Agents that mark the same memories can get into a deadlock. The function is then called again.
    pool.transaction(async |mut transaction| {
        Memory
            .update()
            .set(Memory.last_used, now())
            .filter(Memory.facts.contains(facts))
            .returning(SelectRecalled {
                key: Memory.key,
                content: Memory.content,
                source: Memory.source,
            })
            .fetch_all(&mut transaction)
            .await
    })
    .await
}

/// Recalls the three memories nearest to an embedding, the nearest first, and marks them as used.
pub(crate) async fn recall_by_similarity(
    pool: &Pool,
    embedding: &Vector<384>,
) -> Result<Vec<Recalled>> {
    let nearest = Near
        .select()
        .order_by(Near.embedding.cosine_distance(embedding).asc())
        .limit(3)
        .columns(Near.key);
    let mut recalled = pool
        .transaction(async |mut transaction| {
            let recalled = SelectRecalled {
                key: Memory.key,
                content: Memory.content,
                source: Memory.source,
            };
            Memory
                .update()
                .set(Memory.last_used, now())
                .filter(Memory.key.is_in(nearest))
                .returning((Memory.embedding.cosine_distance(embedding), recalled))
                .fetch_all(&mut transaction)
                .await
        })
        .await?;
    // An update returns its rows in any order.
    recalled.sort_by(|(a, _), (b, _)| a.total_cmp(b));
    Ok(recalled.into_iter().map(|(_, memory)| memory).collect())
}

/// Forgets the memories that nobody has used for a while. Returns their keys, and how often each was stored.
pub(crate) async fn forget(
    transaction: &mut Transaction<'_>,
    unused_for: Interval,
) -> Result<Vec<(String, i64)>> {
    Memory
        .delete()
        .filter((Memory.last_used + unused_for).lt(now()))
        .returning((Memory.key, Memory.times_stored))
        .fetch_all(transaction)
        .await
}
