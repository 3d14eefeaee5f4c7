//! The shared contexts. Many agents change them, and none waits for another: each reads a version, and updates that one.

use schema_core::pool::Transaction;
use schema_core::prelude::*;
use schema_core::{Pool, Result};
use serde_json::{Value as JsonValue, json};

use crate::tables::{Context, Progress};

/// A new state of a context, made from the version that was read.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) id: i64,
    version: i64,
    progress: Json<Progress>,
    notes: JsonValue,
}

/// Reads the context nearest to an embedding.
pub(crate) async fn nearest(pool: &Pool, embedding: &Vector<384>) -> Result<Context> {
    Context
        .select()
        .order_by(Context.embedding.cosine_distance(embedding).asc())
        .limit(1)
        .fetch_one(pool)
        .await
}

/// Adds to a context in the program: an agent has named a code.
pub(crate) fn draft(context: Context, agent: i32, code: &str) -> Draft {
    let mut progress = context.progress;
    *progress.updates.entry(agent).or_default() += 1;
    let mut notes = context.notes;
    let times = notes["codes"][code].as_i64().unwrap_or_default();
    notes["codes"][code] = json!(times + 1);
    Draft {
        id: context.id,
        version: context.version,
        progress,
        notes,
    }
}

/// Writes a draft. Returns false, and changes nothing, if another agent has updated the context since it was read.
pub(crate) async fn update(transaction: &mut Transaction<'_>, draft: &Draft) -> Result<bool> {
    let updated = Context
        .update()
        .set(Context.progress, &draft.progress)
        .set(Context.notes, &draft.notes)
        .set(Context.version, Context.version + 1)
        .set(Context.last_used, now())
        .filter(
            Context
                .id
                .eq(draft.id)
                .and(Context.version.eq(draft.version)),
        )
        .execute(transaction)
        .await?;
    Ok(updated == 1)
}
