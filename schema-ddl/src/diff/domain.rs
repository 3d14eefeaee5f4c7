//! Changes of domains. The base is not changed here: see [`retype`](super::retype).

use super::pairs::Pairs;
use super::retype::Retyped;
use super::{Action, Verb, ids, make};
use crate::model::{Check, Domain, Model};
use crate::sql::{comment, domain};

pub(super) fn diff(from: &Model, to: &Model, retyped: &Retyped<'_>) -> Vec<Action> {
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
        actions.extend(
            make::alter(id.clone(), alter(old, new)).map(|action| Action {
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
