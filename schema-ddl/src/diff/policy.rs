//! Changes of policies and of the row security of tables.

use std::collections::HashMap;

use super::dependents::Gone;
use super::{Action, ids, make};
use crate::model::{Model, Name, ObjectId, Policy, RowSecurity, Table};
use crate::sql::policy;

/// Returns the policies of the old model that must be dropped because they differ.
pub(super) fn changed(from: &Model, to: &Model) -> Vec<ObjectId> {
    let new = policies(to);
    let tables: HashMap<&Name, &Table> = to.tables.iter().map(|one| (&one.name, one)).collect();
    let mut changed = Vec::new();
    for table in from
        .tables
        .iter()
        .filter(|table| tables.contains_key(&table.name))
    {
        for old in &table.policies {
            let new = new.get(&(&table.name, old.name.as_str()));
            if new.is_none_or(|new| policy::alter(&table.name, old, new).is_none()) {
                changed.push(ids::policy(&table.name, &old.name));
            }
        }
    }
    changed
}

fn policies(model: &Model) -> HashMap<(&Name, &str), &Policy> {
    let tables = model.tables.iter();
    tables
        .flat_map(|table| {
            let policies = table.policies.iter();
            policies.map(|policy| ((&table.name, policy.name.as_str()), policy))
        })
        .collect()
}

pub(super) fn diff(from: &Model, to: &Model, gone: &Gone) -> Vec<Action> {
    let mut actions = row_security(from, to, gone);
    for table in &from.tables {
        for old in &table.policies {
            let id = ids::policy(&table.name, &old.name);
            if gone.contains(&id) {
                actions.push(make::drop(id, policy::drop(&table.name, &old.name)));
            }
        }
    }
    let old = policies(from);
    for table in &to.tables {
        for new in &table.policies {
            let id = ids::policy(&table.name, &new.name);
            let old = old.get(&(&table.name, new.name.as_str()));
            let old = old.filter(|_| !gone.contains(&id) && !gone.table(&table.name));
            if let Some(old) = old {
                actions.extend(alter(&table.name, old, new));
            } else {
                let statements = vec![policy::create(&table.name, new)];
                actions.push(make::create(id, statements, new.comment.as_deref()));
            }
        }
    }
    actions
}

fn alter(table: &Name, old: &Policy, new: &Policy) -> Vec<Action> {
    let id = ids::policy(table, &new.name);
    let is_same =
        old.roles == new.roles && old.using == new.using && old.with_check == new.with_check;
    let statements = policy::alter(table, old, new).filter(|_| !is_same);
    let alter = make::alter(id.clone(), statements.into_iter().collect());
    let comment = make::comment(id, old.comment.as_deref(), new.comment.as_deref());
    alter.into_iter().chain(comment).collect()
}

fn row_security(from: &Model, to: &Model, gone: &Gone) -> Vec<Action> {
    let old: HashMap<&Name, RowSecurity> = from
        .tables
        .iter()
        .filter(|table| !gone.table(&table.name))
        .map(|table| (&table.name, table.row_security))
        .collect();
    let mut actions = Vec::new();
    for table in &to.tables {
        let old = old.get(&table.name).copied().unwrap_or_default();
        let statements = policy::row_security(&table.name, old, table.row_security);
        let id = ids::table(&table.name);
        actions.extend(make::alter(id.clone(), statements).map(|action| Action {
            requires: vec![id],
            ..action
        }));
    }
    actions
}
