use super::*;
use crate::model::{
    DefaultGrant, DefaultPrivileges, Grant, Namespace, ObjectClass, PartitionBy, PartitionOf,
    PartitionStrategy, Privilege, Role, Routine, RoutineKind,
};

fn defaults(
    schema: Option<&str>,
    on: ObjectClass,
    grants: &[(&str, Privilege, bool)],
) -> DefaultPrivileges {
    DefaultPrivileges {
        creator: "owner".to_owned(),
        schema: schema.map(str::to_owned),
        on,
        grants: grants
            .iter()
            .map(|(role, privilege, grantable)| DefaultGrant {
                role: (*role).to_owned(),
                privilege: *privilege,
                grantable: *grantable,
            })
            .collect(),
    }
}

fn with(default_privileges: Vec<DefaultPrivileges>) -> Model {
    Model {
        default_privileges,
        ..Model::default()
    }
}

#[test]
fn privileges_of_later_objects_are_granted_and_revoked() {
    use Privilege::{Insert, Select, Update};
    let tables = |grants| with(vec![defaults(Some("s"), ObjectClass::Tables, grants)]);
    let start = r#"alter default privileges for role "owner" in schema "s""#;
    is(
        &tables(&[
            ("a", Select, false),
            ("a", Insert, true),
            ("a", Update, true),
        ]),
        &tables(&[
            ("a", Select, true),
            ("a", Insert, false),
            ("b", Update, false),
        ]),
        &[
            &format!(r#"{start} revoke update on tables from "a""#),
            &format!(r#"{start} revoke grant option for insert on tables from "a""#),
            &format!(r#"{start} grant select on tables to "a" with grant option"#),
            &format!(r#"{start} grant update on tables to "b""#),
        ],
    );
    let closed = with(vec![defaults(None, ObjectClass::Routines, &[])]);
    let start = r#"alter default privileges for role "owner""#;
    is(
        &Model::default(),
        &closed,
        &[&format!("{start} revoke execute on routines from public")],
    );
    is(
        &closed,
        &Model::default(),
        &[&format!("{start} grant execute on routines to public")],
    );
}

#[test]
fn they_follow_a_new_role_and_precede_the_drop_of_one() {
    let owner = Role {
        name: "owner".to_owned(),
        attributes: [crate::model::RoleAttribute::Inherit].into(),
        member_of: vec![],
        comment: None,
    };
    let full = Model {
        roles: vec![owner],
        ..with(vec![defaults(None, ObjectClass::Types, &[])])
    };
    is(
        &Model::default(),
        &full,
        &[
            r#"create role "owner""#,
            r#"alter default privileges for role "owner" revoke usage on types from public"#,
        ],
    );
    is(
        &full,
        &Model::default(),
        &[
            r#"alter default privileges for role "owner" grant usage on types to public"#,
            r#"drop role "owner""#,
        ],
    );
}

#[test]
fn a_new_object_gets_no_privileges_that_it_shall_not_have() {
    use Privilege::{Delete, Select};
    let from = with(vec![defaults(
        Some("public"),
        ObjectClass::Tables,
        &[
            ("app", Select, true),
            ("app", Delete, false),
            ("owner", Delete, false),
        ],
    )]);
    let orders = ObjectId::new(Kind::Table, Name::new("orders"));
    let mut to = Model {
        tables: vec![
            table("orders", &[("id", "int")]),
            Table::new(Name::in_schema("other", "orders")),
        ],
        namespaces: vec![Namespace {
            name: "other".to_owned(),
            comment: None,
        }],
        grants: vec![Grant {
            on: orders,
            role: "app".to_owned(),
            privilege: Select,
            grantable: false,
        }],
        ..from.clone()
    };
    let expected = [
        r#"create schema "other""#,
        "create table \"orders\" (\n    \"id\" integer not null\n)",
        r#"create table "other"."orders" ()"#,
        r#"revoke delete on "orders" from "app""#,
        r#"revoke grant option for select on "orders" from "app""#,
        r#"grant select on "orders" to "app""#,
    ];
    let mut statements = sql(&from, &to);
    assert_eq!(statements.len(), expected.len());
    statements.sort_by_key(|one| expected.iter().position(|other| other == one));
    assert_eq!(statements, expected);
    // An existing one keeps what it has.
    let mut existing = to.clone();
    existing.default_privileges = vec![];
    is(&existing, &existing.clone(), &[]);
    to.tables[0].columns[0].nullable = true;
    is(
        &Model {
            tables: vec![table("orders", &[("id", "int")]), to.tables[1].clone()],
            ..to.clone()
        },
        &to,
        &[r#"alter table "orders" alter column "id" drop not null"#],
    );
}

#[test]
fn functions_and_types_are_closed_and_opened_for_all() {
    let open = Model {
        routines: vec![function("f", "", "returns int return 1")],
        enums: vec![enumeration("status", &["a"])],
        ..Model::default()
    };
    let closed = Model {
        not_public: vec![
            ObjectId::new(Kind::Enum, Name::new("status")),
            ObjectId::new(Kind::Routine, Name::new("f()")),
        ],
        ..open.clone()
    };
    is(
        &open,
        &closed,
        &[
            r#"revoke usage on type "status" from public"#,
            r#"revoke execute on routine "f"() from public"#,
        ],
    );
    is(
        &closed,
        &open,
        &[
            r#"grant usage on type "status" to public"#,
            r#"grant execute on routine "f"() to public"#,
        ],
    );
    is(
        &Model::default(),
        &closed,
        &[
            r#"create type "status" as enum ('a')"#,
            r#"revoke usage on type "status" from public"#,
            "create or replace function f() returns int return 1",
            r#"revoke execute on routine "f"() from public"#,
        ],
    );
    // Where new functions are closed, this one is opened.
    let defaults = vec![defaults(None, ObjectClass::Routines, &[])];
    let open = Model {
        enums: vec![],
        default_privileges: defaults.clone(),
        ..open
    };
    is(
        &with(defaults),
        &open,
        &[
            "create or replace function f() returns int return 1",
            r#"grant execute on routine "f"() to public"#,
        ],
    );
}

#[test]
fn a_partition_that_is_created_again_gets_none_that_it_shall_not_have() {
    let with_key = |strategy, key: &str, bound: &str| {
        let mut days = table("days", &[("day", "date"), ("kind", "text")]);
        let part = Table {
            name: Name::new("days_a"),
            partition_of: Some(PartitionOf {
                parent: days.name.clone(),
                bound: bound.to_owned(),
            }),
            ..days.clone()
        };
        days.partition_by = Some(PartitionBy {
            strategy,
            key: key.to_owned(),
        });
        let grants = [("app", Privilege::Select, false)];
        Model {
            tables: vec![days, part],
            ..with(vec![defaults(Some("app"), ObjectClass::Tables, &grants)])
        }
    };
    let statements = sql(
        &with_key(PartitionStrategy::List, "kind", "for values in ('a')"),
        &with_key(
            PartitionStrategy::Range,
            "day",
            "for values from ('2025-01-01') to ('2026-01-01')",
        ),
    );
    let has = |one: &str| statements.iter().any(|statement| statement == one);
    assert!(has(r#"drop table "days_a""#), "{statements:#?}");
    assert!(
        has(r#"revoke select on "days_a" from "app""#),
        "{statements:#?}"
    );
}

#[test]
fn a_new_object_is_created_before_they_change() {
    let routine = Routine {
        name: Name::new("now_or_never"),
        arguments: String::new(),
        kind: RoutineKind::Function,
        definition:
            "create or replace function now_or_never() returns integer language sql as 'select 1'"
                .to_owned(),
        uses: vec![],
        comment: None,
    };
    let definition = routine.definition.clone();
    let open = Model {
        routines: vec![routine],
        ..Model::default()
    };
    let closed = Model {
        routines: open.routines.clone(),
        ..with(vec![defaults(None, ObjectClass::Routines, &[])])
    };
    let start = r#"alter default privileges for role "owner""#;
    is(
        &Model::default(),
        &closed,
        &[
            &definition,
            &format!("{start} revoke execute on routines from public"),
        ],
    );
    // It gets what all roles have, before they have it.
    is(
        &with(closed.default_privileges),
        &open,
        &[
            &definition,
            r#"grant execute on routine "now_or_never"() to public"#,
            &format!("{start} grant execute on routines to public"),
        ],
    );
}
