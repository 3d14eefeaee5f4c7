//! Indexes of partitions that belong to indexes of their tables.
//!
//! The server creates them together with the index of the table, unless the partition already has an equal one: that is then
//! attached. So those with a name of their own are created before.

use std::collections::{HashMap, HashSet};

use super::scope::Scope;
use super::table::stays;
use super::{Action, Verb, ids};
use crate::model::{AttachedIndex, Index, Model, Name, ObjectId, Table};
use crate::sql::constraint::{self, Constraint};
use crate::sql::index;

/// What the indexes of partitions require.
#[derive(Default)]
pub(super) struct Attached {
    /// Partitions that are created as tables, and attached when they have their indexes.
    pub(super) alone: HashSet<Name>,
    /// Indexes of tables that are dropped together with constraints of partitions.
    pub(super) cascades: HashSet<ObjectId>,
    /// Indexes that take indexes of partitions that exist or are created.
    pub(super) takes: Vec<Action>,
    /// The names of all relations of the old model that can have indexes, and of their indexes.
    taken: HashSet<ObjectId>,
    /// Indexes of partitions that stay in those of their tables.
    stuck: HashMap<ObjectId, String>,
    /// The indexes of partitions that must exist before an index of their table.
    before: HashMap<ObjectId, Vec<ObjectId>>,
}

impl Attached {
    /// Returns the indexes that must exist before this one, so that it takes them.
    pub(super) fn before(&self, index: &ObjectId) -> impl Iterator<Item = ObjectId> {
        self.before.get(index).into_iter().flatten().cloned()
    }
}

/// Returns both models with those indexes as indexes of their partitions that need actions of their own. Returns `None` if
/// there are none.
pub(super) fn plan(from: &Model, to: &Model) -> Option<(Model, Model, Attached)> {
    let mut tables = from.tables.iter().chain(&to.tables);
    if tables.all(|table| table.attached.is_empty()) {
        return None;
    }
    let scopes = (&Scope::new(from), &Scope::new(to));
    let (mut old, mut new) = (from.clone(), to.clone());
    let mut plan = Attached::default();
    for table in &from.tables {
        let own = Definition::all(table).map(|one| ids::index(&table.name, one.name()));
        let attached = table.attached.iter();
        let attached = attached.map(|one| ids::index(&table.name, &one.name));
        plan.taken.extend(own.chain(attached));
        plan.taken.insert(ids::index(&table.name, &table.name.name));
    }
    for table in &mut old.tables {
        if let Some(wanted) = scopes.1.table(&table.name)
            && stays(scopes, wanted)
        {
            of_old(scopes, table, wanted, &mut plan);
        }
    }
    let places = from.tables.iter().enumerate();
    let places: HashMap<&Name, usize> = places.map(|(at, one)| (&one.name, at)).collect();
    for table in &mut new.tables {
        let before = places.get(&table.name).filter(|_| stays(scopes, table));
        let before = before.and_then(|at| old.tables.get_mut(*at));
        of_new(scopes, before, table, &mut plan);
    }
    Some((old, new, plan))
}

type Scopes<'s, 'a> = (&'s Scope<'a>, &'s Scope<'a>);

fn parent(table: &Table) -> Option<&Name> {
    table.partition_of.as_ref().map(|place| &place.parent)
}

fn of_old(scopes: Scopes<'_, '_>, old: &mut Table, new: &Table, plan: &mut Attached) {
    let Some(of) = parent(old).cloned() else {
        return;
    };
    for entry in old.attached.clone() {
        if parent(new) != Some(&of) {
            // It stays when the table leaves.
            add(scopes.0, old, &entry);
        } else if !has_own(old, &entry.name) {
            // The server cannot take it out of the index of the table.
            if renamed(scopes, &of, &entry.index, false).is_some() {
                let definition = Definition::find(scopes.0, &of, &entry.index);
                let definition = definition.map(|one| one.text()).unwrap_or_default();
                let id = ids::index(&old.name, &entry.name);
                plan.stuck.insert(id, definition);
            }
        } else if !keeps_own(scopes, (&of, new), &entry.index) {
            plan.cascades.insert(ids::index(&of, &entry.index));
            remove_constraint(old, &entry.name);
        }
    }
}

