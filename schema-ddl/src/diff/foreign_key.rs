//! Foreign keys among tables that are created, and among tables that are dropped.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Action, Verb};
use crate::model::{ForeignKey, Kind, Model, Name, ObjectId, Table};
use crate::sql::constraint::Constraint;
use crate::sql::table;

/// Returns tables that are created, each after those that it references where that is possible.
///
/// Otherwise they keep their order.
pub(super) fn in_order<'a>(created: &[&'a Table]) -> Vec<&'a Table> {
    let by_name: HashMap<&Name, &Table> = created.iter().map(|one| (&one.name, *one)).collect();
    let mut seen: HashSet<&Name> = HashSet::new();
    let mut order = Vec::with_capacity(created.len());
    for first in created {
        let mut open = vec![(*first, first.foreign_keys.iter())];
        if !seen.insert(&first.name) {
            continue;
        }
        while let Some((table, keys)) = open.last_mut() {
            let table = *table;
            let referenced = keys.find_map(|key| by_name.get(&key.table).copied());
            match referenced {
                Some(next) if seen.insert(&next.name) => {
                    open.push((next, next.foreign_keys.iter()));
                }
                Some(_) => {}
                None => {
                    order.push(table);
                    open.pop();
                }
            }
        }
    }
    order
}

/// Moves foreign keys of tables that are created into `create table`, if what they reference is created before.
pub(super) fn into_tables(to: &Model, mut actions: Vec<Action>) -> Vec<Action> {
    let mut tables: HashMap<&Name, &Table> = to.tables.iter().map(|one| (&one.name, one)).collect();
    // One that has a statement of its own for its columns or its place is created in several steps.
    tables.retain(|_, table| table.partition_of.is_none());
    let mut places: HashMap<ObjectId, usize> = HashMap::new();
    for (at, action) in actions.iter().enumerate() {
        places.extend(action.produces.iter().map(|id| (id.clone(), at)));
    }
    let mut moved: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, action) in actions.iter().enumerate() {
        let name = &action.object.name;
        if action.verb != Verb::Create || action.object.kind != Kind::Constraint {
            continue;
        }
        let created = |name: &Name| {
            let at = *places.get(&ObjectId::new(Kind::Table, name.clone()))?;
            (actions.get(at)?.verb == Verb::Create).then_some(at)
        };
        let key = tables.get(name).and_then(|table| key(table, action));
        let (Some(key), Some(place)) = (key, created(name)) else {
            continue;
        };
        let exists = |id: &ObjectId| places.get(id).is_none_or(|at| *at <= place);
        if created(&key.table).is_some() && action.requires.iter().all(exists) {
            moved.entry(place).or_default().push(at);
        }
    }
    let mut gone = HashSet::new();
    for (place, keys) in moved {
        let keys_of: Vec<Action> = keys.iter().map(|at| actions[*at].clone()).collect();
        let table = tables.get(&actions[place].object.name);
        if table.is_some_and(|table| move_into(&mut actions[place], table, keys_of)) {
            gone.extend(keys);
        }
    }
    let actions = actions.into_iter().enumerate();
    let actions = actions.filter(|(at, _)| !gone.contains(at));
    actions.map(|(_, action)| action).collect()
}

/// Returns the foreign key that an action adds.
fn key<'a>(table: &'a Table, action: &Action) -> Option<&'a ForeignKey> {
    let name = action.object.part.as_deref()?;
    let key = table.foreign_keys.iter().find(|key| key.name == name)?;
    // `create table` declares it as valid.
    (!Constraint::ForeignKey(key).is_not_valid()).then_some(key)
}

/// Adds foreign keys to the action that creates their table. Returns false if its statement is an unusual one.
fn move_into(create: &mut Action, table: &Table, keys: Vec<Action>) -> bool {
    let mut constraints = table::without_foreign_keys(table);
    let Some(statement) = create.statements.first_mut() else {
        return false;
    };
    if *statement != table::create_with(table, &constraints) {
        return false;
    }
    let wanted: HashSet<&str> = keys
        .iter()
        .filter_map(|action| action.object.part.as_deref())
        .collect();
    let moved = table.foreign_keys.iter();
    let moved = moved.filter(|key| wanted.contains(key.name.as_str()));
    constraints.extend(moved.map(Constraint::ForeignKey));
    *statement = table::create_with(table, &constraints);
    for action in keys {
        // The first statement adds the key, and the others are about it.
        create
            .statements
            .extend(action.statements.into_iter().skip(1));
        create.produces.extend(action.produces);
        create.requires.extend(action.requires);
    }
    true
}

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
