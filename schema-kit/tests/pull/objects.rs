//! Objects that no fixture can have: those of other Postgres schemas, and names that attributes do not accept.

use std::collections::BTreeSet;

use schema_ddl::model::{
    Column, DataType, DefaultPrivileges, Extension, Grant, Kind, Model, Name, Namespace,
    ObjectClass, ObjectId, Policy, PolicyCommand, Privilege, Role, RoleAttribute, Routine,
    RowSecurity, Sequence, SequenceOptions, Table, Trigger, View,
};
use schema_kit::pull::{self, PullOptions, Pulled};

fn pull(model: &Model) -> Pulled {
    pull::rust(model, &PullOptions::default())
}

fn left_out(pulled: &Pulled) -> Vec<String> {
    pulled.left_out.iter().map(ToString::to_string).collect()
}

fn orders() -> Table {
    Table {
        columns: vec![
            Column::new("id", DataType::parse("bigint")),
            Column {
                default: Some("now()".into()),
                ..Column::new("changed", DataType::parse("timestamptz"))
            },
        ],
        ..Table::new(Name::in_schema("shop", "orders"))
    }
}

fn role(name: &str, attributes: &[RoleAttribute], member_of: &[&str]) -> Role {
    Role {
        name: name.into(),
        attributes: attributes.iter().copied().collect::<BTreeSet<_>>(),
        member_of: member_of.iter().map(|one| (*one).to_owned()).collect(),
        comment: None,
    }
}

fn grant(on: ObjectId, role: &str, privilege: Privilege) -> Grant {
    Grant {
        on,
        role: role.into(),
        privilege,
        grantable: false,
    }
}

fn policy(role: &str) -> Policy {
    Policy {
        name: "own".into(),
        permissive: true,
        command: PolicyCommand::All,
        roles: vec![role.into()],
        using: Some("id > 0".into()),
        with_check: None,
        comment: None,
    }
}

#[test]
fn objects_of_another_schema_are_declared_in_it() {
    let function = Routine {
        name: Name::in_schema("shop", "Total"),
        arguments: "bigint".into(),
        definition: "create or replace function \"shop\".\"Total\"(a bigint) returns bigint language sql as ''".into(),
        ..Routine::updated_at(None, "x")
    };
    let numbers = Name::in_schema("shop", "numbers");
    let table = Table {
        triggers: vec![Trigger::updated_at(&orders().name, "changed")],
        ..orders()
    };
    let namespace = ObjectId::new(Kind::Namespace, Name::new("shop"));
    let model = Model {
        namespaces: vec![Namespace {
            name: "shop".into(),
            comment: None,
        }],
        extensions: vec![Extension {
            name: "unaccent".into(),
            version: None,
        }],
        sequences: vec![Sequence {
            name: numbers.clone(),
            data_type: DataType::parse("bigint"),
            options: SequenceOptions {
                start: Some(20),
                increment: Some(5),
                min: Some(10),
                max: Some(1000),
                cache: Some(3),
                cycle: true,
            },
            owned_by: None,
            comment: None,
        }],
        grants: vec![
            grant(namespace, "app", Privilege::Usage),
            grant(
                ObjectId::new(Kind::Sequence, numbers),
                "app",
                Privilege::Select,
            ),
            grant(function.id(), "app", Privilege::Execute),
        ],
        routines: vec![function, Routine::updated_at(Some("shop"), "changed")],
        tables: vec![table],
        ..Model::default()
    };
    let pulled = pull(&model);
    assert_eq!(left_out(&pulled), [""; 0]);
    let (_, source) = pulled
        .source
        .split_once("use schema_core::prelude::*;\n")
        .unwrap();
    assert_eq!(
        source,
        r##"
#[table(name = "orders", schema = "shop")]
#[derive(Debug, Clone)]
pub struct Order {
    pub id: i64,
    #[column(updated_at)]
    pub changed: DateTime<Utc>,
}

/// Objects that belong to no table.
const OBJECTS: &[Object] = &[
    Object::Extension("unaccent"),
    Object::Sequence(SequenceDef::new("numbers").in_schema("shop").start(20).increment(5).min(10).max(1000).cache(3).cycle()),
    Object::Function(FunctionDef::new(
        "shop.\"Total\"(bigint)",
        r#"create or replace function "shop"."Total"(a bigint) returns bigint language sql as ''"#,
    )),
    Object::Grant(GrantDef::new(&[Privilege::Usage], GrantOn::Schema("shop"), "app")),
    Object::Grant(GrantDef::new(&[Privilege::Select], GrantOn::Sequence("numbers"), "app").in_schema("shop")),
    Object::Grant(GrantDef::new(&[Privilege::Execute], GrantOn::Function("\"Total\"(bigint)"), "app").in_schema("shop")),
];

/// All tables of this file.
pub fn schema() -> Schema {
    schema![Order].with(OBJECTS)
}
"##
    );
}

