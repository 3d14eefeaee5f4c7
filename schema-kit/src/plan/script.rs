//! A plan as the text of a migration.

use std::collections::BTreeSet;

use schema_ddl::diff::Transaction;
use schema_ddl::model::Kind;

use super::{Change, Plan};

/// Bodies of functions can name objects that are created after them.
const UNCHECKED: &str = "set local check_function_bodies = off";

impl Plan {
    /// Returns the statements as the text of a migration, with the marks of its [transactions](crate::migrate::text).
    pub fn sql(&self) -> String {
        self.write(false).0
    }

    /// Returns the text with the dangers of each change as comments before it.
    ///
    /// The marks `-- schema: allow …` name the losses of data, which whoever writes the text has allowed.
    pub fn commented_sql(&self) -> String {
        self.write(true).0
    }

    /// Returns the text, and the index of the change for each of its statements.
    pub(super) fn write(&self, with_comments: bool) -> (String, Vec<usize>) {
        let mut script = Script::default();
        for (at, change) in self.changes.iter().enumerate() {
            script.enter(change, at);
            if with_comments {
                script.comment(change);
            }
            for statement in &change.statements {
                if with_comments {
                    script.allow(change);
                }
                script.statement(statement, at);
            }
        }
        (script.text, script.changes)
    }
}

#[derive(Default)]
struct Script {
    text: String,
    changes: Vec<usize>,
    /// The transaction of the last change.
    transaction: Option<Transaction>,
    is_unchecked: bool,
}

impl Script {
    /// Writes the mark that the change needs.
    fn enter(&mut self, change: &Change, at: usize) {
        use Transaction::{Alone, Batches, CommitAfter, Inside, Outside};

        let next = change.transaction;
        let mark = match (self.transaction, next) {
            (None | Some(Inside), Inside | CommitAfter)
            | (None, Alone)
            | (Some(CommitAfter), CommitAfter)
            | (Some(Outside), Outside)
            | (Some(Batches), Batches) => None,
            (_, Outside) => Some("outside"),
            (_, Batches) => Some("batches"),
            (_, Inside | CommitAfter | Alone) => Some("transaction"),
        };
        if let Some(mark) = mark {
            self.text.push_str("-- schema: ");
            self.text.push_str(mark);
            self.text.push('\n');
            self.is_unchecked = false;
        }
        self.transaction = Some(next);
        let is_outside = matches!(next, Outside | Batches);
        if change.object.kind == Kind::Routine && !is_outside && !self.is_unchecked {
            self.statement(UNCHECKED, at);
            self.is_unchecked = true;
        }
    }

    fn comment(&mut self, change: &Change) {
        let dangers = change.dangers.iter().filter(|danger| !danger.is_minor());
        for danger in dangers {
            for line in danger.to_string().lines() {
                self.text.push_str("-- ");
                self.text.push_str(line);
                self.text.push('\n');
            }
        }
    }

    /// Writes the mark that allows the losses of a change, before each of its statements.
    fn allow(&mut self, change: &Change) {
        let losses = change
            .dangers
            .iter()
            .filter(|danger| danger.hazard.is_destructive());
        let rules: BTreeSet<&str> = losses.map(|danger| danger.hazard.rule.code()).collect();
        if !rules.is_empty() {
            let rules: Vec<&str> = rules.into_iter().collect();
            self.text.push_str("-- schema: allow ");
            self.text.push_str(&rules.join(", "));
            self.text.push('\n');
        }
    }

    fn statement(&mut self, statement: &str, at: usize) {
        self.text.push_str(statement);
        self.text.push_str(";\n");
        self.changes.push(at);
    }
}
