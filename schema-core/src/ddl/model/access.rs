//! The models of roles, policies and grants.

use std::collections::BTreeSet;

use schema_ddl::model::{Grant, Kind, Name, ObjectId, Policy, Role, RoleAttribute};

use super::routine::identity;
use super::{Schema, name, owned, table_name};
use crate::def::{GrantDef, GrantOn, Object, PolicyDef, PrivilegeDef, RoleDef, TableDef};

pub(super) fn roles(schema: &Schema) -> Vec<Role> {
    let objects = schema.objects().iter();
    let roles = objects.filter_map(|object| match object {
        Object::Role(def) => Some(role(def)),
        _ => None,
    });
    roles.collect()
}

fn role(def: &RoleDef) -> Role {
    let attributes = [
        (def.login, RoleAttribute::Login),
        (def.inherit, RoleAttribute::Inherit),
        (
            def.bypass_row_level_security,
            RoleAttribute::BypassRowSecurity,
        ),
        (def.create_database, RoleAttribute::CreateDatabase),
        (def.create_role, RoleAttribute::CreateRole),
    ];
    let attributes = attributes.into_iter();
    let mut member_of = owned(def.member_of);
    member_of.sort_unstable();
    Role {
        name: def.name.to_owned(),
        attributes: attributes
            .filter_map(|(has, attribute)| has.then_some(attribute))
            .collect(),
        member_of,
        comment: None,
    }
}

pub(super) fn policy(def: &PolicyDef) -> Policy {
    let roles: BTreeSet<&str> = def.to.iter().copied().collect();
    let is_for_all = roles.contains("public");
    let roles = roles.into_iter().filter(|_| !is_for_all);
    Policy {
        name: def.name.to_owned(),
        permissive: !def.restrictive,
        command: def.command,
        roles: roles.map(str::to_owned).collect(),
        using: def.using.map(str::to_owned),
        with_check: def.with_check.map(str::to_owned),
        comment: None,
    }
}

/// Returns the privileges on tables and on other objects, as they are sorted when they are read from a server.
pub(super) fn grants(schema: &Schema) -> Vec<Grant> {
    let of_tables = schema.tables().iter().flat_map(|table| of_table(table));
    let objects = schema.objects().iter();
    let of_objects = objects.flat_map(|object| match object {
        Object::Grant(def) => of_object(def),
        _ => Vec::new(),
    });
    let mut grants: Vec<Grant> = of_tables.chain(of_objects).collect();
    grants.sort_by(|a, b| {
        let key = |one: &Grant| (one.on.clone(), one.role.clone(), one.privilege);
        (key(a), !a.grantable).cmp(&(key(b), !b.grantable))
    });
    grants.dedup_by(|next, kept| {
        (&next.on, &next.role, next.privilege) == (&kept.on, &kept.role, kept.privilege)
    });
    grants
}

fn of_table(table: &TableDef) -> Vec<Grant> {
    let name = table_name(table.name);
    let mut grants = Vec::new();
    for def in table.access.grants {
        for one in def.privileges {
            for on in objects(&name, one) {
                grants.extend(def.to.iter().map(|role| Grant {
                    on: on.clone(),
                    role: (*role).to_owned(),
                    privilege: one.privilege,
                    grantable: def.grantable,
                }));
            }
        }
    }
    grants
}

/// The table, or the columns if there are any.
fn objects(table: &Name, privilege: &PrivilegeDef) -> Vec<ObjectId> {
    if privilege.columns.is_empty() {
        return vec![ObjectId::new(Kind::Table, table.clone())];
    }
    let columns = privilege.columns.iter();
    let columns = columns.map(|column| ObjectId::part(Kind::Column, table.clone(), *column));
    columns.collect()
}

