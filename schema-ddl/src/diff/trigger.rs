//! Changes of triggers.

use std::collections::HashMap;

use super::dependents::Gone;
use super::{Action, ids, make};
use crate::model::{Model, Name, ObjectId, Table, Trigger};
use crate::sql::routine;

/// Returns the triggers of the old model that must be dropped because they differ.
pub(super) fn changed(from: &Model, to: &Model) -> Vec<ObjectId> {
    let new = triggers(to);
    let mut changed = Vec::new();
    let tables: HashMap<&Name, &Table> = to.tables.iter().map(|one| (&one.name, one)).collect();
    for table in from
        .tables
        .iter()
        .filter(|table| tables.contains_key(&table.name))
    {
        for old in &table.triggers {
            let new = new.get(&(&table.name, old.name.as_str()));
            if new.is_none_or(|new| new.definition != old.definition) {
                changed.push(ids::trigger(&table.name, &old.name));
            }
        }
    }
    changed
}

fn triggers(model: &Model) -> HashMap<(&Name, &str), &Trigger> {
    let tables = model.tables.iter();
    tables
        .flat_map(|table| {
            let triggers = table.triggers.iter();
            triggers.map(|trigger| ((&table.name, trigger.name.as_str()), trigger))
        })
        .collect()
}

pub(super) fn diff(from: &Model, to: &Model, gone: &Gone) -> Vec<Action> {
    let old = triggers(from);
    let mut actions = Vec::new();
    for table in &from.tables {
        for trigger in &table.triggers {
            let id = ids::trigger(&table.name, &trigger.name);
            if gone.contains(&id) {
                let statement = routine::drop_trigger(&table.name, &trigger.name);
                actions.push(make::drop(id, statement));
            }
        }
    }
    for table in &to.tables {
        for new in &table.triggers {
            let id = ids::trigger(&table.name, &new.name);
            let old = old.get(&(&table.name, new.name.as_str()));
            let switch = routine::enable_trigger(&table.name, &new.name, !new.disabled);
            let old = old.filter(|_| !gone.contains(&id) && !gone.table(&table.name));
            if let Some(old) = old {
                let switch = (old.disabled != new.disabled).then_some(switch);
                actions.extend(make::alter(id.clone(), switch.into_iter().collect()));
                let comments = (old.comment.as_deref(), new.comment.as_deref());
                actions.extend(make::comment(id, comments.0, comments.1));
            } else {
                let mut statements = vec![new.definition.clone()];
                statements.extend(new.disabled.then_some(switch));
                actions.push(make::create(id, statements, new.comment.as_deref()));
            }
        }
    }
    actions
}
