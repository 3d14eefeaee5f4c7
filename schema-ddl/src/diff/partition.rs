//! Partitions: what they inherit, and their places in their tables.

use std::collections::HashSet;

use super::context::Context;
use super::ids;
use super::scope::Scope;
use super::{Action, Verb};
use crate::model::{Index, Kind, Name, ObjectId, Table};
use crate::sql::constraint::Constraint;
use crate::sql::{index, table};

/// Stands for the bounds of all partitions: those that leave make room for those that come.
pub(super) fn bounds(parent: &Name) -> ObjectId {
    ObjectId::part(Kind::Table, parent.clone(), "partitions")
}

/// Stands for a table that has left the one that it was a partition of.
pub(super) fn left(partition: &Name) -> ObjectId {
    ObjectId::part(Kind::Table, partition.clone(), "left")
}

/// Returns what must happen before an index of a partition, or of a table that partitions leave, is dropped.
pub(super) fn before_drop(context: &Context<'_>, table: &Table, index: &str) -> Vec<ObjectId> {
    let mut before = context.leaving(&table.name, index);
    let mut attached = table.attached.iter();
    if attached.any(|one| one.name == index) {
        before.push(left(&table.name));
    }
    before
}

/// Definitions that a partition has from its table.
///
/// The server creates them with names of its own, so they are recognized by their definitions.
#[derive(Default)]
pub(super) struct Inherited(HashSet<String>);

impl Inherited {
    /// Returns what a partition has from its table and from the tables of that one.
    pub(super) fn of(scope: &Scope<'_>, partition: &Table) -> Self {
        let mut this = Self::default();
        let mut table = partition;
        // The bound is for a model in which partitions contain each other.
        for _ in 0..64 {
            let parent = table.partition_of.as_ref().map(|place| &place.parent);
            let Some(parent) = parent.and_then(|name| scope.table(name)) else {
                break;
            };
            let constraints = Constraint::all(parent).into_iter();
            // Otherwise the partition lists those that belong to the table.
            let is_known = !partition.attached.is_empty();
            let constraints = constraints.filter(|one| !(is_known && one.has_index()));
            this.0.extend(constraints.map(Constraint::definition));
            // One that is not complete may lack this partition.
            let indexes = parent.indexes.iter();
            let indexes = indexes.filter(|one| !is_known && !one.invalid);
            this.0.extend(indexes.map(of_index));
            table = parent;
        }
        this
    }

    pub(super) fn add(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Leaves out what the table itself has.
    fn without(mut self, table: &Table) -> Self {
        for constraint in Constraint::all(table) {
            self.0.remove(&constraint.definition());
        }
        for one in &table.indexes {
            self.0.remove(&of_index(one));
        }
        self
    }

    /// Returns the constraints that a table does not inherit.
    pub(super) fn constraints<'a>(&self, table: &'a Table) -> Vec<Constraint<'a>> {
        let mut all = Constraint::all(table);
        if !self.0.is_empty() {
            all.retain(|one| !self.0.contains(&one.definition()));
        }
        all
    }

    /// Returns the indexes that a table does not inherit.
    pub(super) fn indexes<'a>(&self, table: &'a Table) -> Vec<&'a Index> {
        let is_own = |one: &&Index| self.0.is_empty() || !self.0.contains(&of_index(one));
        table.indexes.iter().filter(is_own).collect()
    }
}

/// Returns the definition of an index. A unique constraint has another one.
fn of_index(index: &Index) -> String {
    format!("index {}", index::definition(index))
}

/// Returns what to leave out of the old and the new form of a table.
pub(super) fn inherited(context: &Context<'_>, old: &Table, new: &Table) -> (Inherited, Inherited) {
    let before = Inherited::of(&context.old, old);
    if new.partition_of.is_none() {
        // A detached partition keeps everything.
        return (Inherited::default(), before.without(old));
    }
    let after = Inherited::of(&context.new, new);
    let mut both = Inherited::of(&context.new, new);
    both.add(before);
    (both, after)
}

/// Returns the actions that change the place of a table that stays: those that take it out, and those that put it in.
pub(super) fn diff(
    context: &Context<'_>,
    old: &Table,
    new: &Table,
) -> (Option<Action>, Option<Action>) {
    if old.partition_of == new.partition_of {
        return (None, None);
    }
    let name = &new.name;
    let id = ids::table(name);
    let detach = old.partition_of.as_ref().map(|place| Action {
        produces: vec![left(name)],
        destroys: vec![bounds(&place.parent)],
        releases: vec![ids::table(&place.parent)],
        ..Action::new(
            Verb::Alter,
            id.clone(),
            vec![table::detach(&place.parent, name)],
        )
    });
    (detach, attach(context, new))
}

/// Returns the action that makes a table a partition.
pub(super) fn attach(context: &Context<'_>, new: &Table) -> Option<Action> {
    let place = new.partition_of.as_ref()?;
    let indexes = new.attached.iter();
    let indexes = indexes.map(|one| ids::index(&new.name, &one.name));
    let of_parent = context.new.table(&place.parent);
    let of_parent = of_parent.into_iter().flat_map(|table| &table.columns);
    let of_parent = of_parent.map(|column| ids::column(&place.parent, &column.name));
    let own = [ids::table(&place.parent), ids::table(&new.name)];
    Some(Action {
        produces: vec![bounds(&place.parent)],
        requires: own.into_iter().chain(indexes).chain(of_parent).collect(),
        ..Action::new(
            Verb::Alter,
            ids::table(&new.name),
            vec![table::attach(&place.parent, &new.name, &place.bound)],
        )
    })
}

/// Returns a partition as a table that can become it.
pub(super) fn alone(partition: &Table) -> Table {
    let mut table = partition.clone();
    table.partition_of = None;
    for column in &mut table.columns {
        // It uses the sequence of its table.
        column.identity = None;
    }
    table
}

/// Returns the checks that a partition has from its table and from the tables of that one.
pub(super) fn checks<'a>(scope: &Scope<'a>, partition: &'a Table) -> Vec<Constraint<'a>> {
    let mut checks = Vec::new();
    let mut table = partition;
    // The bound is for a model in which partitions contain each other.
    for _ in 0..64 {
        let parent = table.partition_of.as_ref().map(|place| &place.parent);
        let Some(parent) = parent.and_then(|name| scope.table(name)) else {
            break;
        };
        let inherited = parent.checks.iter().filter(|check| !check.no_inherit);
        checks.extend(inherited.map(Constraint::Check));
        table = parent;
    }
    checks
}
