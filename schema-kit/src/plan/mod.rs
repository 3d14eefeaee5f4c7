//! Plans: the changes that turn one schema into another one, with their dangers, before anything happens.
//!
//! ```
//! use schema_ddl::diff::Renames;
//! use schema_ddl::model::{Column, DataType, Model, Name, Table};
//! use schema_kit::plan::Plan;
//!
//! let mut orders = Table::new(Name::new("orders"));
//! orders.columns.push(Column::new("id", DataType::parse("bigint")));
//! let from = Model { tables: vec![orders.clone()], ..Model::default() };
//! orders.columns.push(Column { nullable: true, ..Column::new("priority", DataType::parse("integer")) });
//! let to = Model { tables: vec![orders], ..Model::default() };
//!
//! let plan = Plan::new(&from, &to, &Renames::default())?;
//! assert_eq!(plan.sql(), "alter table \"orders\" add column \"priority\" integer;\n");
//! # Ok::<(), schema_kit::plan::PlanError>(())
//! ```

mod apply;
mod counts;
mod database;
mod error;
mod fingerprint;
mod fixed;
mod questions;
mod roles;
mod script;
mod text;

use schema_ddl::diff::{Action, Renames, Transaction, Verb, diff};
use schema_ddl::hazard::{Hazard, LintOptions, Rule, lint};
use schema_ddl::model::{Model, ObjectId};
use schema_ddl::online::{OnlineOptions, online, rewritten};
use serde::{Deserialize, Serialize};

pub use apply::Apply;
pub(crate) use database::validate;
pub use database::{Compared, Database, Options};
pub use error::PlanError;
pub use fingerprint::fingerprint;
pub(crate) use fixed::online_options;
pub use questions::{Question, parse_rename, questions};
pub(crate) use roles::with_roles_of;

use crate::introspect::{Scope, Unmodelled};
use crate::migrate::Text;

/// The newest format of a saved plan that this version reads, and the one that it writes.
const FORMAT: u32 = 1;

/// The changes that turn one schema into another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    format: u32,
    /// A hash of the schema that the plan was made for. It does not run on another one.
    pub fingerprint: String,
    /// The part of the database that the plan was made for.
    pub scope: Scope,
    /// The changes, in an order in which they can run.
    pub changes: Vec<Change>,
    /// Objects of the database that a plan cannot contain, and that stay as they are.
    pub unmodelled: Vec<Unmodelled>,
}

/// A change of one object.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The kind of change.
    pub verb: Verb,
    /// The object.
    pub object: ObjectId,
    /// The statements, without semicolons.
    pub statements: Vec<String>,
    /// The transaction in which the statements run.
    pub transaction: Transaction,
    /// The dangers of the statements.
    pub dangers: Vec<Danger>,
}

/// A hazard, with what the database says about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Danger {
    /// The hazard.
    #[serde(flatten)]
    pub hazard: Hazard,
    /// How many rows or values are lost, or make the change fail. It is `None` if nobody counted.
    pub rows: Option<i64>,
}

impl Danger {
    /// Returns true if rows or values are lost, or can be.
    pub fn loses_data(&self) -> bool {
        self.hazard.is_destructive() && self.rows != Some(0)
    }

    /// Returns true for a lock that is only held briefly.
    pub fn is_minor(&self) -> bool {
        self.hazard.rule == Rule::ShortLock
    }
}

impl Plan {
    /// Compares two models.
    ///
    /// # Errors
    ///
    /// If changes need each other.
    pub fn new(from: &Model, to: &Model, renames: &Renames) -> Result<Self, PlanError> {
        let actions = diff(from, to, renames)?;
        Ok(Self::of(actions, from))
    }

