//! Policies, roles and privileges.

use schema_ddl::model::{
    Grant, Kind, Name, ObjectId, Policy, PolicyCommand, Privilege, Role, RoleAttribute,
};
use schema_kit::introspect::{Scope, Unmodelled};
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
    let [Unmodelled { kind, name }] = read.unmodelled.as_slice() else {
        panic!("{:?}", read.unmodelled);
    };
    assert_eq!(kind, "privilege that public does not have");
    assert!(name.ends_with(".g()"), "{name}");
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
