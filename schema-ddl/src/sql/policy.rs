//! [`create policy`](https://www.postgresql.org/docs/current/sql-createpolicy.html) and the row security of tables.

use super::{quote, role};
use crate::model::{Name, Policy, PolicyCommand, RowSecurity};

/// Returns the statement that creates a policy.
pub(crate) fn create(table: &Name, policy: &Policy) -> String {
    let restrictive = if policy.permissive {
        ""
    } else {
        " as restrictive"
    };
    let command = match policy.command {
        PolicyCommand::All => "",
        PolicyCommand::Select => " for select",
        PolicyCommand::Insert => " for insert",
        PolicyCommand::Update => " for update",
        PolicyCommand::Delete => " for delete",
    };
    let to = if policy.roles.is_empty() {
        String::new()
    } else {
        format!(" to {}", roles(policy))
    };
    let using = condition("using", policy.using.as_ref());
    let with_check = condition("with check", policy.with_check.as_ref());
    let name = quote::name(&policy.name);
    format!("create policy {name} on {table}{restrictive}{command}{to}{using}{with_check}")
}

/// Returns the statement that changes a policy, or `None` if it must be created again.
pub(crate) fn alter(table: &Name, from: &Policy, to: &Policy) -> Option<String> {
    let removed = |from: &Option<String>, to: &Option<String>| from.is_some() && to.is_none();
    if from.permissive != to.permissive
        || from.command != to.command
        || removed(&from.using, &to.using)
        || removed(&from.with_check, &to.with_check)
    {
        return None;
    }
    let to_roles = (from.roles != to.roles).then(|| format!(" to {}", roles(to)));
    let using = to.using.as_ref().filter(|_| from.using != to.using);
    let with_check = to
        .with_check
        .as_ref()
        .filter(|_| from.with_check != to.with_check);
    let clauses = [
        to_roles.unwrap_or_default(),
        condition("using", using),
        condition("with check", with_check),
    ];
    let name = quote::name(&to.name);
    Some(format!(
        "alter policy {name} on {table}{}",
        clauses.concat()
    ))
}

/// Returns the statement that drops a policy.
pub(crate) fn drop(table: &Name, policy: &str) -> String {
    format!("drop policy {} on {table}", quote::name(policy))
}

/// Returns the statements that change whether policies restrict the rows of a table.
pub(crate) fn row_security(table: &Name, from: RowSecurity, to: RowSecurity) -> Vec<String> {
    let is_enabled = |one| matches!(one, RowSecurity::Enabled | RowSecurity::Forced);
    let is_forced = |one| matches!(one, RowSecurity::Forced | RowSecurity::OffForced);
    let mut clauses = Vec::new();
    if is_forced(from) && !is_forced(to) {
        clauses.push("no force");
    }
    match (is_enabled(from), is_enabled(to)) {
        (false, true) => clauses.push("enable"),
        (true, false) => clauses.push("disable"),
        _ => {}
    }
    if !is_forced(from) && is_forced(to) {
        clauses.push("force");
    }
    clauses
        .iter()
        .map(|clause| format!("alter table {table} {clause} row level security"))
        .collect()
}

fn roles(policy: &Policy) -> String {
    if policy.roles.is_empty() {
        return String::from("public");
    }
    let roles: Vec<String> = policy.roles.iter().map(|one| role::name(one)).collect();
    roles.join(", ")
}

fn condition(word: &str, expression: Option<&String>) -> String {
    expression
        .map(|expression| format!(" {word} ({expression})"))
        .unwrap_or_default()
}
