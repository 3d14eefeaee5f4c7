//! Foreign keys among tables that are dropped.

use std::collections::{HashMap, HashSet};

use crate::model::{ForeignKey, Name, Table};

/// Returns the foreign keys that must be dropped before their tables, because the tables reference each other.
///
/// Any other table is dropped before those that it references.
pub(super) fn in_cycles<'a>(dropped: &[&'a Table]) -> Vec<(&'a Table, &'a ForeignKey)> {
    let by_name: HashMap<&Name, &Table> = dropped.iter().map(|one| (&one.name, *one)).collect();
    let references = |table: &'a Table| {
        let keys = table.foreign_keys.iter();
        keys.filter(|key| key.table != table.name && by_name.contains_key(&key.table))
    };
    let mut counts: HashMap<&Name, usize> = HashMap::new();
    for key in dropped.iter().flat_map(|table| references(table)) {
        *counts.entry(&key.table).or_default() += 1;
    }
    let mut ready: Vec<&Table> = dropped
        .iter()
        .filter(|table| !counts.contains_key(&table.name))
        .copied()
        .collect();
    let mut done: HashSet<&Name> = HashSet::new();
    while let Some(table) = ready.pop() {
        done.insert(&table.name);
        for key in references(table) {
            if let Some(count) = counts.get_mut(&key.table) {
                *count -= 1;
                if *count == 0 {
                    ready.extend(by_name.get(&key.table));
                }
            }
        }
    }
    let rest = dropped.iter().filter(|table| !done.contains(&table.name));
    rest.flat_map(|table| references(table).map(|key| (*table, key)))
        .collect()
}