/// True if an index of the table stays, and with it one of the partition that has a constraint of its own.
fn keeps_own(scopes: Scopes<'_, '_>, (of, new): (&Name, &Table), index: &str) -> bool {
    renamed(scopes, of, index, false).is_some_and(|index| {
        let mut entries = new.attached.iter().filter(|one| one.index == index);
        entries.any(|one| has_own(new, &one.name))
    })
}

fn of_new(scopes: Scopes<'_, '_>, old: Option<&mut Table>, new: &mut Table, plan: &mut Attached) {
    let Some(of) = parent(new).cloned() else {
        return;
    };
    let mut old = old;
    let is_attached = |name: &str| new.attached.iter().any(|one| one.name == name);
    let table = new.name.clone();
    new.indexes.retain(|one| {
        let stuck = plan.stuck.get(&ids::index(&table, &one.name));
        let is_stuck = stuck.is_some_and(|definition| *definition == index::definition(one));
        is_attached(&one.name) || !is_stuck
    });
    for entry in new.attached.clone() {
        let parents = ids::index(&of, &entry.index);
        let own = ids::index(&new.name, &entry.name);
        let is_special = entry.is_named || has_own(new, &entry.name);
        match &mut old {
            None => {
                if is_special {
                    plan.alone.insert(new.name.clone());
                    add(scopes.1, new, &entry);
                }
            }
            Some(old) if parent(old) != Some(&of) => add(scopes.1, new, &entry),
            Some(old) => match renamed(scopes, &of, &entry.index, true)
                .filter(|name| !plan.cascades.contains(&ids::index(&of, name)))
            {
                None => {
                    if is_special {
                        add(scopes.1, new, &entry);
                        plan.before.entry(parents).or_default().push(own);
                    }
                }
                Some(name) => {
                    let before = old.attached.iter().find(|one| one.index == name).cloned();
                    match before {
                        Some(before)
                            if !has_own(old, &before.name) && has_own(new, &entry.name) =>
                        {
                            plan.takes.extend(own_key(new, &before.name, &entry.name));
                            remove_constraint(new, &entry.name);
                        }
                        Some(before) if before.name != entry.name => {
                            let is_own = has_own(old, &before.name) || has_own(new, &entry.name);
                            // Two indexes cannot exchange their names.
                            if plan.taken.contains(&own) {
                                let wanted = Definition::find(scopes.1, &of, &entry.index);
                                let wanted = wanted.map(|one| one.text()).unwrap_or_default();
                                old.indexes.retain(|one| {
                                    one.name != entry.name || index::definition(one) != wanted
                                });
                            } else if !is_own {
                                add(scopes.0, old, &before);
                                add(scopes.1, new, &entry);
                            }
                        }
                        Some(_) => {}
                        None => {
                            add(scopes.1, new, &entry);
                            plan.takes.push(take(&parents, own));
                        }
                    }
                }
            },
        }
    }
}

/// Returns the action by which an index of a table takes one of a partition.
fn take(of: &ObjectId, partition: ObjectId) -> Action {
    let statement = index::attach(&of.name, &partition.name);
    Action {
        requires: vec![of.clone(), partition],
        ..Action::new(Verb::Alter, of.clone(), vec![statement])
    }
}

/// Returns the action that makes a constraint from an index of a partition.
fn own_key(table: &Table, index: &str, name: &str) -> Option<Action> {
    let constraints = Constraint::all(table).into_iter();
    let mut constraints = constraints.filter(|one| one.has_index());
    let one = constraints.find(|one| one.name() == name)?;
    let statement = constraint::add_with_index(&table.name, one, index)?;
    let id = ids::constraint(&table.name, name);
    Some(Action {
        produces: ids::constraint_and_index(&table.name, one),
        ..Action::new(Verb::Create, id, vec![statement])
    })
}

