//! The part of a schema that must be created to print it.
//!
//! Most tables are in the database as the program declares them, in the same words. They are their own normal form. So only
//! the other tables are created, and those that they, the views or the functions name.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap, HashSet};

use schema_ddl::model::{Index, IndexOn, Model, Name, Namespace, Sequence, Table};
use schema_ddl::sql::lexer::{self, TokenKind};
use serde::Serialize;
use serde_json::Value;

use super::scratch;
use crate::introspect::sort_parts;

/// A model without the tables that need not be created.
pub(super) struct Needed {
    pub(super) model: Model,
    /// The tables that the database has in their normal form.
    unchanged: Vec<Table>,
}

impl Needed {
    /// Finds the objects that differ from the database, and those that they need.
    pub(super) fn new(wanted: &Model, database: &Model) -> Self {
        let types = types(wanted);
        let of_database: HashMap<&Name, &Table> = database
            .tables
            .iter()
            .map(|table| (&table.name, table))
            .collect();
        let sequences = (owned(wanted), owned(database));
        let mut unchanged: HashMap<&Name, &Table> = HashMap::new();
        for table in &wanted.tables {
            if let Some(is) = of_database.get(&table.name)
                && sequences.0.get(&table.name) == sequences.1.get(&table.name)
                && comparable(table, &types) == comparable(is, &types)
            {
                unchanged.insert(&table.name, is);
            }
        }
        let model = reduced(wanted, &mut unchanged);
        Self {
            model,
            unchanged: unchanged.into_values().cloned().collect(),
        }
    }

    /// Adds the tables that were not created to the normal form of the rest.
    pub(super) fn complete(self, read: &mut Model, wanted: &Model, database: &Model) {
        let unchanged: HashSet<&Name> = self.unchanged.iter().map(|table| &table.name).collect();
        read.tables.retain(|table| !unchanged.contains(&table.name));
        let is_unchanged = |owner: &Option<(Name, String)>| {
            owner
                .as_ref()
                .is_some_and(|(table, _)| unchanged.contains(table))
        };
        let owned = database.sequences.iter();
        let owned = owned.filter(|sequence| is_unchanged(&sequence.owned_by));
        read.sequences.extend(owned.cloned());
        read.sequences.sort_by(|a, b| a.name.cmp(&b.name));
        read.tables.extend(self.unchanged);
        read.tables.sort_by(|a, b| a.name.cmp(&b.name));
        read.namespaces = scratch::schemas_of(wanted)
            .into_iter()
            .map(|name| {
                let declared = wanted.namespaces.iter().find(|one| one.name == name);
                let comment = declared.and_then(|one| one.comment.clone());
                Namespace { name, comment }
            })
            .collect();
    }
}

/// Returns the names of the types of the model, which the server prints without quotes if it can.
fn types(model: &Model) -> HashSet<&str> {
    let enums = model.enums.iter().map(|one| &one.name);
    let domains = model.domains.iter().map(|one| &one.name);
    let composites = model.composites.iter().map(|one| &one.name);
    let names = enums.chain(domains).chain(composites);
    names.map(|name| name.name.as_str()).collect()
}

/// Returns the sequences of each table.
fn owned(model: &Model) -> HashMap<&Name, BTreeMap<&Name, &Sequence>> {
    let mut owned: HashMap<&Name, BTreeMap<&Name, &Sequence>> = HashMap::new();
    for sequence in &model.sequences {
        if let Some((table, _)) = &sequence.owned_by {
            owned
                .entry(table)
                .or_default()
                .insert(&sequence.name, sequence);
        }
    }
    owned
}

/// Returns the table with its parts in order, and its expressions without layout.
fn comparable(table: &Table, types: &HashSet<&str>) -> Table {
    let mut table = table.clone();
    sort_parts(&mut table);
    let change = |text: &mut String| *text = without_layout(text, types);
    let columns = table.columns.iter_mut();
    let of_columns = columns.flat_map(|column| {
        let generated = column.generated.as_mut().map(|one| &mut one.expression);
        column.default.as_mut().into_iter().chain(generated)
    });
    of_columns.for_each(change);
    table
        .checks
        .iter_mut()
        .for_each(|check| change(&mut check.expression));
    for index in &mut table.indexes {
        index.filter.as_mut().into_iter().for_each(change);
        for element in &mut index.elements {
            if let IndexOn::Expression(text) = &mut element.on {
                change(text);
            }
        }
    }
    for policy in &mut table.policies {
        let conditions = [&mut policy.using, &mut policy.with_check];
        conditions.into_iter().flatten().for_each(change);
    }
    table
}

