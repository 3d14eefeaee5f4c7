//! Compares the ledgers of the agents with the tables.

use std::collections::BTreeMap;

use comfy_table::{LineStyle, Table, TableStyle};
use schema_core::prelude::*;
use schema_core::{Pool, Result};

use crate::ledger::Ledger;
use crate::tables::{Context, Memory, Step};

/// The contents of the tables.
#[derive(Debug, Default)]
pub(crate) struct Stored {
    steps: i64,
    contexts: Vec<StoredContext>,
    /// How often each memory was stored.
    memories: Vec<(String, i64)>,
}

/// A context without its embedding.
#[derive(Debug)]
struct StoredContext {
    id: i64,
    version: i64,
    updates: BTreeMap<i32, i64>,
    codes: BTreeMap<String, i64>,
}

/// A comparison.
#[derive(Debug)]
pub(crate) struct Check {
    what: &'static str,
    acknowledged: i64,
    stored: i64,
    is_equal: bool,
}

impl Check {
    /// Compares two lists of counts, and shows their sums.
    fn new<K: Ord>(
        what: &'static str,
        acknowledged: BTreeMap<K, i64>,
        stored: impl IntoIterator<Item = (K, i64)>,
    ) -> Self {
        let mut differences = acknowledged;
        let (sum, mut stored_sum) = (differences.values().sum(), 0);
        for (key, count) in stored {
            stored_sum += count;
            *differences.entry(key).or_default() -= count;
        }
        Self {
            what,
            acknowledged: sum,
            stored: stored_sum,
            is_equal: differences.values().all(|difference| *difference == 0),
        }
    }

    pub(crate) fn holds(&self) -> bool {
        self.is_equal
    }
}

/// Reads the tables.
pub(crate) async fn read(pool: &Pool) -> Result<Stored> {
    let steps = Step.select().columns(count()).fetch_one(pool).await?;
    let contexts = Context
        .select()
        .columns((Context.id, Context.version, Context.progress, Context.notes))
        .fetch_all(pool)
        .await?;
    let memories = Memory
        .select()
        .columns((Memory.key, Memory.times_stored))
        .fetch_all(pool)
        .await?;
    let contexts = contexts
        .into_iter()
        .map(|(id, version, progress, notes)| StoredContext {
            id,
            version,
            updates: progress.into_inner().updates,
            codes: serde_json::from_value(notes["codes"].clone()).unwrap_or_default(),
        })
        .collect();
    Ok(Stored {
        steps,
        contexts,
        memories,
    })
}

/// Compares a ledger with the tables.
pub(crate) fn compare(ledger: &Ledger, stored: &Stored) -> Vec<Check> {
    let contexts = &stored.contexts;
    let mut versions: BTreeMap<i64, i64> = BTreeMap::new();
    for ((context, _), count) in &ledger.updates {
        *versions.entry(*context).or_default() += count;
    }
    let memories = &ledger.memories;
    let recalled = ledger.recalled.iter().map(|key| (key, 1));
    let known = recalled
        .clone()
        .filter(|(key, _)| memories.contains_key(*key));
    vec![
        Check::new(
            "steps",
            BTreeMap::from([((), ledger.steps)]),
            [((), stored.steps)],
        ),
        Check::new(
            "updates of the contexts: versions",
            versions,
            contexts
                .iter()
                .map(|context| (context.id, context.version - 1)),
        ),
        Check::new(
            "by each agent, in the typed JSON",
            ledger.updates.clone(),
            contexts.iter().flat_map(|context| {
                let updates = context.updates.iter();
                updates.map(|(agent, count)| ((context.id, *agent), *count))
            }),
        ),
        Check::new(
            "by each code, in the untyped JSON",
            ledger.codes.clone(),
            contexts.iter().flat_map(|context| {
                let codes = context.codes.iter();
                codes.map(|(code, count)| ((context.id, code.clone()), *count))
            }),
        ),
        Check::new(
            "memories: new, less forgotten",
            memories.iter().map(|(key, m)| (key, m.rows)).collect(),
            stored.memories.iter().map(|(key, _)| (key, 1)),
        ),
        Check::new(
            "how often they were stored",
            memories.iter().map(|(key, m)| (key, m.times)).collect(),
            stored.memories.iter().map(|(key, times)| (key, *times)),
        ),
        Check::new(
            "recalled, and stored by an agent",
            recalled.collect(),
            known,
        ),
    ]
}

