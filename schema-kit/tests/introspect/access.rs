//! Policies, roles and privileges.

use schema_ddl::model::{
    DefaultGrant, DefaultPrivileges, Grant, Kind, Name, ObjectClass, ObjectId, Policy,
    PolicyCommand, Privilege, Role, RoleAttribute,
};
use schema_kit::introspect::{self, Scope};
use schema_tests::db;

use crate::{execute, introspection, model, read, strings};

#[test]
fn policies_have_conditions_and_roles() {
    let model = model(
        "create table a (x integer);
        create policy one on a using (x > 0 and x < 9);
        create policy two on a as restrictive for update to pg_monitor, current_user using (true) with check (x = 1);
        comment on policy one on a is 'One'",
    );
    let policy = |name: &str| Policy {
        name: name.to_owned(),
        permissive: true,
        command: PolicyCommand::All,
        roles: vec![],
        using: None,
        with_check: None,
        comment: None,
    };
    let expected = vec![
        Policy {
            using: Some("(x > 0) AND (x < 9)".to_owned()),
            comment: Some("One".to_owned()),
            ..policy("one")
        },
        Policy {
            permissive: false,
            command: PolicyCommand::Update,
            roles: strings(&["pg_monitor", "postgres"]),
            using: Some("true".to_owned()),
            with_check: Some("x = 1".to_owned()),
            ..policy("two")
        },
    ];
    assert_eq!(model.tables[0].policies, expected);
}

#[test]
fn privileges_are_those_of_others_than_the_owner() {
    let sql = "
        create table a (x integer generated always as identity, y integer);
        create sequence s;
        create function f(x integer) returns integer language sql as 'select 1';
        create function g() returns integer language sql as 'select 1';
        create domain d as integer;
        grant select, insert on a to pg_monitor;
        grant update (y) on a to public;
        grant select on a to pg_read_all_data with grant option;
        grant usage on sequence s to pg_monitor;
        grant execute on function f(integer) to pg_monitor;
        revoke execute on function g() from public;
        grant usage on domain d to pg_monitor;
    ";
    let scope = Scope {
        grants: true,
        ..Scope::default()
    };
    let read = introspection(sql, &scope);
    let table = ObjectId::new(Kind::Table, Name::new("a"));
    let grant = |on: &ObjectId, role: &str, privilege| Grant {
        on: on.clone(),
        role: role.to_owned(),
        privilege,
        grantable: false,
    };
    let on = |kind, name: &str| ObjectId::new(kind, Name::new(name));
    let expected = vec![
        grant(&on(Kind::Domain, "d"), "pg_monitor", Privilege::Usage),
        grant(&on(Kind::Sequence, "s"), "pg_monitor", Privilege::Usage),
        grant(
            &on(Kind::Routine, "f(integer)"),
            "pg_monitor",
            Privilege::Execute,
        ),
        grant(&table, "pg_monitor", Privilege::Select),
        grant(&table, "pg_monitor", Privilege::Insert),
        Grant {
            grantable: true,
            ..grant(&table, "pg_read_all_data", Privilege::Select)
        },
        grant(
            &ObjectId::part(Kind::Column, Name::new("a"), "y"),
            "public",
            Privilege::Update,
        ),
    ];
    assert_eq!(read.model.grants, expected);
    assert_eq!(read.model.not_public, [on(Kind::Routine, "g()")]);
    assert_eq!(read.unmodelled, []);
}

#[test]
fn privileges_that_an_owner_lacks_are_named() {
    let sql = "
        create table a (); create table b (); create sequence s;
        revoke delete on a from current_user; revoke select on b from public; revoke all on s from current_user;
    ";
    let scope = Scope {
        grants: true,
        ..Scope::default()
    };
    let read = introspection(sql, &scope);
    let names = read.unmodelled.iter();
    let names: Vec<_> = names
        .map(|one| (one.kind.as_str(), one.name.rsplit('.').next().unwrap()))
        .collect();
    let kind = "privilege that the owner does not have";
    assert_eq!(names, [(kind, "a"), (kind, "s")]);
}

#[test]
fn privileges_of_later_objects_are_read() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let schema = db.schema();
        let role = format!("{schema}_creator");
        execute(
            &mut connection,
            &format!(
                "create role {role};
                alter default privileges for role {role} in schema {schema}
                    grant select, insert on tables to pg_monitor;
                alter default privileges for role {role} in schema {schema}
                    grant usage on sequences to pg_monitor with grant option;
                alter default privileges for role {role} revoke execute on functions from public;
                alter default privileges for role {role} revoke all on tables from {role};
                alter default privileges for role {role} grant usage on types to pg_monitor"
            ),
        )
        .await;
        let scope = Scope {
            grants: true,
            ..Scope::default()
        };
        let read = introspect::read(&mut connection, &scope).await.unwrap();
        execute(
            &mut connection,
            &format!("drop owned by {role}; drop role {role}"),
        )
        .await;
        let mut defaults = read.model.default_privileges;
        defaults.retain(|one| one.creator == role);
        let grant = |to: &str, privilege, grantable| DefaultGrant {
            role: to.to_owned(),
            privilege,
            grantable,
        };
        let of = |schema: Option<&str>, on, grants| DefaultPrivileges {
            creator: role.clone(),
            schema: schema.map(str::to_owned),
            on,
            grants,
        };
        let expected = [
            of(None, ObjectClass::Routines, vec![]),
            of(
                None,
                ObjectClass::Types,
                vec![
                    grant("pg_monitor", Privilege::Usage, false),
                    grant("public", Privilege::Usage, false),
                ],
            ),
            of(
                Some(schema),
                ObjectClass::Tables,
                vec![
                    grant("pg_monitor", Privilege::Insert, false),
                    grant("pg_monitor", Privilege::Select, false),
                ],
            ),
            of(
                Some(schema),
                ObjectClass::Sequences,
                vec![grant("pg_monitor", Privilege::Usage, true)],
            ),
        ];
        assert_eq!(defaults, expected);
        let kind = "default privileges that the creator does not have";
        let named = read
            .unmodelled
            .iter()
            .any(|one| one.kind == kind && one.name.contains(role.as_str()));
        assert!(named, "{:?}", read.unmodelled);
    });
}

#[test]
fn roles_are_read_if_the_scope_says_so() {
    db::run(async |db| {
        let mut connection = db.pool().acquire().await.unwrap();
        let (one, two) = (
            format!("{}_one", db.schema()),
            format!("{}_two", db.schema()),
        );
        execute(
            &mut connection,
            &format!(
                "create role {one} nologin noinherit; create role {two} login createdb in role {one};
                comment on role {two} is 'Two'"
            ),
        )
        .await;
        let scope = Scope {
            roles: true,
            ..Scope::default()
        };
        let read = read(&mut connection, &scope).await;
        execute(&mut connection, &format!("drop role {one}, {two}")).await;
        let mut roles = read.model.roles;
        roles.retain(|role| [&one, &two].contains(&&role.name));
        let expected = [
            Role {
                name: one.clone(),
                attributes: [].into(),
                member_of: vec![],
                comment: None,
            },
            Role {
                name: two,
                attributes: [
                    RoleAttribute::Login,
                    RoleAttribute::CreateDatabase,
                    RoleAttribute::Inherit,
                ]
                .into(),
                member_of: vec![one],
                comment: Some("Two".to_owned()),
            },
        ];
        assert_eq!(roles, expected);
    });
}