    /// Compares two models, and makes each change in the way that stops a running program least: see
    /// [`schema_ddl::online`]. The plan takes longer, and has several transactions.
    ///
    /// ```
    /// use schema_ddl::diff::Renames;
    /// use schema_ddl::model::{Column, DataType, Model, Name, Table};
    /// use schema_ddl::online::OnlineOptions;
    /// use schema_kit::plan::Plan;
    ///
    /// let orders = Table {
    ///     columns: vec![Column { nullable: true, ..Column::new("total", DataType::parse("integer")) }],
    ///     ..Table::new(Name::new("orders"))
    /// };
    /// let from = Model { tables: vec![orders], ..Model::default() };
    /// let mut to = from.clone();
    /// to.tables[0].columns[0].nullable = false;
    ///
    /// let plan = Plan::online(&from, &to, &Renames::default(), &OnlineOptions::default())?;
    /// assert_eq!(
    ///     plan.sql(),
    ///     r#"alter table "orders" add constraint "orders_total_not_null_check" check ("total" is not null) not valid;
    /// -- schema: transaction
    /// alter table "orders" validate constraint "orders_total_not_null_check";
    /// -- schema: transaction
    /// alter table "orders" alter column "total" set not null;
    /// alter table "orders" drop constraint "orders_total_not_null_check";
    /// "#
    /// );
    /// # Ok::<(), schema_kit::plan::PlanError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// If changes need each other.
    pub fn online(
        from: &Model,
        to: &Model,
        renames: &Renames,
        options: &OnlineOptions,
    ) -> Result<Self, PlanError> {
        let actions = diff(from, to, renames)?;
        let mut plan = Self::of(online(&actions, from, to, options), from);
        plan.explain(&rewritten(&actions, from, to, options));
        Ok(plan)
    }

    /// Says why a new type of a column rewrites its table although the plan is made online.
    fn explain(&mut self, rewritten: &[(ObjectId, String)]) {
        for change in &mut self.changes {
            let mut reasons = rewritten.iter();
            let Some((_, reason)) = reasons.find(|(object, _)| *object == change.object) else {
                continue;
            };
            let is_rewrite = |danger: &&mut Danger| danger.hazard.rule == Rule::ChangeType;
            for danger in change.dangers.iter_mut().filter(is_rewrite) {
                let by_hand = danger.hazard.safer.take().unwrap_or_default();
                let text = format!("`--online` rewrites it at once, since {reason}. {by_hand}");
                danger.hazard.safer = Some(text.trim_end().to_owned());
            }
        }
    }

    /// Makes the plan of actions, with their dangers.
    fn of(actions: Vec<Action>, from: &Model) -> Self {
        let changes = actions.into_iter().map(|action| Change {
            dangers: Vec::new(),
            verb: action.verb,
            object: action.object,
            statements: action.statements,
            transaction: action.transaction,
        });
        let mut plan = Self {
            format: FORMAT,
            fingerprint: fingerprint(from),
            scope: Scope::default(),
            changes: changes.collect(),
            unmodelled: Vec::new(),
        };
        plan.judge(from);
        plan
    }

    /// Finds the dangers of the statements, in the transactions in which they run.
    fn judge(&mut self, from: &Model) {
        let (sql, changes) = self.write(false);
        let Ok(text) = Text::parse(&sql) else {
            return;
        };
        let options = LintOptions::default();
        for (at, hazard) in lint(&text.script(), from, &options) {
            let change = changes.get(at).and_then(|at| self.changes.get_mut(*at));
            if let Some(change) = change {
                change.dangers.push(Danger { hazard, rows: None });
            }
        }
    }

    /// Returns true if nothing changes.
    pub const fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Returns the dangers by which rows or values are lost.
    pub fn losses(&self) -> impl Iterator<Item = &Danger> {
        let dangers = self.changes.iter().flat_map(|change| &change.dangers);
        dangers.filter(|danger| danger.loses_data())
    }

    /// Checks that no rows or values are lost.
    ///
    /// # Errors
    ///
    /// [`PlanError::DataLoss`] with everything that is lost.
    pub fn check_losses(&self) -> Result<(), PlanError> {
        let losses: Vec<String> = self.losses().map(Danger::fact).collect();
        if losses.is_empty() {
            Ok(())
        } else {
            Err(PlanError::DataLoss { losses })
        }
    }

    /// Returns the statements, in order.
    pub fn statements(&self) -> impl Iterator<Item = &str> {
        let statements = self.changes.iter().flat_map(|change| &change.statements);
        statements.map(String::as_str)
    }

    /// Writes the plan as JSON, to be applied later.
    pub fn to_json(&self) -> String {
        // A plan has no maps with keys that JSON does not allow, which is the only error.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }

    /// Reads a plan that [`to_json`](Self::to_json) has written.
    ///
    /// # Errors
    ///
    /// If the text is not a plan, or is one of a newer version.
    pub fn from_json(json: &str) -> Result<Self, PlanError> {
        #[derive(Deserialize)]
        struct Header {
            format: u32,
        }
        let Header { format } = serde_json::from_str(json).map_err(PlanError::Damaged)?;
        if format > FORMAT {
            return Err(PlanError::Newer { format });
        }
        serde_json::from_str(json).map_err(PlanError::Damaged)
    }
}
