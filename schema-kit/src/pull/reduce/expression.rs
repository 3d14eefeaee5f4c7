//! Expressions that mention something that is left out.

use std::collections::{BTreeSet, HashSet};

use schema_ddl::model::{Model, Name, Table};
use schema_ddl::sql::expression::{Mention, mentions};

/// What an expression must not mention.
#[derive(Debug, Default)]
pub(super) struct Forbidden {
    functions: HashSet<String>,
    types: HashSet<String>,
    sequences: HashSet<String>,
    columns: HashSet<String>,
}

impl Forbidden {
    /// Functions, sequences, and the types that no column has.
    pub(super) fn new(from: &Model, used: &BTreeSet<Name>) -> Self {
        let enums = from.enums.iter().map(|def| &def.name);
        let domains = from.domains.iter().map(|def| &def.name);
        let composites = from.composites.iter().map(|def| &def.name);
        let types = enums.chain(domains).chain(composites);
        let unused = types.filter(|name| !used.contains(name));
        let functions = from.routines.iter().map(|one| one.name.name.clone());
        let sequences = from.sequences.iter().map(|one| one.name.name.clone());
        Self {
            functions: functions.collect(),
            types: unused.map(|name| name.name.clone()).collect(),
            sequences: sequences.collect(),
            columns: HashSet::new(),
        }
    }

    /// Adds the columns of a table that are left out.
    pub(super) fn with_columns(self, from: &Table, to: &Table) -> Self {
        let names = from.columns.iter().map(|column| &column.name);
        let missing = names.filter(|name| to.column(name).is_none());
        Self {
            columns: missing.cloned().collect(),
            ..self
        }
    }

    /// Returns what a text mentions that is left out, as a message names it.
    pub(super) fn find(&self, expression: &str) -> Option<String> {
        mentions(expression)
            .into_iter()
            .find_map(|mention| match mention {
                Mention::Function(name) if self.functions.contains(&name) => {
                    Some(format!("the function `{name}`"))
                }
                Mention::Type(name) if self.types.contains(&name) => {
                    Some(format!("the type `{name}`"))
                }
                Mention::Column(name) if self.columns.contains(&name) => {
                    Some(format!("the column `{name}`"))
                }
                // As in `nextval('"Orders_id_seq"'::regclass)`.
                Mention::Text(text) => {
                    let name = text.rsplit('.').next().unwrap_or(&text);
                    let name = name.trim_matches('"');
                    let found = self.sequences.contains(name);
                    found.then(|| format!("the sequence `{name}`"))
                }
                _ => None,
            })
    }
}
