//! The ids of objects.

use crate::model::{Composite, Domain, Enum, Kind, Name, ObjectId, Routine, Sequence, Table, View};
use crate::sql::constraint::Constraint;

pub(super) fn namespace(name: &str) -> ObjectId {
    ObjectId::new(Kind::Namespace, Name::new(name))
}

/// The Postgres schema of a name, if the name has one.
pub(super) fn of_namespace(name: &Name) -> Option<ObjectId> {
    name.schema.as_deref().map(namespace)
}

pub(super) fn role(name: &str) -> ObjectId {
    ObjectId::new(Kind::Role, Name::new(name))
}

pub(super) fn enumeration(def: &Enum) -> ObjectId {
    ObjectId::new(Kind::Enum, def.name.clone())
}

pub(super) fn domain(def: &Domain) -> ObjectId {
    ObjectId::new(Kind::Domain, def.name.clone())
}

pub(super) fn composite(def: &Composite) -> ObjectId {
    ObjectId::new(Kind::Composite, def.name.clone())
}

pub(super) fn sequence(def: &Sequence) -> ObjectId {
    ObjectId::new(Kind::Sequence, def.name.clone())
}

pub(super) fn routine(def: &Routine) -> ObjectId {
    def.id()
}

pub(super) fn table(name: &Name) -> ObjectId {
    ObjectId::new(Kind::Table, name.clone())
}

pub(super) fn column(table: &Name, column: &str) -> ObjectId {
    ObjectId::part(Kind::Column, table.clone(), column)
}

pub(super) fn constraint(table: &Name, constraint: &str) -> ObjectId {
    ObjectId::part(Kind::Constraint, table.clone(), constraint)
}

/// A constraint, and its index if it has one.
pub(super) fn constraint_and_index(table: &Name, one: Constraint<'_>) -> Vec<ObjectId> {
    let of_index = one.has_index().then(|| index(table, one.name()));
    [constraint(table, one.name())]
        .into_iter()
        .chain(of_index)
        .collect()
}

/// A table, its columns, its constraints and its indexes.
pub(super) fn parts(def: &Table) -> Vec<ObjectId> {
    let columns = def.columns.iter();
    let columns = columns.map(|one| column(&def.name, &one.name));
    let constraints = Constraint::all(def).into_iter();
    let constraints = constraints.flat_map(|one| constraint_and_index(&def.name, one));
    let indexes = def.indexes.iter();
    let indexes = indexes.map(|one| index(&def.name, &one.name));
    [table(&def.name)]
        .into_iter()
        .chain(columns)
        .chain(constraints)
        .chain(indexes)
        .collect()
}

/// An index has its own name, in the Postgres schema of its table.
pub(super) fn index(table: &Name, index: &str) -> ObjectId {
    ObjectId::new(Kind::Index, table.beside(index))
}

pub(super) fn trigger(table: &Name, trigger: &str) -> ObjectId {
    ObjectId::part(Kind::Trigger, table.clone(), trigger)
}

pub(super) fn policy(table: &Name, policy: &str) -> ObjectId {
    ObjectId::part(Kind::Policy, table.clone(), policy)
}

pub(super) fn view(def: &View) -> ObjectId {
    let kind = if def.materialized {
        Kind::MaterializedView
    } else {
        Kind::View
    };
    ObjectId::new(kind, def.name.clone())
}
