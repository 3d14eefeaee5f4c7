//! The ledger: every change that the server has acknowledged.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::memory::Recalled;

/// The ledger of an agent, or of all.
#[derive(Debug, Clone, Default)]
pub(crate) struct Ledger {
    /// Steps that took effect.
    pub(crate) steps: i64,
    /// Updates of a context by an agent.
    pub(crate) updates: BTreeMap<(i64, i32), i64>,
    /// How often a code was added to a context.
    pub(crate) codes: BTreeMap<(i64, String), i64>,
    /// The memories by their keys.
    pub(crate) memories: BTreeMap<String, Kept>,
    /// The keys of the memories that were recalled.
    pub(crate) recalled: BTreeSet<String>,
    pub(crate) recalls: i64,
    /// Attempts whose future was dropped.
    pub(crate) dropped: i64,
    /// Steps that had been committed although their future was dropped.
    pub(crate) unknown: i64,
    /// Updates that found another version than the one that was read.
    pub(crate) conflicts: i64,
}

/// The acknowledged changes of a memory.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Kept {
    /// How often its row was inserted, less how often it was deleted.
    pub(crate) rows: i64,
    /// How often it was stored since the row was inserted.
    pub(crate) times: i64,
    pub(crate) forgotten: i64,
}

impl Ledger {
    pub(crate) fn updated(&mut self, context: i64, agent: i32, code: &str) {
        *self.updates.entry((context, agent)).or_default() += 1;
        *self.codes.entry((context, code.to_owned())).or_default() += 1;
    }

    pub(crate) fn stored(&mut self, key: String, is_new: bool) {
        let memory = self.memories.entry(key).or_default();
        memory.rows += i64::from(is_new);
        memory.times += 1;
    }

    pub(crate) fn forgot(&mut self, memories: Vec<(String, i64)>) {
        for (key, times) in memories {
            let memory = self.memories.entry(key).or_default();
            memory.rows -= 1;
            memory.times -= times;
            memory.forgotten += 1;
        }
    }

    pub(crate) fn recalled(&mut self, memories: Vec<Recalled>) {
        self.recalls += 1;
        self.recalled
            .extend(memories.into_iter().map(|memory| memory.key));
    }

    /// Adds the ledger of another agent.
    pub(crate) fn add(&mut self, other: Self) {
        self.steps += other.steps;
        for (key, count) in other.updates {
            *self.updates.entry(key).or_default() += count;
        }
        for (key, count) in other.codes {
            *self.codes.entry(key).or_default() += count;
        }
        for (key, kept) in other.memories {
            let memory = self.memories.entry(key).or_default();
            memory.rows += kept.rows;
            memory.times += kept.times;
            memory.forgotten += kept.forgotten;
        }
        self.recalled.extend(other.recalled);
        self.recalls += other.recalls;
        self.dropped += other.dropped;
        self.unknown += other.unknown;
        self.conflicts += other.conflicts;
    }
}

impl fmt::Display for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let forgotten: i64 = self.memories.values().map(|memory| memory.forgotten).sum();
        write!(
            f,
            "{} steps and {} recalls\n\
             {} futures dropped, after {} of which the step had been committed\n\
             {} updates tried again, because the context had another version by then\n\
             {forgotten} memories forgotten",
            self.steps, self.recalls, self.dropped, self.unknown, self.conflicts
        )
    }
}
