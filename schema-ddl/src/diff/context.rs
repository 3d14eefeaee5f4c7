//! Facts about the other changes that the parts of a table depend on.

use std::collections::{HashMap, HashSet};

use super::attached::Attached;
use super::cast::Retype;
use super::column::Columns;
use super::scope::Scope;
use super::{ids, partition};
use crate::model::{Column, Kind, Model, Name, ObjectId, Table};
use crate::sql::constraint::Constraint;

/// Both models, and the objects that do not keep their form.
pub(super) struct Context<'a> {
    pub(super) old: Scope<'a>,
    pub(super) new: Scope<'a>,
    /// Objects that are dropped. They may be created again.
    pub(super) gone: HashSet<ObjectId>,
    /// Columns that get another type.
    pub(super) retyped: HashSet<ObjectId>,
    /// Columns that get their new type together with a type that is created again.
    pub(super) converted: HashSet<ObjectId>,
    /// The requirements of the indexes of partitions.
    pub(super) attached: Attached,
    /// The names of all tables and indexes of the old model.
    relations: HashSet<ObjectId>,
    /// The partitions of each table of the old model.
    partitions: HashMap<&'a Name, Vec<&'a Table>>,
}

impl<'a> Context<'a> {
    /// `destroyed` are the objects that other actions destroy.
    pub(super) fn new(
        from: &'a Model,
        to: &'a Model,
        destroyed: &HashSet<ObjectId>,
        attached: Attached,
    ) -> Self {
        let (converted, gone): (HashSet<_>, HashSet<_>) = destroyed
            .iter()
            .cloned()
            .partition(|id| id.kind == Kind::Column);
        let mut relations = HashSet::new();
        let mut partitions: HashMap<&Name, Vec<&Table>> = HashMap::new();
        for table in &from.tables {
            relations.insert(ids::index(&table.name, &table.name.name));
            let constraints = Constraint::all(table).into_iter();
            let constraints = constraints.filter(|one| one.has_index());
            let names = constraints.map(Constraint::name);
            let names = names.chain(table.indexes.iter().map(|index| index.name.as_str()));
            let names = names.chain(table.attached.iter().map(|index| index.name.as_str()));
            relations.extend(names.map(|name| ids::index(&table.name, name)));
            if let Some(place) = &table.partition_of {
                partitions.entry(&place.parent).or_default().push(table);
            }
        }
        Self {
            old: Scope::new(from),
            new: Scope::new(to),
            gone,
            retyped: converted.clone(),
            converted,
            attached,
            relations,
            partitions,
        }
    }

    /// True if the old model has no table and no index of this name.
    pub(super) fn is_free(&self, table: &Name, index: &str) -> bool {
        !self.relations.contains(&ids::index(table, index))
    }

    /// Returns the tables that foreign keys of the old model reference and that stay, and their partitions.
    pub(super) fn referenced(&self) -> HashSet<&'a Name> {
        let stays = |name: &&Name| !self.gone.contains(&ids::table(name));
        let keys = self.old.tables().flat_map(|table| &table.foreign_keys);
        let mut open: Vec<&Name> = keys.map(|key| &key.table).filter(stays).collect();
        let mut all = HashSet::new();
        while let Some(next) = open.pop() {
            if all.insert(next) {
                let partitions = self.partitions.get(next).into_iter().flatten();
                open.extend(partitions.map(|table| &table.name));
            }
        }
        all
    }

    /// True if one of the objects is dropped.
    pub(super) fn any_gone(&self, used: &[ObjectId]) -> bool {
        used.iter().any(|id| self.gone.contains(id))
    }

    /// True if one of the objects is a column that gets another type.
    pub(super) fn any_retyped(&self, used: &[ObjectId]) -> bool {
        used.iter().any(|id| self.retyped.contains(id))
    }

    pub(super) fn add_dropped(&mut self, table: &Table) {
        self.gone.extend(ids::parts(table));
    }

    /// Records which columns change.
    pub(super) fn add_columns(&mut self, columns: &Columns<'_>) {
        for pair in &columns.pairs {
            let ids = self.with_partitions(&columns.old.name, &pair.old.name);
            match pair.retype {
                Retype::Again => self.gone.extend(ids),
                Retype::Other => self.retyped.extend(ids),
                Retype::No | Retype::Modifier => {}
            }
        }
    }

    /// Returns a column of a table and of its partitions.
    pub(super) fn with_partitions(&self, table: &Name, column: &str) -> Vec<ObjectId> {
        let mut ids = vec![ids::column(table, column)];
        let mut open = vec![table];
        let mut seen: HashSet<&Name> = HashSet::new();
        while let Some(next) = open.pop() {
            for partition in self.partitions.get(next).into_iter().flatten() {
                if seen.insert(&partition.name) {
                    ids.push(ids::column(&partition.name, column));
                    open.push(&partition.name);
                }
            }
        }
        ids
    }

    /// Returns the partitions that leave a table with their own of an index of it, which would go with that one.
    pub(super) fn leaving(&self, table: &Name, index: &str) -> Vec<ObjectId> {
        let mut leaving = Vec::new();
        let mut open = vec![(table, index)];
        let mut seen: HashSet<&Name> = HashSet::new();
        while let Some((of, index)) = open.pop() {
            for partition in self.partitions.get(of).into_iter().flatten() {
                let mut attached = partition.attached.iter();
                let Some(entry) = attached.find(|one| one.index == index) else {
                    continue;
                };
                let place = self.new.table(&partition.name);
                let place = place.map(|table| table.partition_of.as_ref());
                if place.is_some_and(|place| place.is_none_or(|place| place.parent != *of)) {
                    leaving.push(partition::left(&partition.name));
                }
                if seen.insert(&partition.name) {
                    open.push((&partition.name, &entry.name));
                }
            }
        }
        leaving
    }
}

/// Returns the columns of a table. A partition that lists none has those of its table.
pub(super) fn columns_of<'a>(scope: &Scope<'a>, table: &'a Table) -> &'a [Column] {
    let mut table = table;
    // The bound is for a model in which partitions contain each other.
    for _ in 0..64 {
        let parent = table.partition_of.as_ref().map(|place| &place.parent);
        match parent.and_then(|parent| scope.table(parent)) {
            Some(parent) if table.columns.is_empty() => table = parent,
            _ => break,
        }
    }
    &table.columns
}
