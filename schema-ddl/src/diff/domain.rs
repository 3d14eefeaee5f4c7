//! Changes of domains. The base is not changed here: see [`retype`](super::retype).

use super::pairs::Pairs;
use super::retype::Retyped;
use super::scope::Scope;
use super::{Action, Verb, ids, make};
use crate::model::{Check, Domain, Kind, Model, ObjectId};
use crate::sql::{comment, domain};

/// `routines` are those that are dropped, although they may be created again.
pub(super) fn diff(
    from: &Model,
    to: &Model,
    retyped: &Retyped<'_>,
    routines: &[ObjectId],
) -> Vec<Action> {
    let scope = Scope::new(from);
    let pairs = Pairs::new(&from.domains, &to.domains, |one| &one.name);
    let mut actions = Vec::new();
    for old in pairs
        .dropped
        .iter()
        .filter(|old| !retyped.contains(&old.name))
    {
        actions.push(make::drop(ids::domain(old), domain::drop(&old.name)));
    }
    for (old, new) in pairs.kept {
        if retyped.contains(&new.name) {
            continue;
        }
        let id = ids::domain(new);
        let (kept, dropped) = without_calls(old, new, &scope, routines);
        actions.extend(dropped);
        actions.extend(
            make::alter(id.clone(), alter(&kept, new)).map(|action| Action {
                produces: vec![id.clone()],
                ..action
            }),
        );
        let comments = (old.comment.as_deref(), new.comment.as_deref());
        actions.extend(make::comment(id, comments.0, comments.1));
    }
    for new in pairs
        .created
        .iter()
        .filter(|new| !retyped.contains(&new.name))
    {
        actions.push(Action {
            produces: vec![ids::domain(new)],
            ..Action::new(Verb::Create, ids::domain(new), create(new))
        });
    }
    actions
}

/// Returns a domain without the checks that call routines that are dropped, and the action that drops those checks.
fn without_calls(
    old: &Domain,
    new: &Domain,
    scope: &Scope<'_>,
    routines: &[ObjectId],
) -> (Domain, Option<Action>) {
    let calls = |check: &Check| -> Vec<ObjectId> {
        let called = scope.functions(&check.expression).into_iter();
        called.filter(|id| routines.contains(id)).collect()
    };
    let (dropped, checks): (Vec<_>, Vec<_>) = old
        .checks
        .iter()
        .cloned()
        .partition(|check| !calls(check).is_empty());
    let statements = dropped.iter();
    let statements = statements.map(|check| domain::drop_check(&new.name, &check.name));
    let action = make::alter(ids::domain(new), statements.collect());
    let action = action.map(|action| Action {
        releases: dropped.iter().flat_map(calls).collect(),
        destroys: vec![checks_of(new)],
        ..action
    });
    let checks = Domain {
        checks,
        ..old.clone()
    };
    (checks, action)
}

/// Stands for the checks of a domain.
fn checks_of(domain: &Domain) -> ObjectId {
    ObjectId::part(Kind::Domain, domain.name.clone(), "checks")
}

/// Returns the statements that create a domain with its comments.
pub(super) fn create(new: &Domain) -> Vec<String> {
    let id = ids::domain(new);
    let mut statements = domain::create(new);
    if let Some(text) = &new.comment {
        statements.push(comment::comment(&id, Some(text)));
    }
    let checks = new.checks.iter().filter(|check| check.comment.is_some());
    statements.extend(checks.map(|check| check_comment(new, check)));
    statements
}

fn check_comment(domain: &Domain, check: &Check) -> String {
    let id = ids::domain(domain);
    comment::of_domain_check(&id, &check.name, check.comment.as_deref())
}

/// True if the server must look at the stored values.
pub(super) fn checks_values(old: &Domain, new: &Domain) -> bool {
    let is_checked = |check: &Check| {
        let checked = old.checks.iter().filter(|old| !old.not_valid);
        checked
            .filter(|old| old.name == check.name)
            .any(|old| old.expression == check.expression)
    };
    let mut checks = new.checks.iter().filter(|check| !check.not_valid);
    new.not_null && !old.not_null || checks.any(|check| !is_checked(check))
}

fn alter(old: &Domain, new: &Domain) -> Vec<String> {
    let name = &new.name;
    let mut statements = Vec::new();
    let checks = Pairs::new(&old.checks, &new.checks, |check| &check.name);
    for old in checks.dropped {
        statements.push(domain::drop_check(name, &old.name));
    }
    if old.default != new.default {
        statements.push(domain::set_default(name, new.default.as_deref()));
    }
    if old.not_null != new.not_null {
        statements.push(domain::set_not_null(name, new.not_null));
    }
    let mut comments = Vec::new();
    for (old, check) in checks.kept {
        let mut comment = old.comment.as_ref();
        if old.expression != check.expression || (check.not_valid && !old.not_valid) {
            statements.push(domain::drop_check(name, &old.name));
            statements.push(domain::add_check(name, check));
            comment = None;
        } else if old.not_valid && !check.not_valid {
            statements.push(domain::validate_check(name, &check.name));
        }
        if comment != check.comment.as_ref() {
            comments.push(check_comment(new, check));
        }
    }
    for check in checks.created {
        statements.push(domain::add_check(name, check));
        comments.extend(check.comment.is_some().then(|| check_comment(new, check)));
    }
    statements.extend(comments);
    statements
}
