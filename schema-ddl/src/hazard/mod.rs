//! The dangers of changes of a schema: lost data, locks, rewrites of tables, and rows on which a change fails.
//!
//! [`hazards`] judges one statement, [`lint`] the statements of a script in their order. Both read SQL, so generated changes
//! and migrations written by hand are judged alike. The locks, rewrites and scans are measured: see `docs/locks.md`.

mod expression;
mod lock;
mod model;
mod report;
mod retype;
mod rule;
mod rules;
mod script;
mod state;
mod statement;
mod swap;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

#[cfg(feature = "online")]
pub(crate) use expression::is_volatile;
pub use lock::{Lock, LockMode};
#[cfg(feature = "online")]
pub(crate) use model::{is_proved_not_null, reads};
#[cfg(feature = "online")]
pub(crate) use retype::is_rewritten;
pub use rule::Rule;
pub use script::{LintOptions, ScriptStatement, lint};

use crate::model::Model;

/// A danger of one statement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hazard {
    /// The rule.
    pub rule: Rule,
    /// The kind of danger.
    pub kind: HazardKind,
    /// The table or the other object, as messages name it: `column "email" of "patients"`.
    pub object: String,
    /// What happens, as one sentence.
    pub message: String,
    /// The safer way, as one sentence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub safer: Option<String>,
    /// A query that returns one `bigint`: the number of rows or values that are lost, or on which the statement fails. It is
    /// meant for the database as it is before the statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<String>,
    /// The lock during which it happens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock: Option<Lock>,
}

impl Hazard {
    /// True if data are lost.
    pub const fn is_destructive(&self) -> bool {
        matches!(self.kind, HazardKind::DataLoss)
    }
}

/// A kind of danger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HazardKind {
    /// Rows or values are lost.
    DataLoss,
    /// Others wait for a lock.
    Lock,
    /// The table is rewritten, while others wait.
    Rewrite,
    /// All rows are read, or an index is built, under a lock.
    Scan,
    /// The statement fails if such rows exist.
    FailsOnRows,
    /// A program that was built for the schema before may fail.
    BreaksProgram,
    /// Someone sees or may do more or less than before.
    Access,
    /// Statements become slower.
    Performance,
    /// The place of the statement among others matters.
    Order,
    /// The transaction that the statement runs in matters.
    Transaction,
}

/// Returns the dangers of one SQL statement for a schema, in the order of [`HazardKind`].
///
/// A statement that changes no schema, or that is not known, has none. The schema tells the types of columns, which of them
/// can be NULL, indexes and foreign keys; for tables that it does not contain the worst is assumed.
///
/// ```
/// use schema_ddl::hazard::{LockMode, Rule, hazards};
/// use schema_ddl::model::Model;
///
/// let found = hazards("create index on orders (patient_id)", &Model::default());
/// assert_eq!(found[0].rule, Rule::CreateIndex);
/// assert_eq!(found[0].lock.as_ref().unwrap().mode, LockMode::Share);
/// assert_eq!(
///     found[0].safer.as_deref().unwrap(),
///     "Use `create index concurrently` outside a transaction, then look at `pg_index.indisvalid`."
/// );
/// ```
pub fn hazards(statement: &str, before: &Model) -> Vec<Hazard> {
    let found = judge(statement, &statement::parse(statement), before);
    found.into_iter().map(|one| one.hazard).collect()
}

/// Judges a statement that has been read.
fn judge(sql: &str, change: &statement::Change, before: &Model) -> Vec<report::Found> {
    let mut report = rules::judge(change, before);
    for name in statement::long_names(sql) {
        let cut = name.floor_char_boundary(63);
        let message = format!("Postgres cuts the name `{name}` to `{}`.", &name[..cut]);
        report
            .add(Rule::NameTooLong, &name, message)
            .safer("Choose a name of at most 63 bytes.");
    }
    report.finish()
}
