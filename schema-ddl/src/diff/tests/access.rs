use std::collections::BTreeSet;

use super::*;
use crate::model::{
    Extension, Grant, Privilege, Role, RoleAttribute, RowSecurity, Sequence, SequenceOptions,
};

fn role(name: &str, attributes: &[RoleAttribute], member_of: &[&str]) -> Role {
    Role {
        name: name.to_owned(),
        attributes: attributes.iter().copied().collect(),
        member_of: member_of.iter().map(|group| (*group).to_owned()).collect(),
        comment: None,
    }
}

fn roles(roles: Vec<Role>) -> Model {
    Model {
        roles,
        ..Model::default()
    }
}

#[test]
fn roles_are_created_altered_and_dropped() {
    use RoleAttribute::{BypassRowSecurity, CreateDatabase, Inherit, Login};
    let full = roles(vec![
        role("app", &[Inherit, Login], &["reader"]),
        role("reader", &[], &[]),
    ]);
    is(
        &Model::default(),
        &full,
        &[
            r#"create role "app" login"#,
            r#"create role "reader" noinherit"#,
            r#"grant "reader" to "app""#,
        ],
    );
    is(
        &full,
        &roles(vec![
            role("app", &[Inherit, CreateDatabase, BypassRowSecurity], &[]),
            role("reader", &[], &["app"]),
        ]),
        &[
            r#"alter role "app" nologin createdb bypassrls"#,
            r#"revoke "reader" from "app""#,
            r#"grant "app" to "reader""#,
        ],
    );
    is(
        &full,
        &roles(vec![role("app", &[Inherit, Login], &[])]),
        &[r#"drop role "reader""#],
    );
}

#[test]
fn extensions_are_created_updated_and_dropped() {
    let model = |version: Option<&str>| Model {
        extensions: vec![Extension {
            name: String::from("vector"),
            version: version.map(str::to_owned),
        }],
        ..Model::default()
    };
    let none = Model::default();
    is(
        &none,
        &model(None),
        &[r#"create extension if not exists "vector""#],
    );
    is(
        &none,
        &model(Some("0.8.0")),
        &[r#"create extension if not exists "vector" version '0.8.0'"#],
    );
    is(
        &model(None),
        &model(Some("0.8.1")),
        &[r#"alter extension "vector" update to '0.8.1'"#],
    );
    is(&model(Some("0.8.0")), &model(None), &[]);
    is(&model(None), &none, &[r#"drop extension "vector""#]);
}

fn grant(on: ObjectId, role: &str, privilege: Privilege, grantable: bool) -> Grant {
    Grant {
        on,
        role: role.to_owned(),
        privilege,
        grantable,
    }
}

fn grants(grants: Vec<Grant>) -> Model {
    Model {
        tables: vec![table("users", &[("email", "text")])],
        grants,
        ..Model::default()
    }
}

#[test]
fn privileges_are_given_and_taken() {
    let users = || ObjectId::new(Kind::Table, Name::new("users"));
    let from = grants(vec![
        grant(users(), "app", Privilege::Select, true),
        grant(users(), "app", Privilege::Insert, false),
        grant(users(), "old", Privilege::Delete, false),
    ]);
    let to = grants(vec![
        grant(users(), "app", Privilege::Select, false),
        grant(users(), "app", Privilege::Insert, true),
        grant(users(), "public", Privilege::Select, false),
        grant(column_id("users", "email"), "app", Privilege::Update, false),
        grant(
            column_id("users", "email"),
            "app",
            Privilege::References,
            false,
        ),
    ]);
    is(
        &from,
        &to,
        &[
            r#"revoke delete on "users" from "old""#,
            r#"revoke grant option for select on "users" from "app""#,
            r#"grant insert on "users" to "app" with grant option"#,
            r#"grant select on "users" to public"#,
            r#"grant update ("email"), references ("email") on "users" to "app""#,
        ],
    );
    is(&from, &Model::default(), &[r#"drop table "users""#]);
}

#[test]
fn each_kind_of_object_has_its_word() {
    let object = |kind, name: &str| ObjectId::new(kind, Name::new(name));
    let all = [
        (
            object(Kind::Namespace, "clinic"),
            Privilege::Create,
            "create on schema \"clinic\"",
        ),
        (
            object(Kind::Sequence, "n"),
            Privilege::Usage,
            "usage on sequence \"n\"",
        ),
        (
            object(Kind::Enum, "e"),
            Privilege::Usage,
            "usage on type \"e\"",
        ),
        (
            object(Kind::Routine, "f(int)"),
            Privilege::Execute,
            "execute on routine \"f\"(int)",
        ),
        (
            object(Kind::View, "v"),
            Privilege::Select,
            "select on \"v\"",
        ),
    ];
    for (on, privilege, expected) in all {
        let to = Model {
            grants: vec![grant(on, "app", privilege, false)],
            ..Model::default()
        };
        is(
            &Model::default(),
            &to,
            &[&format!("grant {expected} to \"app\"")],
        );
    }
}

#[test]
fn what_a_table_takes_with_it_loses_its_privileges() {
    let mut from = grants(vec![
        grant(
            ObjectId::new(Kind::Sequence, Name::new("n")),
            "app",
            Privilege::Usage,
            false,
        ),
        grant(column_id("users", "email"), "app", Privilege::Select, false),
    ]);
    from.sequences.push(Sequence {
        name: Name::new("n"),
        data_type: DataType::parse("bigint"),
        options: SequenceOptions::default(),
        owned_by: Some((Name::new("users"), String::from("email"))),
        comment: None,
    });
    is(&from, &Model::default(), &[r#"drop table "users""#]);
}

#[test]
fn a_column_that_gets_another_type_keeps_its_privileges() {
    let model = |data_type: &str, grants| Model {
        tables: vec![table("users", &[("email", data_type)])],
        grants,
        ..Model::default()
    };
    let select = || grant(column_id("users", "email"), "app", Privilege::Select, false);
    let retype = r#"alter table "users" alter column "email" type text"#;
    let revoke = r#"revoke select ("email") on "users" from "app""#;
    let from = model("character varying(30)", vec![select()]);
    is(&from, &model("text", vec![select()]), &[retype]);
    is(&from, &model("text", vec![]), &[revoke, retype]);
}

#[test]
fn a_type_gets_its_privileges_again() {
    let model = |labels: &[&str]| Model {
        enums: vec![enumeration("status", labels)],
        ..Model {
            grants: vec![grant(
                ObjectId::new(Kind::Enum, Name::new("status")),
                "app",
                Privilege::Usage,
                false,
            )],
            ..Model::default()
        }
    };
    let statements = sql(&model(&["a", "b"]), &model(&["a"]));
    assert_eq!(statements[2], r#"grant usage on type "status" to "app""#);
    assert_eq!(sql(&model(&["a"]), &model(&["a", "b"])).len(), 1);
}

#[test]
fn a_role_is_dropped_without_its_privileges() {
    let users = || ObjectId::new(Kind::Table, Name::new("users"));
    let from = Model {
        roles: vec![role("app", &[], &[])],
        ..grants(vec![grant(users(), "app", Privilege::Select, false)])
    };
    is(
        &from,
        &grants(vec![]),
        &[
            r#"revoke select on "users" from "app""#,
            r#"drop role "app""#,
        ],
    );
    is(
        &from,
        &Model::default(),
        &[r#"drop table "users""#, r#"drop role "app""#],
    );
}

fn secured(security: RowSecurity, policies: Vec<Policy>) -> Model {
    let mut users = table("users", &[("email", "text")]);
    users.row_security = security;
    users.policies = policies;
    Model {
        tables: vec![users],
        ..Model::default()
    }
}

#[test]
fn row_security_is_switched() {
    use RowSecurity::{Enabled, Forced, Off, OffForced};
    let model = |security| secured(security, vec![]);
    let statement = |clause: &str| format!("alter table \"users\" {clause} row level security");
    for (from, to, clauses) in [
        (Off, Enabled, vec!["enable"]),
        (Off, Forced, vec!["enable", "force"]),
        (Enabled, Forced, vec!["force"]),
        (Forced, Enabled, vec!["no force"]),
        (Enabled, Off, vec!["disable"]),
        (Forced, Off, vec!["no force", "disable"]),
        (Off, OffForced, vec!["force"]),
        (OffForced, Forced, vec!["enable"]),
        (OffForced, Enabled, vec!["no force", "enable"]),
        (Forced, OffForced, vec!["disable"]),
    ] {
        let expected: Vec<String> = clauses.into_iter().map(statement).collect();
        assert_eq!(sql(&model(from), &model(to)), expected);
    }
    is(
        &Model::default(),
        &model(Enabled),
        &[
            "create table \"users\" (\n    \"email\" text not null\n)",
            r#"alter table "users" enable row level security"#,
        ],
    );
}

#[test]
fn policies_are_altered_if_that_is_possible() {
    let model = |policy| secured(RowSecurity::Off, vec![policy]);
    let own = || policy("own", "email = current_user");
    let full = Policy {
        permissive: false,
        command: PolicyCommand::Update,
        roles: vec![String::from("app"), String::from("public")],
        with_check: Some(String::from("true")),
        comment: Some(String::from("c")),
        ..own()
    };
    is(
        &model(own()),
        &model(full.clone()),
        &[
            r#"drop policy "own" on "users""#,
            "create policy \"own\" on \"users\" as restrictive for update to \"app\", public \
             using (email = current_user) with check (true)",
            r#"comment on policy "own" on "users" is 'c'"#,
        ],
    );
    is(
        &model(full.clone()),
        &model(Policy {
            roles: vec![],
            using: Some(String::from("false")),
            with_check: Some(String::from("false")),
            comment: None,
            ..full.clone()
        }),
        &[
            r#"alter policy "own" on "users" to public using (false) with check (false)"#,
            r#"comment on policy "own" on "users" is null"#,
        ],
    );
    is(
        &model(full.clone()),
        &model(Policy {
            with_check: None,
            ..full.clone()
        }),
        &[
            r#"drop policy "own" on "users""#,
            "create policy \"own\" on \"users\" as restrictive for update to \"app\", public \
             using (email = current_user)",
            r#"comment on policy "own" on "users" is 'c'"#,
        ],
    );
    let roles = BTreeSet::from([RoleAttribute::Inherit]);
    let with_role = |model: Model| Model {
        roles: vec![Role {
            attributes: roles.clone(),
            ..role("app", &[], &[])
        }],
        ..model
    };
    is(
        &with_role(model(full)),
        &model(own()),
        &[
            r#"drop policy "own" on "users""#,
            r#"create policy "own" on "users" using (email = current_user)"#,
            r#"drop role "app""#,
        ],
    );
}
