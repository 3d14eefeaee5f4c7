//! Tables that are created, dropped and changed.

use std::collections::HashSet;

use super::attached::{self, Attached};
use super::column::{self, Columns};
use super::constraint::{self, Actions};
use super::context::Context;
use super::ids;
use super::partition::{self, Inherited, bounds};
use super::scope::Scope;
use super::{Action, Verb, foreign_key, index, log, partition_column};
use crate::model::{Model, Name, ObjectId, Table};
use crate::sql;
use crate::sql::constraint::Constraint;

/// Compares the tables of two models, except their triggers, policies and row security.
///
/// `destroyed` are the objects that other actions destroy, so that what uses them is dropped before and created after.
pub(super) fn diff(from: &Model, to: &Model, destroyed: &HashSet<ObjectId>) -> Vec<Action> {
    match attached::plan(from, to) {
        Some((from, to, attached)) => changes(&from, &to, destroyed, attached),
        None => changes(from, to, destroyed, Attached::default()),
    }
}

fn changes(
    from: &Model,
    to: &Model,
    destroyed: &HashSet<ObjectId>,
    attached: Attached,
) -> Vec<Action> {
    let mut context = Context::new(from, to, destroyed, attached);
    let is_kept = |table: &Table| stays((&context.old, &context.new), table);
    let (kept, created): (Vec<&Table>, Vec<&Table>) =
        to.tables.iter().partition(|table| is_kept(table));
    let created = foreign_key::in_order(&created);
    let kept: Vec<(&Table, &Table)> = kept
        .into_iter()
        .filter_map(|new| Some((context.old.table(&new.name)?, new)))
        .collect();
    let dropped: Vec<&Table> = from.tables.iter().filter(|table| !is_kept(table)).collect();
    for table in &dropped {
        context.add_dropped(table);
    }
    let columns: Vec<Columns<'_>> = kept
        .iter()
        .filter(|(old, new)| old.partition_of.is_none() || new.partition_of.is_none())
        .map(|(old, new)| Columns::plan(&context, old, new))
        .collect();
    for one in &columns {
        context.add_columns(one);
    }
    let (own, keys) = constraints_and_indexes(&mut context, &kept);
    let mut actions = drops(&context, &dropped, own.drops, keys.drops);
    let places = Places::new(&context, &kept);
    actions.extend(places.detached);
    actions.extend(own.changes);
    actions.extend(columns.iter().flat_map(|one| one.actions(&context)));
    actions.extend(
        kept.iter()
            .filter_map(|(old, new)| alter(&context, old, new)),
    );
    actions.extend(places.moved);
    let of_created = Created::new(&context, &created);
    actions.extend(of_created.tables);
    actions.extend(places.attached);
    actions.extend(of_created.attached);
    actions.extend(own.adds);
    actions.extend(of_created.indexes);
    actions.extend(std::mem::take(&mut context.attached.takes));
    actions.extend(keys.changes);
    actions.extend(keys.adds);
    actions.extend(of_created.foreign_keys);
    actions
}

/// Returns the tables of both models that are dropped and created again.
pub(super) fn recreated<'a>(from: &'a Model, to: &'a Model) -> HashSet<&'a Name> {
    let scopes = (&Scope::new(from), &Scope::new(to));
    let both = from.tables.iter();
    let both = both.filter(|table| scopes.1.table(&table.name).is_some());
    both.filter(|table| !stays(scopes, table))
        .map(|table| &table.name)
        .collect()
}

/// True if both models have the table, and it can become the new one without being created again.
pub(super) fn stays((old_scope, new_scope): (&Scope<'_>, &Scope<'_>), table: &Table) -> bool {
    let mut name = &table.name;
    // The bound is for a model in which partitions contain each other.
    for _ in 0..64 {
        let (Some(old), Some(new)) = (old_scope.table(name), new_scope.table(name)) else {
            // A table above that is dropped or created lets go of this one, or takes it.
            return name != &table.name;
        };
        if old.partition_by != new.partition_by {
            return false;
        }
        match (&old.partition_of, &new.partition_of) {
            (Some(from), Some(to)) if from.parent == to.parent => name = &to.parent,
            (Some(_), Some(_)) => return false,
            _ => return true,
        }
    }
    true
}

