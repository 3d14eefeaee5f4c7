//! The objects that each action requires and releases, derived from the uses of objects.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::uses::{How, Uses};
use super::{Action, Cycle, Verb, ids, log, sort};
use crate::model::{Kind, Model, Name, ObjectId};

/// Adds to each action what its object uses, and sorts the actions.
///
/// A use that is only guessed from a text can be wrong, so it is ignored if it leads to a cycle.
pub(super) fn order(
    from: &Model,
    to: &Model,
    uses: (&Uses, &Uses),
    mut actions: Vec<Action>,
) -> Result<Vec<Action>, Cycle> {
    other_kinds(to, &mut actions);
    roles(from, &mut actions);
    log::foreign_keys(from, to, &mut actions);
    actions.sort_by_key(phase);
    let mut strict = actions.clone();
    overloads(to, &mut strict);
    for (actions, how) in [
        (&strict, How::InBody),
        (&actions, How::InBody),
        (&strict, How::Guessed),
        (&actions, How::Guessed),
    ] {
        let mut complete = actions.clone();
        for action in &mut complete {
            add_uses(action, uses, how);
        }
        prefer_new(&mut complete);
        if let Ok(sorted) = sort(complete) {
            return Ok(sorted);
        }
    }
    for action in &mut actions {
        add_uses(action, uses, How::Known);
    }
    prefer_new(&mut actions);
    sort(actions)
}

/// An action that uses an object before and after its change can only run after it.
fn prefer_new(actions: &mut [Action]) {
    let produced = actions.iter().flat_map(|action| &action.produces);
    let produced: HashSet<ObjectId> = produced.cloned().collect();
    for action in actions {
        let required: HashSet<&ObjectId> = action.requires.iter().collect();
        action
            .releases
            .retain(|id| !(required.contains(id) && produced.contains(id)));
    }
}

/// The place of an action among those that it does not depend on.
const fn phase(action: &Action) -> usize {
    let is_drop = matches!(action.verb, Verb::Drop);
    match action.object.kind {
        Kind::Grant if is_drop => 0,
        Kind::Policy | Kind::Trigger if is_drop => 1,
        Kind::View | Kind::MaterializedView if is_drop => 2,
        Kind::Routine if is_drop => 20,
        Kind::Sequence if is_drop => 21,
        Kind::Enum | Kind::Domain | Kind::Composite if is_drop => 22,
        Kind::Extension | Kind::Namespace | Kind::Role if is_drop => 23,
        Kind::Namespace => 3,
        Kind::Extension => 4,
        Kind::Role => 5,
        Kind::Enum | Kind::Domain | Kind::Composite => 6,
        Kind::Sequence => 7,
        Kind::Table | Kind::Column | Kind::Constraint | Kind::Index => 8,
        Kind::Routine => 9,
        Kind::View | Kind::MaterializedView => 10,
        Kind::Trigger => 11,
        Kind::Policy => 12,
        Kind::Grant => 13,
    }
}

/// Adds what the objects of an action use, up to a degree of certainty.
fn add_uses(action: &mut Action, uses: (&Uses, &Uses), how: How) {
    let of_table = action.object.kind == Kind::Table;
    let needs = |uses: &Uses, objects: &[ObjectId]| -> HashSet<ObjectId> {
        // Foreign keys in cycles have actions of their own. The others are among what the action itself names.
        let objects = objects
            .iter()
            .filter(|id| !(of_table && id.kind == Kind::Constraint));
        let all = objects.flat_map(|id| uses.of(id));
        let known = all.filter(|(_, one)| *one <= how);
        known.map(|(used, _)| used.clone()).collect()
    };
    let object = [action.object.clone()];
    let is_alter = action.destroys.is_empty() && action.produces.is_empty();
    let (old, new) = if is_alter {
        (needs(uses.0, &object), needs(uses.1, &object))
    } else {
        (
            needs(uses.0, &action.destroys),
            needs(uses.1, &action.produces),
        )
    };
    // An object that is used before and after is used in its new form, so it is changed first.
    let mut releases: Vec<ObjectId> = old.difference(&new).cloned().collect();
    let mut requires: Vec<ObjectId> = if is_alter {
        new.difference(&old).cloned().collect()
    } else {
        new.into_iter().collect()
    };
    let mut at = 0;
    // What an expression calls is called by what contains the expression.
    while let Some(next) = requires.get(at) {
        if matches!(next.kind, Kind::Domain | Kind::Routine) {
            let known = uses.1.of(next).iter().filter(|(_, one)| *one <= how);
            let called = known.map(|(used, _)| used.clone());
            let called: Vec<ObjectId> = called.filter(|one| !requires.contains(one)).collect();
            requires.extend(called);
        }
        at += 1;
    }
    releases.sort_unstable();
    requires.sort_unstable();
    action.releases.append(&mut releases);
    action.requires.append(&mut requires);
}

