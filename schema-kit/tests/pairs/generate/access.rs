//! Roles and privileges.

use std::collections::BTreeSet;

use schema_ddl::model::{Grant, Kind, Model, Name, ObjectId, Privilege, Role, RoleAttribute};
use schema_tests::choices::Choices;
use schema_tests::choose;

use super::{again, comment};

pub(super) const READER: &str = "pairs_reader";
pub(super) const WRITER: &str = "pairs_writer";

/// A role, and another one that can be a member of it.
pub(super) fn roles(c: &mut Choices, old: &Model, model: &mut Model) {
    let find = |name: &str| old.roles.iter().find(|role| role.name == name);
    let writer = again(c, "role", find(WRITER), |_| true, |c| role(c, WRITER));
    let has_writer = writer.is_some();
    let fits = |role: &Role| role.member_of.is_empty() || has_writer;
    let mut reader = again(c, "role", find(READER), fits, |c| role(c, READER));
    if let Some(reader) = reader.as_mut().filter(|_| has_writer) {
        choose!(c, "membership";
            "no member" => reader.member_of.clear(),
            "a member" => reader.member_of = vec![WRITER.to_owned()],
            ;
        );
    }
    model.roles.extend(writer);
    model.roles.extend(reader);
    model.roles.sort_by(|a, b| a.name.cmp(&b.name));
}

fn role(c: &mut Choices, name: &str) -> Role {
    use RoleAttribute::{
        BypassRowSecurity, CreateDatabase, CreateRole, Inherit, Login, Replication, Superuser,
    };

    let attributes: &[RoleAttribute] = choose!(c, "rights of a role";
        "the usual ones" => &[Inherit][..],
        "none" => &[],
        "login" => &[Inherit, Login],
        "everything" => &[Inherit, Superuser],
        "create" => &[Inherit, CreateDatabase, CreateRole],
        "others" => &[Login, BypassRowSecurity, Replication],
        ;
    );
    Role {
        name: name.to_owned(),
        attributes: attributes.iter().copied().collect::<BTreeSet<_>>(),
        member_of: vec![],
        comment: comment(c),
    }
}

/// All roles, then one of the model.
pub(super) fn grantees(model: &Model) -> Vec<String> {
    let roles = model.roles.iter().map(|role| role.name.clone());
    std::iter::once("public".to_owned()).chain(roles).collect()
}

/// Grants privileges on an object of each kind.
pub(super) fn grants(c: &mut Choices, model: &mut Model) {
    use Privilege::{
        Create, Delete, Execute, Insert, Maintain, References, Select, Truncate, Update, Usage,
    };

    let mut objects: Vec<(ObjectId, &[Privilege])> = Vec::new();
    let mut add = |kind, name: Option<&Name>, privileges| {
        objects.extend(name.map(|name| (ObjectId::new(kind, name.clone()), privileges)));
    };
    let of_tables = &[
        Select,
        Insert,
        Update,
        Delete,
        Truncate,
        References,
        Privilege::Trigger,
        Maintain,
    ];
    add(
        Kind::Table,
        model.tables.first().map(|one| &one.name),
        of_tables,
    );
    let views = || model.views.iter();
    let plain = views().find(|view| !view.materialized);
    add(Kind::View, plain.map(|one| &one.name), &[Select, Insert]);
    let stored = views().find(|view| view.materialized);
    add(
        Kind::MaterializedView,
        stored.map(|one| &one.name),
        &[Select, Maintain],
    );
    add(
        Kind::Sequence,
        model.sequences.first().map(|one| &one.name),
        &[Usage, Select, Update],
    );
    add(
        Kind::Enum,
        model.enums.first().map(|one| &one.name),
        &[Usage],
    );
    add(
        Kind::Domain,
        model.domains.first().map(|one| &one.name),
        &[Usage],
    );
    let side = model.namespaces.first().map(|one| Name::new(&one.name));
    add(Kind::Namespace, side.as_ref(), &[Usage, Create]);
    let routine = model.routines.first().map(signature);
    add(Kind::Routine, routine.as_ref(), &[Execute]);
    if let Some(table) = model.tables.last() {
        let column = table.columns[c.index(table.columns.len())].name.as_str();
        let column = ObjectId::part(Kind::Column, table.name.clone(), column);
        objects.push((column, &[Select, Insert, Update, References]));
    }
    for (on, privileges) in objects {
        let is_open = matches!(on.kind, Kind::Routine | Kind::Enum | Kind::Domain);
        let roles = grantees(model);
        let roles = if is_open { &roles[1..] } else { &roles[..] };
        if roles.is_empty() {
            continue;
        }
        choose!(c, "grant";
            "no grant" => (),
            "a grant" => {
                let role = c.one_of(roles);
                model.grants.push(Grant {
                    on,
                    privilege: c.one_of(privileges),
                    grantable: role != "public" && c.flag(),
                    role,
                });
            },
            ;
        );
    }
}

/// The name of a routine with its arguments.
pub(super) fn signature(routine: &schema_ddl::model::Routine) -> Name {
    let (name, arguments) = (&routine.name, &routine.arguments);
    name.beside(format!("{}({arguments})", name.name))
}

/// Functions and types that not all roles can use.
pub(super) fn not_public(c: &mut Choices, model: &mut Model) {
    let routine = model.routines.last().map(signature);
    let domain = model.domains.first().map(|one| one.name.clone());
    let objects = [(Kind::Routine, routine), (Kind::Domain, domain)];
    for (kind, name) in objects {
        let Some(name) = name else { continue };
        choose!(c, "not for all";
            "for all" => (),
            "not for all" => model.not_public.push(ObjectId::new(kind, name)),
            ;
        );
    }
    model.not_public.sort();
}