/// A definition that an index of a partition has from its table.
enum Definition<'a> {
    Index(&'a Index),
    Constraint(Constraint<'a>),
}

impl<'a> Definition<'a> {
    /// Finds an index or a constraint of a table, which can be a partition as well.
    fn find(scope: &Scope<'a>, table: &Name, name: &str) -> Option<Self> {
        let (mut table, mut name) = (scope.table(table)?, name.to_owned());
        // The bound is for a model in which partitions contain each other.
        for _ in 0..64 {
            if let Some(one) = Self::all(table).find(|one| one.name() == name) {
                return Some(one);
            }
            let entry = table.attached.iter().find(|one| one.name == name)?;
            name.clone_from(&entry.index);
            table = scope.table(parent(table)?)?;
        }
        None
    }

    fn all(table: &'a Table) -> impl Iterator<Item = Self> {
        let constraints = Constraint::all(table).into_iter();
        let constraints = constraints.filter(|one| one.has_index());
        let indexes = table.indexes.iter().map(Self::Index);
        constraints.map(Self::Constraint).chain(indexes)
    }

    fn name(&self) -> &str {
        match self {
            Self::Index(index) => &index.name,
            Self::Constraint(one) => one.name(),
        }
    }

    /// Returns the definition of the index, also if it belongs to a constraint.
    fn text(&self) -> String {
        match self {
            Self::Index(index) => index::definition(index),
            Self::Constraint(one) => one.definition().replacen("primary key", "unique", 1),
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Index(a), Self::Index(b)) => index::definition(a) == index::definition(b),
            (Self::Constraint(a), Self::Constraint(b)) => a.definition() == b.definition(),
            _ => false,
        }
    }
}

/// Returns the name that an index of a table has in the other model. `back` goes from the new model to the old one.
fn renamed(scopes: Scopes<'_, '_>, table: &Name, name: &str, back: bool) -> Option<String> {
    let (here, there) = if back { (scopes.1, scopes.0) } else { scopes };
    let (table, other) = (here.table(table)?, there.table(table)?);
    if let Some(entry) = table.attached.iter().find(|one| one.name == name) {
        let index = renamed(scopes, parent(table)?, &entry.index, back)?;
        let mut entries = other.attached.iter();
        let entry = entries.find(|one| one.index == index)?;
        return Some(entry.name.clone());
    }
    let one = Definition::all(table).find(|one| one.name() == name)?;
    let same: Vec<_> = Definition::all(other)
        .filter(|other| other.is_same(&one))
        .collect();
    let with_name = same.iter().find(|other| other.name() == name);
    let is_free = |other: &&Definition<'_>| {
        let mut all = Definition::all(table);
        !all.any(|one| one.name() == other.name())
    };
    let found = with_name.or_else(|| same.iter().find(is_free))?;
    Some(found.name().to_owned())
}

fn has_own(table: &Table, constraint: &str) -> bool {
    let constraints = Constraint::all(table).into_iter();
    let mut constraints = constraints.filter(|one| one.has_index());
    constraints.any(|one| one.name() == constraint)
}

fn remove_constraint(table: &mut Table, name: &str) {
    table.primary_key.take_if(|key| key.name == name);
    table.uniques.retain(|unique| unique.name != name);
    table.exclusions.retain(|exclusion| exclusion.name != name);
}

/// Makes an index that belongs to one of the table an index of the partition itself.
fn add(scope: &Scope<'_>, partition: &mut Table, entry: &AttachedIndex) {
    if has_own(partition, &entry.name) {
        return;
    }
    let found = parent(partition).and_then(|of| Definition::find(scope, of, &entry.index));
    let name = entry.name.clone();
    match found {
        Some(Definition::Index(index)) => partition.indexes.push(Index {
            name,
            comment: None,
            invalid: false,
            ..index.clone()
        }),
        Some(Definition::Constraint(Constraint::PrimaryKey(key))) => {
            let mut key = key.clone();
            (key.name, key.comment) = (name, None);
            partition.primary_key = Some(key);
        }
        Some(Definition::Constraint(Constraint::Unique(unique))) => {
            let mut unique = unique.clone();
            (unique.name, unique.comment) = (name, None);
            partition.uniques.push(unique);
        }
        Some(Definition::Constraint(Constraint::Exclusion(exclusion))) => {
            let mut exclusion = exclusion.clone();
            (exclusion.name, exclusion.comment) = (name, None);
            partition.exclusions.push(exclusion);
        }
        _ => {}
    }
}
