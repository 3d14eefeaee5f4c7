//! The places of the steps.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use super::step::Steps;
use crate::diff::{Action, Verb};
use crate::model::{Kind, Name, ObjectId};

/// The actions in their new order.
#[derive(Debug, Default)]
pub(super) struct Queue {
    done: Vec<Action>,
    /// By their numbers, in their order.
    waiting: BTreeMap<usize, Waiting>,
    numbers: usize,
    index: Index,
}

/// The long steps of a change that has had its short ones.
#[derive(Debug)]
struct Waiting {
    /// The change.
    action: Action,
    later: Vec<Action>,
    instead: Option<Action>,
}

/// The numbers of changes that wait or have waited, by what others need of them. The rules are those of
/// [`sort`](crate::diff::sort).
#[derive(Debug, Default)]
struct Index {
    produce: HashMap<ObjectId, Vec<usize>>,
    release: HashMap<ObjectId, Vec<usize>>,
    destroy: HashMap<ObjectId, Vec<usize>>,
    columns: HashMap<Name, Vec<usize>>,
}

impl Index {
    fn add(&mut self, number: usize, action: &Action) {
        let add = |map: &mut HashMap<ObjectId, Vec<usize>>, ids: &[ObjectId]| {
            for id in ids {
                map.entry(id.clone()).or_default().push(number);
            }
        };
        add(&mut self.produce, &action.produces);
        add(&mut self.release, &action.releases);
        add(&mut self.destroy, &action.destroys);
        if action.object.kind == Kind::Column {
            let name = action.object.name.clone();
            self.columns.entry(name).or_default().push(number);
        }
    }

    /// The changes that an action depends on.
    fn before(&self, then: &Action) -> impl Iterator<Item = usize> {
        let find = |map: &'_ HashMap<ObjectId, Vec<usize>>, ids: &[ObjectId]| {
            let found = ids.iter().filter_map(|id| map.get(id));
            found.flatten().copied().collect::<Vec<_>>()
        };
        let required = find(&self.produce, &then.requires);
        let released = find(&self.release, &then.destroys);
        let destroyed = find(&self.destroy, &then.produces);
        required.into_iter().chain(released).chain(destroyed)
    }

    /// The columns that should be `not null` before a key of their table is made.
    fn not_null(&self, then: &Action) -> impl Iterator<Item = usize> {
        let is_key = then.object.kind == Kind::Constraint;
        let columns = is_key.then(|| self.columns.get(&then.object.name));
        columns.flatten().into_iter().flatten().copied()
    }
}

impl Queue {
    /// Adds the steps of the next action.
    pub(super) fn push(&mut self, action: &Action, steps: Steps) {
        if !steps.now.is_empty() {
            self.run_before(action);
        }
        self.done.extend(steps.now);
        if !steps.later.is_empty() {
            self.numbers += 1;
            self.index.add(self.numbers, action);
            let waiting = Waiting {
                action: action.clone(),
                later: steps.later,
                instead: steps.instead,
            };
            self.waiting.insert(self.numbers, waiting);
        }
    }

    /// Returns the actions.
    pub(super) fn finish(mut self) -> Vec<Action> {
        let waiting = std::mem::take(&mut self.waiting).into_values();
        self.done.extend(waiting.flat_map(|one| one.later));
        self.done
    }

    /// Runs what an action needs, and what that needs.
    fn run_before(&mut self, action: &Action) {
        if self.waiting.is_empty() {
            return;
        }
        for number in self.needed(action) {
            let Some(one) = self.waiting.remove(&number) else {
                continue;
            };
            match one.instead {
                Some(instead) => self.done.push(instead),
                None => self.done.extend(one.later),
            }
        }
    }

    /// The numbers of the waiting changes that an action needs, also through others.
    fn needed(&self, action: &Action) -> BTreeSet<usize> {
        if is_attach(action) {
            return self.waiting.keys().copied().collect();
        }
        let mut needed = BTreeSet::new();
        let mut next: Vec<usize> = self.index.before(action).collect();
        while let Some(number) = next.pop() {
            let Some(one) = self.waiting.get(&number) else {
                continue;
            };
            if needed.insert(number) && one.instead.is_none() {
                let before = self.index.before(&one.action);
                let before = before.chain(self.index.not_null(&one.action));
                next.extend(before.filter(|before| *before < number));
            }
        }
        needed
    }
}

/// True if an action can only run after another one: the rules of [`sort`](crate::diff::sort).
#[cfg(test)]
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

/// The places of actions, by what they need of others.
struct Users<'a> {
    requires: HashMap<&'a ObjectId, Vec<usize>>,
    destroys: HashMap<&'a ObjectId, Vec<usize>>,
    produces: HashMap<&'a ObjectId, Vec<usize>>,
    /// The actions that allow NULL in a column of this table or view, which they can only without its key.
    allow_null: HashMap<&'a Name, Vec<usize>>,
}

impl<'a> Users<'a> {
    fn new(actions: &'a [Action]) -> Self {
        let by = |list: fn(&Action) -> &Vec<ObjectId>| {
            let mut map: HashMap<&ObjectId, Vec<usize>> = HashMap::new();
            for (at, action) in actions.iter().enumerate() {
                for id in list(action) {
                    map.entry(id).or_default().push(at);
                }
            }
            map
        };
        let mut allow_null: HashMap<&Name, Vec<usize>> = HashMap::new();
        for (at, action) in actions.iter().enumerate() {
            let mut statements = action.statements.iter();
            if statements.any(|sql| sql.ends_with(" drop not null")) {
                allow_null.entry(&action.object.name).or_default().push(at);
            }
        }
        Self {
            requires: by(|action| &action.requires),
            destroys: by(|action| &action.destroys),
            produces: by(|action| &action.produces),
            allow_null,
        }
    }

    /// True if one of the actions in a range can only run after this one.
    fn any(&self, drop: &Action, range: &Range<usize>) -> bool {
        let is_in = |places: Option<&Vec<usize>>| {
            places.is_some_and(|places| places.iter().any(|at| range.contains(at)))
        };
        let meet = |map: &HashMap<&ObjectId, Vec<usize>>, ids: &[ObjectId]| {
            ids.iter().any(|id| is_in(map.get(id)))
        };
        meet(&self.requires, &drop.produces)
            || meet(&self.destroys, &drop.releases)
            || meet(&self.produces, &drop.destroys)
            || (drop.object.kind == Kind::Constraint
                && is_in(self.allow_null.get(&drop.object.name)))
    }
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
    let users = Users::new(actions);
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
        if let (Some(drop), Verb::Create) = (drop, action.verb)
            && !users.any(&actions[drop], &(drop + 1..at))
        {
            pairs.drops.insert(at, drop);
            pairs.moved.insert(drop);
        }
    }
    pairs
}