/// An object can get the name of a dropped one of another kind.
fn other_kinds(to: &Model, actions: &mut [Action]) {
    let mut new: HashMap<&Name, Vec<ObjectId>> = HashMap::new();
    for view in &to.views {
        new.entry(&view.name).or_default().push(ids::view(view));
    }
    for table in &to.tables {
        new.entry(&table.name)
            .or_default()
            .push(ids::table(&table.name));
    }
    for sequence in &to.sequences {
        new.entry(&sequence.name)
            .or_default()
            .push(ids::sequence(sequence));
    }
    let enums = to
        .enums
        .iter()
        .map(|def| (&def.name, ids::enumeration(def)));
    let domains = to.domains.iter().map(|def| (&def.name, ids::domain(def)));
    let composites = to
        .composites
        .iter()
        .map(|def| (&def.name, ids::composite(def)));
    for (name, id) in enums.chain(domains).chain(composites) {
        new.entry(name).or_default().push(id);
    }
    for action in actions
        .iter_mut()
        .filter(|action| action.verb == Verb::Drop)
    {
        let id = &action.object;
        if id.part.is_none() && action.destroys.contains(id) && shares_names(id.kind) {
            let others = new.get(&id.name).into_iter().flatten();
            let others: Vec<ObjectId> = others.filter(|other| *other != id).cloned().collect();
            action.destroys.extend(others);
        }
    }
}

/// A call must not have the choice between a routine that is dropped and one that is created under the same name.
fn overloads(to: &Model, actions: &mut [Action]) {
    let mut new: HashMap<&Name, Vec<ObjectId>> = HashMap::new();
    for routine in &to.routines {
        let id = ids::routine(routine);
        new.entry(&routine.name).or_default().push(id);
    }
    for action in actions {
        let id = &action.object;
        if action.verb == Verb::Drop && id.kind == Kind::Routine {
            let name = id.name.name.split('(').next().unwrap_or_default();
            let others = new.get(&id.name.beside(name)).into_iter().flatten();
            let others: Vec<ObjectId> = others.filter(|other| *other != id).cloned().collect();
            action.destroys.extend(others);
        }
    }
}

const fn shares_names(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Table
            | Kind::View
            | Kind::MaterializedView
            | Kind::Sequence
            | Kind::Enum
            | Kind::Domain
            | Kind::Composite
    )
}

/// A role can only be dropped without the objects on which it has privileges.
fn roles(from: &Model, actions: &mut [Action]) {
    let dropped: HashSet<ObjectId> = actions
        .iter()
        .filter(|action| action.verb == Verb::Drop && action.object.kind == Kind::Role)
        .map(|action| action.object.clone())
        .collect();
    if dropped.is_empty() {
        return;
    }
    let mut roles: BTreeMap<&ObjectId, Vec<ObjectId>> = BTreeMap::new();
    for grant in &from.grants {
        let role = ids::role(&grant.role);
        if dropped.contains(&role) {
            roles.entry(&grant.on).or_default().push(role);
        }
    }
    for action in actions {
        let destroyed = action.destroys.iter();
        let roles = destroyed.filter_map(|id| roles.get(id)).flatten();
        action.releases.extend(roles.cloned());
    }
}
