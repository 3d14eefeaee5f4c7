//! The difference of two models.

use std::collections::HashSet;

use super::dependents::Gone;
use super::retype::Retyped;
use super::uses::Uses;
use super::{
    Action, Cycle, Renames, composite, default_privileges, domain, enumeration, foreign_key, grant,
    namespace, order, policy, retype, role, routine, sequence, table, trigger, view,
};
use crate::model::{Kind, Model, ObjectId};

/// Returns the actions that turn a schema into another one, in an order in which they can run.
///
/// Objects are the same if they have the same name, or if `renames` contains the new name. The texts of expressions are
/// compared as they are: see [`model`](crate::model).
///
/// ```
/// use schema_ddl::diff::{Renames, diff};
/// use schema_ddl::model::{Column, DataType, Model, Name, Table};
///
/// let patients = Table {
///     columns: vec![Column::new("id", DataType::parse("bigint"))],
///     ..Table::new(Name::new("patients"))
/// };
/// let from = Model { tables: vec![patients], ..Model::default() };
/// let mut to = from.clone();
/// to.tables[0].columns[0].nullable = true;
///
/// let actions = diff(&from, &to, &Renames::default())?;
/// assert_eq!(
///     actions[0].statements,
///     [r#"alter table "patients" alter column "id" drop not null"#]
/// );
/// # Ok::<(), schema_ddl::diff::Cycle>(())
/// ```
///
/// # Errors
///
/// If changes need each other.
pub fn diff(from: &Model, to: &Model, renames: &Renames) -> Result<Vec<Action>, Cycle> {
    let (from, first) = renames.apply(from, to)?;
    let actions = complete(&from, to, |destroyed| table::diff(&from, to, destroyed))?;
    let actions = after_namespaces(first, actions);
    Ok(foreign_key::into_tables(to, actions))
}

/// Puts renames before everything else, except the Postgres schemas that tables move to.
fn after_namespaces(renamed: Vec<Action>, actions: Vec<Action>) -> Vec<Action> {
    let needed: HashSet<&ObjectId> = renamed.iter().flat_map(|one| &one.requires).collect();
    let (first, rest): (Vec<Action>, Vec<Action>) = actions
        .into_iter()
        .partition(|one| one.object.kind == Kind::Namespace && needed.contains(&one.object));
    first.into_iter().chain(renamed).chain(rest).collect()
}

/// Adds all other changes to those of tables, which get the objects that others destroy: types that are created again, with
/// the columns that are converted, and routines.
pub(super) fn complete(
    from: &Model,
    to: &Model,
    tables: impl Fn(&HashSet<ObjectId>) -> Vec<Action>,
) -> Result<Vec<Action>, Cycle> {
    let retyped = Retyped::find(from, to);
    let uses = (&Uses::new(from), &Uses::new(to));
    let first = before_tables(from, to, &retyped);
    let destroys = first.iter().flat_map(|action| &action.destroys);
    let mut destroyed: HashSet<ObjectId> = destroys.cloned().collect();
    destroyed.extend(routine::changed(from, to));
    // A change of a table can destroy a routine that reads it, and that another table uses.
    let (mut actions, gone) = loop {
        let mut actions = first.clone();
        actions.extend(tables(&destroyed));
        let gone = Gone::new(uses.0, &actions, changed(from, to));
        let before = destroyed.len();
        destroyed.extend(gone.routines().cloned());
        if destroyed.len() == before {
            break (actions, gone);
        }
    };
    actions.extend(routine::diff(from, to, &gone));
    actions.extend(view::diff(from, to, &gone));
    actions.extend(trigger::diff(from, to, &gone));
    actions.extend(policy::diff(from, to, &gone));
    let grants = grant::diff(from, to, uses, &actions, &gone, &retyped);
    actions.extend(grants);
    actions.extend(default_privileges::diff(from, to));
    order::order(from, to, uses, actions)
}

fn before_tables(from: &Model, to: &Model, retyped: &Retyped<'_>) -> Vec<Action> {
    let mut actions = namespace::diff(from, to);
    actions.extend(role::diff(from, to));
    actions.extend(enumeration::diff(from, to, retyped));
    actions.extend(domain::diff(from, to, retyped, &routine::changed(from, to)));
    actions.extend(composite::diff(from, to, retyped));
    actions.extend(retype::diff(from, to, retyped));
    actions.extend(sequence::diff(from, to));
    actions
}

/// Objects that other objects may read, and that cannot be changed in place.
fn changed(from: &Model, to: &Model) -> Vec<ObjectId> {
    let mut changed = view::changed(from, to);
    changed.extend(routine::changed(from, to));
    changed.extend(trigger::changed(from, to));
    changed.extend(policy::changed(from, to));
    changed
}
