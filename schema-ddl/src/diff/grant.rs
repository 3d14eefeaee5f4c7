//! Changes of privileges.

use std::collections::{BTreeMap, HashSet};

use super::dependents::Gone;
use super::retype::Retyped;
use super::uses::Uses;
use super::{Action, Verb, ids};
use crate::model::{Kind, Model, Name, ObjectId, Privilege};
use crate::sql::access;

/// The privileges on an object that a role has, and whether it may pass them on.
type Privileges = BTreeMap<Privilege, bool>;

fn privileges(model: &Model) -> BTreeMap<(&ObjectId, &str), Privileges> {
    let mut all: BTreeMap<(&ObjectId, &str), Privileges> = BTreeMap::new();
    for grant in &model.grants {
        let privileges = all.entry((&grant.on, &grant.role)).or_default();
        let grantable = privileges.entry(grant.privilege).or_default();
        *grantable |= grant.grantable;
    }
    all
}

pub(super) fn diff(
    from: &Model,
    to: &Model,
    uses: (&Uses, &Uses),
    actions: &[Action],
    gone: &Gone,
    retyped: &Retyped<'_>,
) -> Vec<Action> {
    let altered = altered(actions);
    let is_lost = |on: &ObjectId| {
        let is_dropped = uses.0.has(on) && !uses.1.has(on);
        let is_kept = altered.contains(on) && !retyped.contains(&on.name);
        is_dropped
            || gone.contains(on) && !is_kept
            || on.kind == Kind::Column && gone.table(&on.name)
    };
    let (old, new) = (privileges(from), privileges(to));
    let none = Privileges::new();
    let mut changes = Vec::new();
    for ((on, role), old) in &old {
        // An object is dropped with its privileges.
        if !is_lost(on) {
            let new = new.get(&(*on, *role)).unwrap_or(&none);
            let revoked = old.keys().filter(|one| !new.contains_key(*one));
            let revoked: Vec<Privilege> = revoked.copied().collect();
            changes.extend(change(Verb::Drop, on, role, &revoked, false));
            let kept = old.iter().filter(|(one, grantable)| {
                **grantable && new.get(*one).is_some_and(|grantable| !grantable)
            });
            let kept: Vec<Privilege> = kept.map(|(one, _)| *one).collect();
            changes.extend(change(Verb::Alter, on, role, &kept, true));
        }
    }
    for ((on, role), new) in &new {
        let old = old
            .get(&(*on, *role))
            .filter(|_| !is_lost(on))
            .unwrap_or(&none);
        for option in [false, true] {
            let missing = new.iter().filter(|(one, grantable)| {
                **grantable == option && old.get(*one).is_none_or(|old| option && !old)
            });
            let missing: Vec<Privilege> = missing.map(|(one, _)| *one).collect();
            changes.extend(change(Verb::Create, on, role, &missing, option));
        }
    }
    changes
}

/// Objects that are changed in place, so that they keep their privileges. A column may have been dropped and added.
fn altered(actions: &[Action]) -> HashSet<&ObjectId> {
    let alters = actions.iter().filter(|action| action.verb == Verb::Alter);
    let objects = alters.map(|action| &action.object);
    objects
        .filter(|object| object.kind != Kind::Column)
        .collect()
}

fn change(
    verb: Verb,
    on: &ObjectId,
    role: &str,
    privileges: &[Privilege],
    option: bool,
) -> Option<Action> {
    if privileges.is_empty() {
        return None;
    }
    let words: Vec<&str> = privileges.iter().map(|one| access::word(*one)).collect();
    let of = match &on.part {
        Some(part) => format!("{role}: {} ({part})", words.join(", ")),
        None => format!("{role}: {}", words.join(", ")),
    };
    let id = ObjectId::part(Kind::Grant, Name::clone(&on.name), of);
    let statement = match verb {
        Verb::Drop => access::revoke(on, role, privileges),
        Verb::Alter => access::revoke_option(on, role, privileges),
        Verb::Create | Verb::Rename => access::grant(on, role, privileges, option),
    };
    let needs = vec![on.clone(), ids::role(role)];
    let (requires, releases) = match verb {
        Verb::Create | Verb::Rename => (needs, Vec::new()),
        Verb::Drop | Verb::Alter => (Vec::new(), needs),
    };
    Some(Action {
        requires,
        releases,
        ..Action::new(verb, id, vec![statement])
    })
}
