//! The uses of the objects of a model.

use std::collections::HashMap;

use super::ids;
use super::lookup::{Lookup, Mentions};
use crate::model::{Column, IndexOn, Kind, Model, ObjectId, Routine, Table, View};
use crate::sql::routine::signature;
use crate::sql::tokens::{Token, tokens};

/// How it is known that an object uses another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum How {
    /// From the model.
    Known,
    /// From a text.
    Guessed,
    /// From the body of a routine. The server does not keep track of it, but it may check the body.
    InBody,
}

/// The objects that each object uses.
pub(super) struct Uses {
    map: HashMap<ObjectId, Vec<(ObjectId, How)>>,
}

impl Uses {
    pub(super) fn new(model: &Model) -> Self {
        let lookup = Lookup::new(model);
        let mut this = Self {
            map: HashMap::new(),
        };
        for table in &model.tables {
            this.columns(table, &lookup);
        }
        for table in &model.tables {
            this.parts(table, &lookup);
            this.policies(table, &lookup);
        }
        for view in &model.views {
            this.view(view, &lookup);
        }
        for routine in &model.routines {
            this.routine(routine, &lookup);
        }
        this.types(model, &lookup);
        for sequence in &model.sequences {
            this.add(ids::sequence(sequence), Vec::new(), How::Known);
        }
        this
    }

    /// Returns what an object uses.
    pub(super) fn of(&self, id: &ObjectId) -> &[(ObjectId, How)] {
        self.map.get(id).map_or(&[], Vec::as_slice)
    }

    /// True if the model has the object. Postgres schemas, extensions and roles are not among them.
    pub(super) fn has(&self, id: &ObjectId) -> bool {
        self.map.contains_key(id)
    }

    /// Returns all objects with what they use.
    pub(super) fn all(&self) -> impl Iterator<Item = (&ObjectId, &[(ObjectId, How)])> {
        self.map.iter().map(|(id, uses)| (id, uses.as_slice()))
    }

    fn add(&mut self, id: ObjectId, used: impl IntoIterator<Item = ObjectId>, how: How) {
        let new = used.into_iter().filter(|used| *used != id);
        let new: Vec<(ObjectId, How)> = new.map(|used| (used, how)).collect();
        let namespace = id.name.schema.as_deref().map(ids::namespace);
        let namespace = namespace.map(|namespace| (namespace, How::Known));
        let all = self.map.entry(id);
        all.or_insert_with(|| namespace.into_iter().collect())
            .extend(new);
    }

    /// Adds what a text mentions, and the types of columns.
    fn add_text(&mut self, id: &ObjectId, mentions: &Mentions, columns: Vec<ObjectId>) {
        self.add_types(id, &columns, How::Guessed);
        self.add(id.clone(), columns, How::Guessed);
        self.add(id.clone(), mentions.objects.iter().cloned(), How::Guessed);
    }

    /// A reader of a column also reads its type.
    fn add_types(&mut self, id: &ObjectId, columns: &[ObjectId], how: How) {
        let types: Vec<ObjectId> = columns
            .iter()
            .flat_map(|column| self.of(column))
            .filter(|(_, how)| *how == How::Known)
            .map(|(used, _)| used.clone())
            .collect();
        self.add(id.clone(), types, how);
    }

    fn columns(&mut self, table: &Table, lookup: &Lookup<'_>) {
        self.add(ids::table(&table.name), Vec::new(), How::Known);
        for column in &table.columns {
            let id = ids::column(&table.name, &column.name);
            let types = lookup.data_type(&column.data_type);
            self.add(ids::table(&table.name), types.clone(), How::Known);
            self.add(id.clone(), types, How::Known);
            for text in texts(column) {
                let objects = lookup.mentions(text).objects;
                self.add(ids::table(&table.name), objects.clone(), How::Guessed);
                self.add(id.clone(), objects, How::Guessed);
            }
        }
        if let Some(place) = &table.partition_of {
            let parent = ObjectId::new(Kind::Table, place.parent.clone());
            self.add(ids::table(&table.name), [parent], How::Known);
        }
    }

    /// Adds constraints, indexes and triggers.
    fn parts(&mut self, table: &Table, lookup: &Lookup<'_>) {
        let name = &table.name;
        for check in &table.checks {
            let id = ids::constraint(name, &check.name);
            let mentions = lookup.mentions(&check.expression);
            let columns = mentions.columns(table);
            self.add(
                ids::table(&table.name),
                mentions.objects.iter().cloned(),
                How::Guessed,
            );
            self.add_text(&id, &mentions, columns);
        }
        for key in &table.foreign_keys {
            let id = ids::constraint(name, &key.name);
            let own = key.columns.iter().map(|column| ids::column(name, column));
            let others = key
                .references
                .iter()
                .map(|column| ids::column(&key.table, column));
            let columns: Vec<ObjectId> = own.chain(others).collect();
            self.add_types(&id, &columns, How::Known);
            self.add(id.clone(), columns, How::Known);
            self.add(
                id,
                [ObjectId::new(Kind::Table, key.table.clone())],
                How::Known,
            );
        }
        for index in &table.indexes {
            let id = ids::index(name, &index.name);
            let elements = index
                .elements
                .iter()
                .filter_map(|element| match &element.on {
                    IndexOn::Expression(expression) => Some(expression),
                    IndexOn::Column(_) => None,
                });
            for text in elements.chain(&index.filter) {
                let mentions = lookup.mentions(text);
                let columns = mentions.columns(table);
                self.add_text(&id, &mentions, columns);
            }
        }
        for trigger in &table.triggers {
            let id = ids::trigger(name, &trigger.name);
            let mentions = lookup.mentions(&trigger.definition);
            let function = trigger.function.clone();
            let function = function.map(|function| ObjectId::new(Kind::Routine, function));
            self.add(
                id.clone(),
                [ids::table(&table.name)].into_iter().chain(function),
                How::Known,
            );
            self.add_text(&id, &mentions, mentions.columns(table));
        }
    }

