//! The tables.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use schema_core::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::Value as JsonValue;

/// The shared knowledge of the agents about a complaint.
#[table(name = "contexts")]
#[derive(Debug)]
pub(crate) struct Context {
    #[column(primary_key)]
    pub(crate) id: i64,
    pub(crate) complaint: String,
    pub(crate) embedding: Vector<384>,
    /// Typed JSON: a struct in the program.
    pub(crate) progress: Json<Progress>,
    /// Untyped JSON: how often each code was named, `{"codes": {"G43": 2}}`.
    pub(crate) notes: JsonValue,
    /// Goes up with each update. An update applies only to the version that was read.
    #[column(default = 1)]
    pub(crate) version: i64,
    #[column(default = now())]
    pub(crate) last_used: DateTime<Utc>,
}

/// The work on a context so far.
#[derive(Serialize, Deserialize, Debug, Clone, PartialEq, Default)]
pub(crate) struct Progress {
    /// The number of updates by each agent.
    pub(crate) updates: BTreeMap<i32, i64>,
}

/// Something that an agent wants to remember.
#[table(name = "memories")]
#[index(hnsw(embedding.vector_cosine_ops))]
#[index(gin(facts.jsonb_path_ops))]
#[derive(Debug, Clone)]
pub(crate) struct Memory {
    /// A hash of the content. So the same memory cannot be stored twice, whoever stores it.
    #[column(primary_key)]
    pub(crate) key: String,
    #[column(references = Context.id, on_delete = cascade)]
    pub(crate) context_id: i64,
    pub(crate) content: String,
    /// Typed JSON.
    pub(crate) source: Json<Source>,
    /// Untyped JSON: whatever the agent found.
    pub(crate) facts: JsonValue,
    pub(crate) embedding: Vector<384>,
    #[column(default = 1)]
    pub(crate) times_stored: i64,
    #[column(default = now())]
    pub(crate) last_used: DateTime<Utc>,
}

/// The origin of a memory.
#[derive(Serialize, Deserialize, Debug, Clone, PartialEq)]
pub(crate) struct Source {
    pub(crate) agent: i32,
    pub(crate) step: i32,
}

/// A step of an agent that took effect, and its outcome.
#[table(name = "steps")]
#[primary_key(agent, number)]
#[derive(Debug)]
pub(crate) struct Step {
    pub(crate) agent: i32,
    pub(crate) number: i32,
    pub(crate) outcome: Option<Json<Outcome>>,
}

/// The outcome of a step.
#[derive(Serialize, Deserialize, Debug, Clone, PartialEq)]
pub(crate) enum Outcome {
    /// The context was updated.
    Updated,
    /// The memory was stored. It was new, or was stored before.
    Stored { is_new: bool },
    /// These memories were forgotten: their keys, and how often they had been stored.
    Forgot(Vec<(String, i64)>),
}