/// Returns the actions on constraints and indexes of tables that stay, first those without and then those on foreign keys.
fn constraints_and_indexes(
    context: &mut Context<'_>,
    kept: &[(&Table, &Table)],
) -> (Actions, Actions) {
    let is_key = |one: &Constraint<'_>| matches!(one, Constraint::ForeignKey(_));
    let mut own = Actions::default();
    let mut foreign_keys = Vec::new();
    for (old, new) in kept {
        let (before, after) = partition::inherited(context, old, new);
        let (old_keys, from): (Vec<_>, Vec<_>) =
            before.constraints(old).into_iter().partition(is_key);
        let (new_keys, to): (Vec<_>, Vec<_>) = after.constraints(new).into_iter().partition(is_key);
        constraint::diff(context, (old, &from), (new, &to), &mut own);
        let (from, to) = (before.indexes(old), after.indexes(new));
        index::diff(context, (old, &from), (new, &to), &mut own);
        foreign_keys.push((*old, old_keys, *new, new_keys));
    }
    let gone = own.drops.iter().flat_map(|action| &action.destroys);
    context.gone.extend(gone.cloned());
    let mut keys = Actions::default();
    for (old, from, new, to) in foreign_keys {
        constraint::diff(context, (old, &from), (new, &to), &mut keys);
    }
    (own, keys)
}

/// The actions that change the places of tables that stay.
#[derive(Default)]
struct Places {
    /// Tables that are taken out of others.
    detached: Vec<Action>,
    /// Tables that are taken out to be put into the same one with another bound. Until then, they follow its columns.
    moved: Vec<Action>,
    /// Tables that are put in.
    attached: Vec<Action>,
}

impl Places {
    fn new(context: &Context<'_>, kept: &[(&Table, &Table)]) -> Self {
        let mut this = Self::default();
        for (old, new) in kept {
            let (detach, attach) = partition::diff(context, old, new);
            let parents =
                [old, new].map(|table| table.partition_of.as_ref().map(|one| &one.parent));
            if parents[0] == parents[1] {
                this.moved.extend(detach);
            } else {
                this.detached.extend(detach);
            }
            this.attached.extend(attach);
        }
        this
    }
}

/// Returns the actions that drop tables, and before them foreign keys, and constraints and indexes.
fn drops(
    context: &Context<'_>,
    dropped: &[&Table],
    own: Vec<Action>,
    foreign_keys: Vec<Action>,
) -> Vec<Action> {
    let cycles = foreign_key::in_cycles(dropped);
    let mut actions = foreign_keys;
    for (table, key) in &cycles {
        actions.push(constraint::drop(
            context,
            table,
            Constraint::ForeignKey(key),
        ));
    }
    actions.extend(own);
    let explicit: HashSet<(&Name, &str)> = cycles
        .iter()
        .map(|(table, key)| (&table.name, key.name.as_str()))
        .collect();
    let referenced = context.referenced();
    for table in dropped {
        let mut releases = Vec::new();
        for column in &table.columns {
            releases.extend(context.old.column(table, column));
        }
        for constraint in Constraint::all(table) {
            if !explicit.contains(&(&table.name, constraint.name())) {
                releases.extend(context.old.constraint(table, constraint));
            }
        }
        for index in &table.indexes {
            releases.extend(context.old.index(table, index));
        }
        let mut destroys = ids::parts(table);
        let mut statements = Vec::new();
        if let Some(place) = &table.partition_of {
            releases.push(ids::table(&place.parent));
            destroys.push(bounds(&place.parent));
            // A foreign key to the table also depends on the partition.
            if referenced.contains(&place.parent) {
                statements.push(sql::table::detach(&place.parent, &table.name));
            }
        }
        statements.push(sql::table::drop(&table.name));
        releases.extend(ids::of_namespace(&table.name));
        actions.push(Action {
            destroys,
            releases,
            ..Action::new(Verb::Drop, ids::table(&table.name), statements)
        });
    }
    actions
}

