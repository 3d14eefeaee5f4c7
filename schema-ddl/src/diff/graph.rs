//! The order of actions.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use super::Action;
use crate::model::ObjectId;

/// Actions that need each other.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("these changes need each other, so there is no order in which they can run: {}", .objects.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "))]
pub struct Cycle {
    /// The objects that they change.
    pub objects: Vec<ObjectId>,
}

/// Sorts actions so that each can run after those before it.
///
/// - What an action requires is produced before it.
/// - An object is released by all that use it before it is destroyed.
/// - An object is destroyed before it is produced again.
///
/// Actions that do not depend on each other keep their order.
///
/// ```
/// use schema_ddl::diff::{Action, Verb, sort};
/// use schema_ddl::model::{Kind, Name, ObjectId};
///
/// let status = ObjectId::new(Kind::Enum, Name::new("status"));
/// let orders = ObjectId::new(Kind::Table, Name::new("orders"));
/// let mut table = Action::new(Verb::Create, orders.clone(), vec![]);
/// table.requires = vec![status.clone()];
/// let mut enumeration = Action::new(Verb::Create, status.clone(), vec![]);
/// enumeration.produces = vec![status.clone()];
///
/// let sorted = sort(vec![table, enumeration])?;
/// assert_eq!(sorted[0].object, status);
/// # Ok::<(), schema_ddl::diff::Cycle>(())
/// ```
///
/// # Errors
///
/// If actions need each other.
pub fn sort(actions: Vec<Action>) -> Result<Vec<Action>, Cycle> {
    let edges = edges(&actions);
    let mut waits_for = vec![0_usize; actions.len()];
    for to in edges.iter().flatten() {
        waits_for[*to] += 1;
    }
    let mut ready: BinaryHeap<Reverse<usize>> = (0..actions.len())
        .filter(|i| waits_for[*i] == 0)
        .map(Reverse)
        .collect();
    let mut order = Vec::with_capacity(actions.len());
    while let Some(Reverse(next)) = ready.pop() {
        order.push(next);
        for to in &edges[next] {
            waits_for[*to] -= 1;
            if waits_for[*to] == 0 {
                ready.push(Reverse(*to));
            }
        }
    }
    if order.len() < actions.len() {
        let objects = actions
            .into_iter()
            .zip(waits_for)
            .filter(|(_, waits)| *waits > 0)
            .map(|(action, _)| action.object)
            .collect();
        return Err(Cycle { objects });
    }
    let mut actions: Vec<Option<Action>> = actions.into_iter().map(Some).collect();
    Ok(order
        .into_iter()
        .filter_map(|i| actions[i].take())
        .collect())
}

/// Returns for each action the actions that must follow it, each once.
fn edges(actions: &[Action]) -> Vec<Vec<usize>> {
    let by = |list: fn(&Action) -> &Vec<ObjectId>| {
        let mut map: HashMap<&ObjectId, Vec<usize>> = HashMap::new();
        for (i, action) in actions.iter().enumerate() {
            for object in list(action) {
                map.entry(object).or_default().push(i);
            }
        }
        map
    };
    let producers = by(|action| &action.produces);
    let destroyers = by(|action| &action.destroys);
    let mut edges = vec![Vec::new(); actions.len()];
    let mut follow = |before: usize, after: Option<&Vec<usize>>| {
        for after in after.into_iter().flatten() {
            if *after != before {
                edges[before].push(*after);
            }
        }
    };
    for (i, action) in actions.iter().enumerate() {
        for object in &action.releases {
            follow(i, destroyers.get(object));
        }
        for object in &action.destroys {
            follow(i, producers.get(object));
        }
    }
    for (i, action) in actions.iter().enumerate() {
        for producer in action
            .requires
            .iter()
            .filter_map(|object| producers.get(object))
            .flatten()
        {
            if *producer != i {
                edges[*producer].push(i);
            }
        }
    }
    for after in &mut edges {
        after.sort_unstable();
        after.dedup();
    }
    edges
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::Verb;
    use crate::model::{Kind, Name};

    fn id(name: &str) -> ObjectId {
        ObjectId::new(Kind::View, Name::new(name))
    }

    fn action(verb: Verb, name: &str) -> Action {
        Action::new(verb, id(name), vec![])
    }

    fn names(actions: Vec<Action>) -> Vec<String> {
        sort(actions)
            .unwrap()
            .iter()
            .map(|action| format!("{} {}", action.verb, action.object.name.name))
            .collect()
    }

    #[test]
    fn what_does_not_depend_keeps_its_order() {
        let actions = vec![
            action(Verb::Create, "c"),
            action(Verb::Drop, "a"),
            action(Verb::Create, "b"),
        ];
        assert_eq!(names(actions), ["create c", "drop a", "create b"]);
    }

    #[test]
    fn a_view_is_dropped_before_and_created_after_its_table_changes() {
        let create = Action {
            requires: vec![id("table")],
            produces: vec![id("view")],
            ..action(Verb::Create, "view")
        };
        let alter = Action {
            destroys: vec![id("table")],
            produces: vec![id("table")],
            ..action(Verb::Alter, "table")
        };
        let drop = Action {
            releases: vec![id("table")],
            destroys: vec![id("view")],
            ..action(Verb::Drop, "view")
        };
        assert_eq!(
            names(vec![create, alter, drop]),
            ["drop view", "alter table", "create view"]
        );
    }

    #[test]
    fn actions_that_need_each_other_are_an_error() {
        let a = Action {
            requires: vec![id("b")],
            produces: vec![id("a")],
            ..action(Verb::Create, "a")
        };
        let b = Action {
            requires: vec![id("a")],
            produces: vec![id("b")],
            ..action(Verb::Create, "b")
        };
        let error = sort(vec![a, b, action(Verb::Create, "c")]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "these changes need each other, so there is no order in which they can run: view \"a\", view \"b\""
        );
    }
}