#[test]
fn roles_are_those_that_are_named_and_their_groups() {
    let table = Table {
        policies: vec![policy("app")],
        row_security: RowSecurity::Enabled,
        ..orders()
    };
    let all = [
        RoleAttribute::Login,
        RoleAttribute::BypassRowSecurity,
        RoleAttribute::CreateDatabase,
        RoleAttribute::CreateRole,
        RoleAttribute::Superuser,
    ];
    let model = Model {
        roles: vec![
            role("app", &all, &["group", "a\"b"]),
            role("group", &[RoleAttribute::Inherit], &["groups"]),
            role("groups", &[RoleAttribute::Inherit], &[]),
            role("other", &[], &["group"]),
        ],
        tables: vec![table],
        ..Model::default()
    };
    let pulled = pull(&model);
    assert_eq!(
        left_out(&pulled),
        [
            "role \"app\": its attribute `superuser`",
            "role \"app\": its membership in `a\"b`",
            "role \"other\": no policy and no privilege that was pulled names it, and roles are those of the whole server",
        ]
    );
    let roles = pulled
        .source
        .lines()
        .filter(|line| line.contains("RoleDef"));
    assert_eq!(
        roles.collect::<Vec<_>>(),
        [
            r#"    Object::Role(RoleDef::new("app").login().no_inherit().bypass_row_level_security().create_database().create_role().member_of(&["group"])),"#,
            r#"    Object::Role(RoleDef::new("group").member_of(&["groups"])),"#,
            r#"    Object::Role(RoleDef::new("groups")),"#,
        ]
    );
}

#[test]
fn names_that_attributes_do_not_accept_are_reasons() {
    let table = Table {
        policies: vec![policy("current_user")],
        row_security: RowSecurity::Forced,
        ..orders()
    };
    let forced = Table {
        row_security: RowSecurity::OffForced,
        ..Table {
            name: Name::new("forced"),
            ..orders()
        }
    };
    let id = ObjectId::new(Kind::Table, table.name.clone());
    let namespace = ObjectId::new(Kind::Namespace, Name::new("first"));
    let model = Model {
        namespaces: vec![Namespace {
            name: "shop".into(),
            comment: None,
        }],
        tables: vec![table, forced],
        views: vec![View::new(Name::new("unknown"), "select 1")],
        grants: vec![
            grant(id, "a\"b", Privilege::Select),
            grant(namespace, "app", Privilege::Usage),
        ],
        default_privileges: vec![DefaultPrivileges {
            creator: "owner".into(),
            schema: Some("shop".into()),
            on: ObjectClass::Tables,
            grants: Vec::new(),
        }],
        not_public: vec![ObjectId::new(Kind::Enum, Name::new("status"))],
        ..Model::default()
    };
    let pulled = pull(&model);
    assert_eq!(
        left_out(&pulled),
        [
            "default privileges on tables of \"owner\" in schema \"shop\": `Schema::with` does not have them",
            "enum \"status\": `public` cannot use it, which `Schema::with` does not say",
            "grant to \"a\"\"b\" on table \"shop\".\"orders\": attributes do not accept the name of the role",
            "grant to \"app\" on schema \"first\": the source does not name this Postgres schema",
            "policy \"own\" of \"shop\".\"orders\": attributes do not accept the name of its role `current_user`",
            "table \"forced\": `force row level security`, while row-level security is off",
            "table \"shop\".\"orders\": its row-level security, because not all of its policies can be written",
            "view \"unknown\": its columns are not known",
        ]
    );
    assert!(!pulled.source.contains("row_level_security"));
    assert!(!pulled.source.contains("OBJECTS"));
}
