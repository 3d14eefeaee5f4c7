//! [`grant`](https://www.postgresql.org/docs/current/sql-grant.html) and
//! [`revoke`](https://www.postgresql.org/docs/current/sql-revoke.html).

use super::{quote, role, routine};
use crate::model::{Kind, ObjectId, Privilege};

/// Returns the statement that gives privileges on an object to a role.
pub(crate) fn grant(
    on: &ObjectId,
    role: &str,
    privileges: &[Privilege],
    grantable: bool,
) -> String {
    let option = if grantable { " with grant option" } else { "" };
    let privileges = list(on, privileges);
    format!(
        "grant {privileges} on {} to {}{option}",
        target(on),
        role::name(role)
    )
}

/// Returns the statement that takes privileges on an object from a role.
pub(crate) fn revoke(on: &ObjectId, role: &str, privileges: &[Privilege]) -> String {
    let privileges = list(on, privileges);
    format!(
        "revoke {privileges} on {} from {}",
        target(on),
        role::name(role)
    )
}

/// Returns the statement after which a role keeps privileges and can no longer pass them on.
pub(crate) fn revoke_option(on: &ObjectId, role: &str, privileges: &[Privilege]) -> String {
    let privileges = list(on, privileges);
    format!(
        "revoke grant option for {privileges} on {} from {}",
        target(on),
        role::name(role)
    )
}

fn list(on: &ObjectId, privileges: &[Privilege]) -> String {
    let column = match (&on.kind, &on.part) {
        (Kind::Column, Some(column)) => format!(" ({})", quote::name(column)),
        _ => String::new(),
    };
    let words: Vec<String> = privileges
        .iter()
        .map(|privilege| format!("{}{column}", privilege.word()))
        .collect();
    words.join(", ")
}

fn target(on: &ObjectId) -> String {
    let name = &on.name;
    match on.kind {
        Kind::Namespace => format!("schema {name}"),
        Kind::Sequence => format!("sequence {name}"),
        Kind::Enum | Kind::Domain | Kind::Composite => format!("type {name}"),
        Kind::Routine => format!("routine {}", routine::name(name)),
        _ => name.to_string(),
    }
}