    fn policies(&mut self, table: &Table, lookup: &Lookup<'_>) {
        for policy in &table.policies {
            let id = ids::policy(&table.name, &policy.name);
            let roles = policy.roles.iter().map(|role| ids::role(role));
            self.add(
                id.clone(),
                roles.chain([ids::table(&table.name)]),
                How::Known,
            );
            for text in policy.using.iter().chain(&policy.with_check) {
                let mentions = lookup.mentions(text);
                let mut columns = mentions.columns(table);
                columns.extend(read_columns(&mentions, lookup));
                self.add_text(&id, &mentions, columns);
            }
        }
    }

    fn view(&mut self, view: &View, lookup: &Lookup<'_>) {
        let id = ids::view(view);
        if view.reads.is_empty() {
            let mentions = lookup.mentions(&view.query);
            let columns = read_columns(&mentions, lookup);
            self.add_text(&id, &mentions, columns);
            return;
        }
        let reads = self.with_relations(&view.reads, lookup);
        self.add_types(&id, &reads, How::Known);
        // Of a table without columns, those that the text mentions.
        let has_columns = |table: &ObjectId| {
            let mut columns = reads.iter().filter(|read| read.kind == Kind::Column);
            columns.any(|column| column.name == table.name)
        };
        let tables = reads.iter().filter(|read| read.kind == Kind::Table);
        let tables = tables.filter(|table| !has_columns(table));
        let tables: Vec<&Table> = tables.filter_map(|id| lookup.table(&id.name)).collect();
        if !tables.is_empty() {
            let mentions = lookup.mentions(&view.query);
            let columns: Vec<ObjectId> = tables
                .into_iter()
                .flat_map(|table| mentions.columns(table))
                .collect();
            self.add_types(&id, &columns, How::Guessed);
            self.add(id.clone(), columns, How::Guessed);
        }
        self.add(id, reads, How::Known);
    }

    /// Adds the views of columns, since only tables have columns of their own.
    fn with_relations(&self, reads: &[ObjectId], lookup: &Lookup<'_>) -> Vec<ObjectId> {
        let columns = reads.iter().filter(|read| read.kind == Kind::Column);
        let columns = columns.filter(|column| !self.has(column));
        let relations = columns.flat_map(|column| lookup.relations(&column.name));
        reads.iter().cloned().chain(relations).collect()
    }

    fn routine(&mut self, routine: &Routine, lookup: &Lookup<'_>) {
        let id = ids::routine(routine);
        let known = self.with_relations(&routine.uses, lookup);
        self.add(id.clone(), known, How::Known);
        let signature = lookup.signature(&signature(&routine.definition));
        self.add(id.clone(), signature.objects, How::Guessed);
        let tokens = tokens(&routine.definition);
        let body = tokens
            .iter()
            .position(|token| token.is("begin") || token.is("return"));
        if let Some(body) = body.filter(|_| routine.uses.is_empty()) {
            let mentions = lookup.mentions_in(&tokens[body..]);
            let columns = read_columns(&mentions, lookup);
            self.add_text(&id, &mentions, columns);
        }
        let strings = tokens.iter().filter_map(|token| match token {
            Token::Text(text) => Some(text),
            _ => None,
        });
        for text in strings {
            self.add(id.clone(), lookup.mentions(text).objects, How::InBody);
        }
    }

    fn types(&mut self, model: &Model, lookup: &Lookup<'_>) {
        for def in &model.enums {
            self.add(ids::enumeration(def), Vec::new(), How::Known);
        }
        for def in &model.domains {
            self.add(ids::domain(def), lookup.data_type(&def.base), How::Known);
            let checks = def.checks.iter().map(|check| &check.expression);
            for text in checks.chain(&def.default) {
                let objects = lookup.mentions(text).objects;
                self.add(ids::domain(def), objects, How::Guessed);
            }
        }
        for def in &model.composites {
            let fields = def.fields.iter();
            let types = fields.flat_map(|field| lookup.data_type(&field.data_type));
            self.add(ids::composite(def), types, How::Known);
        }
    }
}

/// Returns the objects that use each column, except their tables and the columns themselves.
pub(crate) fn readers(model: &Model) -> HashMap<ObjectId, Vec<ObjectId>> {
    let uses = Uses::new(model);
    let mut readers: HashMap<ObjectId, Vec<ObjectId>> = HashMap::new();
    for (reader, used) in uses.all() {
        if matches!(reader.kind, Kind::Table | Kind::Column) {
            continue;
        }
        for (column, _) in used.iter().filter(|(id, _)| id.kind == Kind::Column) {
            readers
                .entry(column.clone())
                .or_default()
                .push(reader.clone());
        }
    }
    for all in readers.values_mut() {
        all.sort_unstable();
        all.dedup();
    }
    readers
}

fn texts(column: &Column) -> impl Iterator<Item = &String> {
    let generated = column
        .generated
        .as_ref()
        .map(|generated| &generated.expression);
    column.default.iter().chain(generated)
}

/// Returns the columns of the tables that a query reads.
fn read_columns(mentions: &Mentions, lookup: &Lookup<'_>) -> Vec<ObjectId> {
    let tables = mentions.objects.iter().filter(|id| id.kind == Kind::Table);
    tables
        .filter_map(|id| lookup.table(&id.name))
        .flat_map(|table| mentions.columns(table))
        .collect()
}