fn of_object(def: &GrantDef) -> Vec<Grant> {
    let (kind, own) = match def.on {
        GrantOn::Schema(own) => (Kind::Namespace, own),
        GrantOn::Sequence(own) => (Kind::Sequence, own),
        GrantOn::Function(own) => (Kind::Routine, own),
        GrantOn::Enum(own) => (Kind::Enum, own),
        GrantOn::Domain(own) => (Kind::Domain, own),
        GrantOn::Composite(own) => (Kind::Composite, own),
        GrantOn::View(own) => (Kind::View, own),
        GrantOn::MaterializedView(own) => (Kind::MaterializedView, own),
    };
    let is_public = matches!(
        kind,
        Kind::Routine | Kind::Enum | Kind::Domain | Kind::Composite
    );
    // All roles have these privileges, and a server does not list them.
    if is_public && def.to == "public" {
        return Vec::new();
    }
    let own = match kind {
        Kind::Routine => identity(own),
        _ => own.to_owned(),
    };
    let on = ObjectId::new(kind, name(def.schema, &own));
    let privileges = def.privileges.iter();
    let grants = privileges.map(|privilege| Grant {
        on: on.clone(),
        role: def.to.to_owned(),
        privilege: *privilege,
        grantable: def.grantable,
    });
    grants.collect()
}

#[cfg(test)]
mod tests {
    use schema_ddl::model::{Grant, Privilege};

    use super::*;
    use crate::ddl::testing::table;
    use crate::def::{AccessDef, PolicyCommand, TableGrantDef};

    const USAGE: &[Privilege] = &[Privilege::Usage];

    fn shown(grants: &[Grant]) -> Vec<String> {
        let show = |one: &Grant| {
            let option = if one.grantable {
                " with grant option"
            } else {
                ""
            };
            format!("{:?} on {} to {}{option}", one.privilege, one.on, one.role)
        };
        grants.iter().map(show).collect()
    }

    #[test]
    fn privileges_on_columns_and_objects_are_sorted_and_distinct() {
        const NOTES: TableDef = TableDef {
            access: &AccessDef {
                grants: &[
                    TableGrantDef {
                        privileges: &[
                            PrivilegeDef {
                                privilege: Privilege::Update,
                                columns: &["b", "a"],
                            },
                            PrivilegeDef {
                                privilege: Privilege::Select,
                                columns: &[],
                            },
                        ],
                        to: &["x", "public"],
                        grantable: false,
                    },
                    TableGrantDef {
                        privileges: &[PrivilegeDef {
                            privilege: Privilege::Select,
                            columns: &[],
                        }],
                        to: &["x"],
                        grantable: true,
                    },
                ],
                ..*AccessDef::NONE
            },
            ..table("notes")
        };
        let objects = const {
            &[
                Object::Grant(GrantDef::new(USAGE, GrantOn::Sequence("s"), "x").in_schema("c")),
                Object::Grant(GrantDef::new(
                    &[Privilege::Execute],
                    GrantOn::Function("f(int, varchar(3))"),
                    "x",
                )),
                Object::Grant(GrantDef::new(USAGE, GrantOn::Enum("e"), "public")),
            ]
        };
        let grants = grants(&Schema::new(&[&NOTES]).with(objects));
        assert_eq!(
            shown(&grants),
            [
                r#"Usage on sequence "c"."s" to x"#,
                r#"Execute on function "f(integer, character varying)" to x"#,
                r#"Select on table "notes" to public"#,
                r#"Select on table "notes" to x with grant option"#,
                r#"Update on column "a" of "notes" to public"#,
                r#"Update on column "a" of "notes" to x"#,
                r#"Update on column "b" of "notes" to public"#,
                r#"Update on column "b" of "notes" to x"#,
            ]
        );
    }

    #[test]
    fn a_policy_for_public_is_for_all_roles() {
        let def = PolicyDef {
            name: "p",
            command: PolicyCommand::All,
            to: &["b", "a"],
            restrictive: true,
            using: None,
            with_check: None,
        };
        assert_eq!(policy(&def).roles, ["a", "b"]);
        assert!(!policy(&def).permissive);
        let def = PolicyDef {
            to: &["a", "public"],
            ..def
        };
        assert_eq!(policy(&def).roles, [""; 0]);
    }
}
