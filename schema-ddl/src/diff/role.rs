//! Changes of roles and their memberships.

use std::collections::HashSet;

use super::pairs::Pairs;
use super::{Action, ids, make};
use crate::model::{Model, Role};
use crate::sql::role;

pub(super) fn diff(from: &Model, to: &Model) -> Vec<Action> {
    let pairs = Pairs::new(&from.roles, &to.roles, |one| &one.name);
    // Dropping a role ends its memberships, and those in it.
    let dropped: HashSet<&str> = pairs.dropped.iter().map(|one| one.name.as_str()).collect();
    let mut actions = Vec::new();
    for old in &pairs.dropped {
        actions.push(make::drop(ids::role(&old.name), role::drop(&old.name)));
    }
    for (old, new) in pairs.kept {
        let alter = role::alter(old, new).into_iter().collect();
        actions.extend(make::alter(ids::role(&new.name), alter));
        actions.extend(memberships(Some(old), new, &dropped));
        let comments = (old.comment.as_deref(), new.comment.as_deref());
        actions.extend(make::comment(ids::role(&new.name), comments.0, comments.1));
    }
    for new in pairs.created {
        let statements = vec![role::create(new)];
        let comment = new.comment.as_deref();
        actions.push(make::create(ids::role(&new.name), statements, comment));
        actions.extend(memberships(None, new, &dropped));
    }
    actions
}

fn memberships(old: Option<&Role>, new: &Role, dropped: &HashSet<&str>) -> Vec<Action> {
    let old = old.map_or(&[][..], |old| &old.member_of);
    let left = old
        .iter()
        .filter(|group| !new.member_of.contains(group) && !dropped.contains(group.as_str()))
        .map(|group| role::leave(group, &new.name));
    let mut actions: Vec<Action> = make::alter(ids::role(&new.name), left.collect())
        .into_iter()
        .collect();
    for group in new.member_of.iter().filter(|group| !old.contains(group)) {
        let statements = vec![role::join(group, &new.name)];
        actions.extend(
            make::alter(ids::role(&new.name), statements).map(|action| Action {
                requires: vec![ids::role(group), ids::role(&new.name)],
                ..action
            }),
        );
    }
    actions
}
