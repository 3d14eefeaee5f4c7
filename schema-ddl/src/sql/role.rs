//! [`create role`](https://www.postgresql.org/docs/current/sql-createrole.html).

use std::collections::BTreeSet;

use super::quote;
use crate::model::{Role, RoleAttribute};

/// Returns the statement that creates a role, without its memberships.
pub(crate) fn create(role: &Role) -> String {
    // Postgres gives a new role `inherit` and nothing else.
    let usual = BTreeSet::from([RoleAttribute::Inherit]);
    let words = changed(&usual, &role.attributes);
    format!("create role {}{words}", quote::name(&role.name))
}

/// Returns the statement that changes what a role may do, if that differs.
pub(crate) fn alter(from: &Role, to: &Role) -> Option<String> {
    let words = changed(&from.attributes, &to.attributes);
    (!words.is_empty()).then(|| format!("alter role {}{words}", quote::name(&to.name)))
}

/// Returns the statement that drops a role. It fails if the role owns an object or has a privilege.
pub(crate) fn drop(name: &str) -> String {
    format!("drop role {}", quote::name(name))
}

/// Returns the statement that makes a role a member of another one.
pub(crate) fn join(group: &str, member: &str) -> String {
    format!("grant {} to {}", quote::name(group), quote::name(member))
}

/// Returns the statement that ends a membership.
pub(crate) fn leave(group: &str, member: &str) -> String {
    format!("revoke {} from {}", quote::name(group), quote::name(member))
}

/// Returns the name of a role, or the keyword for all roles.
pub(crate) fn name(role: &str) -> String {
    match role {
        "public" | "current_user" | "session_user" | "current_role" => role.to_owned(),
        role => quote::name(role),
    }
}

fn changed(from: &BTreeSet<RoleAttribute>, to: &BTreeSet<RoleAttribute>) -> String {
    let words = from.symmetric_difference(to).map(|attribute| {
        let no = if to.contains(attribute) { "" } else { "no" };
        format!(" {no}{}", word(*attribute))
    });
    words.collect::<Vec<_>>().concat()
}

const fn word(attribute: RoleAttribute) -> &'static str {
    match attribute {
        RoleAttribute::Login => "login",
        RoleAttribute::Superuser => "superuser",
        RoleAttribute::CreateDatabase => "createdb",
        RoleAttribute::CreateRole => "createrole",
        RoleAttribute::Inherit => "inherit",
        RoleAttribute::BypassRowSecurity => "bypassrls",
        RoleAttribute::Replication => "replication",
    }
}
