//! Rows that unique constraints allow.

use std::collections::{BTreeSet, HashSet};

use schema_ddl::model::{IndexOn, Table};
use schema_ddl::sql::expression::{Mention, mentions};

/// Separates the values of a key. Generated texts do not contain it.
const SEPARATOR: char = '\u{1f}';

/// Columns in which no two rows are equal.
#[derive(Debug)]
pub(super) struct Unique {
    /// The name of the constraint or the index.
    pub(super) name: String,
    /// The columns.
    pub(super) columns: Vec<String>,
    /// True if the index has an expression, such as `lower(email)`.
    of_expression: bool,
    nulls_not_distinct: bool,
    taken: HashSet<String>,
}

impl Unique {
    /// Returns the primary key, the unique constraints and the unique indexes.
    pub(super) fn of(table: &Table) -> Vec<Self> {
        let primary_key = table.primary_key.iter();
        let primary_key = primary_key.map(|key| Self::new(&key.name, &key.columns, false));
        let uniques = table.uniques.iter();
        let uniques = uniques.map(|one| Self::new(&one.name, &one.columns, one.nulls_not_distinct));
        let mut all: Vec<Self> = primary_key.chain(uniques).collect();
        for index in table.indexes.iter().filter(|index| index.unique) {
            let mut of_expression = false;
            let mut columns = BTreeSet::new();
            for element in &index.elements {
                match &element.on {
                    IndexOn::Column(name) => {
                        columns.insert(name.clone());
                    }
                    IndexOn::Expression(expression) => {
                        of_expression = true;
                        columns.extend(mentions(expression).into_iter().filter_map(
                            |one| match one {
                                Mention::Column(name) => Some(name),
                                _ => None,
                            },
                        ));
                    }
                }
            }
            let columns: Vec<String> = columns.into_iter().collect();
            all.push(Self {
                of_expression,
                ..Self::new(&index.name, &columns, index.nulls_not_distinct)
            });
        }
        all
    }

    fn new(name: &str, columns: &[String], nulls_not_distinct: bool) -> Self {
        Self {
            name: name.to_owned(),
            columns: columns.to_vec(),
            of_expression: false,
            nulls_not_distinct,
            taken: HashSet::new(),
        }
    }

    /// True if existing rows can be read to learn what is taken.
    pub(super) fn is_plain(&self) -> bool {
        !self.of_expression
    }

    /// Returns the key of a row, or `None` if the row is allowed in any case.
    pub(super) fn key<'v>(&self, values: impl Iterator<Item = Option<&'v str>>) -> Option<String> {
        let mut key = String::new();
        for value in values {
            match value {
                Some(value) => key.push_str(value),
                None if self.nulls_not_distinct => key.push('\0'),
                None => return None,
            }
            key.push(SEPARATOR);
        }
        // The index may compare without case. Two such texts are avoided in any case.
        Some(key.to_lowercase())
    }

    pub(super) fn is_taken(&self, key: &str) -> bool {
        self.taken.contains(key)
    }

    pub(super) fn take(&mut self, key: String) {
        self.taken.insert(key);
    }

    pub(super) fn release(&mut self, key: &str) {
        self.taken.remove(key);
    }
}