/// Changes the options and the comment of a table, and columns of a partition.
fn alter(context: &Context<'_>, old: &Table, new: &Table) -> Option<Action> {
    let name = &new.name;
    let mut statements = Vec::new();
    if new.partition_of.is_some() && old.partition_of.is_some() {
        statements.extend(partition_column::in_partition(context, Some(old), new));
    }
    statements.extend(sql::table::change_options(name, &old.options, &new.options));
    if old.unlogged != new.unlogged {
        let word = if new.unlogged { "unlogged" } else { "logged" };
        statements.push(format!("alter table {name} set {word}"));
    }
    if old.comment != new.comment {
        statements.push(sql::comment::comment(
            &ids::table(name),
            new.comment.as_deref(),
        ));
    }
    if statements.is_empty() {
        return None;
    }
    let mut action = Action::new(Verb::Alter, ids::table(name), statements);
    log::order(old, new, &mut action);
    Some(action)
}

/// The actions of tables that are created.
#[derive(Default)]
struct Created {
    tables: Vec<Action>,
    /// The actions that make tables partitions after they are created.
    attached: Vec<Action>,
    indexes: Vec<Action>,
    foreign_keys: Vec<Action>,
}

impl Created {
    fn new(context: &Context<'_>, created: &[&Table]) -> Self {
        let mut this = Self::default();
        for table in created {
            let inherited = Inherited::of(&context.new, table);
            let constraints = inherited.constraints(table);
            let (keys, own): (Vec<_>, Vec<_>) = constraints
                .into_iter()
                .partition(|one| matches!(one, Constraint::ForeignKey(_)));
            if context.attached.alone.contains(&table.name) {
                let checks = partition::checks(&context.new, table);
                let all: Vec<_> = own.into_iter().chain(checks).collect();
                this.tables
                    .push(create(context, &partition::alone(table), &all));
                this.attached.extend(partition::attach(context, table));
            } else {
                this.tables.push(create(context, table, &own));
            }
            let indexes = inherited.indexes(table).into_iter();
            let indexes = indexes.map(|one| index::create(context, table, one));
            this.indexes.extend(indexes);
            let keys = keys.into_iter();
            let keys = keys.map(|key| constraint::add(context, table, key));
            this.foreign_keys.extend(keys);
        }
        this
    }
}

fn create(context: &Context<'_>, table: &Table, constraints: &[Constraint<'_>]) -> Action {
    let name = &table.name;
    let mut statements = vec![sql::table::create_with(table, constraints)];
    let outside = constraints.iter();
    let outside = outside.filter(|one| !sql::table::is_inside(**one));
    statements.extend(outside.map(|one| sql::constraint::add(name, *one)));
    let mut requires: Vec<ObjectId> = ids::of_namespace(name).into_iter().collect();
    let mut produces = vec![ids::table(name)];
    if let Some(text) = &table.comment {
        statements.push(sql::comment::comment(&ids::table(name), Some(text)));
    }
    if table.partition_of.is_some() {
        statements.extend(partition_column::in_partition(context, None, table));
    } else {
        for column in &table.columns {
            statements.extend(column::after_create(table, column));
        }
    }
    for column in &table.columns {
        requires.extend(context.new.column(table, column));
        produces.push(ids::column(name, &column.name));
    }
    for one in constraints {
        statements.extend(constraint::comment(table, *one));
        requires.extend(context.new.constraint(table, *one));
        produces.extend(ids::constraint_and_index(name, *one));
    }
    if let Some(place) = &table.partition_of {
        requires.push(ids::table(&place.parent));
        produces.push(bounds(&place.parent));
    }
    Action {
        produces,
        requires,
        ..Action::new(Verb::Create, ids::table(name), statements)
    }
}
