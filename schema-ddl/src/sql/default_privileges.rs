//! [`alter default privileges`](https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html).

use super::{quote, role};
use crate::model::{DefaultPrivileges, Privilege};

/// Returns the statement that gives a role privileges on later objects.
pub(crate) fn grant(
    of: &DefaultPrivileges,
    role: &str,
    privileges: &[Privilege],
    grantable: bool,
) -> String {
    let option = if grantable { " with grant option" } else { "" };
    let role = role::name(role);
    format!(
        "{} grant {} to {role}{option}",
        start(of),
        list(of, privileges)
    )
}

/// Returns the statement that takes privileges on later objects from a role.
pub(crate) fn revoke(of: &DefaultPrivileges, role: &str, privileges: &[Privilege]) -> String {
    let role = role::name(role);
    format!("{} revoke {} from {role}", start(of), list(of, privileges))
}

/// Returns the statement after which a role cannot pass privileges on later objects on.
pub(crate) fn revoke_option(
    of: &DefaultPrivileges,
    role: &str,
    privileges: &[Privilege],
) -> String {
    let list = list(of, privileges);
    let role = role::name(role);
    format!("{} revoke grant option for {list} from {role}", start(of))
}

fn start(of: &DefaultPrivileges) -> String {
    let creator = quote::name(&of.creator);
    let schema = of.schema.as_ref();
    let schema = schema.map(|schema| format!(" in schema {}", quote::name(schema)));
    let schema = schema.unwrap_or_default();
    format!("alter default privileges for role {creator}{schema}")
}

fn list(of: &DefaultPrivileges, privileges: &[Privilege]) -> String {
    let words: Vec<&str> = privileges.iter().map(|one| one.word()).collect();
    format!("{} on {}", words.join(", "), of.on.word())
}
