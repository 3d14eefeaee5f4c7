//! Changes of privileges.

use std::collections::{BTreeMap, HashSet};

use super::default_privileges::Defaults;
use super::dependents::Gone;
use super::retype::Retyped;
use super::uses::Uses;
use super::{Action, Verb, ids};
use crate::model::{Kind, Model, Name, ObjectId, Privilege};
use crate::sql::access;

/// The privileges on an object that a role has, and whether it may pass them on.
pub(super) type Privileges = BTreeMap<Privilege, bool>;

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
    let dropped = dropped_columns(actions);
    let is_lost = |on: &ObjectId| {
        let is_dropped = uses.0.has(on) && !uses.1.has(on);
        let is_replaced = match on.kind {
            Kind::Column => dropped.contains(on) || gone.table(&on.name),
            _ => gone.contains(on) && (retyped.contains(&on.name) || !altered.contains(on)),
        };
        is_dropped || is_replaced
    };
    let is_created = |on: &ObjectId| match on.kind {
        Kind::Namespace => !from.namespaces.iter().any(|one| one.name == on.name.name),
        _ => is_lost(on) || !uses.0.has(on),
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
    changes.extend(unwanted(from, to, uses.1, &new, is_created));
    changes.extend(public(from, to, uses, is_created));
    changes
}

/// Takes from new objects what default privileges give and the new model does not.
fn unwanted(
    from: &Model,
    to: &Model,
    new_uses: &Uses,
    new: &BTreeMap<(&ObjectId, &str), Privileges>,
    is_created: impl Fn(&ObjectId) -> bool,
) -> Vec<Action> {
    if from.default_privileges.is_empty() {
        return Vec::new();
    }
    let defaults = Defaults::new(from);
    let none = Privileges::new();
    let mut changes = Vec::new();
    for on in objects(to, new_uses).iter().filter(|on| is_created(on)) {
        for (role, by_default) in defaults.of(on) {
            if role == "public" && is_public(on.kind) {
                continue;
            }
            let wanted = new.get(&(on, role)).unwrap_or(&none);
            let unwanted = by_default.keys().filter(|one| !wanted.contains_key(*one));
            let unwanted: Vec<Privilege> = unwanted.copied().collect();
            changes.extend(change(Verb::Drop, on, role, &unwanted, false).map(after_create));
            let options = by_default
                .iter()
                .filter(|(one, grantable)| **grantable && wanted.get(*one) == Some(&false));
            let options: Vec<Privilege> = options.map(|(one, _)| *one).collect();
            changes.extend(change(Verb::Alter, on, role, &options, true).map(after_create));
        }
    }
    changes
}

/// Changes what all roles can do with functions and types.
fn public(
    from: &Model,
    to: &Model,
    (old_uses, new_uses): (&Uses, &Uses),
    is_created: impl Fn(&ObjectId) -> bool,
) -> Vec<Action> {
    let defaults = Defaults::new(from);
    let old: HashSet<&ObjectId> = from.not_public.iter().collect();
    let new: HashSet<&ObjectId> = to.not_public.iter().collect();
    let all = objects(to, new_uses).into_iter();
    let all = all.filter(|on| is_public(on.kind));
    let changes = all.filter_map(|on| {
        let privilege = match on.kind {
            Kind::Routine => Privilege::Execute,
            _ => Privilege::Usage,
        };
        let is_new = is_created(&on) || !old_uses.has(&on);
        let is_closed = if is_new {
            defaults.closes(&on)
        } else {
            old.contains(&on)
        };
        match (is_closed, new.contains(&on)) {
            // Who creates the object determines whether the defaults close it.
            (_, true) if is_new || !is_closed => {
                change(Verb::Drop, &on, "public", &[privilege], false).map(after_create)
            }
            (true, false) => change(Verb::Create, &on, "public", &[privilege], false),
            _ => None,
        }
    });
    changes.collect()
}

/// True if all roles can use a new object of this kind.
const fn is_public(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Routine | Kind::Enum | Kind::Domain | Kind::Composite
    )
}

/// Returns the objects of a model that can have privileges, except columns.
fn objects(model: &Model, uses: &Uses) -> Vec<ObjectId> {
    let namespaces = model.namespaces.iter();
    let namespaces = namespaces.map(|one| ids::namespace(&one.name));
    let others = uses.all().map(|(id, _)| id.clone());
    let mut all: Vec<ObjectId> = namespaces
        .chain(others.filter(|id| id.part.is_none() && id.kind != Kind::Index))
        .collect();
    all.sort_unstable();
    all
}

/// Takes privileges from an object that the actions create.
fn after_create(action: Action) -> Action {
    Action {
        requires: action.releases,
        releases: Vec::new(),
        ..action
    }
}

/// Columns that are dropped. One that gets another type or expression in place keeps its privileges.
fn dropped_columns(actions: &[Action]) -> HashSet<&ObjectId> {
    let drops = actions.iter().filter(|one| one.verb == Verb::Drop);
    let columns = drops.filter(|one| one.object.kind == Kind::Column);
    columns.flat_map(|one| &one.destroys).collect()
}

/// Objects that are changed in place, so that they keep their privileges. A partition can be dropped, created, and
/// attached.
fn altered(actions: &[Action]) -> HashSet<&ObjectId> {
    let objects = |verb: Verb| {
        let actions = actions.iter().filter(move |action| action.verb == verb);
        actions.map(|action| &action.object)
    };
    let dropped: HashSet<&ObjectId> = objects(Verb::Drop).collect();
    objects(Verb::Alter)
        .filter(|object| object.kind != Kind::Column && !dropped.contains(object))
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
    let words: Vec<&str> = privileges.iter().map(|one| one.word()).collect();
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
