//! The order in which tables are filled, and the foreign keys that are set afterwards.

use std::collections::{BTreeMap, BTreeSet};

use schema_ddl::model::{Deferrable, ForeignKey, Match, Model, Name, Table};

use super::SeedError;

/// A table with its foreign keys.
#[derive(Debug)]
pub(super) struct Step<'a> {
    pub(super) table: &'a Table,
    pub(super) keys: Vec<Key<'a>>,
}

/// A foreign key, and how its columns receive values.
#[derive(Debug)]
pub(super) struct Key<'a> {
    pub(super) constraint: &'a ForeignKey,
    pub(super) how: How,
}

/// The way in which the columns of a foreign key receive values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum How {
    /// When the row is inserted.
    Now,
    /// These columns are NULL, and are set when all tables are filled.
    AfterNull(Vec<String>),
    /// These columns have any value, and are set when all tables are filled. The check is deferred.
    AfterAny(Vec<String>),
    /// The row references itself.
    Itself,
}

/// Returns the tables so that each is after those that it references.
pub(super) fn order<'a>(model: &'a Model) -> Result<Vec<Step<'a>>, SeedError> {
    let mut remaining: BTreeMap<&Name, Step<'a>> = model
        .tables
        .iter()
        .filter(|table| table.partition_of.is_none())
        .map(|table| (&table.name, step(model, table)))
        .collect();
    let mut ordered = Vec::new();
    while !remaining.is_empty() {
        let ready = remaining.iter().find(|(_, step)| {
            let mut parents = parents(model, step);
            !parents.any(|parent| remaining.contains_key(parent))
        });
        if let Some(name) = ready.map(|(name, _)| *name) {
            ordered.extend(remaining.remove(name));
        } else {
            cut(model, &mut remaining)?;
        }
    }
    Ok(ordered)
}

/// Returns the tables that must be filled before.
fn parents<'s, 'a: 's>(
    model: &'a Model,
    step: &'s Step<'a>,
) -> impl Iterator<Item = &'a Name> + use<'s, 'a> {
    let now = step.keys.iter().filter(|key| key.how == How::Now);
    now.map(|key| root(model, &key.constraint.table))
}

/// Returns the partitioned table of a partition, and any other table itself.
pub(super) fn root<'a>(model: &'a Model, mut name: &'a Name) -> &'a Name {
    // No more steps than there are tables, if the model were wrong.
    for _ in &model.tables {
        match model
            .table(name)
            .and_then(|table| table.partition_of.as_ref())
        {
            Some(of) => name = &of.parent,
            None => break,
        }
    }
    name
}

fn step<'a>(model: &'a Model, table: &'a Table) -> Step<'a> {
    let key = |constraint: &'a ForeignKey| {
        let is_own = root(model, &constraint.table) == &table.name;
        let how = if is_own {
            after(table, constraint).unwrap_or(How::Itself)
        } else {
            How::Now
        };
        Key { constraint, how }
    };
    let mut keys: Vec<Key<'a>> = table.foreign_keys.iter().map(key).collect();
    // A key of several columns also determines those of the smaller keys that share them.
    keys.sort_by_key(|key| std::cmp::Reverse(key.constraint.columns.len()));
    Step { table, keys }
}

/// Returns how the foreign key can be set after all tables are filled.
fn after(table: &Table, constraint: &ForeignKey) -> Option<How> {
    let others = |column: &String| {
        let mut others = table.foreign_keys.iter();
        others.any(|other| other.name != constraint.name && other.columns.contains(column))
    };
    let free: Vec<String> = constraint
        .columns
        .iter()
        .filter(|column| !others(column))
        .cloned()
        .collect();
    let is_nullable = |name: &String| table.column(name).is_some_and(|column| column.nullable);
    let nullable: Vec<String> = free
        .iter()
        .filter(|one| is_nullable(one))
        .cloned()
        .collect();
    let needs_all = constraint.match_type == Match::Full;
    if !nullable.is_empty() && (!needs_all || nullable.len() == constraint.columns.len()) {
        return Some(How::AfterNull(nullable));
    }
    if constraint.deferrable != Deferrable::No && !free.is_empty() {
        return Some(How::AfterAny(free));
    }
    None
}

/// Sets aside a foreign key of a cycle.
fn cut<'a>(
    model: &'a Model,
    remaining: &mut BTreeMap<&'a Name, Step<'a>>,
) -> Result<(), SeedError> {
    let mut candidates = Vec::new();
    let mut in_cycle = BTreeSet::new();
    for (name, step) in remaining.iter() {
        for (at, key) in step.keys.iter().enumerate() {
            let parent = root(model, &key.constraint.table);
            if key.how == How::Now && reaches(model, remaining, parent, name) {
                in_cycle.insert(*name);
                if let Some(how) = after(step.table, key.constraint) {
                    candidates.push((matches!(how, How::AfterAny(_)), *name, at, how));
                }
            }
        }
    }
    // NULL is simpler than a deferred check.
    candidates.sort_by_key(|(is_any, ..)| *is_any);
    let first = candidates.into_iter().next();
    let Some((_, name, at, how)) = first else {
        return Err(SeedError::Cycle {
            tables: in_cycle.into_iter().cloned().collect(),
        });
    };
    if let Some(key) = remaining
        .get_mut(name)
        .and_then(|step| step.keys.get_mut(at))
    {
        key.how = how;
    }
    Ok(())
}

/// True if the first table must be filled after the second one.
fn reaches(model: &Model, remaining: &BTreeMap<&Name, Step<'_>>, from: &Name, to: &Name) -> bool {
    let mut seen = BTreeSet::new();
    let mut next = vec![from];
    while let Some(name) = next.pop() {
        if name == to {
            return true;
        }
        if let Some(step) = remaining.get(name)
            && seen.insert(name)
        {
            next.extend(parents(model, step));
        }
    }
    false
}
