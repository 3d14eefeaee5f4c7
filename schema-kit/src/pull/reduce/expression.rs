//! Expressions that mention something that is left out.

use std::collections::{BTreeSet, HashSet};

use schema_ddl::model::{Model, Name, Table};
use schema_ddl::sql::expression::{Mention, mentions};
use schema_ddl::sql::lexer::{Token, TokenKind, tokens};

use super::left::Left;

/// What an expression must not mention.
#[derive(Debug, Default, Clone)]
pub(super) struct Forbidden {
    functions: HashSet<String>,
    types: HashSet<String>,
    sequences: HashSet<String>,
    columns: HashSet<String>,
}

impl Forbidden {
    /// Functions and sequences that are left out, and the types that no column has.
    pub(super) fn new(from: &Model, to: &Model, left: &Left, used: &BTreeSet<Name>) -> Self {
        let enums = from.enums.iter().map(|def| &def.name);
        let domains = from.domains.iter().map(|def| &def.name);
        let composites = from.composites.iter().map(|def| &def.name);
        let types = enums.chain(domains).chain(composites);
        let unused = types.filter(|name| !used.contains(name));
        let routines = from.routines.iter();
        let functions = routines.filter(|one| left.reason(&one.id()).is_some());
        let sequences = from.sequences.iter().filter(|one| {
            let mut kept = to.sequences.iter();
            !kept.any(|kept| kept.name == one.name)
        });
        Self {
            functions: functions.map(|one| one.name.name.clone()).collect(),
            types: unused.map(|name| name.name.clone()).collect(),
            sequences: sequences.map(|one| one.name.name.clone()).collect(),
            columns: HashSet::new(),
        }
    }

    /// Adds the columns of a table that are left out.
    pub(super) fn with_columns(mut self, from: &Table, to: &Table) -> Self {
        let names = from.columns.iter().map(|column| &column.name);
        let missing = names.filter(|name| to.column(name).is_none());
        self.columns.extend(missing.cloned());
        self
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

    /// Like [`find`](Self::find), for a text that can read other tables.
    pub(super) fn find_in_query(&self, sql: &str, from: &Model, to: &Model) -> Option<String> {
        let mut all = self.clone();
        for name in relations(sql) {
            for table in from.tables.iter().filter(|table| table.name.name == name) {
                match to.table(&table.name) {
                    Some(kept) => all = all.with_columns(table, kept),
                    None => return Some(format!("the table `{name}`")),
                }
            }
            let mut views = from.views.iter();
            if views.any(|view| view.name.name == name && to.view(&view.name).is_none()) {
                return Some(format!("the view `{name}`"));
            }
        }
        all.find(sql)
    }
}

/// Returns the names of the tables and views that a query reads or writes, without their Postgres schemas.
pub(super) fn relations(sql: &str) -> HashSet<String> {
    let all = tokens(sql).unwrap_or_default();
    let code: Vec<&Token<'_>> = all.iter().filter(|token| token.is_code()).collect();
    let named = code.iter().enumerate().filter_map(|(at, token)| {
        let is_schema = code.get(at + 1).is_some_and(|next| next.text == ".");
        let name = token.name().filter(|_| !is_schema)?;
        let before = &code[..at];
        let is_part = |token: &&Token<'_>| token.text == "." || token.kind == TokenKind::Open;
        // The Postgres schema before the name, and parentheses before a join.
        let end = match before {
            [.., _, dot] if dot.text == "." => at - 2,
            _ => at,
        };
        let end = before[..end].iter().rposition(|token| !is_part(token))?;
        let words = ["from", "join", "only", "update", "into"];
        let place = code.get(end)?;
        (place.text == "," || words.iter().any(|word| place.is(word))).then_some(name)
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_relations_of_a_query_follow_certain_words() {
        let found = relations(
            "(EXISTS ( SELECT 1 FROM (clinic.members m JOIN \"Teams\" t ON ((t.id = m.team))), others WHERE (m.owner = a)))",
        );
        let mut found: Vec<String> = found.into_iter().collect();
        found.sort();
        assert_eq!(found, ["Teams", "members", "others"]);
    }
}
