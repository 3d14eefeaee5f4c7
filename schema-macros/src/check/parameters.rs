//! Rules about the storage parameters of a table.

use std::ops::RangeInclusive;

use syn::Lit;

use crate::model::Table;
use crate::util::errors::Errors;
use crate::util::suggest;

/// The storage parameters of a table, most common first, and the range of those that are integers.
const PARAMETERS: [(&str, Option<RangeInclusive<u64>>); 24] = [
    ("fillfactor", Some(10..=100)),
    ("autovacuum_enabled", None),
    ("autovacuum_vacuum_scale_factor", None),
    ("autovacuum_vacuum_threshold", None),
    ("autovacuum_analyze_scale_factor", None),
    ("autovacuum_analyze_threshold", None),
    ("autovacuum_vacuum_insert_scale_factor", None),
    ("autovacuum_vacuum_insert_threshold", None),
    ("autovacuum_vacuum_max_threshold", None),
    ("autovacuum_vacuum_cost_delay", None),
    ("autovacuum_vacuum_cost_limit", Some(1..=10_000)),
    ("autovacuum_freeze_max_age", Some(100_000..=2_000_000_000)),
    ("autovacuum_freeze_min_age", Some(0..=1_000_000_000)),
    ("autovacuum_freeze_table_age", Some(0..=2_000_000_000)),
    (
        "autovacuum_multixact_freeze_max_age",
        Some(10_000..=2_000_000_000),
    ),
    (
        "autovacuum_multixact_freeze_min_age",
        Some(0..=1_000_000_000),
    ),
    (
        "autovacuum_multixact_freeze_table_age",
        Some(0..=2_000_000_000),
    ),
    ("log_autovacuum_min_duration", None),
    ("parallel_workers", Some(0..=1024)),
    ("toast_tuple_target", Some(128..=8_160)),
    ("user_catalog_table", None),
    ("vacuum_index_cleanup", None),
    ("vacuum_max_eager_freeze_failure_rate", None),
    ("vacuum_truncate", None),
];

pub(super) fn check_parameters(table: &Table<'_>, errors: &mut Errors) {
    let storage = &table.storage;
    for parameter in &storage.with {
        let key = &parameter.key;
        let Some((_, range)) = PARAMETERS.iter().find(|(name, _)| key == name) else {
            let names: Vec<&str> = PARAMETERS.iter().map(|(name, _)| *name).collect();
            let remedy = suggest::remedy(&key.to_string(), &names);
            errors.at(key, format!("unknown table parameter `{key}`; {remedy}"));
            continue;
        };
        let value = match &parameter.value {
            Lit::Int(number) => number.base10_parse().ok(),
            _ => None,
        };
        if let Some(range) = range
            && !value.is_some_and(|value: u64| range.contains(&value))
        {
            let (low, high) = (range.start(), range.end());
            let message = format!(
                "table parameter `{key}` is out of range; write an integer from {low} to {high}"
            );
            errors.at(&parameter.value, message);
        }
    }
    if storage.partition_by.is_empty() {
        return;
    }
    // Each partition has its own.
    for key in [&storage.with_key, &storage.unlogged].into_iter().flatten() {
        let message = format!("a partitioned table stores no rows itself; remove `{key}`");
        errors.at(key, message);
    }
}