/// Returns the checks as a table.
pub(crate) fn table(checks: &[Check]) -> String {
    const STYLE: TableStyle =
        TableStyle::new().header_separator(LineStyle::new(' ', '─', ' ', ' '));
    let mut table = Table::new();
    table
        .load_style(STYLE)
        .set_header(["check", "agents", "database", ""])
        .add_rows(checks.iter().map(|check| {
            let result = if check.is_equal { "equal" } else { "DIFFERENT" };
            [
                check.what.to_owned(),
                check.acknowledged.to_string(),
                check.stored.to_string(),
                result.to_owned(),
            ]
        }));
    table.trim_fmt()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two agents update a context, and store the same memory.
    fn ledger() -> Ledger {
        let mut ledger = Ledger {
            steps: 4,
            ..Ledger::default()
        };
        ledger.updated(1, 1, "G43");
        ledger.updated(1, 2, "G43");
        ledger.stored("a".into(), true);
        ledger.stored("a".into(), false);
        ledger
    }

    fn stored() -> Stored {
        Stored {
            steps: 4,
            contexts: vec![StoredContext {
                id: 1,
                version: 3,
                updates: [(1, 1), (2, 1)].into(),
                codes: [("G43".into(), 2)].into(),
            }],
            memories: vec![("a".into(), 2)],
        }
    }

    fn different(ledger: &Ledger, stored: &Stored) -> Vec<&'static str> {
        let checks = compare(ledger, stored);
        let different = checks.iter().filter(|check| !check.holds());
        different.map(|check| check.what).collect()
    }

    #[test]
    fn equal_counts_hold() {
        assert!(different(&ledger(), &stored()).is_empty());
    }

    #[test]
    fn a_lost_update_is_found() {
        let mut stored = stored();
        stored.contexts[0].updates.remove(&2);
        assert_eq!(
            different(&ledger(), &stored),
            ["by each agent, in the typed JSON"]
        );
    }

    #[test]
    fn an_update_that_was_made_twice_is_found() {
        let mut stored = stored();
        stored.contexts[0].version += 1;
        assert_eq!(
            different(&ledger(), &stored),
            ["updates of the contexts: versions"]
        );
    }

    #[test]
    fn a_lost_memory_is_found() {
        let mut stored = stored();
        stored.memories.clear();
        assert_eq!(
            different(&ledger(), &stored),
            [
                "memories: new, less forgotten",
                "how often they were stored"
            ]
        );
    }

    #[test]
    fn a_memory_that_is_stored_twice_is_found() {
        let mut stored = stored();
        stored.memories = vec![("a".into(), 1), ("a".into(), 1)];
        assert_eq!(
            different(&ledger(), &stored),
            ["memories: new, less forgotten"]
        );
    }

    #[test]
    fn a_memory_that_nobody_stored_is_found() {
        let mut ledger = ledger();
        ledger.recalled.insert("b".into());
        assert_eq!(
            different(&ledger, &stored()),
            ["recalled, and stored by an agent"]
        );
    }

    #[test]
    fn a_memory_can_be_forgotten_and_stored_again() {
        let mut ledger = ledger();
        ledger.forgot(vec![("a".into(), 2)]);
        ledger.stored("a".into(), true);
        let mut stored = stored();
        stored.memories = vec![("a".into(), 1)];
        assert!(different(&ledger, &stored).is_empty());
    }
}
