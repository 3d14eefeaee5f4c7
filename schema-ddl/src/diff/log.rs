//! Tables that enter or leave the write-ahead log. A table in the log cannot reference one that is not.

use std::collections::{HashMap, HashSet};

use super::{Action, ids};
use crate::model::{Kind, Model, Name, ObjectId, Table};

/// Stands for whether a table is in the log.
fn logging(table: &Name) -> ObjectId {
    ObjectId::part(Kind::Table, table.clone(), "logged")
}

/// Orders the change of a table among those of the tables that it references.
pub(super) fn order(old: &Table, new: &Table, action: &mut Action) {
    if old.unlogged == new.unlogged {
        return;
    }
    let keys = old.foreign_keys.iter();
    let keys = keys.filter(|key| key.table != new.name && new.foreign_keys.contains(key));
    let referenced = keys.map(|key| logging(&key.table));
    if new.unlogged {
        action.releases.extend(referenced);
    } else {
        action.requires.extend(referenced);
    }
    action.destroys.push(logging(&new.name));
    action.produces.push(logging(&new.name));
}

/// Orders foreign keys: old ones are dropped before their tables enter or leave the log, and new ones are added after.
pub(super) fn foreign_keys(from: &Model, to: &Model, actions: &mut [Action]) {
    let old: HashMap<&Name, &Table> = from.tables.iter().map(|one| (&one.name, one)).collect();
    let changed: HashSet<&Name> = to
        .tables
        .iter()
        .filter(|new| {
            let old = old.get(&new.name);
            old.is_some_and(|old| old.unlogged != new.unlogged)
        })
        .map(|new| &new.name)
        .collect();
    if changed.is_empty() {
        return;
    }
    let (old, new) = (by_key(from, &changed), by_key(to, &changed));
    for action in actions {
        let of = |ids: &[ObjectId], keys: &HashMap<ObjectId, Vec<ObjectId>>| -> Vec<ObjectId> {
            let all = ids.iter().filter_map(|id| keys.get(id));
            all.flatten().cloned().collect()
        };
        // One that is only renamed stays.
        if action.destroys.is_empty() || action.produces.is_empty() {
            let (dropped, added) = (of(&action.destroys, &old), of(&action.produces, &new));
            action.releases.extend(dropped);
            action.requires.extend(added);
        }
    }
}

/// The tables of each foreign key that enter or leave the log.
fn by_key(model: &Model, changed: &HashSet<&Name>) -> HashMap<ObjectId, Vec<ObjectId>> {
    let mut keys = HashMap::new();
    for table in &model.tables {
        for key in &table.foreign_keys {
            let tables = [&table.name, &key.table].into_iter();
            let tables = tables.filter(|name| changed.contains(name));
            let id = ids::constraint(&table.name, &key.name);
            keys.insert(id, tables.map(logging).collect());
        }
    }
    keys
}
