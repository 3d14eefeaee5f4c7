//! The safer way of each change: no statement reads or writes all rows of a table while others wait for it.
//!
//! [`online`] takes the actions of [`diff`](crate::diff::diff) and replaces those that would stop a program:
//!
//! | change | becomes |
//! |---|---|
//! | an index | `create index concurrently` |
//! | an index that changes | the old one gets another name, the new one is built, the old one is dropped |
//! | an index of a partitioned table | the index without those of its partitions, each of them, and then they are attached |
//! | a dropped index | `drop index concurrently` |
//! | a primary key, a unique constraint | a unique index is built, and becomes the constraint |
//! | one that changes | the same under another name, and then the old one is dropped |
//! | a check, a foreign key | it is added as `not valid`, and validated |
//! | `set not null` | a check is added and validated, and serves as the proof |
//! | a required column with a value of its own for each row | it is added without, and the rows are filled in batches |
//! | a type with another form in storage | a column with the new type is kept equal by a trigger, filled in batches, and takes the place of the old one |
//!
//! Each first step stays where the change was. The long steps follow at the end, unless a change before it needs them.
//!
//! A column that takes the place of another one becomes the last of its table. The order of columns is not compared.
//! Some columns cannot be replaced, such as one in the primary key: [`rewritten`] names them with the reason.
//!
//! Some changes have no safer form in place: a stored generated column, an identity for rows that exist, an exclusion
//! constraint. They stay as they are, and their [hazards](crate::hazard) describe what a program can do instead.

mod column;
mod constraint;
mod index;
mod names;
mod partition;
mod queue;
mod step;
mod swap;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use self::names::Names;
use self::queue::Queue;
use self::step::Steps;
use self::swap::Swaps;
pub use self::swap::rewritten;
use crate::diff::{Action, Verb};
use crate::model::{Kind, Model, Name, Table};

/// Facts about the server that a model does not contain.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OnlineOptions {
    /// The major version of the server. If it is `None`, the actions run on every version.
    pub server_version: Option<u32>,
    /// Columns that no other one can replace, because something depends on them that is not in the model.
    pub fixed: Vec<FixedColumn>,
}

/// A column that no other one can replace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FixedColumn {
    /// The table.
    pub table: Name,
    /// The name.
    pub column: String,
    /// The reason, as the end of a sentence that begins with the column.
    pub reason: String,
}

/// Rewrites sorted actions, so that no statement reads or writes all rows of a table while others wait for it.
///
/// `from` and `to` are the models that [`diff`](crate::diff::diff) compared. Tables that the actions create have no rows,
/// so their actions stay as they are.
///
/// An object that only exists in between, such as the check that proves `set not null`, is in `produces` and `requires` of
/// the actions that use it, and not in `destroys`: the order of actions is that of objects that stay.
///
/// ```
/// use schema_ddl::diff::{Renames, Transaction, diff};
/// use schema_ddl::model::{Check, Column, DataType, Model, Name, Table};
/// use schema_ddl::online::{OnlineOptions, online};
///
/// let orders = Table {
///     columns: vec![Column::new("total", DataType::parse("integer"))],
///     ..Table::new(Name::new("orders"))
/// };
/// let from = Model { tables: vec![orders], ..Model::default() };
/// let mut to = from.clone();
/// to.tables[0].checks.push(Check {
///     name: "positive".into(),
///     expression: "total > 0".into(),
///     no_inherit: false,
///     not_valid: false,
///     not_enforced: false,
///     comment: None,
/// });
/// let actions = online(&diff(&from, &to, &Renames::default())?, &from, &to, &OnlineOptions::default());
/// assert_eq!(
///     actions[0].statements,
///     [r#"alter table "orders" add constraint "positive" check (total > 0) not valid"#]
/// );
/// assert_eq!(
///     actions[1].statements,
///     [r#"alter table "orders" validate constraint "positive""#]
/// );
/// assert_eq!(actions[1].transaction, Transaction::Alone);
/// # Ok::<(), schema_ddl::diff::Cycle>(())
/// ```
pub fn online(
    actions: &[Action],
    from: &Model,
    to: &Model,
    options: &OnlineOptions,
) -> Vec<Action> {
    let changes = Changes {
        from,
        to,
        options: options.clone(),
        created: created(actions),
        names: Names::new(from, to),
    };
    let pairs = queue::pairs(actions);
    let swaps = Swaps::find(actions, from, to, options);
    let mut queue = Queue::default();
    for (at, action) in actions.iter().enumerate() {
        if pairs.moved.contains(&at) || swaps.absorbed.contains(&at) {
            continue;
        }
        if let Some(swap) = swaps.by_action.get(&at) {
            queue.push(action, swap.steps(action));
            continue;
        }
        let dropped = pairs.drops.get(&at).and_then(|drop| actions.get(*drop));
        let steps = match dropped {
            Some(dropped) => changes.replace(action, dropped),
            None => changes.rewrite(action),
        };
        queue.push(action, steps);
    }
    queue.finish()
}

/// The tables and views that the actions create.
fn created(actions: &[Action]) -> HashSet<&Name> {
    let created = actions.iter().filter(|action| {
        action.verb == Verb::Create
            && matches!(
                action.object.kind,
                Kind::Table | Kind::View | Kind::MaterializedView
            )
    });
    created.map(|action| &action.object.name).collect()
}

/// What the recipes know about all changes.
struct Changes<'a> {
    from: &'a Model,
    to: &'a Model,
    options: OnlineOptions,
    created: HashSet<&'a Name>,
    names: Names<'a>,
}

impl<'a> Changes<'a> {
    /// Returns the steps of an action.
    fn rewrite(&self, action: &Action) -> Steps {
        let steps = match (action.verb, action.object.kind) {
            (Verb::Create, Kind::Index) => index::create(self, action),
            (Verb::Drop, Kind::Index) => index::drop(self, action),
            (Verb::Create, Kind::Constraint) => constraint::add(self, action),
            (Verb::Drop, Kind::Constraint) => column::drop_mark(self, action),
            (Verb::Alter | Verb::Rename, Kind::Constraint) => constraint::change(self, action),
            (Verb::Create, Kind::Column) => column::add(self, action),
            (Verb::Alter, Kind::Column | Kind::Table) => column::alter(self, action),
            _ => None,
        };
        steps.unwrap_or_else(|| Steps::now(action.clone()))
    }

    /// Returns the steps of an action that creates what another one drops.
    fn replace(&self, action: &Action, dropped: &Action) -> Steps {
        let steps = match action.object.kind {
            Kind::Index => index::replace(self, action, dropped),
            Kind::Constraint => constraint::replace(self, action, dropped),
            _ => None,
        };
        steps.unwrap_or_else(|| {
            let mut steps = self.rewrite(action);
            steps.now.insert(0, dropped.clone());
            steps
        })
    }

    /// Returns the table that has rows: it is no new one.
    fn table(&self, name: &Name) -> Option<&'a Table> {
        if self.created.contains(name) {
            return None;
        }
        self.to.table(name)
    }

    /// Returns the table as it is before, if it keeps its name.
    fn before(&self, name: &Name) -> Option<&'a Table> {
        self.from.table(name)
    }

    /// True if the index belongs to a partitioned table, which excludes `concurrently`.
    fn is_partitioned_index(&self, index: &Name) -> bool {
        let mut tables = self.from.tables.iter();
        tables.any(|table| {
            table.partition_by.is_some()
                && table.name.schema == index.schema
                && (table.indexes.iter().any(|one| one.name == index.name)
                    || table.attached.iter().any(|one| one.name == index.name))
        })
    }
}
