//! Roles.

use std::collections::BTreeSet;

use schema_ddl::model::{Kind, Model, Name, RoleAttribute};

use super::report::{Report, is_name, take};

/// True for a name of a role that attributes accept.
pub(super) fn is_role(name: &str) -> bool {
    is_name(name) && !["current_user", "session_user", "current_role"].contains(&name)
}

/// Adds the roles that policies and privileges name, and the roles that these are members of.
pub(super) fn roles(from: &Model, to: &mut Model, report: &mut Report) {
    let policies = to.tables.iter().flat_map(|table| &table.policies);
    let named = policies.flat_map(|policy| policy.roles.iter());
    let named = named.chain(to.grants.iter().map(|grant| &grant.role));
    let mut open: Vec<String> = named.cloned().collect();
    let mut wanted = BTreeSet::new();
    while let Some(name) = open.pop() {
        let role = from.roles.iter().find(|role| role.name == name);
        if is_role(&name) && wanted.insert(name) {
            open.extend(role.into_iter().flat_map(|role| role.member_of.clone()));
        }
    }
    for role in &from.roles {
        let name = Name::new(&role.name);
        if !wanted.contains(&role.name) {
            let reason = if is_role(&role.name) {
                "no policy and no privilege that was pulled names it, and roles are those of the whole server"
            } else {
                "`RoleDef` and attributes do not accept its name"
            };
            report.object(Kind::Role, &name, reason);
            continue;
        }
        let mut role = role.clone();
        let mut missing: Vec<String> = Vec::new();
        for (attribute, word) in [
            (RoleAttribute::Superuser, "superuser"),
            (RoleAttribute::Replication, "replication"),
        ] {
            if role.attributes.remove(&attribute) {
                missing.push(format!("its attribute `{word}`"));
            }
        }
        role.member_of.retain(|group| {
            if !is_role(group) {
                missing.push(format!("its membership in `{group}`"));
            }
            is_role(group)
        });
        if take(&mut role.comment) {
            missing.push("its comment".into());
        }
        for reason in missing {
            report.object(Kind::Role, &name, reason);
        }
        to.roles.push(role);
    }
}