/// Returns the tokens of an expression with a space between two. Words are in lower case, and a cast to one of the types
/// has no quotes.
fn without_layout(sql: &str, types: &HashSet<&str>) -> String {
    let Ok(tokens) = lexer::tokens(sql) else {
        return sql.to_owned();
    };
    let mut text = String::with_capacity(sql.len());
    let mut is_cast = false;
    for token in tokens.iter().filter(|token| token.is_code()) {
        if !text.is_empty() {
            text.push(' ');
        }
        match token.kind {
            TokenKind::Word => text.push_str(&token.text.to_lowercase()),
            TokenKind::Quoted if is_cast => {
                let name = token.text.trim_matches('"');
                let is_plain = name
                    .bytes()
                    .all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_'))
                    && !name.starts_with(|first: char| first.is_ascii_digit());
                let is_own = is_plain && types.contains(name);
                text.push_str(if is_own { name } else { token.text });
            }
            _ => text.push_str(token.text),
        }
        is_cast = token.text == "::";
    }
    text
}

/// A partitioned table and its partitions have indexes in common, so one that changes brings the others with it.
fn with_partitions(wanted: &Model, unchanged: &mut HashMap<&Name, &Table>) {
    loop {
        let before = unchanged.len();
        for table in &wanted.tables {
            if let Some(of) = &table.partition_of
                && unchanged.contains_key(&table.name) != unchanged.contains_key(&of.parent)
            {
                unchanged.remove(&table.name);
                unchanged.remove(&of.parent);
            }
        }
        if unchanged.len() == before {
            return;
        }
    }
}

/// The names that a part of a model mentions.
#[derive(Default)]
struct Words {
    all: HashSet<String>,
    /// True for a text that cannot be read.
    unknown: bool,
}

impl Words {
    fn add(&mut self, part: &impl Serialize) {
        match serde_json::to_value(part) {
            Ok(value) => self.add_value(value),
            Err(_) => self.unknown = true,
        }
    }

    fn add_value(&mut self, value: Value) {
        match value {
            Value::String(text) => {
                self.add_sql(&text);
                self.all.insert(text);
            }
            Value::Array(values) => values.into_iter().for_each(|one| self.add_value(one)),
            Value::Object(fields) => fields.into_iter().for_each(|(_, one)| self.add_value(one)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn add_sql(&mut self, sql: &str) {
        let Ok(tokens) = lexer::tokens(sql) else {
            self.unknown = true;
            return;
        };
        for token in &tokens {
            if let Some(name) = token.name() {
                self.all.insert(name);
            } else if token.kind == TokenKind::String {
                // Such as `nextval('numbers')`.
                let inner = token.text.trim_matches('\'');
                if inner.len() < token.text.len() {
                    self.all.extend(
                        lexer::tokens(inner)
                            .unwrap_or_default()
                            .iter()
                            .filter_map(lexer::Token::name),
                    );
                }
            }
        }
    }

    fn has(&self, name: &Name) -> bool {
        self.unknown || self.all.contains(&name.name)
    }
}

/// Removes the unchanged tables that nothing else names. Of those that are named, the columns and keys stay.
fn reduced(wanted: &Model, unchanged: &mut HashMap<&Name, &Table>) -> Model {
    let mut words = Words::default();
    words.add(&(
        &wanted.routines,
        &wanted.views,
        &wanted.domains,
        &wanted.composites,
    ));
    let free = wanted.sequences.iter();
    free.filter(|sequence| sequence.owned_by.is_none())
        .for_each(|sequence| words.add(sequence));
    let mut added: HashSet<&Name> = HashSet::new();
    loop {
        with_partitions(wanted, unchanged);
        let before = added.len();
        for table in &wanted.tables {
            if !unchanged.contains_key(&table.name) && added.insert(&table.name) {
                words.add(table);
            }
        }
        if added.len() == before {
            break;
        }
        // A default can read the sequence of another table.
        for sequence in &wanted.sequences {
            if let Some((owner, _)) = &sequence.owned_by
                && words.has(&sequence.name)
            {
                unchanged.remove(owner);
            }
        }
    }
    let mut model = wanted.clone();
    let is_created = |name: &Name| !unchanged.contains_key(name);
    model.sequences.retain(|sequence| {
        let owner = sequence.owned_by.as_ref();
        owner.is_none_or(|(table, _)| is_created(table))
    });
    model
        .tables
        .retain(|table| is_created(&table.name) || words.has(&table.name));
    for table in &mut model.tables {
        if !is_created(&table.name) {
            *table = keys_of(table);
        }
    }
    model
}

/// Returns a table with what others need: columns, keys, and unique indexes, which foreign keys can reference.
fn keys_of(table: &Table) -> Table {
    let mut columns = table.columns.clone();
    for column in &mut columns {
        column.default = None;
        column.identity = None;
        column.generated = None;
        column.comment = None;
    }
    let indexes = table.indexes.iter();
    let is_key = |index: &&Index| {
        index.unique
            && index.filter.is_none()
            && index
                .elements
                .iter()
                .all(|element| matches!(element.on, IndexOn::Column(_)))
    };
    Table {
        columns,
        primary_key: table.primary_key.clone(),
        uniques: table.uniques.clone(),
        indexes: indexes.filter(is_key).cloned().collect(),
        partition_by: table.partition_by.clone(),
        ..Table::new(table.name.clone())
    }
}
