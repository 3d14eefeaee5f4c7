//! The places of the steps.

use std::collections::{HashMap, HashSet};

use super::step::Steps;
use crate::diff::{Action, Verb};
use crate::model::{Kind, ObjectId};

/// The actions in their new order.
#[derive(Debug, Default)]
pub(super) struct Queue {
    done: Vec<Action>,
    waiting: Vec<Waiting>,
}

/// The long steps of a change that has had its short ones.
#[derive(Debug)]
struct Waiting {
    /// The change.
    action: Action,
    later: Vec<Action>,
    instead: Option<Action>,
}

impl Queue {
    /// Adds the steps of the next action.
    pub(super) fn push(&mut self, action: &Action, steps: Steps) {
        if !steps.now.is_empty() {
            self.run_before(action);
        }
        self.done.extend(steps.now);
        if !steps.later.is_empty() {
            self.waiting.push(Waiting {
                action: action.clone(),
                later: steps.later,
                instead: steps.instead,
            });
        }
    }

    /// Returns the actions.
    pub(super) fn finish(mut self) -> Vec<Action> {
        let waiting = std::mem::take(&mut self.waiting);
        self.done
            .extend(waiting.into_iter().flat_map(|one| one.later));
        self.done
    }

    /// Runs what an action needs, and what that needs.
    fn run_before(&mut self, action: &Action) {
        if self.waiting.is_empty() {
            return;
        }
        let mut needed: Vec<bool> = self
            .waiting
            .iter()
            .map(|one| is_attach(action) || depends(&one.action, action))
            .collect();
        for at in (0..self.waiting.len()).rev() {
            let mut later = at + 1..self.waiting.len();
            needed[at] = needed[at]
                || later.any(|other| {
                    let (first, then) = (&self.waiting[at].action, &self.waiting[other].action);
                    needed[other]
                        && self.waiting[other].instead.is_none()
                        && (depends(first, then) || is_not_null(first, then))
                });
        }
        let waiting = std::mem::take(&mut self.waiting);
        for (one, is_needed) in waiting.into_iter().zip(needed) {
            match one.instead {
                _ if !is_needed => self.waiting.push(one),
                Some(instead) => self.done.push(instead),
                None => self.done.extend(one.later),
            }
        }
    }
}

/// True if an action can only run after another one: the rules of [`sort`](crate::diff::sort).
pub(super) fn depends(first: &Action, then: &Action) -> bool {
    let meet = |a: &[ObjectId], b: &[ObjectId]| a.iter().any(|id| b.contains(id));
    meet(&first.produces, &then.requires)
        || meet(&first.releases, &then.destroys)
        || meet(&first.destroys, &then.produces)
}

/// A table that becomes a partition must have everything that partitions have.
fn is_attach(action: &Action) -> bool {
    let is_place = |id: &ObjectId| id.kind == Kind::Table && id.part.is_some();
    action.verb == Verb::Alter && action.produces.iter().any(is_place)
}

/// True if a column of a table should be `not null` before the table gets its key.
fn is_not_null(first: &Action, then: &Action) -> bool {
    first.object.kind == Kind::Column
        && then.object.kind == Kind::Constraint
        && first.object.name == then.object.name
}

/// True if a column can only be NULL without the key.
fn allows_null(drop: &Action, then: &Action) -> bool {
    drop.object.kind == Kind::Constraint
        && drop.object.name == then.object.name
        && then
            .statements
            .iter()
            .any(|sql| sql.ends_with(" drop not null"))
}

/// Objects that are dropped and created again, by the places of the actions.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// The action that drops, for each one that creates.
    pub(super) drops: HashMap<usize, usize>,
    /// The actions that drop.
    pub(super) moved: HashSet<usize>,
}

/// Finds indexes and constraints that change, if the old one can stay until the new one exists.
pub(super) fn pairs(actions: &[Action]) -> Pairs {
    let mut pairs = Pairs::default();
    let mut dropped: HashMap<&ObjectId, usize> = HashMap::new();
    for (at, action) in actions.iter().enumerate() {
        if !matches!(action.object.kind, Kind::Index | Kind::Constraint) {
            continue;
        }
        if action.verb == Verb::Drop {
            dropped.insert(&action.object, at);
            continue;
        }
        let drop = dropped.get(&action.object).copied();
        if let (Some(drop), Verb::Create) = (drop, action.verb) {
            let mut between = actions[drop + 1..at].iter();
            let is_free = !between
                .any(|one| depends(&actions[drop], one) || allows_null(&actions[drop], one));
            if is_free {
                pairs.drops.insert(at, drop);
                pairs.moved.insert(drop);
            }
        }
    }
    pairs
}
